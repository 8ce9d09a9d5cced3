package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"quarter/charts"
	"quarter/coverage"
	"quarter/data"
)

// judgedSection shows what every level has and lacks, every community by every rule, and the warning cards.
func (v *view) judgedSection() *section {
	f := v.figure("pyramid")
	s := &section{Template: "section", ID: "judged", Kicker: v.t("page.section.judged"), Title: f.Title}
	if n := v.cards(coverage.LevelCommunity); n.dealt() == 0 {
		f.Title = v.t("page.judged.figure") // its finding heads the section
	} else {
		grey := ""
		if n[coverage.CardGrey] > 0 {
			grey = cardNumber(coverage.CardGrey, n)
		}
		s.Title = v.t("page.judged.title", "grey", grey, "red", cardNumber(coverage.CardRed, n), "yellow", cardNumber(coverage.CardYellow, n), "green", cardNumber(coverage.CardGreen, n))
		s.Blocks = append(s.Blocks, block{Table: v.table(v.cardTable())})
	}
	if t := v.cardList(); t.N > 0 {
		s.Blocks = append(s.Blocks, block{Table: v.table(t)})
	}
	s.Blocks = append(s.Blocks, block{Figure: f}, block{Figure: v.figure("matrix")})
	if len(v.r.City.Communities) > charts.MostMatrix && len(charts.MatrixRules(v.r)) > 0 {
		s.Blocks = append(s.Blocks, block{Table: v.table(v.matrixTable())})
	}
	return s
}

// cardCount counts the units of one level by colour.
type cardCount [coverage.CardRed + 1]int

func (c cardCount) dealt() int {
	return c[coverage.CardGrey] + c[coverage.CardGreen] + c[coverage.CardYellow] + c[coverage.CardRed]
}

func (v *view) cards(level coverage.Level) (n cardCount) {
	for _, u := range v.r.Level(level) {
		n[u.Card.Color]++
	}
	return n
}

// cardNumber is the number of communities with a card of one colour, in a sentence.
func cardNumber(c coverage.CardColor, n cardCount) string {
	return marked("card_count", c.String(), cardKey(coverage.LevelCommunity), plain, charts.Count(n[c]))
}

// cardKey is how the page calls the cards of a level.
func cardKey(level coverage.Level) string { return "r" + strconv.Itoa(int(level)) }

// cardLevels are the levels that get cards.
var cardLevels = []coverage.Level{coverage.LevelStreet, coverage.LevelCommunity}

// cardColors are the columns of the counts, worst first.
var cardColors = []coverage.CardColor{coverage.CardRed, coverage.CardYellow, coverage.CardGreen, coverage.CardGrey}

func (v *view) cardTable() *table {
	columns := []column{text(v.t("page.col.level"))}
	for _, c := range cardColors {
		columns = append(columns, number(v.t("page.card."+c.String())).how("card_count."+c.String()))
	}
	columns = append(columns, number(v.t("page.sum")).how("card_count.sum"))
	var rows [][]string
	var keys []string
	for _, level := range cardLevels {
		n := v.cards(level)
		if n.dealt() == 0 {
			continue
		}
		row := []string{v.t("level." + level.String())}
		for _, c := range cardColors {
			row = append(row, charts.Count(n[c]))
		}
		rows, keys = append(rows, append(row, charts.Count(n.dealt()))), append(keys, cardKey(level))
	}
	t := listed("table-cards", columns, rows)
	t.Key = func(i int) string { return keys[i] }
	t.Caption, t.Note = v.t("page.cards"), v.t("page.cards.note")
	return t
}

// cardList has every unit with a red or yellow card and why, the most severe first.
func (v *view) cardList() *table {
	var units []*coverage.Unit
	for _, level := range cardLevels {
		all := v.r.Level(level)
		for i := range all {
			if c := all[i].Card.Color; c == coverage.CardRed || c == coverage.CardYellow {
				units = append(units, &all[i])
			}
		}
	}
	slices.SortStableFunc(units, moreSevere)
	columns := []column{text(v.t("page.col.card")).pick(), text(v.t("page.col.level")).pick(), named(v.t("page.col.unit")).fix(), text(v.t("page.col.parent")), long(v.t("page.col.reasons")).how("card")}
	return &table{ID: "table-card-list", Caption: v.t("page.cards.list", "n", charts.Count(len(units))), Columns: columns, N: len(units), Page: 40, Screen: 15, Key: keysOf(units), Row: func(i int) []string {
		u := units[i]
		return []string{v.t("page.card." + u.Card.Color.String()), v.t("level." + u.Level.String()), v.names.Beside(u), v.names.Parent(u), v.reasons(u)}
	}}
}

