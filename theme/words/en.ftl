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

## How two entities are linked

nav-chains = How are they linked?
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
