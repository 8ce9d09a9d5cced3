package cmd

import (
	"encoding/json"
	"io"
	"strconv"
	"strings"
)

// jsonLevel is an object or a list that the reader stands in.
type jsonLevel struct {
	list  bool
	index int    // of the last value of a list
	key   string // of the last member of an object
	named bool   // the key was read, its value was not
}

// take notes the next token of a level: a key, or the beginning of a value.
func (l *jsonLevel) take(t json.Token) {
	switch key, isText := t.(string); {
	case l.list:
		l.index++
	case !l.named && isText:
		l.key, l.named = key, true
	default:
		l.named = false
	}
}

func (l *jsonLevel) String() string {
	if l.list {
		return "[" + strconv.Itoa(max(0, l.index)) + "]"
	}
	return "." + l.key
}

// jsonPlace names the value at an offset of a JSON text: units[3].metrics.coverage_pop. Of a broken text it names the last one that can be read.
func jsonPlace(r io.Reader, offset int64) string {
	d := json.NewDecoder(r)
	d.UseNumber()
	var levels []*jsonLevel
	for {
		t, err := d.Token()
		if err != nil {
			break
		}
		switch t {
		case json.Delim('}'), json.Delim(']'):
			if d.InputOffset() > offset {
				return joinLevels(levels)
			}
			levels = levels[:len(levels)-1]
			continue
		}
		if n := len(levels); n > 0 {
			levels[n-1].take(t)
		}
		if d.InputOffset() > offset {
			break
		}
		if open, ok := t.(json.Delim); ok {
			levels = append(levels, &jsonLevel{list: open == '[', index: -1})
		}
	}
	return joinLevels(levels)
}

func joinLevels(levels []*jsonLevel) string {
	var b strings.Builder
	for _, l := range levels {
		b.WriteString(l.String())
	}
	return strings.TrimSuffix(strings.TrimPrefix(b.String(), "."), ".")
}
