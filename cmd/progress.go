package cmd

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

// progress is one line on the terminal that tells how far a step is. It stays silent for the first second, and always when nobody
// watches.
type progress struct {
	a    *app
	key  string
	mu   sync.Mutex
	done int64
	all  int64
	last string // what stands on the terminal
	quit chan struct{}
	gone sync.WaitGroup

	delay, every time.Duration // before the line is first shown, and between its changes
}

// progress starts the line of a step; stop takes it away.
func (a *app) progress(key string) *progress {
	p := &progress{a: a, key: key, quit: make(chan struct{}), delay: time.Second, every: 200 * time.Millisecond}
	p.start()
	return p
}

func (p *progress) start() {
	if p.a.ErrTerminal && !p.a.quiet {
		p.gone.Go(p.watch)
	}
}

// update says how many of all parts are done; all is 0 where that is not known. Safe for concurrent use.
func (p *progress) update(done, all int64) {
	p.mu.Lock()
	p.done, p.all = done, all
	p.mu.Unlock()
}

func (p *progress) watch() {
	timer := time.NewTimer(p.delay)
	defer timer.Stop()
	for {
		select {
		case <-p.quit:
			p.show("")
			return
		case <-timer.C:
			p.show(p.text())
			timer.Reset(p.every)
		}
	}
}

func (p *progress) text() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.all <= 0 {
		return p.a.t(p.key)
	}
	return p.a.t(p.key) + fmt.Sprintf(" %d%%", min(100, 100*p.done/p.all))
}

// show writes over the line that stands there; blanks and not escape codes, which an old Windows console prints.
func (p *progress) show(text string) {
	if text == p.last {
		return
	}
	blank := strings.Repeat(" ", max(0, columns(p.last)-columns(text)))
	end := ""
	if text == "" {
		end = "\r"
	}
	fmt.Fprint(p.a.Err, "\r"+text+blank+end)
	p.last = text
}

// stop removes the line. It may be called twice.
func (p *progress) stop() {
	select {
	case <-p.quit:
	default:
		close(p.quit)
	}
	p.gone.Wait()
}
