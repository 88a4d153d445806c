//! Small dossiers and by when their things can have been known; and any dossier, against the definition spelled out.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::link::Dossier;
use crate::link::attachments::Attachments;
use crate::model::Settings;
use crate::parse::parse_page;
use crate::text::{ContentFile, ContentPath};

fn dossier(files: &[(String, String)]) -> Dossier {
    let settings = Settings::default();
    let pages = files.iter().map(|(path, front)| {
        let path = ContentPath::new(&format!("content/{path}.md"));
        let text = format!("---\n{front}\n---\n").into();
        Arc::new(parse_page(&ContentFile { path, text }, &settings).value)
    });
    let pages = pages.collect();
    Dossier::link(settings, pages, Attachments::default(), &[]).value
}

/// When things became known, as lines: `2017-12: event crane by gazette 2017-12-03`.
fn told(files: &[(&str, &str)]) -> Vec<String> {
    let files: Vec<_> = files.iter().map(|(path, front)| ((*path).into(), (*front).into())).collect();
    let dossier = dossier(&files);
    let news = dossier.knowledge.news.iter().map(|news| {
        let id = match &news.subject {
            Subject::Entry(place) => dossier.timeline[*place].anchor.to_string(),
            Subject::Entity(id) => id.to_string(),
        };
        let sort = format!("{:?}", news.sort).to_lowercase();
        match (news.period(), &news.days.published) {
            (Some(period), Publication::First(first)) => {
                format!("{period}: {sort} {id} by {} on {}", first.source, first.by)
            }
            (_, Publication::Unknown(why)) => format!("{sort} {id} {why:?}").to_lowercase(),
            (None, Publication::First(_)) => format!("{id} has a day and no period"),
        }
    });
    news.collect()
}

const GAZETTE: (&str, &str) = ("sources/gazette", "published: 2017-12-03");
const INQUIRY: (&str, &str) = ("sources/inquiry", "published: 2018-06");
const LETTER: (&str, &str) = ("sources/letter", "published: 2017-11-20");
const PAMPHLET: (&str, &str) = ("sources/pamphlet", "published: 2017-12~");

#[test]
fn the_first_source_that_can_tell_of_it_counts() {
    let crane = ("events/crane", "date: 2017-12-01\nsources: [inquiry, letter, gazette]");
    assert_eq!(
        told(&[GAZETTE, INQUIRY, LETTER, crane]),
        [
            "2017-11: source letter by letter on 2017-11-20",
            "2017-12: event crane by gazette on 2017-12-03",
            "2017-12: source gazette by gazette on 2017-12-03",
            "2018-06: source inquiry by inquiry on 2018-06-30",
        ]
    );
}

#[test]
fn what_nothing_dates_is_not_known() {
    let files = [
        PAMPHLET,
        LETTER,
        ("sources/note", "accessed: 2020-01-01"),
        ("events/a", "date: 2017-12-01"),
        ("events/b", "date: 2017-12-01\nsources: [pamphlet, note]"),
        ("events/c", "date: 2017-12-01\nsources: [letter]"),
    ];
    assert_eq!(
        told(&files),
        [
            "2017-11: source letter by letter on 2017-11-20",
            "event a unsourced",
            "event b undated",
            "event c earlier",
            "source note undated",
            "source pamphlet undated",
        ]
    );
}

#[test]
fn a_claim_is_known_by_who_tells_of_it_and_not_by_what_speaks_against_it() {
    let files = [
        GAZETTE,
        INQUIRY,
        LETTER,
        ("people/mara", ""),
        ("claims/a", "said_by: mara\nreported_by: [gazette]\ncontradicted_by: [letter]"),
        ("claims/b", "supported_by: [inquiry]"),
    ];
    let told = told(&files);
    for line in [
        "2017-12: claim a by gazette on 2017-12-03",
        "2018-06: claim b by inquiry on 2018-06-30",
        "2017-12: entity mara by gazette on 2017-12-03",
    ] {
        assert!(told.contains(&line.to_owned()), "{line} is not in {told:#?}");
    }
}

