package siting

import (
	"context"
	"errors"
)

// canceled is the error of a context that was cancelled; a deadline is none.
func canceled(ctx Context) error {
	if err := ctx.Err(); errors.Is(err, context.Canceled) {
		return err
	}
	return nil
}

// late reports whether the time is up, and notes that something is left undone.
func (t *study) late() bool {
	if t.ctx.Err() != nil {
		t.plan.Cut = true
	}
	return t.plan.Cut
}

// withoutDeadline is a context that ends when ctx is cancelled, but not at its deadline: a time limit cuts the search short, never the
// measuring of what was found.
func withoutDeadline(ctx Context) (Context, context.CancelFunc) {
	out, cancel := context.WithCancel(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() {
		if ctx.Err() == context.Canceled {
			cancel()
		}
	})
	return out, func() { stop(); cancel() }
}
