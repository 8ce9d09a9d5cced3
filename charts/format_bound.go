package charts

import "math"

// AtMost writes a gap (0 to 1) in percent with the sign, rounded up: who is told that a plan is within 0.3% never loses more. Proven plans
// have none, so it is never 0.
func AtMost(gap float64) string {
	if near(gap, math.Round(gap*1000)/1000) {
		return Percent(gap)
	}
	return Percent(math.Ceil(gap*1000) / 1000)
}
