package coverage

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strconv"

	"quarter/data"
	"quarter/geo"
)

// snapshotMembers are the members of result.json that a comparison needs.
var snapshotMembers = []string{"schema", "city", "profile", "circle", "population_basis", "units", "groups", "grids", "centers", "sources"}

// ReadSnapshot reads result.json back, and the outlines of the communities from communities.geojson; nil where there is none, then there
// is no map. A document that WriteJSON would not have written gives a *FormatError that names the member. Objects are read one by one.
func ReadSnapshot(result, outlines io.Reader) (*Snapshot, error) {
	r := &snapshotReader{in: json.NewDecoder(bufio.NewReaderSize(result, 1<<16)), result: &Result{City: &data.City{}}, seen: map[string]bool{}}
	if err := r.document(); err != nil {
		return nil, err
	}
	if outlines != nil {
		if err := readOutlines(outlines, r.result.City); err != nil {
			return nil, err
		}
	}
	return &Snapshot{Result: r.result, Planned: r.result.planned()}, nil
}

// snapshotReader fills a Result from result.json.
type snapshotReader struct {
	in     *json.Decoder
	result *Result
	seen   map[string]bool
	unit   string         // of all that is called people
	codes  map[string]int // communities by code
}

func (r *snapshotReader) document() error {
	if err := r.open('{', "result.json"); err != nil {
		return err
	}
	for r.in.More() {
		name, err := r.in.Token()
		if err != nil {
			return misread("result.json", err)
		}
		key, _ := name.(string)
		if r.seen[key] {
			return &FormatError{badSyntax, key, key}
		}
		r.seen[key] = true
		if err := r.member(key); err != nil {
			return err
		}
	}
	if _, err := r.in.Token(); err != nil {
		return misread("result.json", err)
	}
	for _, key := range snapshotMembers {
		if !r.seen[key] {
			return &FormatError{badMissing, key, ""}
		}
	}
	return r.finish()
}

// member reads one member of the document; the lists stand behind what they refer to, as WriteJSON writes them.
func (r *snapshotReader) member(key string) error {
	switch key {
	case "schema":
		return r.schema()
	case "city":
		return r.value(key, &r.result.City.Name)
	case "profile":
		return r.value(key, &r.result.Profile)
	case "circle":
		return r.circle()
	case "population_basis":
		return r.basis()
	case "sources":
		return r.value(key, &r.result.City.Sources)
	case "units":
		return readList(r, key, r.readUnit)
	case "groups":
		return readList(r, key, r.group)
	case "population_groups":
		return readList(r, key, r.cohort)
	case "grids":
		return readList(r, key, r.grid)
	case "centers":
		return readList(r, key, r.center)
	}
	var skipped json.RawMessage
	return r.value(key, &skipped)
}

func (r *snapshotReader) value(place string, into any) error {
	return misread(place, r.in.Decode(into))
}

// open reads the bracket that begins an object or a list.
func (r *snapshotReader) open(bracket json.Delim, place string) error {
	t, err := r.in.Token()
	if err == nil && t != bracket {
		return &FormatError{badSyntax, place, tokenText(t)}
	}
	return misread(place, err)
}

func tokenText(t json.Token) string {
	raw, err := json.Marshal(t)
	if err != nil {
		return ""
	}
	return string(raw)
}

// misread is an error of the decoder with its place; one of the disk stays what it is.
func misread(place string, err error) error {
	var (
		syntax *json.SyntaxError
		kind   *json.UnmarshalTypeError
	)
	switch {
	case err == nil:
		return nil
	case errors.As(err, &kind):
		if kind.Field != "" {
			place += "." + kind.Field
		}
		return &FormatError{badSyntax, place, kind.Value}
	case errors.As(err, &syntax), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return &FormatError{badSyntax, place, err.Error()}
	}
	return err
}

