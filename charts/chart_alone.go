package charts

import (
	"cmp"
	"slices"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// mostAlone is how many centers the figure draws; the table behind it has all.
const mostAlone = 10

// servedAlone ranks the centers by the people whom no other center reaches: what is lost if one closes.
func servedAlone(r *coverage.Result, lang words.Lang) Figure {
	if why := noCircles(r, lang); why != "" {
		return absent("alone", why, lang)
	}
	order := aloneOrder(r)
	if len(order) == 0 {
		return absent("alone", lang.T("chart.alone.none"), lang)
	}
	names, worst := NewNamer(r, lang), order[0]
	f := Figure{
		Key:      "alone",
		Title:    lang.T("chart.alone.title", "name", names.Center(worst), "n", Headcount(r, lang, r.Centers[worst].Alone)),
		Subtitle: lang.T(Plural("chart.alone.subtitle", len(order)), "people", peopleWord(r, lang), "n", Count(min(mostAlone, len(order))), "unit", peopleUnit(r, lang)),
		Table:    [][]string{{lang.T("page.col.center"), lang.T("page.col.tier"), lang.T("chart.alone.only", "people", peopleWord(r, lang)), lang.T("page.col.within", "people", peopleWord(r, lang))}},
		Hows:     []string{"", "", "center_alone", "center_people"},
	}
	drawing := &rows{tips: Tips{Head: f.Table[0][1:]}}
	for rank, i := range order {
		c := &r.Centers[i]
		cells := []string{lang.T("tier." + r.City.Centers[i].Tier.String()), Whole(c.Alone), Whole(c.People)}
		if rank < mostAlone {
			drawing.add(names.Center(i), data.Num(c.Alone), DeepBlue, Whole(c.Alone), cells...)
		}
		f.Table, f.Units = append(f.Table, append([]string{names.Center(i)}, cells...)), append(f.Units, "f"+itoa(i))
	}
	if more := len(order) - mostAlone; more > 0 {
		f.Note = lang.T("chart.alone.more", "n", Count(more))
	}
	f.Drawing = drawing.drawing("alone")
	return finding(f, lang)
}

// aloneOrder are the centers that alone serve at least one person, most first, ties in the city's order.
func aloneOrder(r *coverage.Result) []int {
	var out []int
	for i := range r.Centers {
		if round(r.Centers[i].Alone) >= 1 {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(r.Centers[b].Alone, r.Centers[a].Alone) })
	return out
}
