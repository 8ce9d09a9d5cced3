package coverage

import (
	"fmt"
	"slices"
	"testing"

	"quarter/data"
)

// Every rule sits the same exam: a value below its limit, exactly on it, within 1e-9 of it, and above; a value that is missing where
// others are given; nothing given at all; a profile that does not regulate it. A town holds what is judged in its first community
// (street, district), and beside it a second one that states everything and attains, the witness.

// exam is one requirement of a rule.
type exam struct {
	id      string
	name    string // tells the requirements of one rule apart
	profile string // default general
	level   Level  // of the unit judged; default community
	limit   float64
	atMost  bool
	steps   map[float64]Outcome               // in place of the values around the limit, where values are whole
	town    func(v data.Number) *town         // missing: the value is not given
	absent  func(t *town)                     // takes the column away; nil: all attributes
	blank   map[bool]Outcome                  // what a missing value gives; default NoData
	reason  string                            // why nothing can be said where the column is absent; default ReasonNotProvided
	change  func(p data.Profile) data.Profile // of the profile
}

var noOrYes = map[float64]Outcome{0: NotAttained, 1: Attained, 2: Attained}

var exams = []exam{
	{id: "COV-04", limit: 0.9, town: examCoverage, absent: noCenters, steps: nil},
	{id: "COV-10", level: LevelStreet, limit: 1, steps: map[float64]Outcome{0: NotAttained, 0.5: NotAttained, 1: Attained}, town: examFacility, absent: noCenters, blank: map[bool]Outcome{true: NotAttained}},
	{id: "AREA-02", limit: 300, town: examFloor(func(c *data.Center, v data.Number) { c.FloorArea = v }), absent: noCenters},
	{id: "AREA-03", limit: 300, town: examFloor(func(c *data.Center, v data.Number) { c.FloorArea = v }), absent: noCenters},
	{id: "AREA-04", limit: 20, town: examFloor(func(c *data.Center, v data.Number) { c.FloorArea = data.Number{V: v.V * 10, Known: v.Known} }), absent: noCenters},
	{id: "AREA-05", level: LevelDistrict, limit: 1500, town: examFloor(func(c *data.Center, v data.Number) {
		c.FloorArea, c.Comprehensive, c.Tier = v, data.Yes, data.TierDistrict
	}), absent: noCenters},
	{id: "AREA-06", profile: "national30", limit: 0.6, town: examFloor(func(c *data.Center, v data.Number) {
		c.FloorArea, c.ServiceArea = data.Num(1000), data.Number{V: v.V * 1000, Known: v.Known}
	}), absent: noCenters},
	{id: "AREA-07", level: LevelStreet, limit: 1, steps: map[float64]Outcome{299: NotAttained, 300: Attained}, town: examFloor(func(c *data.Center, v data.Number) { c.FloorArea = v }), absent: noCenters, blank: map[bool]Outcome{true: Attained}},
	{id: "GRID-01", name: "low", limit: 300, town: examGrid(gridHouseholds), absent: noHouseholds},
	{id: "GRID-01", name: "high", limit: 500, atMost: true, town: examGrid(gridHouseholds), absent: noHouseholds},
	{id: "GRID-02", limit: 0.3, atMost: true, town: examPair, absent: noHouseholds, reason: ReasonGridsMissing},
	{id: "GRID-06", limit: 1.3, atMost: true, town: examPair, absent: noHouseholds},
	{id: "GRID-07", limit: 1, town: examGrid(gridField(data.FieldPoints))},
	{id: "GRID-08", name: "heads", limit: 1, town: examGrid(gridField(data.FieldHeads), gridOne(data.FieldStaff))},
	{id: "GRID-08", name: "members", limit: 1, town: examGrid(gridField(data.FieldStaff), gridOne(data.FieldHeads))},
	{id: "GRID-09", name: "branch", limit: 1, steps: noOrYes, town: examGrid(gridField(data.FieldBranch))},
	{id: "GRID-09", name: "group", limit: 1, steps: noOrYes, town: examGrid(gridField(data.FieldPartyGroups))},
	{id: "GRID-10", limit: 0.01, atMost: true, town: examTotals, absent: func(t *town) { t.Communities[0].Households, t.Communities[1].Households = data.Number{}, data.Number{} }, reason: ReasonNoOwnTotal},
	{id: "SIZE-01", name: "low", limit: 0.5, town: examSize, absent: noHouseholds, reason: ReasonNoPeople},
	{id: "SIZE-01", name: "high", limit: 2, atMost: true, town: examSize, absent: noHouseholds, reason: ReasonNoPeople},
	{id: "PROV-01", level: LevelDistrict, limit: 1, steps: noOrYes, town: examTier(data.TierDistrict), absent: noCenters},
	{id: "PROV-02", level: LevelStreet, limit: 1, steps: noOrYes, town: examTier(data.TierStreet), absent: noCenters},
	{id: "PROV-03", limit: 1, steps: noOrYes, town: examTier(data.TierCommunity), absent: noCenters},
	{id: "PROV-04", level: LevelDistrict, limit: 1, steps: noOrYes, town: examDemo, absent: noCenters, blank: map[bool]Outcome{true: NotAttained}},
	{id: "PROV-05", limit: 1, steps: map[float64]Outcome{0: NotAttained, 1: Attained}, town: examCenter(func(t *town, i int, v data.Number) {
		t.Centers[i].Extended = data.Unstated
		if v.Known {
			t.Centers[i].Extended = map[float64]data.Flag{0: data.No, 1: data.Yes}[v.V]
		}
	}), absent: func(t *town) {
		for i := range t.Centers {
			t.Centers[i].Extended = data.Unstated
		}
	}},
	{id: "PROV-06", level: LevelTotal, steps: map[float64]Outcome{0: NotApplicable, 100: NotApplicable}, town: examCenter(centerField(data.FieldVisits))},
	{id: "PROV-07", steps: map[float64]Outcome{0: NotApplicable, 4: NotApplicable}, town: examCompounds},
	{id: "PROV-07", name: "with a target", limit: 1, steps: map[float64]Outcome{0: NotAttained, 3: NotAttained, 4: Attained}, town: examCompounds, change: func(p data.Profile) data.Profile {
		rule := p.Rules["PROV-07"]
		rule.Level = data.Mandatory
		p.Rules["PROV-07"] = rule
		return p.With("PROV-07", "target", 1, "test")
	}},
	{id: "PROV-08", name: "market", level: LevelDistrict, limit: 0.9, town: examUnit(data.LayerDistricts, data.FieldOrgMarket, one(data.FieldOrgIndustry), one(data.FieldOrgPark))},
	{id: "PROV-08", name: "industry", level: LevelDistrict, limit: 1, town: examUnit(data.LayerDistricts, data.FieldOrgIndustry, one(data.FieldOrgMarket), one(data.FieldOrgPark))},
	{id: "PROV-08", name: "park", level: LevelDistrict, limit: 1, town: examUnit(data.LayerDistricts, data.FieldOrgPark, one(data.FieldOrgMarket), one(data.FieldOrgIndustry))},
	{id: "PROV-09", profile: "haikou2019", limit: 1, steps: map[float64]Outcome{0: NotAttained, 1: Attained}, town: examUnit(data.LayerCommunities, data.FieldCommittee, value{data.FieldPartyMembers, 100})},
	{id: "PROV-10", name: "partners", limit: 5, atMost: true, town: examUnit(data.LayerCommunities, data.FieldPartners, one(data.FieldReporting))},
	{id: "PROV-10", name: "reporting", limit: 100, atMost: true, town: examUnit(data.LayerCommunities, data.FieldReporting, one(data.FieldPartners))},
	{id: "STAFF-01", level: LevelStreet, limit: 4, town: examUnit(data.LayerStreets, data.FieldOfficeStaff)},
	{id: "STAFF-02", limit: 1, town: examUnit(data.LayerCommunities, data.FieldInstructors)},
	{id: "STAFF-03", limit: 1, town: examCenter(centerField(data.FieldStaff))},
	{id: "STAFF-04", name: "secretary", limit: 56, town: examUnit(data.LayerCommunities, data.FieldTrainingSecretary, value{data.FieldTrainingMembers, 32})},
	{id: "STAFF-04", name: "members", limit: 32, town: examUnit(data.LayerCommunities, data.FieldTrainingMembers, value{data.FieldTrainingSecretary, 56})},
	{id: "STAFF-04", name: "grid staff", limit: 32, town: examUnit(data.LayerCommunities, data.FieldTrainingStaff, value{data.FieldTrainingSecretary, 56})},
	{id: "STAFF-04", name: "grid staff beside members", limit: 32, town: examUnit(data.LayerCommunities, data.FieldTrainingStaff, value{data.FieldTrainingSecretary, 56}, value{data.FieldTrainingMembers, 40})},
	{id: "FUND-01", name: "street", profile: "kunming2018", level: LevelStreet, limit: 100000, town: examUnit(data.LayerStreets, data.FieldPartyFunds)},
	{id: "FUND-01", name: "community", profile: "kunming2018", limit: 80000, town: examUnit(data.LayerCommunities, data.FieldPartyFunds, value{data.FieldGroupFunds, 2000})},
	{id: "FUND-01", name: "group", profile: "kunming2018", limit: 2000, town: examUnit(data.LayerCommunities, data.FieldGroupFunds, value{data.FieldPartyFunds, 80000})},
	{id: "FUND-02", profile: "yunnan", limit: 50000, town: examUnit(data.LayerCommunities, data.FieldRunningFunds)},
	{id: "FUND-02", profile: "yingtan-type", limit: 50000, town: examUnit(data.LayerCommunities, data.FieldRunningFunds)},
	{id: "FUND-03", name: "provincial", profile: "yunnan", limit: 200000, town: examSeat(data.SeatProvincial)},
	{id: "FUND-03", name: "prefecture", profile: "yunnan", limit: 100000, town: examSeat(data.SeatPrefecture)},
	{id: "FUND-03", name: "county", profile: "yunnan", limit: 50000, town: examSeat(data.SeatCounty)},
	{id: "FUND-03", name: "city center", profile: "yingtan-type", limit: 100000, town: examSeat(data.SeatCityCenter)},
	{id: "FUND-03", name: "county town", profile: "yingtan-type", limit: 50000, town: examSeat(data.SeatCountyTown)},
	{id: "FUND-03", name: "no less than last year", profile: "yunnan", limit: 60000, town: func(v data.Number) *town {
		t := examSeat(data.SeatCounty)(v)
		t.state(data.LayerCommunities, data.FieldServiceFundsBefore, data.Num(60000), data.Number{})
		return t
	}},
}

