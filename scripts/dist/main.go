// Command dist builds Quarter for every supported system and packs one zip for each: the program, the licence, a readme, and on
// Windows a batch file to double-click. The same sources give the same bytes.
package main

import (
	"archive/zip"
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path"
	"path/filepath"
	"time"
)

var targets = []target{
	{"linux", "amd64"}, {"linux", "arm64"},
	{"windows", "amd64"}, {"windows", "arm64"},
	{"darwin", "amd64"}, {"darwin", "arm64"},
}

type target struct{ system, arch string }

func main() {
	version := flag.String("version", "0.1.0-dev", "version of the program")
	out := flag.String("out", "dist", "folder of the zips")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *version, *out); err != nil {
		fmt.Fprintln(os.Stderr, "dist:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, version, out string) error {
	if _, err := os.Stat("charts/report/bundle/quarter.js"); err != nil {
		return fmt.Errorf("the page's script is missing, run make bundle: %w", err)
	}
	if err := os.MkdirAll(out, 0o777); err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "quarter-dist-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	for _, t := range targets {
		name := fmt.Sprintf("quarter-%s-%s-%s", version, t.system, t.arch)
		program, err := build(ctx, t, version, work)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if err := pack(filepath.Join(out, name+".zip"), name, t, program); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		fmt.Println(filepath.Join(out, name+".zip"))
	}
	return nil
}

// build returns the stripped program.
func build(ctx context.Context, t target, version, work string) ([]byte, error) {
	file := filepath.Join(work, t.system+"-"+t.arch)
	c := exec.CommandContext(ctx, "go", "build", "-trimpath", "-buildvcs=false",
		"-ldflags", "-s -w -buildid= -X quarter/cmd.Version="+version, "-o", file, "./cmd/quarter")
	c.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+t.system, "GOARCH="+t.arch)
	c.Stderr = os.Stderr
	if err := c.Run(); err != nil {
		return nil, err
	}
	return os.ReadFile(file)
}

// pack writes the zip beside its place and renames it.
func pack(file, folder string, t target, program []byte) error {
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for _, e := range entries(t, program) {
		h := &zip.FileHeader{Name: path.Join(folder, e.name), Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)}
		h.SetMode(e.mode)
		w, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		content, err := e.content()
		if err != nil {
			return err
		}
		if _, err := io.Copy(w, bytes.NewReader(content)); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	if err := os.WriteFile(file+".part", packed.Bytes(), 0o666); err != nil {
		return err
	}
	return os.Rename(file+".part", file)
}

type entry struct {
	name    string
	mode    os.FileMode
	content func() ([]byte, error)
}

func entries(t target, program []byte) []entry {
	itself := func() ([]byte, error) { return program, nil }
	file := func(name string) func() ([]byte, error) { return func() ([]byte, error) { return os.ReadFile(name) } }
	dos := func(name string) func() ([]byte, error) {
		return func() ([]byte, error) {
			raw, err := os.ReadFile(name)
			return bytes.ReplaceAll(raw, []byte("\n"), []byte("\r\n")), err
		}
	}
	marked := func(name string) func() ([]byte, error) {
		return func() ([]byte, error) {
			raw, err := dos(name)()
			return append([]byte("\uFEFF"), raw...), err
		}
	}
	if t.system == "windows" {
		return []entry{
			{"quarter.exe", 0o755, itself},
			{"双击运行.bat", 0o644, dos("scripts/dist/run.bat")},
			{"使用说明.txt", 0o644, marked("scripts/dist/readme.zh.txt")},
			{"LICENSE.txt", 0o644, dos("LICENSE")},
		}
	}
	return []entry{
		{"quarter", 0o755, itself},
		{"README.md", 0o644, file("README.md")},
		{"README.zh-CN.md", 0o644, file("README.zh-CN.md")},
		{"LICENSE", 0o644, file("LICENSE")},
	}
}
