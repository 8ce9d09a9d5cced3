// Package demo makes a sample city of any size from a seed: communities, grids, centers and candidate sites that look like a real district
// on a meeting map and give every figure of Quarter something to say. Everything in it is fictional.
//
// The default is one district of 10 streets, 120 communities, about 900 grids, 360,000 households, 940,000 people and 95 centers on about 95 km²,
// with 40 idle buildings where a center could move in. Any other size has the same character: about 12 communities a street, 10 streets a district, and an extent that grows so that
// people live as densely as in the default. A city is a function of its options alone: the same options give the same bytes.
//
// # How the ground is divided
//
// Each district is a cell of a brick lattice with a noisy border. Communities are the Voronoi cells of sites that stand close in the
// core and far apart at the edge; pairs of sites mirrored at the river make cell borders run along it. A border between two cells is
// a noisy polyline inside the rhombus between their sites, drawn from a hash of the two sites: both neighbours compute the same
// vertices without being in memory together, and no two borders can cross. Along the river each bank moves back by half the river's
// width, so the river itself belongs to nobody. A grid is a piece of a community, cut off by noisy chords that end at existing
// vertices. All vertices are whole multiples of 1e-7 degrees before anything is cut, so every tiling is exact: shared borders have
// identical vertices and areas add up.
//
// Coordinates are longitude, latitude on WGS 84 / CGCS2000, printed with 7 decimals (about 1 cm), rings by RFC 7946.
package demo

import (
	"context"
	"errors"
	"fmt"
	"io"
)

// Options are the size, seed and language of a city. The zero value is the default city in Chinese.
type Options struct {
	Communities int    // 0: 120; at most 10 million
	Grids       int    // 0: 7.5 a community; at most 100 million. Some communities have none where there are fewer grids than communities
	Centers     int    // 0: 95 for 120 communities; at most 10 million
	Seed        uint64 // 0: 1
	English     bool   // names and columns in English, else Chinese
}

// Files are what Write makes, in order.
var Files = []string{"communities.geojson", "grids.geojson", "centers.geojson", "candidates.csv"}

// ErrSize is returned for a city that is too large or has a negative count.
var ErrSize = errors.New("demo: size out of range")

// Limits of Options.
const (
	MaxCommunities = 10_000_000
	MaxGrids       = 100_000_000
	MaxCenters     = 10_000_000
)

// Cutoff is the cut-off date of the sample city's data.
const Cutoff = "2026-09-30"

// Title returns the name of the default city's district: 示例市云溪区 or Cloudbrook District, Sample City.
func Title(english bool) string {
	if english {
		return "Cloudbrook District, Sample City"
	}
	return "示例市云溪区"
}

// Write streams the files of a city; open gives a writer per name and is called once for each of Files, in order. Memory stays
// bounded for any size. Errors of open and of the writers are returned as they are; a cancelled context ends the work.
func Write(ctx context.Context, opts Options, open func(name string) (io.WriteCloser, error)) (err error) {
	p, err := newPlan(opts)
	if err != nil {
		return err
	}
	var files [4]*file
	defer func() {
		for _, f := range files {
			if f != nil {
				err = errors.Join(err, f.close(err == nil))
			}
		}
	}()
	for i, name := range Files {
		w, err := open(name)
		if err != nil {
			return err
		}
		files[i] = newFile(w, p.layout(name))
	}
	return p.run(ctx, func(made features) error {
		for i, f := range files {
			if err := f.write(made[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// withDefaults fills the zero values in and checks the ranges.
func (o Options) withDefaults() (Options, error) {
	if o.Communities < 0 || o.Grids < 0 || o.Centers < 0 || o.Communities > MaxCommunities || o.Grids > MaxGrids || o.Centers > MaxCenters {
		return o, fmt.Errorf("%w: %d communities, %d grids, %d centers", ErrSize, o.Communities, o.Grids, o.Centers)
	}
	if o.Communities == 0 {
		o.Communities = 120
	}
	if o.Grids == 0 {
		o.Grids = (o.Communities*15 + 1) / 2
	}
	if o.Centers == 0 {
		o.Centers = max(1, o.Communities*95/120)
	}
	if o.Seed == 0 {
		o.Seed = 1
	}
	return o, nil
}
