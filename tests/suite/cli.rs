//! What a person sees at the terminal: `cli/*.md`.
//!
//! Each page tells of one command in transcripts that run in order, in a copy of the folder beside it (`build.in`).
//! `? 1` is the exit status. `[..]` stands for what differs each time (times, sizes), `...` for lines that
//! do not matter. `TRYCMD=overwrite cargo test --test suite cli::` writes what is said now; read the difference, and put the `[..]` back.

#[test]
fn transcripts() {
    let cases = trycmd::TestCases::new();
    // Nothing around the tests changes what is said.
    cases.env("CI", "").env("NO_COLOR", "1").env("COLUMNS", "100");
    cases.case("tests/cli/*.md");
}
