package geo_test

import (
	"fmt"

	"github.com/paulmach/orb"

	"quarter/geo"
)

// park is a kilometre square in Kunming.
var park = orb.Polygon{{{102.70, 25.04}, {102.71, 25.04}, {102.71, 25.05}, {102.70, 25.05}, {102.70, 25.04}}}

func Example() {
	clean, _, err := geo.Clean(park)
	if err != nil {
		fmt.Println(err)
		return
	}
	shape := geo.NewShape(clean)
	centers := geo.NewDisks([]geo.Disk{
		{Center: orb.Point{102.70, 25.04}, Radius: 1 * geo.Kilometer},
		{Center: orb.Point{102.71, 25.05}, Radius: 500 * geo.Meter},
	})
	fmt.Printf("%.0f of %.0f m²\n", centers.UnionArea(shape), shape.Area())
	// Output: 981672 of 1117852 m²
}

func ExampleClean() {
	bowTie := orb.Ring{{102.70, 25.04}, {102.71, 25.05}, {102.71, 25.04}, {102.70, 25.05}, {102.70, 25.04}}
	_, _, err := geo.Clean(bowTie)
	fmt.Println(err)

	open := orb.Ring{{102.70, 25.04}, {102.70, 25.05}, {102.71, 25.05}, {102.71, 25.04}}
	_, repairs, err := geo.Clean(open)
	fmt.Printf("%+v %v\n", repairs, err)
	// Output:
	// self_crossing: 102.705 25.045
	// {Closed:1 Oriented:1 Repeated:0 EmptyParts:0} <nil>
}

func ExampleDistance() {
	fmt.Printf("%.3f m\n", geo.Distance(orb.Point{102.70, 25.04}, orb.Point{102.71, 25.04}))
	// Output: 1009.174 m
}

func ExampleDisks_Reach() {
	clean, _, _ := geo.Clean(park)
	center := geo.NewDisks([]geo.Disk{{Center: orb.Point{102.70, 25.04}}})
	reach := center.Reach(geo.NewShape(clean))
	for _, d := range []geo.Length{400, 800, 1200, 1600} {
		fmt.Printf("%.0f m: %.1f %%\n", d, 100*reach.Within(d)/reach.Area())
	}
	_, farthest := reach.Range()
	fmt.Printf("mean %.0f m, farthest %.0f m\n", reach.Mean(), farthest)
	// Output:
	// 400 m: 11.2 %
	// 800 m: 45.0 %
	// 1200 m: 91.1 %
	// 1600 m: 100.0 %
	// mean 810 m, farthest 1498 m
}

func ExampleShape_Contains() {
	clean, _, _ := geo.Clean(park)
	shape := geo.NewShape(clean)
	fmt.Println(shape.Contains(orb.Point{102.705, 25.045}), shape.Contains(orb.Point{102.71, 25.045}), shape.Contains(orb.Point{102.72, 25.045}))
	// Output: true true false
}

func ExampleLocator() {
	west := orb.MultiPolygon{{{{102, 25}, {103, 25}, {103, 26}, {102, 26}, {102, 25}}}}
	east := orb.MultiPolygon{{{{103, 25}, {104, 25}, {104, 26}, {103, 26}, {103, 25}}}}
	locator := geo.NewLocator([]*geo.Shape{geo.NewShape(west), geo.NewShape(east)})
	fmt.Println(locator.Locate(orb.Point{103.5, 25.5}), locator.Locate(orb.Point{103, 25.5}), locator.Locate(orb.Point{105, 25}))
	// Output: 1 0 -1
}

func ExampleIndex_Search() {
	index := geo.NewIndex([]orb.Bound{
		{Min: orb.Point{179, 0}, Max: orb.Point{181, 1}},
		{Min: orb.Point{100, 0}, Max: orb.Point{101, 1}},
	})
	near := geo.Pad(orb.Point{-179.001, 1.001}.Bound(), 200*geo.Meter)
	index.Search(near, func(i int) bool {
		fmt.Println(i)
		return true
	})
	// Output: 0
}

func ExampleCircle() {
	outline := geo.Circle(orb.Point{102.7, 25.04}, 1*geo.Kilometer, 128)
	fmt.Println(len(outline), geo.Distance(orb.Point{102.7, 25.04}, outline[7]).Meters() > 999.999)
	// Output: 129 true
}
