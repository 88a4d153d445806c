//! The drawing instructions of a page → the pieces of text that they draw, each with its place.

use std::collections::BTreeMap;
use std::rc::Rc;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::LARGEST_STREAM;
use super::font::Font;

/// How deeply drawings may be nested in each other.
const DEEPEST: usize = 8;
/// How many states a drawing may put aside.
const MOST_STATES: usize = 64;

/// A piece of text, drawn in one go.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    /// The characters.
    pub(super) text: String,
    /// Where it begins and ends, along its own direction.
    pub(super) along: (f32, f32),
    /// How far up its line stands.
    pub(super) up: f32,
    /// The size of its font.
    pub(super) size: f32,
    /// The direction of writing.
    pub(super) direction: (f32, f32),
}

/// The text of a page in the order in which it is drawn. What cannot be read of it is left out.
pub(super) fn drawn(document: &Document, page: ObjectId, instructions: &mut usize) -> Vec<Piece> {
    let Ok(content) = document.get_page_content_with_limit(page, LARGEST_STREAM) else { return Vec::new() };
    let (own, shared) = document.get_page_resources(page).unwrap_or_default();
    let shared = shared.into_iter().filter_map(|id| document.get_dictionary(id).ok());
    let resources: Vec<&Dictionary> = own.into_iter().chain(shared).collect();
    let mut pen = Pen {
        document,
        instructions,
        pieces: Vec::new(),
        states: Vec::new(),
        state: State::default(),
        open: Vec::new(),
    };
    pen.draw(&content, &resources, 0);
    pen.pieces
}

/// `x' = a·x + c·y + e`, `y' = b·x + d·y + f`.
type Matrix = [f32; 6];
const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First `m`, then `n`.
fn then(m: Matrix, n: Matrix) -> Matrix {
    [
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    ]
}

fn moved(x: f32, y: f32) -> Matrix {
    [1.0, 0.0, 0.0, 1.0, x, y]
}

#[derive(Clone)]
struct State<'a> {
    page: Matrix,
    text: Matrix,
    line: Matrix,
    font: Option<Rc<Font<'a>>>,
    size: f32,
    character_spacing: f32,
    word_spacing: f32,
    stretch: f32,
    leading: f32,
}

impl Default for State<'_> {
    fn default() -> Self {
        Self {
            page: IDENTITY,
            text: IDENTITY,
            line: IDENTITY,
            font: None,
            size: 0.0,
            character_spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
        }
    }
}

struct Pen<'a, 'n> {
    document: &'a Document,
    instructions: &'n mut usize,
    pieces: Vec<Piece>,
    states: Vec<State<'a>>,
    state: State<'a>,
    /// The drawings that are being drawn, each inside the one before: none is drawn inside itself.
    open: Vec<&'a Stream>,
}

