//! Pieces of text with their places → words, lines and paragraphs.
//!
//! Told from distances: a gap along the line is a space, a step across it another line, a step that is larger than is
//! usual on the page another paragraph.

use super::page::Piece;

/// How wide a gap is a space, in sizes of the font: letters are kerned by less, words are never set closer.
const SPACE: f32 = 0.15;
/// How far a piece may stand above or below its line, in sizes of the font: as far as a raised number does.
const RAISED: f32 = 0.45;
/// How much more than the usual step is a paragraph's.
const PARAGRAPH: f32 = 1.3;

struct Line {
    text: String,
    up: f32,
    size: f32,
    direction: (f32, f32),
    end: f32,
}

/// The paragraphs of a page; a line of the page is a line of its paragraph.
pub(super) fn paragraphs(pieces: Vec<Piece>) -> Vec<String> {
    let mut lines: Vec<Line> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if line.takes(&piece) => line.push(&piece),
            _ if piece.text.trim().is_empty() => {}
            _ => lines.push(Line {
                text: piece.text,
                up: piece.up,
                size: piece.size,
                direction: piece.direction,
                end: piece.along.1,
            }),
        }
    }
    let usual = usual_step(&lines);
    let mut paragraphs: Vec<String> = Vec::new();
    let mut before: Option<&Line> = None;
    for line in &lines {
        let goes_on = before.is_some_and(|before| {
            let step = before.up - line.up;
            let same_size = (line.size - before.size).abs() <= 0.1 * before.size;
            same_size && before.faces(line.direction) && step > 0.0 && step <= usual * PARAGRAPH
        });
        match paragraphs.last_mut() {
            Some(paragraph) if goes_on => {
                paragraph.push('\n');
                paragraph.push_str(line.text.trim());
            }
            _ => paragraphs.push(line.text.trim().to_owned()),
        }
        before = Some(line);
    }
    paragraphs
}

/// The step from line to line that is taken most often: the middle one of all.
fn usual_step(lines: &[Line]) -> f32 {
    let steps = lines.windows(2).map(|pair| pair[0].up - pair[1].up);
    let mut steps: Vec<f32> = steps.filter(|step| *step > 0.0).collect();
    steps.sort_by(f32::total_cmp);
    // Of an even number the smaller: two steps are a line's and a paragraph's.
    steps.get(steps.len().saturating_sub(1) / 2).copied().unwrap_or(0.0)
}

impl Line {
    fn faces(&self, direction: (f32, f32)) -> bool {
        self.direction.0 * direction.0 + self.direction.1 * direction.1 > 0.99
    }

    fn takes(&self, piece: &Piece) -> bool {
        self.faces(piece.direction) && (self.up - piece.up).abs() < RAISED * self.size.max(piece.size)
    }

    fn push(&mut self, piece: &Piece) {
        let gap = piece.along.0 - self.end;
        let apart = gap > SPACE * self.size || gap < -self.size;
        if apart && !self.text.ends_with(char::is_whitespace) && !piece.text.starts_with(char::is_whitespace)
        {
            self.text.push(' ');
        }
        self.text.push_str(&piece.text);
        self.end = piece.along.1;
    }
}
