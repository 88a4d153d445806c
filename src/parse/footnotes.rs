//! Footnotes that no reader sees: nothing leads to them, or another of their label came first.
//!
//! An editor who takes a sentence out, with the mark of its note, leaves the note behind. It is drawn nowhere on its own
//! page, so nothing else may know it either: what it links to, cites and quotes would say it on other pages.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::markdown::{BodyEvent, BodyEvents};
use crate::model::{FoldedName, fold};
use crate::text::HashMap;

/// A note that was taken out.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unseen {
    /// Its label as written.
    pub(super) label: String,
    /// Where it stands in the text.
    pub(super) place: Range<usize>,
    /// Whether another of its label stands before it.
    pub(super) is_second: bool,
}

/// A note, and the labels to which its own words lead.
struct Note {
    unseen: Unseen,
    leads_to: Vec<FoldedName>,
    is_seen: bool,
}

/// Take the notes out that no reader sees; in their order.
pub(super) fn take_unseen(body: &mut BodyEvents<'_>) -> Vec<Unseen> {
    let is_note = |event: &BodyEvent<'_>| {
        matches!(event, BodyEvent::Markdown(Event::Start(Tag::FootnoteDefinition(_))))
    };
    if !body.events.iter().any(|(event, _)| is_note(event)) {
        return Vec::new();
    }
    let mut notes: Vec<Note> = Vec::new();
    let mut by_label: HashMap<FoldedName, usize> = HashMap::default();
    let mut from_text = Vec::new();
    // Of each event, the innermost note that it stands in.
    let mut owners: Vec<Option<usize>> = Vec::with_capacity(body.events.len());
    let mut open: Vec<usize> = Vec::new();
    for (event, range) in &body.events {
        let mut closes = false;
        match event {
            BodyEvent::Markdown(Event::Start(Tag::FootnoteDefinition(label))) => {
                let first = *by_label.entry(fold(label)).or_insert(notes.len());
                let is_second = first != notes.len();
                open.push(notes.len());
                let unseen = Unseen { label: label.to_string(), place: range.clone(), is_second };
                notes.push(Note { unseen, leads_to: Vec::new(), is_seen: false });
            }
            BodyEvent::Markdown(Event::End(TagEnd::FootnoteDefinition)) => closes = true,
            BodyEvent::Markdown(Event::FootnoteReference(label)) => {
                match open.last().and_then(|own| notes.get_mut(*own)) {
                    Some(note) => note.leads_to.push(fold(label)),
                    None => from_text.push(fold(label)),
                }
            }
            _ => {}
        }
        owners.push(open.last().copied());
        if closes {
            open.pop();
        }
    }
    let mut ahead = from_text;
    while let Some(label) = ahead.pop() {
        let note = by_label.get(&label).and_then(|first| notes.get_mut(*first));
        if let Some(note) = note.filter(|note| !note.is_seen) {
            note.is_seen = true;
            ahead.append(&mut note.leads_to);
        }
    }
    let mut owners = owners.into_iter();
    body.events.retain(|_| owners.next().flatten().is_none_or(|own| notes[own].is_seen));
    notes.into_iter().filter(|note| !note.is_seen).map(|note| note.unseen).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RawHtml;
    use crate::parse::markdown::body_events;

    #[test]
    fn only_notes_that_readers_see_are_left() {
        for (text, unseen, left) in [
            ("a[^1]\n\n[^1]: one\n", &[][..], "aone"),
            ("a\n\n[^1]: one\n", &["1"], "a"),
            ("a[^1]\n\n[^1]: one[^2]\n\n[^2]: two\n", &[], "aonetwo"),
            ("a\n\n[^1]: one[^2]\n\n[^2]: two[^1]\n", &["1", "2"], "a"),
            ("a\n\n[^1]: one[^1]\n", &["1"], "a"),
            ("a[^A]\n\n[^a]: one\n\n[^A]: again\n", &["A"], "aone"),
            ("> a[^1]\n>\n> [^1]: one\n\n[^2]: two\n", &["2"], "aone"),
        ] {
            let mut events = body_events(text, "content", RawHtml::default());
            let found: Vec<_> = take_unseen(&mut events).into_iter().map(|note| note.label).collect();
            let words = events.events.iter().filter_map(|(event, _)| match event {
                BodyEvent::Markdown(Event::Text(words)) => Some(&**words),
                _ => None,
            });
            assert_eq!(
                (found, words.collect::<String>()),
                (unseen.iter().map(ToString::to_string).collect(), left.into()),
                "{text:?}"
            );
        }
    }
}
