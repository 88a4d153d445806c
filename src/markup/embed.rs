//! What is shown inside a text: images, files, other pages' text.

use super::body::{Frame, Place, Renderer};
use super::document::Document;
use super::escape;
use super::levels::Levels;
use super::links::written;
use crate::link::address::relative;
use crate::link::cycles::MAX_DEPTH;
use crate::link::{Corpus, PublishedPage, Resolution};
use crate::parse::markdown::BodyEvent;
use crate::parse::target::Destination;
use crate::text::ContentPath;

const IMAGES: [&str; 7] = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg"];

/// What a transclusion costs besides the text it copies.
const FRAME_BYTES: usize = 256;

impl<'a> Renderer<'a> {
    /// An embed among words: an image, or a link to what would be shown.
    pub(super) fn embed(&mut self, frame: &mut Frame<'a>, document: &Document<'a>, index: usize) {
        let Some(BodyEvent::Embed { what, label, wiki, .. }) = document.event(index) else { return };
        if document.is_alone_in_item(index) && self.embed_block(frame, document, index) {
            return;
        }
        if let Resolution::Attachment(file) = self.dossier.resolve(document.page.facts(), &what.target) {
            self.uses(file);
            if is_image(file) {
                let image = self.image(file, label, *wiki);
                return self.html.push(&image);
            }
            let size = size(self.dossier.attachments.bytes(file));
            let mut shown = self.shown(document, what, false, "");
            let name = if label.is_empty() { &shown.words } else { &**label };
            shown.words = format!("{name} ({size})");
            return self.html.push(&shown.html());
        }
        let mut shown = self.shown(document, what, false, &written(&what.target));
        let withheld =
            matches!(self.dossier.resolve(document.page.facts(), &what.target), Resolution::Private(_));
        if !label.is_empty() && !withheld {
            shown.words = label.to_string();
        }
        self.html.push(&shown.html());
    }

    /// An embed that stands alone: a figure, or another page's text. `false` where it is neither.
    pub(super) fn embed_block(
        &mut self,
        frame: &mut Frame<'a>,
        document: &Document<'a>,
        index: usize,
    ) -> bool {
        let Some(BodyEvent::Embed { what, label, title, wiki }) = document.event(index) else { return false };
        match self.dossier.resolve(document.page.facts(), &what.target) {
            Resolution::Attachment(file) if is_image(file) => {
                self.uses(file);
                let image = self.image(file, label, *wiki);
                let caption = if title.is_empty() {
                    String::new()
                } else {
                    format!("<figcaption>{}</figcaption>", escape::text(title))
                };
                self.html.end_words();
                self.html.push(&format!("<figure>{image}{caption}</figure>"));
                true
            }
            Resolution::Page(id) => {
                self.dossier.page(id).is_some_and(|page| self.transclude(frame, document, page, what))
            }
            _ => false,
        }
    }

    /// Another page's text, with its links seen from this one. `false` where there is none to show: in a circle
    /// (which was reported), too deep, or too much.
    fn transclude(
        &mut self,
        frame: &Frame<'a>,
        from: &Document<'a>,
        page: &'a PublishedPage,
        what: &Destination,
    ) -> bool {
        let id = &page.facts().id;
        if frame.place == Place::Note
            || self.way.contains(&id)
            || self.way.len() > MAX_DEPTH
            || self.left == 0
        {
            return false;
        }
        let document = self.document(page);
        let events = match &what.heading {
            Some(heading) => {
                Corpus::heading(page.facts(), heading).and_then(|anchor| document.section(anchor))
            }
            None => Some(0..document.events.len()),
        };
        let Some(events) = events.filter(|events| !events.is_empty()) else { return false };
        if !self.may_transclude(document.bytes(&events) + FRAME_BYTES) {
            return false;
        }
        self.html.open_block("transclusion", "<div class=\"transclusion\">", "</div>");
        self.html.open("transclusion-body", "<div class=\"transclusion-body\">", "</div>");
        let mut inner = Frame {
            document,
            instance: self.next_instance(),
            place: Place::Transcluded,
            levels: Levels::below(frame.levels.shown()),
        };
        self.way.push(id);
        self.walk(&mut inner, events);
        self.way.pop();
        self.html.close("transclusion-body");
        let source = self.shown(from, what, false, "");
        let (before, behind) = self.words().around("transclusion-source", "source");
        let (before, behind) = (escape::text(&before), escape::text(&behind));
        self.html.push(&format!("<p class=\"transclusion-source\">{before}{}{behind}</p>", source.html()));
        self.html.close("transclusion");
        true
    }

    /// An image of the dossier. Obsidian's `![[image.png|300]]` gives its width instead of words.
    pub(super) fn image(&self, file: &ContentPath, label: &str, wiki: bool) -> String {
        let src = relative(&self.file, &Corpus::file_of_attachment(file));
        let width =
            label.split('x').next().and_then(|width| width.parse::<u16>().ok()).filter(|width| *width > 0);
        let sized = wiki && label.split('x').all(|part| part.parse::<u16>().is_ok());
        let (alt, width) = match width {
            Some(width) if sized => ("", format!(" width=\"{width}\"")),
            _ => (label, String::new()),
        };
        format!(
            "<img src=\"{}\" alt=\"{}\"{width} loading=\"lazy\">",
            escape::attribute(&src),
            escape::attribute(alt)
        )
    }
}

/// Whether a browser can show the file as an image.
pub(super) fn is_image(file: &ContentPath) -> bool {
    let extension = file.file_name().rsplit_once('.').map_or("", |(_, extension)| extension);
    IMAGES.iter().any(|image| image.eq_ignore_ascii_case(extension))
}

/// A file's size in words: "840 bytes", "12 kB", "3.4 MB".
fn size(bytes: u64) -> String {
    match bytes {
        1 => "1 byte".into(),
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000).min(999)),
        _ => {
            let tenths = bytes.div_ceil(100_000);
            format!("{}.{} MB", tenths / 10, tenths % 10)
        }
    }
}
