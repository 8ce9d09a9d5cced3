package words

// drawnWords are the figures of floor area, depth and ranges.
var drawnWords = map[string]entry{}
