//! What the dates of pages say of the care that is taken: text that changed after it was checked, pages that nobody
//! has checked for long, dates that lie ahead.

use crate::link::corpus::Corpus;
use crate::link::publication::PublishedPage;
use crate::model::Settings;
use crate::model::date::{Day, EdtfDate};
use crate::parse::facts::PageRole;
use crate::text::{Diagnostic, Span, rules};

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

fn ahead(page: &PublishedPage, today: Day) -> Vec<Diagnostic> {
    let facts = page.facts();
    let parsed = page.parsed();
    let mut dates: Vec<(String, Span, &EdtfDate)> = Vec::new();
    for (field, date) in [("updated", &facts.updated), ("reviewed", &facts.reviewed)] {
        dates.extend(date.as_ref().map(|date| (format!("`{field}`"), parsed.field(field), date)));
    }
    for (index, correction) in facts.corrections.iter().enumerate() {
        let place = parsed.field(&format!("corrections.{index}.date"));
        dates.push(("this correction".into(), place, &correction.date));
    }
    for (index, reply) in facts.replies.iter().enumerate() {
        for (field, date) in [("asked", &reply.asked), ("date", &reply.date)] {
            let place = parsed.field(&format!("replies.{index}.{field}"));
            dates.extend(date.as_ref().map(|date| (format!("the `{field}` of this reply"), place, date)));
        }
    }
    let ahead = dates.into_iter().filter(|(_, _, date)| date.earliest().is_some_and(|day| day > today));
    ahead
        .map(|(what, place, date)| {
            let message = format!("{what} is dated {}, and today is {today}", date.as_written());
            Diagnostic::new(&rules::review::FUTURE_DATE, message)
                .at(&facts.path, place)
                .help("correct the date")
        })
        .collect()
}
