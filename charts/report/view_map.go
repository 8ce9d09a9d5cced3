package report

import (
	"html/template"

	"quarter/charts"
	"quarter/charts/atlas"
	"quarter/coverage"
)

// stillWidth is the width in pixels for which the still of the map is drawn, halfWidth that of one beside another figure; they are shown as wide
// as their box.
const stillWidth, halfWidth = 1000, 632

// mapView is the map with everything around it. All layers stand in the page; the first is shown until the script shows another, and on paper.
type mapView struct {
	Layers []mapLayer
	Still  template.HTML // of the first layer
	Alt    string
	Source string
	Permit string

	Tabs, Find, None, In, Out, Whole, Keys, Wheel, Comma string // words for the reader of a screen
}

// mapLayer is what is said of one layer.
type mapLayer struct {
	Key, Name, Title, Reading, Class string
	Legend                           []charts.LegendGroup
	Zones                            *zoneList // nil where the layer has none
	Sites                            *siteList
}

// siteList is the list beside the map of a plan: every site that has a number.
type siteList struct {
	Title, Place, New, After string
	Rows                     []siteLine
}

type siteLine struct{ Number, Unit, Name, New, After string }

// zoneList is the list beside the map: every blind zone that has a number, the others together, and the total.
type zoneList struct {
	Title, Place, People, Away string
	Rows                       []zoneRow
	Rest                       []Line
	Sum                        Line
	Note                       string
}

type zoneRow struct{ Number, Name, People, Away string }

func (v *view) mapSection() *section {
	f, kicker := v.mapFigure(), "page.section.map"
	if v.plan != nil {
		kicker = "plan.section.map"
	}
	s := &section{Template: "mapsection", ID: "map", Class: "mapsec", Kicker: v.t(kicker), Title: f.Title, Figure: f}
	if f.Map != nil {
		v.ground = f.Map
		s.Map = v.mapView(f.Map)
	}
	return s
}

// mapFigure is the map, of a page with a plan with the plan as its first layer.
func (v *view) mapFigure() *figure {
	if v.plan == nil {
		return v.figure("map")
	}
	return v.keep(charts.PlanFigure(v.plan.Plan, v.lang))
}

func (v *view) mapView(m *charts.Map) *mapView {
	out := &mapView{
		Still: still(m, &m.Layers[0], stillWidth, "still-map"), Alt: m.Layers[0].Alt, Source: m.Source, Permit: m.Permit,
		Tabs: v.t("mappage.layers"), Find: v.t("mappage.find"), None: v.t("mappage.find.none"), In: v.t("mappage.in"), Out: v.t("mappage.out"),
		Whole: v.t("mappage.whole"), Keys: v.t("mappage.keys"), Wheel: v.t("mappage.wheel"), Comma: v.t("page.comma"),
	}
	if m.Kind != "communities" {
		out.Find = v.t("mappage.find.grids")
	}
	for i := range m.Layers {
		l := &m.Layers[i]
		layer := mapLayer{Key: l.Key, Name: l.Name, Title: l.Title, Reading: l.Reading, Legend: m.Legends[l.Key]}
		if i == 0 {
			layer.Class = " first on"
		}
		switch l.Key {
		case "coverage":
			layer.Zones = v.zoneList()
		case "plan":
			layer.Sites = v.siteList()
		}
		out.Layers = append(out.Layers, layer)
	}
	return out
}

// still is a layer of the map as it stands in the page where no script runs, and on paper.
func still(m *charts.Map, l *charts.Layer, width float64, id string) template.HTML {
	return template.HTML(atlas.Still(m, l, width, id)) // made by us, names in it are escaped
}

// zoneList is nil where blind zones are not listed, or there are none.
func (v *view) zoneList() *zoneList {
	r := v.r
	if v.compared || !r.Total().Get("coverage_pop").Known || len(r.Zones) == 0 {
		return nil
	}
	out := &zoneList{Title: v.t("mappage.zones"), Place: v.t("page.col.place"), People: v.t("page.head." + v.r.Basis.Basis.String()), Away: v.t("mappage.away")}
	for i := range r.Zones[:min(charts.MostZones, len(r.Zones))] {
		z := &r.Zones[i]
		out.Rows = append(out.Rows, zoneRow{
			charts.Count(i + 1), v.names.Zone(z), charts.Whole(z.People), charts.Number(v.lang, z.Distance, charts.Meters),
		})
	}
	below := v.ground.ZoneRest
	for _, row := range below.Rows {
		out.Rest = append(out.Rest, Line{row.Label, row.Count})
	}
	out.Sum, out.Note = Line{below.Sum.Label, below.Sum.Count}, below.Note
	return out
}

// places are the units that can be looked for on the map, and what each region belongs to: [key, name, code, name of the unit above].
type places struct {
	Units [][4]string `json:"units"`
	Above []string    `json:"above"` // key of the unit of the breakdown of each region
}

func (v *view) places() places {
	var out places
	m := v.ground
	if m.Kind != "communities" {
		for k, i := range m.Unit {
			out.Units = append(out.Units, [4]string{m.Keys[k], v.names.Grid(i), v.r.City.Grids[i].Code, v.names.Distinct(v.r.Community(v.r.City.Grids[i].Community))})
		}
		return out
	}
	add := func(u *coverage.Unit) {
		out.Units = append(out.Units, [4]string{charts.UnitKey(u), v.names.Name(u), u.Code, v.names.Parent(u)})
	}
	for i := range v.units {
		if v.level != coverage.LevelCommunity && !v.units[i].Virtual {
			add(&v.units[i])
		}
	}
	for _, i := range m.Unit {
		u := v.r.Community(i)
		add(u)
		out.Above = append(out.Above, v.above(u))
	}
	return out
}

// above is the key of the unit of the breakdown that a community lies in.
func (v *view) above(u *coverage.Unit) string {
	for u.Level > v.level && u.Parent >= 0 {
		u = &v.r.Units[u.Parent]
	}
	return charts.UnitKey(u)
}
