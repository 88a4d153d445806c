### Die Wörter des Themas auf Deutsch.

## Um jede Seite

skip-to-text = Zum Text springen
nav-main = Hauptnavigation
nav-timeline = Zeitleiste
nav-network = Netz
nav-ledger = Belegtafel
nav-tags = Schlagwörter
nav-coverage = Belegdichte
nav-corrections = Berichtigungen und Erwiderungen
follow-changes = Änderungen (Feed)
follow-corrections = Berichtigungen (Feed)
follow-events = Ereignisse (Kalender)
feed-of-corrections = { $title }: Berichtigungen
made-with = Erstellt mit { $generator }.

## Titel und Beschreibungen

title-ledger = Belegtafel
title-ledger-part = Belegtafel: { $filter }
title-coverage = Belegdichte
title-corrections = Berichtigungen und Erwiderungen
title-bibliography = Quellenverzeichnis
title-tags = Schlagwörter
title-backlinks = Verweise auf { $name }
title-entity-timeline = { $name } auf der Zeitleiste
title-entity-relations = Beziehungen von { $name }
# Die weiteren Seiten einer Liste: $title ist der Titel der ersten.
title-nth = { $title }, Seite { $page }
title-not-found = Seite nicht gefunden
description-part = { $title }: eine Seite von „{ $dossier }“.
description-coverage = Wie viele Angaben, Beziehungen, Behauptungen und Absätze dieses Dossiers belegt sind.
description-corrections = Was in diesem Dossier falsch war und berichtigt wurde, und was die Betroffenen dazu sagen.
description-bibliography = Alle Quellen dieses Dossiers, zum Lesen und zum Mitnehmen.

## Startseite

home-counts = Was das Dossier enthält
home-people = Wichtige Personen
home-organisations = Wichtige Organisationen
home-events = Jüngste Ereignisse
home-timeline = Die ganze Zeitleiste

## Listen

index-tally-by-name = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
}, nach Namen
index-tally-by-date = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
}, nach Datum
index-order = Reihenfolge
index-by-name = Nach Namen
index-by-date = Nach Datum
index-ledger = Alle Behauptungen und alle Quellen
index-undated = Ohne Datum
index-open-dates = Offene oder unbekannte Daten
jumps-letters = Buchstaben
jumps-years = Jahre
jumps-kinds = Arten
narrow-to = Eingrenzen auf
card-references = { $count ->
    [one] { $count } Verweis
   *[other] { $count } Verweise
}
bibliography-tally = { $count ->
    [one] { $count } Quelle
   *[other] { $count } Quellen
}, alphabetisch
tag-kind = Schlagwort
tag-timeline = Die Zeitleiste nur mit diesem Schlagwort
tags-tally = { $count ->
    [one] { $count } Schlagwort
   *[other] { $count } Schlagwörter
}, nach Namen
pages = Seiten
pages-count = { $count ->
    [one] { $count } Seite
   *[other] { $count } Seiten
}
pages-unit = { $count ->
    [one] Seite
   *[other] Seiten
}
pager = Seiten
pager-page = Seite { $page } von { $pages }
pager-previous = Zurück
pager-next = Weiter

## Seiten, die es nicht gibt

lost-title = Hier reißt der Faden ab
lost-text = Unter dieser Adresse gibt es keine Seite. Sie kann verschoben, umbenannt oder zurückgezogen worden sein.
lost-home = Startseite
moved = Verschoben
moved-title = { $title } ist umgezogen
moved-to = Diese Seite steht jetzt hier: { $link }.

## Seiten einzelner Einträge

contents = Auf dieser Seite
entity-timeline = Auf der Zeitleiste
entity-timeline-all = Alle { $count } Einträge
backlinks = Verweise hierher
backlinks-mention = erwähnt von
backlinks-citation = zitiert von
backlinks-reply = Erwiderung zu
# Wo es für die Seite selbst zu viele sind: $way ist eine dieser Überschriften oder die Umkehrung einer Beziehung.
backlinks-all = Alle { $count }: { $way }
backlinks-run = { $way }: { $kinds }
# Ein Satz aus einem Zitat, wo eine Seite zeigt, wer auf sie verweist.
excerpt-quoted = „{ $words }“
backlinks-ways = Arten des Verweises
backlinks-tally = { $count ->
    [one] { $count } Verweis
   *[other] { $count } Verweise
}, nach Art und Namen
withheld = nicht genannt
date-updated = Text geändert: { $date }
date-reviewed = Zuletzt geprüft: { $date }

