package coverage

import (
	"bufio"
	"io"
	"strconv"

	"github.com/paulmach/orb"

	"quarter/data"
	"quarter/geo"
)

// circleVertices is how finely a drawn circle is cut; measured numbers never come from it.
const circleVertices = 256

// WriteCommunities writes the communities as GeoJSON, with their figures as properties: keys of Metrics, missing numbers as null. A
// community without outline has a null geometry.
func (r *Result) WriteCommunities(w io.Writer) error {
	units := r.Level(LevelCommunity)
	return WriteFeatures(w, len(units), func(i int) (orb.Geometry, []Property) {
		u, c := &units[i], &r.City.Communities[i]
		props := []Property{{"code", c.Code}, {"name", c.Name}, {"street", r.City.Streets[c.Street].Name}, {"demand", u.Demand.String()}}
		for k, v := range u.Values {
			props = append(props, Property{Metrics[k].Key, v.Number})
		}
		for _, v := range u.Verdicts {
			props = append(props, Property{Rules[v.Rule].ID, v.Outcome.String()})
		}
		return outline(c.Shape), props
	})
}

// WriteGrids writes the grids as GeoJSON.
func (r *Result) WriteGrids(w io.Writer) error {
	return WriteFeatures(w, len(r.Grids), func(i int) (orb.Geometry, []Property) {
		g, c := &r.Grids[i], &r.City.Grids[i]
		var shape orb.Geometry = c.Point
		if c.Shape != nil {
			shape = outline(c.Shape)
		}
		return shape, []Property{
			{"code", c.Code}, {"name", c.Name}, {"community", r.City.Communities[c.Community].Code},
			{"people", g.People}, {"households", g.Households},
			{"coverage", r.said(g.Share)}, {"coverage_strict", r.said(g.StrictShare)},
			{"nearest_center", r.centerCode(g.Nearest)}, {"nearest_centroid_m", g.NearestCentroid}, {"nearest_mean_m", g.NearestMean},
			{"size", g.Size.String()}, {"workload", g.Workload},
		}
	})
}

// WriteCenters writes all centers as GeoJSON points, those that do not count included.
func (r *Result) WriteCenters(w io.Writer) error {
	return WriteFeatures(w, len(r.Centers), func(i int) (orb.Geometry, []Property) {
		return r.City.Centers[i].Point, r.centerProperties(i)
	})
}

// WriteCircles writes the service circles of the counted centers as GeoJSON polygons of 256 sides: for drawing, not for measuring.
func (r *Result) WriteCircles(w io.Writer) error {
	var counted []int
	for i := range r.Centers {
		if r.Centers[i].Use.Counted() {
			counted = append(counted, i)
		}
	}
	return WriteFeatures(w, len(counted), func(k int) (orb.Geometry, []Property) {
		i := counted[k]
		ring := geo.Circle(r.City.Centers[i].Point, r.Circle.Radius, circleVertices)
		return orb.Polygon{ring}, append(r.centerProperties(i), Property{"radius_m", r.Circle.Radius.Meters()})
	})
}

// WriteOutline writes the service area as GeoJSON: the outline of all service circles together, to 0.1 m. For drawing, not for measuring.
func (r *Result) WriteOutline(w io.Writer) error {
	area := r.ServiceArea(zoneFlatness)
	return WriteFeatures(w, min(len(area), 1), func(int) (orb.Geometry, []Property) {
		return area, []Property{{"radius_m", r.Circle.Radius.Meters()}}
	})
}

// WriteZones writes the blind zones as GeoJSON, most people first, and behind them, with listed false, all that is too small to be
// listed, as one feature. A zone of people at points has its point.
func (r *Result) WriteZones(w io.Writer) error {
	n := len(r.Zones)
	if r.ZonesRest.Count > 0 {
		n++
	}
	return WriteFeatures(w, n, func(i int) (orb.Geometry, []Property) {
		if i == len(r.Zones) {
			rest := &r.ZonesRest
			return multi(rest.Shape), []Property{
				{"listed", false}, {"zones", float64(rest.Count)}, {"people", rest.People}, {"households", r.saidHouseholds(rest.Households)}, {"area_m2", rest.Area},
			}
		}
		z := &r.Zones[i]
		u := &r.Units[z.Unit]
		var shape orb.Geometry = z.Point
		if len(z.Shape) > 0 {
			shape = multi(z.Shape)
		}
		return shape, []Property{
			{"listed", true}, {"rank", float64(i + 1)}, {"unit_code", u.Code}, {"unit", u.Name}, {"direction", z.Direction.String()},
			{"people", z.People}, {"households", r.saidHouseholds(z.Households)}, {"area_m2", z.Area},
			{"nearest_center", r.centerCode(z.Nearest)}, {"distance_m", z.Distance},
		}
	})
}

