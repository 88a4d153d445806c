//! The numbered list of sources at the foot of a page.

use std::sync::Arc;

use std::collections::BTreeMap;

use serde::Serialize;

use super::entity_link::EntityLink;
use super::viewer::Viewer;
use crate::citation::{Cite, Place, Request, Said};
use crate::evidence::{Proof, Verdict};
use crate::link::PublishedPage;
use crate::link::relations::OtherEnd;
use crate::link::resolution::Resolution;
use crate::markup::{CitationUse, Numbering, QuotationUse, exhibit_anchor, exhibit_label, kept_together};
use crate::model::date::DateLanguage;
use crate::model::{EntityId, Words};
use crate::parse::facts::PageFacts;
use crate::text::{HashMap, escape};

/// A number that leads to the page's list of sources.
#[derive(Debug, Clone, Serialize)]
pub struct CitationMark {
    /// 1, 2, …
    pub number: usize,
    /// "para. 4"; may be empty.
    pub locator: String,
    /// `#source-1`.
    pub href: String,
    /// In the style of the site: what stands before it, as HTML; may be empty.
    pub before: String,
    /// What the style says, as HTML; empty where sources have numbers.
    pub html: String,
    /// What stands behind it, as HTML; may be empty.
    pub after: String,
    /// Which of the page's citations it belongs to, and which source of it.
    #[serde(skip)]
    pub(super) asked: (usize, usize),
}

/// One entry of the numbered list of sources at the foot of a page.
#[derive(Debug, Clone, Serialize)]
pub struct CitedSource {
    /// Its number on this page; the list item's id is `source-NUMBER`.
    pub number: usize,
    /// The source's page.
    pub link: EntityLink,
    /// Author, publisher and date in words, as far as known; may be empty.
    pub details: String,
    /// Its entry in the style of the site, as HTML, the title linked to the source's page; empty where sources have
    /// numbers. Entries then come in the order of the style.
    pub entry: String,
    /// The places in it that this page cites, in the source's own order; may be empty.
    pub places: Vec<CitedPlace>,
    /// What is known of the quotations from it in the text: "12 quotations verified by the editors on 21 November
    /// 2026"; may be empty.
    pub verified: String,
    /// What is not known of them: "2 quotations not verified"; may be empty.
    pub doubts: String,
}

/// One place in a source, and where the page cites it.
#[derive(Debug, Clone, Serialize)]
pub struct CitedPlace {
    /// "para. 4"; empty for citations that name no place.
    pub locator: String,
    /// Back to each citation of it in the text; empty where only front matter cites it.
    pub marks: Vec<BackMark>,
}

/// A way back from the list of sources into the text.
#[derive(Debug, Clone, Serialize)]
pub struct BackMark {
    /// `a`, `b`, …, anew for each place.
    pub label: String,
    /// `#cite-3`.
    pub href: String,
}

/// What the body of a page cites.
#[derive(Debug, Default)]
pub(super) struct Cited {
    /// Where.
    pub(super) uses: Vec<CitationUse>,
    /// What is quoted.
    pub(super) quotations: Vec<QuotationUse>,
    /// In the style of the site; with what the front matter cites.
    pub(super) said: Said,
}

impl Cited {
    /// Give a mark the words of the style, which are known when the whole page is.
    pub(super) fn say(&self, mark: &mut CitationMark) {
        let (request, index) = mark.asked;
        let Some(said) = self.said.citations.get(request) else { return };
        mark.before = if index == 0 { said.before.clone() } else { said.between.clone() };
        mark.html = said.items.get(index).cloned().unwrap_or_default();
        mark.after = if index + 1 == said.items.len() { said.after.clone() } else { String::new() };
    }
}

impl CitationMark {
    /// Cite an exhibit of a bundle; `first` and `last` of those cited at one place.
    pub(super) fn say_exhibit(&mut self, words: &Words, first: bool, last: bool) {
        let label = exhibit_label(words, self.number);
        let shown = if self.locator.is_empty() { label } else { format!("{label},\u{a0}{}", self.locator) };
        self.html = escape::text(&shown);
        self.href = format!("#{}", exhibit_anchor(self.number));
        self.before = if first { "[" } else { "; " }.into();
        self.after = if last { "]" } else { "" }.into();
    }
}

