//! The calendar of the dated events (iCalendar, RFC 5545).
//!
//! A calendar shows what lies in it as what happened then and so long. So an event whose days are known beyond doubt is a
//! `VEVENT` of whole days; one of "December 2017" or "around 1907" is a `VJOURNAL` without a day, which says its date in
//! words. The date as written is with each, as `X-REDSTRING-EDTF`. Times of change are from front matter, never a clock.

use super::SiteFile;
use crate::link::relations::OtherEnd;
use crate::link::timeline::TimelineEntry;
use crate::link::{CALENDAR_FILE, Dossier};
use crate::markup::Material;
use crate::model::date::{DateLanguage, Day};
use crate::model::slug;
use crate::parse::facts::PageFacts;

/// How many bytes a line may have, without its end.
const LINE: usize = 75;

/// The calendar, where there are dated events.
pub(super) fn file(material: &Material) -> Option<SiteFile<'static>> {
    let dossier = &material.dossier;
    if !dossier.changes.has_events {
        return None;
    }
    let mut out = Lines(String::new());
    out.push("BEGIN", "VCALENDAR");
    out.push("VERSION", "2.0");
    out.push("PRODID", "-//Redstring//Redstring//EN");
    out.push("CALSCALE", "GREGORIAN");
    out.words("NAME", &dossier.settings.title);
    // What most programs read in place of NAME (RFC 7986).
    out.words("X-WR-CALNAME", &dossier.settings.title);
    out.words("DESCRIPTION", &dossier.settings.description);
    if let Some(own) = dossier.absolute(CALENDAR_FILE) {
        out.push("SOURCE;VALUE=URI", &own);
    }
    for entry in dossier.timeline.iter().filter(|entry| dossier.is_event(&entry.entity)) {
        if let Some(page) = dossier.page(&entry.entity) {
            event(&mut out, dossier, &material.language, entry, page.facts());
        }
    }
    out.push("END", "VCALENDAR");
    Some(SiteFile::text(CALENDAR_FILE, out.0))
}

fn event(
    out: &mut Lines,
    dossier: &Dossier,
    language: &DateLanguage,
    entry: &TimelineEntry,
    facts: &PageFacts,
) {
    let days = entry.date.exact_days().and_then(|(first, last)| {
        // The end is the day after, and a calendar has no year 10000.
        Some((basic(first)?, basic(last.plus_days(1))?))
    });
    let component = if days.is_some() { "VEVENT" } else { "VJOURNAL" };
    out.push("BEGIN", component);
    out.words("UID", &format!("{}@{}", entry.anchor, place(dossier)));
    let updated = facts.updated.as_ref().and_then(|date| date.exact_days());
    let updated = updated.and_then(|(_, last)| basic(last)).map(|day| format!("{day}T000000Z"));
    // A stamp has to be there; of a page that does not say when it changed it is the first of all.
    out.push("DTSTAMP", updated.as_deref().unwrap_or("19700101T000000Z"));
    if let Some(updated) = &updated {
        out.push("LAST-MODIFIED", updated);
    }
    if let Some((first, end)) = &days {
        out.push("DTSTART;VALUE=DATE", first);
        out.push("DTEND;VALUE=DATE", end);
        out.push("TRANSP", "TRANSPARENT");
    }
    let when = entry.date.words(language);
    if days.is_some() {
        out.words("SUMMARY", &facts.title);
    } else {
        out.words("SUMMARY", &format!("{} ({when})", facts.title));
    }
    out.words("DESCRIPTION", [&*when, &*facts.summary].join("\n").trim());
    if days.is_some() {
        out.words("LOCATION", &places(dossier, facts));
    }
    let tags: Vec<_> = facts.tags.iter().map(|tag| escaped(tag)).collect();
    if !tags.is_empty() {
        out.push("CATEGORIES", &tags.join(","));
    }
    if let Some(page) = dossier.absolute(&dossier.file_of_facts(facts)) {
        out.push("URL", &page);
    }
    // Said to be text, so that what is escaped in it is read as such: a program does not know the property.
    out.words("X-REDSTRING-EDTF;VALUE=TEXT", entry.date.as_written());
    out.push("END", component);
}

