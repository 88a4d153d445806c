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

## Zeitleiste

timeline = Zeitleiste
timeline-of = Zeitleiste: { $name }
timeline-part = { $timeline }, { $period }
timeline-entries = { $count ->
    [one] 1 Eintrag
   *[other] { $count } Einträge
}
timeline-entries-of = { $count } von { $total } Einträgen
timeline-concerning = { $count } von { $total } Einträgen, nämlich die zu { $link }
timeline-whole = Die ganze Zeitleiste
timeline-whole-of = Alles davon: { $name }
timeline-nothing = Noch ist hier nichts datiert.
timeline-narrow = Die Zeitleiste eingrenzen
timeline-narrow-to = Eingrenzen auf
timeline-kind = Art
timeline-person = Person
timeline-organisation = Organisation
timeline-tag = Schlagwort
timeline-all-by-name = Alle { $count }, nach Namen
timeline-by-person = Zeitleiste nach Personen
timeline-by-organisation = Zeitleiste nach Organisationen
timeline-by-tag = Zeitleiste nach Schlagwörtern
timeline-letters = Buchstaben
timeline-years = Jahre
timeline-periods = Zeiträume
timeline-earlier = Früher: { $period }
timeline-later = Später: { $period }
timeline-overview = Überblick
timeline-period-up-to = Bis { $date }
timeline-period-from = Ab { $date }
timeline-period-numbered = { $period } (ab Eintrag { $number })
timeline-open = Offene oder unbekannte Daten
timeline-no-month = Ohne Monat
timeline-year-only = nur das Jahr
timeline-people = Personen
timeline-organisations = Organisationen
timeline-sources = Quellen
timeline-key = So liest man den Faden und den Streifen
timeline-key-day = an diesem Tag
timeline-key-wide = auf Monat, Jahreszeit oder Jahr bekannt
timeline-key-approximate = ungefähr um diese Zeit
timeline-key-uncertain = unsicher
timeline-key-interval = von einem Datum bis zu einem anderen
timeline-key-open = ein Ende ist offen
timeline-key-strip = Auf dem Streifen zeigt ein Balken, wie viel in seine Tage fällt, schraffiert das Ungefähre und Unsichere. Was breiter ist, liegt unter der Linie; ein offenes Ende verblasst.

## Der Streifen einer Zeitleiste

strip-summary = { $entries }, { $span }.
strip-summary-most = { $entries }, { $span }; die meisten in { $most }: { $number }.
strip-gap = In der Zeit { $span } beginnt und endet nichts.
strip-undrawn = { $count ->
    [one] 1 Eintrag ist nicht gezeichnet: beide Enden seines Datums sind offen oder zu fern.
   *[other] { $count } Einträge sind nicht gezeichnet: beide Enden ihrer Daten sind offen oder zu fern.
}
strip-bar = { $what }: { $entries }
strip-bar-doubtful = { $what }: { $entries }, davon { $doubtful } ungefähr oder unsicher
strip-entry = { $what }: { $title }

## Die Werkzeuge der Zeitleiste

timeline-period = Zeitraum
timeline-from = Von
timeline-until = Bis
timeline-go-earlier = Früher
timeline-go-later = Später
timeline-zoom-in = Näher heran
timeline-zoom-out = Weiter weg
timeline-show-all = Alles zeigen
timeline-more = Mehr zeigen
timeline-help = So geht es
timeline-help-period = Ein Zeitraum beginnt und endet mit einem Jahr, einem Monat oder einem Tag: 2017, 2017-03, 2017-03-15; 45 v. Chr. ist -0044. Gezeigt wird, was in ihn fallen kann. Ein Balken des Streifens wird, wenn man ihn wählt, der Zeitraum.
timeline-help-filters = Die Filter wirken zusammen: von mehreren Arten genügt eine, von Personen, Organisationen und Schlagwörtern gelten alle gewählten.
timeline-help-keys = Wenn ein Eintrag den Fokus hat, führt Pfeil ab oder J zum nächsten und Pfeil auf oder K zum vorigen, Pos1 und Ende zum ersten und letzten. Wenn etwas hier ihn hat, vergrößern und verkleinern + und −, die Pfeile nach links und rechts verschieben, 0 zeigt alles; auf dem Streifen selbst zoomt das Mausrad bei gedrückter Strg-Taste.
