package data

import "slices"

// CohortColumn is a part of the population, such as the residents of 60 and over, counted by a column of grids, of communities, or of both.
type CohortColumn struct {
	Label string // the column's name; empty where the layers name it differently
	Field Field  // where Quarter knows what the column means; else empty
	// Grids and Communities hold one number for each unit of their layers, missing where the layer has no such column.
	Grids, Communities []Number
}

// cohortFields are the attributes that are parts of the population.
var cohortFields = []Field{FieldElderly, FieldChildren}

// IsCohort reports whether a field is a part of the population that is followed without being asked for.
func (f Field) IsCohort() bool { return slices.Contains(cohortFields, f) }

// AllCohorts lists the parts of the population to follow: those that Quarter knows by the names of their columns, then Cohorts.
func (c *City) AllCohorts() []CohortColumn {
	var out []CohortColumn
	for _, f := range cohortFields {
		grids, communities := c.Attributes[LayerGrids][f], c.Attributes[LayerCommunities][f]
		if grids != nil || communities != nil {
			out = append(out, CohortColumn{c.sharedLabel(f), f, grown(grids, len(c.Grids)), grown(communities, len(c.Communities))})
		}
	}
	return append(out, c.Cohorts...)
}
