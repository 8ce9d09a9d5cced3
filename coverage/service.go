package coverage

import (
	"maps"
	"slices"
	"strings"

	"quarter/geo"
)

// measureServices fills Services: the people within reach of each type of service that the counted centers offer. Where they state
// fewer than two types there is nothing to compare, and nothing is listed.
func (a *analysis) measureServices() error {
	offered := a.disksByService()
	if len(offered) < 2 {
		return nil
	}
	var disks []*geo.Disks
	for _, name := range slices.Sorted(maps.Keys(offered)) {
		a.Services = append(a.Services, Service{Name: name, Centers: len(offered[name])})
		disks = append(disks, geo.NewDisks(offered[name]))
	}
	n := len(disks)
	shares := make([]float64, n*len(a.places)) // of each place, one for every service
	err := each(a.ctx, len(a.places), a.Options.Threads, func(i int) {
		if g := a.places[i].ground; g.share > 0 {
			for k := range disks {
				shares[i*n+k] = g.in(disks[k])
			}
		}
	})
	for _, units := range [][]Unit{a.Units, a.Groups} {
		for i := range units {
			units[i].Services = make([]float64, n)
		}
	}
	for i := range a.City.Communities {
		served := make([]sum, n)
		for p := a.placesOf[i]; p < a.placesOf[i+1]; p++ {
			for k := range served {
				served[k].add(a.places[p].people * shares[p*n+k])
			}
		}
		copy(a.Community(i).Services, values(served))
	}
	a.sumUp(func(u, below *Unit) { addTo(u.Services, below.Services) })
	return err
}

// disksByService lists the circles of the counted centers that offer each type of service.
func (a *analysis) disksByService() map[string][]geo.Disk {
	out := map[string][]geo.Disk{}
	for _, i := range a.disks.center {
		c := &a.City.Centers[i]
		for _, name := range serviceNames(c.Service) {
			out[name] = append(out[name], geo.Disk{Center: c.Point, Radius: a.Circle.Radius})
		}
	}
	return out
}

// serviceNames takes a cell such as 养老（含助餐、日托）、托育 apart: each type once, in order. What stands in brackets stays together.
func serviceNames(cell string) []string {
	var names []string
	depth := 0
	apart := func(r rune) bool {
		switch r {
		case '(', '（':
			depth++
		case ')', '）':
			depth--
		}
		return depth <= 0 && strings.ContainsRune("、,，;；/／", r)
	}
	for _, part := range strings.FieldsFunc(cell, apart) {
		if name := strings.TrimSpace(part); name != "" && name != "无" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// centersWithoutService counts the counted centers that state no type, where others do: they stand in no service.
func (a *analysis) centersWithoutService() int {
	n := 0
	for _, i := range a.disks.center {
		if len(a.Services) > 0 && len(serviceNames(a.City.Centers[i].Service)) == 0 {
			n++
		}
	}
	return n
}

// MissingServices lists the services that nobody of the unit reaches, as indexes into Services; nil where nobody is known to live there.
func (r *Result) MissingServices(u *Unit) []int {
	return r.servicesWhere(u, func(share float64) bool { return share == 0 })
}

// ShortServices lists the services that fewer of the unit's people reach than COV-04 wants to be covered, those of MissingServices among
// them; nil where the profile has no such target.
func (r *Result) ShortServices(u *Unit) []int {
	target := r.limitOf("COV-04", "target")
	return r.servicesWhere(u, func(share float64) bool { return target.Known && !reached(share, target.V) })
}

func (r *Result) servicesWhere(u *Unit, is func(share float64) bool) []int {
	var out []int
	for i, people := range u.Services {
		if u.People.Total > 0 && is(people/u.People.Total) {
			out = append(out, i)
		}
	}
	return out
}
