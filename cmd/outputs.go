package cmd

import (
	"bufio"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// outputs are the files of one run in the making. They are written into a hidden folder beside the place where they shall stand and
// moved there by commit, all or none; discard removes what was not committed. Until commit, earlier outputs stay as they are.
type outputs struct {
	target string // where the outputs shall stand, absolute; "" keeps nothing (--json without --out)
	dir    string // where they are written
	force  bool
	trial  bool // made only to be compared with what stands at the place: never moved there
	files  []fileRecord
	open   func(string) (io.WriteCloser, error)
	sums   map[string]knownSum // of files that stand at the place
}

// fileRecord is one written or read file.
type fileRecord struct {
	File   string `json:"file"` // path inside the output folder, with slashes
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// stagePrefix begins the name of the hidden folder.
const stagePrefix = ".quarter-"

// openOutputs checks the place and makes the hidden folder. It refuses a place that holds somebody else's files before any work is
// done; commit checks again.
func (a *app) openOutputs(target string, force bool) (*outputs, error) {
	o := &outputs{force: force, open: a.open, sums: map[string]knownSum{}}
	if target == "" {
		return o, nil
	}
	var err error
	if o.target, err = resolve(target); err != nil {
		return nil, fail("out_place", err, "path", target)
	}
	if err := o.check(); err != nil {
		return nil, err
	}
	parent := filepath.Dir(o.target)
	if err := os.MkdirAll(parent, 0o777); err != nil {
		return nil, fail("out_place", err, "path", parent)
	}
	if o.dir, err = hiddenFolder(parent); err != nil {
		return nil, fail("out_place", bare(err), "path", parent)
	}
	return o, nil
}

// hiddenFolder makes a folder with a name that nobody has. Its permissions are those of any new folder, since it becomes the output.
func hiddenFolder(parent string) (string, error) {
	dir := filepath.Join(parent, stagePrefix+rand.Text())
	return dir, os.Mkdir(dir, 0o777)
}

// resolve returns the absolute place with symbolic links followed, so that a link to a folder stays a link. The last parts of the path
// need not exist yet.
func resolve(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real, nil
	}
	parent := filepath.Dir(abs)
	if parent == abs {
		return abs, nil
	}
	real, err := resolve(parent)
	return filepath.Join(real, filepath.Base(abs)), err
}

// bare strips the path, which may hold the random name of the hidden folder, from what the system says.
func bare(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	var l *os.LinkError
	if errors.As(err, &l) {
		return l.Err
	}
	return err
}

// write makes one file. A failed or cancelled write fails the run.
func (o *outputs) write(ctx context.Context, name string, content func(io.Writer) error) error {
	record, err := o.writeFile(ctx, name, content)
	if err == nil {
		o.files = append(o.files, record)
	}
	return err
}

// writeFile makes one file without noting it among the outputs; safe for concurrent use.
func (o *outputs) writeFile(ctx context.Context, name string, content func(io.Writer) error) (fileRecord, error) {
	w, err := o.newFile(ctx, name)
	if err != nil {
		return fileRecord{}, err
	}
	if err := content(w); err != nil {
		w.abandon()
		return fileRecord{}, writeError(w, err)
	}
	err = w.finish()
	return w.record, err
}

// writeError tells an error of the disk from one of the content.
func writeError(w *outputFile, err error) error {
	if w.failed != nil && !errors.Is(w.failed, context.Canceled) {
		return fail("write", bare(w.failed), "file", w.record.File)
	}
	return err
}

// create opens one file for writing; it counts among the outputs once it is closed.
func (o *outputs) create(ctx context.Context, name string) (io.WriteCloser, error) {
	f, err := o.newFile(ctx, name)
	if err != nil {
		return nil, err
	}
	f.note = func(r fileRecord) { o.files = append(o.files, r) }
	return f, nil
}

func (o *outputs) newFile(ctx context.Context, name string) (*outputFile, error) {
	path := filepath.Join(o.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return nil, fail("write", bare(err), "file", name)
	}
	file, err := o.open(path)
	if err != nil {
		return nil, fail("write", bare(err), "file", name)
	}
	f := &outputFile{ctx: ctx, file: file, hash: sha256.New(), record: fileRecord{File: name}}
	f.buffer = bufio.NewWriterSize(f.disk(), 1<<20)
	return f, nil
}

// outputFile counts and hashes what is written, and stops when the run is cancelled.
type outputFile struct {
	ctx    context.Context
	note   func(fileRecord) // called once the file is complete; nil for none
	file   io.WriteCloser
	buffer *bufio.Writer
	hash   hash.Hash
	record fileRecord
	failed error // first error of the disk
	closed bool
}

func (f *outputFile) Write(p []byte) (int, error) {
	if err := f.ctx.Err(); err != nil {
		return 0, err
	}
	return f.buffer.Write(p)
}

// disk is the side of the buffer that meets the file.
func (f *outputFile) disk() io.Writer {
	return writerFunc(func(p []byte) (int, error) {
		n, err := f.file.Write(p)
		f.hash.Write(p[:n])
		f.record.Bytes += int64(n)
		if err != nil && f.failed == nil {
			f.failed = err
		}
		return n, err
	})
}

type writerFunc func([]byte) (int, error)

func (w writerFunc) Write(p []byte) (int, error) { return w(p) }

// Close brings the file to the disk and notes it.
func (f *outputFile) Close() error {
	if f.closed {
		return nil
	}
	err := f.finish()
	if err == nil && f.note != nil {
		f.note(f.record)
	}
	return err
}

// finish brings the file to the disk and completes its record.
func (f *outputFile) finish() error {
	err := f.buffer.Flush()
	if syncer, ok := f.file.(interface{ Sync() error }); ok && err == nil {
		err = syncer.Sync()
	}
	if e := f.file.Close(); err == nil {
		err = e
	}
	f.closed = true
	if err != nil {
		return fail("write", bare(err), "file", f.record.File)
	}
	f.record.SHA256 = hex.EncodeToString(f.hash.Sum(nil))
	return nil
}

func (f *outputFile) abandon() {
	if !f.closed {
		f.file.Close()
		f.closed = true
	}
}

// discard removes the hidden folder; after commit there is none.
func (o *outputs) discard() {
	if o.dir != "" {
		os.RemoveAll(o.dir)
	}
}
