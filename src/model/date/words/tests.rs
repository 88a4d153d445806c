//! How dates are said in English and in German, one row each.

use crate::model::Words;
use crate::model::date::{DateLanguage, EdtfDate};

#[track_caller]
fn said(rows: &[(&str, &str)]) {
    said_in(&DateLanguage::english(), rows);
}

#[track_caller]
fn said_in(language: &DateLanguage, rows: &[(&str, &str)]) {
    for (text, expected) in rows {
        let date = EdtfDate::parse(text).unwrap();
        assert_eq!(date.words(language).replace('\u{a0}', " "), *expected, "{text}");
    }
}

#[test]
fn plain_dates() {
    said(&[
        ("2017-12-01", "1 December 2017"),
        ("2017-12", "December 2017"),
        ("2017", "2017"),
        ("2004-01-01T10:10:10Z", "1 January 2004, 10:10:10 UTC"),
        ("2004-01-01T23:10:10-05:30", "1 January 2004, 23:10:10 UTC−05:30"),
        ("2004-01-01T01:10:10+02", "1 January 2004, 01:10:10 UTC+02:00"),
        ("2004-01-01T10:10:10", "1 January 2004, 10:10:10"),
    ]);
}

#[test]
fn years_of_all_ages() {
    said(&[
        ("-0044-03-15", "15 March 45 BCE"),
        ("0000", "1 BCE"),
        ("-0001", "2 BCE"),
        ("0079-08-24", "24 August 79 CE"),
        ("0999", "999 CE"),
        ("1000", "1000"),
        ("-9999", "10,000 BCE"),
        ("Y170000002", "the year 170,000,002"),
        ("Y-17E7", "170,000,001 BCE"),
        ("Y17E70", "the year 17 × 10^70"),
        ("Y-17E70", "the year −17 × 10^70"),
        ("Y-9223372036854775807", "9,223,372,036,854,775,808 BCE"),
        ("1950S2", "1950 (an estimate between 1900 and 1999)"),
        ("1950S4", "1950"),
        (
            "Y171010000S3",
            "the year 171,010,000 (an estimate between the year 171,000,000 and the year 171,999,999)",
        ),
        ("Y17E70S2", "the year 17 × 10^70 (significant digits: 2)"),
    ]);
}

#[test]
fn seasons_and_other_parts_of_a_year() {
    said(&[
        ("2001-21", "spring 2001"),
        ("2001-24", "winter 2001"),
        ("2001-25", "spring 2001 (Northern Hemisphere)"),
        ("2001-32", "winter 2001 (Southern Hemisphere)"),
        ("2001-33", "first quarter of 2001"),
        ("2001-36", "fourth quarter of 2001"),
        ("2001-37", "first third of 2001"),
        ("2001-41", "second half of 2001"),
        ("2001-21~", "around spring 2001"),
        ("156X-21", "spring of some year in the 1560s"),
    ]);
}

#[test]
fn doubts() {
    said(&[
        ("2017-09~", "around September 2017"),
        ("2017?", "2017 (uncertain)"),
        ("2017%", "around 2017 (uncertain)"),
        ("156X~", "around the 1560s"),
        ("2017-~09-12", "12 September 2017 (month approximate)"),
        ("2004-06~-11", "11 June 2004 (year and month approximate)"),
        ("2004-?06-~11", "11 June 2004 (month uncertain, day approximate)"),
        ("2004-%06-11", "11 June 2004 (month approximate and uncertain)"),
        ("?2004~-%06-11%", "around 11 June 2004 (uncertain)"),
        ("?2001-21", "spring 2001 (year uncertain)"),
        ("2001-~33", "first quarter of 2001 (part of the year approximate)"),
        ("2017-12-XX~", "some day in December 2017 (approximate)"),
        ("15XX%", "some year between 1500 and 1599 (approximate and uncertain)"),
    ]);
}

