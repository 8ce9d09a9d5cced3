package report

import (
	"fmt"
	"html/template"
	"strings"

	"quarter/coverage"
)

// signs declares the words of the sheets that stand a thousand times: the signs of outcomes and what the map shows.
func (v *view) signs() template.CSS {
	out := ".sheet .map:after{content:" + cssString(v.t("sheet.map")) + "}"
	for _, outcome := range []coverage.Outcome{coverage.NoData, coverage.Attained, coverage.NotAttained} {
		out += ".miss ." + markKey[outcome] + ":before{content:" + cssString(v.t("page.mark."+outcome.String())) + "}"
	}
	return template.CSS(out)
}

// paper declares what stands at the head and foot of every printed page beside its number: title and marking above, the data date and
// the run below.
func (v *view) paper() template.CSS {
	foot := v.t("page.print.foot", "cutoff", v.cutoff(), "run", v.page.RunID)
	return template.CSS("@page{@top-left{content:" + cssString(v.Title) + "}@top-right{content:" + cssString(v.Marking) + "}@bottom-left{content:" + cssString(foot) + "}}")
}

// cssString writes a text as a string of a style sheet. Of ASCII only letters, digits and spaces stand as they are, so that no text can
// end the string, the rule or the style element.
func cssString(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r >= 0xA0 || r == ' ' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z':
			b.WriteRune(r)
		case r == 0: // no style sheet can hold it
			b.WriteRune('\uFFFD')
		default:
			fmt.Fprintf(&b, "\\%06x ", r) // the space ends the escape: without it a space of the text would
		}
	}
	b.WriteByte('"')
	return b.String()
}
