//! How many of a thing, in the words of messages.

/// "1 page", "2 pages".
#[must_use]
pub fn counted(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}
