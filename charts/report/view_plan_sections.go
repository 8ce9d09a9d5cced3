package report

import (
	"math"
	"slices"
	"strconv"

	"quarter/charts"
	"quarter/coverage"
	"quarter/coverage/siting"
	"quarter/geo"
)

// card is one recommended site with its reasons.
type card struct {
	Number, Name, Proposed, Place string
	Unit                          string // key of the site
	Reasons                       []string
}

// pickSection has every recommended site with its reasons, and their table; nil where none was chosen.
func (v *view) pickSection() *section {
	p := v.plan
	if len(p.Picks) == 0 {
		return nil
	}
	s := &section{Template: "section", ID: "plan", Kicker: v.t("plan.section.plan"), Title: v.t("plan.plan.title"), Note: v.t("plan.plan.note")}
	var cards []card
	for i := range p.Picks {
		k := &p.Picks[i]
		c := &p.Candidates[k.Candidate]
		cards = append(cards, card{
			Number: charts.Count(k.Rank), Name: p.text.Candidate(k.Candidate), Proposed: v.t("plan.proposed"), Place: p.text.Community(c.Community), Unit: charts.PickKey(k), Reasons: p.text.Reasons(k),
		})
	}
	s.Blocks = []block{{Table: v.table(v.pickTable())}, {Cards: cards}}
	return s
}

// pickTable has a row for every recommended site.
func (v *view) pickTable() *table {
	p := v.plan
	columns := append(v.pickColumns(), text(v.t("plan.col.remark")).shownIf(slices.ContainsFunc(p.Picks, func(k siting.Pick) bool { return p.text.Remark(&k) != "" })))
	floor := slices.ContainsFunc(p.Picks, func(k siting.Pick) bool { return k.FloorShort.Known })
	columns = append(columns, number(v.t("plan.col.floor")).how("plan_floor").onScreen().shownIf(floor))
	for i := range p.Before.Cohorts {
		columns = append(columns, number(v.t("plan.col.group", "label", v.cohortName(p.Before.Cohorts[i]))).how("plan_group").onScreen().shownIf(i+1 != p.Request.Objective.Cohort))
	}
	return &table{
		ID: "table-plan", Caption: v.t("plan.table.sites"), Columns: columns, N: len(p.Picks), Full: true, Wide: true, Key: func(i int) string { return charts.PickKey(&p.Picks[i]) },
		Row: func(i int) []string {
			k := &p.Picks[i]
			row := append(p.text.PickRow(i), p.text.Remark(k), charts.Number(v.lang, k.FloorShort, func(a float64) string { return charts.Area(a) }))
			for _, people := range k.Cohorts {
				row = append(row, charts.Whole(people))
			}
			return row
		},
	}
}

// onScreen keeps a column off paper, where the cards say the same.
func (c column) onScreen() column {
	c.Kind += " desk"
	return c
}

// pickHows are the explanations of the columns of charts.PlanText.PickRow, "" for text.
var pickHows = []string{"", "", "", "plan_new", "plan_rate", "plan_overlap", "plan_saved", "plan_price", "plan_per", "plan_often", "", "plan_loss"}

// pickColumns are those of charts.PlanText.PickRow; a column that says nothing of any site is left out.
func (v *view) pickColumns() []column {
	p := v.plan
	said := make([]bool, len(pickHows))
	for i := range p.Picks {
		for k, cell := range p.text.PickRow(i) {
			said[k] = said[k] || cell != ""
		}
	}
	said[charts.PickOften] = len(p.Radii) > 1
	var out []column
	for k, head := range p.text.PickHeads() {
		c := number(head).how(pickHows[k])
		if pickHows[k] == "" && k != charts.PickRank {
			c = long(head)
		}
		switch k {
		case charts.PickName:
			c = c.fix()
		case charts.PickCommunity, charts.PickOften, charts.PickOther:
			c = c.onScreen()
		}
		out = append(out, c.shownIf(said[k]))
	}
	return out
}

// gainSection tells what each further site buys, and how firm the choice is; nil where no sites were chosen by a model.
func (v *view) gainSection() *section {
	if v.plan.Request.Model == "" || len(v.plan.Picks) == 0 {
		return nil
	}
	curve := v.keep(charts.MakePlan("plancurve", v.plan.Plan, v.lang))
	s := &section{Template: "section", ID: "gains", Kicker: v.t("plan.section.curve"), Title: curve.Title}
	curve.Title = v.t("chart.plancurve.absent")
	s.Blocks = inPairs(append([]*figure{curve}, shown(v.keep(charts.MakePlan("plantrade", v.plan.Plan, v.lang)), v.keep(charts.MakePlan("planoften", v.plan.Plan, v.lang)))...)...)
	return s
}

// effectSection sets the main figures without and with the plan side by side, and tells who gains and who loses.
func (v *view) effectSection() *section {
	s := &section{Template: "section", ID: "effect", Kicker: v.t("plan.section.effect"), Title: v.t("plan.effect.title"), Note: charts.FloorSaid(v.lang, v.plan.c)}
	if len(v.plan.Changes) > 0 {
		s.Blocks = append(s.Blocks, block{Table: v.table(v.changedTable())})
	}
	s.Blocks = append(s.Blocks, block{Table: v.table(v.beforeAfter())})
	s.add(inPairs(shown(v.keep(charts.GainFigure(v.plan.c, v.lang)), v.keep(charts.LossFigure(v.plan.c, v.lang)))...))
	if len(v.plan.Served) > 0 {
		s.Blocks = append(s.Blocks, block{Table: v.table(v.servedTable())})
	}
	return s
}

// effectMetrics are the main figures that a plan can change.
var effectMetrics = []string{
	"coverage_pop", "population_covered", "population_uncovered", "coverage_pop_strict", "coverage_area", "population_overlap", "nearest_mean", "nearest_p90", "coverage_org", "blind_zones", "communities_short", "area_gap",
}

