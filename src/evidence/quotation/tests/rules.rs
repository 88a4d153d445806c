//! Each rule of matching, by examples.

use super::{Quote, SearchText, found, refused, stands};

#[test]
fn white_space_is_one_space() {
    for copy in
        ["it was clear", "it\nwas  clear", "it was\u{A0}clear", "it\r\n\r\n\twas\u{2028}\u{3000}clear"]
    {
        stands(copy, "it was clear", copy);
        stands("so it was clear then", copy, "it was clear");
    }
    refused("it wasclear", "it was clear");
}

#[test]
fn canonical_forms_are_one_and_compatible_forms_are_not() {
    stands("the cafe\u{301} closed", "café", "cafe\u{301}");
    stands("the café closed", "cafe\u{301} closed", "café closed");
    stands("a q\u{307}\u{323} b", "q\u{323}\u{307}", "q\u{307}\u{323}");
    stands("in 각 b", "\u{1100}\u{1161}\u{11A8}", "각");
    stands("10 Å long", "10 Å", "10 Å");
    for (copy, words) in
        [("the cafe closed", "café"), ("rule ② says", "rule 2"), ("5 m² big", "5 m2"), ("ﬁve", "five")]
    {
        refused(copy, words);
    }
}

#[test]
fn marks_of_one_meaning_are_one() {
    for mark in "\"“”„‟«»″".chars() {
        stands("he said \"no\" twice", &format!("said {mark}no{mark}"), "said \"no\"");
    }
    for mark in "'‘’‚‛‹›′".chars() {
        stands("it’s there", &format!("it{mark}s there"), "it’s there");
    }
    for mark in "-‐‑‒–—―−".chars() {
        stands("one — two", &format!("one {mark} two"), "one — two");
    }
    refused("he said \"no\"", "said 'no'");
    refused("one — two", "one two");
    refused("one -- two", "one — two");
    refused("a 5` b", "5'");
}

#[test]
fn invisible_characters_are_nothing() {
    stands("an exa\u{AD}mple\u{200B} of\u{FEFF} it", "example of", "exa\u{AD}mple\u{200B} of");
    stands("an example", "ex\u{2060}ample", "example");
    stands("cafe\u{AD}\u{301} x", "café", "cafe\u{AD}\u{301}");
    refused("می\u{200C}خواهم", "میخواهم");
}

#[test]
fn nothing_else_is_forgiven() {
    for words in ["the Bank paid", "the bank paid", "The bank, paid", "The bank payed", "The bank paid 5"] {
        refused("The bank paid 50.", words);
    }
    stands("The bank paid 50.", "The bank paid", "The bank paid");
}

#[test]
fn pieces_follow_each_other() {
    let copy = "one two three. Two four one";
    assert_eq!(found(copy, "one […] three"), Some(vec!["one", "three"]));
    assert_eq!(found(copy, "one [ . . . ] four"), Some(vec!["one", "four"]));
    assert_eq!(found(copy, "[...] two [...] one [...]"), Some(vec!["two", "one"]));
    assert_eq!(found(copy, "one […]."), Some(vec!["one", "."]));
    refused(copy, "three […] two");
    refused(copy, "one two […] two three");
    refused(copy, "one … three");
    stands("and so … on", "so … on", "so … on");
    refused("and so ... on", "so … on");
}

#[test]
fn the_tightest_pieces_are_taken() {
    let copy = "it was. it is. it was not so. it was";
    let place = SearchText::new(copy).find(&Quote::read("it […] not […] so").unwrap()).unwrap();
    assert_eq!(place, [15..17, 22..25, 26..28]);
}

#[test]
fn an_insertion_stands_for_nothing_of_the_source() {
    stands("he did tell us", "did [not] tell", "did tell");
    stands("he, who knew, went", "he [Smith] , who [really] knew", "he, who knew");
    stands("he, who knew, went", "he [Smith], who knew [it], went", "he, who knew, went");
    stands("he said “yes, now”", "“[Oh] yes, now [and here]”", "“yes, now”");
    stands("they work hard", "work[ed] hard [then]", "work hard");
    stands("they work hard", "[They] [all] work hard", "work hard");
    for words in ["did [not] tell", "did[not]tell", "did [certainly not] tell"] {
        refused("he did certainly tell us", words);
    }
    refused("very atypical", "very a [most] typical");
    refused("worth 1.5 in all", "1 [x] .5");
    refused("they worked hard", "work[ed] hard");
}

#[test]
fn brackets_of_the_source_are_found_first() {
    stands("did tell. did [not] tell", "did [not] tell", "did [not] tell");
    stands("I [or my men] do", "[or my men]", "[or my men]");
    stands("he seen [sic] it", "seen [sic] it", "seen [sic] it");
    stands("he seen [sic] it all", "seen [sic] it [really] all", "seen [sic] it all");
    stands("[T]he end. the end", "[T]he end", "[T]he end");
}

