package words

// faults are the messages of everything that can be wrong with the input, by the key of the fault, and the words in them. Each says
// where it is (file, feature or line, code or name), what was found, and what to do.
var faults = mergeFaults(fileFaults, rowFaults, manyFaults, faultParts)

func mergeFaults(tables ...map[string]entry) map[string]entry {
	all := map[string]entry{}
	for _, t := range tables {
		for k, e := range t {
			all["fault."+k] = e
		}
	}
	return all
}

// inFile is a fault of a whole file.
func inFile(zh, en string) entry { return entry{"{file}：" + zh, "{file}: " + en} }

// inRow is a fault of one row.
func inRow(zh, en string) entry {
	return entry{"{file}第{feature}{@row:fault.row.}{?id:（{id}）}：" + zh, "{file}, {@row:fault.row.} {feature}{?id: ({id})}: " + en}
}

// inRows is a fault that stands for all rows of its kind in a file.
func inRows(zh, en string) entry {
	return entry{"{file}：{count}处" + zh + "（首处：第{feature}{@row:fault.row.}{?id:，{id}}）",
		"{file}: {count} × " + en + " (first: {@row:fault.row.} {feature}{?id:, {id}})"}
}

var fileFaults = map[string]entry{
	"file_missing":    inFile("找不到文件。请检查路径和文件名", "no such file. Check the path and the name"),
	"file_unreadable": inFile("无法读取（{why}）。请检查权限，或关闭正在占用它的程序", "cannot be read ({why}). Check the permissions, or close the program that holds it"),
	"file_is_folder":  inFile("这是文件夹，不是文件。请给出其中的文件", "is a folder, not a file. Name the file in it"),
	"folder_missing":  inFile("找不到文件夹。请检查路径", "no such folder. Check the path"),
	"folder_empty": inFile("文件夹中没有可识别的图层。请放入社区、网格、中心的 GeoJSON 或 CSV 文件，或用 --communities、--grids、--centers 指定",
		"the folder has no layer that can be recognised. Put GeoJSON or CSV files of communities, grid cells and centers there, or name them with --communities, --grids, --centers"),
	"folder_without_centers": inFile("文件夹中没有党群服务中心的图层{?passed:（未读取：{passed}）}。请放入中心的 GeoJSON 或 CSV 文件，或用 --communities、--grids、--centers 逐一指定；还没有中心的新区，放一个只有一行、状态为停用的中心文件即可",
		"the folder has no layer of centers{?passed: (passed over: {passed})}. Put a GeoJSON or CSV file of the centers there, or name each file with --communities, --grids, --centers; for a new town without any, a file with a single center of status closed will do"),
	"folder_without_area": inFile("文件夹中没有社区或网格的图层{?passed:（未读取：{passed}）}。请放入社区或网格的 GeoJSON 文件，或用 --communities、--grids、--centers 逐一指定",
		"the folder has no layer of communities or grid cells{?passed: (passed over: {passed})}. Put a GeoJSON file of them there, or name each file with --communities, --grids, --centers"),
	"wrong_layer": inFile("没有人口和户数，却有“{value}”列，像是党群服务中心的文件。请检查是否选错了文件；确是网格的，请用 {flag} 指定户数或人口列",
		"has no population or households but a column “{value}”: it looks like a file of centers. Check that it is the right file; if these are grid cells, name their column with {flag}"),
	"no_layers":  {"没有给出任何文件。请用 --communities、--grids、--centers 指定", "no file was given. Name files with --communities, --grids, --centers"},
	"file_empty": inFile("文件是空的。请重新导出", "the file is empty. Export it again"),
	"format_unknown": inFile("不是可读的格式（{@what:fault.format.}）。请另存为 GeoJSON，点位也可以另存为 UTF-8 的 CSV",
		"not a format that can be read ({@what:fault.format.}). Save it as GeoJSON; points may also be CSV in UTF-8"),
	"encoding": inFile("{?line:第{line}行}不是 UTF-8 编码{?encoding:，像是 {encoding}}。请在表格软件中另存为“CSV UTF-8”，或在地图软件中以 UTF-8 导出",
		"{?line:line {line} }is not UTF-8{?encoding:; it looks like {encoding}}. Save it as “CSV UTF-8” in the spreadsheet, or export it as UTF-8 from the map program"),
	"gzip_broken":    inFile("压缩文件已损坏或不完整。请重新复制或重新压缩", "the compressed file is damaged or cut off. Copy or compress it again"),
	"file_too_large": inFile("解压后过大。请先解压并检查内容", "unfolds to too much text. Unpack it first and look inside"),
	"not_json": inFile("第{line}行（第{offset}字节处）不是有效的 JSON：{@what:fault.json.}{?value:，此处为“{value}”}。请重新导出",
		"line {line} (byte {offset}) is not valid JSON: {@what:fault.json.}{?value:; here stands “{value}”}. Export it again"),
	"too_deep":       inFile("第{line}行（第{offset}字节处）嵌套过深。请检查文件是否为地图数据", "line {line} (byte {offset}) is nested too deeply. Check that the file is a map"),
	"token_too_long": inFile("第{line}行{?offset:（第{offset}字节处）}有一项内容过长。请检查引号是否配对", "line {line}{?offset: (byte {offset})} has a value that is far too long. Check that quotes come in pairs"),
	"not_geojson": inFile("是 JSON，但不是 GeoJSON：{@what:fault.geojson.}{?value:（“{value}”）}。请在地图软件中导出为 GeoJSON",
		"is JSON but not GeoJSON: {@what:fault.geojson.}{?value: (“{value}”)}. Export it as GeoJSON from the map program"),
	"duplicate_top_member": inFile("第{line}行（第{offset}字节处）又出现一次 {member}，无法判断以哪个为准。请重新导出", "line {line} (byte {offset}) has a second {member}; which one holds cannot be told. Export it again"),
	"no_features":          inFile("没有任何要素。请检查导出时的筛选条件；还没有中心的新区，写一个状态为停用的中心即可", "has no features. Check the filter of the export; for a new town without any center write a single one of status closed"),
	"no_rows":              inFile("只有表头，没有数据行。请检查导出时的筛选条件；还没有中心的新区，写一个状态为停用的中心即可", "has a head but no rows. Check the filter of the export; for a new town without any center write a single one of status closed"),
	"quote_open":           inFile("第{line}行的引号没有配对。请补上引号", "the quote opened in line {line} is never closed. Close it"),
	"crs_refused": inFile("坐标系为“{value}”，目前只接受经纬度（WGS 84 或 CGCS2000）。请在 QGIS 中导出为 WGS 84 或 CGCS2000 经纬度",
		"is in “{value}”; only longitude and latitude (WGS 84 or CGCS2000) can be read for now. Export it as WGS 84 or CGCS2000 degrees in QGIS"),
	"projected": inFile("像投影坐标（米），如“{value}”。请在 QGIS 中导出为 WGS 84 或 CGCS2000 经纬度",
		"the coordinates look like projected metres, such as “{value}”. Export it as WGS 84 or CGCS2000 longitude and latitude in QGIS"),
	"swapped":    inFile("经度和纬度前后颠倒，如“{value}”。请把经度放在前、纬度放在后，再导出", "latitude stands before longitude, such as “{value}”. Put longitude first and export it again"),
	"no_columns": inFile("没有可识别的字段。现有字段：{available}。请用 {flag} 指定", "has no column that can be recognised. It has: {available}. Name one with {flag}"),
	"no_coordinate_columns": inFile("表格没有经度、纬度列。现有列：{available}。请加上经度、纬度两列，或用 {flag} 指定",
		"the table has no columns of longitude and latitude. It has: {available}. Add them, or name them with {flag}"),
	"ambiguous_column":     inFile("“{field}”有几列都符合：{candidates}。请用 {flag} 指定一列", "several columns fit “{field}”: {candidates}. Choose one with {flag}"),
	"column_unknown_layer": {"{value}：没有这个图层。可用的图层：{available}", "{value}: no such layer. The layers are: {available}"},
	"column_unknown_field": {"{value}：没有这个字段。可用的字段：{available}", "{value}: no such field. The fields are: {available}"},
	"column_unknown_file": {"没有读到{@level:layer.}的文件，这一列无从找起。已读到的图层：{available}。请用 {layerflag} 指明它的文件",
		"no file of {@level:layer.} was read, so that there is no such column. These layers were read: {available}. Name the file with {layerflag}"},
	"column_unknown":       inFile("没有“{column}”列，而它被指定为“{field}”。现有列：{available}。请改成其中一列", "has no column “{column}”, which was named for “{field}”. It has: {available}. Name one of them"),
	"column_personal":      inFile("“{column}”列含个人信息，不读取。请为“{field}”另选一列", "the column “{column}” holds personal data and is not read. Choose another one for “{field}”"),
	"group_unknown":        {"--group {value}：网格和社区的文件中没有这一列。现有列：{available}", "--group {value}: no file of grid cells or communities has this column. They have: {available}"},
	"group_personal":       inFile("“{column}”列含个人信息，不读取。请用 --group 另指一列", "the column “{column}” holds personal data and is not read. Name another one with --group"),
	"group_unit":           inFile("“{column}”列不是人数。请用 --group 另指一列人数", "the column “{column}” does not count people. Name another one with --group"),
	"table_without_shapes": inFile("社区需要边界面，表格没有边界。请给出社区边界的 GeoJSON", "communities need boundaries, and a table has none. Give a GeoJSON of their boundaries"),
	"all_wrong_geometry":   inFile("几何类型是“{value}”，这个图层需要{@wanted:fault.wanted.}。请检查是否选错了文件", "its geometry is “{value}”; this layer needs {@wanted:fault.wanted.}. Check that it is the right file"),
	"nothing_usable": inFile("{count}行全部不能使用。第一处：第{feature}{@row:fault.row.}{?id:（{id}）}，{@reason:fault.reason.}{?value:（{value}）}。请改正后重新导出",
		"none of {count} rows can be used. The first: {@row:fault.row.} {feature}{?id: ({id})}, {@reason:fault.reason.}{?value: ({value})}. Correct it and export it again"),

	"matrix_table":           inFile("不是表格。出行成本矩阵应为 UTF-8 的 CSV，每行一对起点和终点", "is no table. A cost matrix is CSV in UTF-8, one pair of places a row. Save it as that"),
	"matrix_columns":         inFile("没有找到“{field}”列。现有列：{available}。请把三列写成：起点、终点、距离（米）或时间（分钟）", "has no column “{field}”. It has: {available}. Head the three columns from, to and cost (m) or cost (min)"),
	"matrix_several_columns": inFile("“{field}”有几列都符合：{candidates}。请只保留一列", "several columns fit “{field}”: {candidates}. Keep one of them only"),
	"matrix_unit":            inFile("“{column}”列没有写明单位，或单位与列名不符。请在表头写明，如距离（米）、时间（分钟）", "the column “{column}” states no unit, or one that does not fit its name. Write it into the head, such as distance (m) or time (min)"),
	"matrix_empty":           inFile("没有一对起点和终点的成本可以使用。请检查各列是否对应", "has no pair of places with a cost that can be used. Check that its columns are the right ones"),
	"matrix_unit_assumed":    inFile("“{column}”列没有写明单位，按米读取。请核对，或在表头写明单位", "the column “{column}” states no unit and was read in metres. Check that, or write the unit into the head"),
	"matrix_no_way":          inFile("{count}行的成本为空或无穷大，按不可到达处理。请核对", "{count} × a cost that is empty or infinite: taken for no way. Please check"),
	"matrix_repeated":        inFile("{count}行与前面的行完全相同，只算一次，无需处理", "{count} × a row that says the same as an earlier one; it counts once. Nothing to do"),

	"personal_columns": inFile("含个人信息的列未读取：{column}", "columns of personal data were not read: {column}"),
	"column_chosen":    inFile("“{field}”取自“{column}”列；“{other}”列也符合。如需改用，请加 {flag}", "“{field}” is taken from the column “{column}”; “{other}” would fit too. To use that, add {flag}"),
	"columns_too_many": inFile("列数超过{value}，多出的列未读取。请删去用不到的列", "has more than {value} columns; the further ones were not read. Remove those that are not needed"),
	"xy_by_range":      inFile("列“{column}”按数值判断：前者为纬度，后者为经度。请核对", "the columns “{column}” were told apart by their values: the first is latitude, the second longitude. Please check"),
	"tier_column":      inFile("“{column}”列没有中心级别（如“{value}”），级别改由名称判断。如确为级别，请加 {flag}", "the column “{column}” has no level of a center (such as “{value}”); levels were read from the names. If it is the level, add {flag}"),
	"more_of_these":    inFile("另有{count}处同类问题未逐一列出。请先改正已列出的", "{count} more of the same are not listed one by one. Correct the listed ones first"),
	"layer_doubtful":   inFile("仅凭文件名当作“{@level:layer.}”读取。如不对，请用 --communities、--grids、--centers 指定", "was read as {@level:layer.} by its name only. If that is wrong, name the files with --communities, --grids, --centers"),
	"file_ignored": inFile("未读取：{@reason:fault.reason.}。如需使用，请{?convert:另存为 GeoJSON，点位也可以另存为 UTF-8 的 CSV}{?name:用 --communities、--grids 或 --centers 指定}",
		"was passed over: {@reason:fault.reason.}. To use it, {?convert:save it as GeoJSON; points may also be CSV in UTF-8}{?name:name it with --communities, --grids or --centers}"),
	"file_replaced": inFile("未读取：{@level:layer.}已用选项另行指定，无需处理", "was passed over: another file was named for {@level:layer.}. Nothing to do"),
	"shapes_unknown": inFile("读出了{count}个{@kind:fault.wanted.}，但没有一列认得出是什么，所以未读取{?available:。现有列：{available}}。请说明它是哪个图层、哪一列是什么：例如加 {layerflag} {file} {flag}，或写进 quarter.yaml",
		"has {count} {@kind:fault.wanted.}, but none of its columns is known, so it was passed over{?available:. It has: {available}}. Say which layer it is and which column is what, such as {layerflag} {file} {flag}, or in quarter.yaml"),
	"centers_all_outside": inFile("{count}个中心全部在研究范围以外。请核对经度、纬度和坐标系，以及是否选错了文件", "all {count} centers lie outside the study area. Check their longitudes and latitudes, the coordinate system, and that it is the right file"),
	"edge_of_area":        inFile("没有一个中心在研究范围以外，可能只截取了本区的点位，边界附近的覆盖会偏低。如有邻区的中心，请一并给出", "no center lies outside the study area: the file may be cut at the border, and coverage near it understated. Add the centers of the neighbours if you have them"),
}

