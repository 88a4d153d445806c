//! Where private names are spoken in what goes out.
//!
//! A page is looked through as it is written, without what does not go out of it: comments, private callouts and fields,
//! what a link to a private page leads to, relations to one. So every find has its line. What Redstring cannot tell to
//! stay in is taken to go out: a find too many costs a glance.

use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::attachments::{AttachmentOut, Wording};
use super::names::{Names, PrivateName};
use super::pages::html_comments;
use super::{At, places};
use crate::link::{Corpus, Resolution};
use crate::load::embedded;
use crate::parse::ParsedPage;
use crate::parse::facts::{MentionRole, PageRole};
use crate::parse::fields::Fields;
use crate::parse::front_matter;
use crate::parse::yaml::{Node, Value};
use crate::pipeline::Edition;
use crate::text::{ContentFile, ContentPath, HashSet, LineIndex, Span};

/// A private name that is spoken in what goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Whose name, and which.
    pub name: PrivateName,
    /// Where.
    pub at: At,
    /// In what.
    pub said: Said,
    /// The line, or what else says it.
    pub words: String,
}

/// In what a name is spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// A published page, in its body or its fields.
    Page,
    /// The settings.
    Settings,
    /// A template, the theme or its words, of the dossier's own.
    Theme,
    /// The name of a file, which is part of an address.
    FileName,
    /// An attachment's own text.
    Attachment,
    /// What an attachment says about itself.
    Statement,
}

/// On published pages.
pub(super) fn in_pages(edition: &Edition, names: &Names) -> Vec<Spoken> {
    let dossier = &edition.material.dossier;
    let pages = dossier.all_pages().par_iter();
    pages.flat_map_iter(|page| in_page(dossier, page.parsed(), names)).collect()
}

fn in_page(corpus: &Corpus, page: &ParsedPage, names: &Names) -> Vec<Spoken> {
    let file = &page.file;
    let mut found = Vec::new();
    let targets = Targets::of(corpus, page);
    let body = page.body_text();
    let blanks = html_comments(page, body);
    for (name, range) in names.find(&blanked(body, &blanks)) {
        let place = page.body.place(range);
        if !targets.hold(place) {
            found.push((name, place.start as usize));
        }
    }
    for span in fields_that_go_out(corpus, page, &targets) {
        let text = &file.text[span.range()];
        let hits = names.find(&blanked(text, &comments(text)));
        found.extend(hits.into_iter().map(|(name, range)| (name, span.start as usize + range.start)));
    }
    let mut spoken = in_text(&file.path, &file.text, found, names, Said::Page);
    // The id names the page's file in the site; where it is not written, the name of the file gives it.
    let written = page.names.iter().any(|(name, _)| **name == *page.facts.id.as_str());
    if !written && matches!(page.facts.role, PageRole::Plain | PageRole::Entity(_)) {
        spoken.extend(in_name(&file.path, names));
    }
    spoken
}

/// Stretches of a file that say whom a mention means, and are not shown themselves.
#[derive(Default)]
struct Targets {
    /// All of them, in order. What a published page or file is called is looked at where it is called so.
    all: Vec<Span>,
    /// How far each of these, or one before it, reaches.
    reach: Vec<u32>,
    /// Those that mean something private.
    private: HashSet<Span>,
}

impl Targets {
    fn of(corpus: &Corpus, page: &ParsedPage) -> Self {
        let mut targets = Self::default();
        for (number, mention) in (0_u32..).zip(&page.facts.mentions) {
            let resolution = corpus.resolve(&page.facts, &mention.key.target);
            let private = matches!(resolution, Resolution::Private(_) | Resolution::PrivateFile);
            let found = matches!(resolution, Resolution::Page(_) | Resolution::Attachment(_));
            // What is cited from a public source, and where in it, stands in the same brackets as its id.
            let is_shown = !private && (!found || mention.role == MentionRole::Citation);
            let Some(span) = page.places.place(number).filter(|_| !is_shown) else { continue };
            let written = &page.file.text[span.range()];
            let start = span.start as usize;
            let in_body = !matches!(mention.role, MentionRole::Relation(_) | MentionRole::Reply);
            // Of a link only its label is shown: `[[whom|label]]`, `[label](whom)`.
            let target = match (written.find('|'), written.rfind("](")) {
                (Some(bar), _) if in_body && written.trim_start_matches('!').starts_with("[[") => 0..bar,
                (_, Some(bracket)) if in_body && mention.labelled => bracket..written.len(),
                _ => 0..written.len(),
            };
            let span = Span::new(start + target.start, start + target.end);
            targets.all.push(span);
            targets.private.extend(private.then_some(span));
        }
        targets.all.sort_unstable();
        let ends = targets.all.iter().map(|target| target.end);
        let farther = |farthest: &mut u32, end: u32| {
            *farthest = end.max(*farthest);
            Some(*farthest)
        };
        targets.reach = ends.scan(0, farther).collect();
        targets
    }

