package load

import "quarter/data"

// Fields of parents by code, beside the name: only this package tells them apart.
const (
	fieldDistrictCode  data.Field = "district_code"
	fieldStreetCode    data.Field = "street_code"
	fieldCommunityCode data.Field = "community_code"
	fieldGridCode      data.Field = "grid_code"
)

// dimension is what the numbers of a field measure; it decides which units a head or a cell may state.
type dimension uint8

const (
	noNumber dimension = iota
	ofPeople
	ofHouseholds
	ofArea
	ofCount // anything else that is counted
	ofVisits
	ofMoney    // yuan
	ofPrice    // yuan, of a building: a small one without a unit is not guessed
	ofHours    // 学时
	ofShare    // 0 to 1
	ofPresence // a count, or 1 for 有 and 0 for 无
	ofDegrees
)

// accepted says by which column names a field of a layer is known: best first. Names are written in plain form (see plain). Sources:
// DOMAIN section 6; the column names of official statistical areas (CODEBASE, CODE2, TOWN_ID, H_CNT, P_CNT); what maps and
// public tables use in English.
type accepted struct {
	field data.Field
	of    dimension
	names []string
}

// layerFields lists the fields of each layer, in the order in which they are shown.
var layerFields = map[data.Layer][]accepted{
	data.LayerDistricts: join(
		[]accepted{
			{data.FieldCode, noNumber, words("区县编码 县区编码 行政区编码 行政区划代码 统计用区划代码 区划代码 代码 编码 XZQDM XZQHDM QXDM DM BM admincode adcode districtcode countycode townid code id")},
			{data.FieldName, noNumber, words("名称 区县名称 县区名称 行政区名称 区县 县区 MC XZQMC QXMC name districtname countyname district county adname")},
		}, group, counts, ofDistrict),
	data.LayerStreets: join(
		[]accepted{
			{data.FieldCode, noNumber, words("街道编码 街道代码 乡镇编码 乡镇代码 行政区划代码 统计用区划代码 区划代码 代码 编码 JDDM JDBM XZDM DM BM streetcode towncode code id")},
			{data.FieldName, noNumber, words("名称 街道名称 乡镇名称 街道乡镇 街道 乡镇 MC JDMC XZMC SSJD name streetname townname subdistrictname street subdistrict town")},
		}, inDistrict, group, counts, ofStreet),
	data.LayerCommunities: join(
		[]accepted{
			{data.FieldCode, noNumber, words("社区编码 社区代码 行政区划代码 统计用区划代码 区划代码 代码 编码 SQDM SQBM DM BM XZQDM communitycode CODE2 code id")},
			{data.FieldName, noNumber, words("名称 社区名称 居委会名称 村名称 社区 居委会 MC SQMC name communityname community neighbourhood neighborhood")},
		}, inStreet, inDistrict, group, counts,
		[]accepted{{data.FieldIsNew, noNumber, words("新建住宅小区 是否新建 是否新建住宅小区 XJ isnew new")}},
		numbers, ofCommunity),
	data.LayerGrids: join(
		[]accepted{
			{data.FieldCode, noNumber, words("网格编码 网格代码 网格编号 代码 编码 编号 WGBM WGDM DM BM gridcode gridid CODEBASE code id")},
			{data.FieldName, noNumber, words("名称 网格名称 网格 MC WGMC name gridname grid")},
		}, inCommunity, inStreet, inDistrict, group, counts,
		[]accepted{{data.FieldExclusive, noNumber, words("专属网格 是否专属 是否专属网格 网格类型 exclusive gridtype")}},
		numbers, ofGrid, located),
	data.LayerCenters: join(
		[]accepted{
			{data.FieldCode, noNumber, words("设施编码 设施代码 中心编码 站点编码 代码 编码 编号 DM BM SSBM centercode code id uid")},
			{data.FieldName, noNumber, words("名称 设施名称 中心名称 站点名称 MC SSMC name centername title")},
		}, inGrid, inCommunity, inStreet, inDistrict,
		[]accepted{
			{data.FieldTier, noNumber, words("级别 类别 设施类型 层级 类型 JB LB LX tier level category type")},
			{data.FieldStatus, noNumber, words("状态 使用状态 运行状态 运营状态 ZT status state")},
			floorArea,
			{data.FieldOfficeArea, ofArea, words("办公面积 办公用房面积 BGMJ officearea")},
			{data.FieldServiceArea, ofArea, words("服务面积 活动面积 FWMJ HDMJ servicearea")},
			{data.FieldOpening, noNumber, words("开放时间 服务时间 KFSJ openinghours opening")},
			{data.FieldComprehensive, noNumber, words("综合型 是否综合型 comprehensive")},
			{data.FieldDemoSite, noNumber, words("示范点 是否示范 是否示范点 党建示范点 demosite demo")},
			{data.FieldVisits, ofVisits, words("服务人次 年服务人次 人流量 FWRC visits")},
			{data.FieldServed, ofPeople, words("服务居民数 服务居民人数 服务人口 服务人口数 FWRKS residentsserved")},
			{data.FieldServiceType, noNumber, words("服务类型 服务类别 业务类型 功能类型 FWLX servicetype servicetypes service services")},
			{data.FieldStaff, ofCount, words("专职人数 专职工作人员数 专职人员数 工作人员数 工作人员 GZRYS fulltimestaff staff")}, // STAFF-03 asks for full-time staff
		}, located),
	data.LayerCandidates: join(
		[]accepted{
			{data.FieldCode, noNumber, words("点位编码 点位代码 点位编号 备选点位编码 备选点位编号 地块编码 地块编号 代码 编码 编号 DM BM candidatecode sitecode plotcode code id uid")},
			{data.FieldName, noNumber, words("名称 点位名称 备选点位名称 备选点位 点位 地块名称 地块 房屋名称 建筑名称 MC DWMC name candidatename sitename plotname title")},
		}, inCommunity, inStreet, inDistrict,
		[]accepted{
			{data.FieldPrice, ofPrice, words("造价 总造价 估算造价 工程造价 改造费用 改造费 改造造价 改造成本 建设费用 建设成本 建设投资 总投资 投资估算 估算投资 投资 价格 总价 购置费用 购置费 费用 总费用 成本 总成本 预算 预算金额 资金 年租金 租金 price cost totalcost buildcost buildingcost conversioncost capitalcost budget investment rent annualrent")},
			floorArea,
		}, located),
}

