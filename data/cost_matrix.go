package data

import (
	"cmp"
	"slices"
)

// CostMatrix is a file of what it costs to get from one place to another, as any routing program can write it: from, to, cost. Places are
// known by their codes, or by their names where the file uses those.
type CostMatrix struct {
	Source   Source
	Unit     string     // m or min: what every Cost is in, whatever the file is in
	From, To []Label    // in order of first appearance; Name is the text as it stands, Code what the code of a layer would be read as
	Links    []CostLink // ascending by From, then To; each pair once
	NoWay    int        // rows that say that there is no way: Inf, or an empty cost
	Faults   []Fault
}

// CostLink is the cost of one pair, >= 0. A pair that no link gives has no way.
type CostLink struct {
	From, To int32 // indexes
	Cost     float64
}

// Compare orders links by From, then To.
func (l CostLink) Compare(o CostLink) int {
	return cmp.Or(cmp.Compare(l.From, o.From), cmp.Compare(l.To, o.To))
}

// Label is how a place is called: either may be empty.
type Label struct{ Code, Name string }

// CostMatch is a matrix brought to one's own sites and demands.
type CostMatch struct {
	Links []CostLink // From: index of a site; To: index of a demand; ascending
	// Turned is set where the file runs from demands to sites.
	Turned bool
	// Sites and Demands that the file does not know, as indexes; no link reaches them.
	LostSites, LostDemands []int
	// ExtraSites and ExtraDemands stand in the file and are no site and no demand, as they are written there.
	ExtraSites, ExtraDemands []string
}

// Match finds the sites and demands in the matrix: as From and To, or the other way round where that fits more of them. A side is matched
// by codes, or by names where these fit more. A code or name that several share is nobody's.
func (m *CostMatrix) Match(sites, demands []Label) CostMatch {
	s, d := matchLabels(m.From, sites), matchLabels(m.To, demands)
	out := CostMatch{}
	if ts, td := matchLabels(m.To, sites), matchLabels(m.From, demands); ts.found+td.found > s.found+d.found {
		s, d, out.Turned = ts, td, true
	}
	out.LostSites, out.LostDemands, out.ExtraSites, out.ExtraDemands = s.lost, d.lost, s.extra, d.extra
	for _, l := range m.Links {
		from, to := l.From, l.To
		if out.Turned {
			from, to = to, from
		}
		if from, to = s.at[from], d.at[to]; from != None && to != None {
			out.Links = append(out.Links, CostLink{from, to, l.Cost})
		}
	}
	slices.SortFunc(out.Links, CostLink.Compare)
	return out
}

// matched says which place each label of a matrix means.
type matched struct {
	at    []int32 // by label of the matrix: index of the place, or None
	found int
	lost  []int
	extra []string
}

func matchLabels(written, places []Label) matched {
	byCode := matchTexts(written, places, func(l Label) string { return l.Code })
	if byName := matchTexts(written, places, func(l Label) string { return l.Name }); byName.found > byCode.found {
		return byName
	}
	return byCode
}

func matchTexts(written, places []Label, text func(Label) string) matched {
	owner := make(map[string]int32, len(places))
	for i, p := range places {
		if t := text(p); t != "" {
			if _, shared := owner[t]; shared {
				owner[t] = None
				continue
			}
			owner[t] = int32(i)
		}
	}
	out := matched{at: make([]int32, len(written))}
	known := make([]bool, len(places))
	for k, w := range written {
		i, ok := owner[text(w)]
		if !ok || i == None {
			out.at[k], out.extra = None, append(out.extra, w.Name)
			continue
		}
		out.at[k], known[i] = i, true
		out.found++
	}
	for i, k := range known {
		if !k {
			out.lost = append(out.lost, i)
		}
	}
	return out
}
