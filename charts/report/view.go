package report

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"quarter/charts"
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// view is a page in words: every number in it is written, nothing is left to the templates but order and escaping.
type view struct {
	Lang     string
	Words    words.Lang
	Policy   string
	Title    string
	Marking  string
	Meta     []Line
	Hero     hero
	Headline string
	Say      []Line
	Tiles    []tile
	TileNote string
	AskHint  string // how to ask a number; not on paper
	NoScript string
	Sections []*section
	FootLine string
	Tables   []*table
	Nav      []link
	NavName  string
	Print    string       // the word for printing
	Paper    template.CSS // style made from words: the lines at the head and foot of every printed page, the signs of the sheets

	page    Page
	r       *coverage.Result
	lang    words.Lang
	names   *charts.Namer
	figures []charts.Figure
	ground  *charts.Map // nil where nothing has a place on the ground
	drawn   []*figure   // the same, as they stand in the page
	level   coverage.Level
	general data.Profile // for the titles of the documents that built-in profiles share
	units   []coverage.Unit

	plan     *proposed // nil where the page is about the present alone
	compared bool      // of two runs (ComparePage): no figure has an explanation, no community a sheet
}

// link leads to a section.
type link struct{ ID, Name string }

// section is one part of the page, drawn by the template of its name.
type section struct {
	Template, ID, Class string
	Kicker, Title, Note string
	Hint                string // how to use it on a screen; not on paper
	Figure              *figure
	Map                 *mapView
	Blocks              []block
	Right               []block
	Lines               []Line
	Explained           []*explanation // the answer to "how do you know", of every figure
	Ask                 string         // its head
	Sheets              template.HTML  // of all communities
	Paper               string         // what paper says in place of the section, or of its parts that stand on a screen only
}

// block is a figure, two figures side by side, a table, or the cards of recommended sites.
type block struct {
	Figure *figure
	Pair   []*figure
	Table  *table
	Cards  []card
}

// figure is a chart with the words around its table.
type figure struct {
	charts.Figure
	Behind string
	Body   []figureRow
	More   string        // where the rows are that do not stand behind it
	Half   bool          // stands beside another
	Still  template.HTML // our own drawing
}

// figureRow is a row of the table behind a figure: what it is about, and its cells with the explanations of their numbers.
type figureRow struct {
	Unit  string
	Cells []figureCell
}

type figureCell struct{ Text, How, Part string }

func figureRows(f charts.Figure) []figureRow {
	out := make([]figureRow, len(f.Table)-1)
	for i, row := range f.Table[1:] {
		if len(f.Units) > 0 {
			out[i].Unit = f.Units[i]
		}
		for k, text := range row {
			cell := figureCell{Text: text}
			if k < len(f.Hows) {
				cell.How, cell.Part, _ = strings.Cut(f.Hows[k], ".")
			}
			out[i].Cells = append(out[i].Cells, cell)
		}
	}
	return out
}

func newView(p Page) *view {
	v := &view{Lang: p.Lang.String(), Words: p.Lang, page: p, r: p.Result, lang: p.Lang, names: charts.NewNamer(p.Result, p.Lang), general: data.General()}
	v.plan = newProposed(p)
	v.level, v.units = charts.Breakdown(v.r)
	v.Marking = p.Marking
	v.Meta = v.meta()
	v.front()
	v.AskHint = v.t("answer.ask")
	v.NoScript = v.t("page.noscript")
	v.Sections = slices.Concat([]*section{v.mapSection()}, v.planSections(), []*section{
		v.streetSection(), v.whySection(), v.floorSection(), v.gridSection(), v.peopleSection(),
		v.siteSection(), v.listSection(), v.sheetSection(), v.judgedSection(), v.ruleSection(), v.tableSection(), v.methodSection(),
	})
	v.Sections = slices.DeleteFunc(v.Sections, func(s *section) bool { return s == nil })
	for i, s := range v.Sections {
		s.Kicker = v.t("page.kicker", "n", v.t("page.ordinal."+charts.Count(i+1)), "name", s.Kicker)
		s.Title = cmp.Or(s.Title, s.Kicker)
		if s.online() {
			s.Class, s.Paper = s.Class+" online", v.t("page.annex.paper")
		}
	}
	v.NavName, v.Nav = v.t("page.nav"), v.nav()
	v.FootLine = v.footLine()
	v.Print, v.Paper = v.t("page.print"), v.paper()+v.signs()+v.planStyle()
	return v
}

