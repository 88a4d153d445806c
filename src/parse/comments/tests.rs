//! What goes, what stays, and what hides the rest.

use proptest::prelude::*;

use super::*;

fn cleaned(body: &str) -> String {
    let (text, _) = BodyText::new(body, 0..body.len());
    text.text(body).to_owned()
}

#[test]
fn comments_go_and_code_stays() {
    for (body, expected) in [
        ("a %%secret%% b", "a  b"),
        ("one\n%% secret %%\ntwo", "one\ntwo"),
        ("one\n\n%%\nsecret\n\nmore\n%%\n\ntwo", "one\n\n\ntwo"),
        ("`%%` and %%secret%% and `%%`", "`%%` and  and `%%`"),
        ("```\n%%kept%%\n```\n%%gone%%", "```\n%%kept%%\n```\n"),
        ("%%a ` b%% `%%kept%%`", " `%%kept%%`"),
        ("` %%secret%%\n\n`", "` \n\n`"),
        ("a %%secret\n\nrest", "a "),
        ("> [!private] x\n> secret\n\nb", "\nb"),
        ("> a\n> > [!PRIVATE]\n> > secret\n\nb", "> a\n> \nb"),
        ("a\n\n> %%checked%%\n> [!private] notes\n> secret\n\nb", "a\n\n\nb"),
        ("> %%x%%[!private] t\n> secret", ""),
        ("> [!pri%%x%%vate] t\n> secret", ""),
        ("> [!private|x] t\n> secret", ""),
        ("> [!private ] t\n> secret", ""),
        ("> [! private] t\n> secret", ""),
        ("> <!-- x -->\n> [! private] t\n> secret", ""),
        ("> <!-- x -->[!private] t\n> secret", ""),
        ("> [!private]: t\n> secret", ""),
        ("> \u{a0}[!private] t\n> secret", ""),
        ("> \u{200b}[!private] t\n> secret", ""),
        ("> **[!private]** t\n> secret", ""),
        ("> # [!private]\n> secret", ""),
        ("> \\[!private] t\n> secret", ""),
        (">     [!private] t\n> secret", ""),
        ("> - [!private] t\n> secret", ""),
        ("> `[!private]` kept\n> kept", "> `[!private]` kept\n> kept"),
        ("> [!privateer] kept", "> [!privateer] kept"),
    ] {
        assert_eq!(cleaned(body), expected, "{body:?}");
    }
}

#[test]
fn places_lead_back_into_the_file() {
    let file = "---\n---\na %%x%% bcd %%y%% ef";
    let (text, problems) = BodyText::new(file, 8..file.len());
    assert_eq!(problems, []);
    let clean = text.text(file).to_owned();
    for word in ["a", "bcd", "ef"] {
        let at = clean.find(word).unwrap();
        let place = text.place(at..at + word.len());
        assert_eq!(&file[place.range()], word);
    }
}

#[test]
fn an_unclosed_comment_hides_the_rest() {
    let file = "kept %% secret";
    let (text, problems) = BodyText::new(file, 0..file.len());
    assert_eq!(text.text(file), "kept ");
    assert_eq!(problems, [CommentProblem::Unclosed(Span::new(5, 7))]);
}

#[test]
fn what_cannot_be_told_apart_hides_the_rest() {
    for (body, expected) in [
        ("a %% b\n\n> [!private] t %%\n> secret\n\nfoo", "a "),
        ("a\n\n> [!private] t %% b\n> secret\n\nsecret %%\n", "a\n\n"),
        ("a\n\nb %%x\n> y%% [!private] t\n> secret", "a\n\n"),
        ("a\n\n> &#91;!private] t\n> secret", "a\n\n"),
        ("a\n\n> [!pri<!-- x -->vate] t\n> secret", "a\n\n"),
        ("a\n\n[!private] t\nsecret", "a\n\n"),
        ("- <!-- a\n- secret\n- -->", "- "),
        ("> <!-- a\n\nsecret\n\n> -->", "> "),
        ("text <!-- a\n\nsecret\n\n-->", "text "),
        ("text <!-- secret", "text "),
        ("text <!-- secret --!> rest", "text "),
        ("<!--> secret -->", ""),
        ("<div>\n<!-- a\n\nsecret\n\n-->\n</div>", "<div>\n"),
    ] {
        let (text, problems) = BodyText::new(body, 0..body.len());
        assert_eq!(text.text(body), expected, "{body:?}");
        assert_eq!(problems.len(), 1, "{body:?}");
    }
}

