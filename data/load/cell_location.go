package load

import (
	"math"
	"strings"

	"github.com/paulmach/orb"
)

// readLocation reads longitude and latitude from one cell: 102.71,25.04  102.71，25.04  E102°42′44″ N25°2′24″  POINT(102.71 25.04).
// The order is longitude, latitude unless the parts say otherwise by letter.
func readLocation(text string) (orb.Point, bool) {
	text = strings.ToUpper(clean(halfWidth(text)))
	if _, rest, found := strings.Cut(text, ";"); found && strings.HasPrefix(text, "SRID=") {
		text = rest
	}
	text = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(strings.TrimPrefix(text, "POINT")), "Z "))
	text = strings.Trim(text, "()[] ")
	parts := splitLocation(text)
	if len(parts) != 2 {
		return orb.Point{}, false
	}
	a, axisA, okA := readAngle(parts[0])
	b, axisB, okB := readAngle(parts[1])
	switch {
	case !okA || !okB || axisA != 0 && axisA == axisB:
		return orb.Point{}, false
	case axisA == 'N' || axisB == 'E':
		a, b = b, a
	}
	return orb.Point{a, b}, true
}

// splitLocation cuts at the comma or blank between two angles; further ordinates of a POINT Z are dropped.
func splitLocation(s string) []string {
	for _, mark := range []string{",", "、", ";"} {
		if strings.Contains(s, mark) {
			return trimAll(strings.Split(strings.Trim(s, mark), mark))
		}
	}
	if at := secondAngle(s); at > 0 {
		return trimAll([]string{s[:at], s[at:]})
	}
	fields := strings.Fields(s)
	if len(fields) == 3 && !strings.ContainsAny(s, "°'\"′″") {
		fields = fields[:2]
	}
	return fields
}

// secondAngle finds where the second of two angles with letters begins: E102°42′44″N25°2′24″, or 102°42′44″E 25°2′24″N.
func secondAngle(s string) int {
	for _, word := range []string{"北纬", "南纬", "东经", "西经"} {
		if at := strings.LastIndex(s, word); at > 0 {
			return at
		}
	}
	if s == "" {
		return -1
	}
	if strings.IndexByte("NSEW", s[0]) >= 0 {
		if at := strings.LastIndexAny(s, "NSEW"); at > 0 {
			return at
		}
		return -1
	}
	if at := strings.IndexAny(s, "NSEW"); at > 0 && at+1 < len(s) {
		return at + 1
	}
	return -1
}

func trimAll(parts []string) []string {
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// readAngle reads decimal degrees or degrees, minutes and seconds, with or without a letter. axis is 'E' or 'N' where a letter or
// word states it, else 0.
func readAngle(text string) (degrees float64, axis byte, ok bool) {
	s := strings.ToUpper(clean(halfWidth(text)))
	s, axis, sign, ok := cutHemisphere(s)
	if !ok {
		return 0, 0, false
	}
	v, ok := sexagesimal(s)
	return v * sign, axis, ok
}

func cutHemisphere(s string) (rest string, axis byte, sign float64, ok bool) {
	sign, ok = 1, true
	for _, h := range []struct {
		word string
		axis byte
		sign float64
	}{{"东经", 'E', 1}, {"西经", 'E', -1}, {"北纬", 'N', 1}, {"南纬", 'N', -1}, {"E", 'E', 1}, {"W", 'E', -1}, {"N", 'N', 1}, {"S", 'N', -1}} {
		before, hadBefore := strings.CutPrefix(s, h.word)
		after, hadAfter := strings.CutSuffix(s, h.word)
		switch {
		case hadBefore && hadAfter, (hadBefore || hadAfter) && axis != 0:
			return s, 0, 1, false
		case hadBefore:
			s, axis, sign = strings.TrimSpace(strings.TrimLeft(before, ":")), h.axis, h.sign
		case hadAfter:
			s, axis, sign = strings.TrimSpace(after), h.axis, h.sign
		}
	}
	return s, axis, sign, ok
}

// sexagesimal reads 102.71, 102.71°, 102°42.7′ or 102°42′44.5″.
func sexagesimal(s string) (float64, bool) {
	marks := strings.NewReplacer("度", "°", "º", "°", "分", "′", "'", "′", "’", "′", "秒", "″", "\"", "″", "”", "″", " ", "")
	s = strings.ReplaceAll(marks.Replace(s), "′′", "″")
	total, scale := 0.0, 1.0
	negative := strings.HasPrefix(s, "-")
	for _, mark := range []string{"°", "′", "″"} {
		part, rest, found := strings.Cut(s, mark)
		if !found {
			break
		}
		v, tail, ok := leadingNumber(part)
		if !ok || tail != "" || strings.ContainsAny(part, ",") || scale > 1 && (v < 0 || v >= 60) {
			return 0, false
		}
		total = total*60 + math.Abs(v) // in the unit of this part
		scale *= 60
		s = rest
	}
	if s != "" {
		v, tail, ok := leadingNumber(s)
		if !ok || tail != "" || scale > 1 || strings.Contains(s, ",") {
			return 0, false
		}
		total = math.Abs(v)
	}
	if scale > 60 {
		total /= scale / 60
	}
	if negative {
		total = -total
	}
	return total, !math.IsInf(total, 0) && (scale > 1 || s != "")
}
