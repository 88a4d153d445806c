### The words of the theme in English. docs/languages.md says how to make another language of this file.

## Around every page

skip-to-text = Skip to the text
nav-main = Main
nav-timeline = Timeline
nav-network = Network
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

## Titles and descriptions of pages

title-ledger = Ledger of claims
# $filter is a status, "said by NAME", "about NAME" or "with the source NAME".
title-ledger-part = Ledger: { $filter }
title-coverage = Coverage
title-corrections = Corrections and replies
title-bibliography = Bibliography
title-tags = Tags
title-backlinks = References to { $name }
title-entity-timeline = { $name } on the timeline
title-entity-relations = Relations of { $name }
# The further pages of a list: $title is the title of the first.
title-nth = { $title }, page { $page }
title-not-found = Page not found
# $title is the page's, $dossier that of the whole; for pages that have no sentence of their own.
description-part = { $title }: a page of “{ $dossier }”.
description-coverage = How many facts, relations, claims and paragraphs of this dossier carry a citation.
description-corrections = What was wrong in this dossier and has been corrected, and what those concerned reply.
description-bibliography = All sources of this dossier, to read and to take along.

## Home page

home-counts = What the dossier holds
home-people = Key people
home-organisations = Key organisations
home-events = Latest events
home-timeline = The whole timeline

## Lists

index-tally-by-name = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}, by name
index-tally-by-date = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}, by date
index-order = Order
index-by-name = By name
index-by-date = By date
index-ledger = All claims against all sources
index-undated = Undated
index-open-dates = Open or unknown dates
# Headings of lists of jumps: to letters, to years, to kinds of entities.
jumps-letters = Letters
jumps-years = Years
jumps-kinds = Kinds
narrow-to = Narrow to
card-references = { $count ->
    [one] { $count } reference
   *[other] { $count } references
}
bibliography-tally = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}, in alphabetical order
tag-kind = Tag
tag-timeline = The timeline with this tag alone
tags-tally = { $count ->
    [one] { $count } tag
   *[other] { $count } tags
}, by name
pages = Pages
pages-count = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
# Heard behind a number that stands there already.
pages-unit = { $count ->
    [one] page
   *[other] pages
}
pager = Pages
pager-page = Page { $page } of { $pages }
pager-previous = Previous
pager-next = Next

## Pages that are not there

lost-title = The thread ends here
lost-text = There is no page at this address. It may have been moved, renamed or withdrawn.
lost-home = Home
moved = Moved
moved-title = { $title } has moved
# $link is the title of the page, linked.
moved-to = This page is now at { $link }.

## Pages of entities

contents = On this page
entity-timeline = On the timeline
entity-timeline-all = All { $count } entries
backlinks = Referred to by
# Headings of those who refer to a page.
backlinks-mention = mentioned by
backlinks-citation = cited by
backlinks-reply = right of reply on
# Where they are too many for the page itself: $way is one of these headings or the inverse of a relation, as "employs".
backlinks-all = All { $count }: { $way }
backlinks-run = { $way }: { $kinds }
# A sentence out of a quotation, where a page shows who refers to it.
excerpt-quoted = “{ $words }”
backlinks-ways = Ways of referring
backlinks-tally = { $count ->
    [one] { $count } reference
   *[other] { $count } references
}, by kind and name
# Where the name of somebody or something is kept back.
withheld = withheld
date-updated = Text changed { $date }
date-reviewed = Last checked { $date }

## Facts beside the text

facts = Facts
facts-aliases = Also known as
facts-more = { $count } more
# $label is the relation: "All 200: works for".
facts-all = All { $count }: { $label }
relations-tally = { $count ->
    [one] { $count } relation
   *[other] { $count } relations
}
facts-accessed = Looked at
facts-cited-by = Cited by
facts-rights = Rights
facts-sha256 = SHA-256 of the file
facts-date = Date
# What qualifies a relation: "works for X, from 2001 until 2005".
facts-from-until = from { $from } until { $until }
facts-since = since { $from }
facts-until = until { $until }

## Claims

