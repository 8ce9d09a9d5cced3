package load

import (
	"context"

	"quarter/data"
)

// Areas reads plain polygons from GeoJSON files, such as water or steep land, where nothing can be built. What a polygon is called does not
// matter. The error is a *data.Fault for a file that cannot be used; what concerns single polygons stands in Faults.
func Areas(ctx context.Context, paths []string, opts Options) (*data.Areas, error) {
	var files []*reading
	var jobs []job
	for _, path := range paths {
		jobs = append(jobs, job{data.LayerBarriers, path})
		files = append(files, &reading{job: jobs[len(jobs)-1]})
	}
	readLayer(ctx, files, askedColumns{}, &progress{report: opts.Progress, total: totalSize(jobs)}, opts.threads())
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	sheets, err := sheetsOf(files)
	if err != nil {
		return nil, err
	}
	out := &data.Areas{}
	for _, s := range sheets {
		if fault := s.addAreas(out); fault != nil {
			fault.Layer, fault.File = s.layer, s.file
			return nil, fault
		}
	}
	return out, nil
}

// addAreas takes the polygons of a file.
func (s *sheet) addAreas(out *data.Areas) *data.Fault {
	if !s.placed {
		return fatal(keyFormat, "what", "other") // a table has no polygons
	}
	for i := range s.rows {
		if p := s.rows[i].refused; p != nil {
			s.log.add(s.problemAt(i, p, data.Refused))
			continue
		}
		s.used++
		s.tell(i)
		out.Shapes = append(out.Shapes, s.shapes[i])
	}
	if s.used == 0 {
		return s.nothingUsable()
	}
	out.Sources, out.Faults = append(out.Sources, s.source()), append(out.Faults, s.log.faults...)
	return nil
}
