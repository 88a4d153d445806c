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
bundle-also-known-as = Auch bekannt als
bundle-correction = Berichtigung
bundle-corrections = Berichtigungen
bundle-replies = Erwiderungen
bundle-supported-by = Gestützt von
bundle-contradicted-by = Bestritten von
bundle-reported-by = Berichtet von
bundle-origins = Woher es kommt
bundle-opposing-origins = Woher der Widerspruch kommt
bundle-rests-on = Beruht auf
bundle-number = Nr.
bundle-source = Quelle
bundle-published = Erschienen
bundle-retrieved = Abgerufen
bundle-referred-to-in = Genannt in
bundle-refers-to = Nennt
bundle-archived = Archiviert
bundle-hash = SHA-256
bundle-date-unknown = nicht bekannt
bundle-date-not-noted = nicht vermerkt
bundle-author = Verfasst von
bundle-publisher = Herausgegeben von
bundle-address = Adresse
bundle-archived-copy = Archivierte Kopie
bundle-reliability = Verlässlichkeit
bundle-rights = Rechte
bundle-hash-of-copy = SHA-256 der Kopie
bundle-cite-as = Zu zitieren als
bundle-editors-say = Was die Redaktion dazu sagt
bundle-source-itself = Die Quelle selbst
bundle-copy-extracted = Der Text ist der PDF-Datei entnommen: Zeilen, Spalten und Trennstriche können vom gedruckten Blatt abweichen.
bundle-copy-is-a-file = Die Redaktion veröffentlicht ihre Kopie. Es ist eine Datei, die hier nicht gezeigt werden kann.
bundle-copy-kept = Die Redaktion hat eine Kopie gelesen, die hier nicht wiedergegeben wird. Ihre oben genannte SHA-256 sagt, ob eine andere Kopie dieselbe ist.
bundle-copy-none = Hier wird keine Kopie wiedergegeben.
bundle-also = Auch: { $names }
bundle-no-more = Mehr wird nicht gesagt.
