package load

import (
	"context"
	"os"
	"slices"

	"quarter/data"
)

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

// reading is a job and what became of it.
type reading struct {
	job
	table   *table
	sheet   *sheet
	unread  *data.Fault // why the file could not be read
	unclear *data.Fault // why its columns or geometry could not be understood
}

// readAll reads the layers in parallel: while one file is read from the disk, the shapes of another can be cleaned.
func readAll(ctx context.Context, jobs []job, asked askedColumns, opts *Options) ([]*sheet, error) {
	told := &progress{report: opts.Progress, total: totalSize(jobs)}
	layers := make([][]*reading, len(data.Layers))
	for _, j := range jobs {
		at := slices.Index(data.Layers, j.layer)
		layers[at] = append(layers[at], &reading{job: j})
	}
	parallel(len(layers), opts.threads(), func(i int) { readLayer(ctx, layers[i], asked, told, opts.threads()) })
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return sheetsOf(slices.Concat(layers...))
}

// readLayer reads the files of one layer in parallel, then makes sheets of them: which columns are asked of one depends on the others.
func readLayer(ctx context.Context, files []*reading, asked askedColumns, told *progress, threads int) {
	parallel(len(files), threads, func(i int) {
		files[i].table, files[i].unread = readTable(ctx, files[i].path, told, threads)
	})
	if slices.ContainsFunc(files, func(f *reading) bool { return f.unread != nil }) {
		return
	}
	parallel(len(files), threads, func(i int) {
		f := files[i]
		f.sheet, f.unclear = newSheet(f.table, f.layer, asked.in(f, files), threads)
	})
}

// sheetsOf returns the sheets in reading order, or the first fault: of a file that cannot be read before one that is not understood.
func sheetsOf(files []*reading) ([]*sheet, error) {
	for _, f := range files {
		if f.unread != nil {
			f.unread.Layer = f.layer
			return nil, f.unread
		}
	}
	sheets := make([]*sheet, len(files))
	for i, f := range files {
		if f.unclear != nil {
			f.unclear.Layer, f.unclear.File = f.layer, f.table.file
			return nil, f.unclear
		}
		sheets[i] = f.sheet
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