#[test]
fn a_relation_names_both_its_ends_by_its_own_sources() {
    let files = [
        GAZETTE,
        INQUIRY,
        ("organisations/board", ""),
        ("people/mara", "sources: [inquiry]\nworks_for: {to: board, sources: [gazette]}"),
        ("people/noor", "works_for: board"),
    ];
    let told = told(&files);
    for line in [
        "2017-12: entity board by gazette on 2017-12-03",
        "2017-12: entity mara by gazette on 2017-12-03",
        "entity noor unsourced",
    ] {
        assert!(told.contains(&line.to_owned()), "{line} is not in {told:#?}");
    }
}

#[test]
fn of_several_sources_nothing_says_which_names_whom() {
    let files = [
        GAZETTE,
        ("sources/inquiry", "published: 2018-06\nabout: [quay]\nauthor: \"[[noor]]\""),
        ("people/mara", ""),
        ("people/noor", ""),
        ("people/omar", ""),
        ("places/quay", ""),
        ("events/crane", "date: 2017-12-01\nsources: [gazette, inquiry]\nparticipants: [mara]"),
        (
            "events/storm",
            "date: 2017-12-01\nsources: [\"gazette, p. 1\", \"gazette, p. 2\"]\nparticipants: [omar]",
        ),
    ];
    let told = told(&files);
    for line in [
        "2017-12: entity omar by gazette on 2017-12-03",
        "2018-06: entity quay by inquiry on 2018-06-30",
        "entity mara unsourced",
        "entity noor unsourced",
    ] {
        assert!(told.contains(&line.to_owned()), "{line} is not in {told:#?}");
    }
}

#[test]
fn nothing_private_makes_anything_known() {
    let files = [
        ("sources/secret", "published: 2017-12-02\npublish: false"),
        GAZETTE,
        ("people/hidden", "publish: false"),
        ("people/mara", "works_for: {to: hidden, sources: [gazette]}\nsources: [secret]"),
        ("claims/a", "said_by: {to: hidden, sources: [gazette]}\nsources: [secret]"),
    ];
    assert_eq!(
        told(&files),
        ["2017-12: source gazette by gazette on 2017-12-03", "claim a unsourced", "entity mara unsourced"]
    );
}

#[test]
fn a_birth_is_known_by_what_the_page_names() {
    let told = told(&[GAZETTE, INQUIRY, ("people/mara", "born: 1960\nsources: [inquiry, gazette]")]);
    assert!(told.contains(&"2017-12: event mara-born by gazette on 2017-12-03".to_owned()), "{told:#?}");
}

#[test]
fn a_vague_publication_is_certain_only_at_its_end() {
    for (published, expected) in [
        ("2017", "2017: source a by a on 2017-12-31"),
        ("2017-XX", "2017: source a by a on 2017-12-31"),
        ("2017-12-XX", "2017-12: source a by a on 2017-12-31"),
        ("2017-11-28/2017-12-01", "2017: source a by a on 2017-12-01"),
        ("\"[..2017-10]\"", "2017: source a by a on 2017-10-31"),
        ("156X", "1569: source a by a on 1569-12-31"),
        ("2017-12-01/..", "source a undated"),
        ("2017?", "source a undated"),
        ("Y17E70", "source a undated"),
    ] {
        assert_eq!(told(&[("sources/a", &format!("published: {published}"))]), [expected], "{published}");
    }
}

fn date() -> impl Strategy<Value = Option<&'static str>> {
    prop::option::weighted(
        0.8,
        prop::sample::select(vec![
            "2017-12-01",
            "2017-12-03",
            "2017-12",
            "2017",
            "2017-XX",
            "2018-06",
            "2018-06~",
            "2019?",
            "156X",
            "-0044-03-15",
            "-0044",
            "Y12017",
            "Y-12017",
            "\"[..2017-10]\"",
            "2017-11/2018-02",
            "2016/..",
        ]),
    )
}

