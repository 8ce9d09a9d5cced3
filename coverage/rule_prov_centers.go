package coverage

import (
	"math"

	"quarter/data"
)

// PROV-01: a district has a center of its level.
var rulePROV01 = Rule{ID: "PROV-01", Objects: []Level{LevelDistrict}, Unit: UnitCount, Judge: ownTier(data.TierDistrict)}

// PROV-02: a street has a station of its level.
var rulePROV02 = Rule{ID: "PROV-02", Objects: []Level{LevelStreet}, Unit: UnitCount, Judge: ownTier(data.TierStreet)}

// PROV-03: a community has a center of its level.
var rulePROV03 = Rule{ID: "PROV-03", Objects: []Level{LevelCommunity}, Unit: UnitCount, Judge: ownTier(data.TierCommunity)}

// ownTier judges the number of working centers of a tier in a unit. Where only centers of unstated tier stand, nobody can tell.
func ownTier(tier data.Tier) func(*Result, *Unit, data.Rule) Verdict {
	return func(r *Result, u *Unit, rule data.Rule) Verdict {
		switch {
		case u.Virtual:
			return na(ReasonVirtual)
		case !r.facts.tier:
			return noData(ReasonNotProvided)
		}
		v := atLeast(data.Num(float64(u.CentersByTier[tier])), rule.Values["minimum"].Value)
		if v.Outcome == NotAttained && u.CentersByTier[data.TierUnknown] > 0 {
			return noData(ReasonTierUnknown)
		}
		return v
	}
}

// PROV-04: demonstration sites ≥ ⌈10 % · communities⌉ of a district.
var rulePROV04 = Rule{ID: "PROV-04", Objects: []Level{LevelDistrict}, Unit: UnitCount,
	Judge: func(r *Result, u *Unit, rule data.Rule) Verdict {
		if !r.facts.demoSite {
			return noData(ReasonNotProvided)
		}
		sites := 0
		for i := range r.City.Centers {
			c := &r.City.Centers[i]
			if c.District == u.Index && c.DemoSite == data.Yes && r.Centers[i].Use != UseNotOpen {
				sites++
			}
		}
		need := math.Ceil(rule.Values["share"].Value*float64(u.Communities) - 1e-9)
		return atLeast(data.Num(float64(sites)), need)
	}}
