//! Places that a W3C `TextQuoteSelector` selects: exact words, with what stands before and behind them.

use std::ops::Range;

use memchr::memmem::Finder;

use super::SearchText;
use super::normalise::Normalised;

impl SearchText {
    /// Every place that a selector selects, in order, as ranges of the original. An empty `prefix` or `suffix` selects
    /// any; an empty `exact` selects nothing.
    ///
    /// All three are compared in normalised form, and brackets are brackets. `exact` stands at boundaries as a piece of
    /// a quotation does. The prefix ends right before it and the suffix begins right behind it, white space aside; their
    /// outer ends may cut words, as selectors made by a count of characters do.
    #[must_use]
    pub fn select(&self, prefix: &str, exact: &str, suffix: &str) -> Vec<Range<usize>> {
        let [prefix, exact, suffix] = [prefix, exact, suffix].map(Normalised::new);
        let [prefix, exact, suffix] = [&prefix, &exact, &suffix].map(|words| words.as_str().trim());
        let text = self.normalised.as_str();
        let mut places = Vec::new();
        if exact.is_empty() {
            return places;
        }
        let finder = Finder::new(exact);
        let mut from = 0;
        while let Some(offset) = text.as_bytes().get(from..).and_then(|rest| finder.find(rest)) {
            let place = from + offset..from + offset + exact.len();
            from = place.start + 1;
            let before = text.get(..place.start).unwrap_or_default().trim_end();
            let behind = text.get(place.end..).unwrap_or_default().trim_start();
            if before.ends_with(prefix) && behind.starts_with(suffix) && self.is_uncut(&place) {
                places.extend(self.normalised.original(&place));
            }
        }
        places
    }
}
