//! What other pages may know of a page: facts, without prose and without places.
//!
//! `link/` decides on these alone. Where words, their place or the sentence around them are needed, they are
//! joined from the [`ParsedPage`](super::ParsedPage) by [`MentionKey`].

use std::sync::Arc;

use super::bibliographic::{BibliographicFacts, PersonName};
use super::headings::Headings;
use super::target::Target;
use crate::model::claim::Stance;
use crate::model::date::EdtfDate;
use crate::model::estimate::Estimate;
use crate::model::{Derivation, EntityId, KindId, RelationId};
use crate::text::ContentPath;

/// The facts of one page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PageFacts {
    /// Its file.
    pub path: ContentPath,
    /// What it is in the dossier.
    pub role: PageRole,
    /// Its id.
    pub id: EntityId,
    /// Its name.
    pub title: Arc<str>,
    /// Its other names.
    pub aliases: Vec<Arc<str>>,
    /// One sentence; may be empty.
    pub summary: Arc<str>,
    /// Whether it may go out.
    pub visibility: Visibility,
    /// The names of its private fields; of what they hold nothing is known.
    pub withheld_fields: Vec<Arc<str>>,
    /// What is shown in place of its name where it may not go out.
    pub public_name: Option<Arc<str>>,
    /// Its tags, as written.
    pub tags: Vec<Arc<str>>,
    /// Its dates, by the field that holds them, in the order of the kind's table.
    pub dates: Vec<FieldDate>,
    /// When its text last changed.
    pub updated: Option<EdtfDate>,
    /// When it was last checked.
    pub reviewed: Option<EdtfDate>,
    /// Its picture.
    pub image: Option<ImageFacts>,
    /// Its relations, in the order written.
    pub relations: Vec<Arc<WrittenRelation>>,
    /// The sources that its front matter names for the page as a whole.
    pub sources: Vec<WrittenCitation>,
    /// The citations in its body, in order.
    pub citations: Vec<WrittenCitation>,
    /// What its body brings of evidence, in order.
    pub evidence: Vec<WrittenEvidence>,
    /// Everything it points at, in the order written.
    pub mentions: Vec<Mention>,
    /// The headings of its body, in order.
    pub headings: Headings,
    /// Earlier addresses of the page, below the site's top: `people/levy.html`.
    pub redirects_from: Vec<Arc<str>>,
    /// Values of the fields that `site.toml` adds, in the order written.
    pub further: Vec<(Arc<str>, Arc<str>)>,
    /// Which part of a person's name is which, where the page says so.
    pub person_name: Option<PersonName>,
    /// Whether a plain page speaks of the dossier itself, in its editors' own words.
    pub own_words: bool,
    /// What was wrong on it and has been corrected, in the order written.
    pub corrections: Vec<Correction>,
    /// What those it concerns reply, in the order written.
    pub replies: Vec<Reply>,
    /// What only a claim has.
    pub claim: Option<ClaimFacts>,
    /// What only a source has.
    pub source: Option<Box<SourceFacts>>,
}

impl PageFacts {
    /// Whether these facts are the others but for names, links in the text, headings, and what says how the page was
    /// edited.
    #[must_use]
    pub fn differ_in_names_and_links_alone(&self, other: &Self) -> bool {
        let binding = |facts: &Self| {
            let mentions = facts.mentions.iter().filter(|mention| !mention.role.is_of_text());
            mentions.cloned().collect::<Vec<_>>()
        };
        let others = Self {
            title: self.title.clone(),
            aliases: self.aliases.clone(),
            summary: self.summary.clone(),
            updated: self.updated.clone(),
            reviewed: self.reviewed.clone(),
            mentions: self.mentions.clone(),
            headings: self.headings.clone(),
            ..other.clone()
        };
        *self == others && binding(self) == binding(other)
    }
}

impl MentionRole {
    /// Whether it says nothing but that the text of one page leads to another, or shows its text.
    #[must_use]
    pub fn is_of_text(&self) -> bool {
        matches!(self, Self::Link | Self::Transclusion)
    }
}

/// What a page is in the dossier.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PageRole {
    /// `content/index.md`.
    Home,
    /// `content/people/index.md`.
    KindIntro(KindId),
    /// A page at the root of `content/`.
    Plain,
    /// An entity.
    Entity(KindId),
}

/// Whether a page may go out. Anything unsure is private.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Visibility {
    /// It may.
    Public,
    /// It may not, in any form.
    Private,
}

/// A date and the field that holds it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FieldDate {
    /// The front matter field.
    pub field: Arc<str>,
    /// What it says.
    pub date: EdtfDate,
}

/// The picture of a page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ImageFacts {
    /// The file.
    pub file: MentionKey,
    /// Alternative text.
    pub alt: Arc<str>,
    /// Credit line.
    pub credit: Arc<str>,
}

