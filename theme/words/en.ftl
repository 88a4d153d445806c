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

## The network and the neighbourhood on the page of an entity

nav-network = Network
network = Network
neighbourhood = Neighbourhood
# $name is the entity in the middle of the drawing.
neighbourhood-of = Relations of { $name }
neighbourhood-more = { $count ->
    [one] One more relation is listed in words.
   *[other] { $count } more are listed in words.
}
neighbourhood-in-network = See it in the whole network
network-tally = { $entities ->
    [one] One entity
   *[other] { $entities } entities
} and { $relations ->
    [one] one relation
   *[other] { $relations } relations
} between them.
network-alone = { $count ->
    [one] One further entity has no relation and is not drawn.
   *[other] { $count } further entities have no relation and are not drawn.
}
network-picture = A map of the network. The table below lists all that it shows.
network-map-label = Map of the network. The table below lists all that it shows.
network-keys = Arrow keys move the map, plus and minus zoom, 0 shows the whole. When an entity is chosen, arrow keys go to its neighbours, Enter opens its page, and Escape lets go of it.
# $name is an entity, $kind its kind; the script fills in both and the number.
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
network-left-out = The map shows the best connected entities. Not drawn are:
network-hubs = Best connected
network-table = All relations
network-from = From
network-relation = Relation
network-to = To
network-note = How and when
network-sources = Sources
