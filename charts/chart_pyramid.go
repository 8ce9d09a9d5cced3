package charts

import (
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// provided are the tiers from the district down, with the rule that asks for one in every unit; "" where none does.
var provided = []struct {
	tier data.Tier
	rule string
	unit string // the word for the units
}{
	{data.TierDistrict, "PROV-01", "district"},
	{data.TierStreet, "PROV-02", "street"},
	{data.TierCommunity, "PROV-03", "community"},
	{data.TierRegional, "", ""},
	{data.TierPoint, "GRID-07", "grid"},
}

// provision draws, tier by tier, the share of units that have the center they should have, and how many centers work.
func provision(r *coverage.Result, lang words.Lang) Figure {
	if !r.City.HasCenters() {
		return absent("pyramid", lang.T("chart.notevaluated.centers"), lang)
	}
	p := &pyramid{result: r, lang: lang}
	f := Figure{Key: "pyramid", Title: p.title(), Subtitle: lang.T("chart.pyramid.subtitle"), Drawing: p.drawing(), Table: p.table()}
	f.Hows = []string{"", "tier_working", "", "verdicts.attained", "verdicts.not", "verdicts.nodata", "verdict_rate"}
	for _, t := range provided {
		f.Units = append(f.Units, RuleKey(t.rule))
	}
	return finding(f, lang)
}

type pyramid struct {
	result *coverage.Result
	lang   words.Lang
}

// summary counts the outcomes of a rule; ok is false where the profile does not regulate it, or no rule asks.
func (p *pyramid) summary(id string) (s coverage.RuleSummary, ok bool) {
	for _, s := range p.result.Rules {
		if coverage.Rules[s.Rule].ID == id {
			return s, s.Level != ""
		}
	}
	return coverage.RuleSummary{}, false
}

// has counts the units that have a center of the tier, of those that could be judged.
func has(s coverage.RuleSummary) (with, judged int) {
	return s.Counts[coverage.Attained], s.Counts[coverage.Attained] + s.Counts[coverage.NotAttained]
}

// title says where most is missing.
func (p *pyramid) title() string {
	most, missing, tied, judged := "", 0, 0, 0
	for _, t := range provided {
		s, _ := p.summary(t.rule)
		with, all := has(s)
		judged += all
		switch n := all - with; {
		case n > missing:
			missing, tied, most = n, 1, p.lang.T("chart.pyramid.lacks."+t.unit, "n", Count(n), "all", Count(all))
		case n == missing && n > 0:
			tied++
		}
	}
	switch {
	case judged == 0:
		return p.lang.T("chart.pyramid.title.none")
	case missing == 0:
		return p.lang.T("chart.pyramid.title.all")
	case tied > 1:
		return p.lang.T(Plural("chart.pyramid.title.tie", missing), "levels", Count(tied), "n", Count(missing))
	}
	return most
}

func (p *pyramid) drawing() *Drawing {
	out := &rows{tips: Tips{Head: p.table()[0][1:]}, most: 100}
	for i, row := range p.table()[1:] {
		t := provided[i]
		s, _ := p.summary(t.rule)
		with, judged := has(s)
		bar, color := data.Number{}, Met
		if judged > 0 {
			bar = data.Num(float64(with) / float64(judged) * 100)
		}
		if with < judged {
			color = Short
		}
		out.add(row[0], bar, color, p.written(row), row[1:]...)
	}
	return out.drawing("pyramid")
}

// written is the end of a row: units with a center of all judged, and the working centers.
func (p *pyramid) written(row []string) string {
	return p.lang.T("chart.pyramid.value", "have", row[3], "n", shownIf(row[1] != p.lang.T("page.dash"), row[1]))
}

func (p *pyramid) table() [][]string {
	l := p.lang
	out := [][]string{{l.T("page.col.tier"), l.T("chart.pyramid.working"), l.T("chart.pyramid.units"), l.T("chart.pyramid.have"), l.T("chart.pyramid.lack"), l.T("outcome.nodata"), l.T("chart.pyramid.rate")}}
	for _, t := range provided {
		out = append(out, append([]string{l.T("tier." + t.tier.String()), p.working(t.tier)}, p.judged(t.rule, t.unit)...))
	}
	return out
}

// working is the number of working centers of a tier. Service points have none: most of them are numbers in a column of the grids.
func (p *pyramid) working(tier data.Tier) string {
	if tier == data.TierPoint {
		return p.lang.T("page.dash")
	}
	return Count(p.result.Total().WorkingByTier[tier])
}

// judged says of the units of a tier: which they are, how many have one, lack one, have no data, and the rate.
func (p *pyramid) judged(rule, unit string) []string {
	s, regulated := p.summary(rule)
	switch {
	case rule == "":
		none := p.lang.T("page.dash")
		return []string{none, none, none, none, none}
	case !regulated:
		na := Unregulated.Word(p.lang)
		return []string{p.lang.T("level." + unit), na, na, na, na}
	}
	with, all := has(s)
	if all == 0 {
		why := Missing
		if s.Reason == coverage.ReasonNotProvided {
			why = NotProvided
		}
		return []string{p.lang.T("level." + unit), why.Word(p.lang), "–", Count(s.Counts[coverage.NoData]), "–"}
	}
	return []string{
		p.lang.T("level." + unit), p.lang.T("page.of", "a", Count(with), "b", Count(all)), Count(all - with), Count(s.Counts[coverage.NoData]), Rate(float64(with)/float64(all), 1),
	}
}
