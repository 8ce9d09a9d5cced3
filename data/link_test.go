package data

import (
	"slices"
	"testing"
)

// crossing is a city given out of order:
//
//	street B: community 2 (grids 21, 22)   street A: community 1 (grid 11)   nowhere: grid 99
func crossing() *City {
	return &City{
		Districts: []District{{Unit: Unit{Code: "1"}}},
		Streets:   []Street{{Unit: Unit{Code: "B"}, District: 0}, {Unit: Unit{Code: "A"}, District: 0}},
		Communities: []Community{
			{Unit: Unit{Code: "2"}, Street: 0},
			{Unit: Unit{Code: "1"}, Street: 1},
		},
		Grids: []Grid{
			{Unit: Unit{Code: "99"}, Community: None},
			{Unit: Unit{Code: "22"}, Community: 0},
			{Unit: Unit{Code: "11"}, Community: 1},
			{Unit: Unit{Code: "21"}, Community: 0},
		},
		Centers: []Center{
			{Code: "z", Communities: []int{0, 1}, Street: 0, District: 0, Grid: 1},
			{Code: "a", Communities: nil, Street: None, District: None, Grid: None},
		},
		Attributes: map[Layer]map[Field][]Number{LayerGrids: {FieldElderly: {Num(99), Num(22), Num(11), Num(21)}}, LayerCommunities: {FieldElderly: {Num(2), Num(1)}}},
	}
}

func codes[T any](items []T, code func(*T) string) []string {
	out := make([]string, len(items))
	for i := range items {
		out[i] = code(&items[i])
	}
	return out
}

func TestLinkOrdersAndFollows(t *testing.T) {
	c := crossing()
	c.Link()
	if got := codes(c.Grids, func(g *Grid) string { return g.Code }); !slices.Equal(got, []string{"11", "21", "22", "99"}) {
		t.Errorf("grids %v", got)
	}
	if got := codes(c.Communities, func(m *Community) string { return m.Code }); !slices.Equal(got, []string{"1", "2", ""}) {
		t.Errorf("communities %v", got)
	}
	for i, want := range []string{"1", "2", "2", ""} {
		if got := c.Communities[c.Grids[i].Community].Code; got != want {
			t.Errorf("grid %s lies in %q, want %q", c.Grids[i].Code, got, want)
		}
	}
	for i, want := range []string{"A", "B", ""} {
		if got := c.Streets[c.Communities[i].Street].Code; got != want {
			t.Errorf("community %d lies in street %q, want %q", i, got, want)
		}
	}
	z := c.Centers[1]
	if z.Code != "z" || !slices.Equal(z.Communities, []int{0, 1}) || c.Streets[z.Street].Code != "B" || c.Grids[z.Grid].Code != "22" {
		t.Errorf("center %+v", z)
	}
	if a := c.Centers[0]; a.Street != None || a.District != None || a.Grid != None || len(a.Communities) != 0 {
		t.Errorf("a center that belongs nowhere: %+v", a)
	}
}

func TestLinkPutsVirtualUnitsLast(t *testing.T) {
	c := crossing()
	c.Link()
	if len(c.Communities) != 3 || !c.Communities[2].Virtual || c.Communities[0].Virtual {
		t.Errorf("communities %+v", c.Communities)
	}
	if len(c.Streets) != 3 || !c.Streets[2].Virtual || len(c.Districts) != 2 || !c.Districts[1].Virtual {
		t.Errorf("streets %+v, districts %+v", c.Streets, c.Districts)
	}
}

func TestLinkMovesAttributes(t *testing.T) {
	c := crossing()
	c.Link()
	want := map[Layer][]Number{LayerGrids: {Num(11), Num(21), Num(22), Num(99)}, LayerCommunities: {Num(1), Num(2), {}}}
	for layer, values := range want {
		if got := c.Attributes[layer][FieldElderly]; !slices.Equal(got, values) {
			t.Errorf("%s: %v, want %v", layer, got, values)
		}
	}
}

func TestLinkKeepsACompleteCity(t *testing.T) {
	c := &City{Districts: []District{{}}, Streets: []Street{{}}, Communities: []Community{{}}}
	c.Link()
	if len(c.Districts) != 1 || len(c.Streets) != 1 || len(c.Communities) != 1 {
		t.Errorf("virtual units in a complete city: %+v", c)
	}
	empty := &City{}
	empty.Link()
	if len(empty.Districts)+len(empty.Streets)+len(empty.Communities) != 0 {
		t.Errorf("units in an empty city: %+v", empty)
	}
}

// Equal codes are ordered by name, equal names by file order: two 新华社区 stay two.
func TestLinkTies(t *testing.T) {
	c := &City{Communities: []Community{
		{Unit: Unit{Name: "新华社区", Group: "first"}, Street: None},
		{Unit: Unit{Name: "新华社区", Group: "second"}, Street: None},
		{Unit: Unit{Name: "云桥社区"}, Street: None},
	}}
	c.Link()
	if c.Communities[0].Name != "云桥社区" || c.Communities[1].Group != "first" || c.Communities[2].Group != "second" {
		t.Errorf("%+v", c.Communities)
	}
}

func TestWithAddsCentersToACopy(t *testing.T) {
	c := &City{Centers: []Center{{Code: "a"}}, Attributes: map[Layer]map[Field][]Number{
		LayerCenters: {FieldVisits: {Num(5)}}, LayerGrids: {FieldElderly: {Num(1)}},
	}}
	more := c.With(Center{Code: "b"}, Center{Code: "c"})
	if len(c.Centers) != 1 || len(c.Attributes[LayerCenters][FieldVisits]) != 1 {
		t.Error("With changed the city")
	}
	if got := more.Attributes[LayerCenters][FieldVisits]; len(more.Centers) != 3 || !slices.Equal(got, []Number{Num(5), {}, {}}) {
		t.Errorf("%d centers, visits %v", len(more.Centers), got)
	}
	if len(more.Attributes[LayerGrids][FieldElderly]) != 1 {
		t.Error("the other layers lost their attributes")
	}
}

func TestLabel(t *testing.T) {
	c := &City{Sources: []Source{
		{Layer: LayerGrids, Columns: []ColumnUse{{Field: FieldHouseholds, Column: "HS"}}},
		{Layer: LayerCommunities, Columns: []ColumnUse{{Field: FieldHouseholds, Column: "户数"}}},
	}}
	if got := c.Label(LayerCommunities, FieldHouseholds); got != "户数" {
		t.Error(got)
	}
	if got := c.Label(LayerCenters, FieldHouseholds); got != "" {
		t.Error(got)
	}
}
