package words

// mapPageWords are the words around the map of the page: its tabs, its search, its buttons, the list of blind zones.
var mapPageWords = map[string]entry{
	"mappage.layers":         {"图层", "Layers of the map"},
	"mappage.find":           {"查找社区或街道", "Find a community or sub-district"},
	"mappage.find.grids":     {"查找网格", "Find a grid cell"},
	"mappage.find.none":      {"没有找到", "Nothing found"},
	"mappage.in":             {"放大", "Zoom in"},
	"mappage.out":            {"缩小", "Zoom out"},
	"mappage.whole":          {"全图", "Whole map"},
	"mappage.keys":           {"地图：方向键在各处之间移动，回车键选定，加号和减号缩放，0回到全图，退出键取消选定。", "Map: arrow keys move between places, Enter chooses, plus and minus zoom, 0 shows the whole map, Escape clears the choice."},
	"mappage.wheel":          {"按住Ctrl键滚动可缩放地图", "Hold Ctrl and scroll to zoom the map"},
	"mappage.zones":          {"服务盲区", "Uncovered zones"},
	"mappage.zones.rest":     {"其余{n}处", "{n} further zones"},
	"mappage.zones.rest.one": {"其余1处", "1 further zone"},
	"mappage.small":          {"不足{least}的零星处", "Scattered, below {least}"},
	"mappage.sum":            {"圈外合计", "Outside, total"},
	"mappage.rounded":        {"因四舍五入，分项之和与合计略有出入。", "Rounded parts differ slightly from the rounded total."},
	"mappage.away":           {"距最近中心（米）", "To nearest center, m"},
}
