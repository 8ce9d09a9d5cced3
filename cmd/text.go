package cmd

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/width"
)

// columns returns how many terminal columns a text takes: East Asian wide characters take two.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

func runeColumns(r rune) int {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// wrapped breaks every line of a text at most at limit columns, each with the indent in front. Chinese breaks between any two
// characters except before closing punctuation, English at spaces.
func wrapped(text, indent string, limit int) string {
	var b strings.Builder
	for _, line := range strings.Split(text, "\n") {
		for {
			head, rest := breakLine(line, limit-columns(indent))
			if head == "" {
				b.WriteString("\n")
			} else {
				b.WriteString(indent + head + "\n")
			}
			if rest == "" {
				break
			}
			line = rest
		}
	}
	return b.String()
}

func breakLine(line string, limit int) (head, rest string) {
	used, at := 0, 0 // columns so far; last place where the line may break
	var before rune
	for i, r := range line {
		if i > 0 && (before == ' ' || (runeColumns(r) == 2 || runeColumns(before) == 2) && !strings.ContainsRune("，。；：、！？）》”’", r) && !strings.ContainsRune("（《“‘", before)) {
			at = i
		}
		used += runeColumns(r)
		if used > limit && at > 0 && r != ' ' {
			return strings.TrimRight(line[:at], " "), strings.TrimLeft(line[at:], " ")
		}
		before = r
	}
	return line, ""
}

// alignedTable prints rows in columns as wide as their widest cell; the columns named in right are aligned to the right.
func alignedTable(w io.Writer, rows [][]string, right ...int) error {
	var widths []int
	for _, r := range rows {
		for i, cell := range r {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], columns(cell))
		}
	}
	for _, r := range rows {
		var b strings.Builder
		for i, cell := range r {
			pad := strings.Repeat(" ", widths[i]-columns(cell))
			if slices.Contains(right, i) {
				cell = pad + cell
			} else {
				cell += pad
			}
			b.WriteString(cell + "  ")
		}
		if _, err := fmt.Fprintln(w, strings.TrimRight(b.String(), " ")); err != nil {
			return err
		}
	}
	return nil
}
