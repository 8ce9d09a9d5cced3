package report

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"quarter/charts"
	"quarter/charts/words"
)

// Every sign of every legend has a drawing that is well-formed, and a class shows its colour.
func TestEveryLegendHasItsSwatch(t *testing.T) {
	m := charts.NewMap(analyze(t, town()), words.Chinese)
	seen := 0
	for _, l := range m.Layers {
		for _, g := range m.Legends[l.Key] {
			for _, row := range g.Rows {
				seen++
				svg := string(swatch(row.Swatch, row.Letter))
				if swatches[row.Swatch] == "" || xml.Unmarshal([]byte(svg), new(any)) != nil {
					t.Errorf("%s, %s: %q", l.Key, row.Swatch, svg)
				}
				if !strings.Contains(svg, row.Letter) {
					t.Errorf("%s has no letter %s", row.Swatch, row.Letter)
				}
			}
		}
	}
	for _, c := range charts.Palette {
		if !strings.Contains(swatches[c.Swatch], c.Fill) {
			t.Errorf("%s does not show %s", c.Swatch, c.Fill)
		}
	}
	if seen < 20 {
		t.Errorf("only %d rows", seen)
	}
}

// Hatches end at the frame.
func TestHatchesStayInTheirFrame(t *testing.T) {
	number := regexp.MustCompile(`[ML]([0-9.]+) ([0-9.]+)`)
	for _, hatch := range []string{nodataLines("x"), blindLines("x"), overLines("x")} {
		for _, m := range number.FindAllStringSubmatch(hatch, -1) {
			x, _ := strconv.ParseFloat(m[1], 64)
			y, _ := strconv.ParseFloat(m[2], 64)
			if x < .5 || x > 29.5 || y < 1.5 || y > 16.5 || x != .5 && x != 29.5 && y != 1.5 && y != 16.5 {
				t.Errorf("%s is not on the frame", m[0])
			}
		}
	}
}
