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

## Timeline

timeline = Timeline
# $name is a person, an organisation, a kind or a tag.
timeline-of = Timeline: { $name }
# $timeline is one of the two above, $period a period.
timeline-part = { $timeline }, { $period }
timeline-entries = { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
timeline-entries-of = { $count } of { $total } entries
# $link leads to a person or an organisation.
timeline-concerning = { $count } of { $total } entries, those that concern { $link }
timeline-whole = The whole timeline
timeline-whole-of = All of it: { $name }
timeline-nothing = Nothing here is dated yet.
timeline-narrow = Narrow the timeline
timeline-narrow-to = Narrow to
timeline-kind = Kind
timeline-person = Person
timeline-organisation = Organisation
timeline-tag = Tag
timeline-all-by-name = All { $count }, by name
timeline-by-person = Timeline by person
timeline-by-organisation = Timeline by organisation
timeline-by-tag = Timeline by tag
timeline-letters = Letters
timeline-years = Years
timeline-periods = Periods
timeline-earlier = Earlier: { $period }
timeline-later = Later: { $period }
timeline-overview = Overview
timeline-period-up-to = Up to { $date }
timeline-period-from = From { $date }
timeline-period-numbered = { $period } (from entry { $number })
timeline-open = Open or unknown dates
timeline-no-month = No month given
timeline-year-only = year only
timeline-people = People
timeline-organisations = Organisations
timeline-sources = Sources
# What the shapes of the knots mean.
timeline-key = How to read the thread and the strip
timeline-key-day = on this day
timeline-key-wide = known to the month, season or year
timeline-key-approximate = about then
timeline-key-uncertain = uncertain
timeline-key-interval = from one date to another
timeline-key-open = one end is open
timeline-key-strip = On the strip, a bar tells how much lies within its days, hatched what is approximate or uncertain. What is wider lies below the line; an open end fades.

## The strip of a timeline

# $entries is "12 entries", $span what they cover: "44 BCE to 2021".
strip-summary = { $entries }, { $span }.
# $most is what the highest bar stands for.
strip-summary-most = { $entries }, { $span }; most in { $most }: { $number }.
strip-gap = Nothing begins or ends from { $span }.
strip-undrawn = { $count ->
    [one] 1 entry is not drawn: both ends of its date are open or too far away.
   *[other] { $count } entries are not drawn: both ends of their dates are open or too far away.
}
# $what is a period or a date, $entries "12 entries", $title what an entry is called.
strip-bar = { $what }: { $entries }
strip-bar-doubtful = { $what }: { $entries }, { $doubtful } approximate or uncertain
strip-entry = { $what }: { $title }

## The tools of the timeline

timeline-period = Period
timeline-from = From
timeline-until = Until
timeline-go-earlier = Earlier
timeline-go-later = Later
timeline-zoom-in = Zoom in
timeline-zoom-out = Zoom out
timeline-show-all = Show all
timeline-more = Show more
timeline-help = How to use it
timeline-help-period = A period begins and ends with a year, a month or a day: 2017, 2017-03, 2017-03-15; 45 BCE is -0044. What may lie in it is shown. A bar of the strip, when you choose it, becomes the period.
timeline-help-filters = The filters combine: of several kinds any, of people, organisations and tags all that you choose.
timeline-help-keys = While an entry has the focus, the arrow down or J goes to the next and the arrow up or K to the one before, Home and End to the first and the last. While something here has it, + and − zoom, the arrows left and right move, 0 shows all; on the strip itself, the wheel zooms while Ctrl is held.
