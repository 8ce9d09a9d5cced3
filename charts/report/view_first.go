package report

import (
	"quarter/charts"
	"quarter/coverage"
)

// sayFirst tells what to do first: where to build; without sites which uncovered zone, or which shortfall, is the largest.
func (v *view) sayFirst() string {
	switch {
	case len(v.r.Sites) > 0:
		return v.saySites()
	case len(v.r.Zones) > 0:
		return v.sayZone()
	}
	return v.sayLargestGap()
}

func (v *view) saySites() string {
	sites := v.r.Sites
	n, first, last := len(sites), sites[0], sites[len(sites)-1]
	sum := 0.0
	for _, s := range sites {
		sum += s.NewPeople
	}
	text := v.t(charts.Plural("answer.sites", n), "n", charts.Count(n), "place", name(charts.SitePlace(v.names, v.r, first)), "people", v.people(),
		"new", v.headcount("site_new", "sum", nil, strong, charts.Whole(sum)), "first", v.site(first), "last", v.site(last),
		"rate", marked("site_rate", "", siteKey(last), strong, v.rate(last.Share)+"%")) + v.sayReached()
	place, k := v.mostSites()
	switch {
	case k > 1 && k < n:
		text += v.t("answer.sites.where", "n", charts.Count(n), "k", charts.Count(k), "name", name(place))
	case n > 1:
		text += v.t("answer.sites.best", "mark", v.site(first), "place", name(charts.SitePlace(v.names, v.r, first)), "new", marked("site_new", "", siteKey(first), plain, v.t("how.unit."+v.counted(), "n", charts.Whole(first.NewPeople))))
	}
	return text
}

// site is the letter of a site on the map.
func (v *view) site(s coverage.Site) string { return charts.SiteMark(v.lang, s.Rank) }

// siteKey is how the page calls a site: x and its rank.
func siteKey(s coverage.Site) string { return "x" + charts.Count(s.Rank) }

// sayReached tells whether the sites reach the standard, where it is not attained already.
func (v *view) sayReached() string {
	verdict, ok := v.r.Total().Verdict("COV-04")
	if !ok || verdict.Outcome != coverage.NotAttained {
		return v.t("answer.sites.end")
	}
	last := v.r.Sites[len(v.r.Sites)-1]
	limit := charts.Limit(verdict.Limit.V)
	at, reached := v.reaching()
	switch {
	case !reached:
		gap := v.t("page.points", "n", charts.Points(verdict.Limit.V, last.Share, verdict.Limit.V))
		return v.t("answer.sites.misses", "limit", limit, "gap", marked("site_rate", "gap", siteKey(last), plain, gap))
	case at.Rank < last.Rank:
		return v.t("answer.sites.early", "limit", limit, "mark", v.site(at))
	}
	return v.t("answer.sites.reaches", "limit", limit)
}

// reaching is the first site after which the standard is attained, where it is not attained already.
func (v *view) reaching() (coverage.Site, bool) {
	verdict, ok := v.r.Total().Verdict("COV-04")
	if !ok || verdict.Outcome != coverage.NotAttained {
		return coverage.Site{}, false
	}
	for _, s := range v.r.Sites {
		if charts.Reached(s.Share, verdict.Limit.V) {
			return s, true
		}
	}
	return coverage.Site{}, false
}

// mostSites is the unit of the breakdown that gets the most sites, and how many; of several the one of the best site.
func (v *view) mostSites() (place string, n int) {
	if v.level == coverage.LevelCommunity {
		return "", 0
	}
	count := map[int]int{}
	at := make([]int, len(v.r.Sites))
	for i, s := range v.r.Sites {
		u := v.r.Community(s.Community)
		for u.Level > v.level && u.Parent >= 0 {
			at[i] = u.Parent
			u = &v.r.Units[u.Parent]
		}
		count[at[i]]++
	}
	best := at[0]
	for _, unit := range at {
		if count[unit] > count[best] {
			best = unit
		}
	}
	if u := &v.r.Units[best]; !u.Virtual {
		return v.names.Distinct(u), count[best]
	}
	return "", 0
}

// sayZone names the uncovered zone with the most people.
func (v *view) sayZone() string {
	n := len(v.r.Zones)
	people := marked("zone_people", "", "z1", strong, v.t("how.unit."+v.counted(), "n", charts.Whole(v.r.Zones[0].People)))
	return v.t(charts.Plural("answer.zones", n), "n", v.objects("blind_zones", "", plain, n), "name", name(v.names.Zone(&v.r.Zones[0])), "people", people)
}

// sayLargestGap names the community with the largest shortfall.
func (v *view) sayLargestGap() string {
	var worst *coverage.Unit
	communities := v.r.Level(coverage.LevelCommunity)
	for i := range communities {
		if u := &communities[i]; !u.Virtual && u.Floor.Gap > 0 && (worst == nil || u.Floor.Gap > worst.Floor.Gap) {
			worst = u
		}
	}
	if worst == nil {
		return ""
	}
	gap := v.squareMeters("area_gap", "", worst, strong, charts.MetricText(v.lang, v.r, worst, "area_gap"))
	return v.t(charts.Plural("answer.gap", v.r.Total().Floor.Short), "name", name(v.names.Distinct(worst)), "gap", gap)
}
