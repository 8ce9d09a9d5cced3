package charts

import (
	"strings"
	"testing"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// The three reasons why a number is not there have three words.
func TestAbsenceHasItsOwnWord(t *testing.T) {
	for want, v := range map[string]coverage.Verdict{
		"":    {Outcome: coverage.Attained},
		"不适用": {Outcome: coverage.NotApplicable, Reason: coverage.ReasonNotRegulated},
		"–":   {Outcome: coverage.NotApplicable, Reason: coverage.ReasonFewGrids},
		"未提供": {Outcome: coverage.NoData, Reason: coverage.ReasonNotProvided},
		"缺数据": {Outcome: coverage.NoData, Reason: coverage.ReasonFloorMissing},
	} {
		if got := AbsenceOf(v).Word(words.Chinese); got != want {
			t.Errorf("%v: %q, want %q", v, got, want)
		}
	}
}

func TestWithoutCentersNothingIsSaidOfCircles(t *testing.T) {
	c := town()
	c.Centers = nil
	r := analyze(t, c)
	people := PeopleIn(words.Chinese, r, r.Total())
	if people.Total != "12,240" || people.Covered != "未提供" || people.Uncovered != "未提供" {
		t.Errorf("%+v", people)
	}
	if f := Make("map", r, words.Chinese); strings.ContainsAny(f.Title, "0123456789") || !strings.Contains(f.Title, "未提供中心数据") {
		t.Error(f.Title)
	}
	if a := NoFloor(r, r.Total()); a != NotProvided {
		t.Error(a)
	}
}

// The circle is named by minutes only where whole minutes were asked for, or are those of the profile.
func TestCircleName(t *testing.T) {
	profile := data.General()
	for want, c := range map[string]coverage.Circle{
		"15分钟服务圈":   {Radius: 1000, Minutes: 15},
		"10分钟服务圈":   {Radius: 667, Minutes: 10, FromWalking: true},
		"800米服务圈":   {Radius: 800, Minutes: 12},
		"500米服务圈":   {Radius: 500, Minutes: 7.5},
		"1,042米服务圈": {Radius: 1042, Minutes: 15.63, FromWalking: true},
	} {
		if got := CircleName(words.Chinese, &coverage.Result{Profile: profile, Circle: c}); got != want {
			t.Errorf("%+v: %s, want %s", c, got, want)
		}
	}
}

// A grid of exactly the upper limit stays in range, also in a bar of grids above it.
func TestBarAtTheLimitHoldsTwoClasses(t *testing.T) {
	r := analyze(t, town())
	counts := sizeCounts(r, r.GridSizes)
	at500 := counts[int(500/r.GridSizes.Step)]
	in, over := 0, 0
	for _, g := range r.Grids {
		if g.Households.Known && g.Households.V >= 500 && g.Households.V < 550 {
			if g.Size == coverage.SizeIn {
				in++
			} else {
				over++
			}
		}
	}
	if in == 0 || at500 != (sizes{0, in, over}) {
		t.Errorf("%v, want %d in range and %d above", at500, in, over)
	}
	total := 0
	for i, c := range counts {
		total += c[0] + c[1] + c[2]
		if c[0]+c[1]+c[2] != r.GridSizes.Counts[i] {
			t.Errorf("bar %d: %v of %d", i, c, r.GridSizes.Counts[i])
		}
	}
	if g := r.Total().Grids; total != g.In+g.Under+g.Over {
		t.Errorf("%d grids in bars", total)
	}
}
