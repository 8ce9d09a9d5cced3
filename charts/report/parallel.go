package report

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// inParallel calls do for 0 to n−1, on as many threads as the program may use. The order is not kept: each call writes to its own place.
func inParallel(n int, do func(i int)) {
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	group.Wait()
}
