//! Markdown copies.

use super::blocks;

fn check(markdown: &str, expected: &[&str]) {
    assert_eq!(blocks("copy.md", markdown.as_bytes()), expected, "{markdown}");
}

#[test]
fn what_a_reader_of_the_page_sees_is_read_block_by_block() {
    check(
        "---\ntitle: Unseen\n---\n# A *head*\n\nOne\nline, [a link](https://example.org \"unseen\") and `code  x`.\\\nNext.\n\n\
         ![unseen](a.png)\n\n> Quoted\n>\n> twice\n\n***\n\n- a\n- b\n\n  c\n\n```\n  x\n\n y\n```\n",
        &[
            "h1: A head",
            "p: One line, a link and code  x.\nNext.",
            "q: Quoted",
            "q: twice",
            "li: a",
            "li: b",
            "li: c",
            "code:   x\n\n y",
        ],
    );
}

#[test]
fn the_syntax_of_dossiers_is_none_in_a_copy() {
    check("See [[ncsc]] and [@report, p. 1] %%here%%", &["p: See [[ncsc]] and [@report, p. 1] %%here%%"]);
}

#[test]
fn html_in_markdown_is_read_as_html() {
    check(
        "<div>One<p>two</div>\n\na<br>b <i>c</i>\n\n<script>\nunseen\n</script>",
        &["p: One", "p: two", "p: a\nb c"],
    );
}

#[test]
fn rows_of_a_table_are_blocks() {
    check("| a | b |\n|---|---|\n| 1 |  |\n| | 2 |", &["row: a\tb", "row: 1", "row: 2"]);
}

#[test]
fn struck_words_are_unseen_and_raised_numbers_raised() {
    check(
        "They ~~never~~ <del>ever</del> paid 10<sup>6</sup> pounds on the 19<sup>th</sup>.\n\nA <s>x *y*\n\nB <SUP>2</sup> <br>c 2",
        &["p: They paid 10⁶ pounds on the 19th.", "p: A", "p: B ²\nc 2"],
    );
}
