//! What the dates of pages say of the care that is taken: text that changed after it was checked, pages that nobody
//! has checked for long, dates that lie ahead.

use crate::link::corpus::Corpus;
use crate::link::publication::PublishedPage;
use crate::model::Settings;
use crate::model::date::Day;
use crate::parse::facts::PageRole;
use crate::text::{Diagnostic, rules};

/// Whether a page changed after it was checked. A vague date counts as the day that excuses it.
pub(super) fn changed_since(page: &PublishedPage) -> Option<Diagnostic> {
    let facts = page.facts();
    let (updated, reviewed) = (facts.updated.as_ref()?, facts.reviewed.as_ref()?);
    (reviewed.latest()? < updated.earliest()?).then(|| {
        let message = format!(
            "this page was checked on {}, and its text changed on {}",
            reviewed.as_written(),
            updated.as_written()
        );
        Diagnostic::new(&rules::review::CHANGED_SINCE_REVIEW, message)
            .at(&facts.path, page.parsed().field("reviewed"))
            .help("check it again, and set `reviewed` to that day")
    })
}

/// What depends on the day: what was not checked for longer than the settings allow, and what is dated ahead.
#[must_use]
pub fn as_of(corpus: &Corpus, today: Day) -> Vec<Diagnostic> {
    let pages = corpus.pages();
    pages
        .flat_map(|page| ahead(page, today).into_iter().chain(stale(&corpus.settings, page, today)))
        .collect()
}

fn stale(settings: &Settings, page: &PublishedPage, today: Day) -> Option<Diagnostic> {
    let every = settings.review_every?;
    let facts = page.facts();
    if !matches!(facts.role, PageRole::Plain | PageRole::Entity(_)) {
        return None;
    }
    let rule = &rules::review::STALE_REVIEW;
    let Some(reviewed) = &facts.reviewed else {
        let message = "this page does not say when it was last checked";
        return Some(
            Diagnostic::new(rule, message)
                .in_file(&facts.path)
                .help("check it against its sources, and write `reviewed:` with the day"),
        );
    };
    (every.after(reviewed.latest()?) < today).then(|| {
        let message =
            format!("this page was last checked on {}, more than {every} ago", reviewed.as_written());
        Diagnostic::new(rule, message)
            .at(&facts.path, page.parsed().field("reviewed"))
            .help("check it against its sources, and set `reviewed` to the day")
    })
}

/// What is dated on a page.
enum Dated {
    /// The page as a whole, by this field.
    Page(&'static str),
    /// One of its corrections, from 0.
    Correction(usize),
    /// One of its replies, from 0, by this field.
    Reply(usize, &'static str),
}

impl Dated {
    fn in_words(&self) -> String {
        match self {
            Self::Page(field) => format!("`{field}`"),
            Self::Correction(_) => "this correction".into(),
            Self::Reply(_, field) => format!("the `{field}` of this reply"),
        }
    }

    /// The name of the field that holds the date.
    fn field(&self) -> String {
        match self {
            Self::Page(field) => (*field).into(),
            Self::Correction(nth) => format!("corrections.{nth}.date"),
            Self::Reply(nth, field) => format!("replies.{nth}.{field}"),
        }
    }
}

fn ahead(page: &PublishedPage, today: Day) -> Vec<Diagnostic> {
    let facts = page.facts();
    let own = [(Dated::Page("updated"), &facts.updated), (Dated::Page("reviewed"), &facts.reviewed)];
    let own = own.into_iter().filter_map(|(dated, date)| Some((dated, date.as_ref()?)));
    let corrections = facts.corrections.iter().enumerate();
    let corrections = corrections.map(|(nth, correction)| (Dated::Correction(nth), &correction.date));
    let replies = facts.replies.iter().enumerate().flat_map(|(nth, reply)| {
        let dates = [(Dated::Reply(nth, "asked"), &reply.asked), (Dated::Reply(nth, "date"), &reply.date)];
        dates.into_iter().filter_map(|(dated, date)| Some((dated, date.as_ref()?)))
    });
    own.chain(corrections)
        .chain(replies)
        .filter(|(_, date)| date.earliest().is_some_and(|day| day > today))
        .map(|(dated, date)| {
            let message =
                format!("{} is dated {}, and today is {today}", dated.in_words(), date.as_written());
            Diagnostic::new(&rules::review::FUTURE_DATE, message)
                .at(&facts.path, page.parsed().field(&dated.field()))
                .help("correct the date")
        })
        .collect()
}
