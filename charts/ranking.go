package charts

import (
	"quarter/charts/words"
	"quarter/coverage"
)

// ranking is the units of the breakdown from low to high coverage.
type ranking struct {
	result *coverage.Result
	lang   words.Lang
	level  string // the word for the units
	units  []coverage.Unit
	order  []int
	names  *Namer
}

func newRanking(r *coverage.Result, lang words.Lang) *ranking {
	level, units := Breakdown(r)
	return &ranking{result: r, lang: lang, level: lang.T("page.units." + level.String()), units: units, order: ByCoverage(units), names: NewNamer(r, lang)}
}

// RankingTitle is the finding of the ranking of the units: how many miss the standard for population coverage, and who is last.
func RankingTitle(r *coverage.Result, lang words.Lang) string {
	s := newRanking(r, lang)
	if len(s.units) == 0 || !r.Total().Get("coverage_pop").Known {
		return lang.T("chart.ranking.absent")
	}
	return s.title()
}

// title says how many miss the standard, and who is last.
func (s *ranking) title() string {
	last, lowest, several := &s.units[s.order[0]], "", ""
	switch at := s.lowest(); len(at) {
	case 0:
	case 1:
		lowest = s.names.Distinct(at[0])
	default:
		several = Count(len(at))
	}
	missed, judged, limit := s.judged()
	args := []any{
		"all", Count(len(s.units)), "n", Count(judged), "level", s.level, "missed", Count(missed), "limit", limit,
		"lowest", lowest, "several", several, "even", shownIf(lowest+several == "", "1"), "name", s.names.Distinct(last), "rate", CoverageRate(s.lang, s.result, last),
	}
	key := "chart.streets.title"
	switch {
	case len(s.units) == 1:
		return s.lang.T(key+".single", args...)
	case judged == 0:
		return s.lang.T(key+".nolimit", args...)
	case judged == 1:
		return s.lang.T(key+".only", args...)
	case missed == 0:
		key += ".all"
	}
	if judged < len(s.units) {
		key += ".part"
	}
	return s.lang.T(key, args...)
}

// judged counts the units that miss the standard and those that could be judged; limit is the standard in percent.
func (s *ranking) judged() (missed, judged int, limit string) {
	for i := range s.units {
		v, _ := s.units[i].Verdict("COV-04")
		if v.Outcome == coverage.NotAttained {
			missed++
		}
		if v.Outcome == coverage.NotAttained || v.Outcome == coverage.Attained {
			judged, limit = judged+1, Limit(v.Limit.V)
		}
	}
	return missed, judged, limit
}

// lowest are the units whose coverage is printed like that of the last one; none where all are printed alike.
func (s *ranking) lowest() []*coverage.Unit {
	var out []*coverage.Unit
	known, least := 0, ""
	for _, i := range s.order {
		u := &s.units[i]
		if !u.Get("coverage_pop").Known {
			continue
		}
		rate := CoverageRate(s.lang, s.result, u)
		if known++; known == 1 {
			least = rate
		}
		if rate == least {
			out = append(out, u)
		}
	}
	if len(out) == known {
		return nil
	}
	return out
}

// Lowest is the unit of the breakdown with the lowest coverage, as RankingTitle names it; nil where several share it, or all do, and where it
// is no unit of the data.
func Lowest(r *coverage.Result, lang words.Lang) *coverage.Unit {
	at := newRanking(r, lang).lowest()
	if len(at) != 1 || at[0].Virtual {
		return nil
	}
	return at[0]
}
