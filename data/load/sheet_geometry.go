package load

import (
	"errors"
	"math"
	"strconv"

	"github.com/paulmach/orb"

	"quarter/data"
	"quarter/geo"
)

// takes says which geometry a layer has.
func takes(layer data.Layer) (polygons, points, none bool) {
	switch layer {
	case data.LayerDistricts, data.LayerStreets:
		return true, false, true
	case data.LayerGrids, data.LayerCandidates:
		return true, true, false
	case data.LayerCenters:
		return false, true, false
	}
	return true, false, false
}

// placePoints gives the rows of a table their points, from the columns of longitude and latitude or from one cell.
func (s *sheet) placePoints() *data.Fault {
	if _, points, _ := takes(s.layer); s.placed || !points {
		return nil
	}
	for i := range s.rows {
		r := &s.rows[i]
		if r.refused != nil {
			continue
		}
		p, refused := s.pointOf(i)
		if refused != nil {
			r.refused = refused
			continue
		}
		r.shape = shape{kind: "Point", points: []orb.Point{p}}
	}
	s.swapXY()
	return nil
}

func (s *sheet) pointOf(i int) (orb.Point, *problem) {
	lon, lat := s.text(i, data.FieldLon), s.text(i, data.FieldLat)
	if s.has(data.FieldLon) && s.has(data.FieldLat) && !(isMissing(lon) && isMissing(lat) && s.has(data.FieldLocation)) {
		if isMissing(lon) || isMissing(lat) || isPending(lon) || isPending(lat) {
			return orb.Point{}, &problem{key: keyNoPlace, column: -1}
		}
		x, axisX, okX := readAngle(lon)
		y, axisY, okY := readAngle(lat)
		if !okX || !okY || axisX == 'N' || axisY == 'E' {
			return orb.Point{}, &problem{key: keyLocationBad, column: s.by[data.FieldLon].column, value: shorten(lon + ", " + lat)}
		}
		return orb.Point{x, y}, nil
	}
	text := s.text(i, data.FieldLocation)
	if isMissing(text) || isPending(text) {
		return orb.Point{}, &problem{key: keyNoPlace, column: -1}
	}
	p, ok := readLocation(text)
	if !ok {
		return p, &problem{key: keyLocationBad, column: s.by[data.FieldLocation].column, value: shorten(text)}
	}
	return p, nil
}

// swapXY turns points whose columns are called X and Y and hold latitude and longitude: in surveying X is the northing (DOMAIN 5).
func (s *sheet) swapXY() {
	lon, lat := s.by[data.FieldLon], s.by[data.FieldLat]
	if lon == nil || lat == nil || plain(lon.Column) != "x" || plain(lat.Column) != "y" || !s.allFirst(swapped) {
		return
	}
	for i := range s.rows {
		for k, p := range s.rows[i].shape.points {
			s.rows[i].shape.points[k] = orb.Point{p[1], p[0]}
		}
	}
	s.log.add(data.Fault{Key: keyXYByRange, Severity: data.Repaired, Column: lon.Column + "、" + lat.Column})
}

// swapped reports whether a position reads as latitude, longitude of a place in or near China, or has a latitude that is none.
func swapped(p orb.Point) bool {
	return p[0] >= 3 && p[0] < 54 && p[1] > 73 && p[1] <= 136 || math.Abs(p[0]) <= 90 && math.Abs(p[1]) > 90 && math.Abs(p[1]) <= 180
}

// allFirst reports whether a condition holds for the first vertex of every row that has one, and there is one.
func (s *sheet) allFirst(cond func(orb.Point) bool) bool {
	n := 0
	for i := range s.rows {
		if p, ok := s.rows[i].shape.first(); ok {
			if !cond(p) {
				return false
			}
			n++
		}
	}
	return n > 0
}

// checkKinds refuses geometry that the layer does not take; where no row has any other, it refuses the file.
func (s *sheet) checkKinds() *data.Fault {
	polygons, points, none := takes(s.layer)
	wrong, right, kind := 0, 0, ""
	for i := range s.rows {
		r := &s.rows[i]
		if r.refused != nil {
			r.refused = s.withoutGeometry(r.refused, none)
			continue
		}
		if r.shape.kind == "" {
			continue
		}
		if r.shape.extra {
			r.note(problem{key: keyCollection, severity: data.Doubtful, column: -1})
		}
		switch {
		case polygons && len(r.shape.polygons) > 0:
			right++
		case points && len(r.shape.points) == 1:
			right++
		case points && len(r.shape.points) > 1:
			r.refused = &problem{key: keySeveralPoints, column: -1, value: strconv.Itoa(len(r.shape.points))}
			right++
		default:
			wrong++
			kind = r.shape.kind
			r.refused = &problem{key: keyWrongKind, column: -1, value: r.shape.kind, args: []string{"wanted", wanted(polygons, points)}}
		}
	}
	if wrong > 0 && right == 0 {
		return fatal(keyAllWrongKind, "value", kind, "wanted", wanted(polygons, points))
	}
	return nil
}

