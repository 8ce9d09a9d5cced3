package cmd

import "testing"

func TestCutoff(t *testing.T) {
	for text, ok := range map[string]bool{
		"": true, "2025-11-22": true, "2025-1-2": true, "2025年11月22日": true, "2025-11": true, "2025年11月": true, "2025": true, "2025年": true,
		"2024-02-29": true, "２０２５年１月２日": true, "2025/11/22": true, "2025.11.22": true, "20251122": true, " 2025-11-22 ": true,
		"2025年底": true, "第七次人口普查": true, "November 2025": true, "2025-Q3": true,
		"2025-13-40": false, "2025-02-30": false, "2023-02-29": false, "2025-00-01": false, "2025-01-00": false, "2025-13": false, "2025年13月": false,
		"22-11-2025": false, "20251340": false, "0": false, "99999": false, "2025-99999999999999999999-1": false,
	} {
		if got := checkCutoff(text) == nil; got != ok {
			t.Errorf("%q: %v", text, got)
		}
	}
}
