package coverage

import (
	"maps"
	"math"
	"slices"

	"quarter/data"
)

// sameGround is the relative difference of areas below which a boundary is the same: outlines that were read back from a file are
// rounded to a centimetre, those of two runs on one file are equal to the last digit.
const sameGround = 1e-6

// match pairs the units of the two sides level by level: by code, then what is left by name and parent, each only where it is unique on
// both sides.
func (c *Comparison) match() {
	b, a := c.Before.Result, c.After.Result
	m := newMatching(len(b.Units), len(a.Units))
	for l := LevelTotal; l <= LevelCommunity; l++ {
		for _, key := range []func(*Result, *Unit) string{codeKey, nameKey} {
			left := m.left(b.start[l], b.start[l+1], func(i int) string { return key(b, &b.Units[i]) })
			m.join(left, m.right(a.start[l], a.start[l+1], func(j int) string { return key(a, &a.Units[j]) }))
		}
	}
	for j, i := range m.from {
		if i == data.None {
			c.Added = append(c.Added, j)
			continue
		}
		c.Pairs = append(c.Pairs, c.pair(i, j))
	}
	for i, j := range m.to {
		if j == data.None {
			c.Gone = append(c.Gone, i)
		}
	}
	c.Groups = matchGroups(b.Groups, a.Groups)
	c.Cohorts = matchCohorts(b.Cohorts, a.Cohorts)
}

// Matched counts the communities that both sides have, and those of the side that has more.
func (c *Comparison) Matched() (n, of int) {
	return len(c.Level(LevelCommunity)), max(len(c.Before.Result.Level(LevelCommunity)), len(c.After.Result.Level(LevelCommunity)))
}

// SameArea reports whether at least half of the communities of either side have a partner: else the runs are about two cities.
func (c *Comparison) SameArea() bool {
	n, of := c.Matched()
	return 2*n >= of
}

// matching pairs things of two sides: to and from are the partner of each, None where it has none.
type matching struct{ to, from []int }

func newMatching(before, after int) *matching {
	return &matching{to: slices.Repeat([]int{data.None}, before), from: slices.Repeat([]int{data.None}, after)}
}

// left and right are the keys of what is not matched yet on either side.
func (m *matching) left(first, end int, key func(i int) string) map[string]int {
	return uniqueKeys(first, end, unmatched(m.to, key))
}

func (m *matching) right(first, end int, key func(i int) string) map[string]int {
	return uniqueKeys(first, end, unmatched(m.from, key))
}

func unmatched(partner []int, key func(i int) string) func(i int) string {
	return func(i int) string {
		if partner[i] != data.None {
			return ""
		}
		return key(i)
	}
}

// join matches what has the same key.
func (m *matching) join(left, right map[string]int) {
	for k, i := range left {
		if j, ok := right[k]; ok {
			m.to[i], m.from[j] = j, i
		}
	}
}

// codeKey is the code of a unit; the whole area is always itself.
func codeKey(_ *Result, u *Unit) string {
	if u.Level == LevelTotal {
		return "*"
	}
	return u.Code
}

// nameKey is the names of a unit and its parent. A virtual unit has no name: it is the only one of its parent.
func nameKey(r *Result, u *Unit) string {
	if u.Name == "" && !u.Virtual || u.Parent < 0 {
		return ""
	}
	parent := &r.Units[u.Parent]
	if parent.Virtual && parent.Parent >= 0 {
		parent = &r.Units[parent.Parent]
	}
	if u.Virtual {
		return parent.Name + "\x00\x00"
	}
	return parent.Name + "\x00" + u.Name
}

// uniqueKeys gives the place of every key from first up to end; keys that are empty or stand twice are left out.
func uniqueKeys(first, end int, key func(i int) string) map[string]int {
	out := map[string]int{}
	for i := first; i < end; i++ {
		k := key(i)
		if k == "" {
			continue
		}
		if _, twice := out[k]; twice {
			out[k] = data.None
			continue
		}
		out[k] = i
	}
	maps.DeleteFunc(out, func(_ string, i int) bool { return i == data.None })
	return out
}

func (c *Comparison) pair(i, j int) Pair {
	b, a := &c.Before.Result.Units[i], &c.After.Result.Units[j]
	ground := [2]Value{b.Get("area"), a.Get("area")}
	people := [2]Value{b.Get("population"), a.Get("population")}
	return Pair{
		Before: i, After: j, ByName: b.Level != LevelTotal && (b.Code == "" || b.Code != a.Code), Renamed: b.Level != LevelTotal && b.Name != a.Name,
		Redrawn:   ground[0].Known && ground[1].Known && math.Abs(ground[1].V-ground[0].V) > sameGround*math.Max(ground[0].V, ground[1].V),
		Recounted: c.SamePeople() && (people[0].Known != people[1].Known || !agrees(people[0].V, people[1].V)),
	}
}

func matchGroups(before, after []Unit) []Pair {
	var out []Pair
	for j := range after {
		for i := range before {
			if before[i].Name == after[j].Name {
				out = append(out, Pair{Before: i, After: j})
			}
		}
	}
	return out
}
