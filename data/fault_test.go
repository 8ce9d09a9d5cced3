package data

import (
	"encoding/json"
	"testing"
)

func TestFaultTellsThePlace(t *testing.T) {
	for want, f := range map[string]Fault{
		"centers.csv:41: lat: 124.2: out_of_range":      {Key: "out_of_range", File: "centers.csv", Feature: 41, Field: FieldLat, Value: "124.2"},
		"c.geojson:3: 云桥社区: self_crossing":              {Key: "self_crossing", File: "c.geojson", Feature: 3, ID: "云桥社区"},
		"g.csv:7: HS: 约300: number_rounded":             {Key: "number_rounded", File: "g.csv", Feature: 7, Field: FieldHouseholds, Column: "HS", Value: "约300"},
		"file_missing":                                  {Key: "file_missing"},
		"own.yaml:5: COV-04: target: 90: profile_value": {Key: "profile_value", File: "own.yaml", Feature: 5, ID: "COV-04", Column: "target", Value: "90"},
	} {
		if f.Error() != want || f.String() != want {
			t.Errorf("%q, want %q", f.Error(), want)
		}
	}
}

func TestFaultJSON(t *testing.T) {
	got, err := json.Marshal(Fault{Key: "repeated", Severity: Repaired, File: "c.geojson", Count: 2})
	if want := `{"key":"repeated","severity":"repaired","file":"c.geojson","count":2}`; err != nil || string(got) != want {
		t.Errorf("%s %v, want %s", got, err, want)
	}
	for s, want := range map[Severity]string{Notice: "notice", Repaired: "repaired", Doubtful: "doubtful", Refused: "refused"} {
		if s.String() != want {
			t.Errorf("%s, want %s", s, want)
		}
	}
}
