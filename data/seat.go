package data

// Seat is the 驻地类别 of a community: the class by which the documents grade service funds (FUND-03).
type Seat uint8

// The classes. Yunnan grades by the first three, the city plan by the last two.
const (
	SeatUnknown    Seat = iota
	SeatProvincial      // 省会
	SeatPrefecture      // 州市政府驻地
	SeatCounty          // 县政府驻地
	SeatCityCenter      // 中心城区、高新区
	SeatCountyTown      // 县级城区
)

var seatKeys = [...]string{"unknown", "provincial", "prefecture", "county", "city_center", "county_town"}

// String returns the key used by JSON, which is also the name of the class's value in a rule profile.
func (s Seat) String() string { return seatKeys[s] }
