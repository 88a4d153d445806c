//! (floor under construction)
#![allow(missing_docs, reason = "stub")]
use crate::link::{Dossier, PublishedPage};
use crate::model::EntityId;
use crate::parse::facts::MentionKey;
use crate::text::ContentPath;
use std::sync::Arc;
#[derive(Default)]
pub struct Body {
    pub html: String,
    pub contents: Vec<ContentsEntry>,
    pub citations: Vec<CitationUse>,
    pub attachments: Vec<ContentPath>,
}
pub struct ContentsEntry {
    pub level: u8,
    pub text: String,
    pub anchor: String,
}
pub struct CitationUse {
    pub number: usize,
    pub source: EntityId,
    pub locator: Arc<str>,
    pub id: String,
}
#[derive(Default, Debug)]
pub struct Highlighter;
#[derive(Default)]
pub struct Numbering {
    s: Vec<EntityId>,
}
impl Numbering {
    pub fn new() -> Self {
        Self::default()
    }
    pub fn number(&mut self, id: &EntityId) -> usize {
        match self.s.iter().position(|x| x == id) {
            Some(i) => i + 1,
            None => {
                self.s.push(id.clone());
                self.s.len()
            }
        }
    }
    pub fn sources(&self) -> impl Iterator<Item = &EntityId> {
        self.s.iter()
    }
}
pub fn render_body(_d: &Dossier, _p: &PublishedPage, _h: &Highlighter, _n: &mut Numbering) -> Body {
    Body::default()
}
pub fn excerpt(_d: &Dossier, _p: &PublishedPage, _k: &MentionKey) -> Option<String> {
    None
}
