//! A font of a PDF, as far as text needs it: which characters its codes stand for, and how wide they are.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Encoding, Object};

use super::LARGEST_STREAM;

/// A font.
pub(super) struct Font<'a> {
    encoding: Option<Encoding<'a>>,
    /// How many bytes make a code.
    code: usize,
    /// The first code of a stretch of codes → the last one and their width, in thousandths of the font's size.
    widths: BTreeMap<u32, (u32, f32)>,
    /// The width of all other codes.
    width: f32,
}

impl<'a> Font<'a> {
    /// Read a font's dictionary.
    pub(super) fn new(document: &'a Document, font: &'a Dictionary) -> Self {
        let composite = font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Type0");
        let (widths, width) = if composite {
            composite_widths(document, font)
        } else {
            // The fourteen fonts that every reader has bring no widths: half their size is near enough.
            (simple_widths(document, font), 500.0)
        };
        let encoding = font.get_font_encoding_with_limit(document, LARGEST_STREAM).ok();
        Self { encoding, code: if composite { 2 } else { 1 }, widths, width }
    }

    /// The characters of a string. One that cannot be told is the character that says so.
    pub(super) fn text(&self, string: &[u8]) -> String {
        let decoded =
            self.encoding.as_ref().and_then(|encoding| Document::decode_text(encoding, string).ok());
        decoded.unwrap_or_else(|| '\u{fffd}'.into())
    }

    /// How wide a string is for a size of one, without additional spacing; how many codes it has, and how many of
    /// them are spaces.
    pub(super) fn extent(&self, string: &[u8]) -> (f32, f32, f32) {
        let codes =
            string.chunks(self.code).map(|code| code.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte)));
        codes.fold((0.0, 0.0, 0.0), |(width, count, spaces), code| {
            let space = if self.code == 1 && code == 32 { 1.0 } else { 0.0 };
            (width + self.width_of(code) / 1000.0, count + 1.0, spaces + space)
        })
    }

    fn width_of(&self, code: u32) -> f32 {
        let stretch = self.widths.range(..=code).next_back().map(|(_, stretch)| stretch);
        stretch.filter(|(last, _)| code <= *last).map_or(self.width, |(_, width)| *width)
    }
}

fn simple_widths(document: &Document, font: &Dictionary) -> BTreeMap<u32, (u32, f32)> {
    let first = font.get_deref(b"FirstChar", document).and_then(Object::as_i64).unwrap_or(0);
    let widths = font.get_deref(b"Widths", document).and_then(Object::as_array);
    let (Ok(first), Ok(widths)) = (u32::try_from(first), widths) else { return BTreeMap::new() };
    let widths = widths.iter().take(256).map(|width| number(document, width).unwrap_or(0.0));
    (first..).zip(widths).map(|(code, width)| (code, (code, width))).collect()
}

fn composite_widths(document: &Document, font: &Dictionary) -> (BTreeMap<u32, (u32, f32)>, f32) {
    let descendant = font.get_deref(b"DescendantFonts", document).and_then(Object::as_array);
    let descendant = descendant.ok().and_then(|fonts| document.dereference(fonts.first()?).ok());
    let Some(descendant) = descendant.and_then(|(_, font)| font.as_dict().ok()) else {
        return (BTreeMap::new(), 1000.0);
    };
    let width = descendant.get(b"DW").ok().and_then(|width| number(document, width)).unwrap_or(1000.0);
    let mut widths = BTreeMap::new();
    // Either `first [width width …]` or `first last width`.
    let mut listed = descendant.get_deref(b"W", document).and_then(Object::as_array).into_iter().flatten();
    while let (Some(first), Some(next)) = (listed.next(), listed.next()) {
        let Some(first) = number(document, first).map(|first| first as u32) else { break };
        let next = document.dereference(next).map_or(next, |(_, object)| object);
        if let Ok(each) = next.as_array() {
            for (code, width) in (first..).zip(each.iter().take(65_536)) {
                widths.insert(code, (code, number(document, width).unwrap_or(0.0)));
            }
        } else {
            let last = number(document, next).map(|last| last as u32);
            let width = listed.next().and_then(|width| number(document, width));
            let (Some(last), Some(width)) = (last, width) else { break };
            widths.insert(first, (last, width));
        }
    }
    (widths, width)
}

/// A number of a PDF, written at its place or elsewhere.
fn number(document: &Document, object: &Object) -> Option<f32> {
    document.dereference(object).ok()?.1.as_float().ok().filter(|number| number.is_finite())
}
