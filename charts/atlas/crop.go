package atlas

import "quarter/charts"

// A sheet shows a small part of long outlines. What lies beyond one side of its window cannot be seen, however it runs there: corners are
// dropped as long as they, and the corners before and after them, lie beyond the same side. The rest of a ring keeps its inside.

// window is a rectangle in quanta.
type window struct{ west, south, east, north int32 }

// beyond are the sides of the window that a corner lies beyond, as bits.
func (w window) beyond(c [2]int32) (sides int) {
	if c[0] < w.west {
		sides |= 1
	}
	if c[0] > w.east {
		sides |= 2
	}
	if c[1] < w.south {
		sides |= 4
	}
	if c[1] > w.north {
		sides |= 8
	}
	return sides
}

// hides reports whether a box lies beyond one side of the window.
func (w window) hides(b window) bool {
	return b.east < w.west || b.west > w.east || b.north < w.south || b.south > w.north
}

// with is the smallest window that also holds a corner.
func (w window) with(c [2]int32) window {
	return window{min(w.west, c[0]), min(w.south, c[1]), max(w.east, c[0]), max(w.north, c[1])}
}

func windowOf(corners [][2]int32) window {
	out := window{corners[0][0], corners[0][1], corners[0][0], corners[0][1]}
	for _, c := range corners[1:] {
		out = out.with(c)
	}
	return out
}

// chunk is how many corners of an outline are looked at together.
const chunk = 32

// outline is a line of the ground with the boxes of its parts: part i holds the corners from i*chunk to the first of the next part.
type outline struct {
	corners [][2]int32
	parts   []window
	bounds  window
}

func newOutline(p charts.Path) outline {
	o := outline{corners: quanta(p)}
	if len(o.corners) == 0 {
		return o
	}
	for i := 0; i < len(o.corners); i += chunk {
		o.parts = append(o.parts, windowOf(o.corners[i:min(i+chunk+1, len(o.corners))]))
	}
	o.bounds = windowOf(o.corners)
	return o
}

// quanta are the corners of a path.
func quanta(p charts.Path) [][2]int32 {
	out := make([][2]int32, 0, len(p)/2)
	var at [2]int32
	for i := 0; i+1 < len(p); i += 2 {
		at[0], at[1] = at[0]+p[i], at[1]+p[i+1]
		out = append(out, at)
	}
	return out
}

// cropped are the corners that a window needs; nil where nothing of the outline, nor of its inside, can be seen.
func (o *outline) cropped(w window) [][2]int32 {
	if len(o.corners) == 0 || w.hides(o.bounds) {
		return nil
	}
	var out [][2]int32
	for i, part := range o.parts {
		corners := o.corners[i*chunk : min((i+1)*chunk, len(o.corners))]
		if w.hides(part) {
			corners = corners[:1]
		}
		for _, c := range corners {
			out = w.add(out, c)
		}
	}
	return w.add(out, o.corners[len(o.corners)-1])
}

// add appends a corner, and takes the place of the last one where that cannot be seen.
func (w window) add(to [][2]int32, c [2]int32) [][2]int32 {
	n := len(to)
	if n > 0 && to[n-1] == c {
		return to
	}
	if n > 1 && w.beyond(to[n-2])&w.beyond(to[n-1])&w.beyond(c) != 0 {
		to[n-1] = c
		return to
	}
	return append(to, c)
}
