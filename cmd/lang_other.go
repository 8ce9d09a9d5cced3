//go:build !windows

package cmd

import "quarter/charts/words"

// systemLanguage is English where the environment has no locale.
func systemLanguage() words.Lang { return words.English }
