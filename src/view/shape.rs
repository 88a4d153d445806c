//! The marks of kinds where entities are drawn: each kind has a shape of its own, so that colour is never alone.

use crate::model::{Settings, vocabulary};

/// A shape around 0, about 2 wide, as the data of an SVG path.
type Path = &'static str;

const CIRCLE: Path = "M-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0z";
const SQUARE: Path = "M-.9-.9h1.8v1.8h-1.8z";
const DIAMOND: Path = "M0-1.2 1.2 0 0 1.2-1.2 0z";
const PIN: Path = "M0 1.2-1.1-.8h2.2z";
const HEXAGON: Path = "M-1.1 0-.55-.95h1.1L1.1 0 .55.95h-1.1z";
const BUBBLE: Path = "M-1.1-.9h2.2v1.4h-1.1l-.6.7v-.7h-.5z";
const SHEET: Path = "M-.8-1.1h1.1l.5.5v1.7h-1.6z";

/// For the kinds that `site.toml` adds, by turns.
const FURTHER: [Path; 4] = [
    "M-.4-1.1h.8v.7h.7v.8h-.7v.7h-.8v-.7h-.7v-.8h.7z",
    "M0-1.1 1.05-.34.65.9h-1.3l-.4-1.24z",
    "M-1.1-.5 0-1.1 1.1-.5 0 1.1z",
    "M0-1.2.35-.35 1.2 0 .35.35 0 1.2-.35.35-1.2 0-.35-.35z",
];

/// How many sets of colours the theme has for marks (`kind-1` …).
const COLOURS: usize = 8;

/// How the entities of one kind are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The shape.
    pub path: &'static str,
    /// Which of the theme's colours, from 1.
    pub colour: usize,
}

/// The mark of the entities of a kind.
#[must_use]
pub fn mark(settings: &Settings, kind: &str) -> Mark {
    let (path, colour) = match kind {
        vocabulary::PERSON => (CIRCLE, 1),
        vocabulary::ORGANISATION => (SQUARE, 2),
        vocabulary::EVENT => (DIAMOND, 3),
        "place" => (PIN, 4),
        "product" => (HEXAGON, 5),
        vocabulary::CLAIM => (BUBBLE, 6),
        vocabulary::SOURCE => (SHEET, 7),
        _ => {
            let mut own = settings.kinds.iter().map(|kind| kind.id.as_str()).filter(|id| !is_built_in(id));
            let nth = own.position(|id| id == kind).unwrap_or(0);
            (FURTHER[nth % FURTHER.len()], COLOURS)
        }
    };
    Mark { path, colour }
}

fn is_built_in(kind: &str) -> bool {
    [
        vocabulary::PERSON,
        vocabulary::ORGANISATION,
        vocabulary::EVENT,
        "place",
        "product",
        vocabulary::CLAIM,
        vocabulary::SOURCE,
    ]
    .contains(&kind)
}
