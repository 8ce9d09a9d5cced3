package report

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"quarter/charts"
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// testScript stands for the script bundle, which is not in the repository.
var testScript = []byte("/* page script */")

// lengthy skips a test of many pages in a short run: under the race detector each page takes ten times as long.
func lengthy(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("many pages")
	}
}

func page(t *testing.T, c *data.City, lang words.Lang) Page {
	t.Helper()
	return Page{
		Result: analyze(t, c), Lang: lang, Cutoff: "2026-09-30", Version: "0.0.0", RunID: "20261008-01",
		Marking: map[words.Lang]string{words.Chinese: "内部资料　注意保存", words.English: "Internal"}[lang],
	}
}

func render(t *testing.T, p Page) string {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out, p, testScript); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestGoldenPages(t *testing.T) {
	for _, lang := range []words.Lang{words.Chinese, words.English} {
		golden(t, "town-"+lang.String()+".html", render(t, page(t, town(), lang)))
	}
}

// golden holds a page against its file in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s differs; run with -update and look at the difference", path)
	}
}

// body is a page from its main part on: what stands before is in the golden pages of the report.
func body(page string) string { return page[strings.Index(page, "<main>"):] }

func TestNoAddressInThePage(t *testing.T) {
	got := strings.ReplaceAll(render(t, page(t, town(), words.Chinese)), "url(#", "") // a part of a drawing
	for _, forbidden := range []string{"http:", "https:", "src=", "@import", "url(", "<link", "<iframe", "NaN", "undefined", "Infinity", "&lt;nil&gt;", "%!("} {
		if strings.Contains(got, forbidden) {
			t.Errorf("the page holds %q", forbidden)
		}
	}
	if strings.Count(got, "<script>") != 1 {
		t.Errorf("%d scripts, want 1", strings.Count(got, "<script>"))
	}
}

var policyLine = regexp.MustCompile(`content="default-src &#39;none&#39;; script-src &#39;sha256-[A-Za-z0-9&#;/=]+&#39;;`)

func TestPolicyForbidsEverythingElse(t *testing.T) {
	got := render(t, page(t, town(), words.English))
	if !policyLine.MatchString(got) {
		at := strings.Index(got, "Content-Security")
		t.Errorf("policy: %s", got[at:at+300])
	}
}

// Hostile names stay text: none of them opens a tag, and every JSON block parses up to its own end.
func TestHostileNames(t *testing.T) {
	c := town()
	rename(c)
	p := page(t, c, words.Chinese)
	p.Title, p.Marking, p.Version = hostile[0], hostile[2], hostile[3]
	p.Manifest = []Line{{hostile[2], hostile[0]}}
	got := render(t, p)
	for _, forbidden := range []string{"<script>window", "<img", "onerror=\""} {
		if strings.Contains(got, forbidden) {
			t.Errorf("the page holds %q", forbidden)
		}
	}
	if n := strings.Count(got, "</script>"); n != strings.Count(got, "<script") {
		t.Errorf("%d ends of %d scripts", n, strings.Count(got, "<script"))
	}
}

var (
	tags    = regexp.MustCompile(`(?s)<(style|script|head)\b[^>]*>.*?</(style|script|head)>|<[^>]*>`)
	latin   = regexp.MustCompile(`[A-Za-z]{2,}`)
	allowed = regexp.MustCompile(`Ctrl键|CGCS2000|WGS 84|SHA-256|[A-Z]+-[0-9]{2}|GeoJSON|(town|geojson)\b`)
	han     = regexp.MustCompile(`\p{Han}`)
)

func TestOneLanguage(t *testing.T) {
	zh := tags.ReplaceAllString(render(t, page(t, town(), words.Chinese)), "\n")
	for _, line := range strings.Split(allowed.ReplaceAllString(zh, ""), "\n") {
		if latin.MatchString(line) {
			t.Errorf("Latin letters in the Chinese page: %s", strings.TrimSpace(line))
		}
	}
	c := town()
	english(c)
	en := tags.ReplaceAllString(render(t, page(t, c, words.English)), "\n")
	for _, line := range strings.Split(en, "\n") {
		if han.MatchString(line) {
			t.Errorf("Chinese in the English page: %s", strings.TrimSpace(line))
		}
	}
}

func english(c *data.City) {
	c.Name = "Testtown"
	c.Districts[0].Name = "Testtown"
	for i := range c.Streets {
		c.Streets[i].Name = "Street " + string(rune('A'+i))
	}
	for i := range c.Communities {
		c.Communities[i].Name = "Community " + string(rune('A'+i))
	}
	for i := range c.Grids {
		c.Grids[i].Name = "Cell " + string(rune('A'+i))
	}
	for i := range c.Centers {
		c.Centers[i].Name = "Center " + string(rune('A'+i))
	}
}

