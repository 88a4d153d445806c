//! HTML among words that goes with all that is in it: `<script>…</script>`.
//!
//! What stands in it is no words for readers of the page, so other pages may not know it either: it is taken out where
//! bodies and remarks are read, before anybody looks at them.

use std::ops::Range;

use pulldown_cmark::Event;

use super::markdown::BodyEvent;
use crate::model::RawHtml;

/// How many events ahead the end of an element is looked for.
const FAR: usize = 1000;

/// Take out what pages will not show.
pub(super) fn take_dropped(events: &mut Vec<(BodyEvent<'_>, Range<usize>)>, raw_html: RawHtml) {
    let is_dropped = raw_html.dropped_whole();
    let mut dropped: Vec<Range<usize>> = Vec::new();
    for (index, (event, _)) in events.iter().enumerate() {
        let BodyEvent::Markdown(Event::InlineHtml(tag)) = event else { continue };
        if dropped.last().is_some_and(|last| index < last.end) {
            continue;
        }
        if let Some(length) = dropped_events(&events[index..], tag, is_dropped) {
            dropped.push(index..index + length);
        }
    }
    if dropped.is_empty() {
        return;
    }
    let (mut index, mut next) = (0, dropped.iter().peekable());
    events.retain(|_| {
        let at = index;
        index += 1;
        while next.next_if(|range| range.end <= at).is_some() {}
        next.peek().is_none_or(|range| !range.contains(&at))
    });
}

/// How many events it is to the end of an element among words that is dropped with all that is in it, if the tag with which
/// these events begin opens one and it is closed in the same block.
fn dropped_events(
    events: &[(BodyEvent<'_>, Range<usize>)],
    tag: &str,
    is_dropped: fn(&str) -> bool,
) -> Option<usize> {
    let name = tag.strip_prefix('<')?.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    let end = is_dropped(name).then(|| format!("</{name}"))?;
    let in_block = events.iter().take(FAR).map(|(event, _)| event);
    let in_block = in_block.take_while(|event| event.boundary().is_none());
    let closed = |event: &BodyEvent<'_>| match event {
        BodyEvent::Markdown(Event::InlineHtml(tag)) => {
            tag.get(..end.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(&end))
        }
        _ => false,
    };
    in_block.enumerate().find(|(_, event)| closed(event)).map(|(at, _)| at + 1)
}