/// Five sources, and events and claims that name some of them.
fn drawn() -> impl Strategy<Value = Vec<(String, String)>> {
    let sources = prop::collection::vec((date(), date()), 5);
    let telling = || prop::collection::vec((date(), prop::collection::vec(0_usize..5, 0..4)), 0..6);
    (sources, telling(), telling()).prop_map(|(sources, events, claims)| {
        let field =
            |name: &str, date: Option<&str>| date.map(|date| format!("{name}: {date}\n")).unwrap_or_default();
        let names =
            |sources: &[usize]| sources.iter().map(|nth| format!("s{nth}")).collect::<Vec<_>>().join(", ");
        let mut files = Vec::new();
        for (nth, (published, accessed)) in sources.into_iter().enumerate() {
            files.push((
                format!("sources/s{nth}"),
                field("published", published) + &field("accessed", accessed),
            ));
        }
        for (nth, (date, named)) in events.iter().enumerate() {
            files.push((
                format!("events/e{nth}"),
                field("date", *date) + &format!("sources: [{}]", names(named)),
            ));
        }
        for (nth, (date, named)) in claims.iter().enumerate() {
            files.push((
                format!("claims/c{nth}"),
                field("date", *date) + &format!("reported_by: [{}]", names(named)),
            ));
        }
        files
    })
}

proptest! {
    /// What was known stays known; the months say the same as the question on a day; nothing is lost.
    #[test]
    fn knowledge_only_grows_and_months_agree(files in drawn(), day in -5_000_000_i64..5_000_000, more in 0_i64..800_000) {
        let dossier = dossier(&files);
        let knowledge = &dossier.knowledge;
        let (day, later) = (Day::since_1970(day), Day::since_1970(day + more));
        for news in &knowledge.news {
            prop_assert!(!news.days.is_known_on(day) || news.days.is_known_on(later));
        }
        let mut listed = knowledge.without_day().len();
        let mut before: Option<Period> = None;
        for (period, news) in knowledge.periods() {
            prop_assert!(!news.is_empty() && before.is_none_or(|before| before < period));
            prop_assert_eq!(knowledge.beside(period).0, before);
            prop_assert_eq!(knowledge.news_of(period), news);
            let end = period.last_day();
            for piece in news {
                let by = piece.days.known_by().unwrap();
                prop_assert!(by <= end && by.year == end.year, "{} is not of {}", by, period);
                prop_assert!(period.is_year() || by.month == end.month);
            }
            for sort in NewsSort::ALL {
                let known = knowledge.news.iter().filter(|news| news.sort == sort && news.days.is_known_on(end));
                prop_assert_eq!(knowledge.known_on(sort, end), known.count());
            }
            listed += news.len();
            before = Some(period);
        }
        prop_assert_eq!(listed, knowledge.news.len());
        // At the end of a year all pages up to it are what is known.
        let pages = |year: i64| knowledge.periods().filter(|(period, _)| period.year() <= year).map(|(_, news)| news.len()).sum::<usize>();
        for (period, _) in knowledge.periods() {
            let end = Day::last_of_month(period.year(), 12);
            let known: usize = NewsSort::ALL.into_iter().map(|sort| knowledge.known_on(sort, end)).sum();
            prop_assert_eq!(known, pages(period.year()));
        }
        for (place, entry) in dossier.timeline.iter().enumerate() {
            let days = knowledge.of_entry(place).unwrap();
            // Nobody knew what had not happened yet.
            prop_assert!(days.known_by().is_none_or(|by| entry.date.earliest().is_none_or(|start| by >= start)));
        }
        for order in [ReadingOrder::Published, ReadingOrder::Retrieved] {
            let mut places = knowledge.entries_by(order).to_vec();
            let dated = knowledge.dated_entries(order);
            let has_day = |place: &usize| knowledge.of_entry(*place).unwrap().first(order).is_some();
            prop_assert!(places[..dated].iter().all(has_day) && !places[dated..].iter().any(has_day));
            places.sort_unstable();
            prop_assert_eq!(places, (0..dossier.timeline.len()).collect::<Vec<_>>());
        }
        for (stop, known) in knowledge.stops() {
            let entries = (0..dossier.timeline.len()).filter_map(|place| knowledge.of_entry(place));
            prop_assert_eq!(*known, entries.filter(|days| days.is_known_on(stop.last_day())).count());
        }
    }
}
