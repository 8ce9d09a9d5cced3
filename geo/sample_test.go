package geo

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
)

// The samples of a shape carry what the disks leave of it, lie outside them but for bent parts, and stand close enough.
func TestSamplesCarryWhatIsUncovered(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	for range 40 {
		ring := orb.Ring{}
		for k := range 9 {
			angle, far := 2*math.Pi*float64(k)/9, 0.004+0.006*random.Float64()
			ring = append(ring, orb.Point{103 + far*math.Cos(angle), 25 + far*math.Sin(angle)})
		}
		shape := NewShape(orb.MultiPolygon{{append(ring, ring[0])}})
		var disks []Disk
		for range random.IntN(6) {
			disks = append(disks, Disk{orb.Point{103 + 0.02*(random.Float64()-0.5), 25 + 0.02*(random.Float64()-0.5)}, Length(50 + 700*random.Float64())})
		}
		set, sum := NewDisks(disks), 0.0
		for _, s := range set.Samples(shape, 90) {
			sum += s.Area
			if s.Area <= 0 || s.Area > 90*90*(1+1e-6) {
				t.Fatalf("area %v of a cell of 90 m", s.Area)
			}
		}
		if want := shape.Area() - set.UnionArea(shape); math.Abs(sum-want) > 1e-6*shape.Area() {
			t.Errorf("%d disks: %v m² in samples, %v uncovered", len(disks), sum, want)
		}
	}
}

// A shape no larger than a cell is one sample: its centroid.
func TestOneSample(t *testing.T) {
	shape := NewShape(orb.MultiPolygon{{{{103, 25}, {103.001, 25}, {103.001, 25.001}, {103, 25.001}, {103, 25}}}})
	got := NewDisks(nil).Samples(shape, 500)
	if len(got) != 1 || Distance(got[0].Point, shape.Centroid()) > 1e-6 || got[0].Area != shape.Area() {
		t.Errorf("samples %+v", got)
	}
}
