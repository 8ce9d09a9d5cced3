package load

import (
	"slices"
	"testing"

	"quarter/data"
)

// Each column of provision, staff and funds by its name in DOMAIN section 6, in English, and in pinyin.
func TestFieldNames(t *testing.T) {
	for _, c := range []struct {
		layer data.Layer
		field data.Field
		names []string
	}{
		{data.LayerGrids, data.FieldHeads, []string{"网格长数", "网格长数（人）", "网格长人数", "WGZS", "grid_heads"}},
		{data.LayerGrids, data.FieldStaff, []string{"网格员数", "WGYS", "staff"}},
		{data.LayerGrids, data.FieldBranch, []string{"网格党支部", "党支部", "党支部数", "网格党组织", "party_branch"}},
		{data.LayerGrids, data.FieldPartyGroups, []string{"党小组", "网格党小组数", "party_groups"}},
		{data.LayerCenters, data.FieldServiceType, []string{"服务类型", "服务类别", "业务类型", "功能类型", "service_type", "Service"}},
		{data.LayerCenters, data.FieldServed, []string{"服务居民数", "服务人口（人）", "residents_served"}},
		{data.LayerCenters, data.FieldStaff, []string{"专职人数", "工作人员数", "staff"}},
		{data.LayerCenters, data.FieldOpening, []string{"开放时间", "服务时间", "KFSJ", "opening"}},
		{data.LayerCommunities, data.FieldCommittee, []string{"大党委", "是否大党委", "committee"}},
		{data.LayerCommunities, data.FieldPartners, []string{"共建单位数", "partner_units"}},
		{data.LayerCommunities, data.FieldReporting, []string{"报到党员数", "reporting_members"}},
		{data.LayerCommunities, data.FieldInstructors, []string{"专职党建指导员", "专职党建指导员数", "instructors"}},
		{data.LayerCommunities, data.FieldTrainingSecretary, []string{"书记培训学时", "书记培训学时（小时）", "training_secretary"}},
		{data.LayerCommunities, data.FieldTrainingMembers, []string{"班子成员培训学时", "training_members"}},
		{data.LayerCommunities, data.FieldTrainingStaff, []string{"网格员培训学时", "training_staff"}},
		{data.LayerCommunities, data.FieldPartyFunds, []string{"党建经费", "党建工作经费（万元）", "party_funds"}},
		{data.LayerCommunities, data.FieldResidentGroups, []string{"居民小组数", "resident_groups"}},
		{data.LayerCommunities, data.FieldGroupFunds, []string{"居民小组经费", "居民小组经费（元）", "group_funds"}},
		{data.LayerCommunities, data.FieldRunningFunds, []string{"运转经费", "工作经费", "运转经费/万元", "running_funds_yuan"}},
		{data.LayerCommunities, data.FieldServiceFunds, []string{"服务群众经费", "本年服务群众经费", "服务群众经费（本年）", "service_funds"}},
		{data.LayerCommunities, data.FieldServiceFundsBefore, []string{"上年服务群众经费", "服务群众经费（上年）", "service_funds_before"}},
		{data.LayerCommunities, data.FieldSeat, []string{"驻地类别", "seat"}},
		{data.LayerCommunities, data.FieldCompounds, []string{"小区数", "compounds"}},
		{data.LayerCommunities, data.FieldCompoundBranches, []string{"小区党支部数", "小区党支部", "有党支部的小区数", "compound_branches"}},
		{data.LayerStreets, data.FieldOfficeStaff, []string{"管理办公室专职人数", "社区管理办公室专职人数", "office_staff"}},
		{data.LayerStreets, data.FieldPartyFunds, []string{"党建经费", "party_funds"}},
		{data.LayerDistricts, data.FieldOrgMarket, []string{"商圈市场党的组织覆盖率", "商圈市场党组织覆盖率（%）", "商圈市场党组织覆盖率%", "org_market"}},
		{data.LayerDistricts, data.FieldOrgIndustry, []string{"行业党组织覆盖率", "org_industry"}},
		{data.LayerDistricts, data.FieldOrgPark, []string{"园区党组织覆盖率", "org_park"}},
	} {
		for _, name := range c.names {
			r, _, fault := recogniseNames(t, c.layer, []string{name}, nil)
			if fault != nil || !r.has(c.field) {
				t.Errorf("%s: %s is not read as %s: %v", c.layer, name, c.field, fault)
			}
		}
	}
}

