package report

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"quarter/charts"
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// absence is something that a city may not have.
type absence struct {
	name string
	take func(*data.City)
}

var lacks = []absence{
	{"centers", func(c *data.City) { c.Centers = nil }},
	{"grids", func(c *data.City) {
		for i := range c.Communities {
			for g := range c.Grids {
				if c.Grids[g].Community == i && c.Grids[g].Households.Known {
					c.Communities[i].Households = data.Num(c.Communities[i].Households.Or(0) + c.Grids[g].Households.V)
					c.Communities[i].People[data.Resident] = data.Num(c.Communities[i].People[data.Resident].Or(0) + c.Grids[g].People[data.Resident].Or(0))
				}
			}
		}
		c.Grids = nil
		for i := range c.Centers {
			c.Centers[i].Grid = data.None
		}
	}},
	{"people", func(c *data.City) {
		for i := range c.Grids {
			c.Grids[i].People = data.Counts{}.People
		}
		for i := range c.Communities {
			c.Communities[i].People = data.Counts{}.People
		}
	}},
	{"households", func(c *data.City) {
		for i := range c.Grids {
			c.Grids[i].Households = data.Number{}
		}
		for i := range c.Communities {
			c.Communities[i].Households = data.Number{}
		}
	}},
	{"floor", func(c *data.City) {
		for i := range c.Centers {
			c.Centers[i].FloorArea = data.Number{}
		}
	}},
}

// kinds are cities of other shapes.
var kinds = []struct {
	name string
	make func() *data.City
}{
	{"town", town},
	{"one street", func() *data.City {
		c := town()
		c.Streets = c.Streets[:1]
		for i := range c.Communities {
			c.Communities[i].Street = 0
		}
		for i := range c.Centers {
			c.Centers[i].Street = min(c.Centers[i].Street, 0)
		}
		return c
	}},
	{"one community", func() *data.City {
		c := town()
		c.Streets, c.Communities, c.Grids, c.Centers = c.Streets[:1], c.Communities[:1], c.Grids[:4], c.Centers[:1]
		return c
	}},
	{"one grid", func() *data.City {
		c := town()
		c.Streets, c.Communities, c.Grids, c.Centers = c.Streets[:1], c.Communities[:1], c.Grids[:1], c.Centers[:1]
		return c
	}},
	{"all covered", func() *data.City {
		c := town()
		for k := range 24 {
			c.Centers = append(c.Centers, center(fmt.Sprintf("a%d", k), fmt.Sprintf("中心%d", k), at(float64(k%6)*700, float64(k/6)*900), data.TierStreet, data.StatusOpen, 0))
		}
		return c
	}},
	{"none covered", func() *data.City {
		c := town()
		for i := range c.Centers {
			c.Centers[i].Status = data.StatusPlanned
		}
		return c
	}},
	{"one name", func() *data.City {
		c := town()
		for i := range c.Communities {
			c.Communities[i].Name = "新华社区"
		}
		return c
	}},
}

// cases calls do with every combination: each kind of city without each set of things, under profiles that say more and less, with and
// without sites, and counting people and households. It returns how many there were.
func cases(t *testing.T, do func(name string, p Page, lacking map[string]bool)) int {
	t.Helper()
	n := 0
	for _, kind := range kinds {
		for set := range 1 << len(lacks) {
			city, lacking, name := kind.make(), map[string]bool{}, kind.name
			for i, l := range lacks {
				if set>>i&1 == 1 {
					l.take(city)
					lacking[l.name] = true
					name += ", no " + l.name
				}
			}
			city.Link()
			for _, run := range runs(set) {
				r, err := coverage.Analyze(t.Context(), city, run.profile, run.options)
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				for _, lang := range []words.Lang{words.Chinese, words.English} {
					n++
					do(fmt.Sprintf("%s, %s, %d sites, %v", name, run.profile.ID, run.options.Sites, lang), Page{Result: r, Lang: lang}, lacking)
				}
			}
		}
	}
	return n
}

type run struct {
	profile data.Profile
	options coverage.Options
}

