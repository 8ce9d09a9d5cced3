// Package coverage tells how well a city is served: who lives within the service circles, how evenly people are spread over the
// grids, where floor area falls short. Metrics compute, rules judge; Analyze runs them all and returns one Result, from which every
// page, sheet, sentence and JSON field is made. Nothing downstream recomputes a number.
//
// Shares are of people, not of points; circles are united first; the denominator is part of the value. Missing is not zero and not a
// pass: a value that cannot be said is missing, and an outcome that cannot be judged is nodata.
package coverage
