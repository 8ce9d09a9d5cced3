package report

import (
	"bufio"
	"bytes"
	"errors"

	"quarter/charts"
)

// prepare draws the stills of a page, and then writes the blocks that its script reads; without a studio there are no stills. Both keep all
// threads busy, one after the other they need less memory.
func (v *view) prepare(studio *studio) ([][]byte, error) {
	if studio != nil {
		if err := studio.draw(v.drawn); err != nil {
			return nil, err
		}
	}
	return writeBlocks(v.blocks())
}

// blocks write what the script reads, in the order in which it stands in the page. Each figure and each table is apart: it is read when it is
// drawn.
func (v *view) blocks() []func(*sink) {
	out := []func(*sink){
		func(s *sink) { s.json("quarter-words", scriptWords(v.page)) },
		func(s *sink) { s.json("quarter-theme", charts.Theme(v.lang)) },
	}
	if !v.compared {
		out = append(out, func(s *sink) { s.json("quarter-how", v.workedUnits()) })
	}
	for _, f := range v.figures {
		if f.Drawing != nil {
			out = append(out, func(s *sink) { s.json(f.ID+"-data", f.Drawing) })
		}
	}
	if v.ground != nil {
		out = append(out, func(s *sink) { s.json("quarter-map", v.ground) }, func(s *sink) { s.json("quarter-places", v.places()) })
	}
	for _, t := range v.Tables {
		out = append(out, func(s *sink) { s.rest(t) })
	}
	return out
}

func writeBlocks(blocks []func(*sink)) ([][]byte, error) {
	written, failed := make([][]byte, len(blocks)), make([]error, len(blocks))
	inParallel(len(blocks), func(i int) {
		var out bytes.Buffer
		s := &sink{w: bufio.NewWriter(&out)}
		blocks[i](s)
		failed[i] = s.flush()
		written[i] = out.Bytes()
	})
	return written, errors.Join(failed...)
}
