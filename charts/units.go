package charts

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"quarter/charts/words"
	"quarter/coverage"
)

// Breakdown is the level that a report lists by: streets where any is real, else districts, else communities. Virtual units of a
// level that has real ones stay in, so that the rows add up to the total.
func Breakdown(r *coverage.Result) (coverage.Level, []coverage.Unit) {
	for _, level := range []coverage.Level{coverage.LevelStreet, coverage.LevelDistrict} {
		if units := r.Level(level); slices.ContainsFunc(units, func(u coverage.Unit) bool { return !u.Virtual }) {
			return level, units
		}
	}
	return coverage.LevelCommunity, r.Level(coverage.LevelCommunity)
}

// Namer gives every unit a name that a reader can tell from the others.
type Namer struct {
	result *coverage.Result
	lang   words.Lang
	level  coverage.Level  // of Breakdown: the level that communities are placed by
	count  map[nameKey]int // units by level and name, and by level, parent and name
}

type nameKey struct {
	level        coverage.Level
	parent, name string // parent is empty where all units of the level are counted
}

// NewNamer counts the names of a result.
func NewNamer(r *coverage.Result, lang words.Lang) *Namer {
	level, _ := Breakdown(r)
	n := &Namer{result: r, lang: lang, level: min(level, coverage.LevelStreet), count: map[nameKey]int{}}
	for i := range r.Units {
		u := &r.Units[i]
		n.count[nameKey{level: u.Level, name: n.Name(u)}]++
	}
	for i := range r.Units {
		u := &r.Units[i]
		if parent := n.Parent(u); parent != "" {
			n.count[nameKey{u.Level, parent, n.Name(u)}]++
		}
	}
	return n
}

// Name is the unit's own name: as given, else its code, else its place in the order.
func (n *Namer) Name(u *coverage.Unit) string {
	switch {
	case u.Level == coverage.LevelTotal:
		return n.lang.T("level.total")
	case u.Virtual:
		return n.lang.T("virtual." + u.Level.String())
	case u.Name != "":
		return u.Name
	case u.Code != "":
		return u.Code
	}
	return n.lang.T("page.unnamed", "n", u.Index+1)
}

// Distinct is Name, with the parent's name in brackets where another unit of the level has the same one, or the code where the parents' names
// are equal too.
func (n *Namer) Distinct(u *coverage.Unit) string {
	name := n.Name(u)
	if n.count[nameKey{level: u.Level, name: name}] < 2 || u.Parent < 0 {
		return name
	}
	if beside := n.Beside(u); beside != name {
		return beside
	}
	return cmp.Or(bracket(n.lang, name, cmp.Or(n.Parent(u), u.Code)), name)
}

// Beside is the name of a unit for a row that tells its parent too: Name, with the code where another unit of the parent has the same one.
func (n *Namer) Beside(u *coverage.Unit) string {
	name := n.Name(u)
	if n.count[nameKey{u.Level, n.Parent(u), name}] < 2 || u.Code == name {
		return name
	}
	return cmp.Or(bracket(n.lang, name, u.Code), name)
}

func bracket(lang words.Lang, name, inside string) string {
	if inside == "" {
		return ""
	}
	return lang.T("page.bracket", "name", name, "inside", inside)
}

// Parent is the name of the street of a unit, or of its district where there are no streets; "" where that is virtual or the total.
func (n *Namer) Parent(u *coverage.Unit) string {
	for u.Parent >= 0 {
		u = &n.result.Units[u.Parent]
		if u.Level <= n.level {
			break
		}
	}
	if u.Virtual || u.Level == coverage.LevelTotal || u.Level > n.level {
		return ""
	}
	return n.Distinct(u)
}

// ParentHead is the head of a column of parents.
func (n *Namer) ParentHead() string { return n.lang.T("level." + n.level.String()) }

