package charts

import (
	"cmp"

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

// idle tells sites that nobody gains by.
func (t *PlanText) idle() []string {
	idle := 0
	for i := range t.plan.Picks {
		if round(t.plan.Picks[i].Gain) < 1 {
			idle++
		}
	}
	useful := len(t.plan.Picks) - idle
	if idle == 0 || t.plan.Aim != nil {
		return nil
	}
	return []string{t.t(Plural("site.idle", idle), "n", Count(idle), "useful", shownIf(useful > 0, t.Sites(useful)))}
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
