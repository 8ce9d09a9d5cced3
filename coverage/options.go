package coverage

import (
	"math"
	"strconv"

	"quarter/data"
	"quarter/geo"
)

// Options are the assumptions of one run. The zero value takes everything from the profile.
type Options struct {
	Radius       geo.Length // straight radius; 0: the profile's COV-01
	Minutes      float64    // walking time; with it the radius is Speed · Minutes ÷ Detour. Not together with Radius
	Speed        float64    // m/min; 0: the profile's COV-02
	Detour       float64    // >= 1; 0: the profile's COV-02
	StrictRadius geo.Length // 0: the profile's COV-03

	Tiers          []data.Tier // counted tiers; nil: all but service points
	Basis          *data.Basis // nil: the first of data.Bases that has a value
	ExcludeUnknown bool        // a center without status does not count
	Sites          int         // how many sites COV-11 ranks; 0: the profile's; negative: none
	Threads        int         // 0: GOMAXPROCS; the result does not depend on it
}

// OptionError is a wrong option: Key names the message ("usage."+Key in charts/words), Args its words.
type OptionError struct {
	Key  string
	Args map[string]string
}

func (e *OptionError) Error() string { return "option: " + e.Key }

// Ranges within which an assumption makes sense; outside them a typing mistake is the likelier explanation.
const (
	maxRadius  = 50000 // m
	maxMinutes = 120
	minSpeed   = 10 // m/min
	maxSpeed   = 300
	maxDetour  = 5
)

// Check refuses an assumption that makes no sense, as Analyze does, before any file is read.
func (o Options) Check(p data.Profile) error {
	_, err := o.Circle(p)
	return err
}

// Circle resolves COV-01 to COV-03 from the options and the profile.
func (o Options) Circle(p data.Profile) (Circle, error) {
	c := Circle{
		Radius:       o.Radius,
		StrictRadius: o.StrictRadius,
		Speed:        orElse(o.Speed, p.Value("COV-02", "speed", 80)),
		Detour:       orElse(o.Detour, p.Value("COV-02", "detour", 1.2)),
	}
	if o.Radius != 0 && o.Minutes != 0 {
		return c, &OptionError{Key: "radius_and_minutes"}
	}
	if err := inRange("speed", c.Speed, minSpeed, maxSpeed); err != nil {
		return c, err
	}
	if err := inRange("detour", c.Detour, 1, maxDetour); err != nil {
		return c, err
	}
	switch {
	case o.Minutes != 0:
		if err := inRange("minutes", o.Minutes, 1, maxMinutes); err != nil {
			return c, err
		}
		c.Minutes, c.FromWalking = o.Minutes, true
		c.Radius = geo.Length(c.walk())
	case o.Radius == 0:
		c.Radius = geo.Length(p.Value("COV-01", "radius", 1000))
	}
	if err := inRange("radius", c.Radius.Meters(), 1, maxRadius); err != nil {
		return c, err
	}
	if !c.FromWalking {
		c.Minutes = wholeMinutes(c.WalkMinutes(c.Radius.Meters()))
	}
	return c, c.resolveStrict(p)
}

// walk returns the straight distance that the minutes are good for, m: v · t ÷ k (COV-02).
func (c Circle) walk() float64 { return c.Speed * c.Minutes / c.Detour }

// wholeMinutes takes the rounding noise of a division off a walk of whole minutes.
func wholeMinutes(v float64) float64 {
	if whole := math.Round(v); math.Abs(v-whole) <= 1e-9*whole {
		return whole
	}
	return v
}

// resolveStrict takes the strict radius from the profile; one that would not be stricter than the radius itself becomes the radius.
func (c *Circle) resolveStrict(p data.Profile) error {
	if c.StrictRadius == 0 {
		c.StrictRadius = min(c.Radius, geo.Length(p.Value("COV-03", "radius_strict", 800)))
		return nil
	}
	return inRange("strict_radius", c.StrictRadius.Meters(), 1, c.Radius.Meters())
}

func orElse(v, other float64) float64 {
	if v == 0 {
		return other
	}
	return v
}

// inRange refuses NaN too.
func inRange(name string, v, lo, hi float64) error {
	if v >= lo && v <= hi {
		return nil
	}
	return &OptionError{Key: name + "_range", Args: map[string]string{"value": number(v), "low": number(lo), "high": number(hi)}}
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
