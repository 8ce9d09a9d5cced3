package report

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"errors"
	"html/template"
	"io"
	"io/fs"

	"quarter/charts"
	"quarter/charts/atlas"
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/coverage/siting"
)

// ErrNoBundle says that this program was built without the page's script, so it cannot write a page.
var ErrNoBundle = errors.New("report: the page script is not built in")

// Page is what one page is made of. Result and Lang are required.
type Page struct {
	Result *coverage.Result
	Lang   words.Lang
	Plan   *siting.Plan // stands in front of the report on the present, which Result must be: Plan.Before; nil: none

	Title     string // of the document; empty: the city's name and the kind of report
	Cutoff    string // data cut-off date, 2006-01-02 or free text; empty: not stated, and the page says so
	Marking   string // 内部资料　注意保存; empty: none
	Version   string // of the program
	Generated string // when the page was made; empty: not printed, so that equal results give equal pages
	RunID     string // 运行编号; empty: none
	Manifest  []Line // further lines of the certificate, in the page's language
}

// Line is one line of the certificate.
type Line struct{ Label, Value string }

//go:embed all:bundle
var bundle embed.FS

//go:embed page
var pageFiles embed.FS

// script returns the page's only script.
func script() ([]byte, error) {
	raw, err := bundle.ReadFile("bundle/quarter.js")
	if err != nil || len(raw) == 0 {
		return nil, ErrNoBundle
	}
	return raw, nil
}

// Write writes the page to w as it is made. It fails with ErrNoBundle before the first byte where the script is missing; any other
// error is one of w.
func Write(w io.Writer, p Page) error {
	js, studio, err := scripts(p.Lang)
	if err != nil {
		return err
	}
	return writeWith(w, p, js, studio)
}

// scripts are those of this build: the page's own, and what draws its stills.
func scripts(lang words.Lang) ([]byte, *studio, error) {
	js, err := script()
	if err != nil {
		return nil, nil, err
	}
	still, err := stillScript()
	if err != nil {
		return nil, nil, err
	}
	studio, err := newStudio(still, lang)
	return js, studio, err
}

// write is Write with a given script and without stills; tests give a short one.
func write(w io.Writer, p Page, js []byte) error { return writeWith(w, p, js, nil) }

func writeWith(w io.Writer, p Page, js []byte, studio *studio) error {
	return writeView(w, newView(p), js, studio)
}

// writeView writes a page that is put into words.
func writeView(w io.Writer, v *view, js []byte, studio *studio) error {
	out := &sink{w: bufio.NewWriterSize(w, 1<<16)}
	v.Policy = policy(js)
	blocks, err := v.prepare(studio)
	if err != nil {
		return err
	}
	out.execute("head", v)
	for _, s := range v.Sections {
		out.execute(s.Template, s)
	}
	out.execute("foot", v)
	for _, block := range blocks {
		out.bytes(block)
	}
	out.text("<script>")
	out.bytes(js)
	out.text("</script>\n</body>\n</html>\n")
	return out.flush()
}

// policy forbids every request and every script but ours. The tooltips need inline style.
func policy(js []byte) string {
	sum := sha256.Sum256(js)
	return "default-src 'none'; script-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'"
}

var templates = template.Must(template.New("page").Funcs(functions).ParseFS(pageFiles, "page/*.html"))

// sink writes the parts of a page and remembers the first error.
type sink struct {
	w   *bufio.Writer
	err error
}

func (s *sink) execute(name string, data any) {
	if s.err == nil {
		s.err = templates.ExecuteTemplate(s.w, name, data)
	}
}

func (s *sink) text(t string) { s.bytes([]byte(t)) }

func (s *sink) bytes(b []byte) {
	if s.err == nil {
		_, s.err = s.w.Write(b)
	}
}

// json writes a value as a block that is read, never run. Marshal writes <, > and & as \u003c …, so the block cannot be left.
func (s *sink) json(id string, v any) {
	s.text(`<script type="application/json" id="` + id + `">`)
	s.value(v)
	s.text("</script>\n")
}

func (s *sink) value(v any) {
	raw, err := json.Marshal(v)
	if s.err == nil {
		s.err = err
	}
	s.bytes(raw)
}

// rest writes the rows of a table that do not stand in the page, row by row.
func (s *sink) rest(t *table) {
	if t.N <= t.shown() {
		return
	}
	s.text(`<script type="application/json" id="` + t.ID + `-rows">[`)
	pack := newPacker(t)
	for i := t.shown(); i < t.N; i++ {
		if i > t.shown() {
			s.text(",\n")
		}
		s.value(pack.pack(i))
	}
	s.text("]</script>\n")
}

func (s *sink) flush() error {
	if s.err != nil {
		return s.err
	}
	return s.w.Flush()
}

// scriptKeys are the texts that the script writes, by their names there; a brace in them is filled by the script.
var scriptKeys = []string{
	"save", "copy", "saved", "copied", "notCopied", "printed", "allOf", "how", "close", "toMethod", "whole", "sheetBack", "sheetNext", "sheetPick", "printSheet", "printSheets",
}

// scriptWords are the words that the script itself writes, and the date of the data.
func scriptWords(p Page) map[string]any {
	lang, marks := p.Lang, map[string][3]string{}
	for o := coverage.NotApplicable; o <= coverage.NotAttained; o++ {
		marks[markKey[o]] = [3]string{markKey[o], lang.T("page.mark." + o.String()), lang.T("outcome." + o.String())}
	}
	out := map[string]any{
		"lang": lang.String(), "date": p.Cutoff, "marks": marks, "find": lang.T("page.find"), "back": lang.T("page.back"), "next": lang.T("page.next"),
		"rows": lang.T("page.rows", "a", "{a}", "b", "{b}", "n", "{n}"),
	}
	parts := map[string]string{}
	for _, part := range figureParts {
		parts[part] = lang.T("how.part." + part)
	}
	out["parts"], out["of"] = parts, lang.T("how.of", "unit", "{unit}", "figure", "{figure}")
	for _, key := range scriptKeys {
		out[key] = lang.T("live.script."+key, "n", "{n}", "name", "{name}", "total", "{total}")
	}
	return out
}

// markKey is how a cell holds an outcome, and the class of its look; a letter, for a page may hold tens of thousands.
var markKey = [...]string{"x", "d", "y", "n"}

// functions are what the templates call.
var functions = template.FuncMap{
	"mark":    func(lang words.Lang, key string) mark { return newMark(lang, key) },
	"title":   newHeading,
	"rich":    rich,
	"pair":    func(lang words.Lang, c cell) cellWords { return cellWords{c, lang} },
	"css":     func() template.CSS { return style },
	"hatches": func() template.HTML { return template.HTML(atlas.SheetHatches()) }, // ours, no data is in it
	"svg":     swatch,
}

// style is our own files in order of their names: no data is in them.
var style = func() template.CSS {
	names, err := fs.Glob(pageFiles, "page/style/*.css")
	if err != nil {
		panic(err) // embedded
	}
	all := []byte(charts.StyleVariables() + atlas.SheetStyle())
	for _, name := range names {
		raw, err := pageFiles.ReadFile(name)
		if err != nil {
			panic(err)
		}
		all = append(all, raw...)
	}
	return template.CSS(all)
}()

// mark is an outcome as a sign with a word.
type mark struct{ Class, Sign, Word string }

func newMark(lang words.Lang, key string) mark {
	for o := coverage.NotApplicable; o <= coverage.NotAttained; o++ {
		if markKey[o] == key {
			return mark{key, lang.T("page.mark." + o.String()), lang.T("outcome." + o.String())}
		}
	}
	return mark{}
}