claim-status = Status
claim-credibility = Credibility
claim-likelihood = Likelihood
claim-said-by = Said by
claim-about = About
claim-when = When
status-unverified = unverified
status-unverified-meaning = nobody has tested it
status-supported = supported
status-supported-meaning = independent evidence speaks for it
status-disputed = disputed
status-disputed-meaning = evidence or statements stand on both sides
status-denied = denied
status-denied-meaning = the party concerned denies it
status-refuted = refuted
status-refuted-meaning = evidence shows that it is false
# The Admiralty code (NATO AJP-2.1): credibility of information, reliability of a source.
credibility-1 = confirmed
credibility-2 = probably true
credibility-3 = possibly true
credibility-4 = doubtful
credibility-5 = improbable
credibility-6 = cannot be judged
reliability-a = completely reliable
reliability-b = usually reliable
reliability-c = fairly reliable
reliability-d = not usually reliable
reliability-e = unreliable
reliability-f = cannot be judged
# "2 – probably true"
rating = { $mark } – { $meaning }
reliability-title = Reliability of the source: { $mark }, { $meaning }
# Said before the letter by screen readers: "reliability B".
reliability-unseen = reliability
scale-this-one = (this one)
# Words of estimate. Their words stay as they were written; $range is "55–75 %".
estimate = { $word } ({ $scale }: { $range })
estimate-phia = PHIA probability yardstick (UK)
estimate-icd-203 = ICD-203 (US)
estimate-range = { $low }–{ $high } %
estimate-range-up-to = up to { $high } %
estimate-range-under = { $low } to under { $high } %
estimate-range-and-more = { $low } % and more

## Evidence

evidence = Evidence
# What a source says of a claim; the sign stands for it in the ledger.
stance-reports = reports
stance-reports-sign = R
stance-reports-meaning = tells that the claim was made
stance-supports = supports
stance-supports-sign = S
stance-supports-meaning = speaks for it
stance-contradicts = contradicts
stance-contradicts-sign = C
stance-contradicts-meaning = speaks against it
# Headings of lists of sources, without a name after them.
stance-reports-by = Reported by
stance-supports-by = Supported by
stance-contradicts-by = Contradicted by
evidence-all = All { $count } relations to sources
# Headings of quotations, with the source and without.
callout-reports = Reported by { $source }
callout-reports-bare = Reported
callout-supports = Supported by { $source }
callout-supports-bare = Supported
callout-contradicts = Contradicted by { $source }
callout-contradicts-bare = Contradicted
callout-translation = Translation by { $translator }
translation = Translation
translation-by = Translation by { $translator }
first-hand = at first hand
origins = Where it comes from
origins-against = Against it
origins-count = { $count ->
    [one] { $count } independent origin
   *[other] { $count } independent origins
}
origins-reports = { $count ->
    [one] ({ $count } report)
   *[other] ({ $count } reports)
}.
origins-more = { $count ->
    [one] { $count } more report is counted, and not shown here.
   *[other] { $count } more reports are counted, and not shown here.
}
origins-single = A single report: nothing here confirms it independently.
origins-common = These reports draw on one another, or on a common source: that they agree is no independent confirmation.
origins-caution = Sources that draw on one another, or on a common source, are counted as one origin, whether or not this very statement came to them that way. Sources of which no such tie is known are counted apart, which does not prove that there is none.
origins-ledger = All claims in the ledger
chain-based-on = based on
chain-report = one of the reports
chain-first-hand = at first hand: what else it rests on does not count here
chain-elsewhere = what it rests on stands elsewhere in these chains, or on its own page
chain-grounds = Grounds: { $grounds }
derivation-stated = as it states itself
derivation-assessed = as assessed by the editors

## The ledger

ledger-tally = { $count ->
    [one] { $count } claim
   *[other] { $count } claims
}, by title
ledger-tally-part = { $count } of { $total } claims; by title
ledger-tally-said-by = { $count } of { $total } claims, said by { $who }; by title
ledger-tally-about = { $count } of { $total } claims, about { $subject }; by title
ledger-tally-source = { $count } of { $total } claims, with the source { $source }; by title
ledger-said-by = said by { $who }
ledger-about = about { $subject }
ledger-with-source = with the source { $source }
ledger-whole = The whole ledger
ledger-narrow = Narrow the ledger
ledger-table = Claims and sources
ledger-claim = Claim
ledger-source = Source
ledger-origins = Independent origins
# After the number of origins: "2 of 3 reports".
ledger-of-reports = { $count ->
    [one] of { $count } report
   *[other] of { $count } reports
}
ledger-reliability = reliability of the source
ledger-credibility = credibility of the information
ledger-no-status = no status
ledger-not-rated = not rated
ledger-no-source = no published source
ledger-no-origin = none
ledger-key = How to read the ledger
ledger-key-source = What a source says
ledger-key-status = Status of a claim
ledger-key-credibility = Credibility of the information
ledger-key-reliability = Reliability of a source
ledger-key-text = Credibility and reliability are the two axes of the Admiralty code. They are judged apart: a reliable source can pass on something doubtful. Independent origins are counted among the sources that report or support a claim; those that draw on one another, or on a common source, are one.

