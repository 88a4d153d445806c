//! "para. 4" → the term and the number that a style asks for.

use hayagriva::citationberg::taxonomy::Locator;

/// The words before a number by which people name a place in a source, without the closing dot and in lower case.
const TERMS: &[(&str, Locator)] = &[
    ("p", Locator::Page),
    ("pp", Locator::Page),
    ("page", Locator::Page),
    ("pages", Locator::Page),
    ("para", Locator::Paragraph),
    ("paras", Locator::Paragraph),
    ("par", Locator::Paragraph),
    ("paragraph", Locator::Paragraph),
    ("paragraphs", Locator::Paragraph),
    ("¶", Locator::Paragraph),
    ("¶¶", Locator::Paragraph),
    ("ch", Locator::Chapter),
    ("chap", Locator::Chapter),
    ("chs", Locator::Chapter),
    ("chapter", Locator::Chapter),
    ("chapters", Locator::Chapter),
    ("sec", Locator::Section),
    ("secs", Locator::Section),
    ("section", Locator::Section),
    ("sections", Locator::Section),
    ("§", Locator::Section),
    ("§§", Locator::Section),
    ("vol", Locator::Volume),
    ("vols", Locator::Volume),
    ("volume", Locator::Volume),
    ("volumes", Locator::Volume),
    ("l", Locator::Line),
    ("ll", Locator::Line),
    ("line", Locator::Line),
    ("lines", Locator::Line),
    ("fig", Locator::Figure),
    ("figs", Locator::Figure),
    ("figure", Locator::Figure),
    ("figures", Locator::Figure),
    ("tab", Locator::Table),
    ("table", Locator::Table),
    ("col", Locator::Column),
    ("cols", Locator::Column),
    ("column", Locator::Column),
    ("columns", Locator::Column),
    ("fol", Locator::Folio),
    ("fols", Locator::Folio),
    ("folio", Locator::Folio),
    ("n", Locator::Note),
    ("nn", Locator::Note),
    ("note", Locator::Note),
    ("notes", Locator::Note),
    ("pt", Locator::Part),
    ("part", Locator::Part),
    ("bk", Locator::Book),
    ("book", Locator::Book),
    ("no", Locator::Issue),
    ("app", Locator::Appendix),
    ("appendix", Locator::Appendix),
    ("art", Locator::ArticleLocator),
    ("article", Locator::ArticleLocator),
    ("v", Locator::Verse),
    ("vv", Locator::Verse),
];

/// The term and the number; `None` where the words are not of that form and can only be shown as they stand.
pub(super) fn read(written: &str) -> Option<(Locator, &str)> {
    let number = written.find(|c: char| c.is_ascii_digit())?;
    let (before, number) = written.split_at(number);
    let word = before.trim_end().trim_end_matches('.').to_lowercase();
    let (_, locator) = TERMS.iter().find(|(term, _)| *term == word)?;
    // Another word ("ch. 3, para. 4") is a second place, which styles have no form for.
    let plain = number.chars().all(|c| c.is_ascii_digit() || " ,–—-".contains(c));
    plain.then_some((*locator, number.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_places_are_read() {
        for (written, expected) in [
            ("para. 4", Some((Locator::Paragraph, "4"))),
            ("paras. 4–6", Some((Locator::Paragraph, "4–6"))),
            ("p. 5", Some((Locator::Page, "5"))),
            ("p.5", Some((Locator::Page, "5"))),
            ("pp. 3, 5", Some((Locator::Page, "3, 5"))),
            ("§ 12", Some((Locator::Section, "12"))),
            ("Ch. 3", Some((Locator::Chapter, "3"))),
            ("headline", None),
            ("table of 2017", None),
            ("ch. 3, para. 4", None),
            ("para. 4a", None),
            ("4", None),
        ] {
            assert_eq!(read(written), expected, "{written}");
        }
    }
}
