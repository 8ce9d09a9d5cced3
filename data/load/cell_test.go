package load

import (
	"math"
	"testing"

	"github.com/paulmach/orb"

	"quarter/data"
)

// numberCase is a cell below a head with a unit, and what it says; want missing: nothing.
type numberCase struct {
	text  string
	of    dimension
	head  string
	want  float64
	fault string
}

const missing = -1

func readNumbers(t *testing.T, cases []numberCase) {
	t.Helper()
	for _, c := range cases {
		head, _ := unitByName(c.head)
		got := readNumber(cell{text: c.text}, c.of, head)
		if got.fault != c.fault || got.known != (c.want >= 0) || got.known && got.value != c.want || math.Signbit(got.value) {
			t.Errorf("%q in (%s): %+v, want %v %s", c.text, c.head, got, c.want, c.fault)
		}
	}
}

// The number cells of DOMAIN section 6, and their neighbours.
func TestReadNumber(t *testing.T) {
	readNumbers(t, []numberCase{
		{"1234", ofPeople, "", 1234, ""},
		{"1,234", ofPeople, "", 1234, ""},
		{"12,345,678", ofPeople, "", 12345678, ""},
		{"１２３４", ofPeople, "", 1234, ""},
		{"１，２３４", ofPeople, "", 1234, ""},
		{"1.2万", ofPeople, "", 12000, ""},
		{"1.2万人", ofPeople, "", 12000, ""},
		{"约300", ofHouseholds, "", 300, ""},
		{"约 300 户", ofHouseholds, "", 300, ""},
		{"300余户", ofHouseholds, "", 300, ""},
		{"300左右", ofHouseholds, "", 300, ""},
		{"300㎡", ofArea, "", 300, ""},
		{"842.1㎡", ofArea, "", 842.1, ""},
		{"300平方米", ofArea, "", 300, ""},
		{"0.5亩", ofArea, "", 5000.0 / 15, ""},
		{"3公顷", ofArea, "", 30000, ""},
		{"1.2e3", ofArea, "", 1200, ""},
		{"0", ofPeople, "", 0, ""},
		{"-0", ofPeople, "", 0, ""},
		{" 7 ", ofPeople, "", 7, ""},
		{"\ufeff7\u200b", ofPeople, "", 7, ""},
		{"2", ofArea, "亩", 20000.0 / 15, ""},
		{"3.5", ofPeople, "万人", 35000, ""},
		{"350人", ofPeople, "万人", 350, ""},
		{"350㎡", ofArea, "亩", 350, ""},

		{"", ofPeople, "", missing, ""},
		{"—", ofPeople, "", missing, ""},
		{"——", ofPeople, "", missing, ""},
		{"-", ofPeople, "", missing, ""},
		{"/", ofPeople, "", missing, ""},
		{"／", ofPeople, "", missing, ""},
		{"无", ofPeople, "", missing, ""},
		{"　", ofPeople, "", missing, ""},
		{"N/A", ofPeople, "", missing, ""},
		{"null", ofPeople, "", missing, ""},
		{"待核实", ofPeople, "", missing, keyNumberPending},

		{"三百", ofPeople, "", missing, keyNumberText},
		{"300-500", ofHouseholds, "", missing, keyNumberText},
		{"1,23", ofArea, "", missing, keyNumberText},
		{"1234,567", ofArea, "", missing, keyNumberText},
		{"1.234,5", ofArea, "", missing, keyNumberText},
		{",5", ofArea, "", missing, keyNumberText},
		{"1.2.3", ofArea, "", missing, keyNumberText},
		{"300㎡", ofHouseholds, "", missing, keyNumberText},
		{"300户", ofPeople, "", missing, keyNumberText},
		{"3公顷", ofPeople, "", missing, keyNumberText},
		{"50%", ofPeople, "", missing, keyNumberText},
		{"#REF!", ofPeople, "", missing, keyNumberText},
		{"0x10", ofPeople, "", missing, keyNumberText},
		{"1_000", ofPeople, "", missing, keyNumberText},
		{"-5", ofPeople, "", missing, keyNumberNegative},
		{"-1.2万", ofPeople, "", missing, keyNumberNegative},
		{"NaN", ofPeople, "", missing, keyNumberFinite},
		{"-inf", ofPeople, "", missing, keyNumberFinite},
		{"1e999", ofPeople, "", missing, keyNumberFinite},
		{"1e300", ofPeople, "", missing, keyNumberLarge},
		{"1000000000", ofPeople, "", 1e9, ""},
		{"1000000001", ofPeople, "", missing, keyNumberLarge},
		{"100000000", ofArea, "", 1e8, ""},
		{"100000001", ofArea, "", missing, keyNumberLarge},
	})
}

