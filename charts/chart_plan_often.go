package charts

import (
	"quarter/charts/words"
	"quarter/coverage/siting"
	"quarter/data"
)

// planOften draws how often each site is chosen again when the plan is made for other radii.
func planOften(p *siting.Plan, lang words.Lang) Figure {
	if len(p.Radii) < 2 || len(p.Picks) == 0 {
		return absent("planoften", lang.T("chart.planoften.none"), lang)
	}
	t := NewPlanText(p, lang)
	always, least := 0, &p.Picks[0]
	r := rows{tips: Tips{Head: []string{lang.T("plan.col.often")}}}
	table := [][]string{{lang.T("site.head.name"), lang.T("plan.col.often"), lang.T("plan.col.times")}}
	var keys []string
	for i := range p.Picks {
		k := &p.Picks[i]
		always += bit(Reached(k.Often, 1))
		if k.Often < least.Often {
			least = k
		}
		times := t.times(k)
		written := t.t("page.of", "a", times, "b", Count(len(p.Radii)))
		r.add(t.Site(k), data.Num(k.Often*100), Calm, written, Percent(k.Often))
		table, keys = append(table, []string{t.Site(k), Rate(k.Often), times}), append(keys, PickKey(k))
	}
	key := "chart.planoften.title"
	if always == len(p.Picks) {
		key = "chart.planoften.title.all"
	}
	return finding(Figure{
		Key: "planoften", Title: t.t(Plural(key, len(p.Picks)), "n", Count(len(p.Picks)), "always", Count(always), "name", t.Site(least), "times", t.times(least), "of", Count(len(p.Radii))),
		Subtitle: t.t("chart.planoften.subtitle", "n", Count(len(p.Radii)), "low", Meters(p.Radii[0]), "high", Meters(p.Radii[len(p.Radii)-1]), "near", Meters(siting.Near.Meters()),
			"unmet", shownIf(p.Radii[0] > p.Base.Sensitivity.Low.Meters()*(1+1e-9), "unmet")), // radii without an answer are left out
		Drawing: r.drawing("often"), Table: table, Hows: []string{"", "plan_often", "plan_often.n"}, Units: keys,
	}, lang)
}

// times is for how many of the radii a pick is chosen.
func (t *PlanText) times(k *siting.Pick) string {
	return Count(int(round(k.Often * float64(len(t.plan.Radii)))))
}

// Site names a pick by its number on the map and its name.
func (t *PlanText) Site(k *siting.Pick) string {
	return t.t("plan.site", "n", k.Rank, "name", t.Candidate(k.Candidate))
}