// Counts and hours of persons are no persons; the persons themselves stay unread.
func TestCountsAreNotPersonal(t *testing.T) {
	for name, want := range map[string]bool{
		"网格长数（人）": false, "网格长人数": false, "书记培训学时": false, "书记培训学时（小时）": false, "专职党建指导员": false,
		"网格长": true, "网格长（姓名）": true, "书记": true, "书记姓名": true, "社区书记": true, "网格员": true,
	} {
		if isPersonal(name) != want {
			t.Errorf("%s: %v", name, !want)
		}
	}
}

func TestReadFurtherNumbers(t *testing.T) {
	readNumbers(t, []numberCase{
		{"80000", ofMoney, "", 80000, ""},
		{"80000元", ofMoney, "", 80000, ""},
		{"8万", ofMoney, "", 80000, ""},
		{"8万元", ofMoney, "", 80000, ""},
		{"8", ofMoney, "万元", 80000, ""},
		{"8.5", ofMoney, "万元/年", 85000, ""},
		{"80000元", ofMoney, "万元", 80000, ""},
		{"8", ofMoney, "万", 80000, ""},
		{"8个", ofMoney, "", missing, keyNumberText},
		{"8人", ofMoney, "", missing, keyNumberText},
		{"无", ofMoney, "", missing, ""},
		{"-1", ofMoney, "", missing, keyNumberNegative},
		{"2000亿元", ofMoney, "", missing, keyNumberLarge},

		{"56", ofHours, "", 56, ""},
		{"56学时", ofHours, "", 56, ""},
		{"56", ofHours, "学时", 56, ""},
		{"56天", ofHours, "", missing, keyNumberText},
		{"560000", ofHours, "", missing, keyNumberLarge},

		{"92%", ofShare, "", 0.92, ""},
		{"92％", ofShare, "", 0.92, ""},
		{"0.5%", ofShare, "", 0.005, ""},
		{"0.92", ofShare, "", 0.92, ""},
		{"92", ofShare, "", 0.92, ""},
		{"1", ofShare, "", 1, ""},
		{"100", ofShare, "", 1, ""},
		{"0", ofShare, "", 0, ""},
		{"92", ofShare, "%", 0.92, ""},
		{"92%", ofShare, "%", 0.92, ""},
		{"0", ofShare, "%", 0, ""},
		{"0.92", ofShare, "%", missing, keyShareUnclear},
		{"1", ofShare, "%", missing, keyShareUnclear},
		{"101%", ofShare, "", missing, keyNumberLarge},
		{"120", ofShare, "", missing, keyNumberLarge},
		{"92人", ofShare, "", missing, keyNumberText},
		{"九成", ofShare, "", missing, keyNumberText},
		{"—", ofShare, "", missing, ""},

		{"有", ofPresence, "", 1, ""},
		{"无", ofPresence, "", 0, ""},
		{"是", ofPresence, "", 1, ""},
		{"否", ofPresence, "", 0, ""},
		{"已建立", ofPresence, "", 1, ""},
		{"未建立", ofPresence, "", 0, ""},
		{"党支部", ofPresence, "", 1, ""},
		{"yes", ofPresence, "", 1, ""},
		{"3", ofPresence, "", 3, ""},
		{"0", ofPresence, "", 0, ""},
		{"2个", ofPresence, "", 2, ""},
		{"", ofPresence, "", missing, ""},
		{"—", ofPresence, "", missing, ""},
		{"待核实", ofPresence, "", missing, keyNumberPending},
		{"拟建党支部", ofPresence, "", missing, keyNumberText},
		{"翠湖社区第一党支部", ofPresence, "", missing, keyNumberText},
	})
	if got := readNumber(cell{text: "true", kind: cellBool}, ofPresence, unit{}); !got.known || got.value != 1 {
		t.Errorf("true: %+v", got)
	}
}

func TestReadSeat(t *testing.T) {
	for text, want := range map[string]data.Seat{
		"省会": data.SeatProvincial, "省会城市": data.SeatProvincial, "州市": data.SeatPrefecture, "州（市）": data.SeatPrefecture, "县": data.SeatCounty, "县政府驻地": data.SeatCounty,
		"中心城区": data.SeatCityCenter, "高新区": data.SeatCityCenter, "中心城区、高新区": data.SeatCityCenter, "县级城区": data.SeatCountyTown,
		"county": data.SeatCounty, "City center": data.SeatUnknown, "city_center": data.SeatCityCenter, "": data.SeatUnknown, "—": data.SeatUnknown,
	} {
		got, known := readSeat(text)
		if text == "City center" {
			want = data.SeatCityCenter // blanks and joining marks make no difference
		}
		if got != want || !known {
			t.Errorf("%q: %v, known %v, want %v", text, got, known, want)
		}
	}
	if got, known := readSeat("一类"); got != data.SeatUnknown || known {
		t.Errorf("%v %v", got, known)
	}
}

