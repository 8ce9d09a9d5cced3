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

// ownTier judges the number of working centers of a tier in a unit. Where only centers of unstated tier stand, or one of the tier
// lies in no unit, nobody can tell.
func ownTier(tier data.Tier) func(*Result, *Unit, data.Rule) Verdict {
	return func(r *Result, u *Unit, rule data.Rule) Verdict {
		switch {
		case u.Virtual:
			return na(ReasonVirtual)
		case !r.facts.tier:
			return noData(ReasonNotProvided)
		}
		v := atLeast(data.Num(float64(u.WorkingByTier[tier])), limit(rule, "minimum"))
		switch {
		case v.Outcome != NotAttained:
		case u.WorkingByTier[data.TierUnknown] > 0:
			return noData(ReasonTierUnknown)
		case tier == data.TierDistrict && r.facts.looseDistrictCenter:
			return noData(ReasonPlaceUnknown)
		}
		return v
	}
}

// PROV-04: demonstration sites ≥ ⌈10 % · communities⌉ of a district.
var rulePROV04 = Rule{ID: "PROV-04", Objects: []Level{LevelDistrict}, Unit: UnitCount,
	Judge: func(r *Result, u *Unit, rule data.Rule) Verdict {
		share := limit(rule, "share")
		switch {
		case u.Virtual:
			return na(ReasonVirtual)
		case !r.facts.demoSite:
			return noData(ReasonNotProvided)
		case !share.Known:
			return na(ReasonNotRegulated)
		}
		sites := 0
		for i := range r.City.Centers {
			if c := &r.City.Centers[i]; c.District == u.Index && c.DemoSite == data.Yes && r.Options.works(c) {
				sites++
			}
		}
		need := math.Ceil(share.V*float64(u.Communities) - 1e-9)
		return atLeast(data.Num(float64(sites)), data.Num(need))
	}}