/// What makes the ids of this dossier's entries its own: where it stands, or its name.
fn place(dossier: &Dossier) -> String {
    let settings = &dossier.settings;
    let base = settings.base_url.as_deref().and_then(|base| base.split_once("://"));
    base.map_or_else(|| slug(&settings.title), |(_, rest)| rest.trim_end_matches('/').to_owned())
}

fn places(dossier: &Dossier, facts: &PageFacts) -> String {
    let ends = dossier.relations(&facts.id).iter();
    let places = ends.filter(|end| !end.inverse && end.relation.as_str() == "place");
    let names = places.filter_map(|end| match &end.other {
        OtherEnd::Page(id) => dossier.page(id).map(|page| &*page.facts().title),
        OtherEnd::Words(_) => None,
    });
    names.collect::<Vec<_>>().join(", ")
}

/// A day as `20171201`.
fn basic(day: Day) -> Option<String> {
    (1..=9999).contains(&day.year).then(|| format!("{:04}{:02}{:02}", day.year, day.month, day.day))
}

/// Content lines, each ended and folded as RFC 5545 §3.1 has it.
struct Lines(String);

impl Lines {
    /// A property with a value that is no text: nothing in it is escaped.
    fn push(&mut self, name: &str, value: &str) {
        let mut left = LINE;
        for c in format!("{name}:{value}").chars() {
            if c.len_utf8() > left {
                self.0.push_str("\r\n ");
                left = LINE - 1;
            }
            left -= c.len_utf8();
            self.0.push(c);
        }
        self.0.push_str("\r\n");
    }

    /// A property with words; without any it is left out.
    fn words(&mut self, name: &str, words: &str) {
        if !words.is_empty() {
            self.push(name, &escaped(words));
        }
    }
}

/// Words as a TEXT value (§3.3.11): nothing in them ends the value or the line. Other controls it cannot hold.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            c if c.is_control() && c != '\t' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The way back: unfold, then take the escapes apart.
    fn read(lines: &str) -> Vec<(String, String)> {
        let unfolded = lines.replace("\r\n ", "");
        let whole = unfolded.strip_suffix("\r\n").unwrap();
        whole
            .split("\r\n")
            .map(|line| {
                let (name, value) = line.split_once(':').unwrap();
                let (mut words, mut chars) = (String::new(), value.chars());
                while let Some(c) = chars.next() {
                    words.push(match c {
                        '\\' => match chars.next().unwrap() {
                            'n' => '\n',
                            c => c,
                        },
                        c => c,
                    });
                }
                (name.to_owned(), words)
            })
            .collect()
    }

    proptest! {
        #[test]
        fn any_words_stay_one_value_of_short_lines(words in "[\\PC\\\\;,:\n\r\u{85}\u{7}]{1,200}", more in "[a-z\u{1f3e0}]{0,90}") {
            let mut lines = Lines(String::new());
            lines.words("SUMMARY", &words);
            lines.words("UID", &more);
            for line in lines.0.split("\r\n") {
                prop_assert!(line.len() <= LINE && !line.contains(['\r', '\n']), "{line:?}");
            }
            let held: String = words.chars().filter(|c| !c.is_control() || *c == '\n').collect();
            let mut expected = vec![("SUMMARY".to_owned(), held)];
            if !more.is_empty() {
                expected.push(("UID".to_owned(), more));
            }
            prop_assert_eq!(read(&lines.0), expected);
        }
    }

    #[test]
    fn lines_are_folded_between_letters() {
        let mut lines = Lines(String::new());
        lines.push("A", &"é".repeat(60));
        let folded: Vec<_> = lines.0.trim_end().split("\r\n").map(str::len).collect();
        assert_eq!(folded, [74, 49]);
    }
}
