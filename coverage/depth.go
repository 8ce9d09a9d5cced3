package coverage

import (
	"sync"

	"quarter/geo"
)

// depth is how much of a ground lies in how many circles.
type depth struct {
	exactly []float64 // share of the ground in exactly k circles, k from 0; they add up to 1
	alone   []alone
}

// alone is the share of a ground that one disk alone holds.
type alone struct {
	disk  int32
	share float64
}

// depths measures grounds, and keeps what it finds in a few long slices: a city has tens of thousands of grounds.
type depths struct {
	scratch sync.Pool // of *geo.Depth
	lock    sync.Mutex
	exactly slab[float64]
	alone   slab[alone]
	guard   Guard
}

// deep is where the depths of a ground go; nowhere where nobody lives.
func (a *analysis) deep(inhabited bool) *depths {
	if !inhabited {
		return nil
	}
	return &a.depths
}

// measure fills the depth of a ground, and returns the share of it in at least one disk.
func (d *depths) measure(g *ground, disks *geo.Disks) float64 {
	if g.shape == nil {
		return d.measurePoint(g, disks)
	}
	found, _ := d.scratch.Get().(*geo.Depth)
	if found == nil {
		found = new(geo.Depth)
	}
	defer d.scratch.Put(found)
	disks.Depth(g.shape, found)
	d.lock.Lock()
	defer d.lock.Unlock()
	d.guard.note(found)
	area := g.shape.Area()
	g.depth.exactly = d.exactly.take(len(found.AtLeast) + 1)
	above := area
	for k, atLeast := range found.AtLeast {
		g.depth.exactly[k] = (above - atLeast) / area
		above = atLeast
	}
	g.depth.exactly[len(found.AtLeast)] = above / area
	g.depth.alone = d.alone.take(len(found.Alone))
	for i, one := range found.Alone {
		g.depth.alone[i] = alone{int32(one.Disk), one.Area / area}
	}
	return found.Union / area
}

func (d *depths) measurePoint(g *ground, disks *geo.Disks) float64 {
	covering := disks.Covering(g.point)
	d.lock.Lock()
	defer d.lock.Unlock()
	g.depth.exactly = d.exactly.take(len(covering) + 1)
	g.depth.exactly[len(covering)] = 1
	if len(covering) == 1 {
		g.depth.alone = d.alone.take(1)
		g.depth.alone[0] = alone{int32(covering[0]), 1}
	}
	return indicator(len(covering) > 0)
}

func (g *Guard) note(found *geo.Depth) {
	g.Measured++
	g.Repeated += int(indicator(found.Repeated))
	g.Differ += int(indicator(found.Differs))
}

// slab hands out windows of long slices.
type slab[T any] struct{ free []T }

func (s *slab[T]) take(n int) []T {
	if len(s.free) < n {
		s.free = make([]T, max(n, 4096))
	}
	window := s.free[:n:n]
	s.free = s.free[n:]
	return window
}

// measureDepth counts people by the number of circles they live in, and those whom one center alone serves.
func (a *analysis) measureDepth() error {
	a.Guard = a.depths.guard
	if !a.City.HasCenters() {
		return nil // nobody knows of any circle
	}
	var people []sum
	served := make([]sum, len(a.disks.center))
	for i := range a.City.Communities {
		var few [4]sum
		for p := a.placesOf[i]; p < a.placesOf[i+1]; p++ {
			place := &a.places[p]
			for k, share := range place.ground.depth.exactly {
				if k == len(people) {
					people = append(people, sum{})
				}
				people[k].add(place.people * share)
				few[min(k, 3)].add(place.people * share)
			}
			for _, one := range place.ground.depth.alone {
				served[one.disk].add(place.people * one.share)
			}
		}
		a.Community(i).Depth = [4]float64{few[0].value(), few[1].value(), few[2].value(), few[3].value()}
	}
	a.Depths = values(people)
	for i, s := range served {
		a.Centers[a.disks.center[i]].Alone = s.value()
	}
	a.sumUp(func(u, below *Unit) { addTo(u.Depth[:], below.Depth[:]) })
	return a.ctx.Err()
}