    /// Whether one of them holds all of this.
    fn hold(&self, place: Span) -> bool {
        let begun = self.all.partition_point(|target| target.start <= place.start);
        begun.checked_sub(1).is_some_and(|last| self.reach[last] >= place.end)
    }
}

/// Where the values of the front matter stand that can go out.
fn fields_that_go_out(corpus: &Corpus, page: &ParsedPage, targets: &Targets) -> Vec<Span> {
    let (front, _) = front_matter::split(&page.file);
    let mut fields = Fields::new(&page.file.path, front.fields);
    fields.withhold(&corpus.settings);
    let mut spans = Vec::new();
    for (key, node) in fields.rest() {
        // What nobody reads stays in.
        if page.has_field(&key.text) {
            values(node, targets, &mut spans);
        }
    }
    spans
}

fn values(node: &Node, targets: &Targets, spans: &mut Vec<Span>) {
    match &node.value {
        Value::Scalar(_) => {
            if targets.all.binary_search(&node.span).is_err() {
                spans.push(node.span);
            }
        }
        Value::Null => {}
        Value::List(items) => items.iter().for_each(|item| values(item, targets, spans)),
        // A relation to one who may not be named goes with all that qualifies it, a reply with its words.
        Value::Map(fields) => {
            let whom =
                fields.iter().find(|(key, _)| matches!(key.text.as_str(), "to" | "by" | "id" | "source"));
            if !whom.is_some_and(|(_, whom)| targets.private.contains(&whom.span)) {
                fields.iter().for_each(|(_, node)| values(node, targets, spans));
            }
        }
    }
}

/// The `%%comments%%` in a value.
fn comments(text: &str) -> Vec<Range<usize>> {
    let signs: Vec<_> = text.match_indices("%%").map(|(at, _)| at).collect();
    signs.chunks(2).map(|pair| pair[0]..pair.get(1).map_or(text.len(), |end| end + 2)).collect()
}

