package report

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"quarter/charts"
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

func hasWord(key string) bool { return words.Has(key) }

// methodSection is 口径说明 and the certificate: how every number came about, what was left out, which identities were checked.
func (v *view) methodSection() *section {
	s := &section{
		Template: "method", ID: "method", Class: "break", Kicker: v.t("page.section.method"), Title: v.t("page.method.title"), Lines: v.method(),
		Explained: v.explanations(), Ask: v.t("how.ask"), Paper: v.t("how.paper", "section", v.t("page.section.rules")),
	}
	if len(v.r.City.Sources) > 0 {
		s.Right = append(s.Right, block{Table: v.table(v.layerTable())})
	}
	s.Right = append(s.Right, block{Table: v.table(v.checkTable())})
	if len(v.r.Centers) > 0 {
		s.Right = append(s.Right, block{Table: v.table(v.useTable())})
	}
	if len(v.r.City.Sources) > 0 {
		s.Blocks = append(s.Blocks, block{Table: v.table(v.sourceTable())})
	}
	if len(v.r.City.Faults) > 0 {
		s.Blocks = append(s.Blocks, block{Table: v.table(v.faultTable())})
	}
	return s
}

// method are the items of the caliber page.
func (v *view) method() []Line {
	c := v.r.Circle
	walk := map[bool]string{true: "page.method.circle.walk", false: "page.method.circle.radius"}[c.FromWalking]
	out := append(v.planMethod(), []Line{
		{v.t("page.profile"), v.profileText()},
		{v.t("page.method.circle"), v.t(walk, "radius", charts.Radius(v.r, c.Radius.Meters()), "minutes", minutes(c.Minutes),
			"speed", charts.Plain(c.Speed), "detour", charts.Plain(c.Detour), "strict", v.strict())},
		{v.t("page.method.distance"), v.t("page.method.distance.text", "people", v.people())},
		{v.t(charts.OfBasis(v.r, "page.method.people")), v.peopleText()},
		{v.t("page.method.centers"), v.centersText()},
		{v.t("page.method.floor"), v.t("page.method.floor.text")},
		{v.t("page.method.outcomes"), v.t("page.method.outcomes.text")},
		{v.t("page.method.sums"), v.t("page.method.sums.text")},
		{v.t("page.method.crs"), v.t("page.method.crs.text")},
		{v.t("page.method.conventions"), v.t("page.method.conventions.text") + "\n" + v.conventions()},
		{v.t("page.method.unsaid"), v.unsaidText()},
		{v.t("page.method.left"), v.leftOut()},
		{v.t("page.cutoff"), v.cutoff()},
		{v.t("page.version"), cmp.Or(v.page.Version, v.t("page.none"))},
	}...)
	return append(out, v.page.Manifest...)
}

// minutes writes a walk: whole minutes as they are, any other with a decimal.
func minutes(m float64) string {
	if whole := math.Round(m); charts.Reached(m, whole) && charts.Reached(whole, m) {
		return charts.Decimal(whole, 0)
	}
	return charts.Decimal(m, 1, math.Floor(m), math.Ceil(m))
}

func (v *view) profileText() string {
	lines := []string{v.profileName()}
	for _, o := range v.r.Profile.Overrides {
		lines = append(lines, v.t("page.method.override", "rule", v.ruleName(o.Rule), "name", v.limitName(o.Rule, o.Value),
			"from", v.limitValue(o.From, v.limitUnit(o.Value, o.Unit)), "to", v.limitValue(o.To, v.limitUnit(o.Value, o.Unit)), "by", o.By))
	}
	if len(lines) == 1 {
		lines = append(lines, v.t("page.method.override.none"))
	}
	return strings.Join(lines, "\n")
}

func (v *view) peopleText() string {
	b := v.r.Basis
	basis := v.t("basis." + b.Basis.String())
	lines := []string{v.t(charts.OfBasis(v.r, "page.method.people.basis"), "basis", basis)}
	if b.Label != "" && b.Label != basis {
		lines = []string{v.t(charts.OfBasis(v.r, "page.method.people.label"), "basis", basis, "label", b.Label)}
	}
	lines = append(lines, v.t("page.method.people.level", "count", v.countWord(), "grid", charts.Count(b.ByGrid), "community", charts.Count(b.ByCommunity), "estimated", charts.Count(b.Estimated), "missing", charts.Count(b.Missing)))
	if names := v.estimated(); names != "" {
		lines = append(lines, v.t("page.method.people.estimated", "names", names))
	}
	if b.Points {
		lines = append(lines, v.t("page.method.people.points"))
	}
	return strings.Join(lines, "\n")
}

// estimated are the communities whose people were spread evenly because some grid has no count.
func (v *view) estimated() string {
	var out []string
	communities := v.r.Level(coverage.LevelCommunity)
	for i := range communities {
		if communities[i].Demand == coverage.DemandEstimated {
			out = append(out, v.names.Distinct(&communities[i]))
		}
	}
	return strings.Join(out, v.t("page.comma"))
}

func (v *view) centersText() string {
	var tiers []string
	for _, t := range v.r.Options.Tiers {
		tiers = append(tiers, v.t("tier."+t.String()))
	}
	unknown := "page.method.centers.unknown.count"
	if v.r.Options.ExcludeUnknown {
		unknown = "page.method.centers.unknown.exclude"
	}
	return v.t("page.method.centers.text", "tiers", cmp.Or(strings.Join(tiers, v.t("page.comma")), v.t("page.method.centers.all"))) + v.t(unknown) + v.t("page.method.centers.edge")
}

