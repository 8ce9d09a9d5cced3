package coverage

import (
	"cmp"
	"slices"

	"quarter/data"
	"quarter/geo"
)

// The tornado asks of population coverage of the whole area what one assumption does to it, all others as in the run. Each bar is what
// a run with that one option changed would find. Assumptions about walking are read off the curve; counted centers and the population
// basis are counted anew.

// tornado returns the bars, widest first; none where population coverage is not known.
func (a *analysis) tornado() []Assumption {
	if !a.Total().Get("coverage_pop").Known {
		return nil
	}
	var out []Assumption
	for _, b := range a.radiusBars() {
		low, high := a.WithinRadius(a.Total(), b.lowRadius), a.WithinRadius(a.Total(), b.highRadius)
		out = append(out, Assumption{b.key, a.caseOf(b.setting, b.low, low.V), a.caseOf(b.setting, b.high, high.V)})
	}
	out = appendBar(out, "tiers", a.tierCases())
	out = appendBar(out, "basis", a.basisCases())
	out = appendBar(out, "unknown_status", a.unknownCases())
	slices.SortStableFunc(out, func(x, y Assumption) int { return cmp.Compare(y.width(), x.width()) })
	return out
}

func (a Assumption) width() float64 { return a.High.Share - a.Low.Share }

// appendBar spans the cases of one assumption; the first of equals stands at either end.
func appendBar(bars []Assumption, key string, cases []Case) []Assumption {
	if len(cases) < 2 {
		return bars
	}
	byShare := func(x, y Case) int { return cmp.Compare(x.Share, y.Share) }
	return append(bars, Assumption{Key: key, Low: slices.MinFunc(cases, byShare), High: slices.MaxFunc(cases, byShare)})
}

// caseOf is a case that covers some of the run's people.
func (a *analysis) caseOf(setting string, value, covered float64) Case {
	return Case{Setting: setting, Value: value, Covered: covered, Share: covered / a.Total().People.Total}
}

// radiusBar is an assumption that changes nothing but the radius.
type radiusBar struct {
	key, setting          string
	low, high             float64 // the setting at both ends
	lowRadius, highRadius float64 // m
}

// radiusBars lists them; one that the profile does not state, or that changes nothing, is left out.
func (a *analysis) radiusBars() []radiusBar {
	c, s := a.Circle, &a.Sensitivity
	base, strict, low, high := c.Radius.Meters(), c.StrictRadius.Meters(), s.Low.Meters(), s.High.Meters()
	var bars []radiusBar
	if s.known() {
		speed := func(v float64) float64 { return Circle{Speed: v, Detour: c.Detour, Minutes: c.Minutes}.walk() }
		detour := func(k float64) float64 { return Circle{Speed: c.Speed, Detour: k, Minutes: c.Minutes}.walk() }
		bars = []radiusBar{
			{"walking", "radius", low, high, low, high},
			{"speed", "speed", s.SpeedLow, s.SpeedHigh, speed(s.SpeedLow), speed(s.SpeedHigh)},
			{"detour", "detour", s.DetourHigh, s.DetourLow, detour(s.DetourHigh), detour(s.DetourLow)},
		}
	}
	bars = append(bars, radiusBar{"strict", "radius", strict, base, strict, base})
	return slices.DeleteFunc(bars, func(b radiusBar) bool { return b.low == b.high })
}

// tierCases are the centers of community level alone, those of every level, and those of the run where it counts neither. They matter
// only where the centers that work state several levels, that of communities among them.
func (a *analysis) tierCases() []Case {
	community, others := false, false
	for i := range a.City.Centers {
		if c := &a.City.Centers[i]; a.withTiers().use(c).Counted() {
			community = community || c.Tier == data.TierCommunity
			others = others || c.Tier != data.TierCommunity && c.Tier != data.TierUnknown
		}
	}
	if !community || !others {
		return nil
	}
	only, run := a.caseWith("tiers_community", a.withTiers(data.TierCommunity))
	all, same := a.caseWith("tiers_all", a.withTiers())
	if run || same {
		return []Case{only, all}
	}
	return []Case{only, a.caseOf("tiers_run", 0, a.Total().People.Covered), all}
}

// withTiers are the options of the run with other tiers; none means all.
func (a *analysis) withTiers(tiers ...data.Tier) Options {
	o := a.Options
	o.Tiers = tiers
	return o
}

// unknownCases leave the centers without status out, and count them; they matter only where there are some.
func (a *analysis) unknownCases() []Case {
	if !slices.ContainsFunc(a.Centers, func(c Center) bool { return c.Use == UseUnknown || c.Use == UseExcluded }) {
		return nil
	}
	o := a.Options
	o.ExcludeUnknown = true
	excluded, _ := a.caseWith("unknown_excluded", o)
	o.ExcludeUnknown = false
	counted, _ := a.caseWith("unknown_counted", o)
	return []Case{excluded, counted}
}

// caseWith counts the people covered by the centers that count under other options, and reports whether they are those of the run. All
// grounds are measured again: that takes no longer than to find those that the other circles meet.
func (a *analysis) caseWith(setting string, o Options) (c Case, same bool) {
	same = true
	var disks []geo.Disk
	for i := range a.City.Centers {
		counted := o.use(&a.City.Centers[i]).Counted()
		same = same && counted == a.Centers[i].Use.Counted()
		if counted {
			disks = append(disks, geo.Disk{Center: a.City.Centers[i].Point, Radius: a.Circle.Radius})
		}
	}
	if same {
		return a.caseOf(setting, 0, a.Total().People.Covered), true
	}
	set, shares := geo.NewDisks(disks), make([]float64, len(a.places))
	_ = each(a.ctx, len(a.places), a.Options.Threads, func(i int) { shares[i] = a.places[i].ground.in(set) }) // the step looks at the context
	var covered sum
	for i := range a.places {
		covered.add(a.places[i].people * shares[i])
	}
	return a.caseOf(setting, 0, covered.value()), false
}

// basisCases count coverage by every population basis in the data; those of households are households, and mixed with nothing.
func (a *analysis) basisCases() []Case {
	var out []Case
	for _, b := range a.Basis.Present {
		people := a.Total().People
		if b != a.Basis.Basis {
			people = a.recount(b)
		}
		if people.Total > 0 {
			out = append(out, Case{Setting: "basis_" + b.String(), Covered: people.Covered, Share: people.Covered / people.Total})
		}
	}
	return out
}

// recount counts the whole area by another basis, on the same grounds.
func (a *analysis) recount(b data.Basis) Account {
	var all Account
	for i := range a.City.Communities {
		_, account := a.communityAccount(i, kind{of: func(c *data.Counts) data.Number { return c.Of(b) }})
		all.include(account)
	}
	return all
}
