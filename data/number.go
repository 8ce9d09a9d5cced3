package data

import (
	"encoding/json"
	"strconv"
)

// Number is a value that may be missing. Missing is not zero: the zero Number is missing.
type Number struct {
	V     float64
	Known bool
}

// Num returns a known number.
func Num(v float64) Number { return Number{V: v, Known: true} }

// Or returns the value, or other where it is missing.
func (n Number) Or(other float64) float64 {
	if n.Known {
		return n.V
	}
	return other
}

// String prints the shortest exact decimal, or "missing".
func (n Number) String() string {
	if !n.Known {
		return "missing"
	}
	return strconv.FormatFloat(n.V, 'g', -1, 64)
}

// MarshalJSON writes the number, or null where it is missing.
func (n Number) MarshalJSON() ([]byte, error) {
	if !n.Known {
		return []byte("null"), nil
	}
	return json.Marshal(n.V)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (n *Number) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*n = Number{}
		return nil
	}
	n.Known = true
	return json.Unmarshal(b, &n.V)
}

// Flag is yes, no or not stated.
type Flag uint8

// The values of Flag.
const (
	Unstated Flag = iota
	Yes
	No
)
