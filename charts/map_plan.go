package charts

import (
	"github.com/paulmach/orb"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/coverage/siting"
	"quarter/geo"
)

// Proposal is what a plan adds to the ground of its layer. It is drawn hollow and dashed, so that nothing planned is taken for what stands.
type Proposal struct {
	Left    []Region    `json:"left,omitempty"`    // blind zones with the plan; what it solves is the rest of the map's Blind
	Circles []Path      `json:"circles,omitempty"` // of every new place, each by itself
	Marks   []Place     `json:"marks,omitempty"`   // new places and changed centers, best first
	Head    []string    `json:"head"`              // labels of the cells after the first of their tooltips
	Seconds []Place     `json:"seconds,omitempty"` // the best other candidates, each in the place of one site
	Others  []orb.Point `json:"others,omitempty"`  // candidates that were not chosen
	Gone    []orb.Point `json:"gone,omitempty"`    // where centers stood that are closed or moved
}

// NewPlanMap draws up the map of the present with a plan as its first layer; nil where nothing has a place on the ground. Of the sites of the
// result (COV-11) it shows none: a reader sees one recommendation.
func NewPlanMap(p *siting.Plan, lang words.Lang) *Map {
	return drawUp(&mapper{result: p.Before, lang: lang, plan: p, names: NewNamer(p.Before, lang)})
}

// PlanFigure is the figure of that map.
func PlanFigure(p *siting.Plan, lang words.Lang) Figure { return mapFigure(NewPlanMap(p, lang), lang) }

// PlanComparison sets the plan beside the present.
func PlanComparison(p *siting.Plan) *coverage.Comparison { return compared(p.Before, p.After) }

// compared holds two results of a plan against each other.
func compared(before, after *coverage.Result) *coverage.Comparison {
	c, err := coverage.Compare(before.Snapshot(), after.Snapshot())
	if err != nil {
		panic(err) // both are ours, of one city
	}
	return c
}

// planLayer colours the communities by the change of their coverage, and draws what the plan proposes over them.
func (m *mapper) planLayer() Layer {
	l := Layer{Key: "plan", Title: m.planTitle(), Reading: m.lang.T("map.plan.reading"), Light: true, Plan: m.proposal()}
	if m.ground.kind != "communities" {
		now := m.coverageLayer()
		l.Tips, l.Reading = now.Tips, m.lang.T("map.plan.reading.now")
		l.Classes, l.Of = now.Classes, now.Of
		return m.described(l)
	}
	c := newChanges(*m, PlanComparison(m.plan))
	l.Tips = m.communityTips(c.head(), c.changeCells)
	classes, of := c.classes("plan")
	return m.ofRegions(l, classes, of)
}

// planTitle tells what the plan gains.
func (m *mapper) planTitle() string {
	t := NewPlanText(m.plan, m.lang)
	_, was := m.plan.Request.Objective.Account(m.plan.Before)
	_, is := m.plan.Request.Objective.Account(m.plan.After)
	a, b := Rates(t.share(m.plan.Before), t.share(m.plan.After))
	key := "map.plan.title"
	switch {
	case round(is) < round(was):
		key = "map.plan.title.down"
	case len(m.plan.Changes) > 0:
		key = "map.plan.title.net"
	}
	return m.lang.T(key, "sites", t.built(), "more", t.People(apart(is, was)), "before", a, "after", b)
}

// proposal is what the plan adds to the map.
func (m *mapper) proposal() *Proposal {
	p := &Proposal{Left: m.blindOf(m.plan.After), Head: []string{m.lang.T("page.col.place"), m.lang.T("plan.tip.new"), m.lang.T("plan.tip.after")}}
	taken := map[int]bool{}
	t := NewPlanText(m.plan, m.lang)
	for i := range m.plan.Picks {
		k := &m.plan.Picks[i]
		c := &m.plan.Candidates[k.Candidate]
		taken[k.Candidate] = true
		p.stand(m, c.Point, Place{Text: itoa(k.Rank), Unit: PickKey(k), Tip: []string{
			m.lang.T("plan.site", "n", k.Rank, "name", t.Candidate(k.Candidate)), t.Community(c.Community), Whole(k.Gain), Percent(k.Share),
		}})
	}
	m.changes(p)
	m.seconds(p, taken)
	for i := range m.plan.Candidates {
		if !taken[i] {
			p.Others = append(p.Others, rounded(m.plan.Candidates[i].Point))
		}
	}
	return p
}

// PickKey is how a page calls a site of the plan: p and its rank.
func PickKey(k *siting.Pick) string { return "p" + itoa(k.Rank) }

