package cmd

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/width"
)

// dated is a text that looks like a date: 2025-11-22, 2025/11, 2025年11月22日, 20251122, 2025.
var dated = regexp.MustCompile(`^(\d+)(?:[-/.年](\d+)(?:[-/.月](\d+)?日?)?|年)?$`)

// checkCutoff refuses a cut-off date that looks like a date and is none, such as 2025-02-30. Any other text is printed as given.
func checkCutoff(text string) error {
	m := dated.FindStringSubmatch(strings.TrimSpace(width.Narrow.String(text)))
	if m == nil {
		return nil
	}
	year, month, day := m[1], m[2], m[3]
	if len(year) == len("20060102") && month == "" {
		year, month, day = year[:4], year[4:6], year[6:]
	}
	if !isDate(year, month, day) {
		return usage("cutoff", "value", text)
	}
	return nil
}

// isDate reports whether there is such a day; month and day may be left out.
func isDate(year, month, day string) bool {
	y, err := strconv.Atoi(year)
	if err != nil || y < 1900 || y > 2999 {
		return false
	}
	m, d := 1, 1
	if month != "" {
		m, _ = strconv.Atoi(month)
	}
	if day != "" {
		d, _ = strconv.Atoi(day)
	}
	if m < 1 || m > 12 {
		return false
	}
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Day() == d
}
