package coverage

import "quarter/data"

// Part is what a rule judges where that is no unit but something inside one; its name is "level."+Part in charts/words.
type Part string

// The parts.
const (
	PartGrid   Part = "grid"
	PartCenter Part = "center"
)

// Provision holds the sums behind GRID-08 and PROV-07, and what the rules of parts say inside a unit.
type Provision struct {
	Members, MemberHouseholds       float64 // 网格员, and households, of the grids that state both
	MembersKnown, MembersMissing    int     // grids that state both, and that do not
	Overloaded, Underloaded         int     // grids whose workload index is above, and below, its limits (GRID-06)
	Compounds, WithBranch           float64 // residential compounds, and those with a party branch, of the communities that state both
	CompoundsKnown, CompoundsAbsent int     // communities that state both, and that do not

	parts []partCount // one for every rule of parts that the profile regulates
}

// partCount is how many parts of a unit have each outcome.
type partCount struct {
	rule int // index into Rules
	n    [4]int
	why  string // why a part does not have to do with the rule
}

// include adds a unit below. Centers are not added here: one that serves several units counts once in each.
func (p *Provision) include(below *Provision) {
	p.Members += below.Members
	p.MemberHouseholds += below.MemberHouseholds
	p.MembersKnown += below.MembersKnown
	p.MembersMissing += below.MembersMissing
	p.Overloaded += below.Overloaded
	p.Underloaded += below.Underloaded
	p.Compounds += below.Compounds
	p.WithBranch += below.WithBranch
	p.CompoundsKnown += below.CompoundsKnown
	p.CompoundsAbsent += below.CompoundsAbsent
	for i, c := range below.parts {
		if Rules[c.rule].Part == PartGrid {
			p.parts[i].add(c)
		}
	}
}

func (c *partCount) add(o partCount) {
	for k := range c.n {
		c.n[k] += o.n[k]
	}
	if o.why != "" {
		c.why = o.why
	}
}

func (c *partCount) count(v Verdict) {
	c.n[v.Outcome]++
	if v.Outcome == NotApplicable {
		c.why = v.Reason
	}
}

// part returns the counts of a rule of parts; all are 0 where the profile does not regulate it.
func (u *Unit) part(id string) partCount {
	for _, c := range u.Provision.parts {
		if Rules[c.rule].ID == id {
			return c
		}
	}
	return partCount{}
}

// measureProvision judges every grid and center by the rules of parts, and adds them up unit by unit.
func (a *analysis) measureProvision() error {
	if err := a.weighGrids(); err != nil {
		return err
	}
	a.measurePopularity()
	a.layOutParts()
	err := each(a.ctx, len(a.City.Communities), a.Options.Threads, func(i int) {
		a.countGridParts(i)
		a.countCompounds(i)
	})
	a.sumUp(func(u, below *Unit) { u.Provision.include(&below.Provision) })
	a.countCenterParts()
	return err
}

// partRule is a rule of parts in this run.
type partRule struct {
	*Rule
	limits data.Rule
	silent *Verdict // what it says of every part, where it cannot judge any
}

// layOutParts makes room for the counts of every unit and group; entry k of each goes with partly[k].
func (a *analysis) layOutParts() {
	var empty []partCount
	for i := range Rules {
		rule := partRule{Rule: &Rules[i]}
		regulated := false
		if rule.limits, regulated = a.Profile.Rule(rule.ID); !regulated || rule.Each == nil {
			continue
		}
		switch {
		case !rule.Given(a.Result):
			v := noData(ReasonNotProvided)
			rule.silent = &v
		case rule.Target != "" && !limit(rule.limits, rule.Target).Known:
			v := na(ReasonNotRegulated)
			rule.silent = &v
		}
		empty = append(empty, partCount{rule: i})
		a.partly = append(a.partly, rule)
	}
	for _, units := range [][]Unit{a.Units, a.Groups} {
		all := make([]partCount, len(units)*len(empty))
		for i := range units {
			units[i].Provision.parts = all[i*len(empty) : (i+1)*len(empty)]
			copy(units[i].Provision.parts, empty)
		}
	}
}

