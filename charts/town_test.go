package charts

import (
	"context"
	"fmt"
	"testing"

	"github.com/paulmach/orb"

	"quarter/coverage"
	"quarter/data"
	"quarter/geo"
)

// The town: two streets of two communities each, four grids in a row per community, drawn in metres.
//
//	north  | 01 新华社区 (东街) | 02 河湾社区 (东街) |
//	south  | 03 新华社区 (西街) | 04 山后社区 (西街) |   04 has no count of people
//
// Centers: c1 in 01, c2 between 02 and the border, c3 outside in the south (its circle reaches in), c4 in 03 is under construction.
func at(east, north float64) orb.Point {
	return orb.Point{103.5 + east/100547.9, 25.5 + north/110775.6}
}

func rectangle(east, north, width, height float64) *geo.Shape {
	ring := orb.Ring{at(east, north), at(east+width, north), at(east+width, north+height), at(east, north+height), at(east, north)}
	mp, _, err := geo.Clean(orb.Polygon{ring})
	if err != nil {
		panic(err)
	}
	return geo.NewShape(mp)
}

func town() *data.City {
	c := &data.City{Name: "试验区"}
	c.Districts = []data.District{{Unit: data.Unit{Code: "530101", Name: "试验区"}}}
	c.Streets = []data.Street{{Unit: data.Unit{Code: "530101001", Name: "东街街道"}}, {Unit: data.Unit{Code: "530101002", Name: "西街街道"}}}
	names := []string{"新华社区", "河湾社区", "新华社区", "山后社区"}
	for i, name := range names {
		east, north := float64(i%2)*2000, float64(1-i/2)*1500
		c.Communities = append(c.Communities, data.Community{Unit: data.Unit{Code: fmt.Sprintf("53010100%d00%d", 1+i/2, 1+i%2), Name: name}, Street: i / 2, Shape: rectangle(east, north, 2000, 1500)})
		for k := range 4 {
			g := data.Grid{Unit: data.Unit{Code: fmt.Sprintf("53010100%d00%d%03d", 1+i/2, 1+i%2, k+1), Name: fmt.Sprintf("第%d网格", k+1)}, Community: i, Shape: rectangle(east+float64(k)*500, north, 500, 1500)}
			g.Point = g.Shape.Centroid()
			if i < 3 {
				g.Households = data.Num(float64(200 + 100*k + 50*i))
				g.People[data.Resident] = data.Num(float64(500 + 260*k + 130*i))
			}
			c.Grids = append(c.Grids, g)
		}
	}
	c.Centers = []data.Center{
		center("c1", "新华中心", at(400, 2200), data.TierCommunity, data.StatusOpen, 320, 0),
		center("c2", "河湾中心", at(2600, 1600), data.TierDistrict, data.StatusOpen, 900, 1),
		center("c3", "界外中心", at(300, -300), data.TierRegional, data.StatusUnknown, 0),
		center("c4", "在建中心", at(1500, 700), data.TierCommunity, data.StatusBuilding, 400, 2),
	}
	c.Centers[0].ServiceArea, c.Centers[1].ServiceArea = data.Num(200), data.Num(500)
	c.Link()
	return c
}

func center(code, name string, p orb.Point, tier data.Tier, status data.Status, floor float64, communities ...int) data.Center {
	c := data.Center{Code: code, Name: name, Point: p, Tier: tier, Status: status, Communities: communities, Street: data.None, District: 0, Grid: data.None}
	if floor > 0 {
		c.FloorArea = data.Num(floor)
	}
	if len(communities) > 0 {
		c.Street = communities[0] / 2
	}
	return c
}

func analyze(t *testing.T, c *data.City) *coverage.Result {
	t.Helper()
	r, err := coverage.Analyze(context.Background(), c, data.General(), coverage.Options{Sites: 2})
	if err != nil {
		t.Fatal(err)
	}
	return r
}
