//! Who refers to a page, in which words: on the page itself, and where they are too many, on pages of their own.

use serde::Serialize;

use super::entity_link::EntityLink;
use super::frame::PageView;
use super::pager::{Jump, Pager, thinned};
use super::viewer::Viewer;
use crate::link::backlinks::{Backlink, Way};
use crate::link::referrers::{Referrers, Run};
use crate::link::{PageAddress, PublishedPage};
use crate::markup::excerpt;
use crate::model::{EntityId, RelationId};
use crate::parse::facts::PageFacts;
/// Who refers to this page, grouped by relation.
#[derive(Debug, Clone, Serialize)]
pub struct BacklinkGroup {
    /// "employs", "mentioned by", "cited by".
    pub label: String,
    /// The pages, by kind and name; of very many the first.
    pub items: Vec<BacklinkView>,
    /// How many there are in all.
    pub count: usize,
    /// The list of them all, where some are left out.
    pub all_href: Option<String>,
}

/// One page that refers to this one.
#[derive(Debug, Clone, Serialize)]
pub struct BacklinkView {
    /// The page.
    pub link: EntityLink,
    /// The sentences around the mentions, safe HTML with the mention in `<b>`; may be empty.
    pub excerpts: Vec<String>,
    /// Qualifiers of the relation; may be empty.
    pub note: String,
    /// Where the page is a claim, its status: `disputed`; else empty.
    pub status: String,
    /// The status as a label: "Disputed"; may be empty.
    pub status_label: String,
}

/// One page of those who refer to another, where they are too many to stand there (template `backlinks.html`).
#[derive(Debug, Serialize)]
pub struct BacklinksView {
    /// The page that they refer to.
    pub subject: EntityLink,
    /// What stands on this page of the list.
    pub runs: Vec<BacklinkRun>,
    /// Jumps to all runs, also to those on other pages.
    pub jumps: Vec<Jump>,
    /// How many references there are in all.
    pub count: usize,
    /// The pages of the list.
    pub pager: Option<Pager>,
}

/// References in one way from pages of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct BacklinkRun {
    /// "mentioned by: People".
    pub label: String,
    /// The heading's id.
    pub anchor: String,
    /// The pages, by name.
    pub items: Vec<BacklinkView>,
}

/// How many sentences one page contributes to one group.
const MOST_EXCERPTS: usize = 3;
/// How many mentions are looked at for them: in a list or a table none may stand in a sentence.
const MOST_LOOKED_AT: usize = 100;
/// How many of a group stand on a page to which too many refer.
const FIRST: usize = 20;

