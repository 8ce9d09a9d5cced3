// Package report writes the meeting page: one HTML file that holds a whole coverage.Result and opens without a network.
//
//	err := report.Write(w, report.Page{Result: result, Lang: words.Chinese, Title: "示例市云溪区社区服务覆盖分析报告", Cutoff: "2026-09-30"})
//
// The page is safe by construction: text is escaped by html/template, data is JSON that no script runs, the only script is the bundle
// made from charts/report/script, and a Content-Security-Policy with its hash forbids any other script and every request.
package report
