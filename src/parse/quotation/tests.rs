use proptest::prelude::*;

use super::*;
use crate::model::RawHtml;
use crate::parse::markdown::body_events;

/// Each quotation as `words ← source, source`.
fn found(text: &str) -> Vec<String> {
    let events = body_events(text, "content/people", RawHtml::default()).events;
    let quotations = body_quotations(&events).quotations;
    quotations
        .iter()
        .map(|quotation| {
            let cited = events.iter().find_map(|(event, range)| match event {
                BodyEvent::Citation(items) if range.start == quotation.citation => Some(items),
                _ => None,
            });
            let sources: Vec<_> = quotation.items.iter().map(|item| &*cited.unwrap()[*item].key).collect();
            format!("{} ← {}", quotation.words, sources.join(", "))
        })
        .collect()
}

#[test]
fn words_in_double_marks_are_quoted_from_the_citation_that_follows_in_the_sentence() {
    for (text, expected) in [
        ("He says “no” [@a, para. 1].", &["no ← a"][..]),
        ("He says “no.” [@a]", &["no. ← a"]),
        ("He says “no”. [@a]", &["no ← a"]),
        ("“One” and “two” [@a]; “three” [@b].", &["One ← a", "two ← a", "three ← b"]),
        ("He says “no.” Then it rained [@a].", &[]),
        ("He says “no”. It rained in May [@a].", &[]),
        ("He told Mr. Smith “no” in No. 10 of it [@a].", &["no ← a"]),
        ("It rained [@a]. He says “no”.", &[]),
        (
            "“One” and “two” were said. “Three” and “four” [@a] were not. “Five” [@b].",
            &["Three ← a", "four ← a", "Five ← b"],
        ),
        ("“One” was. “Two” was. “Three” was, and “four” was. “Five” [@a].", &["Five ← a"]),
        ("“a *b* `c` [d](e.md) &amp; f” [@a]", &["a b c d & f ← a"]),
        ("{==“dated 1 December”==}{>>A remark. Two.<<} [@a]", &["dated 1 December ← a"]),
        ("“no” [@a; see @b; @c]", &["no ← a, c"]),
        ("a ‘term’ [@a], code `“x”`, and “y [@a]", &[]),
        ("| “a” | “b” [@x] |\n|---|---|\n| “c” [@y] | [@z] |", &["b ← x", "c ← y"]),
        ("“first\nsecond” [@a]", &["first second ← a"]),
        ("„nein“ [@a] « non » [@b]", &["nein ← a", " non  ← b"]),
        ("```\n“x” [@a]\n```", &[]),
        ("“x […] y [sic]” [@a]", &["x […] y [sic] ← a"]),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn a_block_quote_is_quoted_from_the_citation_at_its_end_or_after_it() {
    for (text, expected) in [
        ("> It was late. [@a]", &["It was late. ← a"][..]),
        ("> One.\n>\n> Two. [@a]", &["One.\n\nTwo. ← a"]),
        ("> “One.”\n>\n> — Ada [@a]", &["One. ← a"]),
        ("> One.\n\n[@a, p. 2]", &["One. ← a"]),
        ("> One.\n\n— Ada, [@a]", &["One. ← a"]),
        ("> One.\n\nShe said so [@a].", &[]),
        ("> One.", &[]),
        ("> One.\n>\n> ```\n> \"code\"\n> ```\n>\n> Two. [@a]", &["One.\n\n'code'\n\nTwo. ← a"]),
        ("> One.\n>\n> > Nested.\n>\n> Two. [@a]", &["One.\n\nNested.\n\nTwo. ← a"]),
        ("> One.\n>\n> > Nested. [@b]\n>\n> Two. [@a]", &["Nested. ← b", "One.\n\nTwo. ← a"]),
        ("> One.\n>\n> > [!note] Title\n> > Note.\n>\n> Two. [@a]", &["One.\n\nTitle\n\nNote.\n\nTwo. ← a"]),
        ("> One.\n>\n> ![[other]]\n>\n> Two. [@a]", &["One.\n\n![[other]]\n\nTwo. ← a"]),
        ("> One.\n>\n> <p>HTML</p>\n>\n> Two. [@a]", &["One.\n\n<p>HTML</p>\n\nTwo. ← a"]),
        ("> [!supports] [@a]\n> > It was late.", &["It was late. ← a"]),
        ("> One. [@a]\n>\n> Two. [@b]", &["One. ← a", "Two. ← b"]),
        ("> She said “one” and “two” [@a]", &["one ← a", "two ← a"]),
        ("> [!note]\n> It was late. [@a]", &[]),
        ("> [!note]\n> It was “late” [@a]", &["late ← a"]),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn evidence_is_quoted_from_the_source_of_its_title() {
    for (text, expected) in [
        ("> [!reports] [@a, para. 4]\n> It was late.", &["It was late. ← a"][..]),
        ("> [!reports] [@a]\n> “It was late.”", &["It was late. ← a"]),
        ("> [!supports] [@a]\n> “One” and, later, “two”.", &["One ← a", "two ← a"]),
        ("> [!supports] [@a]\n> One.\n>\n> Two.", &["One.\n\nTwo. ← a"]),
        ("> [!supports]\n> One. [@a]", &["One. ← a"]),
        ("> [!supports] [@a]\n> „Eins.“\n>\n> > [!translation] Ada\n> > “One.”", &["Eins. ← a"]),
        ("> [!supports] [@a]\n", &[]),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn a_mark_that_is_never_closed_is_reported_where_a_citation_follows() {
    let unclosed = |text: &str| {
        let found = body_quotations(&body_events(text, "content", RawHtml::default()).events);
        found.unclosed.into_iter().map(|range| text[range].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(unclosed("He says “no [@a]."), ["“"]);
    assert_eq!(unclosed("He says “no."), Vec::<String>::new());
    assert_eq!(unclosed("[@a] He says “no."), Vec::<String>::new());
}

proptest! {
    #[test]
    fn places_lie_in_the_text(text in "[a b“”>\\n\\[\\]@!.{}=|*`]{0,60}") {
        for quotation in body_quotations(&body_events(&text, "content", RawHtml::default()).events).quotations {
            prop_assert!(quotation.at.start <= quotation.at.end && quotation.at.end <= text.len());
        }
    }
}
