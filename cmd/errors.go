package cmd

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"quarter/charts/report"
	"quarter/coverage"
	"quarter/coverage/siting"
	"quarter/data"
	"quarter/data/load"
)

// The exit codes.
const (
	exitFine   = 0
	exitFailed = 1
	exitUsage  = 2
	exitFaults = 3
	exitMissed = 4
)

// usageError is a command line that cannot be right. Key names the message ("usage."+key in charts/words).
type usageError struct {
	key  string
	args []any // name, value …
}

func (e *usageError) Error() string { return "usage: " + e.key }

func usage(key string, args ...any) error { return &usageError{key, args} }

// failure is a run that could not be finished. Key names the message ("fail."+key in charts/words).
type failure struct {
	key  string
	args []any
	err  error // what the system said, nil where nothing
}

func (e *failure) Error() string { return "fail: " + e.key }
func (e *failure) Unwrap() error { return e.err }

func fail(key string, err error, args ...any) error { return &failure{key, args, err} }

// errFaults ends a strict run whose input has faults; they are printed already. errMissed ends a run that missed a required target.
var (
	errFaults = errors.New("faults under --strict")
	errMissed = errors.New("required target missed")
)

// finish prints the error of a command and returns its exit code.
func (a *app) finish(c *cobra.Command, err error) int {
	wrong, isWrong := a.usageText(err)
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errMissed):
		return exitMissed
	case errors.Is(err, errFaults):
		return exitFaults
	case isWrong:
		return a.wrongUsage(c, err, wrong)
	}
	a.sayFault(err)
	return exitFailed
}

// sayFault prints why a run could not be finished, and of a folder the files that were passed over.
func (a *app) sayFault(err error) {
	a.line(a.t("cli.error", "text", a.errorText(err)))
	var lacking *load.Lacking
	if !errors.As(err, &lacking) {
		return
	}
	for i := range lacking.Passed {
		a.line("  " + a.fault(&lacking.Passed[i]))
	}
}

// usageText says what is wrong with an option; ok is false for other errors.
func (a *app) usageText(err error) (text string, ok bool) {
	var (
		wrong  *usageError
		option *coverage.OptionError
		input  *siting.InputError
	)
	switch {
	case errors.As(err, &input):
		return a.inputText(input), true
	case errors.As(err, &wrong):
		return a.t("usage."+wrong.key, a.told(wrong.args)...), true
	case errors.As(err, &option):
		return a.t("usage."+option.Key, pairs(option.Args)...), true
	}
	return "", false
}

func (a *app) wrongUsage(c *cobra.Command, err error, text string) int {
	a.line(a.t("cli.error", "text", text))
	a.line(a.t("cli.see_help", "command", helpFor(c, err)))
	return exitUsage
}

// aboutCommands are the mistakes that the first help tells about; all others of `quarter FOLDER` are flags of an analysis.
var aboutCommands = []string{"unknown_command", "unknown_command_near", "folder_missing", "not_folder", "no_folder", "too_many_arguments", "lang"}

// helpFor is the command whose help tells how it is done.
func helpFor(c *cobra.Command, err error) string {
	var wrong *usageError
	if c.HasParent() || errors.As(err, &wrong) && slices.Contains(aboutCommands, wrong.key) {
		return c.CommandPath()
	}
	return c.CommandPath() + " analyze"
}

// failureText says what went wrong, and why where the system said so.
func (a *app) failureText(err error) string {
	if errors.Is(err, context.Canceled) {
		return a.t("fail.interrupted")
	}
	if errors.Is(err, report.ErrNoBundle) {
		return a.t("fail.no_bundle")
	}
	if none := (*noPlan)(nil); errors.As(err, &none) {
		return a.noPlanText(none)
	}
	var f *failure
	if !errors.As(err, &f) {
		return a.t("fail.other", "why", a.systemText(err))
	}
	args := f.args
	if f.err != nil {
		args = append(slices.Clone(args), "why", a.systemText(f.err))
	}
	return a.t("fail."+f.key, args...)
}

// systemText puts a fault, or what the operating system says, into the user's language; what it does not know stands as the system said it.
func (a *app) systemText(err error) string {
	if fault := (*data.Fault)(nil); errors.As(err, &fault) {
		return a.fault(fault)
	}
	if wrong := (*coverage.FormatError)(nil); errors.As(err, &wrong) {
		return a.t("snapshot."+wrong.Key, "place", wrong.Place, "value", wrong.Value)
	}
	if diskFull(err) {
		return a.t("system.full")
	}
	for _, known := range []struct {
		is  error
		key string
	}{
		{syscall.EROFS, "system.read_only"},
		{syscall.ENOTDIR, "system.not_folder"},
		{fs.ErrPermission, "system.permission"},
		{fs.ErrNotExist, "system.missing"},
		{fs.ErrExist, "system.exists"},
		{context.Canceled, "system.interrupted"},
	} {
		if errors.Is(err, known.is) {
			return a.t(known.key)
		}
	}
	return err.Error()
}

// flagError turns what the flag parser says into a usage error.
func flagError(_ *cobra.Command, err error) error {
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
	)
	switch {
	case errors.As(err, &unknown):
		return usage("unknown_flag", "flag", dashed(unknown.GetSpecifiedName(), unknown.GetSpecifiedShortnames()))
	case errors.As(err, &missing):
		return usage("flag_without_value", "flag", "--"+missing.GetFlag().Name)
	case errors.As(err, &invalid):
		var own *usageError
		if errors.As(invalid.Unwrap(), &own) {
			return own
		}
		if unit, _ := pflag.UnquoteUsage(invalid.GetFlag()); unit != "" && invalid.GetFlag().Value.Type() != "bool" {
			return usage("flag_number", "flag", "--"+invalid.GetFlag().Name, "value", invalid.GetValue(), "unit", strings.ToLower(unit))
		}
		return usage("flag_value", "flag", "--"+invalid.GetFlag().Name, "value", invalid.GetValue())
	}
	return usage("flag_syntax", "text", err.Error())
}

func dashed(name, short string) string {
	if short != "" {
		return "-" + name
	}
	return "--" + name
}

// pairs lists a map as name, value, in order.
func pairs(m map[string]string) []any {
	var out []any
	for _, k := range slices.Sorted(maps.Keys(m)) {
		out = append(out, k, m[k])
	}
	return out
}
