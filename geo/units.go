package geo

// Length is a distance on the ground in metres. Write 1000 * geo.Meter, 1.2 * geo.Kilometer.
type Length float64

// Units of Length.
const (
	Meter     Length = 1
	Kilometer Length = 1000
)

// Meters returns the length as a plain number of metres.
func (l Length) Meters() float64 { return float64(l) }
