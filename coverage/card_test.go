package coverage

import (
	"slices"
	"testing"

	"quarter/data"
)

// cardProfile has only the rules named, with the levels given: what a card is made of can then be counted on one hand.
func cardProfile(levels map[string]data.Enforcement) data.Profile {
	p := data.General()
	rules := map[string]data.Rule{}
	for id, rule := range p.Rules {
		if level, ok := levels[id]; ok {
			rule.Level = level
			rules[id] = rule
		} else if id == "COV-01" || id == "COV-02" || id == "COV-03" {
			rules[id] = rule
		}
	}
	p.Rules = rules
	return p
}

func cardOf(t *testing.T, town *town, p data.Profile) *Unit {
	t.Helper()
	r, err := Analyze(t.Context(), town.city(), p, Options{Sites: -1})
	if err != nil {
		t.Fatal(err)
	}
	return r.Community(0)
}

// Secretaries are asked for 56 hours: missed by half or more is red, by less yellow, as an advisory rule yellow at most.
func TestCardByGap(t *testing.T) {
	for _, c := range []struct {
		level data.Enforcement
		hours float64
		want  CardColor
	}{
		{data.Mandatory, 56, CardGreen},
		{data.Mandatory, 56 - 1e-9, CardGreen},
		{data.Mandatory, 55, CardYellow},
		{data.Mandatory, 28.001, CardYellow},
		{data.Mandatory, 28, CardRed},
		{data.Mandatory, 28 + 1e-9, CardRed}, // within 1e-9 of half
		{data.Mandatory, 0, CardRed},
		{data.Advisory, 0, CardYellow},
		{data.Report, 0, CardGrey}, // nothing mandatory is left
	} {
		town := examUnit(data.LayerCommunities, data.FieldTrainingSecretary, value{data.FieldTrainingMembers, 32})(data.Num(c.hours))
		u := cardOf(t, town, cardProfile(map[string]data.Enforcement{"STAFF-04": c.level}))
		if u.Card.Color != c.want {
			t.Errorf("%s, %v hours: %s, want %s", c.level, c.hours, u.Card.Color, c.want)
		}
		if reasons := len(u.Card.Reasons); reasons != map[bool]int{true: 1}[c.want >= CardYellow] {
			t.Errorf("%v hours: %d reasons", c.hours, reasons)
		}
	}
}

// Coverage below 60 % is red though it is missed by a third only; 60 % itself is yellow; as an advisory rule it is yellow at most.
func TestCardByRedLine(t *testing.T) {
	for share, want := range map[float64]CardColor{0.9: CardGreen, 0.89: CardYellow, 0.6: CardYellow, 0.6 - 1e-11: CardYellow, 0.5999: CardRed, 0: CardRed} {
		if got := cardOf(t, examCoverage(data.Num(share)), cardProfile(map[string]data.Enforcement{"COV-04": data.Mandatory})).Card.Color; got != want {
			t.Errorf("%v: %s, want %s", share, got, want)
		}
		if got := cardOf(t, examCoverage(data.Num(share)), cardProfile(map[string]data.Enforcement{"COV-04": data.Advisory})).Card.Color; got > CardYellow {
			t.Errorf("advisory, %v: %s", share, got)
		}
	}
}

// Rolled up from grids, and a check of the data: yellow, however much they miss.
func TestCardIsMildAboutPartsAndChecks(t *testing.T) {
	points := examGrid(gridField(data.FieldPoints))(data.Num(0))
	if u := cardOf(t, points, cardProfile(map[string]data.Enforcement{"GRID-07": data.Mandatory})); u.Card.Color != CardYellow {
		t.Errorf("no grid has a point: %s", u.Card.Color)
	}
	totals := examTotals(data.Num(0.5))
	if u := cardOf(t, totals, cardProfile(map[string]data.Enforcement{"GRID-10": data.Mandatory})); u.Card.Color != CardYellow {
		t.Errorf("totals disagree by half: %s", u.Card.Color)
	}
}

