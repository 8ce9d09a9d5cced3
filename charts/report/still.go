package report

import (
	"encoding/json"
	"fmt"
	"html/template"
	"sync"

	"github.com/dop251/goja"

	"quarter/charts"
	"quarter/charts/words"
)

// A still is a figure as SVG in the page itself: what a reader sees before the script runs, without it, and on paper. ECharts draws it
// here, from the same option and with the same functions as the live chart, by its own server-side rendering in a JavaScript engine.

// The widths at which stills are drawn, px: an upright page is 673 px wide, so that paper shows their text at four fifths of its size, 7 to
// 8 pt. A screen scales them to the box.
const (
	wholeStill = 840
	halfStill  = 400
)

// axisRoom is about how much of a figure's height its axes take, px; the rest are rows or a plot.
const axisRoom = 60

// stillScript returns the script that draws stills.
func stillScript() ([]byte, error) {
	raw, err := bundle.ReadFile("bundle/still.js")
	if err != nil || len(raw) == 0 {
		return nil, ErrNoBundle
	}
	return raw, nil
}

// studio draws stills, side by side: each is drawn by one of its artists.
type studio struct {
	program func() (*goja.Program, error)
	theme   string

	mutex sync.Mutex
	idle  []*artist
}

// artist is a runtime in which the script has run, and the script's function that draws. It remembers nothing of what it has drawn but
// widths of texts, so that it does not matter which one draws what (TestStillsAreDeterministic).
type artist struct {
	vm    *goja.Runtime
	still goja.Callable
}

// newStudio starts to compile a script and does not wait for it.
func newStudio(js []byte, lang words.Lang) (*studio, error) {
	theme := charts.Theme(lang)
	theme["font"] = "sans-serif" // the page's own: the markup names none
	raw, err := json.Marshal(theme)
	if err != nil {
		return nil, err
	}
	compiled := sync.OnceValues(func() (*goja.Program, error) { return goja.Compile("still.js", string(js), false) })
	go compiled()
	return &studio{program: compiled, theme: string(raw)}, nil
}

// draw puts the stills into figures. Those without a drawing of ECharts, such as maps, are left as they are.
func (s *studio) draw(figures []*figure) error {
	failed := make([]error, len(figures))
	inParallel(len(figures), func(i int) {
		if f := figures[i]; f.Drawing != nil {
			f.Still, failed[i] = s.still(f.Drawing, f.Half)
		}
	})
	s.idle = nil // they hold some megabytes
	for i, err := range failed {
		if err != nil {
			return fmt.Errorf("report: still of %s: %w", figures[i].Key, err)
		}
	}
	return nil
}

// size is the width and the height of a still, px. It is lower than on a screen: paper is dear, and its rows have no need of a finger's
// width. They become 15 px high, which their names of 12 px need.
func size(d *charts.Drawing, half bool) (width, height int) {
	width = wholeStill
	if half {
		width = halfStill
	}
	return width, max(axisRoom+(d.Height-axisRoom)*3/5, d.Low)
}

// still draws one figure, alone or as one of a pair.
func (s *studio) still(d *charts.Drawing, half bool) (template.HTML, error) {
	bare, width := *d, 0
	width, bare.Height = size(d, half)
	bare.Tips = nil // nobody points at a still
	raw, err := json.Marshal(bare)
	if err != nil {
		return "", err
	}
	a, err := s.artist()
	if err != nil {
		return "", err
	}
	drawn, err := a.still(goja.Undefined(), a.vm.ToValue(string(raw)), a.vm.ToValue(s.theme), a.vm.ToValue(width))
	if err != nil {
		return "", err
	}
	s.rest(a)
	return plainSVG(drawn.String())
}

// artist is one that rests, or else a new one: there are as many as draw at the same time.
func (s *studio) artist() (*artist, error) {
	if a := s.resting(); a != nil {
		return a, nil
	}
	return s.newArtist()
}

func (s *studio) resting() *artist {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	last := len(s.idle) - 1
	if last < 0 {
		return nil
	}
	a := s.idle[last]
	s.idle = s.idle[:last]
	return a
}

// rest keeps an artist for the next still.
func (s *studio) rest(a *artist) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.idle = append(s.idle, a)
}

func (s *studio) newArtist() (*artist, error) {
	program, err := s.program()
	if err != nil {
		return nil, err
	}
	vm := goja.New()
	nothing := func(goja.FunctionCall) goja.Value { return goja.Undefined() } // nothing moves, so no timer is waited for
	for _, name := range []string{"setTimeout", "clearTimeout"} {
		if err := vm.Set(name, nothing); err != nil {
			return nil, err
		}
	}
	if _, err := vm.RunProgram(program); err != nil {
		return nil, err
	}
	still, ok := goja.AssertFunction(vm.Get("still"))
	if !ok {
		return nil, ErrNoBundle
	}
	return &artist{vm, still}, nil
}
