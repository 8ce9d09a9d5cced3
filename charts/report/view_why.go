package report

import (
	"quarter/charts"
	"quarter/coverage"
)

// whySection says where the figure comes from: distances, every other radius, how many centers are near, and what other assumptions
// would change.
func (v *view) whySection() *section {
	s := &section{Template: "section", ID: "why", Kicker: v.t("page.section.why"), Title: v.whyTitle(), Note: v.whyNote()}
	s.Blocks = inPairs(v.figure("distance"), v.figure("curve"))
	s.add(present(v.figure("depth")), inPairs(shown(v.figure("tornado"), v.figure("ranges"))...), present(v.figure("alone")))
	if len(v.r.Sensitivity.Flips) > 0 {
		s.Blocks = append(s.Blocks, block{Table: v.table(v.flipTable())})
	}
	return s
}

// shown leaves out the figures that have nothing to draw: a figure before them has told why.
func shown(all ...*figure) []*figure {
	var out []*figure
	for _, f := range all {
		if f.Absent == "" {
			out = append(out, f)
		}
	}
	return out
}

// present is a figure as a block of its own, where it is shown.
func present(f *figure) []block {
	if f.Absent != "" {
		return nil
	}
	return []block{{Figure: f}}
}

// whyTitle says whether the verdict on coverage holds over all assumptions of walking.
func (v *view) whyTitle() string {
	total := v.r.Total()
	value := total.Get("coverage_pop")
	limit, limited := charts.CoverageLimit(total)
	if !value.Known {
		return v.t("page.headline.nodata." + charts.WhyNoCoverage(v.r))
	}
	if !value.Low.Known || !value.High.Known || value.Low.V == value.High.V {
		return ""
	}
	low, high := v.shareBeside(value.Low.V, limit, limited), v.shareBeside(value.High.V, limit, limited)
	verdict, _ := total.Verdict("COV-04")
	key := "page.why.title"
	switch {
	case !limited:
		key += ".plain"
	case verdict.Sensitive():
		key += ".turns"
	case verdict.Outcome == coverage.NotAttained:
		key += ".not"
	default:
		key += ".attained"
	}
	return v.t(key, "low", num("coverage_pop", "low", total, plain, low), "high", num("coverage_pop", "high", total, plain, high), "limit", charts.Limit(limit))
}

func (v *view) whyNote() string {
	total := v.r.Total()
	mean := total.Get("nearest_mean")
	if !mean.Known {
		return ""
	}
	figure := func(key string) string { return num(key, "", total, plain, v.value(total, key)) }
	note := v.t("page.why.note", "mean", figure("nearest_mean"), "max", figure("nearest_max"), "minutes", figure("nearest_p90_minutes"), "people", v.people(), "nine", v.t("page.nine."+v.r.Basis.Basis.String()))
	if a, b, ok := v.radii(); ok && len(v.r.Sensitivity.Flips) == 0 {
		note += v.t("page.flips.none", "a", a, "b", b)
	}
	return note
}

// radii are the ends of the sensitivity range in metres; ok is false where there is none.
func (v *view) radii() (low, high string, ok bool) {
	s := v.r.Sensitivity
	return charts.Radius(v.r, s.Low.Meters()), charts.Radius(v.r, s.High.Meters()), s.Low < s.High
}

// flipTable lists the outcomes that hang on the walking assumptions (结论对口径敏感).
func (v *view) flipTable() *table {
	flips := v.r.Sensitivity.Flips
	low, high, _ := v.radii()
	columns := []column{
		text(v.t("page.col.level")), named(v.t("page.col.unit")).fix(), text(v.t("page.col.parent")), text(v.t("page.col.rulename")),
		marks(v.t("page.col.low")), marks(v.t("page.col.base")), marks(v.t("page.col.high")),
	}
	return &table{
		ID: "table-flips", Online: true, Caption: v.t("page.flips", "n", charts.Count(len(flips)), "a", low, "b", high), Columns: columns, N: len(flips), Page: 60, Screen: 10, Note: v.t("page.flips.note"),
		Key: func(i int) string { return charts.UnitKey(&v.r.Units[flips[i].Unit]) },
		Row: func(i int) []string {
			u := &v.r.Units[flips[i].Unit]
			return []string{
				v.t("level." + u.Level.String()), v.names.Beside(u), v.names.Parent(u), v.ruleName(coverage.Rules[flips[i].Rule].ID),
				markKey[flips[i].Low], markKey[flips[i].Base], markKey[flips[i].High],
			}
		},
	}
}
