package load

import (
	"math"
	"strconv"

	"github.com/paulmach/orb"

	"quarter/data"
)

// geometryParts is what a geometry object has said so far.
type geometryParts struct {
	kind       string
	coords     *coordinates // nil: no coordinates member
	children   []shape      // of a collection
	refused    *problem
	collection bool // geometries member seen
}

// coordinates is a nested array laid flat. height is 1 for a position, 2 for a line or ring, 3 for a polygon, 4 for several; 0 for
// an empty array.
type coordinates struct {
	height int
	points []orb.Point
	rings  []int // end of each array of positions, in points
	parts  []int // end of each array of rings, in rings
}

var heights = map[string]int{"Point": 1, "MultiPoint": 2, "LineString": 2, "MultiLineString": 3, "Polygon": 3, "MultiPolygon": 4}

func isGeometryType(kind string) bool { return heights[kind] > 0 || kind == "GeometryCollection" }

// geometry reads a geometry object, or null. What is wrong with it refuses the row, never the file.
func (d *geojsonReader) geometry(r *row) (shape, *problem) {
	switch d.peek() {
	case 'n':
		d.skip()
		return shape{}, &problem{key: keyNoGeometry, column: -1}
	case '{':
	default:
		d.skip()
		return shape{}, geometryProblem(keyGeometryBad, "what", "object")
	}
	var g geometryParts
	d.open('{')
	for name, ok := d.member(true); ok; name, ok = d.member(false) {
		switch string(name) {
		case "type":
			g.kind, _ = d.stringOr()
		case "coordinates":
			d.geometryMember("coordinates", &g, r)
		case "geometries":
			d.geometryMember("geometries", &g, r)
		case "bbox":
			d.bbox(r)
		default:
			d.skip()
		}
	}
	return g.build()
}

func geometryProblem(key string, args ...string) *problem {
	return &problem{key: key, column: -1, args: args}
}

func (d *geojsonReader) geometryMember(name string, g *geometryParts, r *row) {
	switch name {
	case "coordinates":
		if g.coords != nil {
			g.refused = geometryProblem(keyDuplicateMember, "member", name)
		}
		var refused *problem
		if g.coords, refused = d.coords.read(d.jsonScanner, r); refused != nil {
			g.refused = refused
		}
	case "geometries":
		d.geometries(g, r)
	case "bbox":
		d.bbox(r)
	}
}

func (d *geojsonReader) geometries(g *geometryParts, r *row) {
	g.collection = true
	if d.peek() != '[' {
		d.skip()
		g.refused = geometryProblem(keyGeometryBad, "what", "geometries")
		return
	}
	d.open('[')
	for first := true; d.element(first); first = false {
		child, refused := d.geometry(r)
		if refused != nil {
			g.refused = refused
			continue
		}
		g.children = append(g.children, child)
	}
}

// build makes the shape, once all members are known.
func (g *geometryParts) build() (shape, *problem) {
	if g.refused != nil {
		return shape{}, g.refused
	}
	if g.kind == "GeometryCollection" {
		return g.collect()
	}
	want := heights[g.kind]
	switch {
	case g.kind == "":
		return shape{}, geometryProblem(keyGeometryBad, "what", "type")
	case want == 0:
		return shape{}, &problem{key: keyGeometryBad, column: -1, value: shorten(g.kind), args: []string{"what", "unknown"}}
	case g.coords == nil:
		return shape{}, geometryProblem(keyGeometryBad, "what", "coordinates")
	case g.coords.height == 0:
		return shape{}, &problem{key: keyNoGeometry, column: -1}
	case g.coords.height != want:
		return shape{}, &problem{key: keyCoordinates, column: -1, value: g.kind, args: []string{"what", "depth"}}
	}
	return g.coords.shape(g.kind), nil
}

// collect takes the polygons of a collection, else its points; what stands beside them is noted.
func (g *geometryParts) collect() (shape, *problem) {
	if !g.collection {
		return shape{}, geometryProblem(keyGeometryBad, "what", "geometries")
	}
	if len(g.children) == 0 {
		return shape{}, &problem{key: keyNoGeometry, column: -1}
	}
	out := shape{kind: "GeometryCollection"}
	others := 0
	for _, c := range g.children {
		out.polygons = append(out.polygons, c.polygons...)
		out.points = append(out.points, c.points...)
		if c.polygons == nil && c.points == nil || c.extra {
			others++
		}
	}
	if len(out.polygons) > 0 && len(out.points) > 0 {
		out.points, others = nil, others+1
	}
	out.extra = others > 0
	return out, nil
}

func (c *coordinates) shape(kind string) shape {
	s := shape{kind: kind}
	switch kind {
	case "Point", "MultiPoint":
		s.points = c.points
	case "Polygon":
		s.polygons = orb.MultiPolygon{c.polygon(0, len(c.rings))}
	case "MultiPolygon":
		s.polygons = make(orb.MultiPolygon, len(c.parts))
		from := 0
		for i, to := range c.parts {
			s.polygons[i] = c.polygon(from, to)
			from = to
		}
	}
	return s
}

