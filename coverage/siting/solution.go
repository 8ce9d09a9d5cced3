package siting

import (
	"context"
	"math"
)

// Context is that of the standard library: models take one, since they may work for seconds.
type Context = context.Context

// Sense is the direction of an objective.
type Sense uint8

// The senses.
const (
	Maximize Sense = iota
	Minimize
)

// Solution is a choice of sites, what it is worth, and what no choice can pass.
type Solution struct {
	Model string // its key
	Sense Sense
	Sites []int // chosen, ascending: free and forced ones, no kept ones

	Value float64 // of the objective, computed anew from the sites
	Bound float64 // no choice is better: >= Value where maximizing, <= Value where minimizing
	// Proven is set where Bound meets Value: for whole-number weights exactly, otherwise to 1e-9 of the value.
	Proven bool
	// Cut is set where the deadline of the context ended the search before its work was done.
	Cut bool

	// Assigned holds the site that serves each demand, the cheapest of the open ones (kept ones too; ties: lower index); -1: none within reach. For the
	// capacitated models it is the site of the largest part, and Parts holds all.
	Assigned []int32
	Parts    []Part    // demand split between sites, capacitated models only; in order of demand, then site
	Unserved []float64 // capacitated models: weight of each demand that finds no room; nil elsewhere

	// Kappa is that of the value of Kolm, per unit of cost; 0 elsewhere.
	Kappa float64

	// Unreachable is the weight of the demand that no site, chosen or not, can serve.
	Unreachable float64
	Work        Work
}

// Part is the weight of one demand that one site serves.
type Part struct {
	Demand, Site int32
	Weight       float64
}

// Work is what a search did: the same for the same instance and seed.
type Work struct {
	Demands, Sites int // after the reductions
	Evaluations    int // of the bound
	Nodes          int // of branch and bound
	Fixed          int // sites settled by the bound before branching
}

// Gap is the distance of the value from the bound, as a share of the larger of both; 0 where proven.
func (s *Solution) Gap() float64 {
	if s.Proven || s.Value == s.Bound {
		return 0
	}
	return math.Abs(s.Bound-s.Value) / math.Max(math.Abs(s.Bound), math.Abs(s.Value))
}

// whole reports whether all weights are whole numbers, so that a bound may be rounded.
func whole(weights []float64) bool {
	for _, w := range weights {
		if w != math.Trunc(w) || w > 1<<53 {
			return false
		}
	}
	return true
}
