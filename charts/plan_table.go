package charts

import (
	"quarter/coverage/siting"
	"quarter/data"
)

// PickHeads are the heads of PickRow.
func (t *PlanText) PickHeads() []string {
	heads := t.heads("rank", "name", "community", "new."+t.unit, "after", "overlap."+t.unit, "saved", "price", "per."+t.unit, "often", "other", "loss."+t.unit)
	heads[PickGain] = t.NewHead()
	return heads
}

// NewHead is the head of what a site newly covers: whom the plan counts.
func (t *PlanText) NewHead() string {
	if who := t.who(); who != "" {
		return t.t("site.head.new.group", "who", who)
	}
	return t.t("site.head.new." + t.unit)
}

// Columns of PickRow.
const (
	PickRank      = 0
	PickName      = 1
	PickCommunity = 2
	PickGain      = 3
	PickAfter     = 4
	PickPrice     = 7
	PickOften     = 9
	PickOther     = 10
)

// PickRow writes one pick as a row of a table, a cell for each of PickHeads; what is not known is empty.
func (t *PlanText) PickRow(i int) []string {
	k := &t.plan.Picks[i]
	c := &t.plan.Candidates[k.Candidate]
	other, loss := "", ""
	if k.RunnerUp >= 0 {
		other, loss = t.Candidate(k.RunnerUp), Whole(k.RunnerUpLoss)
	}
	money := func(v float64) string { return Money(t.lang, v) }
	return []string{
		Count(k.Rank), t.Candidate(k.Candidate), t.Community(c.Community), Whole(k.Gain), Percent(k.Share), Whole(k.Overlap), t.number(k.Saved, Meters),
		t.number(k.Price, money), t.number(k.PerPerson, Whole), t.often(k), other, loss,
	}
}

// often writes for how many radii a pick is chosen; "" where none were tried.
func (t *PlanText) often(k *siting.Pick) string {
	n := len(t.plan.Radii)
	return shownIf(n > 0, t.t("plan.times", "n", Count(n), "times", t.times(k)))
}

// SiteHeads are the heads of SiteRow.
func (t *PlanText) SiteHeads() []string {
	return append(t.PickHeads(), t.heads("floor_area", "code", "lon", "lat")...)
}

// SiteRow is a row of the file of sites: PickRow, then what finds the place.
func (t *PlanText) SiteRow(i int) []string {
	c := &t.plan.Candidates[t.plan.Picks[i].Candidate]
	place := []string{t.number(c.FloorArea, func(v float64) string { return Area(v) }), c.Code, coordinate(c.Point.Lon()), coordinate(c.Point.Lat())}
	return append(t.PickRow(i), place...)
}

// coordinate writes a coordinate to 1 cm.
func coordinate(v float64) string { return Decimal(v, 7) }

// AssignmentHeads are the heads of AssignmentRow.
func (t *PlanText) AssignmentHeads() []string {
	return t.heads("code", "place", "community", "people."+t.unit, "share_before", "center_before", "meters_before", "share_after", "center_after",
		"meters_after", "changed")
}

// AssignmentRow tells which center serves a grid or community, before and after.
func (t *PlanText) AssignmentRow(a *siting.Assignment) []string {
	code, name := t.plan.Before.City.Communities[a.Community].Code, t.Community(a.Community)
	place := name
	if a.Grid != data.None {
		code, place = t.plan.Before.City.Grids[a.Grid].Code, t.before.Grid(a.Grid)
	}
	changed := ""
	if t.plan.Changed(a) {
		changed = t.t("site.yes")
	}
	row := []string{code, place, name, t.number(a.People, Whole)}
	row = append(row, t.service(&a.Before, t.before)...)
	row = append(row, t.service(&a.After, t.after)...)
	return append(row, changed)
}

func (t *PlanText) service(s *siting.Service, names *Namer) []string {
	center := ""
	if s.Center != data.None {
		center = names.Center(s.Center)
	}
	return []string{t.number(s.Share, func(v float64) string { return Percent(v) }), center, t.number(s.Meters, Meters)}
}

func (t *PlanText) heads(keys ...string) []string {
	heads := make([]string, len(keys))
	for i, key := range keys {
		heads[i] = t.t("site.head." + key)
	}
	return heads
}
