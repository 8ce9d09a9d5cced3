package words

// projectWords are those of project file, verify and schemas.
var projectWords = map[string]entry{
	"flag.project": {"项目`文件`（YAML）：数据、列和选项都写在里面；命令行的选项优先", "`FILE` of a project (YAML) that holds files, columns and options; flags on the command line win"},

	"cli.project":       {"项目文件：{file}", "Project file: {file}"},
	"cli.project_flags": {"命令行优先于项目文件：{flags}", "The command line wins over the project file: {flags}"},

	"init.head": {
		"一刻钟的项目文件。quarter 文件夹 会按它分析；命令行的选项优先。\n行首的井号表示这一行不起作用，写的是不用它时的值；要改就去掉井号。路径从本文件所在的文件夹算起。\n核对数据后请填写数据截止日期。",
		"Project file of Quarter. quarter FOLDER follows it; flags on the command line win.\nA line that begins with a number sign does nothing and shows what holds without it; take the sign off to change it. Paths are seen from the folder of this file.\nPlease fill in the cut-off date of the data.",
	},
	"init.lang":    {"结果页的语言：zh 或 en；不写则按数据中的地名", "language of the page, zh or en; by the place names in the data unless given"},
	"init.inputs":  {"数据文件，按图层，一个或几个（写在方括号里，逗号分隔）。全不写则按内容在本文件夹里识别，下面是识别的结果；写了就只读写出的", "files of each layer, one or several (in brackets, with commas). With none they are found by content in this folder, as below; with some, only those are read"},
	"init.columns": {"列名：图层.字段: 列名。不写则自动识别，下面是识别的结果", "columns, as LAYER.FIELD: NAME; recognised unless given, as below"},
	"init.passed":  {"请注意", "please note"},
	"init.unused":  {"未用的列，{file}：{columns}", "columns not used, {file}: {columns}"},
	"init.absent":  {"{field}：没有找到；冒号后写列名，能自动认出的如{names}", "{field}: not found; write its column after the colon. Known by itself: {names}"},
	"init.next":    {"下一步：打开这个文件，填上数据截止日期，核对各列；再运行 quarter {folder}", "Next: open this file, fill in the cut-off date, check the columns; then run quarter {folder}"},
	"init.found":   {"{field}：已识别", "{field}: found"},
	"init.options": {"选项，同 quarter analyze --help；默认值按规则方案“通用”", "options, as in quarter analyze --help; defaults of the rule profile General"},

	"usage.inputs_part": {"inputs 要写就写全：communities 或 grids（至少一个）和 centers；全不写则按内容在文件夹里识别", "inputs must list every layer that is used: communities or grids, and centers. With none at all they are found in the folder by content"},

	"usage.verify_folder": {"请说明要核验哪个结果文件夹", "say which report folder to verify"},

	"help.init.short": {"在数据文件夹里写一份项目文件 quarter.yaml", "write a project file quarter.yaml into a folder of data"},
	"help.init.long": {
		"看一遍文件夹里的数据（默认当前文件夹），写一份带注释的项目文件：认出的图层和列、全部选项及其默认值和单位。\n写好的文件原样使用时，结果与没有它完全相同；去掉行首的井号，改成要用的值即可。此后 quarter 文件夹 就按它分析。\n退出码：0 正常；1 失败；2 用法错误。",
		"Looks at the data of a folder (this one, unless given) and writes a commented project file: layers and columns as recognised, all options with their defaults and units.\nUsed as written, it gives the same result as no file at all; take the number sign off a line and change its value. From then on quarter FOLDER follows it.\nExit codes: 0 fine; 1 failed; 2 wrong usage.",
	},
	"help.init.use":     {"quarter init [文件夹]", "quarter init [FOLDER]"},
	"help.init.example": {"quarter init 云溪区", "quarter init cloudbrook"},
	"flag.init.force":   {"已有项目文件时另写一份，原来的会被换掉", "write even where there is a project file; it is replaced"},

	"help.verify.short": {"核验一份结果：文件有没有改动，再算一遍是否相同", "verify a report: are its files unchanged, does a new run give the same"},
	"help.verify.long": {
		"对照结果文件夹里的 run.json 逐项核验：每个结果文件、每个输入文件、项目文件和规则方案有没有改动、缺少或多出；再按记录的选项在临时文件夹里重算一遍，逐字节比较，指出第一处不同。文件夹本身不会改动。\n程序版本不同时会说明：差别可能由此而来。\n退出码：0 全部一致；1 有不一致，或无法核验；2 用法错误。",
		"Compares a report folder with its run.json: every output, every input, the project file and the profile, for what is changed, missing or extra; then runs again with the recorded options in a temporary folder, compares byte for byte and names the first difference. Nothing in the folder is changed.\nAnother version of the program is told: differences may come from that.\nExit codes: 0 all the same; 1 something is not, or cannot be verified; 2 wrong usage.",
	},
	"help.verify.use":     {"quarter verify 结果文件夹", "quarter verify FOLDER"},
	"help.verify.example": {"quarter verify 云溪区-report\nquarter verify 云溪区-report --quick --json", "quarter verify cloudbrook-report\nquarter verify cloudbrook-report --quick --json"},
	"flag.quick":          {"只核对文件，不重算", "compare the files only, without a new run"},

	"verify.check.version": {"程序版本", "program version"},
	"verify.check.output":  {"结果文件", "output"},
	"verify.check.input":   {"输入文件", "input"},
	"verify.check.project": {"项目文件", "project file"},
	"verify.check.profile": {"规则方案", "rule profile"},
	"verify.check.rerun":   {"重算", "new run"},
	"verify.state.same":    {"一致", "same"},
	"verify.state.changed": {"已改动", "changed"},
	"verify.state.missing": {"缺少", "missing"},
	"verify.state.extra":   {"多出", "extra"},
	"verify.state.differs": {"不同", "differs"},
	"verify.state.failed":  {"没有算完", "failed"},
	"verify.state.skipped": {"没有重算", "skipped"},
	"verify.state.other":   {"不同", "differs"},
	"verify.version":       {"记录为{recorded}，本程序为{found}；差别可能由版本而来", "recorded {recorded}, this program is {found}; differences may come from that"},
	"verify.hash":          {"记录{recorded}，现为{found}", "recorded {recorded}, now {found}"},
	"verify.place":         {"第一处不同：{place}", "first difference: at {place}"},
	"verify.where":         {"第一处不同：第{line}行{?place:　{place}}", "first difference: line {line}{?place: at {place}}"},
	"verify.advice.input":  {"输入、规则方案或项目文件与当时不同：要按现在的再算一遍，请重新运行；要核对当时的结果，请先恢复原来的文件", "Inputs, profile or project file are not those of the run: run again to use them as they are now, or restore the files to verify the earlier run"},
	"verify.advice.output": {"结果文件与写出时不同：请重新运行，或恢复原来的文件", "Files of the report are not as written: run again, or restore them"},
	"verify.skipped":       {"缺少输入文件{file}", "the input {file} is missing"},
	"verify.same":          {"{path}：{n}项全部一致", "{path}: all {n} checks are the same"},

	"fault.project_syntax": {
		"{file}{?feature:第{feature}行}{?value:“{value}”}：{@what:fault.yaml.}{?first:（“{column}”已在第{first}行写过）}。可用 quarter init 另写一份项目文件对照",
		"{file}{?feature:, line {feature}}{?value:, “{value}”}: {@what:fault.yaml.}{?first: (“{column}” stands in line {first} already)}. Compare with a project file written by quarter init",
	},
	"fault.yaml.colon":    {"名称后要写半角冒号，冒号后空一格", "after a name write a plain colon and a blank"},
	"fault.yaml.tab":      {"行首不能用制表符，请改成空格", "a line must not begin with a tab; use blanks"},
	"fault.yaml.twice":    {"同一项写了两次，请删去一处", "the same entry stands twice; remove one"},
	"fault.yaml.kind":     {"这里的写法不对：该写一个值的地方写了列表或下一级，或者相反", "a list or a group of entries stands where one value is wanted, or the other way round"},
	"fault.yaml.encoding": {"文件不是 UTF-8 编码，请另存为 UTF-8", "the file is not UTF-8; save it as UTF-8"},
	"fault.yaml.other":    {"这一行或上一行的写法不对，请检查缩进（用空格，同级对齐）、冒号、引号和括号", "this line or the one before cannot be read; check indents (blanks, aligned), colons, quotes and brackets"},
	"fault.project_word": {
		"{file}第{feature}行：没有“{column}”这一项。可用的是：{known}",
		"{file}, line {feature}: there is no “{column}”. Use one of: {known}",
	},
	"fault.project_size": {
		"{file}：文件过大，不像项目文件。请检查是否选错了文件",
		"{file}: is too large for a project file. Check that it is the right file",
	},
	"fail.project":      {"{file}第{line}行（{word}）：{why}", "{file}, line {line} ({word}): {why}"},
	"fail.column":       {"--column {value}：{why}", "--column {value}: {why}"},
	"fail.init_exists":  {"{path} 已经存在；要另写一份请加 --force", "{path} exists already; give --force to write it anew"},
	"fail.verify_none":  {"{path} 里没有本程序写的运行记录 run.json，无法核验；请给出结果文件夹", "{path} holds no record run.json of Quarter and cannot be verified; give the folder of a report"},
	"fail.verify":       {"{path} 与记录不一致：{n}项。{advice}", "{path} is not as recorded; checks that differ: {n}. {advice}"},
	"fail.project_open": {"项目文件 {file} 打不开：{why}", "the project file {file} cannot be opened: {why}"},
}
