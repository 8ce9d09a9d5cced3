package charts

import (
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// mostShifts is how many communities a figure of gains or losses draws; the table has all.
const mostShifts = 15

// GainFigure ranks the communities where more people are covered than before, LossFigure those where fewer are.
func GainFigure(c *coverage.Comparison, lang words.Lang) Figure {
	return shifts(c, lang, "gainers", c.People.Gainers, c.People.Gained, Gain)
}

// LossFigure ranks the communities where fewer people are covered than before.
func LossFigure(c *coverage.Comparison, lang words.Lang) Figure {
	return shifts(c, lang, "losers", c.People.Losers, -c.People.Lost, Short)
}

func shifts(c *coverage.Comparison, lang words.Lang, key string, all []coverage.Shift, sum float64, color string) Figure {
	switch {
	case !c.People.Known:
		return absent(key, lang.T("compare.people.unknown"), lang)
	case len(all) == 0:
		return absent(key, lang.T("compare.none."+key), lang)
	}
	names := NewNamer(c.After.Result, lang)
	tips := Tips{Head: []string{lang.T("compare.col.covered")}}
	r := rows{tips: tips, unit: peopleUnit(c.After.Result, lang)}
	table := [][]string{{lang.T("page.col.community"), lang.T("compare.col.covered")}}
	var units []*coverage.Unit
	for i, s := range all {
		_, u := c.Units(&c.Pairs[s.Pair])
		name, written := names.Distinct(u), MetricChange(lang, c, &c.Pairs[s.Pair], "population_covered").Change
		if i < mostShifts {
			r.add(name, data.Num(max(s.People, -s.People)), color, written, written)
		}
		table, units = append(table, []string{name, written}), append(units, u)
	}
	return finding(Figure{
		Key: key, Title: lang.T(Plural("compare."+key+".title", len(all)), "n", Count(len(all)), "people", Headcount(c.After.Result, lang, max(sum, -sum))),
		Subtitle: lang.T("compare."+key+".subtitle", "most", shownIf(len(all) > mostShifts, Count(mostShifts))),
		Drawing:  r.drawing("shift"), Table: table, Units: unitKeys(units),
	}, lang)
}
