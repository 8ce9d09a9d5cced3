package data

import "quarter/geo"

// Areas are plain polygons, such as barriers where no center can stand.
type Areas struct {
	Shapes  []*geo.Shape
	Sources []Source
	Faults  []Fault
}
