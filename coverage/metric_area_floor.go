package coverage

import "quarter/data"

// AREA-01 required area, AREA-02 shortfall (the sum of community gaps: a surplus never offsets), AREA-03 main facility, AREA-04 area
// per 100 households, AREA-06 service share, AREA-07 attainment rate. m², m² per 100 households, shares 0 to 1. Required and actual
// are summed over the communities that were evaluated, so that both sides of a comparison speak of the same ones. Source: DOMAIN 4.2.

func areaRequired(_ *Result, u *Unit) Value {
	return counted(u.Floor.Required, u.Floor.Evaluated, u.Floor.Missing)
}

func areaActual(r *Result, u *Unit) Value {
	if !r.facts.floorArea {
		return Value{Missing: u.Floor.ActualMissing}
	}
	return counted(u.Floor.Actual, u.Floor.ActualKnown, u.Floor.ActualMissing)
}

func areaGap(_ *Result, u *Unit) Value {
	return counted(u.Floor.Gap, u.Floor.Evaluated, u.Floor.Missing)
}

func communitiesShort(_ *Result, u *Unit) Value {
	return counted(float64(u.Floor.Short), u.Floor.Evaluated, u.Floor.Missing)
}

func areaMain(r *Result, u *Unit) Value {
	if u.facilities.n == u.facilities.missing && (u.facilities.n > 0 || u.Level != LevelCommunity || u.Virtual || !r.facts.floorArea) {
		return Value{Missing: u.facilities.missing}
	}
	return Value{Number: data.Num(u.facilities.largest), Missing: u.facilities.missing}
}

func per100(_ *Result, u *Unit) Value {
	v := share(u.Floor.ActualEvaluated, u.Floor.Households, u.Floor.Missing)
	v.Number.V *= 100
	return v
}

func serviceShare(_ *Result, u *Unit) Value {
	return share(u.Floor.Service.V, u.Floor.ServiceOf, u.Floor.ServiceMissing)
}

func rateAttain(_ *Result, u *Unit) Value {
	return share(float64(u.Floor.Attained), float64(u.Floor.Judged), u.Floor.Missing+u.Floor.Evaluated-u.Floor.Judged)
}
