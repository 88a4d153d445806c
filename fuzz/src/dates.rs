//! Dates: what is read has an order, bounds and words; what is not is explained.

use redstring::model::Words;
use redstring::model::date::{DateLanguage, EdtfDate};

use super::text;

/// Two dates, each on a line of its own.
pub fn dates(data: &[u8]) {
    let Some(written) = text(data) else { return };
    let (first, second) = written.split_once('\n').unwrap_or((written, written));
    if let (Some(first), Some(second)) = (date(first), date(second)) {
        let (before, after) = (first.order(), second.order());
        assert_eq!(before.cmp(&after), after.cmp(&before).reverse(), "{first:?} {second:?}");
        if let (Some(last), Some(earliest)) = (first.latest(), second.earliest())
            && last < earliest
        {
            assert!(before < after, "{first:?} is before {second:?}, and stands behind it");
        }
    }
}

fn date(written: &str) -> Option<EdtfDate> {
    let date = match EdtfDate::parse(written) {
        Ok(date) => date,
        Err(error) => {
            assert!(written.is_char_boundary(error.offset), "{written}: {error}");
            assert!(!error.message.is_empty(), "{written}: no explanation");
            return None;
        }
    };
    assert_eq!(date.as_written(), written);
    if let (Some(first), Some(last)) = (date.earliest(), date.latest()) {
        assert!(first <= last, "{written}: {first:?} {last:?}");
        for day in [first, last] {
            assert!((1..=12).contains(&day.month) && (1..=31).contains(&day.day), "{written}: {day:?}");
        }
    }
    for language in ["en", "de"] {
        let language = DateLanguage::of(&Words::new(language, &[]));
        let words = date.words(&language);
        assert!(!words.is_empty() && words.trim() == words, "{written}: {words:?}");
        assert!(!words.contains(['{', '}']) && !words.contains("  "), "{written}: {words}");
        let _ = date.vague_year(&language);
    }
    for value in [date.machine(), date.exact(), date.timestamp(), date.exact_ends().0, date.exact_ends().1]
        .iter()
        .flatten()
    {
        let allowed = |c: char| c.is_ascii_digit() || "-T:Z+.".contains(c);
        assert!(value.chars().all(allowed), "{written}: {value}");
        assert!(
            value.len() >= 4 && value.as_bytes()[..4].iter().all(u8::is_ascii_digit),
            "{written}: {value}"
        );
    }
    if let Some((first, last)) = date.exact_days() {
        assert_eq!((Some(first), Some(last)), (date.earliest(), date.latest()), "{written}");
    }
    if let (Some(year), Some(first)) = (date.group().year, date.earliest().or(date.latest())) {
        assert_eq!(year, first.year, "{written}");
    }
    let _ = (date.extent(), date.certainty(), date.months());
    Some(date)
}
