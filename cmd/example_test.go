package cmd_test

import (
	"context"
	"fmt"
	"os"

	"quarter/cmd"
)

// A whole command line with its streams in memory: this is how tests, and programs that embed Quarter, call it.
func ExampleRun() {
	streams := cmd.Streams{Out: os.Stdout, Err: os.Stdout}
	code := cmd.Run(context.Background(), []string{"analyze", "--radius", "800", "--minutes", "15", "--lang", "en"}, streams, os.Getenv)
	fmt.Println(code)
	// Output:
	// Error: --radius and --minutes cannot be used together: the radius is either given or computed from walking time
	// For help: quarter analyze --help
	// 2
}
