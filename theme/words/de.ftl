### Die Wörter des Themas auf Deutsch.

## Um jede Seite

skip-to-text = Zum Text springen
nav-main = Hauptnavigation
nav-timeline = Zeitleiste
nav-ledger = Belegtafel
nav-tags = Schlagwörter
nav-coverage = Belegdichte
nav-corrections = Berichtigungen und Erwiderungen
follow-changes = Änderungen (Feed)
follow-corrections = Berichtigungen (Feed)
follow-events = Ereignisse (Kalender)
feed-of-corrections = { $title }: Berichtigungen
made-with = Erstellt mit { $generator }.