#[test]
fn what_a_cut_turns_from_code_into_text_goes_too() {
    for body in
        ["x `%%SECRET%% | b` y\n%%k%%|--|--|", "word ``%%x%%` a %%SECRET%% ` ", "a \\%%x%%`%%SECRET%%` "]
    {
        assert!(!cleaned(body).contains("SECRET"), "{body:?}: {:?}", cleaned(body));
    }
}

#[test]
fn html_comments_that_end_stay_for_the_renderer() {
    for body in ["a <!-- b -->", "<!-- a\n\nb -->", "`<!--`", "> <!-- a\n> b -->\n\nc"] {
        assert_eq!(BodyText::new(body, 0..body.len()).1, [], "{body:?}");
    }
}

#[test]
fn a_callout_that_may_have_been_meant_to_be_private_goes_and_is_told() {
    for kind in [
        "privat",
        "Privte",
        "pri-vates",
        "prviate",
        "confidental",
        "Do-not-publish",
        "secret",
        " hidden",
        "draft",
        "off the record",
        "Do not publish",
        "Confidential: names",
        "note|private",
        "ｐｒｉｖａｔｅ",
        "vertraulich",
    ] {
        let body = format!("a\n\n> <!-- [x] --> [!{kind}]+ t\n> secret\n\nb %%c%% d");
        let (text, problems) = BodyText::new(&body, 0..body.len());
        assert_eq!(text.text(&body), "a\n\n\nb  d", "{kind}");
        assert_eq!(problems, [CommentProblem::DoubtfulCallout(Span::new(18, 20))], "{kind}");
    }
    for marker in [
        "[private]",
        "[pRIVATe]",
        "[1private]",
        "(!private)",
        "[¡secret]",
        "{!private}",
        "［！private］",
        "[！Private]",
        "[PRIVATE] t",
    ] {
        let body = format!("a\n\n> {marker}\n> secret\n\nb");
        let (text, problems) = BodyText::new(&body, 0..body.len());
        assert_eq!(text.text(&body), "a\n\n\nb", "{marker}");
        assert_eq!(problems.len(), 1, "{marker}");
    }
    let in_list = "- a\n\n      > [!private]\n      > secret\n";
    assert!(!BodyText::new(in_list, 0..in_list.len()).0.text(in_list).contains("secret"));
    for body in [
        "> [private](a.md) words",
        "> [Private][a] words",
        "> [private companies] words",
        "> (private) words",
        "> A [private] word",
        "> [!note|wide] words",
    ] {
        assert_eq!(cleaned(body), body);
    }
    for kind in ["privateer", "privately", "privacy", "confident", "note", "supports", "public"] {
        let body = format!("> [!{kind}] t\n> kept");
        assert_eq!(cleaned(&body), body);
    }
    assert_eq!(cleaned("> `[!privat]` kept"), "> `[!privat]` kept");
    assert_eq!(cleaned("> He [!privat] said"), "> He [!privat] said");
}

#[test]
fn many_comments_in_their_lines_take_one_round() {
    let body = "word %%note%% word ".repeat(20_000);
    assert_eq!(cleaned(&body), "word  word ".repeat(20_000));
}

proptest! {
    /// Whatever stands between, nothing outside code in the result can still be a comment.
    #[test]
    fn no_comment_survives_outside_code(body in "(%%|%|`|``|~|<!--|-->|\\[!private\\]|\\[|!|&#33;|&#91;|private\\]|> |\n\n|\\\\|[ a\n>*\\[\\]|\\-#]){0,80}") {
        let clean = cleaned(&body);
        let outline = Outline::read(&clean);
        for (at, _) in clean.match_indices("%%") {
            prop_assert!(outline.is_code(at), "{clean:?}");
        }
        prop_assert!(outline.private.is_empty() && outline.stray.is_none(), "{clean:?}");
        prop_assert_eq!(outline.open_html_comment(&clean), None, "{:?}", clean);
    }
}
