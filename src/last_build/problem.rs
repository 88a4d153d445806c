//! A problem as it is kept: all that a report can ask of it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::{ContentPath, Diagnostic, Label, Place, Rule, Severity, Span, rules};

/// A [`Diagnostic`] in writing.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Problem {
    rule: Known,
    severity: Level,
    message: String,
    place: Option<Spot>,
    caption: String,
    labels: Vec<(Spot, String)>,
    help: Vec<String>,
    private_help: Vec<String>,
    private: bool,
}

/// A rule that this program knows, by its code.
#[derive(Debug, PartialEq, Eq)]
struct Known(&'static Rule);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Level {
    Off,
    Warning,
    Error,
}

/// A file, and where in it.
type Spot = (String, Option<(u32, u32)>);

impl Serialize for Known {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.code)
    }
}

impl<'de> Deserialize<'de> for Known {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        let known = rules::all().find(|rule| rule.code == code);
        known.map(Self).ok_or_else(|| serde::de::Error::custom("there is no such rule"))
    }
}

impl From<&Diagnostic> for Problem {
    fn from(diagnostic: &Diagnostic) -> Self {
        // Named one by one, so that a further field is not forgotten.
        let Diagnostic { rule, severity, message, place, caption, labels, help, private_help, private } =
            diagnostic;
        let labels = labels.iter().map(|Label { place, text }| (spot(place), text.clone()));
        Self {
            rule: Known(rule),
            severity: match severity {
                Severity::Off => Level::Off,
                Severity::Warning => Level::Warning,
                Severity::Error => Level::Error,
            },
            message: message.clone(),
            place: place.as_ref().map(spot),
            caption: caption.clone(),
            labels: labels.collect(),
            help: help.clone(),
            private_help: private_help.clone(),
            private: *private,
        }
    }
}

impl From<Problem> for Diagnostic {
    fn from(problem: Problem) -> Self {
        let labels = problem.labels.into_iter().map(|(spot, text)| Label { place: place(spot), text });
        Self {
            rule: problem.rule.0,
            severity: match problem.severity {
                Level::Off => Severity::Off,
                Level::Warning => Severity::Warning,
                Level::Error => Severity::Error,
            },
            message: problem.message,
            place: problem.place.map(place),
            caption: problem.caption,
            labels: labels.collect(),
            help: problem.help,
            private_help: problem.private_help,
            private: problem.private,
        }
    }
}

fn spot(Place { path, span }: &Place) -> Spot {
    (path.as_str().to_owned(), span.map(|Span { start, end }| (start, end)))
}

fn place((path, span): Spot) -> Place {
    Place { path: ContentPath::new(&path), span: span.map(|(start, end)| Span { start, end }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_read_as_it_was_written() {
        let path = ContentPath::new("content/people/ä.md");
        let whole = Diagnostic::new(&rules::files::NOT_UTF_8, "with \"quotes\"").in_file(&path);
        let full = Diagnostic::new(&rules::links::BROKEN_LINK, "m\u{7}\n")
            .at(&path, Span::new(3, 9))
            .caption("caption")
            .label(Place { path: path.clone(), span: None }, "whole")
            .label(Place { path: path.clone(), span: Some(Span::new(1, 1)) }, "point")
            .help("one")
            .help("two")
            .private(true);
        let hidden =
            Diagnostic { private_help: vec!["hidden".into()], severity: Severity::Error, ..full.clone() };
        for diagnostic in [Diagnostic::new(&rules::files::UNREADABLE_FILE, ""), whole, full, hidden] {
            let written = serde_json::to_string(&Problem::from(&diagnostic)).unwrap();
            let read: Problem = serde_json::from_str(&written).unwrap();
            assert_eq!(Diagnostic::from(read), diagnostic);
            let strange = written.replace(diagnostic.rule.code, "R999");
            assert!(serde_json::from_str::<Problem>(&strange).is_err());
        }
    }
}
