// Package cmd is Quarter's command line: flags, progress, exit codes, the clock, the terminal, and every file that is written.
//
// stdout is the answer, stderr everything else. A command is an options struct, a constructor and a run function (one file each);
// the flags fill the struct, run takes only the struct, and the streams are injected, so that tests run whole commands in memory.
// Words stand in charts/words, family cli.
//
// Exit codes: 0 fine, 1 failed, 2 wrong usage, 3 faults under --strict, 4 a --require target missed.
package cmd