var rowFaults = map[string]entry{
	"feature_bad":      inRow("不是有效的要素（{@what:fault.feature.}{?value:，“{value}”}），未使用。请重新导出", "is not a feature ({@what:fault.feature.}{?value:, “{value}”}) and was not used. Export it again"),
	"no_geometry":      inRow("没有图形，未使用。请补上边界或点位", "has no geometry and was not used. Draw its boundary or place"),
	"no_place":         inRow("缺坐标{?value:（{value}）}，未使用。请补上经度和纬度", "has no coordinates{?value: ({value})} and was not used. Add longitude and latitude"),
	"geometry_bad":     inRow("图形无效（{@what:fault.geometry.}{?value:，“{value}”}），未使用。请在地图软件中修改", "its geometry is not valid ({@what:fault.geometry.}{?value:, “{value}”}) and was not used. Correct it in the map program"),
	"coordinates_bad":  inRow("坐标无效（{@what:fault.coordinates.}{?value:，“{value}”}），未使用。请重新导出", "its coordinates are not valid ({@what:fault.coordinates.}{?value:, “{value}”}) and it was not used. Export it again"),
	"wrong_geometry":   inRow("几何类型是“{value}”，这个图层需要{@wanted:fault.wanted.}，未使用。请检查这个要素", "its geometry is “{value}”; this layer needs {@wanted:fault.wanted.}. It was not used; check this feature"),
	"several_points":   inRow("有{value}个点，只能有一个，未使用。请分成单个的点", "has {value} points where one is needed, and was not used. Split it into single points"),
	"out_of_range":     inRow("坐标“{value}”超出经纬度范围，未使用。请核对经度、纬度是否颠倒", "the place “{value}” is no longitude and latitude; it was not used. Check whether they are swapped"),
	"location_bad":     inRow("坐标“{value}”无法识别，未使用。请写成经度,纬度，如 102.71,25.04", "the place “{value}” cannot be read; it was not used. Write longitude,latitude, such as 102.71,25.04"),
	"row_length":       inRow("有{value}格，表头有{expected}格，未使用。请检查逗号和引号", "has {value} cells where the head has {expected}, and was not used. Check commas and quotes"),
	"row_quote":        inRow("引号后面还有内容，未使用。请检查引号", "has text after a closing quote, and was not used. Check the quotes"),
	"duplicate_code":   inRow("编码“{value}”与{firstfile}第{first}{@row:fault.row.}{?firstid:（{firstid}）}重复，后一个未使用。请改正编码", "the code “{value}” stands at {firstfile}, {@row:fault.row.} {first}{?firstid: ({firstid})} already; this later one was not used. Correct the code"),
	"duplicate_name":   inRow("名称“{value}”与{firstfile}第{first}{@row:fault.row.}重复，又没有编码，两者都使用。请补上编码", "the name “{value}” stands at {firstfile}, {@row:fault.row.} {first} too, and there is no code; both were used. Add codes"),
	"duplicate_member": inRow("“{member}”出现两次{?value:，以后一个“{value}”为准}。请重新导出", "has “{member}” twice{?value:; the later one, “{value}”, was used}. Export it again"),

	"geometry_empty":             inRow("边界是空的，未使用。请补画边界", "its boundary is empty; it was not used. Draw it"),
	"geometry_too_few_points":    inRow("边界在“{value}”处不足三个点，未使用。请修改边界", "its boundary has fewer than three points at “{value}”; it was not used. Correct the boundary"),
	"geometry_not_finite":        inRow("边界坐标不是数（{value}），未使用。请重新导出", "its boundary has a coordinate that is no number ({value}); it was not used. Export it again"),
	"geometry_out_of_range":      inRow("边界坐标“{value}”超出经纬度范围，未使用。请核对坐标", "its boundary has “{value}”, which is no longitude and latitude; it was not used. Check the coordinates"),
	"geometry_pole":              inRow("边界围住极点（{value}），未使用。请核对坐标", "its boundary runs around a pole ({value}); it was not used. Check the coordinates"),
	"geometry_self_crossing":     inRow("边界在“{value}”处自相交，未使用。请在地图软件中修复该处", "its boundary crosses itself at “{value}”; it was not used. Repair the place in the map program"),
	"geometry_overlapping_edges": inRow("边界在“{value}”处有重合的边，未使用。请在地图软件中修复该处", "its boundary runs along itself at “{value}”; it was not used. Repair the place in the map program"),
	"geometry_hole_outside":      inRow("内洞在“{value}”处超出外边界，未使用。请在地图软件中修复该处", "it has a hole that leaves its boundary at “{value}”; it was not used. Repair the place in the map program"),
	"geometry_holes_overlap":     inRow("两个内洞在“{value}”处重叠，未使用。请在地图软件中修复该处", "it has two holes that overlap at “{value}”; it was not used. Repair the place in the map program"),
	"geometry_parts_overlap":     inRow("两个部分在“{value}”处重叠，未使用。请在地图软件中修复该处", "it has two parts that overlap at “{value}”; it was not used. Repair the place in the map program"),
	"geometry_zero_area":         inRow("边界在“{value}”处没有面积，未使用。请修改边界", "its boundary has no area at “{value}”; it was not used. Correct the boundary"),

	"number_text":       inRow("“{column}”{?value:的“{value}”}不是数字，按缺数据处理。请改成数字", "“{column}”{?value:, “{value}”,} is not a number and counts as missing. Write a number"),
	"number_negative":   inRow("“{column}”的“{value}”是负数，按缺数据处理。请核实", "“{column}”, “{value}”, is negative and counts as missing. Check it"),
	"number_not_finite": inRow("“{column}”的“{value}”不是有限的数，按缺数据处理。请核实", "“{column}”, “{value}”, is not a finite number and counts as missing. Check it"),
	"number_too_large":  inRow("“{column}”的“{value}”大得不合理，按缺数据处理。请核对单位", "“{column}”, “{value}”, is beyond belief and counts as missing. Check the unit"),
	"number_pending":    inRow("“{column}”为“{value}”，按缺数据处理。请核实后补上", "“{column}” says “{value}” and counts as missing. Fill it in when it is known"),
	"matrix_code":       inRow("没有起点或终点，未使用。请补上", "has no place to go from or to, and was not used. Add it"),
	"matrix_cost":       inRow("“{column}”为“{value}”，{@why:fault.matrix.}，未使用。请改正后重新导出", "“{column}” is “{value}”, {@why:fault.matrix.}; the row was not used. Correct it and export it again"),
	"matrix_twice":      inRow("从“{from}”到“{to}”与第{first}行重复而成本不同（{value}、{other}），后一行未使用。请改正其中一行", "“{from}” to “{to}” stands in line {first} already, at {other} instead of {value}; this later row was not used. Correct one of them"),
	"price_unclear":     inRow("“{column}”没有写明单位，“{value}”可能是元，也可能是万元，未采用。请在表头或格子里写明单位，如120万元", "“{column}” states no unit; “{value}” may be yuan or 10,000 yuan and was not used. Write the unit into the head or the cell, such as 1,200,000 yuan"),
	"share_unclear":     inRow("“{column}”的表头是百分数，“{value}”可能是百分数，也可能是比例，未采用。请写明百分号，如92%", "“{column}” is headed in percent; “{value}” may be a percentage or a share and was not used. Write it with the sign, such as 92%"),
	"code_damaged":      inRow("“{column}”的编码“{value}”已被表格软件改成数字，末尾几位丢失，未使用编码。请把该列设为文本后重新填写", "“{column}”: a spreadsheet turned the code “{value}” into a number and lost digits; the code was not used. Make the column text and fill it in again"),

	"parent_ambiguous": inRow("所属“{value}”在{@level:layer.}中有几个同名，无法判断。请改用编码", "names “{value}”, which several of the {@level:layer.} are called; which one cannot be told. Use the code"),
	"parent_disagrees": inRow("写明属于“{said}”，位置却在“{place}”，按写明的计。请核对", "says that it belongs to “{said}” but lies in “{place}”; what it says was used. Please check"),
	"no_parent":        inRow("不在任何{@level:layer.}之内，也没有写明所属，单独列出。请核对边界", "lies in none of the {@level:layer.} and names none; it is shown apart. Check the boundaries"),
}

