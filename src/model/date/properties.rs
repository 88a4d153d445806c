//! What holds for every date, however it is written.

use proptest::prelude::*;

use super::{DateLanguage, EdtfDate, Extent, strategies};

fn parse(text: &str) -> EdtfDate {
    EdtfDate::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn words(date: &EdtfDate) -> String {
    date.words(&DateLanguage::english())
}

/// HTML's grammar for `<time datetime>`, as far as it concerns us: years from 1, and no leap second.
fn is_html_time(value: &str) -> bool {
    let (date, time) = value.split_once('T').map_or((value, None), |(date, time)| (date, Some(time)));
    let parts: Vec<_> = date.split('-').collect();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let within = |part: &str, low: u8, high: u8| {
        part.len() == 2 && part.parse::<u8>().is_ok_and(|number| (low..=high).contains(&number))
    };
    let year = digits(parts[0]) && parts[0].len() >= 4 && parts[0].parse::<i64>().is_ok_and(|year| year > 0);
    let month = parts.get(1).is_none_or(|month| within(month, 1, 12));
    let day = parts.get(2).is_none_or(|day| within(day, 1, 31));
    let clock = |clock: &str| {
        let parts: Vec<_> = clock.split(':').collect();
        parts.len() == 3 && within(parts[0], 0, 23) && within(parts[1], 0, 59) && within(parts[2], 0, 59)
    };
    let shift = |shift: &str| {
        shift.is_empty()
            || shift == "Z"
            || shift[1..]
                .split_once(':')
                .is_some_and(|(hours, minutes)| within(hours, 0, 23) && within(minutes, 0, 59))
    };
    let time = time.is_none_or(|time| parts.len() == 3 && clock(&time[..8]) && shift(&time[8..]));
    parts.len() <= 3 && year && month && day && time
}

/// The numbers in the words of a single date that are not years: not of four digits, and without an era.
fn numbers_beside_the_year(words: &str) -> Vec<String> {
    let words: Vec<_> = words.split([' ', '(', ')']).collect();
    let is_era = |at: usize| words.get(at + 1).is_some_and(|next| ["CE", "BCE"].contains(next));
    let mut numbers = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if word.len() < 4 && word.bytes().all(|byte| byte.is_ascii_digit()) && !word.is_empty() && !is_era(at)
        {
            numbers.push((*word).to_owned());
        }
    }
    numbers
}

proptest! {
    #[test]
    fn no_text_panics(text in ".{0,30}") {
        if let Err(error) = EdtfDate::parse(&text) {
            prop_assert!(text.is_char_boundary(error.offset) && !error.message.is_empty());
        }
    }

    #[test]
    fn no_text_that_looks_like_a_date_panics(text in "[0-9XxYEST/.,?~%:Z –\\[\\]{}-]{0,24}") {
        match EdtfDate::parse(&text) {
            Ok(date) => prop_assert!(!words(&date).is_empty() && date.order() == date.order()),
            Err(error) => prop_assert!(text.is_char_boundary(error.offset) && !error.message.is_empty()),
        }
    }

    #[test]
    fn a_slip_of_one_byte_is_explained(text in strategies::expression(), at in any::<prop::sample::Index>()) {
        let mut slipped = text.clone();
        slipped.remove(at.index(text.len()));
        if let Err(error) = EdtfDate::parse(&slipped) {
            prop_assert!(slipped.is_char_boundary(error.offset) && !error.message.is_empty(), "{slipped}");
        }
    }

    #[test]
    fn every_date_is_valid_and_said(text in strategies::expression()) {
        let date = parse(&text);
        let words = words(&date);
        prop_assert_eq!(date.as_written(), &text);
        prop_assert!(!words.contains(['{', '}']) && !words.contains("  "), "{text}: {words}");
        prop_assert_eq!(words.trim(), &words);
        prop_assert!(date.earliest().zip(date.latest()).is_none_or(|(first, last)| first <= last));
    }

    #[test]
    fn what_is_definitely_before_is_ordered_before(a in strategies::expression(), b in strategies::expression()) {
        let (a, b) = (parse(&a), parse(&b));
        if let (Some(last), Some(first)) = (a.latest(), b.earliest()) && last < first {
            prop_assert!(a.order() < b.order());
        }
        prop_assert_eq!(a.order().cmp(&b.order()), b.order().cmp(&a.order()).reverse());
    }

    #[test]
    fn a_sorted_list_has_its_years_in_order(texts in prop::collection::vec(strategies::expression(), 2..8)) {
        let mut dates: Vec<_> = texts.iter().map(|text| parse(text)).collect();
        dates.sort_by_key(EdtfDate::order);
        let years: Vec<_> = dates.iter().filter_map(|date| date.group().year).collect();
        prop_assert!(years.is_sorted(), "{years:?}");
    }

    #[test]
    fn the_heading_holds_the_whole_date(text in strategies::expression()) {
        let date = parse(&text);
        let (group, earliest, latest) = (date.group(), date.earliest(), date.latest());
        if let Some(first) = earliest.or(latest) {
            prop_assert_eq!(group.year, Some(first.year));
        }
        if group.month.is_some() {
            for day in [earliest, latest] {
                let day = day.expect("a date under a month has both ends");
                prop_assert_eq!((Some(day.year), Some(day.month)), (group.year, group.month));
            }
        }
    }

    #[test]
    fn machines_get_valid_html(text in strategies::expression()) {
        let date = parse(&text);
        if let Some(value) = date.machine() {
            prop_assert!(is_html_time(&value), "{value}");
            prop_assert!(matches!(date.extent(), Extent::Day | Extent::Month | Extent::Year), "{text}: {value}");
        }
    }

    #[test]
    fn no_month_is_said_that_is_not_written(text in strategies::single()) {
        let bare = text.trim_start_matches(['?', '~', '%', '-', 'Y']);
        let month = bare.split('-').nth(1).unwrap_or("XX").trim_matches(['?', '~', '%']).to_owned();
        if month == "XX" || month.parse::<u8>().is_ok_and(|code| code > 12) {
            let words = words(&parse(&text));
            for name in DateLanguage::english().months {
                prop_assert!(!words.contains(&*name), "{text}: {words}");
            }
        }
    }

    #[test]
    fn no_day_is_said_that_is_not_written(text in strategies::calendar_date(any::<bool>().boxed())) {
        let bare = text.trim_start_matches(['?', '~', '%', '-']);
        let day = bare.split('-').nth(2).unwrap_or("XX").trim_matches(['?', '~', '%']);
        let words = words(&parse(&text));
        let numbers = numbers_beside_the_year(&words);
        if day == "XX" {
            prop_assert!(numbers.is_empty(), "{text}: {words}");
        } else if let Ok(day) = day.parse::<u8>() {
            prop_assert_eq!(numbers, [day.to_string()], "{}: {}", text, words);
        }
    }

    #[test]
    fn a_doubt_is_always_said(text in strategies::single()) {
        let date = parse(&text);
        let words = words(&date);
        prop_assert_eq!(text.contains(['?', '%']), words.contains("uncertain"), "{}: {}", text, words);
        let approximate = words.contains("around") || words.contains("approximate");
        prop_assert_eq!(text.contains(['~', '%']), approximate, "{}: {}", text, words);
    }
}