// moreSevere orders units by their cards: red first, then by the number of reasons, then by the largest gap.
func moreSevere(a, b *coverage.Unit) int {
	return cmp.Or(cmp.Compare(b.Card.Color, a.Card.Color), cmp.Compare(len(b.Card.Reasons), len(a.Card.Reasons)), cmp.Compare(worstGap(b), worstGap(a)))
}

// worstGap is by what share of its limit the first reason of a card is missed, the worst of all.
func worstGap(u *coverage.Unit) float64 {
	verdict := u.Verdicts[u.Card.Reasons[0]]
	if !verdict.Gap.Known || verdict.Limit.V == 0 {
		return 0
	}
	return verdict.Gap.V / verdict.Limit.V
}

// mostReasons is how many reasons of a card are told with their numbers, worst first; the others by name.
const mostReasons = 3

// verdictName is what a verdict is about, and the unit of its numbers.
func (v *view) verdictName(verdict coverage.Verdict) (name string, unit coverage.ValueUnit) {
	rule := coverage.Rules[verdict.Rule]
	name, unit = v.ruleName(rule.ID), rule.Unit
	if verdict.Field != "" {
		name = v.t("page.card.field", "rule", name, "field", v.fieldName(verdict.Field))
	}
	if verdict.Field == data.FieldReporting { // persons, beside units
		unit = coverage.UnitPeople
	}
	return name, unit
}

// reasons are the verdicts that decide a card's colour, in words.
func (v *view) reasons(u *coverage.Unit) string {
	var out []string
	for _, at := range u.Card.Reasons[:min(mostReasons, len(u.Card.Reasons))] {
		out = append(out, v.reason(u.Verdicts[at]))
	}
	var more []string
	for _, at := range u.Card.Reasons[len(out):] {
		name, _ := v.verdictName(u.Verdicts[at])
		more = append(more, name)
	}
	if len(more) > 0 {
		out = append(out, v.t("page.card.more", "n", charts.Count(len(more)), "rules", strings.Join(more, v.t("page.comma"))))
	}
	return strings.Join(out, v.t("page.semicolon"))
}

// reason is one verdict in words, with its numbers where it has any.
func (v *view) reason(verdict coverage.Verdict) string {
	name, unit := v.verdictName(verdict)
	if !verdict.Value.Known || !verdict.Limit.Known {
		return name
	}
	key := reasonKey(&coverage.Rules[verdict.Rule], verdict.Field)
	return v.t(key, "rule", name, "value", v.quantity(verdict.Value, unit, verdict.Limit.V), "limit", v.quantity(verdict.Limit, unit))
}

// reasonKey is the sentence of a reason: what a rule of grids or centers gives is the share of them that attain.
func reasonKey(rule *coverage.Rule, field data.Field) string {
	switch {
	case field == data.FieldServiceFundsBefore: // last year's amount is no standard
		return "page.card.reason.before"
	case rule.Part == "":
		return "page.card.reason"
	}
	return "page.card.reason." + string(rule.Part)
}

// matrixTable has every community by every rule, where they are too many for the figure.
func (v *view) matrixTable() *table {
	rules := charts.MatrixRules(v.r)
	columns := []column{named(v.t("page.col.community")), v.parentColumn()}
	for _, rule := range rules {
		columns = append(columns, marks(charts.RuleHead(v.r, v.lang, rule)))
	}
	communities := v.r.Level(coverage.LevelCommunity)
	return &table{
		ID: "table-matrix", Caption: v.t("page.matrix.table", "n", charts.Count(len(communities))), Columns: columns, N: len(communities), Page: 20, Screen: 20, Wide: true, Online: true,
		Key: func(i int) string { return charts.UnitKey(&communities[i]) }, Order: v.t("live.order.code"),
		Row: func(i int) []string {
			u := &communities[i]
			row := []string{v.names.Beside(u), v.names.Parent(u)}
			for _, rule := range rules {
				row = append(row, markKey[charts.VerdictOf(u, rule).Outcome])
			}
			return row
		},
	}
}
