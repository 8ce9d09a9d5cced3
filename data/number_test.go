package data

import (
	"encoding/json"
	"testing"
)

func TestMissingIsNotZero(t *testing.T) {
	var missing Number
	if missing.Known || missing == Num(0) || missing.Or(7) != 7 || Num(0).Or(7) != 0 {
		t.Error("a missing number equals zero")
	}
	if missing.String() != "missing" || Num(0.1).String() != "0.1" || Num(1e6).String() != "1e+06" {
		t.Error(missing, Num(0.1), Num(1e6))
	}
}

func TestNumberJSON(t *testing.T) {
	in := []Number{{}, Num(0), Num(-2.5), Num(371442)}
	text, err := json.Marshal(in)
	if err != nil || string(text) != "[null,0,-2.5,371442]" {
		t.Fatalf("%s %v", text, err)
	}
	var out []Number
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatal(err)
	}
	for i := range in {
		if in[i] != out[i] {
			t.Errorf("%v became %v", in[i], out[i])
		}
	}
	if err := json.Unmarshal([]byte(`"12"`), &in[0]); err == nil {
		t.Error("a text was read as a number")
	}
}

// Every key of flags and JSON can be read back, and nothing else.
func TestKeysReadBack(t *testing.T) {
	for _, b := range Bases {
		if got, ok := ParseBasis(b.String()); !ok || got != b {
			t.Errorf("basis %s", b)
		}
	}
	for tier := TierUnknown; tier <= TierPoint; tier++ {
		if got, ok := ParseTier(tier.String()); !ok || got != tier {
			t.Errorf("tier %s", tier)
		}
	}
	for s := StatusUnknown; s <= StatusRenovating; s++ {
		if got, ok := ParseStatus(s.String()); !ok || got != s {
			t.Errorf("status %s", s)
		}
	}
	if _, ok := ParseTier("Community"); ok {
		t.Error("a tier in capitals was read")
	}
}

func TestCountsOf(t *testing.T) {
	c := Counts{Households: Num(10)}
	c.People[Registered] = Num(25)
	if c.Of(ByHouseholds) != Num(10) || c.Of(Registered) != Num(25) || c.Of(Resident).Known {
		t.Error("the bases are mixed up")
	}
}
