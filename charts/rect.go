package charts

import (
	"cmp"
	"math"
	"slices"
	"strings"

	gocharts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// plot is a figure on two axes under construction: a go-echarts chart, and beside each series what go-echarts has no field for.
type plot struct {
	chart *gocharts.Bar
	extra []map[string]any
}

func newPlot() *plot { return &plot{chart: gocharts.NewBar()} }

// bars adds horizontal bars, one per category. The bar grows from zero; stack joins series end to end.
func (p *plot) bars(id string, values []opts.BarData, stack string, track bool) {
	p.chart.AddSeries(id, values)
	extra := map[string]any{"id": id, "barWidth": 12, "emphasis": map[string]any{"disabled": true}, "cursor": "default"}
	if stack != "" {
		extra["stack"] = stack
	}
	if track {
		extra["showBackground"], extra["backgroundStyle"] = true, map[string]any{"color": Hair}
	}
	p.extra = append(p.extra, extra)
}

// mark adds signs that the page's script draws, by the name of their function.
func (p *plot) mark(id, how string, marks []opts.CustomData, z int) {
	custom := gocharts.NewCustom()
	custom.AddSeries(id, marks)
	p.chart.Overlap(custom)
	p.extra = append(p.extra, map[string]any{
		"id": id, "renderItem": named(how), "z": z, "clip": false, "silent": !pointed[how], "emphasis": map[string]any{"disabled": true}, "encode": encodes[how],
	})
}

// encodes says which numbers of a mark stretch the axes.
var encodes = map[string]map[string]any{
	"bands":   {"x": []any{0, 1}, "y": 2},
	"bins":    {"x": []any{0, 1}, "y": 2},
	"cells":   {"x": 0, "y": 1},
	"curve":   {"x": 0, "y": 1},
	"dots":    {"x": 0, "y": 1},
	"edges":   {"x": 0, "y": 1},
	"heads":   {"x": []any{}, "y": 0},
	"keys":    {"x": []any{}, "y": []any{}},
	"levels":  {"x": []any{}, "y": 0},
	"parts":   {"x": []any{0, 1}, "y": []any{}},
	"points":  {"x": 0, "y": 1},
	"posts":   {"x": 0, "y": []any{}},
	"ranges":  {"x": []any{0, 1}, "y": []any{}},
	"rings":   {"x": 0, "y": 1},
	"rules":   {"x": 0, "y": []any{}},
	"shares":  {"x": 0, "y": 1},
	"spans":   {"x": []any{0, 1}, "y": 2},
	"steps":   {"x": 0, "y": 1},
	"strips":  {"x": []any{0, 1}, "y": []any{}},
	"symbols": {"x": 0, "y": 1},
	"ticks":   {"x": 0, "y": 1},
	"tints":   {"x": 0, "y": 1},
	"units":   {"x": []any{}, "y": []any{}},
}

// pointed are the marks that show a tooltip.
var pointed = map[string]bool{
	"bins": true, "cells": true, "curve": true, "dots": true, "parts": true, "points": true, "shares": true, "spans": true, "steps": true, "symbols": true,
}

// The places of the unit of an axis: below the right end of the lower axis, above the upright one, above the figures at the right.
const (
	unitRight = iota
	unitUp
	unitValues
)

// unit writes the unit of an axis at its end.
func (p *plot) unit(where int, name string) {
	p.mark("unit-"+itoa(where), "units", []opts.CustomData{{Name: name, Value: []any{where}}}, 2)
}

func (p *plot) option(grid map[string]any, x, y []map[string]any) map[string]any {
	for len(p.chart.YAxisList) < len(y) {
		p.chart.ExtendYAxis(opts.YAxis{})
	}
	return option(p.chart, map[string]any{"grid": grid, "xAxis": x, "yAxis": y, "series": p.extra})
}

// ranked is the option of horizontal bars in rows: names at the left, written values at the right, a value axis above from 0 to end with a tick every step.
func (p *plot) ranked(names, values []string, end, step float64) map[string]any {
	return p.placed(names, values, scale{to: end, step: step, side: "top"}, margins{top: 8, bottom: 2})
}

// scale is a value axis at the top or the bottom; side is empty where its numbers are not written.
type scale struct {
	from, to, step float64
	side           string
	percent        bool // its numbers carry the sign
}

// margins is the room above and below the rows, px, for the names of lines.
type margins struct{ top, bottom int }

// placed is ranked on any value axis. A name may have a second line, which is lighter.
func (p *plot) placed(names, values []string, on scale, room margins) map[string]any {
	label := axisLabel()
	merge(label, map[string]any{"width": nameRoom[1], "overflow": "truncate", "interval": 0, "hideOverlap": false, "align": "right", "margin": 12})
	if slices.ContainsFunc(names, func(name string) bool { return strings.Contains(name, "\n") }) {
		merge(label, map[string]any{"formatter": named("setting"), "rich": map[string]any{
			"what": map[string]any{"fontSize": 13, "fontWeight": "bold", "lineHeight": 18, "color": Ink}, "set": map[string]any{"fontSize": sizeAxis, "lineHeight": 14, "color": Ink2},
		}})
	}
	value := axisLabel()
	merge(value, map[string]any{"interval": 0, "hideOverlap": false, "align": "left", "margin": 12, "formatter": named("columns"), "rich": columnsOf(values)})
	ticks := axisLabel()
	merge(ticks, map[string]any{"formatter": named("thousands"), "show": on.side != ""})
	if on.percent {
		ticks["formatter"] = named("percent")
	}
	return p.option(
		map[string]any{"left": 0, "right": 4, "top": room.top, "bottom": room.bottom, "outerBoundsMode": "same", "outerBoundsContain": "axisLabel"},
		[]map[string]any{{
			"type": "value", "position": cmp.Or(on.side, "top"), "min": drawn(on.from), "max": drawn(on.to), "interval": drawn(on.step),
			"axisLabel": ticks, "axisLine": axisLine(false), "axisTick": noTick(), "splitLine": gridLine(on.side != ""),
		}},
		[]map[string]any{
			{"type": "category", "inverse": true, "data": names, "axisLabel": label, "axisLine": axisLine(on.from == 0 && on.side != ""), "axisTick": noTick(), "splitLine": gridLine(false)},
			{"type": "category", "inverse": true, "data": values, "position": "right", "axisLabel": value, "axisLine": axisLine(false), "axisTick": noTick(), "splitLine": gridLine(false)},
		})
}

// columnsOf are the columns of written values, which tabs separate: all are bold, and stand at the right of their column.
func columnsOf(values []string) map[string]any {
	out := map[string]any{}
	for _, value := range values {
		for i, text := range strings.Split(value, "\t") {
			key := "c" + itoa(i)
			wide := math.Ceil(textPixels(text) * sizeValue * 1.06)
			if old, ok := out[key].(map[string]any); ok {
				wide = max(wide, old["width"].(float64))
			}
			out[key] = map[string]any{"width": wide, "align": "right", "fontSize": sizeValue, "fontWeight": "bold", "color": Ink, "padding": []int{0, 0, 0, columnGap * bit(i > 0)}}
		}
	}
	return out
}

// sizeValue is the size of written values, columnGap the room between their columns, px.
const sizeValue, columnGap = 13, 14

// crossed is an option of two category axes: heads of columns turned upwards above, names of rows at the left.
func (p *plot) crossed(heads, names []string) map[string]any {
	head := axisLabel()
	merge(head, map[string]any{"color": Ink2, "fontSize": sizeAxis, "rotate": 90, "width": mostHead, "overflow": "truncate", "interval": 0, "hideOverlap": false, "margin": 8})
	label := axisLabel()
	merge(label, map[string]any{"width": nameRoom[1], "overflow": "truncate", "interval": 0, "hideOverlap": false, "align": "right", "margin": 12})
	return p.option(
		map[string]any{"left": 0, "right": 4, "top": 2, "bottom": 2, "outerBoundsMode": "same", "outerBoundsContain": "axisLabel"},
		[]map[string]any{{"type": "category", "position": "top", "data": heads, "axisLabel": head, "axisLine": axisLine(false), "axisTick": noTick(), "splitLine": gridLine(false)}},
		[]map[string]any{{"type": "category", "inverse": true, "data": names, "axisLabel": label, "axisLine": axisLine(true), "axisTick": noTick(), "splitLine": gridLine(false)}})
}

// mostHead is the longest head of a column, px; a longer one is cut.
const mostHead = 270

// headRoom is the room that the heads of columns take, px.
func headRoom(heads []string) int {
	longest := 0.0
	for _, h := range heads {
		longest = max(longest, textPixels(h)*sizeAxis)
	}
	return int(min(longest, mostHead)) + 12
}

// nameRoom is the room for the names of rows, px: on a phone, and on anything wider.
var nameRoom = []int{118, 264}

// drawn is a value as a figure holds it: 1e-4 of its unit is far below a pixel, and the same on every processor.
func drawn(v float64) float64 { return math.Round(v*1e4) / 1e4 }

// rowHeight is the height of one ranked row, plotHeight that of a figure on two value axes, px.
const (
	rowHeight  = 27
	plotHeight = 330
)

// single is the option of one bar across the whole figure, from 0 to end, with room above and below it for names.
func (p *plot) single(end float64) map[string]any {
	hidden := func(end float64) map[string]any {
		return map[string]any{"type": "value", "min": 0, "max": end, "axisLabel": map[string]any{"show": false}, "axisLine": axisLine(false), "axisTick": noTick(), "splitLine": gridLine(false)}
	}
	return p.option(map[string]any{"left": 0, "right": 0, "top": 32, "bottom": 48}, []map[string]any{hidden(end)}, []map[string]any{hidden(1)})
}

// upright is two value axes: across from left to right, upwards from low to high; ticks stand on round numbers.
type upright struct {
	left           float64
	right, step    float64
	low, high, up  float64
	open           bool   // the last bar is open: the right end is no value
	tens           bool   // the upright axis counts in ten thousands
	percent        bool   // the upright axis is of percent
	top            int    // room above, px; 0: the usual
	across, upward string // units
}

// from0 is the upright axis from 0 that holds most.
func (u upright) from0(most float64) upright {
	u.high, u.up = axis(most)
	return u
}

// plot is the option of two value axes.
func (p *plot) upright(u upright) map[string]any {
	p.unit(unitRight, u.across)
	if u.upward != "" {
		p.unit(unitUp, u.upward)
	}
	across, upward := axisLabel(), axisLabel()
	across["formatter"], upward["formatter"] = named("thousands"), named("thousands")
	if _, whole := math.Modf(u.right/u.step + reached); u.open || whole > 2*reached {
		across["showMaxLabel"] = false
	}
	switch {
	case u.tens:
		upward["formatter"] = named("tens")
	case u.percent:
		upward["formatter"] = named("percent")
	}
	return p.option(
		map[string]any{"left": 0, "right": 14, "top": cmp.Or(u.top, 58), "bottom": 22, "outerBoundsMode": "same", "outerBoundsContain": "axisLabel"},
		[]map[string]any{{
			"type": "value", "min": drawn(u.left), "max": drawn(u.right), "interval": drawn(u.step),
			"axisLabel": across, "axisLine": axisLine(true), "axisTick": noTick(), "splitLine": gridLine(false),
		}},
		[]map[string]any{{
			"type": "value", "min": drawn(u.low), "max": drawn(u.high), "interval": drawn(u.up),
			"axisLabel": upward, "axisLine": axisLine(false), "axisTick": noTick(), "splitLine": gridLine(true),
		}})
}

// The looks of a rule: a line, a dashed line, a name without a line.
const (
	solid = iota
	dashed
	wordsOnly
)

// rule is a vertical line at x with its name; level is the line of the name from the plot up; side puts the name right (1) or left (-1) of the line, 0 where
// there is more room.
func rule(x float64, level, look, side int, color, name string) opts.CustomData {
	return sign(name, color, drawn(x), level, look, side)
}

// post is a vertical line through all rows with its name at its foot (line 0 or 1) or, with head, above the rows.
func post(x float64, look int, head bool, line int, name string) opts.CustomData {
	return sign(name, Ink, drawn(x), look, bit(head), line)
}

func bit(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// sign is one item of a mark.
func sign(name, color string, value ...any) opts.CustomData {
	return opts.CustomData{Name: name, Value: value, ItemStyle: &opts.ItemStyle{Color: color}}
}

func bin(from, to, height float64, color string) opts.CustomData {
	return sign("", color, drawn(from), drawn(to), drawn(height), bit(color == SizeOver))
}

// axis is the end of a value axis that holds v, and the distance of its ticks: at most five, on round numbers.
func axis(v float64) (end, step float64) {
	power := math.Pow(10, math.Floor(math.Log10(math.Max(v, 1)))-1)
	for {
		for _, k := range []float64{1, 2, 2.5, 5} {
			if n := math.Ceil(v / (k * power)); n <= 5 {
				step = k * power
				return step * math.Max(n, 1), step
			}
		}
		power *= 10
	}
}

// tick is a distance between ticks: a multiple of step that leaves at most six of them on the axis.
func tick(right, step float64) float64 {
	for _, k := range []float64{1, 2, 5, 10, 20, 50, 100, 200, 500} {
		if right/(k*step) <= 5.5 {
			return k * step
		}
	}
	return right
}

// textPixels is about how wide a text is drawn, in its own size: Han characters are square, others a little more than half as wide.
func textPixels(text string) float64 {
	width := 0.0
	for _, r := range text {
		if r < 0x2E80 {
			width += .55
			continue
		}
		width++
	}
	return width
}
