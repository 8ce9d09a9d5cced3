package coverage

import (
	"context"
	"fmt"

	"quarter/data"
)

// Two communities of 400 households and 1,000 residents each, 9 km apart; one center of 350 m² in the first.
func ExampleAnalyze() {
	town := newTown()
	town.center(100, 100, 350, town.community("111", 0, 0, 400))
	town.community("112", 9000, 0, 400)

	result, err := Analyze(context.Background(), town.city(), data.General(), Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	total := result.Total()
	fmt.Printf("covered: %.0f of %.0f residents\n", total.People.Covered, total.People.Total)
	fmt.Printf("shortfall: %.0f m²\n", total.Get("area_gap").V)
	for _, u := range result.Level(LevelCommunity) {
		v, _ := u.Verdict("COV-04")
		fmt.Println(u.Name, v.Outcome)
	}
	// Output:
	// covered: 1000 of 2000 residents
	// shortfall: 300 m²
	// C111 attained
	// C112 not
}