func (v *view) unsaidText() string {
	var out []string
	for _, u := range v.r.Unsaid {
		out = append(out, v.t(charts.Plural(charts.OfBasis(v.r, "unsaid."+u.Key), u.Count), "count", charts.Count(u.Count)))
	}
	return cmp.Or(strings.Join(out, "\n"), v.t("page.none"))
}

// leftOut are the objects that were read but do not count, with the reasons.
func (v *view) leftOut() string {
	out := v.leftCenters()
	for _, layer := range []data.Layer{data.LayerDistricts, data.LayerStreets, data.LayerCommunities, data.LayerGrids} {
		out = append(out, v.refused(layer)...)
	}
	return cmp.Or(strings.Join(out, "\n"), v.t("page.none"))
}

// checkTable shows the identities with both sides.
func (v *view) checkTable() *table {
	rows := make([][]string, len(v.r.Checks))
	for i, c := range v.r.Checks {
		outcome := coverage.Attained
		if math.Abs(c.Left-c.Right) > c.Tolerance {
			outcome = coverage.NotAttained
		}
		rows[i] = []string{v.t(charts.OfBasis(v.r, "check."+c.Key)), v.t("page.check.sides", "a", side(c.Left), "b", side(c.Right)), markKey[outcome]}
	}
	t := listed("table-checks", []column{long(v.t("page.col.check")), number(v.t("page.col.sides")), marks("")}, rows)
	t.Caption, t.Note = v.t("page.checks"), v.t("page.checks.note")
	return t
}

// side is one side of an identity: whole numbers as such, others with three decimals.
func side(n float64) string {
	if n == math.Trunc(n) {
		return charts.Decimal(n, 0)
	}
	return charts.Decimal(n, 3)
}

// useTable counts the centers by what became of them.
func (v *view) useTable() *table {
	uses := v.uses()
	rows := make([][]string, len(uses))
	for i, use := range uses {
		rows[i] = []string{use.text, charts.Count(use.n)}
	}
	t := listed("table-uses", []column{text(v.t("page.col.use")), number(v.t("page.col.count"))}, rows)
	t.Caption = v.t("page.uses")
	t.Sum = []string{v.t("page.sum"), charts.Count(len(v.r.Centers))}
	return t
}

// layerTable is the certificate: of each layer what was read, what became of it, and what was wrong with it.
func (v *view) layerTable() *table {
	var rows [][]string
	for _, layer := range v.layers() {
		read, used, refused := 0, 0, 0
		for i := range v.r.City.Sources {
			if s := &v.r.City.Sources[i]; s.Layer == layer {
				read, used, refused = read+s.Read, used+s.Used, refused+s.Refused
			}
		}
		rows = append(rows, []string{v.t("layer." + string(layer)), charts.Count(read), charts.Count(used), charts.Count(refused), v.layerRemark(layer)})
	}
	t := listed("table-certificate", []column{
		text(v.t("page.col.layer")), number(v.t("page.col.read")), number(v.t("page.col.used")), number(v.t("page.col.refused")), long(v.t("page.col.remark")),
	}, rows)
	t.Caption = v.t("page.certificate")
	return t
}

// layers are those that were read, in reading order.
func (v *view) layers() []data.Layer {
	var out []data.Layer
	for i := range v.r.City.Sources {
		if l := v.r.City.Sources[i].Layer; !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	return out
}

// layerRemark counts the faults of a layer by what became of them, the gravest first; of candidates it says first that they count for nothing.
func (v *view) layerRemark(layer data.Layer) string {
	count := map[data.Severity]int{}
	for i := range v.r.City.Faults {
		if f := &v.r.City.Faults[i]; f.Layer == layer {
			count[f.Severity] += max(1, f.Count)
		}
	}
	var out []string
	if layer == data.LayerCandidates {
		out = append(out, v.t("page.certificate.candidates"))
	}
	for _, s := range []data.Severity{data.Refused, data.Doubtful, data.Repaired, data.Notice} {
		if n := count[s]; n > 0 {
			out = append(out, v.t("page.certificate.count", "what", v.t("page.severity."+s.String()), "n", charts.Count(n)))
		}
	}
	return cmp.Or(strings.Join(out, v.t("page.comma")), v.t("page.certificate.clean"))
}

// sourceTable says which files were read, and how their rows were used.
func (v *view) sourceTable() *table {
	rows := make([][]string, len(v.r.City.Sources))
	unused := false
	for i, s := range v.r.City.Sources {
		unused = unused || len(s.Unused) > 0
		var columns []string
		for _, c := range s.Columns {
			columns = append(columns, v.t("page.columnuse", "column", c.Column, "field", v.fieldName(c.Field)))
		}
		rows[i] = []string{v.t("layer." + string(s.Layer)), s.File, charts.Count(s.Read), charts.Count(s.Used), charts.Count(s.Refused), strings.Join(columns, v.t("page.comma")), strings.Join(s.Unused, v.t("page.comma")), s.SHA256}
	}
	t := listed("table-sources", []column{
		text(v.t("page.col.layer")), code(v.t("page.col.file")), number(v.t("page.col.read")), number(v.t("page.col.used")), number(v.t("page.col.refused")),
		long(v.t("page.col.columns")), desk(v.t("page.col.unused")).shownIf(unused), code("SHA-256"),
	}, rows)
	t.Caption, t.Wide = v.t("page.sources"), true
	return t
}

func (v *view) fieldName(f data.Field) string {
	if key := "field." + string(f); hasWord(key) {
		return v.t(key)
	}
	return string(f)
}
