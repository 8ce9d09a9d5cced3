package load

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"quarter/data"
	"quarter/geo"
)

// Two streets side by side, each with a 新华社区; x runs east:
//
//	0        1        2        3        4
//	| 翠湖   | 新华   | 新华   | 河西   |
//	|    甲街道       |     乙街道      |
var town = collection(
	square(0, 0, `"社区编码":"530102001001","社区名称":"翠湖社区","街道":"甲街道","所属区县":"云溪区"`),
	square(1, 0, `"社区编码":"530102001002","社区名称":"新华社区","街道":"甲街道","所属区县":"云溪区"`),
	square(2, 0, `"社区编码":"530102002001","社区名称":"新华社区","街道":"乙街道","所属区县":"云溪区"`),
	square(3, 0, `"社区编码":"530102002002","社区名称":"河西社区","街道":"乙街道","所属区县":"云溪区"`),
)

func TestHierarchyFromColumns(t *testing.T) {
	c := load(t, map[string]string{"communities.geojson": town})
	if c.Name != "云溪区" || len(c.Districts) != 1 || len(c.Streets) != 2 || len(c.Communities) != 4 {
		t.Fatalf("%q %d %d %d", c.Name, len(c.Districts), len(c.Streets), len(c.Communities))
	}
	if c.Streets[0].Name != "甲街道" || c.Streets[0].Code != "530102001000" || c.Streets[0].District != 0 || c.Streets[0].Virtual {
		t.Errorf("street %+v", c.Streets[0].Unit)
	}
	if c.Districts[0].Code != "530102000000" {
		t.Errorf("district %+v", c.Districts[0].Unit)
	}
	if s := c.Communities[2].Street; c.Streets[s].Name != "乙街道" {
		t.Errorf("新华社区 of 乙街道 stands in %s", c.Streets[s].Name)
	}
}

func TestGridsAttach(t *testing.T) {
	c := load(t, map[string]string{"communities.geojson": town, "grids.geojson": collection(
		square(0, 0, `"网格编码":"530102001001001"`),                                                                  // by its own code
		square(1, 0, `"网格编码":"a","社区编码":"530102001002"`),                                                          // by code
		square(1, 0, `"网格编码":"b","社区编码":530102001002`),                                                            // by code as a number
		square(3, 0, `"网格编码":"c","所属社区":"河西社区居委会"`),                                                               // by name
		square(2, 0, `"网格编码":"d","所属社区":"新华社区","街道":"乙街道"`),                                                       // by name within the street
		square(1, 0, `"网格编码":"e","所属社区":"新华社区"`),                                                                  // two of the name: the place tells
		square(2, 0, `"网格编码":"f"`),                                                                                // by place
		square(2, 0, `"网格编码":"g","所属社区":"乙街道新华社区"`),                                                               // the street before the name
		square(0, 0, `"网格编码":"h","所属社区":"河西社区"`),                                                                  // stated wins over place
		square(3, 0, `"网格编码":"i","所属社区":"无此社区"`),                                                                  // nobody: place
		square(8, 8, `"网格编码":"j"`),                                                                                // nowhere
		square(0, 0, `"网格编码":"k","所属社区":"530102001002"`),                                                          // a code in the place of a name; the place disagrees
		`{"type":"Feature","properties":{"网格编码":"l"},"geometry":{"type":"Point","coordinates":[102.735,25.045]}}`, // a point
	)})
	for code, want := range map[string]string{
		"530102001001001": "翠湖社区", "a": "新华社区", "b": "新华社区", "c": "河西社区", "d": "新华社区", "e": "新华社区", "f": "新华社区", "g": "新华社区",
		"h": "河西社区", "i": "河西社区", "j": "", "k": "新华社区", "l": "河西社区",
	} {
		if got := gridIn(c, code); got != want {
			t.Errorf("grid %s stands in %s, want %s", code, got, want)
		}
	}
	for code, street := range map[string]string{"a": "甲街道", "d": "乙街道", "e": "甲街道", "f": "乙街道", "g": "乙街道", "k": "甲街道"} {
		i := slices.IndexFunc(c.Grids, func(g data.Grid) bool { return g.Code == code })
		if got := c.Streets[c.Communities[c.Grids[i].Community].Street].Name; got != street {
			t.Errorf("grid %s stands in %s, want %s", code, got, street)
		}
	}
	disagree := faultsOf(c, keyParentDisagrees)
	if len(disagree) != 2 || disagree[0].ID != "h" || disagree[0].Args["place"] != "甲街道翠湖社区" || disagree[1].ID != "k" {
		t.Errorf("disagreements %v", disagree)
	}
	if f := faultsOf(c, keyParentUnknown); len(f) != 1 || f[0].ID != "i" || f[0].Value != "无此社区" {
		t.Errorf("unknown %v", f)
	}
	if f := faultsOf(c, keyNoParent); len(f) != 1 || f[0].ID != "j" {
		t.Errorf("orphans %v", f)
	}
}

