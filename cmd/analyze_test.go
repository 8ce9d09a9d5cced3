package cmd

import (
	"os"
	"path/filepath"
	"testing"
)

func TestReportPlace(t *testing.T) {
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for folder, want := range map[string]string{
		"city":       "city-report",
		"city/":      "city-report",
		"a/b/../c//": filepath.FromSlash("a/c-report"),
		".":          here + "-report",
		"..":         filepath.Dir(here) + "-report",
	} {
		if got := placeBeside(folder, "-report"); got != want {
			t.Errorf("%s: %s, want %s", folder, got, want)
		}
	}
}
