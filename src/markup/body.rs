//! The walk through a body.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::rc::Rc;

use super::attributes::Cleaner;
use super::block::Table;
use super::callout::Callout;
use super::document::Document;
use super::html::Html;
use super::levels::Levels;
use super::material::Material;
use super::notes::Notes;
use super::numbering::Numbering;
use super::styled::{Pending, settle};
use super::{Body, ContentsEntry};
use crate::link::address::relative;
use crate::link::{Dossier, PageAddress, PublishedPage};
use crate::model::{EntityId, Words};
use crate::parse::markdown::BodyEvent;
use crate::text::{ContentPath, HashSet};

/// How many bytes of other pages' text may be copied into one page, so that pages which transclude each other twice
/// over and over do not fill the disk.
const MAX_TRANSCLUDED: usize = 4 << 20;

/// Render the body of a page. `numbering` knows the sources that its front matter cites, and goes on from there.
#[must_use]
pub fn render_body<'a>(
    material: &'a Material,
    page: &'a PublishedPage,
    numbering: &'a mut Numbering,
) -> Body {
    let words = &material.dossier.settings.words;
    let mut renderer = Renderer {
        dossier: &material.dossier,
        material,
        page,
        file: material.dossier.file_of_facts(page.facts()),
        numbering,
        html: Html::new(words),
        body: Body::default(),
        notes: Notes::default(),
        documents: HashMap::new(),
        way: vec![&page.facts().id],
        left: MAX_TRANSCLUDED,
        instances: 0,
        tables: 0,
        table: None,
        heading: None,
        callouts: Vec::new(),
        cleaner: None,
        pending: Vec::new(),
        attached: HashSet::default(),
    };
    renderer.page();
    let html = std::mem::replace(&mut renderer.html, Html::new(words)).finish();
    renderer.copy();
    let Renderer { body, pending, file, numbering, .. } = renderer;
    let dossier = &material.dossier;
    let to_source = |id: &EntityId| relative(&file, &dossier.file_of(&PageAddress::Entity(id.clone())));
    let said = material.citations.said(numbering.requests(), &to_source);
    let mut body = Body { html, ..body };
    if !pending.is_empty() {
        for html in body.pieces() {
            *html = settle(html, &pending, &said);
        }
    }
    Body { said, ..body }
}

/// Where a text is being rendered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// On its own page.
    Page,
    /// In another page's text.
    Transcluded,
    /// In a margin note.
    Note,
}

/// A text that is being rendered.
pub(super) struct Frame<'a> {
    /// Which.
    pub(super) document: Rc<Document<'a>>,
    /// Which time this text is rendered on the page: its footnotes are numbered apart from those of other times.
    pub(super) instance: usize,
    /// Where.
    pub(super) place: Place,
    /// The headings that are open in it.
    pub(super) levels: Levels,
}

/// Renders the body of one page.
pub(super) struct Renderer<'a> {
    pub(super) dossier: &'a Dossier,
    pub(super) material: &'a Material,
    /// The page that is rendered, and its file.
    pub(super) page: &'a PublishedPage,
    pub(super) file: String,
    pub(super) numbering: &'a mut Numbering,
    pub(super) html: Html,
    /// All of the result but the HTML.
    pub(super) body: Body,
    pub(super) notes: Notes<'a>,
    documents: HashMap<&'a EntityId, Rc<Document<'a>>>,
    /// The pages whose text is open, from the one that is rendered to the innermost transcluded one.
    pub(super) way: Vec<&'a EntityId>,
    /// How many bytes may still be transcluded.
    pub(super) left: usize,
    instances: usize,
    pub(super) tables: usize,
    pub(super) table: Option<Table>,
    /// The open heading, where it has an anchor.
    pub(super) heading: Option<ContentsEntry>,
    pub(super) callouts: Vec<Callout>,
    /// Made when the first HTML written by hand is met.
    pub(super) cleaner: Option<Rc<Cleaner>>,
    /// Citations that wait for the words of a style.
    pub(super) pending: Vec<Pending>,
    /// The files that the body uses: those of the result, to be found.
    attached: HashSet<&'a ContentPath>,
}

