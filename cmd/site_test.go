package cmd

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"quarter/charts/words"
	"quarter/coverage/siting"
)

// requested is what a command line asks of siting.
func requested(t *testing.T, args ...string) (*siteRequest, error) {
	t.Helper()
	c, o := testApp("en").newSiteRun()
	if err := c.ParseFlags(args); err != nil {
		t.Fatal(err)
	}
	return o.request(c)
}

func TestRequests(t *testing.T) {
	for line, want := range map[string]siting.Request{
		"--p 3":                                    {Model: "mclp", P: 3},
		"--p 3 --model p-median --seed 7":          {Model: "p-median", P: 3, Seed: 7},
		"--cover 95%":                              {Model: "partial", Cover: 0.95},
		"--cover 95":                               {Model: "partial", Cover: 0.95},
		"--cover 0.5%":                             {Model: "partial", Cover: 0.005},
		"--all":                                    {Model: "lscp"},
		"--all --model backup":                     {Model: "backup"},
		"--budget 800万 --site-cost 200万元":          {Model: "budget", Budget: 8e6, SitePrice: 2e6},
		"--budget 8000000":                         {Model: "budget", Budget: 8e6},
		"--p 3 --least-share 60%":                  {Model: "floor", P: 3, Floor: 0.6},
		"--p 2 --from lattice --spacing 0.3km":     {Model: "mclp", P: 2, Source: "lattice", Spacing: 300},
		"--p 2 --from 盲区":                          {Model: "mclp", P: 2, Source: "zones"},
		"--p 1 --site-area 500㎡ --time-limit 2min": {Model: "mclp", P: 1, SiteArea: 500, Limited: true},
		"--p 1 --cost-matrix a/b/od.csv":           {Model: "mclp", P: 1, Matrix: "od.csv"},
		"--close X --open 1,2":                     {},
	} {
		r, err := requested(t, strings.Fields(line)...)
		if err != nil {
			t.Errorf("%s: %v", line, err)
			continue
		}
		if r.Request != want {
			t.Errorf("%s: %+v, want %+v", line, r.Request, want)
		}
	}
}

func TestWrongRequests(t *testing.T) {
	for line, key := range map[string]string{
		"":                                     "site_nothing",
		"--p 3 --cover 95%":                    "site_goals",
		"--all --budget 800万":                  "site_goals",
		"--p 0":                                "site_p",
		"--p -1":                               "site_p",
		"--p 10001":                            "site_p",
		"--cover 0":                            "not_positive",
		"--cover 0.95":                         "percent",
		"--cover 101":                          "percent_range",
		"--cover much":                         "site_share",
		"--budget 800":                         "site_money_unit",
		"--budget 0":                           "site_money",
		"--budget lots":                        "site_money",
		"--p 3 --model p-centre":               "choice",
		"--p 3 --model partial":                "site_model_goal",
		"--cover 95% --model mclp":             "site_model_goal",
		"--cover 95% --least-share 60%":        "site_model_goal",
		"--p 3 --model floor":                  "site_floor",
		"--least-share 60%":                    "site_least_alone",
		"--p 3 --model mclp --least-share 60%": "site_floor",
		"--p 3 --from sky":                     "choice",
		"--p 3 --spacing 0":                    "site_length",
		"--p 3 --site-area small":              "site_area",
		"--p 3 --time-limit 0":                 "site_time",
		"--close X --seed 3":                   "site_no_goal",
		"--open 1,2 --avoid w.geojson":         "site_no_goal",
	} {
		_, err := requested(t, strings.Fields(line)...)
		wrong, ok := err.(*usageError)
		if !ok || wrong.key != key {
			t.Errorf("%s: %v, want %s", line, err, key)
		}
	}
}

func TestChangesComeInOrder(t *testing.T) {
	r, err := requested(t, "--open", "1,2", "--close", "A", "--close", "B", "--enlarge", "C=300", "--time-limit", "30s", "--p", "1")
	if err != nil || r.limit != 30*time.Second {
		t.Fatal(err, r)
	}
	var kinds []string
	for _, s := range r.steps {
		kinds = append(kinds, string(s.kind)+" "+s.text)
	}
	if want := []string{"close A", "close B", "enlarge C=300", "open 1,2"}; !slices.Equal(kinds, want) {
		t.Errorf("%v, want %v", kinds, want)
	}
}

// The command line knows the models that siting has, each by its key, and each has a name.
func TestEveryModelCanBeAskedFor(t *testing.T) {
	var known []string
	for _, m := range siting.Models {
		known = append(known, m.Key())
		if goalsOf(m.Key()) == nil {
			t.Errorf("%s goes with no question", m.Key())
		}
	}
	for _, m := range siteModels {
		if !slices.Contains(known, m.key) {
			t.Errorf("there is no model %s", m.key)
		}
		if !words.Has("model." + m.key) {
			t.Errorf("%s has no name", m.key)
		}
	}
}

