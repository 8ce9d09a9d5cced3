package charts

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// Whole parts add up to the whole, and none is a person or more away from its exact value.
func TestApportion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.Float64Range(0, 1e6), 1, 30).Draw(t, "parts")
		exact := 0.0
		for _, p := range parts {
			exact += p
		}
		whole := math.Round(exact)
		got := apportion(parts, whole)
		if sumOf(got) != whole {
			t.Fatalf("%v adds up to %v, want %v", got, sumOf(got), whole)
		}
		for i, n := range got {
			if n != math.Trunc(n) || math.Abs(n-parts[i]) >= 1 {
				t.Fatalf("part %v became %v", parts[i], n)
			}
		}
	})
}

// What the figures of circles and of blind zones print adds up to what the map and the tiles print.
func TestPrintedPeopleAddUp(t *testing.T) {
	for seed := range 40 {
		c := town()
		for i := range c.Grids {
			if c.Grids[i].Households.Known {
				c.Grids[i].People[data.Resident] = data.Num(float64(i*37%11)*100 + float64(seed*seed%97) + .5)
			}
		}
		r := analyze(t, c)
		inside, outside := insideOutside(r)
		depth := DepthPeople(r)
		if depth[0] != outside || sumOf(depth[1:]) != inside {
			t.Errorf("seed %d: depths %v, inside %v, outside %v", seed, depth, inside, outside)
		}
		if listed, rest := ZonePeople(r); listed+rest != outside {
			t.Errorf("seed %d: zones %v and %v, outside %v", seed, listed, rest, outside)
		}
	}
}

// The curve says at the radius of the run what the run says.
func TestCurveTableAtTheRadius(t *testing.T) {
	r := analyze(t, town())
	people, rate := PeopleOf(r.Total().People), CoverageRate(words.Chinese, r, r.Total())
	table := Make("curve", r, words.Chinese).Table
	i := slices.IndexFunc(table, func(row []string) bool { return strings.HasPrefix(row[3], "服务半径") })
	if i < 0 || table[i][1] != people.Covered || table[i][2] != rate {
		t.Errorf("row %d of %v, want %s and %s", i, table, people.Covered, rate)
	}
	for i := 2; i < len(table); i++ {
		if whole(t, table[i][0]) < whole(t, table[i-1][0]) || whole(t, table[i][1]) < whole(t, table[i-1][1]) {
			t.Errorf("the curve falls at %v", table[i])
		}
	}
}

// The matrix has every community and every rule that was judged, with the outcome of its verdict; streets add up to the same counts.
func TestMatrixCountsEveryVerdict(t *testing.T) {
	r := analyze(t, town())
	rules := MatrixRules(r)
	table := Make("matrix", r, words.Chinese).Table
	if len(table) != 1+len(r.City.Communities) || len(table[0]) != 2+len(rules) {
		t.Fatalf("%d rows, %d columns", len(table), len(table[0]))
	}
	streets := tallies(r, coverage.LevelStreet, rules)
	for k, rule := range rules {
		var sum tally
		for _, row := range streets {
			for o := range row[k] {
				sum[o] += row[k][o]
			}
		}
		for o := coverage.NotApplicable; o <= coverage.NotAttained; o++ {
			n := 0
			for i := range r.City.Communities {
				if VerdictOf(r.Community(i), rule).Outcome == o {
					n++
				}
			}
			if sum[o] != n {
				t.Errorf("%s, %v: streets have %d, communities %d", coverage.Rules[rule].ID, o, sum[o], n)
			}
		}
	}
}

// More communities than the figure holds are drawn street by street, with shares.
func TestLargeMatrixIsDrawnByStreet(t *testing.T) {
	c := town()
	for i := range MostMatrix {
		c.Communities = append(c.Communities, data.Community{Unit: data.Unit{Code: "9" + itoa(i), Name: "新" + itoa(i)}, Street: 1})
	}
	c.Link()
	f := Make("matrix", analyze(t, c), words.Chinese)
	if len(f.Table) != 3 || f.Table[1][0] != "东街街道" {
		t.Errorf("%v", f.Table)
	}
}

// A zone that holds more than half of its street's people is most of it.
func TestZoneNames(t *testing.T) {
	r := analyze(t, town())
	n := NewNamer(r, words.Chinese)
	street := len(r.Units) - len(r.Level(coverage.LevelCommunity)) - len(r.Level(coverage.LevelStreet))
	all := r.Units[street].People.Total
	small := coverage.Zone{Unit: street, People: .50 * all, Direction: coverage.DirectionNE}
	large := coverage.Zone{Unit: street, People: .51 * all, Direction: coverage.DirectionNE}
	if got := n.Zone(&small) + " " + n.Zone(&large); got != "东街街道东北片 东街街道大部" {
		t.Error(got)
	}
}

// A simplified line keeps its ends, and every corner that was dropped lies within slack of it.
func TestSimplify(t *testing.T) {
	const slack = 2
	rapid.Check(t, func(t *rapid.T) {
		corner := rapid.Custom(func(t *rapid.T) [2]int32 {
			return [2]int32{rapid.Int32Range(-50, 50).Draw(t, "x"), rapid.Int32Range(-50, 50).Draw(t, "y")}
		})
		line := rapid.SliceOfN(corner, 2, 60).Draw(t, "line")
		before := slices.Clone(line)
		got := simplify(line, slack)
		if !slices.Equal(line, before) {
			t.Fatal("the line was changed")
		}
		if got[0] != line[0] || got[len(got)-1] != line[len(line)-1] {
			t.Fatalf("ends of %v", got)
		}
		for _, p := range line {
			near := math.Inf(1)
			for i := 1; i < len(got); i++ {
				near = min(near, offLine(p, got[i-1], got[i]))
			}
			if near > slack {
				t.Fatalf("%v is %v away from %v", p, near, got)
			}
		}
	})
}

// Outsides run anticlockwise and holes clockwise, whichever way they came, so that one path leaves the holes open.
func TestAreasLeaveTheirHolesOpen(t *testing.T) {
	outside := orb.Ring{{0, 0}, {0, .01}, {.01, .01}, {.01, 0}, {0, 0}} // clockwise
	hole := orb.Ring{{.002, .002}, {.008, .002}, {.008, .008}, {.002, .008}, {.002, .002}}
	got := quantizer{}.area(orb.MultiPolygon{{outside, hole}}, 2)
	if len(got) != 1 || len(got[0]) != 2 || turn(got[0][0].corners()) <= 0 || turn(got[0][1].corners()) >= 0 {
		t.Errorf("%v", got)
	}
}

// whole reads a printed whole number.
func whole(t *testing.T, text string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", ""), 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
