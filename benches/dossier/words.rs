//! The words that names and prose are made from. All of it is invented.
//!
//! Family names and towns are put together from parts, so that there are enough of them for a million pages. Every
//! first part has one group of vowels and ends in a consonant, every middle is one vowel, every last part begins with
//! a consonant: so no two ways of putting them together give the same name, also where accents are dropped.

/// How parts of a name are listed.
pub(crate) type Parts = &'static [&'static str];

pub(crate) const FIRST_NAMES: Parts = &[
    "Aldo", "Agnes", "Birgit", "Björn", "Carla", "Cem", "Daria", "Dirk", "Elin", "Emeka", "Fadi", "Flora",
    "Goran", "Greta", "Hanne", "Hugo", "Ilse", "Ivo", "Jana", "Jorge", "Kaja", "Kofi", "Leni", "Lukas",
    "Mara", "Milan", "Nadia", "Nils", "Olga", "Otto", "Pavel", "Petra", "Rana", "Remy", "Søren", "Sonja",
    "Tarik", "Tove", "Ulla", "Viggo", "Wanda", "Yusuf", "Zora",
];

pub(crate) const INITIALS: Parts = &[
    "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "R", "S", "T", "V", "W",
    "Z",
];

pub(crate) const BEGINNINGS: Parts = &[
    "Bal", "Brand", "Cort", "Dam", "Drev", "Eck", "Falk", "Fjord", "Gand", "Grav", "Hald", "Horv", "Jank",
    "Kar", "Kest", "Lind", "Lorv", "Mald", "Mers", "Nord", "Orl", "Pask", "Pret", "Rask", "Rund", "Sand",
    "Strel", "Tarn", "Tork", "Valk", "Vint", "Zand",
];

pub(crate) const VOWELS: Parts = &[
    "a", "e", "i", "o", "u", "ø", "ü",
];

pub(crate) const ENDINGS: Parts = &[
    "ban", "berg", "dal", "dek", "gren", "ken", "kov", "lik", "lund", "man", "mark", "nik", "ric", "sen",
    "ski", "stad", "tov", "vic", "zer",
];

pub(crate) const TOWN_ENDINGS: Parts = &[
    "borg", "by", "ford", "gard", "ham", "haven", "mouth", "port", "sund", "ton", "vik", "wold",
];

pub(crate) const ADJECTIVES: Parts = &[
    "Northern", "Southern", "Eastern", "Western", "Central", "Coastal", "Federal", "United", "General",
    "Maritime", "Inland", "Royal", "Civic", "Free", "Upper", "Lower", "First", "Allied",
];

pub(crate) const TRADES: Parts = &[
    "Harbour", "Shipping", "Timber", "Mining", "Railway", "Banking", "Energy", "Textile", "Grain", "Copper",
    "Insurance", "Dredging", "Salvage", "Customs", "Canal", "Steel", "Fishery", "Cement", "Housing",
    "Water",
];

pub(crate) const BODIES: Parts = &[
    "Trust", "Company", "Foundation", "Group", "Institute", "Authority", "Agency", "Partners", "Board",
    "Union", "Bureau", "Office", "Consortium", "Council",
];

pub(crate) const ACTS: Parts = &[
    "Audit", "Closure", "Collapse", "Election", "Founding", "Handover", "Hearing", "Inquiry", "Inspection",
    "Merger", "Opening", "Raid", "Registration", "Sale", "Seizure", "Settlement", "Signing", "Strike",
    "Transfer", "Trial",
];

pub(crate) const PLACES: Parts = &[
    "Bridge", "Customs House", "Dock", "East Gate", "Exchange", "Ferry", "Fort", "Gasworks", "Granary",
    "Heath", "Infirmary", "Junction", "Lighthouse", "Lock", "Market", "Mill", "North Quay", "Observatory",
    "Old Town", "Power Station", "Quarry", "Reservoir", "Ropewalk", "Salt Works", "Shipyard", "South Quay",
    "Tannery", "Town Hall", "Viaduct", "Warehouse", "Waterworks", "West Gate",
];

