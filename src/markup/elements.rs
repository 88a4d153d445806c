//! The elements that a body may hold as HTML written by hand: what may stand where.
//!
//! The list is short on purpose. None of them can run, fetch, cover or submit anything, and none switches the
//! browser's parser into another mode, so what we write is what every browser reads.

/// An element that may be written by hand.
#[derive(Debug)]
pub(super) struct Element {
    /// Its name in lower case.
    pub(super) name: &'static str,
    /// Its end tag.
    pub(super) end: &'static str,
    place: Place,
    /// What may stand in it.
    pub(super) holds: Holds,
}

/// Where an element may stand.
#[derive(Debug, Clone, Copy)]
enum Place {
    /// Among words.
    Words,
    /// Among blocks.
    Flow,
    /// In these elements alone.
    In(&'static [&'static str]),
}

/// What may stand in an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// Nothing: it has no end tag.
    Nothing,
    /// Only the elements that say so.
    Parts,
    /// Words.
    Words,
    /// Words and blocks.
    Flow,
}

/// Where the raw HTML stands in our own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    /// Among words: in a paragraph, a heading, a table cell.
    Words,
    /// Among blocks.
    Flow,
}

impl Base {
    /// What may stand there.
    pub(super) fn holds(self) -> Holds {
        match self {
            Self::Words => Holds::Words,
            Self::Flow => Holds::Flow,
        }
    }
}

macro_rules! element {
    ($name:literal, $place:expr, $holds:expr) => {
        Element { name: $name, end: concat!("</", $name, ">"), place: $place, holds: $holds }
    };
}

macro_rules! words {
    ($($name:literal),*) => {
        [$(element!($name, Place::Words, Holds::Words)),*]
    };
}

static WORDS: [Element; 22] = words![
    "a", "abbr", "b", "bdi", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
    "small", "span", "strong", "sub", "sup", "u", "var"
];

static OTHERS: [Element; 22] = [
    element!("br", Place::Words, Holds::Nothing),
    element!("wbr", Place::Words, Holds::Nothing),
    element!("img", Place::Words, Holds::Nothing),
    element!("hr", Place::Flow, Holds::Nothing),
    element!("p", Place::Flow, Holds::Words),
    element!("pre", Place::Flow, Holds::Words),
    element!("div", Place::Flow, Holds::Flow),
    element!("blockquote", Place::Flow, Holds::Flow),
    element!("figure", Place::Flow, Holds::Flow),
    element!("figcaption", Place::In(&["figure"]), Holds::Flow),
    element!("details", Place::Flow, Holds::Flow),
    element!("summary", Place::In(&["details"]), Holds::Words),
    element!("ul", Place::Flow, Holds::Parts),
    element!("ol", Place::Flow, Holds::Parts),
    element!("li", Place::In(&["ul", "ol"]), Holds::Flow),
    element!("table", Place::Flow, Holds::Parts),
    element!("caption", Place::In(&["table"]), Holds::Words),
    element!("thead", Place::In(&["table"]), Holds::Parts),
    element!("tbody", Place::In(&["table"]), Holds::Parts),
    element!("tr", Place::In(&["table", "thead", "tbody"]), Holds::Parts),
    element!("th", Place::In(&["tr"]), Holds::Words),
    element!("td", Place::In(&["tr"]), Holds::Flow),
];

impl Element {
    /// The element of this name, in any case.
    pub(super) fn named(name: &str) -> Option<&'static Self> {
        WORDS.iter().chain(&OTHERS).find(|element| element.name.eq_ignore_ascii_case(name))
    }

    /// Whether it may stand in an element of this name that holds this.
    pub(super) fn may_stand_in(&self, holds: Holds, name: &str) -> bool {
        match self.place {
            Place::Words => matches!(holds, Holds::Words | Holds::Flow),
            Place::Flow => holds == Holds::Flow,
            Place::In(names) => names.contains(&name),
        }
    }

    /// Whether nothing may stand before it in its parent.
    pub(super) fn comes_first(&self) -> bool {
        matches!(self.name, "summary" | "caption")
    }
}
