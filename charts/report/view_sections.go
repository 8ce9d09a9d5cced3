package report

import (
	"cmp"
	"slices"
	"strconv"

	"quarter/charts"
	"quarter/coverage"
	"quarter/data"
)

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// floorRule judges a community by its own area, a larger unit by the rate over its communities.
func floorRule(u *coverage.Unit) string {
	if u.Level == coverage.LevelCommunity {
		return "AREA-02"
	}
	return "AREA-07"
}

// peopleOf is the account of a unit in words; a unit without any count has no data, not nobody.
func (v *view) peopleOf(u *coverage.Unit) charts.People { return charts.PeopleIn(v.lang, v.r, u) }

// evaluated is a text about floor area, or the word for why none could be evaluated.
func (v *view) evaluated(u *coverage.Unit, text string) string {
	return charts.NoFloor(v.r, u).Or(v.lang, text)
}

// reach is a distance or time of a unit, or the word for why there is none.
func (v *view) reach(u *coverage.Unit, metric string) string {
	if u.Get(metric).Known {
		return v.value(u, metric)
	}
	if a := charts.NoCoverage(v.r, u); a != charts.Present {
		return a.Word(v.lang)
	}
	return "–" // no center counts: nobody lives near one
}

// value writes a metric of a unit without its unit.
func (v *view) value(u *coverage.Unit, metric string, limits ...float64) string {
	m, _ := coverage.MetricByKey(metric)
	return charts.Value(v.lang, u.Get(metric).Number, m.Unit, limits...)
}

func (v *view) floorSection() *section {
	f := v.figure("floor")
	s := &section{Template: "section", ID: "floor", Kicker: v.t("page.section.floor"), Title: f.Title, Note: v.floorNote()}
	if f.Absent != "" && v.r.Total().Floor.Evaluated == 0 {
		s.Blocks = []block{{Figure: f}}
		return s
	}
	f.Title = charts.LargestShortTitle(v.r, v.lang)
	s.Blocks = inPairs(shown(v.figure("required"), f)...)
	attained, measured := present(v.figure("attained")), shown(v.figure("per100"), v.figure("service"))
	if len(attained) == 1 && len(measured) == 1 {
		return s.add(inPairs(append([]*figure{attained[0].Figure}, measured...)...))
	}
	return s.add(attained, inPairs(measured...))
}

func (v *view) floorNote() string {
	f := v.r.Total().Floor
	if f.Evaluated == 0 {
		return ""
	}
	rule, _ := v.r.Profile.Rule("AREA-01")
	per100, hasRate := rule.Values["per_100"]
	least, hasLeast := rule.Values["minimum"]
	how := ""
	switch {
	case hasRate && hasLeast:
		how = v.t("page.floor.note.both", "per100", charts.Plain(per100.Value), "min", charts.Plain(least.Value))
	case hasRate:
		how = v.t("page.floor.note.rate", "per100", charts.Plain(per100.Value))
	case hasLeast:
		how = v.t("page.floor.note.least", "min", charts.Plain(least.Value))
	}
	if hasRate && rule.Values["new_only"].Value == 1 {
		how += v.t("page.floor.note.new")
	}
	return how + v.t("page.floor.note", "required", num("area_required", "", v.r.Total(), plain, charts.Area(f.Required, f.ActualEvaluated)),
		"actual", num("area_actual", "evaluated", v.r.Total(), plain, charts.Area(f.ActualEvaluated, f.Required)))
}

func (v *view) gridSection() *section {
	f := v.figure("grids")
	s := &section{Template: "section", ID: "grids", Kicker: v.t("page.section.grids"), Title: f.Title}
	f.Title = v.gridExtremes()
	s.Blocks = inPairs(append([]*figure{f}, v.gridMap()...)...)
	s.add(inPairs(shown(v.figure("balance"), v.figure("unbalanced"))...))
	if t := v.oddGrids(); t.N > 0 && charts.HasSizes(v.r) {
		s.Blocks = append(s.Blocks, block{Table: v.table(t)})
	}
	if t := v.balanceTable(); t.N > 0 {
		s.Blocks = append(s.Blocks, block{Table: v.table(t)})
	}
	return s
}