var (
	floorArea = accepted{data.FieldFloorArea, ofArea, words("建筑面积 总建筑面积 JZMJ floorarea grossfloorarea gfa buildingarea 面积 MJ area")}

	group = []accepted{{data.FieldGroup, noNumber, words("所属板块 板块 分组 片区 group")}}

	inDistrict = []accepted{
		{data.FieldDistrict, noNumber, words("所属区县 所属县区 所属区 区县 县区 区县名称 县区名称 SSQX QXMC district districtname county countyname adname")},
		{fieldDistrictCode, noNumber, words("区县编码 区县代码 县区编码 QXDM TOWNID districtcode districtid countycode")},
	}
	inStreet = []accepted{
		{data.FieldStreet, noNumber, words("所属街道 街道 街道名称 所属乡镇 乡镇 乡镇名称 街道乡镇 SSJD JDMC XZMC street streetname subdistrict subdistrictname town townname township")},
		{fieldStreetCode, noNumber, words("街道编码 街道代码 乡镇编码 乡镇代码 JDDM JDBM streetcode streetid towncode subdistrictcode")},
	}
	inCommunity = []accepted{
		{data.FieldCommunity, noNumber, words("所属社区 社区 社区名称 所属居委会 居委会 SSSQ SQMC community communityname")},
		{fieldCommunityCode, noNumber, words("社区编码 社区代码 所属社区编码 SQDM SQBM CODE2 communitycode communityid")},
	}
	inGrid = []accepted{
		{data.FieldGrid, noNumber, words("所属网格 网格 网格名称 SSWG WGMC grid gridname")},
		{fieldGridCode, noNumber, words("网格编码 网格代码 WGBM WGDM gridcode gridid")},
	}

	counts = []accepted{
		{data.FieldHouseholds, ofHouseholds, words("户数 总户数 常住户数 户籍户数 居民户数 住宅套数 HS ZHS HCNT households householdcount numhouseholds hh")},
		{data.FieldResident, ofPeople, words("常住人口 常住人口数 CZRK CZRKS popresident residentpopulation permanentpopulation")},
		{data.FieldRegistered, ofPeople, words("户籍人口 户籍人口数 HJRK HJRKS popregistered registeredpopulation")},
		{data.FieldActual, ofPeople, words("实有人口 实有人口数 SYRK SYRKS popactual actualpopulation")},
		{data.FieldPopulation, ofPeople, words("人口 人口数 总人口 总人口数 RK RKS ZRK RENKOU PCNT population totalpopulation pop residents people")},
		{data.FieldElderly, ofPeople, words("60岁以上人口 60岁及以上人口 60岁以上 60岁及以上 老年人口 老年人口数 LNRK pop60plus elderly")},
		{data.FieldChildren, ofPeople, words("0-14岁 0-14岁人口 0~14岁 0~14岁人口 pop014 children")},
	}
	numbers = []accepted{
		{data.FieldPartyMembers, ofCount, words("党员数 党员人数 DYS DYRS partymembers")},
		{data.FieldUnits, ofCount, words("驻区单位数 单位数 DWS units")},
		{data.FieldStaff, ofCount, words("网格员数 WGYS 工作人员数 专职人数 专职工作人员数 工作人员 staff")},
		{data.FieldPoints, ofCount, words("服务点数 党群服务点数 服务点 servicepoints")},
	}
	ofGrid = []accepted{
		{data.FieldHeads, ofCount, words("网格长数 网格长人数 WGZS gridheads heads")},
		{data.FieldBranch, ofPresence, words("网格党支部 网格党支部数 党支部 党支部数 网格党组织 网格党组织数 党组织数 WGDZB DZBS partybranch partybranches branch branches")},
		{data.FieldPartyGroups, ofPresence, words("网格党小组 网格党小组数 党小组 党小组数 WGDXZ DXZS partygroup partygroups")},
	}
	ofCommunity = []accepted{
		{data.FieldCommittee, ofPresence, words("大党委 是否大党委 社区大党委 是否建立大党委 建立大党委 DDW committee enlargedcommittee")},
		{data.FieldPartners, ofCount, words("共建单位数 共建单位 GJDWS partnerunits partners")},
		{data.FieldReporting, ofCount, words("报到党员数 报到党员人数 双报到党员数 报到党员 BDDYS reportingmembers")},
		{data.FieldInstructors, ofCount, words("专职党建指导员数 专职党建指导员人数 专职党建指导员 党建指导员数 党建指导员 DJZDYS instructors partyinstructors")},
		{data.FieldTrainingSecretary, ofHours, words("书记培训学时 社区书记培训学时 党组织书记培训学时 书记学时 SJPXXS trainingsecretary secretarytraining secretaryhours")},
		{data.FieldTrainingMembers, ofHours, words("班子成员培训学时 两委成员培训学时 成员培训学时 班子成员学时 BZPXXS trainingmembers membertraining memberhours")},
		{data.FieldTrainingStaff, ofHours, words("网格员培训学时 网格员学时 WGYPXXS trainingstaff gridstafftraining gridstaffhours")},
		{data.FieldCompounds, ofCount, words("小区数 住宅小区数 居民小区数 XQS compounds compoundcount")},
		{data.FieldCompoundBranches, ofCount, words("有党支部的小区数 已建党支部小区数 建立党支部的小区数 小区党支部数 小区党支部 XQDZBS compoundbranches compoundswithbranch")},
		{data.FieldPartyFunds, ofMoney, partyFunds},
		{data.FieldResidentGroups, ofCount, words("居民小组数 居民小组 JMXZS residentgroups")},
		{data.FieldGroupFunds, ofMoney, words("居民小组经费 居民小组党建经费 居民小组党建工作经费 每个居民小组经费 小组经费 JMXZJF groupfunds residentgroupfunds")},
		{data.FieldRunningFunds, ofMoney, words("运转经费 社区运转经费 工作经费 社区工作经费 YZJF GZJF runningfunds operatingfunds")},
		{data.FieldServiceFunds, ofMoney, words("服务群众经费 本年服务群众经费 本年度服务群众经费 今年服务群众经费 服务群众专项经费 FWQZJF servicefunds")},
		{data.FieldServiceFundsBefore, ofMoney, words("上年服务群众经费 上年度服务群众经费 上一年服务群众经费 去年服务群众经费 SNFWQZJF servicefundsbefore servicefundslastyear")},
		{data.FieldSeat, noNumber, words("驻地类别 驻地类型 驻地级别 驻地 ZDLB seat seatclass")},
	}
	ofStreet = []accepted{
		{data.FieldOfficeStaff, ofCount, words("管理办公室专职人数 社区管理办公室专职人数 管理办公室专职人员数 社区管理办公室专职人员数 管理办公室专职人员 社区管理办公室专职人员 GLBZZRS officestaff")},
		{data.FieldPartyFunds, ofMoney, partyFunds},
	}
	ofDistrict = []accepted{
		{data.FieldOrgMarket, ofShare, orgNames("商圈市场", "SQSC", "market")},
		{data.FieldOrgIndustry, ofShare, orgNames("行业", "HY", "industry")},
		{data.FieldOrgPark, ofShare, orgNames("园区", "YQ", "park")},
	}
	partyFunds = words("党建经费 党建工作经费 DJJF DJGZJF partyfunds partybuildingfunds")
	located    = []accepted{
		{data.FieldLon, ofDegrees, words("经度 东经 lng lon long longitude JD X")},
		{data.FieldLat, ofDegrees, words("纬度 北纬 lat latitude WD Y")},
		{data.FieldLocation, noNumber, words("location 坐标 经纬度 坐标点 位置坐标 coordinates wkt geometry geom")},
	}
)

