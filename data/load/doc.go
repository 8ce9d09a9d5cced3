// Package load reads what files say about a city. Everything that leaves it is clean: valid polygons in WGS 84 / CGCS2000
// longitude-latitude, numbers or "missing", parents that exist, and a list of all that was repaired, doubtful or refused.
//
// The steps are: read (one table per file, files in parallel), recognise (which column means what), clean (geometry and cells), attach
// (grids and centers to their communities), link. Each row of each file is counted: read = used + refused, and every refused row has
// a fault that says why. Nothing is guessed silently: what was taken for what stands in City.Sources and City.Faults.
//
// A fault that makes a whole file unusable is returned as the error, always a *data.Fault; its text for people is made by
// charts/words from its key ("fault."+Key) and arguments.
package load
