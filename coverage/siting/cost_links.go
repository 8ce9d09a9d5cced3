package siting

import (
	"math"
	"slices"

	"quarter/data"
)

// Links are the costs of single pairs, as a file of routes gives them (data.CostMatrix); a pair that it does not have costs +Inf.
type Links struct {
	demands int
	start   []int64 // of each site, and one past the last
	demand  []int32 // ascending within a site
	cost    []float64
}

// NewLinks makes costs of links from sites to demands, whose order does not matter; it panics where a link leaves the range, stands twice or
// has a cost that is negative or no finite number.
func NewLinks(demands, sites int, links []data.CostLink) *Links {
	if !slices.IsSortedFunc(links, data.CostLink.Compare) {
		links = slices.SortedFunc(slices.Values(links), data.CostLink.Compare)
	}
	l := &Links{demands: demands, start: make([]int64, sites+1), demand: make([]int32, len(links)), cost: make([]float64, len(links))}
	for k, link := range links {
		twice := k > 0 && links[k-1].Compare(link) == 0
		if twice || link.From < 0 || int(link.From) >= sites || link.To < 0 || int(link.To) >= demands || !(link.Cost >= 0) || math.IsInf(link.Cost, 1) {
			panic("siting: a link that is none")
		}
		l.demand[k], l.cost[k] = link.To, link.Cost
		l.start[link.From+1] = int64(k + 1)
	}
	for i := range sites {
		l.start[i+1] = max(l.start[i+1], l.start[i])
	}
	return l
}

// Size returns the numbers of demands and sites.
func (l *Links) Size() (demands, sites int) { return l.demands, len(l.start) - 1 }

// Len returns the number of pairs that have a cost.
func (l *Links) Len() int { return len(l.demand) }

// Row fills row with the costs from site i, +Inf where there is no link.
func (l *Links) Row(i int, row []float64) {
	for j := range row {
		row[j] = math.Inf(1)
	}
	for k := l.start[i]; k < l.start[i+1]; k++ {
		row[l.demand[k]] = l.cost[k]
	}
}

// Within appends the demands whose links from site i cost at most the limit, ascending. An infinite limit does not make a way where there is
// none.
func (l *Links) Within(i int, limit float64, to []int32) []int32 {
	for k := l.start[i]; k < l.start[i+1]; k++ {
		if l.cost[k] <= limit {
			to = append(to, l.demand[k])
		}
	}
	return to
}
