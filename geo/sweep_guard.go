package geo

import "math"

// both measures the union by power cells and all depths by the sweep. Where the two disagree, or a boundary is not closed, both are
// repeated with radii changed a little, which parts curves that touch in one point. The union stays what the cells said first.
func (s *sweep) both(p *region, out *Depth) (area float64, full bool) {
	area, full = s.measure(p)
	s.run(p, s.given)
	if s.agrees(p, area) {
		return area, full
	}
	out.Repeated = true
	s.stir(p)
	again, _ := s.measure(p)
	s.run(p, s.given)
	out.Differs = out.Differs || !s.agrees(p, again)
	return area, full
}

// stir changes radii by up to 1e-12 of themselves, in a fixed pattern.
func (s *sweep) stir(p *region) {
	s.disks = s.disks[:0]
	for i := range s.given {
		d := &s.given[i]
		_, golden := math.Modf(0.6180339887498949 * float64(i+1))
		d.r *= 1 + 2e-12*(golden-0.5)
		m := d.c.minus(p.box.center())
		d.power = m.dot(m) - d.r*d.r
		s.disks = append(s.disks, *d)
	}
}

// agrees reports whether A_1 is the union and all boundaries are closed, as far as float64 can do: 1e-9 of the area
// and 1e-14 (largest radius + diameter)². A gap in a boundary errs by its length times the distance from the origin.
func (s *sweep) agrees(p *region, union float64) bool {
	if len(s.areas) == 0 {
		return true
	}
	diameter := p.box.diameter()
	tolerance := 1e-9*p.area + 1e-14*(s.widest+diameter)*(s.widest+diameter)
	if math.Abs(s.areas[0]-union) > tolerance {
		return false
	}
	var way XY
	for k := len(s.areas); k > 0; k-- {
		way = way.plus(s.levels[k].edge.way)
		if gap := way.plus(s.levels[k-1].arc.way); gap.length()*diameter > tolerance || s.alone[k-1].way.length()*diameter > tolerance {
			return false
		}
	}
	return true
}

// hold sets A_1 to the union, keeps the depths falling and drops what is only rounding.
func (s *sweep) hold(p *region, union float64) {
	if len(s.areas) == 0 {
		return
	}
	diameter := p.box.diameter()
	rounding := 1e-15 * diameter * (s.widest + diameter)
	s.areas[0] = math.Min(math.Max(union, 0), p.area)
	for k := 1; k < len(s.areas); k++ {
		s.areas[k] = math.Min(above(s.areas[k], rounding), s.areas[k-1])
	}
	s.share(rounding)
}

// share makes what disks hold alone add up to A_1 - A_2: the union differs from the sweep's within the tolerance.
func (s *sweep) share(rounding float64) {
	once, sum := s.areas[0], 0.0
	if len(s.areas) > 1 {
		once -= s.areas[1]
	}
	for i := range s.alone {
		s.alone[i].twice = above(s.alone[i].twice, 2*rounding)
		sum += s.alone[i].twice / 2
	}
	for i := range s.alone {
		s.alone[i].twice *= once / math.Max(sum, rounding)
	}
}

// above returns a, or 0 if it is not above the limit.
func above(a, limit float64) float64 {
	if a > limit {
		return a
	}
	return 0
}
