package cmd

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"quarter/coverage"
	"quarter/data"
	"quarter/data/demo"
)

// resultFile is the result.json that a path names: itself, or that of the folder.
func resultFile(path string) string {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return filepath.Join(path, "result.json")
	}
	return path
}

// readRun reads a run from its result.json, the outlines from communities.geojson and the options from run.json beside it, where they stand.
func readRun(path string) (*coverage.Snapshot, comparedRecord, error) {
	file := resultFile(path)
	sum, err := regularSum(file)
	if err != nil {
		return nil, comparedRecord{}, fail("compare_open", bare(err), "path", file)
	}
	record := comparedRecord{SHA256: sum}
	m, recorded := manifestOf(file)
	if recorded != "" && recorded != sum {
		return nil, record, fail("compare_changed", nil, "path", file)
	}
	s, err := readSnapshot(file)
	if err == nil && recorded != "" {
		m.recall(s)
		s.Planned = s.Planned || m.planned(recorded)
		record.Run = m.ID
	}
	return s, record, err
}

// readSnapshot reads a result.json, and the outlines beside it.
func readSnapshot(file string) (*coverage.Snapshot, error) {
	result, err := os.Open(file)
	if err != nil {
		return nil, fail("compare_open", bare(err), "path", file)
	}
	defer result.Close()
	var outlines io.Reader
	if f, err := os.Open(filepath.Join(filepath.Dir(file), "communities.geojson")); err == nil {
		defer f.Close()
		outlines = f
	}
	s, err := coverage.ReadSnapshot(result, outlines)
	if err != nil {
		return nil, fail("compare_read", err, "path", file)
	}
	return s, nil
}

// manifestOf is the manifest that names a file among its outputs, beside it or one folder up, and the hash recorded there; "" where there is none.
func manifestOf(file string) (m manifest, recorded string) {
	path, err := filepath.Abs(file)
	if err != nil {
		return manifest{}, ""
	}
	beside := filepath.Dir(path)
	for _, dir := range []string{beside, filepath.Dir(beside)} {
		name, err := filepath.Rel(dir, path)
		m, failed := readManifest(filepath.Join(dir, manifestName))
		if err != nil || failed != nil {
			continue
		}
		for _, o := range m.Outputs {
			if o.File == filepath.ToSlash(name) {
				return m, o.SHA256
			}
		}
	}
	return manifest{}, ""
}

// planned reports whether the result of a hash is that with a plan.
func (m *manifest) planned(sum string) bool {
	return slices.ContainsFunc(m.Outputs, func(o fileRecord) bool { return o.File == planFolder+"result.json" && o.SHA256 == sum })
}

// recall adds to a snapshot what result.json does not hold: the date of the data, and which tiers and statuses counted.
func (m *manifest) recall(s *coverage.Snapshot) {
	s.RunID = m.ID
	if cutoff, ok := m.Options["cutoff"].(string); ok {
		s.Cutoff = cutoff
	} else if m.Demo != nil {
		s.Cutoff = demo.Cutoff
	}
	unknown, ok := m.Assumptions["unknown-status"].(string)
	if !ok {
		return
	}
	var tiers []data.Tier
	if list, given := m.Assumptions["tiers"].([]any); given {
		tiers = []data.Tier{}
		for _, key := range list {
			if tier, ok := data.ParseTier(fmt.Sprint(key)); ok {
				tiers = append(tiers, tier)
			}
		}
	}
	s.RecallOptions(tiers, unknown == "exclude")
}
