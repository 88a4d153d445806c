//! What somebody may have meant who wrote a day in a form that is not EDTF: `12.5.2019`, `5/12/2017`, `12 May 1920`.
//!
//! Only complete dates are guessed at, and where day and month can change places both readings are offered: which of
//! them is meant, only the source can tell.

use super::{DateLanguage, EdtfDate};

/// The dates that may be meant, the most likely first; none for what is no such form.
#[must_use]
pub fn meant(text: &str) -> Vec<String> {
    let text = text.trim();
    let found = in_digits(text).or_else(|| in_words(text)).unwrap_or_default();
    found.into_iter().filter(|date| EdtfDate::parse(date).is_ok()).collect()
}

/// Three numbers with one sign between them.
fn in_digits(text: &str) -> Option<Vec<String>> {
    let sign = ['.', '/', '-'].into_iter().find(|sign| text.matches(*sign).count() == 2)?;
    let mut parts = text.split(sign).map(str::trim);
    let [first, second, third] = [parts.next()?, parts.next()?, parts.next()?];
    match (sign, is_year(first), is_year(third)) {
        (_, true, false) => Some(vec![day(first, number(second)?, number(third)?)]),
        // Between full stops the day stands first, all over the world.
        ('.', false, true) => Some(vec![day(third, number(second)?, number(first)?)]),
        (_, false, true) => {
            let (first, second) = (number(first)?, number(second)?);
            let mut found = vec![day(third, second, first), day(third, first, second)];
            found.dedup();
            Some(found)
        }
        _ => None,
    }
}

/// `12 May 1920`, `May 12, 1920`, `12th of May 1920`, `May 1920`, in English.
fn in_words(text: &str) -> Option<Vec<String>> {
    let words =
        text.split([' ', ',', '.']).filter(|word| !word.is_empty() && *word != "of" && *word != "the");
    let words: Vec<_> = words.collect();
    let (month, year, day_number) = match words[..] {
        [month, year] if is_year(year) => (month_number(month)?, year, None),
        [first, second, year] if is_year(year) => match month_number(first) {
            Some(month) => (month, year, Some(ordinal(second)?)),
            None => (month_number(second)?, year, Some(ordinal(first)?)),
        },
        _ => return None,
    };
    Some(vec![day_number.map_or_else(|| format!("{year}-{month:02}"), |number| day(year, month, number))])
}

fn day(year: &str, month: u8, day: u8) -> String {
    format!("{year}-{month:02}-{day:02}")
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn number(text: &str) -> Option<u8> {
    (text.len() <= 2).then(|| text.parse().ok()).flatten()
}

/// `1`, `1st`, `22nd`.
fn ordinal(text: &str) -> Option<u8> {
    number(text.trim_end_matches(|c: char| c.is_ascii_alphabetic()))
}

/// A month by its name or the beginning of it: `Sept`.
fn month_number(text: &str) -> Option<u8> {
    let (asked, english) = (text.to_lowercase(), DateLanguage::english());
    let is_asked =
        |number: &u8| english.month(*number).is_some_and(|name| name.to_lowercase().starts_with(&asked));
    (asked.len() >= 3).then(|| (1..=12).find(is_asked)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_forms_of_a_day_are_understood() {
        for (text, expected) in [
            ("12.5.2019", &["2019-05-12"][..]),
            ("01.12.2017", &["2017-12-01"]),
            ("5/12/2017", &["2017-12-05", "2017-05-12"]),
            ("5/5/2017", &["2017-05-05"]),
            ("25/12/2017", &["2017-12-25"]),
            ("12/25/2017", &["2017-12-25"]),
            ("01-12-2017", &["2017-12-01", "2017-01-12"]),
            ("2017/12/1", &["2017-12-01"]),
            ("2017.12.01", &["2017-12-01"]),
            ("2017-1-5", &["2017-01-05"]),
            ("12 May 1920", &["1920-05-12"]),
            ("May 12, 1920", &["1920-05-12"]),
            ("1st of Sept. 1920", &["1920-09-01"]),
            ("Dec 2017", &["2017-12"]),
            ("31.2.2019", &[]),
            ("12.5.19", &[]),
            ("2017/2018", &[]),
            ("May", &[]),
            ("yesterday", &[]),
            ("1.2.3.4", &[]),
            ("１.２.２０１７", &[]),
        ] {
            assert_eq!(meant(text), expected, "{text}");
        }
    }
}
