package load

import (
	"context"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"

	"quarter/data"
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
	// CityName is the name of the study area; empty: the name of its only district, or what the names of its districts share.
	CityName string
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

// job is one file to read.
type job struct {
	layer data.Layer
	path  string
}

func jobsOf(src Sources) []job {
	var jobs []job
	for _, layer := range data.Layers {
		for _, path := range src[layer] {
			jobs = append(jobs, job{layer, path})
		}
	}
	return jobs
}

// readAll reads the files in parallel. Of several broken files the first in reading order is told.
func readAll(ctx context.Context, jobs []job, asked askedColumns, opts *Options) ([]*sheet, error) {
	told := &progress{report: opts.Progress, total: totalSize(jobs)}
	tables := make([]*table, len(jobs))
	faults := make([]*data.Fault, len(jobs))
	parallel(len(jobs), opts.threads(), func(i int) {
		tables[i], faults[i] = readTable(ctx, jobs[i].path, told, opts.threads())
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for i, f := range faults {
		if f != nil {
			f.Layer = jobs[i].layer
			return nil, f
		}
	}
	sheets := make([]*sheet, len(jobs))
	for i, j := range jobs {
		s, fault := newSheet(tables[i], j.layer, asked.in(j.layer, tables[i], jobs, tables), opts.threads())
		if fault != nil {
			fault.Layer, fault.File = j.layer, tables[i].file
			return nil, fault
		}
		sheets[i] = s
	}
	return sheets, nil
}

func totalSize(jobs []job) int64 {
	var total int64
	for _, j := range jobs {
		if info, err := os.Stat(j.path); err == nil {
			total += info.Size()
		}
	}
	return total
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
	var passed []string
	for _, f := range told {
		if f.Key == keyFileIgnored {
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

// Dir finds the layers in a folder by their content and reads them as City does. What was found and what was passed over stands in
// City.Sources and City.Faults.
func Dir(ctx context.Context, dir string, opts Options) (*data.City, error) {
	src, faults, err := Find(dir)
	if err != nil {
		return nil, err
	}
	if fault := wanting(src, dir, faults); fault != nil {
		return nil, fault
	}
	city, err := City(ctx, src, opts)
	if err != nil {
		return nil, err
	}
	city.Faults = slices.Concat(faults, city.Faults)
	return city, nil
}
