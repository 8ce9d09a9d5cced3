package geo

import "github.com/paulmach/orb"

// Locator finds the shape that contains a point. It is safe for concurrent use.
type Locator struct {
	shapes []*Shape
	index  *Index
}

// NewLocator indexes the shapes; nil shapes are never found.
func NewLocator(shapes []*Shape) *Locator {
	boxes := make([]orb.Bound, len(shapes))
	for i, s := range shapes {
		boxes[i] = emptyBound()
		if s != nil {
			boxes[i] = s.Bound()
		}
	}
	return &Locator{shapes: shapes, index: NewIndex(boxes)}
}

// Locate returns the lowest-numbered shape containing p (boundary included), or -1.
func (l *Locator) Locate(p orb.Point) int {
	found := -1
	l.index.Search(orb.Bound{Min: p, Max: p}, func(i int) bool {
		if (found < 0 || i < found) && l.shapes[i].Contains(p) {
			found = i
		}
		return true
	})
	return found
}
