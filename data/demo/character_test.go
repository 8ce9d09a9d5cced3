package demo

import (
	"context"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"quarter/data"
	"quarter/data/load"
)

// Everything in the default city has something to say: each oddity that a report must show is there.
func TestDefaultCityHasCharacter(t *testing.T) {
	c := parse(t, write(t, Options{}))
	var households, people, over, under, blank, exclusive int
	for i := range c.grids {
		g := &c.grids[i]
		h, known := g.number("户数")
		p, _ := g.number("常住人口")
		households, people = households+int(h), people+int(p)
		switch {
		case g.text("专属网格") == "是":
			exclusive++
		case !known:
			blank++
		case h > 500:
			over++
		case h < 300:
			under++
		}
	}
	within(t, "households", households, 345_000, 375_000)
	within(t, "people", people, 900_000, 980_000)
	within(t, "grids without counts", blank, 6, 25)
	within(t, "exclusive grids", exclusive, 10, 40)
	within(t, "grids over the range", over, 40, 160)
	within(t, "grids under the range", under, 30, 160)

	streets, groups, names := map[string]bool{}, map[string]bool{}, map[string][]string{}
	for i := range c.communities {
		m := &c.communities[i]
		streets[m.text("所属街道")], groups[m.text("所属板块")] = true, true
		names[m.text("社区名称")] = append(names[m.text("社区名称")], m.text("所属街道"))
	}
	within(t, "streets", len(streets), 10, 10)
	within(t, "groups", len(groups), 2, 3)
	if both := names["新华社区"]; len(both) != 2 || both[0] == both[1] || len(names) != 119 {
		t.Errorf("新华社区 in %v, %d different names", both, len(names))
	}
}

func within(t *testing.T, what string, got, low, high int) {
	t.Helper()
	if got < low || got > high {
		t.Errorf("%s: %d, want %d to %d", what, got, low, high)
	}
}

func TestDefaultCenters(t *testing.T) {
	c := parse(t, write(t, Options{}))
	tiers, statuses := map[string]int{}, map[string]int{}
	own := map[string]bool{}
	shared := 0
	for i := range c.centers {
		s := &c.centers[i]
		tiers[s.text("级别")]++
		statuses[s.text("使用状态")]++
		if s.text("级别") == "社区级" {
			own[s.text("所属街道")+s.text("所属社区")] = true
		}
		shared += count(c.centers[i:i+1], func(f *feature) bool { return slices.Contains([]rune(f.text("所属社区")), '、') })
	}
	for tier, want := range map[string]int{"区级": 1, "街道级": 9, "社区级": 78, "区域性": 5, "党群服务点": 2} {
		within(t, tier, tiers[tier], want, want)
	}
	for _, s := range []string{"在用", "在建", "规划", "停用", "装修", ""} {
		within(t, "status "+s, statuses[s], 1, 95)
	}
	within(t, "communities with a center of their own", len(own), 70, 84)
	within(t, "centers of two communities", shared, 1, 1)
	within(t, "centers without floor area", count(c.centers, func(f *feature) bool { return f.Properties["建筑面积"] == nil }), 2, 6)
	within(t, "demonstration sites", count(c.centers, func(f *feature) bool { return f.text("示范点") == "是" }), 8, 14)
	within(t, "comprehensive centers", count(c.centers, func(f *feature) bool { return f.text("综合型") == "是" }), 1, 3)
	within(t, "centers that belong nowhere", count(c.centers, func(f *feature) bool { return f.text("级别") == "社区级" && f.text("所属街道") == "" }), 1, 1)
}

// The communities' own totals are the sums of their grids, except in one; a few do not state any.
func TestPeopleAddUp(t *testing.T) {
	c := parse(t, write(t, Options{}))
	below := c.byCommunity()
	differ, none := 0, 0
	for i := range c.communities {
		m := &c.communities[i]
		for _, column := range []string{"户数", "常住人口", "60岁以上人口", "党员数"} {
			var sum float64
			blank := false
			for _, g := range below[m.text("社区编码")] {
				n, known := g.number(column)
				sum += n
				blank = blank || !known
			}
			own, known := m.number(column)
			switch {
			case !known && column == "户数":
				none++
			case known && !blank && own != sum:
				if differ++; math.Abs(own/sum-1) > 0.05 {
					t.Errorf("%s: %s %v, grids %v", m.text("社区名称"), column, own, sum)
				}
			case known && blank && own < sum:
				t.Errorf("%s: %s %v is less than the grids' %v", m.text("社区名称"), column, own, sum)
			}
		}
	}
	within(t, "totals that differ (households and people of one community)", differ, 2, 2)
	within(t, "communities without own totals", none, 2, 2)
}

// The sample city reads without a single refused row, and what the reader understands is what was written.
func TestDefaultCityReads(t *testing.T) {
	for _, english := range []bool{false, true} {
		folder := t.TempDir()
		err := Write(context.Background(), Options{English: english}, func(name string) (io.WriteCloser, error) { return os.Create(filepath.Join(folder, name)) })
		if err != nil {
			t.Fatal(err)
		}
		sources := load.Sources{}
		for layer, name := range map[data.Layer]string{data.LayerCommunities: Files[0], data.LayerGrids: Files[1], data.LayerCenters: Files[2], data.LayerCandidates: Files[3]} {
			sources[layer] = []string{filepath.Join(folder, name)}
		}
		c, err := load.City(context.Background(), sources, load.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range c.Faults {
			if f.Severity != data.Notice {
				t.Errorf("fault in the sample city: %v (%s)", f, f.Severity)
			}
		}
		for _, s := range c.Sources {
			if s.Used != s.Read || len(s.Unused) > 0 {
				t.Errorf("%s: %d of %d rows used, columns not understood: %v", s.File, s.Used, s.Read, s.Unused)
			}
		}
		within(t, "districts", len(c.Districts), 1, 1)
		within(t, "streets", len(c.Streets), 10, 10)
		outside := 0
		for i := range c.Centers {
			if c.Centers[i].District == data.None {
				outside++
			}
			if c.Centers[i].Tier == data.TierUnknown {
				t.Errorf("%s has no tier", c.Centers[i].Name)
			}
		}
		within(t, "centers outside the district", outside, 1, 1)
	}
}
