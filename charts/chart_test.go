package charts

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var langs = []words.Lang{words.Chinese, words.English}

// Every chart sits the same exam.
func TestEveryChart(t *testing.T) {
	r := analyze(t, town())
	for _, c := range Charts {
		for _, lang := range langs {
			t.Run(c.Key+"-"+lang.String(), func(t *testing.T) {
				f := c.Make(r, lang)
				if f.ID != "figure-"+c.Key || f.Key != c.Key {
					t.Errorf("id %q, key %q", f.ID, f.Key)
				}
				if f.Drawing == nil && f.Map == nil || f.Title == "" || f.Subtitle == "" || f.Alt == "" || len(f.Table) < 2 {
					t.Fatalf("not complete: %+v", f)
				}
				golden(t, c.Key+"-"+lang.String(), f)
			})
		}
	}
}

func golden(t *testing.T, name string, f Figure) {
	t.Helper()
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetIndent("", " ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(f); err != nil {
		t.Fatal(err)
	}
	for _, forbidden := range []string{"http", "//cdn", "NaN", "function", "__f__", "undefined", "null,\n   null"} {
		if strings.Contains(out.String(), forbidden) {
			t.Errorf("holds %q", forbidden)
		}
	}
	path := filepath.Join("testdata", name+".json")
	if *update {
		if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, out.Bytes()) {
		t.Errorf("%s differs; run with -update and look at the difference", path)
	}
}

func TestSameResultSameFigure(t *testing.T) {
	for _, c := range Charts {
		a, _ := json.Marshal(c.Make(analyze(t, town()), words.Chinese))
		b, _ := json.Marshal(c.Make(analyze(t, town()), words.Chinese))
		if !bytes.Equal(a, b) {
			t.Errorf("%s: two runs differ", c.Key)
		}
	}
}

// A city without something gives figures that say so, and never fails.
func TestPoorCities(t *testing.T) {
	cities := map[string]func(*data.City){
		"nothing":    func(c *data.City) { *c = data.City{Name: "空"} },
		"no grids":   func(c *data.City) { c.Grids = nil },
		"no centers": func(c *data.City) { c.Centers = nil },
		"no floor area": func(c *data.City) {
			for i := range c.Centers {
				c.Centers[i].FloorArea = data.Number{}
			}
		},
		"no people": func(c *data.City) {
			for i := range c.Grids {
				c.Grids[i].Counts = data.Counts{}
			}
		},
		"no outlines": func(c *data.City) {
			for i := range c.Communities {
				c.Communities[i].Shape = nil
			}
		},
		"points": func(c *data.City) {
			for i := range c.Communities {
				c.Communities[i].Shape = nil
			}
			for i := range c.Grids {
				c.Grids[i].Shape = nil
			}
		},
	}
	for name, change := range cities {
		t.Run(name, func(t *testing.T) {
			c := town()
			change(c)
			r := analyze(t, c)
			for _, chart := range Charts {
				for _, lang := range langs {
					f := chart.Make(r, lang)
					if f.Title == "" || (f.Drawing == nil && f.Map == nil) == (f.Absent == "") {
						t.Errorf("%s: title %q, absent %q", chart.Key, f.Title, f.Absent)
					}
					if _, err := json.Marshal(f); err != nil {
						t.Errorf("%s: %v", chart.Key, err)
					}
				}
			}
		})
	}
}

var latin = regexp.MustCompile(`[A-Za-z]{2,}`)

// A Chinese figure holds no English word, an English one no Chinese beyond names in the data.
func TestFiguresAreInOneLanguage(t *testing.T) {
	r := analyze(t, town())
	allowed := regexp.MustCompile(`WGS 84|CGCS2000|\b[A-Z]+-[0-9]{2}\b`)
	for _, c := range Charts {
		f := c.Make(r, words.Chinese)
		for _, text := range append([]string{f.Title, f.Subtitle, f.Note, f.Alt}, flat(f.Table)...) {
			if latin.MatchString(allowed.ReplaceAllString(text, "")) {
				t.Errorf("%s: Latin letters in %q", c.Key, text)
			}
		}
	}
}

func flat(rows [][]string) (out []string) {
	for _, r := range rows {
		out = append(out, r...)
	}
	return out
}

func TestBreakdownFallsToTheLevelThatIsThere(t *testing.T) {
	c := town()
	c.Streets = []data.Street{{Unit: data.Unit{Virtual: true}}}
	for i := range c.Communities {
		c.Communities[i].Street = 0
	}
	for i := range c.Centers {
		c.Centers[i].Street = data.None
	}
	if level, units := Breakdown(analyze(t, c)); level != coverage.LevelDistrict || len(units) != 1 {
		t.Errorf("level %v with %d units", level, len(units))
	}
}
