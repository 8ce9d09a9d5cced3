package report

import (
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"quarter/charts"
	"quarter/charts/words"
	"quarter/coverage/siting"
	"quarter/data"
)

// spot is a candidate of the town.
func spot(code, name string, p orb.Point, price float64) siting.Candidate {
	c := siting.Candidate{Candidate: data.Candidate{Code: code, Name: name, Point: p, Community: 2}, Origin: "file", Zone: data.None}
	if price > 0 {
		c.Price = data.Num(price)
	}
	return c
}

// planned is the page of a plan for a town: two of four candidates, of which three lie in the south.
func planned(t *testing.T, c *data.City, lang words.Lang, edit func(*siting.Ask)) Page {
	t.Helper()
	p := page(t, c, lang)
	ask := siting.Ask{
		Before: p.Result, Request: siting.Request{Model: "mclp", P: 2, Objective: siting.People, Source: "file"}, Refused: []siting.Refusal{{Key: "outside", Count: 1}},
		Candidates: []siting.Candidate{
			spot("b1", "旧粮站", at(1700, 600), 1.2e6), spot("b2", "老校舍", at(1400, 900), 8e5), spot("b3", "闲置厂房", at(3700, 2700), 2e6), spot("b4", "旧礼堂", at(900, 300), 0),
		},
	}
	edit(&ask)
	plan, err := siting.Solve(t.Context(), ask)
	if err != nil {
		t.Fatal(err)
	}
	p.Plan = plan
	return p
}

func asIs(*siting.Ask) {}

// rearranged closes a center, moves another and looks for one site.
func rearranged(a *siting.Ask) {
	a.Request.P = 1
	a.Changes = []siting.Change{
		{Kind: siting.ChangeClose, Center: 0, Name: a.Before.City.Centers[0].Name, From: at(400, 2200), To: at(400, 2200)},
		{Kind: siting.ChangeMove, Center: 1, Name: a.Before.City.Centers[1].Name, From: at(2600, 1600), To: at(3400, 2000)},
	}
}

// changedOnly chooses no site.
func changedOnly(a *siting.Ask) {
	rearranged(a)
	a.Candidates, a.Refused, a.Request = nil, nil, siting.Request{Objective: siting.People}
}

func TestGoldenPlans(t *testing.T) {
	for name, edit := range map[string]func(*siting.Ask){"plan": asIs, "plan-whatif": changedOnly} {
		for _, lang := range []words.Lang{words.Chinese, words.English} {
			golden(t, name+"-"+lang.String()+".html", body(render(t, planned(t, town(), lang, edit))))
		}
	}
}

// A page without a plan has nothing of one, and the part of a page with a plan that is about the present has none of its sites.
func TestPlanStaysInFront(t *testing.T) {
	if got := render(t, page(t, town(), words.Chinese)); strings.Contains(got, "plan_") || strings.Contains(got, "planned") && strings.Contains(got, `"plan"`) {
		t.Error("a page without a plan holds one")
	}
	p := planned(t, town(), words.Chinese, asIs)
	got := render(t, p)
	_, present, ok := strings.Cut(got, `<section id="present"`)
	if !ok {
		t.Fatal("no part about the present")
	}
	present, _, _ = strings.Cut(present, `<section id="method"`)
	for i := range p.Plan.Picks {
		if name := p.Plan.Candidates[p.Plan.Picks[i].Candidate].Name; strings.Contains(present, name) {
			t.Errorf("%s stands in the part about the present", name)
		}
	}
	if strings.Contains(got, `id="table-sites"`) {
		t.Error("sites of COV-11 stand beside those of the plan")
	}
}

