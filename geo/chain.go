package geo

import (
	"cmp"
	"slices"
)

// A boundary that runs along several curves is put together by shared points alone, never by comparing places. Each curve is closed and
// walked in one direction with the wanted area on the left: rings as they are, circles clockwise, for what is wanted lies outside of
// them. Where the boundary changes from one curve to another there is a node: it stops on the one and starts on the other. If starts
// and stops alternate on every curve, each start leads to the next stop, each stop to the start at the same node, and so around loops.

// event is one side of a node.
type event struct {
	curve int32
	node  int32
	at    float64 // place along the curve, in the direction of the walk
	start bool    // the boundary begins here to run along the curve
}

// link is the boundary from a node along one curve to the next node.
type link struct {
	curve, node int32
	from, to    float64 // along the curve; the same for a link without length; to is less where the link passes the seam of the curve
	whole       bool    // all around a curve that has no events
	next        int32   // the link that follows
}

type chain struct {
	events []event
	links  []link
	starts []int32 // by node: the link that starts there
}

// change notes a node where the boundary leaves one curve for another.
func (c *chain) change(node, from int32, stop float64, to int32, start float64) {
	c.events = append(c.events, event{from, node, stop, false}, event{to, node, start, true})
}

// around adds a curve that is boundary as a whole.
func (c *chain) around(curve, node int32) {
	c.links = append(c.links, link{curve: curve, node: node, whole: true, next: int32(len(c.links))})
}

// close makes the links; it returns false if starts and stops do not alternate somewhere.
func (c *chain) close(nodes int) bool {
	slices.SortFunc(c.events, func(a, b event) int {
		return cmp.Or(cmp.Compare(a.curve, b.curve), cmp.Compare(a.at, b.at), cmp.Compare(a.node, b.node))
	})
	c.starts = slices.Grow(c.starts[:0], nodes)[:nodes]
	for from, to := 0, 0; from < len(c.events); from = to {
		for to = from; to < len(c.events) && c.events[to].curve == c.events[from].curve; {
			to++
		}
		if !c.closeCurve(c.events[from:to]) {
			return false
		}
	}
	for i := range c.links {
		if l := &c.links[i]; !l.whole {
			l.next = c.starts[l.next] // until now the node where it stops
		}
	}
	return true
}

// tie is how far apart two events may stand and yet have changed places by rounding: where a ring runs back beside itself, say, and
// both its edges cross a circle.
const tie = 1e-11

func (c *chain) closeCurve(events []event) bool {
	for i := 1; i+1 < len(events); i++ {
		if e, f := events[i], events[i+1]; e.start == events[i-1].start && e.start != f.start && f.at-e.at < tie {
			events[i], events[i+1] = f, e
		}
	}
	for i, e := range events {
		stop := events[(i+1)%len(events)]
		if e.start == stop.start {
			return false
		}
		if stop.at < e.at && e.at-stop.at < tie {
			stop.at = e.at
		}
		if e.start {
			c.starts[e.node] = int32(len(c.links))
			c.links = append(c.links, link{curve: e.curve, node: e.node, from: e.at, to: stop.at, next: stop.node})
		}
	}
	return true
}

// eachLoop calls visit with the links of every loop, in order of their first links.
func (c *chain) eachLoop(visit func(loop []link)) {
	seen := make([]bool, len(c.links))
	var loop []link
	for i := range c.links {
		loop = loop[:0]
		for k := int32(i); !seen[k]; k = c.links[k].next {
			seen[k] = true
			loop = append(loop, c.links[k])
		}
		if len(loop) > 0 {
			visit(loop)
		}
	}
}
