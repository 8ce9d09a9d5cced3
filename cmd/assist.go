package cmd

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/inconshreveable/mousetrap"

	"quarter/charts/words"
)

// This file helps people who double-click: the program says what to do, takes a folder, opens the page and waits, so that the window
// does not close before anybody has read it.

// assistFlag is how the batch file in the Windows download asks for it.
const assistFlag = "--assist"

// assisted reports whether somebody double-clicked the program or dropped a folder on it, and which folder.
func assisted(args []string) (folder string, yes bool) {
	if len(args) > 0 && args[0] == assistFlag {
		args, yes = args[1:], true
	}
	if !yes && !(mousetrap.StartedByExplorer() && len(args) <= 1) {
		return "", false
	}
	if len(args) > 0 {
		folder = args[0]
	}
	return folder, true
}

// assist asks for a folder where none was dropped, analyzes it, opens the page and waits for Enter.
func (a *app) assist(ctx context.Context, folder string) int {
	in := bufio.NewReader(a.In)
	if folder == "" {
		a.bilingual("assist.welcome")
		folder = typedPath(readLine(in))
	}
	if folder == "" {
		return exitFine
	}
	code := a.execute(ctx, assistedRun(folder))
	if code == exitFine && a.page != "" {
		openPage(ctx, a.page)
	}
	a.bilingual("assist.goodbye")
	readLine(in)
	return code
}

// bilingual prints a text in both languages, the one of the terminal first.
func (a *app) bilingual(key string) {
	other := words.Chinese
	if a.lang == words.Chinese {
		other = words.English
	}
	fmt.Fprintf(a.Err, "%s\n%s\n", a.lang.T(key), other.T(key))
}

// assistedRun is the command line of what was typed, the word demo or a folder.
func assistedRun(typed string) []string {
	if strings.EqualFold(typed, "demo") {
		return []string{"demo", "--out", filepath.Join(besideProgram(), "quarter-demo")}
	}
	return []string{"--", typed}
}

// besideProgram is the folder of the program: the working directory of a double-clicked one may be anywhere.
func besideProgram() string {
	if program, err := os.Executable(); err == nil {
		return filepath.Dir(program)
	}
	return "."
}

// typedPath takes away the quotes that Windows puts around a dropped path with blanks.
func typedPath(s string) string { return strings.Trim(strings.TrimSpace(s), `"'`) }

func readLine(in *bufio.Reader) string {
	line, _ := in.ReadString('\n')
	return line
}

// openPage shows the page in the browser; where that is not possible, its path stands on the terminal anyway.
func openPage(ctx context.Context, page string) {
	name, args := "xdg-open", []string{page}
	switch runtime.GOOS {
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", page}
	case "darwin":
		name = "open"
	}
	_ = exec.CommandContext(ctx, name, args...).Start()
}
