package cmd

import (
	"errors"
	"syscall"
)

// diskFull knows what Windows says of a full disk.
func diskFull(err error) bool {
	const errorHandleDiskFull, errorDiskFull = syscall.Errno(39), syscall.Errno(112)
	return errors.Is(err, errorHandleDiskFull) || errors.Is(err, errorDiskFull)
}
