package report

import (
	"html"
	"strconv"
	"strings"
	"testing"

	"quarter/charts"
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// Headline, reading sentence and legend of every layer stand in the page; one of them is shown without the script.
func TestEveryLayerStandsInThePage(t *testing.T) {
	for _, lang := range []words.Lang{words.Chinese, words.English} {
		p := page(t, town(), lang)
		got := render(t, p)
		m := charts.NewMap(p.Result, lang)
		for i := range m.Layers {
			l := &m.Layers[i]
			for _, want := range []string{l.Title, l.Reading, l.Name, m.Legends[l.Key][0].Title} {
				if !strings.Contains(got, html.EscapeString(want)) {
					t.Errorf("%s: the page lacks %q", l.Key, want)
				}
			}
		}
		if n := strings.Count(got, `class="readmap lay first on"`); n != 1 {
			t.Errorf("%d layers are shown", n)
		}
	}
}

// The list beside the map adds up to the people outside, to the last one, or says that rounding keeps it from doing so.
func TestZonesBesideTheMapAddUp(t *testing.T) {
	for _, people := range []float64{1, .37, 33.3, 2.5} {
		c := town()
		for i := range c.Grids {
			if n := &c.Grids[i].People[data.Resident]; n.Known {
				n.V *= people
			}
		}
		v := newView(page(t, c, words.Chinese))
		z := v.zoneList()
		if z == nil {
			t.Fatal("no list")
		}
		sum := 0.0
		for _, row := range z.Rows {
			sum += whole(t, row.People)
		}
		for _, row := range z.Rest {
			sum += whole(t, row.Value)
		}
		if total := whole(t, z.Sum.Value); (sum != total) != (z.Note != "") {
			t.Errorf("×%g: parts %g, total %g, note %q", people, sum, total, z.Note)
		}
		if z.Sum.Value != v.peopleOf(v.r.Total()).Uncovered {
			t.Errorf("×%g: total %s, outside %s", people, z.Sum.Value, v.peopleOf(v.r.Total()).Uncovered)
		}
	}
}

func whole(t *testing.T, text string) float64 {
	t.Helper()
	n, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", ""), 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// Every community that is drawn can be looked for, and says to which unit of the breakdown it belongs.
func TestPlacesOfTheMap(t *testing.T) {
	v := newView(page(t, town(), words.Chinese))
	places := v.places()
	byKey := map[string][4]string{}
	for _, p := range places.Units {
		byKey[p[0]] = p
	}
	for i, key := range v.ground.Keys {
		p, u := byKey[key], v.r.Community(v.ground.Unit[i])
		if p[1] != v.names.Name(u) || p[2] != u.Code || byKey[places.Above[i]][1] != v.names.Parent(u) {
			t.Errorf("%s: %q above %q", key, p, places.Above[i])
		}
	}
	if len(places.Units) != len(v.r.Level(coverage.LevelCommunity))+len(v.r.Level(coverage.LevelStreet)) {
		t.Errorf("%d places", len(places.Units))
	}
}

// Without outlines the map draws grids, or points; both can be looked for. Without anything there is no map and the page says why.
func TestMapsWithoutCommunities(t *testing.T) {
	for kind, change := range map[string]func(*data.City){
		"grids": func(c *data.City) {},
		"points": func(c *data.City) {
			for i := range c.Grids {
				c.Grids[i].Shape = nil
			}
		},
		"": func(c *data.City) { c.Grids = nil },
	} {
		c := town()
		for i := range c.Communities {
			c.Communities[i].Shape = nil
		}
		change(c)
		p := page(t, c, words.Chinese)
		v := newView(p)
		switch got := render(t, p); {
		case kind == "" && (v.ground != nil || !strings.Contains(got, p.Lang.T("chart.map.noground"))):
			t.Error("a map of nothing")
		case kind != "" && (v.ground == nil || v.ground.Kind != kind || len(v.places().Units) != len(c.Grids)):
			t.Errorf("%s: %+v", kind, v.ground)
		}
	}
}
