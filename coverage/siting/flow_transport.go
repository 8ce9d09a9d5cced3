package siting

import (
	"math"
	"slices"
)

// transport serves demand from open sites of limited capacity; demand may be split. For open sites it is a min-cost flow: each demand is
// sent along the cheapest path to a site with room, which may push parts of other demand from full sites to others (successive shortest
// paths; Ahuja, Magnanti and Orlin 1993, 9.7). All states on the way are cheapest for what is served so far, so that no order of the
// demand matters for the least cost; and demand that finds no path never finds one later, so as much as possible is served.
type transport struct {
	pairs *assignPairs
	open  []int // places
	arcs  [][]transportArc
	tiny  float64 // a gain in cost that is rounding only
	room  []float64
	parts [][]transportPart // by open site

	moves [][]transportMove // from each open site that is full
	best  []int             // work space: position in the moves that are being made, from 1, by open site
	work  int               // moves and arcs looked at
	rest  []float64         // cost of the cheapest path from each open site to one with room
	next  []int             // first of its moves on that path, -1: there is room

	served, cost float64
	unserved     []float64 // by demand
}

type transportArc struct {
	to   int // open site
	cost float64
}

// transportMove is the cheapest way to push one of the parts of an open site to another: which demand, and the change of cost.
type transportMove struct {
	to     int
	cost   float64
	demand int32
}

type transportPart struct {
	demand int32
	weight float64
}

// newTransport serves all demand that finds room.
func newTransport(a *assignPairs, open []int) *transport {
	n, k := len(a.x.Weights), len(open)
	t := &transport{pairs: a, open: open, arcs: make([][]transportArc, n), room: make([]float64, k), parts: make([][]transportPart, k),
		moves: make([][]transportMove, k), best: make([]int, k), rest: make([]float64, k), next: make([]int, k), unserved: make([]float64, n)}
	for s, place := range open {
		demands, costs := a.of(place)
		for at, j := range demands {
			t.arcs[j] = append(t.arcs[j], transportArc{s, costs[at]})
			t.tiny = max(t.tiny, 1e-12*costs[at])
		}
		t.room[s] = a.x.Sites[a.sites[place]].Capacity
		t.look(s)
	}
	t.paths()
	for j, w := range a.weight {
		if w > 0 {
			t.send(int32(j), w)
		}
	}
	t.add()
	return t
}

// send serves a demand as far as there is room.
func (t *transport) send(j int32, weight float64) {
	for weight > 0 {
		first, least := -1, math.Inf(1)
		for _, arc := range t.arcs[j] {
			if c := arc.cost + t.rest[arc.to]; c < least {
				first, least = arc.to, c
			}
		}
		if first < 0 {
			break
		}
		weight -= t.push(j, weight, first)
	}
	t.unserved[j] = weight
}

// push moves as much as the path allows along it: the demand to the first site, one part from each site to the next.
func (t *transport) push(j int32, weight float64, first int) float64 {
	last := first
	for ; t.next[last] >= 0; last = t.step(last).to {
		weight = min(weight, t.held(last, t.step(last).demand))
	}
	weight = min(weight, t.room[last])
	path := []int{first}
	t.shift(first, j, weight)
	for s := first; t.next[s] >= 0; s = path[len(path)-1] {
		m := t.step(s)
		t.shift(s, m.demand, -weight)
		t.shift(m.to, m.demand, weight)
		path = append(path, m.to)
	}
	t.room[last] -= weight
	if len(path) > 1 || t.room[last] == 0 {
		for _, s := range path {
			t.look(s)
		}
		t.paths()
	}
	return weight
}

// step is the first move of the path from an open site that has no room.
func (t *transport) step(s int) transportMove { return t.moves[s][t.next[s]] }

// held is the weight of a demand that an open site serves.
func (t *transport) held(s int, j int32) float64 {
	for _, p := range t.parts[s] {
		if p.demand == j {
			return p.weight
		}
	}
	return 0
}

// shift adds to the weight of a demand that an open site serves, or takes from it.
func (t *transport) shift(s int, j int32, weight float64) {
	k := slices.IndexFunc(t.parts[s], func(p transportPart) bool { return p.demand == j })
	switch {
	case k < 0:
		t.parts[s] = append(t.parts[s], transportPart{j, weight})
	case t.parts[s][k].weight+weight > 0:
		t.parts[s][k].weight += weight
	default:
		t.parts[s] = slices.Delete(t.parts[s], k, k+1)
	}
}

// look finds the cheapest pushes from an open site to all others. Only full sites push.
func (t *transport) look(s int) {
	if t.moves[s] = t.moves[s][:0]; t.room[s] > 0 {
		return
	}
	for _, p := range t.parts[s] {
		arcs := t.arcs[p.demand]
		t.work += len(arcs)
		own := arcs[slices.IndexFunc(arcs, func(a transportArc) bool { return a.to == s })].cost
		for _, arc := range arcs {
			if arc.to != s {
				t.offer(s, transportMove{arc.to, arc.cost - own, p.demand})
			}
		}
	}
	for _, m := range t.moves[s] {
		t.best[m.to] = 0
	}
}

// offer keeps a move where it is the cheapest to its site so far.
func (t *transport) offer(s int, m transportMove) {
	switch at := t.best[m.to]; {
	case at == 0:
		t.moves[s] = append(t.moves[s], m)
		t.best[m.to] = len(t.moves[s])
	case m.cost < t.moves[s][at-1].cost:
		t.moves[s][at-1] = m
	}
}

// paths finds the cheapest path from each open site to one with room (Bellman 1958). A gain within rounding is none, so that paths end.
func (t *transport) paths() {
	for s, room := range t.room {
		t.rest[s], t.next[s] = math.Inf(1), -1
		if room > 0 {
			t.rest[s] = 0
		}
	}
	for range t.room {
		changed := false
		for s, moves := range t.moves {
			t.work += len(moves)
			for k := range moves {
				if v := moves[k].cost + t.rest[moves[k].to]; v < t.rest[s]-t.tiny {
					t.rest[s], t.next[s], changed = v, k, true
				}
			}
		}
		if !changed {
			return
		}
	}
}

// add sums up anew what is served and what that costs, in order of the open sites and their demand.
func (t *transport) add() {
	for s, parts := range t.parts {
		slices.SortFunc(parts, func(a, b transportPart) int { return int(a.demand) - int(b.demand) })
		demands, costs := t.pairs.of(t.open[s])
		for _, p := range parts {
			at, _ := slices.BinarySearch(demands, p.demand)
			t.served += p.weight
			t.cost += p.weight * costs[at]
		}
	}
}

// fill writes who serves whom into a solution.
func (t *transport) fill(found *Solution) {
	for s, parts := range t.parts {
		for _, p := range parts {
			found.Parts = append(found.Parts, Part{p.demand, int32(t.pairs.sites[t.open[s]]), p.weight})
		}
	}
	slices.SortFunc(found.Parts, func(a, b Part) int {
		if a.Demand != b.Demand {
			return int(a.Demand) - int(b.Demand)
		}
		return int(a.Site) - int(b.Site)
	})
	largest := make([]float64, len(found.Assigned))
	for j := range found.Assigned {
		found.Assigned[j] = -1
	}
	for _, p := range found.Parts {
		if p.Weight > largest[p.Demand] {
			found.Assigned[p.Demand], largest[p.Demand] = p.Site, p.Weight
		}
	}
	found.Unserved = t.unserved
}
