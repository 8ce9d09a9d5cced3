// Package charts draws a coverage.Result: one figure per file, and with it the two things that every document shares, number
// formatting and colours. It is the only importer of go-echarts.
//
// A figure is data, not markup: its option is plain JSON without a function, its title is the finding, its table holds the drawn
// numbers. No figure on it is computed here; charts only formats, bins for display, and works out where ink goes.
//
//	for _, c := range charts.Charts {
//		f := c.Make(result, words.Chinese)
//		fmt.Println(f.Title) // 10个街道（乡镇）中有7个未到90%，石门镇最低，为39.8%
//	}
package charts
