package demo

import (
	"fmt"
	"strconv"
)

// names makes fictional names and codes, none twice except the two communities of the first district that share theirs on purpose.
type names struct {
	english bool
}

func namesIn(english bool) names { return names{english} }

// alphabet composes names from two parts: n-th name, every one different.
type alphabet struct {
	first, last, sides []string
	joint              string // between a side or a first name and the name
}

// name returns the i-th name: plain ones first, scattered over the table, then with a side (upper, east …), then two in a row.
func (a *alphabet) name(i int) string {
	n := len(a.first) * len(a.last)
	if i < n {
		k := (i*a.stride() + 5) % n
		return a.first[k%len(a.first)] + a.last[k/len(a.first)]
	}
	if i -= n; i < n*len(a.sides) {
		return a.sides[i%len(a.sides)] + a.joint + a.name(i/len(a.sides))
	}
	if i -= n * len(a.sides); i < n*n {
		return a.name(i%n) + a.joint + a.name(i/n)
	}
	i -= n * n
	return a.sides[i%len(a.sides)] + a.joint + a.name(n*(len(a.sides)+1)+i/len(a.sides))
}

// stride is a step without common factor with the table's size: it walks the whole table.
func (a *alphabet) stride() int {
	n := len(a.first) * len(a.last)
	for s := n*382/1000 | 1; ; s += 2 {
		if gcd(s, n) == 1 && gcd(s, len(a.first)) == 1 {
			return s
		}
	}
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

var (
	zhFirst = []string{"云", "溪", "桂", "梅", "兰", "竹", "槐", "榆", "桃", "杏", "荷", "桐", "枫", "翠", "碧", "丹", "锦", "玉", "月", "晨", "霞", "春", "秋", "雪", "雁", "鹤", "鹭", "莺", "琴", "墨", "书", "棋"}
	zhSides = []string{"上", "下", "东", "西", "南", "北", "前", "后", "大", "小", "里", "外"}

	zhCommunities = alphabet{zhFirst, []string{"桥", "湾", "塘", "坞", "岭", "坪", "泉", "井", "园", "亭", "台", "阁", "苑", "巷", "庄", "洲", "汀", "渚", "岸", "畔", "峰", "谷", "林", "田", "圃", "舍"}, zhSides, ""}
	zhStreets     = alphabet{zhFirst, []string{"门", "营", "堡", "驿", "集", "埠", "场", "渠", "堰", "闸", "关"}, zhSides, ""}
	zhDistricts   = alphabet{zhFirst, []string{"陵", "阳", "州", "安", "宁", "昌", "平", "川", "原", "泽"}, zhSides, ""}

	enFirst = []string{"Willow", "Maple", "Alder", "Birch", "Cedar", "Elm", "Fern", "Hazel", "Ivy", "Juniper", "Larch", "Linden", "Moss", "Reed", "Rowan", "Sage", "Thistle", "Violet", "Amber", "Bright", "Clear", "Clover", "Copper", "Crane", "Dawn", "Honey", "Lark", "Silver", "Star", "Swallow", "Wren", "Robin"}
	enSides = []string{"Upper", "Lower", "East", "West", "South", "North", "Fore", "Far", "Great", "Little", "Inner", "Outer"}

	enCommunities = alphabet{enFirst, []string{"bridge", "bay", "pond", "dell", "ridge", "lea", "spring", "well", "garden", "rest", "terrace", "croft", "court", "lane", "stead", "holm", "shore", "side", "bank", "field", "crest", "vale", "wood", "meadow", "orchard", "hurst"}, enSides, " "}
	enStreets     = alphabet{enFirst, []string{"gate", "camp", "fort", "stage", "market", "wharf", "green", "race", "weir", "lock", "pass"}, enSides, " "}
	enDistricts   = alphabet{enFirst, []string{"mere", "mount", "combe", "haven", "moor", "bourne", "plain", "brook", "down", "fen"}, enSides, " "}
)

// firstStreets are the streets of the first district, clockwise from north; the last three stand in the core.
var firstStreets = []struct{ zh, en string }{
	{"北塔", "North Tower"}, {"白鹭", "Heron"}, {"东渡", "Eastferry"}, {"柳浦", "Willowmarsh"}, {"南塘", "South Pond"}, {"石门", "Stone Gate"}, {"松岗", "Pinehill"},
	{"钟楼", "Bell Tower"}, {"老街", "Old Street"}, {"青石桥", "Bluestone"},
}

// twin is the name that two communities of the first district share.
var twin = struct{ zh, en string }{"新华", "Newbridge"}

func (n names) pick(zh, en string) string {
	if n.english {
		return en
	}
	return zh
}

func (n names) districtName(d int) string {
	if d == 0 {
		return n.pick("云溪区", "Cloudbrook District")
	}
	if n.english {
		return enDistricts.name(d-1) + " District"
	}
	return zhDistricts.name(d-1) + "区"
}

// nameStreets gives code, name and group to the streets of a district; the first inner ones are its core, the two farthest are towns.
func (d *district) nameStreets(inner int) {
	towns := d.towns(inner)
	urban, rural := 0, 0
	for k := range d.streets {
		s := &d.streets[k]
		name := d.streetName(k, inner)
		if towns[k] {
			rural++
			s.code = d.code + threeDigits(99+rural)
			s.name = name + d.pick("镇", " Town")
		} else {
			urban++
			s.code = d.code + threeDigits(urban)
			s.name = name + d.pick("街道", " Sub-district")
		}
		s.town = towns[k]
		s.group = d.group(k, inner)
	}
}

// towns marks the farthest street, or two where there are many.
func (d *district) towns(inner int) map[int]bool {
	out := map[int]bool{}
	for range min(len(d.streets)/5, 2) {
		far := -1
		for k := inner; k < len(d.streets); k++ {
			if !out[k] && (far < 0 || d.streets[k].rank > d.streets[far].rank) {
				far = k
			}
		}
		if far >= 0 {
			out[far] = true
		}
	}
	return out
}

func (d *district) streetName(k, inner int) string {
	outer := len(firstStreets) - 3
	if d.number == 0 && inner <= 3 && len(d.streets)-inner <= outer {
		if k < inner {
			return d.pick(firstStreets[outer+k].zh, firstStreets[outer+k].en)
		}
		return d.pick(firstStreets[k-inner].zh, firstStreets[k-inner].en)
	}
	const most = 20 // streets of a district
	if d.english {
		return enStreets.name(d.number*most + k)
	}
	return zhStreets.name(d.number*most + k)
}

// group is the 所属板块 of a street: the core, or the bank that it lies on.
func (d *district) group(k, inner int) string {
	switch {
	case k < inner:
		return d.pick("中心板块", "Center")
	case d.streets[k].middle.y > 0:
		return d.pick("北部板块", "North")
	}
	return d.pick("南部板块", "South")
}

// nameCommunities names the communities of a district. Two of the first district have the same name, in different streets.
func (d *district) nameCommunities() {
	const most = 2 * defaultCommunities // communities of a district
	for i := range d.communities {
		c := &d.communities[i]
		short := ""
		if d.english {
			short = enCommunities.name(d.number*most + i)
		} else {
			short = zhCommunities.name(d.number*most + i)
		}
		c.name = d.communityName(short)
	}
	if d.number != 0 || len(d.streets) < 2 {
		return
	}
	for _, k := range []int{0, len(d.streets) / 2} {
		members := d.streets[k].members
		d.communities[members[len(members)/3]].name = d.communityName(d.pick(twin.zh, twin.en))
	}
}

func (d *district) communityName(short string) string {
	return short + d.pick("社区", " Community")
}

// districtCode is a county code of the statistical form, in provinces that do not exist.
func (n names) districtCode(d int) string {
	provinces := []int{58, 59, 60, 66, 67, 68, 69, 70, 72, 73, 74, 75, 76, 77, 78, 79, 80, 83, 84, 85, 86, 87, 88, 89, 90, 92, 93, 94, 95, 96, 97, 98, 99}
	const counties, prefectures = 90, 90
	return fmt.Sprintf("%02d%02d%02d", provinces[d/(counties*prefectures)%len(provinces)], d/counties%prefectures+1, d%counties+2)
}

func threeDigits(n int) string { return fmt.Sprintf("%03d", n) }

// gridName is the name of the k-th grid of a community.
func (d *district) gridName(c *community, k int) string {
	if d.english {
		return c.name + " Grid " + strconv.Itoa(k+1)
	}
	return c.name + "第" + strconv.Itoa(k+1) + "网格"
}
