package cmd

import (
	"bytes"
	"io"
	"os"
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

// The page that is opened is the one that was written, wherever the project file sends it.
func TestAssistKnowsThePage(t *testing.T) {
	if !hasBundle() {
		t.Skip("no page without the bundled script")
	}
	dir := t.TempDir()
	folder := filepath.Join(dir, "town")
	if err := os.CopyFS(folder, os.DirFS("testdata/town")); err != nil {
		t.Fatal(err)
	}
	save(t, filepath.Join(folder, projectName), []byte("out: ../elsewhere\n"))
	a := newApp(nil, Streams{In: strings.NewReader(""), Out: io.Discard, Err: io.Discard}, func(string) string { return "" })
	if code := a.execute(t.Context(), assistedRun(folder)); code != exitFine {
		t.Fatal(code)
	}
	want, err := resolve(filepath.Join(dir, "elsewhere", "index.html"))
	if err != nil || a.page != want {
		t.Errorf("%s, want %s, %v", a.page, want, err)
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