func TestEveryRuleSitsTheExam(t *testing.T) {
	for i := range Rules {
		if !slices.ContainsFunc(exams, func(e exam) bool { return e.id == Rules[i].ID }) {
			t.Errorf("%s has no exam", Rules[i].ID)
		}
	}
	for _, e := range exams {
		t.Run(e.id+" "+e.name, func(t *testing.T) {
			for v, want := range e.values() {
				e.judge(t, fmt.Sprint(v), e.town(data.Num(v)), e.rules(t), want, "")
			}
			e.judge(t, "missing", e.town(data.Number{}), e.rules(t), e.ofBlank(), "")
			e.judgeAbsent(t)
			unregulated := e.rules(t)
			delete(unregulated.Rules, e.id)
			e.judge(t, "not regulated", e.town(data.Num(e.limit)), unregulated, NotApplicable, ReasonNotRegulated)
		})
	}
}

// values are the values of the exam, and what each gives.
func (e *exam) values() map[float64]Outcome {
	if e.steps != nil {
		return e.steps
	}
	below, above := NotAttained, Attained
	if e.atMost {
		below, above = above, below
	}
	return map[float64]Outcome{
		e.limit * (1 - 1e-6): below, e.limit * (1 - 1e-10): Attained, e.limit: Attained, e.limit * (1 + 1e-10): Attained, e.limit * (1 + 1e-6): above,
	}
}

