//go:build data

package siting

import (
	"errors"
	"testing"
)

// Values of the README of sf-facility-location, demand of weight 0 counted as there. Twice covered is the true number of tracts.
func TestSetCoverSanFrancisco(t *testing.T) {
	for _, row := range []struct {
		radius float64
		forced []int
		sites  float64
		twice  float64
	}{{5000, nil, 8, 145}, {8000, nil, 3, 140}, {8000, []int{11, 15}, 4, 177}} {
		x := readSF(t)
		for _, i := range row.forced {
			x.Sites[i].State = Forced
		}
		least, err := LSCP{Radius: row.radius, All: true}.Solve(t.Context(), x)
		if err != nil || least.Value != row.sites || !least.Proven || len(least.Sites) != int(row.sites) {
			t.Errorf("%v: %+v %v", row, least, err)
		}
		for j := range x.Weights {
			x.Weights[j] = 1
		}
		backup, err := Backup{Radius: row.radius}.Solve(t.Context(), x)
		if err != nil || backup.Value != row.twice || backup.Bound != row.twice || !backup.Proven || len(backup.Sites) != int(row.sites) {
			t.Errorf("%v: %+v %v", row, backup, err)
		}
	}
}

// 20 m reaches hardly anyone; the radius that is needed is that of full cover.
func TestLSCPSanFranciscoInfeasible(t *testing.T) {
	x := readSF(t)
	_, err := LSCP{Radius: 20, All: true}.Solve(t.Context(), x)
	var refused *InfeasibleError
	if !errors.As(err, &refused) || len(refused.Demand) != 205 || !(refused.Need > 20) {
		t.Fatalf("%+v %v", refused, err)
	}
	if _, err := (LSCP{Radius: refused.Need, All: true}).Solve(t.Context(), x); err != nil {
		t.Error(err)
	}
}

// Values of the README of mclp-sjc; the shares of its table are met with as many sites, and with no fewer.
func TestSetCoverSaoJose(t *testing.T) {
	for _, row := range []struct {
		name    string
		covered []float64
	}{{"SJC324.txt", []float64{5461, 8790, 11604, 12106, 12152}}, {"SJC402.txt", []float64{6555, 11339, 14690, 15658, 15970, 15984}}} {
		x, most := readSJC(t, row.name), row.covered[len(row.covered)-1]
		if found, err := (LSCP{Radius: 800}).Solve(t.Context(), x); err != nil || found.Value != float64(len(row.covered)) || !found.Proven {
			t.Errorf("%s: %+v %v", row.name, found, err)
		}
		for p, covered := range row.covered {
			for more, want := range []float64{float64(p + 1), float64(p + 2)} {
				share := (covered + float64(more)) / most
				if share > 1 {
					continue
				}
				if found, err := (Partial{Share: share, Radius: 800}).Solve(t.Context(), x); err != nil || found.Value != want || !found.Proven {
					t.Errorf("%s share %v: %+v %v, want %v", row.name, share, found, err, want)
				}
			}
		}
	}
}