func (c *coordinates) polygon(from, to int) orb.Polygon {
	polygon := make(orb.Polygon, to-from)
	for i := range polygon {
		start := 0
		if from+i > 0 {
			start = c.rings[from+i-1]
		}
		end := c.rings[from+i]
		polygon[i] = c.points[start:end:end]
	}
	return polygon
}

// coordReader reads coordinates; its slices are used again and again, a row gets a copy of its own size.
type coordReader struct {
	*jsonScanner
	coordinates
	refused *problem
	quoted  bool // a number stood in quotes
	zs      bool // there were further ordinates
}

// read reads one coordinates member. A structure that is not GeoJSON refuses the row.
func (c *coordReader) read(s *jsonScanner, r *row) (*coordinates, *problem) {
	*c = coordReader{jsonScanner: s, coordinates: coordinates{points: c.points[:0], rings: c.rings[:0], parts: c.parts[:0]}}
	if s.peek() != '[' {
		s.skip()
		return &coordinates{}, &problem{key: keyCoordinates, column: -1, args: []string{"what", "array"}}
	}
	height := c.array()
	if c.refused != nil {
		return &coordinates{}, c.refused
	}
	if c.quoted {
		r.note(problem{key: keyCoordinateText, severity: data.Repaired, column: -1})
	}
	if c.zs {
		r.note(problem{key: keyZ, severity: data.Notice, column: -1})
	}
	return c.copy(height), nil
}

func (c *coordReader) copy(height int) *coordinates {
	out := coordinates{height: height, points: make([]orb.Point, len(c.points))}
	copy(out.points, c.points)
	if height > 2 {
		out.rings = append(out.rings, c.rings...)
	}
	if height > 3 {
		out.parts = append(out.parts, c.parts...)
	}
	return &out
}

// array reads an array and returns its height; 0 when it is empty or holds only empty arrays.
func (c *coordReader) array() int {
	c.open('[')
	height := -1 // of the children, once one tells
	empty := 0
	for first := true; c.element(first); first = false {
		switch b := c.peek(); {
		case b == '[':
			h := 1
			if !c.plainPosition() {
				h = c.array()
			}
			switch {
			case h == 0 && height > 1:
				c.close(height)
			case h == 0:
				empty++
			case height < 0:
				height = h
				c.close(h)
			case height != h:
				c.refuse("depth")
			default:
				c.close(h)
			}
		case first:
			c.position(b)
			return 1
		default:
			c.skip()
			c.refuse("depth")
		}
	}
	if height < 0 {
		return 0
	}
	if empty > 0 {
		c.refuse("empty")
	}
	return height + 1
}

// plainPosition is the fast road for what most arrays are: [x,y] without blanks, wholly in the window. It reports false, and reads
// nothing, for any other.
func (c *coordReader) plainPosition() bool {
	from := c.pos
	c.pos++
	x, ok := c.shortNumber()
	if ok && c.depth < maxDepth && c.buf[c.pos] == ',' {
		c.pos++
		y, ok := c.shortNumber()
		if ok && c.buf[c.pos] == ']' {
			c.pos++
			c.points = append(c.points, orb.Point{x, y})
			return true
		}
	}
	c.pos = from
	return false
}

// close ends a child of height h in the flat lists.
func (c *coordReader) close(h int) {
	switch h {
	case 2:
		c.rings = append(c.rings, len(c.points))
	case 3:
		c.parts = append(c.parts, len(c.rings))
	case 4:
		c.refuse("depth")
	}
}

func (c *coordReader) refuse(what string) {
	if c.refused == nil {
		c.refused = &problem{key: keyCoordinates, column: -1, args: []string{"what", what}}
	}
}

// position reads the rest of an array whose first element is a number.
func (c *coordReader) position(b byte) {
	var at orb.Point
	n := 0
	for first := true; first || c.element(false); first = false {
		v := c.ordinate(b)
		if n < 2 {
			at[n] = v
		}
		n++
		b = 0
	}
	switch {
	case n < 2:
		c.refuse("short")
	case n > 2:
		c.zs = true
	}
	if math.IsNaN(at[0]-at[0]) || math.IsNaN(at[1]-at[1]) {
		c.refuse("finite")
	}
	c.points = append(c.points, at)
}

func (c *coordReader) ordinate(b byte) float64 {
	if b == 0 {
		b = c.peek()
	}
	switch {
	case isNumberStart(b):
		return c.number()
	case b == '"':
		raw := c.text()
		if v, err := strconv.ParseFloat(string(raw), 64); err == nil && isNumber(raw) {
			c.quoted = true
			return v
		}
		c.refuse("number")
	default:
		c.skip()
		c.refuse("number")
	}
	return 0
}

// bbox checks a bbox member. It is never used, so a wrong one is only noted.
func (d *geojsonReader) bbox(r *row) {
	ok := d.peek() == '['
	n := 0
	if !ok {
		d.skip()
	} else {
		d.open('[')
		for first := true; d.element(first); first = false {
			if !isNumberStart(d.peek()) {
				ok = false
			}
			d.skip()
			n++
		}
	}
	if !ok || n != 4 && n != 6 {
		r.note(problem{key: keyBBox, severity: data.Notice, column: -1})
	}
}
