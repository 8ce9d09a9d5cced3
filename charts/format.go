package charts

import (
	"math"
	"strconv"
	"strings"
	"time"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// Every number that a reader sees is written here: the page, the workbook and the briefing call these functions and no others.

// reached is the relative distance to a limit at which a value counts as having reached it (DOMAIN section 7).
const reached = 1e-9

// maxPlaces bounds the decimals that honesty may ask for; beyond it a value is within reached of any limit up to 1,000.
const maxPlaces = 12

// Decimal writes v with at least places decimals, comma thousands and a true minus sign, and with as many more decimals as the
// printed value needs to stand on the true side of every limit: Decimal(89.96, 1, 90) is 89.96, never 90.0. A value within 1e-9
// (relative) of a limit has reached it. NaN and infinities are the caller's defect: see Number for values that may be missing.
func Decimal(v float64, places int, limits ...float64) string {
	v = settled(v, limits)
	for p := places; p <= maxPlaces; p++ {
		if text := strconv.FormatFloat(v, 'f', p, 64); honest(text, v, limits) {
			return group(text)
		}
	}
	return group(strconv.FormatFloat(v, 'f', places, 64)) // a last digit of a float, beside a limit of 0
}

// settled is the limit that a value has reached, else the value.
func settled(v float64, limits []float64) float64 {
	for _, l := range limits {
		if near(v, l) {
			v = l
		}
	}
	return v
}

// Reached reports whether a value has reached a limit, a difference of 1e-9 (relative) forgiven.
func Reached(v, limit float64) bool { return v >= limit || near(v, limit) }

func near(v, limit float64) bool { return math.Abs(v-limit) <= reached*math.Abs(limit) }

// honest reports whether the printed text compares with every limit as the value does.
func honest(text string, v float64, limits []float64) bool {
	printed, _ := strconv.ParseFloat(text, 64)
	for _, l := range limits {
		if side(printed-l) != side(v-l) {
			return false
		}
	}
	return true
}

func side(v float64) int {
	switch {
	case v > 0:
		return 1
	case v < 0:
		return -1
	}
	return 0
}

// group puts commas between thousands and writes U+2212 for the minus; a negative zero loses its sign.
func group(text string) string {
	negative := strings.HasPrefix(text, "-")
	text = strings.TrimPrefix(text, "-")
	whole, rest, _ := strings.Cut(text, ".")
	var b strings.Builder
	if negative && strings.Trim(text, "0.") != "" {
		b.WriteString("−")
	}
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(digit)
	}
	if rest != "" {
		b.WriteByte('.')
		b.WriteString(rest)
	}
	return b.String()
}

// Whole writes people, households or metres: a whole number with comma thousands.
func Whole(v float64) string { return Decimal(round(v), 0) }

// round is the nearest whole number, halves away from zero.
func round(v float64) float64 { return math.Round(v) }

// Count writes a number of objects.
func Count(n int) string { return Decimal(float64(n), 0) }

// Rate writes a share (0 to 1) in percent without the sign: one decimal, and more where it would else seem to reach a limit (also a
// share) or to be none or all.
func Rate(share float64, limits ...float64) string { return rate(share, 1, limits) }

// rate is Rate with at least places decimals.
func rate(share float64, places int, limits []float64) string {
	return Decimal(share*100, places, percentLimits(share, limits)...)
}

// percentLimits are what a rate in percent must stand on the true side of: the limits, none, and all unless it is more.
func percentLimits(share float64, limits []float64) []float64 {
	percent := make([]float64, 0, len(limits)+2)
	for _, l := range limits {
		percent = append(percent, percentOf(l))
	}
	if share <= 1 {
		percent = append(percent, 100)
	}
	return append(percent, 0)
}

// Rates writes two shares that a reader compares: each as Rate does, both with the same decimals, and with as many as their difference needs.
// What a reader subtracts is then within half a unit of its last digit of the true difference (from the second decimal on, 1% of it will do),
// and 0 only where there is none.
func Rates(share, other float64, limits ...float64) (a, b string) {
	if coverage.Change(other, share) == 0 {
		share = min(share, other)
		other = share
	}
	apart := settled(share*100, percentLimits(share, limits)) - settled(other*100, percentLimits(other, limits))
	for places := 1; ; places++ {
		a, b = rate(share, places, limits), rate(other, places, limits)
		if decimalsOf(a) == decimalsOf(b) && (fair(a, b, apart) || places >= maxPlaces) {
			return a, b
		}
	}
}

// fair reports whether the difference of two printed numbers tells how far the numbers are apart.
func fair(a, b string, apart float64) bool {
	within := 0.5 / math.Pow10(decimalsOf(a)) * (1 + 1e-6)
	if decimalsOf(a) > 1 {
		within = max(within, math.Abs(apart)/100)
	}
	return math.Abs(printed(a)-printed(b)-apart) <= within && (a == b) == (apart == 0)
}

// Points writes share − other in percentage points: the difference of the two as Rates prints them, which is what a reader adds up.
func Points(share, other float64, limits ...float64) string {
	a, b := Rates(share, other, limits...)
	return group(strconv.FormatFloat(printed(a)-printed(b), 'f', decimalsOf(a), 64))
}

// Signed puts a plus before a difference above zero.
func Signed(number string) string {
	if strings.HasPrefix(number, "−") || strings.Trim(number, "0.") == "" {
		return number
	}
	return "+" + number
}

func decimalsOf(number string) int {
	_, rest, _ := strings.Cut(number, ".")
	return len(rest)
}

