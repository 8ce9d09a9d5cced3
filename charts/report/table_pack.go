package report

import (
	"math"
	"strconv"

	"quarter/charts"
)

// A row travels to the script as an array of its cells, packed column by column (charts.Column). Then follow the key
// of its unit, or 0 where it is the next one after the row above, the figure that its numbers are of, and its bars. The numbers of rows (rank) are left to the script.

// packer writes the rows of a table one after the other.
type packer struct {
	t    *table
	seen []charts.Column
	next string // the key that a 0 stands for
	figs charts.Column
}

func newPacker(t *table) *packer {
	return &packer{t: t, seen: make([]charts.Column, len(t.Columns))}
}

func (p *packer) row(i int) []any {
	out := make([]any, 0, len(p.t.Columns)+1)
	for k, text := range p.t.Row(i) {
		out = append(out, p.cell(k, text))
	}
	if p.t.Key != nil {
		out = append(out, p.key(p.t.Key(i)))
	}
	if p.t.Figure != nil {
		out = append(out, p.figs.Pack(p.t.Figure(i)))
	}
	for _, c := range p.t.Columns {
		if c.Gauge != nil {
			out = append(out, c.Gauge(i).packed())
		}
	}
	return out
}

func (p *packer) cell(column int, text string) any {
	if p.t.Columns[column].Base() == "rank" {
		text = ""
	}
	return p.seen[column].Pack(text)
}

func (p *packer) key(key string) any {
	follows := key != "" && key == p.next
	p.next = following(key)
	if follows {
		return 0
	}
	return key
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

// packed are the numbers of a bar, in percent of its track: length, class, range, strict check, target; null for what it has not.
func (g *gauge) packed() []any {
	if g == nil {
		return nil
	}
	out := []any{hundredths(g.Fill), g.Class, nil, nil, nil, nil}
	if g.Width() > 0 {
		out[2], out[3] = hundredths(g.Low), hundredths(g.Width())
	}
	if g.HasStrict {
		out[4] = hundredths(g.Strict)
	}
	if g.HasTarget {
		out[5] = hundredths(g.Target)
	}
	return out
}

func hundredths(v float64) float64 { return math.Round(v*100) / 100 }
