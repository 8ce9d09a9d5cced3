package charts

import (
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

// mark adds signs that the page's script draws: bins, rules, ticks, brackets.
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
	"bins":     {"x": []any{0, 1}, "y": 2},
	"rules":    {"x": 0, "y": []any{}},
	"ticks":    {"x": 0, "y": 1},
	"brackets": {"x": []any{0, 1}, "y": []any{}},
	"curve":    {"x": 0, "y": 1},
	"rings":    {"x": 0, "y": 1},
	"strips":   {"x": []any{0, 1}, "y": []any{}},
	"levels":   {"x": []any{}, "y": 0},
	"spans":    {"x": []any{0, 1}, "y": 2},
	"dots":     {"x": 0, "y": 1},
	"cells":    {"x": 0, "y": 1},
	"shares":   {"x": 0, "y": 1},
	"heads":    {"x": []any{}, "y": 0},
}

// pointed are the marks that show a tooltip.
var pointed = map[string]bool{"bins": true, "curve": true, "spans": true, "dots": true, "cells": true, "shares": true}

func (p *plot) option(grid map[string]any, x, y []map[string]any) map[string]any {
	for len(p.chart.YAxisList) < len(y) {
		p.chart.ExtendYAxis(opts.YAxis{})
	}
	return option(p.chart, map[string]any{"grid": grid, "xAxis": x, "yAxis": y, "series": p.extra})
}

// ranked is the option of horizontal bars in rows: names at the left, written values at the right, a value axis above from 0 to end with a tick every step.
func (p *plot) ranked(names, values []string, end, step float64) map[string]any {
	return p.placed(names, values, scale{to: end, step: step, side: "top"}, 38)
}

// scale is a value axis at the top or the bottom.
type scale struct {
	from, to, step float64
	side           string
}

// placed is ranked on any value axis, with room above the plot, px, for the names of rules. A name may have a second line.
func (p *plot) placed(names, values []string, on scale, room int) map[string]any {
	label := axisLabel()
	merge(label, map[string]any{"color": Ink, "fontSize": 13, "width": nameRoom[1], "overflow": "truncate", "interval": 0, "hideOverlap": false, "align": "right", "margin": 12})
	if slices.ContainsFunc(names, func(name string) bool { return strings.Contains(name, "\n") }) {
		label["lineHeight"] = 17 // a label with a height of lines takes its whole width
	}
	value := axisLabel()
	merge(value, map[string]any{"color": Ink, "fontSize": 13, "fontWeight": "bold", "interval": 0, "hideOverlap": false, "align": "left", "margin": 12})
	ticks := axisLabel()
	merge(ticks, map[string]any{"formatter": named("thousands"), "color": Ink3})
	return p.option(
		map[string]any{"left": 0, "right": 4, "top": room, "bottom": 2, "outerBoundsMode": "same", "outerBoundsContain": "axisLabel"},
		[]map[string]any{{
			"type": "value", "position": on.side, "min": drawn(on.from), "max": drawn(on.to), "interval": drawn(on.step),
			"axisLabel": ticks, "axisLine": axisLine(false), "axisTick": noTick(), "splitLine": gridLine(true),
		}},
		[]map[string]any{
			{"type": "category", "inverse": true, "data": names, "axisLabel": label, "axisLine": axisLine(true), "axisTick": noTick(), "splitLine": gridLine(false)},
			{"type": "category", "inverse": true, "data": values, "position": "right", "axisLabel": value, "axisLine": axisLine(false), "axisTick": noTick(), "splitLine": gridLine(false)},
		})
}

// crossed is an option of two category axes: heads of columns turned upwards above, names of rows at the left.
func (p *plot) crossed(heads, names []string) map[string]any {
	head := axisLabel()
	merge(head, map[string]any{"color": Ink2, "rotate": 90, "width": mostHead, "overflow": "truncate", "interval": 0, "hideOverlap": false, "margin": 8})
	label := axisLabel()
	merge(label, map[string]any{"color": Ink, "fontSize": 13, "width": nameRoom[1], "overflow": "truncate", "interval": 0, "hideOverlap": false, "align": "right", "margin": 12})
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
		longest = max(longest, textPixels(h)*sizeAxis/13.5)
	}
	return int(min(longest, mostHead)) + 12
}

// nameRoom is the room for the names of rows, px: on a phone, and on anything wider.
var nameRoom = []int{112, 236}

// drawn is a value as a figure holds it: 1e-4 of its unit is far below a pixel, and the same on every processor.
func drawn(v float64) float64 { return math.Round(v*1e4) / 1e4 }

// rowHeight is the height of one ranked row, px.
const rowHeight = 27

// binned is the option of a histogram: bars on a value axis from 0 to right with a tick every step, counts up to most upwards.
func (p *plot) binned(right, step, most float64, xName string) map[string]any {
	return p.upright(right, step, most, xName, false) // the last bar is open: its end is no value
}

// upright is an option of two value axes, both from 0; closed says that right is a value of its own.
func (p *plot) upright(right, step, most float64, xName string, closed bool) map[string]any {
	top, up := axis(most)
	label := func() map[string]any {
		l := axisLabel()
		merge(l, map[string]any{"formatter": named("thousands"), "color": Ink3})
		return l
	}
	name := map[string]any{"color": Ink3, "fontSize": sizeAxis}
	xLabel := label()
	if !closed {
		xLabel["showMaxLabel"] = false
	}
	return p.option(
		map[string]any{"left": 0, "right": 14, "top": 64, "bottom": 30, "outerBoundsMode": "same", "outerBoundsContain": "axisLabel"},
		[]map[string]any{{
			"type": "value", "min": 0, "max": drawn(right), "interval": drawn(step), "name": xName, "nameLocation": "middle", "nameGap": 32, "nameTextStyle": name,
			"axisLabel": xLabel, "axisLine": axisLine(true), "axisTick": noTick(), "splitLine": gridLine(false),
		}},
		[]map[string]any{{
			"type": "value", "min": 0, "max": top, "interval": up,
			"axisLabel": label(), "axisLine": axisLine(false), "axisTick": noTick(), "splitLine": gridLine(true),
		}})
}

// rule is a vertical line at x with its name; level 0 to 2 is the row of the name above the plot, dashed a second standard.
func rule(x float64, level int, dashed bool, color, name string) opts.CustomData {
	dash := 0
	if dashed {
		dash = 1
	}
	return opts.CustomData{Name: name, Value: []any{drawn(x), level, dash}, ItemStyle: &opts.ItemStyle{Color: color}}
}

func bin(from, to, height float64, color string) opts.CustomData {
	return opts.CustomData{Value: []any{drawn(from), drawn(to), drawn(height)}, ItemStyle: &opts.ItemStyle{Color: color}}
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

// tick is a distance between ticks: a multiple of step that leaves at most eleven of them on the axis.
func tick(right, step float64) float64 {
	for _, k := range []float64{1, 2, 5, 10, 20, 50, 100, 200, 500} {
		if right/(k*step) <= 11 {
			return k * step
		}
	}
	return right
}
