//! One content file → its [`ParsedPage`].
//!
//! 1. [`front_matter`](super::front_matter) splits it; what cannot be read is private and goes no further.
//! 2. The role (home, introduction, plain page, entity of a kind) follows from the path.
//! 3. [`Fields`] are read by name: identity, dates, relations, what only claims or sources have.
//! 4. [`BodyText`] takes comments out, [`body`](super::body) reads what is left.

use std::sync::Arc;

use super::body::{self, BodyFacts};
use super::comments::{BodyText, CommentProblem};
use super::facts::{MentionKey, PageFacts, PageRole, Visibility};
use super::fields::Fields;
use super::front_matter;
use super::headings::Headings;
use super::kept_events::KeptEvents;
use super::mentions::{MentionPlaces, Mentions};
use super::misplaced::misplaced;
use super::paragraph::Paragraphs;
use super::quotation::Quotation;
use super::relations::{self, RelationReader};
use super::sentence::Sentences;
use super::source_annotation::WrittenAnnotation;
use super::suspect;
use super::visibility::{self, Decision, Ground};
use crate::model::{KindId, Settings, fold, vocabulary};
use crate::text::{Checked, ContentFile, ContentPath, Diagnostic, Span, rules};

/// A page: its facts, and apart from them its text and the places of things in it.
#[derive(Debug, Clone)]
pub struct ParsedPage {
    /// The file it was read from.
    pub file: ContentFile,
    /// What other pages may know of it.
    pub facts: PageFacts,
    /// What says whether it may go out.
    pub ground: Ground,
    /// The private fields that were taken out of it, and where each stands.
    pub withheld: Vec<(Arc<str>, Span)>,
    /// Its text without comments.
    pub body: BodyText,
    /// What Markdown makes of that text; nothing on a private page, which is never drawn.
    pub events: KeptEvents,
    /// Where each mention stands.
    pub places: MentionPlaces,
    /// Where its names stand: id, title and aliases as written.
    pub names: Vec<(Arc<str>, Span)>,
    /// The sentences of its body that mention something.
    pub sentences: Sentences,
    /// The statements of its body.
    pub paragraphs: Paragraphs,
    /// Where its fields stand: the name of each that was read. By name, so that they are found.
    fields: Vec<(Arc<str>, Span)>,
    /// Words that it says are a source's own, in front matter and then in the body.
    pub quotations: Vec<Quotation>,
    /// The annotations in its body, in order; on a source's page they are of the source's own text.
    pub annotations: Vec<WrittenAnnotation>,
}

impl ParsedPage {
    /// The body's text, without comments.
    #[must_use]
    pub fn body_text(&self) -> &str {
        self.body.text(&self.file.text)
    }

    /// Where a mention stands; the top of the file where it is not known.
    #[must_use]
    pub fn place(&self, key: &MentionKey) -> Span {
        self.mention(key).and_then(|number| self.places.place(number)).unwrap_or_default()
    }

    /// The number of a mention among those of the page.
    #[must_use]
    pub fn mention(&self, key: &MentionKey) -> Option<u32> {
        self.places.number(&self.facts.mentions, key)
    }

    /// Where a field of the front matter stands; the top of the file where it is not known.
    #[must_use]
    pub fn field(&self, name: &str) -> Span {
        self.place_of_field(name).unwrap_or_default()
    }

    /// Whether this field of the front matter was read.
    #[must_use]
    pub fn has_field(&self, name: &str) -> bool {
        self.place_of_field(name).is_some()
    }

    /// The names of the fields of the front matter that were read; `replies.0.date` is the first reply's day.
    pub fn field_names(&self) -> impl Iterator<Item = &Arc<str>> {
        self.fields.iter().map(|(name, _)| name)
    }

    fn place_of_field(&self, name: &str) -> Option<Span> {
        let first = self.fields.partition_point(|(field, _)| **field < *name);
        self.fields.get(first).filter(|(field, _)| **field == *name).map(|(_, span)| *span)
    }
}

impl ParsedPage {
    /// Give back the room that lists took to grow: the pages of the whole dossier stay in memory.
    fn shrink(&mut self) {
        let Self { facts, names, sentences, fields, quotations, annotations, .. } = self;
        names.shrink_to_fit();
        sentences.complete();
        fields.shrink_to_fit();
        quotations.shrink_to_fit();
        annotations.shrink_to_fit();
        facts.aliases.shrink_to_fit();
        facts.dates.shrink_to_fit();
        facts.relations.shrink_to_fit();
        facts.sources.shrink_to_fit();
        facts.citations.shrink_to_fit();
        facts.evidence.shrink_to_fit();
        facts.mentions.shrink_to_fit();
    }
}

