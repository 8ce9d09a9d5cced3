package charts

import (
	"slices"

	"quarter/coverage"
)

// dealt reports whether any community's card says more than that too little is known.
func (m *mapper) dealt() bool {
	return slices.ContainsFunc(m.result.Level(coverage.LevelCommunity), func(u coverage.Unit) bool { return u.Card.Color > coverage.CardGrey })
}

// cardColors are the cards from the worst on.
var cardColors = []coverage.CardColor{coverage.CardRed, coverage.CardYellow, coverage.CardGreen, coverage.CardGrey}

// cardLayer colours communities by their warning card.
func (m *mapper) cardLayer() Layer {
	count := map[coverage.CardColor]int{}
	for _, u := range m.result.Level(coverage.LevelCommunity) {
		count[u.Card.Color]++
	}
	l := Layer{
		Key: "cards", Light: true, Reading: m.lang.T("map.cards.reading"),
		Title: m.lang.T("map.cards.title", "red", Count(count[coverage.CardRed]), "yellow", Count(count[coverage.CardYellow]),
			"green", Count(count[coverage.CardGreen]), "grey", Count(count[coverage.CardGrey])),
		Tips: m.communityTips([]string{m.lang.T("page.col.card"), m.lang.T("page.col.reasons")}, m.cardCells),
	}
	var classes []Class
	for _, c := range cardColors {
		key := c.String()
		classes = append(classes, class("card-"+key, m.lang.T("map.cards.letter."+key), m.lang.T("map.cards."+key)))
	}
	return m.ofRegions(l, classes, func(u *coverage.Unit) string {
		if u.Card.Color == coverage.CardNone {
			return classNA
		}
		return "card-" + u.Card.Color.String()
	})
}

// cardCells are a community's card and the names of the rules that decide it.
func (m *mapper) cardCells(u *coverage.Unit) []string {
	if u.Card.Color == coverage.CardNone {
		return []string{m.lang.T("page.dash"), ""}
	}
	reasons := ""
	for k, i := range u.Card.Reasons {
		if k > 0 {
			reasons += m.lang.T("page.comma")
		}
		reasons += RuleName(m.lang, m.result, coverage.Rules[u.Verdicts[i].Rule].ID)
	}
	return []string{m.lang.T("page.card." + u.Card.Color.String()), reasons}
}
