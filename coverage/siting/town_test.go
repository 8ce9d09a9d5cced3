package siting

import (
	"context"
	"fmt"

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

// town builds a city of square grids.
type town struct {
	data.City
	side float64
}

func newTown(side float64) *town {
	t := &town{side: side}
	t.Name = "Testtown"
	t.Districts = []data.District{{Unit: data.Unit{Code: "1", Name: "D"}}}
	t.Streets = []data.Street{{Unit: data.Unit{Code: "11", Name: "S"}, District: 0}}
	return t
}

// community adds a community of squares in a row from (east, north), with the households given and 2.5 residents in each.
func (t *town) community(code string, east, north float64, households ...float64) int {
	m := len(t.Communities)
	t.Communities = append(t.Communities, data.Community{Unit: data.Unit{Code: code, Name: "C" + code}, Street: 0})
	for i, h := range households {
		x, y := east+t.side*float64(i), north
		ring := orb.Ring{at(x, y), at(x+t.side, y), at(x+t.side, y+t.side), at(x, y+t.side), at(x, y)}
		g := data.Grid{Unit: data.Unit{Code: fmt.Sprintf("%s%03d", code, i)}, Community: m, Shape: geo.NewShape(orb.MultiPolygon{{ring}})}
		g.Point = g.Shape.Centroid()
		g.Households, g.People[data.Resident] = data.Num(h), data.Num(2.5*h)
		t.Grids = append(t.Grids, g)
	}
	return m
}

// center adds an open community center.
func (t *town) center(name string, east, north float64, communities ...int) {
	t.Centers = append(t.Centers, data.Center{Code: fmt.Sprintf("K%03d", len(t.Centers)), Name: name, Point: at(east, north),
		Tier: data.TierCommunity, Status: data.StatusOpen, Communities: communities, Street: 0, District: 0, Grid: data.None, FloorArea: data.Num(300)})
}

func (t *town) city() *data.City {
	t.Link()
	return &t.City
}

// candidate is a place that may be chosen.
func candidate(code string, east, north float64) Candidate {
	return Candidate{Candidate: data.Candidate{Code: code, Name: "N" + code, Point: at(east, north), Community: data.None}, Origin: "file", Zone: data.None}
}

var background = context.Background()
