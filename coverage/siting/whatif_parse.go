package siting

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"quarter/coverage"
	"quarter/data"
	"quarter/geo"
)

// ParseChange reads a change as people write it:
//
//	open     LON,LAT  LON,LAT,M2  or the code or name of a candidate
//	close    NAME
//	move     NAME=LON,LAT  or NAME=the code or name of a candidate
//	enlarge  NAME=M2, the floor area after it
//
// NAME is the code of a center, its name, or a part of its name that no other has. What cannot be read is an *InputError.
func ParseChange(kind ChangeKind, text string, r *coverage.Result, candidates []Candidate) (Change, error) {
	if kind == ChangeOpen {
		return parseOpen(text, r, candidates)
	}
	name, to, given := strings.Cut(text, "=")
	if given == (kind == ChangeClose) {
		return Change{}, &InputError{Key: "change_form", Args: []any{"change", string(kind), "text", text}}
	}
	center, err := findCenter(r, strings.TrimSpace(name))
	if err != nil {
		return Change{}, err
	}
	at := &r.City.Centers[center]
	c := Change{Kind: kind, Center: center, Name: at.Name, Asked: partOf(name, at.Code, at.Name), From: at.Point, To: at.Point, Area: at.FloorArea}
	switch kind {
	case ChangeMove:
		place, err := parseOpen(to, r, candidates)
		if c.To = place.To; place.Area.Known {
			c.Area = place.Area
		}
		return c, err
	case ChangeEnlarge:
		area, ok := numeral(to)
		if !ok || area < 0 {
			return c, &InputError{Key: "change_area", Args: []any{"text", to}}
		}
		c.Area = data.Num(area)
	}
	return c, nil
}

// parseOpen reads a place: coordinates, perhaps with a floor area, or a candidate.
func parseOpen(text string, r *coverage.Result, candidates []Candidate) (Change, error) {
	text = strings.TrimSpace(text)
	c := Change{Kind: ChangeOpen, Center: -1, Name: text}
	var numbers []float64
	for part := range strings.SplitSeq(strings.ReplaceAll(text, "，", ","), ",") {
		v, ok := numeral(part)
		if !ok {
			return c, c.atCandidate(text, candidates)
		}
		numbers = append(numbers, v)
	}
	if len(numbers) < 2 || len(numbers) > 3 {
		return c, c.atCandidate(text, candidates)
	}
	c.To, c.From = Point{numbers[0], numbers[1]}, Point{numbers[0], numbers[1]}
	if math.Abs(c.To[0]) > 180 || math.Abs(c.To[1]) > 90 || len(numbers) == 3 && numbers[2] < 0 {
		return c, &InputError{Key: "change_place", Args: []any{"text", text}}
	}
	if len(numbers) == 3 {
		c.Area = data.Num(numbers[2])
	}
	c.Placed = true
	if m := communityAt(r.City, c.To); m != data.None {
		c.Name = r.City.Communities[m].Name
	}
	return c, checkNear(text, r, c.To)
}

// checkNear refuses a place farther from the area than a circle reaches: swapped or mistyped coordinates would else be a center that serves
// nobody.
func checkNear(text string, r *coverage.Result, p Point) error {
	box, ok := boxOf(r)
	nearest := Point{min(max(p[0], box.Min[0]), box.Max[0]), min(max(p[1], box.Min[1]), box.Max[1])}
	if !ok || geo.Distance(nearest, p) <= r.Circle.Radius {
		return nil
	}
	down, up := func(v float64) float64 { return math.Floor(v*1e4) / 1e4 }, func(v float64) float64 { return math.Ceil(v*1e4) / 1e4 }
	return &InputError{Key: "change_outside", Args: []any{
		"text", text, "west", down(box.Min[0]), "east", up(box.Max[0]), "south", down(box.Min[1]), "north", up(box.Max[1]),
	}}
}

// boxOf is the box of the communities' outlines and of where people live; ok is false where there is neither.
func boxOf(r *coverage.Result) (box orb.Bound, ok bool) {
	add := func(b orb.Bound) {
		if !ok {
			box, ok = b, true
		}
		box = box.Union(b)
	}
	for i := range r.City.Communities {
		if s := r.City.Communities[i].Shape; s != nil {
			add(s.Bound())
		}
	}
	for _, s := range r.Spots() {
		add(s.Point.Bound())
	}
	return box, ok
}

// atCandidate puts a change where a candidate is.
func (c *Change) atCandidate(text string, candidates []Candidate) error {
	i, err := FindCandidate(candidates, text)
	if err != nil {
		return err
	}
	one := &candidates[i]
	c.Asked = partOf(text, one.Code, one.Name)
	c.Name, c.Code, c.To, c.From, c.Area = one.Name, one.Code, one.Point, one.Point, one.FloorArea
	return nil
}

// FindCandidate looks a candidate up by its code, its name, or a part of its name that no other has; the error is an *InputError.
func FindCandidate(candidates []Candidate, text string) (int, error) {
	names := make([]data.Label, len(candidates))
	for i := range candidates {
		names[i] = data.Label{Code: candidates[i].Code, Name: candidates[i].Name}
	}
	return findName(text, names, "candidate")
}

// findCenter looks a center of a run up that has a circle.
func findCenter(r *coverage.Result, name string) (int, error) {
	names := make([]data.Label, len(r.City.Centers))
	for i := range r.City.Centers {
		names[i] = data.Label{Code: r.City.Centers[i].Code, Name: r.City.Centers[i].Name}
	}
	i, err := findName(name, names, "center")
	if err == nil && !r.Centers[i].Use.Counted() {
		err = &InputError{Key: "center_not_counted", Args: []any{"name", r.City.Centers[i].Name}}
	}
	return i, err
}

// findName looks something up by its code, by its name, or by a part of its name that no other has.
func findName(text string, names []data.Label, what string) (int, error) {
	ways := []func(l data.Label) bool{
		func(l data.Label) bool { return l.Code == text },
		func(l data.Label) bool { return l.Name == text },
		func(l data.Label) bool { return strings.Contains(l.Name, text) },
	}
	for _, is := range ways {
		var found []int
		for i, l := range names {
			if text != "" && is(l) {
				found = append(found, i)
			}
		}
		switch len(found) {
		case 0:
		case 1:
			return found[0], nil
		default:
			return -1, &InputError{Key: what + "_ambiguous", Args: []any{"name", text, "found", listed(names, found)}}
		}
	}
	return -1, &InputError{Key: what + "_unknown", Args: []any{"name", text, "found", listed(names, likest(text, names))}}
}

// partOf is what was written where it is neither the code nor the whole name.
func partOf(text, code, name string) string {
	if text = strings.TrimSpace(text); text == code || text == name {
		return ""
	}
	return text
}

// listMost is how many names an error lists.
const listMost = 5

// listed writes names with their codes, which tell those of one name apart.
func listed(names []data.Label, which []int) string {
	var out []string
	for _, i := range which[:min(len(which), listMost)] {
		out = append(out, strings.TrimSpace(names[i].Name+" "+names[i].Code))
	}
	return strings.Join(out, ", ")
}

// likest orders the names that share characters with a text, those with most of them first.
func likest(text string, names []data.Label) []int {
	var order []int
	shared := make([]int, len(names))
	for i, l := range names {
		for _, r := range text {
			if strings.ContainsRune(l.Name+l.Code, r) {
				shared[i]++
			}
		}
		if shared[i] > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return shared[b] - shared[a] })
	return order
}

func numeral(s string) (float64, bool) {
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	return v, err == nil && !math.IsNaN(v) && !math.IsInf(v, 0)
}