// withoutGeometry passes a row without geometry where the layer needs none; a center without one lacks coordinates.
func (s *sheet) withoutGeometry(p *problem, none bool) *problem {
	switch {
	case p.key != keyNoGeometry:
	case none:
		return nil
	case s.layer == data.LayerCenters || s.layer == data.LayerCandidates:
		return &problem{key: keyNoPlace, column: -1}
	}
	return p
}

// wanted is the end of the key "fault.wanted."+… in charts/words.
func wanted(polygons, points bool) string {
	switch {
	case polygons && points:
		return "polygon_or_point"
	case points:
		return "point"
	}
	return "polygon"
}

// checkPlaces refuses a file in projected metres or with latitude before longitude, and rows beyond the globe.
func (s *sheet) checkPlaces() *data.Fault {
	meters, n := 0, 0
	var example orb.Point
	for i := range s.rows {
		p, ok := s.rows[i].shape.first()
		if !ok {
			continue
		}
		n++
		if looksMetric(p) {
			meters++
			example = p
		}
	}
	if meters > 0 && 2*meters >= n {
		return fatal(keyProjected, "value", pointText(example))
	}
	if s.allFirst(swapped) {
		p, _ := s.firstPlace()
		return fatal(keySwapped, "value", pointText(p))
	}
	for i := range s.rows {
		s.checkPoint(&s.rows[i])
	}
	return nil
}

func (s *sheet) firstPlace() (orb.Point, bool) {
	for i := range s.rows {
		if p, ok := s.rows[i].shape.first(); ok {
			return p, true
		}
	}
	return orb.Point{}, false
}

func looksMetric(p orb.Point) bool {
	return math.Abs(p[0]) > 1000 || math.Abs(p[1]) > 1000
}

// pointText writes a position for people, to about 1 cm.
func pointText(p orb.Point) string {
	text := func(v float64) string { return strconv.FormatFloat(math.Round(v*1e7)/1e7, 'f', -1, 64) }
	return text(p[0]) + ", " + text(p[1])
}

func (s *sheet) checkPoint(r *row) {
	if r.refused != nil || len(r.shape.points) != 1 {
		return
	}
	p := r.shape.points[0]
	switch {
	case p == orb.Point{}:
		r.refused = &problem{key: keyNoPlace, column: -1, value: "0, 0"}
	case !(math.Abs(p[0]) <= 180 && math.Abs(p[1]) <= 90):
		r.refused = &problem{key: keyOutOfRange, column: -1, value: pointText(p)}
	}
}

// clean makes the polygons valid and prepares them for measuring, in parallel. Repairs are counted, one fault for each kind.
func (s *sheet) clean(threads int) {
	s.shapes = make([]*geo.Shape, len(s.rows))
	s.spots = make([]orb.Point, len(s.rows))
	repairs := make([]geo.Repairs, len(s.rows))
	parallel(len(s.rows), threads, func(i int) {
		r := &s.rows[i]
		switch {
		case r.refused != nil:
		case len(r.shape.polygons) > 0:
			s.shapes[i], repairs[i], r.refused = cleanPolygons(r.shape.polygons)
			s.spots[i] = s.spotIn(s.shapes[i])
		case len(r.shape.points) == 1:
			s.spots[i] = r.shape.points[0]
		}
		r.shape = shape{kind: r.shape.kind}
	})
	for i, done := range repairs {
		if s.rows[i].refused == nil && done.Any() {
			s.noteRepairs(i, done)
		}
	}
}

// spotIn is the point that stands for a polygon: of a grid its centroid, of a plot a point inside it.
func (s *sheet) spotIn(shape *geo.Shape) orb.Point {
	switch {
	case shape == nil:
	case s.layer == data.LayerGrids:
		return shape.Centroid()
	case s.layer == data.LayerCandidates:
		return shape.InteriorPoint()
	}
	return orb.Point{}
}

func cleanPolygons(given orb.MultiPolygon) (*geo.Shape, geo.Repairs, *problem) {
	valid, done, err := geo.Clean(given)
	if err == nil {
		return geo.NewShape(valid), done, nil
	}
	var defect *geo.Defect
	if !errors.As(err, &defect) {
		panic(err)
	}
	refused := geometryProblem(keyGeometryInvalid + defect.Kind)
	if defect.Kind != geo.DefectEmpty {
		refused.value = pointText(defect.At)
	}
	return nil, done, refused
}

func (s *sheet) noteRepairs(i int, done geo.Repairs) {
	for _, n := range []struct {
		count    int
		key      string
		severity data.Severity
	}{
		{done.Closed, keyRingsClosed, data.Repaired},
		{done.Oriented, keyRingsTurned, data.Notice}, // which way a ring runs says nothing about the place
		{done.Repeated, keyPointsRepeated, data.Repaired},
		{done.EmptyParts, keyPartsEmpty, data.Repaired},
	} {
		if n.count > 0 {
			s.rows[i].note(problem{key: n.key, severity: n.severity, column: -1})
		}
	}
}