#[test]
fn a_letter_in_brackets_is_in_either_case() {
    for (copy, words) in [("the end", "[T]he end"), ("The end", "[t]he end"), ("The end", "[T]he end")] {
        stands(copy, words, copy);
    }
    stands("so Élan it is", "[é]lan", "Élan");
    stands("and then The end", "then [t]he", "then The");
    refused("he end", "[t]he end");
    refused("tHe end", "[T]he");
    refused("bathe", "[T]he");
}

#[test]
fn words_are_not_cut() {
    for (copy, words) in [
        ("unable", "able"),
        ("ableness", "able"),
        ("naïve", "nai"),
        ("nai\u{308}ve", "nai"),
        ("a_b", "b"),
        ("cafe\u{301}", "cafe"),
        ("q\u{323}", "q"),
        ("can\u{AD}not", "can"),
        ("कि", "क"),
        ("А'б", "б"),
    ] {
        refused(copy, words);
    }
    stands("“able”", "able", "able");
    stands("unable, able", "able", "able");
    stands("彼は東京に行った", "東京", "東京");
    stands("ผมไม่ไป", "ไป", "ไป");
    refused("費用は三十二円", "十二円");
}

#[test]
fn numbers_are_not_cut() {
    for (copy, words) in [
        ("1.5", "1"),
        ("1.5", "5"),
        ("3.12", "12"),
        ("about 10–20 people", "20 people"),
        ("about 10–20 people", "about 10"),
        ("the 2017–18 war", "18 war"),
        ("the 2017–\n18 war", "18 war"),
        ("1,012", "012"),
        ("1,012", "1"),
        ("112", "12"),
        ("10 000 men", "10"),
        ("10\u{202F}000 men", "000 men"),
        ("at 12:30", "at 12"),
        ("at -5 now", "5 now"),
        ("at −5 now", "5 now"),
        ("at –5 now", "5 now"),
        ("a .5 b", "5 b"),
        ("1’000", "1"),
        ("1/2", "2"),
        ("٣٫٥", "٣"),
    ] {
        refused(copy, words);
    }
    stands("It was 12. Then", "was 12", "was 12");
    stands("It was 12, then", "12", "12");
    stands("in 2016 500 men", "in 2016", "in 2016");
    stands("from 1990 – 1995 was better", "1995", "1995");
    stands("50 men", "50", "50");
}

#[test]
fn compounds_are_not_cut() {
    for (copy, words) in [
        ("a non-existent one", "existent one"),
        ("a non-existent one", "a non"),
        ("x non‐\nexistent", "existent"),
        ("x exam-\n ple", "exam"),
        ("COVID-19", "COVID"),
        ("non\u{2011}existent", "existent"),
        ("evil.example.org", "example.org"),
    ] {
        refused(copy, words);
    }
    stands("he came—late", "late", "late");
    stands("he came–late", "he came", "he came");
    stands("he came--late", "late", "late");
    stands("pre- and post", "and", "and");
    stands("the end.Next one", "Next one", "Next one");
}

#[test]
fn contractions_keep_their_negation() {
    for (copy, words) in [
        ("I can't go", "I can"),
        ("I can’t", "t"),
        ("I CAN'T", "I CAN"),
        ("il n’est pas", "est pas"),
        ("il n'est", "il n"),
        ("it isn't", "it is"),
        ("п’ять", "ять"),
    ] {
        refused(copy, words);
    }
    stands("Kaspersky’s men", "Kaspersky", "Kaspersky");
    stands("d’un accord", "un accord", "un accord");
    stands("l'accord", "accord", "accord");
    stands("the can 'top'", "the can", "the can");
}

#[test]
fn a_place_in_the_cited_paragraph_comes_first() {
    let within = |text: &SearchText, words, paragraph| {
        let pieces = text.find_within(&Quote::read(words).unwrap(), paragraph);
        pieces.and_then(|pieces| pieces.first().cloned())
    };
    let copy = "It was late.\n\nIt was late.\n\nIt was";
    let text = SearchText::new(copy);
    assert_eq!(within(&text, "was late", 14..26), Some(17..25));
    assert_eq!(within(&text, "was late", 18..26), Some(3..11));
    assert_eq!(within(&text, "was late", 28..34), Some(3..11));
    // A literal bracket elsewhere is worth less than the paragraph.
    let copy = "did [not] tell\n\ndid tell";
    assert_eq!(within(&SearchText::new(copy), "did [not] tell", 16..24), Some(16..24));
}

#[test]
fn selectors_select_every_place() {
    let text = SearchText::new("He can see it. “He can  see”. He can't see; pecan see");
    let check = |prefix, exact, suffix, places: &[usize]| {
        let found: Vec<_> = text.select(prefix, exact, suffix).iter().map(|place| place.start).collect();
        assert_eq!(found, places, "{prefix}|{exact}|{suffix}");
    };
    check("", "He can see", "", &[0, 18]);
    check("", "can", "", &[3, 21]);
    check("“He ", "can", " see\"", &[21]);
    check("e", "can", "s", &[3, 21]);
    check("t. \"", "He can see", "\". He", &[18]);
    check("H", "e", "", &[]);
    check("", "", "", &[]);
    check("x", "can", "", &[]);
    assert_eq!(SearchText::new("a a a").select("", "a a", ""), [0..3, 2..5]);
}
