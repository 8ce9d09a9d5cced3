package coverage

import (
	"cmp"
	"math"
	"slices"

	"quarter/data"
)

// limit is one number of a rule; missing where the profile does not state it, which is not 0.
func limit(rule data.Rule, name string) data.Number {
	l, ok := rule.Values[name]
	return data.Number{V: l.Value, Known: ok}
}

// limitOf is a number of another rule than the one judged.
func (r *Result) limitOf(id, name string) data.Number { return limit(r.Profile.Rules[id], name) }

// atLeast judges a value that must reach a limit. Its gap is limit − value. Without a limit there is nothing to judge.
func atLeast(v, limit data.Number) Verdict {
	if !limit.Known {
		return na(ReasonNotRegulated)
	}
	return compare(v, limit.V, reached(v.V, limit.V), limit.V-v.V)
}

// atMost judges a value that must not exceed a limit. Its gap is value − limit.
func atMost(v, limit data.Number) Verdict {
	if !limit.Known {
		return na(ReasonNotRegulated)
	}
	return compare(v, limit.V, within(v.V, limit.V), v.V-limit.V)
}

func compare(v data.Number, limit float64, passes bool, gap float64) Verdict {
	out := Verdict{Outcome: NotAttained, Value: v, Limit: data.Num(limit), Gap: data.Num(gap)}
	if passes {
		out.Outcome, out.Gap = Attained, data.Num(0)
	}
	return out
}

// between judges a value against a limit on either side; the verdict shows the side that it misses, else the upper one.
func between(v, low, high data.Number) Verdict {
	below, above := atLeast(v, low), atMost(v, high)
	if below.Outcome == NotAttained || above.Outcome == NotApplicable {
		return below
	}
	return above
}

// statedAtLeast is atLeast for a value that may be missing.
func statedAtLeast(v, limit data.Number) Verdict { return stated(v, limit, atLeast) }

// statedAtMost is atMost for a value that may be missing.
func statedAtMost(v, limit data.Number) Verdict { return stated(v, limit, atMost) }

func stated(v, limit data.Number, judge func(v, limit data.Number) Verdict) Verdict {
	if limit.Known && !v.Known {
		return noData(ReasonPartly)
	}
	return judge(v, limit)
}

// worst is the verdict of several requirements that must all hold: the one missed by most, else one that cannot be judged, else the
// one reached by least. Those that do not apply play no role unless all are so.
func worst(verdicts ...Verdict) Verdict {
	return slices.MaxFunc(verdicts, func(a, b Verdict) int {
		return cmp.Or(cmp.Compare(severity[a.Outcome], severity[b.Outcome]), cmp.Compare(a.missed(), b.missed()))
	})
}

var severity = [...]int{NotApplicable: 0, Attained: 1, NoData: 2, NotAttained: 3}

// missed is by what share of its limit a value misses it; negative by what share it is on the right side. Any miss of 0 is endless.
func (v Verdict) missed() float64 {
	d := math.Abs(v.Value.V - v.Limit.V)
	switch {
	case v.Outcome == Attained:
		return -d / math.Abs(v.Limit.V)
	case v.Outcome == NotAttained && v.Limit.V == 0:
		return math.Inf(1)
	case v.Outcome == NotAttained:
		return v.Gap.V / math.Abs(v.Limit.V)
	}
	return 0
}

// about names the requirement that a verdict is about, of a rule that has several.
func (v Verdict) about(field data.Field) Verdict {
	v.Field = field
	return v
}

func na(reason string) Verdict     { return Verdict{Outcome: NotApplicable, Reason: reason} }
func noData(reason string) Verdict { return Verdict{Outcome: NoData, Reason: reason} }