## Sources and citations

sources = Sources
sources-places = Cited places
sources-in-the-text = in the text
sources-back = { $place }, back to the text
sources-back-nth = { $place }, back to the text, { $mark }
source-author = Author
source-publisher = Publisher
source-published = Published
source-reliability = Reliability
source-original = Read the original
source-archived = Archived copy
source-copy = Copy kept here
source-page = Source page
cite-heading = Cite this source
cite-all = All sources in the bibliography
copy-heading = The source’s own text
copy-extracted = Text extracted from the PDF: line breaks, columns and hyphens may differ from the printed page.
# Followed by two links: "list, data (JSON-LD)."
copy-annotations = { $count ->
    [one] { $count } annotation by the editors:
   *[other] { $count } annotations by the editors:
}
copy-list = list
copy-data = data (JSON-LD)
copy-annotations-heading = Annotations

## Quotations

quotation-verified = Verified by the editors on { $day }
quotation-found = Found in the copy of the source
quotation-found-in-text = Found in the text extracted from the copy of the source
# The same of evidence that holds more than quotations.
quotation-in-part = { $verdict } (only the words in quotation marks were compared)
quotation-unverified = Quotation not verified
quotation-missing = Not found in the source
# The same in the midst of a sentence.
quotation-unverified-inside = quotation not verified
quotation-missing-inside = not found in the source
quotation-insertion = Put in by the editors
quotations-verified = { $count ->
    [one] { $count } quotation
   *[other] { $count } quotations
} verified by the editors on { $day }
quotations-verified-last = { $count ->
    [one] { $count } quotation
   *[other] { $count } quotations
} verified by the editors, the last on { $day }
quotations-found = { $count ->
    [one] { $count } quotation
   *[other] { $count } quotations
} found in the copy of the source
quotations-unverified = { $count ->
    [one] { $count } quotation
   *[other] { $count } quotations
} not verified
quotations-missing = { $count ->
    [one] { $count } quotation
   *[other] { $count } quotations
} not found in the source

## In texts

note = Note { $number }
note-back = Note { $number }, back to the text
notes = Notes { $first }–{ $last }
annotation = Annotation { $number }
annotation-back = Annotation { $number }, back to the words
annotations = Annotations { $first }–{ $last }
annotation-without-note = Marked without a note.
paragraph = Paragraph { $number }
table = Table
table-nth = Table { $number }
task-done = Done
task-open = Open
heading-link = Link to “{ $heading }”
transclusion-source = From { $source }
details = Details
callout-note = Note
callout-tip = Tip
callout-important = Important
callout-warning = Warning
callout-caution = Caution
callout-info = Info
callout-example = Example
callout-question = Question

## Corrections and replies

corrections-heading = Corrections
corrections-replies = Replies
corrections-count = { $count ->
    [one] Correction
   *[other] Corrections
}
correction-why = Why:
replies = Right of reply
reply-replied-state = replied
reply-declined = declined to comment
reply-withheld = replied; the words are withheld, because they could name who speaks
reply-silent = has not replied
reply-asked = Asked { $date }
reply-replied = Replied { $date }
reply-sources = { $count ->
    [one] Source:
   *[other] Sources:
}

## Coverage

coverage-sum = { $covered } of { $all } statements carry a citation.
coverage-sum-percent = { $covered } of { $all } statements carry a citation, { $percent } %.
coverage-of = { $covered } of { $all }
coverage-none = none
coverage-nothing = There is nothing to cite yet.
coverage-onward = What is cited, and what is not
coverage-statements = Statements
coverage-facts = Facts
coverage-relations = Relations
coverage-claims = Claims
coverage-paragraphs = Paragraphs
coverage-fact = fact
coverage-relation = relation
coverage-claim = claim
coverage-paragraph = paragraph
coverage-method = What the front matter of a page names as its sources covers the facts and relations of that page, not its text. A relation can have sources of its own. A claim is covered by one source that reports, supports or contradicts it. A paragraph, an item of a list, a row of a table or a quotation is covered by what is cited in it, or in a remark or footnote attached to it. Percentages are rounded down. That a statement is cited does not say that it is right: it says where to look.
coverage-table = Coverage by kind of page
coverage-caption = Statements with a citation, by kind of page
coverage-kind = Kind of page
coverage-all = All
coverage-own-words = Not counted, because they speak of the dossier itself: { $pages }.
# $kind is "People".
coverage-gaps = { $kind }: { $count } without a citation
# A fact that is not cited: "Born: 1 May 1950".
coverage-gap-fact = { $field }: { $value }
coverage-more = and { $count } more
coverage-more-pages = { $count ->
    [one] And { $count } more page.
   *[other] And { $count } more pages.
}
percent = { $number } %

