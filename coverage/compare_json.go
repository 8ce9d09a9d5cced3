package coverage

import (
	"bufio"
	"io"

	"github.com/paulmach/orb"

	"quarter/data"
)

// comparisonVersion is the version of the layout of comparison.json, as schemaVersion is that of result.json.
const comparisonVersion = 1

// WriteJSON writes the whole comparison as one JSON document. Changes are after − before; of shares 0 to 1, so that 0.01 is one percentage
// point; null where a side lacks the figure. The members, in this order:
//
//	schema, before, after       what was compared
//	assumptions                 those that differ: where there is any, changes are not the city's alone
//	people                      net = gained − lost + redrawn + entered − left
//	shortfalls                  counts by kind, and the list
//	units, groups, gone, added  metrics of the units on both sides; the units on one side alone
//	population_groups           coverage of the parts of the population that both sides count
//	centers, grids, checks      what changed; identities that hold
func (c *Comparison) WriteJSON(w io.Writer) error {
	out := &jsonFile{w: bufio.NewWriterSize(w, 1<<16), lanes: make([]lane, threadsOr(0))}
	out.raw("{")
	out.field("schema", func(t *jsonText) { t.marshal(comparisonVersion) })
	out.field("before", c.Before.append)
	out.field("after", c.After.append)
	out.list("assumptions", len(c.Assumptions), func(t *jsonText, i int) { c.Assumptions[i].append(t) })
	out.field("people", c.appendPeople)
	out.field("shortfalls", c.appendShortCounts)
	out.list("shortfall_list", len(c.Shortfalls), func(t *jsonText, i int) { c.appendShort(t, &c.Shortfalls[i]) })
	out.list("units", len(c.Pairs), func(t *jsonText, i int) { c.appendPair(t, &c.Pairs[i]) })
	out.list("groups", len(c.Groups), func(t *jsonText, i int) { c.appendGroup(t, &c.Groups[i]) })
	out.list("population_groups", len(c.Cohorts), func(t *jsonText, i int) { c.appendCohort(t, c.Cohorts[i]) })
	out.list("gone", len(c.Gone), func(t *jsonText, i int) { c.Before.appendAlone(t, c.Gone[i]) })
	out.list("added", len(c.Added), func(t *jsonText, i int) { c.After.appendAlone(t, c.Added[i]) })
	out.list("centers", len(c.Centers), func(t *jsonText, i int) { c.appendCenter(t, &c.Centers[i]) })
	out.list("grids", len(c.Grids), func(t *jsonText, i int) { c.appendGrid(t, &c.Grids[i]) })
	out.list("checks", len(c.Checks), func(t *jsonText, i int) { c.Checks[i].append(t) })
	out.raw("\n}\n")
	if out.err != nil {
		return out.err
	}
	return out.w.Flush()
}

func (s *Snapshot) append(t *jsonText) {
	r := s.Result
	t.begin('{')
	t.text("city", r.City.Name)
	t.textIf("cutoff", s.Cutoff)
	t.textIf("run", s.RunID)
	t.flagIf("planned", s.Planned)
	t.text("profile", r.Profile.ID)
	t.textIf("profile_file", r.Profile.File)
	t.quantity("radius", r.Circle.Radius.Meters(), "m")
	t.text("basis", r.Basis.Basis.String())
	t.text("unit", r.peopleUnit())
	if s.Recalled {
		t.text("tiers", tierKeys(r.Options.Tiers))
		t.text("unknown_status", statusSetting(r))
	}
	t.end('}')
}

func (a *Assumed) append(t *jsonText) {
	t.begin('{')
	t.text("assumption", a.Key)
	t.textIf("rule", a.Rule)
	t.textIf("name", a.Name)
	if a.Before.Known || a.After.Known {
		t.known("before", a.Before)
		t.known("after", a.After)
		t.textIf("unit", a.Unit)
	} else if a.Key != assumedUnknown {
		t.text("before_setting", a.TextBefore)
		t.text("after_setting", a.TextAfter)
	}
	t.end('}')
}

func (c *Comparison) appendPeople(t *jsonText) {
	p := &c.People
	n := func(v float64) data.Number { return data.Number{V: v, Known: p.Known} }
	t.begin('{')
	t.text("unit", c.After.Result.peopleUnit())
	t.known("gained", n(p.Gained))
	t.known("lost", n(p.Lost))
	t.known("redrawn", n(p.Redrawn))
	t.known("entered", n(p.Entered))
	t.known("left", n(p.Left))
	t.known("net", n(p.Net))
	t.count("communities_gaining", len(p.Gainers))
	t.count("communities_losing", len(p.Losers))
	t.count("communities_redrawn", len(p.Redrew))
	t.count("communities_same", p.Same)
	t.count("communities_unknown", p.Unknown)
	t.end('}')
}

func (c *Comparison) appendShortCounts(t *jsonText) {
	t.begin('{')
	for k := range shortKinds {
		t.count(k.String(), c.Short[k])
	}
	t.end('}')
}

