package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// comparedTown is the town before, and after a center was opened in the second community, c1 moved by 100 m and grew, the fourth community
// got another name and the third is gone from the list.
func comparedTown(t *testing.T, edit func(*data.City)) *coverage.Comparison {
	t.Helper()
	before, after := town(), town()
	after.Centers = append(after.Centers, data.Center{
		Code: "c9", Name: "新开中心", Point: at(3000, 2200), Tier: data.TierCommunity, Status: data.StatusOpen, Communities: []int{1}, Street: 0, District: 0,
		Grid: data.None, FloorArea: data.Num(400),
	})
	after.Centers[0].Point = orb.Point{after.Centers[0].Point[0] + .001, after.Centers[0].Point[1]}
	after.Communities[3].Name = "山前社区"
	for _, c := range []*data.City{before, after} {
		edit(c)
	}
	c, err := coverage.Compare(analyze(t, before).Snapshot(), analyze(t, after).Snapshot())
	if err != nil {
		t.Fatal(err)
	}
	c.Before.Cutoff, c.After.Cutoff = "2025-09-30", "2026-09-30"
	return c
}

func renderComparison(t *testing.T, p ComparePage) string {
	t.Helper()
	var out bytes.Buffer
	if err := writeView(&out, newCompareView(p).view, testScript, nil); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestGoldenComparison(t *testing.T) {
	for _, lang := range []words.Lang{words.Chinese, words.English} {
		got := renderComparison(t, ComparePage{Comparison: comparedTown(t, func(*data.City) {}), Lang: lang, Version: "0.0.0", RunID: "1"})
		golden(t, "compare-"+lang.String()+".html", body(got))
	}
}

// The page of a comparison asks for nothing, lets no name out of its place, and speaks one language.
func TestComparisonIsSafe(t *testing.T) {
	got := renderComparison(t, ComparePage{Comparison: comparedTown(t, rename), Lang: words.Chinese, Title: hostile[0], Marking: hostile[2]})
	for _, forbidden := range []string{"<script>window", "<img", "onerror=\"", "http:", "https:", "<link", "NaN", "Infinity", "%!("} {
		if strings.Contains(got, forbidden) {
			t.Errorf("the page holds %q", forbidden)
		}
	}
	if n := strings.Count(got, "</script>"); n != strings.Count(got, "<script") {
		t.Errorf("%d ends of %d scripts", n, strings.Count(got, "<script"))
	}
	zh := tags.ReplaceAllString(renderComparison(t, ComparePage{Comparison: comparedTown(t, func(*data.City) {}), Lang: words.Chinese}), "\n")
	for _, line := range strings.Split(allowed.ReplaceAllString(zh, ""), "\n") {
		if latin.MatchString(line) {
			t.Errorf("Latin letters in the Chinese page: %s", strings.TrimSpace(line))
		}
	}
	en := tags.ReplaceAllString(renderComparison(t, ComparePage{Comparison: comparedTown(t, func(c *data.City) {
		english(c)
		c.Communities[0].Name = "Community Z"
	}), Lang: words.English}), "\n")
	if line := han.FindString(en); line != "" {
		t.Errorf("Chinese in the English page: %s", line)
	}
}

// Cities that lack something, other assumptions and other bases give a page that says so.
func TestPoorComparisons(t *testing.T) {
	households := data.ByHouseholds
	full := analyze(t, town())
	other := func(edit func(*data.City), o coverage.Options, profile string) *coverage.Result {
		c := town()
		edit(c)
		p, err := data.BuiltinProfile(profile)
		if err != nil {
			t.Fatal(err)
		}
		r, err := coverage.Analyze(t.Context(), c, p, o)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	same := func(*data.City) {}
	cases := map[string]*coverage.Result{
		"nothing":    other(func(c *data.City) { *c = data.City{} }, coverage.Options{}, "general"),
		"no centers": other(func(c *data.City) { c.Centers = nil }, coverage.Options{}, "general"),
		"households": other(same, coverage.Options{Basis: &households}, "general"),
		"profile":    other(same, coverage.Options{Radius: 500, ExcludeUnknown: true, Tiers: []data.Tier{data.TierStreet}}, "haikou2019"),
		"no shapes": other(func(c *data.City) {
			for i := range c.Communities {
				c.Communities[i].Shape = nil
			}
		}, coverage.Options{}, "general"),
		"itself": full,
	}
	for name, r := range cases {
		for _, pair := range [][2]*coverage.Result{{full, r}, {r, full}} {
			c, err := coverage.Compare(pair[0].Snapshot(), pair[1].Snapshot())
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			for _, lang := range []words.Lang{words.Chinese, words.English} {
				got := renderComparison(t, ComparePage{Comparison: c, Lang: lang})
				if !strings.Contains(got, "</html>") || strings.Contains(got, "NaN") {
					t.Errorf("%s: not a page", name)
				}
			}
		}
	}
}
