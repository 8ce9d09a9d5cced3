package cmd

import (
	"errors"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"quarter/coverage"
	"quarter/data"
)

// target is one --require: a metric of the whole area and the value that it must reach.
type target struct {
	metric coverage.Metric
	atMost bool    // "<=": the value must not exceed the limit
	limit  float64 // shares 0 to 1
}

// parseTargets reads coverage_pop=90, coverage_pop>=90 and area_gap<=0.
func parseTargets(all []string) ([]target, error) {
	var out []target
	for _, s := range all {
		t, err := parseTarget(s)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}

func parseTarget(s string) (target, error) {
	key, typed, found := strings.Cut(s, "=")
	if !found {
		return target{}, usage("require", "value", s)
	}
	key, atMost := strings.CutSuffix(key, "<")
	key = strings.TrimSpace(strings.TrimSuffix(key, ">"))
	at := slices.IndexFunc(coverage.Metrics, func(m coverage.Metric) bool { return m.Key == key })
	if at < 0 {
		return target{}, usage("require_metric", "value", key, "choices", metricKeys())
	}
	t := target{metric: coverage.Metrics[at], atMost: atMost}
	limit, err := typedNumber(typed, t.metric.Unit == coverage.UnitShare)
	if err != nil {
		return t, orUsage(err, "require", "value", s)
	}
	t.limit = limit
	return t, nil
}

func metricKeys() string {
	keys := make([]string, len(coverage.Metrics))
	for i, m := range coverage.Metrics {
		keys[i] = m.Key
	}
	return strings.Join(keys, ", ")
}

// met judges the unrounded value; one within 1e-9 (relative) of the limit has reached it. A missing value has not.
func (t target) met(v data.Number) bool {
	if !v.Known {
		return false
	}
	if math.Abs(v.V-t.limit) <= 1e-9*math.Abs(t.limit) {
		return true
	}
	if t.atMost {
		return v.V < t.limit
	}
	return v.V > t.limit
}

var errNotNumber = errors.New("not a number")

// typedNumber reads a number as people type it. Shares are typed in percent and returned as 0 to 1; a bare number of 1 or less, such
// as 0.9, is more likely a share than a percentage and is refused rather than guessed.
func typedNumber(s string, share bool) (float64, error) {
	s = strings.TrimSpace(s)
	s, percent := strings.CutSuffix(strings.ReplaceAll(s, "％", "%"), "%")
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) || v < 0 || percent && !share {
		return 0, errNotNumber
	}
	if !share {
		return v, nil
	}
	if !percent && v > 0 && v <= 1 {
		return 0, usage("percent", "value", s, "percent", strconv.FormatFloat(v*100, 'f', -1, 64))
	}
	if v > 100 {
		return 0, usage("percent_range", "value", s)
	}
	return v / 100, nil
}

// orUsage returns err where it is a usage error of its own, else the usage error of the key.
func orUsage(err error, key string, args ...any) error {
	var own *usageError
	if errors.As(err, &own) {
		return own
	}
	return usage(key, args...)
}

func sortedKeys[V any](m map[string]V) string {
	return strings.Join(slices.Sorted(maps.Keys(m)), ", ")
}
