package charts

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/opts"

	"quarter/charts/words"
	"quarter/coverage"
)

// distances draws people by the distance to their nearest counted center: dark within the strict radius, mid within the service
// radius, amber beyond; the last bar holds everybody farther away.
func distances(r *coverage.Result, lang words.Lang) Figure {
	if why := noCircles(r, lang); why != "" {
		return absent("distance", why, lang)
	}
	d, reach := r.Distances, r.Total().Reach
	b := &distanceBars{result: r, lang: lang, bars: bundle(d, r.Circle.Radius.Meters())}
	people := peopleWord(r, lang)
	f := Figure{
		ID: figureID("distance"), Key: "distance",
		Title:    lang.T("chart.distance.title", "people", people, "p50", Meters(reach.P50.V), "p90", Number(lang, reach.P90, Meters)),
		Subtitle: lang.T("chart.distance.subtitle", "people", people, "step", Meters(d.Step), "unit", peopleUnit(r, lang)),
		Drawing:  b.drawing(),
		Table:    b.table(),
		Hows:     []string{"", "distance_people"},
		Units:    numbered("r", 0, len(b.bars)),
	}
	f.Alt = lang.T("chart.alt", "title", f.Title, "subtitle", f.Subtitle)
	return f
}

// distanceBar is one bar: people from and to a distance; the last one is open.
type distanceBar struct {
	from, to, people float64
	open             bool
}

// bundle keeps bars up to twice the radius, at least twenty, and joins the rest into one open bar at the end.
func bundle(d coverage.Distribution, radius float64) []distanceBar {
	n := min(len(d.People), max(20, int(math.Ceil(2*radius/d.Step))))
	out := make([]distanceBar, 0, n+1)
	for i := range n {
		out = append(out, distanceBar{from: float64(i) * d.Step, to: float64(i+1) * d.Step, people: d.People[i]})
	}
	rest := d.Beyond
	for _, people := range d.People[n:] {
		rest += people
	}
	return append(out, distanceBar{from: float64(n) * d.Step, to: float64(n+1) * d.Step, people: rest, open: true})
}

type distanceBars struct {
	result *coverage.Result
	lang   words.Lang
	bars   []distanceBar
}

func (b *distanceBars) drawing() *Drawing {
	p := newPlot()
	var bins []opts.CustomData
	tips := Tips{Head: []string{peopleWord(b.result, b.lang)}}
	for _, bar := range b.bars {
		for _, part := range b.parts(bar) {
			bins = append(bins, bin(part.from, part.to, bar.people, part.color))
			tips.Rows = append(tips.Rows, []string{b.label(bar), Whole(bar.people)})
		}
	}
	p.mark("people", "bins", bins, 2)
	p.mark("radii", "rules", b.rules(), 4)
	last, top := b.bars[len(b.bars)-1], 0.0
	for _, bar := range b.bars {
		top = max(top, bar.people)
	}
	u := upright{right: last.to, step: tick(last.to, b.result.Distances.Step), open: true, across: b.lang.T("chart.distance.x", "n", Meters(last.from))}.from0(top)
	u.tens = b.lang == words.Chinese && u.high >= 2e4
	u.upward = peopleScale(b.result, b.lang, u.tens)
	return &Drawing{Option: p.upright(u), Height: plotHeight, Tips: map[string]Tips{"people": tips}}
}

// peopleScale is the unit of an axis of people, which a Chinese reader counts in ten thousands where they are many.
func peopleScale(r *coverage.Result, lang words.Lang, tens bool) string {
	return lang.T("chart.scale", "unit", peopleUnit(r, lang), "tens", shownIf(tens, "1"))
}

type coloredPart struct {
	from, to float64
	color    string
}

// parts cuts a bar where a radius passes through it: both parts keep the bar's height, the colour changes at the line.
func (b *distanceBars) parts(bar distanceBar) []coloredPart {
	strict, radius := b.result.Circle.StrictRadius.Meters(), b.result.Circle.Radius.Meters()
	color := func(at float64) string {
		switch {
		case at < min(strict, radius):
			return DeepBlue
		case at < radius:
			return MidBlue
		}
		return Short
	}
	var out []coloredPart
	from := bar.from
	for _, cut := range []float64{min(strict, radius), radius} {
		if cut > from && cut < bar.to {
			out = append(out, coloredPart{from, cut, color(from)})
			from = cut
		}
	}
	return append(out, coloredPart{from, bar.to, color(from)})
}

// rules are the service radius with the people beyond it, those between the strict radius and it, and the median.
func (b *distanceBars) rules() []opts.CustomData {
	total := b.result.Total()
	people := PeopleOf(total.People)
	unit := peopleUnit(b.result, b.lang)
	strict, radius := b.result.Circle.StrictRadius.Meters(), b.result.Circle.Radius.Meters()
	rules := []opts.CustomData{rule(radius, 1, solid, 0, NotMetInk, b.lang.T("chart.distance.beyond", "r", Radius(b.result, radius), "n", people.Uncovered, "unit", unit))}
	if strict < radius {
		between := Whole(round(total.People.Covered) - round(total.People.Strict))
		rules = append(rules,
			rule(strict, -1, dashed, 0, Ink, ""),
			rule(radius, 0, wordsOnly, 0, Met, b.lang.T("chart.distance.between", "a", Radius(b.result, strict), "b", Radius(b.result, radius), "n", between, "unit", unit)))
	}
	if p50 := total.Reach.P50; p50.Known && p50.V < b.bars[len(b.bars)-1].from {
		rules = append(rules, rule(p50.V, b.medianLine(p50.V, radius), dashed, -1, Ink, b.lang.T("chart.distance.median", "n", Meters(p50.V))))
	}
	return rules
}

// medianLine is the line of the median's name: above the others where it stands beyond the radius, whose names are there.
func (b *distanceBars) medianLine(median, radius float64) int {
	if median < radius {
		return 0
	}
	return 2
}

func (b *distanceBars) label(bar distanceBar) string {
	if bar.open {
		return b.lang.T("chart.distance.open", "a", Meters(bar.from))
	}
	return b.lang.T("chart.distance.bin", "a", Meters(bar.from), "b", Meters(bar.to))
}

func (b *distanceBars) table() [][]string {
	rows := [][]string{{b.lang.T("page.col.distance"), b.lang.T("page.people." + b.result.Basis.Basis.String())}}
	for _, bar := range b.bars {
		rows = append(rows, []string{b.label(bar), Whole(bar.people)})
	}
	return rows
}
