//! One [`ContentFile`](crate::text::ContentFile) → one [`ParsedPage`]; `site.toml` → [`Settings`](crate::model::Settings).
//!
//! 1. [`front_matter`] splits the file, and `suspect` doubts it; [`yaml`] reads the fields with their places; [`fields`], `dates`, `relations` and
//!    `visibility` make them typed.
//! 2. [`comments`] takes out what never leaves the content folder; `outline` tells it what is code and what private.
//! 3. [`markdown`] turns the body into events, with `inline`, [`citation`] and [`target`] for Redstring's own
//!    syntax; `footnotes` and [`dropped`] take out what no reader sees; `body` reads the rest for facts, `sentence` for the
//!    words around mentions, `quoted` for whether they are another's, `unclosed` for what was begun and never closed,
//!    [`quotation`] for the words that are said to be a source's own, [`paragraph`] for what each statement cites;
//!    [`kept_events`] keeps them for `markup/`.
//! 4. [`page`] puts it together: [`PageFacts`](facts::PageFacts), which is all that other pages may know, and apart
//!    from it the text and the places.
//! 5. `words` reads the dossier's own words of the theme, of which `settings` chooses those of its language.
//!
//! Pages are read independently of each other, so all of them can be read at once, or one alone after an edit.

mod annotation;
pub mod bibliographic;
mod body;
pub mod citation;
pub mod comments;
pub mod copy;
mod corrections;
mod dates;
mod dropped;
mod evidence_lock;
pub mod facts;
pub mod fields;
mod footnotes;
pub mod front_matter;
pub mod headings;
mod identity;
mod inline;
pub mod kept_events;
mod known_fields;
pub mod markdown;
pub mod mentions;
mod misplaced;
mod outline;
pub mod page;
pub mod paragraph;
mod particulars;
mod plain;
pub mod quotation;
mod quotation_marks;
pub mod quoted;
mod relations;
pub mod sentence;
mod settings;
pub mod source_annotation;
pub mod suggest;
mod suspect;
pub mod target;
mod unclosed;
mod value_comments;
pub mod visibility;
mod words;
pub mod yaml;

pub use evidence_lock::{lock_file, parse_lock};
pub use page::{ParsedPage, parse_page};
pub use settings::{checked_base_url, parse_settings, written_citation_style};
pub use words::own_messages;
