package load

import (
	"strings"
	"unicode"
)

// halfWidth turns full-width letters, digits, punctuation and blanks into their ASCII forms.
func halfWidth(s string) string {
	if !strings.ContainsFunc(s, isFullWidth) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '\u3000' || r == '\u00a0':
			return ' '
		}
		return r
	}, s)
}

func isFullWidth(r rune) bool { return r >= '！' && r <= '～' || r == '\u3000' || r == '\u00a0' }

// clean is the text of a cell: trimmed, without marks that do not print.
func clean(s string) string {
	if mayNotPrint(s) && strings.ContainsFunc(s, unprintable) {
		s = strings.Map(func(r rune) rune {
			if unprintable(r) {
				return -1
			}
			return r
		}, s)
	}
	return strings.TrimFunc(s, unicode.IsSpace)
}

// mayNotPrint reports whether a byte of s may begin an unprintable character; Chinese characters begin with E3 to E9, and F0.
func mayNotPrint(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == 0xE2 || c == 0xEF {
			return true
		}
	}
	return false
}

// unprintable characters come with copying from spreadsheets and web pages: byte order marks, zero-width blanks, direction marks.
func unprintable(r rune) bool {
	return r == '\ufeff' || r >= '\u200b' && r <= '\u200f' || r >= '\u202a' && r <= '\u202e' || r < ' ' && r != '\n' && r != '\t'
}

// isMissing reports whether a cell says that there is no value (DOMAIN section 6).
func isMissing(s string) bool {
	if len(s) > len("无数据") { // no word is longer
		return false
	}
	switch strings.ToLower(s) {
	case "", "—", "——", "-", "--", "–", "/", "\\", "无", "暂无", "无数据", "不详", "未知", "n/a", "na", "#n/a", "null", "none", "(null)", "<null>":
		return true
	}
	return false
}

// isPending reports whether a cell says that its value is still to come; it is missing, and worth a remark.
func isPending(s string) bool {
	switch s {
	case "待核实", "待定", "待统计", "待补充", "待查", "待核", "待确认", "核实中", "统计中", "未统计", "tbd", "TBD":
		return true
	}
	return false
}

// normalName is the form in which names are compared (DOMAIN section 3): half-width, without blanks, without the words for a
// residents' committee at its end, with one form of zero. Two names are the same only when their forms are equal.
func normalName(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r == '〇' || r == '○':
			return '零'
		}
		return unicode.ToLower(r)
	}, halfWidth(s))
	for _, end := range []string{"居民委员会", "村民委员会", "居委会", "村委会"} {
		if rest, ok := strings.CutSuffix(s, end); ok && rest != "" {
			return rest
		}
	}
	if rest, ok := strings.CutSuffix(s, "办事处"); ok && strings.HasSuffix(rest, "街道") {
		return rest
	}
	return s
}
