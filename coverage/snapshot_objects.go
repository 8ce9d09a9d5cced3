package coverage

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"quarter/data"
)

// readUnit adds a unit of the hierarchy: the levels follow each other from the whole area down, so that a parent stands before its parts.
func (r *snapshotReader) readUnit(place string, u *snapshotUnit) error {
	out, err := r.position(place, u)
	if err != nil {
		return err
	}
	units := r.result.Units
	level := LevelTotal
	if len(units) > 0 {
		level = units[len(units)-1].Level
		out.Index = int(indicator(out.Level == level)) * (units[len(units)-1].Index + 1)
	}
	if out.Level < level || out.Level == LevelGroup || (out.Level == LevelTotal) != (len(units) == 0) {
		return &FormatError{badValue, place + ".level", u.Level}
	}
	out.Parent = data.None
	if out.Level != LevelTotal {
		if u.Parent == nil || *u.Parent < 0 || *u.Parent >= len(units) || units[*u.Parent].Level != out.Level-1 {
			return &FormatError{badValue, place + ".parent", parentText(u.Parent)}
		}
		out.Parent = *u.Parent
	}
	r.result.Units = append(units, out)
	r.place(&out, u.Group)
	return nil
}

func parentText(parent *int) string {
	if parent == nil {
		return ""
	}
	return strconv.Itoa(*parent)
}

func (r *snapshotReader) group(place string, u *snapshotUnit) error {
	out, err := r.position(place, u)
	if err != nil {
		return err
	}
	if out.Level != LevelGroup {
		return &FormatError{badValue, place + ".level", u.Level}
	}
	out.Index, out.Parent = len(r.result.Groups), data.None
	r.result.Groups = append(r.result.Groups, out)
	return nil
}

// place puts a unit into the city.
func (r *snapshotReader) place(u *Unit, group string) {
	c, named := r.result.City, data.Unit{Code: u.Code, Name: u.Name, Virtual: u.Virtual, Group: group}
	parent := 0
	if u.Parent >= 0 {
		parent = r.result.Units[u.Parent].Index
	}
	switch u.Level {
	case LevelDistrict:
		c.Districts = append(c.Districts, data.District{Unit: named})
	case LevelStreet:
		c.Streets = append(c.Streets, data.Street{Unit: named, District: parent})
	case LevelCommunity:
		c.Communities = append(c.Communities, data.Community{Unit: named, Street: parent})
	}
}

// position reads what is said of a unit at any level.
func (r *snapshotReader) position(place string, u *snapshotUnit) (Unit, error) {
	out := Unit{Code: u.Code, Name: u.Name, Virtual: u.Virtual}
	var err error
	if out.Level, err = indexOf[Level](levelNames[:], u.Level, place+".level"); err != nil {
		return out, err
	}
	if u.Demand != "" {
		if out.Demand, err = indexOf[Demand](demandKeys[:], u.Demand, place+".demand"); err != nil {
			return out, err
		}
	}
	if u.Card.Color != "" {
		if out.Card.Color, err = indexOf[CardColor](cardKeys[:], u.Card.Color, place+".card.color"); err != nil {
			return out, err
		}
	}
	if err := r.metrics(place+".metrics", &out, u.Metrics); err != nil {
		return out, err
	}
	out.People = out.account("population", "population_covered", "coverage_pop")
	out.People.Strict = out.Get("coverage_pop_strict").Numerator
	out.Households = out.account("households", "households_covered", "coverage_households")
	for _, k := range u.Cohorts {
		out.Cohorts = append(out.Cohorts, CohortAccount{Total: k.Total.V, Covered: k.Covered.V, Known: k.Known, Missing: k.Missing})
	}
	for i := range u.Verdicts {
		v, err := readVerdict(place+".verdicts["+strconv.Itoa(i)+"]", &u.Verdicts[i])
		if err != nil {
			return out, err
		}
		out.Verdicts = append(out.Verdicts, v)
	}
	return out, nil
}

// cohort adds a part of the population, whose numbers stand in the units.
func (r *snapshotReader) cohort(_ string, c *snapshotCohortName) error {
	r.result.Cohorts = append(r.result.Cohorts, Cohort{c.Label, c.Field})
	if n := len(r.result.Cohorts); len(r.result.Units) == 0 || len(r.result.Total().Cohorts) < n {
		return &FormatError{badMissing, "units[0].population_groups[" + strconv.Itoa(n-1) + "]", ""}
	}
	return nil
}

// account is what the metrics say of people or households.
func (u *Unit) account(total, covered, rate string) Account {
	all, in := u.Get(total), u.Get(covered)
	out := Account{Total: all.V, Covered: in.V, Known: int(indicator(all.Known)), Missing: u.Get(rate).Missing}
	if in.Known {
		out.Uncovered = all.V - in.V
	}
	return out
}

