package cmd

import (
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// newRoot returns the whole command line. The order is the one that help shows.
func (a *app) newRoot() *cobra.Command {
	o := newAnalyzeOptions()
	root := a.command("quarter", func(c *cobra.Command, args []string) error { return a.runRoot(c, o, args) })
	root.Args = cobra.ArbitraryArgs
	root.CompletionOptions.DisableDefaultCmd = true
	root.PersistentFlags().SortFlags = false
	root.PersistentFlags().String("lang", "", a.flagText("lang"))
	root.PersistentFlags().BoolVarP(&a.quiet, "quiet", "q", false, a.flagText("quiet"))
	root.PersistentFlags().BoolP("help", "h", false, a.flagText("help"))
	root.Flags().Bool("version", false, a.flagText("version"))
	a.addLayerFlags(root, o)
	a.addAnalysisFlags(root, o)
	a.hideInherited(root)

	root.AddCommand(
		a.newAnalyze(),
		a.newDemo(),
		a.newSite(),
		a.newCompare(),
		a.newInit(),
		a.newVerify(),
		a.newStandards(),
		a.newVersion(),
		a.newCompletion(),
	)
	root.SetHelpCommand(a.newHelp())
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { a.writeHelp(c) })
	root.SetFlagErrorFunc(flagError)
	root.SetIn(a.In)
	root.SetOut(a.Out)
	root.SetErr(a.Err)
	return root
}

// command returns a command whose texts are "help.NAME.short", ".long" and ".example". It checks --lang before it runs.
func (a *app) command(use string, run func(*cobra.Command, []string) error) *cobra.Command {
	name, _, _ := strings.Cut(use, " ")
	c := &cobra.Command{
		Use:           use,
		Short:         a.t("help." + name + ".short"),
		Args:          noArguments,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(c *cobra.Command, args []string) error {
			if err := a.checkLanguage(c); err != nil {
				return err
			}
			return run(c, args)
		},
	}
	c.Flags().SortFlags = false
	return c
}

// checkLanguage refuses a --lang that language could not read.
func (a *app) checkLanguage(c *cobra.Command) error {
	if f := c.Flag("lang"); f != nil && f.Changed && a.asked == nil {
		return usage("lang", "value", f.Value.String())
	}
	return nil
}

func noArguments(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usage("too_many_arguments", "value", args[0])
	}
	return nil
}

// runRoot is `quarter FOLDER`; without a folder it shows the help.
func (a *app) runRoot(c *cobra.Command, o *analyzeOptions, args []string) error {
	if asked, _ := c.Flags().GetBool("version"); asked {
		return a.runVersion(false)
	}
	switch len(args) {
	case 0:
		if analysisAsked(c) {
			return usage("no_folder")
		}
		return c.Help()
	case 1:
		o.folder = args[0]
	default:
		return usage("too_many_arguments", "value", args[1])
	}
	if err := checkFolder(c, o.folder); err != nil {
		return err
	}
	return a.runAnalyze(c.Context(), c, o)
}

// analysisAsked reports whether a flag of an analysis was given.
func analysisAsked(c *cobra.Command) (asked bool) {
	c.Flags().Visit(func(f *pflag.Flag) { asked = asked || groupOf(f) != "" })
	return asked
}

// checkFolder tells a mistyped command from a folder that is not there.
func checkFolder(c *cobra.Command, name string) error {
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		return nil
	case err == nil:
		return usage("not_folder", "value", name)
	case strings.ContainsAny(name, `/\.`):
		return usage("folder_missing", "value", name)
	}
	if near := c.SuggestionsFor(name); len(near) > 0 {
		return usage("unknown_command_near", "value", name, "near", strings.Join(near, ", "))
	}
	return usage("unknown_command", "value", name)
}