// printed reads back what group wrote.
func printed(number string) float64 {
	v, err := strconv.ParseFloat(strings.NewReplacer(",", "", "−", "-").Replace(number), 64)
	if err != nil {
		panic(err) // a number of ours
	}
	return v
}

// Percent is Rate with the sign, which follows without a space in both languages.
func Percent(share float64, limits ...float64) string { return Rate(share, limits...) + "%" }

// Limit writes a share that is a standard, in percent: 90, 0.5.
func Limit(share float64) string {
	return group(strconv.FormatFloat(percentOf(share), 'f', -1, 64))
}

// percentOf is a limit in percent as it was typed: without the last digits that a float adds.
func percentOf(limit float64) float64 { return math.Round(limit*1e12) / 1e10 }

// Plain writes a number of a rule as it was typed, with comma thousands.
func Plain(v float64) string { return group(strconv.FormatFloat(v, 'f', -1, 64)) }

// Ratio writes a ratio or a coefficient of variation: two decimals, more beside a limit.
func Ratio(v float64, limits ...float64) string { return Decimal(v, 2, limits...) }

// Area writes square metres: whole, with decimals where a limit asks for them. A shortfall above zero never prints as 0.
func Area(v float64, limits ...float64) string { return Decimal(v, 0, append(limits, 0)...) }

// Money writes yuan in 万元 for a Chinese reader, in yuan for an English one: whole where it is whole, else one decimal (below 1 up to four), more beside a
// limit (also in yuan). A sum above zero never prints as 0.
func Money(lang words.Lang, yuan float64, limits ...float64) string {
	unit := 1.0
	if lang == words.Chinese {
		unit = 1e4
	}
	scaled := make([]float64, 0, len(limits)+1)
	for _, l := range limits {
		scaled = append(scaled, l/unit)
	}
	return Decimal(yuan/unit, places(yuan/unit), append(scaled, 0)...)
}

// places is none for a whole number, else one decimal; below 1 as many as the number has, four at most: 1,500 yuan are 0.15 of 10,000.
func places(v float64) int {
	most := 1
	if math.Abs(v) < 1 {
		most = 4
	}
	for n := range most {
		if scaled := v * math.Pow10(n); near(scaled, round(scaled)) {
			return n
		}
	}
	return most
}

// SquareKilometers writes ground in km², two decimals.
func SquareKilometers(m2 float64) string { return Decimal(m2/1e6, 2, 0) }

// Hectares writes ground in hectares, one decimal.
func Hectares(m2 float64) string { return Decimal(m2/1e4, 1, 0) }

// Meters writes a distance in whole metres.
func Meters(v float64) string { return Decimal(v, 0) }

// Radius writes a radius in whole metres; one that was asked for with decimals keeps them, and any other has as many as tell it from those.
func Radius(r *coverage.Result, v float64) string {
	c := r.Circle
	switch {
	case near(v, c.Radius.Meters()) && c.FromWalking:
		return Meters(v)
	case near(v, c.Radius.Meters()) || near(v, c.StrictRadius.Meters()):
		return Plain(math.Round(v*100) / 100)
	}
	return Decimal(v, 0, radii(r)...)
}

// radii are those of the run, m: any other is printed beside them.
func radii(r *coverage.Result) []float64 {
	return []float64{r.Circle.Radius.Meters(), r.Circle.StrictRadius.Meters()}
}

// Minutes writes walking minutes, whole and rounded up: who is told 15 minutes never walks longer. A value within 1e-9 (relative) of
// a whole minute is that minute.
func Minutes(v float64) string {
	if n := round(v); near(v, n) {
		return Decimal(n, 0)
	}
	return Decimal(math.Ceil(v), 0)
}

// Number writes a value that may be missing, with the word for no data where it is.
func Number(lang words.Lang, n data.Number, write func(float64) string) string {
	if !n.Known || math.IsNaN(n.V) || math.IsInf(n.V, 0) {
		return lang.T("outcome.nodata")
	}
	return write(n.V)
}

// Date writes a day given as 2006-01-02 in the reader's language: 2025年11月22日, 22 November 2025. Other text stays as it is.
func Date(lang words.Lang, iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	if lang == words.Chinese {
		return t.Format("2006年1月2日")
	}
	return t.Format("2 January 2006")
}

// Value writes a figure in its unit, without the unit.
func Value(lang words.Lang, n data.Number, unit coverage.ValueUnit, limits ...float64) string {
	return Number(lang, n, func(v float64) string {
		switch unit {
		case coverage.UnitShare:
			return Rate(v, limits...)
		case coverage.UnitRatio:
			return Ratio(v, limits...)
		case coverage.UnitPer100, coverage.UnitPerMember:
			return Decimal(v, 1, limits...)
		case coverage.UnitYuan:
			return Money(lang, v, limits...)
		case coverage.UnitHour:
			return Decimal(v, places(v), limits...)
		case coverage.UnitMinute:
			return Minutes(v)
		default:
			return Area(v, limits...)
		}
	})
}

// People are the whole people (or households) of an account. They add up: Total = Covered + Uncovered, to the last one.
type People struct{ Total, Covered, Uncovered, Strict string }

// PeopleOf rounds an account so that the printed parts add up: total and covered are rounded, uncovered is what remains of them.
func PeopleOf(a coverage.Account) People {
	total, covered := round(a.Total), round(a.Covered)
	return People{Total: Whole(total), Covered: Whole(covered), Uncovered: Whole(total - covered), Strict: Whole(round(a.Strict))}
}
