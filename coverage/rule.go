package coverage

import (
	"slices"

	"quarter/data"
)

// Rule judges units of the levels it names. Its limits come from the profile alone.
type Rule struct {
	ID      string    // of DOMAIN section 4; "rule."+ID in charts/words
	Metric  string    // key of the metric it judges, or ""
	Objects []Level   // the units it judges; the first is the one that RuleSummary counts, unless Part is set
	Unit    ValueUnit // of Value, Limit and Gap
	Check   bool      // it doubts the data, not the service: never a red card
	// Judge is called only where the profile regulates the rule; nil for a rule of parts.
	Judge func(*Result, *Unit, data.Rule) Verdict

	// A rule of parts judges grids or centers one by one, and units by the share of theirs that attain (see ofParts).
	Part   Part                                        // what RuleSummary counts; empty for a rule of units
	Given  func(*Result) bool                          // whether the input says anything about the parts
	Each   func(r *Result, i int, _ data.Rule) Verdict // judges part i of the city; its outcome and reason are kept
	Target string                                      // the profile's value that the share must reach; empty: all of them
}

// Object is the key of what RuleSummary counts ("level."+key in charts/words).
func (rule *Rule) Object() string {
	if rule.Part != "" {
		return string(rule.Part)
	}
	return rule.Objects[0].String()
}

// Rules are all rules that are judged, in the order of DOMAIN section 4.
var Rules = []Rule{
	ruleCOV04, ruleCOV10,
	ruleAREA02, ruleAREA03, ruleAREA04, ruleAREA05, ruleAREA06, ruleAREA07,
	ruleGRID01, ruleGRID02, ruleGRID06, ruleGRID07, ruleGRID08, ruleGRID09, ruleGRID10, ruleSIZE01,
	rulePROV01, rulePROV02, rulePROV03, rulePROV04, rulePROV05, rulePROV06, rulePROV07, rulePROV08, rulePROV09, rulePROV10,
	ruleSTAFF01, ruleSTAFF02, ruleSTAFF03, ruleSTAFF04,
	ruleFUND01, ruleFUND02, ruleFUND03,
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
	ReasonShownOnly    = "shown_only"    // the profile only shows the figure
	ReasonNoCenter     = "no_center"     // no center here to be judged
	ReasonNotInUse     = "not_in_use"    // a center that does not work, is a service point, or lies outside the area
	ReasonAllExempt    = "all_exempt"    // exclusive grids only
	ReasonPartly       = "partly_missing"
	ReasonCentersBlank = "centers_blank" // some center does not state it
	ReasonSeatUnknown  = "seat_unknown"  // the class of the seat is not stated
	ReasonSeatOther    = "seat_other"    // the profile has no value for this class of seat
	ReasonFewMembers   = "few_members"   // fewer party members than the rule asks for
	ReasonMay          = "may"           // may have one, need not
	ReasonNoGroups     = "no_groups"     // no residents' groups
	ReasonNoCompounds  = "no_compounds"  // no residential compounds
)

// judge fills Verdicts of every unit and the summaries.
func (a *analysis) judge() error {
	err := each(a.ctx, len(a.Units), a.Options.Threads, func(i int) { a.judgeUnit(&a.Units[i]) })
	if err != nil {
		return err
	}
	for i := range Rules {
		a.Rules = append(a.Rules, a.summarise(i))
	}
	return nil
}

// judgeUnit lists what the rules say of a unit.
func (a *analysis) judgeUnit(u *Unit) {
	u.Verdicts = make([]Verdict, 0, len(Rules))
	for i := range Rules {
		if Rules[i].judges(u.Level) {
			v := a.verdict(&Rules[i], u)
			v.Rule, v.Low, v.High = i, v.Outcome, v.Outcome
			u.Verdicts = append(u.Verdicts, v)
		}
	}
}

func (rule *Rule) judges(level Level) bool { return slices.Contains(rule.Objects, level) }

// verdictAt is where the verdict of rule i stands among those on a unit of a level.
func verdictAt(i int, level Level) int {
	at := 0
	for k := range Rules[:i] {
		at += int(indicator(Rules[k].judges(level)))
	}
	return at
}

// summarise counts the verdicts of a rule on the units of its first level, or on parts.
func (a *analysis) summarise(i int) RuleSummary {
	rule := &Rules[i]
	summary := RuleSummary{Rule: i, Level: a.Profile.Rules[rule.ID].Level}
	if len(rule.Objects) > 0 {
		units, at := a.Level(rule.Objects[0]), verdictAt(i, rule.Objects[0])
		for n := range units {
			v := &units[n].Verdicts[at]
			summary.Counts[v.Outcome]++
			summary.Reason = commonReason(summary.Reason, v.Reason, n == 0)
		}
	}
	if rule.Each != nil {
		a.summariseParts(rule, &summary)
	}
	switch _, regulated := a.Profile.Rule(rule.ID); {
	case !regulated:
		summary.Reason = ReasonNotRegulated
	case summary.Level == data.Report && summary.Reason == "":
		summary.Reason = ReasonShownOnly
	}
	return summary
}

// verdict is what a rule says of a unit under the profile.
func (a *analysis) verdict(rule *Rule, u *Unit) Verdict {
	limits, regulated := a.Profile.Rule(rule.ID)
	switch {
	case !regulated:
		return na(ReasonNotRegulated)
	case rule.Each != nil:
		return shownOnly(rule.ofParts(a.Result, u, limits), limits.Level)
	}
	return shownOnly(rule.Judge(a.Result, u, limits), limits.Level)
}

// shownOnly takes the judgement off where the profile only shows the figure.
func shownOnly(v Verdict, level data.Enforcement) Verdict {
	if level != data.Report || v.Outcome != Attained && v.Outcome != NotAttained {
		return v
	}
	return Verdict{Outcome: NotApplicable, Value: v.Value, Reason: ReasonShownOnly}
}

// summariseParts counts the parts of the whole area in place of the units.
func (a *analysis) summariseParts(rule *Rule, s *RuleSummary) {
	s.Counts = a.Total().part(rule.ID).n
	if _, regulated := a.Profile.Rule(rule.ID); !regulated {
		s.Counts[NotApplicable] = map[Part]int{PartGrid: len(a.Grids), PartCenter: len(a.Centers)}[rule.Part]
	}
	if s.Level == data.Report {
		s.Counts[NotApplicable] += s.Counts[Attained] + s.Counts[NotAttained]
		s.Counts[Attained], s.Counts[NotAttained] = 0, 0
	}
	if !rule.Given(a.Result) {
		s.Reason = ReasonNotProvided
	}
}

// commonReason keeps the reason while all verdicts share it.
func commonReason(so, reason string, first bool) string {
	if first || so == reason {
		return reason
	}
	return ""
}

// allLevels are the levels whose coverage is judged: communities first, for they are the objects that are counted.
var allLevels = []Level{LevelCommunity, LevelStreet, LevelDistrict, LevelTotal}

// byCommunity are the levels of rules about what communities have, and what their streets add up to.
var byCommunity = []Level{LevelCommunity, LevelStreet}
