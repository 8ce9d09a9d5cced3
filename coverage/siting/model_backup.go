package siting

import (
	"math"
	"slices"
)

// Backup is the set cover with most backup, LSCP-B or BACOP1 (Daskin and Stern 1981; Hogan and ReVelle 1986): with the least number p of sites
// that LSCP finds, the most demand that has a second site within Radius.
//
//	maximise    sum of w_j x_j
//	subject to  sum of y_i over the sites i with d_ij <= Radius  >= 1 + x_j  for every demand j that counts
//	            sum of y_i = p,  x_j and y_i 0 or 1
//
// The value is the weight of the demand that is truly covered twice: a demand that only one site can reach never is. (PySAL spopt leaves x_j of
// such demand free and counts it as covered twice. It counts demand by number: give all the weight 1 for that.)
type Backup struct {
	Radius float64 // in the unit of the costs, >= 0; the edge is covered
	All    bool    // demand of weight 0 must be covered too
	Search Search
}

// Key returns backup.
func (Backup) Key() string { return "backup" }

// Solve solves the model. Its number of sites is proven to be the least where that of LSCP is; where that is not, neither is the value.
func (m Backup) Solve(ctx Context, x *Instance) (*Solution, error) {
	cover := LSCP{Radius: m.Radius, All: m.All, Search: m.Search}
	fewest, err := cover.Solve(ctx, x)
	if err != nil {
		return nil, err
	}
	t, err := newSetTask(x, m.Key(), m.Radius)
	if err != nil {
		return nil, err
	}
	t.merge(cover.counted(x))
	twice := newGrains(x.Weights, math.Ceil)
	c := t.worth(make([]int64, len(x.Weights)), twice.count, len(fewest.Sites))
	c.loose = twice.loose
	n := t.double(ctx, c, m.Search, fewest.Sites)
	s := t.backed(n, twice.unit, 0, 1)
	s.Proven = s.Proven && fewest.Proven
	return s, nil
}

// WeightedBackup is maximal cover with backup, BACOP2 (Hogan and ReVelle 1986): choose exactly P sites so that demand with a site within Radius
// counts First times its weight, and demand with two sites Second times its weight more.
//
//	maximise    sum of w_j (First z_j + Second x_j)
//	subject to  z_j + x_j <= sum of y_i over the sites i with d_ij <= Radius,  x_j <= z_j,  sum of y_i = P
//
// Second must not exceed First: otherwise backup here could be worth leaving people there without any site.
type WeightedBackup struct {
	P             int
	Radius        float64 // in the unit of the costs, >= 0; the edge is covered
	First, Second float64 // >= 0
	Search        Search
}

// Key returns weighted-backup.
func (WeightedBackup) Key() string { return "weighted-backup" }

// Solve solves the model.
func (m WeightedBackup) Solve(ctx Context, x *Instance) (*Solution, error) {
	if !(m.Second >= 0 && m.Second <= m.First && m.First*0 == 0) {
		return nil, &InputError{Key: "backup_weights", Args: []any{"first", m.First, "second", m.Second}}
	}
	if _, err := x.choose(m.P); err != nil {
		return nil, err
	}
	t, err := newSetTask(x, m.Key(), m.Radius)
	if err != nil {
		return nil, err
	}
	n := len(x.Weights)
	worth := make([]float64, 2*n)
	for j, w := range x.Weights {
		worth[j], worth[n+j] = m.First*w, m.Second*w
	}
	grains := newGrains(worth, math.Ceil)
	t.merge(LSCP{}.counted(x))
	c := t.worth(grains.count[:n], grains.count[n:], m.P)
	c.optional, c.loose = true, grains.loose
	return t.backed(t.double(ctx, c, m.Search, nil), grains.unit, m.First, m.Second), nil
}

// merge makes one row of all counted demand that the same sites reach; only forbidden sites are left out.
func (t *setTask) merge(counted []int64) {
	state := make([]decision, len(t.x.Sites))
	for i, site := range t.x.Sites {
		if site.State == Forbidden {
			state[i] = dropped
		}
	}
	t.restrict(state, counted, make([]int64, len(state)))
}

// worth is the set cover with p further sites, kept ones apart, in which demand is worth so much once and twice.
func (t *setTask) worth(once, twice []int64, p int) *setCover {
	c := t.problem()
	c.once, c.twice, c.pick = make([]int64, t.part.height()), make([]int64, t.part.height()), p
	for j, row := range t.part.row {
		if row >= 0 {
			c.once[row] += once[j]
			c.twice[row] += twice[j]
		}
	}
	for k, i := range t.part.column {
		switch t.x.Sites[i].State {
		case Kept:
			c.pick++
			c.given = append(c.given, int32(k))
		case Forced:
			c.given = append(c.given, int32(k))
		}
	}
	return c
}

// double solves a set cover with worth, from some sites on.
func (t *setTask) double(ctx Context, c *setCover, s Search, start []int) *setSearch {
	p := newSetPicks(c)
	for k, i := range t.part.column {
		if slices.Contains(start, int(i)) && !p.in[k] {
			p.add(int32(k))
		}
	}
	p.fill()
	p.improve(ctx)
	n := newSetSearch(ctx, c, s)
	n.offer(p.columnsIn)
	n.prove(n.root())
	return n
}

// backed makes the solution, in which weight counts so much once and twice.
func (t *setTask) backed(n *setSearch, unit, first, second float64) *Solution {
	s := t.solution(n.best, n.did, Maximize)
	s.Value = t.covered(s.Sites, first, second)
	s.Bound = max(-unit*float64(n.bound), s.Value)
	s.close(n)
	return s
}

// covered is the weight that the sites and kept ones cover once and twice, each counted so many times.
func (t *setTask) covered(sites []int, first, second float64) (total float64) {
	times := make([]int, len(t.x.Weights))
	for i, site := range t.x.Sites {
		if site.State == Kept || slices.Contains(sites, i) {
			for _, j := range t.lists.Of(i) {
				times[j]++
			}
		}
	}
	for j, w := range t.x.Weights {
		if times[j] > 0 {
			total += first * w
		}
		if times[j] > 1 {
			total += second * w
		}
	}
	return total
}
