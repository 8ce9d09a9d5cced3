package data

import (
	"fmt"
	"testing"
)

// Cohorts follow their units when Link orders them; units made since then have no number, and a layer without the column has none at all.
func TestCohortsFollow(t *testing.T) {
	c := crossing()
	c.Cohorts = []CohortColumn{{Label: "k", Grids: []Number{Num(99), Num(22), Num(11), Num(21)}}}
	c.Sources = []Source{
		{Layer: LayerGrids, Columns: []ColumnUse{{Field: FieldElderly, Column: "LNRK"}}},
		{Layer: LayerCommunities, Columns: []ColumnUse{{Field: FieldElderly, Column: "LNRK"}}},
	}
	c.Link()
	got := fmt.Sprint(c.AllCohorts())
	want := "[{LNRK pop_60_plus [11 21 22 99] [1 2 missing]} {k  [11 21 22 99] [missing missing missing]}]"
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	c.Sources[1].Columns[0].Column = "60+"
	if label := c.AllCohorts()[0].Label; label != "" {
		t.Errorf("two names, yet one label %q", label)
	}
	if !FieldChildren.IsCohort() || FieldPartyMembers.IsCohort() || Field("").IsCohort() {
		t.Error("IsCohort")
	}
}

// A layer that does not state a known cohort has missing numbers, not none: every index of a unit is good.
func TestCohortOfOneLayer(t *testing.T) {
	c := crossing()
	delete(c.Attributes, LayerGrids)
	c.Link()
	if got := fmt.Sprint(c.AllCohorts()[0].Grids); got != "[missing missing missing missing]" {
		t.Error(got)
	}
	c.Attributes = nil
	if all := c.AllCohorts(); all != nil {
		t.Errorf("%v", all)
	}
}
