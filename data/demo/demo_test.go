package demo

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"runtime"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"quarter/geo"
)

func TestExactCounts(t *testing.T) {
	for _, c := range []struct{ communities, grids, centers int }{
		{120, 900, 95}, {1, 1, 1}, {1, 1, 40}, {2, 1, 3}, {5, 20, 6}, {30, 30, 200}, {40, 250, 30}, {100, 61, 0}, {179, 1000, 140}, {181, 1500, 12}, {3, 700, 2}, {600, 1300, 300},
	} {
		name := fmt.Sprint(c)
		made := parse(t, write(t, Options{Communities: c.communities, Grids: c.grids, Centers: c.centers, Seed: 5}))
		if c.centers == 0 {
			c.centers = c.communities * 95 / 120
		}
		if len(made.communities) != c.communities || len(made.grids) != c.grids || len(made.centers) != c.centers {
			t.Errorf("%s: %d communities, %d grids, %d centers", name, len(made.communities), len(made.grids), len(made.centers))
		}
		checkCodes(t, name, &made)
	}
}

// checkCodes: codes are text of the right form, none twice, grids below their community.
func checkCodes(t *testing.T, name string, c *city) {
	t.Helper()
	seen := map[string]bool{}
	for column, layer := range map[string][]feature{"社区编码": c.communities, "网格编码": c.grids, "设施编码": c.centers} {
		for i := range layer {
			code := layer[i].text(column)
			if seen[code] || len(code) < 12 {
				t.Errorf("%s: %s %q is too short or there twice", name, column, code)
			}
			seen[code] = true
		}
	}
	for community := range c.byCommunity() {
		if !seen[community] {
			t.Errorf("%s: grids of a community %s that does not exist", name, community)
		}
	}
}

// Every polygon is valid as it stands, and the grids tile their community exactly.
func TestPolygonsAreValidAndTile(t *testing.T) {
	for _, opts := range []Options{{}, {Seed: 9, Communities: 260, Grids: 2600}, {Seed: 3, Communities: 4, Grids: 200}} {
		made := parse(t, write(t, opts))
		below := made.byCommunity()
		for i := range made.communities {
			c := &made.communities[i]
			whole, meters := area2(units(t, c)), cleanArea(t, c)
			var sum int64
			var metersSum float64
			for _, g := range below[c.text("社区编码")] {
				sum += area2(units(t, g))
				metersSum += cleanArea(t, g)
			}
			if sum != whole {
				t.Errorf("%+v: the grids of %s have %d units, the community %d", opts, c.text("社区名称"), sum, whole)
			}
			// In metres each shape is measured in a plane of its own: see geo.
			if math.Abs(metersSum-meters) > 2e-7*meters {
				t.Errorf("%+v: the grids of %s measure %.3f m², the community %.3f", opts, c.text("社区名称"), metersSum, meters)
			}
		}
	}
}

// cleanArea is the area in m² of a polygon that is valid as it stands.
func cleanArea(t *testing.T, f *feature) float64 {
	t.Helper()
	mp, repairs, err := geo.Clean(f.polygon(t))
	if err != nil || repairs.Any() {
		t.Fatalf("%v: repairs %+v, error %v", f.Properties, repairs, err)
	}
	return geo.NewShape(mp).Area()
}

// units are the vertices in 1e-7 degrees: whole numbers, so that sums of areas are exact.
func units(t *testing.T, f *feature) []point {
	t.Helper()
	ring := f.polygon(t)[0]
	out := make([]point, 0, len(ring)-1)
	for _, v := range ring[1:] {
		out = append(out, point{int64(math.Round(v[0] * 1e7)), int64(math.Round(v[1] * 1e7))})
	}
	return out
}

// Neighbours share vertices: every edge of a grid is an edge of exactly one other grid, turned round, or of the outline of its
// community; every edge of a community is one of one neighbour, or of the outline of the city or the river.
func TestBordersAreShared(t *testing.T) {
	made := parse(t, write(t, Options{Seed: 2}))
	type edge [2]orb.Point
	edges := func(features []feature) map[edge]int {
		out := map[edge]int{}
		for i := range features {
			ring := features[i].polygon(t)[0]
			for k := range len(ring) - 1 {
				out[edge{ring[k], ring[k+1]}]++
			}
		}
		return out
	}
	communities, grids := edges(made.communities), edges(made.grids)
	alone := 0
	for e, n := range grids {
		back := grids[edge{e[1], e[0]}] + communities[e]
		if n != 1 || back == 0 {
			t.Fatalf("edge %v: %d times, turned round %d times", e, n, back)
		}
	}
	for e, n := range communities {
		if n != 1 {
			t.Fatalf("edge %v stands %d times", e, n)
		}
		if communities[edge{e[1], e[0]}] == 0 {
			alone++
		}
	}
	if share := float64(alone) / float64(len(communities)); share > 0.35 {
		t.Errorf("%.0f %% of the border has no neighbour: communities do not fit together", 100*share)
	}
}

