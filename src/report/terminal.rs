//! Diagnostics as text for people: the words at fault with a caret, as `rustc` shows them.
//!
//! The drawing is `annotate-snippets`, fed with [excerpts](super::excerpt) instead of whole files. It would count
//! columns inside what it was given, so the lines that name a place (`--> file:line:column`) are ours; they go
//! in as titles, which it prints as they are. Everything else it is handed is [visible](super::visible) already.

use std::collections::BTreeMap;

use annotate_snippets::renderer::{
    DEFAULT_EMPHASIS_STYLE, DEFAULT_ERROR_STYLE, DEFAULT_LINE_NUM_STYLE, DEFAULT_WARNING_STYLE, Style,
};
use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Padding, Renderer, Snippet};

use super::excerpt::{Cut, Excerpt, cut_out, near, shortened};
use super::selection::{Shown, withheld_message};
use super::sources::{Found, Sources, Spot};
use super::{Appearance, MOST_LABELS, MOST_WORDS, address, further_places, visible};
use crate::text::{Diagnostic, Rule, Severity};

/// Columns where nobody knows how many there are.
const USUAL_WIDTH: usize = 100;

/// Characters of a caption: it stands on one line with the caret.
const MOST_CAPTION: usize = 200;

/// So many warnings of one rule are drawn; a program gets them all, and errors are always drawn.
const MOST_ALIKE: usize = 50;

/// All problems, with an empty line between; of very many warnings of one rule the first, and how many more there are.
pub(super) fn draw(shown: &[Shown<'_>], sources: &Sources<'_>, appearance: &Appearance<'_>) -> String {
    let terminal = Terminal::new(appearance);
    let mut alike: BTreeMap<&str, usize> = BTreeMap::new();
    let mut drawn = Vec::new();
    for shown in shown {
        let (rule, severity) = match shown {
            Shown::Open { diagnostic, .. } => (diagnostic.rule, diagnostic.severity),
            Shown::Withheld { rule, severity } => (*rule, *severity),
        };
        if severity == Severity::Warning {
            let count = alike.entry(rule.name).or_default();
            *count += 1;
            if *count > MOST_ALIKE {
                continue;
            }
        }
        drawn.push(match shown {
            Shown::Open { diagnostic, help } => terminal.problem(diagnostic, help, sources),
            Shown::Withheld { .. } => terminal.headline(rule, severity, &withheld_message(rule)) + "\n",
        });
    }
    for (name, count) in alike.into_iter().filter(|(_, count)| *count > MOST_ALIKE) {
        let more = count - MOST_ALIKE;
        let warnings = if more == 1 { "warning" } else { "warnings" };
        drawn.push(format!("and {more} more {warnings} of `{name}`; `--format json` lists all\n"));
    }
    drawn.join("\n")
}

/// What all problems are drawn with.
struct Terminal {
    renderer: Renderer,
    cut: Cut,
    colour: bool,
    bare: bool,
}

/// A part of the drawing: places near each other in one file.
struct Part<'a> {
    spot: Spot<'a>,
    words: Vec<Found<'a>>,
    captions: Vec<(AnnotationKind, String)>,
}

impl Terminal {
    fn new(appearance: &Appearance<'_>) -> Self {
        let Appearance { colour, width, mask_private, .. } = *appearance;
        let width = if width == 0 { USUAL_WIDTH } else { width.clamp(40, 400) };
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        Self {
            renderer: renderer.term_width(width),
            cut: Cut::new(width, mask_private),
            colour,
            bare: mask_private,
        }
    }

    fn problem(&self, diagnostic: &Diagnostic, help: &[String], sources: &Sources<'_>) -> String {
        let (parts, mut notes) = self.parts(diagnostic, sources);
        let excerpts: Vec<_> = parts.iter().map(|part| cut_out(&part.words, self.cut)).collect();
        notes.extend(further_places(diagnostic).map(|more| Level::NOTE.message(more).into()));
        notes.extend(
            help.iter()
                .map(|help| Element::from(Level::HELP.message(visible::lines(help.trim_end(), MOST_WORDS)))),
        );

        let numbers =
            excerpts.iter().filter(|excerpt| !excerpt.marks.is_empty()).map(|excerpt| excerpt.last_line);
        let gutter = " ".repeat(numbers.max().map_or(0, |number| number.to_string().len()));
        let message = visible::one_line(&diagnostic.message, MOST_WORDS);
        let mut title = self.headline(diagnostic.rule, diagnostic.severity, &message);
        let mut groups = Vec::new();
        let mut parts = parts.iter().zip(excerpts).peekable();
        if let Some((part, excerpt)) = parts.next_if(|_| diagnostic.place.is_some()) {
            title +=
                &format!("\n{gutter}{} {}", self.styled("-->", DEFAULT_LINE_NUM_STYLE), address(&part.spot));
            groups.push(group(level(diagnostic.severity), title, part, excerpt));
        } else {
            groups.push(Group::with_title(level(diagnostic.severity).no_name().secondary_title(title)));
        }
        for (part, excerpt) in parts {
            let title =
                format!("{gutter}{} {}", self.styled(":::", DEFAULT_LINE_NUM_STYLE), address(&part.spot));
            groups.push(group(Level::NOTE, title, part, excerpt));
        }
        if let Some(last) = groups.pop() {
            // The renderer keeps notes off the source in the first group only.
            let apart = (!groups.is_empty() && !notes.is_empty()).then_some(Element::from(Padding));
            groups.push(last.elements(apart).elements(notes));
        }
        self.renderer.render(&groups) + "\n"
    }

