package charts

import (
	"math"
	"slices"
)

// buckets hold the corners of rings by where they lie, each once: those of bucket i are at[start[i]:start[i+1]].
type buckets struct {
	at    [][2]int32
	start []int32
	low   [2]int32
	size  int32 // of a bucket, quanta
	wide  int32 // buckets in a row
	high  int32 // rows
}

// newBuckets finds the corners of closed rings, and returns the rings as lists of them, open.
func newBuckets(rings [][][2]int32) (*buckets, [][]int32) {
	b, total := spread(rings)
	count := make([]int32, b.wide*b.high+1)
	for _, ring := range rings {
		for _, p := range ring[:len(ring)-1] {
			count[b.of(p)+1]++
		}
	}
	for i := 1; i < len(count); i++ {
		count[i] += count[i-1]
	}
	b.fill(rings, count, total)
	out := make([][]int32, len(rings))
	all := make([]int32, 0, total)
	for i, ring := range rings {
		from := len(all)
		for _, p := range ring[:len(ring)-1] {
			all = append(all, b.find(p))
		}
		out[i] = all[from:len(all):len(all)]
	}
	return b, out
}

// spread lays out about as many buckets as there are corners, over where most corners lie: a place far off widens none.
func spread(rings [][][2]int32) (b *buckets, total int) {
	for _, ring := range rings {
		total += len(ring) - 1
	}
	var x, y []int32
	step, k := total/2000+1, 0
	for _, ring := range rings {
		for _, p := range ring[:len(ring)-1] {
			if k++; k%step == 0 {
				x, y = append(x, p[0]), append(y, p[1])
			}
		}
	}
	low, high := [2]int32{}, [2]int32{}
	for axis, values := range [][]int32{x, y} {
		if len(values) > 0 {
			slices.Sort(values)
			edge := len(values) / 100
			low[axis], high[axis] = values[edge], values[len(values)-1-edge]
		}
	}
	width, height := float64(high[0]-low[0])+1, float64(high[1]-low[1])+1
	size := int32(math.Max(1, math.Ceil(math.Sqrt(width*height/float64(total+1)))))
	return &buckets{low: low, size: size, wide: int32(width)/size + 1, high: int32(height)/size + 1}, total
}

// fill puts every corner into its bucket once; count is where each bucket begins among all corners.
func (b *buckets) fill(rings [][][2]int32, count []int32, total int) {
	all, next := make([][2]int32, total), slices.Clone(count)
	for _, ring := range rings {
		for _, p := range ring[:len(ring)-1] {
			i := b.of(p)
			all[next[i]] = p
			next[i]++
		}
	}
	b.start, b.at = make([]int32, len(count)), make([][2]int32, 0, total/2)
	for i := 1; i < len(count); i++ {
		inside := all[count[i-1]:count[i]]
		slices.SortFunc(inside, compareCorners)
		b.at = append(b.at, slices.Compact(inside)...)
		b.start[i] = int32(len(b.at))
	}
}

func compareCorners(a, b [2]int32) int {
	if a[0] != b[0] {
		return int(a[0]) - int(b[0])
	}
	return int(a[1]) - int(b[1])
}

func (b *buckets) column(x int32) int32 { return min(max((x-b.low[0])/b.size, 0), b.wide-1) }
func (b *buckets) row(y int32) int32    { return min(max((y-b.low[1])/b.size, 0), b.high-1) }

func (b *buckets) of(p [2]int32) int32 { return b.row(p[1])*b.wide + b.column(p[0]) }

// find is the number of a corner that is in a bucket.
func (b *buckets) find(p [2]int32) int32 {
	i := b.of(p)
	inside := b.at[b.start[i]:b.start[i+1]]
	if len(inside) > 8 {
		k, _ := slices.BinarySearchFunc(inside, p, compareCorners)
		return b.start[i] + int32(k)
	}
	return b.start[i] + int32(slices.Index(inside, p))
}

// none reports whether nothing in a box is wanted.
func (b *buckets) none(low, high [2]int32, wanted func(int32) bool) bool {
	for row := b.row(low[1]); row <= b.row(high[1]); row++ {
		for column := b.column(low[0]); column <= b.column(high[0]); column++ {
			i := row*b.wide + column
			for v := b.start[i]; v < b.start[i+1]; v++ {
				if wanted(v) {
					return false
				}
			}
		}
	}
	return true
}
