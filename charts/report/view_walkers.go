package report

import (
	"quarter/charts"
	"quarter/coverage"
)

// walker is the coverage that one kind of walker sees.
type walker struct {
	coverage.Walker
	share float64
}

// walkers are those whose circle differs from that of the run: it is the answer already.
func (v *view) walkers() []walker {
	var out []walker
	total := v.r.Total()
	for _, w := range v.r.Walkers {
		people := v.r.WithinRadius(total, w.Radius)
		same := charts.Radius(v.r, w.Radius) == charts.Radius(v.r, v.r.Circle.Radius.Meters())
		if people.Known && total.People.Total > 0 && !same {
			out = append(out, walker{w, people.V / total.People.Total})
		}
	}
	return out
}
