//! The ledger: claims against sources, whole or narrowed.
//!
//! Where the rows of a page speak of few sources, each source is a column. Where there are many, a row lists its own
//! sources by what they say, because a table that wide is no table any more.

use serde::Serialize;

use super::entity_link::EntityLink;
use super::evidence::RatedSource;
use super::frame::PageView;
use super::ledger_filters::FilterGroup;
use super::pager::Pager;
use super::scale::{Scale, ScaleStep};
use super::viewer::Viewer;
use crate::link::PageAddress;
use crate::link::ledger::{CLAIMS_ON_A_PAGE, LedgerLine, Narrowing, Testimony};
use crate::markup::kept_together;
use crate::model::EntityId;
use crate::model::claim::Stance;

/// The ledger of claims (template `ledger.html`).
#[derive(Debug, Serialize)]
pub struct LedgerView {
    /// What it is narrowed to: "Disputed"; empty for the whole.
    pub filter: String,
    /// The entity, where the filter is one.
    pub filter_link: Option<EntityLink>,
    /// In what way the claims have to do with it: "said by", "about", "with the source"; empty for statuses.
    pub filter_way: &'static str,
    /// The whole ledger's address.
    pub all_href: String,
    /// Narrowings, by sort.
    pub filters: Vec<FilterGroup>,
    /// How many claims are left.
    pub count: usize,
    /// How many there are in all.
    pub total: usize,
    /// The sources that are columns; empty where there are too many, or none.
    pub columns: Vec<RatedSource>,
    /// The claims of this page, by title.
    pub rows: Vec<LedgerRow>,
    /// The pages of the list; none where it has one alone.
    pub pager: Option<Pager>,
    /// What the words of status mean.
    pub statuses: Vec<ScaleStep>,
    /// What the numbers of credibility mean.
    pub credibility: Vec<ScaleStep>,
    /// What the letters of reliability mean.
    pub reliability: Vec<ScaleStep>,
}

/// One claim of the ledger.
#[derive(Debug, Clone, Serialize)]
pub struct LedgerRow {
    /// The claim.
    pub link: EntityLink,
    /// Who says it.
    pub said_by: Vec<EntityLink>,
    /// Its status; may be empty.
    pub status: String,
    /// The status as a label; may be empty.
    pub status_label: String,
    /// The number of its Admiralty credibility: "2"; may be empty.
    pub credibility: String,
    /// What the number means; may be empty.
    pub credibility_words: String,
    /// What each column's source says of it: several where a source says several things.
    pub cells: Vec<Vec<LedgerMark>>,
    /// The same by what is said, where sources are no columns.
    pub stances: Vec<StanceGroup>,
    /// How much more sources say of it than is shown, where very many do.
    pub more: usize,
    /// Whether any published source speaks of it.
    pub has_sources: bool,
    /// How many independent origins the sources have that report or support it.
    pub origins: usize,
    /// How many such sources there are.
    pub reports: usize,
}

/// What one source says of a claim.
#[derive(Debug, Clone, Serialize)]
pub struct LedgerMark {
    /// `reports`, `supports`, `contradicts`.
    pub stance: &'static str,
    /// The same in words: "reports".
    pub stance_label: String,
    /// The same for the eye: "R", "S", "C".
    pub sign: String,
    /// The source.
    pub source: RatedSource,
    /// Where in it: "para. 4; para. 9"; may be empty.
    pub locators: String,
}

/// Sources that say the same of a claim.
#[derive(Debug, Clone, Serialize)]
pub struct StanceGroup {
    /// "Reported by", "Supported by", "Contradicted by".
    pub label: String,
    /// The sources.
    pub marks: Vec<LedgerMark>,
}

/// How many things that sources say of a claim stand in its row at most.
const MOST_MARKS: usize = 40;

/// How many sources stand as columns at most.
const MOST_COLUMNS: usize = 8;