// metrics reads the figures of a unit: every metric with its unit.
func (r *snapshotReader) metrics(place string, u *Unit, all map[string]snapshotValue) error {
	if err := r.needs(place, "population_basis"); err != nil {
		return err
	}
	u.Values = make([]Value, len(Metrics))
	for i, m := range Metrics {
		v, ok := all[m.Key]
		if !ok || !v.Value.given {
			return &FormatError{badMissing, place + "." + m.Key, ""}
		}
		if want := string(r.result.UnitOf(m)); v.Unit != want {
			return &FormatError{badValue, place + "." + m.Key + ".unit", v.Unit}
		}
		if m.Unit == UnitShare && strings.HasPrefix(m.ID, "COV-") && v.Value.Known && !(v.Value.V >= 0 && v.Value.V <= 1+1e-9) {
			return &FormatError{badValue, place + "." + m.Key + ".value", v.Value.String()}
		}
		u.Values[i] = Value{Number: v.Value.Number, Numerator: v.Numerator, Denominator: v.Denominator, Missing: v.Missing, Low: v.Low, High: v.High}
	}
	if len(all) > len(Metrics) {
		return &FormatError{badSchema, place, firstUnknown(all)}
	}
	return r.covered(place, u)
}

// firstUnknown is the first metric that this version does not know.
func firstUnknown(all map[string]snapshotValue) string {
	for _, key := range slices.Sorted(maps.Keys(all)) {
		if _, ok := metricIndex[key]; !ok {
			return key
		}
	}
	return ""
}

// covered holds covered and uncovered people against all.
func (r *snapshotReader) covered(place string, u *Unit) error {
	in, out, all := u.Get("population_covered"), u.Get("population_uncovered"), u.Get("population")
	if in.Known && out.Known && all.Known && !agrees(in.V+out.V, all.V) {
		return &FormatError{badSum, place + ".population_covered.value", number(in.V+out.V) + " ≠ " + number(all.V)}
	}
	return nil
}

func readVerdict(place string, v *snapshotVerdict) (Verdict, error) {
	rule := slices.IndexFunc(Rules, func(r Rule) bool { return r.ID == v.Rule })
	if rule < 0 {
		return Verdict{}, &FormatError{badValue, place + ".rule", v.Rule}
	}
	out := Verdict{Rule: rule, Value: v.Value, Limit: v.Limit, Gap: v.Gap, Field: v.Field, Reason: v.Reason}
	var err error
	if out.Outcome, err = indexOf[Outcome](outcomeKeys[:], v.Outcome, place+".outcome"); err != nil {
		return out, err
	}
	out.Low, out.High = out.Outcome, out.Outcome
	if v.Low == "" && v.High == "" {
		return out, nil
	}
	if out.Low, err = indexOf[Outcome](outcomeKeys[:], v.Low, place+".low"); err != nil {
		return out, err
	}
	out.High, err = indexOf[Outcome](outcomeKeys[:], v.High, place+".high")
	return out, err
}

// community is the index of a community by its code, None where no one or more than one has it.
func (r *snapshotReader) community(code string) int {
	if r.codes == nil {
		all := r.result.City.Communities
		r.codes = uniqueKeys(0, len(all), func(i int) string { return all[i].Code })
	}
	if i, ok := r.codes[code]; ok {
		return i
	}
	return data.None
}

func (r *snapshotReader) grid(place string, g *snapshotGrid) error {
	if err := r.needs(place, "units"); err != nil {
		return err
	}
	if g.Coverage.Known && !(g.Coverage.V >= 0 && g.Coverage.V <= 1+1e-9) {
		return &FormatError{badValue, place + ".coverage", g.Coverage.String()}
	}
	r.result.City.Grids = append(r.result.City.Grids, data.Grid{Unit: data.Unit{Code: g.Code, Name: g.Name}, Community: r.community(g.Community)})
	r.result.Grids = append(r.result.Grids, Grid{People: g.People, Households: g.Households, Share: g.Coverage.V, Used: g.Used, Nearest: data.None})
	return nil
}

func (r *snapshotReader) center(place string, c *snapshotCenter) error {
	if err := r.needs(place, "units"); err != nil {
		return err
	}
	tier, ok := data.ParseTier(c.Tier)
	if !ok {
		return &FormatError{badValue, place + ".tier", c.Tier}
	}
	status, ok := data.ParseStatus(c.Status)
	if !ok {
		return &FormatError{badValue, place + ".status", c.Status}
	}
	use, err := indexOf[CenterUse](useKeys[:], c.Use, place+".use")
	if err != nil {
		return err
	}
	if !(c.Lon >= -180 && c.Lon <= 180 && c.Lat >= -90 && c.Lat <= 90) {
		return &FormatError{badValue, place + ".lon", number(c.Lon) + ", " + number(c.Lat)}
	}
	out := data.Center{
		Code: c.Code, Name: c.Name, Point: orb.Point{c.Lon, c.Lat}, Tier: tier, Status: status, FloorArea: c.FloorArea, Outside: c.Outside, Planned: c.Planned,
		Street: data.None, District: data.None, Grid: data.None,
	}
	for _, code := range c.Communities {
		if i := r.community(code); i != data.None {
			out.Communities = append(out.Communities, i)
		}
	}
	r.result.City.Centers = append(r.result.City.Centers, out)
	r.result.Centers = append(r.result.Centers, Center{Use: use, Outside: c.Outside, People: c.People.V, Alone: c.Alone.V, Facility: c.Facility})
	return nil
}