// gridExtremes tells the households of the largest and the smallest grid that were judged by size.
func (v *view) gridExtremes() string {
	var held []float64
	for i := range v.r.Grids {
		if g := &v.r.Grids[i]; g.Size >= coverage.SizeUnder && g.Size <= coverage.SizeOver {
			held = append(held, g.Households.V)
		}
	}
	if len(held) == 0 {
		return v.t("page.grids.figure")
	}
	return v.t("page.grids.extreme", "most", charts.Whole(slices.Max(held)), "least", charts.Whole(slices.Min(held)))
}

// add puts further blocks at the end.
func (s *section) add(more ...[]block) *section {
	s.Blocks = slices.Concat(append([][]block{s.Blocks}, more...)...)
	return s
}

// gridMap is the layer of grid sizes of the map as a figure; none where there is nothing to draw.
func (v *view) gridMap() []*figure {
	if v.ground == nil || v.r.Total().Grids.In+v.r.Total().Grids.Under+v.r.Total().Grids.Over == 0 {
		return nil
	}
	at := slices.IndexFunc(v.ground.Layers, func(l charts.Layer) bool { return l.Key == "grids" })
	if at < 0 {
		return nil
	}
	l := &v.ground.Layers[at]
	return []*figure{{Figure: charts.Figure{ID: "figure-gridmap", Key: "gridmap", Title: l.Title, Subtitle: l.Reading, Alt: l.Alt}, Still: still(v.ground, l, halfWidth, "still-grids")}}
}

// oddGrids lists the grids outside the size range, the largest first, then the smallest.
func (v *view) oddGrids() *table {
	var at []int
	for i := range v.r.Grids {
		if s := v.r.Grids[i].Size; s == coverage.SizeUnder || s == coverage.SizeOver {
			at = append(at, i)
		}
	}
	slices.SortStableFunc(at, func(a, b int) int {
		x, y := v.r.Grids[a], v.r.Grids[b]
		if x.Size != y.Size {
			return cmp.Compare(y.Size, x.Size)
		}
		if x.Size == coverage.SizeUnder {
			return cmp.Compare(x.Households.V, y.Households.V)
		}
		return cmp.Compare(y.Households.V, x.Households.V)
	})
	columns := []column{v.parentColumn(), text(v.t("page.col.community")), text(v.t("page.col.grid")).fix(), number(v.t("page.col.households")).how("grid_households"),
		number(v.t("page.head." + v.r.Basis.Basis.String())).how("grid_people"), text(v.t("page.col.size")).how("grid_size")}
	columns[4] = columns[4].shownIf(v.r.Basis.Basis != data.ByHouseholds)
	return &table{ID: "table-odd", Caption: v.t("page.grids.odd"), Columns: columns, N: len(at), Page: 20, Screen: 10, Key: func(i int) string { return "g" + strconv.Itoa(at[i]) }, Row: func(i int) []string {
		row := v.gridRow(at[i])
		return append(slices.Clone(row[:5]), row[8])
	}}
}

// balanceTable has the balance of each community's grids.
func (v *view) balanceTable() *table {
	var units []*coverage.Unit
	communities := v.r.Level(coverage.LevelCommunity)
	for i := range communities {
		if communities[i].Grids.Count > 0 {
			units = append(units, &communities[i])
		}
	}
	// The least balanced first; communities that cannot be judged last.
	slices.SortStableFunc(units, func(a, b *coverage.Unit) int {
		x, y := a.Get("cv_households"), b.Get("cv_households")
		return cmp.Or(cmp.Compare(boolInt(!x.Known), boolInt(!y.Known)), cmp.Compare(y.V, x.V))
	})
	rule, regulated := v.r.Profile.Rule("GRID-02")
	cv, hasCV := rule.Values["cv"]
	ratio, hasRatio := rule.Values["max_min"]
	sized, people := charts.HasSizes(v.r), v.r.Basis.Basis != data.ByHouseholds // else they are the households once more
	columns := []column{
		v.parentColumn(), named(v.t("page.col.community")).fix(), number(v.t("page.col.grids")).how("grids"), number(v.t("page.col.in")).how("grids_in_range").shownIf(sized),
		number(v.t("page.col.under")).how("grids_under").shownIf(sized), number(v.t("page.col.over")).how("grids_over").shownIf(sized),
		number(v.t("page.col.cv.households")).how("cv_households").falling(), number(v.t("page.col.cv.people")).how("cv_people").shownIf(people),
		number(v.t("page.col.ratio.households")).how("max_min_households"), number(v.t("page.col.ratio.people")).how("max_min_people").shownIf(people), marks(v.t("page.col.mark.balance")).shownIf(regulated),
	}
	t := &table{ID: "table-balance", Caption: v.t("page.grids.balance"), Columns: columns, N: len(units), Page: 20, Screen: 10, Wide: true, Key: keysOf(units), Row: func(i int) []string {
		u := units[i]
		sizes := charts.NoSizes(v.r, u)
		return []string{
			v.names.Parent(u), v.names.Beside(u), charts.Count(u.Grids.Count), sizes.Or(v.lang, charts.Count(u.Grids.In)), sizes.Or(v.lang, charts.Count(u.Grids.Under)), sizes.Or(v.lang, charts.Count(u.Grids.Over)),
			v.balance(u, "cv_households", cv, hasCV), v.balance(u, "cv_people", cv, hasCV), v.balance(u, "max_min_households", ratio, hasRatio), v.balance(u, "max_min_people", ratio, hasRatio), v.mark(u, "GRID-02"),
		}
	}}
	if regulated && hasCV && hasRatio {
		t.Note = v.t("page.grids.balance.note", "people", boolInt(people), "cv", charts.Ratio(cv.Value), "ratio", charts.Ratio(ratio.Value), "blank", boolInt(slices.ContainsFunc(units, func(u *coverage.Unit) bool { return !charts.BalanceKnown(u) })))
	}
	return t
}

