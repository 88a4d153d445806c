//! A bundle: one entity with everything it rests on, as one file that can be read, printed and handed in by itself.
//!
//! [`Grounds`] say which pages it holds and how the sources are numbered. Each page is viewed as its own page on the
//! site views it, by a [`Viewer`] that knows the places of the others: references are numbers, and nothing leads out
//! of the file but to the addresses of sources.

mod exhibit;
mod section;
mod style;

use std::sync::Arc;

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

pub use exhibit::ExhibitView;
pub use section::SectionView;
pub use style::StyleView;

use super::date::DateView;
use super::frame::PageView;
use super::viewer::Viewer;
use crate::link::grounds::Grounds;
use crate::link::{Corpus, PageAddress};
use crate::markup::{Binding, Bound, Material, Numbering, exhibit_anchor, exhibit_label};
use crate::model::date::EdtfDate;
use crate::model::{EntityId, Words};
use crate::parse::facts::PageFacts;
use crate::text::ContentPath;

/// A bundle (template `bundle.html`).
#[derive(Debug, Serialize)]
pub struct BundleView {
    /// What it is about.
    pub title: String,
    /// The kind of that: "Claim".
    pub kind: String,
    /// One sentence on it; may be empty.
    pub summary: String,
    /// When the text of any of its pages last changed.
    pub updated: Option<DateView>,
    /// When any of its sources was first looked at.
    pub accessed_first: Option<DateView>,
    /// When any of them was last looked at; none where it is the same day.
    pub accessed_last: Option<DateView>,
    /// The statements: the subject itself, then what is told with it.
    pub sections: Vec<SectionView>,
    /// The sources, numbered.
    pub exhibits: Vec<ExhibitView>,
    /// The people and organisations that are named and have no part of their own.
    pub named: Vec<NamedGroup>,
    /// The style sheet, which stands in the file itself.
    pub style: StyleView,
}

/// A number that stands for a part of the bundle, or the first and the last of parts that follow each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartReference {
    /// "§ 2", "Exhibit 3".
    pub label: String,
    /// `#part.exhibit-3`.
    pub href: String,
    /// Of several that follow each other, the last: "§ 9"; empty for one.
    pub last_label: String,
    /// Where that is; empty for one.
    pub last_href: String,
}

/// Those of one kind who are named.
#[derive(Debug, Clone, Serialize)]
pub struct NamedGroup {
    /// "People".
    pub label: String,
    /// Who, by name.
    pub items: Vec<NamedView>,
}

/// Who or what is named in a bundle and has no part of its own.
#[derive(Debug, Clone, Serialize)]
pub struct NamedView {
    /// The name.
    pub title: String,
    /// Other names.
    pub aliases: Vec<Arc<str>>,
    /// One sentence; may be empty.
    pub summary: String,
}

/// What a bundle holds beside words.
#[derive(Debug, Clone, Default)]
pub struct Belongings {
    /// The pictures of its pages as `data:` addresses.
    pub pictures: BTreeMap<ContentPath, String>,
    /// The style sheet.
    pub style: String,
}

