package cmd

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
)

func TestTypedPath(t *testing.T) {
	for typed, want := range map[string]string{
		" \"C:\\云溪区 数据\"\r\n": `C:\云溪区 数据`, "demo\n": "demo", "\n": "", "'/tmp/a b'\n": "/tmp/a b",
	} {
		if got := typedPath(typed); got != want {
			t.Errorf("%q: %q", typed, got)
		}
	}
}

// Enter alone leaves; a folder that is not there is told in the language of the terminal, and the window waits.
func TestAssist(t *testing.T) {
	for _, c := range []struct {
		typed string
		code  int
		want  []string
	}{
		{"\n", exitFine, []string{"拖进这个窗口", "drop your folder"}},
		{"", exitFine, []string{"拖进这个窗口"}},
		{filepath.Join(t.TempDir(), "nowhere") + "\n\n", exitUsage, []string{"没有这个文件夹", "按回车键关闭窗口", "Press Enter"}},
	} {
		var out, errs bytes.Buffer
		env := func(string) string { return "zh_CN" }
		a := newApp([]string{assistFlag}, Streams{In: strings.NewReader(c.typed), Out: &out, Err: &errs}, env)
		if code := a.run(t.Context(), []string{assistFlag}); code != c.code {
			t.Errorf("%q: exit %d", c.typed, code)
		}
		for _, w := range c.want {
			if !strings.Contains(errs.String(), w) {
				t.Errorf("%q: no %q in %s", c.typed, w, errs.String())
			}
		}
	}
}
