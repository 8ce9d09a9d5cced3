package atlas

import (
	"fmt"
	"testing"

	"github.com/paulmach/orb"

	"quarter/charts"
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
	"quarter/geo"
)

// The town: two streets of six communities each, four grids in every community, drawn in metres.
//
//	8  9 | 10 11    11 has no outline
//	4  5 |  6  7    5 has no count of people
//	0  1 |  2  3
//	west | east
//
// Centers: one of a street in 0, one of a community in 6, one of the district between, one not yet open in 3, one without tier in 9. The
// circles leave the corners of the town outside.
const columns, rows, width, depth = 4, 3, 1500., 1100.

func at(east, north float64) orb.Point {
	return orb.Point{103.5 + east/100547.9, 25.5 + north/110775.6}
}

func rectangle(east, north, width, height float64) *geo.Shape {
	mp, _, err := geo.Clean(orb.Polygon{{at(east, north), at(east+width, north), at(east+width, north+height), at(east, north+height), at(east, north)}})
	if err != nil {
		panic(err)
	}
	return geo.NewShape(mp)
}

// town names everything by name, which is given its number.
func town(name func(kind string, i int) string) *data.City {
	c := &data.City{Name: name("区", 0)}
	c.Districts = []data.District{{Unit: data.Unit{Code: "530101", Name: name("区", 0)}}}
	for i := range 2 {
		c.Streets = append(c.Streets, data.Street{Unit: data.Unit{Code: fmt.Sprintf("53010100%d", i+1), Name: name("街道", i)}})
	}
	for i := range columns * rows {
		east, north := float64(i%columns)*width, float64(i/columns)*depth
		u := data.Community{Unit: data.Unit{Code: fmt.Sprintf("53010100%d%03d", 1+i%columns/2, i), Name: name("社区", i)}, Street: i % columns / 2}
		if i < columns*rows-1 {
			u.Shape = rectangle(east, north, width, depth)
		}
		c.Communities = append(c.Communities, u)
		for k := range 4 {
			g := data.Grid{Unit: data.Unit{Code: fmt.Sprintf("%s%03d", u.Code, k), Name: name("网格", k)}, Community: i}
			g.Shape = rectangle(east+float64(k%2)*width/2, north+float64(k/2)*depth/2, width/2, depth/2)
			g.Point = g.Shape.Centroid()
			if i != 5 {
				g.Households = data.Num(float64(100 + 90*k + 20*i))
				g.People[data.Resident] = data.Num(float64(400 + 200*k + 130*i))
			}
			c.Grids = append(c.Grids, g)
		}
	}
	c.Centers = []data.Center{
		newCenter(name("中心", 0), at(700, 500), data.TierStreet, data.StatusOpen, 0),
		newCenter(name("中心", 1), at(3800, 1700), data.TierCommunity, data.StatusOpen, 6),
		newCenter(name("中心", 2), at(2600, 900), data.TierDistrict, data.StatusOpen, 1),
		newCenter(name("中心", 3), at(5200, 500), data.TierCommunity, data.StatusBuilding, 3),
		newCenter(name("中心", 4), at(2300, 2800), data.TierUnknown, data.StatusOpen, 9),
	}
	c.Link()
	return c
}

func newCenter(name string, p orb.Point, tier data.Tier, status data.Status, community int) data.Center {
	return data.Center{
		Code: "c" + name, Name: name, Point: p, Tier: tier, Status: status, FloorArea: data.Num(320),
		Communities: []int{community}, Street: community % columns / 2, Grid: data.None,
	}
}

// plainNames are those of the golden files.
func plainNames(kind string, i int) string {
	return string("东西南北中前后左右上下里"[3*i:3*i+3]) + kind
}

func mapOf(t testing.TB, c *data.City, lang words.Lang) *charts.Map {
	t.Helper()
	r, err := coverage.Analyze(t.Context(), c, data.General(), coverage.Options{Sites: 2})
	if err != nil {
		t.Fatal(err)
	}
	m := charts.NewMap(r, lang)
	if m == nil {
		t.Fatal("no map")
	}
	return m
}
