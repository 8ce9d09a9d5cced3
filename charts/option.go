package charts

import (
	"encoding/json"

	gocharts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/types"
)

// chart is what every go-echarts chart can do.
type chart interface {
	Validate()
	JSON() map[string]any
	Accept(gocharts.ConfigurationVisitor)
}

// option turns a go-echarts chart into plain JSON values: the theme is laid under it, extra over it.
func option(c chart, extra map[string]any) map[string]any {
	c.Validate()
	c.Accept(finish{extra: extra})
	return c.JSON()
}

// finish completes an option after go-echarts has settled it: it drops what go-echarts adds unasked, and adds what it has no field
// for.
type finish struct {
	gocharts.BaseConfigurationVisitor
	extra map[string]any
}

// Visit rewrites the whole option in place.
func (f finish) Visit(option map[string]any) {
	for _, unasked := range []string{"title", "legend", "toolbox", "color"} {
		delete(option, unasked)
	}
	for k, v := range option {
		option[k] = plain(v)
	}
	merge(option, common())
	merge(option, f.extra)
}

// common is what all options say; how everything looks is the theme of the page's script.
func common() map[string]any {
	return map[string]any{"animation": nil, "tooltip": map[string]any{"show": true, "trigger": "item", "formatter": "@tip"}}
}

// plain is a value as JSON knows it: maps, slices, strings, numbers.
func plain(v any) any {
	raw, err := json.Marshal(v)
	if err != nil {
		panic(err) // options hold no cycles, channels or NaN
	}
	var out any
	if err := json.Unmarshal(raw, &out); err != nil {
		panic(err)
	}
	return out
}

// merge lays src over dst: maps join, lists of maps join item by item, everything else is replaced. A nil deletes the key.
func merge(dst, src map[string]any) {
	for k, v := range src {
		if v == nil {
			delete(dst, k)
			continue
		}
		dst[k] = merged(dst[k], v)
	}
}

func merged(dst, src any) any {
	switch s := src.(type) {
	case map[string]any:
		d, ok := dst.(map[string]any)
		if !ok {
			d = map[string]any{}
		}
		merge(d, s)
		return d
	case []map[string]any:
		return mergedList(dst, s)
	}
	return src
}

func mergedList(dst any, src []map[string]any) any {
	old, _ := dst.([]any)
	out := make([]any, max(len(old), len(src)))
	copy(out, old)
	for i, s := range src {
		out[i] = merged(out[i], s)
	}
	return out
}

// named marks a function that the page's script knows, such as "@thousands".
func named(name string) types.FuncStr { return types.FuncStr("@" + name) }
