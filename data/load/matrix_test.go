package load

import (
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"quarter/data"
)

// matrix reads a cost matrix from a text.
func matrix(t testing.TB, text string, opts MatrixOptions) (*data.CostMatrix, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "od.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return CostMatrix(t.Context(), path, opts)
}

// checkMatrix holds what every matrix must: links in range, ascending, each once; every row used or listed as refused.
func checkMatrix(t testing.TB, m *data.CostMatrix) {
	t.Helper()
	for i, l := range m.Links {
		if i > 0 && m.Links[i-1].Compare(l) >= 0 || int(l.From) >= len(m.From) || int(l.To) >= len(m.To) || !(l.Cost >= 0) || math.IsInf(l.Cost, 1) {
			t.Errorf("link %d: %+v", i, l)
		}
	}
	refused := 0
	for _, f := range m.Faults {
		if f.Severity == data.Refused {
			refused += max(1, f.Count)
		}
	}
	if s := m.Source; s.Read != s.Used+s.Refused || s.Refused != refused || len(m.Links)+m.NoWay > s.Used {
		t.Errorf("%+v, %d listed, %d links, %d without a way", m.Source, refused, len(m.Links), m.NoWay)
	}
}

func TestMatrixUnits(t *testing.T) {
	for _, c := range []struct {
		head, cell, option string
		want               float64
		unit               string
	}{
		{"cost(m)", "1250.5", "", 1250.5, "m"},
		{"距离（公里）", "1.25", "", 1250, "m"},
		{"距离", "1250", "", 1250, "m"},
		{"distance", "1.25 km", "", 1250, "m"},
		{"路网距离/千米", "0.5", "", 500, "m"},
		{"cost_min", "7.5", "", 7.5, "min"},
		{"时间(秒)", "450", "", 7.5, "min"},
		{"duration_s", "450", "", 7.5, "min"},
		{"minutes", "7.5", "", 7.5, "min"},
		{"步行时间（分钟）", "7.5", "", 7.5, "min"},
		{"时间（分钟）", "90秒", "", 1.5, "min"},
		{"duration", "450", "s", 7.5, "min"},
		{"cost", "1,250", "米", 1250, "m"},
		{"cost(m)", "１２５０", "km", 1250, "m"},
	} {
		m, err := matrix(t, "from,to,"+c.head+"\nA,B,\""+c.cell+"\"\n", MatrixOptions{Unit: c.option})
		if err != nil {
			t.Errorf("%s: %v", c.head, err)
			continue
		}
		checkMatrix(t, m)
		if m.Links[0].Cost != c.want || m.Unit != c.unit {
			t.Errorf("%s %s: %v %s, want %v %s", c.head, c.cell, m.Links[0].Cost, m.Unit, c.want, c.unit)
		}
	}
}

func TestMatrixIsRefused(t *testing.T) {
	for _, c := range []struct{ text, key string }{
		{collection(point(0, 0, `"a":1`)), keyMatrixTable},
		{"a,b,c\n1,2,3\n", keyMatrixColumns},
		{"from,to\n1,2\n", keyMatrixColumns},
		{"from,to,distance,duration_s\n1,2,3,4\n", keyMatrixSeveral},
		{"from,to,cost\n1,2,3\n", keyMatrixUnit},
		{"from,to,时间\n1,2,3\n", keyMatrixUnit},
		{"from,to,duration(m)\n1,2,3\n", keyMatrixUnit},
		{"from,to,cost(m)\n1,2,-3\n", keyMatrixEmpty},
		{"from,to,cost(m)\n", keyMatrixEmpty},
		{"", keyEmptyFile},
		{"from,to,cost(m)\n\xd6\xd0,2,3\n", keyEncoding},
		{"from,to,cost(m)\n\"A,2,3\n", keyQuote},
	} {
		_, err := matrix(t, c.text, MatrixOptions{})
		var fault *data.Fault
		if !errors.As(err, &fault) || fault.Key != c.key || fault.File != "od.csv" || fault.Layer != data.LayerCostMatrix {
			t.Errorf("%q: %+v, want %s", c.text, err, c.key)
		}
	}
	_, err := CostMatrix(t.Context(), filepath.Join(t.TempDir(), "absent.csv"), MatrixOptions{})
	var fault *data.Fault
	if !errors.As(err, &fault) || fault.Key != keyFileMissing {
		t.Error(err)
	}
}

