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

## Bundles

bundle-title = { $title }: bundle with exhibits
bundle-sort = Bundle with exhibits
bundle-holds = Holds
bundle-sections-count = { $count ->
    [one] { $count } section
   *[other] { $count } sections
}
bundle-exhibits-count = { $count ->
    [one] { $count } exhibit
   *[other] { $count } exhibits
}
bundle-updated = Text last changed
bundle-accessed = Sources retrieved
# $first and $last are days.
bundle-accessed-between = { $first } to { $last }
bundle-published-at = Published at
bundle-contents = Contents
bundle-list = List of exhibits
bundle-named = People and organisations
bundle-how-to-read = Sections (§) are the words of the dossier’s editors. Exhibits are the sources that they rest on, numbered as they are first named. A number in brackets, such as [Exhibit 1, para. 4], says where in a source something stands. People and organisations that are named without a number are listed at the end.
# How parts are referred to, everywhere in a bundle.
bundle-section-label = § { $number }
bundle-exhibit-label = Exhibit { $number }
bundle-also-known-as = Also known as
bundle-correction = Correction
bundle-corrections = Corrections
bundle-replies = Right of reply
bundle-supported-by = Supported by
bundle-contradicted-by = Contradicted by
bundle-reported-by = Reported by
bundle-origins = Where it comes from
bundle-opposing-origins = Where what contradicts it comes from
bundle-rests-on = Rests on
# The head of the list of exhibits.
bundle-number = No.
bundle-source = Source
bundle-published = Published
bundle-retrieved = Retrieved
bundle-referred-to-in = Referred to in
bundle-refers-to = Refers to
bundle-archived = Archived
bundle-hash = SHA-256
bundle-date-unknown = not known
bundle-date-not-noted = not noted
bundle-author = Author
bundle-publisher = Publisher
bundle-address = Address
bundle-archived-copy = Archived copy
bundle-reliability = Reliability
bundle-rights = Rights
bundle-hash-of-copy = SHA-256 of the copy
bundle-cite-as = Cite as
bundle-editors-say = What the editors say of it
bundle-source-itself = The source itself
bundle-copy-extracted = Text extracted from the PDF: line breaks, columns and hyphens may differ from the printed page.
bundle-copy-is-a-file = The editors publish their copy. It is a file that cannot be shown here.
bundle-copy-kept = The editors read a copy, which is not reproduced here. Its SHA-256, above, tells whether another copy is the same.
bundle-copy-none = No copy is reproduced here.
# $names is a list with commas.
bundle-also = Also: { $names }
bundle-no-more = Nothing more is said.
