//! "Around" and "uncertain": what EDTF's `~`, `?` and `%` say of a date or of parts of it.

use edtf_core::{Date, Qualifier};

use super::{DateLanguage, Phrase, pattern::fill, pattern::list};
use crate::model::date::named;

/// The phrase with what the date's qualifiers say.
///
/// A doubt about the whole is said of the whole ("around September 2017"). A doubt about some parts names them
/// ("12 September 2017 (month approximate)"), since "around" would spread it over the rest.
pub(super) fn qualified(date: &Date, phrase: Phrase, language: &DateLanguage) -> Phrase {
    let parts = parts(date, language);
    let whole = parts.first().map_or_else(Qualifier::default, |(_, qualifier)| *qualifier);
    if parts.iter().all(|(_, qualifier)| *qualifier == whole) {
        return of_whole(whole, phrase, language);
    }
    let mut doubted: Vec<(Qualifier, Vec<&str>)> = Vec::new();
    for (name, qualifier) in parts.into_iter().filter(|(_, qualifier)| qualifier.is_qualified()) {
        match doubted.iter_mut().find(|(same, _)| *same == qualifier) {
            Some((_, names)) => names.push(name),
            None => doubted.push((qualifier, vec![name])),
        }
    }
    let remarks: Vec<_> = doubted
        .iter()
        .map(|(qualifier, names)| {
            let names = list(names, &language.several.and, language);
            fill(&language.doubt.of_parts, &[("parts", &names), ("remark", remark(*qualifier, language))])
        })
        .collect();
    with_remark(&phrase.text, &list(&remarks, &language.several.comma, language), language)
}

fn of_whole(qualifier: Qualifier, phrase: Phrase, language: &DateLanguage) -> Phrase {
    let doubt = &language.doubt;
    match (qualifier.approximate, qualifier.uncertain) {
        (false, false) => phrase,
        // "Around some day in 2017" is no English.
        (true, _) if !phrase.names => with_remark(&phrase.text, remark(qualifier, language), language),
        (true, false) => Phrase::description(fill(&doubt.around, &[("date", &phrase.text)])),
        (false, true) => with_remark(&phrase.text, &doubt.uncertain, language),
        (true, true) => {
            with_remark(&fill(&doubt.around, &[("date", &phrase.text)]), &doubt.uncertain, language)
        }
    }
}

fn with_remark(text: &str, remark: &str, language: &DateLanguage) -> Phrase {
    Phrase::description(fill(&language.doubt.remark, &[("date", text), ("remark", remark)]))
}

fn remark(qualifier: Qualifier, language: &DateLanguage) -> &str {
    match (qualifier.approximate, qualifier.uncertain) {
        (true, true) => &language.doubt.both,
        (true, false) => &language.doubt.approximate,
        (false, _) => &language.doubt.uncertain,
    }
}

/// The written parts of a date by name, each with its qualifier.
fn parts<'a>(date: &Date, language: &'a DateLanguage) -> Vec<(&'a str, Qualifier)> {
    let doubt = &language.doubt;
    let month = match named::part_of_year(date) {
        None => &doubt.month,
        Some(..=32) => &doubt.season,
        Some(_) => &doubt.part_of_year,
    };
    let mut parts: Vec<(&str, Qualifier)> = vec![(&doubt.year, date.year.qualifier)];
    parts.extend(date.month.map(|field| (&**month, field.qualifier)));
    parts.extend(date.day.map(|field| (&*doubt.day, field.qualifier)));
    parts
}
