package words

// answerWords are the answer, the tiles and the explanations behind every number.
var answerWords = map[string]entry{}
