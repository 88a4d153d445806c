//! One page → the HTML that is indexed for it: its names, its facts and its text, and nothing of what stands around them.
//!
//! It is made from the values that the templates get, so it holds what the page shows. Who refers to a page and what
//! stands on the timeline are left out: those words belong to other pages, and would be found there twice.

use std::collections::BTreeSet;

use super::runs;
use crate::link::PageAddress;
use crate::link::address::encode;
use crate::markup::Material;
use crate::model::vocabulary;
use crate::parse::facts::PageRole;
use crate::text::escape;
use crate::view::{
    ClaimView, CorrectionView, EntityView, EvidenceEntry, FactValue, PlainView, ReplyView, SourceView, Viewer,
};

/// What the index is given for one page.
pub(super) struct Entry {
    /// Its address from the site's top.
    pub(super) href: String,
    /// A whole document.
    pub(super) html: String,
}

/// Where a page stands when all are put in order of their dates; those without a date come last both ways.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct DateRanks {
    pub(super) newest: usize,
    pub(super) oldest: usize,
}

/// How much words weigh, to pagefind, beside those of the text; headings weigh more by themselves.
///
/// A title is found as such, and stands in the text only where words have to be parted first: pagefind parts those of
/// a text alone.
const WEIGHT_OF_TITLE: u8 = 10;
const WEIGHT_OF_ALIASES: u8 = 8;
const WEIGHT_OF_SUMMARY: u8 = 2;

/// A page without a word of text would not be in the index at all: one with fewer letters has its title for a text.
const FEWEST_LETTERS: usize = 24;

/// The entry of a page: none for a kind that is no more.
pub(super) fn of(material: &Material, place: usize, ranks: DateRanks) -> Option<Entry> {
    let dossier = &material.dossier;
    let page = dossier.all_pages().get(place)?;
    let facts = page.facts();
    let address = match &facts.role {
        PageRole::Home => PageAddress::Home,
        PageRole::KindIntro(kind) => PageAddress::Index(kind.clone(), 1),
        PageRole::Plain | PageRole::Entity(_) => PageAddress::Entity(facts.id.clone()),
    };
    let viewer = Viewer::new(material, &address);
    let mut text = Text::new(&dossier.settings.language);
    let mut kind_id = vocabulary::PAGE.to_owned();
    let mut date = String::new();
    match &facts.role {
        PageRole::Entity(id) => {
            let view = viewer.entity(page, dossier.settings.kind(id.as_str())?).view;
            date = view.dates.first().map(|first| first.date.words.clone()).unwrap_or_default();
            kind_id = id.to_string();
            text.entity(&view);
        }
        _ => text.plain_page(&viewer.plain_page(page).view),
    }
    Some(Entry {
        href: encode(&dossier.file_of(&address)),
        html: text.document(&facts.title, &kind_id, &date, ranks),
    })
}

/// The HTML as it grows.
struct Text<'a> {
    language: &'a str,
    aliases: String,
    body: String,
    /// How many letters and digits there are in it.
    letters: usize,
    endings: BTreeSet<String>,
}

impl<'a> Text<'a> {
    fn new(language: &'a str) -> Self {
        Self { language, aliases: String::new(), body: String::new(), letters: 0, endings: BTreeSet::new() }
    }

    fn document(mut self, title: &str, kind: &str, date: &str, ranks: DateRanks) -> String {
        let letters = self.letters;
        self.note(title);
        let mut html = format!("<html lang=\"{}\"><body>", escape::attribute(self.language));
        let endings = runs::joined(&self.endings);
        let aliases = &self.aliases;
        for (name, value) in [("title", title), ("aliases", aliases), ("date", date), ("parts", &endings)] {
            if !value.is_empty() {
                let pair = format!("{name}:{value}");
                html.push_str(&format!("<div data-pagefind-meta=\"{}\"></div>", escape::attribute(&pair)));
            }
        }
        html.push_str(&format!(
            "<div data-pagefind-filter=\"kind:{}\"></div><div data-pagefind-sort=\"newest:{}\"></div>\
             <div data-pagefind-sort=\"oldest:{}\"></div>",
            escape::attribute(kind),
            ranks.newest,
            ranks.oldest,
        ));
        html.push_str(&self.body);
        let weight = if runs::has_segmenter(self.language) { WEIGHT_OF_TITLE } else { 0 };
        if letters < FEWEST_LETTERS || weight > 0 {
            html.push_str(&format!("<p data-pagefind-weight=\"{weight}\">{}</p>", escape::text(title)));
        }
        html.push_str("</body></html>");
        html
    }

