package data

import "github.com/paulmach/orb"

// Candidate is a place where a center could be built: an idle building, a plot. A plot stands at a point inside it.
type Candidate struct {
	Code, Name string
	Point      orb.Point // lon, lat
	Community  int       // that the file names, else that it lies in; None where its point lies outside the study area
	Price      Number    // yuan, to buy, rent or convert; >= 0
	FloorArea  Number    // m², >= 0
}
