package charts

import (
	"cmp"
	"math"
	"slices"

	"github.com/go-echarts/go-echarts/v2/opts"

	"quarter/charts/words"
	"quarter/coverage"
)

// balanceStep is the width of a bar of the histogram of coefficients of variation; mostBalance is where its last, open bar begins.
const (
	balanceStep = .05
	mostBalance = 1.0
)

// gridBalance draws how many communities have which coefficient of variation of the households of their grids, blue where the
// community is balanced.
func gridBalance(r *coverage.Result, lang words.Lang) Figure {
	units := balanceUnits(r)
	if len(units) == 0 {
		return absent("balance", lang.T("chart.balance.none"), lang)
	}
	b := &balances{result: r, lang: lang, units: units}
	rule := r.Profile.Rules["GRID-02"]
	b.cv, b.limited = rule.Values["cv"].Value, rule.Values["cv"].Value > 0
	return finding(Figure{
		Key: "balance", Title: b.title(), Subtitle: lang.T("chart.balance.subtitle", "step", Ratio(balanceStep), "judged", shownIf(b.limited, "1"), "blank", b.blank()),
		Drawing: b.drawing(), Table: b.table(), Hows: []string{"", "balance_bin", "balance_bin.balanced", "balance_bin.unbalanced"}, Units: numbered("r", 0, len(b.classes())),
	}, lang)
}

// balanceUnits are the communities whose grids can be compared by households, the least balanced first, ties in code order.
func balanceUnits(r *coverage.Result) []*coverage.Unit {
	var out []*coverage.Unit
	communities := r.Level(coverage.LevelCommunity)
	for i := range communities {
		if communities[i].Get("cv_households").Known {
			out = append(out, &communities[i])
		}
	}
	slices.SortStableFunc(out, func(a, b *coverage.Unit) int {
		return cmp.Compare(b.Get("cv_households").V, a.Get("cv_households").V)
	})
	return out
}

// BalanceKnown reports whether nothing that GRID-02 asks of a community is unknown. The figures of one with a blank grid are those of its
// known grids, and say little.
func BalanceKnown(u *coverage.Unit) bool {
	v, ok := u.Verdict("GRID-02")
	return !ok || v.Outcome != coverage.NoData
}

// blank counts the communities drawn that lack the count of some grid; "" for none.
func (b *balances) blank() string {
	n := 0
	for _, u := range b.units {
		n += bit(!BalanceKnown(u))
	}
	return shownIf(n > 0, Count(n))
}

type balances struct {
	result  *coverage.Result
	lang    words.Lang
	units   []*coverage.Unit
	cv      float64
	limited bool
}

func (b *balances) title() string {
	rate := b.result.Total().Get("balanced_communities")
	worst := b.units[max(0, slices.IndexFunc(b.units, BalanceKnown))]
	args := []any{"name", NewNamer(b.result, b.lang).Distinct(worst), "cv", Ratio(worst.Get("cv_households").V, b.limits()...), "n", Whole(rate.Denominator), "balanced", Whole(rate.Numerator)}
	if !b.limited || !rate.Known {
		return b.lang.T("chart.balance.title.plain", args...)
	}
	if rate.Denominator == 1 {
		return b.lang.T(map[bool]string{true: "chart.balance.title.single", false: "chart.balance.title.single.not"}[rate.Numerator == 1], args...)
	}
	return b.lang.T("chart.balance.title", args...)
}

func (b *balances) limits() []float64 { return limits(b.cv, b.limited) }

// classes counts the communities of each bar by outcome of GRID-02: balanced, not, not judged.
func (b *balances) classes() [][3]int {
	most := 0
	bar := func(u *coverage.Unit) int { // above its lower end, up to and including the upper one, as the limit is
		at := int(math.Ceil(u.Get("cv_households").V/balanceStep-reached)) - 1
		return max(0, min(at, int(math.Round(mostBalance/balanceStep))))
	}
	for _, u := range b.units {
		most = max(most, bar(u))
	}
	out := make([][3]int, most+1)
	for _, u := range b.units {
		class := 2
		if v, ok := u.Verdict("GRID-02"); ok && v.Outcome == coverage.Attained {
			class = 0
		} else if ok && v.Outcome == coverage.NotAttained {
			class = 1
		}
		out[bar(u)][class]++
	}
	return out
}

func (b *balances) drawing() *Drawing {
	p := newPlot()
	var bins []opts.CustomData
	tips := Tips{Head: []string{b.lang.T("page.col.communities"), b.lang.T("chart.balance.balanced"), b.lang.T("chart.balance.unbalanced")}}
	classes := b.classes()
	top := 0
	for i, class := range classes {
		height := 0
		var stack []opts.CustomData
		for k, color := range []string{Met, Short, Neutral} {
			if height += class[k]; class[k] > 0 {
				stack = append(stack, bin(float64(i)*balanceStep, float64(i+1)*balanceStep, float64(height), color))
				tips.Rows = append(tips.Rows, []string{b.label(i, len(classes)), Count(class[0] + class[1] + class[2]), Count(class[0]), Count(class[1])})
			}
		}
		slices.Reverse(stack) // the taller one first: the others are drawn over it
		bins = append(bins, stack...)
		top = max(top, height)
	}
	p.mark("communities", "bins", bins, 2)
	if b.limited {
		p.mark("limit", "rules", b.sides(), 4)
	}
	right := math.Max(float64(len(classes))*balanceStep, 8*balanceStep)
	u := upright{right: right, step: tick(right, balanceStep), top: 66, across: b.lang.T("chart.balance.x"), upward: b.lang.T("page.col.communities")}.from0(float64(max(top, 4)))
	return &Drawing{Option: p.upright(u), Height: plotHeight, Tips: map[string]Tips{"communities": tips}}
}

// sides say how many communities lie on each side of the limit, and how many of those within it are not balanced for another reason.
func (b *balances) sides() []opts.CustomData {
	within, other := 0, 0
	for _, u := range b.units {
		if u.Get("cv_households").V > b.cv*(1+reached) {
			continue
		}
		within++
		if v, ok := u.Verdict("GRID-02"); ok && v.Outcome == coverage.NotAttained {
			other++
		}
	}
	limit := Ratio(b.cv)
	out := []opts.CustomData{
		rule(b.cv, 0, solid, 1, NotMetInk, b.lang.T("chart.balance.above", "n", Count(len(b.units)-within), "limit", limit)),
		rule(b.cv, bit(other > 0), wordsOnly, -1, Ink, b.lang.T("chart.balance.within", "n", Count(within), "limit", limit)),
	}
	if other > 0 {
		out = append(out, rule(b.cv, 0, wordsOnly, -1, NotMetInk, b.lang.T(Plural("chart.balance.other", other), "n", Count(other))))
	}
	return out
}

func (b *balances) label(i, n int) string {
	from, to := float64(i)*balanceStep, float64(i+1)*balanceStep
	if i == n-1 && near(from, mostBalance) {
		return b.lang.T("chart.balance.open", "a", Ratio(from))
	}
	return b.lang.T("chart.balance.bin", "a", Ratio(from), "b", Ratio(to))
}

func (b *balances) table() [][]string {
	out := [][]string{{b.lang.T("metric.cv_households"), b.lang.T("page.col.communities"), b.lang.T("chart.balance.balanced"), b.lang.T("chart.balance.unbalanced")}}
	classes := b.classes()
	for i, class := range classes {
		out = append(out, []string{b.label(i, len(classes)), Count(class[0] + class[1] + class[2]), Count(class[0]), Count(class[1])})
	}
	return out
}
