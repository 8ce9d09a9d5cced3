package cmd

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestJSONPlace(t *testing.T) {
	text := `{"a": [1, {"b": "x", "c": []}], "d": {"e": null}, "f": "}{"}`
	for at, want := range map[string]string{
		`1,`: "a[0]", `"b"`: "a[1].b", `"x"`: "a[1].b", `[]}`: "a[1].c", `null`: "d.e", `"}{"`: "f", `"d"`: "d",
	} {
		if got := jsonPlace(strings.NewReader(text), int64(strings.Index(text, at))); got != want {
			t.Errorf("at %s: %s, want %s", at, got, want)
		}
	}
	for _, broken := range []string{"", "{", `{"a": [1, `, `{"a": x}`, "]"} {
		jsonPlace(strings.NewReader(broken), 100)
	}
}

// In any document, a number that differs is found where it stands.
func TestFirstDifferenceInJSON(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		doc := map[string]any{"z": drawJSON(rt, 3)}
		var leaves []leaf
		findLeaves(doc, "", &leaves)
		if len(leaves) == 0 {
			return
		}
		chosen := leaves[rapid.IntRange(0, len(leaves)-1).Draw(rt, "leaf")]
		before := marshalled(t, doc)
		chosen.set(7)
		after := marshalled(t, doc)
		offset, line, err := firstDifference(bytes.NewReader(before), bytes.NewReader(after))
		if err != nil || line != 1+bytes.Count(before[:offset], []byte("\n")) {
			rt.Fatalf("offset %d, line %d, %v", offset, line, err)
		}
		for _, text := range [][]byte{before, after} {
			if got := jsonPlace(bytes.NewReader(text), offset); got != chosen.path {
				rt.Fatalf("%s, want %s in %s", got, chosen.path, text)
			}
		}
		if _, line, _ := firstDifference(bytes.NewReader(after), bytes.NewReader(after)); line != 0 {
			rt.Fatal("a text differs from itself")
		}
	})
}

func marshalled(t *testing.T, v any) []byte {
	t.Helper()
	raw, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// drawJSON makes a document of numbers below 7.
func drawJSON(rt *rapid.T, depth int) any {
	switch kind := rapid.IntRange(0, 2).Draw(rt, "kind"); {
	case depth == 0 || kind == 0:
		return rapid.IntRange(0, 6).Draw(rt, "number")
	case kind == 1:
		list := make([]any, rapid.IntRange(0, 3).Draw(rt, "items"))
		for i := range list {
			list[i] = drawJSON(rt, depth-1)
		}
		return list
	}
	object := map[string]any{}
	for i := range rapid.IntRange(0, 3).Draw(rt, "members") {
		object[fmt.Sprintf("k%d", i)] = drawJSON(rt, depth-1)
	}
	return object
}

// leaf is a number of a document, with what changes it.
type leaf struct {
	path string
	set  func(int)
}

func findLeaves(v any, path string, out *[]leaf) {
	each := func(path string, item any, set func(int)) {
		if _, number := item.(int); number {
			*out = append(*out, leaf{strings.TrimPrefix(path, "."), set})
			return
		}
		findLeaves(item, path, out)
	}
	switch v := v.(type) {
	case map[string]any:
		for k, item := range v {
			each(path+"."+k, item, func(n int) { v[k] = n })
		}
	case []any:
		for i, item := range v {
			each(fmt.Sprintf("%s[%d]", path, i), item, func(n int) { v[i] = n })
		}
	}
}
