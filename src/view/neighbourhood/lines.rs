//! How wide words will be in a drawing, and where they are broken.
//!
//! The reader's browser has the fonts and this program has not: widths are guessed, and rather too wide.

/// About how wide a text is in a sans-serif font of this size.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(share).sum::<f64>() * size
}

/// The width of a character as a share of the size of the font.
fn share(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 't' | 'f' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | ' ' => 0.33,
        'm' | 'w' | 'M' | 'W' | '@' | '…' | '%' | '—' => 0.92,
        c if c.is_ascii_uppercase() => 0.7,
        c if c.is_ascii() => 0.56,
        c if is_broad(c) => 1.05,
        c if c.is_uppercase() => 0.76,
        _ => 0.66,
    }
}

/// Chinese, Japanese and Korean characters and signs, and pictures: as wide as high, and lines may break beside them.
fn is_broad(c: char) -> bool {
    matches!(u32::from(c), 0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF
        | 0xFE30..=0xFE6F | 0xFF00..=0xFF60 | 0xFFE0..=0xFFE6 | 0x1F000..=0x3FFFD)
}

/// A text in lines of at most this width; what does not fit into so many of them is left out and an ellipsis says so.
pub(super) fn wrapped(text: &str, most: usize, room: f64, size: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = text.trim();
    while lines.len() + 1 < most && width(rest, size) > room {
        let mut end = 0;
        for piece in pieces(rest) {
            if width(rest[..end + piece.len()].trim_end(), size) > room {
                break;
            }
            end += piece.len();
        }
        if end == 0 {
            // A word that is too long for any line.
            end = fitting(rest, room, size);
        }
        lines.push(rest[..end].trim_end().to_owned());
        rest = rest[end..].trim_start();
    }
    lines.push(shortened(rest, room, size));
    lines
}

/// Up to where a text fits, one character at least.
fn fitting(text: &str, room: f64, size: f64) -> usize {
    let mut used = 0.0;
    let too_wide = text.char_indices().find(|(at, c)| {
        used += share(*c) * size;
        *at > 0 && used > room
    });
    too_wide.map_or(text.len(), |(at, _)| at)
}

/// As much of a text as fits, with an ellipsis where something is left out: whole words, so that who says aloud what is
/// seen is understood by programs that know the whole name. A first word that is too long is cut.
fn shortened(text: &str, room: f64, size: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let cut = fitting(text, room - width("…", size), size);
    let mut end = 0;
    for piece in pieces(text) {
        if end + piece.trim_end().len() > cut {
            break;
        }
        end += piece.len();
    }
    let end = if end == 0 { cut } else { end };
    format!("{}…", text[..end].trim_end())
}

/// Words with the space behind them; a broad character is one by itself.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut chars = rest.char_indices();
        let (_, first) = chars.next()?;
        let end = if is_broad(first) {
            first.len_utf8()
        } else {
            let stop = chars.find(|(_, c)| is_broad(*c) || c.is_whitespace());
            stop.map_or(rest.len(), |(at, c)| if c.is_whitespace() { at + c.len_utf8() } else { at })
        };
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_stay_whole_where_they_can() {
        for (text, expected) in [
            ("NCSC", &["NCSC"][..]),
            ("National Cyber Security Centre", &["National Cyber", "Security Centre"]),
            ("Government Communications Headquarters of the realm", &["Government", "Communicati…"]),
            ("Donaudampfschifffahrtsgesellschaft", &["Donaudampfsch", "ifffahrtsgesell…"]),
            ("国家计算机网络应急技术处理协调中心", &["国家计算机网络", "应急技术处理…"]),
        ] {
            assert_eq!(wrapped(text, 2, 101.0, 13.0), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_its_room(text in "\\PC{0,80}", most in 1_usize..4) {
            let lines = wrapped(&text, most, 90.0, 13.0);
            prop_assert!(!lines.is_empty() && lines.len() <= most);
            for line in lines {
                prop_assert!(width(&line, 13.0) <= 90.0, "{line:?}");
            }
        }
    }
}
