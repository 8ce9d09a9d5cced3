package charts

import (
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// MostZones is how many blind zones carry a number on the map and stand in the figure; the list holds all.
const MostZones = 15

// mostOf is the share of a unit's people from which its blind zone is called most of it.
const mostOf = .50

// blindZones ranks the connected parts outside all circles by people.
func blindZones(r *coverage.Result, lang words.Lang) Figure {
	if !r.Total().Get("coverage_pop").Known {
		return absent("zones", lang.T("chart.notevaluated."+WhyNoCoverage(r)), lang)
	}
	least, regulated := r.Profile.Rules["COV-08"].Values["min_people"]
	switch {
	case !regulated:
		return absent("zones", lang.T("chart.zones.unregulated"), lang)
	case len(r.Zones) == 0:
		f := absent("zones", lang.T("chart.zones.none", "least", Headcount(r, lang, least.Value), "rest", shownIf(r.ZonesRest.Count > 0, zonesRest(r, lang))), lang)
		f.Title = f.Absent
		return f
	}
	z := &zones{result: r, lang: lang, names: NewNamer(r, lang)}
	f := Figure{
		Key: "zones", Title: z.title(),
		Subtitle: lang.T("chart.zones.subtitle", "people", peopleWord(r, lang), "unit", peopleUnit(r, lang), "least", Headcount(r, lang, least.Value)),
		Drawing:  z.drawing(),
		Table:    z.table(),
		Hows:     []string{"", "", "zone_people", "zone_area", "", "zone_distance"},
		Units:    numbered("z", 1, len(z.shown())),
		Note:     z.note(),
	}
	return finding(f, lang)
}

type zones struct {
	result *coverage.Result
	lang   words.Lang
	names  *Namer
}

// Zone is the name of a blind zone: its street, and where it lies in it.
func (n *Namer) Zone(z *coverage.Zone) string {
	return n.lang.T("zone.name", "name", n.Distinct(&n.result.Units[z.Unit]), "where", n.ZoneWhere(z))
}

// ZoneWhere says where a blind zone lies in its street, or that it is most of it.
func (n *Namer) ZoneWhere(z *coverage.Zone) string {
	u := &n.result.Units[z.Unit]
	if total := u.People.Total; total > 0 && z.People > mostOf*total {
		return n.lang.T("zone.where.most")
	}
	return n.lang.T("zone.where." + z.Direction.String())
}

func (z *zones) shown() []coverage.Zone {
	return z.result.Zones[:min(MostZones, len(z.result.Zones))]
}

func (z *zones) title() string {
	all := z.result.Zones
	listed, _ := ZonePeople(z.result)
	return z.lang.T(Plural("chart.zones.title", len(all)), "n", Count(len(all)), "people", Headcount(z.result, z.lang, listed),
		"name", z.names.Zone(&all[0]), "worst", Headcount(z.result, z.lang, all[0].People))
}

func (z *zones) drawing() *Drawing {
	out := &rows{tips: Tips{Head: z.head()[1:]}, unit: z.lang.T("chart.zones.unit", "unit", peopleUnit(z.result, z.lang))}
	for i := range z.shown() {
		zone := &z.result.Zones[i]
		name := z.lang.T("chart.zones.name", "n", Count(i+1), "name", z.names.Zone(zone))
		cells := z.cells(i)
		value := Whole(zone.People)
		if zone.Distance.Known {
			value = z.lang.T("chart.zones.value", "n", value, "d", Meters(zone.Distance.V))
		}
		out.add(name, data.Num(zone.People), Short, value, cells...)
	}
	return out.drawing("zones")
}

func (z *zones) head() []string {
	return []string{z.lang.T("page.col.zone"), peopleWord(z.result, z.lang), z.lang.T("page.col.hectares"), z.lang.T("page.col.nearestcenter"), z.lang.T("page.col.away")}
}

// cells are what is said of a zone after its name.
func (z *zones) cells(i int) []string {
	zone := &z.result.Zones[i]
	return []string{Whole(zone.People), ZoneArea(zone), ZoneCenter(z.names, zone), Number(z.lang, zone.Distance, Meters)}
}

// ZoneArea writes the ground of a zone in hectares; people at points have none.
func ZoneArea(zone *coverage.Zone) string {
	if zone.Area <= 0 {
		return "–"
	}
	return Hectares(zone.Area)
}

// ZoneCenter is the name of the center nearest to a zone.
func ZoneCenter(n *Namer, zone *coverage.Zone) string {
	if zone.Nearest == data.None {
		return "–"
	}
	return n.Center(zone.Nearest)
}

func (z *zones) table() [][]string {
	out := [][]string{append([]string{z.lang.T("page.col.rank")}, z.head()...)}
	for i := range z.shown() {
		out = append(out, append([]string{Count(i + 1), z.names.Zone(&z.result.Zones[i])}, z.cells(i)...))
	}
	return out
}

// note is what is not drawn: further zones, and those too small to be listed.
func (z *zones) note() string {
	note := ""
	if more := z.result.Zones[len(z.shown()):]; len(more) > 0 {
		note = z.lang.T(Plural("chart.zones.more", len(more)), "n", Count(len(more)), "least", Whole(more[len(more)-1].People), "most", Whole(more[0].People), "unit", peopleUnit(z.result, z.lang))
	}
	if z.result.ZonesRest.Count > 0 {
		note += z.lang.T("chart.zones.small", "rest", zonesRest(z.result, z.lang))
	}
	return note
}

// zonesRest counts the zones that are too small to be listed.
func zonesRest(r *coverage.Result, lang words.Lang) string {
	_, rest := ZonePeople(r)
	return lang.T(Plural("chart.zones.rest", r.ZonesRest.Count), "n", Count(r.ZonesRest.Count), "people", Headcount(r, lang, rest))
}
