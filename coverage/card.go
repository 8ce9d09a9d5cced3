package coverage

import (
	"cmp"
	"slices"

	"quarter/data"
)

// Warning cards (亮牌提醒). [YN] names them but no colours: the convention is this project's own (DOMAIN 4.4), not a standard.
//
//	red     a mandatory rule is missed by half of its limit or more, or population coverage is below its red line
//	yellow  any other rule is missed: an advisory one (yellow at most), one that is judged by single grids or centers and so may
//	        concern one of many, and a check of the data, which says that numbers disagree and not that anybody is badly served
//	grey    fewer than half of the mandatory rules that the input says anything about could be judged, or there is none
//	green   all that could be judged is attained
//
// A known failure counts even where little could be judged: red and yellow come before grey.

// redGap is the share of its limit by which a mandatory rule must be missed to be red.
const redGap = 0.5

// dealCards gives every community and street its card. Units that no file names get none.
func (a *analysis) dealCards() error {
	for _, level := range byCommunity {
		units := a.Level(level)
		err := each(a.ctx, len(units), a.Options.Threads, func(i int) {
			if !units[i].Virtual {
				units[i].Card = a.card(&units[i])
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *Result) card(u *Unit) Card {
	var card Card
	for i, v := range u.Verdicts {
		color := r.colorOf(v)
		if color > card.Color {
			card.Color, card.Reasons = color, nil
		}
		if color == card.Color && color > CardNone {
			card.Reasons = append(card.Reasons, i)
		}
		r.countEvaluated(&card, v)
	}
	slices.SortStableFunc(card.Reasons, func(a, b int) int { return cmp.Compare(u.Verdicts[b].missed(), u.Verdicts[a].missed()) })
	switch {
	case card.Color > CardNone:
	case card.Allowed == 0 || 2*card.Evaluated < card.Allowed:
		card.Color = CardGrey
	default:
		card.Color = CardGreen
	}
	return card
}

// countEvaluated counts a mandatory rule: allowed where the input says anything about it here, evaluated where it was judged.
func (r *Result) countEvaluated(card *Card, v Verdict) {
	if r.Profile.Rules[Rules[v.Rule].ID].Level != data.Mandatory {
		return
	}
	card.Allowed += int(indicator(v.Outcome != NotApplicable && v.Reason != ReasonNotProvided))
	card.Evaluated += int(indicator(v.Outcome == Attained || v.Outcome == NotAttained))
}

// colorOf is red or yellow for a verdict that misses its rule, CardNone for any other.
func (r *Result) colorOf(v Verdict) CardColor {
	rule := &Rules[v.Rule]
	mandatory := r.Profile.Rules[rule.ID].Level == data.Mandatory
	switch {
	case v.Outcome != NotAttained:
		return CardNone
	case !mandatory || rule.Part != "" || rule.Check:
		return CardYellow
	case reached(v.missed(), redGap) || r.belowRedLine(rule, v):
		return CardRed
	}
	return CardYellow
}

// belowRedLine reports whether a rule has a red line in the profile, as COV-04 has, and the value lies below it.
func (r *Result) belowRedLine(rule *Rule, v Verdict) bool {
	red := r.limitOf(rule.ID, "red")
	return red.Known && !reached(v.Value.V, red.V)
}
