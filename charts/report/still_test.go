package report

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"quarter/charts"
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// Nothing but shapes and escaped text leaves plainSVG.
func TestPlainSVG(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"shapes", `<svg width="9" height="9" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0L1.23456 2" fill="#C9D0D6" class="zr0-cls-0"></path></svg>`, `<svg viewBox="0 0 9 9"><path d="M0 0L1.23 2" fill="#C9D0D6"></path></svg>`},
		{"text", `<text style="font: bold 12.5px sans-serif" x="1">a &lt;b&gt; &amp; "c"</text>`, `<text font-size="12.5" font-weight="bold" x="1">a &lt;b&gt; &amp; &#34;c&#34;</text>`},
		{"clips and rules", `<svg><defs><clipPath id="c"/></defs><style>.a{fill:url(x)}</style><g clip-path="url(#c)"></g></svg>`, `<svg><g></g></svg>`},
		{"handlers", `<g onclick="x()" id="a" href="b" ecmeta_series_index="0"></g>`, `<g></g>`},
		{"only to be pointed at", `<g><rect x="0" fill="none"></rect>
<path d="M0 0" fill="none" stroke="#C9D0D6"></path></g>`, `<g><path d="M0 0" fill="none" stroke="#C9D0D6"></path></g>`},
		{"address as a fill", `<rect fill="url(#p)" x="0"></rect>`, `<rect x="0"></rect>`},
	}
	for _, tt := range tests {
		if got, err := plainSVG(tt.in); err != nil || string(got) != tt.want {
			t.Errorf("%s: %s, %v", tt.name, got, err)
		}
	}
	for _, in := range []string{`<script>1</script>`, `<svg><image href="x"/></svg>`, `<foreignObject/>`, `<a/>`, `<svg>`, `<text style="x"/>`} {
		if got, err := plainSVG(in); err == nil {
			t.Errorf("%s became %s", in, got)
		}
	}
}

// A script that fails ends the page with an error that names the figure; nothing is written.
func TestStillErrorsAreReturned(t *testing.T) {
	for _, js := range []string{"this is no script", "var nothing = 1", "globalThis.still = () => { throw new Error('no') }", "globalThis.still = () => '<script/>'"} {
		s, err := newStudio([]byte(js), words.English)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		if err := writeWith(&out, page(t, town(), words.English), testScript, s); err == nil || out.Len() != 0 {
			t.Errorf("%s: %v, %d bytes", js, err, out.Len())
		}
	}
}

// stills draws all figures of a result, every other one narrow, with the real script, where this build has it.
func stills(t testing.TB, r *coverage.Result, lang words.Lang) []*figure {
	t.Helper()
	js, err := stillScript()
	if errors.Is(err, ErrNoBundle) {
		t.Skip("this build has no script")
	}
	s, err := newStudio(js, lang)
	if err != nil {
		t.Fatal(err)
	}
	var out []*figure
	for i, c := range charts.Charts {
		out = append(out, &figure{Figure: c.Make(r, lang), Half: i%2 == 0})
	}
	if err := s.draw(out); err != nil {
		t.Fatal(err)
	}
	return out
}

// Every figure with a drawing has a still: well-formed, of a modest size, with text, and with nothing that refers to anything.
func TestStills(t *testing.T) {
	lengthy(t)
	for _, lang := range []words.Lang{words.Chinese, words.English} {
		for _, f := range stills(t, analyze(t, town()), lang) {
			if f.Drawing == nil {
				if f.Still != "" {
					t.Errorf("%s has nothing to draw", f.Key)
				}
				continue
			}
			if n := len(f.Still); n < 500 || n > 100_000 || !strings.Contains(string(f.Still), "<text") {
				t.Errorf("%s: %d bytes", f.Key, n)
			}
			wellFormed(t, f)
			if handler.MatchString(string(f.Still)) {
				t.Errorf("%s holds %s", f.Key, handler.FindString(string(f.Still)))
			}
			for _, forbidden := range []string{"http", "url(", "<script", "<style", "href", "id=", "class=", "NaN", "undefined", "Infinity"} {
				if strings.Contains(string(f.Still), forbidden) {
					t.Errorf("%s holds %q", f.Key, forbidden)
				}
			}
		}
	}
}

var handler = regexp.MustCompile(`\son[a-z]+=`)

func wellFormed(t *testing.T, f *figure) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(string(f.Still))); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Errorf("%s: %v", f.Key, err)
			return
		}
	}
}

// A still says what its figure says: the names and the numbers at the ends of the rows.
func TestStillsHoldTheNumbers(t *testing.T) {
	lengthy(t)
	r := analyze(t, town())
	for _, f := range stills(t, r, words.Chinese) {
		if f.Key != "ranges" {
			continue
		}
		for _, row := range f.Table[1:] {
			for _, want := range row[:2] {
				if !strings.Contains(string(f.Still), ">"+want+"<") {
					t.Errorf("the still lacks %q", want)
				}
			}
		}
	}
}

// Hostile names are text in a still.
func TestHostileStills(t *testing.T) {
	lengthy(t)
	c := town()
	rename(c)
	found := false
	for _, f := range stills(t, analyze(t, c), words.Chinese) {
		wellFormed(t, f)
		for _, forbidden := range []string{"<script", "<img", "</script"} {
			if strings.Contains(string(f.Still), forbidden) {
				t.Errorf("%s holds %q", f.Key, forbidden)
			}
		}
		found = found || strings.Contains(string(f.Still), "__f__(window.hacked=2)__f__")
	}
	if !found {
		t.Error("no still holds a hostile name")
	}
}

// The same figures give the same stills, whatever the number of threads.
func TestStillsAreDeterministic(t *testing.T) {
	lengthy(t)
	r := analyze(t, town())
	draw := func(threads int) []*figure {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(threads))
		return stills(t, r, words.Chinese)
	}
	one, two := draw(1), draw(2)
	for i := range one {
		if one[i].Still != two[i].Still {
			t.Errorf("%s differs", one[i].Key)
		}
	}
}

// BenchmarkStills draws the stills of one page of the town.
func BenchmarkStills(b *testing.B) {
	js, err := stillScript()
	if err != nil {
		b.Skip(err)
	}
	r, err := coverage.Analyze(b.Context(), town(), data.General(), coverage.Options{Sites: 2})
	if err != nil {
		b.Fatal(err)
	}
	p := Page{Result: r, Lang: words.Chinese}
	for b.Loop() {
		s, err := newStudio(js, words.Chinese)
		if err != nil {
			b.Fatal(err)
		}
		if err := s.draw(newView(p).drawn); err != nil {
			b.Fatal(err)
		}
	}
}
