package cmd

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"os"
	"runtime"
	"time"

	"quarter/coverage"
	"quarter/data"
)

// manifestName is the manifest of an output folder; it also tells our folders from those of others.
const manifestName = "run.json"

// outputNames are the files of an analysis, in the order in which they are written.
var outputNames = []string{"index.html", "result.json", "communities.geojson", "grids.geojson", "centers.geojson", "circles.geojson", manifestName}

// manifest is run.json: what went in, what was assumed, what came out. Everything but Timings is the same for the same run.
type manifest struct {
	Tool    string         `json:"tool"`         // always "quarter"
	ID      string         `json:"id,omitempty"` // of the run: the same for the same program, inputs and options; the page prints it
	Version string         `json:"version"`
	Profile *profileRecord `json:"profile,omitempty"`
	Options map[string]any `json:"options,omitempty"`
	Demo    map[string]any `json:"demo,omitempty"` // size and seed of a sample city
	Inputs  []data.Source  `json:"inputs,omitempty"`
	Counts  map[string]int `json:"counts,omitempty"`
	Faults  map[string]int `json:"faults,omitempty"` // by severity
	Outputs []fileRecord   `json:"outputs"`
	Timings *timings       `json:"timings,omitempty"`
}

type profileRecord struct {
	File      string          `json:"file,omitempty"`
	ID        string          `json:"id"`
	Overrides []data.Override `json:"overrides,omitempty"`
}

// timings are what differs from run to run.
type timings struct {
	Started  string             `json:"started"` // RFC 3339
	Seconds  map[string]float64 `json:"seconds"`
	Threads  int                `json:"threads"`
	Platform string             `json:"platform"`
}

func newManifest(r *coverage.Result) manifest {
	c := r.City
	m := manifest{
		Tool: "quarter", Version: Version,
		Profile: &profileRecord{ID: r.Profile.ID, File: r.Profile.File, Overrides: r.Profile.Overrides},
		Options: optionRecord(r),
		Inputs:  c.Sources,
		Counts:  map[string]int{},
		Faults:  map[string]int{},
	}
	for layer, n := range layerCounts(c) {
		m.Counts[string(layer)] = n
	}
	for _, f := range c.Faults {
		m.Faults[f.Severity.String()]++
	}
	m.ID = runID(m)
	return m
}

// runID is a short hash of everything that decides the result.
func runID(m manifest) string {
	raw, err := json.Marshal(m)
	if err != nil {
		panic(err) // plain data
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:6])
}

func layerCounts(c *data.City) map[data.Layer]int {
	return map[data.Layer]int{
		data.LayerDistricts: len(c.Districts), data.LayerStreets: len(c.Streets), data.LayerCommunities: len(c.Communities),
		data.LayerGrids: len(c.Grids), data.LayerCenters: len(c.Centers),
	}
}

// optionRecord holds the options as resolved, under the names of the flags.
func optionRecord(r *coverage.Result) map[string]any {
	o := r.Options
	out := map[string]any{
		"radius": r.Circle.Radius.Meters(), "strict-radius": r.Circle.StrictRadius.Meters(),
		"minutes": r.Circle.Minutes, "speed": r.Circle.Speed, "detour": r.Circle.Detour,
		"population": r.Basis.Basis.String(), "unknown-status": "count", "sites": max(o.Sites, 0),
	}
	if o.ExcludeUnknown {
		out["unknown-status"] = "exclude"
	}
	if o.Tiers != nil {
		tiers := []string{}
		for _, t := range o.Tiers {
			tiers = append(tiers, t.String())
		}
		out["tiers"] = tiers
	}
	return out
}

func newTimings(clock *stopwatch, threads int) *timings {
	if threads == 0 {
		threads = runtime.GOMAXPROCS(0)
	}
	return &timings{
		Started: clock.began.Format(time.RFC3339), Seconds: clock.seconds,
		Threads: threads, Platform: runtime.GOOS + "/" + runtime.GOARCH,
	}
}

func (m manifest) write(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(m)
}

var errNotOurs = errors.New("not a manifest of quarter")

// readManifest reads a run.json of ours.
func readManifest(path string) (manifest, error) {
	var m manifest
	file, err := os.Open(path)
	if err != nil {
		return m, err
	}
	defer file.Close()
	if err := json.NewDecoder(io.LimitReader(file, 64<<20)).Decode(&m); err != nil {
		return m, err
	}
	if m.Tool != "quarter" {
		return m, errNotOurs
	}
	return m, nil
}
