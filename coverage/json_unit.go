package coverage

import "quarter/data"

var levelNames = [...]string{"total", "district", "street", "community", "group"}

// String returns the key of the level.
func (l Level) String() string { return levelNames[l] }

var demandKeys = [...]string{"missing", "grids", "community", "estimated"}

// String returns the key used by JSON.
func (d Demand) String() string { return demandKeys[d] }

func (r *Result) appendUnit(t *jsonText, u *Unit) {
	t.begin('{')
	t.text("level", u.Level.String())
	t.text("code", u.Code)
	t.text("name", u.Name)
	t.flagIf("virtual", u.Virtual)
	if u.Parent >= 0 {
		t.count("parent", u.Parent)
	}
	if u.Level == LevelCommunity {
		t.textIf("group", r.City.GroupOf(u.Index))
		t.text("demand", u.Demand.String())
	}
	t.textIf("nearest_center", r.centerCode(u.NearestCenter))
	r.appendNear(t, u)
	t.open("metrics", '{')
	for k := range u.Values {
		t.value(Metrics[k].Key, &u.Values[k], r.UnitOf(Metrics[k]))
	}
	t.end('}')
	t.open("verdicts", '[')
	for i := range u.Verdicts {
		r.appendVerdict(t, &u.Verdicts[i])
	}
	t.end(']')
	r.appendUnitLists(t, u)
	r.appendCard(t, u)
	t.end('}')
}

// value writes a value of a metric; numerator and denominator where it is a share, low and high where it depends on walking.
func (t *jsonText) value(key string, v *Value, unit ValueUnit) {
	t.open(key, '{')
	t.known("value", v.Number)
	t.text("unit", string(unit))
	if v.Denominator != 0 {
		t.number("numerator", v.Numerator)
		t.number("denominator", v.Denominator)
	}
	t.countIf("missing", v.Missing)
	if v.Low.Known || v.High.Known {
		t.known("low", v.Low)
		t.known("high", v.High)
	}
	t.end('}')
}

func (r *Result) appendVerdict(t *jsonText, v *Verdict) {
	rule := &Rules[v.Rule]
	t.begin('{')
	t.text("rule", rule.ID)
	t.text("outcome", v.Outcome.String())
	t.textIf("level", string(r.Profile.Rules[rule.ID].Level))
	t.known("value", v.Value)
	t.known("limit", v.Limit)
	t.known("gap", v.Gap)
	t.textIf("unit", string(rule.Unit))
	t.textIf("field", string(v.Field))
	t.textIf("reason", v.Reason)
	if v.Sensitive() {
		t.flag("sensitive", true)
		t.text("low", v.Low.String())
		t.text("high", v.High.String())
	}
	t.end('}')
}

// appendUnitLists writes what goes with the lists at the top of the document.
func (r *Result) appendUnitLists(t *jsonText, u *Unit) {
	t.numbersOr("curve", u.Within, u.Within != nil)
	t.numbersOr("depth", u.Depth[:], r.City.HasCenters())
	t.known("zones", r.said(float64(u.Zones)))
	if len(r.Services) > 0 {
		t.numbers("services", u.Services)
	}
	if len(r.Cohorts) > 0 {
		t.open("population_groups", '[')
		for i := range u.Cohorts {
			t.cohort(&u.Cohorts[i])
		}
		t.end(']')
	}
}

func (t *jsonText) cohort(c *CohortAccount) {
	t.begin('{')
	t.known("total", data.Number{V: c.Total, Known: c.Known > 0})
	t.known("covered", data.Number{V: c.Covered, Known: c.Known > 0})
	t.count("known", c.Known)
	t.count("missing", c.Missing)
	t.known("gap_people", c.GapPeople)
	t.known("gap_share", c.GapShare)
	t.end('}')
}

func (r *Result) appendCard(t *jsonText, u *Unit) {
	if u.Card.Color == CardNone {
		return
	}
	t.open("card", '{')
	t.text("color", u.Card.Color.String())
	t.texts("reasons", len(u.Card.Reasons), func(i int) string { return Rules[u.Verdicts[u.Card.Reasons[i]].Rule].ID })
	t.count("evaluated", u.Card.Evaluated)
	t.count("allowed", u.Card.Allowed)
	t.end('}')
}
