//! HTML copies.

use super::{blocks, read_copy};

fn check(html: &str, expected: &[&str]) {
    assert_eq!(blocks("copy.html", html.as_bytes()), expected, "{html}");
}

#[test]
fn what_a_reader_of_the_page_sees_is_read_block_by_block() {
    check(
        "<!doctype html><title>Unseen</title><style>p {}</style><h2>A\n<em>head</em></h2><p>One\n  two&nbsp;&amp;<br> three.\
         <!-- unseen --><div>Bare<p>text</div><blockquote>Said<p>so</blockquote><ul><li>a<li><p>b<p>c</ul><pre>\n x\n\n  y</pre>",
        &[
            "h2: A head",
            "p: One two\u{a0}&\nthree.",
            "p: Bare",
            "p: text",
            "q: Said",
            "q: so",
            "li: a",
            "li: b",
            "li: c",
            "code:  x\n\n  y",
        ],
    );
}

#[test]
fn what_is_hidden_is_not_read() {
    check(
        "<p>seen</p><p hidden>no</p><template>no</template><noscript>no</noscript><p style='display : none'>no</p>\
         <div hidden><p>no<div hidden>no</div>no</div><dialog>no</dialog><textarea>no</textarea><p>in&shy;deed</p>",
        &["p: seen", "p: indeed"],
    );
}

#[test]
fn struck_words_are_none_of_the_source() {
    check(
        "<p>They <del>never</del> paid <s>10</s> <strike>20</strike> \
         <span style='text-decoration: underline line-through'>30</span> 40 <ins>in all</ins>.",
        &["p: They paid 40 in all."],
    );
}

#[test]
fn raised_numbers_stay_raised_and_marks_of_notes_are_no_words() {
    check(
        "<p>10<sup>6</sup> m<sup>2</sup> at 10<sup>-3</sup>, the 19<sup>th</sup>, M<sup>me</sup> and H<sub>2</sub>O.</p>\
         <p>He paid.<sup><a href='#n1'>1</a></sup> She<sup id=r2>[2]</sup> did,<a href='a.html#n3'><sup>3</sup></a> \
         they<sup><a href='b.html'>TM</a></sup> too.",
        &["p: 10⁶ m² at 10⁻³, the 19th, Mme and H2O.", "p: He paid. She did, theyTM too."],
    );
    // A tag that nobody closes takes no page with it.
    check(
        "<div>a<sup>1 <a href='#b'>and words that go on</a> and on</div>b",
        &["p: a¹ and words that go on and on", "p: b"],
    );
}

#[test]
fn rows_of_a_table_are_blocks_whatever_their_cells_hold() {
    check(
        "<table><caption>Head</caption><tr><th>a<th>b<tr><td><p>1<p>one<td>2</table>after",
        &["p: Head", "row: a\tb", "row: 1 one\t2", "p: after"],
    );
}

#[test]
fn broken_pages_are_read_as_browsers_read_them() {
    check("<p>a<b>b<p>c</b>d</p></div>e", &["p: ab", "p: cd", "p: e"]);
}

#[test]
fn deep_nesting_is_read_as_deep_as_any_page_goes() {
    check(&format!("{}words", "<div>".repeat(2_000)), &["p: words"]);
    // What needs no end tag is not open for long.
    check(&format!("{}words", "<p><br><li>".repeat(2_001)), &["li: words"]);
    let endless = format!("{}words", "<div>".repeat(2_001));
    let problem = read_copy("copy.html", endless.as_bytes()).unwrap_err();
    assert!(problem.to_string().contains("levels deep"), "{problem}");
}
