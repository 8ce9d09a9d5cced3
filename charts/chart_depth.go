package charts

import (
	"github.com/go-echarts/go-echarts/v2/opts"

	"quarter/charts/words"
	"quarter/coverage"
)

// coverageDepth draws people by the number of service circles they live in.
func coverageDepth(r *coverage.Result, lang words.Lang) Figure {
	if why := noCircles(r, lang); why != "" {
		return absent("depth", why, lang)
	}
	d := &depths{result: r, lang: lang, total: r.Total(), people: DepthPeople(r)}
	f := Figure{
		Key: "depth",
		Title: lang.T("chart.depth.title", "people", peopleWord(r, lang), "many", Percent((d.total.Depth[2]+d.total.Depth[3])/d.total.People.Total),
			"none", Percent(d.total.Depth[0]/d.total.People.Total)),
		Subtitle: lang.T("chart.depth.subtitle", "people", peopleWord(r, lang), "r", Radius(r, r.Circle.Radius.Meters()), "n", Whole(d.total.People.Total), "unit", peopleUnit(r, lang)),
		Drawing:  d.drawing(),
		Table:    d.table(),
		Hows:     []string{"", "depth_people", "depth_share"},
		Units:    numbered("r", 0, len(r.Depths)),
	}
	return finding(f, lang)
}

type depths struct {
	result *coverage.Result
	lang   words.Lang
	total  *coverage.Unit
	people []float64 // in exactly k circles, whole
}

// depthParts is how many parts the bar has; the last one joins all further depths.
const depthParts = 6

// depthColors darken with the number of circles; the part in no circle is hatched.
var depthColors = [depthParts]string{Paper, coverageColors[0], coverageColors[1], coverageColors[2], coverageColors[3], coverageColors[4]}

// parts are the shares and whole people of the parts of the bar, as many as there are people in so many circles.
func (d *depths) parts() (shares, people []float64) {
	n := min(depthParts, len(d.result.Depths))
	shares, people = make([]float64, n), make([]float64, n)
	for k, exact := range d.result.Depths {
		shares[min(k, n-1)] += exact / d.total.People.Total
		people[min(k, n-1)] += d.people[k]
	}
	return shares, people
}

// label says how many circles a part stands for.
func (d *depths) label(k, parts int) string {
	return d.lang.T("chart.depth.in", "n", Count(k), "open", shownIf(k == depthParts-1 && len(d.result.Depths) > parts, "1"))
}

func (d *depths) drawing() *Drawing {
	p := newPlot()
	var bar []opts.CustomData
	shares, people := d.parts()
	tips := Tips{Head: []string{peopleWord(d.result, d.lang), d.lang.T("chart.depth.share")}}
	from := 0.0
	for k, share := range shares {
		label, count := d.label(k, len(shares)), Headcount(d.result, d.lang, people[k])
		bar = append(bar, sign(label+"\n"+Percent(share)+"\n"+count, depthColors[k], drawn(from*100), drawn((from+share)*100), bit(k == 0)))
		tips.Rows = append(tips.Rows, []string{label, count, Percent(share)})
		from += share
	}
	p.mark("depth", "parts", bar, 2)
	return &Drawing{Option: p.single(100), Height: 134, Low: 134, Tips: map[string]Tips{"depth": tips}}
}

// table tells every depth apart, also those that the figure joins.
func (d *depths) table() [][]string {
	out := [][]string{{d.lang.T("chart.depth.circles"), peopleWord(d.result, d.lang), d.lang.T("chart.depth.share.head")}}
	for k, people := range d.result.Depths {
		out = append(out, []string{Count(k), Whole(d.people[k]), Rate(people / d.total.People.Total)})
	}
	return out
}
