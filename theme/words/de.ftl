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

## Wie zwei Einträge verbunden sind

nav-chains = Wie hängt das zusammen?
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
