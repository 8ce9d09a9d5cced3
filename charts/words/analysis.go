package words

// analysisWords are those of curve, sensitivity, depth, blind zones, services and parts of the population.
var analysisWords = map[string]entry{
	// Blind zones.
	"metric.blind_zones": {"服务盲区数", "Uncovered zones"},
	"direction.middle":   {"中部", "center"},
	"direction.n":        {"北部", "north"},
	"direction.ne":       {"东北部", "north-east"},
	"direction.e":        {"东部", "east"},
	"direction.se":       {"东南部", "south-east"},
	"direction.s":        {"南部", "south"},
	"direction.sw":       {"西南部", "south-west"},
	"direction.w":        {"西部", "west"},
	"direction.nw":       {"西北部", "north-west"},
	"check.zones_people": {"各服务盲区与其余盲区的未覆盖人口之和等于未覆盖人口", "Uncovered zones and the rest add up to all uncovered residents"},

	// Curve and sensitivity.
	"metric.radius_80": {"覆盖80%人口所需服务半径", "Service radius that covers 80% of residents"},
	"metric.radius_90": {"覆盖90%人口所需服务半径", "Service radius that covers 90% of residents"},
	"metric.radius_95": {"覆盖95%人口所需服务半径", "Service radius that covers 95% of residents"},

	"metric.radius_80.households": {"覆盖80%住户所需服务半径", "Service radius that covers 80% of households"},
	"metric.radius_90.households": {"覆盖90%住户所需服务半径", "Service radius that covers 90% of households"},
	"metric.radius_95.households": {"覆盖95%住户所需服务半径", "Service radius that covers 95% of households"},

	"check.curve": {"覆盖曲线只升不降、不超过总人口（修正的人数）", "Coverage curves never fall nor pass all people (people moved)"},

	"walker.adult":   {"成年人", "Adult"},
	"walker.elderly": {"老年人", "Elderly person"},
	"walker.child":   {"带幼儿者", "Child with carer"},

	"assumption.walking":        {"步行快慢", "Walking, slow to fast"},
	"assumption.speed":          {"步速", "Walking speed"},
	"assumption.detour":         {"绕行系数", "Detour"},
	"assumption.strict":         {"严格口径半径", "Strict radius"},
	"assumption.tiers":          {"计入的中心级别", "Levels of centers counted"},
	"assumption.basis":          {"人口口径", "Population basis"},
	"assumption.unknown_status": {"状态未注明的中心", "Centers without status"},

	"setting.radius":           {"半径{n}米", "radius {n} m"},
	"setting.speed":            {"步速{n}米每分", "{n} m/min"},
	"setting.detour":           {"绕行系数{n}", "detour {n}"},
	"setting.tiers_community":  {"只计社区级", "community level only"},
	"setting.tiers_all":        {"各级都计", "all levels"},
	"setting.tiers_run":        {"本次所选级别", "levels of this run"},
	"setting.basis_resident":   {"按常住人口", "resident population"},
	"setting.basis_unlabelled": {"按人口", "population"},
	"setting.basis_actual":     {"按实有人口", "actual population"},
	"setting.basis_registered": {"按户籍人口", "registered population"},
	"setting.basis_households": {"按户数", "households"},
	"setting.unknown_excluded": {"不计入", "not counted"},
	"setting.unknown_counted":  {"计入", "counted"},

	// People by number of circles, services, parts of the population.
	"metric.population_once":      {"在1个服务圈内的人口", "People in exactly 1 circle"},
	"metric.population_twice":     {"在2个服务圈内的人口", "People in exactly 2 circles"},
	"metric.population_thrice":    {"在3个及以上服务圈内的人口", "People in 3 or more circles"},
	"metric.population_overlap":   {"重复覆盖人口", "People covered by 2 or more centers"},
	"metric.coverage_overlap":     {"重复覆盖率", "Share covered by 2 or more centers"},
	"metric.households_once":      {"在1个服务圈内的户数", "Households in exactly 1 circle"},
	"metric.households_twice":     {"在2个服务圈内的户数", "Households in exactly 2 circles"},
	"metric.households_thrice":    {"在3个及以上服务圈内的户数", "Households in 3 or more circles"},
	"metric.households_overlap":   {"重复覆盖户数", "Households covered by 2 or more centers"},
	"metric.service_completeness": {"服务齐全度", "Completeness of services"},

	"check.depth_population": {"按所在服务圈个数分组的人口之和＝总人口", "People by number of circles add up to the total"},
	"check.depth_uncovered":  {"不在任何服务圈内的人口＝圈外人口", "People in no circle = not covered"},
	"check.depth_circles":    {"各组人口×所在服务圈个数之和＝各服务圈内人口之和", "People × number of their circles = sum over all circles"},
	"check.depth_alone":      {"只由一个中心服务的人口之和＝在1个服务圈内的人口", "People whom one center alone serves = people in exactly 1 circle"},

	"check.zones_people.households":     {"各服务盲区与其余盲区的圈外户数之和等于圈外户数", "Uncovered zones and the rest add up to all uncovered households"},
	"check.curve.households":            {"覆盖曲线只升不降、不超过总户数（修正的户数）", "Coverage curves never fall nor pass all households (households moved)"},
	"check.depth_population.households": {"按所在服务圈个数分组的户数之和＝总户数", "Households by number of circles add up to the total"},
	"check.depth_uncovered.households":  {"不在任何服务圈内的户数＝圈外户数", "Households in no circle = not covered"},
	"check.depth_circles.households":    {"各组户数×所在服务圈个数之和＝各服务圈内户数之和", "Households × number of their circles = sum over all circles"},
	"check.depth_alone.households":      {"只由一个中心服务的户数之和＝在1个服务圈内的户数", "Households that one center alone serves = households in exactly 1 circle"},

	"unsaid.depth_differs":  {"{count}个单元的覆盖面积用两种方法计算，结果略有出入", "The covered area of {count} units differs slightly between two ways to compute it"},
	"unsaid.services_blank": {"{count}个计入的中心未注明服务类型，不计入任何一类服务", "{count} counted centers state no type of service and stand in none"},

	"field.cohort": {"分人群统计的人口", "part of the population"},
	"flag.group": {
		"另按这一`列`的人口计算覆盖率，例如 60岁以上人口；列在网格或社区文件中；可重复",
		"also measure the coverage of the people that a `COLUMN` of grid cells or communities counts; repeatable",
	},
}
