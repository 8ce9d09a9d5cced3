package load

import (
	"strings"

	"quarter/data"
)

// unitIndex finds the units of one level by code and by name.
type unitIndex struct {
	codes map[string]int
	full  map[string]int // by 12-digit statistical code
	names map[string][]int
}

func newUnitIndex() *unitIndex {
	return &unitIndex{codes: map[string]int{}, full: map[string]int{}, names: map[string][]int{}}
}

func (x *unitIndex) add(i int, u data.Unit) {
	if u.Code != "" {
		x.codes[u.Code] = i
		if full := fullCode(u.Code); full != "" {
			x.full[full] = i
		}
	}
	if u.Name != "" {
		x.addName(i, normalName(u.Name))
	}
}

func (x *unitIndex) addName(i int, name string) {
	if name != "" {
		x.names[name] = append(x.names[name], i)
	}
}

// byCode finds a unit by its code, or by a code that is the same after padding with zeros (DOMAIN section 3).
func (x *unitIndex) byCode(code string) (int, bool) {
	if code == "" {
		return data.None, false
	}
	if i, ok := x.codes[code]; ok {
		return i, true
	}
	if i, ok := x.full[fullCode(code)]; ok {
		return i, true
	}
	return data.None, false
}

// fullCode pads a division code of 6, 9 or 12 digits to 12; others give "".
func fullCode(code string) string {
	if n := len(code); (n != 6 && n != 9 && n != 12) || digits([]byte(code)) != n {
		return ""
	}
	return code + strings.Repeat("0", 12-len(code))
}

// parentCodes returns the code of the level above by zero padding: of a 15-digit grid its community, of a 12-digit community its
// street, of a street its district; "" where the code is not of that kind.
func parentCode(code string, level data.Layer) string {
	if digits([]byte(code)) != len(code) {
		return ""
	}
	switch {
	case level == data.LayerGrids && len(code) == 15:
		return code[:12]
	case level == data.LayerCommunities && len(code) == 12:
		return code[:9] + "000"
	case level == data.LayerStreets && (len(code) == 12 || len(code) == 9):
		return code[:6] + "000000"
	}
	return ""
}

// ref is what a row says of a parent.
type ref struct{ code, name string }

func (r ref) stated() bool { return r.code != "" || r.name != "" }

func (r ref) String() string {
	if r.name != "" {
		return r.name
	}
	return r.code
}

// parent reads what a row says of a parent, by code and by name.
func (s *sheet) parent(i int, byName, byCode data.Field) ref {
	var r ref
	if t := s.text(i, byName); !isMissing(t) && !isPending(t) {
		r.name = t
		if use := s.by[byName]; looksCounted(halfWidth(t)) { // a name column that holds codes
			if code, state := readCode(s.rows[i].cell(use.column)); state != codeDamaged {
				r.name = code
			}
		}
	}
	if use := s.by[byCode]; use != nil {
		if code, state := readCode(s.rows[i].cell(use.column)); state != codeDamaged {
			r.code = code
		}
	}
	return r
}

// find resolves a reference: by code, by a code in the place of a name, then by name among the units that ok lets pass. count is how
// many units the name fits; the first of them is returned.
func (x *unitIndex) find(r ref, ok func(i int) bool) (i, count int) {
	if i, found := x.byCode(r.code); found {
		return i, 1
	}
	if i, found := x.byCode(r.name); found {
		return i, 1
	}
	return x.byName(normalName(r.name), ok)
}

func (x *unitIndex) byName(name string, ok func(i int) bool) (first, count int) {
	first = data.None
	if name == "" {
		return first, 0
	}
	for _, i := range x.names[name] {
		if ok(i) {
			if count == 0 {
				first = i
			}
			count++
		}
	}
	return first, count
}

func anyUnit(int) bool { return true }
