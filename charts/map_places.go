package charts

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/paulmach/orb"

	"quarter/charts/words"
	"quarter/coverage"
)

// zonePeopleFrom is the number of people (or households) from which a blind zone shows them under its number.
const zonePeopleFrom = 2500

// nameUnits are the names of the units of the breakdown, the most people first.
func (m *mapper) nameUnits() []Place {
	level, units := Breakdown(m.result)
	if len(units) < 2 {
		return nil
	}
	order := make([]*coverage.Unit, 0, len(units))
	for i := range units {
		if !units[i].Virtual {
			order = append(order, &units[i])
		}
	}
	slices.SortStableFunc(order, func(a, b *coverage.Unit) int {
		return cmp.Or(cmp.Compare(b.People.Total, a.People.Total), cmp.Compare(b.Ground.Total, a.Ground.Total))
	})
	var out []Place
	hearts := m.hearts(level)
	for _, u := range order {
		if at, ok := hearts[u.Index]; ok {
			out = append(out, Place{At: rounded(at), Text: m.names.Distinct(u), Unit: UnitKey(u)})
		}
	}
	return out
}

// hearts are points well inside the units of a level, by their index: inside their own outlines where they have one, else that of what is
// drawn of them which lies nearest to their middle.
func (m *mapper) hearts(level coverage.Level) map[int]orb.Point {
	below := map[int][]weighed{}
	for _, unit := range m.ground.unit {
		community, at := m.placed(unit)
		index := community
		if level != coverage.LevelCommunity {
			index = groupOf(m.result, level, community)
		}
		below[index] = append(below[index], at)
	}
	out := map[int]orb.Point{}
	for index, places := range below {
		out[index] = nearestToMiddle(places)
	}
	city := m.result.City
	for i := range m.result.Level(level) {
		switch {
		case level == coverage.LevelStreet && city.Streets[i].Shape != nil:
			out[i] = city.Streets[i].Shape.InteriorPoint()
		case level == coverage.LevelDistrict && city.Districts[i].Shape != nil:
			out[i] = city.Districts[i].Shape.InteriorPoint()
		}
	}
	return out
}

// weighed is a place and its weight.
type weighed struct {
	at     orb.Point
	weight float64
}

// placed is the community of what is drawn, and where it lies: a community inside its outline, by its area; a grid at its middle, each alike.
func (m *mapper) placed(unit int) (community int, at weighed) {
	if m.ground.kind == "communities" {
		shape := m.result.City.Communities[unit].Shape
		return unit, weighed{shape.InteriorPoint(), shape.Area()}
	}
	g := &m.result.City.Grids[unit]
	return g.Community, weighed{g.Point, 1}
}

// nearestToMiddle is the one of some places that lies nearest to the middle of all.
func nearestToMiddle(places []weighed) orb.Point {
	var lon, lat, weight float64
	for _, p := range places {
		lon, lat, weight = lon+p.at[0]*p.weight, lat+p.at[1]*p.weight, weight+p.weight
	}
	far := func(p weighed) float64 { return math.Hypot(p.at[0]-lon/weight, p.at[1]-lat/weight) }
	return slices.MinFunc(places, func(a, b weighed) int { return cmp.Compare(far(a), far(b)) }).at
}

// zoneHead are the labels of a numbered zone's tooltip.
func (m *mapper) zoneHead() []string {
	return []string{m.lang.T("page.col.place"), peopleWord(m.result, m.lang), m.lang.T("page.col.nearestcenter"), m.lang.T("page.col.away")}
}

// zones are the numbered blind zones.
func (m *mapper) zones() []Place {
	var out []Place
	for i := range m.result.Zones[:min(MostZones, len(m.result.Zones))] {
		z := &m.result.Zones[i]
		p := Place{At: rounded(z.Point), Text: itoa(i + 1), Unit: UnitKey(&m.result.Units[z.Unit]), Tip: []string{
			m.lang.T("chart.map.zone", "n", i+1), m.names.Zone(z), Whole(z.People), ZoneCenter(m.names, z), Number(m.lang, z.Distance, Meters),
		}}
		if z.People >= zonePeopleFrom {
			p.More = Headcount(m.result, m.lang, z.People)
		}
		out = append(out, p)
	}
	return out
}

// siteHead are the labels of a site's tooltip.
func (m *mapper) siteHead() []string {
	return []string{m.lang.T("page.col.place"), m.lang.T("page.col.newcov"), m.lang.T("page.col.after")}
}

func (m *mapper) sites() []Place {
	if m.plan != nil {
		return nil
	}
	var out []Place
	for _, site := range m.result.Sites {
		mark := SiteMark(m.lang, site.Rank)
		out = append(out, Place{At: rounded(site.Point), Text: mark, Unit: UnitKey(m.result.Community(site.Community)), Tip: []string{
			m.lang.T("chart.map.site", "n", mark), SitePlace(m.names, m.result, site), Whole(site.NewPeople), Rate(site.Share) + "%",
		}})
	}
	return out
}

// SiteMark is what a recommended site is called by its rank, from 1: 甲, 乙 … or A, B …, so that it is never taken for the number of a
// blind zone. Ranks beyond the marks stand as numbers.
func SiteMark(lang words.Lang, rank int) string {
	marks := strings.Fields(lang.T("map.site.marks"))
	if rank > len(marks) {
		return itoa(rank)
	}
	return marks[rank-1]
}
