package charts

import (
	"slices"

	"github.com/go-echarts/go-echarts/v2/opts"

	"quarter/charts/words"
	"quarter/coverage"
)

// mostBins is how many bars the histogram shows at most; finer bins are joined for display.
const mostBins = 60

// gridSizes draws how many grids have how many households, against the size range.
func gridSizes(r *coverage.Result, lang words.Lang) Figure {
	h := r.GridSizes
	g := r.Total().Grids
	judged := 0 // also where the profile sets no size range
	for _, n := range h.Counts {
		judged += n
	}
	if h.Step <= 0 || len(h.Counts) == 0 || judged == 0 {
		return absent("grids", lang.T("chart.grids.none"), lang)
	}
	b := &gridBars{result: r, lang: lang, h: coarse(h)}
	b.classes = sizeCounts(r, b.h)
	key := "chart.grids.title"
	if !HasSizes(r) {
		key = "chart.grids.title.unregulated"
	}
	f := Figure{
		ID: figureID("grids"), Key: "grids",
		Title:    lang.T(key, "judged", Count(judged), "in", Count(g.In), "lo", Whole(h.Lo), "hi", Whole(h.Hi), "under", Count(g.Under), "over", Count(g.Over)),
		Subtitle: lang.T("chart.grids.subtitle", "step", Whole(b.h.Step), "sized", shownIf(HasSizes(r), "1")),
		Drawing:  b.drawing(),
		Table:    b.table(),
		Hows:     []string{"", "grid_bin"},
		Units:    numbered("r", 0, len(b.h.Counts)),
	}
	f.Note = lang.T("chart.grids.note", "exempt", Count(g.Exempt), "missing", Count(g.Missing))
	f.Alt = lang.T("chart.alt", "title", f.Title, "subtitle", f.Subtitle)
	return f
}

// coarse joins neighbouring bins until no more than mostBins remain. The last bin stays open.
func coarse(h coverage.Histogram) coverage.Histogram {
	k := (len(h.Counts) + mostBins - 1) / mostBins
	if k <= 1 {
		return h
	}
	out := coverage.Histogram{Step: h.Step * float64(k), Lo: h.Lo, Hi: h.Hi, Counts: make([]int, (len(h.Counts)+k-1)/k)}
	for i, n := range h.Counts {
		out.Counts[i/k] += n
	}
	return out
}

type gridBars struct {
	result  *coverage.Result
	lang    words.Lang
	h       coverage.Histogram
	classes []sizes
}

// sizes are the grids of one bar: too small, in range, too large.
type sizes [3]int

// sizeCounts counts the judged grids of each bar by class: a bar that holds a limit of the size range holds grids of two classes.
func sizeCounts(r *coverage.Result, h coverage.Histogram) []sizes {
	out := make([]sizes, len(h.Counts))
	for i := range r.Grids {
		g := &r.Grids[i]
		if g.Size < coverage.SizeUnder || g.Size > coverage.SizeOver {
			continue
		}
		out[min(int(g.Households.V/h.Step), len(out)-1)][g.Size-coverage.SizeUnder]++
	}
	return out
}

func (b *gridBars) drawing() *Drawing {
	p := newPlot()
	var bins []opts.CustomData
	tips := Tips{Head: []string{b.lang.T("page.col.grids"), b.lang.T("page.col.under"), b.lang.T("page.col.in"), b.lang.T("page.col.over")}}
	for i, n := range b.h.Counts {
		from, to := float64(i)*b.h.Step, float64(i+1)*b.h.Step
		for _, part := range b.parts(i) {
			bins = append(bins, bin(from, to, part.height, part.color))
			tips.Rows = append(tips.Rows, b.tip(i, n))
		}
	}
	p.mark("grids", "bins", bins, 2)
	if HasSizes(b.result) {
		p.mark("range", "ranges", b.ranges(), 1)
	}
	right, top := float64(len(b.h.Counts))*b.h.Step, 0
	for _, n := range b.h.Counts {
		top = max(top, n)
	}
	u := upright{right: right, step: tick(right, b.h.Step), open: true, across: b.lang.T("chart.grids.x", "n", Whole(right-b.h.Step)), upward: b.lang.T("page.col.grids")}.from0(float64(max(top, 4)))
	return &Drawing{Option: p.upright(u), Height: plotHeight, Tips: map[string]Tips{"grids": tips}}
}

type stackedPart struct {
	height float64
	color  string
}

// parts stacks the classes of a bar: each part starts at zero and is drawn over the taller one before it.
func (b *gridBars) parts(i int) []stackedPart {
	if !HasSizes(b.result) {
		return []stackedPart{{float64(b.h.Counts[i]), Neutral}}
	}
	var out []stackedPart
	height := 0
	for class, color := range []string{SizeUnder, SizeIn, SizeOver} {
		if n := b.classes[i][class]; n > 0 {
			height += n
			out = append(out, stackedPart{float64(height), color})
		}
	}
	slices.Reverse(out)
	return out
}

// tip is a bar's number of grids, and of each class where it holds several.
func (b *gridBars) tip(i, n int) []string {
	row := []string{b.label(i), Count(n), "", "", ""}
	if c := b.classes[i]; HasSizes(b.result) && max(c[0], c[1], c[2]) < n {
		for class, k := range c {
			row[2+class] = Count(k)
		}
	}
	return row
}

// ranges are the three parts of the axis with their counts: too small, in range, too large.
func (b *gridBars) ranges() []opts.CustomData {
	g := b.result.Total().Grids
	right := float64(len(b.h.Counts)) * b.h.Step
	out := []opts.CustomData{sign(b.lang.T("chart.grids.in", "lo", Whole(b.h.Lo), "hi", Whole(b.h.Hi), "n", Count(g.In)), Ink, drawn(b.h.Lo), drawn(min(b.h.Hi, right)), 1)}
	if b.h.Lo > 0 {
		out = append(out, sign(b.lang.T("chart.grids.under", "n", Count(g.Under)), SizeUnderInk, 0, drawn(min(b.h.Lo, right)), 0))
	}
	if b.h.Hi < right {
		out = append(out, sign(b.lang.T("chart.grids.over", "n", Count(g.Over)), NotMetInk, drawn(b.h.Hi), drawn(right), 2))
	}
	return out
}

func (b *gridBars) label(i int) string {
	from, to := float64(i)*b.h.Step, float64(i+1)*b.h.Step
	if i == len(b.h.Counts)-1 {
		return b.lang.T("chart.grids.open", "a", Whole(from))
	}
	return b.lang.T("chart.grids.bin", "a", Whole(from), "b", Whole(to-1))
}

func (b *gridBars) table() [][]string {
	rows := [][]string{{b.lang.T("page.col.households"), b.lang.T("page.col.grids")}}
	for i, n := range b.h.Counts {
		rows = append(rows, []string{b.label(i), Count(n)})
	}
	return rows
}
