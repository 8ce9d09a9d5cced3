package demo

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"path"
	"runtime"
	"strconv"

	"quarter/data"
)

// features are what one community adds to each of Files, as lines: GeoJSON features, or rows of a table.
type features [4][]byte

// run draws the city district by district, its communities side by side on all processors, and hands their features to write in order.
func (p *plan) run(ctx context.Context, write func(features) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	jobs := make(chan chan features, 2*runtime.GOMAXPROCS(0)) // in order; its length bounds what is in memory
	running := make(chan struct{}, runtime.GOMAXPROCS(0))
	go func() {
		defer close(jobs)
		for d := range p.districts {
			p.forget(p.at(d).row - 1)
			district := p.district(d)
			for i := range district.communities {
				done := make(chan features, 1)
				select {
				case jobs <- done:
				case <-ctx.Done():
					return
				}
				running <- struct{}{}
				go func() {
					done <- district.features(i)
					<-running
				}()
			}
		}
	}()
	for done := range jobs {
		if err := write(<-done); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// features makes everything of one community.
func (d *district) features(i int) features {
	c := &d.communities[i]
	grids := d.cutGrids(c)
	sum := c.sum(grids)
	var out features
	out[0] = d.communityFeature(c, sum)
	for k := range grids {
		out[1] = d.gridFeature(out[1], c, &grids[k])
	}
	for _, f := range d.facilities(c, grids, sum) {
		out[2] = d.centerFeature(out[2], &f)
	}
	if c.idle != nil {
		out[3] = d.idleRow(c, grids)
	}
	return out
}

func (d *district) communityFeature(c *community, sum counts) []byte {
	b := beginPolygon(nil, c.ring)
	p := properties{b: b, english: d.english}
	p.text("社区编码", "code", c.code)
	p.text("社区名称", "name", c.name)
	p.text("所属街道", "street", d.streets[c.street].name)
	p.text("所属区", "district", d.name)
	p.text("所属板块", "group", d.streets[c.street].group)
	if c.trait.own == ownDiffers {
		sum.people += sum.people / 24
		sum.households += sum.households / 24
	}
	known := c.trait.own != ownNone
	p.number("户数", "households", sum.households, known)
	p.number("常住人口", "pop_resident", sum.people, known)
	p.number("60岁以上人口", "pop_60_plus", sum.older, known)
	p.number("党员数", "party_members", sum.party, known)
	p.ledger(d.ledger(c))
	return p.end()
}

func (d *district) gridFeature(b []byte, c *community, g *grid) []byte {
	p := properties{b: beginPolygon(b, g.ring), english: d.english}
	p.text("网格编码", "code", g.code)
	p.text("网格名称", "name", g.name)
	p.text("所属社区", "community", c.name)
	p.text("所属街道", "street", d.streets[c.street].name)
	p.flag("专属网格", "exclusive", g.exclusive)
	p.number("户数", "households", g.households, !g.blank)
	p.number("常住人口", "pop_resident", g.people, !g.blank)
	p.number("60岁以上人口", "pop_60_plus", g.older, !g.blank)
	p.number("党员数", "party_members", g.party, !g.blank)
	p.number("驻区单位数", "units", g.units, true)
	p.number("网格员数", "staff", g.staff, true)
	p.number("网格长数", "grid_heads", g.heads, true)
	p.text("网格党支部", "party_branch", g.branch)
	p.number("党群服务点数", "service_points", g.points, true)
	return p.end()
}

func (d *district) centerFeature(b []byte, f *facility) []byte {
	b = append(b, `{"type":"Feature","geometry":{"type":"Point","coordinates":`...)
	p := properties{b: append(appendPoint(b, f.at), `},"properties":{`...), english: d.english}
	p.text("设施编码", "code", f.code)
	p.text("设施名称", "name", f.name)
	p.text("级别", "tier", d.tierName(f.tier))
	p.text("使用状态", "status", d.statusName(f.status))
	p.text("所属街道", "street", f.street)
	p.text("所属社区", "community", f.community)
	p.number("建筑面积", "floor_area", f.floor, f.floor > 0)
	p.number("办公面积", "office_area", f.office, f.floor > 0)
	p.number("服务面积", "service_area", f.service, f.floor > 0)
	p.flag("综合型", "comprehensive", f.complete)
	p.flag("示范点", "demo_site", f.demo)
	p.text("开放时间", "opening", f.opening)
	p.text("服务类型", "service_type", f.services)
	p.number("年服务人次", "visits", f.visits, f.visits > 0)
	p.number("工作人员数", "staff", f.staff, f.staff > 0)
	return p.end()
}

// tierName is the 级别 of a center as a file would say it.
func (d *district) tierName(t data.Tier) string {
	if d.english {
		return t.String()
	}
	return [...]string{"", "区级", "街道级", "社区级", "区域性", "党群服务点"}[t]
}

// statusName is the 使用状态.
func (d *district) statusName(s data.Status) string {
	if s == 0 {
		return ""
	}
	if d.english {
		return s.String()
	}
	return [...]string{"", "在用", "在建", "规划", "停用", "装修"}[s]
}

// properties writes the attributes of a feature: Chinese or English column names.
type properties struct {
	b       []byte
	english bool
	some    bool
}

func (p *properties) column(zh, en string) {
	if p.some {
		p.b = append(p.b, ',')
	}
	p.some = true
	if p.english {
		zh = en
	}
	p.b = append(append(append(p.b, '"'), zh...), `":`...)
}

func (p *properties) text(zh, en, value string) {
	p.column(zh, en)
	quoted, _ := json.Marshal(value) // a string always has a JSON form
	p.b = append(p.b, quoted...)
}

func (p *properties) number(zh, en string, n int, known bool) {
	p.column(zh, en)
	if known {
		p.b = strconv.AppendInt(p.b, int64(n), 10)
	} else {
		p.b = append(p.b, "null"...)
	}
}

func (p *properties) flag(zh, en string, yes bool) {
	switch {
	case p.english && yes:
		p.text(zh, en, "yes")
	case p.english:
		p.text(zh, en, "no")
	case yes:
		p.text(zh, en, "是")
	default:
		p.text(zh, en, "否")
	}
}

// end closes the feature; the file puts commas between the lines.
func (p *properties) end() []byte { return append(p.b, "}}\n"...) }

func beginPolygon(b []byte, ring []point) []byte {
	b = append(b, `{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[`...)
	for _, v := range ring {
		b = append(appendPoint(b, v), ',')
	}
	return append(appendPoint(b, ring[0]), `]]},"properties":{`...)
}

func appendPoint(b []byte, p point) []byte {
	b = appendDegrees(append(b, '['), p.x)
	b = appendDegrees(append(b, ','), p.y)
	return append(b, ']')
}

// appendDegrees writes units of 1e-7 degrees with 7 decimals.
func appendDegrees(b []byte, units int64) []byte {
	if units < 0 {
		b, units = append(b, '-'), -units
	}
	b = append(strconv.AppendInt(b, units/1e7, 10), '.')
	for digit := int64(1e6); digit > 0; digit /= 10 {
		b = append(b, byte('0'+units/digit%10))
	}
	return b
}

// layout is what stands around the lines of a file.
type layout struct{ head, next, tail string }

// layout is a GeoJSON FeatureCollection, one feature a line, or a table.
func (p *plan) layout(name string) layout {
	if path.Ext(name) == ".csv" {
		return layout{p.idleHead(), "\n", "\n"}
	}
	return layout{`{"type":"FeatureCollection","features":[`, ",\n", "\n]}\n"}
}

// file writes lines in a layout.
type file struct {
	layout
	dst   io.WriteCloser
	w     *bufio.Writer
	begun bool
}

func newFile(w io.WriteCloser, around layout) *file {
	return &file{layout: around, dst: w, w: bufio.NewWriterSize(w, 1<<18)}
}

// write adds lines that end with a newline each.
func (f *file) write(lines []byte) error {
	for len(lines) > 0 {
		n := bytes.IndexByte(lines, '\n')
		before := f.next
		if !f.begun {
			before = f.head + "\n"
			f.begun = true
		}
		if _, err := f.w.WriteString(before); err != nil {
			return err
		}
		if _, err := f.w.Write(lines[:n]); err != nil {
			return err
		}
		lines = lines[n+1:]
	}
	return nil
}

// close ends the file where whole says that nothing failed, and closes it in any case.
func (f *file) close(whole bool) error {
	var err error
	if whole {
		if !f.begun {
			f.w.WriteString(f.head)
		}
		f.w.WriteString(f.tail)
		err = f.w.Flush()
	}
	if closeErr := f.dst.Close(); err == nil {
		err = closeErr
	}
	return err
}