// A city without something gives a page that says so.
func TestPoorCities(t *testing.T) {
	cities := map[string]func(*data.City){
		"nothing":  func(c *data.City) { *c = data.City{} },
		"no grids": func(c *data.City) { c.Grids = nil },
		"no streets": func(c *data.City) {
			for i := range c.Communities {
				c.Communities[i].Street = data.None
			}
			for i := range c.Centers {
				c.Centers[i].Street, c.Centers[i].District, c.Centers[i].ServiceArea = data.None, data.None, data.Num(100)
			}
			c.Streets, c.Districts = nil, nil
			c.Link()
		},
		"no centers": func(c *data.City) { c.Centers = nil },
		"no people": func(c *data.City) {
			for i := range c.Grids {
				c.Grids[i].Counts = data.Counts{}
			}
		},
		"only points": func(c *data.City) {
			c.Communities = nil
			for i := range c.Grids {
				c.Grids[i].Shape, c.Grids[i].Community = nil, data.None
			}
			for i := range c.Centers {
				c.Centers[i].Communities, c.Centers[i].Street = nil, data.None
			}
			c.Streets, c.Districts = nil, nil
			for i := range c.Centers {
				c.Centers[i].District = data.None
			}
			c.Link()
		},
	}
	for name, change := range cities {
		t.Run(name, func(t *testing.T) {
			c := town()
			change(c)
			for _, lang := range []words.Lang{words.Chinese, words.English} {
				got := render(t, page(t, c, lang))
				if !strings.Contains(got, "</html>") || strings.Contains(got, "NaN") {
					t.Error("not a page")
				}
			}
		})
	}
}

// The profiles that regulate less leave out what they do not say.
func TestEveryProfile(t *testing.T) {
	for _, id := range data.ProfileIDs {
		profile, err := data.BuiltinProfile(id)
		if err != nil {
			t.Fatal(err)
		}
		r, err := coverage.Analyze(t.Context(), town(), profile, coverage.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, lang := range []words.Lang{words.Chinese, words.English} {
			render(t, Page{Result: r, Lang: lang})
		}
	}
}

func TestNumbersOfTheTown(t *testing.T) {
	got := render(t, page(t, town(), words.Chinese))
	for _, want := range []string{"新华社区", "在建中心", "不计入（在建）", "直线距离缓冲法，未计路网和地物阻隔", "本报告口径，不是国家标准", "2026年9月30日"} {
		if !strings.Contains(got, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

func TestWithoutTheScriptNothingIsWritten(t *testing.T) {
	if _, err := script(); err == nil {
		t.Log("this build has the script; only its absence can fail here")
		return
	}
	var out bytes.Buffer
	if err := Write(&out, page(t, town(), words.Chinese)); !errors.Is(err, ErrNoBundle) || out.Len() != 0 {
		t.Errorf("%v, %d bytes", err, out.Len())
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestWriteErrorsAreReturned(t *testing.T) {
	if err := write(broken{}, page(t, town(), words.Chinese), testScript); !errors.Is(err, io.ErrShortWrite) {
		t.Error(err)
	}
}

// Types of service and parts of the population have tables of their own; a community that a type does not reach is named.
func TestServicesAndPopulationGroups(t *testing.T) {
	c := town()
	c.Centers[0].Service, c.Centers[1].Service = "便民服务、养老服务", "便民服务"
	elderly := data.CohortColumn{Label: "老年人", Grids: make([]data.Number, len(c.Grids)), Communities: make([]data.Number, len(c.Communities))}
	for i := range 4 {
		elderly.Grids[i] = data.Num(100)
	}
	c.Cohorts = []data.CohortColumn{elderly}
	p := page(t, c, words.Chinese)
	got := render(t, p)
	reached := charts.Whole(p.Result.Total().Services[1])
	for _, want := range []string{`id="table-cohorts"`, "老年人", `id="table-services"`, "养老服务", ">" + reached + "<", `id="table-services-missing"`} {
		if !strings.Contains(got, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

// Every warning card that is not green or grey is listed, and the counts of a level add up to its units.
func TestWarningCards(t *testing.T) {
	p := page(t, town(), words.Chinese)
	v := newView(p)
	n, listed := v.cards(coverage.LevelCommunity), v.cardList()
	if n.dealt()+n[coverage.CardNone] != len(p.Result.City.Communities) {
		t.Errorf("%v of %d communities", n, len(p.Result.City.Communities))
	}
	streets := v.cards(coverage.LevelStreet)
	if want := n[coverage.CardRed] + n[coverage.CardYellow] + streets[coverage.CardRed] + streets[coverage.CardYellow]; listed.N != want {
		t.Errorf("%d listed, want %d", listed.N, want)
	}
	for i := range listed.N {
		if row := listed.Row(i); row[len(row)-1] == "" {
			t.Errorf("no reason in %v", row)
		}
	}
}

// The answer shows the range of assumptions wherever it shows coverage.
func TestAnswerShowsTheRange(t *testing.T) {
	p := page(t, town(), words.Chinese)
	value := p.Result.Total().Get("coverage_pop")
	low, high := charts.Rate(value.Low.V, .9), charts.Rate(value.High.V, .9)
	var said []string
	for _, text := range answerOf(p).told() {
		said = append(said, plainText(text))
	}
	got := strings.Join(said, "\n")
	for _, want := range []string{"区间" + low + "–" + high + "%", "按不同步行假设为" + low + "–\u2060" + high + "%", "\n" + low + "–" + high + "%\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("the answer lacks %q", want)
		}
	}
}
