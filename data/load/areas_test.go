package load

import (
	"errors"
	"path/filepath"
	"testing"

	"github.com/paulmach/orb"

	"quarter/data"
)

// Areas are polygons with any columns or none; what is no polygon is refused and told.
func TestAreas(t *testing.T) {
	dir := folder(t, map[string]string{
		"water.geojson": collection(square(0, 0, `"natural":"water","depth":3`), point(1, 1, `"n":1`), square(2, 0, ``)),
		"hills.geojson": collection(square(5, 5, ``)),
	})
	a, err := Areas(t.Context(), []string{filepath.Join(dir, "water.geojson"), filepath.Join(dir, "hills.geojson")}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Shapes) != 3 || !a.Shapes[1].Contains(orb.Point{102.725, 25.045}) || len(a.Sources) != 2 || a.Sources[0].Refused != 1 || a.Sources[1].Used != 1 {
		t.Errorf("%d shapes, %+v", len(a.Shapes), a.Sources)
	}
	if len(a.Faults) != 1 || a.Faults[0].Key != keyWrongKind || a.Faults[0].Layer != data.LayerBarriers || a.Faults[0].Feature != 2 {
		t.Errorf("%v", a.Faults)
	}
}

func TestAreasThatAreNone(t *testing.T) {
	dir := folder(t, map[string]string{
		"points.geojson": collection(point(1, 1, `"n":1`)), "table.csv": "a,b\n1,2\n", "broken.geojson": `{"type":`,
		"bow.geojson": `{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}`,
	})
	for name, want := range map[string]string{
		"points.geojson": keyAllWrongKind, "table.csv": keyFormat, "broken.geojson": keyNotJSON, "bow.geojson": keyGeometryInvalid + "self_crossing", "absent.geojson": keyFileMissing,
	} {
		_, err := Areas(t.Context(), []string{filepath.Join(dir, name)}, Options{})
		var fault *data.Fault
		if !errors.As(err, &fault) || fault.Key != want || fault.Layer != data.LayerBarriers || filepath.Base(fault.File) != name {
			t.Errorf("%s: %+v", name, err)
		}
	}
}
