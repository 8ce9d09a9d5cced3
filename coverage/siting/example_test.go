package siting_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/paulmach/orb"

	"quarter/coverage"
	"quarter/coverage/siting"
	"quarter/data"
	"quarter/geo"
)

// street is a street of five blocks with 100, 20, 20, 20 and 60 people, 300 m apart; a center could stand at each.
func street() *siting.Instance {
	meters := make([][]float64, 5)
	for i := range meters {
		for j := range 5 {
			meters[i] = append(meters[i], 300*float64(max(i-j, j-i)))
		}
	}
	return &siting.Instance{Weights: []float64{100, 20, 20, 20, 60}, Sites: make([]siting.Site, 5), Costs: siting.NewMatrix(meters)}
}

// One center where people walk least in all: at the second block, beside the hundred of the first, 102,000 person-metres.
func ExampleMedian() {
	found, err := siting.Median{P: 1}.Solve(context.Background(), street())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(found.Sites, found.Value, found.Proven)
	// Output: [1] 102000 true
}

// With an aversion to inequality the middle of the street is better: all are as well off there as if everybody walked 533 m.
func ExampleKolm() {
	found, err := siting.Kolm{P: 1, Aversion: -2}.Solve(context.Background(), street())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%v %.0f m %v\n", found.Sites, found.Value, found.Proven)
	// Output: [2] 533 m true
}

// One center with most people within 300 m: at the second block, 140 of 220.
func ExampleMCLP() {
	found, err := siting.MCLP{P: 1, Radius: 300}.Solve(context.Background(), street())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(found.Sites, found.Value, found.Bound, found.Proven)
	// Output: [1] 140 140 true
}

// Everybody for 9: the first block reaches 120 people, the fourth the other 100.
func ExampleBudget() {
	x := street()
	for i, price := range []float64{5, 8, 5, 4, 4} {
		x.Sites[i].Price = price
	}
	found, err := siting.Budget{Money: 9, Radius: 300}.Solve(context.Background(), x)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(found.Sites, found.Value, found.Proven)
	// Output: [0 3] 220 true
}

