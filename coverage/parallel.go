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
	return eachChunk(ctx, n, threads, max(1, min(64, n/(8*threadsOr(threads)))), work)
}

// eachChunk hands a thread so many at a time: few where some take far longer than others.
func eachChunk(ctx context.Context, n, threads, chunk int, work func(i int)) error {
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(threadsOr(threads), (n+chunk-1)/chunk) {
		group.Go(func() {
			for ctx.Err() == nil {
				from := int(next.Add(int64(chunk))) - chunk
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

// threadsOr returns the threads asked for, or as many as there are.
func threadsOr(threads int) int {
	if threads > 0 {
		return threads
	}
	return runtime.GOMAXPROCS(0)
}
