// Command quarter measures how well a city's community services reach its people.
package main

import (
	"os"

	"quarter/cmd"
)

func main() { os.Exit(cmd.Main()) }
