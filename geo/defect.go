package geo

import (
	"fmt"

	"github.com/paulmach/orb"
)

// Kinds of Defect.
const (
	DefectEmpty            = "empty"             // no ring left, or not a polygon at all
	DefectTooFewPoints     = "too_few_points"    // a ring with fewer than three different points
	DefectNotFinite        = "not_finite"        // a coordinate is NaN or infinite
	DefectOutOfRange       = "out_of_range"      // lon outside [-180, 180] or lat outside [-90, 90]
	DefectPole             = "pole"              // a ring around or through a pole
	DefectSelfCrossing     = "self_crossing"     // a ring crosses itself, or winds the wrong way around a part
	DefectOverlappingEdges = "overlapping_edges" // two edges of one ring share a stretch, spikes included
	DefectHoleOutside      = "hole_outside"      // a hole crosses its shell or lies outside it
	DefectHolesOverlap     = "holes_overlap"     // two holes of one polygon share area
	DefectPartsOverlap     = "parts_overlap"     // two parts of a multipolygon share area
	DefectZeroArea         = "zero_area"         // a ring or a polygon without area: less than 0.1 µm wide on average
)

// Defect says why a geometry cannot be used, and where.
type Defect struct {
	Kind string    // one of the Defect constants
	At   orb.Point // lon, lat of the place; zero for empty
}

func (d *Defect) Error() string {
	if d.Kind == DefectEmpty {
		return d.Kind
	}
	return fmt.Sprintf("%s: %v %v", d.Kind, d.At[0], d.At[1])
}

// Repairs counts what Clean changed in one geometry.
type Repairs struct {
	Closed     int // rings whose last point did not repeat the first
	Oriented   int // rings reversed
	Repeated   int // consecutive repeated points dropped
	EmptyParts int // polygons or holes without points dropped
}

// Any reports whether anything was changed.
func (r Repairs) Any() bool { return r != Repairs{} }