// front fills what stands above the sections: the answer about the present, or the plan.
func (v *view) front() {
	if v.plan != nil {
		v.Title = cmp.Or(v.page.Title, charts.PlanTitle(v.plan.Plan, v.lang))
		v.Hero, v.Headline, v.Say, v.Tiles, v.TileNote = v.planHero(), v.planHeadline(), v.planSay(), v.planTiles(), v.t("plan.tile.note")
		return
	}
	v.Title = cmp.Or(v.page.Title, charts.ReportTitle(v.r, v.lang))
	v.Hero, v.Headline, v.Say, v.Tiles, v.TileNote = v.hero(), v.headline(), v.say(), v.tiles(), v.tileNote()
}

// online reports whether paper shows no table of a section.
func (s *section) online() bool {
	return len(s.Blocks) > 0 && !slices.ContainsFunc(s.Blocks, func(b block) bool { return b.Table == nil || !b.Table.Cut || !b.Table.Online })
}

// nav leads to every section, in few words.
func (v *view) nav() []link {
	var out []link
	for _, s := range v.Sections {
		out = append(out, link{s.ID, v.t("page.nav." + s.ID)})
	}
	return out
}

func (v *view) t(key string, args ...any) string { return v.lang.T(key, args...) }

// mostBehind is how many rows stand behind a figure: those of a thousand communities stand in their own table as well.
const mostBehind = 200

// figure makes a chart and remembers it for the script.
func (v *view) figure(key string) *figure { return v.keep(charts.Make(key, v.r, v.lang)) }

// keep remembers a chart for the script.
func (v *view) keep(f charts.Figure) *figure {
	v.figures = append(v.figures, f)
	out := &figure{Figure: f, Behind: v.t("page.behind")}
	if len(f.Table) > 0 {
		out.Body = figureRows(f)
		if n := len(out.Body); n > mostBehind {
			out.Body, out.More = out.Body[:mostBehind], v.t("page.behind.more", "shown", charts.Count(mostBehind), "n", charts.Count(n))
		}
	}
	v.drawn = append(v.drawn, out)
	return out
}

// inPairs puts figures side by side. Of those that cannot be drawn for one reason only the first is told.
func inPairs(all ...*figure) []block {
	var kept []*figure
	told := map[string]bool{}
	for _, f := range all {
		if f.Absent == "" || !told[f.Absent] {
			kept = append(kept, f)
		}
		told[f.Absent] = true
	}
	var out []block
	for pair := range slices.Chunk(kept, 2) {
		if len(pair) == 1 {
			out = append(out, block{Figure: pair[0]})
			continue
		}
		for _, f := range pair {
			f.Half = true
		}
		out = append(out, block{Pair: pair})
	}
	return out
}

// Paper shows all rows of a table of up to mostPrinted; of a longer one the first rows, and says so. A table may be Full, or Long.
const (
	mostPrinted  = 30
	firstPrinted = 10
	listPrinted  = 40
)

// table remembers a table, so that its further rows are written.
func (v *view) table(t *table) *table {
	t.Words = v.lang
	t.compact()
	printed := t.shown()
	most, first := mostPrinted, firstPrinted
	if t.Long {
		most, first = listPrinted, listPrinted
	}
	if (t.N > most || t.Online && t.N > first) && !t.Full {
		printed, t.Cut = min(printed, first), true
	}
	if t.N > t.shown() {
		t.More = v.t("page.more", "shown", charts.Count(t.shown()), "n", charts.Count(t.N))
	}
	if t.Cut && t.Online {
		t.Paper = v.t("page.more.online", "name", t.Caption)
	} else if t.N > printed {
		t.Paper = v.t("page.more.paper", "shown", charts.Count(printed), "n", charts.Count(t.N))
	}
	v.Tables = append(v.Tables, t)
	return t
}

