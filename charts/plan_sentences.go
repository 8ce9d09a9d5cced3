package charts

import (
	"math"
	"slices"

	"quarter/coverage"
	"quarter/coverage/siting"
	"quarter/data"
)

// Sentences tells a plan: what it changes, how good it is, how exact, what it costs, and what would be missed least. Each stands alone.
func (t *PlanText) Sentences() []string {
	var out []string
	for _, part := range []func() []string{
		t.changes, t.coverage, t.reached, t.beyond, t.idle, t.aim, t.money, t.least, t.leftOut, t.roomless, t.proof, t.exact, t.swaps, t.refused, t.runnerUp, t.missed,
	} {
		out = append(out, part()...)
	}
	return out
}

// changes tells what was changed by hand.
func (t *PlanText) changes() []string {
	var out []string
	for i := range t.plan.Changes {
		c := &t.plan.Changes[i]
		key, args := "site.change."+string(ChangeKind(t.plan, c)), []any{"name", c.Name}
		if c.Kind == siting.ChangeOpen && c.Placed {
			key += ".at"
		}
		if c.Area.Known {
			args = append(args, "area", Area(c.Area.V))
		}
		if c.Kind == siting.ChangeEnlarge {
			args = append(args, "from", t.number(t.plan.Before.City.Centers[c.Center].FloorArea, func(v float64) string { return Area(v) }))
		}
		if c.Asked != "" {
			out = append(out, t.t("site.change.asked", "asked", c.Asked, "name", c.Name))
		}
		out = append(out, t.t(key, args...))
	}
	return out
}

// coverage tells how many are covered before and after: by the changes, then by the new sites.
func (t *PlanText) coverage() []string {
	p := t.plan
	var out []string
	if len(p.Changes) > 0 {
		out = append(append(out, t.step("", p.Before, p.Base)), t.floorArea()...)
	}
	if len(p.Picks) > 0 {
		out = append(out, t.step(t.built(), p.Base, p.After))
	}
	return out
}

// step tells what one step changes.
func (t *PlanText) step(sites string, from, to *coverage.Result) string {
	_, was := t.plan.Request.Objective.Account(from)
	_, is := t.plan.Request.Objective.Account(to)
	before, after := t.share(from), t.share(to)
	a, b := Rates(before, after)
	key, more := t.same(from), apart(is, was)
	switch {
	case round(is) > round(was):
		key = "site.coverage.up"
	case round(is) < round(was):
		key = "site.coverage.down"
	}
	return t.t(key, "sites", sites, "who", t.who(), "was", Whole(was), "is", Whole(is), "unit", t.t("unit."+t.unit), "before", a, "after", b,
		"points", Points(max(before, after), min(before, after)), "more", t.People(more))
}

// apart is by how much two counts differ as they are printed, so that the difference fits the counts beside it.
func apart(a, b float64) float64 { return math.Abs(round(a) - round(b)) }

// same is what is said where a step covers as many as before.
func (t *PlanText) same(from *coverage.Result) string {
	switch {
	case from != t.plan.Before || len(t.plan.Changes) == 0:
		return "site.coverage.same"
	case slices.ContainsFunc(t.plan.Changes, func(c siting.Change) bool { return c.Kind != siting.ChangeEnlarge }):
		return "site.coverage.same.changes"
	}
	return "site.coverage.same.area"
}

// floorArea tells what the changes do to the floor area that stands and to what is missing.
func (t *PlanText) floorArea() []string {
	write := func(r *coverage.Result, key string) string { return MetricText(t.lang, r, r.Total(), key) }
	p := t.plan
	was, is := write(p.Before, "area_actual"), write(p.Base, "area_actual")
	gap, left := write(p.Before, "area_gap"), write(p.Base, "area_gap")
	if was == is && gap == left {
		return nil
	}
	// What one side alone could evaluate makes the sums speak of different communities: then only those of both are told.
	if uneven := FloorSaid(t.lang, compared(p.Before, p.Base)); uneven != "" {
		return []string{t.t("site.floor.uneven", "was", was, "is", is), uneven}
	}
	return []string{t.t("site.floor", "was", was, "is", is, "gap", gap, "left", left)}
}

// who is whose coverage is told of: the label of a population group, else nothing further.
func (t *PlanText) who() string {
	if i, ok := t.plan.Request.Objective.Group(); ok {
		return CohortName(t.lang, t.plan.Before.Cohorts[i])
	}
	return ""
}

// built is the number of new sites in words, "" where none was chosen.
func (t *PlanText) built() string {
	if len(t.plan.Picks) == 0 {
		return ""
	}
	return t.Sites(len(t.plan.Picks))
}

// reached tells whether the share that was asked for is reached.
func (t *PlanText) reached() []string {
	q := t.plan.Request
	was, after := t.judged()
	switch {
	case t.plan.Solution != nil && len(t.plan.Picks) == 0 && q.Cover == 0:
		return []string{t.t("site.none", "after", Percent(after), "file", t.byFile())}
	case q.Cover == 0:
		return nil
	}
	key := "site.cover.reached"
	switch {
	case !Reached(after, q.Cover):
		key = "site.cover.missed"
	case len(t.plan.Picks) == 0:
		key = "site.cover.already"
	case Reached(was, q.Cover): // what had to be built is built all the same
		key = "site.cover.forced"
	}
	return []string{t.t(key, "share", Limit(q.Cover), "was", Percent(was, q.Cover), "after", Percent(after, q.Cover), "file", t.byFile())}
}

// judged is the coverage that the question is about, without and with the sites: by circles, or by a user's costs where these are given.
func (t *PlanText) judged() (was, after float64) {
	if c := t.plan.ByCosts; c != nil {
		return c.Before / c.Total, c.After / c.Total
	}
	return t.share(t.plan.Base), t.share(t.plan.After)
}

