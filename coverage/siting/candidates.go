package siting

import (
	"fmt"

	"github.com/paulmach/orb"

	"quarter/coverage"
	"quarter/data"
	"quarter/geo"
)

// Where candidates come from: Request.Source and Candidate.Origin.
const (
	SourceFile    = "file"    // City.Candidates
	SourceLattice = "lattice" // points of a hexagonal lattice over the study area
	SourceZones   = "zones"   // a point well inside each listed blind zone, the one where its number is drawn
	SourceGrids   = "grids"   // the centroid of each grid
)

// Sources lists them.
var Sources = []string{SourceFile, SourceLattice, SourceZones, SourceGrids}

// CandidateOptions say which candidates a city has.
type CandidateOptions struct {
	Source string // one of Sources; empty: file
	// Spacing is the least distance between two generated candidates: the first of two stays, those of zones with most people first. The
	// sides of the lattice are as long, up to 1 % longer in the part of the area nearer to the equator; 0: half the radius of the run's circles
	// for the lattice, none for the others. Candidates of a file are left as they are.
	Spacing geo.Length
	Avoid   []*geo.Shape // barriers, where nothing can be built
}

// mostCandidates is the most that a lattice may have.
const mostCandidates = 1_000_000

// Generate lists the places of a city where a center could be built, and counts those that were left out, by reason: outside all communities
// (of a lattice nothing else is looked at), on a barrier, too close to another one. Generated candidates have a code, L0001, Z01 or that
// of the grid, and no name. The error is an *InputError.
func Generate(r *coverage.Result, o CandidateOptions) ([]Candidate, []Refusal, error) {
	if o.Source == "" {
		o.Source = SourceFile
	}
	if !(o.Spacing >= 0) {
		return nil, nil, &InputError{Key: "spacing", Args: []any{"spacing", o.Spacing.Meters()}}
	}
	l := newLand(r, o.Avoid)
	found, err := l.find(r, &o)
	if err != nil {
		return nil, nil, err
	}
	kept, refused := l.sift(found, &o)
	for i := range kept {
		kept[i].Origin = o.Source
		if z := l.zones.Locate(kept[i].Point); z >= 0 {
			kept[i].Zone = z
		}
		if o.Source == SourceLattice {
			kept[i].Code = fmt.Sprintf("L%04d", i+1)
		}
	}
	return kept, refused, nil
}

// find lists the candidates of a source.
func (l *land) find(r *coverage.Result, o *CandidateOptions) ([]Candidate, error) {
	var out []Candidate
	add := func(code string, at orb.Point, community int) {
		out = append(out, Candidate{Candidate: data.Candidate{Code: code, Point: at, Community: community}, Zone: data.None})
	}
	switch o.Source {
	case SourceFile:
		for _, c := range r.City.Candidates {
			out = append(out, Candidate{Candidate: c, Zone: data.None})
		}
	case SourceZones:
		for i, z := range r.Zones {
			add(fmt.Sprintf("Z%02d", i+1), z.Point, z.Communities[0])
			out[i].Zone = i
		}
	case SourceGrids:
		for i, g := range r.City.Grids {
			code := g.Code
			if code == "" {
				code = fmt.Sprintf("G%04d", i+1)
			}
			add(code, g.Point, g.Community)
		}
	case SourceLattice:
		if o.Spacing == 0 {
			o.Spacing = r.Circle.Radius / 2
		}
		points, err := l.lattice(o.Spacing)
		for _, p := range points {
			add("", p, data.None)
		}
		return out, err
	default:
		return nil, &InputError{Key: "source", Args: []any{"source", o.Source}}
	}
	return out, nil
}

// sift leaves out what cannot be chosen. Generated candidates get the community that they lie in; those of a file keep the one they name.
func (l *land) sift(found []Candidate, o *CandidateOptions) (kept []Candidate, refused []Refusal) {
	outside, barred := 0, 0
	for _, c := range found {
		switch m := l.community(c.Point); {
		case l.known() && m == data.None:
			outside++
			continue
		case l.barriers.Locate(c.Point) >= 0:
			barred++
			continue
		case m != data.None && (o.Source != SourceFile || c.Community == data.None):
			c.Community = m
		}
		kept = append(kept, c)
	}
	close := 0
	if o.Source != SourceFile && o.Spacing > 0 {
		all := len(kept)
		kept = apart(kept, o.Spacing)
		close = all - len(kept)
	}
	if o.Source == SourceLattice {
		outside = 0 // points of the lattice that miss the area are none
	}
	for _, n := range []Refusal{{"outside", outside}, {"barrier", barred}, {"spacing", close}} {
		if n.Count > 0 {
			refused = append(refused, n)
		}
	}
	return kept, refused
}

// apart keeps each candidate that lies at least so far from all kept before it.
func apart(all []Candidate, spacing geo.Length) []Candidate {
	index := geo.NewPoints(points(all))
	nearer := func(d geo.Length) bool { return d < spacing }
	taken := make([]bool, len(all))
	var near []int32
	var out []Candidate
	for i := range all {
		taken[i] = true
		near = index.Within(all[i].Point, spacing, nearer, near[:0])
		for _, k := range near {
			if int(k) < i && taken[k] {
				taken[i] = false
			}
		}
		if taken[i] {
			out = append(out, all[i])
		}
	}
	return out
}
