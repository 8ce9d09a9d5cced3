package load

import "strings"

// unit is a unit that a head or a cell states.
type unit struct {
	name   string
	of     dimension // ofCount fits any count: 万
	factor float64
}

// mu is one 亩 in m²: a fifteenth of a hectare.
const mu = 10000.0 / 15

// units by their accepted names in half-width lower case. A count of people is in persons, of households in households, an area in m²,
// money in yuan, a share 0 to 1.
var units = map[string]unit{}

func init() {
	for _, u := range []struct {
		names  string
		of     dimension
		factor float64
	}{
		{"人 口 名 persons people", ofPeople, 1}, {"百人", ofPeople, 1e2}, {"千人", ofPeople, 1e3}, {"万人 万口", ofPeople, 1e4},
		{"户 套 households hh", ofHouseholds, 1}, {"百户", ofHouseholds, 1e2}, {"千户", ofHouseholds, 1e3}, {"万户 万套", ofHouseholds, 1e4},
		{"㎡ m² m2 m^2 平方米 平米 平方公尺 sqm", ofArea, 1}, {"亩", ofArea, mu}, {"公顷 ha hm² hm2", ofArea, 1e4},
		{"平方公里 平方千米 km² km2 k㎡ ㎢", ofArea, 1e6}, {"万㎡ 万平方米 万平米 万m² 万m2", ofArea, 1e4},
		{"人次", ofVisits, 1}, {"万人次", ofVisits, 1e4},
		{"元 元/年 元/组 圆 yuan rmb cny", ofMoney, 1}, {"千元 千元/年", ofMoney, 1e3}, {"万元 万元/年 万元/组", ofMoney, 1e4}, {"亿元 亿", ofMoney, 1e8},
		{"学时 课时 小时 hours hour h", ofHours, 1}, {"%", ofShare, 0.01},
		{"个 家 处", ofCount, 1}, {"千", ofCount, 1e3}, {"万", ofCount, 1e4}, {"百", ofCount, 1e2},
	} {
		for _, name := range strings.Fields(u.names) {
			units[name] = unit{name, u.of, u.factor}
		}
	}
}

// unitByName finds a unit: 单位:㎡, ㎡, 万人.
func unitByName(s string) (unit, bool) {
	s = strings.ToLower(strings.ReplaceAll(s, " ", ""))
	for _, lead := range []string{"单位:", "单位"} {
		s = strings.TrimPrefix(s, lead)
	}
	u, ok := units[s]
	return u, ok
}

// fits reports whether numbers of a field may be in this unit. The zero unit fits all.
func (u unit) fits(of dimension) bool {
	switch u.of {
	case noNumber:
		return true
	case ofCount:
		return of == ofPeople || of == ofHouseholds || of == ofCount || of == ofVisits || of == ofPresence || (of == ofArea || of == ofMoney || of == ofPrice) && u.factor > 1
	case ofPeople:
		return of == ofPeople || of == ofCount || of == ofVisits
	case ofMoney:
		return of == ofMoney || of == ofPrice
	}
	return u.of == of
}
