package demo_test

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"testing"

	"quarter/data/demo"
)

// lines counts the features of a file: one a line.
type lines struct{ n int }

func (l *lines) Write(b []byte) (int, error) {
	for _, c := range b {
		if c == '\n' {
			l.n++
		}
	}
	return len(b), nil
}

func (l *lines) Close() error { return nil }

func ExampleWrite() {
	counts := map[string]*lines{}
	around := map[string]int{".geojson": 2, ".csv": 1} // lines that are no rows: a collection's first and last, a table's head
	err := demo.Write(context.Background(), demo.Options{Communities: 12, Grids: 90, Centers: 10, English: true},
		func(name string) (io.WriteCloser, error) {
			counts[name] = &lines{n: -around[filepath.Ext(name)]}
			return counts[name], nil
		})
	if err != nil {
		panic(err)
	}
	for _, name := range demo.Files {
		fmt.Println(name, counts[name].n)
	}
	// Output:
	// communities.geojson 12
	// grids.geojson 90
	// centers.geojson 10
	// candidates.csv 4
}

func BenchmarkWrite(b *testing.B) {
	for b.Loop() {
		err := demo.Write(context.Background(), demo.Options{Communities: 1000, Grids: 20_000, Centers: 800},
			func(string) (io.WriteCloser, error) { return &lines{}, nil })
		if err != nil {
			b.Fatal(err)
		}
	}
}
