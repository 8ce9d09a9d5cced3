package cmd

import (
	"bytes"
	"strings"
	"sync"
	"testing"
	"time"

	"quarter/charts/words"
)

// lockedBuffer may be read while it is written to.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func TestProgressShowsAndGoes(t *testing.T) {
	var errs lockedBuffer
	a := &app{Streams: Streams{Err: &errs, ErrTerminal: true}, lang: words.Chinese}
	p := &progress{a: a, key: "progress.read", quit: make(chan struct{}), delay: time.Millisecond, every: time.Millisecond}
	p.update(45, 100)
	p.start()
	for range 1000 {
		if strings.Contains(errs.String(), "正在读取 45%") {
			break
		}
		time.Sleep(time.Millisecond)
	}
	p.stop()
	p.stop()
	got := errs.String()
	if !strings.Contains(got, "\r正在读取 45%") || !strings.HasSuffix(got, "\r"+strings.Repeat(" ", columns("正在读取 45%"))+"\r") {
		t.Errorf("%q", got)
	}
}

// Nobody watches a pipe, and nothing is shown in the first second.
func TestProgressIsSilent(t *testing.T) {
	for _, a := range []*app{
		{Streams: Streams{ErrTerminal: false}},
		{Streams: Streams{ErrTerminal: true}, quiet: true},
		{Streams: Streams{ErrTerminal: true}},
	} {
		var errs lockedBuffer
		a.Err = &errs
		p := a.progress("progress.write")
		p.update(1, 2)
		p.stop()
		if got := errs.String(); got != "" {
			t.Errorf("%q", got)
		}
	}
}
