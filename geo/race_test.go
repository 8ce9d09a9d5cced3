//go:build race

package geo

const raceEnabled = true // sync.Pool drops items at random under the race detector