/// How a mention is known: the `nth` one (from 0) of this target on its page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MentionKey {
    /// What it points at, as written.
    pub target: Target,
    /// Which of them.
    pub nth: u32,
}

/// One place that points at something.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Mention {
    /// Which.
    pub key: MentionKey,
    /// The heading it names.
    pub heading: Option<Arc<str>>,
    /// In what way it points.
    pub role: MentionRole,
    /// Whether it brings words of its own to show.
    pub labelled: bool,
}

/// In what way a mention points.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum MentionRole {
    /// A link in the body.
    Link,
    /// `![[page]]` in the body.
    Transclusion,
    /// A file shown or linked.
    Attachment,
    /// A citation, in the body or in front matter.
    Citation,
    /// A relation in front matter.
    Relation(RelationId),
    /// Who was asked for a reply, in front matter.
    Reply,
}

/// A relation as written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct WrittenRelation {
    /// Which.
    pub relation: RelationId,
    /// To whom.
    pub to: MentionKey,
    /// In what role: "Technical director".
    pub role: Arc<str>,
    /// Since when.
    pub from: Option<EdtfDate>,
    /// Until when.
    pub until: Option<EdtfDate>,
    /// Anything else that qualifies it.
    pub note: Arc<str>,
    /// The words of the source that show it, as quoted.
    pub quote: Arc<str>,
    /// The same words in the dossier's language; may be empty.
    pub translation: Arc<str>,
    /// Who translated them; may be empty.
    pub translator: Arc<str>,
    /// The sources for it.
    pub sources: Vec<WrittenCitation>,
    /// Of a source that is based on another: who says so.
    pub derivation: Derivation,
    /// Of a source that reports or supports a claim: whether it has the claim at first hand, whatever else it rests on.
    pub first_hand: bool,
}

/// A citation as written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct WrittenCitation {
    /// The source.
    pub source: MentionKey,
    /// Where in it: "para. 4"; may be empty.
    pub locator: Arc<str>,
}

/// Evidence as written in a body: `> [!supports] [@report, para. 4]`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct WrittenEvidence {
    /// How the source bears on the claim.
    pub stance: Stance,
    /// The source, and where in it.
    pub source: WrittenCitation,
}

/// What was wrong on a page and has been corrected.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Correction {
    /// When.
    pub date: EdtfDate,
    /// What changed.
    pub what: Arc<str>,
    /// Why; may be empty.
    pub why: Arc<str>,
}

/// What someone whom a page concerns was asked, and replied.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reply {
    /// Who: a page, or words.
    pub by: MentionKey,
    /// When they were asked.
    pub asked: Option<EdtfDate>,
    /// When they replied.
    pub date: Option<EdtfDate>,
    /// What became of it.
    pub answer: Answer,
    /// The sources for it.
    pub sources: Vec<WrittenCitation>,
}

/// What became of a question.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Answer {
    /// These words, with a blank line between paragraphs.
    Text(Arc<str>),
    /// They declined to comment.
    Declined,
    /// Nothing yet.
    None,
}

/// A heading of a body.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Heading {
    /// As written, 1 to 6.
    pub level: u8,
    /// Its plain words.
    pub text: Arc<str>,
    /// Its anchor, unique on the page.
    pub anchor: Arc<str>,
}

/// What only a claim has; each value is one of its scale.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct ClaimFacts {
    /// Where it stands.
    pub status: Option<crate::model::claim::Status>,
    /// Admiralty credibility: "2 – probably true".
    pub credibility: Option<Arc<str>>,
    /// A word of estimate on its scale.
    pub likelihood: Option<Estimate>,
}

/// What only a source has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct SourceFacts {
    /// Its address; only of a safe scheme.
    pub url: Arc<str>,
    /// The address of an archived copy; only of a safe scheme.
    pub archived: Arc<str>,
    /// The local copy.
    pub file: Option<MentionKey>,
    /// SHA-256 of the local copy, hexadecimal.
    pub sha256: Arc<str>,
    /// Whether the local copy may go out.
    pub publish_copy: bool,
    /// Rights.
    pub rights: Arc<str>,
    /// Admiralty reliability: "B – usually reliable".
    pub reliability: Option<Arc<str>>,
    /// What bibliographies say besides.
    pub bibliographic: BibliographicFacts,
}

impl PageFacts {
    /// The kind's id, where the page is an entity.
    #[must_use]
    pub fn kind(&self) -> Option<&KindId> {
        match &self.role {
            PageRole::Entity(kind) => Some(kind),
            _ => None,
        }
    }

    /// The date of a field.
    #[must_use]
    pub fn date(&self, field: &str) -> Option<&EdtfDate> {
        self.dates.iter().find(|date| &*date.field == field).map(|date| &date.date)
    }
}
