package cmd

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"quarter/charts/words"
)

// Version is the version of the program, set by the linker.
var Version = "0.1.0-dev"

// app is what every command needs: the streams, the language and the clock.
type app struct {
	Streams
	lang  words.Lang  // of the terminal
	asked *words.Lang // --lang, for documents too; nil where not given
	quiet bool
	page  string // the page that was written, absolute; "" for none
	now   func() time.Time
	open  func(path string) (io.WriteCloser, error) // makes a new file; replaced by tests of a full disk
}

// Main runs the command line of this process and returns its exit code.
func Main() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the process at once
	return Run(ctx, os.Args[1:], System(), os.Getenv)
}

// Run runs one command line and returns its exit code.
func Run(ctx context.Context, args []string, s Streams, getenv func(string) string) int {
	return newApp(args, s, getenv).run(ctx, args)
}

func newApp(args []string, s Streams, getenv func(string) string) *app {
	a := &app{Streams: s, now: time.Now, open: createFile}
	a.lang, a.asked = language(args, getenv)
	return a
}

func (a *app) run(ctx context.Context, args []string) int {
	if folder, yes := assisted(args); yes {
		return a.assist(ctx, folder)
	}
	return a.execute(ctx, args)
}

// execute runs one command line. A defect of the program ends in one message too, with the place of it for those who mend it.
func (a *app) execute(ctx context.Context, args []string) (code int) {
	defer func() {
		if p := recover(); p != nil {
			a.line(a.t("cli.error", "text", a.t("fail.defect", "version", Version)))
			fmt.Fprintf(a.Err, "\n%v\n%s", p, debug.Stack())
			code = exitFailed
		}
	}()
	root := a.newRoot()
	root.SetArgs(args)
	c, err := root.ExecuteContextC(ctx)
	return a.finish(c, err)
}

func createFile(path string) (io.WriteCloser, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
}

// t returns a text in the language of the terminal.
func (a *app) t(key string, args ...any) string { return a.lang.T(key, args...) }

// say writes a line to stderr, unless --quiet.
func (a *app) say(key string, args ...any) {
	if !a.quiet {
		a.line(a.t(key, args...))
	}
}

// line writes a line to stderr.
func (a *app) line(s string) { fmt.Fprintln(a.Err, strings.TrimRight(s, "\n")) }
