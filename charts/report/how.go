package report

// Every printed number of the page that is a result carries the key of its explanation (data-how) and of its unit (data-u, charts.UnitKey;
// none is the whole area). The explanations stand in the method section; the script shows the one that was asked for in a drawer.

// explanation is the answer to "how do you know".
type explanation struct {
	Key      string // of the metric, or of a figure that is no metric
	Title    string // the number and its name
	Formula  string // in words
	Worked   string // the formula with the numbers of the whole area
	Inputs   []Line // what it was made from: layers, columns, counts
	Used     string // counts used
	Excluded string // counts excluded, with reasons
	Clause   string // rule, source and clause; or that it is a convention of this report
}
