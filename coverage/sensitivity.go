package coverage

import (
	"math"

	"quarter/data"
	"quarter/geo"
)

// How fast people walk, and how far around, is an assumption, so every headline has a range (DOMAIN 4.7): low is the slow end of
// walking, the small radius; high the fast end. At the low end fewer people are covered, more are not, and walks take longer.

// walkerKeys are the kinds of walkers, in the order in which they are shown; their speeds stand in WALK of the profile.
var walkerKeys = []string{"adult", "elderly", "child"}

// walkers lists how far each kind gets in the run's minutes; the profile names none where it lacks WALK.
func (a *analysis) walkers() []Walker {
	var out []Walker
	for _, key := range walkerKeys {
		if speed := a.limitOf("WALK", key); speed.V > 0 {
			c := Circle{Speed: speed.V, Detour: a.Circle.Detour, Minutes: a.Circle.Minutes}
			out = append(out, Walker{Key: key, Speed: c.Speed, Detour: c.Detour, Minutes: c.Minutes, Radius: c.walk()})
		}
	}
	return out
}

// walkingRange resolves the ends of the range from WALK of the profile, whose radii stand for its own minutes: they grow with those
// of the run, and never exclude the run itself.
func (a *analysis) walkingRange() Sensitivity {
	low, high, minutes := a.limitOf("WALK", "radius_low"), a.limitOf("WALK", "radius_high"), a.limitOf("WALK", "minutes")
	if !low.Known || !high.Known || !minutes.Known {
		return Sensitivity{}
	}
	c, scale := a.Circle, a.Circle.Minutes/minutes.V
	return Sensitivity{
		Low: min(c.Radius, geo.Length(low.V*scale)), High: max(c.Radius, geo.Length(high.V*scale)),
		SpeedLow: min(c.Speed, a.limitOf("WALK", "speed_low").Or(c.Speed)), SpeedHigh: max(c.Speed, a.limitOf("WALK", "speed_high").Or(c.Speed)),
		DetourLow: min(c.Detour, a.limitOf("WALK", "detour_low").Or(c.Detour)), DetourHigh: max(c.Detour, a.limitOf("WALK", "detour_high").Or(c.Detour)),
	}
}

// known reports whether the profile states a range at all.
func (s *Sensitivity) known() bool { return s.High > 0 }

// atEnds gives a value what it is at both ends of the range, of telling it from the people covered there.
func (r *Result) atEnds(u *Unit, v Value, of func(covered float64) float64) Value {
	low, high := r.WithinRadius(u, r.Sensitivity.Low.Meters()), r.WithinRadius(u, r.Sensitivity.High.Meters())
	if v.Known && low.Known && high.Known {
		v.Low, v.High = data.Num(of(math.Min(low.V, u.People.Covered))), data.Num(of(math.Max(high.V, u.People.Covered)))
	}
	return v
}

// walkMinutes is the walk over a straight distance, with its ends: slow walkers around long detours, fast ones around short.
func (r *Result) walkMinutes(meters data.Number, missing int) Value {
	v := Value{Missing: missing}
	if !meters.Known {
		return v
	}
	v.Number = data.Num(r.Circle.WalkMinutes(meters.V))
	if s := &r.Sensitivity; s.known() {
		v.Low = data.Num(Circle{Speed: s.SpeedLow, Detour: s.DetourHigh}.WalkMinutes(meters.V))
		v.High = data.Num(Circle{Speed: s.SpeedHigh, Detour: s.DetourLow}.WalkMinutes(meters.V))
	}
	return v
}

// headlineMetrics are the figures of the whole area that are read first, and whether they depend on walking.
var headlineMetrics = []struct {
	key   string
	walks bool
}{
	{"coverage_pop", true}, {"population_covered", true}, {"population_uncovered", true}, {"nearest_p90_minutes", true},
	{"nearest_p90", false}, {"coverage_org", false}, {"area_gap", false}, {"communities_short", false}, {"rate_attain", false},
	{"share_in_range", false}, {"balanced_communities", false},
}

// measureSensitivity fills Sensitivity, and the verdicts at both ends.
func (a *analysis) measureSensitivity() error {
	for _, h := range headlineMetrics {
		v := a.Total().Get(h.key)
		headline := Headline{Metric: metricIndex[h.key], Low: v.Number, Base: v.Number, High: v.Number, Depends: h.walks}
		if h.walks {
			headline.Low, headline.High = v.Low, v.High
		}
		a.Sensitivity.Headlines = append(a.Sensitivity.Headlines, headline)
	}
	for i := range a.Units {
		a.rejudge(i)
	}
	a.Sensitivity.Tornado = a.tornado()
	return a.ctx.Err()
}

// rejudge judges population coverage of a unit once more at both ends, by the limit of the verdict itself.
func (a *analysis) rejudge(unit int) {
	u := &a.Units[unit]
	share := u.Get("coverage_pop")
	for i := range u.Verdicts {
		v := &u.Verdicts[i]
		if Rules[v.Rule].ID != ruleCOV04.ID || !share.Low.Known {
			continue
		}
		v.Low, v.High = atLeast(share.Low, v.Limit).Outcome, atLeast(share.High, v.Limit).Outcome
		if v.Sensitive() && !u.Virtual {
			a.Sensitivity.Flips = append(a.Sensitivity.Flips, Flip{Unit: unit, Rule: v.Rule, Low: v.Low, Base: v.Outcome, High: v.High})
		}
	}
}
