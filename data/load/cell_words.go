package load

import (
	"slices"
	"strings"

	"quarter/data"
)

// wordsOf maps exact words of cells to a value; the words are in plain form.
type wordsOf[T any] []struct {
	value T
	words []string
}

func (w wordsOf[T]) find(plainText string) (T, bool) {
	for _, row := range w {
		if slices.Contains(row.words, plainText) {
			return row.value, true
		}
	}
	var none T
	return none, false
}

var statusWords = wordsOf[data.Status]{
	{data.StatusOpen, words("在用 使用 使用中 正常使用 正常 运行 运行中 正常运行 在运行 已运行 运营 运营中 营业 营业中 开放 已开放 启用 已启用 投入使用 已投入使用 已投用 投用 open inuse active operating operational inoperation")},
	{data.StatusBuilding, words("在建 建设中 在建设 施工 施工中 在施 正在建设 building underconstruction construction")},
	{data.StatusPlanned, words("规划 规划中 已规划 拟建 待建 未建 计划 筹建 筹建中 计划建设 planned planning proposed")},
	{data.StatusClosed, words("停用 已停用 停业 停运 关闭 已关闭 撤销 已撤销 闲置 暂停 暂停使用 废弃 未启用 未投用 未使用 未运行 未开放 不再使用 拆除 已拆除 closed disused inactive")},
	{data.StatusRenovating, words("装修 装修中 改造 改造中 维修 维修中 提升改造 提升改造中 整修 整修中 扩建 扩建中 renovation renovating underrenovation")},
}

// readStatus reads a word of use. known is false for a word that is none of them; blank is StatusUnknown and known.
func readStatus(text string) (s data.Status, known bool) {
	if isMissing(text) {
		return data.StatusUnknown, true
	}
	return statusWords.find(plain(text))
}

var tierWords = wordsOf[data.Tier]{
	{data.TierDistrict, words("district 区级 县级 县区级 区县级 市级 区 县 旗 districtlevel county")},
	{data.TierStreet, words("street 街道级 街道 乡镇级 乡镇 镇级 乡级 镇 乡 街镇 街道乡镇 街道(乡镇) 乡镇(街道) streetlevel subdistrict town")},
	{data.TierCommunity, words("community 社区级 社区 村 村级 行政村 社区(村) 村(社区) 居委会 communitylevel village")},
	{data.TierRegional, words("regional 区域性 区域 区域级 区域型 楼宇 园区 商圈 市场 企业 商务楼宇 两新 region")},
	{data.TierPoint, words("point servicepoint 服务点 党群服务点 党建服务点 网格 网格级 驿站 服务驿站 党群驿站 党群服务驿站")},
}

// tierMarks are parts of longer words and of names, in the order in which they decide: 社区 holds 区, and 某街道某社区中心 is a
// community's.
var tierMarks = []struct {
	tier  data.Tier
	marks []string
}{
	{data.TierPoint, []string{"服务点", "驿站", "service point"}},
	{data.TierRegional, []string{"区域性", "楼宇", "园区", "商圈", "市场党", "商务区", "产业园", "工业园", "科技园", "regional"}},
	{data.TierCommunity, []string{"社区", "村党", "村级", "村综合", "居委会", "community"}},
	{data.TierStreet, []string{"街道", "乡党", "镇党", "乡级", "镇级", "乡综合", "镇综合", "工作站", "sub-district", "subdistrict", "street-level", "town-level", " town "}},
	{data.TierDistrict, []string{"区级", "县级", "区党", "县党", "市党", "旗党", "综合型", "新区", "district", "county"}},
}

// readTier reads the word of a level column. known is false for a word that is none; blank is TierUnknown and known.
func readTier(text string) (t data.Tier, known bool) {
	if isMissing(text) {
		return data.TierUnknown, true
	}
	if t, known = tierWords.find(plain(text)); known {
		return t, true
	}
	if !aboutCenters(text) {
		return data.TierUnknown, false
	}
	t = tierByMark(text)
	return t, t != data.TierUnknown
}

// inferTier reads the level from a center's name, where the name is that of a service center at all: 翠湖社区党群服务中心.
func inferTier(name string) data.Tier {
	if !aboutCenters(name) {
		return data.TierUnknown
	}
	return tierByMark(name)
}

func aboutCenters(s string) bool {
	s = strings.ToLower(s)
	for _, mark := range []string{"党群", "党建", "综合服务", "便民服务", "社区服务", "活动中心", "党员", "区级", "县级", "乡级", "镇级", "村级", "区域性", "center", "centre", "station", "point", "-level"} {
		if strings.Contains(s, mark) {
			return true
		}
	}
	return false
}

func tierByMark(s string) data.Tier {
	s = strings.ToLower(halfWidth(s))
	for _, row := range tierMarks {
		for _, mark := range row.marks {
			if strings.Contains(s, mark) {
				return row.tier
			}
		}
	}
	return data.TierUnknown
}

var seatWords = wordsOf[data.Seat]{
	{data.SeatProvincial, words("省会 省会城市 省会驻地 省会城市驻地 省府驻地 省级政府驻地 provincial provincialcapital")},
	{data.SeatPrefecture, words("州市 州(市) 州、市 州市驻地 州市政府驻地 州(市)政府驻地 州府 地级市 市政府驻地 prefecture prefectural")},
	{data.SeatCounty, words("县 县(市、区) 县市区 县驻地 县政府驻地 县城 county countyseat")},
	{data.SeatCityCenter, words("中心城区 主城区 高新区 中心城区、高新区 中心城区高新区 city_center hightechzone")},
	{data.SeatCountyTown, words("县级城区 县城区 县(市)城区 county_town")},
}

// readSeat reads the word of 驻地类别. known is false for a word that is none; blank is SeatUnknown and known.
func readSeat(text string) (s data.Seat, known bool) {
	if isMissing(text) {
		return data.SeatUnknown, true
	}
	return seatWords.find(plain(text))
}

var flagWords = wordsOf[data.Flag]{
	{data.Yes, words("是 有 √ ✓ ✔ 1 1.0 true yes y t 专属 专属网格 综合型 综合 新建 示范 示范点 exclusive")},
	{data.No, words("否 无 没有 不是 × ✗ x 0 0.0 false no n f 非专属 基础 基础网格 普通 普通网格 一般 一般网格 普通型 非综合型 原有 既有 老旧 已建 非示范 非示范点 basic")},
}

// readFlag reads yes or no; the name of the kind itself counts as yes (专属网格 in 网格类型). Blank is Unstated and known.
func readFlag(text string) (f data.Flag, known bool) {
	switch text {
	case "", "—", "——", "-", "--", "/":
		return data.Unstated, true
	}
	return flagWords.find(plain(text))
}