    fn entity(&mut self, view: &EntityView) {
        self.aliases = view.aliases.join(" · ");
        self.weighted(WEIGHT_OF_ALIASES, &view.aliases.join(" · "));
        self.weighted(WEIGHT_OF_SUMMARY, &view.summary);
        for dated in &view.dates {
            self.line(&[&dated.label, &dated.date.words]);
        }
        for row in &view.facts {
            let values: Vec<_> = row.values.iter().map(words_of).collect();
            self.line(&[&row.label, &values.join(" · ")]);
        }
        if let Some(source) = &view.source {
            self.source(source);
        }
        self.line(&view.tags.iter().map(|tag| &*tag.label).collect::<Vec<_>>());
        if let Some(claim) = &view.claim {
            self.claim(claim);
        }
        self.corrections(&view.corrections, &view.replies);
        self.html(&view.body.html);
        if let Some(copy) = &view.copy {
            self.html(&copy.html);
        }
    }

    fn plain_page(&mut self, view: &PlainView) {
        self.weighted(WEIGHT_OF_SUMMARY, &view.summary);
        self.line(&view.tags.iter().map(|tag| &*tag.label).collect::<Vec<_>>());
        self.corrections(&view.corrections, &view.replies);
        self.html(&view.body.html);
    }

    fn claim(&mut self, claim: &ClaimView) {
        let said_by = claim.said_by.iter().map(|link| &*link.text);
        self.line(&said_by.chain([claim.status_label.as_str()]).collect::<Vec<_>>());
        for entry in [&claim.supported_by, &claim.contradicted_by, &claim.reported_by].into_iter().flatten() {
            self.evidence(entry);
        }
    }

    fn evidence(&mut self, entry: &EvidenceEntry) {
        let sources = entry.sources.iter().map(|source| &*source.link.text);
        let value = &entry.value;
        self.line(&sources.chain([&*value.note, &value.quote, &value.translation]).collect::<Vec<_>>());
        self.html(&entry.html);
    }

    fn source(&mut self, source: &SourceView) {
        let people = source.author.iter().chain(&source.publisher).map(|link| &*link.text);
        self.line(&people.chain([source.url.as_str()]).collect::<Vec<_>>());
    }

    fn corrections(&mut self, corrections: &[CorrectionView], replies: &[ReplyView]) {
        for words in corrections.iter().flat_map(|correction| correction.what.iter().chain(&correction.why)) {
            self.line(&[words]);
        }
        for reply in replies {
            self.line(
                &std::iter::once(&*reply.by.text)
                    .chain(reply.text.iter().map(String::as_str))
                    .collect::<Vec<_>>(),
            );
        }
    }

    /// Words that weigh more than those of the text.
    fn weighted(&mut self, weight: u8, words: &str) {
        if !words.is_empty() {
            self.note(words);
            let words = escape::text(words);
            self.body.push_str(&format!("<p data-pagefind-weight=\"{weight}\">{words}</p>"));
        }
    }

    /// A line of plain words, with a sign between what does not belong together.
    fn line(&mut self, parts: &[&str]) {
        let parts: Vec<_> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
        if !parts.is_empty() {
            let words = parts.join(" · ");
            self.note(&words);
            self.body.push_str(&format!("<p>{}</p>", escape::text(&words)));
        }
    }

    /// Safe HTML of a text. Of its tags the names stay, the classes, by which the index leaves out marks and numbers,
    /// and the ids of headings: any other id would be kept for each result.
    fn html(&mut self, html: &str) {
        for (nth, piece) in html.split('<').enumerate() {
            // In text every `<` is escaped: what stands behind one is a tag.
            let Some((tag, words)) = piece.split_once('>').filter(|_| nth > 0) else {
                self.words(piece);
                continue;
            };
            let name = tag.split(|c: char| c.is_whitespace()).next().unwrap_or_default();
            self.body.push('<');
            self.body.push_str(name);
            let is_heading = name.len() == 2 && name.starts_with('h') && name != "hr";
            for (attribute, wanted) in [(" class=\"", true), (" id=\"", is_heading)] {
                let value = tag.find(attribute).filter(|_| wanted).map(|at| &tag[at + attribute.len()..]);
                if let Some((value, _)) = value.and_then(|value| value.split_once('"')) {
                    self.body.push_str(attribute);
                    self.body.push_str(value);
                    self.body.push('"');
                }
            }
            self.body.push('>');
            self.words(words);
        }
    }

    /// Words between tags, escaped already.
    fn words(&mut self, escaped: &str) {
        self.note(escaped);
        self.body.push_str(escaped);
    }

    /// Take note of how much there is, and of what stands without spaces between its words.
    fn note(&mut self, words: &str) {
        self.letters += words.chars().filter(|c| c.is_alphanumeric()).count();
        if !words.is_ascii() {
            runs::endings(words, self.language, &mut self.endings);
        }
    }
}

/// A fact in plain words.
fn words_of(value: &FactValue) -> String {
    let parts = [&*value.link.text, &value.note, &value.quote, &value.translation];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