    /// The place and the further places, grouped by what can be drawn together; and notes on those that cannot
    /// be drawn at all.
    fn parts<'a>(
        &self,
        diagnostic: &'a Diagnostic,
        sources: &'a Sources<'a>,
    ) -> (Vec<Part<'a>>, Vec<Element<'a>>) {
        let mut parts: Vec<Part<'_>> = Vec::new();
        let mut notes = Vec::new();
        if let Some(place) = &diagnostic.place {
            let spot = sources.spot(place);
            let mut part = Part { spot, words: Vec::new(), captions: Vec::new() };
            if let Some((words, caption)) = self.words(&part.spot, &diagnostic.caption) {
                part.words.push(words);
                part.captions.push((AnnotationKind::Primary, caption));
            } else if !diagnostic.caption.is_empty() {
                notes.push(Level::NOTE.message(visible::one_line(&diagnostic.caption, MOST_CAPTION)).into());
            }
            parts.push(part);
        }
        for label in diagnostic.labels.iter().take(MOST_LABELS) {
            let spot = sources.spot(&label.place);
            let Some((words, caption)) = self.words(&spot, &label.text) else {
                let text = visible::one_line(&label.text, MOST_CAPTION);
                notes.push(Level::NOTE.message(format!("{}: {text}", address(&spot))).into());
                continue;
            };
            let beside =
                parts.iter_mut().find(|part| part.words.first().is_some_and(|first| near(first, &words)));
            let part = match beside {
                Some(part) => part,
                None => {
                    parts.push(Part { spot, words: Vec::new(), captions: Vec::new() });
                    let Some(part) = parts.last_mut() else { continue };
                    part
                }
            };
            part.words.push(words);
            part.captions.push((AnnotationKind::Context, caption));
        }
        (parts, notes)
    }

    /// The words to draw at a place with their caption; `None` where there are none, or none that may be shown.
    fn words<'a>(&self, spot: &Spot<'a>, caption: &str) -> Option<(Found<'a>, String)> {
        let found = spot.found.clone()?.without_line_end();
        if self.bare && !is_plain(&found) {
            return None;
        }
        let (found, until) = shortened(found);
        let caption = visible::one_line(caption, MOST_CAPTION);
        let caption = match until {
            Some(line) if caption.is_empty() => format!("from here to line {line}"),
            Some(line) => format!("{caption} (to line {line})"),
            None => caption,
        };
        Some((found, caption))
    }

    /// `error[R501 broken-link]: message`.
    fn headline(&self, rule: &Rule, severity: Severity, message: &str) -> String {
        let style = if severity == Severity::Error { DEFAULT_ERROR_STYLE } else { DEFAULT_WARNING_STYLE };
        let kind = self.styled(&format!("{severity}[{} {}]", rule.code, rule.name), style);
        kind + &self.styled(&format!(": {message}"), DEFAULT_EMPHASIS_STYLE)
    }

    fn styled(&self, words: &str, style: Style) -> String {
        if self.colour { format!("{style}{words}{style:#}") } else { words.to_owned() }
    }
}

/// Whether words can be shown to everyone when the problem with them can. Longer stretches, and all that may hold
/// a comment, can carry private words that have nothing to do with the problem.
fn is_plain(found: &Found<'_>) -> bool {
    let words = &found.index.text()[found.range.clone()];
    found.start.line == found.end.line
        && !words.is_empty()
        && !words.contains("%%")
        && !words.contains("<!--")
}

fn level(severity: Severity) -> Level<'static> {
    if severity == Severity::Error { Level::ERROR } else { Level::WARNING }
}

fn group<'a>(level: Level<'a>, title: String, part: &Part<'_>, excerpt: Excerpt) -> Group<'a> {
    let group = Group::with_title(level.no_name().secondary_title(title));
    if excerpt.marks.is_empty() {
        return group;
    }
    // Without a mark at the very end the renderer may take the gutter for too few digits.
    let end = excerpt.source.len();
    let last = AnnotationKind::Visible.span(end..end);
    let marks = excerpt.marks.into_iter().zip(&part.captions).map(|(mark, (kind, caption))| {
        let caption = Some(caption.clone()).filter(|caption| !caption.is_empty());
        Annotation::label(kind.span(mark), caption)
    });
    group.element(
        Snippet::source(excerpt.source).line_start(excerpt.first_line).annotation(last).annotations(marks),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::rules;

    #[test]
    fn of_many_warnings_of_one_rule_the_first_are_drawn_and_all_errors() {
        let problem = |rule| Diagnostic::new(rule, "so it is");
        let warnings: Vec<_> = (0..MOST_ALIKE + 2).map(|_| problem(&rules::links::SELF_LINK)).collect();
        let errors: Vec<_> = (0..MOST_ALIKE + 2).map(|_| problem(&rules::links::BROKEN_LINK)).collect();
        let shown: Vec<_> = warnings
            .iter()
            .chain(&errors)
            .map(|diagnostic| Shown::Open { diagnostic, help: (&*diagnostic.help).into() })
            .collect();
        let text = draw(&shown, &Sources::new(&BTreeMap::new()), &Appearance::default());
        let count = |words: &str| text.matches(words).count();
        assert_eq!((count("warning[R504"), count("error[R501")), (MOST_ALIKE, MOST_ALIKE + 2));
        assert!(
            text.ends_with("\nand 2 more warnings of `self-link`; `--format json` lists all\n"),
            "{text}"
        );
    }
}