var manyFaults = map[string]entry{
	"parent_unknown":           inRows("写明的所属“{value}”在{@level:layer.}中找不到，改按位置判断。请核对名称或编码", "“{value}” is named as parent but is none of the {@level:layer.}; the place decided instead. Check the name or code"),
	"no_name":                  inRows("既无名称也无编码，用序号代替。请补上名称", "neither name nor code, so the number stands for it. Add a name"),
	"number_about":             inRows("“{column}”是约数{?example:（如“{example}”）}，按数值使用。请核实", "“{column}” is a rough figure{?example: (such as “{example}”)}, used as it stands. Check it"),
	"code_repaired":            inRows("“{column}”的编码“{value}”被表格软件写成了数字，已还原。建议把该列设为文本", "“{column}”: the code “{value}” was written as a number by a spreadsheet and was restored. Better make the column text"),
	"tier_word":                inRows("“{column}”的级别“{value}”无法识别，按级别未注明处理。请改用区级、街道、社区、区域性或服务点", "“{column}”: the level “{value}” is not known and counts as not stated. Write district, street, community, regional or point"),
	"tier_missing":             inRows("没有写明中心级别。请补上级别", "center without a level. Add it"),
	"tier_inferred":            inRows("中心级别由名称判断。请核对，或补上级别", "center whose level was read from its name. Check it, or add the level"),
	"status_word":              inRows("“{column}”的状态“{value}”无法识别，按状态未注明处理。请改用在用、在建、规划、停用或装修", "“{column}”: the status “{value}” is not known and counts as not stated. Write open, building, planned, closed or renovating"),
	"status_missing":           inRows("没有写明使用状态。请补上状态", "center without a status. Add it"),
	"flag_word":                inRows("“{column}”的“{value}”不是“是”或“否”，按未注明处理。请改正", "“{column}”: “{value}” is neither yes nor no and counts as not stated. Correct it"),
	"seat_word":                inRows("“{column}”的驻地类别“{value}”无法识别，按未注明处理。请改用省会、州市、县、中心城区、高新区或县级城区", "“{column}”: the class of seat “{value}” is not known and counts as not stated. Write provincial, prefecture, county, city center or county town"),
	"opening_word":             inRows("“{column}”的“{value}”看不出周末和晚间是否开放，按未注明处理。请写明日子和时间，如周一至周日8点至20点", "“{column}”: “{value}” does not tell whether it is open at weekends or in the evening, and counts as not stated. Write days and hours, such as Mon-Sun 8:30-20:00"),
	"rings_closed":             inRows("边界没有首尾相接，已闭合。建议在源数据中修正", "boundary that was not closed; it was closed. Better correct the source"),
	"rings_oriented":           inRows("边界绕向不符合标准，已改正，不影响图形，无需处理", "boundary drawn the other way around; it was turned, which changes nothing. Nothing to do"),
	"points_repeated":          inRows("边界有连续重复的点，已去掉，不影响图形，无需处理", "boundary with repeated points; they were dropped, which changes nothing. Nothing to do"),
	"parts_empty":              inRows("边界含空的部分，已去掉。建议在源数据中修正", "boundary with an empty part; it was dropped. Better correct the source"),
	"third_ordinate":           inRows("坐标带高程等第三个数，未使用，无需处理", "coordinate with a third number, such as height; it was not used. Nothing to do"),
	"coordinates_text":         inRows("坐标写成了文本，已当作数字读取。建议重新导出", "coordinate written as text; it was read as a number. Better export it again"),
	"collection_mixed":         inRows("图形由几种类型混合而成，只用了适合本图层的部分。请核对", "geometry of mixed kinds; only the part that fits the layer was used. Please check"),
	"properties_bad":           inRows("属性格式不对，按没有属性处理。请重新导出", "feature whose properties are not an object; it counts as without any. Export it again"),
	"properties_missing":       inRows("没有属性，只使用图形。如需名称和数值，请重新导出", "feature without properties; only its geometry was used. Export it again if it needs names and numbers"),
	"id_bad":                   inRows("要素的标识既不是文本也不是数字，未使用，无需处理", "feature whose id is neither text nor number; it was not used. Nothing to do"),
	"bbox_bad":                 inRows("外包框写法不对，未使用，无需处理", "bounding box that is none; it was not used. Nothing to do"),
	"parts_above_floor":        inRows("服务面积或办公面积大于建筑面积，按原数使用。请核对三项面积和单位", "service or office area above the floor area, used as given. Check the three areas and their units"),
	"branches_above_compounds": inRows("有党支部的小区数大于小区数，两项都按缺数据处理。请核对", "more compounds with a party branch than compounds; both count as missing. Check them"),
	"candidates_outside":       inRows("备选点位在研究范围以外，不能选用。请核对经度、纬度和坐标系", "candidate site outside the study area; it cannot be chosen. Check its longitude, latitude and coordinate system"),
	"centers_outside":          inRows("中心在研究范围以外，服务圈伸入范围内的部分照常计算。请核对是否确为邻区的中心", "center outside the study area; the part of its circle that reaches in counts. Check that it is a neighbour's"),
	"grids_overlap":            inRows("网格压在另一个网格上，两处人口都已计入，可能重复计算。请核对是否重复或边界有误", "grid cell on top of another one; the people of both are counted, perhaps twice. Check for duplicates and wrong boundaries"),
	"centers_far_outside":      inRows("中心远在研究范围以外，服务圈完全够不着范围内。请核对经度、纬度和坐标系", "center so far outside the study area that its circle does not reach in at all. Check its longitude, latitude and coordinate system"),
}

