### The words of the theme in English. docs/languages.md says how to make another language of this file.

## Around every page

skip-to-text = Skip to the text
nav-main = Main
nav-timeline = Timeline
nav-ledger = Ledger
nav-tags = Tags
nav-coverage = Coverage
nav-corrections = Corrections and replies
follow-changes = Changes (feed)
follow-corrections = Corrections (feed)
follow-events = Events (calendar)
feed-of-corrections = { $title }: corrections
# $generator is the program and its version: "Redstring 0.1.0".
made-with = Made with { $generator }.
