package siting

import (
	"encoding/json"
	"strconv"

	"quarter/coverage"
	"quarter/data"
)

// document puts the plan into the layout of plan.json.
func (p *Plan) document() planJSON {
	q := p.Request
	return planJSON{
		Schema: planSchema, City: p.Before.City.Name, Unit: string(q.Objective.Unit(p.Before)),
		Request: requestJSON{
			Model: q.Model, P: q.P, Cover: q.Cover, Budget: q.Budget, Floor: q.Floor, Radius: q.Radius.Meters(), Objective: q.Objective.Key(p.Before),
			Source: q.Source, Spacing: q.Spacing.Meters(), Matrix: q.Matrix, Unit: q.Unit, SitePrice: q.SitePrice, SiteArea: q.SiteArea,
			Seed: json.Number(strconv.FormatUint(q.Seed, 10)), Limited: q.Limited,
		},
		Before: q.Objective.document(p.Before), Base: q.Objective.document(p.Base), After: q.Objective.document(p.After),
		Solution: p.Solution.document(),
		Exact: exactJSON{
			Points: p.Points, OnPoints: p.OnPoints, Exact: p.Exact, Difference: p.Exact - p.OnPoints, ModelExact: p.ModelExact, Swaps: p.Swaps,
		},
		Picks:      mapped(p.Picks, p.pickDocument),
		Curve:      mapped(p.Curve, stepDocument),
		Aim:        p.Aim.document(),
		ByCosts:    p.ByCosts.document(),
		Tradeoffs:  mapped(p.Tradeoffs, tradeDocument),
		Losses:     mapped(p.Losses, p.lossDocument),
		Changes:    mapped(p.Changes, p.changeDocument),
		Served:     mapped(p.Served, p.servedDocument),
		LeftOut:    p.communities(p.LeftOut),
		Fixed:      p.communities(p.Fixed),
		Beyond:     p.Beyond,
		Roomless:   p.Roomless,
		Cut:        p.Cut,
		Unknown:    p.Unknown.document(),
		Radii:      radiiJSON{"m", append([]float64{}, p.Radii...)},
		Refused:    mapped(p.Refused, func(r *Refusal) refusalJSON { return refusalJSON{r.Key, r.Count} }),
		Candidates: mapped(p.Candidates, p.candidateDocument),
	}
}

func (o Objective) document(r *coverage.Result) accountJSON {
	total, covered := o.Account(r)
	a := accountJSON{Total: total, Covered: covered}
	if total > 0 {
		a.Coverage = covered / total
	}
	return a
}

func (s *Solution) document() *solutionJSON {
	if s == nil {
		return nil
	}
	out := solutionJSON{
		Model: s.Model, Sense: s.Sense.String(), Value: finite(s.Value), Bound: finite(s.Bound), Proven: s.Proven, Cut: s.Cut,
		Sites: append([]int{}, s.Sites...), Unreachable: s.Unreachable, Work: workJSON(s.Work),
	}
	if out.Value.Known && out.Bound.Known {
		out.Gap = data.Num(s.Gap())
	}
	return &out
}

func (p *Plan) communities(which []int) []string {
	return mapped(which, func(m *int) string { return p.community(*m) })
}

func (a *Aim) document() *aimJSON {
	if a == nil {
		return nil
	}
	out := &aimJSON{Key: a.Key, Unit: a.Unit, Before: a.Before, After: a.After, Bound: finite(a.Bound), ExactBefore: a.ExactBefore, ExactAfter: a.ExactAfter}
	if a.Key == AimServed {
		out.NoRoom, out.Outside = &a.NoRoom, &a.Outside
	}
	return out
}

func (b *ByCosts) document() *byCostsJSON {
	if b == nil {
		return nil
	}
	return &byCostsJSON{b.Total, b.Before, b.After}
}

func (u *Unknown) document() *unknownJSON {
	if u == nil {
		return nil
	}
	list := func(codes []string) []string { return append([]string{}, codes...) }
	return &unknownJSON{list(u.Candidates), list(u.Centers), list(u.Demands), list(u.Extra)}
}

// community is the code of a community, empty for data.None.
func (p *Plan) community(i int) string {
	if i < 0 {
		return ""
	}
	return p.Before.City.Communities[i].Code
}

func (p *Plan) pickDocument(k *Pick) pickJSON {
	out := pickJSON{
		Rank: k.Rank, Candidate: k.Candidate, Gain: k.Gain, Covered: k.Covered, Share: k.Share, Alone: k.Alone, Within: k.Within, Overlap: k.Overlap,
		Communities: mapped(k.Communities, func(g *CommunityGain) gainJSON { return gainJSON{p.community(g.Community), g.People} }),
		Cohorts:     append([]float64{}, k.Cohorts...), Households: k.Households, Nearer: k.Nearer, Saved: k.Saved, FloorShort: k.FloorShort,
		RunnerUp: index(k.RunnerUp), Price: k.Price, PerPerson: k.PerPerson, Often: data.Number{V: k.Often, Known: len(p.Radii) > 0},
	}
	if k.RunnerUp >= 0 {
		out.RunnerUpLoss = data.Num(k.RunnerUpLoss)
	}
	return out
}

func stepDocument(s *Step) stepJSON {
	return stepJSON{
		P: s.P, Covered: s.Covered, Share: s.Share, Gain: s.Gain, OnPoint: s.OnPoint, Bound: s.Bound, Proven: s.Proven, Sites: append([]int{}, s.Sites...),
	}
}

func tradeDocument(t *Trade) tradeJSON {
	return tradeJSON{
		Sites: append([]int{}, t.Sites...), Covered: t.Covered, CoveredBound: finite(t.CoveredBound),
		Mean: finite(t.Mean), MeanBound: finite(t.MeanBound), Chosen: t.Chosen,
	}
}

func (p *Plan) lossDocument(l *Loss) lossJSON {
	c := &p.Before.City.Centers[l.Center]
	return lossJSON{Center: c.Code, Name: c.Name, Lost: l.Lost, Share: l.Share, Farther: finite(l.Farther)}
}

func (p *Plan) changeDocument(c *Change) changeJSON {
	out := changeJSON{Kind: c.Kind, Name: c.Name, Code: c.Code, Area: c.Area}
	if c.Center >= 0 {
		out.Center = p.Before.City.Centers[c.Center].Code
		out.From = place(c.From)
	}
	if c.Kind == ChangeOpen || c.Kind == ChangeMove {
		out.To = place(c.To)
	}
	return out
}

func (p *Plan) servedDocument(s *ServedShare) servedJSON {
	c := &p.Before.City.Communities[s.Community]
	return servedJSON{c.Code, c.Name, s.Before, s.After}
}

func (p *Plan) candidateDocument(c *Candidate) candidateJSON {
	return candidateJSON{
		Code: c.Code, Name: c.Name, Community: p.community(c.Community), Lon: c.Point.Lon(), Lat: c.Point.Lat(),
		State: c.State.String(), Origin: c.Origin, Price: c.Price, Area: c.FloorArea, Zone: index(c.Zone),
	}
}
