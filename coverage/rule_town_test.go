package coverage

import "quarter/data"

// The towns of the exam. Communities 111 and 112 stand far apart; 112 is the witness, which states everything and attains.

// pair is a town of two communities of one grid of 400 households each, with a community center each.
func pair() *town {
	t := newTown()
	t.community("111", 0, 0, 400)
	t.community("112", 9000, 0, 400)
	t.center(100, 100, 400, 0)
	t.center(9100, 100, 400, 1)
	return t
}

// state gives a field of a layer its values, in the order in which the units were made.
func (t *town) state(layer data.Layer, field data.Field, values ...data.Number) {
	if t.Attributes == nil {
		t.Attributes = map[data.Layer]map[data.Field][]data.Number{}
	}
	if t.Attributes[layer] == nil {
		t.Attributes[layer] = map[data.Field][]data.Number{}
	}
	t.Attributes[layer][field] = values
}

func noCenters(t *town) { t.Centers = nil }

func noHouseholds(t *town) {
	for i := range t.Grids {
		t.Grids[i].Counts = data.Counts{}
	}
	for i := range t.Communities {
		t.Communities[i].Counts = data.Counts{}
	}
}

// examCoverage covers v of 10,000 residents of the first community.
func examCoverage(v data.Number) *town {
	t := pair()
	m := t.community("110", 20000, 0, 1)
	far := t.Grids[len(t.Grids)-1]
	far.Code, far.Shape = "110001", square(40000, 0, 200)
	far.Point = far.Shape.Centroid()
	t.Grids = append(t.Grids, far)
	t.center(20100, 100, 400, m)
	for i, people := range []float64{v.V * 10000, (1 - v.V) * 10000} {
		g := &t.Grids[len(t.Grids)-2+i]
		g.Counts = data.Counts{}
		if v.Known {
			g.People[data.Resident] = data.Num(max(0, people))
		}
	}
	return t
}

// examFacility gives a share of two communities a center of their own.
func examFacility(v data.Number) *town {
	t := pair()
	t.Centers = t.Centers[:int(2*v.V)]
	if len(t.Centers) == 0 {
		t.center(5000, 0, 400).Street = 0
	}
	return t
}

// examFloor sets the only facility of the first community, which has 1,000 households: 300 m² are required.
func examFloor(set func(*data.Center, data.Number)) func(data.Number) *town {
	return func(v data.Number) *town {
		t := pair()
		t.Grids[0].Households = data.Num(1000)
		t.Centers[1].FloorArea, t.Centers[1].ServiceArea = data.Num(1000), data.Number{}
		set(&t.Centers[0], v)
		return t
	}
}

// examGrid sets something of the only grid of the first community.
func examGrid(set ...func(t *town, v data.Number)) func(data.Number) *town {
	return func(v data.Number) *town {
		t := pair()
		for _, s := range set {
			s(t, v)
		}
		return t
	}
}

func gridHouseholds(t *town, v data.Number) { t.Grids[0].Households = v }

func gridField(field data.Field) func(*town, data.Number) {
	return func(t *town, v data.Number) { t.state(data.LayerGrids, field, v, data.Num(1)) }
}

func gridOne(field data.Field) func(*town, data.Number) {
	return func(t *town, _ data.Number) { t.state(data.LayerGrids, field, data.Num(1), data.Num(1)) }
}

// examPair divides the first community between two grids: for GRID-02 by a CV of v below 1, m·(1+v) and m·(1−v) households; for
// GRID-06 so that the workload index is v above 1 and 2−v: with households and ground given, of which the ground is the same, the
// weights 0.5 and 0.1 become 5/6 and 1/6, and v = 5/6·x/m + 1/6.
func examPair(v data.Number) *town {
	t := newTown()
	spread := v.V
	if v.V > 1 {
		spread = (v.V-1.0/6)*6/5 - 1
	}
	t.community("111", 0, 0, 400*(1+spread), 400*(1-spread))
	t.community("112", 9000, 0, 400, 400)
	if !v.Known {
		t.Grids[0].Counts, t.Grids[1].Counts = data.Counts{}, data.Counts{}
	}
	return t
}

// examTotals lets the first community's grid differ from its own 1,000 households by v.
func examTotals(v data.Number) *town {
	t := pair()
	t.Grids[0].Households = data.Number{V: 1000 * (1 + v.V), Known: v.Known}
	t.Communities[0].Households, t.Communities[1].Households = data.Num(1000), data.Num(400)
	return t
}

// examSize makes the first community v times the median.
func examSize(v data.Number) *town {
	t := newTown()
	t.community("111", 0, 0, 1000*v.V)
	for i, code := range []string{"112", "113", "114"} {
		t.community(code, 9000*float64(i+1), 0, 1000)
	}
	if !v.Known {
		t.Grids[0].Counts = data.Counts{}
	}
	return t
}

// examTier puts v centers of a tier into the first community; missing: one whose level is not stated.
func examTier(tier data.Tier) func(data.Number) *town {
	return func(v data.Number) *town {
		t := pair()
		t.Centers = nil
		t.center(9100, 100, 400, 1).Tier = data.TierRegional
		for range int(v.V) {
			t.center(100, 100, 400, 0).Tier = tier
		}
		if !v.Known {
			t.center(100, 100, 400, 0).Tier = data.TierUnknown
		}
		return t
	}
}

// examDemo marks v centers as demonstration sites; blank is none that is marked.
func examDemo(v data.Number) *town {
	t := pair()
	for i := range t.Centers {
		t.Centers[i].DemoSite = data.No
		if i < int(v.V) {
			t.Centers[i].DemoSite = data.Yes
		}
	}
	return t
}

// examCenter sets something of the only center of the first community; the witness has it.
func examCenter(set func(t *town, i int, v data.Number)) func(data.Number) *town {
	return func(v data.Number) *town {
		t := pair()
		set(t, 1, data.Num(1))
		set(t, 0, v)
		return t
	}
}

func centerField(field data.Field) func(*town, int, data.Number) {
	return func(t *town, i int, v data.Number) {
		values := t.Attributes[data.LayerCenters][field]
		if values == nil {
			values = make([]data.Number, 2)
		}
		values[i] = v
		t.state(data.LayerCenters, field, values...)
	}
}

// examCompounds gives the first community four compounds, v of them with a branch.
func examCompounds(v data.Number) *town {
	t := pair()
	t.state(data.LayerCommunities, data.FieldCompounds, data.Num(4), data.Num(1))
	t.state(data.LayerCommunities, data.FieldCompoundBranches, v, data.Num(1))
	return t
}

// value is a field that the first unit has beside the one examined.
type value struct {
	field data.Field
	v     float64
}

func one(field data.Field) value { return value{field, 1} }

// examUnit states a field of the first unit of a layer, with others beside it; the witness states nothing but that field.
func examUnit(layer data.Layer, field data.Field, beside ...value) func(data.Number) *town {
	return func(v data.Number) *town {
		t := pair()
		t.Streets = append(t.Streets, data.Street{Unit: data.Unit{Code: "12", Name: "S2"}, District: 0})
		t.Districts = append(t.Districts, data.District{Unit: data.Unit{Code: "2", Name: "D2"}})
		t.state(layer, field, v, data.Num(1))
		for _, b := range beside {
			t.state(layer, b.field, data.Num(b.v), data.Number{})
		}
		return t
	}
}

// examSeat states the service funds of a community of a class of seat.
func examSeat(seat data.Seat) func(data.Number) *town {
	return func(v data.Number) *town {
		t := examUnit(data.LayerCommunities, data.FieldServiceFunds)(v)
		t.Communities[0].Seat = seat
		return t
	}
}