func TestReadNumberKinds(t *testing.T) {
	for kind, want := range map[cellKind]string{cellSpecial: keyNumberFinite, cellBool: keyNumberText, cellNested: keyNumberText} {
		if got := readNumber(cell{kind: kind, text: "1"}, ofPeople, unit{}); got.fault != want || got.known {
			t.Errorf("kind %d: %+v", kind, got)
		}
	}
}

func TestReadCode(t *testing.T) {
	for _, c := range []struct {
		text  string
		kind  cellKind
		want  string
		state codeState
	}{
		{"530102001001", cellText, "530102001001", codeFine},
		{"530102001001", cellNumber, "530102001001", codeFine},
		{" ５３０１０２ ", cellText, "530102", codeFine},
		{"'530102", cellText, "530102", codeFine},
		{"007", cellText, "007", codeFine},
		{"A1701-14", cellText, "A1701-14", codeFine},
		{"060750479.01", cellText, "060750479.01", codeFine},
		{"0.5", cellText, "0.5", codeFine},
		{"", cellText, "", codeFine},
		{"—", cellText, "", codeFine},
		{"530102001001.0", cellText, "530102001001", codeRepaired},
		{"530102001001.00", cellNumber, "530102001001", codeRepaired},
		{"5.30102001001E+11", cellText, "530102001001", codeRepaired},
		{"5.30102E+11", cellText, "5.30102E+11", codeDamaged},
		{"5.30102E+11", cellNumber, "530102000000", codeRepaired},
		{"5.301020010010012E+17", cellText, "5.301020010010012E+17", codeDamaged},
		{"530102001001001", cellNumber, "530102001001001", codeFine},
		{"5301020010010012", cellNumber, "5301020010010012", codeDamaged},
		{"5301020010010012", cellText, "5301020010010012", codeFine},
		{"89a901291abffff", cellText, "89a901291abffff", codeFine},
		{"1.5E+999999999", cellText, "1.5E+999999999", codeDamaged},
		{"1.5E-999999999", cellText, "1.5E-999999999", codeDamaged},
		{"12e5", cellText, "12e5", codeFine}, // a name of its own, such as a block; no spreadsheet writes it
	} {
		if got, state := readCode(cell{text: c.text, kind: c.kind}); got != c.want || state != c.state {
			t.Errorf("%q (%d): %q %d, want %q %d", c.text, c.kind, got, state, c.want, c.state)
		}
	}
}

func TestReadTier(t *testing.T) {
	for _, c := range []struct {
		text  string
		want  data.Tier
		known bool
	}{
		{"区级", data.TierDistrict, true},
		{"县级", data.TierDistrict, true},
		{"区级党群服务中心", data.TierDistrict, true},
		{"综合型党群服务中心", data.TierDistrict, true},
		{"街道", data.TierStreet, true},
		{"乡镇", data.TierStreet, true},
		{"街道（乡镇）", data.TierStreet, true},
		{"街道党群服务中心（工作站）", data.TierStreet, true},
		{"社区", data.TierCommunity, true},
		{"社区级", data.TierCommunity, true},
		{"社区党群服务中心（站）", data.TierCommunity, true},
		{"村", data.TierCommunity, true},
		{"区域性", data.TierRegional, true},
		{"楼宇", data.TierRegional, true},
		{"园区", data.TierRegional, true},
		{"商圈", data.TierRegional, true},
		{"市场", data.TierRegional, true},
		{"区域性党群服务中心", data.TierRegional, true},
		{"服务点", data.TierPoint, true},
		{"党群服务点", data.TierPoint, true},
		{"Community", data.TierCommunity, true},
		{"regional", data.TierRegional, true},
		{"district-level center", data.TierDistrict, true},
		{"", data.TierUnknown, true},
		{"—", data.TierUnknown, true},
		{"甲级", data.TierUnknown, false},
		{"医疗保健服务;综合医院", data.TierUnknown, false},
	} {
		if got, known := readTier(c.text); got != c.want || known != c.known {
			t.Errorf("%q: %v %v, want %v %v", c.text, got, known, c.want, c.known)
		}
	}
}