func (r *Result) centerProperties(i int) []Property {
	c, center := &r.Centers[i], &r.City.Centers[i]
	out := []Property{
		{"code", center.Code}, {"name", center.Name}, {"tier", center.Tier.String()}, {"status", center.Status.String()},
		{"use", c.Use.String()}, {"floor_area", center.FloorArea}, {"people_in_circle", data.Number{V: c.People, Known: c.Use.Counted()}},
	}
	if center.Planned {
		out = append(out, Property{"planned", true})
	}
	return out
}

func outline(s *geo.Shape) orb.Geometry {
	if s == nil {
		return nil
	}
	return multi(s.Geometry())
}

// multi is the geometry of polygons: one alone is a Polygon, none is nothing.
func multi(mp orb.MultiPolygon) orb.Geometry {
	switch len(mp) {
	case 0:
		return nil
	case 1:
		return mp[0]
	}
	return mp
}

// Property is a property of a GeoJSON feature.
type Property struct {
	Key   string
	Value any // string, bool, float64 or data.Number
}

// WriteFeatures streams a FeatureCollection, one feature a line, coordinates with seven decimals (1 cm).
func WriteFeatures(w io.Writer, n int, feature func(i int) (orb.Geometry, []Property)) error {
	out := bufio.NewWriterSize(w, 1<<16)
	out.WriteString(`{"type":"FeatureCollection","features":[`)
	var line []byte
	for i := range n {
		geometry, props := feature(i)
		line = append(line[:0], []string{"\n", ",\n"}[min(i, 1)]...)
		line = append(line, `{"type":"Feature","properties":{`...)
		for k, p := range props {
			if k > 0 {
				line = append(line, ',')
			}
			line = appendProperty(line, p)
		}
		line = append(line, `},"geometry":`...)
		line = append(appendGeometry(line, geometry), '}')
		out.Write(line)
	}
	out.WriteString("\n]}\n")
	return out.Flush() // a bufio.Writer keeps the first error
}

func appendProperty(b []byte, p Property) []byte {
	b = append(strconv.AppendQuote(b, p.Key), ':')
	switch v := p.Value.(type) {
	case float64:
		return appendFloat(b, v)
	case bool:
		return strconv.AppendBool(b, v)
	case data.Number:
		if !v.Known {
			return append(b, "null"...)
		}
		return appendFloat(b, v.V)
	default:
		return appendString(b, v.(string))
	}
}

func appendGeometry(b []byte, g orb.Geometry) []byte {
	switch g := g.(type) {
	case orb.Point:
		b = append(b, `{"type":"Point","coordinates":`...)
		b = appendPoint(b, g)
	case orb.Polygon:
		b = append(b, `{"type":"Polygon","coordinates":`...)
		b = appendPolygon(b, g)
	case orb.MultiPolygon:
		b = append(b, `{"type":"MultiPolygon","coordinates":`...)
		b = appendList(b, g, appendPolygon)
	default:
		return append(b, "null"...)
	}
	return append(b, '}')
}

func appendPolygon(b []byte, p orb.Polygon) []byte { return appendList(b, p, appendRing) }

func appendRing(b []byte, r orb.Ring) []byte { return appendList(b, r, appendPoint) }

func appendPoint(b []byte, p orb.Point) []byte {
	b = append(b, '[')
	b = strconv.AppendFloat(b, p[0], 'f', 7, 64)
	b = append(b, ',')
	b = strconv.AppendFloat(b, p[1], 'f', 7, 64)
	return append(b, ']')
}

func appendList[S ~[]T, T any](b []byte, items S, one func([]byte, T) []byte) []byte {
	b = append(b, '[')
	for i, item := range items {
		if i > 0 {
			b = append(b, ',')
		}
		b = one(b, item)
	}
	return append(b, ']')
}
