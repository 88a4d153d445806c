//! All facts → [`Dossier`]: who is meant, what is public, who refers to whom.
//!
//! 1. [`publication`] parts what may go out from what may not; nothing else can make a [`PublishedPage`].
//! 2. A [`Corpus`] is the published pages with all their names ([`registry`]): it can say what a written target means
//!    ([`resolution`]), where a page stands ([`address`]) and who wrote a source (`authors`).
//! 3. [`backlinks`], [`relations`], [`corrections`], [`timeline`] and [`tags`] gather what pages say of each other.
//!    The timeline has its narrowings ([`selection`]); one too long for a page is divided into [`parts`].
//!    [`knowledge`] says by when a reader can have known each of them; [`network`] joins the first two into one graph, in
//!    which [`chains`] are found.
//! 4. [`origins`] says which reports go back to one source, and the [`ledger`] lays all claims against all sources.
//!    Where very many refer to a page, the list of them has pages of its own ([`referrers`]), as have the
//!    entries and relations of an entity ([`own_lists`]).
//! 5. The [`name_index`] has all names from A to Z, and the [`indexes`] all entities of a kind.
//! 6. [`outgoing`] gives former addresses and attachments their paths in the site.
//! 7. [`grounds`] says what an entity rests on, for a bundle.
//! 8. [`check`] reports what is broken, ambiguous, circular or withheld.
//!
//! This floor decides on facts alone and never sees prose. The words of a diagnostic and the sentence of a backlink
//! are joined from the parsed page by mention key.

pub mod address;
pub mod attachments;
mod authors;
pub mod backlinks;
pub mod chains;
pub mod changes;
pub mod check;
pub mod corpus;
pub mod corrections;
pub mod cycles;
pub mod dossier;
pub mod grounds;
mod identity;
pub mod indexes;
pub mod knowledge;
pub mod ledger;
pub mod name_index;
pub mod network;
pub mod origins;
pub mod outgoing;
pub mod own_lists;
pub mod parts;
pub mod publication;
pub mod referrers;
pub mod registry;
pub mod relations;
pub mod resolution;
pub mod selection;
pub mod tags;
pub mod timeline;

pub use address::{
    BIBLIOGRAPHY_FILES, CALENDAR_FILE, CHANGES_FEED, CORRECTIONS_FEED, KnownList, NETWORK_FILES, PageAddress,
    ReadingOrder,
};
pub use corpus::Corpus;
pub use dossier::{Dossier, Findings, Renamed};
pub use publication::{PublishedPage, publish};
pub use resolution::Resolution;