// beforeAfter is the table of the main figures.
func (v *view) beforeAfter() *table {
	var rows [][]string
	c := v.plan.c
	for _, key := range effectMetrics {
		d := c.Delta(c.Total(), key)
		if !d.Before.Known && !d.After.Known {
			continue
		}
		m, _ := coverage.MetricByKey(key)
		t := charts.MetricChange(v.lang, c, c.Total(), key)
		if m.Unit == coverage.UnitShare && d.Change.Known {
			t.Change = v.t("page.points", "n", t.Change)
		}
		rows = append(rows, []string{charts.MetricName(v.lang, v.r, key), t.Before, t.After, t.Change, v.t("unit." + string(v.r.UnitOf(m)))})
	}
	now, with := v.plan.shortfalls()
	rows = append(rows, []string{v.t("plan.short"), charts.Count(now), charts.Count(with), charts.Signed(charts.Count(with - now)), v.t("plan.items")})
	rows = append(rows, v.unjudgedRows()...)
	t := listed("table-effect", []column{
		text(v.t("plan.col.figure")).fix(), number(v.t("plan.col.now")).how("plan_figure"), number(v.t("plan.col.with")).how("plan_figure"), number(v.t("plan.col.change")).how("plan_figure"), text(v.t("plan.col.unit")),
	}, rows)
	t.Caption, t.Full = v.t("plan.table.effect"), true
	return t
}

// changedTable lists the changes by hand.
func (v *view) changedTable() *table {
	rows := make([][]string, len(v.plan.Changes))
	for i := range v.plan.Changes {
		c := &v.plan.Changes[i]
		moved := v.t("page.dash")
		if c.Kind == siting.ChangeMove {
			moved = charts.Meters(geo.Distance(c.From, c.To).Meters())
		}
		area := v.t("page.dash")
		if c.Area.Known && c.Kind != siting.ChangeClose {
			area = charts.Area(c.Area.V)
		}
		rows[i] = []string{c.Name, v.t("plan.change." + string(charts.ChangeKind(v.plan.Plan, c))), moved, area}
	}
	t := listed("table-changes", []column{text(v.t("plan.col.center")).fix(), text(v.t("plan.col.what")), number(v.t("plan.col.moved")), number(v.t("plan.col.area"))}, rows)
	t.Caption, t.Full = v.t("plan.table.changes"), true
	return t
}

// servedTable is the coverage of every community without and with the plan, the worst served first.
func (v *view) servedTable() *table {
	p := v.plan
	served := slices.Clone(p.Served)
	slices.SortStableFunc(served, func(a, b siting.ServedShare) int {
		switch {
		case a.After < b.After:
			return -1
		case a.After > b.After:
			return 1
		}
		return 0
	})
	columns := []column{
		named(v.t("page.col.community")).fix(), v.parentColumn(), number(v.t("plan.col.served.now")).how("plan_served"), number(v.t("plan.col.served.with")).how("plan_served").rising(),
		marks(v.t("plan.col.floor.met", "share", charts.Limit(p.Request.Floor))),
	}
	return &table{
		ID: "table-served", Caption: v.t("plan.table.served"), Columns: columns, N: len(served), Page: 120, Screen: 15, Key: func(i int) string { return charts.UnitKey(v.r.Community(served[i].Community)) },
		Row: func(i int) []string {
			s := &served[i]
			u, met := v.r.Community(s.Community), coverage.NotAttained
			if charts.Reached(s.After, p.Request.Floor) {
				met = coverage.Attained
			}
			return []string{v.names.Name(u), v.names.Parent(u), charts.Rate(s.Before, p.Request.Floor), charts.Rate(s.After, p.Request.Floor), markKey[met]}
		},
	}
}

// lossSection tells which existing centers would be missed least; nil where none counts.
func (v *view) lossSection() *section {
	all := v.plan.Losses
	if len(all) == 0 {
		return nil
	}
	free := 0
	for i := range all {
		free += boolInt(rounded(all[i].Lost) < 1)
	}
	s := &section{Template: "section", ID: "losses", Kicker: v.t("plan.section.losses"), Note: v.t("plan.losses.note")}
	s.Title = v.t("plan.losses.title", "center", v.names.Center(all[0].Center), "lost", v.plan.text.People(all[0].Lost))
	if free > 0 {
		s.Title = v.t(charts.Plural("plan.losses.free", free), "n", charts.Count(free))
	}
	unit := v.t("unit." + v.planUnit())
	columns := []column{
		rank(v.t("page.col.rank")), text(v.t("page.col.center")).fix(), text(v.t("page.col.tier")).pick(), number(v.t("plan.col.lost", "unit", unit)).how("plan_lost").rising(),
		number(v.t("plan.col.after")).how("plan_left"), number(v.t("plan.col.farther")).how("plan_farther"),
	}
	t := &table{
		ID: "table-losses", Caption: v.t("plan.table.losses"), Columns: columns, N: len(all), Page: 60, Screen: 10, Key: func(i int) string { return "f" + strconv.Itoa(all[i].Center) },
		Row: func(i int) []string {
			l := &all[i]
			return []string{charts.Count(i + 1), v.names.Center(l.Center), v.t("tier." + v.r.City.Centers[l.Center].Tier.String()), charts.Whole(l.Lost), charts.Rate(l.Share), v.fartherText(l)}
		},
	}
	s.Blocks = []block{{Table: v.table(t)}}
	return s
}

func (v *view) fartherText(l *siting.Loss) string {
	if math.IsInf(l.Farther, 1) {
		return v.t("plan.farther.none")
	}
	return charts.Meters(l.Farther)
}
