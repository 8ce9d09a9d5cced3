package charts

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/coverage/siting"
)

// PlanTitle is the title of a document about a plan.
func PlanTitle(p *siting.Plan, lang words.Lang) string {
	key := "plan.report"
	if p.Request.Model == "" {
		key = "plan.whatif"
	}
	return lang.T(key, "name", p.Before.City.Name)
}

// Saying is what a plan says under one label ("plan.say."+Key in charts/words).
type Saying struct{ Key, Text string }

// Sayings are the answer of a plan for a page: what was asked, where to build, what that does, how good it is, what it costs, what comes
// next, who loses, what stays uncovered. What has no facts is left out.
func (t *PlanText) Sayings(c *coverage.Comparison) []Saying {
	all := []Saying{
		{"asked", t.Asked()}, {"sites", t.recommended()}, {"effect", t.joined(t.changes, t.coverage, t.reached, t.beyond, t.idle, t.aim, t.least)}, {"sure", t.Proof()},
		{"cost", t.joined(t.money)}, {"else", t.joined(t.runnerUp)}, {"losers", t.losers(c)}, {"left", t.left()},
	}
	var out []Saying
	for _, s := range all {
		if s.Text != "" {
			out = append(out, s)
		}
	}
	return out
}

// joined puts sentences together as the language does.
func (t *PlanText) joined(parts ...func() []string) string {
	var out []string
	for _, part := range parts {
		out = append(out, part()...)
	}
	return Sentences(t.lang, out...)
}

// Sentences puts sentences together as the language does; empty ones are left out.
func Sentences(lang words.Lang, all ...string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(all), func(s string) bool { return s == "" }), space(lang))
}

// space stands between two sentences.
func space(lang words.Lang) string { return shownIf(lang == words.English, " ") }

func (t *PlanText) space() string { return space(t.lang) }

// Proof tells how good the choice is, and how far points and areas are apart.
func (t *PlanText) Proof() string { return t.joined(t.proof, t.exact, t.swaps, t.leftOut, t.roomless) }

// Refused tells the candidates that were left out.
func (t *PlanText) Refused() string { return t.joined(t.refused) }

// Asked tells the request as it was understood.
func (t *PlanText) Asked() string {
	candidates := shownIf(len(t.plan.Candidates) > 0, Count(len(t.plan.Candidates)))
	source := ""
	if candidates != "" {
		source = t.t("plan.source." + t.plan.Request.Source)
	}
	return t.t("plan.asked", "what", capital(strings.Join(t.question(), t.t("plan.comma"))), "candidates", candidates, "source", source,
		"radius", Radius(t.plan.Before, t.plan.Before.Circle.Radius.Meters()), "who", t.who())
}

// capital makes the first letter a capital one.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// question are the parts of what was asked.
func (t *PlanText) question() []string {
	q, changes := t.plan.Request, len(t.plan.Changes)
	n := []any{"n", Count(changes)}
	if q.Model == "" {
		return []string{t.t(Plural("plan.asked.whatif", changes), n...)}
	}
	var out []string
	if changes > 0 {
		out = append(out, t.t(Plural("plan.asked.changes", changes), n...))
	}
	aim := t.t("plan.aim." + q.Model)
	switch {
	case q.Cover > 0:
		out = append(out, t.t("plan.asked.cover", "share", Limit(q.Cover)))
	case q.Budget > 0:
		out = append(out, t.t("plan.asked.budget", "money", t.Money(q.Budget), "aim", aim))
	case q.P > 0:
		out = append(out, t.t(Plural("plan.asked.p", q.P), "n", Count(q.P), "aim", aim))
	default:
		out = append(out, t.t("plan.asked.all", "aim", aim))
	}
	if q.Floor > 0 {
		out = append(out, t.t("plan.asked.floor", "share", Limit(q.Floor)))
	}
	return out
}

// mostSaid is how many sites a sentence names; the table has all.
const mostSaid = 5

