package data

import (
	"fmt"
	"strings"
)

// Severity orders faults by what they did to the result.
type Severity uint8

// The severities.
const (
	Notice   Severity = iota // worth knowing; nothing changed
	Repaired                 // put right, and used
	Doubtful                 // used as it stands; a person should look
	Refused                  // the row, or the file, is not used
)

var severityKeys = [...]string{"notice", "repaired", "doubtful", "refused"}

// String returns the key used by JSON.
func (s Severity) String() string { return severityKeys[s] }

// MarshalText writes the key.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Fault is something wrong in the input, with its place. Key is short and stable; what a user reads is made from Key and the other
// fields in the user's language (charts/words, "fault."+Key). A fault that ends the run is returned as the error.
type Fault struct {
	Key      string            `json:"key"`
	Severity Severity          `json:"severity"`
	Layer    Layer             `json:"layer,omitempty"`
	File     string            `json:"file,omitempty"`    // base name, or the path as typed where it cannot be read
	Feature  int               `json:"feature,omitempty"` // 1-based feature, or line of a table; 0 = the whole file
	ID       string            `json:"id,omitempty"`      // code or name of the feature
	Field    Field             `json:"field,omitempty"`
	Column   string            `json:"column,omitempty"`
	Value    string            `json:"value,omitempty"` // as found, shortened
	Count    int               `json:"count,omitempty"` // how many rows, where one fault stands for several
	Args     map[string]string `json:"args,omitempty"`  // further words of the message
}

// Error tells the fault in terse English, for logs and library users: centers.csv:41: lat: 124.2: out_of_range.
func (f *Fault) Error() string {
	var b strings.Builder
	add := func(s string) {
		if s == "" {
			return
		}
		if b.Len() > 0 {
			b.WriteString(": ")
		}
		b.WriteString(s)
	}
	place := f.File
	if f.Feature > 0 {
		place = fmt.Sprintf("%s:%d", f.File, f.Feature)
	}
	add(place)
	add(f.ID)
	if f.Column != "" {
		add(f.Column)
	} else {
		add(string(f.Field))
	}
	add(f.Value)
	add(f.Key)
	return b.String()
}

// String is Error for printing a value.
func (f Fault) String() string { return f.Error() }
