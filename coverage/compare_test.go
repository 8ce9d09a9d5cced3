package coverage

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"quarter/data"
)

// compareTown is three communities in a row, 3 km apart, with a center in the first: 500 people each in the first two, 0 known in the third.
func compareTown() *town {
	t := newTown()
	t.center(300, 100, 500, t.community("111", 0, 0, 100, 100))
	t.community("112", 3000, 0, 100, 100)
	t.community("113", 6000, 0, -1, -1)
	return t
}

// readBack is the snapshot of a result by way of its files.
func readBack(t testing.TB, r *Result) *Snapshot {
	t.Helper()
	var result, outlines bytes.Buffer
	if err := errors.Join(r.WriteJSON(&result), r.WriteCommunities(&outlines)); err != nil {
		t.Fatal(err)
	}
	s, err := ReadSnapshot(&result, &outlines)
	if err != nil {
		t.Fatal(err)
	}
	s.RecallOptions(r.Options.Tiers, r.Options.ExcludeUnknown)
	return s
}

func compared(t testing.TB, before, after *Snapshot) *Comparison {
	t.Helper()
	c, err := Compare(before, after)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func comparisonJSON(t testing.TB, c *Comparison) string {
	t.Helper()
	var out, changes bytes.Buffer
	if err := errors.Join(c.WriteJSON(&out), c.WriteChanges(&changes)); err != nil {
		t.Fatal(err)
	}
	if !json.Valid(out.Bytes()) || !json.Valid(changes.Bytes()) {
		t.Fatal("no JSON")
	}
	return out.String()
}

// A run compared with itself changes nothing, in memory and read back.
func TestCompareWithItself(t *testing.T) {
	r := analyze(t, compareTown().city(), Options{})
	for name, s := range map[string]*Snapshot{"memory": r.Snapshot(), "read back": readBack(t, r)} {
		c := compared(t, s, s)
		p := c.People
		if len(c.Assumptions)+len(c.Gone)+len(c.Added)+len(c.Centers)+len(c.Grids) != 0 || len(c.Pairs) != len(r.Units) {
			t.Errorf("%s: %+v", name, c)
		}
		if !p.Known || p.Gained != 0 || p.Lost != 0 || p.Net != 0 || p.Same != 2 || p.Unknown != 1 {
			t.Errorf("%s: %+v", name, p)
		}
		if n := c.Short[ShortRemaining]; n == 0 || n != len(c.Shortfalls) {
			t.Errorf("%s: %v", name, c.Short)
		}
	}
}

// What is read back compares like what it was written from, in every direction.
func TestReadBackIsTheSame(t *testing.T) {
	before := analyze(t, compareTown().city(), Options{})
	town := compareTown()
	town.center(3300, 100, 500, 1)
	town.Centers[0].FloorArea, town.Centers[0].Point = data.Num(700), at(400, 100)
	after := analyze(t, town.city(), Options{Radius: 800, Tiers: []data.Tier{data.TierCommunity}})
	want := comparisonJSON(t, compared(t, before.Snapshot(), after.Snapshot()))
	for name, c := range map[string]*Comparison{
		"both": compared(t, readBack(t, before), readBack(t, after)), "before": compared(t, readBack(t, before), after.Snapshot()),
		"after": compared(t, before.Snapshot(), readBack(t, after)),
	} {
		if got := comparisonJSON(t, c); got != want {
			t.Errorf("%s read back: %s\nwant %s", name, got, want)
		}
	}
}

// A center in the second community: 500 more people covered, its shortfalls of coverage, facility and floor area are solved.
func TestCompareAnOpening(t *testing.T) {
	before := analyze(t, compareTown().city(), Options{})
	town := compareTown()
	town.center(3300, 100, 500, 1)
	after := analyze(t, town.city(), Options{})
	c := compared(t, before.Snapshot(), after.Snapshot())
	near(t, "gained", c.People.Gained, 500, 1e-9)
	near(t, "net", c.People.Net, 500, 1e-9)
	if len(c.People.Gainers) != 1 || len(c.People.Losers) != 0 || c.After.Result.Units[c.Pairs[c.People.Gainers[0].Pair].After].Code != "112" {
		t.Errorf("%+v", c.People)
	}
	if c.Short[ShortNew] != 0 || c.Short[ShortSolved] == 0 {
		t.Errorf("%v", c.Short)
	}
	if c.CenterCount(CenterOpened) != 1 || len(c.Centers) != 1 {
		t.Errorf("%+v", c.Centers)
	}
	d := c.Delta(c.Total(), "coverage_pop")
	near(t, "points", d.Change.V, 0.5, 1e-9)
	if d.Way() != WayMuchMore {
		t.Errorf("%v", d.Way())
	}
	back := compared(t, after.Snapshot(), before.Snapshot())
	if back.Short[ShortNew] != c.Short[ShortSolved] || back.People.Lost != c.People.Gained || back.CenterCount(CenterClosed) != 1 {
		t.Errorf("backwards: %+v %v", back.People, back.Short)
	}
}

// A community whose people were not known before enters; it is neither a gain nor a solved shortfall.
func TestMissingIsNoGain(t *testing.T) {
	town := compareTown()
	town.center(6300, 100, 500, 2)
	before := analyze(t, town.city(), Options{})
	town = compareTown()
	town.center(6300, 100, 500, 2)
	for i := range town.Grids {
		if g := &town.Grids[i]; g.Community == 2 {
			g.Households, g.People[data.Resident] = data.Num(100), data.Num(250)
		}
	}
	after := analyze(t, town.city(), Options{})
	c := compared(t, before.Snapshot(), after.Snapshot())
	near(t, "entered", c.People.Entered, 500, 1e-9)
	if c.People.Gained != 0 || c.Short[ShortSolved] != 0 {
		t.Errorf("%+v %v", c.People, c.Short)
	}
	back := compared(t, after.Snapshot(), before.Snapshot())
	near(t, "left", back.People.Left, 500, 1e-9)
	if back.People.Lost != 0 {
		t.Errorf("%+v", back.People)
	}
}

// Parts of the population are compared too, also of runs read back: one in four of those of 60 and over is covered, then all of them.
func TestCompareCohorts(t *testing.T) {
	run := func(second bool) *Result {
		town := newTown()
		m := town.community("111", 0, 0, 300, 100)
		town.Grids[1].Shape = square(5000, 0, 200)
		town.Attributes = elderly([]data.Number{data.Num(100), data.Num(300)}, nil)
		town.center(100, 100, 300, m)
		if second {
			town.center(5100, 100, 300, m)
		}
		return analyze(t, town.city(), Options{})
	}
	before, after := run(false), run(true)
	for name, c := range map[string]*Comparison{"memory": compared(t, before.Snapshot(), after.Snapshot()), "read back": compared(t, readBack(t, before), readBack(t, after))} {
		if len(c.Cohorts) != 1 {
			t.Fatalf("%s: %v", name, c.Cohorts)
		}
		d := c.CohortDelta(c.Cohorts[0])
		near(t, name+" before", d.Before.V, 0.25, 1e-12)
		near(t, name+" after", d.After.V, 1, 1e-12)
		near(t, name+" change", d.Change.V, 0.75, 1e-12)
	}
}

// A community that gives up half of its ground to a new one loses no cover: its change is in a class of its own.
func TestRedrawnIsNoLoss(t *testing.T) {
	before := analyze(t, compareTown().city(), Options{})
	town := compareTown()
	town.Communities[0].Shape = square(0, 0, 300)
	town.Grids[0].People[data.Resident] = data.Num(100)
	c := compared(t, before.Snapshot(), analyze(t, town.city(), Options{}).Snapshot())
	p := c.People
	if len(p.Gainers)+len(p.Losers) != 0 || len(p.Redrew) != 1 || p.Redrawn >= 0 || p.Redrawn != p.Net {
		t.Errorf("%+v", p)
	}
	if row := c.Communities()[0]; row.State != SideRedrawn {
		t.Errorf("%+v", row)
	}
}

// The same sum in another order is no change, in no decision and no output.
func TestChangeForgivesTheLastDigits(t *testing.T) {
	for _, c := range []struct{ before, after, want float64 }{
		{0.6, 0.6 + 2e-13, 0}, {0, 2e-13, 0}, {1e6, 1e6 + 1e-4, 0}, {1e6, 1e6 + 0.01, 0.01}, {0.5, 0.25, -0.25}, {0, 0, 0},
	} {
		near(t, "change", Change(c.before, c.after), c.want, 1e-9)
		if got := Change(c.before, c.after); (got == 0) != (c.want == 0) {
			t.Errorf("%v → %v: %v", c.before, c.after, got)
		}
	}
}

func TestMatching(t *testing.T) {
	change := func(edit func(*town)) *Comparison {
		edited := compareTown()
		edit(edited)
		return compared(t, analyze(t, compareTown().city(), Options{}).Snapshot(), analyze(t, edited.city(), Options{}).Snapshot())
	}
	last := func(c *Comparison) Pair { return c.Pairs[len(c.Pairs)-1] }
	if p := last(change(func(t *town) { t.Communities[2].Code = "999" })); !p.ByName || p.Renamed {
		t.Errorf("another code: %+v", p)
	}
	if p := last(change(func(t *town) { t.Communities[2].Name = "new" })); p.ByName || !p.Renamed {
		t.Errorf("another name: %+v", p)
	}
	if c := change(func(t *town) { t.Communities[2].Name, t.Communities[2].Code = "new", "999" }); len(c.Gone) != 1 || len(c.Added) != 1 {
		t.Errorf("another community: gone %v, added %v", c.Gone, c.Added)
	}
	if p := last(change(func(t *town) { t.Communities[2].Shape = square(6000, 0, 410) })); !p.Redrawn || p.Recounted {
		t.Errorf("another boundary: %+v", p)
	}
	twins := change(func(t *town) {
		t.Communities[1].Code, t.Communities[2].Code, t.Communities[2].Name = "", "", t.Communities[1].Name
	})
	if len(twins.Gone) != 2 || len(twins.Added) != 2 {
		t.Errorf("two of one name are matched: gone %v, added %v", twins.Gone, twins.Added)
	}
	if p := change(func(t *town) { t.Grids[0].People[data.Resident] = data.Num(300) }).Total(); !p.Recounted {
		t.Errorf("more people: %+v", p)
	}
}

func TestCenterKinds(t *testing.T) {
	type edit func(*data.Center)
	cases := map[string]struct {
		edit edit
		want []CenterKind
	}{
		"closed":             {func(c *data.Center) { c.Status = data.StatusClosed }, []CenterKind{CenterClosed}},
		"moved":              {func(c *data.Center) { c.Point = at(331, 100) }, []CenterKind{CenterShifted}},
		"within 30 m":        {func(c *data.Center) { c.Point = at(329, 100) }, nil},
		"enlarged":           {func(c *data.Center) { c.FloorArea = data.Num(501) }, []CenterKind{CenterEnlarged}},
		"reduced":            {func(c *data.Center) { c.FloorArea = data.Num(499) }, []CenterKind{CenterReduced}},
		"area not stated":    {func(c *data.Center) { c.FloorArea = data.Number{} }, nil},
		"moved and enlarged": {func(c *data.Center) { c.Point, c.FloorArea = at(900, 100), data.Num(900) }, []CenterKind{CenterShifted, CenterEnlarged}},
		"another code":       {func(c *data.Center) { c.Code = "Z" }, nil},
		"another center":     {func(c *data.Center) { c.Code, c.Name = "Z", "Z" }, []CenterKind{CenterOpened, CenterClosed}},
	}
	before := analyze(t, compareTown().city(), Options{}).Snapshot()
	for name, k := range cases {
		town := compareTown()
		k.edit(&town.Centers[0])
		c := compared(t, before, analyze(t, town.city(), Options{}).Snapshot())
		var got []CenterKind
		for _, change := range c.Centers {
			got = append(got, change.Kinds...)
		}
		if !slices.Equal(got, k.want) {
			t.Errorf("%s: %v, want %v", name, got, k.want)
		}
	}
}

func TestAssumptionsAreListed(t *testing.T) {
	city := compareTown().city()
	base := analyze(t, city, Options{})
	national, err := data.BuiltinProfile("national30")
	if err != nil {
		t.Fatal(err)
	}
	other, err := Analyze(t.Context(), city, national, Options{Radius: 500, ExcludeUnknown: true, Tiers: []data.Tier{data.TierStreet}})
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, a := range compared(t, base.Snapshot(), other.Snapshot()).Assumptions {
		keys = append(keys, a.Key)
	}
	for _, want := range []string{"radius", "radius_strict", "tiers", "unknown_status", "profile", "limit"} {
		if !slices.Contains(keys, want) {
			t.Errorf("%v lacks %s", keys, want)
		}
	}
	s := readBack(t, base)
	s.Recalled = false
	if a := compared(t, s, s).Assumptions; len(a) != 1 || a[0].Key != assumedUnknown {
		t.Errorf("%+v", a)
	}
	households := data.ByHouseholds
	c := compared(t, base.Snapshot(), analyze(t, city, Options{Basis: &households}).Snapshot())
	if c.People.Known || c.Delta(c.Total(), "coverage_pop").Change.Known || !c.Delta(c.Total(), "households").Change.Known {
		t.Errorf("people and households are mixed: %+v", c.People)
	}
}

// Random towns before and after: the identities hold (Compare checks them), every community stands once, and backwards is the mirror.
func TestCompareProperties(t *testing.T) {
	draw := func(t *rapid.T, name string) *Result {
		city := newTown()
		for m := range rapid.IntRange(1, 4).Draw(t, name+" communities") {
			var households []float64
			for range rapid.IntRange(1, 3).Draw(t, "grids") {
				households = append(households, float64(rapid.IntRange(-1, 3).Draw(t, "households")*100))
			}
			code := rapid.SampledFrom([]string{"111", "112", "113", "114"})
			city.community(code.Draw(t, "code"), 1500*float64(m), 0, households...)
		}
		for range rapid.IntRange(0, 3).Draw(t, name+" centers") {
			city.center(float64(rapid.IntRange(0, 60).Draw(t, "east")*100), 100, float64(rapid.IntRange(-1, 8).Draw(t, "area")*100), rapid.IntRange(0, len(city.Communities)-1).Draw(t, "of"))
		}
		r, err := Analyze(t.Context(), city.city(), data.General(), Options{})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	rapid.Check(t, func(t *rapid.T) {
		before, after := draw(t, "before"), draw(t, "after")
		c, err := Compare(before.Snapshot(), after.Snapshot())
		if err != nil {
			t.Fatal(err)
		}
		rows := c.Communities()
		gone := 0
		for _, i := range c.Gone {
			gone += int(indicator(before.Units[i].Level == LevelCommunity))
		}
		if len(rows) != len(after.Level(LevelCommunity))+gone {
			t.Fatalf("%d rows", len(rows))
		}
		back, err := Compare(after.Snapshot(), before.Snapshot())
		if err != nil {
			t.Fatal(err)
		}
		mirror := [shortKinds]int{back.Short[ShortNew], back.Short[ShortSolved], back.Short[ShortRemaining], back.Short[ShortFound], back.Short[ShortUnjudged], back.Short[ShortAdded], back.Short[ShortGone]}
		if c.Short != mirror || c.CenterCount(CenterOpened) != back.CenterCount(CenterClosed) {
			t.Fatalf("%v, mirrored %v", c.Short, mirror)
		}
		if p, q := c.People, back.People; math.Abs(p.Gained-q.Lost) > 1e-6 || math.Abs(p.Entered-q.Left) > 1e-6 || p.Same != q.Same {
			t.Fatalf("%+v, backwards %+v", p, q)
		}
	})
}

// What is not the program's own writing is refused with the place of the mistake.
func TestReadSnapshotRefuses(t *testing.T) {
	r := analyze(t, compareTown().city(), Options{})
	var result, outlines bytes.Buffer
	if err := errors.Join(r.WriteJSON(&result), r.WriteCommunities(&outlines)); err != nil {
		t.Fatal(err)
	}
	cases := map[string]struct{ from, to, key, place string }{
		"not JSON":         {`{`, `[`, badSyntax, "result.json"},
		"schema":           {`"schema": 2`, `"schema": 1`, badSchema, "schema"},
		"type":             {`"level":"community"`, `"level":7`, badSyntax, "units[3].level"},
		"level":            {`"level":"street"`, `"level":"quarter"`, badValue, "units[2].level"},
		"parent":           {`"parent":2`, `"parent":9`, badValue, "units[3].parent"},
		"metric":           {`"coverage_pop":{`, `"coverage_poq":{`, badMissing, "units[0].metrics.coverage_pop"},
		"unit":             {`"unit":"people"},"population_covered"`, `"unit":"m"},"population_covered"`, badValue, ".metrics.population.unit"},
		"share":            {`"coverage_pop":{"value":0.5`, `"coverage_pop":{"value":5`, badValue, "units[0].metrics.coverage_pop.value"},
		"covered":          {`"population_covered":{"value":500`, `"population_covered":{"value":400`, badSum, "units[0].metrics.population_covered.value"},
		"rule":             {`"rule":"COV-04","outcome"`, `"rule":"COV-94","outcome"`, badValue, "verdicts[0].rule"},
		"outcome":          {`"outcome":"not"`, `"outcome":"nought"`, badValue, ".outcome"},
		"use":              {`"use":"counted"`, `"use":"used"`, badValue, "centers[0].use"},
		"basis":            {`"basis":"resident"`, `"basis":"guests"`, badValue, "population_basis.basis"},
		"twice":            {`"city":`, `"schema":`, badSyntax, "schema"},
		"without a member": {`"centers": `, `"middles": `, badMissing, "centers"},
	}
	for name, k := range cases {
		text := strings.Replace(result.String(), k.from, k.to, 1)
		if text == result.String() {
			t.Fatalf("%s: %s does not stand in %.3000s", name, k.from, text)
		}
		_, err := ReadSnapshot(strings.NewReader(text), nil)
		var bad *FormatError
		if !errors.As(err, &bad) || bad.Key != k.key || !strings.Contains(bad.Place, k.place) {
			t.Errorf("%s: %v, want %s at %s", name, err, k.key, k.place)
		}
	}
	for n := 0; n < result.Len()-3; n += 997 {
		if _, err := ReadSnapshot(bytes.NewReader(result.Bytes()[:n]), nil); err == nil {
			t.Fatalf("the first %d bytes are a result", n)
		}
	}
	for from, to := range map[string]string{`"code":"111"`: `"code":"7"`, `"Polygon"`: `"Point"`, `[[[`: `[[`, `{"type":"Feature"`: `{"type":"Feature","geometry":null},{"type":"Feature"`} {
		if _, err := ReadSnapshot(bytes.NewReader(result.Bytes()), strings.NewReader(strings.Replace(outlines.String(), from, to, 1))); err == nil && strings.Contains(outlines.String(), from) {
			t.Errorf("%s for %s is accepted", to, from)
		}
	}
}

// A center without floor area leaves a community unjudged: that is no smaller shortfall, and the sums over other communities have no change.
func TestUnjudgedFloorAreaIsNoChange(t *testing.T) {
	run := func(planned bool) *Result {
		town := compareTown()
		if planned {
			town.center(3050, 50, -1, 1).Planned = true
		}
		return analyze(t, town.city(), Options{})
	}
	before, after := run(false), run(true)
	c := compared(t, before.Snapshot(), readBack(t, after))
	if c.Floor.Lost != 1 || c.Floor.Found != 0 || c.Floor.Both != 1 {
		t.Fatalf("%+v", c.Floor)
	}
	if d := c.Floor.Gap; !d.Change.Known || d.Change.V != 0 {
		t.Errorf("the shortfall of the community that both judge: %+v", d)
	}
	for _, key := range ofEvaluated {
		if d := c.Delta(c.Total(), key); d.Change.Known {
			t.Errorf("%s changes by %v", key, d.Change.V)
		}
	}
	if d := c.Delta(c.Total(), "population_covered"); !d.Change.Known {
		t.Error("people have no change")
	}
	if same := compared(t, before.Snapshot(), before.Snapshot()); !same.Delta(same.Total(), "area_gap").Change.Known {
		t.Error("a run has no change against itself")
	}
	if c.Before.Planned || !c.After.Planned || !strings.Contains(comparisonJSON(t, c), `"planned":true`) {
		t.Error("the plan is not marked")
	}
}

func FuzzReadSnapshot(f *testing.F) {
	r, err := Analyze(f.Context(), compareTown().city(), data.General(), Options{})
	if err != nil {
		f.Fatal(err)
	}
	var result bytes.Buffer
	if err := r.WriteJSON(&result); err != nil {
		f.Fatal(err)
	}
	f.Add(result.Bytes())
	f.Add([]byte(`{"schema":2}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		s, err := ReadSnapshot(bytes.NewReader(raw), nil)
		if err != nil {
			return
		}
		if _, err := Compare(s, s); err != nil {
			t.Error(err)
		}
	})
}
