package demo

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// building is an idle building where a center could move in.
type building struct {
	kind  int // of buildings
	price int // yuan
	area  int // m²
}

// buildings are what stands empty, with their sizes in m² and what the conversion of one square metre costs in yuan.
var buildings = []struct {
	zh, en      string // after the name of the community
	least, most float64
	cheap, dear float64
	before      bool // 原: it was something else
}{
	{"小学教学楼", "Primary School Block", 1200, 2500, 1100, 1500, true},
	{"公交首末站", "Bus Depot", 400, 900, 2000, 2800, true},
	{"供销社营业楼", "Co-op Store", 500, 1100, 1900, 2600, true},
	{"粮站仓库", "Grain Store", 700, 1800, 1300, 1800, true},
	{"卫生院旧楼", "Old Clinic", 600, 1400, 1800, 2400, false},
	{"闲置厂房", "Disused Workshop", 900, 2400, 1000, 1500, false},
	{"派出所办公楼", "Police Station", 450, 1000, 2000, 2800, true},
	{"文化站", "Cultural Station", 320, 700, 2500, 3600, true},
	{"闲置商铺", "Vacant Shop Row", 300, 620, 2900, 4000, false},
	{"信用社网点", "Credit Union Branch", 300, 560, 3000, 4200, true},
}

// idlePerCommunity is how many idle buildings there are: one in every third community.
const idlePerCommunity = 1.0 / 3

// assignIdle spreads idle buildings over the district, half of them in communities without a center of their own. Their random numbers are
// their own: no other file depends on them.
func (d *district) assignIdle() {
	order := d.shuffled(60)
	without, with := []int{}, []int{}
	for _, i := range order {
		if len(d.communities[i].centers) == 0 {
			without = append(without, i)
		} else {
			with = append(with, i)
		}
	}
	n := max(1, int(math.Round(idlePerCommunity*float64(len(order)))))
	half := min(len(without), (n+1)/2)
	for k, i := range slices.Concat(without[:half], with, without[half:])[:n] {
		c := &d.communities[i]
		c.idle = newBuilding(k%len(buildings), hash(c.key, 61))
	}
}

// newBuilding sizes and prices a building: 80 to 400 万元.
func newBuilding(kind int, key uint64) *building {
	r, of := random(key), &buildings[kind]
	b := &building{kind: kind, area: roundTo(r.between(of.least, of.most), 10)}
	b.price = min(4_000_000, max(800_000, roundTo(float64(b.area)*r.between(of.cheap, of.dear), 50_000)))
	return b
}

// idleHead is the head of the table, with the mark by which spreadsheets know its encoding.
func (p *plan) idleHead() string {
	return "\ufeff" + p.pick("点位编码,点位名称,所属街道,所属社区,改造费用（万元）,建筑面积（平方米）,经度,纬度",
		"code,name,street,community,price_yuan,floor_area_m2,lon,lat")
}

// idleRow writes the idle building of a community as a row. No name of the sample city needs quotes.
func (d *district) idleRow(c *community, grids []grid) []byte {
	price := strconv.Itoa(c.idle.price)
	if !d.english {
		price = strconv.FormatFloat(float64(c.idle.price)/1e4, 'f', -1, 64)
	}
	var b []byte
	for _, cell := range []string{c.code + "-B1", d.idleName(c), d.streets[c.street].name, c.name, price, strconv.Itoa(c.idle.area)} {
		b = append(append(b, cell...), ',')
	}
	at := standIdle(c, grids)
	b = append(appendDegrees(b, at.x), ',')
	return append(appendDegrees(b, at.y), '\n')
}

func (d *district) idleName(c *community) string {
	kind := &buildings[c.idle.kind]
	name := strings.TrimSuffix(c.name, d.communityName(""))
	switch {
	case !d.english && kind.before:
		return "原" + name + kind.zh
	case !d.english:
		return name + kind.zh
	case kind.before:
		return "Former " + name + " " + kind.en
	}
	return name + " " + kind.en
}

// standIdle finds a place inside some grid of the community, not in its middle, where a center may stand.
func standIdle(c *community, grids []grid) point {
	r := random(hash(c.key, 62))
	ring := c.ring
	if len(grids) > 0 {
		ring = grids[r.below(len(grids))].ring
	}
	b := around(ring, 0)
	for {
		y := b.lo.y + int64(r.between(0.25, 0.75)*float64(b.hi.y-b.lo.y))
		if west, east := widestChord(ring, y); east > west {
			return point{west + int64(r.between(0.2, 0.8)*float64(east-west)), y}
		}
	}
}
