package charts

import (
	"slices"

	"quarter/coverage"
	"quarter/data"
)

// signs are how the centers of each tier look, by the keys of their swatches, in the order of the legend. They are drawn from the last to
// the first, so that the rare ones lie on top.
var signs = []struct {
	key  string
	tier data.Tier
}{
	{"star", data.TierDistrict}, {"square", data.TierStreet}, {"triangle", data.TierRegional}, {"dot", data.TierCommunity}, {"ring", data.TierUnknown},
}

// signUncounted is that of centers without a circle. Service points have no circle and no sign.
const signUncounted = "uncounted"

// signsOf are the centers by sign, those that are drawn first before the others.
func (m *mapper) signsOf() []Sign {
	out := []Sign{m.signOf(signUncounted, func(i int) bool { return uncounted(m.result.Centers[i].Use) })}
	for _, s := range slices.Backward(signs) {
		out = append(out, m.signOf(s.key, func(i int) bool {
			return m.result.Centers[i].Use.Counted() && m.result.City.Centers[i].Tier == s.tier && !m.result.City.Centers[i].Planned
		}))
	}
	return slices.DeleteFunc(out, func(s Sign) bool { return len(s.At) == 0 })
}

func (m *mapper) signOf(key string, wanted func(int) bool) Sign {
	out := Sign{Key: key, Tips: Tips{Head: []string{
		m.lang.T("page.col.tier"), m.lang.T("page.col.use"), m.lang.T("page.col.within", "people", peopleWord(m.result, m.lang)),
	}}}
	for i := range m.result.Centers {
		if wanted(i) {
			out.At = append(out.At, rounded(m.result.City.Centers[i].Point))
			out.Center = append(out.Center, i)
			out.Tips.Rows = append(out.Tips.Rows, m.centerTip(i))
		}
	}
	return out
}

func uncounted(u coverage.CenterUse) bool { return !u.Counted() && u != coverage.UsePoint }

func (m *mapper) centerTip(i int) []string {
	c := &m.result.Centers[i]
	people := m.lang.T("page.dash")
	if c.Use.Counted() {
		people = Whole(c.People)
	}
	return []string{m.names.Center(i), m.lang.T("tier." + m.result.City.Centers[i].Tier.String()), UseText(m.lang, m.result, i), people}
}