func TestInferTier(t *testing.T) {
	for name, want := range map[string]data.Tier{
		"翠湖社区党群服务中心":                     data.TierCommunity,
		"华山街道翠湖社区党群服务站":                  data.TierCommunity,
		"华山街道党群服务中心":                     data.TierStreet,
		"团结镇党群服务中心":                      data.TierStreet,
		"王家村党群服务站":                       data.TierCommunity,
		"五华区党群服务中心":                      data.TierDistrict,
		"南屏街商圈党群服务中心":                    data.TierRegional,
		"翠湖社区第一网格党群服务点":                  data.TierPoint,
		"五里桥社区卫生服务中心":                    data.TierUnknown,
		"黄浦区牙病防治所":                       data.TierUnknown,
		"Georgetown Center":              data.TierUnknown,
		"Maple Community Service Center": data.TierCommunity,
		"Cloudbrook District Center":     data.TierDistrict,
	} {
		if got := inferTier(name); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

func TestReadStatus(t *testing.T) {
	for _, c := range []struct {
		text  string
		want  data.Status
		known bool
	}{
		{"在用", data.StatusOpen, true}, {"运行", data.StatusOpen, true}, {"运行中", data.StatusOpen, true}, {"In use", data.StatusOpen, true},
		{"在建", data.StatusBuilding, true}, {"规划", data.StatusPlanned, true}, {"停用", data.StatusClosed, true},
		{"未投用", data.StatusClosed, true}, {"未使用", data.StatusClosed, true},
		{"装修", data.StatusRenovating, true}, {"改造中", data.StatusRenovating, true},
		{"", data.StatusUnknown, true}, {"/", data.StatusUnknown, true},
		{"已建成", data.StatusUnknown, false}, {"未投入使用吗", data.StatusUnknown, false}, {"California", data.StatusUnknown, false},
	} {
		if got, known := readStatus(c.text); got != c.want || known != c.known {
			t.Errorf("%q: %v %v", c.text, got, known)
		}
	}
}

func TestReadFlag(t *testing.T) {
	for _, c := range []struct {
		text  string
		want  data.Flag
		known bool
	}{
		{"是", data.Yes, true}, {"√", data.Yes, true}, {"1", data.Yes, true}, {"true", data.Yes, true}, {"专属网格", data.Yes, true}, {"综合型", data.Yes, true},
		{"否", data.No, true}, {"无", data.No, true}, {"0", data.No, true}, {"基础网格", data.No, true},
		{"", data.Unstated, true}, {"—", data.Unstated, true}, {"也许", data.Unstated, false},
	} {
		if got, known := readFlag(c.text); got != c.want || known != c.known {
			t.Errorf("%q: %v %v", c.text, got, known)
		}
	}
}

func TestReadLocation(t *testing.T) {
	dms := orb.Point{102 + 42.0/60 + 44.0/3600, 25 + 2.0/60 + 24.0/3600}
	for text, want := range map[string]orb.Point{
		"102.71,25.04":                  {102.71, 25.04},
		"102.71，25.04":                  {102.71, 25.04},
		"102.71, 25.04":                 {102.71, 25.04},
		"102.71 25.04":                  {102.71, 25.04},
		"102.71;25.04":                  {102.71, 25.04},
		"(102.71, 25.04)":               {102.71, 25.04},
		"[102.71,25.04]":                {102.71, 25.04},
		"POINT(102.71 25.04)":           {102.71, 25.04},
		"POINT (102.71 25.04)":          {102.71, 25.04},
		"POINT Z (102.71 25.04 1900)":   {102.71, 25.04},
		"SRID=4326;POINT(102.71 25.04)": {102.71, 25.04},
		"-51.15,-30.05":                 {-51.15, -30.05},
		"25.04N,102.71E":                {102.71, 25.04},
		"E102°42′44″,N25°2′24″":         dms,
		"E102°42′44″ N25°2′24″":         dms,
		"E102°42′44″N25°2′24″":          dms,
		"N25°2′24″ E102°42′44″":         dms,
		"102°42′44″E 25°2′24″N":         dms,
		"东经102°42′44″ 北纬25°2′24″":       dms,
		"东经102度42分44秒，北纬25度2分24秒":       dms,
		"102°42'44\"E, 25°2'24\"N":      dms,
	} {
		got, ok := readLocation(text)
		if !ok || math.Abs(got[0]-want[0]) > 1e-12 || math.Abs(got[1]-want[1]) > 1e-12 {
			t.Errorf("%q: %v %v, want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "102.71", "E102°42′44″", "翠湖公园旁", "1,2,3", "E1,E2", "102°75′0″,25°0′0″", "1e999,2", ",", "POINT EMPTY"} {
		if got, ok := readLocation(text); ok {
			t.Errorf("%q is read as %v", text, got)
		}
	}
}

func TestNormalName(t *testing.T) {
	for a, b := range map[string]string{
		"翠湖社区居民委员会": "翠湖社区",
		"翠湖社区居委会":   "翠湖社区",
		" 翠湖 社区 ":   "翠湖社区",
		"王家村村民委员会":  "王家村",
		"新村（一）":     "新村(一)",
		"二〇一社区":     "二零一社区",
		"ＡＢ社区":      "ab社区",
		"华山街道办事处":   "华山街道",
		"居委会":       "居委会",
	} {
		if normalName(a) != normalName(b) {
			t.Errorf("%s and %s differ: %s, %s", a, b, normalName(a), normalName(b))
		}
	}
	if normalName("翠湖社区") == normalName("翠湖村") {
		t.Error("never fuzzy")
	}
}