func (c *Comparison) appendShort(t *jsonText, s *ShortChange) {
	r := c.After.Result
	if s.Kind == ShortGone {
		r = c.Before.Result
	}
	rule := &Rules[s.Rule]
	t.begin('{')
	t.text("kind", s.Kind.String())
	t.text("rule", rule.ID)
	t.text("code", r.Units[s.Unit].Code)
	t.text("name", r.Units[s.Unit].Name)
	t.textIf("unit", string(rule.Unit))
	t.side("before", &s.Before)
	t.side("after", &s.After)
	t.known("gap_change", s.GapChange())
	t.end('}')
}

// side writes what one run says of a rule.
func (t *jsonText) side(name string, v *Verdict) {
	t.open(name, '{')
	t.text("outcome", v.Outcome.String())
	t.known("value", v.Value)
	t.known("limit", v.Limit)
	t.known("gap", v.Gap)
	t.end('}')
}

func (c *Comparison) appendPair(t *jsonText, p *Pair) {
	before, after := c.Units(p)
	t.begin('{')
	t.text("level", after.Level.String())
	t.text("code", after.Code)
	t.text("name", after.Name)
	t.flagIf("virtual", after.Virtual)
	if p.ByName {
		t.text("code_before", before.Code)
	}
	if p.Renamed {
		t.text("name_before", before.Name)
	}
	t.flagIf("redrawn", p.Redrawn)
	t.flagIf("recounted", p.Recounted)
	if after.Card.Color != CardNone || before.Card.Color != CardNone {
		t.text("card_before", before.Card.Color.String())
		t.text("card_after", after.Card.Color.String())
	}
	c.appendMetrics(t, before, after, p.After)
	t.end('}')
}

func (c *Comparison) appendGroup(t *jsonText, p *Pair) {
	before, after := &c.Before.Result.Groups[p.Before], &c.After.Result.Groups[p.After]
	t.begin('{')
	t.text("name", after.Name)
	c.appendMetrics(t, before, after, c.Total().After)
	t.end('}')
}

// appendMetrics writes the metrics that a side knows, of two units or groups that are as even as a unit of After.
func (c *Comparison) appendMetrics(t *jsonText, before, after *Unit, as int) {
	t.open("metrics", '{')
	for _, m := range Metrics {
		d := c.delta(before, after, m.Key, as)
		if !d.Before.Known && !d.After.Known {
			continue
		}
		t.open(m.Key, '{')
		t.known("before", d.Before)
		t.known("after", d.After)
		t.known("change", d.Change)
		t.text("unit", string(c.After.Result.UnitOf(m)))
		if was := string(c.Before.Result.UnitOf(m)); was != string(c.After.Result.UnitOf(m)) {
			t.text("unit_before", was)
		}
		t.end('}')
	}
	t.end('}')
}

// appendAlone writes a unit that one side alone has.
func (s *Snapshot) appendAlone(t *jsonText, i int) {
	u := &s.Result.Units[i]
	t.begin('{')
	t.text("level", u.Level.String())
	t.text("code", u.Code)
	t.text("name", u.Name)
	t.flagIf("virtual", u.Virtual)
	t.known("population", u.Get("population").Number)
	t.known("population_covered", u.Get("population_covered").Number)
	t.end('}')
}

func (c *Comparison) appendCenter(t *jsonText, k *CenterChange) {
	t.begin('{')
	t.texts("kinds", len(k.Kinds), func(i int) string { return k.Kinds[i].String() })
	c.Before.appendCenter(t, "before", k.Before)
	c.After.appendCenter(t, "after", k.After)
	t.known("moved_m", data.Number{V: k.Distance.Meters(), Known: k.Before != data.None && k.After != data.None})
	t.known("floor_area_change_m2", k.Area)
	t.end('}')
}

// appendCenter writes a center of one side, null where that side does not have it.
func (s *Snapshot) appendCenter(t *jsonText, name string, i int) {
	if i == data.None {
		t.known(name, data.Number{})
		return
	}
	c := &s.Result.City.Centers[i]
	t.open(name, '{')
	t.text("code", c.Code)
	t.text("name", c.Name)
	t.text("use", s.Result.Centers[i].Use.String())
	t.known("floor_area_m2", c.FloorArea)
	t.place(c.Point)
	t.end('}')
}

func (c *Comparison) appendGrid(t *jsonText, g *GridPair) {
	t.begin('{')
	t.text("code", c.After.Result.City.Grids[g.After].Code)
	t.known("people_before", g.People[0])
	t.known("people_after", g.People[1])
	t.known("coverage_before", g.Share[0])
	t.known("coverage_after", g.Share[1])
	t.end('}')
}

// WriteChanges writes the communities as GeoJSON with what changed, those that Before alone has last: for QGIS, not for measuring. Changes
// of rates are shares, 0.01 is one percentage point.
func (c *Comparison) WriteChanges(w io.Writer) error {
	rows := c.Communities()
	return WriteFeatures(w, len(rows), func(i int) (orb.Geometry, []Property) {
		row := &rows[i]
		covered, rate := c.RowDelta(row, "population_covered"), c.RowDelta(row, "coverage_pop")
		return outline(c.community(row).Shape), []Property{
			{"code", row.Unit.Code}, {"name", row.Unit.Name}, {"state", row.State.String()}, {"class", rate.Way().String()},
			{"covered_before", covered.Before}, {"covered_after", covered.After}, {"covered_change", covered.Change},
			{"rate_before", rate.Before}, {"rate_after", rate.After}, {"rate_change", rate.Change},
		}
	})
}