// From files to a plan: where three further centers would cover most people of a city, and what they would change.
func ExampleSolve() {
	city := village()
	before, err := coverage.Analyze(context.Background(), city, data.General(), coverage.Options{Radius: 500 * geo.Meter})
	if err != nil {
		fmt.Println(err)
		return
	}
	plan, err := siting.Solve(context.Background(), siting.Ask{
		Before:     before,
		Candidates: siting.FromCity(city),
		Request:    siting.Request{Model: siting.MCLP{}.Key(), P: 1, Objective: siting.People},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	best := plan.Picks[0]
	fmt.Printf("%s: %.0f newly covered\n", plan.Candidates[best.Candidate].Name, best.Gain)
	fmt.Printf("%.0f %% covered, %.0f %% before\n", 100*plan.After.Total().Get("coverage_pop").V, 100*plan.Before.Total().Get("coverage_pop").V)
	fmt.Println("proven:", plan.Solution.Proven)
	// Output:
	// former school: 600 newly covered
	// 80 % covered, 20 % before
	// proven: true
}

// village has three blocks of 200, 600 and 200 people, 2 km apart, a center in the first and a candidate in each other.
func village() *data.City {
	c := &data.City{
		Name:      "Village",
		Districts: []data.District{{Unit: data.Unit{Code: "1"}}},
		Streets:   []data.Street{{Unit: data.Unit{Code: "11"}}},
		Centers: []data.Center{{Code: "K1", Name: "Town Hall", Point: orb.Point{103.5, 25.5}, Tier: data.TierCommunity, Status: data.StatusOpen,
			Communities: []int{0}, Grid: data.None}},
		Candidates: []data.Candidate{
			{Code: "A", Name: "former school", Point: orb.Point{103.52, 25.5}, Community: 1},
			{Code: "B", Name: "former depot", Point: orb.Point{103.54, 25.5}, Community: 2},
		},
	}
	for i, people := range []float64{200, 600, 200} {
		west := 103.499 + 0.02*float64(i)
		ring := orb.Ring{{west, 25.499}, {west + 0.002, 25.499}, {west + 0.002, 25.501}, {west, 25.501}, {west, 25.499}}
		m := data.Community{Unit: data.Unit{Code: fmt.Sprint(i + 1)}, Shape: geo.NewShape(orb.MultiPolygon{{ring}})}
		m.People[data.Resident] = data.Num(people)
		c.Communities = append(c.Communities, m)
	}
	c.Link()
	return c
}

// How few centers cover the whole street, if people walk 300 m at most? Two: of the blocks that will do, the second and the fourth.
func ExampleLSCP() {
	found, err := siting.LSCP{Radius: 300}.Solve(context.Background(), street())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(found.Sites, found.Value, found.Proven)
	// Output: [1 3] 2 true
}

// One is enough for 60 % of the people.
func ExamplePartial() {
	found, err := siting.Partial{Share: 0.6, Radius: 300}.Solve(context.Background(), street())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(found.Sites, found.Value, found.Proven)
	// Output: [1] 1 true
}

// Of all pairs that cover the street, how many people can be within reach of both? The twenty of the middle block.
func ExampleBackup() {
	found, err := siting.Backup{Radius: 300}.Solve(context.Background(), street())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(found.Sites, found.Value, found.Proven)
	// Output: [1 3] 20 true
}

// One center from which the farthest block is nearest: in the middle, 600 m.
func ExampleCenter() {
	found, err := siting.Center{P: 1}.Solve(context.Background(), street())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(found.Sites, found.Value, found.Proven)
	// Output: [2] 600 true
}

// Three centers as far from each other as the street allows: both ends and the middle.
func ExampleDispersion() {
	x := street()
	x.Between = x.Costs.(*siting.Matrix)
	found, err := siting.Dispersion{P: 3}.Solve(context.Background(), x)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(found.Sites, found.Value, found.Proven)
	// Output: [0 2 4] 600 true
}

// Two centers for 90 people each, who come from no farther than 300 m: both are full, at the two ends of the street.
func ExampleCapacitatedCover() {
	x := street()
	for i := range x.Sites {
		x.Sites[i].Capacity = 90
	}
	found, err := siting.CapacitatedCover{P: 2, Radius: 300}.Solve(context.Background(), x)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(found.Value, found.Proven)
	// Output: 180 true
}

// One center cannot hold everybody; two can.
func ExampleCapacitatedMedian() {
	x := street()
	for i := range x.Sites {
		x.Sites[i].Capacity = 150
	}
	_, err := siting.CapacitatedMedian{P: 1}.Solve(context.Background(), x)
	if short := (*siting.InfeasibleError)(nil); errors.As(err, &short) {
		fmt.Println(short.Weight, "find no room; sites needed:", short.Need)
	}
	found, err := siting.CapacitatedMedian{P: 2}.Solve(context.Background(), x)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(found.Sites, found.Value, found.Proven)
	// Output:
	// 70 find no room; sites needed: 2
	// [0 4] 24000 true
}

// Two communities, the first three blocks and the last two, of both at least half to be covered: one center covers a quarter of the second at
// most if the first shall not have less, two cover everybody.
func ExampleFloor() {
	x := street()
	x.Groups = []int{0, 0, 0, 1, 1}
	_, err := siting.Floor{P: 1, Radius: 300, Least: 0.5}.Solve(context.Background(), x)
	if short := (*siting.InfeasibleError)(nil); errors.As(err, &short) {
		fmt.Printf("largest least share: %.3f of community %d\n", short.Need, short.Group)
	}
	found, err := siting.Floor{P: 2, Radius: 300, Least: 0.5}.Solve(context.Background(), x)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(found.Sites, found.Value, found.Proven)
	// Output:
	// largest least share: 0.250 of community 1
	// [1 3] 220 true
}

// The community that is served worst as well as one center can serve it.
func ExampleLeastShare() {
	x := street()
	x.Groups = []int{0, 0, 0, 1, 1}
	found, err := siting.LeastShare{P: 1, Radius: 300}.Solve(context.Background(), x)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%v %.3f %v\n", found.Sites, found.Value, found.Proven)
	// Output: [2] 0.250 true
}
