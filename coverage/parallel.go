package coverage

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// each calls work for every i in [0, n) on the threads asked for. Each call writes only what belongs to i, so the result does not
// depend on the number of threads.
func each(ctx context.Context, n, threads int, work func(i int)) error {
	if threads <= 0 {
		threads = runtime.GOMAXPROCS(0)
	}
	const chunk = 64
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(threads, (n+chunk-1)/chunk) {
		group.Go(func() {
			for ctx.Err() == nil {
				from := int(next.Add(chunk)) - chunk
				if from >= n {
					return
				}
				for i := from; i < min(from+chunk, n); i++ {
					work(i)
				}
			}
		})
	}
	group.Wait()
	return ctx.Err()
}
