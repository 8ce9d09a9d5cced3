package charts

import (
	"cmp"
	"math"
	"strings"

	"quarter/coverage/siting"
)

// aim tells what the model was after, where that is not how many are covered.
func (t *PlanText) aim() []string {
	a := t.plan.Aim
	if a == nil {
		return nil
	}
	args := []any{"before", t.number(a.Before, t.figure), "after", t.figure(a.After), "how", t.how()}
	if a.Key == siting.AimServed {
		args = append(args, "room", shownIf(round(a.NoRoom) >= 1, t.People(a.NoRoom)), "outside", shownIf(round(a.Outside) >= 1, t.People(a.Outside)))
	}
	text := t.t("site.aim."+string(a.Key), args...)
	if s := t.plan.Solution; !s.Proven {
		text += t.space() + t.t("site.aim.bound."+s.Sense.String(), "bound", t.figure(a.Bound), "sites", t.built())
	}
	if a.ExactAfter.Known {
		text += t.space() + t.t("site.aim.exact", "before", t.number(a.ExactBefore, t.figure), "after", t.figure(a.ExactAfter.V))
	}
	return []string{text}
}

// figure writes a figure of the aim with its unit.
func (t *PlanText) figure(v float64) string {
	switch unit := t.plan.Aim.Unit; unit {
	case "share":
		return Percent(v)
	case "m":
		return t.t("site.meters", "n", Meters(v))
	case "min":
		return t.t("site.minutes", "n", Minutes(v))
	}
	return t.People(v)
}

// how costs were measured: in a straight line, or as a file says.
func (t *PlanText) how() string {
	key := "site.how.line"
	if q := t.plan.Request; q.Matrix != "" && t.plan.Aim.Key != siting.AimApart {
		key = "site.how." + cmp.Or(q.Unit, "m")
	}
	return t.t(key)
}

// idle tells sites that nobody, or next to nobody, gains by.
func (t *PlanText) idle() []string {
	idle := 0
	for i := range t.plan.Picks {
		if round(t.plan.Picks[i].Gain) < 1 {
			idle++
		}
	}
	if t.plan.Aim != nil {
		return nil
	}
	var out []string
	if useful := len(t.plan.Picks) - idle; idle > 0 {
		out = append(out, t.t(Plural("site.idle", idle), "n", Count(idle), "useful", shownIf(useful > 0, t.Sites(useful))))
	}
	return append(out, t.small()...)
}

// smallGain is the part of the largest gain below which a reader is warned of a site.
const smallGain = .01

// isSmall reports whether a pick adds next to nobody beside the one that adds most.
func (t *PlanText) isSmall(k *siting.Pick) bool {
	most := 0.0
	for i := range t.plan.Picks {
		most = max(most, t.plan.Picks[i].Gain)
	}
	return t.plan.Aim == nil && k.Gain < smallGain*most
}

// small names the sites that add somebody, but next to nobody.
func (t *PlanText) small() []string {
	var list []string
	least, most := math.Inf(1), 0.0
	for i := range t.plan.Picks {
		if k := &t.plan.Picks[i]; t.isSmall(k) && round(k.Gain) >= 1 {
			list = append(list, Count(k.Rank))
			least, most = min(least, round(k.Gain)), max(most, round(k.Gain))
		}
	}
	if list == nil {
		return nil
	}
	return []string{t.t(Plural("site.small", len(list)), "list", strings.Join(list, t.t("site.list")), "least", shownIf(least < most, Whole(least)), "most", t.People(most))}
}

// Remark is what must be known of a pick at a glance: that it was asked for, that it adds next to nobody; else "".
func (t *PlanText) Remark(k *siting.Pick) string {
	var out []string
	if t.plan.Candidates[k.Candidate].State == siting.Forced {
		out = append(out, t.t("plan.asked.site"))
	}
	switch {
	case t.isSmall(k) && round(k.Gain) < 1:
		out = append(out, t.t("plan.idle"))
	case t.isSmall(k):
		out = append(out, t.t("plan.small"))
	}
	return strings.Join(out, t.t("plan.comma"))
}

// beyond tells whom neither centers nor candidates reach.
func (t *PlanText) beyond() []string {
	if round(t.plan.Beyond) < 1 {
		return nil
	}
	return []string{t.t("site.beyond", "people", t.People(t.plan.Beyond))}
}

// roomless tells the centers of unknown floor area, which have no room in a model with capacities.
func (t *PlanText) roomless() []string {
	n := t.plan.Roomless
	if n == 0 {
		return nil
	}
	return []string{t.t(Plural("site.roomless", n), "n", Count(n))}
}

// leftOut tells the communities that a least share is not asked of.
func (t *PlanText) leftOut() []string {
	var out []string
	for _, one := range []struct {
		key string
		n   int
	}{{"site.leftout", len(t.plan.LeftOut)}, {"site.fixed", len(t.plan.Fixed)}} {
		if one.n > 0 {
			out = append(out, t.t(Plural(one.key, one.n), "n", Count(one.n)))
		}
	}
	return out
}
