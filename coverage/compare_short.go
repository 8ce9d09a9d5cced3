package coverage

import (
	"slices"

	"quarter/data"
)

// ShortKind is what became of a shortfall: a line of the list of shortfalls (ShortRules) on one side or both.
type ShortKind uint8

// The kinds. What could not be judged on the other side is neither solved nor new.
const (
	ShortSolved    ShortKind = iota // missed before, attained now
	ShortNew                        // attained before, missed now
	ShortRemaining                  // missed before and now
	ShortUnjudged                   // missed before; now without data, not applicable or not regulated
	ShortFound                      // missed now; before without data, not applicable or not regulated
	ShortGone                       // missed before, in a community that After does not have
	ShortAdded                      // missed now, in a community that Before does not have
	shortKinds
)

var shortKeys = [...]string{"solved", "new", "remaining", "unjudged", "found", "gone", "added"}

// String returns the key used by JSON ("compare.short."+key in charts/words).
func (k ShortKind) String() string { return shortKeys[k] }

// ShortChange is one rule of one community that was or is missed. Before and After are its verdicts; the zero Verdict where there is none.
type ShortChange struct {
	Kind          ShortKind
	Rule          int // index into Rules
	Pair          int // index into Pairs; -1 for gone and added
	Unit          int // of After; of Before where it is gone
	Before, After Verdict
}

// GapChange is by how much the shortfall grew, below 0 where it shrank, in the unit of the rule; missing unless both sides judged it.
func (s *ShortChange) GapChange() data.Number {
	b, a := &s.Before, &s.After
	if !b.Gap.Known || !a.Gap.Known {
		return data.Number{}
	}
	return data.Num(Change(b.Gap.V, a.Gap.V))
}

func (c *Comparison) compareShortfalls() {
	before, after := ShortRules(c.Before.Result.Profile), ShortRules(c.After.Result.Profile)
	rules := slices.Compact(slices.Sorted(slices.Values(slices.Concat(before, after))))
	first := len(c.Pairs) - len(c.Level(LevelCommunity))
	for k := first; k < len(c.Pairs); k++ {
		b, a := c.Units(&c.Pairs[k])
		for _, rule := range rules {
			was, now := listed(b, rule, before), listed(a, rule, after)
			if kind, ok := becomes(was.Outcome, now.Outcome); ok {
				c.addShort(ShortChange{kind, rule, k, c.Pairs[k].After, was, now})
			}
		}
	}
	c.addAlone(ShortAdded, c.After.Result, c.Added, after)
	c.addAlone(ShortGone, c.Before.Result, c.Gone, before)
}

func (c *Comparison) addShort(s ShortChange) {
	c.Short[s.Kind]++
	c.Shortfalls = append(c.Shortfalls, s)
}

// addAlone adds the shortfalls of communities that only one side has.
func (c *Comparison) addAlone(kind ShortKind, r *Result, units, rules []int) {
	for _, i := range units {
		for _, rule := range rules {
			v := listed(&r.Units[i], rule, rules)
			if r.Units[i].Level != LevelCommunity || v.Outcome != NotAttained {
				continue
			}
			s := ShortChange{Kind: kind, Rule: rule, Pair: -1, Unit: i, After: v}
			if kind == ShortGone {
				s.Before, s.After = v, Verdict{}
			}
			c.addShort(s)
		}
	}
}

// listed is the verdict of a rule on a community where the rule is one of the list, else one that does not apply.
func listed(u *Unit, rule int, list []int) Verdict {
	if !slices.Contains(list, rule) {
		return na(ReasonNotRegulated)
	}
	v, ok := u.Verdict(Rules[rule].ID)
	if !ok {
		return na(ReasonNotRegulated)
	}
	return v
}

// becomes is the kind of a change of outcomes; ok is false where the rule is missed on neither side.
func becomes(was, now Outcome) (kind ShortKind, ok bool) {
	switch {
	case was == NotAttained && now == NotAttained:
		return ShortRemaining, true
	case was == NotAttained && now == Attained:
		return ShortSolved, true
	case was == Attained && now == NotAttained:
		return ShortNew, true
	case was == NotAttained:
		return ShortUnjudged, true
	case now == NotAttained:
		return ShortFound, true
	}
	return 0, false
}

// shortBefore and shortAfter are how long the list of shortfalls of each side is, counted once more from its verdicts.
func (c *Comparison) shortBefore() int { return shortCount(c.Before.Result) }
func (c *Comparison) shortAfter() int  { return shortCount(c.After.Result) }

func shortCount(r *Result) int {
	n, rules := 0, ShortRules(r.Profile)
	units := r.Level(LevelCommunity)
	for i := range units {
		for _, rule := range rules {
			if v, ok := units[i].Verdict(Rules[rule].ID); ok && v.Outcome == NotAttained {
				n++
			}
		}
	}
	return n
}
