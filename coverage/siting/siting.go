// Package siting finds where the next centers should go, and proves how good that is.
//
// A model (MCLP, LSCP, Median …) is a struct of its parameters; Solve takes an Instance, which is plain: the weights of the demand, the
// sites that can be chosen, and what it costs to serve each demand from each site. A city makes an Instance (see City), and so does any
// matrix:
//
//	instance := siting.Instance{Weights: people, Sites: make([]siting.Site, 16), Costs: siting.NewMatrix(meters)}
//	found, err := siting.MCLP{P: 4, Radius: 5000}.Solve(ctx, &instance)
//	found.Value, found.Bound, found.Proven // 875247 875247 true
//
// Names and symbols are those of the literature: demand j with weight w_j, site i, cost d_ij, y_i = 1 where a site is chosen. A demand is
// covered where d_ij <= Radius, the edge included. Every Solution has a bound that no choice of sites can pass; Proven is set only where
// an independent check in whole numbers confirms that the bound meets the value.
//
// The same instance and seed give the same solution for any number of threads.
package siting

import (
	"fmt"
	"math"

	"github.com/paulmach/orb"
)

// Instance is what every model works on. It is not changed by solving.
type Instance struct {
	Weights []float64 // w_j: people or whatever shall be served, finite, >= 0
	Sites   []Site    // as many as Costs has sites
	Costs   Costs

	// Groups holds the group (community) of each demand, 0 to Count(Groups)-1; nil where no model asks for groups.
	Groups []int
	// Between is what lies between two sites, for dispersion: a square matrix; nil elsewhere.
	Between *Matrix
}

// Site is one place where a center could stand, or stands.
type Site struct {
	State    State
	Price    float64 // what it costs to build there, in any money, >= 0; counted for free and forced sites
	Capacity float64 // weight that it can serve, for the capacitated models; 0: none; +Inf: no limit
}

// State says what may be done with a site.
type State uint8

// The states. Free and forced sites count toward P and budgets; kept ones stand already and do not.
const (
	Free      State = iota
	Forced          // must be chosen
	Kept            // an existing center: serves, and is no choice
	Forbidden       // must not be chosen
)

// Search limits and steers a solver. The zero value is fine.
type Search struct {
	Seed    uint64
	Threads int // 0: GOMAXPROCS; the solution does not depend on it
	// Effort scales how much work is put into bounds and branching; 0: 1. Work is counted, not timed, so that a run can be repeated; a
	// deadline of the context only cuts it short, and the solution says so.
	Effort float64
}

// Model is one way to choose sites.
type Model interface {
	Key() string // in JSON, on the command line, and "model."+Key in charts/words
	Solve(ctx Context, x *Instance) (*Solution, error)
}

// check refuses an instance that makes no sense.
func (x *Instance) check() error {
	if x.Costs == nil {
		return &InputError{Key: "no_costs"}
	}
	demands, sites := x.Costs.Size()
	switch {
	case demands != len(x.Weights):
		return &InputError{Key: "demand_count", Args: []any{"weights", len(x.Weights), "costs", demands}}
	case sites != len(x.Sites):
		return &InputError{Key: "site_count", Args: []any{"sites", len(x.Sites), "costs", sites}}
	case x.Groups != nil && len(x.Groups) != demands:
		return &InputError{Key: "group_count", Args: []any{"groups", len(x.Groups), "weights", demands}}
	}
	for j, w := range x.Weights {
		if !(w >= 0) || math.IsInf(w, 1) {
			return &InputError{Key: "weight", Args: []any{"demand", j, "value", w}}
		}
	}
	for i, s := range x.Sites {
		if !(s.Price >= 0) || math.IsInf(s.Price, 1) || !(s.Capacity >= 0) {
			return &InputError{Key: "site", Args: []any{"site", i, "price", s.Price, "capacity", s.Capacity}}
		}
	}
	return nil
}

// InputError is an instance or a parameter that makes no sense: Key names the message ("siting."+Key in charts/words), Args its words.
type InputError struct {
	Key  string
	Args []any // name, value, name, value …
}

func (e *InputError) Error() string { return fmt.Sprint("siting: ", e.Key, " ", e.Args) }

// InfeasibleError says that no choice of sites fulfils the model, why, and what would cure it.
type InfeasibleError struct {
	Key    string // "siting.infeasible."+Key in charts/words
	Demand []int  // that no site can serve, where that is the reason
	Group  int    // the community whose least share cannot be reached, else -1
	Groups []int  // all communities that miss it even where every site stands, lowest first
	Weight float64
	// Need is the least P, budget, radius or capacity with which the request can be met, or the largest share that can be reached: whichever
	// the key speaks of; 0 where it is not known.
	Need float64
}

func (e *InfeasibleError) Error() string { return "siting: infeasible: " + e.Key }

// Point is a place on the globe, lon and lat.
type Point = orb.Point
