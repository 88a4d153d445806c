//! A value and what was wrong on the way to it.

use super::Diagnostic;

/// What a phase made of its input, and the problems it met.
///
/// What a person wrote never stops a phase: it returns what could be made of it, and says what could not.
/// `Result` is kept for the outside world (disk, socket, terminal).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked<T> {
    /// What could be made.
    pub value: T,
    /// What could not, in the order met.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// A value with nothing wrong.
    pub fn clean(value: T) -> Self {
        Self { value, diagnostics: Vec::new() }
    }

    /// A value with what was found.
    pub fn new(value: T, diagnostics: Vec<Diagnostic>) -> Self {
        Self { value, diagnostics }
    }

    /// Move the problems into `all` and keep the value.
    pub fn into_value(self, all: &mut Vec<Diagnostic>) -> T {
        all.extend(self.diagnostics);
        self.value
    }

    /// The same problems with the value transformed.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Checked<U> {
        Checked { value: f(self.value), diagnostics: self.diagnostics }
    }
}
