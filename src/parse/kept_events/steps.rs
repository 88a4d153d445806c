//! Steps through a body, packed: most take three bytes.
//!
//! A step is one byte that says what, how far it is from the step before, and how long its range is; both numbers in as
//! few bytes as they need (LEB128). Few steps go back: those have their distance as an odd number, as in zigzag encoding.
//! Steps are read from the front, so every 64th place is marked, to begin there.

use pulldown_cmark::{BlockQuoteKind, HeadingLevel, TagEnd};

use crate::text::Span;

/// One event in a word, and its range of the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Step {
    pub(super) what: What,
    pub(super) at: Span,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum What {
    /// The words at its place, as they are.
    Words,
    SoftBreak,
    HardBreak,
    Rule,
    Task(bool),
    /// A start tag of which its end tag says all. A list with numbers begins with 1.
    Start(TagEnd),
    End(TagEnd),
    LinkEnd,
    AnnotationStart,
    /// Without a remark.
    AnnotationEnd,
    CalloutTitleEnd,
    CalloutEnd,
    /// One of those that need more: the next of them.
    Particular,
}

/// What a byte below [`START`] says.
const PLAIN: [What; 12] = [
    What::Words,
    What::SoftBreak,
    What::Particular,
    What::LinkEnd,
    What::AnnotationStart,
    What::AnnotationEnd,
    What::HardBreak,
    What::Rule,
    What::Task(false),
    What::Task(true),
    What::CalloutTitleEnd,
    What::CalloutEnd,
];

/// The tags that have a number; those that are met most come first.
const TAGS: [TagEnd; 31] = [
    TagEnd::Paragraph,
    TagEnd::Emphasis,
    TagEnd::Item,
    TagEnd::TableCell,
    TagEnd::Strong,
    TagEnd::Link,
    TagEnd::Image,
    TagEnd::Heading(HeadingLevel::H2),
    TagEnd::Heading(HeadingLevel::H3),
    TagEnd::Heading(HeadingLevel::H1),
    TagEnd::Heading(HeadingLevel::H4),
    TagEnd::Heading(HeadingLevel::H5),
    TagEnd::Heading(HeadingLevel::H6),
    TagEnd::List(false),
    TagEnd::List(true),
    TagEnd::BlockQuote(None),
    TagEnd::BlockQuote(Some(BlockQuoteKind::Note)),
    TagEnd::BlockQuote(Some(BlockQuoteKind::Tip)),
    TagEnd::BlockQuote(Some(BlockQuoteKind::Important)),
    TagEnd::BlockQuote(Some(BlockQuoteKind::Warning)),
    TagEnd::BlockQuote(Some(BlockQuoteKind::Caution)),
    TagEnd::TableRow,
    TagEnd::TableHead,
    TagEnd::Table,
    TagEnd::CodeBlock,
    TagEnd::Strikethrough,
    TagEnd::FootnoteDefinition,
    TagEnd::HtmlBlock,
    TagEnd::DefinitionList,
    TagEnd::Superscript,
    TagEnd::Subscript,
];

/// The byte of the first start tag, and of the first end tag.
const START: usize = PLAIN.len();
const END: usize = START + TAGS.len();

impl What {
    /// Its byte; none for a tag that has no number.
    fn byte(self) -> Option<u8> {
        let number = match self {
            Self::Start(tag) => START + TAGS.iter().position(|known| *known == tag)?,
            Self::End(tag) => END + TAGS.iter().position(|known| *known == tag)?,
            plain => PLAIN.iter().position(|known| *known == plain)?,
        };
        u8::try_from(number).ok()
    }

    fn of(byte: u8) -> Option<Self> {
        let number = usize::from(byte);
        let tag = |first| TAGS.get(number - first).copied();
        match number {
            END.. => tag(END).map(Self::End),
            START.. => tag(START).map(Self::Start),
            _ => PLAIN.get(number).copied(),
        }
    }

    /// Whether it takes place where its range ends: an end has the range of all that ends.
    fn is_end(self) -> bool {
        matches!(self, Self::End(_) | Self::LinkEnd | Self::CalloutEnd)
    }
}

impl Step {
    /// Where in the text it takes place. Few are before the one before them: the box of a task is, in front of its
    /// paragraph.
    pub(super) fn place(self) -> u32 {
        if self.what.is_end() { self.at.end } else { self.at.start }
    }
}

/// After so many steps a place is marked.
const STRIDE: usize = 64;

/// Steps in their order.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Steps {
    bytes: Box<[u8]>,
    marks: Box<[Mark]>,
    count: usize,
}

/// How far one has come before a step.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Mark {
    /// In the bytes.
    byte: u32,
    /// In the text, by the last step.
    place: u32,
    /// In the text, by any step.
    furthest: u32,
    /// In what needs more than a word.
    particular: u32,
}

impl Mark {
    /// One step further.
    fn pass(&mut self, step: Step) {
        self.place = step.place();
        self.furthest = self.furthest.max(self.place);
        self.particular += u32::from(step.what == What::Particular);
    }
}

