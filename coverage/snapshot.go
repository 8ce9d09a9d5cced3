package coverage

import (
	"slices"

	"quarter/data"
)

// Snapshot is a run as far as it can be compared with another one: a Result in memory (Result.Snapshot), or what the files of its output
// folder say of it (ReadSnapshot). Of a Result that was read back these are filled, and nothing else:
//
//	City                             name, hierarchy with codes, names and groups, outlines of communities, codes of grids, centers, sources
//	Profile, Circle, Basis, Options  as they were resolved; of Options the tiers and ExcludeUnknown, and only where RecallOptions was told
//	Units, Groups                    level, code, name, parent, Values, Verdicts, Card, the accounts of people and households, and the totals of Cohorts
//	Grids, Centers                   people, households and share; use, people, alone
type Snapshot struct {
	Result *Result
	Cutoff string // data cut-off date as given to the run; empty: not stated, or not known
	RunID  string // empty: not known
	// Recalled says that Options are those of the run: result.json does not hold which tiers and statuses counted.
	Recalled bool
	Planned  bool // it shows a plan, which is not built
}

// Snapshot returns the result as one side of a comparison. It shares memory with the result.
func (r *Result) Snapshot() *Snapshot {
	return &Snapshot{Result: r, Recalled: true, Planned: r.planned()}
}

// planned reports whether a center is only proposed.
func (r *Result) planned() bool {
	return slices.ContainsFunc(r.City.Centers, func(c data.Center) bool { return c.Planned })
}

// RecallOptions adds the options that result.json does not hold: the tiers that counted, nil for all, and whether centers of unknown
// status were left out.
func (s *Snapshot) RecallOptions(tiers []data.Tier, excludeUnknown bool) {
	s.Result.Options.Tiers, s.Result.Options.ExcludeUnknown, s.Recalled = tiers, excludeUnknown, true
}

// FormatError says that a file is not what this program writes: Place is the member, such as units[3].metrics.coverage_pop; Key the kind of
// mistake ("snapshot."+Key in charts/words); Value what stands there.
type FormatError struct{ Key, Place, Value string }

func (e *FormatError) Error() string { return "result: " + e.Place + ": " + e.Key + ": " + e.Value }

// The kinds of mistakes.
const (
	badSyntax  = "syntax"  // no JSON, or another type than it should be
	badSchema  = "schema"  // the layout is another version's
	badMissing = "missing" // a member is not there
	badValue   = "value"   // nothing that this program writes
	badSum     = "sum"     // figures that must agree do not
)
