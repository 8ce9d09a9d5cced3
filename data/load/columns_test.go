package load

import (
	"slices"
	"testing"

	"quarter/data"
)

func recogniseNames(t *testing.T, layer data.Layer, names []string, asked map[data.Field]string) (*recognition, *faultLog, *data.Fault) {
	t.Helper()
	tab := &table{file: "x.csv"}
	for _, n := range names {
		tab.addColumn(n)
	}
	log := newFaultLog(layer, tab.file)
	r, fault := recognise(tab, layer, asked, log)
	return r, log, fault
}

func TestRecognise(t *testing.T) {
	for _, c := range []struct {
		layer data.Layer
		names []string
		want  map[data.Field]string
	}{
		{data.LayerGrids, []string{"SQMC", "WGMC", "HS", "RK"}, map[data.Field]string{data.FieldCommunity: "SQMC", data.FieldName: "WGMC", data.FieldHouseholds: "HS", data.FieldPopulation: "RK"}},
		{data.LayerCommunities, []string{"SQMC", "JDMC", "SQDM"}, map[data.Field]string{data.FieldName: "SQMC", data.FieldStreet: "JDMC", data.FieldCode: "SQDM"}},
		{data.LayerStreets, []string{"JDMC", "JDDM"}, map[data.Field]string{data.FieldName: "JDMC", data.FieldCode: "JDDM"}},
		{data.LayerGrids, []string{"CODEBASE", "CODE1", "CODE2", "TOWN_ID", "COUNTY_ID", "H_CNT", "P_CNT", "M_CNT"}, map[data.Field]string{
			data.FieldCode: "CODEBASE", fieldCommunityCode: "CODE2", fieldDistrictCode: "TOWN_ID", data.FieldHouseholds: "H_CNT", data.FieldPopulation: "P_CNT"}},
		{data.LayerCommunities, []string{"CODE2", "TOWN_ID"}, map[data.Field]string{data.FieldCode: "CODE2", fieldDistrictCode: "TOWN_ID"}},
		{data.LayerCenters, []string{"编码", "名称", "级别", "状态", "建筑面积"}, map[data.Field]string{data.FieldCode: "编码", data.FieldName: "名称", data.FieldTier: "级别", data.FieldStatus: "状态", data.FieldFloorArea: "建筑面积"}},
		// 常住人口, 户籍人口, 实有人口 and 人口 are four fields.
		{data.LayerGrids, []string{"人口", "常住人口", "户籍人口", "实有人口"}, map[data.Field]string{
			data.FieldPopulation: "人口", data.FieldResident: "常住人口", data.FieldRegistered: "户籍人口", data.FieldActual: "实有人口"}},
		// 建筑面积 beats 面积; the other areas are something else.
		{data.LayerCenters, []string{"名称", "面积", "建筑面积"}, map[data.Field]string{data.FieldName: "名称", data.FieldFloorArea: "建筑面积"}},
		{data.LayerCenters, []string{"名称", "使用面积", "占地面积", "用地面积", "SYMJ", "ZDMJ", "YDMJ"}, map[data.Field]string{data.FieldName: "名称"}},
		{data.LayerCommunities, []string{"名称", "面积", "MJ"}, map[data.Field]string{data.FieldName: "名称"}},
		// Units in the head.
		{data.LayerCenters, []string{"Name", "建筑面积（㎡）"}, map[data.Field]string{data.FieldName: "Name", data.FieldFloorArea: "建筑面积（㎡）"}},
		{data.LayerCenters, []string{"name", "floor_area_m2"}, map[data.Field]string{data.FieldName: "name", data.FieldFloorArea: "floor_area_m2"}},
		{data.LayerGrids, []string{"人口(万人)", "户数/户"}, map[data.Field]string{data.FieldPopulation: "人口(万人)", data.FieldHouseholds: "户数/户"}},
		// A bracket that says more than a unit.
		{data.LayerGrids, []string{"人口（常住）", "户数"}, map[data.Field]string{data.FieldResident: "人口（常住）", data.FieldHouseholds: "户数"}},
		{data.LayerGrids, []string{"人口（流动）", "户数"}, map[data.Field]string{data.FieldHouseholds: "户数"}},
		{data.LayerGrids, []string{"人口（60岁以上）"}, map[data.Field]string{data.FieldElderly: "人口（60岁以上）"}},
		{data.LayerGrids, []string{"0-14岁人口", "60岁以上人口"}, map[data.Field]string{data.FieldChildren: "0-14岁人口", data.FieldElderly: "60岁以上人口"}},
		{data.LayerGrids, []string{"人口（㎡）", "户数"}, map[data.Field]string{data.FieldHouseholds: "户数"}},
		// Years.
		{data.LayerGrids, []string{"POP2000", "ID"}, map[data.Field]string{data.FieldPopulation: "POP2000", data.FieldCode: "ID"}},
		{data.LayerGrids, []string{"2020年常住人口"}, map[data.Field]string{data.FieldResident: "2020年常住人口"}},
		// Names cut to 10 bytes: five characters in GBK, three in UTF-8, ten letters.
		{data.LayerCommunities, []string{"统计用区划", "社区名"}, map[data.Field]string{data.FieldCode: "统计用区划", data.FieldName: "社区名"}},
		{data.LayerCenters, []string{"名称", "建筑面"}, map[data.Field]string{data.FieldName: "名称", data.FieldFloorArea: "建筑面"}},
		{data.LayerCommunities, []string{"名称", "居民"}, map[data.Field]string{data.FieldName: "名称"}},
		// Beside the exact name, a cut one is nothing.
		{data.LayerGrids, []string{"常住人", "常住人口"}, map[data.Field]string{data.FieldResident: "常住人口"}},
		{data.LayerGrids, []string{"id", "lon", "lat", "population", "schools"}, map[data.Field]string{data.FieldCode: "id", data.FieldLon: "lon", data.FieldLat: "lat", data.FieldPopulation: "population"}},
		{data.LayerCenters, []string{"name", "lat", "lon", "adname"}, map[data.Field]string{data.FieldName: "name", data.FieldLat: "lat", data.FieldLon: "lon", data.FieldDistrict: "adname"}},
		{data.LayerGrids, []string{"网格员数", "网格员", "网格长", "户数"}, map[data.Field]string{data.FieldStaff: "网格员数", data.FieldHouseholds: "户数"}},
	} {
		r, _, fault := recogniseNames(t, c.layer, c.names, nil)
		if fault != nil {
			t.Errorf("%v: %v", c.names, fault)
			continue
		}
		got := map[data.Field]string{}
		for _, u := range r.uses {
			got[u.Field] = u.Column
		}
		for f, name := range c.want {
			if got[f] != name {
				t.Errorf("%s %v: %s is %q, want %q", c.layer, c.names, f, got[f], name)
			}
			delete(got, f)
		}
		if len(got) > 0 {
			t.Errorf("%s %v: also found %v", c.layer, c.names, got)
		}
	}
}

