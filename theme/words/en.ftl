### The words of the theme in English. docs/languages.md says how to make another language of this file.

## Around every page

skip-to-text = Skip to the text
nav-main = Main
nav-timeline = Timeline
nav-ledger = Ledger
nav-tags = Tags
nav-coverage = Coverage
nav-corrections = Corrections and replies
# $generator is the program and its version: "Redstring 0.1.0".
made-with = Made with { $generator }.

## Search and the names from A to Z

nav-search = Search
search-description = Search the whole dossier, or look a name up from A to Z.
search-whole = Search the whole dossier
search-help = Words, or “words in quotation marks” as they stand. Arrow keys go through the results, Escape clears.
search-only = Only
search-order = Order
search-best = Best match first
search-newest = Newest first
search-oldest = Oldest first
# $key_name is a key of the keyboard: "/".
search-slash = The key { $key_name } opens the search
# $command is a command of Redstring.
search-off = This page cannot search here: that needs a script, and a web server. In a page that is opened from a disk, browsers forbid it. On the web, or with { $command }, it searches every word. All names stand below.
search-loading = Searching …
# $query is what was looked for, $count how many pages were found, in digits.
search-found = Results for “{ $query }”: { $count }
search-none = Nothing found for “{ $query }”
# $words is another way to write what was looked for.
search-meant = Did you mean { $words }?
search-results = Results
search-more = More results
names-title = Index A–Z
# $letter is what the names on this page begin with: "K", "0–9".
names-group = Index A–Z: { $letter }
names-count = { $count ->
    [one] { $count } name
   *[other] { $count } names
}
names-letters = Letters
# $name is the title of a page that has another name as well.
names-see = see { $name }
# What a page is that is no person, organisation, …
kind-page = Page
kind-pages = Pages
