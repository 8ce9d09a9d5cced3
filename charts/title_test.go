package charts

import (
	"regexp"
	"strings"
	"testing"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
	"quarter/geo"
)

// floors gives the first communities of the town so many households and so much floor area.
func floors(households, area []float64) *data.City {
	c := town()
	c.Centers = nil
	for i := range households {
		for k := range 4 {
			c.Grids[4*i+k].Households = data.Num(households[i] / 4)
		}
		c.Centers = append(c.Centers, center("c"+itoa(i), "", at(400, 2200), data.TierCommunity, data.StatusOpen, area[i], i))
	}
	c.Link()
	return c
}

// The area per 100 households (20 m²) binds above 1,500 households, below them the least area (300 m²).
func TestRequiredTitleNamesWhereTheRateBinds(t *testing.T) {
	for _, c := range []struct {
		households, area []float64
		zh, en           string
	}{
		{[]float64{2000, 2000, 1000}, []float64{310, 310, 200}, "3个社区面积不足：不超过1,500户的1个，超过1,500户的2个", "3 communities are short: 1 with up to 1,500 households, 2 with more"},
		{[]float64{2000, 2000, 1000}, []float64{310, 310, 300}, "3个可评价社区中2个面积不足", "2 of 3 communities evaluated are short"},
		{[]float64{2000}, []float64{310}, "1个可评价社区面积不足", "The one community evaluated is short"},
	} {
		city := floors(c.households, c.area)
		city.Grids, city.Communities = city.Grids[:4*len(c.households)], city.Communities[:len(c.households)]
		city.Link()
		r := analyze(t, city)
		if zh, en := Make("required", r, words.Chinese).Title, Make("required", r, words.English).Title; zh != c.zh || en != c.en {
			t.Errorf("%v, %v m²: %s / %s", c.households, c.area, zh, en)
		}
	}
}

// Facilities that state no service area are no part of what the title says.
func TestServiceTitleSpeaksOfFacilitiesThatState(t *testing.T) {
	for stated, want := range map[int]bool{1: true, 2: false} {
		c := floors([]float64{2000, 2000}, []float64{310, 310})
		for i := range stated {
			c.Centers[i].ServiceArea = data.Num(200)
		}
		r := analyze(t, c)
		zh, en := Make("service", r, words.Chinese).Title, Make("service", r, words.English).Title
		if strings.HasPrefix(zh, "填有服务面积的设施中，") != want || strings.HasPrefix(en, "In the facilities that state it, ") != want {
			t.Errorf("%d of 2 facilities state it: %s / %s", stated, zh, en)
		}
	}
}

// Of several zones the largest need not hold most of the people; a single one may hold all of them.
func TestTitlesOfZones(t *testing.T) {
	r := analyze(t, town())
	total := r.Total().People.Uncovered
	for _, c := range []struct {
		share    float64
		zh, en   string
		complete bool
	}{
		{1, "都在", "all of them in one zone", true},
		{.4, "一处就有", "one zone", false},
	} {
		r.Zones = []coverage.Zone{{Unit: r.Zones[0].Unit, People: c.share * total}, {Unit: r.Zones[0].Unit, People: (1 - c.share) * total}}
		zh, en := NewMap(r, words.Chinese).Layers[0].Title, NewMap(r, words.English).Layers[0].Title
		if !strings.Contains(zh, c.zh) || !strings.Contains(en, c.en) || strings.Contains(zh+en, "100.0%") {
			t.Errorf("%v of the people: %s / %s", c.share, zh, en)
		}
		if got := Make("zones", r, words.English).Title; strings.Contains(got, "most of them") {
			t.Error(got)
		}
	}
	if got := words.English.T("map.coverage.title.worst", "uncovered", "", "people", "", "circle", "", "name", "", "n", ""); strings.Contains(got, "most of") {
		t.Error(got)
	}
}

// A radius prints as it was asked for, and no other prints like it.
func TestRadiiThatDifferPrintDifferently(t *testing.T) {
	for _, c := range []struct {
		radius, v float64
		want      string
	}{
		{1142.9, 1142.9, "1,142.9"}, {1142.9, 1142.9199, "1,143"}, {1142.9, 1142.7, "1,142.7"}, {1142.9, 750, "750"}, {1142.9, 800, "800"},
		{1143, 1143, "1,143"}, {1143, 1142.97, "1,142.97"}, {1143, 1142.2, "1,142"}, {1000, 1041.67, "1,042"},
	} {
		r := &coverage.Result{Circle: coverage.Circle{Radius: geo.Length(c.radius), StrictRadius: 800}}
		if got := Radius(r, c.v); got != c.want {
			t.Errorf("Radius(%v) beside %v m is %s, want %s", c.v, c.radius, got, c.want)
		}
	}
	r := &coverage.Result{Circle: coverage.Circle{Radius: geo.Length(5000.0 / 7), StrictRadius: 800, FromWalking: true}}
	if got := Radius(r, 5000.0/7); got != "714" {
		t.Errorf("a radius from walking is %s", got)
	}
}

func TestRadiusWithDecimalsIsCalledSoEverywhere(t *testing.T) {
	r, err := coverage.Analyze(t.Context(), town(), data.General(), coverage.Options{Radius: 1142.9})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{CircleName(words.Chinese, r), Make("depth", r, words.Chinese).Subtitle, Make("ranges", r, words.Chinese).Subtitle} {
		if !strings.Contains(text, "1,142.9米") {
			t.Error(text)
		}
	}
	if got := Make("curve", r, words.Chinese).Subtitle; !strings.Contains(got, "步行不超过18分钟") {
		t.Error(got)
	}
}

// The difference of a row is that of the two rates in it, which have the same number of decimals.
func TestTornadoTableAddsUp(t *testing.T) {
	for i, row := range Make("tornado", analyze(t, town()), words.Chinese).Table[1:] {
		low, high, width := row[2], row[4], row[5]
		if decimalsOf(low) != decimalsOf(high) || low != high && Decimal(printed(high)-printed(low), decimalsOf(low)) != width {
			t.Errorf("row %d: %s to %s is %s", i, low, high, width)
		}
	}
}

// English figures of a city with one community count it as one.
func TestFiguresOfOneCommunity(t *testing.T) {
	single := regexp.MustCompile(`\b[Tt]he 1 |\b1 of 1 communities|\b1 (communities|centers|grid cells|zones|households|residents|people)\b`)
	c := floors([]float64{2000}, []float64{310})
	c.Grids, c.Communities = c.Grids[:4], c.Communities[:1]
	c.Link()
	r := analyze(t, c)
	for _, chart := range Charts {
		f := chart.Make(r, words.English)
		if at := single.FindString(f.Title + "\n" + f.Subtitle + "\n" + f.Note); at != "" {
			t.Errorf("%s: %q in %s. %s. %s", chart.Key, at, f.Title, f.Subtitle, f.Note)
		}
	}
}
