package charts

import (
	"github.com/go-echarts/go-echarts/v2/opts"

	"quarter/charts/words"
	"quarter/coverage"
)

// siteGain draws coverage after each recommended site, best first, with the standard.
func siteGain(r *coverage.Result, lang words.Lang) Figure {
	switch {
	case !r.Total().Get("coverage_pop").Known:
		return absent("gain", lang.T("chart.notevaluated."+WhyNoCoverage(r)), lang)
	case len(r.Sites) == 0:
		return absent("gain", lang.T("chart.gain.none"), lang)
	}
	g := &gain{result: r, lang: lang}
	g.limit, g.limited = CoverageLimit(r.Total())
	return finding(Figure{
		Key: "gain", Title: g.title(), Subtitle: lang.T("chart.gain.subtitle", "people", peopleWord(r, lang), "r", Radius(r, r.Circle.Radius.Meters())), Drawing: g.drawing(), Table: g.table(),
		Hows: []string{"", "site_new", "site_rate"}, Units: numbered("x", 0, 1+len(r.Sites)),
	}, lang)
}

type gain struct {
	result  *coverage.Result
	lang    words.Lang
	limit   float64
	limited bool
}

func (g *gain) rate(share float64) string { return Rate(share, limits(g.limit, g.limited)...) }

// crossing is the first site after which the standard is reached; 0 where it is from the start, or never.
func (g *gain) crossing() int {
	if !g.limited || Reached(g.result.Total().Get("coverage_pop").V, g.limit) {
		return 0
	}
	for _, s := range g.result.Sites {
		if Reached(s.Share, g.limit) {
			return s.Rank
		}
	}
	return 0
}

// title says what the first and the last site still gain.
func (g *gain) title() string {
	sites := g.result.Sites
	first, last := sites[0], sites[len(sites)-1]
	return g.lang.T(Plural("chart.gain.title", len(sites)), "from", SiteMark(g.lang, first.Rank), "to", SiteMark(g.lang, last.Rank), "first", Headcount(g.result, g.lang, first.NewPeople), "last", Headcount(g.result, g.lang, last.NewPeople))
}

func (g *gain) drawing() *Drawing {
	sites, base := g.result.Sites, g.result.Total().Get("coverage_pop").V
	from, to := base, sites[len(sites)-1].Share
	steps := []opts.CustomData{sign(g.lang.T("chart.gain.now", "rate", g.rate(base)), Met, 0, drawn(base*100), 1)}
	tips := Tips{Head: []string{MetricName(g.lang, g.result, "coverage_pop"), g.lang.T("page.col.newcov")}, Rows: [][]string{{g.lang.T("page.col.base"), g.rate(base) + "%", ""}}}
	crossing := g.crossing()
	for i, s := range sites {
		mark := SiteMark(g.lang, s.Rank)
		name, full := mark, s.Rank == crossing || i == len(sites)-1 && s.Rank-crossing != 1 // not beside the one that matters
		if full {
			name = g.lang.T("chart.gain.after", "mark", mark, "rate", g.rate(s.Share))
		}
		steps = append(steps, sign(name, Ink, s.Rank, drawn(s.Share*100), bit(full)))
		tips.Rows = append(tips.Rows, []string{g.lang.T("chart.map.site", "n", mark), g.rate(s.Share) + "%", Headcount(g.result, g.lang, s.NewPeople)})
	}
	p := newPlot()
	p.mark("steps", "steps", steps, 5)
	if g.limited {
		from, to = min(from, g.limit), max(to, g.limit)
		p.mark("target", "levels", []opts.CustomData{sign(g.lang.T("page.target", "n", Limit(g.limit)), Ink, drawn(g.limit*100), g.side())}, 3)
	}
	on := around(from*100, to*100)
	u := upright{right: float64(max(len(sites), 2)), step: tick(float64(len(sites)), 1), low: on.from, high: on.to, up: on.step, percent: true, top: 26, across: g.lang.T("chart.gain.x")}
	return &Drawing{Option: p.upright(u), Height: plotHeight, Tips: map[string]Tips{"steps": tips}}
}

// side is where the name of the target stands: at the right end of its line, on the side that the gain leaves free.
func (g *gain) side() int {
	if sites := g.result.Sites; Reached(sites[len(sites)-1].Share, g.limit) {
		return 1
	}
	return 2
}

func (g *gain) table() [][]string {
	out := [][]string{{g.lang.T("page.col.site"), g.lang.T("page.col.newcov"), g.lang.T("page.col.rate")}, {g.lang.T("page.col.base"), g.lang.T("page.dash"), g.rate(g.result.Total().Get("coverage_pop").V)}}
	for _, s := range g.result.Sites {
		out = append(out, []string{SiteMark(g.lang, s.Rank), Whole(s.NewPeople), g.rate(s.Share)})
	}
	return out
}