## Angaben neben dem Text

facts = Angaben
facts-aliases = Auch bekannt als
facts-more = { $count } weitere
# $label ist die Beziehung: „Alle 200: arbeitet für“.
facts-all = Alle { $count }: { $label }
relations-tally = { $count ->
    [one] { $count } Beziehung
   *[other] { $count } Beziehungen
}
facts-accessed = Abgerufen
facts-cited-by = Zitiert von
facts-rights = Rechte
facts-sha256 = SHA-256 der Datei
facts-date = Datum
facts-from-until = Beginn { $from }, Ende { $until }
facts-since = Beginn { $from }
facts-until = Ende { $until }

## Behauptungen

claim-status = Stand
claim-credibility = Glaubwürdigkeit
claim-likelihood = Wahrscheinlichkeit
claim-said-by = Gesagt von
claim-about = Betrifft
claim-when = Wann
status-unverified = ungeprüft
status-unverified-meaning = niemand hat sie geprüft
status-supported = gestützt
status-supported-meaning = unabhängige Belege sprechen dafür
status-disputed = umstritten
status-disputed-meaning = Belege oder Aussagen stehen auf beiden Seiten
status-denied = bestritten
status-denied-meaning = die betroffene Seite bestreitet sie
status-refuted = widerlegt
status-refuted-meaning = Belege zeigen, dass sie falsch ist
credibility-1 = bestätigt
credibility-2 = wahrscheinlich wahr
credibility-3 = möglicherweise wahr
credibility-4 = zweifelhaft
credibility-5 = unwahrscheinlich
credibility-6 = nicht zu beurteilen
reliability-a = völlig zuverlässig
reliability-b = meist zuverlässig
reliability-c = einigermaßen zuverlässig
reliability-d = meist nicht zuverlässig
reliability-e = unzuverlässig
reliability-f = nicht zu beurteilen
rating = { $mark } – { $meaning }
reliability-title = Zuverlässigkeit der Quelle: { $mark }, { $meaning }
reliability-unseen = Zuverlässigkeit
scale-this-one = (hier)
estimate = { $word } ({ $scale }: { $range })
estimate-phia = Wahrscheinlichkeitsskala der PHIA (Vereinigtes Königreich)
estimate-icd-203 = ICD-203 (USA)
estimate-range = { $low }–{ $high } %
estimate-range-up-to = bis { $high } %
estimate-range-under = { $low } bis unter { $high } %
estimate-range-and-more = { $low } % und mehr

## Belege

