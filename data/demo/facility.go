package demo

import (
	"math"
	"slices"
	"strconv"

	"quarter/data"
)

// facility is a finished center.
type facility struct {
	code, name, street, community string
	at                            point
	center
	floor, office, service int // m²; 0: not stated
	opening, services      string
	visits, staff          int
}

// facilities finishes the centers of one community.
func (d *district) facilities(c *community, grids []grid, sum counts) []facility {
	out := make([]facility, 0, len(c.centers))
	for k, plan := range c.centers {
		r := random(hash(c.key, 6, uint64(k)))
		f := facility{center: plan, code: c.code + "-" + strconv.Itoa(k+1), street: d.streets[c.street].name, community: c.name}
		f.at = d.stand(c, plan, grids, &r)
		d.nameFacility(&f, c)
		if again := slices.ContainsFunc(out, func(o facility) bool { return o.name == f.name }); again {
			f.name += d.pick("（"+strconv.Itoa(k+1)+"）", " ("+strconv.Itoa(k+1)+")")
		}
		f.floor = floorArea(plan, sum.households, &r)
		f.office = roundTo(float64(f.floor)*r.between(0.2, 0.42), 5)
		f.service = roundTo(float64(f.floor)*r.between(0.52, 0.78), 5)
		f.opening = d.opening(plan, &r)
		f.visits = roundTo(float64(f.floor)*r.between(20, 70), 10)
		f.staff = 1 + f.floor/250 + r.below(3)
		if r.chance(0.06) || plan.status == data.StatusPlanned || plan.status == data.StatusBuilding {
			f.visits, f.staff, f.opening = 0, 0, ""
		}
		further := random(hash(c.key, 9, uint64(k)))
		f.services = d.services(&f, &further)
		out = append(out, f)
	}
	return out
}

func roundTo(x float64, step int) int { return int(math.Round(x/float64(step))) * step }

// floorArea by tier, m²; a community's by what its households need: 20 m² per 100, at least 300.
func floorArea(c center, households int, r *random) int {
	switch {
	case c.share == 0:
		return 0
	case c.tier == data.TierDistrict:
		return roundTo(r.between(2200, 3400), 10)
	case c.complete:
		return roundTo(r.between(1250, 1450), 10) // a comprehensive one that is too small to be called so
	case c.tier == data.TierStreet:
		return roundTo(r.between(520, 1280), 10)
	case c.tier == data.TierRegional:
		return roundTo(r.between(140, 460), 10)
	case c.tier == data.TierPoint:
		return roundTo(r.between(35, 90), 5)
	case c.extra:
		return roundTo(r.between(80, 190), 5)
	}
	return roundTo(c.share*max(300, float64(households)/5), 5)
}

// stand finds the place of a center in its community.
func (d *district) stand(c *community, plan center, grids []grid, r *random) point {
	switch {
	case plan.spot == spotOutside:
		return place(c.site.at.add(c.outward.times(1 + 0.40/c.outward.length())))
	case len(grids) == 0:
		return interior(c.ring)
	case plan.spot == spotExclusive:
		return interior(grids[c.trait.exclusive].ring)
	case plan.spot == spotGrid:
		return interior(grids[r.below(len(grids))].ring)
	}
	best, middle := interior(grids[0].ring), place(c.site.at)
	for _, g := range grids[1:] {
		if at := interior(g.ring); meters(at, middle) < meters(best, middle) {
			best = at
		}
	}
	return best
}

// interior returns a point well inside a ring: the middle of the longest chord among a few that run east.
func interior(ring []point) point {
	b := around(ring, 0)
	best, widest := ring[0], int64(0)
	for k := 1; k < 8; k++ {
		y := b.lo.y + (b.hi.y-b.lo.y)*int64(k+4)/16 // the middle half
		if lo, hi := widestChord(ring, y); hi-lo > widest {
			best, widest = point{(lo + hi) / 2, y}, hi-lo
		}
	}
	return best
}

// widestChord returns the longest part of the line at latitude y that lies inside.
func widestChord(ring []point, y int64) (lo, hi int64) {
	var xs []int64
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		if (p.y <= y) != (q.y <= y) {
			x := p.x + int64(math.Round(float64(y-p.y)*float64(q.x-p.x)/float64(q.y-p.y)))
			xs = append(xs, x)
		}
	}
	slices.Sort(xs)
	for i := 0; i+1 < len(xs); i += 2 {
		if xs[i+1]-xs[i] > hi-lo {
			lo, hi = xs[i], xs[i+1]
		}
	}
	return lo, hi
}

// nameFacility names a center and says to whom it belongs.
func (d *district) nameFacility(f *facility, c *community) {
	street := d.streets[c.street].name
	switch f.tier {
	case data.TierDistrict:
		f.name = d.pick(d.name+"党群服务中心", d.name+" Service Center")
		f.street, f.community = "", ""
	case data.TierStreet:
		f.name = d.pick(street+"党群服务中心（工作站）", street+" Service Station")
		f.community = ""
	case data.TierRegional:
		kind := struct{ zh, en string }{"商务楼宇", "Office Tower"}
		if f.spot == spotExclusive {
			kind.zh, kind.en = exclusives[c.trait.kind].zh, exclusives[c.trait.kind].en
		}
		f.name = d.pick(trimCommunity(c.name)+kind.zh+"区域性党群服务中心", c.name+" "+kind.en+" Regional Service Center")
	case data.TierPoint:
		f.name = d.pick(c.name+"党群服务点", c.name+" Service Point")
	default:
		f.name = d.pick(c.name+"党群服务中心", c.name+" Service Center")
		if f.extra {
			f.name = d.pick(c.name+"第二活动室", c.name+" Second Activity Room")
		}
	}
	if f.also != nil {
		f.name = d.pick(trimCommunity(c.name)+trimCommunity(f.also.name)+"联合党群服务中心", c.name+" and "+f.also.name+" Joint Service Center")
		f.community += d.pick("、", ", ") + f.also.name
	}
	if f.spot == spotOutside {
		f.name = d.pick("临泉区望湖社区党群服务中心", "Lakeview Service Center, Farbrook District")
		f.street, f.community = "", ""
	}
}

func trimCommunity(name string) string {
	const suffix = "社区"
	if n := len(name) - len(suffix); n > 0 && name[n:] == suffix {
		return name[:n]
	}
	return name
}

// opening hours as people write them.
func (d *district) opening(c center, r *random) string {
	if c.tier == data.TierDistrict || c.complete {
		return d.pick("周一至周日 08:30-21:00", "Mon-Sun 08:30-21:00")
	}
	switch x := r.float(); {
	case x < 0.40:
		return d.pick("周一至周五 09:00-17:30", "Mon-Fri 09:00-17:30")
	case x < 0.62:
		return d.pick("周一至周日 09:00-20:30", "Mon-Sun 09:00-20:30")
	case x < 0.80:
		return d.pick("周二至周日 09:00-18:00", "Tue-Sun 09:00-18:00")
	case x < 0.92:
		return d.pick("工作日 08:30-17:30，周六 10:00-16:00", "Weekdays 08:30-17:30, Sat 10:00-16:00")
	}
	return ""
}
