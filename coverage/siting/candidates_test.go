package siting

import (
	"errors"
	"math"
	"reflect"
	"regexp"
	"slices"
	"sync"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"quarter/coverage"
	"quarter/data"
	"quarter/data/demo"
	"quarter/geo"
)

// cloudbrook is the analysis of the sample city, made once.
var cloudbrook struct {
	sync.Once
	result *coverage.Result
}

func sampleCity(t testing.TB) *coverage.Result {
	t.Helper()
	cloudbrook.Do(func() { cloudbrook.result = sample(t, demo.Options{}) })
	return cloudbrook.result
}

// box is a barrier around a point, half so wide in degrees.
func box(at orb.Point, half float64) *geo.Shape {
	return geo.NewShape(orb.MultiPolygon{{{
		{at[0] - half, at[1] - half}, {at[0] + half, at[1] - half}, {at[0] + half, at[1] + half}, {at[0] - half, at[1] + half}, {at[0] - half, at[1] - half},
	}}})
}

func generate(t testing.TB, r *coverage.Result, o CandidateOptions) ([]Candidate, map[string]int) {
	t.Helper()
	found, refused, err := Generate(r, o)
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for _, f := range refused {
		counts[f.Key] = f.Count
	}
	return found, counts
}

// Every generated candidate lies in the community that it names, off the barriers, and no closer to another than the spacing; the same again
// gives the same.
func TestGeneratedCandidates(t *testing.T) {
	r := sampleCity(t)
	middle := r.City.Communities[0].Shape.InteriorPoint()
	code := map[string]*regexp.Regexp{SourceLattice: regexp.MustCompile(`^L\d{4}$`), SourceZones: regexp.MustCompile(`^Z\d{2}$`), SourceGrids: regexp.MustCompile(`^\d{15}$`)}
	rapid.Check(t, func(rt *rapid.T) {
		o := CandidateOptions{
			Source:  rapid.SampledFrom([]string{SourceLattice, SourceZones, SourceGrids}).Draw(rt, "source"),
			Spacing: geo.Length(rapid.Float64Range(250, 3000).Draw(rt, "spacing")),
		}
		for range rapid.IntRange(0, 3).Draw(rt, "barriers") {
			at := orb.Point{middle[0] + rapid.Float64Range(-0.05, 0.05).Draw(rt, "lon"), middle[1] + rapid.Float64Range(-0.05, 0.05).Draw(rt, "lat")}
			o.Avoid = append(o.Avoid, box(at, rapid.Float64Range(0.001, 0.02).Draw(rt, "half")))
		}
		found, refused := generate(t, r, o)
		again, _ := generate(t, r, o)
		if !reflect.DeepEqual(found, again) {
			rt.Fatal("the same again gives others")
		}
		codes := map[string]bool{}
		for i := range found {
			checkGenerated(rt, r, &o, found, i)
			if codes[found[i].Code] || !code[o.Source].MatchString(found[i].Code) {
				rt.Fatalf("code %s", found[i].Code)
			}
			codes[found[i].Code] = true
		}
		all := map[string]int{SourceZones: len(r.Zones), SourceGrids: len(r.City.Grids)}[o.Source]
		if sum := len(found) + refused["outside"] + refused["barrier"] + refused["spacing"]; all > 0 && sum != all {
			rt.Fatalf("%d of %d are accounted for", sum, all)
		}
	})
}

func checkGenerated(t *rapid.T, r *coverage.Result, o *CandidateOptions, found []Candidate, i int) {
	c := &found[i]
	if s := r.City.Communities[c.Community].Shape; !s.Contains(c.Point) || c.Origin != o.Source || c.State != Free {
		t.Fatalf("%+v", c)
	}
	for _, b := range o.Avoid {
		if b.Contains(c.Point) {
			t.Fatalf("%s stands on a barrier", c.Code)
		}
	}
	for k := range found[:i] {
		if d := geo.Distance(c.Point, found[k].Point); d < o.Spacing {
			t.Fatalf("%s and %s are %v m apart, less than %v", c.Code, found[k].Code, d, o.Spacing)
		}
	}
	if c.Zone >= 0 && len(r.Zones[c.Zone].Shape) > 0 && !geo.NewShape(r.Zones[c.Zone].Shape).Contains(c.Point) {
		t.Fatalf("%s is not in zone %d", c.Code, c.Zone)
	}
}