/// The bundle of the entity that these grounds are of.
#[must_use]
pub fn bundle(
    material: &Material,
    grounds: &Grounds,
    belongings: &Belongings,
) -> Option<PageView<BundleView>> {
    let dossier = &material.dossier;
    let words = &dossier.settings.words;
    let subject = dossier.page(&grounds.sections.first()?.id)?.facts();
    let binding = binding(material, grounds, belongings);
    let mut numbering = Numbering::of_exhibits(grounds.exhibits.iter().map(|exhibit| exhibit.id.clone()));
    let addresses: Vec<PageAddress> = grounds
        .sections
        .iter()
        .chain(&grounds.exhibits)
        .map(|ground| PageAddress::Entity(ground.id.clone()))
        .collect();
    let viewer = Viewer::new(material, addresses.first()?);
    let ties = viewer.ties(subject);
    let (of_sections, of_exhibits) = addresses.split_at(grounds.sections.len());
    let mut sections = Vec::with_capacity(grounds.sections.len());
    for ((nth, ground), address) in (1..).zip(&grounds.sections).zip(of_sections) {
        let part = Viewer::new(material, address).in_bundle(&binding, section_place(words, nth));
        sections.extend(part.section(nth, ground, &ties, &mut numbering));
    }
    let cited_in = cited_in(grounds);
    let mut exhibits = Vec::with_capacity(grounds.exhibits.len());
    for ((nth, ground), address) in (1..).zip(&grounds.exhibits).zip(of_exhibits) {
        let part = Viewer::new(material, address).in_bundle(&binding, exhibit_place(words, nth));
        let cited_in = references(words, cited_in.get(&ground.id).map_or(&[], Vec::as_slice));
        exhibits.extend(part.exhibit(nth, ground, cited_in, &mut numbering));
    }
    let facts = |ground: &crate::link::grounds::Ground| dossier.page(&ground.id).map(|page| page.facts());
    let all = || grounds.sections.iter().chain(&grounds.exhibits).filter_map(facts);
    let date = |date: Option<&EdtfDate>| date.map(|date| viewer.date(date));
    let accessed = || grounds.exhibits.iter().filter_map(facts).filter_map(|facts| facts.date("accessed"));
    let first = accessed().min_by_key(|date| date.order());
    let last = accessed().max_by_key(|date| date.order()).filter(|last| Some(*last) != first);
    let kind = subject.kind().and_then(|kind| dossier.settings.kind(kind.as_str()));
    let view = BundleView {
        title: subject.title.to_string(),
        kind: kind.map(|kind| kind.singular.to_string()).unwrap_or_default(),
        summary: subject.summary.to_string(),
        updated: date(all().filter_map(|facts| facts.updated.as_ref()).max_by_key(|date| date.order())),
        accessed_first: date(first),
        accessed_last: date(last),
        sections,
        exhibits,
        named: viewer.named(&grounds.named),
        style: StyleView::new(&belongings.style, &dossier.settings.title, &subject.title),
    };
    Some(PageView { frame: viewer.frame("bundle", &view.title, &view.summary), view })
}

fn section_place(words: &Words, nth: usize) -> Bound {
    let label = words.fill("bundle-section-label", &[("number", nth.into())]);
    Bound { anchor: format!("part.section-{nth}"), label, unnumbered: nth == 1 }
}

fn exhibit_place(words: &Words, nth: usize) -> Bound {
    Bound { anchor: exhibit_anchor(nth), label: exhibit_label(words, nth), unnumbered: false }
}

/// A part, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Section(usize),
    Exhibit(usize),
}

impl Part {
    fn place(self, words: &Words) -> Bound {
        match self {
            Self::Section(nth) => section_place(words, nth),
            Self::Exhibit(nth) => exhibit_place(words, nth),
        }
    }

    fn next(self) -> Self {
        match self {
            Self::Section(nth) => Self::Section(nth + 1),
            Self::Exhibit(nth) => Self::Exhibit(nth + 1),
        }
    }
}

/// From how many parts in a row on the first and the last of them say it.
const RUN: usize = 3;

/// The numbers of these parts; many in a row are said by the first and the last.
fn references(words: &Words, parts: &[Part]) -> Vec<PartReference> {
    let mut references = Vec::new();
    for run in parts.chunk_by(|one, other| one.next() == *other) {
        let places: Vec<Bound> = match run {
            [first, .., last] if run.len() >= RUN => vec![first.place(words), last.place(words)],
            _ => run.iter().map(|part| part.place(words)).collect(),
        };
        let at = |bound: &Bound| (bound.label.clone(), format!("#{}", bound.anchor));
        match &places[..] {
            [first, last] if run.len() >= RUN => {
                let ((label, href), (last_label, last_href)) = (at(first), at(last));
                references.push(PartReference { label, href, last_label, last_href });
            }
            places => references.extend(places.iter().map(|place| {
                let (label, href) = at(place);
                PartReference { label, href, last_label: String::new(), last_href: String::new() }
            })),
        }
    }
    references
}