func TestAmbiguousColumns(t *testing.T) {
	for _, names := range [][]string{{"人口", "人口（人）"}, {"Name", "NAME"}, {"pop2010", "pop2020"}, {"建筑面积", "建筑面积（亩）"}} {
		layer := data.LayerCenters
		if names[0] != "建筑面积" {
			layer = data.LayerGrids
		}
		_, _, fault := recogniseNames(t, layer, names, nil)
		if fault == nil || fault.Key != keyAmbiguous || fault.Args["candidates"] != names[0]+"、"+names[1] {
			t.Errorf("%v: %+v", names, fault)
		}
	}
	r, _, fault := recogniseNames(t, data.LayerGrids, []string{"pop2010", "pop2020"}, map[data.Field]string{data.FieldPopulation: "pop2020"})
	if fault != nil || r.by[data.FieldPopulation].Column != "pop2020" || !r.by[data.FieldPopulation].Asked {
		t.Errorf("a choice does not end the ambiguity: %v", fault)
	}
}

func TestAskedColumns(t *testing.T) {
	r, _, fault := recogniseNames(t, data.LayerGrids, []string{"编码", "KEY", "人数（万人）"}, map[data.Field]string{
		data.FieldCode: "KEY", data.FieldPopulation: "人数（万人）", data.FieldName: "KEY"})
	if fault != nil {
		t.Fatal(fault)
	}
	if r.by[data.FieldCode].Column != "KEY" || r.by[data.FieldName].Column != "KEY" || r.by[data.FieldPopulation].Unit != "万人" {
		t.Errorf("%+v", r.uses)
	}
	if !slices.Equal(r.unused, []string{"编码"}) {
		t.Errorf("unused %v", r.unused)
	}
}

// A second column of the same meaning is told.
func TestChosenColumnIsTold(t *testing.T) {
	_, log, _ := recogniseNames(t, data.LayerGrids, []string{"户籍户数", "常住户数"}, nil)
	if len(log.faults) != 1 || log.faults[0].Column != "常住户数" || log.faults[0].Args["other"] != "户籍户数" {
		t.Errorf("%v", log.faults)
	}
}

func TestPersonalColumns(t *testing.T) {
	for name, want := range map[string]bool{
		"姓名": true, "网格长": true, "网格长姓名": true, "网格员": true, "联系电话": true, "手机号码": true, "身份证号": true, "负责人": true, "Phone": true, "contact_name": true,
		"网格员数": false, "网格长数": false, "名称": false, "人口": false, "工作人员数": false, "name": false, "contacts_count": false,
	} {
		if isPersonal(name) != want {
			t.Errorf("%s: %v", name, !want)
		}
	}
}

// No name stands twice in one layer, so that no column can be wanted by two fields; and all are in plain form.
func TestNamesAreUnique(t *testing.T) {
	for layer, fields := range layerFields {
		seen := map[string]data.Field{}
		for _, a := range fields {
			for _, n := range a.names {
				if other, twice := seen[n]; twice && other != a.field {
					t.Errorf("%s: %s means %s and %s", layer, n, other, a.field)
				}
				seen[n] = a.field
				if plain(n) != n {
					t.Errorf("%s is not in plain form", n)
				}
			}
		}
	}
}
