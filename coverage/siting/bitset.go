package siting

import (
	"encoding/binary"
	"math/bits"
)

// bitset is a set of small numbers.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

func (s bitset) add(v int)    { s[v/64] |= 1 << (v % 64) }
func (s bitset) remove(v int) { s[v/64] &^= 1 << (v % 64) }

// and sets s to what a and b share.
func (s bitset) and(a, b bitset) {
	for k := range s {
		s[k] = a[k] & b[k]
	}
}

// first returns the least member, -1 where there is none.
func (s bitset) first() int {
	for k, w := range s {
		if w != 0 {
			return 64*k + bits.TrailingZeros64(w)
		}
	}
	return -1
}

// String is a key that differs from that of every other set of the same size.
func (s bitset) String() string {
	key := make([]byte, 0, 8*len(s))
	for _, w := range s {
		key = binary.LittleEndian.AppendUint64(key, w)
	}
	return string(key)
}
