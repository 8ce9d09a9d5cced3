package cmd

import (
	"io"
	"os"

	"golang.org/x/term"
)

// Streams are the three standard streams and what is known of them.
type Streams struct {
	In          io.Reader
	Out, Err    io.Writer
	OutTerminal bool // a person reads Out: tables are aligned
	ErrTerminal bool // a person reads Err: progress is shown
}

// System returns the streams of the process.
func System() Streams {
	return Streams{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		OutTerminal: term.IsTerminal(int(os.Stdout.Fd())),
		ErrTerminal: term.IsTerminal(int(os.Stderr.Fd())),
	}
}