func (v *view) meta() []Line {
	out := []Line{{v.t("page.cutoff"), v.cutoff()}}
	if v.plan != nil {
		out = append([]Line{v.planKind()}, out...)
	}
	profile := v.profileName()
	if n := len(v.r.Profile.Overrides); n > 0 {
		profile = v.t(charts.Plural("page.profile.changed", n), "name", profile, "n", n)
	}
	out = append(out, Line{v.t("page.profile"), profile}, Line{v.t("page.scope"), v.scope()})
	if v.page.RunID != "" {
		out = append(out, Line{v.t("page.run"), v.page.RunID})
	}
	if v.page.Version != "" {
		out = append(out, Line{v.t("page.version"), v.page.Version})
	}
	return out
}

func (v *view) cutoff() string {
	if v.page.Cutoff == "" {
		return v.t("page.cutoff.none")
	}
	return charts.Date(v.lang, v.page.Cutoff)
}

// profileName is the profile's name, with the user's own file where there is one.
func (v *view) profileName() string {
	if v.r.Profile.File == "" {
		return v.text(v.r.Profile.Name)
	}
	return v.t("page.profile.file", "name", cmp.Or(v.text(v.r.Profile.Name), v.r.Profile.ID), "file", v.r.Profile.File)
}

// strict is the strict radius in metres, or "" where it says nothing of its own.
func (v *view) strict() string {
	if !v.hasStrict() {
		return ""
	}
	return charts.Radius(v.r, v.r.Circle.StrictRadius.Meters())
}

func (v *view) hasStrict() bool { return charts.HasStrict(v.r) }

// strictColumn and parentColumn are left out where they would repeat the main result, or be empty.
func (v *view) strictColumn() column {
	return number(v.t("page.strict.head", "n", v.strict())).how("coverage_pop_strict").shownIf(v.hasStrict())
}

func (v *view) parentColumn() column {
	return text(v.names.ParentHead()).pick().shownIf(v.level != coverage.LevelCommunity)
}

// scope counts the objects of the run; virtual units are not objects.
func (v *view) scope() string {
	districts, streets := v.real(coverage.LevelDistrict), v.real(coverage.LevelStreet)
	if streets > 0 {
		districts = 0 // the list stays short
	}
	return v.t("page.scope.counts", "districts", charts.Count(districts), "streets", charts.Count(streets), "communities", charts.Count(v.real(coverage.LevelCommunity)),
		"grids", charts.Count(len(v.r.Grids)), "centers", charts.Count(len(v.r.Centers)), "nogrids", given(v.r.City.HasGrids()), "nocenters", given(v.r.City.HasCenters()))
}

// real counts the units of a level that stand in the data.
func (v *view) real(level coverage.Level) int {
	n := 0
	for _, u := range v.r.Level(level) {
		if !u.Virtual {
			n++
		}
	}
	return n
}

// given is the argument of a phrase that stands only where a layer was not provided.
func given(provided bool) string {
	if provided {
		return ""
	}
	return "1"
}

func (v *view) footLine() string {
	line := v.t("page.foot", "cutoff", v.cutoff())
	if v.page.Generated != "" {
		line = v.t("page.foot.made", "line", line, "made", charts.Date(v.lang, v.page.Generated))
	}
	return line
}

// text is a phrase of a profile in the page's language.
func (v *view) text(t data.Text) string {
	if v.lang == words.Chinese {
		return cmp.Or(t.Zh, t.En)
	}
	return cmp.Or(t.En, t.Zh)
}

// people is the word for those who are counted, unit the word after their number.
func (v *view) people() string { return v.t("page.people." + v.r.Basis.Basis.String()) }
func (v *view) unit() string   { return v.t("page.people.unit." + v.r.Basis.Basis.String()) }
func (v *view) circle() string { return charts.CircleName(v.lang, v.r) }

// mark is the outcome of a rule for a unit, or "" where the rule is not about it or not regulated.
func (v *view) mark(u *coverage.Unit, id string) string {
	verdict, ok := u.Verdict(id)
	if !ok {
		return ""
	}
	return markKey[verdict.Outcome]
}