// Of the mandatory rules that the input says anything about, half must be judged; what is not provided, not regulated or not
// applicable does not count. A known failure shows all the same.
func TestCardByEvaluated(t *testing.T) {
	levels := map[string]data.Enforcement{"STAFF-02": data.Mandatory, "STAFF-04": data.Mandatory, "FUND-02": data.Mandatory, "PROV-10": data.Advisory, "PROV-09": data.Mandatory}
	for _, c := range []struct {
		name                 string
		instructors, hours   data.Number
		want                 CardColor
		evaluated, allowed   int
		committee, instructs bool
	}{
		{"both judged", data.Num(1), data.Num(60), CardGreen, 2, 2, false, true},
		{"one of two", data.Num(1), data.Number{}, CardGreen, 1, 2, false, true},
		{"none of two", data.Number{}, data.Number{}, CardGrey, 0, 2, false, true},
		{"one of three", data.Num(1), data.Number{}, CardGrey, 1, 3, true, true},
		{"one of three, and missed", data.Num(0), data.Number{}, CardRed, 1, 3, true, true},
		{"instructors not provided", data.Number{}, data.Num(60), CardGreen, 1, 1, false, false},
	} {
		town := pair()
		witness := data.Number{V: 1, Known: c.instructs}
		town.state(data.LayerCommunities, data.FieldInstructors, c.instructors, witness)
		town.state(data.LayerCommunities, data.FieldTrainingSecretary, c.hours, data.Num(60))
		town.state(data.LayerCommunities, data.FieldTrainingMembers, c.hours, data.Num(60))
		if c.committee { // a third rule, blank for the first community
			town.state(data.LayerCommunities, data.FieldCommittee, data.Number{}, data.Num(1))
		}
		u := cardOf(t, town, cardProfile(levels))
		if u.Card.Color != c.want || u.Card.Evaluated != c.evaluated || u.Card.Allowed != c.allowed {
			t.Errorf("%s: %s, %d of %d; want %s, %d of %d", c.name, u.Card.Color, u.Card.Evaluated, u.Card.Allowed, c.want, c.evaluated, c.allowed)
		}
	}
}

// The reasons of a red card are its red rules, the one missed by most first; nothing at all makes a grey one; virtual units and other
// levels have none.
func TestCardReasonsAndLevels(t *testing.T) {
	town := pair()
	m := town.community("", 20000, 0, 400)
	town.Communities[m].Virtual = true
	blank := data.Number{}
	town.state(data.LayerCommunities, data.FieldInstructors, data.Num(0), data.Num(1), blank)
	town.state(data.LayerCommunities, data.FieldTrainingSecretary, data.Num(20), data.Num(40), blank)
	town.state(data.LayerCommunities, data.FieldTrainingMembers, data.Num(32), data.Num(32), blank)
	town.state(data.LayerCommunities, data.FieldPartners, data.Num(99), data.Num(1), blank)
	p := cardProfile(map[string]data.Enforcement{"STAFF-02": data.Mandatory, "STAFF-04": data.Mandatory, "PROV-10": data.Advisory})
	r, err := Analyze(t.Context(), town.city(), p, Options{Sites: -1})
	if err != nil {
		t.Fatal(err)
	}
	ids := func(u *Unit) (out []string) {
		for _, i := range u.Card.Reasons {
			out = append(out, Rules[u.Verdicts[i].Rule].ID)
		}
		return out
	}
	if got := ids(r.Community(0)); r.Community(0).Card.Color != CardRed || !slices.Equal(got, []string{"STAFF-02", "STAFF-04"}) {
		t.Errorf("%s %v", r.Community(0).Card.Color, got)
	}
	if got := ids(r.Community(1)); r.Community(1).Card.Color != CardYellow || !slices.Equal(got, []string{"STAFF-04"}) {
		t.Errorf("%s %v", r.Community(1).Card.Color, got)
	}
	for _, u := range []*Unit{r.Community(2), r.Total(), &r.Level(LevelDistrict)[0]} {
		if u.Card.Color != CardNone || u.Card.Allowed != 0 {
			t.Errorf("%s %s: %s", u.Level, u.Name, u.Card.Color)
		}
	}
	if u := &r.Level(LevelStreet)[0]; u.Card.Color != CardGrey {
		t.Errorf("a street that no rule speaks of: %s", u.Card.Color)
	}
}
