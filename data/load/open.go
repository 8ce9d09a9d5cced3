package load

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"quarter/data"
)

// maxText is the longest text that a compressed file may unfold to, in bytes.
const maxText = 8 << 30

// progress adds up the bytes read from all files.
type progress struct {
	sync.Mutex
	done, total int64
	report      func(done, total int64)
}

func (p *progress) add(n int) {
	if p == nil || p.report == nil {
		return
	}
	p.Lock()
	defer p.Unlock()
	p.done += int64(n)
	p.report(p.done, p.total)
}

// rawReader reads a file as stored: it hashes, counts, tells the progress and obeys the context.
type rawReader struct {
	ctx   context.Context
	file  *os.File
	hash  hash.Hash
	bytes int64
	told  *progress
}

func (r *rawReader) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := r.file.Read(b)
	r.hash.Write(b[:n])
	r.bytes += int64(n)
	r.told.add(n)
	return n, err
}

// readTable reads one file by its content.
func readTable(ctx context.Context, path string, told *progress, threads int) (*table, *data.Fault) {
	t := newTable(path, threads)
	return t, t.open(ctx, told, t.read)
}

func newTable(path string, threads int) *table {
	return &table{path: path, file: filepath.Base(path), threads: threads}
}

// open reads the file, and notes what it was.
func (t *table) open(ctx context.Context, told *progress, read func(io.Reader) *data.Fault) (fault *data.Fault) {
	defer func() {
		if fault != nil && fault.File == "" {
			fault.File = t.file
		}
	}()
	file, fault := openFile(t.path)
	if fault != nil {
		return fault
	}
	defer file.Close()
	raw := &rawReader{ctx: ctx, file: file, hash: sha256.New(), told: told}
	if fault = read(raw); fault != nil {
		return fault
	}
	if _, err := io.Copy(io.Discard, raw); err != nil {
		return readFault(err)
	}
	t.sha256, t.bytes = hex.EncodeToString(raw.hash.Sum(nil)), raw.bytes
	return nil
}

func openFile(path string) (*os.File, *data.Fault) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		fault := readFault(err)
		fault.File = path
		return nil, fault
	case info.IsDir():
		return nil, &data.Fault{Key: keyFileFolder, Severity: data.Refused, File: path}
	}
	file, err := os.Open(path)
	if err != nil {
		fault := readFault(err)
		fault.File = path
		return nil, fault
	}
	return file, nil
}

var byteOrderMark = []byte{0xEF, 0xBB, 0xBF}

func (t *table) read(raw io.Reader) *data.Fault {
	text, format, fault := t.unfold(raw)
	if fault != nil {
		return fault
	}
	return format.Read(text, t)
}

// unfold finds the text of a file, and its format.
func (t *table) unfold(raw io.Reader) (*bufio.Reader, *Format, *data.Fault) {
	text := bufio.NewReaderSize(raw, windowSize)
	ext := strings.ToLower(filepath.Ext(t.file))
	if head, _ := text.Peek(2); len(head) == 2 && head[0] == 0x1F && head[1] == 0x8B {
		ext = strings.ToLower(filepath.Ext(strings.TrimSuffix(t.file, filepath.Ext(t.file))))
		unpacked, fault := unpack(text)
		if fault != nil {
			return nil, nil, fault
		}
		text = bufio.NewReaderSize(unpacked, windowSize)
	}
	if head, _ := text.Peek(3); bytes.Equal(head, byteOrderMark) {
		text.Discard(3)
		t.mark = 3
	}
	head, err := text.Peek(4096)
	if err != nil && err != io.EOF {
		return nil, nil, readFault(err)
	}
	format, fault := formatOf(head, ext)
	if fault != nil {
		return nil, nil, fault
	}
	t.format = format.Name
	return text, format, nil
}

// formatOf finds the format by content, and by the name's end where the content could be anything.
func formatOf(head []byte, ext string) (*Format, *data.Fault) {
	if len(bytes.TrimSpace(head)) == 0 {
		return nil, fatal(keyEmptyFile)
	}
	if encoding := byteOrder(head); encoding != "" {
		return nil, fatal(keyEncoding, "encoding", encoding, "line", "1", "offset", "0")
	}
	if what := foreign(head); what != "" {
		return nil, fatal(keyFormat, "what", what)
	}
	if looksJSON(head) {
		return &Formats[0], nil
	}
	for i := range Formats {
		if Formats[i].Looks(head, ext) {
			return &Formats[i], nil
		}
	}
	return nil, fatal(keyFormat, "what", "other")
}

// foreign names a format that Quarter does not read, for the message: "fault.format."+name.
func foreign(head []byte) string {
	for _, m := range []struct{ start, name string }{
		{"PK\x03\x04", "zip"}, {"\x00\x00\x27\x0A", "shapefile"}, {"SQLite format 3", "sqlite"}, {"%PDF", "pdf"},
		{"\xD0\xCF\x11\xE0", "xls"}, {"<?xml", "xml"}, {"<kml", "xml"}, {"<!DOCTYPE", "xml"}, {"<html", "xml"},
	} {
		if bytes.HasPrefix(head, []byte(m.start)) {
			return m.name
		}
	}
	if bytes.IndexByte(head, 0) >= 0 {
		return "binary"
	}
	return ""
}

func unpack(src io.Reader) (io.Reader, *data.Fault) {
	z, err := gzip.NewReader(src)
	if err != nil {
		return nil, fatal(keyGzip)
	}
	return &unpacked{src: z, left: maxText}, nil
}

// unpacked is the text of a compressed file; it tells a broken or endless one as a fault.
type unpacked struct {
	src  io.Reader
	left int64
}

func (u *unpacked) Read(b []byte) (int, error) {
	n, err := u.src.Read(b)
	if u.left -= int64(n); u.left < 0 {
		return 0, fatal(keyTooLarge)
	}
	if errors.Is(err, gzip.ErrChecksum) || errors.Is(err, gzip.ErrHeader) || errors.Is(err, io.ErrUnexpectedEOF) || isFlate(err) {
		return n, fatal(keyGzip)
	}
	return n, err
}

func isFlate(err error) bool {
	return err != nil && err != io.EOF && strings.HasPrefix(err.Error(), "flate:")
}
