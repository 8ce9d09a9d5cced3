package cmd

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"quarter/data/demo"
)

// BenchmarkEndToEnd reads the files of a city, analyzes it and writes every output, the page too where its script is built in.
func BenchmarkEndToEnd(b *testing.B) {
	for _, n := range []demo.Options{
		{},
		{Communities: 1000, Grids: 20000, Centers: 800},
	} {
		name := "default"
		if n.Communities > 0 {
			name = fmt.Sprintf("%d-%d-%d", n.Communities, n.Grids, n.Centers)
		}
		b.Run(name, func(b *testing.B) { benchmarkCity(b, n) })
	}
}

func benchmarkCity(b *testing.B, o demo.Options) {
	dir := b.TempDir()
	city := filepath.Join(dir, "city")
	if err := os.Mkdir(city, 0o777); err != nil {
		b.Fatal(err)
	}
	err := demo.Write(b.Context(), o, func(name string) (io.WriteCloser, error) { return os.Create(filepath.Join(city, name)) })
	if err != nil {
		b.Fatal(err)
	}
	args := []string{city, "--quiet"}
	if !hasBundle() {
		args = append(args, "--no-page")
	}
	for b.Loop() {
		var errs strings.Builder
		s := Streams{In: strings.NewReader(""), Out: io.Discard, Err: &errs}
		if code := Run(b.Context(), args, s, func(string) string { return "" }); code != exitFine {
			b.Fatalf("exit %d: %s", code, errs.String())
		}
	}
	if peak := peakMemory(); peak > 0 {
		b.ReportMetric(peak, "MB-peak")
	}
}

// peakMemory returns the largest resident size of this process in MB; 0 where the system does not say.
func peakMemory() float64 {
	raw, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for _, line := range strings.Split(string(raw), "\n") {
		if text, found := strings.CutPrefix(line, "VmHWM:"); found {
			kb, _ := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "kB")), 64)
			return kb / 1024
		}
	}
	return 0
}
