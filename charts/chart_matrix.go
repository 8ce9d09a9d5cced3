package charts

import (
	"slices"
	"strings"

	"github.com/go-echarts/go-echarts/v2/opts"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// MostMatrix is how many rows the figure draws: more communities are drawn street by street.
const MostMatrix = 60

// ruleMatrix draws communities by rules with the four outcomes; in a large city streets by rules with the share of communities that
// attain each.
func ruleMatrix(r *coverage.Result, lang words.Lang) Figure {
	m := &matrix{result: r, lang: lang, rules: MatrixRules(r), names: NewNamer(r, lang)}
	if len(m.rules) == 0 {
		return absent("matrix", lang.T("chart.matrix.none"), lang)
	}
	f := Figure{Key: "matrix", Title: m.title()}
	if list := RulesNotProvided(r, lang); list != "" {
		f.Note = lang.T("chart.matrix.notprovided", "list", list)
	}
	if len(r.City.Communities) <= MostMatrix {
		f.Subtitle, f.Drawing, f.Table = lang.T("chart.matrix.subtitle"), m.communities(), m.communityTable()
		return finding(f, lang)
	}
	m.level = m.groupLevel()
	m.tallies = tallies(r, m.level, m.rules)
	f.Subtitle = lang.T("chart.matrix.subtitle.groups", "level", lang.T("page.units."+m.level.String()))
	f.Drawing, f.Table, f.Hows = m.groups(), m.groupTable(), []string{""}
	for _, rule := range m.rules {
		f.Hows = append(f.Hows, "verdict_rate."+coverage.Rules[rule].ID)
	}
	units := r.Level(m.level)
	for i := range units {
		f.Units = append(f.Units, UnitKey(&units[i]))
	}
	return finding(f, lang)
}

type matrix struct {
	result  *coverage.Result
	lang    words.Lang
	rules   []int
	names   *Namer
	level   coverage.Level // of the groups
	tallies [][]tally
}

// title names the mandatory rule that most communities miss, or those that tie, or how many do.
func (m *matrix) title() string {
	all := tallies(m.result, coverage.LevelTotal, m.rules)[0]
	var worst []int
	missed := 1
	for k, t := range all {
		n := t[coverage.NotAttained]
		if m.result.Profile.Rules[coverage.Rules[m.rules[k]].ID].Level != data.Mandatory || n < missed {
			continue
		}
		if n > missed {
			worst, missed = nil, n
		}
		worst = append(worst, k)
	}
	switch len(worst) {
	case 0:
		return m.lang.T("chart.matrix.title.all")
	case 1:
		return m.lang.T("chart.matrix.title", "rule", RuleName(m.lang, m.result, coverage.Rules[m.rules[worst[0]]].ID), "n", Count(missed), "all", Count(all[worst[0]].judged()))
	}
	return m.lang.T(Plural("chart.matrix.title.tie", missed), "rules", m.named(worst), "n", Count(missed))
}

// named lists a few rules by name, of more it says how many they are.
func (m *matrix) named(rules []int) string {
	if len(rules) > mostTied {
		return m.lang.T("chart.matrix.title.rules", "n", Count(len(rules)))
	}
	list := ""
	for i, k := range rules {
		list += shownIf(i > 0, m.lang.T("page.comma")) + m.lang.T("chart.matrix.title.rule", "rule", RuleName(m.lang, m.result, coverage.Rules[m.rules[k]].ID))
	}
	return list
}

// mostTied is how many rules a title names that are missed equally often.
const mostTied = 3

// groupLevel is the finest real level that has no more rows than a figure holds.
func (m *matrix) groupLevel() coverage.Level {
	for _, level := range []coverage.Level{coverage.LevelStreet, coverage.LevelDistrict} {
		units := m.result.Level(level)
		if len(units) <= MostMatrix && slices.ContainsFunc(units, func(u coverage.Unit) bool { return !u.Virtual }) {
			return level
		}
	}
	return coverage.LevelTotal
}

// The heights of rows and the least widths of columns, px: of signs, and of numbers.
const (
	cellRow, cellColumn   = 18, 18
	groupRow, groupColumn = 38, 32
)

// communities draws one sign per community and rule, under the name of each street.
func (m *matrix) communities() *Drawing {
	var names []string
	var heads, cells []opts.CustomData
	tips := Tips{Head: []string{m.lang.T("page.col.rulename"), m.lang.T("page.col.outcome"), m.lang.T("page.col.now"), m.lang.T("page.col.standard")}}
	before := ""
	for _, u := range m.inOrder() {
		if parent := m.names.Parent(u); parent != before {
			heads = append(heads, opts.CustomData{Name: parent, Value: []any{len(names)}, ItemStyle: &opts.ItemStyle{Color: Ink}})
			names, before = append(names, ""), parent
		}
		for k, rule := range m.rules {
			v := VerdictOf(u, rule)
			cells = append(cells, opts.CustomData{Value: []any{k, len(names), int(v.Outcome)}})
			tips.Rows = append(tips.Rows, m.tip(u, v))
		}
		names = append(names, m.names.Distinct(u))
	}
	p := newPlot()
	p.mark("heads", "heads", heads, 1)
	p.mark("cells", "cells", cells, 3)
	return m.crossed(p, names, cellRow, cellColumn, tips)
}

// inOrder are the communities by street.
func (m *matrix) inOrder() []*coverage.Unit {
	communities := m.result.Level(coverage.LevelCommunity)
	out := make([]*coverage.Unit, len(communities))
	for i := range communities {
		out[i] = &communities[i]
	}
	slices.SortStableFunc(out, func(a, b *coverage.Unit) int { return a.Parent - b.Parent })
	return out
}

func (m *matrix) heads() []string {
	var out []string
	for _, rule := range m.rules {
		out = append(out, RuleHead(m.result, m.lang, rule))
	}
	return out
}

func (m *matrix) tip(u *coverage.Unit, v coverage.Verdict) []string {
	rule := coverage.Rules[v.Rule]
	value, limit := "", ""
	if v.Value.Known && v.Limit.Known {
		value, limit = Quantity(m.lang, v.Value, rule.Unit, v.Limit.V), Quantity(m.lang, v.Limit, rule.Unit)
	}
	return []string{m.names.Distinct(u), RuleName(m.lang, m.result, rule.ID), m.lang.T("outcome." + v.Outcome.String()), value, limit}
}

func (m *matrix) communityTable() [][]string {
	out := [][]string{append([]string{m.lang.T("page.col.community"), m.names.ParentHead()}, m.heads()...)}
	for _, u := range m.inOrder() {
		row := []string{m.names.Beside(u), m.names.Parent(u)}
		for _, rule := range m.rules {
			row = append(row, m.lang.T("outcome."+VerdictOf(u, rule).Outcome.String()))
		}
		out = append(out, row)
	}
	return out
}

// groups draws the share of communities that attain each rule, and how many have no data.
func (m *matrix) groups() *Drawing {
	var names []string
	var cells []opts.CustomData
	tips := Tips{Head: []string{m.lang.T("page.col.rulename"), m.lang.T("chart.matrix.rate"), m.lang.T("outcome.attained"), m.lang.T("outcome.not"), m.lang.T("outcome.nodata")}}
	units := m.result.Level(m.level)
	for row, counts := range m.tallies {
		name := m.names.Distinct(&units[row])
		for k, t := range counts {
			rate, share := m.written(t)
			cells = append(cells, opts.CustomData{Name: rate, Value: []any{k, row, drawn(share), int(t.outcome())}})
			tips.Rows = append(tips.Rows, []string{
				name, RuleName(m.lang, m.result, coverage.Rules[m.rules[k]].ID), m.rate(t), Count(t[coverage.Attained]), Count(t[coverage.NotAttained]), Count(t[coverage.NoData]),
			})
		}
		names = append(names, name)
	}
	p := newPlot()
	p.mark("cells", "shares", cells, 3)
	return m.crossed(p, names, groupRow, groupColumn, tips)
}

// crossed draws rows of a height and columns of at least a width, px.
func (m *matrix) crossed(p *plot, names []string, row, column int, tips Tips) *Drawing {
	var codes []string
	for _, rule := range m.rules {
		codes = append(codes, coverage.Rules[rule].ID)
	}
	cross := &Cross{Column: column, Heads: headRoom(m.heads()), Codes: headRoom(codes)}
	return &Drawing{Option: p.crossed(m.heads(), names), Height: cross.Heads + row*len(names), Low: cross.Heads + row*len(names), Names: nameRoom, Cross: cross, Tips: map[string]Tips{"cells": tips}}
}

func (m *matrix) rate(t tally) string {
	if t.judged() == 0 {
		return "–"
	}
	return Rate(float64(t[coverage.Attained])/float64(t.judged()), 1)
}

// written is what stands in a cell, in two lines, and its share. All and none go without decimals, which a narrow cell has no room for.
func (m *matrix) written(t tally) (text string, share float64) {
	text = strings.TrimSuffix(m.rate(t), ".0")
	if t.judged() > 0 {
		share = float64(t[coverage.Attained]) / float64(t.judged())
	}
	if n := t[coverage.NoData]; n > 0 {
		text += "\n" + m.lang.T("chart.matrix.missing", "n", Count(n))
	}
	return text, share
}

func (m *matrix) groupTable() [][]string {
	out := [][]string{append([]string{m.lang.T("level." + m.level.String())}, m.heads()...)}
	units := m.result.Level(m.level)
	for row, counts := range m.tallies {
		cells := []string{m.names.Distinct(&units[row])}
		for _, t := range counts {
			text := m.rate(t)
			if n := t[coverage.NoData]; n > 0 {
				text = bracket(m.lang, text, m.lang.T("chart.matrix.missing", "n", Count(n)))
			}
			cells = append(cells, text)
		}
		out = append(out, cells)
	}
	return out
}