## Kinds of entities, and the fields that date them

kind-person = Person
kind-person-plural = People
kind-organisation = Organisation
kind-organisation-plural = Organisations
kind-event = Event
kind-event-plural = Events
kind-place = Place
kind-place-plural = Places
kind-product = Product
kind-product-plural = Products
kind-claim = Claim
kind-claim-plural = Claims
kind-source = Source
kind-source-plural = Sources
date-born = Born
date-died = Died
date-founded = Founded
date-dissolved = Dissolved
date-released = Released
date-discontinued = Discontinued
date-published = Published
date-accessed = Accessed

## Relations: as the page says it that names the other, and as the other says it

relation-works_for = works for
relation-works_for-inverse = employs
relation-leads = leads
relation-leads-inverse = led by
relation-member_of = member of
relation-member_of-inverse = members
relation-trained_at = trained at
relation-trained_at-inverse = trained
relation-part_of = part of
relation-part_of-inverse = includes
relation-located_in = located in
relation-located_in-inverse = location of
relation-made_by = made by
relation-made_by-inverse = makes
relation-owns = owns
relation-owns-inverse = owned by
relation-uses = uses
relation-uses-inverse = used by
relation-participants = participants
relation-participants-inverse = took part in
relation-organiser = organised by
relation-organiser-inverse = organised
relation-place = place
relation-place-inverse = site of
relation-follows = follows
relation-follows-inverse = followed by
relation-responds_to = responds to
relation-responds_to-inverse = answered by
relation-documented_by = documented by
relation-documented_by-inverse = documents
relation-about = about
relation-about-inverse = subject of
relation-said_by = said by
relation-said_by-inverse = said
relation-said_to = said to
relation-said_to-inverse = was told
relation-reported_by = reported by
relation-reported_by-inverse = reports
relation-supported_by = supported by
relation-supported_by-inverse = supports
relation-contradicted_by = contradicted by
relation-contradicted_by-inverse = contradicts
relation-based_on = based on
relation-based_on-inverse = basis of
relation-publisher = published by
relation-publisher-inverse = published
relation-author = written by
relation-author-inverse = wrote
relation-related_to = related to
relation-related_to-inverse = related to

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
strip-gap = Left out, because nothing begins or ends in between: { $span }.
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

## What was known when

known = What was known when
known-lede = The months in which something became known, because a source for it was published.
# $counts is a list such as "3 of 12 dated events and 4 of 7 sources".
known-days = There is a day of becoming known for { $counts }.
known-as-of = By the end of { $period }, { $counts } were known.
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
as-of-all = Any day
# Announced when the slider has come to rest.
as-of-said = At the end of { $month }, { $known } of { $total } entries can have been known.
as-of-news = What was new then
as-of-never = { $never } of { $total } entries have no day of becoming known and are never shown as known.
as-of-stops = What was new, by month

## Dates in words

