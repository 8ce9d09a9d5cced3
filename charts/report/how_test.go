package report

import (
	"encoding/json"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// Whatever can be asked has an answer, and every answer has a formula, its inputs and its clause.
func TestEveryFigureIsExplained(t *testing.T) {
	lengthy(t)
	for name, c := range map[string]*data.City{"town": town(), "sample city": sampleCity(t)} {
		for _, lang := range []words.Lang{words.Chinese, words.English} {
			p := page(t, c, lang)
			got := render(t, p)
			for _, at := range printings(got) {
				if !strings.Contains(got, `id="how-`+at.how+`"`) {
					t.Errorf("%s, %v: no explanation of %s, printed %q", name, lang, at.how, at.text)
				}
			}
			for _, e := range newView(p).explanations() {
				if e.Title == "" || e.Formula == "" || e.Clause == "" || len(e.Inputs) < 2 {
					t.Errorf("%s, %v: %s is not explained: %+v", name, lang, e.Key, e)
				}
			}
		}
	}
}

var anyNumber = regexp.MustCompile(`−?[0-9][0-9,]*(?:\.[0-9]+)?`)

// numbersOf reads all numbers of a worked formula.
func numbersOf(text string) []float64 {
	var out []float64
	for _, s := range anyNumber.FindAllString(text, -1) {
		v, err := strconv.ParseFloat(strings.NewReplacer(",", "", "−", "-").Replace(s), 64)
		if err != nil {
			panic(err)
		}
		out = append(out, v)
	}
	return out
}

// A reader with a pocket calculator gets what a worked formula says, and that is the figure of the unit.
func TestWorkedFormulasCalculate(t *testing.T) {
	r := analyze(t, sampleCity(t))
	o := newOracle(r)
	for _, lang := range []words.Lang{words.Chinese, words.English} {
		v := newView(Page{Result: r, Lang: lang})
		n := 0
		check := func(key, unit, text string) {
			numbers := numbersOf(text)
			said, got := numbers[len(numbers)-1], calculated(key, numbers)
			want, ok := o.value(key, "", unit)
			n++
			if !ok || math.Abs(said-want) > 6e-5*math.Max(1, math.Abs(want)*1e-9) {
				t.Errorf("%s of %q: %q, the result has %v", key, unit, text, want)
			}
			if math.Abs(got-said) > 2e-4+1e-6*math.Abs(said) {
				t.Errorf("%s of %q: %q gives %v", key, unit, text, got)
			}
		}
		for key, levels := range v.workedUnits() {
			for letter, lines := range levels {
				for i, text := range lines {
					if text != "" {
						check(key, letter+strconv.Itoa(i), text)
					}
				}
			}
		}
		for _, m := range coverage.Metrics {
			if text := v.worked(r.Total(), m); text != "" {
				check(m.Key, "", text)
			}
		}
		if n < 1000 {
			t.Errorf("only %d formulas", n)
		}
	}
}

// calculated does what a worked formula says, its result apart.
func calculated(key string, n []float64) float64 {
	m, _ := coverage.MetricByKey(key)
	switch {
	case len(n) == 1: // its unrounded value alone
		return n[0]
	case key == "population_uncovered":
		return n[0] - n[1]
	case key == "nearest_p90_minutes":
		return n[0] * n[1] / n[2]
	case m.Unit == coverage.UnitShare || key == "per100":
		return n[0] / n[1] * 100
	}
	return n[0] / n[1]
}

// The formulas of a city of 1,000 communities stay below 400 KB.
func TestWorkedFormulasAreSmall(t *testing.T) {
	r := analyze(t, sampleCity(t))
	raw, err := json.Marshal(newView(Page{Result: r, Lang: words.Chinese}).workedUnits())
	if err != nil {
		t.Fatal(err)
	}
	if most := 400 * len(r.City.Communities); len(raw) > most {
		t.Errorf("%d bytes for %d communities, at most %d", len(raw), len(r.City.Communities), most)
	}
}
