package report

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"quarter/charts"
	"quarter/coverage"
	"quarter/data"
)

// ruleSection lists every rule with its outcomes, limits and source.
func (v *view) ruleSection() *section {
	columns := []column{
		text(v.t("page.col.rule")), text(v.t("page.col.rulename")).fix(), text(v.t("page.col.binding")), text(v.t("page.col.object")),
		number(v.t("outcome.attained")).how("verdicts.attained"), number(v.t("outcome.not")).how("verdicts.not"), number(v.t("outcome.na")).how("verdicts.na"),
		number(v.t("outcome.nodata")).how("verdicts.nodata"), long(v.t("page.col.limits")).how("verdicts.limits"), long(v.t("page.col.basis")), text(v.t("page.col.remark")),
	}
	rows := make([][]string, len(v.r.Rules))
	for i, s := range v.r.Rules {
		rows[i] = v.ruleRow(s)
	}
	t := listed("table-rules", columns, rows)
	t.Key = func(i int) string { return charts.RuleKey(rows[i][0]) }
	t.Wide, t.Full, t.Note = true, true, v.t("page.rules.note")+v.documentNote()
	return &section{
		Template: "section", ID: "rules", Class: "land", Kicker: v.t("page.section.rules"), Title: v.t("page.rules.title", "name", v.text(v.r.Profile.Name)),
		Note: v.text(v.r.Profile.About), Blocks: []block{{Table: v.table(t)}},
	}
}

func (v *view) ruleRow(s coverage.RuleSummary) []string {
	rule := coverage.Rules[s.Rule]
	binding, reason := v.t("page.rules.unregulated"), ""
	if s.Level != "" {
		binding = v.t("enforcement." + string(s.Level))
	}
	if s.Reason != "" && s.Reason != coverage.ReasonShownOnly && s.Reason != coverage.ReasonNotRegulated { // those two stand in the column before
		reason = v.t("reason." + s.Reason)
	}
	return []string{
		rule.ID, v.ruleName(rule.ID), binding, v.t("level." + rule.Object()),
		charts.Count(s.Counts[coverage.Attained]), charts.Count(s.Counts[coverage.NotAttained]), charts.Count(s.Counts[coverage.NotApplicable]), charts.Count(s.Counts[coverage.NoData]),
		v.limits(rule.ID), v.source(rule.ID), reason,
	}
}

// limits are the numbers of a rule in this run; AREA-02 takes those of AREA-01.
func (v *view) limits(id string) string {
	rule, _ := v.r.Profile.Rule(id)
	if len(rule.Values) == 0 && id == "AREA-02" {
		rule, _ = v.r.Profile.Rule("AREA-01")
	}
	var out []string
	if low, high := rule.Values["low"], rule.Values["high"]; id == "SIZE-01" && low.Unit == "ratio" && high.Unit == "ratio" {
		return v.t("page.limit.median", "low", charts.Decimal(low.Value, 1), "high", charts.Decimal(high.Value, 1))
	}
	for _, name := range valueNames(rule) {
		if text := v.usedLimit(id, name, rule.Values[name]); text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, v.t("page.semicolon"))
}

// valueOrder is the order in which the values of a rule are told; others follow by name.
var valueOrder = []string{"radius", "minutes", "speed", "detour", "radius_strict", "target", "red", "minimum", "per_100", "low", "high", "cv", "max_min",
	"w_households", "w_area", "w_party", "w_units", "heads", "secretary", "members", "members_may", "market", "industry", "park",
	"street", "community", "group", "provincial", "prefecture", "county", "city_center", "county_town"}

func valueNames(r data.Rule) []string {
	place := func(name string) int {
		if at := slices.Index(valueOrder, name); at >= 0 {
			return at
		}
		return len(valueOrder)
	}
	return slices.SortedFunc(maps.Keys(r.Values), func(a, b string) int { return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a, b)) })
}

// limit is a value with its name; a flag is a phrase where it is set, and nothing where it is not.
func (v *view) limit(id, name string, l data.Limit) string {
	if l.Unit == "flag" {
		if l.Value == 0 {
			return ""
		}
		return v.limitName(id, name)
	}
	return v.t("page.limit", "name", v.limitName(id, name), "value", v.limitValue(l.Value, v.limitUnit(name, l.Unit)))
}

