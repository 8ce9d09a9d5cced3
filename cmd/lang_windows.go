package cmd

import (
	"syscall"

	"quarter/charts/words"
)

// systemLanguage is the language of the Windows user interface; Chinese where Windows does not say.
func systemLanguage() words.Lang {
	const primaryMask, chinese = 0x3ff, 0x04
	proc := syscall.NewLazyDLL("kernel32.dll").NewProc("GetUserDefaultUILanguage")
	if proc.Find() != nil {
		return words.Chinese
	}
	id, _, _ := proc.Call()
	if id == 0 || id&primaryMask == chinese {
		return words.Chinese
	}
	return words.English
}