// recommended names the sites in their order with what each adds.
func (t *PlanText) recommended() string {
	var list []string
	for i := range t.plan.Picks {
		k := &t.plan.Picks[i]
		if i == mostSaid {
			list = append(list, t.t(Plural("plan.sites.more", len(t.plan.Picks)-mostSaid), "n", Count(len(t.plan.Picks)-mostSaid)))
			break
		}
		list = append(list, t.t("plan.sites.item", "site", t.Site(k), "people", t.People(k.Gain)))
	}
	if list == nil {
		return ""
	}
	return t.t(Plural("plan.sites", len(t.plan.Picks)), "list", strings.Join(list, t.t("plan.comma")))
}

// left tells what stays uncovered.
func (t *PlanText) left() string {
	every, inside := t.plan.Request.Objective.Account(t.plan.Before)
	all, covered := t.plan.Request.Objective.Account(t.plan.After)
	outside := round(all) - round(covered)
	if outside < 1 {
		return t.t("plan.left.none")
	}
	args := []any{"who", t.who(), "people", t.People(outside), "was", Count(len(t.plan.Before.Zones)), "is", Count(len(t.plan.After.Zones)), "zone", "", "n", "", "before", shownIf(round(inside) != round(covered), t.People(round(every)-round(inside))), "from", "", "to", ""}
	if zones := t.plan.After.Zones; len(zones) > 0 {
		args[9], args[11] = t.after.Zone(&zones[0]), Headcount(t.plan.After, t.lang, zones[0].People)
	}
	if from, to := t.areaShare(t.plan.Before), t.areaShare(t.plan.After); from != to {
		args[15], args[17] = from, to
	}
	key := "plan.left"
	if len(t.plan.Before.Zones) == len(t.plan.After.Zones) {
		key = "plan.left.same"
	}
	text := t.t(key, args...)
	if s := t.plan.Solution; s != nil && round(s.Unreachable) >= 1 && t.plan.Request.Matrix == "" {
		text += t.space() + t.t("plan.left.reach", "people", t.People(math.Min(s.Unreachable, outside)))
	}
	return text
}

// areaShare is the covered part of the area; a dash where that is not known.
func (t *PlanText) areaShare(r *coverage.Result) string {
	return MetricText(t.lang, r, r.Total(), "coverage_area")
}

// losers tells whose people inside the circles become fewer; "" where nothing was changed by hand, for a new site takes nothing away.
func (t *PlanText) losers(c *coverage.Comparison) string {
	p := &c.People
	switch {
	case len(t.plan.Changes) == 0 || !p.Known:
		return ""
	case len(p.Losers) == 0:
		return t.t("plan.losers.none")
	}
	worst := &c.Pairs[p.Losers[0].Pair]
	_, u := c.Units(worst)
	most := t.t("chart.headcount", "n", strings.TrimLeft(MetricChange(t.lang, c, worst, "population_covered").Change, "+−"), "unit", peopleUnit(t.plan.Before, t.lang))
	return t.t(Plural("plan.losers", len(p.Losers)), "n", Count(len(p.Losers)), "people", Headcount(t.plan.Before, t.lang, math.Abs(p.Lost)), "name", t.before.Distinct(u), "most", most)
}

// Reasons tell why a pick stands where it does, and why not elsewhere.
func (t *PlanText) Reasons(k *siting.Pick) []string {
	var out []string
	for _, part := range []func(*siting.Pick) string{t.whyForced, t.whyNew, t.whyWhere, t.whyOverlap, t.whyNearer, t.whyFloor, t.whyPrice, t.whyAlone, t.whyElsewhere, t.whyOften} {
		if text := part(k); text != "" {
			out = append(out, text)
		}
	}
	return out
}

func (t *PlanText) whyForced(k *siting.Pick) string {
	return shownIf(t.plan.Candidates[k.Candidate].State == siting.Forced, t.t("plan.why.forced"))
}

