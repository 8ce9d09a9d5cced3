package load

import "unicode/utf8"

// guessEncoding names the likely encoding of bytes that are not UTF-8: "GBK" where all bytes above ASCII form its pairs, else "".
// Reading it is not this version's work: the user is told to save as UTF-8.
func guessEncoding(b []byte) string {
	pairs := 0
	for i := 0; i < len(b); i++ {
		if b[i] < utf8.RuneSelf {
			continue
		}
		if b[i] == 0x80 || b[i] == 0xFF || i+1 == len(b) || b[i+1] < 0x30 || b[i+1] == 0x7F || b[i+1] == 0xFF {
			return ""
		}
		i++
		pairs++
	}
	if pairs == 0 {
		return ""
	}
	return "GBK"
}

// byteOrder names the encoding that a mark at the start of a file states, other than UTF-8.
func byteOrder(head []byte) string {
	switch {
	case len(head) >= 2 && (head[0] == 0xFF && head[1] == 0xFE || head[0] == 0xFE && head[1] == 0xFF):
		return "UTF-16"
	case len(head) >= 4 && (head[0] == 0 && head[1] != 0 || head[0] != 0 && head[1] == 0 && head[3] == 0):
		return "UTF-16" // without a mark, but every other byte is 0
	}
	return ""
}
