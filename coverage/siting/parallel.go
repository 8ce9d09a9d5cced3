package siting

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// eachIndex calls work for every i in [0, n) on the threads asked for (0: GOMAXPROCS), a few at a time. Each call writes only what belongs
// to i, so the result does not depend on the number of threads.
func eachIndex(n, threads int, work func(i int)) { eachChunk(n, threads, 64, work) }

// eachChunk is eachIndex with chunk indexes at a time: few where each takes long.
func eachChunk(n, threads, chunk int, work func(i int)) {
	if threads <= 0 {
		threads = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(threads, (n+chunk-1)/chunk) {
		group.Go(func() {
			for {
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
}
