package words

// liveWords are the words that the page's script writes: tabs, search, tools of tables, the drawer.
var liveWords = map[string]entry{}