// balance is a figure of a community's grids beside its limit; a community with fewer than two cells has none.
func (v *view) balance(u *coverage.Unit, metric string, limit data.Limit, limited bool) string {
	value := u.Get(metric)
	switch {
	case !value.Known && u.Grids.Count-u.Grids.Exempt < 2:
		return charts.NothingToRun.Word(v.lang)
	case !value.Known && value.Missing == 0:
		return charts.NothingToRun.Word(v.lang) // zeros alone: no ratio
	case !limited:
		return v.value(u, metric)
	}
	return v.value(u, metric, limit.Value)
}

// siteSection are the sites of COV-11; a page with a plan has those of the plan alone.
func (v *view) siteSection() *section {
	if v.plan != nil {
		return nil
	}
	s := &section{Template: "section", ID: "sites", Kicker: v.t("page.section.sites"), Title: v.noSites()}
	if n := len(v.r.Sites); n > 0 && v.r.Total().Get("coverage_pop").Known {
		last := v.r.Sites[n-1]
		s.Title = v.t(charts.Plural("page.sites.title", n), "n", charts.Count(n), "before", v.rateOf("coverage_pop", v.r.Total(), plain),
			"after", marked("site_rate", "", siteKey(last), plain, v.rate(last.Share)+"%"))
		s.Note = v.t("page.sites.note")
		s.Blocks = append(inPairs(shown(v.figure("zones"), v.figure("gain"))...), block{Table: v.table(v.siteTable())})
	}
	return s
}

func (v *view) noSites() string {
	if !v.r.Total().Get("coverage_pop").Known {
		return v.t("page.sites.notevaluated." + charts.WhyNoCoverage(v.r))
	}
	return v.t("page.sites.none")
}

func (v *view) siteTable() *table {
	limit, ok := charts.CoverageLimit(v.r.Total())
	columns := []column{text(v.t("page.col.site")), v.parentColumn(), text(v.t("page.col.place")).fix(), number(v.t("page.col.lonlat")).how("site_point"),
		number(v.t("page.col.newcov.head", "people", v.people())).how("site_new"), number(v.t("page.col.coveredafter")).how("site_covered"), number(v.t("page.col.after.head")).how("site_rate")}
	return &table{ID: "table-sites", Columns: columns, N: len(v.r.Sites), Key: func(i int) string { return siteKey(v.r.Sites[i]) }, Row: func(i int) []string {
		s := v.r.Sites[i]
		return []string{
			charts.SiteMark(v.lang, s.Rank), v.names.Parent(v.r.Community(s.Community)), charts.SitePlace(v.names, v.r, s),
			v.t("page.lonlat", "lon", charts.Decimal(s.Point[0], 5), "lat", charts.Decimal(s.Point[1], 5)),
			charts.Whole(s.NewPeople), charts.Whole(s.Covered), v.shareBeside(s.Share, limit, ok),
		}
	}}
}
