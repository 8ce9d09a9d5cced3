package report

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"quarter/charts"
)

// A row travels to the script as its cells, packed column by column (charts.Column, charts.PackRow). Then follow the key of its unit, or
// nothing where it is the next one after that of the row above, the figure that its numbers are of, and its bars. The numbers of rows (rank)
// are left to the script.

// packer writes the rows of a table one after the other.
type packer struct {
	t     *table
	cells []charts.Column
	next  string // the key that follows that of the row above
	figs  charts.Column
	bars  []charts.Column
	row   []string // of the last row, to be written over
}

func newPacker(t *table) *packer {
	return &packer{t: t, cells: make([]charts.Column, len(t.Columns)), bars: make([]charts.Column, len(t.Columns))}
}

// pack returns row i.
func (p *packer) pack(i int) any {
	out := p.row[:0]
	for k, text := range p.t.Row(i) {
		out = append(out, p.cell(k, text))
	}
	if p.t.Key != nil {
		out = append(out, p.key(p.t.Key(i)))
	}
	if p.t.Figure != nil {
		out = append(out, p.figs.Pack(p.t.Figure(i)))
	}
	for k, c := range p.t.Columns {
		if c.Gauge != nil {
			out = append(out, p.bars[k].Pack(c.Gauge(i).packed()))
		}
	}
	p.row = out
	return charts.PackRow(out)
}

func (p *packer) cell(column int, text string) string {
	if p.t.Columns[column].Base() == "rank" {
		return ""
	}
	return p.cells[column].Pack(text)
}

// noKey stands for a row that is about no unit, below one that is.
const noKey = "-"

func (p *packer) key(key string) string {
	follows := key == p.next
	p.next = following(key)
	if follows {
		return ""
	}
	return cmp.Or(key, noKey)
}

// following is the key of the unit after another: g13 after g12; "" after the total and after none.
func following(key string) string {
	if len(key) < 2 {
		return ""
	}
	n, err := strconv.Atoi(key[1:])
	if err != nil {
		return ""
	}
	return key[:1] + strconv.Itoa(n+1)
}

// packed are the numbers of a bar, in percent of its track: length, class, range, strict check, target; nothing for what it has not.
func (g *gauge) packed() string {
	if g == nil {
		return ""
	}
	low, width, strict, target := "", "", "", ""
	if g.Width() > 0 {
		low, width = hundredths(g.Low), hundredths(g.Width())
	}
	if g.HasStrict {
		strict = hundredths(g.Strict)
	}
	if g.HasTarget {
		target = hundredths(g.Target)
	}
	return strings.Join([]string{hundredths(g.Fill), g.Class, low, width, strict, target}, ",")
}

func hundredths(v float64) string { return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64) }
