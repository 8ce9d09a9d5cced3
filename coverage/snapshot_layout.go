package coverage

import "quarter/data"

// The members of result.json that a comparison reads, in the layout of WriteJSON.
type (
	snapshotCircle struct {
		Radius      quantityJSON `json:"radius"`
		Strict      quantityJSON `json:"radius_strict"`
		Minutes     quantityJSON `json:"minutes"`
		Speed       quantityJSON `json:"speed"`
		Detour      quantityJSON `json:"detour"`
		FromWalking bool         `json:"from_walking"`
	}
	quantityJSON struct {
		Value float64 `json:"value"`
	}
	snapshotBasis struct {
		Basis       string `json:"basis"`
		Column      string `json:"column"`
		Points      bool   `json:"points"`
		Communities struct {
			ByGrid      int `json:"by_grid"`
			ByCommunity int `json:"by_community"`
			Estimated   int `json:"estimated"`
			Missing     int `json:"missing"`
		} `json:"communities"`
	}
	snapshotUnit struct {
		Level    string                   `json:"level"`
		Code     string                   `json:"code"`
		Name     string                   `json:"name"`
		Virtual  bool                     `json:"virtual"`
		Parent   *int                     `json:"parent"`
		Group    string                   `json:"group"`
		Demand   string                   `json:"demand"`
		Cohorts  []snapshotCohort         `json:"population_groups"`
		Metrics  map[string]snapshotValue `json:"metrics"`
		Verdicts []snapshotVerdict        `json:"verdicts"`
		Card     struct {
			Color string `json:"color"`
		} `json:"card"`
	}
	snapshotCohort struct {
		Total   data.Number `json:"total"`
		Covered data.Number `json:"covered"`
		Known   int         `json:"known"`
		Missing int         `json:"missing"`
	}
	snapshotCohortName struct {
		Label string     `json:"label"`
		Field data.Field `json:"field"`
	}
	snapshotValue struct {
		Value       nullable    `json:"value"`
		Unit        string      `json:"unit"`
		Numerator   float64     `json:"numerator"`
		Denominator float64     `json:"denominator"`
		Missing     int         `json:"missing"`
		Low         data.Number `json:"low"`
		High        data.Number `json:"high"`
	}
	snapshotVerdict struct {
		Rule    string      `json:"rule"`
		Outcome string      `json:"outcome"`
		Value   data.Number `json:"value"`
		Limit   data.Number `json:"limit"`
		Gap     data.Number `json:"gap"`
		Field   data.Field  `json:"field"`
		Reason  string      `json:"reason"`
		Low     string      `json:"low"`
		High    string      `json:"high"`
	}
	snapshotGrid struct {
		Code       string      `json:"code"`
		Name       string      `json:"name"`
		Community  string      `json:"community"`
		People     data.Number `json:"people"`
		Households data.Number `json:"households"`
		Coverage   data.Number `json:"coverage"`
		Used       bool        `json:"used"`
	}
	snapshotCenter struct {
		Code        string      `json:"code"`
		Name        string      `json:"name"`
		Tier        string      `json:"tier"`
		Status      string      `json:"status"`
		Use         string      `json:"use"`
		Outside     bool        `json:"outside"`
		Planned     bool        `json:"planned"`
		Communities []string    `json:"communities"`
		FloorArea   data.Number `json:"floor_area_m2"`
		Facility    bool        `json:"counts_toward_floor_area"`
		People      data.Number `json:"people_in_circle"`
		Alone       data.Number `json:"people_only_here"`
		Lon         float64     `json:"lon"`
		Lat         float64     `json:"lat"`
	}
)

// nullable is a number that may be null but must be there.
type nullable struct {
	data.Number
	given bool
}

// UnmarshalJSON reads a number or null.
func (s *nullable) UnmarshalJSON(b []byte) error {
	s.given = true
	return s.Number.UnmarshalJSON(b)
}
