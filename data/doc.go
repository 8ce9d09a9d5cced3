// Package data says what a city is: districts, streets, communities, grids and centers, their hierarchy, the rules they are judged by
// (Profile) and what was wrong with the input (Fault).
//
// Everything here is clean: geometry is valid WGS 84 / CGCS2000 longitude-latitude, a number is a number or missing, and every
// reference to a parent is an index that exists. Package data/load makes a City from files, data/demo from a seed; a program may
// also fill the structs itself and call Link. A City never changes after it is made.
package data
