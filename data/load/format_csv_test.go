package load

import (
	"strings"
	"testing"
	"testing/iotest"

	"quarter/data"
)

func decodeCSV(text string) (*table, *data.Fault) {
	t := &table{file: "x.csv"}
	return t, readCSV(strings.NewReader(text), t)
}

func TestCSVForms(t *testing.T) {
	for name, text := range map[string]string{
		"comma":         "名称,经度,纬度\n甲,102.71,25.04\n",
		"no end":        "名称,经度,纬度\n甲,102.71,25.04",
		"semicolon":     "名称;经度;纬度\n甲;102.71;25.04\n",
		"tab":           "名称\t经度\t纬度\n甲\t102.71\t25.04\n",
		"windows":       "名称,经度,纬度\r\n甲,102.71,25.04\r\n",
		"quotes":        "\"名称\",\"经度\",\"纬度\"\n\"甲\",\"102.71\",\"25.04\"\n",
		"sep":           "sep=;\n名称;经度;纬度\n甲;102.71;25.04\n",
		"blank lines":   "\n\n名称,经度,纬度\n\n甲,102.71,25.04\n\n",
		"one cell":      "名称,坐标\n甲,\"102.71,25.04\"\n",
		"full width":    "名称,location\n甲,102.71，25.04\n",
		"lat first":     "名称,lat,lon\n甲,25.04,102.71\n",
		"degrees":       "名称,经度,纬度\n甲,E102°42′36″,N25°2′24″\n",
		"text formula":  "名称,经度,纬度\n\"=\"\"甲\"\"\",102.71,25.04\n",
		"empty surplus": "名称,经度,纬度\n甲,102.71,25.04,,\n",
		"X and Y":       "名称,X,Y\n甲,102.71,25.04\n",
		"zero width":    "名称,经度,纬度\n\u200b甲 , 102.71,25.04\u200b\n",
	} {
		c := load(t, map[string]string{"centers.csv": text})
		if got := c.Centers[0]; got.Name != "甲" || got.Point != [2]float64{102.71, 25.04} {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestCSVCells(t *testing.T) {
	tab, fault := decodeCSV("a,b,c\n\"x,\"\"y\"\"\nz\",5\"管,\"\"\n1,2\n1,2,3,4\n")
	if fault != nil {
		t.Fatal(fault)
	}
	for i, want := range []string{"x,\"y\"\nz", "5\"管", ""} {
		if got := tab.rows[0].cell(i).text; got != want {
			t.Errorf("cell %d is %q", i, got)
		}
	}
	if tab.rows[0].at != 2 || tab.rows[1].at != 4 || tab.rows[1].refused.key != keyRowLength || tab.rows[2].refused.key != keyRowLength {
		t.Errorf("%+v", tab.rows)
	}
}

func TestCSVPieces(t *testing.T) {
	text := "名称,经度\n\"甲\n乙\"," + strings.Repeat("1", 3*windowSize) + "\n丙,2\n"
	tab := &table{file: "x.csv"}
	if fault := readCSV(iotest.OneByteReader(strings.NewReader(text)), tab); fault != nil || len(tab.rows) != 2 || tab.rows[0].cell(0).text != "甲\n乙" || len(tab.rows[0].cell(1).text) != 3*windowSize {
		t.Errorf("%v %d", fault, len(tab.rows))
	}
	if _, fault := decodeCSV("a\n" + strings.Repeat("x", 2*maxRecord)); fault == nil || fault.Key != keyTokenLong {
		t.Error(fault)
	}
	if _, fault := decodeCSV("a\n\"" + strings.Repeat("x\n", maxRecord)); fault == nil || fault.Key != keyQuote {
		t.Error(fault)
	}
}

func TestCSVEncodings(t *testing.T) {
	for raw, want := range map[string]string{"名称\n\xb4\xe4\xba\xfe\n": "GBK", "a\n\xff\xff\n": ""} {
		_, fault := decodeCSV(raw)
		if fault == nil || fault.Key != keyEncoding || fault.Args["encoding"] != want || fault.Args["line"] != "2" {
			t.Errorf("%q: %v %v", raw, fault, fault.Args)
		}
	}
}

// Personal data is not even held.
func TestPersonalCellsAreNotHeld(t *testing.T) {
	tab, _ := decodeCSV("名称,联系电话\n甲,13800000000\n")
	geo, _ := decode(collection(point(0, 0, `"名称":"甲","联系电话":"13800000000"`)))
	for _, x := range []*table{tab, geo} {
		for _, c := range x.rows[0].cells {
			if strings.Contains(c.text, "138") {
				t.Error("a telephone number is held")
			}
		}
	}
}