# Months, then the parts of a year.
when-month-1 = January
when-month-2 = February
when-month-3 = March
when-month-4 = April
when-month-5 = May
when-month-6 = June
when-month-7 = July
when-month-8 = August
when-month-9 = September
when-month-10 = October
when-month-11 = November
when-month-12 = December
when-spring = spring
when-summer = summer
when-autumn = autumn
when-winter = winter
when-quarter-1 = first quarter
when-quarter-2 = second quarter
when-quarter-3 = third quarter
when-quarter-4 = fourth quarter
when-third-1 = first third
when-third-2 = second third
when-third-3 = last third
when-half-1 = first half
when-half-2 = second half
# Patterns. One date stands within another where it has to: `when-day` in `when-doubt-around` in `when-since`.
when-day = { $day } { $month } { $year }
when-day-of-month = { $day } { $month }
# The number of a day as it stands in the two before; German puts a full stop behind it.
when-day-number = { $day }
when-month = { $month } { $year }
when-season = { $part } { $year }
when-part-of-year = { $part } of { $year }
when-in-unknown-year = { $part } of { $year }
when-northern = { $date } (Northern Hemisphere)
when-southern = { $date } (Southern Hemisphere)
when-before-common-era = { $year } BCE
when-common-era = { $year } CE
when-long-year = the year { $year }
when-power-of-ten = the year { $sign }{ $significand } × 10^{ $exponent }
# What parts the digits of long years.
when-thousands = ,
when-moment = { $date }, { $time }
when-utc = { $time } UTC
when-shifted = { $time } UTC{ $sign }{ $shift }
when-unknown-decade = the { $year }s
when-unknown-year-of-decade = some year in the { $year }s
when-unknown-year-between = some year between { $first } and { $last }
when-unknown-year-like = some year matching { $digits }
when-unknown-year = an unknown year
when-unknown-rounded = { $year } (an estimate between { $first } and { $last })
when-unknown-rounded-far = { $year } (significant digits: { $digits })
when-unknown-month = some month in { $year }
when-unknown-month-between = some month from { $first } to { $last }
when-unknown-day = some day in { $date }
when-unknown-day-between = some day from { $first } to { $last }
when-unknown-day-number = day { $day }
when-unknown-day-of = { $day } of { $month }
when-doubt-around = around { $date }
when-doubt-remark = { $date } ({ $remark })
when-doubt-approximate = approximate
when-doubt-uncertain = uncertain
when-doubt-both = approximate and uncertain
when-doubt-of-parts = { $parts } { $remark }
when-doubt-year = year
when-doubt-month = month
when-doubt-season = season
when-doubt-part-of-year = part of the year
when-doubt-day = day
when-span = { $start } to { $end }
when-long-span = from { $start } to { $end }
when-days-of-month = { $start } to { $end } { $month } { $year }
when-within-year = { $start } to { $end } { $year }
when-since = since { $start }
when-until = until { $end }
when-end-unknown = from { $start }, end unknown
when-start-unknown = until { $end }, start unknown
when-or-earlier = { $date } or earlier
when-or-later = { $date } or later
when-and-earlier = { $date } and earlier
when-and-later = { $date } and later
when-one-of-years = some year from { $range }
when-one-of-months = some month from { $range }
when-one-of-days = some day from { $range }
when-every-years = every year from { $range }
when-every-months = every month from { $range }
when-every-days = every day from { $range }
when-comma = { $first }, { $last }
when-or = { $first } or { $last }
when-and = { $first } and { $last }

## Bundles

bundle-title = { $title }: bundle with exhibits
bundle-sort = Bundle with exhibits
bundle-holds = Holds
bundle-sections-count = { $count ->
    [one] { $count } section
   *[other] { $count } sections
}
bundle-exhibits-count = { $count ->
    [one] { $count } exhibit
   *[other] { $count } exhibits
}
bundle-updated = Text last changed
bundle-accessed = Sources retrieved
# $first and $last are days.
bundle-accessed-between = { $first } to { $last }
bundle-published-at = Published at
bundle-contents = Contents
bundle-list = List of exhibits
bundle-named = People and organisations
bundle-how-to-read = Sections (§) are the words of the dossier’s editors. Exhibits are the sources that they rest on, numbered as they are first named. A number in brackets, such as [Exhibit 1, para. 4], says where in a source something stands. People and organisations that are named without a number are listed at the end.
# How parts are referred to, everywhere in a bundle.
bundle-section-label = § { $number }
bundle-exhibit-label = Exhibit { $number }
bundle-opposing-origins = Where what contradicts it comes from
bundle-rests-on = Rests on
# The head of the list of exhibits.
bundle-number = No.
bundle-retrieved = Retrieved
bundle-referred-to-in = Referred to in
bundle-refers-to = Refers to
bundle-archived = Archived
bundle-hash = SHA-256
bundle-date-unknown = not known
bundle-date-not-noted = not noted
bundle-address = Address
bundle-hash-of-copy = SHA-256 of the copy
bundle-cite-as = Cite as
bundle-editors-say = What the editors say of it
bundle-source-itself = The source itself
bundle-copy-is-a-file = The editors publish their copy. It is a file that cannot be shown here.
bundle-copy-kept = The editors read a copy, which is not reproduced here. Its SHA-256, above, tells whether another copy is the same.
bundle-copy-none = No copy is reproduced here.
# $names is a list with commas.
bundle-also = Also: { $names }
bundle-no-more = Nothing more is said.

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

## How two entities are linked

