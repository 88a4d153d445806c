### Die Wörter des Themas auf Deutsch.

## Um jede Seite

skip-to-text = Zum Text springen
nav-main = Hauptnavigation
nav-timeline = Zeitleiste
nav-ledger = Belegtafel
nav-tags = Schlagwörter
nav-coverage = Belegdichte
nav-corrections = Berichtigungen und Erwiderungen
made-with = Erstellt mit { $generator }.

## Das Netz und die Nachbarschaft auf der Seite einer Entität

nav-network = Netz
network = Netz
neighbourhood = Nachbarschaft
neighbourhood-of = Beziehungen von { $name }
neighbourhood-more = { $count ->
    [one] Eine weitere Beziehung steht in Worten da.
   *[other] { $count } weitere stehen in Worten da.
}
neighbourhood-in-network = Im ganzen Netz ansehen
network-tally = { $entities ->
    [one] Eine Entität
   *[other] { $entities } Entitäten
} und { $relations ->
    [one] eine Beziehung
   *[other] { $relations } Beziehungen
} zwischen ihnen.
network-alone = { $count ->
    [one] Eine weitere Entität hat keine Beziehung und ist nicht gezeichnet.
   *[other] { $count } weitere Entitäten haben keine Beziehung und sind nicht gezeichnet.
}
network-picture = Eine Karte des Netzes. Die Tabelle darunter nennt alles, was sie zeigt.
network-map-label = Karte des Netzes. Die Tabelle darunter nennt alles, was sie zeigt.
network-keys = Pfeiltasten verschieben die Karte, Plus und Minus vergrößern und verkleinern, 0 zeigt das Ganze. Ist eine Entität gewählt, führen Pfeiltasten zu ihren Nachbarn, die Eingabetaste öffnet ihre Seite, und Escape gibt sie frei.
network-open = Gewählt: [name], [kind]. Beziehungen: [count]. Nachbarn: [neighbours].
network-nothing = Nichts dieses Namens steht auf der Karte.
network-key = Was die Zeichen bedeuten
network-find = Auf der Karte suchen
network-found = Gefunden
network-kinds = Arten
network-relations = Beziehungen
network-zoom-in = Vergrößern
network-zoom-out = Verkleinern
network-whole = Ganze Karte
network-left-out = Die Karte zeigt die am besten verbundenen Entitäten. Nicht gezeichnet sind:
network-hubs = Am besten verbunden
network-table = Alle Beziehungen
network-from = Von
network-relation = Beziehung
network-to = Zu
network-note = Wie und wann
network-sources = Quellen
