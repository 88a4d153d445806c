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

## What was known when

known = What was known when
known-lede = The months in which something became known, because a source for it was published.
# $counts is a list such as "3 of 12 dated events and 4 of 7 sources".
known-days = There is a day of becoming known for { $counts }.
known-as-of = As of the end of { $period }, known were { $counts }.
# A link; $count is how much has no day.
known-none-link = { $count ->
    [one] 1 entry has no day
   *[other] { $count } entries have no day
}
known-none = { $link } of becoming known, because nothing says when a source was published; none of that is ever shown as known.
known-without-day = Known, nobody can say when
known-without-day-lede = No source says by which day somebody can have read of this.
# $counts is a list of what was new.
known-new = New in { $period }: { $counts }.
known-new-year = New some time in { $period }, without a month or over several: { $counts }.
known-in = Known in { $period }
known-year-alone = { $period }, month not given
known-before = Before: { $period }
known-after = After: { $period }
known-on-page = On this page
known-list-and = { $list } and { $last }
known-events = Dated events
known-claims = Claims
known-sources = Sources
known-names = First named
known-events-of = { $total ->
    [one] { $known } of 1 dated event
   *[other] { $known } of { $total } dated events
}
known-claims-of = { $total ->
    [one] { $known } of 1 claim
   *[other] { $known } of { $total } claims
}
known-sources-of = { $total ->
    [one] { $known } of 1 source
   *[other] { $known } of { $total } sources
}
known-names-of = { $total ->
    [one] { $known } of 1 other name
   *[other] { $known } of { $total } other names
}
known-events-new = { $known ->
    [one] 1 dated event
   *[other] { $known } dated events
}
known-claims-new = { $known ->
    [one] 1 claim
   *[other] { $known } claims
}
known-sources-new = { $known ->
    [one] 1 source
   *[other] { $known } sources
}
known-names-new = { $known } first named
known-happened = Happened
known-said = Said
known-written = Written
known-published = Published
known-retrieved = Retrieved
known-first-published = First published
known-first-retrieved = First retrieved
known-no-date = no date
# Of a vague date: the last day that it leaves open.
known-by = (certainly by { $day })
known-unsourced = no published source
known-earlier = only sources from before it
known-undated = no certain day
known-key = How this is reckoned
known-key-text = The day something happened, the day a source published it and the day that source was retrieved are three different days. A reader can have known of something only when a source for it was certainly out: a vague date of publication counts from the last day that it leaves open, one in doubt does not count, and a source from before the event cannot tell of it. Whoever could read that source on that day could have known; that somebody did read it is not said.
order-label = Order of the timeline
order-by = Order by the day
order-happened = it happened
order-published = a source published it
order-retrieved = a source was retrieved
order-published-title = Timeline, by day of publication
order-retrieved-title = Timeline, by day of retrieval
order-published-none = No certain day of publication
order-retrieved-none = No certain day of retrieval
order-dated = { $dated } of { $total } entries have such a day; the others stand at the end

## The slider through what was known when

as-of = What could a reader have known?
as-of-label = As of
as-of-stop = the end of { $month }
as-of-whole = any day: the whole timeline
as-of-before = Back to the month before
as-of-after = On to the month after
as-of-all = Show all
# Announced when the slider has come to rest.
as-of-said = At the end of { $month }, { $known } of { $total } entries can have been known.
as-of-news = What was new then
as-of-never = { $never } of { $total } entries have no day of becoming known and are never shown as known.
as-of-stops = What was new, by month
