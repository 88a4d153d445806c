//! How the words of a quotation are read.

use super::super::{Part, Quote, Unreadable};

fn words(words: &str) -> Part {
    Part::Words(words.to_owned())
}

fn insertion(words: &str) -> Part {
    Part::Insertion(words.to_owned())
}

#[test]
fn parts_are_told_apart() {
    let parts = |words| Quote::read(words).unwrap().parts().to_vec();
    assert_eq!(parts("a “b”"), [words("a “b”")]);
    assert_eq!(
        parts("a [...] b […]."),
        [words("a "), Part::Ellipsis, words(" b "), Part::Ellipsis, words(".")]
    );
    assert_eq!(parts("[T]he [ big ] man"), [insertion("T"), words("he "), insertion(" big "), words(" man")]);
}

#[test]
fn what_cannot_be_read_says_why_and_where() {
    for (words, why) in [
        ("", Unreadable::NoWords),
        (" \u{200B}", Unreadable::NoWords),
        ("[…]", Unreadable::NoWords),
        ("“…”", Unreadable::NoWords),
        ("a [b", Unreadable::Unclosed(2)),
        ("a b]", Unreadable::Unopened(3)),
        ("a [b [c]]", Unreadable::Nested(5)),
        ("é [ ] b", Unreadable::EmptyBrackets(3)),
    ] {
        assert_eq!(Quote::read(words).unwrap_err(), why, "{words}");
    }
}

#[test]
fn spellings_of_one_quotation_are_one() {
    let one = |words| Quote::read(words).unwrap().normalised().to_owned();
    for words in [
        "a “b” […] c-d [x] é",
        " a \"b\"\n[...]c–d  [ x ]\u{A0}e\u{301} [. . .]",
        "[…] a „b“ […] [...] c−d [x] é",
    ] {
        assert_eq!(one(words), "a \"b\" […] c-d [x] é");
    }
    assert_ne!(one("a [b] c"), one("a b c"));
    assert_ne!(one("a … c"), one("a […] c"));
}