// Every row is a link, a pair without a way, the same again, or refused with its line.
func TestMatrixRows(t *testing.T) {
	m, err := matrix(t, "\ufefffrom,to,distance,\n"+
		"B,1,10,\n"+ // 2
		"A,1,20\n"+ // 3: too few cells
		"A,1,20,\n"+
		"A,2,,\n"+ // 5: no way
		"A,3,Inf,\n"+ // 6: no way
		"A,4,-1,\n"+ // 7
		"A,4,NaN,\n"+ // 8
		"A,4,abc,\n"+ // 9
		"A,4,5 min,\n"+ // 10
		",4,5,\n"+ // 11
		"A,1,20.0,\n"+ // 12: the same again
		"A,1,21,\n"+ // 13: another cost
		"A,1,22,\n"+ // 14
		"A,4,1e999,\n", MatrixOptions{}) // 15
	if err != nil {
		t.Fatal(err)
	}
	checkMatrix(t, m)
	if want := []data.CostLink{{From: 0, To: 0, Cost: 10}, {From: 1, To: 0, Cost: 20}}; !slices.Equal(m.Links, want) || m.NoWay != 2 {
		t.Errorf("%v, %d without a way", m.Links, m.NoWay)
	}
	lines := map[string][]int{}
	for _, f := range m.Faults {
		lines[f.Key] = append(lines[f.Key], max(f.Feature, f.Count))
	}
	for key, want := range map[string][]int{
		keyRowLength: {3}, keyMatrixCost: {7, 8, 9, 10, 15}, keyMatrixCode: {11}, keyMatrixTwice: {13, 14},
		keyMatrixRepeated: {1}, keyMatrixNoWay: {2}, keyMatrixAssumed: {0},
	} {
		if !slices.Equal(lines[key], want) {
			t.Errorf("%s: lines %v, want %v", key, lines[key], want)
		}
	}
	i := slices.IndexFunc(m.Faults, func(f data.Fault) bool { return f.Key == keyMatrixTwice })
	if f := m.Faults[i]; f.Args["first"] != "4" || f.Value != "21" || f.Args["other"] != "20" || f.Args["from"] != "A" || f.Args["to"] != "1" {
		t.Errorf("%+v", f)
	}
}

// Codes are text: what a spreadsheet may do to them is known beside, and columns may be named.
func TestMatrixCodes(t *testing.T) {
	m, err := matrix(t, "\"\",a,b,cost(m)\n1,160750602.00,\"1679\",3\n2,=\"530102\",5.30102001001E+11,4\n",
		MatrixOptions{Columns: map[string]string{"cost_matrix.from": "a", "cost_matrix.to": "b"}})
	if err != nil {
		t.Fatal(err)
	}
	if want := []data.Label{{Code: "160750602", Name: "160750602.00"}, {Code: "530102", Name: "530102"}}; !slices.Equal(m.From, want) {
		t.Errorf("%v", m.From)
	}
	if want := []data.Label{{Code: "1679", Name: "1679"}, {Code: "530102001001", Name: "5.30102001001E+11"}}; !slices.Equal(m.To, want) {
		t.Errorf("%v", m.To)
	}
	if !m.Source.Columns[0].Asked || m.Source.Columns[2].Asked || m.Source.Columns[2].Unit != "m" {
		t.Errorf("%+v", m.Source.Columns)
	}
}

// FuzzCostMatrix: whatever the bytes, a matrix or a fault, and every row is counted.
func FuzzCostMatrix(f *testing.F) {
	f.Add([]byte("from,to,cost(m)\nA,B,3\nA,B,4\n\"C\",\"D\",Inf\n"))
	f.Add([]byte("起点;终点;时间（分钟）\n甲;乙;约3\n甲;丙;90秒\n"))
	f.Add([]byte("distance,name,DestinationName,demand\n671.5,Store_1,060750479.01,6540\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		m, err := matrix(t, string(raw), MatrixOptions{})
		var fault *data.Fault
		switch {
		case err == nil:
			checkMatrix(t, m)
			for i := range m.Faults {
				checkFault(t, &m.Faults[i])
			}
		case errors.As(err, &fault):
			checkFault(t, fault)
		default:
			t.Error(err)
		}
	})
}
