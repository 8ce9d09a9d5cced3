package charts

import (
	"math"
	"strconv"
)

// AtMost writes a gap (0 to 1) in percent with the sign, rounded up: who is told that a plan is within 0.3% never loses more. Proven plans
// have none, so it is never 0.
func AtMost(gap float64) string {
	if near(gap, math.Round(gap*1000)/1000) {
		return Percent(gap)
	}
	return Percent(math.Ceil(gap*1000) / 1000)
}

// AtLeast writes a share in percent without the sign, rounded down, with as many decimals as it needs to stand on the true side of the limits
// (shares) and of none: what can be reached is never told to be more than that, so that whoever asks for the printed share gets it.
func AtLeast(share float64, limits ...float64) string {
	percent := percentLimits(share, limits)
	v := settled(share*100, percent)
	for p := 1; p <= maxPlaces; p++ {
		down := math.Floor(v*math.Pow10(p)) / math.Pow10(p)
		if next := math.Round(v*math.Pow10(p)) / math.Pow10(p); near(v, next) {
			down = next
		}
		if text := strconv.FormatFloat(down, 'f', p, 64); honest(text, v, percent) {
			return group(text)
		}
	}
	return Rate(share, limits...)
}
