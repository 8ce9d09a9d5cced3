package geo

import (
	"testing"

	"github.com/paulmach/orb"
)

func TestHeart(t *testing.T) {
	rng := newRand(t)
	for range 200 {
		s := randomShape(rng, 200+5000*rng.Float64())
		if p := s.Heart(); s.side(p) != inside || s.room2(p, 0) < s.room2(s.InteriorPoint(), 0) {
			t.Errorf("%v lies no deeper than %v", p, s.InteriorPoint())
		}
	}
	// A square with a long tail full of corners: the heart is in the square.
	tail := orb.Ring{{102, 25}, {102.01, 25}, {102.01, 25.01}, {102.0001, 25.01}, {102.0001, 25.1}, {102, 25.1}, {102, 25}}
	if p := NewShape(orb.MultiPolygon{{tail}}).Heart(); p[1] > 25.01 || p[1] < 25.003 {
		t.Errorf("the heart lies at %v", p)
	}
}
