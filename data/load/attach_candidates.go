package load

import "quarter/data"

// attachCandidates gives each candidate its community: the one that it names, else the one that it lies in. A candidate outside the study
// area has none, and is told: nobody builds there.
func (b *builder) attachCandidates(at *spotPlaces) {
	c := b.city
	at.outwards(c)
	for i := range c.Candidates {
		from := b.candidateFrom[i]
		if at.known && at.outside(i) {
			from.sheet.log.sum(from.sheet.faultAt(from.row, keySitesOutside, data.Doubtful, nil))
			continue
		}
		district := b.statedDistrict(from)
		if named := b.communitiesOf(from, b.statedStreet(from, district), district, at.community[i].unit); len(named) > 0 {
			c.Candidates[i].Community = named[0]
		}
	}
}