func TestCentersAttach(t *testing.T) {
	c := load(t, map[string]string{"communities.geojson": town, "grids.geojson": collection(square(0, 0, `"网格编码":"g0"`), square(3, 0, `"网格编码":"g3"`)),
		"centers.geojson": collection(
			point(0.5, 0.5, `"名称":"一社区党群服务中心"`),
			point(0.5, 0.5, `"名称":"二社区党群服务中心","所属社区":"河西社区"`),
			point(0.5, 0.5, `"名称":"三社区党群服务中心","所属社区":"翠湖社区、新华社区","街道":"甲街道"`),
			point(2.5, 0.5, `"名称":"乙街道党群服务中心"`),
			point(0.5, 0.5, `"名称":"五街道党群服务中心","街道":"乙街道"`),
			point(9, 9, `"名称":"外面"`),
			point(3.5, 0.5, `"名称":"点","所属网格":"g3"`),
			point(2.0, 0.5, `"名称":"界上"`),
		)})
	for name, want := range map[string]string{
		"一社区党群服务中心": "翠湖社区", "二社区党群服务中心": "河西社区", "三社区党群服务中心": "翠湖社区 新华社区", "乙街道党群服务中心": "新华社区", "外面": "", "点": "河西社区", "界上": "新华社区",
	} {
		if got := communityNames(c, centerOf(t, c, name)); got != want {
			t.Errorf("%s serves %q, want %q", name, got, want)
		}
	}
	if s := centerOf(t, c, "三社区党群服务中心"); len(s.Communities) != 2 || c.Streets[s.Street].Name != "甲街道" {
		t.Errorf("a shared center: %+v", s)
	}
	if s := centerOf(t, c, "五街道党群服务中心"); c.Streets[s.Street].Name != "乙街道" {
		t.Errorf("stated street: %+v", s)
	}
	if s := centerOf(t, c, "外面"); s.Street != data.None || s.District != data.None || s.Grid != data.None || len(s.Communities) > 0 {
		t.Errorf("outside: %+v", s)
	}
	if s := centerOf(t, c, "点"); c.Grids[s.Grid].Code != "g3" {
		t.Errorf("grid: %+v", s)
	}
	if s := centerOf(t, c, "界上"); c.Streets[s.Street].Name != "甲街道" {
		t.Errorf("a point on the border belongs to the lower code: %+v", s)
	}
	if len(faultsOf(c, keyCentersOutside)) != 1 || len(faultsOf(c, keyEdge)) != 0 {
		t.Error("outside not told, or an edge seen")
	}
}

// A center outside is a neighbour's where its circle reaches in, and doubtful where it does not, whatever community it names. Of
// three, one stands 300 m east of the town and two stand 50 km away.
func TestCentersOutOfReach(t *testing.T) {
	files := map[string]string{"communities.geojson": town, "centers.geojson": collection(
		point(0.5, 0.5, `"名称":"甲"`), point(4.3, 0.5, `"名称":"近"`), point(54, 0.5, `"名称":"远","所属社区":"翠湖社区"`), point(54, 0.6, `"名称":"更远"`),
	)}
	for reach, want := range map[geo.Length][2]int{0: {3, 0}, 1000 * geo.Meter: {1, 2}, 100 * geo.Meter: {0, 3}} {
		c := loadWith(t, files, Options{Reach: reach})
		got := [2]int{}
		for k, key := range []string{keyCentersOutside, keyCentersFar} {
			for _, f := range faultsOf(c, key) {
				got[k] += f.Count
			}
		}
		if got != want {
			t.Errorf("reach %v: %v near and far, want %v", reach, got, want)
		}
		if far := centerOf(t, c, "远"); !far.Outside || len(far.Communities) != 1 || centerOf(t, c, "甲").Outside {
			t.Errorf("outside: %+v", far)
		}
	}
}

