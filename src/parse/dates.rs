//! The dates that a page's front matter gives, and whether they can follow each other as their names say.

use std::sync::Arc;

use super::facts::FieldDate;
use super::fields::{Fields, Text};
use super::page::PageReader;
use super::visibility;
use crate::model::date::{Certainty, EdtfDate, meant};
use crate::text::{Diagnostic, rules};

/// Fields of which the second cannot be before the first.
const IN_ORDER: [(&str, &str); 4] =
    [("born", "died"), ("founded", "dissolved"), ("released", "discontinued"), ("published", "accessed")];

impl PageReader<'_> {
    /// The fields that date an entity of this kind, the plain `date` first.
    pub(super) fn dates(&mut self, kind: &str) -> Vec<FieldDate> {
        let own = self.settings.kind(kind).map(|kind| kind.dates.clone()).unwrap_or_default();
        let mut read: Vec<(FieldDate, Text)> = Vec::new();
        for field in std::iter::once(Arc::from("date")).chain(own.into_iter().map(|date| date.field)) {
            let Some(text) = self.fields.text(&field) else { continue };
            if let Some(diagnostic) = visibility::flag_as_date(&self.file.path, &field, &text) {
                self.fields.diagnostics.push(diagnostic);
                self.decision.doubt(text.span);
            } else if let Some(date) = self.fields.read_date(&text) {
                read.push((FieldDate { field, date }, text));
            }
        }
        for (first, last) in IN_ORDER {
            let of = |name: &str| read.iter().find(|(dated, _)| *dated.field == *name);
            if let (Some((begun, _)), Some((ended, text))) = (of(first), of(last)) {
                self.fields.in_order((first, &begun.date), (last, &ended.date), text);
            }
        }
        read.into_iter().map(|(dated, _)| dated).collect()
    }
}

impl Fields<'_> {
    /// The date that a text holds.
    pub fn read_date(&mut self, text: &Text) -> Option<EdtfDate> {
        match EdtfDate::parse(&text.text) {
            Ok(date) => Some(date),
            Err(error) => {
                let help = match &meant(&text.text)[..] {
                    [] => "write `2017-12-01`, `2017-12`, `2017`, `2017-09~` (around), `2017-12?` (uncertain) or `2017-11-28/2017-12-01`".to_owned(),
                    [one] => format!("did you mean `{one}`?"),
                    several => format!("write `{}`, whichever the source means", several.join("` or `")),
                };
                let message = format!("`{}` is not a date: {}", text.text, error.message);
                let diagnostic = Diagnostic::new(&rules::front_matter::INVALID_DATE, message);
                self.diagnostics.push(diagnostic.at(self.path, text.span).help(help));
                None
            }
        }
    }

    /// Report a date that is certainly before the one that it has to follow; it stands in `text`. What is only about
    /// right can be wrong by any time, so of an estimate nothing is said.
    pub(super) fn in_order(&mut self, first: (&str, &EdtfDate), last: (&str, &EdtfDate), text: &Text) {
        let is_estimate =
            |date: &EdtfDate| !matches!(date.certainty(), Certainty::Certain | Certainty::Uncertain);
        let [(first_name, begun), (last_name, ended)] = [first, last];
        let (Some(earliest), Some(latest)) = (begun.earliest(), ended.latest()) else { return };
        if earliest <= latest || is_estimate(begun) || is_estimate(ended) {
            return;
        }
        let message =
            format!("`{last_name}: {}` is before `{first_name}: {}`", ended.as_written(), begun.as_written());
        let diagnostic = Diagnostic::new(&rules::front_matter::DATES_OUT_OF_ORDER, message);
        let help = "look both up in the source: one of them is mistyped, or they have changed places";
        self.diagnostics.push(diagnostic.at(self.path, text.span).help(help));
    }
}
