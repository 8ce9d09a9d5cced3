package charts

import (
	"cmp"
	"slices"

	"github.com/go-echarts/go-echarts/v2/opts"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// per100Units draws the floor area per 100 households of the units of the breakdown as dots, with the standard of the profile and the
// national goal as lines.
func per100Units(r *coverage.Result, lang words.Lang) Figure {
	d := newMeasured(r, lang, "per100", "AREA-04", "per_100", per100Text)
	if why := d.absent(); why != "" {
		return absent("per100", why, lang)
	}
	second, hasSecond := secondPer100(r)
	f := Figure{Key: "per100", Subtitle: lang.T("chart.per100.subtitle", "all", number(lang, r.Total().Get("per100").Number, Missing, d.write)), Table: d.table(lang.T("chart.per100.head")), Hows: []string{"", "per100"}, Units: unitKeys(d.units)}
	below := d.below(d.limit)
	args := []any{"n", Count(len(d.units)), "level", d.level, "limit", Plain(d.limit), "below", Count(below), "second", Plain(second), "under", Count(d.below(second)), "name", d.names.Distinct(d.units[0]), "value", d.text(d.units[0])}
	switch {
	case len(d.units) == 1:
		f.Title = lang.T("chart.per100.title.single", args...)
	case !d.limited:
		f.Title = lang.T("chart.per100.title.nolimit", args...)
	case hasSecond && below == 0:
		f.Title = lang.T("chart.per100.title.all", args...)
	default:
		f.Title = lang.T(Plural("chart.per100.title", below), append(args, "more", shownIf(hasSecond, "1"))...)
	}
	var lines []standard
	if d.limited {
		lines = append(lines, standard{d.limit, solid, lang.T("chart.per100.limit", "n", Plain(d.limit))})
	}
	if hasSecond {
		lines = append(lines, standard{second, dashed, lang.T("chart.per100.goal", "n", Plain(second))})
	}
	f.Drawing = d.drawing(lines, 1)
	f.Note = d.note()
	return finding(f, lang)
}

// serviceShares draws the share of service area in floor area of the units of the breakdown, with the limit where the profile has one.
func serviceShares(r *coverage.Result, lang words.Lang) Figure {
	d := newMeasured(r, lang, "service_share", "AREA-06", "hint", func(v float64, limits ...float64) string { return Rate(v, limits...) })
	if d.absent() != "" {
		return absent("service", lang.T("chart.service.none"), lang)
	}
	total := r.Total()
	f := Figure{Key: "service", Table: d.table(lang.T("chart.service.head")), Note: d.note(), Hows: []string{"", "service_share"}, Units: unitKeys(d.units)}
	args := []any{"all", number(lang, total.Get("service_share").Number, Missing, d.write), "name", d.names.Distinct(d.units[0]), "value", d.text(d.units[0]), "limit", Limit(d.limit), "below", Count(d.below(d.limit)), "n", Count(len(d.units)), "level", d.level, "part", shownIf(total.Floor.ServiceMissing > 0, "1")}
	switch {
	case len(d.units) == 1:
		f.Title = lang.T("chart.service.title.single", args...)
	case d.limited:
		f.Title = lang.T(Plural("chart.service.title.limit", d.below(d.limit)), args...)
	default:
		f.Title = lang.T("chart.service.title", args...)
	}
	f.Subtitle = lang.T("chart.service.subtitle", "missing", shownIf(total.Floor.ServiceMissing > 0, Count(total.Floor.ServiceMissing)), "limit", shownIf(d.limited, Limit(d.limit)))
	var lines []standard
	if d.limited {
		lines = []standard{{d.limit * 100, dashed, lang.T("chart.service.limit", "n", Limit(d.limit))}}
	}
	f.Drawing = d.drawing(lines, 100)
	return finding(f, lang)
}

// per100Text writes an area per 100 households, m², one decimal, more beside a limit.
func per100Text(v float64, limits ...float64) string { return Decimal(v, 1, limits...) }

// standard is a line of a figure with its look.
type standard struct {
	at   float64 // on the axis
	look int
	name string
}

// measured is a metric of the units of the breakdown, low to high, beside the limit of its rule.
type measured struct {
	result       *coverage.Result
	lang         words.Lang
	level        string
	metric, rule string
	limit        float64
	limited      bool
	format       func(v float64, limits ...float64) string
	units        []*coverage.Unit // those that have the metric
	names        *Namer
}

func newMeasured(r *coverage.Result, lang words.Lang, metric, rule, value string, format func(v float64, limits ...float64) string) *measured {
	level, units := Breakdown(r)
	d := &measured{result: r, lang: lang, level: lang.T("page.units." + level.String()), metric: metric, rule: rule, format: format, names: NewNamer(r, lang)}
	if regulated, ok := r.Profile.Rule(rule); ok {
		var l data.Limit
		l, d.limited = regulated.Values[value]
		d.limit = l.Value
	}
	for i := range units {
		if units[i].Get(metric).Known {
			d.units = append(d.units, &units[i])
		}
	}
	slices.SortStableFunc(d.units, func(a, b *coverage.Unit) int { return cmp.Compare(a.Get(metric).V, b.Get(metric).V) })
	return d
}

// absent is why there is nothing to draw, or "".
func (d *measured) absent() string {
	if len(d.units) == 0 {
		return d.lang.T("chart.floor.none." + floorWhy(d.result))
	}
	return ""
}

// write is a value beside the limit.
func (d *measured) write(v float64) string { return d.format(v, limits(d.limit, d.limited)...) }

func (d *measured) text(u *coverage.Unit) string { return d.write(u.Get(d.metric).V) }

// below counts the units that do not reach a value.
func (d *measured) below(limit float64) int {
	n := 0
	for _, u := range d.units {
		if !Reached(u.Get(d.metric).V, limit) {
			n++
		}
	}
	return n
}

// drawing draws the units as dots in rows, with lines for the standards; times is what makes a value one of the axis.
func (d *measured) drawing(lines []standard, times float64) *Drawing {
	var names, written []string
	var dots, posts []opts.CustomData
	most := 0.0
	tips := Tips{Head: []string{d.lang.T("metric." + d.metric)}}
	for row, u := range d.units[:min(len(d.units), mostRows)] {
		v := u.Get(d.metric).V * times
		shape, color := signOf(u, d.rule)
		most = max(most, v)
		names, written = append(names, d.names.Distinct(u)), append(written, d.text(u))
		dots = append(dots, sign("", color, drawn(v), row, shape, 1))
		tips.Rows = append(tips.Rows, []string{d.names.Distinct(u), d.text(u)})
	}
	for _, l := range lines {
		most = max(most, l.at)
		posts = append(posts, post(l.at, l.look, true, 0, l.name))
	}
	end, step := axis(most)
	p := newPlot()
	p.mark("dots", "dots", dots, 5)
	if len(posts) > 0 {
		p.mark("standards", "posts", posts, 4)
	}
	return &Drawing{
		Option: p.placed(names, written, scale{to: end, step: step, side: "bottom"}, margins{24, 6}), Height: 52 + rowHeight*len(names), Names: nameRoom, Tips: map[string]Tips{"dots": tips},
	}
}

// note counts the units that are not drawn, for want of data or of room.
func (d *measured) note() string {
	_, units := Breakdown(d.result)
	hidden, missing := max(0, len(d.units)-mostRows), len(units)-len(d.units)
	if hidden+missing == 0 {
		return ""
	}
	return d.lang.T("chart.measured.note", "hidden", shownIf(hidden > 0, Count(hidden)), "missing", shownIf(missing > 0, Count(missing)), "level", d.level)
}

func (d *measured) table(head string) [][]string {
	out := [][]string{{d.level, head, d.lang.T("page.col.outcome")}}
	for _, u := range d.units {
		v, _ := u.Verdict(d.rule)
		out = append(out, []string{d.names.Distinct(u), d.text(u), d.lang.T("outcome." + v.Outcome.String())})
	}
	return out
}
