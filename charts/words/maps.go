package words

// mapWords are the words on maps and of their layers.
var mapWords = map[string]entry{}
