//! Diagnostics as GitHub workflow commands: GitHub shows them as annotations beside the changed lines.
//!
//! One command a line: `::error file=…,line=…,col=…,endLine=…,endColumn=…,title=…::message`. Its syntax is kept
//! by percent escapes: `%`, carriage return and line feed everywhere, `:` and `,` in properties too. GitHub takes
//! columns only where the words begin and end on one line. Further places and help follow the message, a line
//! each; source lines are not printed, GitHub shows the file itself.

use super::selection::{Shown, withheld_message};
use super::sources::{Found, Sources};
use super::visible;
use super::{MOST_LABELS, MOST_WORDS};
use crate::text::{Diagnostic, Place, Rule, Severity};

/// All problems, a command each.
pub(super) fn draw(shown: &[Shown<'_>], sources: &Sources<'_>, folder: &str) -> String {
    let mut out = String::new();
    for shown in shown {
        out += &match shown {
            Shown::Open { diagnostic, help } => {
                let place = diagnostic.place.as_ref().map(|place| file_properties(place, sources, folder));
                let place = place.unwrap_or_default();
                command(diagnostic.rule, diagnostic.severity, &place, &message(diagnostic, help, sources))
            }
            Shown::Withheld { rule, severity } => command(rule, *severity, "", &withheld_message(rule)),
        };
    }
    out
}

fn command(rule: &Rule, severity: Severity, place: &str, message: &str) -> String {
    let title = property(&format!("{} ({})", rule.name, rule.code));
    format!("::{severity} {place}title={title}::{}\n", data(message))
}

/// `file=…,line=…,` as far as known, with the closing comma.
fn file_properties(place: &Place, sources: &Sources<'_>, folder: &str) -> String {
    let spot = sources.spot(place);
    let path = if folder.is_empty() { spot.path.to_string() } else { format!("{folder}/{}", spot.path) };
    let file = property(&visible::one_line(&path, usize::MAX));
    let Some(Found { start, end, .. }) = spot.found.map(Found::without_line_end) else {
        return format!("file={file},");
    };
    if start.line == end.line {
        let (line, column, end_column) = (start.line, start.column, end.column);
        format!("file={file},line={line},col={column},endLine={line},endColumn={end_column},")
    } else {
        format!("file={file},line={},endLine={},", start.line, end.line)
    }
}

/// The message, and below it the further places and the help.
fn message(diagnostic: &Diagnostic, help: &[String], sources: &Sources<'_>) -> String {
    let mut words = visible::one_line(&diagnostic.message, MOST_WORDS);
    for label in diagnostic.labels.iter().take(MOST_LABELS) {
        let at = super::address(&sources.spot(&label.place));
        words += &format!("\n{at}: {}", visible::one_line(&label.text, MOST_WORDS));
    }
    if let Some(more) = super::further_places(diagnostic) {
        words += &format!("\n{more}");
    }
    for help in help {
        words += &format!("\nhelp: {}", visible::lines(help, MOST_WORDS));
    }
    words
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