impl<'a> Pen<'a, '_> {
    fn draw(&mut self, content: &[u8], resources: &[&'a Dictionary], depth: usize) {
        // Reading them takes its time as well, and one drawing can be asked for again and again.
        *self.instructions = self.instructions.saturating_sub(content.len() / 16);
        let Ok(content) = Content::decode(content) else { return };
        let mut fonts = BTreeMap::new();
        for operation in &content.operations {
            *self.instructions = self.instructions.saturating_sub(1);
            if *self.instructions == 0 {
                return;
            }
            match operation.operator.as_str() {
                "Tf" => {
                    let name =
                        operation.operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default();
                    let font = fonts.entry(name.to_vec()).or_insert_with(|| {
                        let font = self.resource(resources, b"Font", name)?.as_dict().ok()?;
                        Some(Rc::new(Font::new(self.document, font)))
                    });
                    self.state.font.clone_from(font);
                    self.state.size = number(operation, 1);
                }
                "Do" if depth < DEEPEST => self.draw_nested(operation, resources, depth),
                _ => self.follow(operation),
            }
        }
    }

    /// A drawing inside a drawing.
    fn draw_nested(&mut self, operation: &Operation, resources: &[&'a Dictionary], depth: usize) {
        let name = operation.operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default();
        let stream = self.resource(resources, b"XObject", name).and_then(|object| object.as_stream().ok());
        let Some(stream) = stream else { return };
        let is_form = stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form");
        if !is_form || self.open.iter().any(|open| std::ptr::eq(*open, stream)) {
            return;
        }
        let plain = stream.dict.get(b"Filter").is_err().then(|| stream.content.clone());
        let content = plain.or_else(|| stream.decompressed_content_with_limit(LARGEST_STREAM).ok());
        let own = stream.dict.get_deref(b"Resources", self.document).and_then(Object::as_dict).ok();
        let placed = stream.dict.get_deref(b"Matrix", self.document).and_then(Object::as_array).ok();
        let outside = (self.state.clone(), std::mem::take(&mut self.states));
        if let Some(matrix) = placed.and_then(|numbers| matrix(numbers)) {
            self.state.page = then(matrix, self.state.page);
        }
        self.open.push(stream);
        match own {
            Some(own) => self.draw(&content.unwrap_or_default(), &[own], depth + 1),
            None => self.draw(&content.unwrap_or_default(), resources, depth + 1),
        }
        self.open.pop();
        (self.state, self.states) = outside;
    }

    fn resource(&self, resources: &[&'a Dictionary], kind: &[u8], name: &[u8]) -> Option<&'a Object> {
        resources.iter().find_map(|resources| {
            resources.get_deref(kind, self.document).ok()?.as_dict().ok()?.get_deref(name, self.document).ok()
        })
    }

    fn follow(&mut self, operation: &Operation) {
        let state = &mut self.state;
        match operation.operator.as_str() {
            "q" if self.states.len() < MOST_STATES => self.states.push(state.clone()),
            "Q" => self.state = self.states.pop().unwrap_or_else(|| state.clone()),
            "cm" => state.page = then(matrix(&operation.operands).unwrap_or(IDENTITY), state.page),
            "BT" => (state.text, state.line) = (IDENTITY, IDENTITY),
            "Tm" => {
                state.line = matrix(&operation.operands).unwrap_or(IDENTITY);
                state.text = state.line;
            }
            "Tc" => state.character_spacing = number(operation, 0),
            "Tw" => state.word_spacing = number(operation, 0),
            "Tz" => state.stretch = number(operation, 0) / 100.0,
            "TL" => state.leading = number(operation, 0),
            "Td" => state.next_line(number(operation, 0), number(operation, 1)),
            "TD" => {
                state.leading = -number(operation, 1);
                state.next_line(number(operation, 0), number(operation, 1));
            }
            "T*" => state.next_line(0.0, -state.leading),
            "Tj" => self.show(&operation.operands),
            "TJ" => {
                if let Some(Ok(items)) = operation.operands.first().map(Object::as_array) {
                    self.show(items);
                }
            }
            "'" => {
                state.next_line(0.0, -state.leading);
                self.show(&operation.operands);
            }
            "\"" => {
                state.word_spacing = number(operation, 0);
                state.character_spacing = number(operation, 1);
                state.next_line(0.0, -state.leading);
                self.show(operation.operands.get(2..).unwrap_or_default());
            }
            _ => {}
        }
    }

    /// Strings are drawn one behind the other; a number between them moves the next one.
    fn show(&mut self, items: &[Object]) {
        let state = &mut self.state;
        let Some(font) = state.font.clone() else { return };
        for item in items {
            let Ok(string) = item.as_str() else {
                let back = item.as_float().unwrap_or(0.0) / 1000.0 * state.size * state.stretch;
                state.text = then(moved(-back, 0.0), state.text);
                continue;
            };
            let (width, count, spaces) = font.extent(string);
            let wide = width * state.size + count * state.character_spacing + spaces * state.word_spacing;
            let from = then(state.text, state.page);
            state.text = then(moved(wide * state.stretch, 0.0), state.text);
            let to = then(state.text, state.page);
            let scale = from[0].hypot(from[1]);
            if scale.is_normal() {
                let (x, y) = (from[0] / scale, from[1] / scale);
                self.pieces.push(Piece {
                    text: font.text(string),
                    along: (from[4] * x + from[5] * y, to[4] * x + to[5] * y),
                    up: from[5] * x - from[4] * y,
                    size: (from[2].hypot(from[3]) * state.size).abs(),
                    direction: (x, y),
                });
            }
        }
    }
}

impl State<'_> {
    fn next_line(&mut self, x: f32, y: f32) {
        self.line = then(moved(x, y), self.line);
        self.text = self.line;
    }
}

fn number(operation: &Operation, at: usize) -> f32 {
    operation.operands.get(at).and_then(|number| number.as_float().ok()).unwrap_or(0.0)
}

fn matrix(numbers: &[Object]) -> Option<Matrix> {
    let numbers: Vec<f32> = numbers.iter().filter_map(|number| number.as_float().ok()).collect();
    numbers.try_into().ok()
}
