package cmd

import (
	"github.com/spf13/cobra"
)

// newCompletion prints the script that lets a shell complete commands and flags.
func (a *app) newCompletion() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	c := a.command("completion SHELL", func(c *cobra.Command, args []string) error {
		if len(args) != 1 {
			return usage("completion_shell")
		}
		switch root := c.Root(); args[0] {
		case "bash":
			return root.GenBashCompletionV2(a.Out, true)
		case "zsh":
			return root.GenZshCompletion(a.Out)
		case "fish":
			return root.GenFishCompletion(a.Out, true)
		case "powershell":
			return root.GenPowerShellCompletionWithDesc(a.Out)
		}
		return usage("completion_shell")
	})
	c.Args = cobra.ArbitraryArgs
	c.ValidArgs = shells
	return c
}