// readList reads the objects of a list one by one.
func readList[T any](r *snapshotReader, key string, item func(place string, v *T) error) error {
	if err := r.open('[', key); err != nil {
		return err
	}
	for i := 0; r.in.More(); i++ {
		place, v := key+"["+strconv.Itoa(i)+"]", new(T)
		if err := r.value(place, v); err != nil {
			return err
		}
		if err := item(place, v); err != nil {
			return err
		}
	}
	_, err := r.in.Token()
	return misread(key, err)
}

func (r *snapshotReader) schema() error {
	var version json.Number
	if err := r.value("schema", &version); err != nil {
		return err
	}
	if version.String() != strconv.Itoa(schemaVersion) {
		return &FormatError{badSchema, "schema", version.String()}
	}
	return nil
}

func (r *snapshotReader) circle() error {
	var c snapshotCircle
	if err := r.value("circle", &c); err != nil {
		return err
	}
	if !(c.Radius.Value > 0 && c.Speed.Value > 0 && c.Detour.Value >= 1) {
		return &FormatError{badValue, "circle.radius", number(c.Radius.Value)}
	}
	r.result.Circle = Circle{
		Radius: geo.Length(c.Radius.Value), StrictRadius: geo.Length(c.Strict.Value), Minutes: c.Minutes.Value, Speed: c.Speed.Value,
		Detour: c.Detour.Value, FromWalking: c.FromWalking,
	}
	return nil
}

func (r *snapshotReader) basis() error {
	var b snapshotBasis
	if err := r.value("population_basis", &b); err != nil {
		return err
	}
	basis, ok := data.ParseBasis(b.Basis)
	if !ok {
		return &FormatError{badValue, "population_basis.basis", b.Basis}
	}
	n := b.Communities
	r.result.Basis = BasisUse{Basis: basis, Label: b.Column, Points: b.Points, ByGrid: n.ByGrid, ByCommunity: n.ByCommunity, Estimated: n.Estimated, Missing: n.Missing}
	r.unit = r.result.peopleUnit()
	return nil
}

// needs reports a member that must stand before the one at a place.
func (r *snapshotReader) needs(place, member string) error {
	if r.seen[member] {
		return nil
	}
	return &FormatError{badMissing, member, place}
}

// finish sets what follows from the whole document, and holds the figures against each other.
func (r *snapshotReader) finish() error {
	c := r.result
	if len(c.Units) == 0 {
		return &FormatError{badMissing, "units[0]", ""}
	}
	for l := LevelTotal; l <= LevelCommunity; l++ {
		c.start[l+1] = c.start[l] + r.count(l)
	}
	if c.Total().People.Known > 0 {
		c.Basis.Present = []data.Basis{c.Basis.Basis}
	}
	return r.agree()
}

func (r *snapshotReader) count(l Level) int {
	n := 0
	for i := range r.result.Units {
		if r.result.Units[i].Level == l {
			n++
		}
	}
	return n
}

// agree holds the sum over the communities against the whole area: a document that was cut or changed by hand is no result.
func (r *snapshotReader) agree() error {
	total := r.result.Total()
	for _, key := range []string{"population", "population_covered", "households", "area_gap"} {
		var parts sum
		units := r.result.Level(LevelCommunity)
		for i := range units {
			parts.add(units[i].Get(key).Or(0))
		}
		if v := total.Get(key); v.Known && !agrees(v.V, parts.value()) {
			return &FormatError{badSum, "units[0].metrics." + key, number(v.V) + " ≠ " + number(parts.value())}
		}
	}
	return nil
}

// agrees compares two sums of the same people, apart from the order of adding.
func agrees(a, b float64) bool { return max(a-b, b-a) <= 1e-6*max(1, a, b) }

// indexOf is the place of a key in an enumeration.
func indexOf[T ~uint8](keys []string, key, place string) (T, error) {
	at := slices.Index(keys, key)
	if at < 0 {
		return 0, &FormatError{badValue, place, key}
	}
	return T(at), nil
}
