package report

import (
	"cmp"
	"slices"
	"strings"

	"quarter/charts"
	"quarter/coverage"
	"quarter/data"
)

// concern is one line of 问题清单: what is wrong with the data, or has to be checked by people before it is said aloud.
type concern struct {
	kind           string // missing, fault, flip, estimate, disagree
	unit           string // charts.UnitKey, or "" where it is about none
	parent, object string
	what, do, file string
}

// concerns are those of the data, then those of the result, each in the order of the communities.
func (v *view) concerns() []concern {
	return slices.Concat(v.missingData(), v.faultConcerns(), v.flipConcerns(), v.estimates(), v.disagreements())
}

// of is a concern about a unit.
func (v *view) of(u *coverage.Unit, c concern) concern {
	c.unit, c.parent, c.object = charts.UnitKey(u), v.names.Parent(u), v.names.Beside(u)
	if u.Level == coverage.LevelTotal {
		c.unit = ""
	}
	return c
}

// missingData has a line for every community and reason why some of its rules could not be judged. What no community states is not listed:
// the method section says so once.
func (v *view) missingData() []concern {
	var out []concern
	for i := range v.r.Level(coverage.LevelCommunity) {
		u := v.r.Community(i)
		var reasons []string
		rules := map[string][]string{}
		for _, verdict := range u.Verdicts {
			if verdict.Outcome != coverage.NoData || verdict.Reason == coverage.ReasonNotProvided {
				continue
			}
			if rules[verdict.Reason] == nil {
				reasons = append(reasons, verdict.Reason)
			}
			rules[verdict.Reason] = append(rules[verdict.Reason], v.ruleName(coverage.Rules[verdict.Rule].ID))
		}
		for _, reason := range reasons {
			out = append(out, v.of(u, concern{
				kind: "missing", do: v.t("live.do." + reason), file: v.files(reasonLayers[reason]...),
				what: v.t("live.what.missing", "reason", v.t("reason."+reason), "rules", v.someOf(rules[reason])),
			}))
		}
	}
	return out
}

// reasonLayers are the layers in which data that is missing for a reason would stand.
var reasonLayers = map[string][]data.Layer{
	coverage.ReasonNoPeople:     {data.LayerGrids, data.LayerCommunities},
	coverage.ReasonGridsMissing: {data.LayerGrids},
	coverage.ReasonNoOwnTotal:   {data.LayerCommunities},
	coverage.ReasonPartly:       {data.LayerCommunities, data.LayerGrids},
	coverage.ReasonSeatUnknown:  {data.LayerCommunities},
	coverage.ReasonFloorMissing: {data.LayerCenters},
	coverage.ReasonCentersBlank: {data.LayerCenters},
	coverage.ReasonPlaceUnknown: {data.LayerCenters},
	coverage.ReasonTierUnknown:  {data.LayerCenters},
}

// files are the names of the files of some layers.
func (v *view) files(layers ...data.Layer) string {
	var out []string
	for _, s := range v.r.City.Sources {
		if slices.Contains(layers, s.Layer) && !slices.Contains(out, s.File) {
			out = append(out, s.File)
		}
	}
	return strings.Join(out, v.t("page.comma"))
}

// mostNamed is how many rules a line names.
const mostNamed = 3

func (v *view) someOf(names []string) string {
	text := strings.Join(names[:min(mostNamed, len(names))], v.t("page.comma"))
	if len(names) > mostNamed {
		return v.t("live.and.more", "names", text, "n", charts.Count(len(names)))
	}
	return text
}

// faultConcerns are the rows of the input that are doubtful or were not used. A message says where, what and what to do; the place and the
// remedy stand in columns of their own.
func (v *view) faultConcerns() []concern {
	var out []concern
	for i := range v.r.City.Faults {
		f := &v.r.City.Faults[i]
		if f.Severity < data.Doubtful {
			continue
		}
		object := v.place(f)
		if f.Layer != "" {
			object = strings.TrimSpace(v.t("layer."+string(f.Layer)) + " " + object)
		}
		what, do := v.remedy(f)
		out = append(out, concern{kind: "fault", object: object, what: what, do: do, file: f.File})
	}
	return out
}

// remedy parts the message of a fault: what is wrong, and its last sentence, which says what to do.
func (v *view) remedy(f *data.Fault) (what, do string) {
	text := v.faultText(f)
	if _, after, found := strings.Cut(strings.TrimPrefix(text, f.File), v.t("live.colon")); found && strings.HasPrefix(text, f.File) {
		text = after
	}
	if at := strings.LastIndex(text, v.t("live.stop")); at > 0 {
		return text[:at], text[at+len(v.t("live.stop")):]
	}
	return text, v.t("live.do.check")
}

