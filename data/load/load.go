package load

import (
	"context"
	"errors"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"

	"quarter/data"
	"quarter/geo"
)

// Format is one kind of file.
type Format struct {
	Name  string
	Looks func(head []byte, ext string) bool // head: the first bytes, unpacked, without byte order mark; ext: lower case, with dot
	Read  func(src io.Reader, t *table) *data.Fault
}

// Formats lists the formats in the order in which they are tried.
var Formats = []Format{
	geojson,
	csvFormat,
}

// Sources lists the files of each layer; one layer may be spread over several files.
type Sources map[data.Layer][]string

// Options change how files are read. The zero value is useful.
type Options struct {
	// Columns names the column of a field where recognition does not find it: "layer.field" to column name.
	Columns map[string]string
	// Groups names columns of grids or communities that count a part of the population, to be followed beside all people.
	Groups []string
	// Named lists files that Dir reads in place of what it finds in the folder for their layers, wherever they lie. City has no use for it.
	Named Sources
	// CityName is the name of the study area; empty: the name of its only district, or what the names of its districts share.
	CityName string
	// Reach is the radius of service circles: a center outside the study area whose circle does not reach in is a fault of its own. 0: not told.
	Reach geo.Length
	// Progress is told the bytes read so far; nil: nobody is. Calls do not overlap.
	Progress func(done, total int64)
	// Threads bounds the parallel work; 0: GOMAXPROCS. The result does not depend on it.
	Threads int
}

func (o *Options) threads() int {
	if o.Threads > 0 {
		return o.Threads
	}
	return runtime.GOMAXPROCS(0)
}

// City reads the files and makes a city of them. The error is a *data.Fault for anything wrong with the input that makes a file
// unusable; what concerns single rows and cells stands in City.Faults.
func City(ctx context.Context, src Sources, opts Options) (*data.City, error) {
	asked, fault := parseColumns(opts.Columns)
	if fault != nil {
		return nil, fault
	}
	jobs := jobsOf(src)
	if len(jobs) == 0 {
		return nil, fatal(keyNoLayers)
	}
	if fault := asked.givenTo(jobs); fault != nil {
		return nil, fault
	}
	sheets, err := readAll(ctx, jobs, asked, &opts)
	if err != nil {
		return nil, err
	}
	b := newBuilder(sheets, &opts)
	if b.city.Cohorts, fault = findGroups(sheets, opts.Groups); fault != nil {
		return nil, fault
	}
	if fault := b.build(); fault != nil {
		return nil, fault
	}
	return b.city, ctx.Err()
}

// parallel calls work for 0 to n-1 from several goroutines, in chunks, and waits for all.
func parallel(n, threads int, work func(i int)) {
	if threads = min(threads, n); threads <= 1 {
		for i := range n {
			work(i)
		}
		return
	}
	chunk := max(1, min(256, n/(4*threads)))
	starts := make(chan int, n/chunk+1)
	for from := 0; from < n; from += chunk {
		starts <- from
	}
	close(starts)
	var wg sync.WaitGroup
	for range threads {
		wg.Go(func() {
			for from := range starts {
				for i := from; i < min(from+chunk, n); i++ {
					work(i)
				}
			}
		})
	}
	wg.Wait()
}

// wanting tells which layer a folder lacks to be a city at all, and which files were passed over.
func wanting(src Sources, dir string, told []data.Fault) *data.Fault {
	var key string
	switch {
	case len(src[data.LayerCommunities])+len(src[data.LayerGrids]) == 0:
		key = keyFolderArea
	case len(src[data.LayerCenters]) == 0:
		key = keyFolderCenters
	default:
		return nil
	}
	return folderFault(key, dir, told)
}

// folderFault tells what a folder lacks, and which of its files were passed over.
func folderFault(key, dir string, told []data.Fault) *data.Fault {
	var passed []string
	for _, f := range told {
		if f.Key != keyLayerDoubtful {
			passed = append(passed, f.File)
		}
	}
	fault := fatal(key)
	if len(passed) > 0 {
		fault = fatal(key, "passed", strings.Join(passed, "、"))
	}
	fault.File = dir
	return fault
}

// Lacking is the error of Dir on a folder that is not yet a city: the fault, and why files of the folder were passed over.
type Lacking struct {
	Fault  *data.Fault
	Passed []data.Fault
}

// Error tells the fault alone.
func (l *Lacking) Error() string { return l.Fault.Error() }

// Unwrap is the fault.
func (l *Lacking) Unwrap() error { return l.Fault }

// Dir finds the layers in a folder by their content and reads them as City does; opts.Named takes the place of what is found for its
// layers. What was found and what was passed over stands in City.Sources and City.Faults. The error is a *Lacking where a layer is wanting.
func Dir(ctx context.Context, dir string, opts Options) (*data.City, error) {
	src, faults, err := find(dir, opts.Named)
	if err != nil {
		return nil, err
	}
	if fault := wanting(src, dir, faults); fault != nil {
		return nil, &Lacking{fault, faults}
	}
	city, err := City(ctx, src, opts)
	if fault := (*data.Fault)(nil); errors.As(err, &fault) && fault.Key == keyAskedFile {
		return nil, &Lacking{fault, faults}
	}
	if err != nil {
		return nil, err
	}
	city.Faults = slices.Concat(faults, city.Faults)
	return city, nil
}