evidence = Belege
stance-reports = berichtet
stance-reports-sign = B
stance-reports-meaning = sagt, dass die Behauptung aufgestellt wurde
stance-supports = stützt
stance-supports-sign = S
stance-supports-meaning = spricht dafür
stance-contradicts = widerspricht
stance-contradicts-sign = W
stance-contradicts-meaning = spricht dagegen
stance-reports-by = Berichtet von
stance-supports-by = Gestützt von
stance-contradicts-by = Widerspruch durch
evidence-all = Alle { $count } Beziehungen zu Quellen
callout-reports = Berichtet von { $source }
callout-reports-bare = Berichtet
callout-supports = Gestützt von { $source }
callout-supports-bare = Gestützt
callout-contradicts = Widerspruch durch { $source }
callout-contradicts-bare = Widerspruch
callout-translation = Übersetzung von { $translator }
translation = Übersetzung
translation-by = Übersetzung von { $translator }
first-hand = aus erster Hand
origins = Woher es stammt
origins-against = Dagegen
origins-count = { $count ->
    [one] { $count } unabhängiger Ursprung
   *[other] { $count } unabhängige Ursprünge
}
origins-reports = { $count ->
    [one] ({ $count } Bericht)
   *[other] ({ $count } Berichte)
}.
origins-more = { $count ->
    [one] { $count } weiterer Bericht ist mitgezählt und hier nicht gezeigt.
   *[other] { $count } weitere Berichte sind mitgezählt und hier nicht gezeigt.
}
origins-single = Ein einziger Bericht: Nichts bestätigt ihn hier unabhängig.
origins-common = Diese Berichte stützen sich aufeinander oder auf eine gemeinsame Quelle: Dass sie übereinstimmen, ist keine unabhängige Bestätigung.
origins-caution = Quellen, die sich aufeinander oder auf eine gemeinsame Quelle stützen, zählen als ein Ursprung, ob gerade diese Aussage auf diesem Weg zu ihnen kam oder nicht. Quellen, von denen keine solche Verbindung bekannt ist, werden einzeln gezählt; das beweist nicht, dass es keine gibt.
origins-ledger = Alle Behauptungen in der Belegtafel
chain-based-on = beruht auf
chain-report = einer der Berichte
chain-first-hand = aus erster Hand: Worauf sie sonst beruht, zählt hier nicht
chain-elsewhere = worauf sie beruht, steht an anderer Stelle dieser Ketten oder auf ihrer eigenen Seite
chain-grounds = Gründe: { $grounds }
derivation-stated = nach eigener Angabe
derivation-assessed = nach Einschätzung der Redaktion

## Die Belegtafel

ledger-tally = { $count ->
    [one] { $count } Behauptung
   *[other] { $count } Behauptungen
}, nach Titel
ledger-tally-part = { $count } von { $total } Behauptungen; nach Titel
ledger-tally-said-by = { $count } von { $total } Behauptungen, gesagt von { $who }; nach Titel
ledger-tally-about = { $count } von { $total } Behauptungen, betreffend { $subject }; nach Titel
ledger-tally-source = { $count } von { $total } Behauptungen, mit der Quelle { $source }; nach Titel
ledger-said-by = gesagt von { $who }
ledger-about = betreffend { $subject }
ledger-with-source = mit der Quelle { $source }
ledger-whole = Die ganze Belegtafel
ledger-narrow = Die Belegtafel eingrenzen
ledger-table = Behauptungen und Quellen
ledger-claim = Behauptung
ledger-source = Quelle
ledger-origins = Unabhängige Ursprünge
ledger-of-reports = { $count ->
    [one] aus { $count } Bericht
   *[other] aus { $count } Berichten
}
ledger-reliability = Zuverlässigkeit der Quelle
ledger-credibility = Glaubwürdigkeit der Information
ledger-no-status = kein Stand
ledger-not-rated = nicht bewertet
ledger-no-source = keine veröffentlichte Quelle
ledger-no-origin = keiner
ledger-key = So liest man die Belegtafel
ledger-key-source = Was eine Quelle sagt
ledger-key-status = Stand einer Behauptung
ledger-key-credibility = Glaubwürdigkeit der Information
ledger-key-reliability = Zuverlässigkeit einer Quelle
ledger-key-text = Glaubwürdigkeit und Zuverlässigkeit sind die beiden Achsen des Admiralty-Codes. Sie werden getrennt beurteilt: Auch eine zuverlässige Quelle kann Zweifelhaftes weitergeben. Unabhängige Ursprünge werden unter den Quellen gezählt, die eine Behauptung berichten oder stützen; solche, die sich aufeinander oder auf eine gemeinsame Quelle stützen, sind einer.

## Quellen und Zitate

sources = Quellen
sources-places = Zitierte Stellen
sources-in-the-text = im Text
sources-back = { $place }, zurück zum Text
sources-back-nth = { $place }, zurück zum Text, { $mark }
source-author = Von
source-publisher = Herausgegeben von
source-published = Veröffentlicht
source-reliability = Zuverlässigkeit
source-original = Original lesen
source-archived = Archivierte Kopie
source-copy = Hier aufbewahrte Kopie
source-page = Seite der Quelle
cite-heading = Diese Quelle zitieren
cite-all = Alle Quellen im Verzeichnis
copy-heading = Der Text der Quelle selbst
copy-extracted = Aus dem PDF ausgelesener Text: Zeilenumbrüche, Spalten und Trennstriche können von der gedruckten Seite abweichen.
copy-annotations = { $count ->
    [one] { $count } Anmerkung der Redaktion:
   *[other] { $count } Anmerkungen der Redaktion:
}
copy-list = Liste
copy-data = Daten (JSON-LD)
copy-annotations-heading = Anmerkungen

