package siting

import (
	"math"
	"math/rand/v2"
	"testing"
)

// flowOracle is a min-cost flow on an explicit graph, by nothing but shortest paths over all edges: source, demands, open sites, sink.
type flowOracle struct {
	from, to   []int
	room, cost []float64
}

func (g *flowOracle) edge(from, to int, room, cost float64) {
	g.from, g.to, g.room, g.cost = append(g.from, from, to), append(g.to, to, from), append(g.room, room, 0), append(g.cost, cost, -cost)
}

// oracleFlow returns the largest weight that open sites within the limit can serve, and the least cost of that.
func oracleFlow(x *Instance, open []int, limit float64) (served, cost float64) {
	n := len(x.Weights)
	g, sink := &flowOracle{}, 1+n+len(open)
	for j, w := range x.Weights {
		g.edge(0, 1+j, w, 0)
		for s, i := range open {
			if d := x.cost(i, j); d <= limit && !math.IsInf(d, 1) {
				g.edge(1+j, 1+n+s, math.Inf(1), d)
			}
		}
	}
	for s, i := range open {
		g.edge(1+n+s, sink, x.Sites[i].Capacity, 0)
	}
	for {
		amount, each := g.augment(sink)
		if amount == 0 {
			return served, cost
		}
		served += amount
		cost += amount * each
	}
}

// augment sends what fits along the cheapest path from the source.
func (g *flowOracle) augment(sink int) (amount, cost float64) {
	dist, by := make([]float64, sink+1), make([]int, sink+1)
	for v := range dist {
		dist[v] = math.Inf(1)
	}
	dist[0] = 0
	for changed := true; changed; {
		changed = false
		for e, room := range g.room {
			if v := dist[g.from[e]] + g.cost[e]; room > 0 && v < dist[g.to[e]]-1e-9 {
				dist[g.to[e]], by[g.to[e]], changed = v, e, true
			}
		}
	}
	if math.IsInf(dist[sink], 1) {
		return 0, 0
	}
	amount = math.Inf(1)
	for v := sink; v != 0; v = g.from[by[v]] {
		amount = min(amount, g.room[by[v]])
	}
	for v := sink; v != 0; v = g.from[by[v]] {
		g.room[by[v]] -= amount
		g.room[by[v]^1] += amount
	}
	return amount, dist[sink]
}

// As much is served as can be; where that is all, at least cost; and parts, rooms and rests add up.
func TestTransportAgainstOracle(t *testing.T) {
	for seed := range 20000 {
		r := rand.New(rand.NewPCG(uint64(seed), 3))
		x := randomCase(r, 12, 6)
		limit := float64(4 + r.IntN(9))
		c, _ := x.sorted(0)
		pairs, err := x.assignPairs(c, limit)
		if err != nil {
			t.Fatal(err)
		}
		var open, sites []int
		for place, i := range pairs.sites {
			if r.IntN(3) > 0 {
				open, sites = append(open, place), append(sites, i)
			}
		}
		flow := newTransport(pairs, open)
		served, cost := oracleFlow(x, sites, limit)
		if !near(flow.served, served) || pairs.missing(served) == 0 && !near(flow.cost, cost) {
			t.Fatalf("seed %d: %v for %v, oracle %v for %v", seed, flow.served, flow.cost, served, cost)
		}
		rest := pairs.total() - flow.served
		for _, w := range flow.unserved {
			rest -= w
		}
		if math.Abs(rest) > 1e-9 {
			t.Fatalf("seed %d: served and unserved differ from all by %v", seed, rest)
		}
	}
}
