//go:build long

package geo

import (
	"math/rand/v2"
	"runtime"
	"sync"
	"testing"
)

// million shares a million cases out among all processors, each with its own random source.
func million(t *testing.T, work func(rng *rand.Rand, cases int)) {
	seeds := newRand(t)
	var wait sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for range workers {
		rng := rand.New(rand.NewPCG(seeds.Uint64(), 1))
		wait.Go(func() { work(rng, 1_000_000/workers) })
	}
	wait.Wait()
}

// TestUnionAgainstSlabsLong runs a million cases on all processors:
//
//	go test -tags long -run Long -v ./geo
func TestUnionAgainstSlabsLong(t *testing.T) {
	var lock sync.Mutex
	worst := 0.0
	million(t, func(rng *rand.Rand, cases int) {
		k := newKernel()
		for range cases {
			c := randomCase(rng)
			e, got, want := compareCase(&c, k)
			if e > 1 {
				t.Errorf("got %v, want %v, %v tolerances off\n%#v", got, want, e, c)
				return
			}
			lock.Lock()
			worst = max(worst, e)
			lock.Unlock()
		}
	})
	t.Logf("worst error %.2g of the tolerance", worst)
}

// TestDepthAgainstSlabsLong does the same with all depths and with what each disk holds alone; in every tenth case circles touch.
func TestDepthAgainstSlabsLong(t *testing.T) {
	var lock sync.Mutex
	worst, repeated, differ := 0.0, 0, 0
	million(t, func(rng *rand.Rand, cases int) {
		s := newSweep()
		for i := range cases {
			c := randomCase(rng)
			if i%10 == 0 {
				c = touchingCase(rng)
			}
			e, got := compareDepth(&c, s)
			if e > 1 {
				t.Errorf("%+v, %v tolerances off\n%#v", got, e, c)
				return
			}
			lock.Lock()
			worst = max(worst, e)
			if got.Repeated {
				repeated++
			}
			if got.Differs {
				differ++
			}
			lock.Unlock()
		}
	})
	t.Logf("worst error %.2g of the tolerance, %d repeated, %d still different", worst, repeated, differ)
}
