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

// The widths at which stills are drawn, px: their widths on paper, so that their text keeps its size there. A screen scales them to the box.
const (
	wholeStill = 660
	halfStill  = 358
)

// stillScript returns the script that draws stills.
func stillScript() ([]byte, error) {
	raw, err := bundle.ReadFile("bundle/still.js")
	if err != nil || len(raw) == 0 {
		return nil, ErrNoBundle
	}
	return raw, nil
}

// studio draws stills. Every still has a runtime of its own, made from one compiled program: none sees what another left behind.
type studio struct {
	program func() (*goja.Program, error)
	theme   string
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
	for i, err := range failed {
		if err != nil {
			return fmt.Errorf("report: still of %s: %w", figures[i].Key, err)
		}
	}
	return nil
}

// size is the width and the height of a still, px. It is lower than on a screen: paper is dear, and its rows have no need of a finger's width.
func size(d *charts.Drawing, half bool) (width, height int) {
	width = wholeStill
	if half {
		width = halfStill
	}
	return width, max(d.Height*7/10, d.Low)
}

// still draws one figure, alone or as one of a pair.
func (s *studio) still(d *charts.Drawing, half bool) (template.HTML, error) {
	program, err := s.program()
	if err != nil {
		return "", err
	}
	bare, width := *d, 0
	width, bare.Height = size(d, half)
	bare.Tips = nil // nobody points at a still
	raw, err := json.Marshal(bare)
	if err != nil {
		return "", err
	}
	vm := goja.New()
	nothing := func(goja.FunctionCall) goja.Value { return goja.Undefined() } // nothing moves, so no timer is waited for
	for _, name := range []string{"setTimeout", "clearTimeout"} {
		if err := vm.Set(name, nothing); err != nil {
			return "", err
		}
	}
	if _, err := vm.RunProgram(program); err != nil {
		return "", err
	}
	drawStill, ok := goja.AssertFunction(vm.Get("still"))
	if !ok {
		return "", ErrNoBundle
	}
	drawn, err := drawStill(goja.Undefined(), vm.ToValue(string(raw)), vm.ToValue(s.theme), vm.ToValue(width))
	if err != nil {
		return "", err
	}
	return plainSVG(drawn.String())
}