// Communities absent: they are those that the grids name, and have no shape.
func TestCommunitiesFromGrids(t *testing.T) {
	c := load(t, map[string]string{"grids.geojson": collection(
		square(0, 0, `"网格编码":"1","所属社区":"新华社区","街道":"甲街道"`),
		square(1, 0, `"网格编码":"2","所属社区":"新华社区","街道":"乙街道"`),
		square(2, 0, `"网格编码":"3","所属社区":"新华社区","街道":"乙街道"`),
		square(3, 0, `"网格编码":"4"`),
	), "centers.geojson": collection(point(1.5, 0.5, `"名称":"甲"`))})
	if len(c.Communities) != 3 || len(c.Streets) != 3 {
		t.Fatalf("%d communities, %d streets", len(c.Communities), len(c.Streets))
	}
	if c.Communities[0].Shape != nil || gridIn(c, "2") != "新华社区" || gridIn(c, "4") != "" {
		t.Error("communities of grids")
	}
	if s := centerOf(t, c, "甲"); c.Streets[s.Street].Name != "乙街道" || communityNames(c, s) != "新华社区" {
		t.Errorf("center by grid: %+v", s)
	}
}

// A district that only the grids name is not lost where no community is given.
func TestDistrictOfGrids(t *testing.T) {
	c := load(t, map[string]string{"grids.geojson": collection(square(0, 0, `"网格编码":"1","TOWN_ID":"10017010"`), square(1, 0, `"网格编码":"2","TOWN_ID":"10017020"`))})
	if len(c.Districts) != 2 || c.Districts[0].Name != "10017010" || c.Districts[0].Code != "10017010" {
		t.Fatalf("%+v", c.Districts)
	}
	if c.Streets[c.Communities[c.Grids[1].Community].Street].District != 1 || !c.Streets[0].Virtual {
		t.Error("the second grid lies in the second district, below virtual units")
	}
}

func TestStreetsOfOneNameInTwoDistricts(t *testing.T) {
	c := load(t, map[string]string{"communities.geojson": collection(
		square(0, 0, `"社区名称":"一社区","街道":"中山街道","区县":"东区"`),
		square(1, 0, `"社区名称":"二社区","街道":"中山街道","区县":"西区"`),
		square(2, 0, `"社区名称":"三社区","街道":"中山街道","区县":"西区"`),
	)})
	if len(c.Streets) != 2 || c.Streets[0].District == c.Streets[1].District {
		t.Errorf("%+v", c.Streets)
	}
}

// A row that leaves out the district, or the code, means the street that the others state in full.
func TestStreetsStatedInPart(t *testing.T) {
	c := load(t, map[string]string{"communities.geojson": collection(
		square(0, 0, `"社区名称":"一社区","街道":"中山街道"`),
		square(1, 0, `"社区名称":"二社区","街道":"中山街道办事处","区县":"东区","街道编码":"S1"`),
		square(2, 0, `"社区名称":"三社区","街道":"中山街道","区县":"东区"`),
		square(3, 0, `"社区名称":"四社区","街道编码":"S1"`),
	), "centers.csv": "名称,街道,经度,纬度\n甲,中山街道,102.705,25.045\n"})
	if len(c.Streets) != 1 || len(c.Districts) != 1 || c.Streets[0].Code != "S1" || c.Districts[0].Virtual || c.Centers[0].Street != 0 {
		t.Errorf("%+v %+v", c.Streets, c.Districts)
	}
}

func TestStreetAndDistrictLayers(t *testing.T) {
	c := load(t, map[string]string{
		"districts.csv":   "区县编码,名称,板块\n530102,云溪区,主城\n530103,河东区,\n",
		"streets.geojson": collection(rectangle(0, 0, 2, 1, `"编码":"530102001","名称":"甲街道"`), rectangle(2, 0, 4, 1, `"编码":"530103002000","名称":"乙街道"`)),
		"communities.geojson": collection(
			square(0, 0, `"社区编码":"530102001001","社区名称":"翠湖社区"`), // by code
			square(1, 0, `"社区名称":"新华社区"`),                       // by place
			square(2, 0, `"社区名称":"河西社区","街道":"甲街道"`),            // stated, lies elsewhere
			square(3, 0, `"社区名称":"河东社区","街道":"丙街道"`),            // nobody: place
		)})
	street := func(name string) string {
		i := slices.IndexFunc(c.Communities, func(m data.Community) bool { return m.Name == name })
		return c.Streets[c.Communities[i].Street].Name
	}
	for name, want := range map[string]string{"翠湖社区": "甲街道", "新华社区": "甲街道", "河西社区": "甲街道", "河东社区": "乙街道"} {
		if got := street(name); got != want {
			t.Errorf("%s stands in %s, want %s", name, got, want)
		}
	}
	if len(c.Streets) != 2 || len(c.Districts) != 2 || c.Districts[0].Group != "主城" || c.Districts[c.Streets[1].District].Name != "河东区" {
		t.Errorf("%+v %+v", c.Streets, c.Districts)
	}
	if f := faultsOf(c, keyParentDisagrees); len(f) != 1 || f[0].ID != "河西社区" || f[0].Args["level"] != "streets" {
		t.Errorf("%v", f)
	}
	if f := faultsOf(c, keyParentUnknown); len(f) != 1 || f[0].Value != "丙街道" {
		t.Errorf("%v", f)
	}
}

