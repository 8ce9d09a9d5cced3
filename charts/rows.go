package charts

import (
	"github.com/go-echarts/go-echarts/v2/opts"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// rows are the rows of a ranked figure under construction.
type rows struct {
	names, written []string
	bars           []opts.BarData
	tips           Tips
	most           float64 // the longest bar
	unit           string  // over what stands at the right end, or ""
}

// add adds one row: its name, a bar or none, what stands at its right end, and the cells of its tooltip.
func (r *rows) add(name string, bar data.Number, color, written string, tip ...string) {
	item := opts.BarData{Value: nil}
	if bar.Known {
		item = opts.BarData{Value: drawn(bar.V), ItemStyle: &opts.ItemStyle{Color: color}}
		r.most = max(r.most, bar.V)
	}
	r.names, r.written, r.bars = append(r.names, name), append(r.written, written), append(r.bars, item)
	r.tips.Rows = append(r.tips.Rows, append([]string{name}, tip...))
}

// drawing draws the rows from 0; id names the series of the bars.
func (r *rows) drawing(id string) *Drawing {
	end, step := axis(r.most)
	p := newPlot()
	p.bars(id, r.bars, "", false)
	if r.unit != "" {
		p.unit(unitValues, r.unit)
	}
	return &Drawing{Option: p.ranked(r.names, r.written, end, step), Height: 36 + rowHeight*len(r.names), Names: nameRoom, Tips: map[string]Tips{id: r.tips}}
}

// finding completes a figure that is drawn.
func finding(f Figure, lang words.Lang) Figure {
	f.ID = figureID(f.Key)
	f.Alt = lang.T("chart.alt", "title", f.Title, "subtitle", f.Subtitle)
	return f
}

// noCircles is why nothing can be said of distances and circles; "" where it can.
func noCircles(r *coverage.Result, lang words.Lang) string {
	switch {
	case !r.Total().Get("coverage_pop").Known:
		return lang.T("chart.notevaluated." + WhyNoCoverage(r))
	case r.Total().Within == nil:
		return lang.T("chart.distance.none")
	}
	return ""
}

// peopleWord and peopleUnit are the words for those who are counted, and after their number.
func peopleWord(r *coverage.Result, lang words.Lang) string {
	return lang.T("page.people." + r.Basis.Basis.String())
}

func peopleUnit(r *coverage.Result, lang words.Lang) string {
	return lang.T("page.people.unit." + r.Basis.Basis.String())
}

// Headcount is a number of people with its unit.
func Headcount(r *coverage.Result, lang words.Lang, n float64) string {
	return lang.T("chart.headcount", "n", Whole(n), "unit", peopleUnit(r, lang))
}
