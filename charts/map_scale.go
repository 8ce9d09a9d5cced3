package charts

import (
	"math"

	"quarter/charts/words"
)

// Scale is what the script needs to draw a scale bar in true ground metres: Lon degrees along the middle latitude are Meters on the
// ground; Steps are the lengths to choose from, with their names.
type Scale struct {
	From   [2]float64  `json:"from"`
	To     [2]float64  `json:"to"`
	Meters float64     `json:"meters"`
	Steps  []ScaleStep `json:"steps"`
}

// ScaleStep is one length of the bar.
type ScaleStep struct {
	Meters float64 `json:"meters"`
	Label  string  `json:"label"`
}

// newScale measures the middle of the view from west to east.
func newScale(lang words.Lang, view [4]float64, middle float64) *Scale {
	middle = degrees(middle)
	from, to := [2]float64{view[0], middle}, [2]float64{view[2], middle}
	s := &Scale{From: from, To: to, Meters: math.Round(groundDistance(from, to)*10) / 10}
	for exponent := 0; exponent <= 6; exponent++ {
		for _, step := range []float64{1, 2, 5} {
			s.Steps = append(s.Steps, newScaleStep(lang, step*math.Pow10(exponent)))
		}
	}
	return s
}

func newScaleStep(lang words.Lang, m float64) ScaleStep {
	if m < 1000 {
		return ScaleStep{m, lang.T("chart.map.scale.m", "n", Meters(m))}
	}
	return ScaleStep{m, lang.T("chart.map.scale.km", "n", Decimal(m/1000, 0))}
}
