//go:build long

package geo

import (
	"math/rand/v2"
	"runtime"
	"sync"
	"testing"
)

// TestUnionAgainstSlabsLong runs a million cases on all processors:
//
//	go test -tags long -run Long -v ./geo
func TestUnionAgainstSlabsLong(t *testing.T) {
	seeds := newRand(t)
	var wait sync.WaitGroup
	var lock sync.Mutex
	workers, worst := runtime.GOMAXPROCS(0), 0.0
	for range workers {
		rng := rand.New(rand.NewPCG(seeds.Uint64(), 1))
		wait.Go(func() {
			k := newKernel()
			for range 1_000_000 / workers {
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
	}
	wait.Wait()
	t.Logf("worst error %.2g of the tolerance", worst)
}
