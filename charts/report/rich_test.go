package report

import (
	"reflect"
	"slices"
	"testing"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

func TestRich(t *testing.T) {
	street := &coverage.Unit{Level: coverage.LevelStreet, Index: 3}
	for text, want := range map[string][]span{
		"":     nil,
		"没有数字": {{Text: "没有数字"}},
		"按800米严格口径，低6.6个百分点。":    {{Text: "按"}, {Text: "800米", Tight: true}, {Text: "严格口径，低"}, {Text: "6.6个百分点", Tight: true}, {Text: "。"}},
		"at 1,000 m, 76.4–87.8%": {{Text: "at "}, {Text: "1,000 m", Tight: true}, {Text: ", "}, {Text: "76.4–87.8%", Tight: true}},
		"有" + num("coverage_pop", "low", street, short, "41.0%") + "。": {
			{Text: "有"}, {Text: "41.0%", How: "coverage_pop", Part: "low", Unit: "s3", Look: short, Tight: true}, {Text: "。"},
		},
		name("石门镇") + name("a name that is too long to be kept on one line"): {{Text: "石门镇", Tight: true}, {Text: "a name that is too long to be kept on one line"}},
		// A name cannot take the place of a number: marks in the data are no marks.
		name("x" + num("area_gap", "", nil, strong, "7") + "\uFDD0y\uFDD1"): {{Text: "x7y", Tight: true}},
		"\uFDD0z": {{Text: "z"}},
	} {
		if got := rich(text); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
}

// A number of a hundred is told only where it stands on the true side of the standard and is neither none nor all.
func TestOfHundred(t *testing.T) {
	rule := slices.IndexFunc(coverage.Rules, func(r coverage.Rule) bool { return r.ID == "COV-04" })
	for _, c := range []struct {
		share  float64
		n      int
		honest bool
	}{
		{.8607, 86, true}, {.8949, 89, true}, {.896, 90, false}, {.9, 90, true}, {.9 - 1e-12, 90, true}, {.904, 90, true}, {.004, 0, false}, {.996, 100, false}, {1, 100, false}, {0, 0, false},
	} {
		u := &coverage.Unit{Values: make([]coverage.Value, len(coverage.Metrics)), Verdicts: []coverage.Verdict{{Rule: rule, Limit: data.Num(.9)}}}
		for i, m := range coverage.Metrics {
			if m.Key == "coverage_pop" {
				u.Values[i].Number = data.Num(c.share)
			}
		}
		if n, honest := hundredth(u); n != c.n || honest != c.honest {
			t.Errorf("%v: %d, %v; want %d, %v", c.share, n, honest, c.n, c.honest)
		}
	}
}

// The labels of the scale keep apart, whatever the range.
func TestScaleLabels(t *testing.T) {
	v := answerOf(page(t, town(), words.Chinese))
	for low := 0.0; low <= 100; low += 2.5 {
		for width := 0.0; low+width <= 100; width += 2.5 {
			g := &gauge{Low: low, High: low + width, Target: 90, HasTarget: true}
			var ends [][2]float64
			for _, tick := range v.scale(g) {
				switch tick.Side {
				case "start":
					ends = append(ends, [2]float64{tick.Left, tick.Left + 9})
				case "middle":
					ends = append(ends, [2]float64{tick.Left - 4.5, tick.Left + 4.5})
				case "end":
					ends = append(ends, [2]float64{tick.Left - 9, tick.Left})
				}
			}
			slices.SortFunc(ends, func(a, b [2]float64) int { return int(1000 * (a[0] - b[0])) })
			if ends[0][0] < -4.5 || ends[len(ends)-1][1] > 104.5 {
				t.Errorf("range %v to %v: labels leave the track: %v", low, low+width, ends)
			}
			for i := 1; i < len(ends); i++ {
				if ends[i][0] < ends[i-1][1]-1e-9 {
					t.Errorf("range %v to %v: labels at %v", low, low+width, ends)
				}
			}
		}
	}
}
