package demo

import "math"

// random is a small generator whose whole state is one word; it is made anew from a hash of what it decides about, so no decision
// depends on the order in which things are made. (SplitMix64: Steele, Lea, Flood 2014.)
type random uint64

// hash mixes words into one.
func hash(parts ...uint64) uint64 {
	h := uint64(0x9e3779b97f4a7c15)
	for _, p := range parts {
		h = mix(h ^ p)
	}
	return h
}

func mix(z uint64) uint64 {
	z += 0x9e3779b97f4a7c15
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb
	return z ^ (z >> 31)
}

func (r *random) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	return mix(uint64(*r))
}

// float returns a number in [0, 1).
func (r *random) float() float64 { return float64(r.next()>>11) / (1 << 53) }

// between returns a number in [lo, hi).
func (r *random) between(lo, hi float64) float64 { return lo + (hi-lo)*r.float() }

// chance is true with probability p.
func (r *random) chance(p float64) bool { return r.float() < p }

// below returns a whole number in [0, n).
func (r *random) below(n int) int { return int(r.float() * float64(n)) }

// normal returns a standard normal number, cut at ±3.
func (r *random) normal() float64 {
	z := math.Sqrt(-2*math.Log(1-r.float())) * math.Cos(2*math.Pi*r.float())
	return min(3, max(-3, z))
}

// noise is smooth value noise in [-1, 1] with wavelength 1, a function of place and key alone.
func noise(key uint64, x, y float64) float64 {
	ix, iy := math.Floor(x), math.Floor(y)
	fx, fy := fade(x-ix), fade(y-iy)
	corner := func(dx, dy float64) float64 {
		return float64(hash(key, uint64(int64(ix+dx)), uint64(int64(iy+dy)))>>11)/(1<<52) - 1
	}
	low := corner(0, 0)*(1-fx) + corner(1, 0)*fx
	high := corner(0, 1)*(1-fx) + corner(1, 1)*fx
	return low*(1-fy) + high*fy
}

func fade(t float64) float64 { return t * t * t * (t*(6*t-15) + 10) }
