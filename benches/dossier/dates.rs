//! Dates as people write them into dossiers: in all precisions of EDTF, most of them of the last century.

use super::chance::Chance;

/// A whole day of the years 1950 to 2024.
pub(crate) fn day(chance: &mut Chance) -> String {
    day_of(chance.between(1950, 2024), chance)
}

/// A whole day of that year.
pub(crate) fn day_of(year: usize, chance: &mut Chance) -> String {
    format!("{year}-{:02}-{:02}", chance.between(1, 12), chance.between(1, 28))
}

/// A year of life of a person or an organisation.
pub(crate) fn year(chance: &mut Chance) -> usize {
    chance.between(1900, 1980)
}

/// A date in any precision, quoted where YAML asks for it. A few lie far back, so that timelines are wide.
pub(crate) fn any(chance: &mut Chance) -> String {
    let near = chance.between(1950, 2020);
    let month = chance.between(1, 12);
    match chance.below(40) {
        0..16 => day(chance),
        16..21 => format!("{near}-{month:02}"),
        21..24 => format!("{near}"),
        24 => format!("{near}-{month:02}~"),
        25 => format!("{near}?"),
        26 => format!("{near}%"),
        27 => format!("{}X", near / 10),
        28 => format!("{near}-{month:02}-XX"),
        29 => format!("{near}-{}", chance.between(21, 24)),
        30 => format!("{}/{}", day_of(near, chance), day_of(near + 1, chance)),
        31 => format!("{near}-{month:02}/.."),
        32 => format!("../{near}"),
        33 => format!("\"[{near}-11,{near}-12]\""),
        34 => format!("\"{{{near},{}}}\"", near + 2),
        35 => format!("{}-{month:02}-14T10:{:02}:00Z", near, chance.below(60)),
        36 => format!("{}", chance.between(1400, 1899)),
        37 => format!("{}XX", chance.between(10, 18)),
        38 => format!("-{:04}", chance.between(1, 3000)),
        _ => format!("{:04}-{month:02}", chance.between(79, 999)),
    }
}
