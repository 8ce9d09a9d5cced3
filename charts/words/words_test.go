package words

import (
	"regexp"
	"testing"
	"unicode"
)

// latinAllowed are the Latin letters that a Chinese text may hold: argument names, file formats, codes and accepted abbreviations.
var latinAllowed = regexp.MustCompile(`\{[a-z_0-9]+\}|--?[a-z][a-z-]*(=[A-Za-z_.0-9]+)?|P50|P90|CV|CGCS2000|WGS 84|GCJ-02|BD-09|EPSG(:[0-9]+)?|[A-Z]+-[0-9]{2}`)

// emptyInOne are texts that one language does without, such as the measure word 个.
var emptyInOne = map[string]bool{"unit.count": true, "limit.count": true}

func TestBothLanguagesAreComplete(t *testing.T) {
	for key, e := range table {
		if (e.zh == "") != (e.en == "") && !emptyInOne[key] {
			t.Errorf("%s: one language is empty", key)
		}
		for _, r := range e.en {
			if unicode.Is(unicode.Han, r) {
				t.Errorf("%s: Chinese in the English text: %s", key, e.en)
				break
			}
		}
	}
}

// Terms of the term table hold no Latin letters in Chinese.
func TestTermsAreChinese(t *testing.T) {
	for key, e := range terms {
		for _, r := range latinAllowed.ReplaceAllString(e.zh, "") {
			if unicode.IsLetter(r) && r < 0x250 {
				t.Errorf("%s: Latin letters in the Chinese text: %s", key, e.zh)
				break
			}
		}
	}
}

func TestArgumentsAreFilled(t *testing.T) {
	if got := Chinese.T("unsaid.floor_missing", "count", 3); got != "3个社区缺户数或建筑面积，缺口未评价" {
		t.Error(got)
	}
	if lang, ok := Parse("zh_CN.UTF-8"); !ok || lang != Chinese {
		t.Error("zh_CN.UTF-8 is not Chinese")
	}
}
