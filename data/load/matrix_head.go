package load

import (
	"slices"
	"strings"

	"quarter/data"
)

// Fields of a cost matrix.
const (
	fieldFrom data.Field = "from"
	fieldTo   data.Field = "to"
	fieldCost data.Field = "cost"
)

// travelUnit is a unit of length or time; the zero value is none.
type travelUnit struct {
	name   string
	of     string  // m or min
	factor float64 // to metres, or to seconds
}

func travelUnitOf(s string) (travelUnit, bool) {
	if f, ok := lengths.find(plain(s)); ok {
		return travelUnit{s, "m", f}, true
	}
	if f, ok := durations.find(plain(s)); ok {
		return travelUnit{s, "min", f}, true
	}
	return travelUnit{}, false
}

// cost turns a number in the unit into metres or minutes.
func (u travelUnit) cost(v float64) float64 {
	if u.of == "min" {
		return v * u.factor / 60
	}
	return v * u.factor
}

// costNames are the columns that hold costs, best first: of says what a column of such a name measures, where the name tells.
var costNames = []struct {
	of    string
	names []string
}{
	{"", words("cost travelcost impedance 成本 出行成本 费用 阻抗")},
	{"m", words("distance dist networkdistance walkdistance length totallength 距离 路网距离 步行距离 路程 里程 长度")},
	{"min", words("time traveltime walktime duration totaltime 时间 时长 耗时 出行时间 步行时间 行程时间 通行时间")},
}

var (
	fromNames = words("from fromid fromcode origin originid originname origincode source sourceid site siteid sitename sitecode facility facilityid candidate candidateid candidatecode start name " +
		"起点 起点编码 起点编号 起点名称 出发点 出发地 出发 备选点位 备选点位编码 点位 点位编码 设施 设施编码 中心 中心编码")
	toNames = words("to toid tocode destination destinationid destinationname destinationcode dest target targetid end grid gridcode community communitycode " +
		"终点 终点编码 终点编号 终点名称 目的地 到达点 到达地 到达 需求点 需求点编码 网格 网格编码 社区 社区编码 居民点")
)

// matrixHead says which column of a matrix holds what.
type matrixHead struct {
	from, to, cost int
	unit           travelUnit // of a cell that states none
	assumed        bool       // nothing states the unit: metres, by the name of the column
}

// readMatrixHead finds the columns. opts.Unit decides where the head states no unit.
func readMatrixHead(t *table, opts *MatrixOptions) (matrixHead, *data.Fault) {
	h := matrixHead{}
	bases, units := make([]string, len(t.columns)), make([]travelUnit, len(t.columns))
	for i, c := range t.columns {
		bases[i], units[i] = travelHead(c)
	}
	var fault *data.Fault
	for _, find := range []struct {
		field data.Field
		names []string
		at    *int
	}{{fieldFrom, fromNames, &h.from}, {fieldTo, toNames, &h.to}, {fieldCost, allCostNames(), &h.cost}} {
		if *find.at, fault = matrixColumn(t, find.field, bases, find.names, opts.Columns[placeOf(data.LayerCostMatrix, find.field)]); fault != nil {
			return h, fault
		}
	}
	return h, h.settleUnit(t, bases[h.cost], units[h.cost], opts.Unit)
}

// travelHead splits a head into its plain name and the unit that it states: distance(m), 时间/分钟, duration_s, minutes.
func travelHead(name string) (string, travelUnit) {
	base, inside := cutBracket(halfWidth(strings.TrimSpace(name)))
	if u, ok := travelUnitOf(inside); ok {
		return plain(base), u
	}
	if at := strings.LastIndexAny(base, "/_ "); inside == "" && at > 0 {
		if u, ok := travelUnitOf(base[at+1:]); ok {
			return plain(base[:at]), u
		}
	}
	u, _ := travelUnitOf(base)
	return plain(base + inside), u
}

// allCostNames are costNames, and the units that stand as names of columns.
func allCostNames() []string {
	var out []string
	for _, c := range costNames {
		out = append(out, c.names...)
	}
	for _, units := range []wordsOf[float64]{lengths, durations} {
		for _, u := range units {
			out = append(out, u.words...)
		}
	}
	return out
}

// matrixColumn finds the column of a field: the one that was asked for, else the one with the best name.
func matrixColumn(t *table, field data.Field, bases, names []string, asked string) (int, *data.Fault) {
	if asked != "" {
		return askedColumn(t, data.LayerCostMatrix, field, asked)
	}
	best, rank, rival := -1, len(names), -1
	for i, base := range bases {
		switch r := slices.Index(names, base); {
		case r < 0:
		case field == fieldCost && best >= 0, r == rank: // a distance beside a time: neither is better
			rival = i
		case r < rank:
			best, rank, rival = i, r, -1
		}
	}
	switch {
	case best < 0:
		return 0, matrixFault(t, field, keyMatrixColumns, "available", strings.Join(t.visibleColumns(), "、"))
	case rival >= 0:
		return 0, matrixFault(t, field, keyMatrixSeveral, "candidates", t.columns[best]+"、"+t.columns[rival])
	}
	return best, nil
}

func matrixFault(t *table, field data.Field, key string, args ...string) *data.Fault {
	f := fatal(key, args...)
	f.Layer, f.Field, f.File = data.LayerCostMatrix, field, t.file
	return f
}

// settleUnit decides what the costs are in: the head's own unit, else that of the options, else metres for a distance. A time or a mere
// cost without a unit may be anything and is not guessed; nor is a time in metres.
func (h *matrixHead) settleUnit(t *table, base string, stated travelUnit, option string) *data.Fault {
	column := t.columns[h.cost]
	of := ""
	for _, c := range costNames {
		if slices.Contains(c.names, base) {
			of = c.of
		}
	}
	h.unit = stated
	if u, ok := travelUnitOf(option); ok && stated.of == "" {
		h.unit = u
	}
	switch {
	case h.unit.of == "" && of == "m":
		h.unit, h.assumed = travelUnit{"m", "m", 1}, true
	case h.unit.of == "", of != "" && of != h.unit.of:
		f := matrixFault(t, fieldCost, keyMatrixUnit)
		f.Column = column
		return f
	}
	return nil
}