impl Viewer<'_> {
    /// Number the sources that the front matter names for the whole page; where in each of them.
    pub(super) fn number_front_matter(
        &self,
        facts: &PageFacts,
        numbering: &mut Numbering,
    ) -> Vec<(EntityId, String)> {
        let mut locators = Vec::new();
        for citation in &facts.sources {
            if let Resolution::Page(id) = self.dossier.resolve(facts, &citation.source.target)
                && self.dossier.is_source(id)
            {
                numbering.number(id);
                locators.push((id.clone(), citation.locator.to_string()));
            }
        }
        let cites = locators
            .iter()
            .map(|(source, locator)| Cite { source: source.clone(), locator: locator.as_str().into() });
        numbering.cite(Request { cites: cites.collect(), note: None, place: Place::Page });
        locators
    }

    /// The list at the foot of a page: in the order of the numbers, or of the style.
    pub(super) fn cited_sources(
        &self,
        numbering: &Numbering,
        front: &[(EntityId, String)],
        cited: &Cited,
    ) -> Vec<CitedSource> {
        let numbers = (1..).zip(numbering.sources());
        let mut of_sources: HashMap<&EntityId, OfSource<'_>> =
            numbers.map(|(number, id)| (id, OfSource { number, ..OfSource::default() })).collect();
        for (source, locator) in front {
            of_sources.entry(source).or_default().front.push(locator);
        }
        for used in &cited.uses {
            of_sources.entry(&used.source).or_default().uses.push((&used.locator, &used.id));
        }
        for used in &cited.quotations {
            of_sources.entry(&used.source).or_default().verdicts.push(&used.verdict);
        }
        let order: Vec<(&EntityId, &str)> = match cited.said.entries.as_slice() {
            [] => numbering.sources().iter().map(|id| (id, "")).collect(),
            entries => entries.iter().map(|(id, entry)| (id, entry.as_str())).collect(),
        };
        let listed = order.into_iter().filter_map(|(id, entry)| {
            let of_source = of_sources.remove(id).filter(|of_source| of_source.number > 0)?;
            let (verified, doubts) = tally(of_source.verdicts.into_iter(), self.words, self.language);
            Some(CitedSource {
                number: of_source.number,
                link: self.link(id),
                details: self.dossier.page(id).map(|page| self.source_details(page)).unwrap_or_default(),
                entry: entry.to_owned(),
                places: places(of_source.front.into_iter(), of_source.uses.into_iter()),
                verified,
                doubts,
            })
        });
        listed.collect()
    }

    /// Author, publisher and date of a source in one line, as far as they are known.
    fn source_details(&self, page: &PublishedPage) -> String {
        let facts = page.facts();
        let mut parts = self.names_of(&facts.id, "author");
        parts.extend(self.names_of(&facts.id, "publisher"));
        let date = facts.date("published").or_else(|| facts.date("date"));
        parts.extend(date.map(|date| date.words(self.language).into()));
        parts.join(", ")
    }

    fn names_of(&self, id: &EntityId, relation: &str) -> Vec<Arc<str>> {
        let ends =
            self.dossier.relations(id).iter().filter(|end| !end.inverse && end.relation.as_str() == relation);
        ends.map(|end| match &end.other {
            OtherEnd::Page(id) => self.link(id).text,
            OtherEnd::Words(text) => text.clone(),
        })
        .collect()
    }
}

/// What a page has of one source.
#[derive(Default)]
struct OfSource<'a> {
    /// From 1; 0 where the page does not list it.
    number: usize,
    /// Where in it, as its front matter says.
    front: Vec<&'a str>,
    /// Where in it the text cites, and where in the text.
    uses: Vec<(&'a str, &'a str)>,
    /// What became of the quotations from it.
    verdicts: Vec<&'a Verdict>,
}

