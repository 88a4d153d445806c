//! Annotations of a source's own text, written in the body of its page:
//!
//! ```markdown
//! > [!annotation] was by {==the agency's own account==} not based
//! > The note, in Markdown.
//! ```
//!
//! The title is a selector as W3C's `TextQuoteSelector`: the marked words are the exact ones, the words before and
//! behind them stand before and behind them in the copy. The copy itself stays untouched.
//!
//! [`source_annotations`] works on the events alone, so `parse/`, `evidence/` and `markup/` know the same annotations
//! by their order.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::Event;

use super::markdown::BodyEvent;
use crate::text::Span;

/// The callout that holds an annotation.
const ANNOTATION: &str = "annotation";
/// How long the beginning of its title is: `[!annotation]`.
const MARKER: usize = ANNOTATION.len() + 3;

/// Words of a copy, and what stands around them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Selector {
    /// What stands before the words; may be empty.
    pub prefix: Arc<str>,
    /// The words.
    pub exact: Arc<str>,
    /// What stands behind the words; may be empty.
    pub suffix: Arc<str>,
}

/// An annotation as it stands in a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenAnnotation {
    /// What it annotates; `None` where no words are marked.
    pub selector: Option<Selector>,
    /// Where its title stands in the file.
    pub place: Span,
}

/// An annotation among the events of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyAnnotation {
    /// What it annotates; `None` where no words are marked.
    pub selector: Option<Selector>,
    /// Where its title stands.
    pub title: Range<usize>,
    /// The events of the whole callout.
    pub callout: Range<usize>,
    /// The events of the note in it.
    pub note: Range<usize>,
}

/// The annotations among these events, in order: callouts that stand in nothing else.
#[must_use]
pub fn source_annotations(events: &[(BodyEvent<'_>, Range<usize>)]) -> Vec<BodyAnnotation> {
    let mut found: Vec<BodyAnnotation> = Vec::new();
    let mut depth = 0_usize;
    let mut title: Option<Title> = None;
    for (index, (event, range)) in events.iter().enumerate() {
        match event {
            BodyEvent::CalloutStart(name) if depth == 0 && &**name == ANNOTATION => {
                title =
                    Some(Title { callout: index, at: range.start..range.start + MARKER, ..Title::default() });
            }
            BodyEvent::CalloutTitleEnd => {
                if let Some(title) = title.take() {
                    found.push(title.finish(index));
                }
            }
            event => {
                if let Some(title) = &mut title {
                    title.take(event, range);
                }
            }
        }
        match event.boundary() {
            Some(true) => depth += 1,
            Some(false) => {
                depth = depth.saturating_sub(1);
                if depth == 0
                    && let (BodyEvent::CalloutEnd, Some(last)) = (event, found.last_mut())
                    && last.callout.end == usize::MAX
                {
                    last.callout.end = index + 1;
                    last.note.end = index;
                }
            }
            None => {}
        }
    }
    // A callout whose end is missing is none.
    found.retain(|annotation| annotation.callout.end != usize::MAX);
    found
}

/// The title of an annotation, as far as it is read.
#[derive(Default)]
struct Title {
    callout: usize,
    at: Range<usize>,
    words: [String; 3],
    /// Which of prefix, exact words and suffix is being read.
    part: usize,
}

impl Title {
    fn take(&mut self, event: &BodyEvent<'_>, range: &Range<usize>) {
        self.at.end = self.at.end.max(range.end);
        match event {
            BodyEvent::AnnotationStart if self.part == 0 => self.part = 1,
            BodyEvent::AnnotationEnd(_) if self.part == 1 => self.part = 2,
            BodyEvent::Markdown(Event::Text(words) | Event::Code(words)) => {
                self.words[self.part].push_str(words)
            }
            BodyEvent::Markdown(Event::SoftBreak | Event::HardBreak) => self.words[self.part].push(' '),
            _ => {}
        }
    }

    fn finish(self, end: usize) -> BodyAnnotation {
        let [prefix, exact, suffix] = self.words.map(|words| Arc::<str>::from(words.trim()));
        let is_marked = self.part == 2 && !exact.is_empty();
        BodyAnnotation {
            selector: is_marked.then_some(Selector { prefix, exact, suffix }),
            title: self.at,
            callout: self.callout..usize::MAX,
            note: end + 1..usize::MAX,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RawHtml;
    use crate::parse::markdown::body_events;

    fn check(body: &str, expected: &[Option<[&str; 3]>]) {
        let events = body_events(body, "content/sources", RawHtml::default()).events;
        let found = source_annotations(&events);
        let selectors: Vec<_> = found.iter().map(|found| found.selector.as_ref()).collect();
        let words = |selector: &Selector| {
            [&selector.prefix, &selector.exact, &selector.suffix].map(ToString::to_string)
        };
        let expected: Vec<_> =
            expected.iter().map(|words| words.map(|words| words.map(str::to_owned))).collect();
        assert_eq!(
            selectors.into_iter().map(|found| found.map(words)).collect::<Vec<_>>(),
            expected,
            "{body}"
        );
        for found in &found {
            assert!(matches!(events[found.callout.end - 1].0, BodyEvent::CalloutEnd));
            let title = &body[found.title.clone()];
            assert!(title.to_lowercase().starts_with("[!annotation]") && !title.contains('\n'), "{title:?}");
        }
    }

    #[test]
    fn the_title_selects_words_and_what_stands_around_them() {
        check(
            "> [!annotation] was by {==the agency's *own* account==} not based\n> A note.",
            &[Some(["was by", "the agency's own account", "not based"])],
        );
        check(
            "> [!Annotation] {==all==}\n> > Quoted\n>\n> - in a list\n\n> [!annotation] {==more==}",
            &[Some(["", "all", ""]), Some(["", "more", ""])],
        );
        check("> [!annotation] {==[1] `code`, a_b==}{>>said<<}", &[Some(["", "[1] code, a_b", ""])]);
    }

    #[test]
    fn without_marked_words_nothing_is_selected() {
        for title in ["", " words", " {====}", " {== ==}", " {==open"] {
            check(&format!("> [!annotation]{title}\n> A note."), &[None]);
        }
    }

    #[test]
    fn what_stands_in_something_else_is_no_annotation_of_the_source() {
        check(
            "> [!note]\n> > [!annotation] {==a==}\n\n- > [!annotation] {==b==}\n\n> [!annotations] {==c==}",
            &[],
        );
        check("> [!annotation] {==a==}\n> > [!annotation] {==b==}\n> > Inner.", &[Some(["", "a", ""])]);
    }
}