/// Read one content file.
#[must_use]
pub fn parse_page(file: &ContentFile, settings: &Settings) -> Checked<ParsedPage> {
    let (front, problem) = front_matter::split(file);
    let mut diagnostics: Vec<Diagnostic> = problem.into_iter().collect();
    if file.text.trim().is_empty() {
        diagnostics
            .push(Diagnostic::new(&rules::files::EMPTY_FILE, "this file is empty").in_file(&file.path));
    } else if !front.present {
        diagnostics.push(
            Diagnostic::new(&rules::files::BARE_FRONT_MATTER, "this file has no front matter")
                .in_file(&file.path),
        );
    }
    let mut fields = Fields::new(&file.path, front.fields);
    let withheld = fields.withhold(settings);
    let mut decision = visibility::decide(file, &mut fields, front.readable, settings);
    if decision.visibility == Visibility::Public {
        for (diagnostic, place) in misplaced(file, fields.rest()) {
            diagnostics.push(diagnostic);
            decision.doubt(place);
        }
    }
    let mut reader = PageReader { file, settings, fields, mentions: Mentions::default(), decision };
    let (facts, names) = reader.facts();
    let PageReader { fields, mentions, mut decision, .. } = reader;
    let mut read = fields.read;
    read.sort_by(|(one, _), (other, _)| one.cmp(other));
    diagnostics.extend(fields.diagnostics);
    if decision.visibility == Visibility::Public {
        diagnostics.extend(fields.links);
    }

    let (body, problems) = BodyText::new(&file.text, front.body);
    diagnostics.extend(problems.iter().map(|problem| comment_problem(&file.path, problem)));
    if decision.visibility == Visibility::Public {
        let text = body.text(&file.text);
        let block = front.present.then(|| suspect::second_block(text)).flatten();
        let block = block.map(|place| (place, &suspect::SECOND_BLOCK));
        let field = || Some((suspect::stray_field(text, settings)?, &suspect::STRAY_FIELD));
        if let Some((place, slip)) = block.or_else(field) {
            let place = body.place(place);
            diagnostics.push(suspect::diagnostic(&file.path, place.range(), slip));
            decision.doubt(place);
        }
    }
    let BodyFacts {
        events,
        citations,
        evidence,
        quotations,
        annotations,
        headings,
        sentences,
        paragraphs,
        mentions,
        problems,
    } = body::read(&body, file, mentions, settings.raw_html);
    diagnostics.extend(problems);
    if facts.source.is_some() {
        let unmarked = annotations.iter().filter(|annotation| annotation.selector.is_none());
        diagnostics.extend(unmarked.map(|annotation| without_selector(&file.path, annotation.place)));
    }
    let (mentions, places) = mentions.finish();
    let headings = Headings::new(headings);
    let Decision { visibility, ground } = decision;
    let withheld_fields = withheld.iter().map(|(field, _)| field.clone()).collect();
    let facts = PageFacts { visibility, withheld_fields, citations, evidence, headings, mentions, ..facts };
    let private = visibility == Visibility::Private;
    let diagnostics = diagnostics.into_iter().map(|diagnostic| diagnostic.private(private)).collect();
    let mut page = ParsedPage {
        file: file.clone(),
        facts,
        ground,
        withheld,
        body,
        // Of a private page nothing is drawn.
        events: if private { KeptEvents::default() } else { events },
        places,
        names,
        sentences,
        paragraphs,
        fields: read,
        quotations: Vec::new(),
        annotations,
    };
    page.quotations = relations::quotations(&page);
    page.quotations.extend(quotations);
    page.shrink();
    Checked::new(page, diagnostics)
}

fn comment_problem(path: &ContentPath, problem: &CommentProblem) -> Diagnostic {
    match problem {
        CommentProblem::Unclosed(span) => {
            Diagnostic::new(&rules::privacy::UNCLOSED_COMMENT, "this comment is never closed")
                .at(path, *span)
                .help("close it with `%%`; until then the rest of the page is hidden")
        }
        CommentProblem::UnclosedHtml(span) => Diagnostic::new(
            &rules::privacy::UNCLOSED_COMMENT,
            "this HTML comment does not end where it should",
        )
        .at(path, *span)
        .help("close it with `-->` in the same paragraph, or put `<!--` in `code`; until then the rest of the page is hidden"),
        CommentProblem::StrayMarker(span) => Diagnostic::new(
            &rules::privacy::STRAY_PRIVATE_MARKER,
            "`[!private]` stands here and opens no callout of its own",
        )
        .at(path, *span)
        .help("write `> [!private]` on the first line of a block quote, with no comment around it, or put it in `code`; until then the rest of the page is hidden"),
        CommentProblem::DoubtfulCallout(span) => Diagnostic::new(
            &rules::privacy::MISSPELT_PRIVATE_CALLOUT,
            "this callout looks as if it was meant to be private",
        )
        .at(path, *span)
        .help("write `> [!private]`, or give the callout another name; until then it is hidden"),
        CommentProblem::TooMany(span) => Diagnostic::new(
            &rules::privacy::TOO_MANY_COMMENTS,
            "from here on comments cannot be told apart from code",
        )
        .at(path, *span)
        .help("move the notes into a private page"),
    }
}