func (t *PlanText) whyNew(k *siting.Pick) string {
	sum := 0.0
	for i := range t.plan.Picks {
		sum += t.plan.Picks[i].Gain
	}
	if round(k.Gain) < 1 {
		return t.t("plan.why.none")
	}
	return t.t("plan.why.new", "people", t.People(k.Gain), "share", shownIf(len(t.plan.Picks) > 1, Percent(k.Gain/sum))) + t.whyGroups(k)
}

// whyGroups tells the population groups among those newly covered.
func (t *PlanText) whyGroups(k *siting.Pick) string {
	var list []string
	for i, people := range k.Cohorts {
		if round(people) >= 1 && i+1 != t.plan.Request.Objective.Cohort {
			list = append(list, t.t("plan.why.group", "label", CohortName(t.lang, t.plan.Before.Cohorts[i]), "people", Headcount(t.plan.Before, t.lang, people)))
		}
	}
	if list == nil {
		return ""
	}
	return t.space() + t.t("plan.why.groups", "list", strings.Join(list, t.t("page.comma")))
}

// mostGainers is how many communities a reason names.
const mostGainers = 4

func (t *PlanText) whyWhere(k *siting.Pick) string {
	var list []string
	for i := range k.Communities {
		if g := &k.Communities[i]; round(g.People) >= 1 {
			list = append(list, t.t("plan.why.where.item", "community", t.Community(g.Community), "people", t.People(g.People)))
		}
	}
	if list == nil {
		return ""
	}
	more := ""
	if n := len(list); n > mostGainers {
		list, more = list[:mostGainers], Count(n)
	}
	return t.t("plan.why.where", "list", strings.Join(list, t.t("page.comma")), "more", more)
}

func (t *PlanText) whyOverlap(k *siting.Pick) string {
	return shownIf(round(k.Overlap) >= 1, t.t("plan.why.overlap", "within", t.People(k.Within), "overlap", t.People(k.Overlap)))
}

func (t *PlanText) whyNearer(k *siting.Pick) string {
	if round(k.Nearer) < 1 || !k.Saved.Known {
		return ""
	}
	return t.t("plan.why.nearer", "people", t.People(k.Nearer), "meters", Meters(k.Saved.V))
}

func (t *PlanText) whyFloor(k *siting.Pick) string {
	return shownIf(k.FloorShort.Known && k.FloorShort.V > 0, t.t("plan.why.floor", "area", Area(k.FloorShort.V)))
}

func (t *PlanText) whyPrice(k *siting.Pick) string {
	if !k.Price.Known {
		return ""
	}
	return t.t("plan.why.price", "money", t.Money(k.Price.V), "per", t.number(k.PerPerson, Whole), "unit", t.t("plan.tile.per."+t.unit))
}

func (t *PlanText) whyAlone(k *siting.Pick) string {
	return shownIf(len(t.plan.Picks) > 1 && round(k.Alone) != round(k.Gain), t.t("plan.why.alone", "people", t.People(k.Alone)))
}

func (t *PlanText) whyElsewhere(k *siting.Pick) string {
	switch {
	case t.plan.Candidates[k.Candidate].State == siting.Forced:
		return ""
	case k.RunnerUp < 0: // sites of other models than those of coverage have none
		return shownIf(t.free() == 0, t.t("plan.why.noother"))
	case round(k.RunnerUpLoss) < 1:
		return t.t("plan.why.tie", "name", t.Candidate(k.RunnerUp))
	}
	return t.t("plan.why.other", "name", t.Candidate(k.RunnerUp), "people", t.People(k.RunnerUpLoss))
}

// free counts the candidates that could have been chosen and were not.
func (t *PlanText) free() int {
	n := -len(t.plan.Picks)
	for i := range t.plan.Candidates {
		if s := t.plan.Candidates[i].State; s == siting.Free || s == siting.Forced {
			n++
		}
	}
	return n
}

func (t *PlanText) whyOften(k *siting.Pick) string {
	n := len(t.plan.Radii)
	if n < 2 {
		return ""
	}
	return t.t("plan.why.often", "n", Count(n), "times", t.times(k))
}
