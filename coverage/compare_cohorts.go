package coverage

import (
	"cmp"

	"quarter/data"
)

// CohortPair is a part of the population that both sides count, as indexes into Result.Cohorts.
type CohortPair struct{ Before, After int }

// matchCohorts pairs those of one field, or of one column's name.
func matchCohorts(before, after []Cohort) []CohortPair {
	m := newMatching(len(before), len(after))
	key := func(c Cohort) string { return cmp.Or(string(c.Field), "\x00"+c.Label) }
	m.join(m.left(0, len(before), func(i int) string { return key(before[i]) }), m.right(0, len(after), func(j int) string { return key(after[j]) }))
	var out []CohortPair
	for j, i := range m.from {
		if i != data.None {
			out = append(out, CohortPair{i, j})
		}
	}
	return out
}

// CohortDelta is the coverage of a part of the population in the whole area, 0 to 1; missing where nobody of it is counted.
func (c *Comparison) CohortDelta(p CohortPair) Delta {
	d := Delta{Before: c.Before.Result.Total().Cohorts[p.Before].rate(), After: c.After.Result.Total().Cohorts[p.After].rate()}
	if d.Before.Known && d.After.Known {
		d.Change = data.Num(Change(d.Before.V, d.After.V))
	}
	return d
}

func (c *CohortAccount) rate() data.Number {
	if c.Known == 0 || c.Total == 0 {
		return data.Number{}
	}
	return data.Num(c.Covered / c.Total)
}

func (c *Comparison) appendCohort(t *jsonText, p CohortPair) {
	of, d := &c.After.Result.Cohorts[p.After], c.CohortDelta(p)
	t.begin('{')
	t.text("label", of.Label)
	t.textIf("field", string(of.Field))
	t.known("coverage_before", d.Before)
	t.known("coverage_after", d.After)
	t.known("coverage_change", d.Change)
	t.end('}')
}