// countGridParts judges the grids of community i and counts their staff.
func (a *analysis) countGridParts(i int) {
	p := &a.Community(i).Provision
	var members, households sum
	for _, g := range a.gridsOf[i] {
		staff, living := a.City.Attribute(data.LayerGrids, data.FieldStaff, g), a.Grids[g].Households
		if staff.Known && living.Known {
			members.add(staff.V)
			households.add(living.V)
			p.MembersKnown++
		} else {
			p.MembersMissing++
		}
		a.countLoad(p, a.Grids[g].Workload)
		a.judgePart(p, PartGrid, g)
	}
	p.Members, p.MemberHouseholds = members.value(), households.value()
}

// countLoad places a workload index beside the limits of GRID-06.
func (a *analysis) countLoad(p *Provision, index data.Number) {
	low, high := a.limitOf("GRID-06", "low"), a.limitOf("GRID-06", "high")
	switch {
	case !index.Known:
	case high.Known && !within(index.V, high.V):
		p.Overloaded++
	case low.Known && !reached(index.V, low.V):
		p.Underloaded++
	}
}

// judgePart counts what every rule of grids, or of centers, says of one of them.
func (a *analysis) judgePart(p *Provision, part Part, i int) {
	for k := range a.partly {
		switch rule := &a.partly[k]; {
		case rule.Part != part:
		case rule.silent != nil:
			p.parts[k].count(*rule.silent)
		default:
			p.parts[k].count(rule.Each(a.Result, i, rule.limits))
		}
	}
}

// countCenterParts judges every center, once in each unit and group that it belongs to.
func (a *analysis) countCenterParts() {
	for i := range a.City.Centers {
		c := &a.City.Centers[i]
		for _, u := range a.unitsOf(c) {
			a.judgePart(&a.Units[u].Provision, PartCenter, i)
		}
		for _, g := range a.groupsOf(c) {
			a.judgePart(&g.Provision, PartCenter, i)
		}
	}
}

// countCompounds takes the compounds of community i.
func (a *analysis) countCompounds(i int) {
	p := &a.Community(i).Provision
	all, with := a.City.Attribute(data.LayerCommunities, data.FieldCompounds, i), a.City.Attribute(data.LayerCommunities, data.FieldCompoundBranches, i)
	switch {
	case a.Community(i).Virtual:
	case all.Known && with.Known && within(with.V, all.V):
		p.Compounds, p.WithBranch, p.CompoundsKnown = all.V, with.V, 1
	default:
		p.CompoundsAbsent = 1
	}
}

// inService reports whether a center is one that rules of centers judge: it works, is no service point, and is the study area's.
func (r *Result) inService(i int) bool {
	c := &r.City.Centers[i]
	return r.Options.works(c) && c.Tier != data.TierPoint && belongs(c)
}

// ofParts rolls the parts of a unit up: the share of those judged that attain must reach a target, which is all of them unless the rule
// names a value of the profile. Where some are unknown it is judged only if they cannot change the outcome.
func (rule *Rule) ofParts(r *Result, u *Unit, limits data.Rule) Verdict {
	target := data.Num(1)
	if rule.Target != "" {
		target = limit(limits, rule.Target)
	}
	c := u.part(rule.ID)
	attained, unknown := c.n[Attained], c.n[NoData]
	judged := attained + c.n[NotAttained]
	switch {
	case !rule.Given(r):
		return noData(ReasonNotProvided)
	case u.Virtual:
		return na(ReasonVirtual)
	case !target.Known:
		return na(ReasonNotRegulated)
	case c.n == [4]int{}:
		return na(noParts[rule.Part])
	case judged+unknown == 0:
		return na(c.why)
	}
	all := float64(judged + unknown)
	if unknown > 0 && reached(float64(attained+unknown)/all, target.V) && !reached(float64(attained)/all, target.V) {
		return noData(partsUnknown[rule.Part])
	}
	return atLeast(data.Num(float64(attained)/float64(judged)), target)
}

var (
	noParts      = map[Part]string{PartGrid: ReasonNoGrids, PartCenter: ReasonNoCenter}
	partsUnknown = map[Part]string{PartGrid: ReasonGridsMissing, PartCenter: ReasonCentersBlank}
)
