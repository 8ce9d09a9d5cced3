package charts

import (
	"quarter/data"
)

// legends are the legends of all layers: the classes with their counts, and on the layer of coverage the signs.
func (m *mapper) legends(layers []Layer) map[string][]LegendGroup {
	out := map[string][]LegendGroup{}
	for i := range layers {
		l := &layers[i]
		g := LegendGroup{Title: m.classHead(l), How: "class_" + l.Key}
		for _, c := range l.Classes {
			g.Rows = append(g.Rows, LegendRow{Swatch: c.Swatch, Letter: c.Letter, Label: c.Label, Count: Count(c.Count)})
		}
		out[l.Key] = []LegendGroup{g}
		if l.Plan != nil {
			out[l.Key] = append(out[l.Key], m.planLegend(l.Plan), LegendGroup{Title: m.lang.T("map.plan.legend.now"), How: "sign_count", Rows: m.tierLegend()})
		}
		if l.Circles && m.result.City.HasCenters() {
			out[l.Key] = append(out[l.Key], m.signLegend())
		}
	}
	return out
}

func (m *mapper) signLegend() LegendGroup {
	g := LegendGroup{Title: m.lang.T("chart.map.legend.signs"), How: "sign_count", Rows: m.tierLegend()}
	g.Rows = append(g.Rows, m.zoneLegend()...)
	g.Rows = append(g.Rows, m.siteLegend()...)
	return g
}

// tierLegend counts the centers of each tier, those without a circle, and names the line around the circles.
func (m *mapper) tierLegend() []LegendRow {
	var rows []LegendRow
	n := make(map[string]int)
	for i, c := range m.result.Centers {
		switch {
		case m.result.City.Centers[i].Planned: // is no center yet
		case c.Use.Counted():
			n[m.result.City.Centers[i].Tier.String()]++
		case uncounted(c.Use):
			n[signUncounted]++
		default:
			n["point"]++
		}
	}
	for _, s := range signs {
		if count := n[s.tier.String()]; count > 0 || s.tier != data.TierUnknown {
			rows = append(rows, LegendRow{Swatch: s.key, Label: m.lang.T("tier." + s.tier.String()), Count: Count(count)})
		}
	}
	if n[signUncounted] > 0 {
		rows = append(rows, LegendRow{Swatch: signUncounted, Label: m.lang.T("chart.map.uncounted"), Count: Count(n[signUncounted])})
	}
	if n["point"] > 0 {
		rows = append(rows, LegendRow{Swatch: "none", Label: m.lang.T("chart.map.points"), Count: Count(n["point"])})
	}
	radius := Radius(m.result, m.result.Circle.Radius.Meters())
	return append(rows, LegendRow{Swatch: "circle", Label: m.lang.T("chart.map.circle", "n", radius)})
}

// zoneLegend counts the zones with and without a number.
func (m *mapper) zoneLegend() []LegendRow {
	n := min(MostZones, len(m.result.Zones))
	var rows []LegendRow
	if n > 0 {
		rows = append(rows, LegendRow{Swatch: "zone", Label: m.lang.T("chart.map.zones"), Count: Count(n)})
	}
	if rest := len(m.result.Zones) - n + m.result.ZonesRest.Count; rest > 0 {
		rows = append(rows, LegendRow{Swatch: "zone-rest", Label: m.lang.T("chart.map.zones.rest"), Count: Count(rest)})
	}
	return rows
}

func (m *mapper) siteLegend() []LegendRow {
	n := len(m.result.Sites)
	if n == 0 || m.plan != nil {
		return nil
	}
	first, last := SiteMark(m.lang, 1), SiteMark(m.lang, n)
	return []LegendRow{{Swatch: "site", Letter: first, Label: m.lang.T(Plural("chart.map.sites", n), "first", first, "last", last), Count: Count(n)}}
}
