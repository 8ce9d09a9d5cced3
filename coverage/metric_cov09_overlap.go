package coverage

// COV-09 overlap: people by the number of circles they live in, and the share of them in two or more. The areas are exact (package geo).
// Range of the share 0 to coverage_pop; population_uncovered and the first three add up to population. Source: DOMAIN 4.1.

func populationOnce(r *Result, u *Unit) Value    { return r.ofDepth(u, u.Depth[1]) }
func populationTwice(r *Result, u *Unit) Value   { return r.ofDepth(u, u.Depth[2]) }
func populationThrice(r *Result, u *Unit) Value  { return r.ofDepth(u, u.Depth[3]) }
func populationOverlap(r *Result, u *Unit) Value { return r.ofDepth(u, u.overlap()) }

func coverageOverlap(r *Result, u *Unit) Value {
	return r.ofCircles(share(u.overlap(), u.People.Total, u.People.Missing))
}

func (r *Result) ofDepth(u *Unit, people float64) Value {
	return r.ofCircles(counted(people, u.People.Known, u.People.Missing))
}

func (u *Unit) overlap() float64 { return u.Depth[2] + u.Depth[3] }