func TestCityName(t *testing.T) {
	for _, c := range []struct {
		names []string
		want  string
	}{
		{nil, ""}, {[]string{"五华区"}, "五华区"}, {[]string{"昆明市五华区", "昆明市盘龙区"}, "昆明市"}, {[]string{"五华区", "盘龙区"}, ""}, {[]string{"10017010", "10017020"}, ""},
	} {
		var districts []data.District
		for _, n := range c.names {
			districts = append(districts, data.District{Unit: data.Unit{Name: n}})
		}
		if got := cityName(districts); got != c.want {
			t.Errorf("%v: %q, want %q", c.names, got, c.want)
		}
	}
	if c := loadWith(t, map[string]string{"communities.geojson": town}, Options{CityName: "示例"}); c.Name != "示例" {
		t.Error(c.Name)
	}
}

// Attributes stand beside their units, over two files of one layer.
func TestAttributes(t *testing.T) {
	c := load(t, map[string]string{
		"grids-1.geojson": collection(square(1, 0, `"网格编码":"b","户数":5`)),
		"grids-2.geojson": collection(square(0, 0, `"网格编码":"a","党员数":7,"户数":6`), square(2, 0, `"网格编码":"c","党员数":"—"`)),
	})
	members := c.Attributes[data.LayerGrids][data.FieldPartyMembers]
	if len(members) != 3 || members[0] != data.Num(7) || members[1].Known || members[2].Known {
		t.Errorf("%v", members)
	}
	if c.Grids[0].Households.V != 6 || c.Grids[1].Households.V != 5 || c.Grids[2].Households.Known {
		t.Error("households")
	}
	if len(c.Sources) != 2 || c.Label(data.LayerGrids, data.FieldHouseholds) != "户数" {
		t.Errorf("%+v", c.Sources)
	}
}

// Same input, same city, whatever the threads and the order of rows within the limits of codes.
func TestThreadsChangeNothing(t *testing.T) {
	var grids []string
	for y := range 20 {
		for x := range 40 {
			west, south := float64(x)/10, float64(y)/20
			grids = append(grids, rectangle(west, south, west+0.1, south+0.05, `"户数":3,"网格编码":"`+itoa(y*40+x)+`"`))
		}
	}
	texts := map[string]string{"communities.geojson": town, "grids.geojson": collection(grids...)}
	src := files(t, texts)
	one, err := City(t.Context(), src, Options{Threads: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, threads := range []int{2, 3, 8} {
		many, err := City(t.Context(), src, Options{Threads: threads})
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(one.Faults, many.Faults) || !reflect.DeepEqual(one.Sources, many.Sources) || !sameGrids(one, many) {
			t.Errorf("%d threads give another city", threads)
		}
	}
}

func sameGrids(a, b *data.City) bool {
	return slices.EqualFunc(a.Grids, b.Grids, func(x, y data.Grid) bool {
		return x.Unit == y.Unit && x.Community == y.Community && x.Point == y.Point
	})
}

func TestProgressReachesTotal(t *testing.T) {
	var last, total int64
	loadWith(t, map[string]string{"communities.geojson": town}, Options{Progress: func(d, n int64) {
		if d < last {
			t.Error("progress runs back")
		}
		last, total = d, n
	}})
	if last != total || total != int64(len(town)) {
		t.Errorf("%d of %d", last, total)
	}
}

func TestLabelsAndUnits(t *testing.T) {
	c := load(t, map[string]string{"grids.geojson": collection(square(0, 0, `"编码":"1","户籍人口（万人）":0.12,"户数(户)":"1,499"`))})
	if got := c.Grids[0].People[data.Registered]; got != data.Num(1200) {
		t.Errorf("%v", got)
	}
	if c.Grids[0].Households.V != 1499 || c.PopulationLabel(data.Registered) != "户籍人口（万人）" {
		t.Errorf("%v %q", c.Grids[0].Households, c.PopulationLabel(data.Registered))
	}
	if c.Grids[0].Name != "1" || strings.Contains(c.Communities[0].Name, "1") {
		t.Error("names")
	}
}
