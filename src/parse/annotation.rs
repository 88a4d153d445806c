//! CriticMarkup in a run of inline events: `{==words==}{>>remark<<}`.
//!
//! Annotations are paired before any of the run is passed on, on the text as written: one that does not close in
//! the same paragraph, at the same level of emphasis, stays plain text and is reported.

use std::ops::Range;

use memchr::{memchr_iter, memchr2};
use pulldown_cmark::Event;

use super::markdown::{BodyEvent, BodyProblem};

/// The annotations of a run, paired before any of it is passed on: an annotation that does not close where it
/// opened is left as plain text.
#[derive(Default)]
pub(super) struct Marks {
    /// Where annotated words begin.
    starts: Vec<usize>,
    /// Where they end, and the remark behind them.
    ends: Vec<(usize, Option<Range<usize>>)>,
    /// Remarks without words.
    remarks: Vec<(usize, Range<usize>)>,
}

impl Marks {
    pub(super) fn find(
        events: &[(Event<'_>, Range<usize>)],
        text: &str,
        problems: &mut Vec<(BodyProblem, Range<usize>)>,
    ) -> Self {
        let mut marks = Self::default();
        // Behind the run's last closing mark nothing closes, however many marks open.
        let run_start = events.first().map_or(0, |(_, range)| range.start);
        let run_end = events.last().map_or(0, |(_, range)| range.end);
        let run_end = text[run_start..run_end].rfind("<<}").map_or(run_start, |last| run_start + last + 3);
        let mut depth = 0_usize;
        let mut open: Option<(usize, usize)> = None;
        let mut done = 0;
        for (event, range) in events {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                Event::Text(words) if range.end > done && text[range.clone()] == **words => {
                    // A remark may end in the middle of an event, where it holds emphasis or links.
                    let mut at = range.start.max(done);
                    while let Some(mark) = memchr2(b'{', b'=', &text.as_bytes()[at..range.end]) {
                        at += mark;
                        let rest = &text[at..range.end];
                        if rest.starts_with("{==") && open.is_none() {
                            open = Some((at, depth));
                            at += 3;
                        } else if rest.starts_with("==}") && open.is_some_and(|(_, opened)| opened == depth) {
                            let remark = remark_at(text, at + 3, run_end);
                            marks.starts.extend(open.take().map(|(start, _)| start));
                            done = remark.as_ref().map_or(at + 3, |remark| remark.end + 3);
                            marks.ends.push((at, remark));
                            at = done;
                        } else if rest.starts_with("{>>") {
                            match remark_at(text, at, run_end) {
                                Some(remark) => {
                                    done = remark.end + 3;
                                    marks.remarks.push((at, remark));
                                    at = done;
                                }
                                None => {
                                    problems.push((BodyProblem::UnclosedAnnotation, at..at + 3));
                                    at += 3;
                                }
                            }
                        } else {
                            at += 1;
                        }
                        // A remark may end in a later event.
                        at = at.min(range.end);
                    }
                }
                _ => {}
            }
        }
        if let Some((at, _)) = open {
            problems.push((BodyProblem::UnclosedAnnotation, at..at + 3));
        }
        marks
    }

    /// The first annotation mark at or after `at`: where, as what, and where it is over.
    pub(super) fn next(&self, at: usize) -> Option<(usize, BodyEvent<'static>, usize)> {
        // All three lists are in the order of the text.
        let start = self.starts.get(self.starts.partition_point(|start| *start < at));
        let end = self.ends.get(self.ends.partition_point(|(end, _)| *end < at));
        let remark = self.remarks.get(self.remarks.partition_point(|(start, _)| *start < at));
        let candidates = [
            start.map(|start| (*start, BodyEvent::AnnotationStart, start + 3)),
            end.map(|(end, remark)| {
                let after = remark.as_ref().map_or(end + 3, |remark| remark.end + 3);
                (*end, BodyEvent::AnnotationEnd(remark.clone()), after)
            }),
            remark.map(|(start, remark)| (*start, BodyEvent::Remark(remark.clone()), remark.end + 3)),
        ];
        candidates.into_iter().flatten().min_by_key(|(at, _, _)| *at)
    }
}

/// Whether a text can hold an annotation or a remark at all. Most hold neither, and are not looked through by the run.
pub(super) fn can_be_in(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr_iter(b'{', bytes).any(|at| matches!(bytes.get(at + 1..at + 3), Some(b"==" | b">>")))
}

/// The range of the words of a remark that opens at `at`.
fn remark_at(text: &str, at: usize, end: usize) -> Option<Range<usize>> {
    let inside = text.get(at..end)?.strip_prefix("{>>")?;
    inside.find("<<}").map(|length| at + 3..at + 3 + length)
}
