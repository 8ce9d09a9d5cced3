package siting

// Models are all ways to choose sites, in the order in which documents list them. A zero struct stands for each.
var Models = []Model{
	MCLP{},
	Budget{},
	LSCP{},
	Partial{},
	Backup{},
	Median{},
	Kolm{},
	Center{},
	Dispersion{},
	CapacitatedCover{},
	CapacitatedMedian{},
	Floor{},
	LeastShare{},
}