impl Viewer<'_> {
    /// Who refers to a page: by relation, then in their text, then by citing it. Relations that stand in the facts
    /// panel are not repeated.
    pub(super) fn backlinks(&self, facts: &PageFacts) -> Vec<BacklinkGroup> {
        let all = self.dossier.backlinks(&facts.id);
        if self.bundled.is_none()
            && let Some(list) = self.dossier.referrers(&facts.id)
        {
            return self.first_backlinks(facts, all, list);
        }
        let counts = self.dossier.inverse_counts(&facts.id);
        let mut groups: Vec<BacklinkGroup> = Vec::new();
        let mut last: Option<&Way> = None;
        for backlink in all {
            if let Way::Relation(relation) = &backlink.way {
                let end = self.dossier.inverse_end(&facts.id, relation, &backlink.from);
                if end.is_none_or(|end| self.is_panel_inverse(facts, end, &counts)) {
                    continue;
                }
            }
            // They are in the order of their ways, and two ways can have one label.
            if last != Some(&backlink.way) {
                let label = self.way_label(&backlink.way);
                if groups.last().is_none_or(|group| group.label != label) {
                    groups.push(BacklinkGroup { label, items: Vec::new(), count: 0, all_href: None });
                }
                last = Some(&backlink.way);
            }
            let Some(group) = groups.last_mut() else { continue };
            group.items.push(self.backlink(&facts.id, backlink));
            group.count += 1;
        }
        groups
    }

    /// The first of each way, where they are too many.
    fn first_backlinks(&self, facts: &PageFacts, all: &[Backlink], list: &Referrers) -> Vec<BacklinkGroup> {
        let mut groups: Vec<BacklinkGroup> = Vec::new();
        for (place, run) in list.runs.iter().enumerate() {
            let label = self.way_label(&run.way);
            if groups.last().is_none_or(|group| group.label != label) {
                groups.push(BacklinkGroup { label, items: Vec::new(), count: 0, all_href: None });
            }
            let Some(group) = groups.last_mut() else { continue };
            let end = list.end_of(place);
            let first = list.listed(run.start, end.min(run.start + FIRST - group.items.len()));
            group.items.extend(first.iter().map(|place| self.backlink(&facts.id, &all[*place])));
            group.count += end - run.start;
            if group.count > group.items.len() && group.all_href.is_none() {
                // Where the first run of the group begins.
                let way = list.runs.iter().position(|other| self.way_label(&other.way) == group.label);
                group.all_href = way.map(|way| self.run_href(&facts.id, list, way, 0));
            }
        }
        groups
    }

    /// One page of all who refer to another; none where they stand on that page itself.
    #[must_use]
    pub fn backlinks_page(&self, page: &PublishedPage, nth: usize) -> Option<PageView<BacklinksView>> {
        let facts = page.facts();
        let (all, list) = (self.dossier.backlinks(&facts.id), self.dossier.referrers(&facts.id)?);
        let runs = list.on_page(nth).into_iter().map(|(place, run, listed)| BacklinkRun {
            label: self.run_label(list, run),
            anchor: anchor(place),
            items: listed.iter().map(|place| self.backlink(&facts.id, &all[*place])).collect(),
        });
        let jump = |(place, run): (usize, &Run)| Jump {
            label: self.run_label(list, run),
            href: self.run_href(&facts.id, list, place, nth),
        };
        let jumps: Vec<Jump> = list.runs.iter().enumerate().map(jump).collect();
        let begins = |nth: usize| {
            let first = nth.saturating_sub(1) * crate::link::referrers::BACKLINKS_ON_A_PAGE;
            let place = list.listed(first, first + 1).first()?;
            Some(self.link(&all[*place].from).text.to_string())
        };
        let view = BacklinksView {
            subject: self.link(&facts.id),
            runs: runs.collect(),
            jumps: thinned(&jumps).cloned().collect(),
            count: list.len(),
            pager: self.pager_with(
                nth,
                list.pages(),
                |nth| PageAddress::Backlinks(facts.id.clone(), nth),
                begins,
            ),
        };
        let title = self.words.fill("title-backlinks", &[("name", (&*facts.title).into())]);
        Some(PageView { frame: self.frame("backlinks", &title, ""), view })
    }

    /// The way to where a run begins in the list, from the list's `nth` page or, where that is 0, from elsewhere.
    fn run_href(&self, id: &EntityId, list: &Referrers, run: usize, nth: usize) -> String {
        let page = Referrers::page_at(list.runs.get(run).map_or(0, |run| run.start));
        let file =
            if page == nth { String::new() } else { self.href(&PageAddress::Backlinks(id.clone(), page)) };
        format!("{file}#{}", anchor(run))
    }

    fn backlink(&self, to: &EntityId, backlink: &Backlink) -> BacklinkView {
        let note = match &backlink.way {
            Way::Relation(relation) => {
                let end = self.dossier.inverse_end(to, relation, &backlink.from);
                end.map(|end| self.qualifiers(&end.written)).unwrap_or_default()
            }
            Way::Reply | Way::Mention | Way::Citation => String::new(),
        };
        // What a refuted claim says must not be read as what is so.
        let from = self.dossier.page(&backlink.from);
        let claim = from.and_then(|page| page.facts().claim.as_ref());
        let (status, status_label) = self.status_words(claim.and_then(|claim| claim.status));
        let (link, excerpts) = (self.link(&backlink.from), self.excerpts(backlink));
        BacklinkView { link, excerpts, note, status, status_label }
    }

    /// What those are called who refer to a page in this way.
    fn way_label(&self, way: &Way) -> String {
        match way {
            Way::Reply => self.words.get("backlinks-reply").to_owned(),
            Way::Mention => self.words.get("backlinks-mention").to_owned(),
            Way::Citation => self.words.get("backlinks-citation").to_owned(),
            Way::Relation(relation) => self.inverse_label(relation),
        }
    }

    fn inverse_label(&self, relation: &RelationId) -> String {
        let known = self.dossier.settings.relations.get(relation);
        known.map_or_else(|| relation.to_string(), |known| known.inverse.to_string())
    }

    /// The same, with the kind of the pages where there are several.
    fn run_label(&self, list: &Referrers, run: &Run) -> String {
        let way = self.way_label(&run.way);
        if list.runs.iter().filter(|other| other.way == run.way).count() < 2 {
            return way;
        }
        let kind = run.kind.as_ref().and_then(|kind| self.dossier.settings.kind(kind.as_str()));
        let kinds = kind.map_or_else(|| self.words.get("pages"), |kind| &*kind.plural);
        self.words.fill("backlinks-run", &[("way", (&way).into()), ("kinds", kinds.into())])
    }

    fn excerpts(&self, backlink: &Backlink) -> Vec<String> {
        let Some(page) = self.dossier.page(&backlink.from) else { return Vec::new() };
        let mut excerpts: Vec<String> = Vec::new();
        for number in backlink.mentions.iter().take(MOST_LOOKED_AT) {
            if excerpts.len() == MOST_EXCERPTS {
                break;
            }
            if let Some(sentence) = excerpt(self.dossier, page, *number)
                && !excerpts.contains(&sentence)
            {
                excerpts.push(sentence);
            }
        }
        excerpts
    }
}

/// An id that no heading of a text has, because it holds a full stop.
fn anchor(run: usize) -> String {
    format!("part.references-{}", run + 1)
}
