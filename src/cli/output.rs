//! What is printed, and how it looks where it is printed.

use std::io::IsTerminal;

use anstream::{eprint, eprintln, println};

/// A result, to standard output.
pub(super) fn result(text: &str) {
    println!("{text}");
}

/// A result of several lines, to standard output.
pub(super) fn text(text: &str) {
    anstream::print!("{text}");
}

/// Problems, to standard error for people, to standard output for machines.
pub(super) fn problems(text: &str, for_machines: bool) {
    if for_machines {
        anstream::print!("{text}");
    } else {
        eprint!("{text}");
    }
}

/// A word on how it went, to standard error.
pub(super) fn remark(text: &str) {
    eprintln!("{text}");
}

/// A question, to standard error; the answer stands on the same line.
pub(super) fn question(text: &str) {
    eprint!("{text}");
}

/// What kept the command from doing its work.
pub(super) fn failure(message: &str) {
    eprintln!("\u{1b}[1m\u{1b}[31merror\u{1b}[0m\u{1b}[1m: {message}\u{1b}[0m");
}

/// Whether a person is watching.
pub(super) fn is_watched() -> bool {
    std::io::stderr().is_terminal()
}
