package report

import (
	"bufio"
	"bytes"
	"cmp"
	"html/template"
	"slices"
	"strings"

	"quarter/charts"
	"quarter/charts/atlas"
	"quarter/coverage"
)

// A sheet is the page of one community: its map, its figures with their ranks, what it lacks, the centers nearest to it, and room for what
// the community itself writes. All sheets stand in the page inside <noscript id="sheets">: where no script runs they can be read and
// printed; where it runs they are text, of which it shows the sheet that is asked for.

// mostSheets is the most communities that get a sheet: beyond, the page would not open on an office PC.
const mostSheets = 3000

// sheet is the page of one community in words.
type sheet struct {
	Key   string // charts.UnitKey
	Name  string
	Place string // street and code
	Card  string // warning card, with its first reason; or ""
	First bool   // opened where none is asked for
	Map   template.HTML
	Facts []fact
	Lacks []lack
	From  string // head of Near: from where it is measured
	Near  [][]string
	*sheetWords
}

// fact is one of the nine figures. A word in place of a figure has no unit.
type fact struct {
	Label, How, Value, Unit string
	Short                   bool // a standard is missed
	Foot                    []span
}

// lack is one line of what is missing, after the mark of its outcome.
type lack struct {
	Mark string // key of the outcome
	Text []span
}

// sheetWords are the words that all sheets share.
type sheetWords struct {
	NoMap, Write, LacksHead, NoNear string
	Heads                           []string // of the centers nearest to it
}

func (v *view) sheetWords() *sheetWords {
	return &sheetWords{
		NoMap: v.t("sheet.nomap"), Write: v.t("sheet.write"), LacksHead: v.t("sheet.lacks"), NoNear: v.t("sheet.near.none"),
		Heads: []string{v.t("page.col.center"), v.t("page.col.tier"), v.t("sheet.col.distance"), v.t("sheet.col.minutes")},
	}
}

// sheetSection holds the sheets of all communities of the data, in the order of their streets.
func (v *view) sheetSection() *section {
	units := v.sheetUnits()
	if len(units) == 0 {
		return nil
	}
	s := &section{Template: "sheets", ID: "community", Class: "sheetsec", Kicker: v.t("page.section.sheets"), Title: v.t("page.sheets.title")}
	if len(units) > mostSheets {
		s.Note = v.t("page.sheets.toomany", "n", charts.Count(len(units)), "most", charts.Count(mostSheets))
		return s
	}
	s.Sheets = v.drawSheets(units)
	return s
}

// sheetUnits are the communities of the data, street by street.
func (v *view) sheetUnits() []*coverage.Unit {
	var out []*coverage.Unit
	all := v.r.Level(coverage.LevelCommunity)
	for i := range all {
		if !all[i].Virtual {
			out = append(out, &all[i])
		}
	}
	slices.SortStableFunc(out, func(a, b *coverage.Unit) int { return cmp.Compare(a.Parent, b.Parent) })
	return out
}

// drawSheets writes the sheets side by side and joins them in their order.
func (v *view) drawSheets(units []*coverage.Unit) template.HTML {
	maker := v.newSheetMaker(units)
	parts := make([]bytes.Buffer, len(units))
	inParallel(len(units), func(i int) {
		out := sink{w: bufio.NewWriter(&parts[i])}
		out.execute("sheet", maker.sheet(units[i]))
		if err := out.flush(); err != nil {
			panic(err) // our own template, into memory
		}
	})
	size := 0
	for i := range parts {
		size += parts[i].Len()
	}
	var all strings.Builder
	all.Grow(size) // some megabytes
	for i := range parts {
		all.Write(parts[i].Bytes())
	}
	return template.HTML(all.String())
}

// sheetMaker makes the sheets of one page.
type sheetMaker struct {
	*view
	words *sheetWords
	rules []int // of coverage.Rules, that some community is judged by: those of the matrix
	worst *coverage.Unit
	rates []float64 // coverage of all communities that have one, ascending
	gaps  []float64 // shortfalls above zero with a minus, ascending
	maps  *atlas.Sheets
	drawn map[int]int // region of the map by community
}