/// What became of some quotations, in words: what is known, and what is not.
fn tally<'a>(
    verdicts: impl Iterator<Item = &'a Verdict>,
    words: &Words,
    language: &DateLanguage,
) -> (String, String) {
    let (mut days, mut found, mut open, mut missing) = (Vec::new(), 0, 0, 0);
    for verdict in verdicts {
        match verdict {
            Verdict::Verified(Proof::Editors(day)) => days.push(day),
            Verdict::Verified(Proof::Copy(_)) => found += 1,
            Verdict::Unverified => open += 1,
            Verdict::NotFound => missing += 1,
        }
    }
    let mut verified = Vec::new();
    // The days of a lock are written as calendar days, so their text has their order.
    if let Some(last) = days.iter().max_by_key(|day| day.as_written()) {
        let once = days.iter().all(|day| day == last);
        let key = if once { "quotations-verified" } else { "quotations-verified-last" };
        let day = last.words(language);
        verified.push(words.fill(key, &[("count", days.len().into()), ("day", (&day).into())]));
    }
    verified.extend((found > 0).then(|| words.count("quotations-found", found)));
    let mut doubts = Vec::new();
    doubts.extend((open > 0).then(|| words.count("quotations-unverified", open)));
    doubts.extend((missing > 0).then(|| words.count("quotations-missing", missing)));
    (verified.join("; "), doubts.join("; "))
}

/// One row for each place, however often the page cites it, with the ids of the citations in the text.
fn places<'a>(
    front: impl Iterator<Item = &'a str>,
    uses: impl Iterator<Item = (&'a str, &'a str)>,
) -> Vec<CitedPlace> {
    let mut places: BTreeMap<(Vec<u64>, &str), Vec<BackMark>> = BTreeMap::new();
    for locator in front.filter(|locator| !locator.is_empty()) {
        places.entry((numbers(locator), locator)).or_default();
    }
    for (locator, id) in uses {
        let marks = places.entry((numbers(locator), locator)).or_default();
        marks.push(BackMark { label: letters(marks.len()), href: format!("#{id}") });
    }
    let rows = places.into_iter();
    rows.map(|((_, locator), marks)| CitedPlace { locator: kept_together(locator), marks }).collect()
}

/// What puts "para. 9" before "paras. 10–20", and "headline" before both.
fn numbers(locator: &str) -> Vec<u64> {
    let digits = locator.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    digits.map(|digits| digits.parse().unwrap_or(u64::MAX)).collect()
}

/// 0 → a, 25 → z, 26 → aa.
fn letters(mut nth: usize) -> String {
    let mut out = Vec::new();
    loop {
        out.push(b'a' + (nth % 26) as u8);
        if nth < 26 {
            break;
        }
        nth = nth / 26 - 1;
    }
    out.reverse();
    out.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::{letters, places};

    #[test]
    fn a_place_comes_once_and_in_the_order_of_the_source() {
        let front = ["para. 9", "", "para. 30"];
        let uses = [("paras. 10–20", "cite-1"), ("para. 9", "cite-2"), ("", "cite-3"), ("para. 9", "cite-4")];
        let rows = places(front.into_iter(), uses.into_iter()).into_iter().map(|place| {
            let marks: Vec<_> =
                place.marks.iter().map(|mark| format!("{}{}", mark.label, mark.href)).collect();
            format!("{}: {}", place.locator, marks.join(" "))
        });
        assert_eq!(
            rows.collect::<Vec<_>>(),
            [
                ": a#cite-3",
                "para.\u{a0}9: a#cite-2 b#cite-4",
                "paras.\u{a0}10–20: a#cite-1",
                "para.\u{a0}30: "
            ]
        );
    }

    #[test]
    fn back_marks_go_on_after_z() {
        let labels: Vec<_> = [0, 25, 26, 27, 701, 702].into_iter().map(letters).collect();
        assert_eq!(labels, ["a", "z", "aa", "ab", "zz", "aaa"]);
    }
}
