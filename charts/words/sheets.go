package words

// sheetWords are community sheets.
var sheetWords = map[string]entry{}
