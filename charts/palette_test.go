package charts

import (
	"math"
	"strconv"
	"testing"
)

// Colours are judged as people with deuteranopia see them, and as a printer without colours prints them.

type rgb [3]float64 // linear light, 0 to 1

func light(t *testing.T, hex string) rgb {
	t.Helper()
	var out rgb
	for i := range out {
		v, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(v) / 255
		if out[i] = c / 12.92; c > .04045 {
			out[i] = math.Pow((c+.055)/1.055, 2.4)
		}
	}
	return out
}

// deuteranope is what somebody without the green cones sees of a colour. Source: Machado, Oliveira and Fernandes, A Physiologically-based
// Model for Simulation of Color Vision Deficiency, 2009, deuteranomaly of severity 1.0; it works on linear light.
func deuteranope(c rgb) rgb {
	matrix := [3][3]float64{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}
	var out rgb
	for i, row := range matrix {
		for k, w := range row {
			out[i] += w * c[k]
		}
		out[i] = min(1, max(0, out[i]))
	}
	return out
}

// lab is CIELAB for the white of D65.
func lab(c rgb) [3]float64 {
	matrix := [3][3]float64{{.4124, .3576, .1805}, {.2126, .7152, .0722}, {.0193, .1192, .9505}}
	white := [3]float64{.9505, 1, 1.089}
	var f [3]float64
	for i, row := range matrix {
		v := (row[0]*c[0] + row[1]*c[1] + row[2]*c[2]) / white[i]
		if f[i] = math.Cbrt(v); v <= 216.0/24389 {
			f[i] = (24389.0/27*v + 16) / 116
		}
	}
	return [3]float64{116*f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])}
}

// difference is ΔE of 1976: the distance in CIELAB.
func difference(a, b rgb) float64 {
	p, q := lab(a), lab(b)
	return math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
}

// Neighbouring classes of a scale can be told apart without green cones, by at least the differences that the design asks for.
func TestClassesAreToldApart(t *testing.T) {
	scales := []struct {
		name  string
		fills []string
		least float64
	}{
		{"coverage", coverageColors[:], 14}, {"depth", depthFills[:], 14}, {"shortfall", gapFills[:], 20}, {"size of grids", sizeFills[:], 32},
		{"attained or not", []string{Met, NotMet}, 99}, {"cards", []string{NotMet, Short, coverageColors[2]}, 14},
		{"ground of a plan", []string{Band, Inside, MidBlue}, 7},
	}
	for _, s := range scales {
		for i := 1; i < len(s.fills); i++ {
			a, b := light(t, s.fills[i-1]), light(t, s.fills[i])
			if d := difference(deuteranope(a), deuteranope(b)); d < s.least {
				t.Errorf("%s: %s and %s differ by %.1f, want %v", s.name, s.fills[i-1], s.fills[i], d, s.least)
			}
		}
	}
}

// Printed in grey the scales that run one way stay in order, in steps that can be seen.
func TestScalesStayOrderedInGrey(t *testing.T) {
	scales := map[string][]string{"coverage": coverageColors[:], "depth": depthFills[:], "shortfall": gapFills[:]}
	for name, fills := range scales {
		for i := 1; i < len(fills); i++ {
			if step := lab(light(t, fills[i-1]))[0] - lab(light(t, fills[i]))[0]; step < 5 {
				t.Errorf("%s: from %s to %s L* falls by %.1f only", name, fills[i-1], fills[i], step)
			}
		}
	}
}

// What looks alike in grey is told apart by a hatch or a letter: no two classes of a layer have one lightness, one pattern and one letter.
func TestNoTwoClassesLookAlikeInGrey(t *testing.T) {
	for _, lang := range langs {
		for _, l := range NewMap(analyze(t, town()), lang).Layers {
			for i, a := range l.Classes {
				for _, b := range l.Classes[:i] {
					if a.Fill == "" || b.Fill == "" || a.Pattern != b.Pattern || a.Letter != b.Letter {
						continue
					}
					if d := math.Abs(lab(light(t, a.Fill))[0] - lab(light(t, b.Fill))[0]); d < 4 {
						t.Errorf("%s: %s and %s differ by L* %.1f", l.Key, a.Swatch, b.Swatch, d)
					}
				}
			}
		}
	}
}

// Text and signs in these colours can be read on white: 4.5 to 1 for text, 3 to 1 for signs (WCAG 2.1).
func TestContrastOnPaper(t *testing.T) {
	against := func(hex string) float64 {
		c := light(t, hex)
		return 1.05 / (.2126*c[0] + .7152*c[1] + .0722*c[2] + .05)
	}
	for color, least := range map[string]float64{Ink: 4.5, Ink2: 4.5, Ink3: 4.5, NotMetInk: 4.5, SizeUnderInk: 4.5, Met: 3, NotMet: 3, Reach: 3} {
		if got := against(color); got < least {
			t.Errorf("%s on white: %.1f to 1, want %v", color, got, least)
		}
	}
}