## Wörtliche Zitate

quotation-verified = Von der Redaktion am { $day } geprüft
quotation-found = In der Kopie der Quelle gefunden
quotation-found-in-text = Im Text gefunden, der aus der Kopie der Quelle ausgelesen wurde
# Dasselbe von einem Beleg, in dem mehr als Zitate steht.
quotation-in-part = { $verdict } (verglichen wurden nur die Wörter in Anführungszeichen)
quotation-unverified = Zitat nicht geprüft
quotation-missing = Nicht in der Quelle gefunden
quotation-unverified-inside = Zitat nicht geprüft
quotation-missing-inside = nicht in der Quelle gefunden
quotation-insertion = Von der Redaktion eingefügt
quotations-verified = { $count ->
    [one] { $count } Zitat
   *[other] { $count } Zitate
} von der Redaktion am { $day } geprüft
quotations-verified-last = { $count ->
    [one] { $count } Zitat
   *[other] { $count } Zitate
} von der Redaktion geprüft, zuletzt am { $day }
quotations-found = { $count ->
    [one] { $count } Zitat
   *[other] { $count } Zitate
} in der Kopie der Quelle gefunden
quotations-unverified = { $count ->
    [one] { $count } Zitat
   *[other] { $count } Zitate
} nicht geprüft
quotations-missing = { $count ->
    [one] { $count } Zitat
   *[other] { $count } Zitate
} nicht in der Quelle gefunden

## In Texten

note = Anmerkung { $number }
note-back = Anmerkung { $number }, zurück zum Text
notes = Anmerkungen { $first }–{ $last }
annotation = Anmerkung { $number }
annotation-back = Anmerkung { $number }, zurück zu den Worten
annotations = Anmerkungen { $first }–{ $last }
annotation-without-note = Ohne Anmerkung markiert.
paragraph = Absatz { $number }
table = Tabelle
table-nth = Tabelle { $number }
task-done = Erledigt
task-open = Offen
heading-link = Link zu „{ $heading }“
transclusion-source = Aus { $source }
details = Einzelheiten
callout-note = Hinweis
callout-tip = Tipp
callout-important = Wichtig
callout-warning = Warnung
callout-caution = Vorsicht
callout-info = Information
callout-example = Beispiel
callout-question = Frage

## Berichtigungen und Erwiderungen

corrections-heading = Berichtigungen
corrections-replies = Erwiderungen
corrections-count = { $count ->
    [one] Berichtigung
   *[other] Berichtigungen
}
correction-why = Warum:
replies = Erwiderungen
reply-replied-state = hat geantwortet
reply-declined = wollte sich nicht äußern
reply-withheld = hat geantwortet; der Wortlaut bleibt ungenannt, weil er verraten könnte, wer spricht
reply-silent = hat nicht geantwortet
reply-asked = Gefragt: { $date }
reply-replied = Geantwortet: { $date }
reply-sources = { $count ->
    [one] Quelle:
   *[other] Quellen:
}

## Belegdichte