// A lattice is as dense as its spacing says: one point for each √3/2 s² of the ground.
func TestLatticeIsDense(t *testing.T) {
	r := sampleCity(t)
	area := 0.0
	for i := range r.City.Communities {
		area += r.City.Communities[i].Shape.Area()
	}
	for _, spacing := range []float64{200, 500, 0} {
		found, refused := generate(t, r, CandidateOptions{Source: SourceLattice, Spacing: geo.Length(spacing)})
		if spacing == 0 {
			spacing = r.Circle.Radius.Meters() / 2
		}
		want := area / (spacing * spacing * math.Sqrt(3) / 2)
		if n := float64(len(found)); n < 0.93*want || n > 1.07*want || len(refused) > 0 {
			t.Errorf("spacing %v: %v points, about %.0f expected; refused %v", spacing, n, want, refused)
		}
	}
}

// Candidates of a file keep their code, name and price; those outside and on barriers are left out and counted, close ones stay.
func TestCandidatesOfAFile(t *testing.T) {
	r := *sampleCity(t)
	all, _ := generate(t, &r, CandidateOptions{Spacing: 5000})
	if len(all) != len(r.City.Candidates) || !all[0].Price.Known || all[0].Origin != SourceFile {
		t.Fatalf("%d of %d candidates", len(all), len(r.City.Candidates))
	}
	city := *r.City
	city.Candidates = append(slices.Clone(city.Candidates), data.Candidate{Code: "far", Point: orb.Point{100, 20}, Community: data.None})
	r.City = &city
	some, refused := generate(t, &r, CandidateOptions{Avoid: []*geo.Shape{box(all[3].Point, 1e-5)}})
	if len(some) != len(all)-1 || refused["outside"] != 1 || refused["barrier"] != 1 || len(refused) != 2 {
		t.Errorf("%d of %d candidates, refused %v", len(some), len(all), refused)
	}
}

// Requests that make no sense are told.
func TestGenerateRefuses(t *testing.T) {
	r := sampleCity(t)
	for want, o := range map[string]CandidateOptions{
		"source": {Source: "moon"}, "spacing": {Source: SourceLattice, Spacing: -1}, "spacing_small": {Source: SourceLattice, Spacing: 1},
	} {
		var fault *InputError
		if _, _, err := Generate(r, o); !errors.As(err, &fault) || fault.Key != want {
			t.Errorf("%+v: %v", o, err)
		}
	}
	bare := *r
	bare.City, bare.Zones = &data.City{}, nil
	var fault *InputError
	if _, _, err := Generate(&bare, CandidateOptions{Source: SourceLattice}); !errors.As(err, &fault) || fault.Key != "no_area" {
		t.Error(err)
	}
}

// Candidates change no figure: a result is the same to the byte with and without them.
func TestCandidatesChangeNoFigure(t *testing.T) {
	r := sampleCity(t)
	city := *r.City
	city.Candidates = nil
	without, err := coverage.Analyze(t.Context(), &city, r.Profile, coverage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(without.Units, r.Units) {
		t.Error("the figures differ")
	}
	var with, bare hashed
	if err := errors.Join(r.WriteJSON(&with), without.WriteJSON(&bare)); err != nil || with != bare {
		t.Errorf("the files differ: %v", err)
	}
}

// hashed sums up what is written (FNV-1a, 1991).
type hashed uint64

func (h *hashed) Write(b []byte) (int, error) {
	for _, c := range b {
		*h = (*h ^ hashed(c)) * 1099511628211
	}
	return len(b), nil
}
