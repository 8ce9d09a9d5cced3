package coverage

func (r *Result) appendCircle(t *jsonText) {
	c := r.Circle
	t.begin('{')
	t.quantity("radius", c.Radius.Meters(), "m")
	t.quantity("radius_strict", c.StrictRadius.Meters(), "m")
	t.quantity("minutes", c.Minutes, "min")
	t.quantity("speed", c.Speed, "m/min")
	t.quantity("detour", c.Detour, "ratio")
	t.flag("from_walking", c.FromWalking)
	t.end('}')
}

// peopleUnit is the unit of all that is called people: households in a run that counts those.
func (r *Result) peopleUnit() string { return string(r.UnitOf(Metrics[0])) }

func (r *Result) appendBasis(t *jsonText) {
	b := &r.Basis
	t.begin('{')
	t.text("basis", b.Basis.String())
	t.text("unit", r.peopleUnit())
	t.text("column", b.Label)
	t.flag("points", b.Points)
	t.open("communities", '{')
	t.count("by_grid", b.ByGrid)
	t.count("by_community", b.ByCommunity)
	t.count("estimated", b.Estimated)
	t.count("missing", b.Missing)
	t.end('}')
	t.end('}')
}

func (r *Result) appendRadii(t *jsonText) {
	t.begin('{')
	t.text("unit", "m")
	t.numbers("values", r.Radii)
	t.end('}')
}

func (r *Result) appendWalker(t *jsonText, i int) {
	w := &r.Walkers[i]
	t.begin('{')
	t.text("walker", w.Key)
	t.quantity("speed", w.Speed, "m/min")
	t.quantity("detour", w.Detour, "ratio")
	t.quantity("minutes", w.Minutes, "min")
	t.quantity("radius", w.Radius, "m")
	t.end('}')
}

func (r *Result) appendSensitivity(t *jsonText) {
	s := &r.Sensitivity
	t.begin('{')
	t.quantity("radius_low", s.Low.Meters(), "m")
	t.quantity("radius_high", s.High.Meters(), "m")
	t.open("headlines", '[')
	for i := range s.Headlines {
		r.appendHeadline(t, &s.Headlines[i])
	}
	t.end(']')
	t.open("tornado", '[')
	for i := range s.Tornado {
		t.assumption(&s.Tornado[i])
	}
	t.end(']')
	t.end('}')
}

func (r *Result) appendHeadline(t *jsonText, h *Headline) {
	metric := Metrics[h.Metric]
	t.begin('{')
	t.text("metric", metric.Key)
	t.text("unit", string(r.UnitOf(metric)))
	t.known("low", h.Low)
	t.known("base", h.Base)
	t.known("high", h.High)
	t.flag("depends_on_walking", h.Depends)
	t.end('}')
}

func (t *jsonText) assumption(a *Assumption) {
	t.begin('{')
	t.text("assumption", a.Key)
	t.setting("low", &a.Low)
	t.setting("high", &a.High)
	t.end('}')
}

// settingUnits are the units of the settings that are numbers.
var settingUnits = map[string]string{"radius": "m", "speed": "m/min", "detour": "ratio"}

func (t *jsonText) setting(name string, c *Case) {
	t.open(name, '{')
	t.text("setting", c.Setting)
	if c.Value != 0 {
		t.number("value", c.Value)
		t.textIf("unit", settingUnits[c.Setting])
	}
	t.number("population_covered", c.Covered)
	t.number("coverage_pop", c.Share)
	t.end('}')
}

func (r *Result) appendFlip(t *jsonText, i int) {
	f := &r.Sensitivity.Flips[i]
	t.begin('{')
	t.count("unit_index", f.Unit)
	t.text("rule", Rules[f.Rule].ID)
	t.text("low", f.Low.String())
	t.text("base", f.Base.String())
	t.text("high", f.High.String())
	t.end('}')
}

func (r *Result) appendDepths(t *jsonText) {
	t.begin('{')
	t.text("unit", r.peopleUnit())
	t.numbersOr("values", r.Depths, r.City.HasCenters())
	t.end('}')
}

func (r *Result) appendGuard(t *jsonText) {
	t.begin('{')
	t.count("measured", r.Guard.Measured)
	t.count("repeated", r.Guard.Repeated)
	t.count("differ", r.Guard.Differ)
	t.end('}')
}

func (r *Result) appendService(t *jsonText, i int) {
	t.begin('{')
	t.text("name", r.Services[i].Name)
	t.count("centers", r.Services[i].Centers)
	t.end('}')
}

func (r *Result) appendCohort(t *jsonText, i int) {
	t.begin('{')
	t.text("label", r.Cohorts[i].Label)
	t.textIf("field", string(r.Cohorts[i].Field))
	t.end('}')
}

func (r *Result) appendDistances(t *jsonText) {
	d := &r.Distances
	t.begin('{')
	t.text("unit", r.peopleUnit())
	t.text("step_unit", "m")
	t.number("step", d.Step)
	t.numbers("bars", d.People)
	t.number("beyond", d.Beyond)
	t.number("total", d.Total)
	t.end('}')
}

func (r *Result) appendGridSizes(t *jsonText) {
	h := &r.GridSizes
	t.begin('{')
	t.text("unit", "grids")
	t.text("step_unit", "households")
	t.number("step", h.Step)
	t.counts("bars", h.Counts)
	t.number("size_range_low", h.Lo)
	t.number("size_range_high", h.Hi)
	t.end('}')
}

func (r *Result) appendRule(t *jsonText, i int) {
	s, rule := &r.Rules[i], &Rules[r.Rules[i].Rule]
	t.begin('{')
	t.text("rule", rule.ID)
	t.textIf("level", string(s.Level))
	t.text("object", rule.Object())
	for _, o := range []Outcome{Attained, NotAttained, NotApplicable, NoData} {
		t.count(o.String(), s.Counts[o])
	}
	t.textIf("reason", s.Reason)
	t.end('}')
}

func (r *Result) appendCheck(t *jsonText, i int) { r.Checks[i].append(t) }

func (c *Check) append(t *jsonText) {
	t.begin('{')
	t.text("key", c.Key)
	t.number("left", c.Left)
	t.number("right", c.Right)
	t.number("tolerance", c.Tolerance)
	t.end('}')
}

func (r *Result) appendUnsaid(t *jsonText, i int) {
	t.begin('{')
	t.text("key", r.Unsaid[i].Key)
	t.countIf("count", r.Unsaid[i].Count)
	t.end('}')
}
