package data

// Layer is one kind of input.
type Layer string

// The layers.
const (
	LayerDistricts   Layer = "districts"
	LayerStreets     Layer = "streets"
	LayerCommunities Layer = "communities"
	LayerGrids       Layer = "grids"
	LayerCenters     Layer = "centers"
)

// Layers lists them in reading order.
var Layers = []Layer{LayerDistricts, LayerStreets, LayerCommunities, LayerGrids, LayerCenters}

// Field is what a column means, whatever it is called in a file. The values are the names of --column and of JSON.
type Field string

// The fields of DOMAIN section 6 that Quarter understands.
const (
	FieldCode      Field = "code"
	FieldName      Field = "name"
	FieldDistrict  Field = "district"  // parent, by code or name
	FieldStreet    Field = "street"    // parent, by code or name
	FieldCommunity Field = "community" // parent, by code or name
	FieldGrid      Field = "grid"      // parent of a point or center
	FieldGroup     Field = "group"

	FieldHouseholds Field = "households"
	FieldResident   Field = "pop_resident"
	FieldRegistered Field = "pop_registered"
	FieldActual     Field = "pop_actual"
	FieldPopulation Field = "population" // basis not stated
	FieldElderly    Field = "pop_60_plus"
	FieldChildren   Field = "pop_0_14"

	FieldFloorArea   Field = "floor_area"
	FieldOfficeArea  Field = "office_area"
	FieldServiceArea Field = "service_area"

	FieldTier          Field = "tier"
	FieldStatus        Field = "status"
	FieldOpening       Field = "opening"
	FieldComprehensive Field = "comprehensive"
	FieldDemoSite      Field = "demo_site"
	FieldExclusive     Field = "exclusive"
	FieldIsNew         Field = "is_new"

	FieldPartyMembers Field = "party_members"
	FieldUnits        Field = "units"
	FieldStaff        Field = "staff"
	FieldVisits       Field = "visits"
	FieldPoints       Field = "service_points"

	FieldLon      Field = "lon"
	FieldLat      Field = "lat"
	FieldLocation Field = "location" // both in one cell
)

// Source is one file as it was read. Read = Used + Refused.
type Source struct {
	Layer   Layer       `json:"layer"`
	File    string      `json:"file"` // base name
	Format  string      `json:"format"`
	SHA256  string      `json:"sha256,omitempty"`
	Bytes   int64       `json:"bytes,omitempty"`
	Read    int         `json:"read"`
	Used    int         `json:"used"`
	Refused int         `json:"refused"`
	Columns []ColumnUse `json:"columns,omitempty"`
	Unused  []string    `json:"unused,omitempty"` // columns not understood, in file order
}

// ColumnUse says which column of a file was taken for a field.
type ColumnUse struct {
	Field  Field  `json:"field"`
	Column string `json:"column"`
	Unit   string `json:"unit,omitempty"`  // unit stated in the head, if any
	Asked  bool   `json:"asked,omitempty"` // chosen by --column
}

// Label returns the name of the column that a layer's field was read from, or "".
func (c *City) Label(layer Layer, field Field) string {
	for _, s := range c.Sources {
		if s.Layer != layer {
			continue
		}
		for _, u := range s.Columns {
			if u.Field == field {
				return u.Column
			}
		}
	}
	return ""
}
