//! How deep a text is nested, before a reader that calls itself for every level is let at it.

/// How many of `open` are open at once at most, `close` closing one of them.
#[must_use]
pub fn deepest(text: &str, open: u8, close: u8) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in text.bytes() {
        if byte == open {
            depth += 1;
            deepest = deepest.max(depth);
        } else if byte == close {
            depth = depth.saturating_sub(1);
        }
    }
    deepest
}

/// How many elements are open at once at most, as far as tags tell; `never_open` says of a name, in lower case, that it
/// need not be closed.
#[must_use]
pub fn deepest_element(markup: &str, never_open: fn(&str) -> bool) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for tag in markup.split('<').skip(1) {
        let (closes, tag) = match tag.strip_prefix('/') {
            Some(tag) => (true, tag),
            None => (false, tag),
        };
        let name = tag.split(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/').next().unwrap_or(tag);
        let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic());
        let closes_itself = tag.split('>').next().is_some_and(|tag| tag.ends_with('/'));
        if !is_tag || never_open(&name.get(..16).unwrap_or(name).to_ascii_lowercase()) {
            continue;
        }
        if closes {
            depth = depth.saturating_sub(1);
        } else if !closes_itself {
            depth += 1;
            deepest = deepest.max(depth);
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_counted_where_they_are_open_at_once() {
        assert_eq!(deepest("{a}{b{c}}}{", b'{', b'}'), 2);
        assert_eq!(deepest("", b'{', b'}'), 0);
        let never = |name: &str| name == "p";
        assert_eq!(deepest_element("<a><P><p><b/><b x='1'><p></b></a><c>< d></ e><!-- x -->", never), 2);
        assert_eq!(deepest_element(&"<div>".repeat(1000), never), 1000);
    }
}