#[test]
fn unknown_digits() {
    said(&[
        ("156X", "the 1560s"),
        ("150X", "some year between 1500 and 1509"),
        ("15XX", "some year between 1500 and 1599"),
        ("007X", "some year between 70 CE and 79 CE"),
        ("000X", "some year between 1 BCE and 9 CE"),
        ("1XX3", "some year matching 1XX3"),
        ("XXXX", "an unknown year"),
        ("XXXX-12-25", "25 December of an unknown year"),
        ("156X-12", "December of some year in the 1560s"),
        ("2017-XX", "some month in 2017"),
        ("2017-1X", "some month from October to December 2017"),
        ("2017-X2", "February or December 2017"),
        ("156X-XX", "some month in the 1560s"),
        ("2017-12-XX", "some day in December 2017"),
        ("2017-1X-XX", "some day in some month from October to December 2017"),
        ("2017-XX-XX", "some day in 2017"),
        ("1985-04-1X", "some day from 10 to 19 April 1985"),
        ("1985-02-2X", "some day from 20 to 28 February 1985"),
        ("1985-04-X5", "5, 15 or 25 April 1985"),
        ("1985-04-3X", "30 April 1985"),
        ("2017-XX-05", "day 5 of some month in 2017"),
        ("2017-XX-1X", "some day from 10 to 19 of some month in 2017"),
        ("156X-04-1X", "some day from 10 to 19 April of some year in the 1560s"),
    ]);
}

#[test]
fn intervals() {
    said(&[
        ("2017-11-28/2017-12-01", "28 November to 1 December 2017"),
        ("2017-12-01/2017-12-03", "1 to 3 December 2017"),
        ("2016-12-30/2017-01-02", "30 December 2016 to 2 January 2017"),
        ("2017-12-01/2017-12-01", "1 December 2017"),
        ("2017-11/2017-12", "November to December 2017"),
        ("2016/2017", "2016 to 2017"),
        ("-0044/0014", "45 BCE to 14 CE"),
        ("2017-11/2017-12-01", "November 2017 to 1 December 2017"),
        ("2001-21/2001-23", "spring 2001 to autumn 2001"),
        ("156X/1580", "the 1560s to 1580"),
        ("2017-12-XX/2018", "from some day in December 2017 to 2018"),
        ("1984?/2004%", "from 1984 (uncertain) to around 2004 (uncertain)"),
        ("2017-12-01/..", "since 1 December 2017"),
        ("2017-09~/..", "since around September 2017"),
        ("../2017", "until 2017"),
        ("/2017", "until 2017, start unknown"),
        ("2017/", "from 2017, end unknown"),
        ("..2004-06-01/2004-06-20..", "from 1 June 2004 or earlier to 20 June 2004 or later"),
        ("..2004/..", "since 2004 or earlier"),
        ("../2004..", "until 2004 or later"),
        ("..2004/2005", "from 2004 or earlier to 2005"),
    ]);
}

#[test]
fn sets() {
    said(&[
        ("[2017-11,2017-12]", "November 2017 or December 2017"),
        ("{2017-11,2017-12}", "November 2017 and December 2017"),
        ("[1667,1668,1670]", "1667, 1668 or 1670"),
        ("[1667]", "1667"),
        ("[1667..1672]", "some year from 1667 to 1672"),
        ("[..1672]", "1672 or earlier"),
        ("[1672..]", "1672 or later"),
        ("{1667..1672}", "every year from 1667 to 1672"),
        ("{..1672}", "1672 and earlier"),
        ("[2017-12-01..2017-12-03]", "some day from 1 to 3 December 2017"),
        ("{2017-11..2017-12}", "every month from November to December 2017"),
        ("{1960,1961-12}", "1960 and December 1961"),
        ("{1667,1668,1670..1672}", "1667, 1668 and every year from 1670 to 1672"),
    ]);
}