nav-chains = Connections
chains-title = How are they linked?
# $from and $to are the names of two entities.
chains-question = How is { $from } linked to { $to }?
# The question on the page of one entity; the other is chosen next.
chains-ask = How is { $name } linked to …?
chains-caution = A chain shows what the dossier says of its links, one by one. It proves nothing about its ends.
chains-order = The shortest chains; of those that are equally short, the ones through entities with few relations come first.
chains-from = From
chains-to = To
chains-choose = Choose two entities
chains-hint = Type a part of a name.
# A number follows.
chains-matches = Matches:
chains-wait = Looking …
chains-failed = The data for this could not be loaded.
chains-none = Nothing in the dossier links the two, not even a mention.
chains-weak = No chain of relations leads from one to the other. What follows is weaker: one is only mentioned on the page of the next, or a source speaks of both. That says nothing of how they are related.
chains-found = { $count ->
    [one] { $count } chain
   *[other] { $count } chains
}
chains-more = { $count ->
    [one] { $count } more chain is as short, and is not shown.
   *[other] { $count } more chains are as short, and are not shown.
}
# The same where a script says it, which knows no plural forms.
chains-found-script = Chains: { $count }.
chains-more-script = As short, and not shown: { $count }
chains-hub = { $name } has very many relations ({ $count }). That two are linked through it may mean little.
# Behind a claim; $names are those who say it.
chains-said-by = said by { $names }
# What ends a sentence.
chains-stop = .
chains-unsourced = no source given
chains-named = Chosen by the editors
chains-no-script = Without JavaScript, these pairs can be read. The editors name more of them in the settings of the dossier.
chains-other = Choose two others
chains-sources = Sources
# One sentence for each relation, without the full stop. $from wrote the relation, $to is the one that it names.
says-works_for = { $from } works for { $to }
says-leads = { $from } leads { $to }
says-member_of = { $from } is a member of { $to }
says-trained_at = { $from } was trained at { $to }
says-part_of = { $from } is part of { $to }
says-located_in = { $from } is located in { $to }
says-made_by = { $from } is made by { $to }
says-owns = { $from } owns { $to }
says-uses = { $from } uses { $to }
says-participants = { $to } took part in { $from }
says-organiser = { $from } was organised by { $to }
says-place = { $from } took place in { $to }
says-follows = { $from } follows { $to }
says-responds_to = { $from } responds to { $to }
says-documented_by = { $from } is documented by { $to }
says-about = { $from } is about { $to }
says-said_by = { $to } says: { $from }
says-said_to = { $to } was told: { $from }
says-reported_by = { $to } reports: { $from }
says-supported_by = { $to } supports: { $from }
says-contradicted_by = { $to } contradicts: { $from }
says-based_on = { $from } is based on { $to }
says-publisher = { $from } was published by { $to }
says-author = { $from } was written by { $to }
says-related_to = { $from } is related to { $to }
says-mention = { $to } is mentioned on the page of { $from }
## The network and the neighbourhood on the page of an entity

title-network = Network
description-network = Who and what is related in this dossier: a map, and a table of all relations with their sources.
neighbourhood = Neighbourhood
# $name is the entity in the middle of the drawing.
neighbourhood-of = Relations of { $name }
neighbourhood-more = { $count ->
    [one] One more relation is listed in words.
   *[other] { $count } more are listed in words.
}
neighbourhood-in-network = See it in the whole network
network-tally = { $entities ->
    [one] One entry
   *[other] { $entities } entries
} and { $relations ->
    [one] one relation
   *[other] { $relations } relations
} between them.
network-alone = { $count ->
    [one] One further entry has no relation and is not drawn.
   *[other] { $count } further entries have no relation and are not drawn.
}
network-picture = A map of the network. The table below lists all that it shows.
network-map-label = Map of the network. The table below lists all that it shows.
network-keys = Arrow keys move the map, plus and minus zoom, 0 shows the whole. When an entry is chosen, arrow keys go to its neighbours, Enter opens its page, and Escape lets go of it.
# The script fills in what stands in square brackets: leave those words as they are.
network-open = Chosen: [name], [kind]. Relations: [count]. Neighbours: [neighbours].
network-nothing = Nothing of this name is on the map.
network-key = What the marks mean
network-find = Find on the map
network-found = Found
network-kinds = Kinds
network-relations = Relations
network-zoom-in = Zoom in
network-zoom-out = Zoom out
network-whole = Whole map
network-left-out = The map shows the best connected entries. Not drawn are:
network-hubs = Best connected
network-table = All relations
network-from = From
network-relation = Relation
network-to = To
network-note = How and when
network-sources = Sources