impl<'a> Renderer<'a> {
    /// What pages say of their own.
    pub(super) fn words(&self) -> &'a Words {
        &self.dossier.settings.words
    }

    /// Each top-level block, with its notes beside it. What is lifted out stands before the text, so it comes first
    /// here too: sources and notes are numbered as a reader meets them.
    fn page(&mut self) {
        let document = self.document(self.page);
        let mut frame =
            Frame { document: document.clone(), instance: 0, place: Place::Page, levels: Levels::below(1) };
        let lifted: BTreeSet<_> = self.placed_callouts().into_iter().map(|callout| callout.start).collect();
        let blocks = document.blocks();
        for block in &blocks {
            if let Some(stance) = self.evidence_at(&frame, block.start) {
                self.lift(&mut frame, stance, block.clone());
            }
        }
        for block in blocks {
            let start = self.html.len();
            // What annotates the copy is shown there.
            if !lifted.contains(&block.start) && self.evidence_at(&frame, block.start).is_none() {
                self.walk(&mut frame, block);
            }
            self.flush_notes(start);
            if self.html.len() > start {
                self.html.push("\n");
            }
        }
    }

    /// Render these events of a text.
    pub(super) fn walk(&mut self, frame: &mut Frame<'a>, events: Range<usize>) {
        let document = frame.document.clone();
        let mut index = events.start;
        while index < events.end {
            index = self.step(frame, &document, index).max(index + 1);
        }
    }

    /// Render what stands at `index`; where to go on.
    fn step(&mut self, frame: &mut Frame<'a>, document: &Document<'a>, index: usize) -> usize {
        let Some(event) = document.event(index) else { return index + 1 };
        match event {
            BodyEvent::Markdown(event) => return self.markdown(frame, document, index, event),
            BodyEvent::LinkStart { to, labelled, written } => {
                let empty = matches!(document.event(index + 1), Some(BodyEvent::LinkEnd));
                let unnamed = !labelled || empty;
                if unnamed && document.is_quoted(index) && self.is_page(document, &to.target) {
                    // The page's name would stand where the source has the words that are written here.
                    self.link(document, to, true, written);
                    if !labelled {
                        self.html.text(&to.target.to_string());
                    }
                } else {
                    self.link(document, to, !unnamed, written);
                }
            }
            BodyEvent::LinkEnd => self.html.close("link"),
            BodyEvent::Embed { .. } => self.embed(frame, document, index),
            BodyEvent::Citation(items) => self.cite(frame, document, index, items),
            BodyEvent::AnnotationStart => {
                self.html.open("mark", "<mark class=\"annotated\">", "</mark>");
            }
            BodyEvent::AnnotationEnd(remark) => {
                self.html.close("mark");
                if let Some(remark) = remark {
                    self.remark(document, remark);
                }
            }
            BodyEvent::Remark(remark) => self.remark(document, remark),
            // Cleaning takes it out long before; should one ever pass, it ends here.
            BodyEvent::CalloutStart(name) if &**name == "private" => return document.block_end(index),
            BodyEvent::CalloutStart(name) => self.open_callout(document, index, name),
            BodyEvent::CalloutTitleEnd => self.end_callout_title(document, index),
            BodyEvent::CalloutEnd => self.close_callout(document),
        }
        index + 1
    }

    /// The text of a page, read once.
    pub(super) fn document(&mut self, page: &'a PublishedPage) -> Rc<Document<'a>> {
        self.documents.entry(&page.facts().id).or_insert_with(|| Rc::new(Document::body(page))).clone()
    }

    /// A number that no other text on the page has.
    pub(super) fn next_instance(&mut self) -> usize {
        self.instances += 1;
        self.instances
    }

    /// Whether so many bytes more may be transcluded.
    pub(super) fn may_transclude(&mut self, bytes: usize) -> bool {
        match self.left.checked_sub(bytes) {
            Some(left) => {
                self.left = left;
                true
            }
            // What is too much is not measured again and again: after it, nothing more is shown.
            None => {
                self.left = 0;
                false
            }
        }
    }

    /// One more file that the body uses.
    pub(super) fn uses(&mut self, file: &'a ContentPath) {
        if self.attached.insert(file) {
            self.body.attachments.push(file.clone());
        }
    }
}
