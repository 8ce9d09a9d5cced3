package charts

import (
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
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
		Subtitle: lang.T("chart.depth.subtitle", "people", peopleWord(r, lang), "r", Meters(r.Circle.Radius.Meters()), "n", Whole(d.total.People.Total), "unit", peopleUnit(r, lang)),
		Drawing:  d.drawing(),
		Table:    d.table(),
	}
	return finding(f, lang)
}

type depths struct {
	result *coverage.Result
	lang   words.Lang
	total  *coverage.Unit
	people []float64 // in exactly k circles, whole
}

// whole are the people of one row of the figure; the last one joins all further depths.
func (d *depths) whole(k int) float64 {
	if k < len(depthColors)-1 {
		return orZero(d.people, k)
	}
	return sumOf(d.people[min(k, len(d.people)):])
}

func orZero(list []float64, i int) float64 {
	if i < len(list) {
		return list[i]
	}
	return 0
}

// depthColors darken with the number of circles; no circle is amber.
var depthColors = [...]string{Short, "#BBD2E3", "#86AECD", DeepBlue}

func (d *depths) drawing() *Drawing {
	out := &rows{tips: Tips{Head: []string{peopleWord(d.result, d.lang), d.lang.T("chart.depth.share")}}}
	for k, people := range d.total.Depth {
		share := Percent(people / d.total.People.Total)
		out.add(d.lang.T("chart.depth.in."+itoa(k)), data.Num(people/d.total.People.Total*100), depthColors[k],
			d.lang.T("chart.depth.value", "n", Headcount(d.result, d.lang, d.whole(k)), "share", share), Whole(d.whole(k)), share)
	}
	return out.drawing("depth")
}

// table tells every depth apart, also those that the figure joins.
func (d *depths) table() [][]string {
	out := [][]string{{d.lang.T("chart.depth.circles"), peopleWord(d.result, d.lang), d.lang.T("chart.depth.share.head")}}
	for k, people := range d.result.Depths {
		out = append(out, []string{Count(k), Whole(orZero(d.people, k)), Rate(people / d.total.People.Total)})
	}
	return out
}