coverage-sum = { $covered } von { $all } Aussagen sind belegt.
coverage-sum-percent = { $covered } von { $all } Aussagen sind belegt, { $percent } %.
coverage-of = { $covered } von { $all }
coverage-none = keine
coverage-nothing = Noch gibt es nichts zu belegen.
coverage-onward = Was belegt ist und was nicht
coverage-statements = Aussagen
coverage-facts = Angaben
coverage-relations = Beziehungen
coverage-claims = Behauptungen
coverage-paragraphs = Absätze
coverage-fact = Angabe
coverage-relation = Beziehung
coverage-claim = Behauptung
coverage-paragraph = Absatz
coverage-method = Was eine Seite in ihren Angaben als Quellen nennt, belegt die Angaben und Beziehungen dieser Seite, nicht ihren Text. Eine Beziehung kann eigene Quellen haben. Eine Behauptung ist durch eine Quelle belegt, die sie berichtet, stützt oder ihr widerspricht. Ein Absatz, ein Punkt einer Liste, eine Zeile einer Tabelle oder ein Zitat ist durch das belegt, was darin zitiert wird, oder in einer Bemerkung oder Fußnote dazu. Prozente sind abgerundet. Dass eine Aussage belegt ist, heißt nicht, dass sie stimmt: Es heißt, wo man nachsehen kann.
coverage-table = Belegdichte nach Art der Seite
coverage-caption = Belegte Aussagen nach Art der Seite
coverage-kind = Art der Seite
coverage-all = Alle
coverage-own-words = Nicht gezählt, weil sie vom Dossier selbst handeln: { $pages }.
coverage-gaps = { $kind }: { $count } ohne Beleg
coverage-gap-fact = { $field }: { $value }
coverage-more = und { $count } weitere
coverage-more-pages = { $count ->
    [one] Und { $count } weitere Seite.
   *[other] Und { $count } weitere Seiten.
}
percent = { $number } %

## Arten von Einträgen, und die Felder, die sie datieren

kind-person = Person
kind-person-plural = Personen
kind-organisation = Organisation
kind-organisation-plural = Organisationen
kind-event = Ereignis
kind-event-plural = Ereignisse
kind-place = Ort
kind-place-plural = Orte
kind-product = Produkt
kind-product-plural = Produkte
kind-claim = Behauptung
kind-claim-plural = Behauptungen
kind-source = Quelle
kind-source-plural = Quellen
date-born = Geboren
date-died = Gestorben
date-founded = Gegründet
date-dissolved = Aufgelöst
date-released = Erschienen
date-discontinued = Eingestellt
date-published = Veröffentlicht
date-accessed = Abgerufen

## Beziehungen: wie die Seite sie sagt, die die andere nennt, und wie die andere sie sagt

relation-works_for = arbeitet für
relation-works_for-inverse = beschäftigt
relation-leads = leitet
relation-leads-inverse = geleitet von
relation-member_of = Mitglied von
relation-member_of-inverse = Mitglieder
relation-trained_at = ausgebildet bei
relation-trained_at-inverse = bildete aus
relation-part_of = Teil von
relation-part_of-inverse = umfasst
relation-located_in = liegt in
relation-located_in-inverse = Standort von
relation-made_by = hergestellt von
relation-made_by-inverse = stellt her
relation-owns = besitzt
relation-owns-inverse = im Besitz von
relation-uses = nutzt
relation-uses-inverse = genutzt von
relation-participants = Beteiligte
relation-participants-inverse = beteiligt an
relation-organiser = veranstaltet von
relation-organiser-inverse = veranstaltete
relation-place = Ort
relation-place-inverse = Schauplatz von
relation-follows = folgt auf
relation-follows-inverse = gefolgt von
relation-responds_to = antwortet auf
relation-responds_to-inverse = beantwortet von
relation-documented_by = dokumentiert von
relation-documented_by-inverse = dokumentiert
relation-about = betrifft
relation-about-inverse = Gegenstand von
relation-said_by = gesagt von
relation-said_by-inverse = sagte
relation-said_to = gerichtet an
relation-said_to-inverse = erfuhr
relation-reported_by = berichtet von
relation-reported_by-inverse = berichtet
relation-supported_by = gestützt von
relation-supported_by-inverse = stützt
relation-contradicted_by = Widerspruch durch
relation-contradicted_by-inverse = widerspricht
relation-based_on = beruht auf
relation-based_on-inverse = Grundlage von
relation-publisher = herausgegeben von
relation-publisher-inverse = gab heraus
relation-author = verfasst von
relation-author-inverse = verfasste
relation-related_to = verbunden mit
relation-related_to-inverse = verbunden mit

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
strip-gap = Ausgelassen, weil dazwischen nichts beginnt oder endet: { $span }.
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
known-new = Neu bekannt ({ $period }): { $counts }.
known-new-year = Neu bekannt irgendwann ({ $period }), ohne Monat oder über mehrere: { $counts }.
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
as-of-all = Alle Tage
as-of-said = Ende { $month } konnten { $known } von { $total } Einträgen bekannt sein.
as-of-news = Was damals neu war
as-of-never = { $never } von { $total } Einträgen haben keinen Tag, an dem sie bekannt wurden, und werden nie als bekannt gezeigt.
as-of-stops = Was neu war, nach Monaten

