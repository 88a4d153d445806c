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

## Was man wann wusste

known = Was man wann wusste
known-lede = Die Monate, in denen etwas bekannt wurde, weil eine Quelle dafür erschien.
known-days = Einen Tag, an dem es bekannt wurde, haben { $counts }.
known-as-of = Stand Ende { $period } waren bekannt: { $counts }.
known-none-link = { $count ->
    [one] 1 Eintrag hat keinen Tag
   *[other] { $count } Einträge haben keinen Tag
}
known-none = { $link } des Bekanntwerdens, weil nichts sagt, wann eine Quelle erschien; nichts davon wird je als bekannt gezeigt.
known-without-day = Bekannt, niemand kann sagen, wann
known-without-day-lede = Keine Quelle sagt, bis zu welchem Tag jemand davon gelesen haben kann.
known-new = Neu in { $period }: { $counts }.
known-new-year = Neu irgendwann in { $period }, ohne Monat oder über mehrere: { $counts }.
known-in = Bekannt seit { $period }
known-year-alone = { $period }, ohne Monat
known-before = Davor: { $period }
known-after = Danach: { $period }
known-on-page = Auf dieser Seite
known-list-and = { $list } und { $last }
known-events = Datierte Ereignisse
known-claims = Behauptungen
known-sources = Quellen
known-names = Zuerst genannt
known-events-of = { $known } von { $total } datierten Ereignissen
known-claims-of = { $known } von { $total } Behauptungen
known-sources-of = { $known } von { $total } Quellen
known-names-of = { $known } von { $total } anderen Namen
known-events-new = { $known ->
    [one] 1 datiertes Ereignis
   *[other] { $known } datierte Ereignisse
}
known-claims-new = { $known ->
    [one] 1 Behauptung
   *[other] { $known } Behauptungen
}
known-sources-new = { $known ->
    [one] 1 Quelle
   *[other] { $known } Quellen
}
known-names-new = { $known } zuerst genannt
known-happened = Geschehen
known-said = Gesagt
known-written = Geschrieben
known-published = Veröffentlicht
known-retrieved = Abgerufen
known-first-published = Zuerst veröffentlicht
known-first-retrieved = Zuerst abgerufen
known-no-date = kein Datum
known-by = (sicher bis { $day })
known-unsourced = keine veröffentlichte Quelle
known-earlier = nur Quellen aus der Zeit davor
known-undated = kein sicherer Tag
known-key = Wie hier gerechnet wird
known-key-text = Der Tag, an dem etwas geschah, der Tag, an dem eine Quelle es veröffentlichte, und der Tag, an dem diese Quelle abgerufen wurde, sind drei verschiedene Tage. Gewusst haben kann man etwas erst, wenn eine Quelle dafür sicher erschienen war: Ein ungenaues Datum zählt vom letzten Tag an, den es offen lässt, ein zweifelhaftes zählt nicht, und eine Quelle aus der Zeit davor kann nicht davon berichten. Wer die Quelle an diesem Tag lesen konnte, konnte es wissen; dass jemand sie gelesen hat, ist nicht gesagt.
order-label = Reihenfolge der Zeitleiste
order-by = Nach dem Tag ordnen
order-happened = des Geschehens
order-published = der Veröffentlichung
order-retrieved = des Abrufs
order-published-title = Zeitleiste, nach dem Tag der Veröffentlichung
order-retrieved-title = Zeitleiste, nach dem Tag des Abrufs
order-published-none = Kein sicherer Tag der Veröffentlichung
order-retrieved-none = Kein sicherer Tag des Abrufs
order-dated = { $dated } von { $total } Einträgen haben einen solchen Tag; die anderen stehen am Ende

## Der Regler durch das, was man wann wusste

as-of = Was konnte man wissen?
as-of-label = Stand:
as-of-stop = Ende { $month }
as-of-whole = alle Tage, die ganze Zeitleiste
as-of-before = Zurück zum Monat davor
as-of-after = Weiter zum Monat danach
as-of-all = Alles zeigen
as-of-said = Ende { $month } konnten { $known } von { $total } Einträgen bekannt sein.
as-of-news = Was damals neu war
as-of-never = { $never } von { $total } Einträgen haben keinen Tag, an dem sie bekannt wurden, und werden nie als bekannt gezeigt.
as-of-stops = Was neu war, nach Monaten
