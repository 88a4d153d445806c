//! Valid EDTF of levels 0 to 2 for property tests, put together from its parts.
//!
//! Unknown digits are made by masking a day that exists, so that one completion is always left; interval and range
//! ends are written the way round that the grammar takes.

use proptest::{option, prelude::*, sample::select};

use super::{EdtfDate, day::days_in_month};

/// Any expression: a date, moment, interval or set.
pub(super) fn expression() -> impl Strategy<Value = String> {
    prop_oneof![4 => single(), 1 => moment(), 3 => interval(), 2 => set()]
}

/// Any single date, with all that levels 1 and 2 allow.
pub(super) fn single() -> impl Strategy<Value = String> {
    prop_oneof![4 => calendar_date(any::<bool>().boxed()), 1 => season(), 1 => rounded_year(), 1 => far_year()]
}

/// A year, month or day, perhaps qualified; with unknown digits where `masking` says so.
pub(super) fn calendar_date(masking: BoxedStrategy<bool>) -> BoxedStrategy<String> {
    let masks = masking
        .prop_flat_map(|mask| if mask { any::<[bool; 8]>().boxed() } else { Just([false; 8]).boxed() });
    (plain_parts(), masks, 1_usize..=3, qualifiers())
        .prop_map(|((negative, year, month, day), masks, precision, qualifiers)| {
            let masks = if negative { masks.map(|_| false) } else { masks };
            let sign = if negative { "-" } else { "" };
            let mut written = [format!("{year:04}"), format!("{month:02}"), format!("{day:02}")];
            for (part, masks) in written.iter_mut().zip([&masks[..4], &masks[4..6], &masks[6..]]) {
                *part =
                    part.chars().zip(masks).map(|(digit, mask)| if *mask { 'X' } else { digit }).collect();
            }
            written[0].insert_str(0, sign);
            qualified(&written[..precision], &qualifiers)
        })
        .boxed()
}

/// A date without any doubt or unknown digit: 1 year, 2 month, 3 day.
pub(super) fn plain_date(precision: usize) -> impl Strategy<Value = String> {
    plain_parts().prop_map(move |(negative, year, month, day)| {
        let sign = if negative { "-" } else { "" };
        let written = [format!("{sign}{year:04}"), format!("{month:02}"), format!("{day:02}")];
        written[..precision].join("-")
    })
}

fn plain_parts() -> impl Strategy<Value = (bool, i64, u8, u8)> {
    let year = prop_oneof![3 => 1000_i64..=2100, 1 => 0_i64..=9999];
    (prop::bool::weighted(0.2), year, 1_u8..=12, 1_u8..=31).prop_map(|(negative, year, month, day)| {
        let negative = negative && year != 0;
        let longest = days_in_month(Some(if negative { -year } else { year }), month);
        (negative, year, month, day.min(longest))
    })
}

type Qualifiers = [(Option<char>, Option<char>); 3];

fn qualifiers() -> impl Strategy<Value = Qualifiers> {
    let one = || option::weighted(0.15, select(vec!['?', '~', '%']));
    [(one(), one()), (one(), one()), (one(), one())]
}

fn qualified(parts: &[String], qualifiers: &Qualifiers) -> String {
    let with = |(part, (before, after)): (&String, &(Option<char>, Option<char>))| {
        format!(
            "{}{part}{}",
            before.map(String::from).unwrap_or_default(),
            after.map(String::from).unwrap_or_default()
        )
    };
    parts.iter().zip(qualifiers).map(with).collect::<Vec<_>>().join("-")
}

fn season() -> impl Strategy<Value = String> {
    (plain_date(1), 21_u8..=41, qualifiers())
        .prop_map(|(year, code, qualifiers)| qualified(&[year, code.to_string()], &qualifiers))
}

fn rounded_year() -> impl Strategy<Value = String> {
    (plain_date(1), 1..=4).prop_map(|(year, digits)| format!("{year}S{digits}"))
}

fn far_year() -> impl Strategy<Value = String> {
    let sign = || select(vec!["", "-"]);
    prop_oneof![
        (sign(), 10_000_i64..=i64::MAX).prop_map(|(sign, year)| format!("Y{sign}{year}")),
        (sign(), 10_000_i64..=i64::MAX, 1..=5)
            .prop_map(|(sign, year, digits)| format!("Y{sign}{year}S{digits}")),
        (sign(), 1..=999, 4..=40).prop_map(|(sign, year, power)| format!("Y{sign}{year}E{power}")),
    ]
}

fn moment() -> impl Strategy<Value = String> {
    let shift = select(vec!["", "Z", "+02", "-05:30", "+14:00"]);
    let date = plain_date(3).prop_map(|date| date.trim_start_matches('-').to_owned());
    (date, 0..24, 0..60, 0..=60, shift).prop_filter_map(
        "29 February must outlive its sign",
        |(date, hour, minute, second, shift)| {
            EdtfDate::parse(&date).ok()?;
            Some(format!("{date}T{hour:02}:{minute:02}:{second:02}{shift}"))
        },
    )
}

fn interval() -> impl Strategy<Value = String> {
    (single(), single(), 0..8).prop_map(|(first, second, shape)| match shape {
        0 => format!("{first}/.."),
        1 => format!("../{first}"),
        2 => format!("{first}/"),
        3 => format!("/{first}"),
        4 => format!("..{first}/{second}.."),
        _ => in_order(&first, &second, "/", "", ""),
    })
}

fn set() -> impl Strategy<Value = String> {
    let range = (1_usize..=3)
        .prop_flat_map(|precision| (plain_date(precision), plain_date(precision)))
        .prop_map(|(first, second)| in_order(&first, &second, "..", "[", "]"));
    let member = prop_oneof![
        4 => single(),
        1 => single().prop_map(|date| format!("..{date}")),
        1 => single().prop_map(|date| format!("{date}..")),
        1 => range,
    ];
    (any::<bool>(), prop::collection::vec(member, 1..5)).prop_map(|(all, members)| {
        let members = members.join(",");
        if all { format!("{{{members}}}") } else { format!("[{members}]") }
    })
}

/// The two dates in the order that the grammar accepts between these marks.
fn in_order(first: &str, second: &str, joint: &str, open: &str, close: &str) -> String {
    let forward = format!("{first}{joint}{second}");
    match EdtfDate::parse(&format!("{open}{forward}{close}")) {
        Ok(_) => forward,
        Err(_) => format!("{second}{joint}{first}"),
    }
}