## Daten in Worten

when-month-1 = Januar
when-month-2 = Februar
when-month-3 = März
when-month-4 = April
when-month-5 = Mai
when-month-6 = Juni
when-month-7 = Juli
when-month-8 = August
when-month-9 = September
when-month-10 = Oktober
when-month-11 = November
when-month-12 = Dezember
when-spring = Frühling
when-summer = Sommer
when-autumn = Herbst
when-winter = Winter
when-quarter-1 = erstes Quartal
when-quarter-2 = zweites Quartal
when-quarter-3 = drittes Quartal
when-quarter-4 = viertes Quartal
when-third-1 = erstes Jahresdrittel
when-third-2 = zweites Jahresdrittel
when-third-3 = letztes Jahresdrittel
when-half-1 = erstes Halbjahr
when-half-2 = zweites Halbjahr
# Jedes Muster muss auch in einem anderen richtig stehen („seit ca. September 2017“): daher ca. statt um, und kein Artikel.
when-day = { $day } { $month } { $year }
when-day-of-month = { $day } { $month }
when-day-number = { $day }.
when-month = { $month } { $year }
when-season = { $part } { $year }
when-part-of-year = { $part } { $year }
when-in-unknown-year = { $part }, { $year }
when-northern = { $date } (Nordhalbkugel)
when-southern = { $date } (Südhalbkugel)
when-before-common-era = { $year } v. Chr.
when-common-era = { $year } n. Chr.
when-long-year = Jahr { $year }
when-power-of-ten = Jahr { $sign }{ $significand } × 10^{ $exponent }
when-thousands = .
when-moment = { $date }, { $time }
when-utc = { $time } UTC
when-shifted = { $time } UTC{ $sign }{ $shift }
when-unknown-decade = { $year }er Jahre
when-unknown-year-of-decade = ein Jahr der { $year }er
when-unknown-year-between = ein Jahr zwischen { $first } und { $last }
when-unknown-year-like = ein Jahr der Form { $digits }
when-unknown-year = unbekanntes Jahr
when-unknown-rounded = { $year } (geschätzt, zwischen { $first } und { $last })
when-unknown-rounded-far = { $year } (gültige Ziffern: { $digits })
when-unknown-month = { $year }, Monat unbekannt
when-unknown-month-between = ein Monat von { $first } bis { $last }
when-unknown-day = { $date }, Tag unbekannt
when-unknown-day-between = ein Tag vom { $first } bis { $last }
when-unknown-day-number = der { $day }
when-unknown-day-of = { $month }, { $day }
when-doubt-around = ca. { $date }
when-doubt-remark = { $date } ({ $remark })
when-doubt-approximate = ungefähr
when-doubt-uncertain = unsicher
when-doubt-both = ungefähr und unsicher
when-doubt-of-parts = { $parts } { $remark }
when-doubt-year = Jahr
when-doubt-month = Monat
when-doubt-season = Jahreszeit
when-doubt-part-of-year = Teil des Jahres
when-doubt-day = Tag
when-span = { $start } bis { $end }
when-long-span = { $start } bis { $end }
when-days-of-month = { $start } bis { $end } { $month } { $year }
when-within-year = { $start } bis { $end } { $year }
when-since = seit { $start }
when-until = bis { $end }
when-end-unknown = ab { $start }, Ende unbekannt
when-start-unknown = bis { $end }, Beginn unbekannt
when-or-earlier = { $date } oder früher
when-or-later = { $date } oder später
when-and-earlier = { $date } und früher
when-and-later = { $date } und später
when-one-of-years = ein Jahr von { $range }
when-one-of-months = ein Monat von { $range }
when-one-of-days = ein Tag vom { $range }
when-every-years = jedes Jahr von { $range }
when-every-months = jeder Monat von { $range }
when-every-days = jeder Tag vom { $range }
when-comma = { $first }, { $last }
when-or = { $first } oder { $last }
when-and = { $first } und { $last }