/// German has a full stop behind the number of a day, another order of unknown parts, and no article that would have to
/// change with what stands before it.
#[test]
fn german() {
    let rows = [
        ("2017-12-01", "1. Dezember 2017"),
        ("2017-12", "Dezember 2017"),
        ("2017-03", "März 2017"),
        ("2017", "2017"),
        ("2004-01-01T10:10:10Z", "1. Januar 2004, 10:10:10 UTC"),
        ("-0044-03-15", "15. März 45 v. Chr."),
        ("0079-08-24", "24. August 79 n. Chr."),
        ("-9999", "10.000 v. Chr."),
        ("Y170000002", "Jahr 170.000.002"),
        ("Y-17E70", "Jahr −17 × 10^70"),
        ("1950S2", "1950 (geschätzt, zwischen 1900 und 1999)"),
        ("2001-21", "Frühling 2001"),
        ("2001-24", "Winter 2001"),
        ("2001-32", "Winter 2001 (Südhalbkugel)"),
        ("2001-33", "erstes Quartal 2001"),
        ("2001-41", "zweites Halbjahr 2001"),
        ("156X-21", "Frühling, ein Jahr der 1560er"),
        ("2017-09~", "ca. September 2017"),
        ("2017?", "2017 (unsicher)"),
        ("2017%", "ca. 2017 (unsicher)"),
        ("156X~", "ca. 1560er Jahre"),
        ("2017-~09-12", "12. September 2017 (Monat ungefähr)"),
        ("2004-06~-11", "11. Juni 2004 (Jahr und Monat ungefähr)"),
        ("2004-?06-~11", "11. Juni 2004 (Monat unsicher, Tag ungefähr)"),
        ("2017-12-XX~", "Dezember 2017, Tag unbekannt (ungefähr)"),
        ("15XX", "ein Jahr zwischen 1500 und 1599"),
        ("1XX3", "ein Jahr der Form 1XX3"),
        ("XXXX-12-25", "25. Dezember, unbekanntes Jahr"),
        ("2017-XX", "2017, Monat unbekannt"),
        ("2017-1X", "ein Monat von Oktober bis Dezember 2017"),
        ("2017-X2", "Februar oder Dezember 2017"),
        ("2017-12-XX", "Dezember 2017, Tag unbekannt"),
        ("1985-04-1X", "ein Tag vom 10. bis 19. April 1985"),
        ("1985-04-X5", "5., 15. oder 25. April 1985"),
        ("2017-XX-05", "2017, Monat unbekannt, der 5."),
        ("2017-11-28/2017-12-01", "28. November bis 1. Dezember 2017"),
        ("2017-12-01/2017-12-03", "1. bis 3. Dezember 2017"),
        ("2016-12-30/2017-01-02", "30. Dezember 2016 bis 2. Januar 2017"),
        ("2017-11/2017-12", "November bis Dezember 2017"),
        ("-0044/0014", "45 v. Chr. bis 14 n. Chr."),
        ("2001-21/2001-23", "Frühling 2001 bis Herbst 2001"),
        ("1984?/2004%", "1984 (unsicher) bis ca. 2004 (unsicher)"),
        ("2017-12-01/..", "seit 1. Dezember 2017"),
        ("2017-09~/..", "seit ca. September 2017"),
        ("../2017", "bis 2017"),
        ("/2017", "bis 2017, Beginn unbekannt"),
        ("2017/", "ab 2017, Ende unbekannt"),
        ("..2004/2005", "2004 oder früher bis 2005"),
        ("[1667,1668,1670]", "1667, 1668 oder 1670"),
        ("[1667..1672]", "ein Jahr von 1667 bis 1672"),
        ("[2017-12-01..2017-12-03]", "ein Tag vom 1. bis 3. Dezember 2017"),
        ("{2017-11..2017-12}", "jeder Monat von November bis Dezember 2017"),
        ("{1667,1668,1670..1672}", "1667, 1668 und jedes Jahr von 1670 bis 1672"),
        ("{..1672}", "1672 und früher"),
    ];
    said_in(&DateLanguage::of(&Words::new("de", &[])), &rows);
}