fn without_selector(path: &ContentPath, place: Span) -> Diagnostic {
    Diagnostic::new(
        &rules::annotations::ANNOTATION_WITHOUT_SELECTOR,
        "this annotation does not say which words of the source it is about",
    )
    .at(path, place)
    .help("mark them in the title: `> [!annotation] before {==the words==} behind`")
}

/// Reads the fields of one file; `identity` and `particulars` hold the rest of it.
pub(super) struct PageReader<'a> {
    pub(super) file: &'a ContentFile,
    pub(super) settings: &'a Settings,
    pub(super) fields: Fields<'a>,
    pub(super) mentions: Mentions,
    pub(super) decision: Decision,
}

impl<'a> PageReader<'a> {
    fn relation_reader(&mut self) -> RelationReader<'_, 'a> {
        RelationReader { path: &self.file.path, fields: &mut self.fields, mentions: &mut self.mentions }
    }

    fn facts(&mut self) -> (PageFacts, Vec<(Arc<str>, Span)>) {
        let role = self.role();
        let kind = match &role {
            PageRole::Entity(kind) => kind.clone(),
            _ => KindId::new(vocabulary::PAGE),
        };
        let kind = kind.as_str();
        let (is_claim, is_source) = (kind == vocabulary::CLAIM, kind == vocabulary::SOURCE);
        let mut names = Vec::new();
        let stem = self.file.path.stem();
        let id = self.id(&role, &mut names);
        let title = match self.fields.plain("title").filter(|title| !title.text.is_empty()) {
            Some(title) => {
                names.push((title.text.clone(), title.span));
                title.text
            }
            None => stem.into(),
        };
        let mut aliases: Vec<Arc<str>> = Vec::new();
        for alias in self.fields.plains("aliases") {
            names.push((alias.text.clone(), alias.span));
            aliases.push(alias.text);
        }
        if matches!(role, PageRole::Entity(_) | PageRole::Plain) && fold(stem) != fold(id.as_str()) {
            aliases.push(stem.into());
        }
        let facts = PageFacts {
            path: self.file.path.clone(),
            id,
            title,
            aliases,
            summary: self.fields.words("summary"),
            visibility: self.decision.visibility,
            withheld_fields: Vec::new(),
            public_name: self.public_name(),
            tags: self
                .fields
                .plains_or_none("tags")
                .into_iter()
                .map(|tag| tag.text.trim_start_matches('#').into())
                .collect(),
            dates: self.dates(kind),
            updated: self.fields.date("updated"),
            reviewed: self.fields.date("reviewed"),
            image: self.image(),
            relations: self.relations().into_iter().map(Arc::new).collect(),
            sources: self.sources(),
            redirects_from: self.fields.texts("redirects_from").into_iter().map(|text| text.text).collect(),
            person_name: (kind == vocabulary::PERSON).then(|| self.person_name()).flatten(),
            claim: is_claim.then(|| self.claim()),
            source: is_source.then(|| Box::new(self.source())),
            further: self.further(),
            own_words: kind == vocabulary::PAGE && self.fields.flag("own_words").unwrap_or(false),
            corrections: self.corrections(),
            replies: self.replies(),
            citations: Vec::new(),
            evidence: Vec::new(),
            mentions: Vec::new(),
            headings: Headings::default(),
            role,
        };
        self.unknown(kind);
        (facts, names)
    }

    /// It goes out where its page does not, so a link in it is reported on every page.
    fn public_name(&mut self) -> Option<Arc<str>> {
        let before = self.fields.links.len();
        let name = self.fields.plain("public_name");
        let found = self.fields.links.split_off(before);
        self.fields.diagnostics.extend(found);
        name.map(|text| text.text)
    }

    fn relations(&mut self) -> Vec<super::facts::WrittenRelation> {
        let ids: Vec<_> = self
            .fields
            .rest()
            .iter()
            .filter_map(|(key, _)| {
                self.settings.relations.get(key.text.as_str()).map(|relation| relation.id.clone())
            })
            .collect();
        let mut relations = Vec::new();
        for id in ids {
            if let Some((_, node)) = self.fields.take(id.as_str()) {
                relations.extend(self.relation_reader().read(&id, &node));
            }
        }
        relations
    }

    fn sources(&mut self) -> Vec<super::facts::WrittenCitation> {
        match self.fields.take("sources") {
            Some((_, node)) => self.relation_reader().sources(&node),
            None => Vec::new(),
        }
    }

    fn further(&mut self) -> Vec<(Arc<str>, Arc<str>)> {
        let settings = self.settings;
        let mut further = Vec::new();
        for field in settings.fields.keys() {
            let texts: Vec<_> =
                self.fields.plains(field).into_iter().map(|text| text.text.to_string()).collect();
            if !texts.is_empty() {
                further.push((field.clone(), texts.join(", ").into()));
            }
        }
        further
    }
}
