package data

import (
	"io"
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Setting is one value that a project file gives: the same as --Name=Value on the command line. A list gives one Setting for each item.
type Setting struct {
	Name  string // of a layer ("grids"), of "column", or of an option ("radius")
	Value string // as written; of a column "grids.households=户数"
	Line  int    // 1-based
}

// Project is a project file: the files of a run and the options that it is analyzed with. Paths in it are relative to its folder.
type Project struct {
	File     string // base name
	Settings []Setting
}

// projectFile are the words of a project file.
type projectFile struct {
	Title   *written            `yaml:"title"`
	Cutoff  *written            `yaml:"cutoff"`
	Marking *written            `yaml:"marking"`
	Lang    *written            `yaml:"lang"`
	Out     *written            `yaml:"out"`
	Inputs  map[Layer]writtens  `yaml:"inputs"`
	Columns map[string]*written `yaml:"columns"`
	Options map[string]writtens `yaml:"options"`
}

// written is one text of a file, with its line.
type written struct {
	text string
	line int
}

// UnmarshalYAML takes a text, a number, a date or a switch as it is written.
func (w *written) UnmarshalYAML(n *yaml.Node) error {
	w.line = n.Line
	return n.Decode(&w.text)
}

// writtens is one text, or a list of them.
type writtens []*written

// UnmarshalYAML takes a single text for a list of one.
func (w *writtens) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.SequenceNode {
		return n.Decode((*[]*written)(w))
	}
	*w = writtens{new(written)}
	return n.Decode((*w)[0])
}

// ReadProject reads a project file; name is its base name. options are the names that may stand under "options". What is wrong in the file
// is returned as a *Fault with the line: project_syntax, project_size, or project_word for a word that project files do not have.
func ReadProject(r io.Reader, name string, options []string) (Project, error) {
	at := places{file: name, kind: "project", empty: true, words: map[string]string{
		"projectFile": "title, cutoff, marking, lang, out, inputs, columns, options",
	}}
	raw, err := at.readWritten(r)
	if err != nil {
		return Project{}, err
	}
	var file projectFile
	if err := at.parse(raw, &file); err != nil {
		return Project{}, err
	}
	if err := file.check(at, options); err != nil {
		return Project{}, err
	}
	return Project{File: name, Settings: file.settings()}, nil
}

// check finds layers and options that do not exist.
func (f *projectFile) check(at places, options []string) error {
	for _, layer := range slices.Sorted(maps.Keys(f.Inputs)) {
		if !slices.Contains(Layers, layer) {
			return at.fault("project_word", "inputs/"+string(layer), "", "", "known", strings.Join(layerNames(), ", "))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(f.Options)) {
		if !slices.Contains(options, name) {
			return at.fault("project_word", "options/"+name, "", "", "known", strings.Join(options, ", "))
		}
	}
	return nil
}

func layerNames() []string {
	var names []string
	for _, l := range Layers {
		names = append(names, string(l))
	}
	return names
}

// settings lists what the file gives; a word without a value gives nothing.
func (f *projectFile) settings() []Setting {
	var out []Setting
	add := func(name, prefix string, w *written) {
		if w != nil && w.text != "" {
			out = append(out, Setting{name, prefix + w.text, w.line})
		}
	}
	add("title", "", f.Title)
	add("cutoff", "", f.Cutoff)
	add("marking", "", f.Marking)
	add("lang", "", f.Lang)
	add("out", "", f.Out)
	for _, layer := range Layers {
		for _, w := range f.Inputs[layer] {
			add(string(layer), "", w)
		}
	}
	for _, place := range slices.Sorted(maps.Keys(f.Columns)) {
		add("column", place+"=", f.Columns[place])
	}
	for _, name := range slices.Sorted(maps.Keys(f.Options)) {
		for _, w := range f.Options[name] {
			add(name, "", w)
		}
	}
	return out
}
