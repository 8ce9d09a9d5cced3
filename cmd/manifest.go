package cmd

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// manifestName is the manifest of an output folder; it also tells our folders from those of others.
const manifestName = "run.json"

// outputNames are the files that an analysis may write.
var outputNames = append([]string{
	"index.html", "result.json", "communities.geojson", "grids.geojson", "centers.geojson", "circles.geojson",
	"service_area.geojson", "blind_zones.geojson", manifestName,
}, slices.Concat(mapNames(), planNames, compareNames)...)

// manifest is run.json: what went in, what was assumed, what came out, so that anybody can run it again (quarter verify). Everything but
// Timings is the same for the same run. Paths are seen from the output folder, with slashes; absolute where no way leads there, as to
// another drive.
type manifest struct {
	Tool        string           `json:"tool"`              // always "quarter"
	Command     string           `json:"command,omitempty"` // site; empty for an analysis
	ID          string           `json:"id,omitempty"`      // of the run: the same for the same program, inputs and options; the page prints it
	Version     string           `json:"version"`
	Project     *reference       `json:"project,omitempty"` // the project file that options were taken from
	Profile     *profileRecord   `json:"profile,omitempty"`
	Options     map[string]any   `json:"options,omitempty"`     // as given, under the names of the flags
	Assumptions map[string]any   `json:"assumptions,omitempty"` // as resolved from options and profile
	Demo        *demoRecord      `json:"demo,omitempty"`        // size and seed of a sample city
	Folder      string           `json:"folder,omitempty"`      // path of the folder in which the layers were found by content
	Named       []data.Layer     `json:"named,omitempty"`       // layers whose files were named in place of those of the folder
	Inputs      []inputRecord    `json:"inputs,omitempty"`
	Avoid       []reference      `json:"avoid,omitempty"` // ground to keep off
	CostMatrix  *reference       `json:"cost_matrix,omitempty"`
	Compared    []comparedRecord `json:"compared,omitempty"` // the two runs of a comparison
	Counts      map[string]int   `json:"counts,omitempty"`
	Faults      map[string]int   `json:"faults,omitempty"` // by severity
	Outputs     []fileRecord     `json:"outputs"`
	Timings     *timings         `json:"timings,omitempty"`
}

// reference is a project file or a profile file that was read. Path is left out where there is no such file.
type reference struct {
	File   string `json:"file,omitempty"` // base name
	Path   string `json:"path,omitempty"`
	Bytes  int64  `json:"bytes,omitempty"`
	SHA256 string `json:"sha256,omitempty"`
}

// profileRecord is the profile; it has a reference where it was read from a user's file.
type profileRecord struct {
	reference
	ID        string          `json:"id"`
	Overrides []data.Override `json:"overrides,omitempty"`
}

// inputRecord is one file of the data, and where it was read.
type inputRecord struct {
	data.Source
	Path string `json:"path,omitempty"`
}

// timings are what differs from run to run.
type timings struct {
	Started  string             `json:"started"` // RFC 3339
	Seconds  map[string]float64 `json:"seconds"`
	Threads  int                `json:"threads"`
	Platform string             `json:"platform"`
}

// manifest says everything of a run but its outputs. The id is made before any path is known: it is the same wherever the files stand.
func (j *job) manifest(r *coverage.Result, out *outputs, lang *words.Lang) manifest {
	c := r.City
	m := manifest{
		Tool: "quarter", Version: j.version, Demo: j.demo,
		Profile:     &profileRecord{reference{File: r.Profile.File}, r.Profile.ID, r.Profile.Overrides},
		Options:     maps.Clone(j.given),
		Assumptions: assumptions(r),
		Counts:      map[string]int{},
		Faults:      map[string]int{},
	}
	if lang != nil {
		m.Options["lang"] = lang.String()
	}
	for _, s := range c.Sources {
		m.Inputs = append(m.Inputs, inputRecord{Source: s})
	}
	for layer, n := range layerCounts(c) {
		m.Counts[string(layer)] = n
	}
	for _, f := range c.Faults {
		m.Faults[f.Severity.String()]++
	}
	if j.site != nil {
		m.addSite(j.site)
	}
	m.ID = runID(m)
	m.addPaths(j, out)
	return m
}

// addPaths says where everything was read.
func (m *manifest) addPaths(j *job, out *outputs) {
	for i := range m.Inputs {
		m.Inputs[i].Path = out.pathTo(m.Inputs[i].Source.Path)
	}
	if j.folder != "" {
		m.Folder = out.pathTo(j.folder)
		m.Named = slices.Sorted(maps.Keys(j.files()))
	}
	for i := range m.Avoid {
		m.Avoid[i] = j.site.avoidRead[i].seenFrom(out)
	}
	if m.CostMatrix != nil {
		*m.CostMatrix = j.site.matrixRead.seenFrom(out)
	}
	if j.profileFile != "" {
		m.Profile.reference = j.profileRead.seenFrom(out)
	}
	if j.projectRead != nil {
		seen := j.projectRead.seenFrom(out)
		m.Project = &seen
	}
}

func (r reference) seenFrom(o *outputs) reference {
	r.Path = o.pathTo(r.Path)
	return r
}

// readSettings reads a project or profile file and notes what it was. Of a file too large to be one only the beginning is read.
func readSettings(path string) ([]byte, reference, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, reference{}, err
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, 4<<20))
	sum := sha256.Sum256(raw)
	return raw, reference{File: filepath.Base(path), Path: path, Bytes: int64(len(raw)), SHA256: hex.EncodeToString(sum[:])}, err
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
	counts := map[data.Layer]int{
		data.LayerDistricts: len(c.Districts), data.LayerStreets: len(c.Streets), data.LayerCommunities: len(c.Communities),
		data.LayerGrids: len(c.Grids), data.LayerCenters: len(c.Centers),
	}
	if len(c.Candidates) > 0 {
		counts[data.LayerCandidates] = len(c.Candidates)
	}
	return counts
}

// given lists the options that decide a run and were set, under the names of their flags. Files are recorded apart, with their paths.
func given(c *cobra.Command) map[string]any {
	out := map[string]any{}
	c.Flags().Visit(func(f *pflag.Flag) {
		if decides(f) {
			out[f.Name] = recordValue(f.Value)
		}
	})
	return out
}

// decides reports whether an option makes a difference to the outputs, or to whether there are any.
func decides(f *pflag.Flag) bool {
	switch f.Name {
	case "column", "strict", "no-page", "maps":
		return true
	case "profile-file", "avoid", "cost-matrix":
		return false
	}
	return slices.Contains([]string{"definition", "rules", "page", "targets", "goal", "places", "whatif", "search"}, groupOf(f))
}

func recordValue(v pflag.Value) any {
	if list, ok := v.(pflag.SliceValue); ok {
		return list.GetSlice()
	}
	switch v.Type() {
	case "float64", "int":
		return json.Number(v.String())
	case "bool":
		return v.String() == "true"
	}
	return v.String()
}

// assumptions are the options as resolved, under the names of the flags.
func assumptions(r *coverage.Result) map[string]any {
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
	d := json.NewDecoder(io.LimitReader(file, 64<<20))
	d.UseNumber()
	if err := d.Decode(&m); err != nil {
		return m, err
	}
	if m.Tool != "quarter" {
		return m, errNotOurs
	}
	return m, nil
}