// stand adds a new place with its circle.
func (p *Proposal) stand(m *mapper, at orb.Point, mark Place) {
	mark.At = rounded(at)
	p.Marks = append(p.Marks, mark)
	const corners = 128
	ring := m.ground.snap.snap(geo.Circle(at, m.result.Circle.Radius, corners))
	p.Circles = append(p.Circles, path(ring))
}

// changes adds what is changed by hand, with the letters of the map of changes.
func (m *mapper) changes(p *Proposal) {
	dash := m.lang.T("page.dash")
	for i := range m.plan.Changes {
		c := &m.plan.Changes[i]
		kind := changeWords[ChangeKind(m.plan, c)]
		mark := Place{At: rounded(c.From), Text: m.lang.T("compare.mark." + kind), Tip: []string{c.Name, m.lang.T("compare.center." + kind), dash, dash}}
		switch c.Kind {
		case siting.ChangeOpen:
			p.stand(m, c.To, mark)
		case siting.ChangeMove:
			p.Gone = append(p.Gone, rounded(c.From))
			p.stand(m, c.To, mark)
		case siting.ChangeClose:
			p.Gone = append(p.Gone, rounded(c.From))
		case siting.ChangeEnlarge:
			p.Marks = append(p.Marks, mark)
		}
	}
}

// changeWords are the changes by hand as a comparison calls them.
var changeWords = map[siting.ChangeKind]string{
	siting.ChangeOpen: "opened", siting.ChangeClose: "closed", siting.ChangeMove: "moved", siting.ChangeEnlarge: "enlarged", changeReduce: "reduced",
}

// changeReduce is what an enlargement to less than the present floor area is called.
const changeReduce siting.ChangeKind = "reduce"

// ChangeKind is what a change by hand is called ("plan.change."+kind in charts/words): an enlargement that takes floor area away is a reduction.
func ChangeKind(p *siting.Plan, c *siting.Change) siting.ChangeKind {
	if c.Kind != siting.ChangeEnlarge {
		return c.Kind
	}
	if now := p.Before.City.Centers[c.Center].FloorArea; now.Known && c.Area.Known && c.Area.V < now.V {
		return changeReduce
	}
	return c.Kind
}

// seconds adds the best other candidates, each once.
func (m *mapper) seconds(p *Proposal, taken map[int]bool) {
	t := NewPlanText(m.plan, m.lang)
	for i := range m.plan.Picks {
		k := &m.plan.Picks[i]
		if k.RunnerUp < 0 || taken[k.RunnerUp] {
			continue
		}
		taken[k.RunnerUp] = true
		c := &m.plan.Candidates[k.RunnerUp]
		p.Seconds = append(p.Seconds, Place{At: rounded(c.Point), Tip: []string{
			m.lang.T("plan.second", "n", k.Rank, "name", t.Candidate(k.RunnerUp)), t.Community(c.Community), m.lang.T("plan.second.loss", "n", t.People(k.RunnerUpLoss)), "",
		}})
	}
}

// planLegend counts what the plan proposes.
func (m *mapper) planLegend(p *Proposal) LegendGroup {
	g := LegendGroup{Title: m.lang.T("map.plan.legend"), How: "plan_count"}
	add := func(swatch, letter, label string, n int) {
		if n > 0 {
			g.Rows = append(g.Rows, LegendRow{Swatch: swatch, Letter: letter, Label: label, Count: Count(n)})
		}
	}
	picks := len(m.plan.Picks)
	add("planned", "1", m.lang.T(Plural("map.plan.sites", picks), "last", picks), picks)
	count := map[siting.ChangeKind]int{}
	for i := range m.plan.Changes {
		count[ChangeKind(m.plan, &m.plan.Changes[i])]++
	}
	for _, kind := range []siting.ChangeKind{siting.ChangeOpen, siting.ChangeMove, siting.ChangeEnlarge, changeReduce} {
		add("planned", m.lang.T("compare.mark."+changeWords[kind]), m.lang.T("map.plan."+string(kind)), count[kind])
	}
	add("gone", "", m.lang.T("map.plan.gone"), len(p.Gone))
	add("second", "", m.lang.T("map.plan.seconds"), len(p.Seconds))
	add("candidate", "", m.lang.T("map.plan.candidates"), len(p.Others))
	if len(p.Circles) > 0 {
		g.Rows = append(g.Rows, LegendRow{Swatch: "planned-circle", Label: m.lang.T("map.plan.circle", "n", Radius(m.result, m.result.Circle.Radius.Meters()))})
	}
	if len(m.blind()) > 0 {
		g.Rows = append(g.Rows, LegendRow{Swatch: "solved", Label: m.lang.T("map.plan.solved")})
	}
	add("zone-rest", "", m.lang.T("map.plan.left"), len(m.plan.After.Zones))
	add("zone-rest", "", m.lang.T("map.plan.left.rest"), m.plan.After.ZonesRest.Count)
	return g
}
