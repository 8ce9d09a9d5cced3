package siting

import "context"

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