impl Viewer<'_> {
    /// One page of the ledger.
    #[must_use]
    pub fn ledger(&self, narrowing: &Narrowing, nth: usize) -> PageView<LedgerView> {
        let lines = self.dossier.ledger_filters.left(narrowing);
        let on_page = |nth: usize| {
            let places = lines.chunks(CLAIMS_ON_A_PAGE).nth(nth.saturating_sub(1)).unwrap_or_default();
            places.iter().filter_map(|place| self.dossier.ledger.get(*place))
        };
        let shown: Vec<&LedgerLine> = on_page(nth).collect();
        let columns = self.ledger_columns(&shown);
        let begins = |nth: usize| on_page(nth).next().map(|line| self.link(&line.claim).text.to_string());
        let (filter, filter_way, filter_link) = self.narrowed_to(narrowing);
        let title = match filter.as_str() {
            "" => self.words.get("title-ledger").to_owned(),
            filter => self.words.fill("title-ledger-part", &[("filter", filter.into())]),
        };
        let view = LedgerView {
            filter,
            filter_link,
            filter_way,
            all_href: self.href(&PageAddress::Ledger(Narrowing::Whole, 1)),
            filters: self.ledger_filters(narrowing, nth),
            count: lines.len(),
            total: self.dossier.ledger.len(),
            rows: shown.iter().map(|line| self.ledger_row(line, &columns, narrowing)).collect(),
            columns: columns.iter().map(|id| self.rated(id)).collect(),
            pager: self.pager_with(
                nth,
                lines.len().div_ceil(CLAIMS_ON_A_PAGE),
                |nth| PageAddress::Ledger(narrowing.clone(), nth),
                begins,
            ),
            statuses: self.statuses(),
            credibility: self.steps(Scale::Credibility),
            reliability: self.steps(Scale::Reliability),
        };
        PageView { frame: self.frame("ledger", &title, ""), view }
    }

    /// The sources of these claims, where they are few enough to be columns.
    fn ledger_columns(&self, shown: &[&LedgerLine]) -> Vec<EntityId> {
        let mut columns: Vec<EntityId> = Vec::new();
        for line in shown {
            if line.testimonies.len() > MOST_COLUMNS * Stance::ALL.len() {
                return Vec::new();
            }
            columns.extend(line.sources());
        }
        columns.sort_by_key(|id| self.dossier.rank(id));
        columns.dedup();
        if columns.len() > MOST_COLUMNS { Vec::new() } else { columns }
    }

    fn narrowed_to(&self, narrowing: &Narrowing) -> (String, &'static str, Option<EntityLink>) {
        let text = |id: &EntityId| self.link(id).text;
        let (way, filter, id) = match narrowing {
            Narrowing::Whole => return (String::new(), "", None),
            Narrowing::Status(status) => return (self.status_words(Some(*status)).1, "", None),
            Narrowing::SaidBy(id) => {
                ("said-by", self.words.fill("ledger-said-by", &[("who", (&text(id)).into())]), id)
            }
            Narrowing::About(id) => {
                ("about", self.words.fill("ledger-about", &[("subject", (&text(id)).into())]), id)
            }
            Narrowing::Source(id) => {
                ("source", self.words.fill("ledger-with-source", &[("source", (&text(id)).into())]), id)
            }
        };
        (filter, way, Some(self.link(id)))
    }

    fn ledger_row(&self, line: &LedgerLine, columns: &[EntityId], narrowing: &Narrowing) -> LedgerRow {
        let claim = self.dossier.page(&line.claim).and_then(|page| page.facts().claim.as_ref());
        let rating = claim.and_then(|claim| claim.credibility.as_deref()).unwrap_or_default();
        let (credibility, credibility_words) = self.rating_parts(Scale::Credibility, rating);
        let (status, status_label) = self.status_words(line.status);
        let shown = self.shown_testimonies(line, narrowing);
        let marks = |told: &dyn Fn(&Testimony) -> bool| -> Vec<LedgerMark> {
            let told = shown.iter().filter(|testimony| told(testimony));
            told.map(|testimony| self.ledger_mark(testimony)).collect()
        };
        let stances = Stance::ALL.into_iter().map(|stance| StanceGroup {
            label: self.words.get(label(stance)).to_owned(),
            marks: marks(&|told| told.stance == stance),
        });
        let stances = stances.filter(|group| columns.is_empty() && !group.marks.is_empty());
        LedgerRow {
            link: self.link(&line.claim),
            said_by: self
                .dossier
                .page(&line.claim)
                .map(|page| self.ends(page.facts(), "said_by"))
                .unwrap_or_default(),
            status,
            status_label,
            credibility: credibility.into(),
            credibility_words,
            cells: columns.iter().map(|id| marks(&|told| told.source == *id)).collect(),
            stances: stances.collect(),
            more: line.testimonies.len() - shown.len(),
            has_sources: !line.testimonies.is_empty(),
            origins: line.origins.len(),
            reports: line.reports,
        }
    }

    /// What sources say of a claim; of very many the first, and those that the ledger is narrowed to.
    fn shown_testimonies<'l>(&self, line: &'l LedgerLine, narrowing: &Narrowing) -> Vec<&'l Testimony> {
        let all = &line.testimonies;
        if all.len() <= MOST_MARKS {
            return all.iter().collect();
        }
        let asked = match narrowing {
            Narrowing::Source(id) => {
                let rank = self.dossier.rank(id);
                let start = all.partition_point(|told| self.dossier.rank(&told.source) < rank);
                start..start + all[start..].iter().take_while(|told| told.source == *id).count()
            }
            _ => 0..0,
        };
        let first = (0..MOST_MARKS - asked.len()).filter(|place| !asked.contains(place));
        let mut places: Vec<usize> = first.chain(asked.clone()).collect();
        places.sort_unstable();
        places.into_iter().map(|place| &all[place]).collect()
    }

    fn ledger_mark(&self, told: &Testimony) -> LedgerMark {
        let locators: Vec<_> = told.locators.iter().map(|locator| kept_together(locator)).collect();
        let (verb, sign) = match told.stance {
            Stance::Reports => ("stance-reports", "stance-reports-sign"),
            Stance::Supports => ("stance-supports", "stance-supports-sign"),
            Stance::Contradicts => ("stance-contradicts", "stance-contradicts-sign"),
        };
        LedgerMark {
            stance: told.stance.callout(),
            stance_label: self.words.get(verb).to_owned(),
            sign: self.words.get(sign).to_owned(),
            source: self.rated(&told.source),
            locators: locators.join("; "),
        }
    }
}

/// The key of the heading of a list of sources.
fn label(stance: Stance) -> &'static str {
    match stance {
        Stance::Reports => "stance-reports-by",
        Stance::Supports => "stance-supports-by",
        Stance::Contradicts => "stance-contradicts-by",
    }
}