func (v *view) newSheetMaker(units []*coverage.Unit) *sheetMaker {
	m := &sheetMaker{view: v, words: v.sheetWords(), rules: charts.MatrixRules(v.r), worst: mostSevere(units)}
	for _, u := range units {
		if rate := u.Get("coverage_pop"); rate.Known {
			m.rates = append(m.rates, rate.V)
		}
		if u.Floor.Evaluated > 0 && u.Floor.Gap > 0 {
			m.gaps = append(m.gaps, -u.Floor.Gap)
		}
	}
	slices.Sort(m.rates)
	slices.Sort(m.gaps)
	if v.ground != nil && v.ground.Kind == "communities" {
		m.maps, m.drawn = atlas.NewSheets(v.ground), map[int]int{}
		for region, community := range v.ground.Unit {
			m.drawn[community] = region
		}
	}
	return m
}

// sheetMapWidth is the width in pixels for which the map of a sheet is drawn.
const sheetMapWidth = 470

// sheetMap is the map of a community, or "" where it has no outline.
func (m *sheetMaker) sheetMap(u *coverage.Unit) template.HTML {
	region, ok := m.drawn[u.Index]
	if !ok {
		return ""
	}
	key := charts.UnitKey(u)
	return template.HTML(m.maps.Draw(region, sheetMapWidth, key, m.t("sheet.alt", "name", m.names.Name(u)))) // made by us, names in it are escaped
}

// mostSevere is the unit with the worst warning card; the first one where no card is red or yellow.
func mostSevere(units []*coverage.Unit) *coverage.Unit {
	worst := units[0]
	for _, u := range units[1:] {
		if warned(u) && (!warned(worst) || moreSevere(u, worst) < 0) {
			worst = u
		}
	}
	return worst
}

func warned(u *coverage.Unit) bool {
	return u.Card.Color == coverage.CardRed || u.Card.Color == coverage.CardYellow
}

func (m *sheetMaker) sheet(u *coverage.Unit) *sheet {
	s := &sheet{
		Key: charts.UnitKey(u), Name: m.names.Name(u), Place: m.t("sheet.place", "parent", m.names.Parent(u), "code", u.Code), Card: m.card(u), First: u == m.worst,
		Map: m.sheetMap(u), Facts: m.facts(u), Lacks: m.lacks(u), From: m.nearHead(u), sheetWords: m.words,
	}
	for _, n := range u.Near {
		s.Near = append(s.Near, m.near(n))
	}
	return s
}

// card is the warning card of a community, with its first reason where it warns.
func (m *sheetMaker) card(u *coverage.Unit) string {
	if u.Card.Color == coverage.CardNone {
		return ""
	}
	card := m.t("page.card." + u.Card.Color.String())
	if !warned(u) {
		return card
	}
	return m.t("sheet.card", "card", card, "reason", m.problem(shortfall{u, u.Verdicts[u.Card.Reasons[0]]}))
}

// nearHead says from where the nearest centers are measured: where nobody is counted it is the middle of the ground (see coverage.Unit).
func (m *sheetMaker) nearHead(u *coverage.Unit) string {
	if u.People.Total > 0 {
		return m.t(charts.OfBasis(m.r, "sheet.near"))
	}
	return m.t("sheet.near.middle")
}

// near is the row of one of the nearest centers: name, level, straight metres, walking minutes.
func (m *sheetMaker) near(n coverage.Near) []string {
	tier := m.t("sheet.tier." + m.r.City.Centers[n.Center].Tier.String())
	return []string{m.names.Center(n.Center), tier, charts.Meters(n.Distance), charts.Minutes(m.r.Circle.WalkMinutes(n.Distance))}
}

// rank is the place of a value in an ascending list: those that tie share it.
func rankIn(ascending []float64, v float64) int {
	at, _ := slices.BinarySearch(ascending, v)
	return at + 1
}