// No two communities overlap: no corner of one lies inside another.
func TestCommunitiesDoNotOverlap(t *testing.T) {
	made := parse(t, write(t, Options{Seed: 4}))
	shapes := make([]*geo.Shape, len(made.communities))
	corners := make([]map[orb.Point]bool, len(shapes))
	for i := range shapes {
		p := made.communities[i].polygon(t)
		shapes[i] = geo.NewShape(orb.MultiPolygon{p})
		corners[i] = map[orb.Point]bool{}
		for _, v := range p[0] {
			corners[i][v] = true
		}
	}
	for i := range shapes {
		for k := range shapes {
			for v := range corners[k] {
				if i != k && !corners[i][v] && shapes[i].Bound().Contains(v) && shapes[i].Contains(v) {
					t.Fatalf("%v of %v lies in %v", v, made.communities[k].Properties, made.communities[i].Properties)
				}
			}
		}
	}
}

func TestSeedsReproduce(t *testing.T) {
	opts := Options{Communities: 150, Grids: 700, Centers: 90, Seed: 11}
	one := write(t, opts)
	before := runtime.GOMAXPROCS(1)
	again := write(t, opts)
	runtime.GOMAXPROCS(before)
	opts.Seed = 12
	other := write(t, opts)
	for _, name := range Files {
		if !bytes.Equal(one[name], again[name]) {
			t.Errorf("%s: the same seed gave other bytes", name)
		}
		if bytes.Equal(one[name], other[name]) {
			t.Errorf("%s: another seed gave the same bytes", name)
		}
	}
	defaults, same := write(t, Options{}), write(t, Options{Communities: 120, Grids: 900, Centers: 95, Seed: 1})
	for _, name := range Files {
		if !bytes.Equal(defaults[name], same[name]) {
			t.Errorf("%s: the zero options are not the default city", name)
		}
	}
}

func TestEnglishIsTheSameCity(t *testing.T) {
	zh, en := parse(t, write(t, Options{Seed: 8})), parse(t, write(t, Options{Seed: 8, English: true}))
	for i := range en.grids {
		a, b := &zh.grids[i], &en.grids[i]
		if a.Properties["户数"] != b.Properties["households"] || !bytes.Equal(a.Geometry.Coordinates, b.Geometry.Coordinates) {
			t.Fatalf("grid %d differs: %v, %v", i, a.Properties, b.Properties)
		}
	}
	for _, layer := range [][]feature{en.communities, en.grids, en.centers} {
		for i := range layer {
			for column, value := range layer[i].Properties {
				if hasHan(column) || hasHan(fmt.Sprint(value)) {
					t.Fatalf("Chinese in the English city: %s: %v", column, value)
				}
			}
		}
	}
}

func TestTitle(t *testing.T) {
	if Title(false) != "示例市云溪区" || Title(true) != "Cloudbrook District, Sample City" {
		t.Error(Title(false), Title(true))
	}
}

func TestSizesOutOfRange(t *testing.T) {
	for _, opts := range []Options{{Communities: -1}, {Grids: -1}, {Centers: -5}, {Communities: MaxCommunities + 1}, {Grids: MaxGrids + 1}, {Centers: MaxCenters + 1}} {
		err := Write(context.Background(), opts, func(string) (io.WriteCloser, error) { t.Fatal("opened"); return nil, nil })
		if !errors.Is(err, ErrSize) {
			t.Errorf("%+v: %v", opts, err)
		}
	}
}

var errFull = errors.New("disk full")

// full fails after some bytes; closed counts.
type full struct {
	left   int
	closed *int
}

func (f *full) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func (f *full) Close() error { *f.closed++; return nil }

func TestErrorsAreHandedOn(t *testing.T) {
	closed := 0
	err := Write(context.Background(), Options{}, func(string) (io.WriteCloser, error) { return &full{left: 300_000, closed: &closed}, nil })
	if !errors.Is(err, errFull) || closed != 4 {
		t.Errorf("%v, %d files closed", err, closed)
	}
	closed = 0
	err = Write(context.Background(), Options{}, func(name string) (io.WriteCloser, error) {
		if strings.HasPrefix(name, "centers") {
			return nil, errFull
		}
		return &full{left: 1 << 30, closed: &closed}, nil
	})
	if !errors.Is(err, errFull) || closed != 2 {
		t.Errorf("%v, %d files closed", err, closed)
	}
}

func TestCancelEndsTheWork(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	closed := 0
	err := Write(ctx, Options{Communities: MaxCommunities}, func(string) (io.WriteCloser, error) { return &full{left: 1 << 30, closed: &closed}, nil })
	if !errors.Is(err, context.Canceled) || closed != 4 {
		t.Errorf("%v, %d files closed", err, closed)
	}
}
