package coverage

import (
	"context"
	"fmt"
	"testing"

	"github.com/paulmach/orb"

	"quarter/data"
	"quarter/geo"
)

// A town is drawn on a plane in metres around 103.5° E, 25.5° N; east and north become lon and lat with the local size of a degree.
const (
	originLon, originLat = 103.5, 25.5
	perLon               = 100547.9 // metres per degree there
	perLat               = 110775.6
)

func at(east, north float64) orb.Point {
	return orb.Point{originLon + east/perLon, originLat + north/perLat}
}

// square returns a square with its lower left corner at (east, north).
func square(east, north, side float64) *geo.Shape {
	ring := orb.Ring{at(east, north), at(east+side, north), at(east+side, north+side), at(east, north+side), at(east, north)}
	mp, _, err := geo.Clean(orb.Polygon{ring})
	if err != nil {
		panic(err)
	}
	return geo.NewShape(mp)
}

// town builds a city row by row.
type town struct{ data.City }

func newTown() *town {
	t := &town{}
	t.Name = "Testtown"
	t.Districts = []data.District{{Unit: data.Unit{Code: "1", Name: "D"}}}
	t.Streets = []data.Street{{Unit: data.Unit{Code: "11", Name: "S"}, District: 0}}
	return t
}

// community adds a community of `n` grids, squares of 200 m in a row from (east, north), with the households given.
// -1 households: not given.
func (t *town) community(code string, east, north float64, households ...float64) int {
	m := len(t.Communities)
	t.Communities = append(t.Communities, data.Community{Unit: data.Unit{Code: code, Name: "C" + code}, Street: 0})
	for i, h := range households {
		g := data.Grid{Unit: data.Unit{Code: fmt.Sprintf("%s%03d", code, i)}, Community: m, Shape: square(east+200*float64(i), north, 200)}
		g.Point = g.Shape.Centroid()
		if h >= 0 {
			g.Households = data.Num(h)
			g.People[data.Resident] = data.Num(2.5 * h)
		}
		t.Grids = append(t.Grids, g)
	}
	return m
}

// center adds an open community center with a floor area; area < 0: not stated.
func (t *town) center(east, north, area float64, communities ...int) *data.Center {
	c := data.Center{Code: fmt.Sprintf("K%03d", len(t.Centers)), Name: "K", Point: at(east, north), Tier: data.TierCommunity,
		Status: data.StatusOpen, Communities: communities, Street: 0, District: 0, Grid: data.None}
	if area >= 0 {
		c.FloorArea = data.Num(area)
	}
	if len(communities) == 0 {
		c.Street, c.District = data.None, data.None
	}
	t.Centers = append(t.Centers, c)
	return &t.Centers[len(t.Centers)-1]
}

func (t *town) city() *data.City {
	t.Link()
	return &t.City
}

func analyze(t *testing.T, c *data.City, o Options) *Result {
	t.Helper()
	r, err := Analyze(context.Background(), c, data.General(), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if d := got - want; !(d <= tolerance && -d <= tolerance) {
		t.Errorf("%s = %v, want %v ± %v", what, got, want, tolerance)
	}
}

func outcome(t *testing.T, u *Unit, id string, want Outcome) Verdict {
	t.Helper()
	v, ok := u.Verdict(id)
	if !ok {
		t.Fatalf("%s has no verdict for %s", u.Name, id)
	}
	if v.Outcome != want {
		t.Errorf("%s of %s = %v (value %v, limit %v, reason %q), want %v", id, u.Name, v.Outcome, v.Value, v.Limit, v.Reason, want)
	}
	return v
}

func lengthOf(meters float64) geo.Length { return geo.Length(meters) }
