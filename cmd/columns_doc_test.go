package cmd

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"quarter/charts/words"
	"quarter/data/load"
)

const columnsHead = `# 列 · Columns

每个图层认得哪些列。哪一列当作什么，运行时会打印；认错或没有认出时，用 ` + "`--column 图层.字段=列名`" + ` 或项目文件的 ` + "`columns`" + ` 指明。
Which columns of each layer are known. The program prints which column it took for what; where that is wrong, say it with
` + "`--column LAYER.FIELD=NAME`" + ` or under ` + "`columns`" + ` of the project file.

- 列名不分大小写、全角半角，空格、下划线、点、冒号不计；被截成10个字节的列名也认。几个都符合时，排在前面的优先。
  Case, full width, blanks, underscores, dots and colons do not matter; names cut to 10 bytes are known too. Of several, the earlier one wins.
- 单位可以写在列名里（` + "`建筑面积(亩)`、`党建经费/万元`" + `）或格子里（` + "`1.2万`" + `），会换算成平方米、元、人、户。
  Units may stand in the head (` + "`floor_area_m2`" + `) or in the cell, and are converted to m², yuan, people, households.
- 含个人信息的列（姓名、电话、证件号等）从不读取。Columns of personal data (names, telephones, papers) are never read.

由 ` + "`go test ./cmd -run ColumnTables -update`" + ` 生成。Generated.
`

// docs/columns.md lists what load.KnownColumns knows; -update writes it.
func TestColumnTables(t *testing.T) {
	var b strings.Builder
	b.WriteString(columnsHead)
	for _, layer := range layerOrder {
		key := "layer." + string(layer)
		fmt.Fprintf(&b, "\n## %s · %s\n\n| 字段 · Field | 含义 | Meaning | 列名 · Names |\n| --- | --- | --- | --- |\n", words.Chinese.T(key), words.English.T(key))
		for _, k := range load.KnownColumns(layer) {
			field := "field." + string(k.Field)
			fmt.Fprintf(&b, "| `%s.%s` | %s | %s | %s |\n", layer, k.Field, words.Chinese.T(field), words.English.T(field), strings.Join(k.Names, ", "))
		}
	}
	compareFile(t, "../docs/columns.md", b.String())
}

// The fields that a project draft asks for are fields of their layers.
func TestMainFieldsAreKnown(t *testing.T) {
	for layer, all := range mainFields {
		known := load.KnownColumns(layer)
		for _, field := range slices.Concat(all...) {
			if !slices.ContainsFunc(known, func(k load.KnownColumn) bool { return k.Field == field }) {
				t.Errorf("%s has no field %s", layer, field)
			}
		}
	}
}