## Beweismappen

bundle-title = { $title }: Beweismappe mit Anlagen
bundle-sort = Beweismappe mit Anlagen
bundle-holds = Umfang
bundle-sections-count = { $count ->
    [one] { $count } Abschnitt
   *[other] { $count } Abschnitte
}
bundle-exhibits-count = { $count ->
    [one] { $count } Anlage
   *[other] { $count } Anlagen
}
bundle-updated = Text zuletzt geändert
bundle-accessed = Quellen abgerufen
bundle-accessed-between = { $first } bis { $last }
bundle-published-at = Veröffentlicht unter
bundle-contents = Inhalt
bundle-list = Verzeichnis der Anlagen
bundle-named = Personen und Organisationen
bundle-how-to-read = Abschnitte (§) sind Worte der Redaktion des Dossiers. Anlagen sind die Quellen, auf denen sie beruhen, gezählt in der Folge, in der sie zuerst genannt werden. Eine Zahl in Klammern, etwa [Anlage 1, Abs. 4], sagt, wo in einer Quelle etwas steht. Personen und Organisationen, die ohne Zahl genannt werden, stehen am Ende verzeichnet.
bundle-section-label = § { $number }
bundle-exhibit-label = Anlage { $number }
bundle-opposing-origins = Woher der Widerspruch kommt
bundle-rests-on = Beruht auf
bundle-number = Nr.
bundle-retrieved = Abgerufen
bundle-referred-to-in = Genannt in
bundle-refers-to = Nennt
bundle-archived = Archiviert
bundle-hash = SHA-256
bundle-date-unknown = nicht bekannt
bundle-date-not-noted = nicht vermerkt
bundle-address = Adresse
bundle-hash-of-copy = SHA-256 der Kopie
bundle-cite-as = Zu zitieren als
bundle-editors-say = Was die Redaktion dazu sagt
bundle-source-itself = Die Quelle selbst
bundle-copy-is-a-file = Die Redaktion veröffentlicht ihre Kopie. Es ist eine Datei, die hier nicht gezeigt werden kann.
bundle-copy-kept = Die Redaktion hat eine Kopie gelesen, die hier nicht wiedergegeben wird. Ihre oben genannte SHA-256 sagt, ob eine andere Kopie dieselbe ist.
bundle-copy-none = Hier wird keine Kopie wiedergegeben.
bundle-also = Auch: { $names }
bundle-no-more = Mehr wird nicht gesagt.

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

## Wie zwei Einträge verbunden sind