// Every error of siting that a city can meet has a text. What only a caller of the library can get wrong has none.
func TestEverySitingErrorHasAText(t *testing.T) {
	library := []string{"no_costs", "demand_count", "site_count", "group_count", "weight", "site", "no_between", "between_size", "between", "no_groups", "group",
		"no_weight", "aversion", "aversion_range"}
	keys := foundIn(t, "../coverage/siting/*.go", `InputError\{Key: "([a-z_]+)"`, "siting.", "")
	keys = append(keys, foundIn(t, "../coverage/siting/*.go", `InfeasibleError\{Key: "([a-z_]+)"`, "siting.infeasible.", "")...)
	keys = append(keys, foundIn(t, "../coverage/siting/*.go", `\.Key = "([a-z_]+)"`, "siting.infeasible.", "")...)
	for _, kind := range []string{"unknown", "ambiguous"} {
		keys = append(keys, "siting.center_"+kind, "siting.candidate_"+kind)
	}
	for _, k := range keys {
		if !words.Has(k) && !slices.Contains(library, strings.TrimPrefix(k, "siting.")) {
			t.Errorf("no text for %s", k)
		}
	}
}

// What cannot be had, and what needs nothing, is one sentence with the cure in both languages, with the exit code of its kind.
func TestAnswersInASentence(t *testing.T) {
	if testing.Short() {
		t.Skip("some thirty runs")
	}
	folder := filepath.Join(t.TempDir(), "city")
	if code, _, errs := inMemory("zh", "demo", "--data-only", "--quiet", "--out", folder); code != exitFine {
		t.Fatal(errs)
	}
	od := filepath.Join(folder, "od.csv")
	if err := os.WriteFile(od, []byte("origin,dest,t\n580102101009-B1,580102101009002,5\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	out := folder + "-site"
	run := func(lang, line string) (int, string) {
		args := append([]string{"site", folder, "--no-page", "--quiet", "--force", "--out", out, "--lang", lang}, strings.Fields(strings.ReplaceAll(line, "OD", od))...)
		var o, e bytes.Buffer
		code := Run(t.Context(), args, Streams{In: strings.NewReader(""), Out: &o, Err: &e, OutTerminal: true}, func(string) string { return "" })
		return code, strings.ReplaceAll(o.String()+e.String(), "\n", "")
	}
	if code, text := run("zh", "--p 1"); code != exitFine {
		t.Fatal(text)
	}
	for line, want := range map[string]struct {
		code   int
		zh, en string
	}{
		"--p 41":                            {exitFailed, "只有40处", "only 40 candidates"},
		"--p 2 --time-limit 0.001s":         {exitFine, "到了时限", "time limit"},
		"--p 3 --least-share 60%":           {exitFailed, "现在覆盖率0.0%，备选点位全建也只到0.0%，到不了60%", "short of 60%; there are"},
		"--cover 50%":                       {exitFine, "已达到所求的50%（86.8%），不需新建", "reached already (86.8%)"},
		"--cover 99.9%":                     {exitFailed, "降低 --cover", "ask for less"},
		"--p 24":                            {exitFine, "其中6处不再新增覆盖，建18处结果一样", "6 of them cover nobody in addition: 18 sites would do"},
		"--close 碧阁社区党群服务中心":                {exitFine, "不因此升降", "neither rises nor falls"},
		"--open 103.5,25.52":                {exitFine, "在枫谷社区新开1处", "Opened: a center in 枫谷社区"},
		"--budget 1万元":                      {exitFailed, "预算不够一处", "below the cheapest"},
		"--p 3 --model center":              {exitFine, "最远的人到最近中心的直线距离由3,406米到2,425米", "straight distance is 2,425 m, before 3,406 m"},
		"--p 1 --cost-matrix OD":            {exitFailed, "出行成本", "cost"},
		"--p 1 --cost-unit min":             {exitUsage, "--cost-matrix", "--cost-matrix"},
		"--p 1 --force-site B9 --forbid B9": {exitUsage, "没有备选点位“B9”", "no candidate B9"},
		"--p 1 --force-site 兰峰 --forbid 原兰峰文化站":                              {exitUsage, "既必须选又不能选", "both forced and forbidden"},
		"--p 1 --force-site 兰峰 --force-site 原丹阁":                             {exitFailed, "至少 --p 2", "at least --p 2"},
		"--close 580102007014-1 --enlarge 碧阁社区党群服务中心=900 --p 1":              {exitUsage, "写了两次改动", "changed twice"},
		"--p 1 --cost-matrix OD --cost-unit min --column cost_matrix.cost=t": {exitUsage, "不知道谁已有服务", "nobody knows who is served"},
	} {
		for lang, words := range map[string]string{"zh": want.zh, "en": want.en} {
			code, text := run(lang, line)
			if code != want.code || !strings.Contains(strings.Join(strings.Fields(text), ""), strings.Join(strings.Fields(words), "")) {
				t.Errorf("%s %s: %d %s, want %d %s", lang, line, code, text, want.code, words)
			}
			if _, err := os.Stat(filepath.Join(out, "plan.json")); err != nil {
				t.Fatalf("%s: the earlier plan is gone", line)
			}
		}
	}
}