// A whole city with the further columns: every one reaches the city, in the order of its layer, also from tables without shapes.
func TestAttributesReachTheCity(t *testing.T) {
	c := load(t, map[string]string{
		"districts.csv": "名称,商圈市场党组织覆盖率,行业党组织覆盖率,园区党组织覆盖率\n云溪区,92%,1,\n",
		"streets.csv":   "名称,所属区,社区管理办公室专职人数,党建经费（万元）\n乙街道,云溪区,3,\n甲街道,云溪区,4人,12\n",
		"communities.geojson": collection(
			square(0, 0, `"编码":"2","名称":"乙社区","街道":"乙街道","大党委":"无","书记培训学时":60,"小区数":5,"小区党支部数":5,"驻地类别":"县","服务群众经费（万元）":6,"上年服务群众经费（万元）":null`),
			square(1, 0, `"编码":"1","名称":"甲社区","街道":"甲街道","大党委":"有","书记培训学时":"56学时","小区数":5,"小区党支部数":6,"驻地类别":"","服务群众经费（万元）":"5万元","上年服务群众经费（万元）":4.5`)),
		"grids.geojson": collection(square(0, 0, `"编码":"g1","户数":300,"网格长数":1,"网格长":"张三","党支部":"有","党小组":0`)),
		"centers.csv":   "名称,级别,状态,服务类型,开放时间,服务居民数,专职人数,经度,纬度\n甲,社区,在用,养老、托育,周一至周日,1.2万人,李四,102.705,25.045\n",
	})
	for _, want := range []struct {
		layer  data.Layer
		field  data.Field
		values []data.Number
	}{
		{data.LayerDistricts, data.FieldOrgMarket, []data.Number{data.Num(0.92)}},
		{data.LayerDistricts, data.FieldOrgIndustry, []data.Number{data.Num(1)}},
		{data.LayerDistricts, data.FieldOrgPark, []data.Number{{}}},
		{data.LayerStreets, data.FieldOfficeStaff, []data.Number{data.Num(3), data.Num(4)}},
		{data.LayerStreets, data.FieldPartyFunds, []data.Number{{}, data.Num(120000)}},
		{data.LayerCommunities, data.FieldCommittee, []data.Number{data.Num(1), data.Num(0)}},
		{data.LayerCommunities, data.FieldTrainingSecretary, []data.Number{data.Num(56), data.Num(60)}},
		{data.LayerCommunities, data.FieldCompounds, []data.Number{{}, data.Num(5)}},
		{data.LayerCommunities, data.FieldServiceFunds, []data.Number{data.Num(50000), data.Num(60000)}},
		{data.LayerCommunities, data.FieldServiceFundsBefore, []data.Number{data.Num(45000), {}}},
		{data.LayerGrids, data.FieldHeads, []data.Number{data.Num(1)}},
		{data.LayerGrids, data.FieldBranch, []data.Number{data.Num(1)}},
		{data.LayerGrids, data.FieldPartyGroups, []data.Number{data.Num(0)}},
		{data.LayerCenters, data.FieldServed, []data.Number{data.Num(12000)}},
		{data.LayerCenters, data.FieldStaff, []data.Number{{}}},
	} {
		if got := c.Attributes[want.layer][want.field]; !slices.Equal(got, want.values) {
			t.Errorf("%s of %s: %v, want %v", want.field, want.layer, got, want.values)
		}
	}
	if c.Communities[0].Seat != data.SeatUnknown || c.Communities[1].Seat != data.SeatCounty {
		t.Errorf("seats %v %v", c.Communities[0].Seat, c.Communities[1].Seat)
	}
	if s := &c.Centers[0]; s.Service != "养老、托育" || s.Extended != data.Yes {
		t.Errorf("%+v", s)
	}
	if f := faultsOf(c, keyNumberText); len(f) != 1 || f[0].Value != "" {
		t.Errorf("a name in place of a number is quoted: %v", f)
	}
	if f := faultsOf(c, keyBranchesAbove); len(f) != 1 || f[0].ID != "甲社区" {
		t.Errorf("%v", f)
	}
}
