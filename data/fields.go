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
	LayerCandidates  Layer = "candidates" // 备选点位: no figure of an analysis depends on them
)

// What site selection reads beside the layers of a city; no analysis has them.
const (
	LayerCostMatrix Layer = "cost_matrix"
	LayerBarriers   Layer = "barriers"
)

// Layers lists those of a city in reading order.
var Layers = []Layer{LayerDistricts, LayerStreets, LayerCommunities, LayerGrids, LayerCenters, LayerCandidates}

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
	FieldPrice       Field = "price" // yuan, of a candidate

	FieldTier          Field = "tier"
	FieldStatus        Field = "status"
	FieldOpening       Field = "opening"
	FieldComprehensive Field = "comprehensive"
	FieldDemoSite      Field = "demo_site"
	FieldExclusive     Field = "exclusive"
	FieldIsNew         Field = "is_new"

	FieldPartyMembers Field = "party_members"
	FieldUnits        Field = "units"
	FieldStaff        Field = "staff" // of a grid: 网格员
	FieldVisits       Field = "visits"
	FieldServed       Field = "residents_served" // residents whom the visits of a center are compared with
	FieldServiceType  Field = "service_type"
	FieldPoints       Field = "service_points"

	FieldHeads       Field = "grid_heads"   // 网格长数
	FieldBranch      Field = "party_branch" // 网格党支部: a number, or 1 for 有 and 0 for 无
	FieldPartyGroups Field = "party_groups" // 网格党小组, likewise

	FieldCommittee         Field = "committee"         // 大党委: 1 or 0
	FieldPartners          Field = "partner_units"     // 共建单位
	FieldReporting         Field = "reporting_members" // 报到党员
	FieldInstructors       Field = "instructors"       // 专职党建指导员
	FieldTrainingSecretary Field = "training_secretary"
	FieldTrainingMembers   Field = "training_members" // 班子成员
	FieldTrainingStaff     Field = "training_staff"   // 网格员
	FieldCompounds         Field = "compounds"
	FieldCompoundBranches  Field = "compound_branches" // compounds with a party branch
	FieldOfficeStaff       Field = "office_staff"      // 社区管理办公室专职人员, of a street

	FieldPartyFunds         Field = "party_funds" // yuan a year, as all funds
	FieldResidentGroups     Field = "resident_groups"
	FieldGroupFunds         Field = "group_funds" // of one 居民小组
	FieldRunningFunds       Field = "running_funds"
	FieldServiceFunds       Field = "service_funds" // 服务群众经费 of this year
	FieldServiceFundsBefore Field = "service_funds_before"
	FieldSeat               Field = "seat" // 驻地类别

	FieldOrgMarket   Field = "org_market" // 党的组织覆盖率 of a district, shares 0 to 1
	FieldOrgIndustry Field = "org_industry"
	FieldOrgPark     Field = "org_park"

	FieldCohort Field = "cohort" // a part of the population that the run was asked to follow

	FieldLon      Field = "lon"
	FieldLat      Field = "lat"
	FieldLocation Field = "location" // both in one cell
)

// Attribute returns a further number of unit i of a layer; missing where no file gave it.
func (c *City) Attribute(layer Layer, field Field, i int) Number {
	if values := c.Attributes[layer][field]; i >= 0 && i < len(values) {
		return values[i]
	}
	return Number{}
}

// Source is one file as it was read. Read = Used + Refused.
type Source struct {
	Layer   Layer       `json:"layer"`
	File    string      `json:"file"` // base name
	Path    string      `json:"-"`    // where it was read; no output but the manifest says it
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