func (e *exam) ofBlank() Outcome {
	if o, ok := e.blank[true]; ok {
		return o
	}
	return NoData
}

func (e *exam) judgeAbsent(t *testing.T) {
	t.Helper()
	town := e.town(data.Num(e.limit))
	if e.absent == nil {
		town.Attributes = nil
	} else {
		e.absent(town)
	}
	reason := e.reason
	if reason == "" {
		reason = ReasonNotProvided
	}
	e.judge(t, "absent", town, e.rules(t), NoData, reason)
}

func (e *exam) rules(t *testing.T) data.Profile {
	t.Helper()
	id := e.profile
	if id == "" {
		id = "general"
	}
	p, err := data.BuiltinProfile(id)
	if err != nil {
		t.Fatal(err)
	}
	if _, regulated := p.Rule(e.id); !regulated {
		t.Fatalf("%s does not regulate %s", id, e.id)
	}
	if e.change != nil {
		p = e.change(p)
	}
	return p
}

// judge analyzes the town and compares the verdict of its first unit, and the sum of the rule's outcomes.
func (e *exam) judge(t *testing.T, what string, town *town, p data.Profile, want Outcome, reason string) {
	t.Helper()
	r, err := Analyze(t.Context(), town.city(), p, Options{Sites: -1})
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(Rules, func(rule Rule) bool { return rule.ID == e.id })
	summary := r.Rules[i]
	if summary.Counts == [4]int{} {
		t.Errorf("%s: no object is counted", what)
	}
	if reason == ReasonNotProvided && (summary.Reason != reason || summary.Counts[Attained]+summary.Counts[NotAttained] > 0) {
		if e.level == LevelDefault || e.level == Rules[i].Objects[0] {
			t.Errorf("%s: summary %v %q", what, summary.Counts, summary.Reason)
		}
	}
	if len(Rules[i].Objects) == 0 {
		return
	}
	level := e.level
	if level == LevelDefault {
		level = LevelCommunity
	}
	v, ok := r.Level(level)[0].Verdict(e.id)
	if !ok || v.Outcome != want || reason != "" && v.Reason != reason {
		t.Errorf("%s: %v (value %v, limit %v, reason %q), want %v %s", what, v.Outcome, v.Value, v.Limit, v.Reason, want, reason)
	}
	if (v.Outcome == NoData || v.Outcome == NotApplicable) != (v.Reason != "") {
		t.Errorf("%s: %v with reason %q", what, v.Outcome, v.Reason)
	}
	if v.Outcome == Attained && v.Gap != data.Num(0) || v.Outcome == NotAttained && !(v.Gap.V > 0) {
		t.Errorf("%s: %v with gap %v", what, v.Outcome, v.Gap)
	}
}

// LevelDefault is the level of an exam that does not name one: communities.
const LevelDefault = LevelTotal
