//go:build long

package demo

import (
	"bytes"
	"context"
	"io"
	"math"
	"runtime"
	"sync/atomic"
	"testing"
	"time"
)

// counter counts features and bytes, and looks at the memory now and then.
type counter struct {
	features, bytes int
	heap            *atomic.Uint64
}

func (c *counter) Write(b []byte) (int, error) {
	c.features += bytes.Count(b, []byte(`"type":"Feature",`))
	if c.bytes>>26 != (c.bytes+len(b))>>26 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		c.heap.Store(max(c.heap.Load(), m.HeapInuse))
	}
	c.bytes += len(b)
	return len(b), nil
}

func (c *counter) Close() error { return nil }

// A country, and a million grids in one district, are written with bounded memory.
func TestLargeCitiesStream(t *testing.T) {
	for _, opts := range []Options{{Communities: 700_000, Grids: 3_000_000, Centers: 200_000}, {Communities: 120, Grids: 1_000_000, Centers: 95}} {
		var heap atomic.Uint64
		counters := []*counter{{heap: &heap}, {heap: &heap}, {heap: &heap}}
		next := 0
		start := time.Now()
		err := Write(context.Background(), opts, func(string) (io.WriteCloser, error) {
			next++
			return counters[next-1], nil
		})
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%+v: %v, %.2f GB, heap at most %d MB", opts, time.Since(start).Round(time.Second), float64(counters[0].bytes+counters[1].bytes+counters[2].bytes)/1e9, heap.Load()>>20)
		for i, want := range []int{opts.Communities, opts.Grids, opts.Centers} {
			// A feature may be split between two writes, where it is not counted.
			if got := counters[i].features; math.Abs(float64(got-want)) > 1e-3*float64(want)+10 {
				t.Errorf("%s: %d features, want %d", Files[i], got, want)
			}
		}
		if heap.Load() > 300<<20 {
			t.Errorf("%d MB of memory", heap.Load()>>20)
		}
	}
}

// No ring of a few hundred cities meets itself.
func TestManyCitiesAreSimple(t *testing.T) {
	communities, grids := 0, 0
	for seed := uint64(1); seed <= 300; seed++ {
		r := random(hash(seed))
		opts := Options{Seed: seed, Communities: 20 + r.below(700)}
		opts.Grids = opts.Communities * (1 + r.below(20))
		p, err := newPlan(opts)
		if err != nil {
			t.Fatal(err)
		}
		for n := range p.districts {
			d := p.district(n)
			for i := range d.communities {
				c := &d.communities[i]
				communities++
				if !simple(c.ring) {
					t.Errorf("%+v: community %s meets itself", opts, c.code)
				}
				for _, g := range d.cutGrids(c) {
					grids++
					if !simple(g.ring) {
						t.Errorf("%+v: grid %s meets itself", opts, g.code)
					}
				}
			}
		}
	}
	t.Logf("%d communities, %d grids", communities, grids)
}