impl Steps {
    /// All of them, each with the number of what it stands for among those that need more.
    pub(super) fn all(&self) -> Walk<'_> {
        self.from(0)
    }

    /// The first that takes place at this place of the text or behind it, and all after it.
    pub(super) fn at_least(&self, place: u32) -> impl Iterator<Item = (Step, u32)> {
        let passed = self.marks.partition_point(|mark| mark.furthest < place);
        self.from(passed).skip_while(move |(step, _)| step.place() < place)
    }

    /// From the last of so many marks on.
    fn from(&self, marks: usize) -> Walk<'_> {
        let mark = marks.checked_sub(1).and_then(|last| self.marks.get(last)).copied().unwrap_or_default();
        let rest = self.bytes.get(mark.byte as usize..).unwrap_or_default();
        Walk { rest, mark, left: self.count.saturating_sub(marks * STRIDE) }
    }
}

/// Packs steps, one after the other.
#[derive(Debug, Default)]
pub(super) struct Packing {
    bytes: Vec<u8>,
    marks: Vec<Mark>,
    mark: Mark,
    steps: usize,
}

impl Packing {
    /// One more step; none is packed of a tag that has no number.
    pub(super) fn push(&mut self, step: Step) -> Option<()> {
        let byte = step.what.byte()?;
        if self.steps > 0 && self.steps.is_multiple_of(STRIDE) {
            // A file has fewer bytes than can be counted so.
            let reached = u32::try_from(self.bytes.len()).unwrap_or(u32::MAX);
            self.marks.push(Mark { byte: reached, ..self.mark });
        }
        self.steps += 1;
        self.bytes.push(byte);
        let (from, to) = (u64::from(self.mark.place), u64::from(step.place()));
        self.number(if to < from { ((from - to) << 1) - 1 } else { (to - from) << 1 });
        self.number(u64::from(step.at.end.saturating_sub(step.at.start)));
        self.mark.pass(step);
        Some(())
    }

    fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    /// All of them.
    pub(super) fn finish(self) -> Steps {
        Steps { bytes: self.bytes.into(), marks: self.marks.into(), count: self.steps }
    }
}

/// Goes through steps.
pub(super) struct Walk<'s> {
    rest: &'s [u8],
    mark: Mark,
    left: usize,
}

impl Walk<'_> {
    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..u64::BITS).step_by(7) {
            let (byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if *byte < 0x80 {
                break;
            }
        }
        Some(number)
    }
}

impl Iterator for Walk<'_> {
    type Item = (Step, u32);

    fn next(&mut self) -> Option<Self::Item> {
        let (byte, rest) = self.rest.split_first()?;
        let what = What::of(*byte)?;
        self.rest = rest;
        let distance = self.number()?;
        let steps = distance.div_ceil(2);
        let from = u64::from(self.mark.place);
        let place = if distance % 2 == 1 { from.checked_sub(steps)? } else { from + steps } as u32;
        let length = self.number()? as u32;
        let start = if what.is_end() { place.saturating_sub(length) } else { place };
        let step = Step { what, at: Span { start, end: start + length } };
        let particular = self.mark.particular;
        self.mark.pass(step);
        self.left = self.left.saturating_sub(1);
        Some((step, particular))
    }

    /// Exact, so that a list of them is made at once in its size.
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_byte_says_one_thing() {
        let said: Vec<_> = (0..=u8::MAX).map_while(What::of).collect();
        assert_eq!(said.len(), END + TAGS.len());
        for (byte, what) in said.iter().enumerate() {
            assert_eq!(what.byte().map(usize::from), Some(byte), "{what:?}");
        }
    }

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let step = (0..(END + TAGS.len()) as u8, -40..300_i32, 0..70_000_u32);
        proptest::collection::vec(step, 0..400).prop_map(|drawn| {
            let mut place = 0_u32;
            let mut step = |(byte, further, length): (u8, i32, u32)| {
                let what = What::of(byte).expect("a byte that says something");
                place = place.saturating_add_signed(further);
                let start = if what.is_end() { place.saturating_sub(length) } else { place };
                let at = Span { start, end: if what.is_end() { place } else { place + length } };
                Step { what, at }
            };
            drawn.into_iter().map(&mut step).collect()
        })
    }

    proptest! {
        #[test]
        fn what_was_packed_is_what_comes_out(steps in steps(), from in 0..30_000_u32) {
            let mut packing = Packing::default();
            prop_assert!(steps.iter().all(|step| packing.push(*step).is_some()));
            let packed = packing.finish();
            let mut particular = 0;
            let numbered: Vec<_> = steps.iter().map(|step| {
                let own = particular;
                particular += u32::from(step.what == What::Particular);
                (*step, own)
            }).collect();
            prop_assert_eq!(packed.all().size_hint(), (steps.len(), Some(steps.len())));
            prop_assert_eq!(packed.all().collect::<Vec<_>>(), numbered.clone());
            let late: Vec<_> = numbered.into_iter().skip_while(|(step, _)| step.place() < from).collect();
            prop_assert_eq!(packed.at_least(from).collect::<Vec<_>>(), late);
        }
    }
}