pub(crate) const MODELS: Parts = &[
    "Crane", "Engine", "Gauge", "Ledger", "Pump", "Scanner", "Signal", "Winch", "Meter", "Radio", "Lamp",
    "Press",
];

pub(crate) const DEEDS: Parts = &[
    "closed", "concealed", "denied", "financed", "inspected", "insured", "leased", "moved", "ordered",
    "paid for", "promised", "registered", "sold", "warned of",
];

pub(crate) const OBJECTS: Parts = &[
    "the crane", "the second ledger", "the inquiry", "the cargo", "the night shift", "the survey",
    "the pier", "the loan", "the letter", "the tender", "the vessel", "the warehouse", "the archive",
    "the audit",
];

pub(crate) const PAPERS: Parts = &[
    "Report", "Memorandum", "Ledger", "Transcript", "Deposition", "Filing", "Circular", "Gazette",
    "Dispatch", "Minutes", "Statement", "Bulletin", "Register",
];

pub(crate) const ROLES: Parts = &[
    "Auditor", "Broker", "Chair", "Clerk", "Counsel", "Director", "Engineer", "Inspector", "Secretary",
    "Treasurer",
];

pub(crate) const TAGS: Parts = &[
    "harbour", "finance", "shipping", "court", "archive", "insurance", "police", "press", "parliament",
    "customs", "energy", "housing", "labour", "safety", "trade", "water",
];

pub(crate) const HEADINGS: Parts = &[
    "Background", "Early years", "Holdings", "Records", "Ownership", "Disputes", "Correspondence",
    "Finances", "Chronology", "Aftermath", "Open questions", "Known associates", "What the papers say",
    "Method",
];

/// Words of prose, the frequent ones first: they are drawn by Zipf's law as well.
pub(crate) const PROSE: Parts = &[
    "the", "of", "and", "to", "in", "a", "was", "for", "on", "with", "by", "at", "from", "it", "had",
    "were", "which", "an", "be", "this", "after", "before", "under", "between", "through", "against",
    "during", "board", "company", "account", "contract", "payment", "cargo", "vessel", "harbour", "letter",
    "meeting", "witness", "record", "archive", "document", "registry", "owner", "director", "clerk",
    "auditor", "agent", "broker", "lawyer", "judge", "ministry", "inspector", "customs", "police",
    "statement", "evidence", "claim", "dispute", "agreement", "signature", "stamp", "date", "year", "month",
    "week", "morning", "evening", "winter", "spring", "summer", "autumn", "city", "port", "border",
    "warehouse", "factory", "branch", "bank", "loan", "interest", "share", "stake", "transfer", "deposit",
    "sum", "figure", "currency", "gold", "copper", "timber", "grain", "coal", "oil", "machine", "part",
    "spare", "tool", "crew", "captain", "family", "partner", "rival", "friend", "neighbour", "colleague",
    "founder", "heir", "member", "secretary", "treasurer", "delegate", "minister", "consul", "envoy",
    "editor", "reader", "source", "copy", "draft", "translation", "summary", "index", "page", "volume",
    "chapter", "note", "margin", "later", "earlier", "never", "often", "twice", "once", "again", "only",
    "partly", "mostly", "openly", "quietly", "formally", "large", "small", "old", "new", "former", "final",
    "second", "third", "several", "many", "few", "other", "same", "different", "private", "public", "local",
    "foreign", "joint", "legal", "missing", "signed", "unsigned", "sealed", "printed", "official", "said",
    "wrote", "paid", "sold", "bought", "moved", "held", "kept", "lost", "found", "named", "appointed",
    "dismissed", "closed", "opened", "joined", "left", "returned", "travelled", "reported", "confirmed",
    "recalled", "described", "listed", "counted", "registered", "inherited", "borrowed", "owed", "settled",
    "appealed", "remained", "appeared", "suggested", "showed", "stated", "followed", "preceded",
    "mentioned", "supported", "because", "although", "while", "until", "where", "without", "along",
];
