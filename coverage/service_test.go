package coverage

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"quarter/data"
)

// Three communities of one grid and 1000 residents each, 5 km apart, each wholly in its own circle: the first has 养老 and 托育 in one house,
// the second 养老 only, and the third a center that states no type.
func TestServices(t *testing.T) {
	town := newTown()
	for i, service := range []string{"托育、养老；养老", " 养老 /", ""} {
		m := town.community(fmt.Sprint(111+i), 5000*float64(i), 0, 400)
		town.center(5000*float64(i)+100, 100, 300, m).Service = service
	}
	r := analyze(t, town.city(), Options{Radius: 300})
	if fmt.Sprint(r.Services) != "[{养老 2} {托育 1}]" {
		t.Fatalf("services %v", r.Services)
	}
	near(t, "养老", r.Total().Services[0], 2000, 1e-9)
	near(t, "托育", r.Total().Services[1], 1000, 1e-9)
	near(t, "completeness", r.Total().Get("service_completeness").V, (2.0/3+1.0/3)/2, 1e-12)
	for i, want := range []string{"[]", "[1]", "[0 1]"} {
		u := r.Community(i)
		if got := fmt.Sprint(r.MissingServices(u)); got != want {
			t.Errorf("missing in %s: %s, want %s", u.Name, got, want)
		}
		if got := fmt.Sprint(r.ShortServices(u)); got != want {
			t.Errorf("short in %s: %s, want %s", u.Name, got, want)
		}
		near(t, "completeness of "+u.Name, u.Get("service_completeness").V, []float64{1, 0.5, 0}[i], 1e-12)
	}
	if got := fmt.Sprint(r.MissingServices(r.Total()), r.ShortServices(r.Total())); got != "[] [0 1]" {
		t.Errorf("in the whole area %s", got)
	}
	if c := unsaid(r, "services_blank"); c != 1 {
		t.Errorf("%d centers without a type told, want 1", c)
	}
}

// Circles of one type are united first: two houses for 养老 on one spot serve whom one serves; its share is π·60² m² of the grid.
func TestServiceIsAUnion(t *testing.T) {
	town := newTown()
	m := town.community("111", 0, 0, 400)
	for range 2 {
		town.center(100, 100, 300, m).Service = "养老"
	}
	town.center(140, 100, 300, m).Service = "托育"
	r := analyze(t, town.city(), Options{Radius: 50})
	want := 1000 * math.Pi * 50 * 50 / r.Total().Ground.Total
	near(t, "养老", r.Total().Services[0], want, 1e-7)
	near(t, "托育", r.Total().Services[1], want, 1e-7)
}

// One type, or none, is nothing to compare. Centers that do not count offer nothing.
func TestFewServices(t *testing.T) {
	for _, services := range [][]string{{"", ""}, {"养老", ""}, {"养老", "养老"}} {
		town := newTown()
		m := town.community("111", 0, 0, 400)
		for _, s := range services {
			town.center(100, 100, 300, m).Service = s
		}
		closed := town.center(100, 100, 300, m)
		closed.Service, closed.Status = "法律", data.StatusClosed
		r := analyze(t, town.city(), Options{})
		if len(r.Services) != 0 || len(r.Total().Services) != 0 || r.Total().Get("service_completeness").Known || unsaid(r, "services_blank") != 0 {
			t.Errorf("%q: %v", services, r.Services)
		}
	}
}

// unsaid returns the count of what the input does not allow to say; 0 where it is not told.
func unsaid(r *Result, key string) int {
	for _, u := range r.Unsaid {
		if u.Key == key {
			return u.Count
		}
	}
	return 0
}

func TestServiceNames(t *testing.T) {
	for cell, want := range map[string]string{
		"养老、托育": "养老|托育", "养老，托育；养老": "养老|托育", "养老服务（含助餐、日托）、托育": "养老服务（含助餐、日托）|托育", "便民/无": "便民", "无": "", " ": "",
	} {
		if got := strings.Join(serviceNames(cell), "|"); got != want {
			t.Errorf("serviceNames(%q) = %q, want %q", cell, got, want)
		}
	}
}
