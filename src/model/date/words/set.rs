//! Sets in words: "November 2017 or December 2017", "1667, 1668 and every year from 1670 to 1672".

use edtf_core::{Date, Precision, Set, SetElement, SetKind};

use super::{DateLanguage, interval, pattern::fill, pattern::list, single};

pub(super) fn set(set: &Set, language: &DateLanguage) -> String {
    let several = &language.several;
    let joint = match set.kind {
        SetKind::OneMember => &several.or,
        SetKind::AllMembers => &several.and,
    };
    let members: Vec<_> = set.elements.iter().map(|element| member(element, set.kind, language)).collect();
    list(&members, joint, language)
}

fn member(element: &SetElement, kind: SetKind, language: &DateLanguage) -> String {
    let several = &language.several;
    let (earlier, later, ranges) = match kind {
        SetKind::OneMember => (&several.or_earlier, &several.or_later, &several.one_of),
        SetKind::AllMembers => (&several.and_earlier, &several.and_later, &several.every),
    };
    let dated = |pattern, date| fill(pattern, &[("date", &single::date(date, language).text)]);
    match element {
        SetElement::Date(date) => single::date(date, language).text,
        SetElement::OnOrBefore(date) => dated(earlier, date),
        SetElement::OnOrAfter(date) => dated(later, date),
        SetElement::Range(first, last) => {
            let range = interval::range(first, last, language);
            if first == last { range } else { fill(unit(first, ranges), &[("range", &range)]) }
        }
    }
}

/// A range runs in steps of what its ends are precise to.
fn unit<'a>(date: &Date, [years, months, days]: &'a [Box<str>; 3]) -> &'a str {
    match date.precision() {
        Precision::Year => years,
        Precision::Month | Precision::Season => months,
        Precision::Day => days,
    }
}
