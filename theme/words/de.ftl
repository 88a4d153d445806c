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

## Suche und Namen von A bis Z

nav-search = Suche
search-description = Das ganze Dossier durchsuchen oder einen Namen von A bis Z nachschlagen.
search-whole = Das ganze Dossier durchsuchen
search-help = Wörter, oder „Wörter in Anführungszeichen“ genau so. Pfeiltasten gehen durch die Ergebnisse, Escape leert das Feld.
search-only = Nur
search-order = Reihenfolge
search-best = Passendste zuerst
search-newest = Neueste zuerst
search-oldest = Älteste zuerst
search-slash = Die Taste { $key_name } öffnet die Suche
search-off = Hier kann diese Seite nicht suchen: Das braucht ein Skript und einen Webserver. In einer Seite, die von einem Datenträger geöffnet ist, verbieten es die Browser. Im Web oder mit { $command } durchsucht sie jedes Wort. Alle Namen stehen unten.
search-loading = Suche läuft …
search-found = Ergebnisse für „{ $query }“: { $count }
search-none = Nichts gefunden für „{ $query }“
search-meant = Meinten Sie { $words }?
search-results = Ergebnisse
search-more = Weitere Ergebnisse
names-title = Namen von A bis Z
names-group = Namen von A bis Z: { $letter }
names-count = { $count ->
    [one] { $count } Name
   *[other] { $count } Namen
}
names-letters = Buchstaben
names-see = siehe { $name }
kind-page = Seite
kind-pages = Seiten