// What the page prints of every site is the plan's number.
func TestPlanTableIsThePlan(t *testing.T) {
	p := planned(t, town(), words.English, asIs)
	got := render(t, p)
	_, rows, _ := strings.Cut(got, `id="table-plan"`)
	rows, _, _ = strings.Cut(rows, "</table>")
	for i := range p.Plan.Picks {
		k := &p.Plan.Picks[i]
		_, row, _ := strings.Cut(rows, `data-u="`+charts.PickKey(k)+`"`)
		row, _, _ = strings.Cut(row, "</tr>")
		for _, want := range []string{charts.Whole(k.Gain), charts.Percent(k.Share), charts.Whole(k.Overlap), p.Plan.Candidates[k.Candidate].Name} {
			if !strings.Contains(row, ">"+want+"<") {
				t.Errorf("site %d: the table lacks %s", k.Rank, want)
			}
		}
	}
	_, was := p.Plan.Request.Objective.Account(p.Plan.Before)
	_, is := p.Plan.Request.Objective.Account(p.Plan.After)
	if want := `data-how="plan_total">` + charts.Whole(math.Round(is)-math.Round(was)) + "<"; !strings.Contains(got, want) {
		t.Errorf("the tile lacks %s", want)
	}
}

// Every number of a plan that can be asked has an explanation.
func TestPlanNumbersAreExplained(t *testing.T) {
	for _, edit := range []func(*siting.Ask){asIs, rearranged, changedOnly} {
		got := render(t, planned(t, town(), words.Chinese, edit))
		for _, part := range strings.Split(got, `data-how="`)[1:] {
			key, _, _ := strings.Cut(part, `"`)
			if strings.HasPrefix(key, "plan_") || key == "class_plan" {
				if !strings.Contains(got, `id="how-`+key+`"`) {
					t.Errorf("%s is not explained", key)
				}
			}
		}
	}
}

// Hostile names stay text, each page speaks one language, and odd plans give a page.
func TestPlanPagesAreSafe(t *testing.T) {
	c := town()
	rename(c)
	got := render(t, planned(t, c, words.Chinese, func(a *siting.Ask) {
		rearranged(a)
		for i := range a.Candidates {
			a.Candidates[i].Name = hostile[i]
		}
	}))
	for _, forbidden := range []string{"<script>window", "<img", "onerror=\"", "NaN", "Infinity", "%!("} {
		if strings.Contains(got, forbidden) {
			t.Errorf("the page holds %q", forbidden)
		}
	}
	if n := strings.Count(got, "</script>"); n != strings.Count(got, "<script") {
		t.Errorf("%d ends of %d scripts", n, strings.Count(got, "<script"))
	}
	zh := tags.ReplaceAllString(render(t, planned(t, town(), words.Chinese, rearranged)), "\n")
	for _, line := range strings.Split(allowed.ReplaceAllString(zh, ""), "\n") {
		if latin.MatchString(line) {
			t.Errorf("Latin letters in the Chinese page: %s", strings.TrimSpace(line))
		}
	}
	english1 := town()
	english(english1)
	en := tags.ReplaceAllString(render(t, planned(t, english1, words.English, func(a *siting.Ask) {
		rearranged(a)
		for i := range a.Candidates {
			a.Candidates[i].Name = "Site " + a.Candidates[i].Code
		}
	})), "\n")
	if line := han.FindString(en); line != "" {
		t.Errorf("Chinese in the English page: %s", line)
	}
}

// Every model, and a ground without outlines, gives a page.
func TestEveryModelHasAPage(t *testing.T) {
	lengthy(t)
	requests := map[string]siting.Request{
		"median": {Model: "p-median", P: 2}, "center": {Model: "center", P: 1}, "partial": {Model: "partial", Cover: .6}, "lscp": {Model: "lscp"}, "backup": {Model: "backup"},
		"budget": {Model: "budget", Budget: 1.5e6, SitePrice: 1e6}, "dispersion": {Model: "dispersion", P: 2}, "least share": {Model: "least-share", P: 2}, "kolm": {Model: "kolm-pollak", P: 2},
		"households": {Model: "mclp", P: 2, Objective: siting.Objective{Households: true}},
	}
	for name, q := range requests {
		for _, lang := range []words.Lang{words.Chinese, words.English} {
			c := town()
			if name == "center" {
				for i := range c.Communities {
					c.Communities[i].Shape = nil
				}
			}
			got := render(t, planned(t, c, lang, func(a *siting.Ask) {
				if !q.Objective.Households {
					q.Objective = siting.People
				}
				q.Source = "file"
				a.Request = q
			}))
			if !strings.Contains(got, "</html>") || strings.Contains(got, "NaN") {
				t.Errorf("%s: not a page", name)
			}
		}
	}
}
