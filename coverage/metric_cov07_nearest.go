package coverage

// COV-07 nearest center, straight-line metres: the share of people within d is the coverage at radius d; P50 and P90 are its inverse,
// the mean is ∫ (1−F) dd, the maximum the farthest place where people live. Minutes = d · detour ÷ speed. The distance from the
// centroid is a figure of its own. Source: DOMAIN 4.1.

func nearestMean(_ *Result, u *Unit) Value {
	return Value{Number: u.Reach.Mean, Missing: u.People.Missing}
}
func nearestP50(_ *Result, u *Unit) Value {
	return Value{Number: u.Reach.P50, Missing: u.People.Missing}
}
func nearestP90(_ *Result, u *Unit) Value {
	return Value{Number: u.Reach.P90, Missing: u.People.Missing}
}
func nearestMax(_ *Result, u *Unit) Value {
	return Value{Number: u.Reach.Max, Missing: u.People.Missing}
}

func nearestP90Minutes(r *Result, u *Unit) Value { return r.walkMinutes(u.Reach.P90, u.People.Missing) }

// The inverse of the curve: the least straight radius within which a share of the people live. radius_90 is nearest_p90 by another name.
func radius80(_ *Result, u *Unit) Value { return Value{Number: u.Reach.P80, Missing: u.People.Missing} }
func radius90(_ *Result, u *Unit) Value { return Value{Number: u.Reach.P90, Missing: u.People.Missing} }
func radius95(_ *Result, u *Unit) Value { return Value{Number: u.Reach.P95, Missing: u.People.Missing} }

func nearestCentroid(_ *Result, u *Unit) Value { return Value{Number: u.NearestCentroid} }