// attributeFields are the numbers that stand in City.Attributes.
var attributeFields = []data.Field{
	data.FieldElderly, data.FieldChildren, data.FieldPartyMembers, data.FieldUnits, data.FieldStaff, data.FieldVisits, data.FieldPoints,
	data.FieldServed, data.FieldHeads, data.FieldBranch, data.FieldPartyGroups, data.FieldCommittee, data.FieldPartners, data.FieldReporting,
	data.FieldInstructors, data.FieldTrainingSecretary, data.FieldTrainingMembers, data.FieldTrainingStaff, data.FieldCompounds, data.FieldCompoundBranches,
	data.FieldOfficeStaff, data.FieldPartyFunds, data.FieldResidentGroups, data.FieldGroupFunds, data.FieldRunningFunds, data.FieldServiceFunds,
	data.FieldServiceFundsBefore, data.FieldOrgMarket, data.FieldOrgIndustry, data.FieldOrgPark,
}

// orgNames are the names of 党的组织覆盖率 of one kind of place: 商圈市场党的组织覆盖率.
func orgNames(zh, pinyin, en string) []string {
	return words(zh + "党的组织覆盖率 " + zh + "党组织覆盖率 " + zh + "组织覆盖率 " + zh + "党的组织覆盖 " + zh + "党组织覆盖 " + pinyin + "FGL org" + en + " " + en + "coverage")
}

// holdPersons are fields whose columns may hold names where a number is wanted: their cells are never quoted.
var holdPersons = []data.Field{data.FieldStaff, data.FieldHeads, data.FieldInstructors, data.FieldOfficeStaff}

// personalMarks are parts of names of columns that hold persons, not numbers of them: such columns are never read.
var personalMarks = []string{"姓名", "电话", "手机", "身份证", "证件号", "联系人", "联系方式", "网格长", "负责人", "楼长", "楼栋长", "书记", "微信", "邮箱", "法人", "责任人", "户主",
	"phone", "mobile", "idcard", "contact", "email", "wechat", "fullname"}

// personalNames are such columns by their whole name.
var personalNames = []string{"网格员", "主任", "站长", "tel", "telephone", "sjh", "sjhm", "lxdh", "lxr", "xm", "sfzh", "dh", "fzr", "wgz", "wgy"}

// numberMarks end the names of columns that count persons.
var numberMarks = []string{"数", "数量", "人数", "学时", "经费", "count", "num", "hours", "比例", "率"}
