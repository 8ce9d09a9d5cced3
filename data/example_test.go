package data_test

import (
	"fmt"
	"strings"

	"quarter/data"
)

func ExampleBuiltinProfile() {
	p, err := data.BuiltinProfile("national30")
	if err != nil {
		panic(err)
	}
	l := p.Rules["AREA-01"].Values["per_100"]
	fmt.Println(p.Name.En, l.Value, l.Unit, l.Source)

	kunming, err := data.BuiltinProfile("kunming2018")
	if err != nil {
		panic(err)
	}
	_, regulated := kunming.Rule("AREA-01")
	fmt.Println("Kunming has a floor-area standard:", regulated)
	// Output:
	// National 30 30 m2/100hh P
	// Kunming has a floor-area standard: false
}

func ExampleReadProfile() {
	p, err := data.ReadProfile(strings.NewReader("extends: general\nrules: {COV-01: {values: {radius: {value: 800}}}}"), "ours.yaml")
	fmt.Println(p.Overrides, err)

	_, err = data.ReadProfile(strings.NewReader("extends: general\nrules:\n  COV-04:\n    values:\n      target: {value: 90}"), "ours.yaml")
	fmt.Println(err)
	// Output:
	// [{COV-01 radius 1000 800 m ours.yaml}] <nil>
	// ours.yaml:5: COV-04: target: 90: profile_value
}

func ExampleCity_Link() {
	c := &data.City{Communities: []data.Community{
		{Unit: data.Unit{Code: "2", Name: "Willowbrook"}, Street: data.None},
		{Unit: data.Unit{Code: "1", Name: "Mapleside"}, Street: data.None},
	}}
	c.Link()
	fmt.Println(c.Communities[0].Name, len(c.Streets), c.Streets[0].Virtual, len(c.Districts))
	// Output: Mapleside 1 true 1
}