/// Where everything stands. A source that is the subject is referred to as the exhibit that it is as well.
fn binding(material: &Material, grounds: &Grounds, belongings: &Belongings) -> Binding {
    let dossier = &material.dossier;
    let words = &dossier.settings.words;
    let mut binding = Binding::default();
    let file = |id: &EntityId| dossier.file_of(&PageAddress::Entity(id.clone()));
    for (nth, exhibit) in (1..).zip(&grounds.exhibits) {
        binding.place(file(&exhibit.id), exhibit_place(words, nth));
    }
    for (nth, section) in (1..).zip(&grounds.sections) {
        binding.place(file(&section.id), section_place(words, nth));
    }
    for (path, address) in &belongings.pictures {
        binding.bring(Corpus::file_of_attachment(path), address.clone());
    }
    binding
}

/// The parts that name each source.
fn cited_in(grounds: &Grounds) -> HashMap<&EntityId, Vec<Part>> {
    let sections = (1..).map(Part::Section).zip(&grounds.sections);
    let exhibits = (1..).map(Part::Exhibit).zip(&grounds.exhibits);
    let mut cited_in: HashMap<&EntityId, Vec<Part>> = HashMap::new();
    for (part, ground) in sections.chain(exhibits) {
        for source in &ground.sources {
            cited_in.entry(source).or_default().push(part);
        }
    }
    cited_in
}

impl Viewer<'_> {
    /// The exhibits that a part names.
    fn exhibits_named(&self, sources: &[EntityId], numbering: &mut Numbering) -> Vec<PartReference> {
        let mut numbers: Vec<usize> = sources.iter().map(|source| numbering.number(source)).collect();
        numbers.sort_unstable();
        references(self.words, &numbers.into_iter().map(Part::Exhibit).collect::<Vec<_>>())
    }

    /// Who and what is named, by kind.
    fn named(&self, named: &[EntityId]) -> Vec<NamedGroup> {
        let mut groups: Vec<NamedGroup> = Vec::new();
        for facts in named.iter().filter_map(|id| self.dossier.page(id)).map(|page| page.facts()) {
            let kind = facts.kind().and_then(|kind| self.dossier.settings.kind(kind.as_str()));
            let label = kind.map(|kind| kind.plural.to_string()).unwrap_or_default();
            let item = self.named_view(facts);
            match groups.last_mut().filter(|group| group.label == label) {
                Some(group) => group.items.push(item),
                None => groups.push(NamedGroup { label, items: vec![item] }),
            }
        }
        groups
    }

    fn named_view(&self, facts: &PageFacts) -> NamedView {
        NamedView {
            title: facts.title.to_string(),
            aliases: self.aliases(facts),
            summary: facts.summary.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_parts_in_a_row_are_said_by_the_first_and_the_last() {
        let said = |parts: &[Part]| {
            let all = references(&Words::english(), parts).into_iter();
            let all = all.map(|part| match part.last_label.as_str() {
                "" => part.label,
                last => format!("{}–{last}", part.label),
            });
            all.collect::<Vec<_>>().join(", ").replace('\u{a0}', " ")
        };
        let (s, e) = (Part::Section, Part::Exhibit);
        for (parts, expected) in [
            (&[][..], ""),
            (&[s(1)], "§ 1"),
            (&[s(1), s(2)], "§ 1, § 2"),
            (&[s(1), s(2), s(3), e(4)], "§ 1–§ 3, Exhibit 4"),
            (
                &[s(1), s(3), s(4), s(5), s(6), s(8), e(1), e(2), e(3)],
                "§ 1, § 3–§ 6, § 8, Exhibit 1–Exhibit 3",
            ),
        ] {
            assert_eq!(said(parts), expected);
        }
    }
}
