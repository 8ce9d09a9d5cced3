package charts

// ZoneRest is what stands below the numbered blind zones in a list, so that it adds up: label and people of the further zones together, of
// those too small to be listed, and of all that is outside.
type ZoneRest struct {
	Rows []LegendRow
	Sum  LegendRow
	Note string // where rounded parts differ from the rounded total
}

func (m *mapper) zoneRest() ZoneRest {
	r := m.result
	var out ZoneRest
	numbered := r.Zones[:min(MostZones, len(r.Zones))]
	shown := 0.0
	for i := range numbered {
		shown += round(numbered[i].People)
	}
	listed, rest := ZonePeople(r)
	if n := len(r.Zones) - len(numbered); n > 0 {
		out.Rows = append(out.Rows, LegendRow{Label: m.lang.T(Plural("mappage.zones.rest", n), "n", Count(n)), Count: Whole(listed - shown)})
		shown = listed
	}
	if r.ZonesRest.Count > 0 {
		least := r.Profile.Rules["COV-08"].Values["min_people"]
		out.Rows = append(out.Rows, LegendRow{Label: m.lang.T("mappage.small", "least", Headcount(r, m.lang, least.Value)), Count: Whole(rest)})
		shown += rest
	}
	out.Sum = LegendRow{Label: m.lang.T("mappage.sum"), Count: Whole(listed + rest)}
	if shown != listed+rest {
		out.Note = m.lang.T("mappage.rounded")
	}
	return out
}