// GridPlace says where a grid lies: its community, where it has one, and its own name; codes never stand side by side.
func (n *Namer) GridPlace(i int) string {
	community := n.result.Community(n.result.City.Grids[i].Community)
	outer, inner := n.Distinct(community), n.Grid(i)
	switch {
	case community.Virtual && isCode(inner):
		return n.lang.T("page.grid.code", "code", inner)
	case community.Virtual:
		return inner
	case n.result.City.Grids[i].Name == "" || community.Name == "" || isCode(outer) || isCode(inner):
		return n.lang.T("page.in.code", "outer", outer, "inner", inner)
	case strings.HasPrefix(inner, n.Name(community)):
		return outer + strings.TrimPrefix(inner, n.Name(community))
	}
	return n.lang.T("page.in", "outer", outer, "inner", inner)
}

// isCode reports whether a name is made of digits, Latin letters and signs alone, with a digit among them: it is a code in the column of names.
func isCode(name string) bool {
	return strings.ContainsAny(name, "0123456789") && !strings.ContainsFunc(name, func(r rune) bool { return r >= 0x80 || r == ' ' })
}

// Grid is the name of a grid: as given, else its code, else its place in the order.
func (n *Namer) Grid(i int) string {
	g := &n.result.City.Grids[i]
	return cmp.Or(g.Name, g.Code, n.lang.T("page.unnamed", "n", i+1))
}

// Center is the name of a center: as given, else its code, else its place in the order.
func (n *Namer) Center(i int) string {
	c := &n.result.City.Centers[i]
	return cmp.Or(c.Name, c.Code, n.lang.T("page.unnamed", "n", i+1))
}

// CoverageLimit is the standard for population coverage that the profile sets for a unit; ok is false where it sets none.
func CoverageLimit(u *coverage.Unit) (share float64, ok bool) {
	v, found := u.Verdict("COV-04")
	return v.Limit.V, found && v.Limit.Known
}

// limits is a limit as the list that the number formats take.
func limits(limit float64, ok bool) []float64 {
	if !ok {
		return nil
	}
	return []float64{limit}
}

// CoverageRate writes a unit's population coverage without the sign, honest beside its standard.
func CoverageRate(lang words.Lang, r *coverage.Result, u *coverage.Unit) string {
	return number(lang, u.Get("coverage_pop").Number, NoCoverage(r, u), func(v float64) string { return Rate(v, limits(CoverageLimit(u))...) })
}

// StrictRate writes a unit's coverage at the strict radius, honest beside the same standard.
func StrictRate(lang words.Lang, r *coverage.Result, u *coverage.Unit) string {
	return number(lang, u.Get("coverage_pop_strict").Number, NoCoverage(r, u), func(v float64) string { return Rate(v, limits(CoverageLimit(u))...) })
}

// ByCoverage orders units from low to high coverage, those without data last, ties by code order.
func ByCoverage(units []coverage.Unit) []int {
	at := make([]int, len(units))
	for i := range at {
		at[i] = i
	}
	slices.SortStableFunc(at, func(a, b int) int {
		x, y := units[a].Get("coverage_pop"), units[b].Get("coverage_pop")
		if x.Known != y.Known {
			if x.Known {
				return -1
			}
			return 1
		}
		return cmp.Compare(x.V, y.V)
	})
	return at
}

// CircleName is what the circle is called: 15分钟服务圈 where whole minutes were asked for or are those of the profile, else 714米服务圈.
func CircleName(lang words.Lang, r *coverage.Result) string {
	c := r.Circle
	asked, given := r.Profile.Rules["COV-02"].Values["minutes"]
	whole := round(c.Minutes)
	if whole > 0 && near(c.Minutes, whole) && (c.FromWalking || given && near(c.Minutes, asked.Value)) {
		return lang.T("page.circle.minutes", "n", Decimal(whole, 0))
	}
	return lang.T("page.circle.meters", "n", Radius(r, c.Radius.Meters()))
}

// ReportTitle is what the documents of a result are called unless they are given a title: the city's name and the kind of report.
func ReportTitle(r *coverage.Result, lang words.Lang) string {
	if r.City.Name == "" {
		return lang.T("page.title.noname")
	}
	return lang.T("page.title", "name", r.City.Name)
}

func itoa(i int) string { return strconv.Itoa(i) }
