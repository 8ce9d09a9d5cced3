package coverage

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"quarter/data"
)

// changed is the run with the one option of a case changed.
func changed(t *testing.T, r *Result, c Case) Options {
	t.Helper()
	o := Options{Radius: r.Circle.Radius, Tiers: r.Options.Tiers, Basis: r.Options.Basis, ExcludeUnknown: r.Options.ExcludeUnknown, Sites: -1}
	walk := Options{Minutes: r.Circle.Minutes, Speed: r.Circle.Speed, Detour: r.Circle.Detour, Tiers: o.Tiers, Basis: o.Basis, ExcludeUnknown: o.ExcludeUnknown, Sites: -1}
	switch c.Setting {
	case "radius":
		o.Radius = lengthOf(c.Value)
	case "speed":
		o, o.Speed = walk, c.Value
	case "detour":
		o, o.Detour = walk, c.Value
	case "tiers_community":
		o.Tiers = []data.Tier{data.TierCommunity}
	case "tiers_all":
		o.Tiers = nil
	case "tiers_run":
	case "unknown_excluded", "unknown_counted":
		o.ExcludeUnknown = c.Setting == "unknown_excluded"
	default:
		b, ok := data.ParseBasis(strings.TrimPrefix(c.Setting, "basis_"))
		if !ok {
			t.Fatalf("setting %q", c.Setting)
		}
		o.Basis = &b
	}
	return o
}

// Every end of every bar is what a run with that option changed finds.
func TestTornadoIsRunAgain(t *testing.T) {
	seen := map[string]bool{}
	for seed := range uint64(12) {
		city := mixedTown(seed)
		for _, o := range []Options{
			{Sites: -1}, {Radius: 350, StrictRadius: 250, ExcludeUnknown: true, Sites: -1}, {Radius: 500, Tiers: []data.Tier{data.TierStreet, data.TierUnknown}, Sites: -1},
			{Radius: 420, Basis: basis(data.Registered), Sites: -1}, {Minutes: 8, Speed: 100, Detour: 1.1, Sites: -1},
		} {
			r := analyze(t, city, o)
			base := r.Total().Get("coverage_pop")
			for i, b := range r.Sensitivity.Tornado {
				seen[b.Key] = true
				for _, c := range []Case{b.Low, b.High} {
					seen[c.Setting] = true
					want := analyze(t, city, changed(t, r, c)).Total()
					what := fmt.Sprintf("seed %d %s %s %v", seed, b.Key, c.Setting, c.Value)
					near(t, what, c.Share, want.Get("coverage_pop").V, 1e-12)
					near(t, what, c.Covered, want.People.Covered, 1e-12*want.People.Total)
				}
				if b.Low.Share > base.V+1e-12 || base.V > b.High.Share+1e-12 {
					t.Errorf("seed %d: %+v does not hold the run's %v", seed, b, base.V)
				}
				if i > 0 && b.width() > r.Sensitivity.Tornado[i-1].width() {
					t.Errorf("seed %d: bar %d is wider than the one before", seed, i)
				}
			}
		}
	}
	for _, key := range []string{"walking", "speed", "detour", "strict", "tiers", "basis", "unknown_status",
		"tiers_all", "tiers_community", "basis_resident", "basis_registered", "basis_households", "unknown_counted", "unknown_excluded"} {
		if !seen[key] {
			t.Errorf("%s never occurred", key)
		}
	}
}

// One basis, one level, every status stated, strict radius as large as the radius: walking alone is left to doubt.
func TestTornadoLeavesOut(t *testing.T) {
	r := analyze(t, ladder().city(), Options{Radius: 700})
	var keys []string
	for _, b := range r.Sensitivity.Tornado {
		keys = append(keys, b.Key)
	}
	slices.Sort(keys)
	if !slices.Equal(keys, []string{"detour", "speed", "walking"}) {
		t.Errorf("%v", keys)
	}
}

// The levels matter only where the centers that work state several of them.
func TestTornadoTiers(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*data.Center)
		want   bool
	}{
		{"another level", func(c *data.Center) { c.Tier = data.TierStreet }, true},
		{"the same level", func(*data.Center) {}, false},
		{"level not stated", func(c *data.Center) { c.Tier = data.TierUnknown }, false},
		{"a service point", func(c *data.Center) { c.Tier = data.TierPoint }, false},
		{"planned", func(c *data.Center) { c.Tier, c.Status = data.TierStreet, data.StatusPlanned }, false},
	} {
		town := ladder()
		c.change(town.center(0, 900, 300, 0))
		bars := analyze(t, town.city(), Options{}).Sensitivity.Tornado
		if got := slices.ContainsFunc(bars, func(a Assumption) bool { return a.Key == "tiers" }); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
