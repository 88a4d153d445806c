//! One problem, at its place, with what to do about it.
//!
//! A diagnostic is data: it knows nothing of terminals or JSON. `report/` draws it, joining the words of the
//! place from the file's text when it does.

use super::{ContentPath, Rule, Severity, Span};

/// Where in the dossier something stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub path: ContentPath,
    /// The exact words; `None` where the whole file is meant.
    pub span: Option<Span>,
}

/// A further place that explains the problem, with a few words on what stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// What stands there: "first used here".
    pub text: String,
}

/// One problem found in what a person wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that was broken.
    pub rule: &'static Rule,
    /// How bad it is: the rule's own severity, unless `site.toml` changed it.
    pub severity: Severity,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// Where; `None` only when no file is at fault.
    pub place: Option<Place>,
    /// A few words under the caret; may be empty.
    pub caption: String,
    /// Other places that explain it.
    pub labels: Vec<Label>,
    /// What to do, nearest candidates first.
    pub help: Vec<String>,
    /// Advice that shows what is not published, such as words of a copy that may not go out: a public log leaves it
    /// out, whatever it shows of the rest.
    pub private_help: Vec<String>,
    /// Whether the message or the place gives away something private, so that a public log must mask it.
    pub private: bool,
}

impl Diagnostic {
    /// A problem of `rule`, with its own severity and no place yet.
    #[must_use]
    pub fn new(rule: &'static Rule, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: rule.severity,
            message: message.into(),
            place: None,
            caption: String::new(),
            labels: Vec::new(),
            help: Vec::new(),
            private_help: Vec::new(),
            private: false,
        }
    }

    /// At these words of this file.
    #[must_use]
    pub fn at(mut self, path: &ContentPath, span: Span) -> Self {
        self.place = Some(Place { path: path.clone(), span: Some(span) });
        self
    }

    /// In this file as a whole.
    #[must_use]
    pub fn in_file(mut self, path: &ContentPath) -> Self {
        self.place = Some(Place { path: path.clone(), span: None });
        self
    }

    /// With a few words under the caret.
    #[must_use]
    pub fn caption(mut self, caption: impl Into<String>) -> Self {
        self.caption = caption.into();
        self
    }

    /// With a further place.
    #[must_use]
    pub fn label(mut self, place: Place, text: impl Into<String>) -> Self {
        self.labels.push(Label { place, text: text.into() });
        self
    }

    /// With advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Marked as giving away something private.
    #[must_use]
    pub fn private(mut self, private: bool) -> Self {
        self.private |= private;
        self
    }

    /// Whether this keeps the site from being written.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The order in which problems are shown: by file, then place, then rule, then words.
    #[must_use]
    pub fn order(&self) -> (Option<&Place>, &'static str, &str) {
        (self.place.as_ref(), self.rule.code, &self.message)
    }
}
