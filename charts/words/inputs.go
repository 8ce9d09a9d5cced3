package words

// inputWords are those of candidate sites, barriers and cost matrices: what site selection reads beside the layers of an analysis.
var inputWords = map[string]entry{
	"layer.candidates": {"备选点位", "candidate sites"},
	"flag.candidates":  {"备选点位的`文件`（GeoJSON 或 CSV）：费用、建筑面积；不影响分析的数字", "`FILE` of candidate sites (GeoJSON or CSV), with price and floor area; changes no figure of an analysis"},
	"field.price":      {"费用", "price"},

	"layer.barriers":    {"不能建的地方", "ground to keep off"},
	"layer.cost_matrix": {"出行成本矩阵", "cost matrix"},
	"field.from":        {"起点", "from"},
	"field.to":          {"终点", "to"},
	"field.cost":        {"出行成本", "cost"},

	"cli.matrix.candidates":     {"出行成本矩阵里没有{n}处备选点位：按矩阵谁也到不了，不会被选中", "{n} candidate sites are not in the cost matrix: nobody reaches them, and they cannot be chosen"},
	"cli.matrix.candidates.one": {"出行成本矩阵里没有{n}处备选点位：按矩阵谁也到不了，不会被选中", "{n} candidate site is not in the cost matrix: nobody reaches it, and it cannot be chosen"},
	"cli.matrix.centers":        {"出行成本矩阵里没有{n}处现有中心：按矩阵算的新增覆盖可能偏高，请补齐", "{n} existing centers are not in the cost matrix: what the model counts as newly covered may be too much. Add them"},
	"cli.matrix.centers.one":    {"出行成本矩阵里没有{n}处现有中心：按矩阵算的新增覆盖可能偏高，请补齐", "{n} existing center is not in the cost matrix: what the model counts as newly covered may be too much. Add it"},
	"cli.matrix.demands":        {"出行成本矩阵里没有{n}处人口：按矩阵哪里也到不了", "{n} places where people live are not in the cost matrix: nothing is within their reach"},
	"cli.matrix.demands.one":    {"出行成本矩阵里没有{n}处人口：按矩阵哪里也到不了", "{n} place where people live is not in the cost matrix: nothing is within its reach"},
	"cli.matrix.extra":          {"出行成本矩阵里有{n}个编码在数据里找不到，未用：{codes}", "{n} codes of the cost matrix are not in the data and were not used: {codes}"},
	"cli.matrix.extra.one":      {"出行成本矩阵里有{n}个编码在数据里找不到，未用：{codes}", "{n} code of the cost matrix is not in the data and was not used: {codes}"},

	"siting.spacing":       {"点位间距{spacing}米不合理", "a spacing of {spacing} m makes no sense"},
	"siting.spacing_small": {"间距{spacing}米会产生约{points}处点位，最多{most}处：请把间距放大", "a spacing of {spacing} m would make about {points} candidates; the most is {most}: choose a wider one"},

	"page.certificate.candidates": {"供选址使用，不参与本页计算", "for site selection; no figure of this page depends on them"},
}
