//! How much of a dossier carries a citation, as text and as JSON Lines.
//!
//! The lines of `--format json` come in this order; both have schemas that only ever grow.
//!
//! One object for each kind of page, and one over all of them at the end:
//!
//! | key | value |
//! |---|---|
//! | `type` | `"coverage"` |
//! | `kind` | the kind's id: `"person"`, and `"page"` for plain pages; `null` over all kinds |
//! | `facts`, `relations`, `claims`, `paragraphs` | `{covered, all}`: how many carry a citation, and how many there are |
//!
//! Then one object for each statement without a citation:
//!
//! | key | value |
//! |---|---|
//! | `type` | `"uncovered"` |
//! | `kind` | the kind of its page |
//! | `statement` | `"fact"`, `"relation"`, `"claim"` or `"paragraph"` |
//! | `page` | the page's id |
//! | `file`, `line`, `column` | where it stands |
//! | `words` | what it says, in a few words |
//!
//! Only published pages are counted, and what a private one would be called is never said.

use serde::Serialize;

use super::json::push_escaped;
use super::visible;
use crate::evidence::coverage::{KindCoverage, PageGaps, Sort, Tallies, Tally};
use crate::link::PageAddress;
use crate::model::vocabulary;
use crate::pipeline::Edition;
use crate::text::LineIndex;
use crate::view::Viewer;

/// So many characters of one line are shown.
const MOST_WORDS: usize = 200;

#[derive(Debug, Serialize)]
struct Counted<'a> {
    r#type: &'a str,
    kind: Option<&'a str>,
    facts: Count,
    relations: Count,
    claims: Count,
    paragraphs: Count,
}

#[derive(Debug, Serialize)]
struct Count {
    covered: usize,
    all: usize,
}

#[derive(Debug, Serialize)]
struct Gap<'a> {
    r#type: &'a str,
    kind: &'a str,
    statement: &'a str,
    page: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
    words: String,
}

/// The table and the list, for people.
#[must_use]
pub fn coverage_text(edition: &Edition) -> String {
    let coverage = &edition.material.evidence.coverage;
    let viewer = Viewer::new(&edition.material, &PageAddress::Coverage);
    let mut rows = vec![heading()];
    rows.extend(coverage.kinds.iter().map(|kind| row(&viewer.coverage_label(kind), kind.tallies)));
    rows.push(row("All", coverage.total()));
    let mut out = table(&rows);
    let gaps: Vec<_> = gaps(edition).collect();
    if !gaps.is_empty() {
        out.push_str("\nWithout a citation:\n");
    }
    for gap in gaps {
        let words = visible::one_line(&gap.words, MOST_WORDS);
        let file = visible::one_line(gap.file, usize::MAX);
        out.push_str(&format!("{file}:{}:{}: {}: {words}\n", gap.line, gap.column, gap.statement));
    }
    out
}

/// The same for programs, one object a line.
#[must_use]
pub fn coverage_json(edition: &Edition) -> String {
    let coverage = &edition.material.evidence.coverage;
    let kinds = coverage.kinds.iter().map(|kind| counted(Some(kind_name(kind)), kind.tallies));
    let counts = kinds.chain([counted(None, coverage.total())]).map(|line| serde_json::to_string(&line));
    let gaps = gaps(edition).map(|gap| serde_json::to_string(&gap));
    let mut out = String::new();
    for line in counts.chain(gaps) {
        // A struct of strings and numbers always serialises: there is no failure to report.
        push_escaped(&mut out, &line.unwrap_or_default());
        out.push('\n');
    }
    out
}

fn gaps(edition: &Edition) -> impl Iterator<Item = Gap<'_>> {
    edition.material.evidence.coverage.kinds.iter().flat_map(move |kind| {
        let kind_name = kind_name(kind);
        kind.pages.iter().flat_map(move |page| page_gaps(edition, kind_name, page))
    })
}

fn page_gaps<'a>(edition: &'a Edition, kind: &'a str, gaps: &'a PageGaps) -> Vec<Gap<'a>> {
    let Some(page) = edition.material.dossier.page(&gaps.page) else { return Vec::new() };
    let viewer = Viewer::new(&edition.material, &PageAddress::Coverage);
    let file = &page.parsed().file;
    let lines = LineIndex::new(&file.text);
    let made = gaps.gaps.iter().map(|(gap, place)| {
        let at = lines.locate(place.range().start);
        Gap {
            r#type: "uncovered",
            kind,
            statement: gap.sort().word(),
            page: gaps.page.as_str(),
            file: file.path.as_str(),
            line: at.line,
            column: at.column,
            words: viewer.gap_words(&gaps.page, gap),
        }
    });
    made.collect()
}

fn kind_name(kind: &KindCoverage) -> &str {
    kind.kind.as_ref().map_or(vocabulary::PAGE, |kind| kind.as_str())
}

fn counted(kind: Option<&str>, tallies: Tallies) -> Counted<'_> {
    let [facts, relations, claims, paragraphs] = tallies.map(|Tally { covered, all }| Count { covered, all });
    Counted { r#type: "coverage", kind, facts, relations, claims, paragraphs }
}

fn heading() -> Vec<String> {
    let sorts = Sort::ALL.into_iter().map(|sort| sort.plural().to_owned());
    [String::new()].into_iter().chain(sorts).collect()
}

fn row(label: &str, tallies: Tallies) -> Vec<String> {
    let cells = tallies.into_iter().map(|tally| match tally.percent() {
        Some(percent) => format!("{} of {} ({percent} %)", tally.covered, tally.all),
        None => "–".to_owned(),
    });
    [visible::one_line(label, MOST_WORDS)].into_iter().chain(cells).collect()
}

/// Columns of one width, the first to the left, the others to the right.
fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width =
        |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let widths: Vec<_> = (0..columns).map(|column| width(column).unwrap_or_default()).collect();
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for (index, (cell, width)) in row.iter().zip(&widths).enumerate() {
            if index == 0 {
                line.push_str(&format!("{cell:width$}"));
            } else {
                line.push_str(&format!("  {cell:>width$}"));
            }
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}
