package geo

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// Joined is a group of polygons that hang together.
type Joined struct {
	Members []int            // indexes of the polygons, ascending
	Outline orb.MultiPolygon // their union, for drawing; its points are points of the polygons
}

// Join groups polygons that share a stretch of boundary of at least `shared` metres in all, and dissolves the boundaries inside each group.
// Vertices and edges within the tolerance of each other count as the same. Groups stand in the order of their first members.
//
// The polygons are oriented as Clean does it and lie side by side. Two that overlap by more than the tolerance belong together too, but both
// boundaries stay. Lengths are those of a plane with the scale of the middle latitude, for nothing here is a published number.
func Join(polygons []orb.Polygon, shared, tolerance Length) []Joined {
	vertices, rings, owners := flatRings(polygons)
	m := newMesh(rings, owners, tolerance.Meters())
	group := m.group(len(polygons), shared.Meters())
	m.dissolve(group)
	var out []Joined
	number := make([]int, len(polygons)) // of a group, by its first member
	for i, g := range group {
		if int(g) == i {
			number[i] = len(out)
			out = append(out, Joined{})
		}
		out[number[g]].Members = append(out[number[g]].Members, i)
	}
	m.eachPart(func(g int32, loops [][]int32) {
		joined := &out[number[g]]
		joined.Outline = append(joined.Outline, m.polygon(loops, vertices))
	})
	return out
}

// polygon makes a polygon of loops of nodes.
func (m *mesh) polygon(loops [][]int32, vertices []orb.Point) orb.Polygon {
	out := make(orb.Polygon, len(loops))
	for k, loop := range loops {
		ring := make(orb.Ring, 0, len(loop)+1)
		for _, n := range loop {
			ring = append(ring, vertices[m.given[n]])
		}
		out[k] = append(ring, ring[0])
	}
	return out
}

// flatRings lays all rings into one plane; vertices are theirs, one after the other, with longitudes near those of the first.
func flatRings(polygons []orb.Polygon) (vertices []orb.Point, rings [][]XY, owners []int32) {
	n := 0
	for _, polygon := range polygons {
		for _, ring := range polygon {
			n += len(ring)
		}
	}
	vertices = make([]orb.Point, 0, n)
	box := emptyBound()
	for i, polygon := range polygons {
		for _, ring := range polygon {
			for _, p := range open(ring) {
				if len(vertices) > 0 {
					p[0] += 360 * math.Round((vertices[0][0]-p[0])/360)
				}
				vertices = append(vertices, p)
				grow(&box, p)
			}
			owners = append(owners, int32(i))
		}
	}
	north := semiMajor * radians
	east := north * math.Cos((box.Min[1]+box.Max[1])/2*radians)
	points := make([]XY, len(vertices))
	for i, p := range vertices {
		points[i] = XY{(p[0] - box.Min[0]) * east, (p[1] - box.Min[1]) * north}
	}
	for _, polygon := range polygons {
		for _, ring := range polygon {
			n := len(open(ring))
			rings = append(rings, points[:n])
			points = points[n:]
		}
	}
	return vertices, rings, owners
}

// group returns for each of n polygons the first one of its group.
func (m *mesh) group(n int, shared float64) []int32 {
	var contacts []contact
	inner := make([]bool, len(m.edges))
	m.opposites(
		func(e, f border) bool { return e.owner != f.owner },
		func(i, j int) {
			e, f := m.edges[i], m.edges[j]
			inner[i], inner[j] = true, true
			number := int32(len(contacts))
			contacts = append(contacts, contact{min(e.owner, f.owner), max(e.owner, f.owner), number, m.at[e.b].minus(m.at[e.a]).length()})
		},
	)
	slices.SortFunc(contacts, contact.compare)
	groups := newUnions(n)
	m.overlaps(inner, groups.unite)
	length := 0.0
	for i, c := range contacts {
		if i > 0 && (contacts[i-1].a != c.a || contacts[i-1].b != c.b) {
			length = 0
		}
		if length += c.length; length >= shared {
			groups.unite(c.a, c.b)
		}
	}
	for i := range groups {
		groups[i] = groups.first(int32(i))
	}
	return groups
}

// contact is a stretch that two polygons share; contacts are numbered as they are found.
type contact struct {
	a, b, number int32
	length       float64
}

func (c contact) compare(d contact) int {
	return cmp.Or(int(c.a-d.a), int(c.b-d.b), int(c.number-d.number))
}

// unions are groups of numbers that grow together: each number leads to a lower one of its group, the lowest to itself.
type unions []int32

func newUnions(n int) unions {
	u := make(unions, n)
	for i := range u {
		u[i] = int32(i)
	}
	return u
}

// first returns the lowest number of a group.
func (u unions) first(i int32) int32 {
	for u[i] != i {
		u[i] = u[u[i]]
		i = u[i]
	}
	return i
}

func (u unions) unite(i, j int32) {
	i, j = u.first(i), u.first(j)
	u[max(i, j)] = min(i, j)
}
