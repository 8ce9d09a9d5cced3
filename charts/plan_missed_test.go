package charts

import (
	"strings"
	"testing"

	"quarter/charts/words"
	"quarter/coverage/siting"
)

// Where several centers could close without loss their number is told, and the one that is missed least by the distance.
func TestCentersThatAreNotMissed(t *testing.T) {
	p := plannedTown(t, func(*siting.Ask) {})
	for _, c := range []struct {
		lost []float64
		want string
	}{{[]float64{0, 0.2, 300}, "2 could each be closed"}, {[]float64{0, 7}, "alone could be closed"}, {[]float64{7}, "would cost least: 7 people"}} {
		p.Losses = nil
		for _, lost := range c.lost {
			p.Losses = append(p.Losses, siting.Loss{Lost: lost, Share: 0.5, Farther: 120})
		}
		text := NewPlanText(p, words.English).missed()
		if len(text) != 1 || !strings.Contains(text[0], c.want) || strings.Contains(text[0], "120 m") != (c.lost[0] == 0) {
			t.Errorf("%v: %q", c.lost, text)
		}
	}
}

// What a budget leaves over is told; a budget that is spent leaves nothing to tell.
func TestWhatIsLeftOfABudget(t *testing.T) {
	p := plannedTown(t, func(*siting.Ask) {})
	sum := 0.0
	for i := range p.Picks {
		p.Picks[i].Price.Known, p.Picks[i].Price.V = true, 2e6
		sum += 2e6
	}
	for _, rest := range []float64{0, 1e6} {
		p.Request.Budget = sum + rest
		text := NewPlanText(p, words.English).money()
		if len(text) != 1 || strings.Contains(text[0], "left over") != (rest > 0) {
			t.Errorf("%v left: %q", rest, text)
		}
	}
}
