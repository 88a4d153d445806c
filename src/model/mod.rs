//! The field's words: plain data, no IO, no Markdown.

pub mod date;