// flipConcerns are the verdicts that change inside the sensitivity range (结论对口径敏感).
func (v *view) flipConcerns() []concern {
	var out []concern
	for _, flip := range v.r.Sensitivity.Flips {
		u := &v.r.Units[flip.Unit]
		low, high, ok := v.rateRange(u)
		limit, set := charts.CoverageLimit(u)
		if !ok || !set {
			continue
		}
		out = append(out, v.of(u, concern{kind: "flip", do: v.t("live.do.flip"), what: v.t("live.what.flip",
			"rule", v.ruleName(coverage.Rules[flip.Rule].ID), "rate", charts.CoverageRate(v.lang, v.r, u), "low", low, "high", high, "limit", charts.Limit(limit))}))
	}
	return out
}

// estimates are the communities whose people are spread over them because some of their grids have no count.
func (v *view) estimates() []concern {
	var out []concern
	for i := range v.r.Level(coverage.LevelCommunity) {
		if u := v.r.Community(i); u.Demand == coverage.DemandEstimated {
			out = append(out, v.of(u, concern{kind: "estimate", what: v.t("live.what.estimate", "count", v.countWord()), do: v.t("live.do." + coverage.ReasonGridsMissing), file: v.files(data.LayerGrids)}))
		}
	}
	return out
}

// disagreements are what the rules that doubt the data, and not the service, say.
func (v *view) disagreements() []concern {
	var out []concern
	for i := range v.r.Level(coverage.LevelCommunity) {
		u := v.r.Community(i)
		for _, verdict := range u.Verdicts {
			rule := &coverage.Rules[verdict.Rule]
			if !rule.Check || verdict.Outcome != coverage.NotAttained {
				continue
			}
			out = append(out, v.of(u, concern{
				kind: "disagree", do: v.t("live.do.disagree"), file: v.files(data.LayerGrids, data.LayerCommunities),
				what: v.t("live.what.disagree", "value", v.quantity(verdict.Value, rule.Unit, verdict.Limit.V), "limit", v.standard(verdict, rule.Unit)),
			}))
		}
	}
	return out
}

func (v *view) kindName(c concern) string { return v.t(charts.OfBasis(v.r, "live.kind."+c.kind)) }

func (v *view) problemTable(rows []concern) *table {
	kind := text(v.t("live.col.kind"))
	kind.Chips = chipsOf(v.t("live.all"), rows, func(c concern) (string, string) {
		label := v.kindName(c)
		return label, label
	})
	columns := []column{
		rank(v.t("page.col.rank")), kind, v.parentColumn(), named(v.t("live.col.object")).fix(), long(v.t("page.col.problem")), long(v.t("live.col.do")), code(v.t("live.col.file")),
	}
	return &table{
		ID: "table-problems", Caption: v.t("live.problems", "n", charts.Count(len(rows))), Order: v.t("live.order.kind"), Columns: columns, N: len(rows), Page: 120, Screen: 15,
		Note: v.t("live.problems.note"), Key: func(i int) string { return rows[i].unit },
		Row: func(i int) []string {
			c := rows[i]
			return []string{charts.Count(i + 1), v.kindName(c), c.parent, c.object, c.what, c.do, cmp.Or(c.file, v.t("page.dash"))}
		},
	}
}

// listSection holds the three lists that a meeting decides on; nil where there is nothing to list.
func (v *view) listSection() *section {
	short, doubts := v.shortfalls(), v.concerns()
	s := &section{Template: "section", ID: "lists", Class: "land", Kicker: v.t("live.section"), Title: v.listTitle(short, doubts), Hint: v.t("live.hint")}
	if len(short) > 0 {
		s.Blocks = append(s.Blocks, block{Table: v.table(v.shortTable(short))})
	}
	if len(doubts) > 0 {
		s.Blocks = append(s.Blocks, block{Table: v.table(v.problemTable(doubts))})
	}
	if len(short) > 0 {
		s.Blocks = append(s.Blocks, block{Table: v.table(v.taskTable(short))})
	}
	if len(s.Blocks) == 0 {
		return nil
	}
	return s
}

// listTitle counts what is listed.
func (v *view) listTitle(short []shortfall, doubts []concern) string {
	units := map[int]bool{}
	for _, s := range short {
		units[s.u.Index] = true
	}
	title := v.t("live.title.none")
	if n := len(units); n > 0 {
		title = v.t(charts.Plural("live.title.short", n), "units", charts.Count(n), "n", charts.Count(len(short)))
	}
	if n := len(doubts); n > 0 {
		title += v.t(charts.Plural("live.title.doubts", n), "n", charts.Count(n))
	}
	return title
}
