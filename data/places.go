package data

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// This file is about the files that people write by hand, rule profiles and project files: where each word of one stands, so that what
// is wrong in it is told with its line.

// maxWritten is the most that such a file may hold, bytes. The longest built-in profile has about 30 kB.
const maxWritten = 1 << 20

// places knows in which line of a file each word stands, by its path: rules/COV-01/values/radius/value.
type places struct {
	file  string
	kind  string            // profile or project: what the keys of the faults begin with
	words map[string]string // the words that each part of the file knows, by the name of its Go type
	empty bool              // a file of comments only is right
	lines map[string]int
}

// readWritten takes a whole file; one that is too large is a fault.
func (at places) readWritten(r io.Reader) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxWritten+1))
	if err != nil {
		return nil, err
	}
	if len(raw) > maxWritten {
		return nil, &Fault{Key: at.kind + "_size", Severity: Refused, File: at.file}
	}
	return raw, nil
}

// parse reads the text into a value that holds all words of the file, and notes the line of everything.
func (at *places) parse(raw []byte, into any) error {
	at.lines = map[string]int{}
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	var root yaml.Node
	if err := yaml.Unmarshal(raw, &root); err != nil {
		return at.syntax(err, raw)
	}
	at.walk(&root, "")
	dec := yaml.NewDecoder(bytes.NewReader(raw))
	dec.KnownFields(true)
	err := dec.Decode(into)
	if err == nil || at.empty && errors.Is(err, io.EOF) {
		return nil
	}
	return at.syntax(err, raw)
}

func (at places) walk(n *yaml.Node, path string) {
	switch n.Kind {
	case yaml.DocumentNode:
		for _, c := range n.Content {
			at.walk(c, path)
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := strings.TrimPrefix(path+"/"+n.Content[i].Value, "/")
			at.lines[key] = n.Content[i].Line
			at.walk(n.Content[i+1], key)
		}
	}
}

// line returns the line of a path, or of the nearest word above it.
func (at places) line(path string) int {
	for ; path != ""; path = path[:max(0, strings.LastIndexByte(path, '/'))] {
		if l, ok := at.lines[path]; ok {
			return l
		}
	}
	return 0
}

func (at places) fault(key, path, id, value string, args ...string) *Fault {
	f := &Fault{Key: key, Severity: Refused, File: at.file, Feature: at.line(path), ID: id, Column: path[strings.LastIndexByte(path, '/')+1:], Value: value, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		f.Args[args[i]] = args[i+1]
	}
	return f
}

var (
	yamlLine  = regexp.MustCompile(`line (\d+): (.*)`)
	yamlWord  = regexp.MustCompile(`^field (.+) not found in type data\.(\w+)$`)
	yamlTwice = regexp.MustCompile(`^mapping key "(.*)" already defined at line (\d+)$`)
	yamlWrong = regexp.MustCompile("^cannot unmarshal !!\\w+ `(.*)` into (?:float64|int)$")
	yamlTab   = regexp.MustCompile(`^ *\t`)
	yamlColon = regexp.MustCompile(`^\s*[\p{L}\p{N}_.-]+(?:：|:[^\s:])`) // a full-width colon, or no blank after the colon
)

// syntax makes a fault of an error of the YAML reader, which names the line: "line 3: field sped not found in type data.Limit".
func (at places) syntax(err error, raw []byte) *Fault {
	text, typed := err.Error(), (*yaml.TypeError)(nil)
	if errors.As(err, &typed) && len(typed.Errors) > 0 {
		text = typed.Errors[0]
	}
	f := &Fault{Key: at.kind + "_syntax", Severity: Refused, File: at.file}
	m := yamlLine.FindStringSubmatch(text)
	if m == nil {
		f.blame(raw, false)
		return f
	}
	f.Feature, _ = strconv.Atoi(m[1])
	if w := yamlWord.FindStringSubmatch(m[2]); w != nil && !yamlColon.MatchString(w[1]) {
		f.Key, f.Column, f.Args = at.kind+"_word", w[1], map[string]string{"known": at.words[w[2]]}
	} else if w := yamlWrong.FindStringSubmatch(m[2]); w != nil {
		f.Key, f.Column, f.Value = at.kind+"_value", "value", w[1]
	} else if w := yamlTwice.FindStringSubmatch(m[2]); w != nil {
		f.Column, f.Args = w[1], map[string]string{"what": "twice", "first": w[2]}
	} else {
		f.blame(raw, typed != nil)
	}
	return f
}

// blame finds the line that a person wrote wrong, which may stand before the one where the reader gave up, and what is wrong in it
// ("fault.yaml."+what in charts/words). Where the text is YAML but not ours (typed), it is the reader's line.
func (f *Fault) blame(raw []byte, typed bool) {
	if !utf8.Valid(raw) {
		f.Args = map[string]string{"what": "encoding"}
		return
	}
	what := "other"
	if typed {
		what = "kind"
	}
	lines := strings.Split(string(raw), "\n")
	for i, line := range lines {
		if typed && i+1 != f.Feature {
			continue
		}
		switch {
		case yamlTab.MatchString(line):
			what = "tab"
		case yamlColon.MatchString(line):
			what = "colon"
		default:
			continue
		}
		f.Feature = i + 1
		break
	}
	f.Args = map[string]string{"what": what}
	if f.Feature > 0 && f.Feature <= len(lines) {
		f.Value = shortLine(lines[f.Feature-1])
	}
}

// shortLine is enough of a line to know it by.
func shortLine(s string) string {
	all := []rune(strings.TrimSpace(s))
	if len(all) > 40 {
		return string(all[:40]) + "…"
	}
	return string(all)
}
