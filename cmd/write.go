package cmd

import (
	"context"
	"io"
	"sync"
	"sync/atomic"

	"quarter/charts/report"
	"quarter/coverage"
)

// write makes the outputs of an analysis and puts them in their place.
func (a *app) write(ctx context.Context, j *job, out *outputs, r *coverage.Result, clock *stopwatch) error {
	if out.target == "" {
		return nil
	}
	p := a.progress("progress.write")
	defer p.stop()
	now := j.asGiven(r)
	m := j.manifest(now, out, a.pageLanguage(j))
	page := report.Page{
		Result: now, Plan: j.plan, Lang: a.documentLanguage(j, r.City), Version: j.version, RunID: m.ID,
		Title: j.title, Cutoff: j.cutoff, Marking: j.marking,
	}
	files := append([]content{{"index.html", func(w io.Writer) error { return report.Write(w, page) }}}, layerFiles("", now)...)
	if j.noPage {
		files = files[1:]
	}
	files = append(files, a.maps(j, now, page)...)
	if j.plan != nil {
		files = append(files, planFiles(j.plan, page.Lang)...)
	}
	if err := out.writeAll(ctx, files, p.update); err != nil {
		return err
	}
	clock.lap("write")
	m.Outputs, m.Timings = out.files, newTimings(clock, j.threads)
	return out.finish(ctx, m)
}

// layerFiles are the data of a result, below a folder.
func layerFiles(folder string, r *coverage.Result) []content {
	return []content{
		{folder + "result.json", r.WriteJSON},
		{folder + "communities.geojson", r.WriteCommunities},
		{folder + "grids.geojson", r.WriteGrids},
		{folder + "centers.geojson", r.WriteCenters},
		{folder + "circles.geojson", r.WriteCircles},
		{folder + "service_area.geojson", r.WriteOutline},
		{folder + "blind_zones.geojson", r.WriteZones},
	}
}

// content is one file of the outputs: its name and what writes it.
type content struct {
	name  string
	write func(io.Writer) error
}

// writeAll makes several files at once; they count among the outputs in the order given. The first failure stops the others.
func (o *outputs) writeAll(ctx context.Context, files []content, progress func(done, all int64)) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	records := make([]fileRecord, len(files))
	var (
		all  sync.WaitGroup
		done atomic.Int64
	)
	for i, f := range files {
		all.Go(func() {
			var err error
			if records[i], err = o.writeFile(ctx, f.name, f.write); err != nil {
				cancel(err)
			}
			progress(done.Add(1), int64(len(files)))
		})
	}
	all.Wait()
	if err := context.Cause(ctx); err != nil {
		return err
	}
	o.files = append(o.files, records...)
	return nil
}

// finish adds the manifest and puts everything in place.
func (o *outputs) finish(ctx context.Context, m manifest) error {
	if err := o.write(ctx, manifestName, m.write); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return o.commit()
}
