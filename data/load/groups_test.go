package load

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"quarter/data"
)

// Two communities of two grids; 残疾人 stands in both layers, 独居老人 in the grids alone, 党员数 is a field of its own.
func grouped() map[string]string {
	return map[string]string{
		"grids.geojson": collection(
			square(0, 0, `"code":"12","community":"甲","pop":100,"残疾人":7,"独居老人":"约3","党员数":5,"60岁以上人口":20`),
			square(1, 0, `"code":"11","community":"甲","pop":50,"残疾人":"待核实","党员数":1,"60岁以上人口":9`),
			square(3, 0, `"code":"21","community":"乙","pop":30,"残疾人":"1.2百","独居老人":"许多","老人比例":0.2`),
			square(4, 0, `"code":"99","community":"丙","pop":10,"残疾人":"2","独居老人电话":"139"`)),
		"communities.geojson": collection(
			rectangle(3, 0, 4, 1, `"name":"乙","残疾人":130`),
			rectangle(0, 0, 2, 1, `"name":"甲","残疾人":null`)),
	}
}

func TestGroupsAreRead(t *testing.T) {
	c := loadWith(t, grouped(), Options{Groups: []string{"残疾人", "独居老人", "残疾人 ", "60岁以上人口", "党员数"}})
	var told []string
	for _, k := range c.AllCohorts() {
		var line strings.Builder
		line.WriteString(k.Label + " " + string(k.Field))
		for i, n := range k.Grids {
			line.WriteString(" " + c.Grids[i].Code + "=" + n.String())
		}
		for i, n := range k.Communities {
			line.WriteString(" " + c.Communities[i].Name + "=" + n.String())
		}
		told = append(told, line.String())
	}
	want := []string{
		"60岁以上人口 pop_60_plus 11=9 12=20 21=missing 99=missing 乙=missing 甲=missing =missing",
		"残疾人  11=missing 12=7 21=120 99=2 乙=130 甲=missing =missing",
		"独居老人  11=missing 12=3 21=missing 99=missing 乙=missing 甲=missing =missing",
		"党员数 party_members 11=1 12=5 21=missing 99=missing 乙=missing 甲=missing =missing",
	}
	if !slices.Equal(told, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(told, "\n"), strings.Join(want, "\n"))
	}
	if f := faultsOf(c, keyNumberText); len(f) != 1 || f[0].Column != "独居老人" || f[0].Value != "许多" || f[0].Feature != 3 {
		t.Errorf("faults of cells: %+v", f)
	}
	for _, s := range c.Sources {
		if slices.Contains(s.Unused, "残疾人") || c.Label(s.Layer, data.FieldCohort) != "残疾人" {
			t.Errorf("%s: unused %v, used %v", s.File, s.Unused, s.Columns)
		}
	}
}

func TestGroupsAreRefused(t *testing.T) {
	for _, c := range []struct{ asked, key, word string }{
		{"外来人口", keyGroupUnknown, "独居老人"},
		{"独居老人电话", keyGroupPersonal, ""},
		{"老人比例", keyGroupUnit, ""},
		{"code", keyGroupUnit, ""},
	} {
		_, err := City(t.Context(), files(t, grouped()), Options{Groups: []string{c.asked}})
		var fault *data.Fault
		if !errors.As(err, &fault) || fault.Key != c.key || !strings.Contains(fault.Args["available"], c.word) {
			t.Errorf("%s: %v, want %s", c.asked, err, c.key)
		}
	}
}

// Rows of a file that lacks the column have no number.
func TestGroupOfOneFileOfTwo(t *testing.T) {
	c := loadWith(t, map[string]string{
		"grids-a.geojson": collection(square(0, 0, `"code":"1","pop":5,"低保":1`)),
		"grids-b.geojson": collection(square(1, 0, `"code":"0","pop":5`)),
	}, Options{Groups: []string{"低保"}})
	if k := c.Cohorts[0]; k.Grids[0].Known || k.Grids[1] != data.Num(1) {
		t.Errorf("%+v", k)
	}
}

// A center says what it serves in a column; 无 and — say nothing.
func TestServiceTypes(t *testing.T) {
	c := load(t, map[string]string{
		"grids.geojson": collection(square(0, 0, `"code":"1","pop":5`)),
		"centers.csv":   "名称,服务类型,经度,纬度\n甲,养老、托育,102.701,25.041\n乙,无,102.702,25.041\n丙,—,102.703,25.041\n丁,,102.704,25.041\n",
	})
	for name, want := range map[string]string{"甲": "养老、托育", "乙": "", "丙": "", "丁": ""} {
		if got := centerOf(t, c, name).Service; got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
