//go:build data

package cmd

import (
	"math"
	"testing"

	"quarter/coverage"
	"quarter/data"
	"quarter/geo"
)

// The curve of one run is what runs with its radii find, in the whole area, in every district and in every community.
func TestKeelungCurve(t *testing.T) {
	city, _ := keelung(t)
	run := func(o coverage.Options) *coverage.Result {
		o.Sites = -1
		r, err := coverage.Analyze(t.Context(), city, data.General(), o)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	r, worst := run(coverage.Options{Radius: 1000}), 0.0
	for _, radius := range []float64{500, 800, 1000, 1200} {
		direct := run(coverage.Options{Radius: geo.Length(radius)})
		for i := range direct.Units {
			want, got := direct.Units[i].People, r.WithinRadius(&r.Units[i], radius)
			if got.Known != (want.Known > 0) {
				t.Fatalf("unit %q at %v: known %v", direct.Units[i].Code, radius, got.Known)
			}
			off := math.Abs(got.V-want.Covered) / math.Max(1, want.Total)
			worst = math.Max(worst, off)
			if !(off <= 1e-12) {
				t.Errorf("unit %q within %v m: %.17g, a run of its own finds %.17g", direct.Units[i].Code, radius, got.V, want.Covered)
			}
		}
	}
	t.Logf("worst difference %.2g of the unit's people", worst)
}
