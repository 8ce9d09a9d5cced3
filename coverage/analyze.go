package coverage

import (
	"context"
	"fmt"
	"slices"

	"quarter/data"
)

// Analyze measures and judges a city. It fails for options that contradict each other or are out of range (*OptionError), for a
// cancelled context, and when an identity does not hold, which is a defect of the program and must not reach a meeting.
func Analyze(ctx context.Context, city *data.City, profile data.Profile, opts Options) (*Result, error) {
	a, err := newAnalysis(ctx, city, profile, opts)
	if err != nil {
		return nil, err
	}
	steps := []func() error{
		a.measureGrounds,     // covered share of every grid and community
		a.countCommunities,   // people, households and ground of every community
		a.placePeople,        // who lives where, and how far from a center
		a.measureFloor,       // required and actual floor area
		a.measureGrids,       // sizes, balance, service points
		a.rollUp,             // streets, districts, the whole area, groups
		a.measureCurves,      // people within every radius
		a.measureReach,       // distances by people
		a.measureHearts,      // where each community's people live on average, and the centers nearest to it
		a.measureCenters,     // residents inside each circle alone
		a.measureProvision,   // grids, centers and compounds that rules judge one by one
		a.measureDepth,       // how many circles people live in, and whom one center alone serves
		a.findZones,          // COV-08
		a.measureServices,    // by type of service
		a.measureCohorts,     // parts of the population
		a.rankSites,          // COV-11
		a.sayWhatIsMissing,   // what the input does not allow to say
		a.compute,            // Metrics
		a.findMedian,         // SIZE-01
		a.judge,              // Rules
		a.measureSensitivity, // what other assumptions would change
		a.dealCards,          // warning cards
		a.check,              // identities
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return a.Result, nil
}

// asked is what a run was asked, before anything was resolved.
type asked struct {
	profile data.Profile
	options Options
}

// Again analyses another city, or the same one changed, by the profile and the assumptions of this run.
func (r *Result) Again(ctx context.Context, city *data.City) (*Result, error) {
	return Analyze(ctx, city, r.asked.profile, r.asked.options)
}

// analysis is a Result in the making, with what only the making needs.
type analysis struct {
	*Result
	ctx      context.Context
	disks    circles
	depths   depths
	grounds  []ground   // of grids, in the city's order
	outlines []ground   // of communities; shape is nil where the community has none
	places   []place    // by community
	placesOf []int      // first place of each community, and one past the last
	partly   []partRule // rules of grids and centers that the profile regulates
	noise    float64    // most people that a curve had to be straightened by
}

func newAnalysis(ctx context.Context, city *data.City, profile data.Profile, opts Options) (*analysis, error) {
	circle, err := opts.Circle(profile)
	if err != nil {
		return nil, err
	}
	r := &Result{City: city, Profile: recordOverrides(profile, opts), Options: opts, Circle: circle, asked: asked{profile, opts}}
	r.Options.Radius, r.Options.StrictRadius = circle.Radius, circle.StrictRadius
	r.Options.Minutes, r.Options.Speed, r.Options.Detour = circle.Minutes, circle.Speed, circle.Detour
	if opts.Sites == 0 {
		r.Options.Sites = int(profile.Value("COV-11", "sites", 10))
	}
	if err := r.chooseBasis(opts.Basis); err != nil {
		return nil, err
	}
	r.judgeCenters()
	r.layOutUnits()
	r.gridsOf = make([][]int, len(city.Communities))
	a := &analysis{Result: r, ctx: ctx, disks: newCircles(city, r.Centers, circle)}
	for i := range city.Grids {
		m := city.Grids[i].Community
		a.gridsOf[m] = append(a.gridsOf[m], i)
	}
	a.findFacts()
	return a, nil
}

// recordOverrides notes in the profile the values that an option changed, so that the report can print them.
func recordOverrides(p data.Profile, o Options) data.Profile {
	for _, v := range []struct {
		rule, name, by string
		value          float64
	}{
		{"COV-01", "radius", "--radius", o.Radius.Meters()},
		{"COV-02", "minutes", "--minutes", o.Minutes},
		{"COV-02", "speed", "--speed", o.Speed},
		{"COV-02", "detour", "--detour", o.Detour},
		{"COV-03", "radius_strict", "--strict-radius", o.StrictRadius.Meters()},
	} {
		if v.value != 0 {
			p = p.With(v.rule, v.name, v.value, v.by)
		}
	}
	return p
}

// chooseBasis takes the basis asked for, or the first that any grid or community has.
func (r *Result) chooseBasis(asked *data.Basis) error {
	present := r.City.BasesPresent()
	r.Basis.Present = present
	switch {
	case asked == nil && len(present) > 0:
		r.Basis.Basis = present[0]
	case asked != nil && slices.Contains(present, *asked):
		r.Basis.Basis = *asked
	case asked != nil:
		return &OptionError{Key: "basis_absent", Args: map[string]string{"basis": asked.String()}}
	}
	r.Basis.Label = r.City.PopulationLabel(r.Basis.Basis)
	return nil
}

// layOutUnits makes one Unit for the whole area and one for every unit of the city.
func (r *Result) layOutUnits() {
	c := r.City
	r.Units = make([]Unit, 0, 1+len(c.Districts)+len(c.Streets)+len(c.Communities))
	add := func(l Level, i, parent int, u data.Unit) {
		r.Units = append(r.Units, Unit{Level: l, Index: i, Parent: parent, Code: u.Code, Name: u.Name, Virtual: u.Virtual, NearestCenter: data.None})
	}
	add(LevelTotal, 0, -1, data.Unit{Name: c.Name})
	r.start[LevelDistrict] = len(r.Units)
	for i := range c.Districts {
		add(LevelDistrict, i, 0, c.Districts[i].Unit)
	}
	r.start[LevelStreet] = len(r.Units)
	for i := range c.Streets {
		add(LevelStreet, i, r.start[LevelDistrict]+c.Streets[i].District, c.Streets[i].Unit)
	}
	r.start[LevelCommunity] = len(r.Units)
	for i := range c.Communities {
		add(LevelCommunity, i, r.start[LevelStreet]+c.Communities[i].Street, c.Communities[i].Unit)
	}
	r.start[LevelGroup] = len(r.Units)
}

// check tests the identities of the run.
func (a *analysis) check() error {
	a.Checks = a.identities()
	for _, c := range a.Checks {
		if d := c.Left - c.Right; !(d <= c.Tolerance && -d <= c.Tolerance) {
			return fmt.Errorf("coverage: identity %s does not hold: %v and %v differ by more than %v", c.Key, c.Left, c.Right, c.Tolerance)
		}
	}
	return nil
}
