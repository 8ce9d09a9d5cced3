package charts

import (
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// Absence is why a number cannot be written. The three words are never confused: what the profile does not regulate is no gap in the
// data, and a layer that was not provided is no object without data.
type Absence uint8

// The absences.
const (
	Present      Absence = iota
	Unregulated          // 不适用（本方案未规定）
	NotMeant             // 不适用: the object is exempt, or has nothing to judge
	NothingToRun         // –: too few to compare
	NotProvided          // 未提供: the layer or the column is not in the data
	Missing              // 缺数据
)

var absenceKeys = [...]string{"", "outcome.na", "outcome.na", "page.dash", "page.notprovided", "outcome.nodata"}

// Word is the short word of an absence, for a cell or a tile; "" for Present.
func (a Absence) Word(lang words.Lang) string {
	if a == Present {
		return ""
	}
	return lang.T(absenceKeys[a])
}

// AbsenceOf reads a verdict that says neither attained nor not attained.
func AbsenceOf(v coverage.Verdict) Absence {
	switch {
	case v.Outcome == coverage.Attained || v.Outcome == coverage.NotAttained:
		return Present
	case v.Reason == coverage.ReasonNotRegulated:
		return Unregulated
	case v.Reason == coverage.ReasonFewGrids:
		return NothingToRun
	case v.Outcome == coverage.NotApplicable:
		return NotMeant
	case v.Reason == coverage.ReasonNotProvided:
		return NotProvided
	}
	return Missing
}

// NoCoverage is why a unit has no population coverage.
func NoCoverage(r *coverage.Result, u *coverage.Unit) Absence {
	switch {
	case u.Get("coverage_pop").Known:
		return Present
	case !r.City.HasCenters():
		return NotProvided
	}
	return NoPeople(r, u)
}

// NoPeople is why the people of a unit are not known, or why a rate over them means nothing.
func NoPeople(r *coverage.Result, u *coverage.Unit) Absence {
	switch {
	case len(r.Basis.Present) == 0:
		return NotProvided
	case u.People.Known == 0:
		return Missing
	}
	return NotMeant
}

// NoFloor is why the floor area of a unit is not evaluated.
func NoFloor(r *coverage.Result, u *coverage.Unit) Absence {
	if u.Floor.Evaluated > 0 {
		return Present
	}
	if _, ok := r.Profile.Rule("AREA-01"); !ok {
		return Unregulated
	}
	switch {
	case !floorGiven(r) || r.Total().Households.Known == 0:
		return NotProvided
	case u.Households.Known > 0 && u.Households.Total == 0:
		return NotMeant
	}
	return Missing
}

// NoExisting is why the existing floor area of a unit is not known: its households do not matter for it, and a community without a facility has
// none. Where a facility does not state its area, the others tell it only as far as they suffice.
func NoExisting(r *coverage.Result, u *coverage.Unit) Absence {
	f, sum := u.Floor, u.Level != coverage.LevelCommunity
	switch {
	case u.Get("area_actual").Known && (sum || f.Evaluated > 0 || f.ActualMissing == 0):
		return Present
	case !floorGiven(r):
		return NotProvided
	}
	return Missing
}

// ExistingArea writes a unit's existing floor area in m², or why it is not known.
func ExistingArea(lang words.Lang, r *coverage.Result, u *coverage.Unit) string {
	return NoExisting(r, u).Or(lang, MetricText(lang, r, u, "area_actual"))
}

func floorGiven(r *coverage.Result) bool {
	for i := range r.City.Centers {
		if r.City.Centers[i].FloorArea.Known {
			return true
		}
	}
	return false
}

// NoSizes is why the grids of a unit are not judged by size.
func NoSizes(r *coverage.Result, u *coverage.Unit) Absence {
	g := u.Grids
	_, ok := r.Profile.Rule("GRID-01")
	switch {
	case !ok:
		return Unregulated
	case g.In+g.Under+g.Over > 0:
		return Present
	case !r.City.HasGrids() || r.Total().Households.Known == 0:
		return NotProvided
	case g.Count == 0:
		return NothingToRun
	case g.Exempt == g.Count:
		return NotMeant
	}
	return Missing
}

// WhyNoCoverage is the end of the keys that say in a sentence why coverage is not evaluated.
func WhyNoCoverage(r *coverage.Result) string {
	switch {
	case !r.City.HasCenters():
		return "centers"
	case len(r.Basis.Present) == 0:
		return "people"
	}
	return "missing"
}

// Or writes a value, or the word for its absence.
func (a Absence) Or(lang words.Lang, text string) string {
	if a == Present {
		return text
	}
	return a.Word(lang)
}

// HasStrict reports whether the strict check says anything of its own: not where its radius is the service radius.
func HasStrict(r *coverage.Result) bool { return r.Circle.StrictRadius < r.Circle.Radius }

// HasSizes reports whether the profile sets a size range for grids.
func HasSizes(r *coverage.Result) bool {
	_, ok := r.Profile.Rule("GRID-01")
	return ok
}

// number writes a metric of a unit, or the word for its absence.
func number(lang words.Lang, n data.Number, a Absence, write func(float64) string) string {
	if !n.Known {
		if a == Present {
			a = Missing
		}
		return a.Word(lang)
	}
	return write(n.V)
}

// PeopleIn is the account of a unit in words; what cannot be said is the word for why.
func PeopleIn(lang words.Lang, r *coverage.Result, u *coverage.Unit) People {
	out := PeopleOf(u.People)
	if u.People.Known == 0 {
		out.Total = NoPeople(r, u).Word(lang)
	}
	if !u.Get("population_covered").Known {
		none := NoPeople(r, u)
		if !r.City.HasCenters() {
			none = NotProvided
		}
		out.Covered, out.Uncovered, out.Strict = none.Word(lang), none.Word(lang), none.Word(lang)
	}
	return out
}
