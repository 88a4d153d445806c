//! Diagnostics as JSON Lines: one object a line, with a schema that only ever grows.
//!
//! | key | value |
//! |---|---|
//! | `code`, `name` | the rule: `"R501"`, `"broken-link"` |
//! | `severity` | `"error"` or `"warning"` |
//! | `message` | what is wrong |
//! | `file` | path from the dossier's top, with `/`; `null` where no file is at fault |
//! | `line`, `column` | of the first character, from 1, columns in characters (Unicode scalar values); `null` where the whole file is meant |
//! | `end_line`, `end_column` | just after the last character |
//! | `byte_start`, `byte_end` | the same in bytes of the UTF-8 text, from 0, without byte-order mark and with `\n` line ends |
//! | `caption` | a few words on the exact place; may be `""` |
//! | `help` | list of advice, best first |
//! | `labels` | list of further places: `{file, line, column, message}` |
//! | `withheld` | `true` where all but the rule was kept back, because it would give away something private |
//!
//! Every key is in every object. Characters that could steer a terminal are written as `\u….` escapes, which
//! every reader of JSON turns back.

use serde::Serialize;

use super::selection::{Shown, withheld_message};
use super::sources::Sources;
use super::visible;
use crate::text::{Diagnostic, Label, LineColumn, Rule, Severity};

/// One line of the output.
#[derive(Debug, Serialize)]
struct Line<'a> {
    code: &'a str,
    name: &'a str,
    severity: String,
    message: String,
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    byte_start: Option<u32>,
    byte_end: Option<u32>,
    caption: &'a str,
    help: &'a [String],
    labels: Vec<FurtherPlace<'a>>,
    withheld: bool,
}

/// One of `labels`.
#[derive(Debug, Serialize)]
struct FurtherPlace<'a> {
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    message: &'a str,
}

/// All problems, one line each.
pub(super) fn draw(shown: &[Shown<'_>], sources: &Sources<'_>) -> String {
    let mut out = String::new();
    for shown in shown {
        let line = match shown {
            Shown::Open { diagnostic, help } => open(diagnostic, help, sources),
            Shown::Withheld { rule, severity } => {
                Line { withheld: true, ..of_rule(rule, *severity, withheld_message(rule)) }
            }
        };
        // A struct of strings and numbers always serialises: there is no failure to report.
        let json = serde_json::to_string(&line).unwrap_or_default();
        push_escaped(&mut out, &json);
        out.push('\n');
    }
    out
}

fn of_rule(rule: &'static Rule, severity: Severity, message: String) -> Line<'static> {
    Line {
        code: rule.code,
        name: rule.name,
        severity: severity.to_string(),
        message,
        file: None,
        line: None,
        column: None,
        end_line: None,
        end_column: None,
        byte_start: None,
        byte_end: None,
        caption: "",
        help: &[],
        labels: Vec::new(),
        withheld: false,
    }
}

fn open<'a>(diagnostic: &'a Diagnostic, help: &'a [String], sources: &'a Sources<'a>) -> Line<'a> {
    let place = diagnostic.place.as_ref();
    let found = place.and_then(|place| sources.spot(place).found);
    let (line, column) = counted(found.as_ref().map(|found| found.start));
    let (end_line, end_column) = counted(found.as_ref().map(|found| found.end));
    let span = place.and_then(|place| place.span);
    Line {
        file: place.map(|place| place.path.as_str()),
        line,
        column,
        end_line,
        end_column,
        byte_start: span.map(|span| span.start),
        byte_end: span.map(|span| span.end),
        caption: &diagnostic.caption,
        help,
        labels: diagnostic.labels.iter().map(|label| further(label, sources)).collect(),
        ..of_rule(diagnostic.rule, diagnostic.severity, diagnostic.message.clone())
    }
}

fn further<'a>(label: &'a Label, sources: &'a Sources<'a>) -> FurtherPlace<'a> {
    let spot = sources.spot(&label.place);
    let (line, column) = counted(spot.found.map(|found| found.start));
    FurtherPlace { file: spot.path.as_str(), line, column, message: &label.text }
}

fn counted(at: Option<LineColumn>) -> (Option<usize>, Option<usize>) {
    (at.map(|at| at.line), at.map(|at| at.column))
}

/// JSON allows most hidden characters raw, but they can only stand inside its strings: escape them there.
pub(super) fn push_escaped(out: &mut String, json: &str) {
    let mut units = [0; 2];
    for character in json.chars() {
        if visible::is_hidden(character) {
            for unit in character.encode_utf16(&mut units) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(character);
        }
    }
}