// runs are all for a city that lacks nothing, else two.
func runs(set int) []run {
	out := []run{{data.General(), coverage.Options{Sites: 3}}, {data.General(), coverage.Options{Sites: -1}}}
	if set != 0 {
		return out
	}
	for _, id := range data.ProfileIDs {
		profile, err := data.BuiltinProfile(id)
		if err != nil {
			panic(err)
		}
		out = append(out, run{profile, coverage.Options{Sites: 1}})
	}
	return out
}

// answerOf is a view without its sections: the answer needs none.
func answerOf(p Page) *view {
	v := &view{Lang: p.Lang.String(), Words: p.Lang, page: p, r: p.Result, lang: p.Lang, names: charts.NewNamer(p.Result, p.Lang), general: data.General()}
	v.level, v.units = charts.Breakdown(v.r)
	return v
}

// told are all marked texts of the answer and the tiles.
func (v *view) told() []string {
	h := v.hero()
	out := append([]string{v.headline(), v.tileNote()}, h.Caption...)
	for _, l := range h.Lines {
		out = append(out, l.Label, l.Value)
	}
	for _, s := range h.Scale {
		out = append(out, s.Text)
	}
	for _, l := range v.say() {
		out = append(out, l.Value)
	}
	for _, t := range v.tiles() {
		out = append(out, t.Name, t.Value)
		for _, f := range t.Facts {
			out = append(out, f.Label, f.Value)
		}
	}
	return out
}

var (
	wrong = regexp.MustCompile(`[{}]|NaN|Inf|%!|<nil>|[，。；、：,;:.][，。；、：,;:]|\.\.|（）|\(\)|  |^ |\p{Co}|[\x{FDD0}-\x{FDEF}]`)
	empty = regexp.MustCompile(`\b0 of 0\b|0(?: ?)[／/](?: ?)0\b|^0个可评价|\bof 0\b`)
	one   = regexp.MustCompile(`\b1[  ](?:units|communities|sites|zones|residents|grid cells|sub-districts)\b`)
	ends  = map[words.Lang]string{words.Chinese: "。", words.English: "."}
)

// missed are the words of a sentence about what a city lacks.
var missed = map[string]*regexp.Regexp{
	"centers": regexp.MustCompile(`覆盖率|服务圈|缺口|circle|shortfall|Coverage`),
	"grids":   regexp.MustCompile(`网格|[Gg]rid`),
	"floor":   regexp.MustCompile(`平方米|用房|m²|floor area`),
}

func TestEveryCombinationOfTheAnswer(t *testing.T) {
	lengthy(t)
	numbers := 0
	n := cases(t, func(name string, p Page, lacking map[string]bool) {
		v := answerOf(p)
		o := newOracle(p.Result)
		for _, text := range v.told() {
			said := plainText(text)
			for _, re := range []*regexp.Regexp{wrong, empty, one} {
				if at := re.FindString(said); at != "" {
					t.Errorf("%s: %q in %q", name, at, said)
				}
			}
			for _, s := range rich(text) {
				if s.How != "" {
					numbers++
					o.check(t, s.How, s.Part, s.Unit, s.Text)
					if !v.explains(s.How) {
						t.Errorf("%s: no explanation of %s", name, s.How)
					}
				}
			}
		}
		for _, line := range v.say() {
			said := plainText(line.Value)
			if !strings.HasSuffix(said, ends[p.Lang]) {
				t.Errorf("%s: %q does not end", name, said)
			}
			for what, re := range missed {
				if lacking[what] && re.MatchString(said) {
					t.Errorf("%s: speaks of %s: %q", name, what, said)
				}
			}
		}
		if t.Failed() && testing.Verbose() {
			t.FailNow()
		}
	})
	if n < 400 || numbers < 10000 {
		t.Errorf("only %d combinations with %d numbers", n, numbers)
	}
}

// explains reports whether a figure has an explanation.
func (v *view) explains(key string) bool {
	if _, metric := coverage.MetricByKey(key); metric {
		return v.anyKnown(key)
	}
	at := slices.IndexFunc(furtherFigures, func(f further) bool { return f.key == key })
	return at >= 0 && furtherFigures[at].said != nil && furtherFigures[at].said(v)
}

func plainText(text string) string {
	var b strings.Builder
	for _, s := range rich(text) {
		b.WriteString(s.Text)
	}
	return b.String()
}