// limitName is the word for a value of a rule: its own in that rule, else the one that the name has in all of them; a user's own
// profile may hold names that have none.
func (v *view) limitName(id, name string) string {
	for _, key := range []string{"page.limit." + id + "." + name, "page.limit." + name} {
		if hasWord(key) {
			return v.t(charts.OfBasis(v.r, key))
		}
	}
	return name
}

// limitUnit is the unit of a value in this run: uncovered zones are listed from so many of those who are counted.
func (v *view) limitUnit(name, unit string) string {
	if name == "min_people" && v.r.Basis.Basis == data.ByHouseholds {
		return "hh"
	}
	return unit
}

// limitValue writes a limit in the unit of the profile.
func (v *view) limitValue(value float64, unit string) string {
	switch unit {
	case "share":
		return charts.Limit(value) + "%"
	case "flag":
		return charts.Plain(value) // in the list of changed values
	case "yuan":
		if value >= 1e4 {
			return v.quantity(data.Num(value), coverage.UnitYuan)
		}
	}
	text := charts.Plain(value)
	if key := "page.limitunit." + unit; hasWord(key) {
		if value == 1 {
			key = charts.Plural(key, 1)
		}
		return v.t(key, "n", text)
	}
	return text
}

// source says where a rule comes from, in few words: the short title of a document and its clause. A clause that names the document
// itself stands alone; the full titles stand once, below the table of rules.
func (v *view) source(id string) string {
	rule, ok := v.r.Profile.Rule(id)
	if !ok {
		return ""
	}
	return v.citation(marksOf(rule.Source), v.text(rule.Clause))
}

// limitSource says where one number of rule id comes from: its own clause, or that of the rule cited, where both are of one document.
func (v *view) limitSource(id, name, cited string) string {
	limit := v.r.Profile.Rules[id].Values[name]
	clause := v.text(limit.Clause)
	if clause == "" && slices.Contains(marksOf(v.r.Profile.Rules[cited].Source), limit.Source) {
		return v.source(cited)
	}
	return v.citation(marksOf(limit.Source), clause)
}

func (v *view) citation(marks []string, clause string) string {
	var out []string
	for _, mark := range marks {
		if stem := v.shortWord("page.stem.", mark); clause != "" && stem != "" && strings.Contains(clause, stem) {
			continue
		}
		if title := v.shortTitle(mark); title != "" && title != clause && !slices.Contains(out, title) {
			out = append(out, title)
		}
	}
	text := strings.Join(out, v.t("page.comma"))
	if text == "" || clause == "" {
		return cmp.Or(text, clause)
	}
	return v.t("page.clause", "document", text, "clause", clause)
}

func marksOf(source string) []string {
	var out []string
	for mark := range strings.SplitSeq(source, ",") {
		if mark = strings.TrimSpace(mark); mark != "" {
			out = append(out, mark)
		}
	}
	return out
}

// shortTitle is the short name of a document; a document of the user's own profile has its title.
func (v *view) shortTitle(mark string) string {
	return cmp.Or(v.shortWord("page.short.document.", mark), v.document(mark))
}

// shortWord looks up a word about a document that is one of ours: same mark, same title.
func (v *view) shortWord(prefix, mark string) string {
	key := prefix + strings.ToLower(mark)
	if own, ok := v.r.Profile.Documents[mark]; !hasWord(key) || ok && own != v.general.Documents[mark] {
		return ""
	}
	return v.t(key)
}

// documentNote spells out the short titles of the documents that the rules of this page cite.
func (v *view) documentNote() string {
	var out []string
	seen := map[string]bool{}
	for _, s := range v.r.Rules {
		rule, _ := v.r.Profile.Rule(coverage.Rules[s.Rule].ID)
		for _, mark := range marksOf(rule.Source) {
			short, full := v.shortTitle(mark), v.document(mark)
			if !seen[mark] && short != full {
				out = append(out, v.t("page.document.is", "short", short, "full", full))
			}
			seen[mark] = true
		}
	}
	if len(out) == 0 {
		return ""
	}
	return v.t("page.documents", "list", strings.Join(out, v.t("page.semicolon")))
}

// document is the title behind a mark; a convention of the project is called the definition of this report, never a standard.
func (v *view) document(mark string) string {
	if title, ok := v.r.Profile.Documents[mark]; ok && v.text(title) != "" {
		return v.text(title)
	}
	if title, ok := v.general.Documents[mark]; ok {
		return v.text(title)
	}
	return mark
}

func (v *view) ruleName(id string) string {
	if hasWord("rule." + id) {
		return charts.RuleName(v.lang, v.r, id)
	}
	return id
}
