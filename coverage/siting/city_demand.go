package siting

import (
	"math"

	"quarter/coverage"
	"quarter/geo"
)

// demand is where people of a city live, as points. People who live evenly over a ground become one point for each cell of it; with circles
// only those outside them are left, and a cell that a circle crosses gives a point for each part outside.
type demand struct {
	points  []Point
	weights []float64
	groups  []int // community of each
}

// newDemand stands points for what the disks leave of some spots. A spot's points carry exactly the people that the account says.
func newDemand(spots []coverage.Spot, disks []geo.Disk, side cellSide, threads int) *demand {
	set, parts := geo.NewDisks(disks), make([][]geo.Sample, len(spots))
	eachIndex(len(spots), threads, func(i int) { parts[i] = samples(&spots[i], set, side) })
	d := &demand{}
	for i := range spots {
		for _, s := range parts[i] {
			d.points = append(d.points, s.Point)
			d.weights = append(d.weights, spots[i].People*s.Area)
			d.groups = append(d.groups, spots[i].Community)
		}
	}
	return d
}

// samples returns the points of a spot; their areas are shares of the spot's people.
func samples(s *coverage.Spot, disks *geo.Disks, side cellSide) []geo.Sample {
	if s.Shape == nil {
		if disks.Covers(s.Point) {
			return nil
		}
		return []geo.Sample{{Point: s.Point, Area: 1}}
	}
	left := 1 - disks.UnionArea(s.Shape)/s.Shape.Area()
	if left <= 0 {
		return nil
	}
	out, sum := disks.Samples(s.Shape, side(s)), 0.0
	for _, one := range out {
		sum += one.Area
	}
	if sum == 0 { // a sliver that the cells lose
		return []geo.Sample{{Point: s.Point, Area: left}}
	}
	for i := range out {
		out[i].Area *= left / sum
	}
	return out
}

// How finely grounds are cut for the uncovered part: about so many points in all, each for as many people as any other where that keeps the
// cells between the two shares of the radius. Points and areas then agree to less than 0.5 % of what a plan gains.
const (
	sampleAim     = 20000
	sampleFinest  = 1.0 / 32
	sampleWidest  = 1.0 / 8
	fullFraction  = 1.0 / 4
	fullPointsMax = 60000
)

// cellSide is the side of the cells of a spot.
type cellSide func(s *coverage.Spot) geo.Length

// evenSide cuts spots into about so many points that carry like numbers of uncovered people.
func evenSide(spots []coverage.Spot, radius geo.Length, points float64) cellSide {
	open := 0.0
	for i := range spots {
		open += spots[i].People * (1 - spots[i].Share)
	}
	return func(s *coverage.Spot) geo.Length {
		side := geo.Length(math.Sqrt(open / points * s.Shape.Area() / s.People))
		return min(max(side, radius*sampleFinest), radius*sampleWidest)
	}
}

// fullSide is the side of the cells where everybody is put on points, for distances: a quarter of the radius moves a mean distance by metres.
func fullSide(r *coverage.Result) cellSide {
	side := max(r.Circle.Radius*fullFraction, geo.Length(math.Sqrt(r.Total().Ground.Total/fullPointsMax)))
	return func(*coverage.Spot) geo.Length { return side }
}

func (d *demand) total() float64 {
	total := 0.0
	for _, w := range d.weights {
		total += w
	}
	return total
}