// byFile is the file of costs by which the question is judged; "" where circles do.
func (t *PlanText) byFile() string { return shownIf(t.plan.ByCosts != nil, t.plan.Request.Matrix) }

// money sums the prices of the picks beside the budget.
func (t *PlanText) money() []string {
	sum, known := 0.0, 0
	for i := range t.plan.Picks {
		if price := t.plan.Picks[i].Price; price.Known {
			sum, known = sum+price.V, known+1
		}
	}
	switch {
	case known == 0:
		return nil
	case known < len(t.plan.Picks):
		return []string{t.t("site.price.part", "sum", t.Money(sum), "known", Count(known), "sites", t.built())}
	case t.plan.Request.Budget > 0:
		rest := t.plan.Request.Budget - sum
		return []string{t.t("site.price.budget", "sum", t.Money(sum), "budget", t.Money(t.plan.Request.Budget), "rest", shownIf(rest > 0, t.Money(rest)))}
	}
	return []string{t.t("site.price", "sum", t.Money(sum))}
}

// least tells the community that is served worst where a least share was asked for.
func (t *PlanText) least() []string {
	var worst *siting.ServedShare
	for i := range t.plan.Served {
		if s := &t.plan.Served[i]; worst == nil || s.After < worst.After {
			worst = s
		}
	}
	if worst == nil {
		return nil
	}
	return []string{t.t("site.least", "community", t.Community(worst.Community), "before", Percent(worst.Before), "after", Percent(worst.After, t.plan.Request.Floor))}
}

// proof tells how far the model's choice can be from the best one.
func (t *PlanText) proof() []string {
	s := t.plan.Solution
	if s == nil || len(t.plan.Picks) == 0 {
		return nil
	}
	key, fewest := "site.proof.gap."+s.Sense.String(), ""
	switch {
	case s.Proven:
		key = "site.proof.proven"
	case s.Value == 0:
		key = "site.proof.open"
	case s.Value == float64(len(t.plan.Picks)) && s.Sense == siting.Minimize && t.plan.Aim == nil:
		key, fewest = "site.proof.fewest", t.Sites(int(round(s.Bound)))
	}
	out := []string{t.t(key, "model", t.Model(), "points", Count(t.plan.Points), "gap", t.Gap(), "fewest", fewest, "sites", t.built())}
	switch {
	case s.Cut:
		out = append(out, t.t("site.proof.cut"))
	case t.plan.Cut:
		out = append(out, t.t("site.cut"))
	}
	return out
}

// Gap is by how much a choice can be better than that of the model at most, as a share of its value; "" where none is, or the value is 0.
func (t *PlanText) Gap() string {
	s := t.plan.Solution
	if s.Proven || s.Value == 0 {
		return ""
	}
	return AtMost(math.Abs(s.Bound-s.Value) / s.Value)
}

// exact sets what the model counts on points beside the exact areas.
func (t *PlanText) exact() []string {
	p := t.plan
	if p.Solution == nil || len(p.Picks) == 0 {
		return nil
	}
	_, was := p.Request.Objective.Account(p.Base)
	_, is := p.Request.Objective.Account(p.After)
	exact := round(is) - round(was) // as step tells it
	key := "site.exact"
	if p.ByCosts != nil {
		key = "site.exact.matrix"
	}
	a, b := Rates(t.judged())
	return []string{t.t(key, "file", t.byFile(), "before", a, "after", b, "on", t.People(p.OnPoints), "exact", t.People(exact), "difference", t.People(math.Abs(round(p.OnPoints)-exact)))}
}

func (t *PlanText) swaps() []string {
	p := t.plan
	if p.Swaps == 0 {
		return nil
	}
	return []string{t.t(Plural("site.swaps", p.Swaps), "n", Count(p.Swaps), "more", t.People(round(p.Exact)-round(p.ModelExact)))}
}

// refused tells the candidates that were left out.
func (t *PlanText) refused() []string {
	var out []string
	for _, r := range t.plan.Refused {
		out = append(out, t.t(Plural("refusal."+r.Key, r.Count), "n", Count(r.Count)))
	}
	return out
}

// runnerUp tells by how little the first pick is better than the place that comes next.
func (t *PlanText) runnerUp() []string {
	if len(t.plan.Picks) == 0 || t.plan.Picks[0].RunnerUp < 0 {
		return nil
	}
	k, key := &t.plan.Picks[0], "site.runner_up"
	if round(k.RunnerUpLoss) < 1 {
		key = "site.runner_up.tie"
	}
	return []string{t.t(key, "name", t.Candidate(k.Candidate), "other", t.Candidate(k.RunnerUp), "loss", t.People(k.RunnerUpLoss))}
}

// missed tells the existing center whose closing would cost least, the plan being in place.
func (t *PlanText) missed() []string {
	if len(t.plan.Losses) == 0 {
		return nil
	}
	l, free := &t.plan.Losses[0], 0
	for i := range t.plan.Losses {
		if round(t.plan.Losses[i].Lost) < 1 {
			free++
		}
	}
	key := "site.missed"
	if free > 0 {
		key = Plural("site.missed.none", free)
	}
	farther := shownIf(!math.IsInf(l.Farther, 1), Meters(l.Farther))
	return []string{t.t(key, "n", Count(free), "center", t.before.Center(l.Center), "lost", t.People(l.Lost), "rate", Percent(l.Share), "farther", farther)}
}

// number writes a number of the plan that may be missing.
func (t *PlanText) number(n data.Number, write func(float64) string) string {
	if !n.Known {
		return ""
	}
	return write(n.V)
}
