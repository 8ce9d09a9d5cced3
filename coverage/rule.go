package coverage

import "quarter/data"

// Rule judges units of the levels it names. Its limits come from the profile alone.
type Rule struct {
	ID      string    // of DOMAIN section 4; "rule."+ID in charts/words
	Metric  string    // key of the metric it judges, or ""
	Objects []Level   // the units it judges; the first is the one that RuleSummary counts
	Unit    ValueUnit // of Value, Limit and Gap
	// Judge is called only where the profile regulates the rule; nil for a rule of grids, which has Count instead.
	Judge func(*Result, *Unit, data.Rule) Verdict
	// Count counts the outcomes of objects that are no units.
	Count func(*Result, data.Rule) [4]int
}

// Rules are all rules that are judged, in the order of DOMAIN section 4.
var Rules = []Rule{
	ruleCOV04, ruleCOV10,
	ruleAREA02, ruleAREA03, ruleAREA04, ruleAREA05, ruleAREA06, ruleAREA07,
	ruleGRID01, ruleGRID02, ruleGRID07, ruleGRID10, ruleSIZE01,
	rulePROV01, rulePROV02, rulePROV03, rulePROV04,
}

// Reasons why a rule could not be judged ("reason."+key in charts/words).
const (
	ReasonNotRegulated = "not_regulated" // 本方案未规定
	ReasonNotProvided  = "not_provided"  // 未提供数据，未评价
	ReasonVirtual      = "virtual"       // the level is not in the data
	ReasonNoPeople     = "no_people"     // no count of people
	ReasonNoHouseholds = "no_households" // 0 households
	ReasonFewGrids     = "few_grids"     // fewer than two grids to compare
	ReasonGridsMissing = "grids_missing" // some grid has no count
	ReasonFloorMissing = "floor_missing" // a facility without floor area
	ReasonNoOwnTotal   = "no_own_total"  // the community states no total of its own
	ReasonNoObject     = "no_object"     // nothing of the kind exists here
	ReasonOnlyNew      = "only_new"      // the profile binds new compounds only
	ReasonNoGrids      = "no_grids"      // no grid cells here
	ReasonPlaceUnknown = "place_unknown" // a center of this tier stands where no unit holds it
	ReasonTierUnknown  = "tier_unknown"  // only centers whose level is not stated
)

// judge fills Verdicts of every unit and the summaries.
func (a *analysis) judge() error {
	for i := range Rules {
		rule := &Rules[i]
		limits, regulated := a.Profile.Rule(rule.ID)
		summary := RuleSummary{Rule: i, Level: limits.Level}
		if rule.Count != nil && regulated {
			summary.Counts = rule.Count(a.Result, limits)
		}
		for k, level := range rule.Objects {
			units := a.Level(level)
			for n := range units {
				u := &units[n]
				v := Verdict{Outcome: NotApplicable, Reason: ReasonNotRegulated}
				if regulated {
					v = rule.Judge(a.Result, u, limits)
				}
				v.Rule = i
				u.Verdicts = append(u.Verdicts, v)
				if k == 0 {
					summary.Counts[v.Outcome]++
					summary.Reason = commonReason(summary.Reason, v, n == 0)
				}
			}
		}
		if !regulated {
			summary.Reason = ReasonNotRegulated
		}
		a.Rules = append(a.Rules, summary)
	}
	return a.ctx.Err()
}

// commonReason keeps the reason while all verdicts share it.
func commonReason(so string, v Verdict, first bool) string {
	if first || so == v.Reason {
		return v.Reason
	}
	return ""
}

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

func na(reason string) Verdict     { return Verdict{Outcome: NotApplicable, Reason: reason} }
func noData(reason string) Verdict { return Verdict{Outcome: NoData, Reason: reason} }

// allLevels are the levels whose coverage is judged: communities first, for they are the objects that are counted.
var allLevels = []Level{LevelCommunity, LevelStreet, LevelDistrict, LevelTotal}

// facts are what the input says anything about at all.
type facts struct {
	floorArea, tier, demoSite, comprehensive, servicePoints bool
	looseDistrictCenter                                     bool // a working district-level center lies in no district
}

func (a *analysis) findFacts() {
	a.facts = facts{
		floorArea:     a.anyCenter(func(s *data.Center) bool { return s.FloorArea.Known }),
		tier:          a.anyCenter(func(s *data.Center) bool { return s.Tier != data.TierUnknown }),
		demoSite:      a.anyCenter(func(s *data.Center) bool { return s.DemoSite != data.Unstated }),
		comprehensive: a.anyCenter(func(s *data.Center) bool { return s.Comprehensive != data.Unstated }),
		servicePoints: a.knowsPoints(),
		looseDistrictCenter: a.anyCenter(func(s *data.Center) bool {
			return s.Tier == data.TierDistrict && s.District == data.None && a.Options.works(s)
		}),
	}
}
