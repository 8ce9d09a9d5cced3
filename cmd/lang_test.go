package cmd

import (
	"testing"

	"quarter/charts/words"
)

func TestLanguage(t *testing.T) {
	env := func(m map[string]string) func(string) string { return func(k string) string { return m[k] } }
	for _, c := range []struct {
		args  []string
		env   map[string]string
		want  words.Lang
		asked bool
	}{
		{nil, map[string]string{"LANG": "zh_CN.UTF-8"}, words.Chinese, false},
		{nil, map[string]string{"LANG": "C"}, words.English, false},
		{nil, map[string]string{"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, words.English, false},
		{nil, map[string]string{"LC_MESSAGES": "zh_TW", "LANG": "en_US"}, words.Chinese, false},
		{[]string{"demo", "--lang", "zh"}, map[string]string{"LANG": "en_US"}, words.Chinese, true},
		{[]string{"demo", "--lang=en"}, map[string]string{"LANG": "zh_CN"}, words.English, true},
		{[]string{"--", "--lang=en"}, map[string]string{"LANG": "zh_CN"}, words.Chinese, false},
		{[]string{"--lang"}, map[string]string{"LANG": "zh_CN"}, words.Chinese, false},
		{[]string{"--lang", "fr"}, map[string]string{"LANG": "zh_CN"}, words.Chinese, false},
	} {
		got, asked := language(c.args, env(c.env))
		if got != c.want || (asked != nil) != c.asked {
			t.Errorf("%v %v: %v, asked %v", c.args, c.env, got, asked)
		}
	}
}

func TestMostlyHan(t *testing.T) {
	for _, c := range []struct {
		names []string
		want  bool
	}{
		{nil, false},
		{[]string{"", "1", "2"}, false},
		{[]string{"新华社区", "河西社区", "A3"}, true},
		{[]string{"Riverside", "Northgate", "中心"}, false},
		{[]string{"Riverside 河西", "x"}, true},
		{[]string{"𠮷野社区"}, true}, // a rare name character beyond the basic plane
	} {
		if got := mostlyHan(c.names); got != c.want {
			t.Errorf("%v: %v", c.names, got)
		}
	}
}