// faultParts are words inside the messages.
var faultParts = map[string]entry{
	"row.feature": {"个要素", "feature"},
	"row.line":    {"行", "line"},

	"format.zip":       {"表格或压缩包", "a workbook or an archive"},
	"format.xls":       {"旧式工作簿", "an old workbook"},
	"format.shapefile": {"Shapefile", "a Shapefile"},
	"format.sqlite":    {"GeoPackage 或数据库", "a GeoPackage or a database"},
	"format.pdf":       {"PDF", "a PDF"},
	"format.xml":       {"XML、KML 或网页", "XML, KML or a web page"},
	"format.binary":    {"二进制文件", "a binary file"},
	"format.other":     {"无法识别", "not recognised"},

	"json.cut":    {"文件在这里中断，不完整", "the file ends here, incomplete"},
	"json.value":  {"应为一个值", "a value should stand here"},
	"json.comma":  {"应为逗号或右括号", "a comma or a closing bracket should stand here"},
	"json.colon":  {"应为冒号", "a colon should stand here"},
	"json.name":   {"应为带引号的名称", "a name in quotes should stand here"},
	"json.string": {"文本没有写完，或含换行等控制字符", "a text is not finished, or holds a line break"},
	"json.escape": {"转义写法不对", "an escape is not valid"},
	"json.end":    {"数据结束后还有内容", "there is more after the end of the data"},

	"geojson.object":   {"最外层不是对象", "the outermost value is not an object"},
	"geojson.features": {"没有要素列表", "there is no list of features"},
	"geojson.type":     {"没有写明类型", "its type is not stated"},
	"geojson.unknown":  {"类型无法识别", "its type is not known"},

	"feature.null":   {"空值", "a null"},
	"feature.object": {"不是对象", "not an object"},
	"feature.type":   {"类型不是要素", "its type is not that of a feature"},

	"geometry.object":      {"不是对象", "not an object"},
	"geometry.type":        {"没有写明类型", "its type is not stated"},
	"geometry.unknown":     {"类型无法识别", "its type is not known"},
	"geometry.coordinates": {"没有坐标", "no coordinates"},
	"geometry.geometries":  {"没有图形列表", "no list of geometries"},

	"coordinates.array":  {"不是列表", "not a list"},
	"coordinates.depth":  {"层数与类型不符", "not nested as its type says"},
	"coordinates.empty":  {"含空的位置", "an empty position"},
	"coordinates.short":  {"一个位置不足两个数", "a position with fewer than two numbers"},
	"coordinates.number": {"含不是数的内容", "something that is not a number"},
	"coordinates.finite": {"含非有限的数", "a number that is not finite"},

	"matrix.text":     {"不是数", "which is no number"},
	"matrix.number":   {"不是有限的数", "which is no finite number"},
	"matrix.negative": {"是负数", "which is negative"},
	"matrix.unit":     {"单位与其他行不同", "in another kind of unit than the other rows"},

	"wanted.polygon":          {"面", "polygons"},
	"wanted.point":            {"点", "points"},
	"wanted.polygon_or_point": {"面或点", "polygons or points"},

	"reason.feature_bad":                {"不是有效的要素", "not a feature"},
	"reason.no_geometry":                {"没有图形", "no geometry"},
	"reason.no_place":                   {"缺坐标", "no coordinates"},
	"reason.geometry_bad":               {"图形无效", "its geometry is not valid"},
	"reason.coordinates_bad":            {"坐标无效", "its coordinates are not valid"},
	"reason.wrong_geometry":             {"几何类型不对", "the wrong kind of geometry"},
	"reason.several_points":             {"有多个点", "several points"},
	"reason.out_of_range":               {"坐标超出经纬度范围", "its place is no longitude and latitude"},
	"reason.location_bad":               {"坐标无法识别", "its place cannot be read"},
	"reason.row_length":                 {"格数与表头不符", "not as many cells as the head"},
	"reason.row_quote":                  {"引号用法不对", "a quote in the wrong place"},
	"reason.duplicate_code":             {"编码重复", "its code is used already"},
	"reason.duplicate_member":           {"同一内容出现两次", "something stands twice"},
	"reason.geometry_empty":             {"边界是空的", "its boundary is empty"},
	"reason.geometry_too_few_points":    {"边界不足三个点", "its boundary has fewer than three points"},
	"reason.geometry_not_finite":        {"边界坐标不是数", "a coordinate is no number"},
	"reason.geometry_out_of_range":      {"边界坐标超出经纬度范围", "a coordinate is no longitude and latitude"},
	"reason.geometry_pole":              {"边界围住极点", "its boundary runs around a pole"},
	"reason.geometry_self_crossing":     {"边界自相交", "its boundary crosses itself"},
	"reason.geometry_overlapping_edges": {"边界有重合的边", "its boundary runs along itself"},
	"reason.geometry_hole_outside":      {"内洞超出外边界", "a hole leaves its boundary"},
	"reason.geometry_holes_overlap":     {"内洞重叠", "its holes overlap"},
	"reason.geometry_parts_overlap":     {"各部分重叠", "its parts overlap"},
	"reason.geometry_zero_area":         {"边界没有面积", "its boundary has no area"},
	"reason.no_columns":                 {"没有可识别的图形和字段", "no geometry or columns that can be recognised"},
	"reason.not_geojson":                {"不是 GeoJSON", "not GeoJSON"},
	"reason.no_rows":                    {"没有数据行", "no rows"},
	"reason.format_unknown":             {"不是可读的格式", "not a format that can be read"},
}
