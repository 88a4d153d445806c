//! Languages by their tags (BCP 47): whether one is well formed, what it falls back to, which way it is written.
//!
//! Nothing is looked up in the registry of subtags: a tag is what a browser and a speech synthesiser are told, and they
//! know more languages than a list in here would.

/// Languages that are written from right to left unless their tag names another script.
const RIGHT_TO_LEFT: [&str; 24] = [
    "ae", "ar", "arc", "arz", "azb", "ckb", "dv", "fa", "glk", "he", "iw", "khw", "ks", "lrc", "mzn", "nqo",
    "pnb", "ps", "sd", "syr", "ug", "ur", "yi", "ji",
];

/// Scripts that are written from right to left.
const RIGHT_TO_LEFT_SCRIPTS: [&str; 13] =
    ["adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "phnx", "rohg", "samr", "syrc", "thaa", "yezi"];

/// Whether a tag is well formed: language, extended languages, script, region, variants, extensions, private use, in
/// this order (RFC 5646, 2.1). The few irregular tags of before 2006 are not: each of them has a regular one.
#[must_use]
pub fn is_well_formed(tag: &str) -> bool {
    let lower = tag.to_ascii_lowercase();
    let mut subtags = lower.split('-').peekable();
    if !lower
        .split('-')
        .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
    {
        return false;
    }
    let letters = |part: &&str, least: usize, most: usize| {
        (least..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic())
    };
    if subtags.peek() != Some(&"x") {
        let Some(language) = subtags.next().filter(|part| letters(part, 2, 8)) else { return false };
        if language.len() <= 3 {
            for _ in 0..3 {
                subtags.next_if(|part| letters(part, 3, 3));
            }
        }
        subtags.next_if(|part| letters(part, 4, 4));
        subtags.next_if(|part| {
            letters(part, 2, 2) || part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit())
        });
        let mut variants = Vec::new();
        while let Some(variant) = subtags.next_if(|part| {
            part.len() >= 5 || part.len() == 4 && part.starts_with(|first: char| first.is_ascii_digit())
        }) {
            if variants.contains(&variant) {
                return false;
            }
            variants.push(variant);
        }
        let mut singletons = Vec::new();
        while let Some(singleton) = subtags.next_if(|part| part.len() == 1 && *part != "x") {
            if singletons.contains(&singleton) || subtags.next_if(|part| part.len() >= 2).is_none() {
                return false;
            }
            singletons.push(singleton);
            while subtags.next_if(|part| part.len() >= 2).is_some() {}
        }
    }
    match subtags.next() {
        None => true,
        Some("x") => subtags.next().is_some(),
        Some(_) => false,
    }
}

/// The tag in lower case, and what it falls back to, the nearest first: `de-at-1996`, `de-at`, `de` (RFC 4647, 3.4).
#[must_use]
pub fn fallbacks(tag: &str) -> Vec<String> {
    let mut tags = Vec::new();
    let mut rest = tag.to_ascii_lowercase();
    loop {
        tags.push(rest.clone());
        let Some((shorter, _)) = rest.rsplit_once('-') else { return tags };
        // A singleton says nothing without what follows it.
        let shorter = match shorter.rsplit_once('-') {
            Some((before, last)) if last.len() == 1 => before,
            _ => shorter,
        };
        if shorter.len() == 1 {
            return tags;
        }
        rest = shorter.to_owned();
    }
}

/// Whether a language is written from right to left: its script says so where the tag names one (`az-Arab`, `he-Latn`).
#[must_use]
pub fn is_right_to_left(tag: &str) -> bool {
    let lower = tag.to_ascii_lowercase();
    let mut subtags = lower.split('-').take_while(|part| part.len() > 1);
    let Some(language) = subtags.next() else { return false };
    match subtags.find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic())) {
        Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script),
        None => RIGHT_TO_LEFT.contains(&language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_that_are_well_formed_and_tags_that_are_not() {
        for tag in [
            "en",
            "de-AT",
            "EN-gb",
            "zh-Hant-TW",
            "zh-cmn-Hans-CN",
            "sl-rozaj-biske",
            "de-CH-1996",
            "es-419",
            "en-a-myext-b-another",
            "de-x-phonebk",
            "x-whatever",
            "hy-Latn-IT-arevela",
            "en-u-ca-gregory",
            "mul",
        ] {
            assert!(is_well_formed(tag), "{tag}");
        }
        for tag in [
            "",
            "e",
            "english please",
            "en_GB",
            "en-",
            "-en",
            "en--GB",
            "123",
            "de-AT-AT",
            "en-x",
            "en-a",
            "en-a-b",
            "de-1996-1996",
            "en-a-aaa-a-bbb",
            "verylonglanguage",
            "en\u{a0}",
            "ü",
            "a-DE",
            "de-419-DE",
        ] {
            assert!(!is_well_formed(tag), "{tag}");
        }
    }

    #[test]
    fn a_tag_falls_back_one_part_at_a_time() {
        assert_eq!(fallbacks("de-AT-1996"), ["de-at-1996", "de-at", "de"]);
        assert_eq!(fallbacks("zh-Hant-x-aa-bb"), ["zh-hant-x-aa-bb", "zh-hant-x-aa", "zh-hant", "zh"]);
        assert_eq!(fallbacks("x-klingon"), ["x-klingon"]);
        assert_eq!(fallbacks("en"), ["en"]);
    }

    #[test]
    fn the_script_says_the_direction_where_the_tag_names_one() {
        for tag in ["ar", "he-IL", "az-Arab", "fa-AF", "ur", "yi", "ff-Adlm", "uz-arab-AF", "nqo"] {
            assert!(is_right_to_left(tag), "{tag}");
        }
        for tag in ["en", "ar-Latn", "he-Latn-IL", "az", "de", "x-ar", "en-x-arab", "ja"] {
            assert!(!is_right_to_left(tag), "{tag}");
        }
    }
}