/// A text with spaces in the place of these stretches.
fn blanked(text: &str, stretches: &[Range<usize>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for stretch in stretches.iter().filter(|stretch| !stretch.is_empty()) {
        out.push_str(text.get(at..stretch.start).unwrap_or_default());
        // Full stops, so that the words before and behind are not taken for one name.
        out.extend(std::iter::repeat_n('.', stretch.len()));
        at = stretch.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// In the settings: what of them readers see.
pub(super) fn in_settings(edition: &Edition, names: &Names) -> Vec<Spoken> {
    let Some(file) = edition.texts().iter().find(|file| file.path.as_str() == crate::load::SETTINGS) else {
        return Vec::new();
    };
    let settings = &edition.material.dossier.settings;
    let kinds = settings.kinds.iter().flat_map(|kind| {
        let dates = kind.dates.iter().map(|date| &date.label);
        [&kind.folder, &kind.singular, &kind.plural].into_iter().chain(dates)
    });
    let relations = settings.relations.values().flat_map(|relation| [&relation.label, &relation.inverse]);
    let own = [&settings.title, &settings.description, &settings.author];
    let base = settings.base_url.iter();
    let shown = own.into_iter().chain(base).chain(kinds).chain(relations).chain(settings.fields.values());
    let found = shown.flat_map(|words| {
        let at = file.text.find(&**words).unwrap_or_default();
        names.find(words).into_iter().map(move |(name, range)| (name, at + range.start))
    });
    in_text(&file.path, &file.text, found.collect(), names, Said::Settings)
}

/// In the templates, the theme and its words, as far as they are the dossier's own.
pub(super) fn in_own_files(edition: &Edition, names: &Names) -> Vec<Spoken> {
    let is_built_in = |name: &str, text: &[u8]| embedded::TEMPLATES.contains(&(name, text));
    let own = edition.texts().iter().filter(|file| match file.path.below("templates") {
        Some(name) => !is_built_in(name, file.text.as_bytes()),
        None => file.path.below("theme").is_some(),
    });
    let theme = edition.theme().iter().filter(|file| matches!(file.bytes, std::borrow::Cow::Owned(_)));
    let theme = theme.filter_map(|file| {
        let text = std::str::from_utf8(&file.bytes).ok()?;
        let path = ContentPath::new(&format!("theme/{}", file.name));
        Some(ContentFile { path, text: text.into() })
    });
    let mut found = Vec::new();
    for file in own.cloned().chain(theme) {
        let hits = names.find(&file.text).into_iter().map(|(name, range)| (name, range.start));
        found.extend(in_text(&file.path, &file.text, hits.collect(), names, Said::Theme));
        found.extend(in_name(&file.path, names));
    }
    found
}

/// In an attachment: its name, its own text, and what it says about itself.
pub(super) fn in_attachment(out: &AttachmentOut, texts: &[Wording], names: &Names) -> Vec<Spoken> {
    let mut found = in_name(&out.path, names);
    for text in texts {
        let mut hits: Vec<_> =
            names.find(&text.words).into_iter().map(|(name, range)| (name, range.start)).collect();
        hits.retain(|(name, _)| {
            !found.iter().any(|said| {
                said.said == Said::Attachment && said.name == names.sought[*name] && said.at.spot.is_some()
            }) || text.has_lines
        });
        let words: Arc<str> = text.words.as_str().into();
        let spoken = in_text(&out.path, &words, hits, names, Said::Attachment);
        found.extend(spoken.into_iter().map(|spoken| {
            let at = if text.has_lines { spoken.at } else { At { spot: None, ..spoken.at } };
            Spoken { at, ..spoken }
        }));
    }
    for statement in &out.statements {
        let words = format!("{}: {}", statement.name, statement.words);
        let hits = names.find(&statement.words);
        found.extend(hits.into_iter().map(|(name, _)| Spoken {
            name: names.sought[name].clone(),
            at: At { path: out.path.clone(), spot: None },
            said: Said::Statement,
            words: words.clone(),
        }));
    }
    found
}

/// In the path of a file below `content/`, which its address in the site repeats.
fn in_name(path: &ContentPath, names: &Names) -> Vec<Spoken> {
    let below = path.below("content").unwrap_or(path.as_str());
    let said = |(name, _): (usize, Range<usize>)| Spoken {
        name: names.sought[name].clone(),
        at: At { path: path.clone(), spot: None },
        said: Said::FileName,
        words: path.to_string(),
    };
    names.find(below).into_iter().map(said).collect()
}

/// Names at these offsets of a text, each with its line.
fn in_text(
    path: &ContentPath,
    text: &Arc<str>,
    found: Vec<(usize, usize)>,
    names: &Names,
    said: Said,
) -> Vec<Spoken> {
    if found.is_empty() {
        return Vec::new();
    }
    let spots = places(path, text, found.iter().map(|(_, offset)| *offset));
    let index = LineIndex::new(text);
    let spoken = found.into_iter().zip(spots).map(|((name, _), at)| {
        let words =
            at.spot.map_or_else(String::new, |(line, column)| around(&text[index.line(line)], column));
        Spoken { name: names.sought[name].clone(), at, said, words }
    });
    spoken.collect()
}

/// How much of a line is shown before a name and from there on, in characters.
const AROUND: (usize, usize) = (50, 90);

/// The words of a line around a place in it.
fn around(line: &str, column: usize) -> String {
    let (before, from) = AROUND;
    let start = column.saturating_sub(before + 1);
    let mut rest = line.chars().skip(start);
    let mut words: String = rest.by_ref().take(column - 1 - start + from).collect();
    if start > 0 {
        words.insert(0, '…');
    }
    if rest.next().is_some() {
        words.push('…');
    }
    words.trim().to_owned()
}
