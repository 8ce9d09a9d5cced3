package cmd

import (
	"encoding/json"
	"fmt"
	"runtime"

	"github.com/spf13/cobra"
)

func (a *app) newVersion() *cobra.Command {
	var asJSON bool
	c := a.command("version", func(*cobra.Command, []string) error { return a.runVersion(asJSON) })
	c.Flags().BoolVar(&asJSON, "json", false, a.flagText("json"))
	return c
}

func (a *app) runVersion(asJSON bool) error {
	if asJSON {
		return json.NewEncoder(a.Out).Encode(map[string]string{
			"version": Version, "go": runtime.Version(), "platform": runtime.GOOS + "/" + runtime.GOARCH,
		})
	}
	_, err := fmt.Fprintf(a.Out, "quarter %s (%s, %s/%s)\n", Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}
