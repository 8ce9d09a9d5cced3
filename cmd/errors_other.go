//go:build !windows

package cmd

import (
	"errors"
	"syscall"
)

// diskFull reports a full disk or a used-up quota.
func diskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}
