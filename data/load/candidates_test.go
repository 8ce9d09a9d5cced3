package load

import (
	"path/filepath"
	"testing"

	"github.com/paulmach/orb"

	"quarter/data"
)

// Prices in every unit that a head or a cell may state; one in no unit that is too small for yuan is not guessed.
func TestCandidatePrices(t *testing.T) {
	for _, c := range []struct {
		head, cell string
		want       data.Number
	}{
		{"造价（万元）", "120", data.Num(1.2e6)},
		{"改造费用/万元", "120.5", data.Num(1.205e6)},
		{"预算", "80万", data.Num(8e5)},
		{"预算", "0.2亿", data.Num(2e7)},
		{"总投资（亿元）", "0.5", data.Num(5e7)},
		{"租金(元/年)", "36000", data.Num(36000)},
		{"price_yuan", "8000", data.Num(8000)},
		{"cost", "1,200,000", data.Num(1.2e6)},
		{"cost", "1200000元", data.Num(1.2e6)},
		{"成本", "10000", data.Num(1e4)},
		{"成本", "9999", data.Number{}},
		{"成本", "120.5", data.Number{}},
		{"成本", "约120", data.Number{}},
		{"成本", "0", data.Num(0)},
		{"成本", "—", data.Number{}},
		{"造价（万元）", "-3", data.Number{}},
	} {
		city := load(t, map[string]string{"candidates.csv": "名称," + c.head + ",经度,纬度\n甲,\"" + c.cell + "\",102.705,25.045\n"})
		if got := city.Candidates[0].Price; got != c.want {
			t.Errorf("%s %s: %v, want %v", c.head, c.cell, got, c.want)
		}
		unclear := c.cell == "9999" || c.cell == "120.5" && c.head == "成本" || c.cell == "约120"
		if got := len(faultsOf(city, keyPriceUnclear)) == 1; got != unclear {
			t.Errorf("%s %s: told %v", c.head, c.cell, got)
		}
	}
}

// A rent by the month or a price of a square metre is no price of the whole.
func TestPricesOfPartsAreNotTaken(t *testing.T) {
	for _, head := range []string{"租金(元/月)", "价格(元/㎡)"} {
		city := load(t, map[string]string{"candidates.csv": "名称," + head + ",经度,纬度\n甲,30000,102.705,25.045\n"})
		if city.Candidates[0].Price.Known || len(city.Sources[0].Unused) != 1 {
			t.Errorf("%s: %+v", head, city.Candidates[0])
		}
	}
}

// Candidates are points, or plots that stand for a point inside them; the community is the named one, else the one that holds the point.
func TestCandidatesFindTheirCommunity(t *testing.T) {
	city := load(t, map[string]string{
		"communities.geojson": town,
		"candidates.geojson": collection(
			point(0.5, 0.5, `"编码":"B3","名称":"在翠湖","面积":"1亩"`),
			square(0.2, 0.2, `"编码":"B1","名称":"地块","所属社区":"`+city0(t).Communities[0].Name+`"`),
			point(50, 50, `"编码":"B2","名称":"远处"`),
			point(0.5, 0.5, `"编码":"B3","名称":"重号"`)),
	})
	if len(city.Candidates) != 3 || city.Candidates[0].Code != "B1" || city.Candidates[2].Code != "B3" {
		t.Fatalf("%+v", city.Candidates)
	}
	if city.Candidates[0].Community != 0 || city.Candidates[1].Community != data.None || city.Candidates[2].Community == data.None {
		t.Errorf("%+v", city.Candidates)
	}
	if p := city.Candidates[0].Point; !(orb.Bound{Min: orb.Point{102.702, 25.042}, Max: orb.Point{102.712, 25.052}}).Contains(p) {
		t.Errorf("a plot stands at %v", p)
	}
	if a := city.Candidates[2].FloorArea; !a.Known || a.V < 666 || a.V > 667 {
		t.Errorf("floor area %v", a)
	}
	if outside := faultsOf(city, keySitesOutside); len(outside) != 1 || outside[0].ID != "远处" || len(faultsOf(city, keyDuplicateCode)) != 1 {
		t.Errorf("%v", city.Faults)
	}
}

func city0(t *testing.T) *data.City { return load(t, map[string]string{"communities.geojson": town}) }

// A folder tells candidates by the name of the file, or by points with a price; a price does not make a candidate of a center.
func TestFindTellsCandidatesApart(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       data.Layer
		told       bool
	}{
		{"candidates.csv", "名称,建筑面积,经度,纬度\n甲,300,102.705,25.045\n", data.LayerCandidates, true},
		{"备选点位.csv", "名称,状态,类型,造价(万元),经度,纬度\n甲,闲置,校舍,100,102.705,25.045\n", data.LayerCandidates, false},
		{"备选点位.geojson", collection(square(0, 0, `"名称":"地块","所属社区":"甲"`)), data.LayerCandidates, true},
		{"点位.csv", "名称,改造费用（万元）,建筑面积,经度,纬度\n甲,100,300,102.705,25.045\n", data.LayerCandidates, false},
		{"点位.csv", "名称,状态,改造费用（万元）,建筑面积,经度,纬度\n甲,在用,100,300,102.705,25.045\n", data.LayerCenters, false},
		{"党群服务中心.csv", "名称,造价（万元）,建筑面积,经度,纬度\n甲,100,300,102.705,25.045\n", data.LayerCenters, false},
		{"备选点位.csv", "名称,地址\n甲,人民路1号\n", "", true},
	} {
		dir := folder(t, map[string]string{"1.geojson": town, c.name: c.text})
		src, faults, err := Find(dir)
		if err != nil {
			t.Fatal(err)
		}
		for layer, files := range src {
			if layer != data.LayerCommunities && (layer != c.want || filepath.Base(files[0]) != c.name) {
				t.Errorf("%s: %v", c.name, src)
			}
		}
		if len(src[c.want]) == 0 && c.want != "" || (len(faults) > 0) != c.told {
			t.Errorf("%s: %v %v", c.name, src, faults)
		}
	}
}
