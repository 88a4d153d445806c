//! `[markup]`: what bodies may hold.

use toml::Spanned;

use super::Check;
use crate::model::RawHtml;

impl Check<'_> {
    /// Where the word is none of those known, less is believed than was perhaps meant.
    pub(super) fn raw_html(&mut self, written: &Spanned<String>) {
        if let Some(raw_html) = RawHtml::named(written.as_ref()) {
            self.settings.raw_html = raw_html;
        } else {
            let words = RawHtml::WORDS.map(|word| format!("`{word}`")).join(", ");
            let message = format!("`{}` is not a value of `raw_html`", written.as_ref());
            self.invalid(written.span(), message, &format!("write one of {words}"));
            self.settings.raw_html = RawHtml::Off;
        }
    }
}