nav-chains = Verbindungen
chains-title = Wie hängt das zusammen?
chains-question = Wie hängen { $from } und { $to } zusammen?
chains-ask = Wie hängt { $name } zusammen mit …?
chains-caution = Eine Kette zeigt, was das Dossier über ihre einzelnen Glieder sagt. Über ihre Enden beweist sie nichts.
chains-order = Die kürzesten Ketten; von gleich kurzen stehen die zuerst, die über Einträge mit wenigen Beziehungen führen.
chains-from = Von
chains-to = Zu
chains-choose = Zwei Einträge wählen
chains-hint = Einen Teil des Namens eingeben.
chains-matches = Treffer:
chains-wait = Wird gesucht …
chains-failed = Die Daten dafür ließen sich nicht laden.
chains-none = Nichts im Dossier verbindet die beiden, auch keine Erwähnung.
chains-weak = Keine Kette von Beziehungen führt vom einen zum anderen. Was folgt, ist schwächer: Das eine wird auf der Seite des nächsten nur erwähnt, oder eine Quelle spricht von beiden. Das sagt nichts darüber, wie sie zueinander stehen.
chains-found = { $count ->
    [one] { $count } Kette
   *[other] { $count } Ketten
}
chains-more = { $count ->
    [one] { $count } weitere Kette ist ebenso kurz und wird nicht gezeigt.
   *[other] { $count } weitere Ketten sind ebenso kurz und werden nicht gezeigt.
}
chains-found-script = Ketten: { $count }.
chains-more-script = Ebenso kurz und nicht gezeigt: { $count }
chains-hub = { $name } hat sehr viele Beziehungen ({ $count }). Eine Verbindung darüber bedeutet womöglich wenig.
chains-said-by = gesagt von { $names }
chains-stop = .
chains-unsourced = keine Quelle angegeben
chains-named = Von der Redaktion ausgewählt
chains-no-script = Ohne JavaScript lassen sich diese Paare lesen. Weitere nennt die Redaktion in den Einstellungen des Dossiers.
chains-other = Zwei andere wählen
chains-sources = Quellen
says-works_for = { $from } arbeitet für { $to }
says-leads = { $from } leitet { $to }
says-member_of = { $from } ist Mitglied von { $to }
says-trained_at = { $from } wurde ausgebildet an: { $to }
says-part_of = { $from } ist Teil von { $to }
says-located_in = { $from } liegt in { $to }
says-made_by = { $from } wird hergestellt von { $to }
says-owns = { $from } besitzt { $to }
says-uses = { $from } benutzt { $to }
says-participants = { $to } nahm teil an: { $from }
says-organiser = { $from } wurde veranstaltet von { $to }
says-place = { $from } fand statt in { $to }
says-follows = { $from } folgt auf { $to }
says-responds_to = { $from } antwortet auf { $to }
says-documented_by = { $from } ist belegt durch { $to }
says-about = { $from } handelt von { $to }
says-said_by = { $to } sagt: { $from }
says-said_to = { $to } wurde gesagt: { $from }
says-reported_by = { $to } berichtet: { $from }
says-supported_by = { $to } stützt: { $from }
says-contradicted_by = { $to } widerspricht: { $from }
says-based_on = { $from } beruht auf { $to }
says-publisher = { $from } wurde veröffentlicht von { $to }
says-author = { $from } wurde verfasst von { $to }
says-related_to = { $from } steht in Beziehung zu { $to }
says-mention = { $to } wird auf der Seite von { $from } erwähnt
## Das Netz und die Nachbarschaft auf der Seite eines Eintrags

title-network = Netz
description-network = Wer und was in diesem Dossier in Beziehung steht: eine Karte, und eine Tabelle aller Beziehungen mit ihren Quellen.
neighbourhood = Nachbarschaft
neighbourhood-of = Beziehungen von { $name }
neighbourhood-more = { $count ->
    [one] Eine weitere Beziehung steht in Worten da.
   *[other] { $count } weitere stehen in Worten da.
}
neighbourhood-in-network = Im ganzen Netz ansehen
network-tally = { $entities ->
    [one] Ein Eintrag
   *[other] { $entities } Einträge
} und { $relations ->
    [one] eine Beziehung
   *[other] { $relations } Beziehungen
} zwischen ihnen.
network-alone = { $count ->
    [one] Ein weiterer Eintrag hat keine Beziehung und ist nicht gezeichnet.
   *[other] { $count } weitere Einträge haben keine Beziehung und sind nicht gezeichnet.
}
network-picture = Eine Karte des Netzes. Die Tabelle darunter nennt alles, was sie zeigt.
network-map-label = Karte des Netzes. Die Tabelle darunter nennt alles, was sie zeigt.
network-keys = Pfeiltasten verschieben die Karte, Plus und Minus vergrößern und verkleinern, 0 zeigt das Ganze. Ist ein Eintrag gewählt, führen Pfeiltasten zu seinen Nachbarn, die Eingabetaste öffnet seine Seite, und Escape gibt ihn frei.
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
network-left-out = Die Karte zeigt die am besten verbundenen Einträge. Nicht gezeichnet sind:
network-hubs = Am besten verbunden
network-table = Alle Beziehungen
network-from = Von
network-relation = Beziehung
network-to = Zu
network-note = Wie und wann
network-sources = Quellen
