//! Links: into the dossier, and out of it.

use std::fmt::Write as _;
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::body::Renderer;
use super::document::Document;
use super::escape;
use crate::link::address::relative;
use crate::link::resolution::WITHHELD;
use crate::link::{Corpus, Dossier, Resolution};
use crate::model::{KindId, vocabulary};
use crate::parse::facts::{PageFacts, PageRole};
use crate::parse::markdown::BodyEvent;
use crate::parse::target::{Destination, Target};

/// A link as it is shown: the element around its words, and the words where it brings none.
pub(super) struct Shown {
    /// The start tag; empty where there is no element.
    pub(super) start: String,
    /// The end tag.
    pub(super) end: &'static str,
    /// Its words, plain.
    pub(super) words: String,
}

impl Shown {
    fn bare(words: String) -> Self {
        Self { start: String::new(), end: "", words }
    }

    fn span(class: &str, words: String) -> Self {
        Self { start: format!("<span class=\"{class}\">"), end: "</span>", words }
    }

    /// All of it.
    pub(super) fn html(&self) -> String {
        format!("{}{}{}", self.start, escape::text(&self.words), self.end)
    }
}

impl<'a> Renderer<'a> {
    /// A link into the dossier opens.
    pub(super) fn link(
        &mut self,
        document: &Document<'a>,
        to: &Destination,
        labelled: bool,
        written: &Event<'a>,
    ) {
        let name = match written {
            Event::Start(Tag::Link { dest_url, .. }) => {
                dest_url.strip_suffix('\\').unwrap_or(dest_url).trim()
            }
            _ => "",
        };
        let shown = self.shown(document, to, labelled, name);
        self.html.open("link", &shown.start, shown.end);
        if !labelled {
            self.html.text(&shown.words);
        }
    }

    /// Whether this leads to a page that is published.
    pub(super) fn is_page(&self, document: &Document<'a>, target: &Target) -> bool {
        matches!(self.dossier.resolve(document.page.facts(), target), Resolution::Page(_))
    }

    /// How a link is shown. `written` is shown where it leads nowhere.
    pub(super) fn shown(
        &mut self,
        document: &Document<'a>,
        to: &Destination,
        labelled: bool,
        written: &str,
    ) -> Shown {
        match self.dossier.resolve(document.page.facts(), &to.target) {
            Resolution::Page(id) => {
                let Some(page) = self.dossier.page(id) else { return Shown::bare(written.to_owned()) };
                let facts = page.facts();
                let anchor = to.heading.as_ref().and_then(|heading| Corpus::heading(facts, heading));
                let words = if labelled { String::new() } else { self.link_words(facts, &to.target, anchor) };
                if self.html.in_link() {
                    return Shown::bare(words);
                }
                let href = self.href(facts, anchor.map(|anchor| &**anchor));
                let mut start = String::with_capacity(href.len() + 64);
                start.push_str("<a class=\"link\" href=\"");
                escape::push_attribute(&mut start, &href);
                start.push_str("\" data-kind=\"");
                escape::push_attribute(&mut start, facts.kind().map_or(vocabulary::PAGE, KindId::as_str));
                start.push_str("\">");
                Shown { start, end: "</a>", words }
            }
            Resolution::Private(_) if labelled => Shown::bare(String::new()),
            Resolution::Private(private) => Shown::span("withheld", private.shown(self.words()).to_owned()),
            // Only what Markdown uses goes out; a link that is written in raw HTML alone would be a broken one.
            Resolution::Attachment(file) if !self.dossier.outgoing.attachments.contains(file) => {
                Shown::span("broken", written.to_owned())
            }
            Resolution::Attachment(file) => {
                self.uses(file);
                let words = file.file_name().to_owned();
                if self.html.in_link() {
                    return Shown::bare(words);
                }
                let mut href = relative(&self.file, &Corpus::file_of_attachment(file));
                if let Some(heading) = &to.heading {
                    let _ = write!(href, "#{}", escape::fragment(heading));
                }
                let start = format!("<a class=\"link\" href=\"{}\">", escape::attribute(&href));
                Shown { start, end: "</a>", words }
            }
            Resolution::PrivateFile if labelled => Shown::bare(String::new()),
            Resolution::PrivateFile => Shown::span("withheld", self.words().get(WITHHELD).to_owned()),
            Resolution::Ambiguous(_) | Resolution::Broken => Shown::span("broken", written.to_owned()),
        }
    }

    /// A link out of the dossier opens.
    pub(super) fn external(&mut self, address: &str, title: &str) {
        match Self::external_start(address, title).filter(|_| !self.html.in_link()) {
            Some(start) => self.html.open("link", &start, "</a>"),
            None => self.html.open("link", "", ""),
        }
    }

    /// The start tag of a link out of the dossier; none for an address that is not safe.
    pub(super) fn external_start(address: &str, title: &str) -> Option<String> {
        let (scheme, _) = address.split_once(':')?;
        let (class, rel) = match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" => (" class=\"external\"", " rel=\"noopener noreferrer external\""),
            "mailto" | "tel" => ("", ""),
            _ => return None,
        };
        let title =
            if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escape::attribute(title)) };
        let href = escape::attribute(&escape::address(address));
        Some(format!("<a{class} href=\"{href}\"{rel}{title}>"))
    }

    /// The way to a page and a heading on it, seen from the page that is rendered.
    pub(super) fn href(&self, facts: &PageFacts, anchor: Option<&str>) -> String {
        let fragment = anchor.map(|anchor| format!("#{}", escape::fragment(anchor)));
        match fragment {
            Some(fragment) if facts.id == self.page.facts().id => fragment,
            fragment => {
                relative(&self.file, &self.dossier.file_of_facts(facts))
                    + fragment.as_deref().unwrap_or_default()
            }
        }
    }

    /// The words of a link that brings none: the name of the page, the heading it names, or both.
    fn link_words(
        &mut self,
        facts: &'a PageFacts,
        target: &Target,
        anchor: Option<&std::sync::Arc<str>>,
    ) -> String {
        let title = title(self.dossier, facts);
        let heading = anchor.and_then(|anchor| {
            let document = self.document(self.dossier.page(&facts.id)?);
            let words = self.plain(&document, document.heading_words(anchor)?);
            (!words.is_empty()).then_some(words)
        });
        match heading {
            Some(heading) if *target == Target::Here => heading,
            Some(heading) => format!("{title} § {heading}"),
            None => title.to_owned(),
        }
    }

    /// The words of these events, plain, as readers see them. What is embedded has none: a label can be a width.
    pub(super) fn plain(&self, document: &Document<'a>, events: Range<usize>) -> String {
        let mut words = String::new();
        for (event, _) in document.events.get(events).unwrap_or_default() {
            match event {
                BodyEvent::Markdown(Event::Text(text) | Event::Code(text)) => words.push_str(text),
                BodyEvent::Markdown(Event::SoftBreak | Event::HardBreak) => words.push(' '),
                BodyEvent::LinkStart { to, labelled: false, .. } => {
                    words.push_str(&name(self.dossier, document.page.facts(), &to.target));
                }
                _ => {}
            }
        }
        words.trim().to_owned()
    }
}

/// The name that is shown for what a target means, seen from a page.
pub(super) fn name(dossier: &Dossier, from: &PageFacts, target: &Target) -> String {
    match dossier.resolve(from, target) {
        Resolution::Page(id) => {
            dossier.page(id).map(|page| title(dossier, page.facts()).to_owned()).unwrap_or_default()
        }
        Resolution::Private(private) => private.shown(&dossier.settings.words).to_owned(),
        Resolution::Attachment(file) => file.file_name().to_owned(),
        Resolution::PrivateFile => dossier.settings.words.get(WITHHELD).to_owned(),
        Resolution::Ambiguous(_) | Resolution::Broken => written(target),
    }
}

/// A target's own words, without folders.
pub(super) fn written(target: &Target) -> String {
    match target {
        Target::Name(name) | Target::AttachmentName(name) => name.to_string(),
        Target::File(path) => {
            let name = path.rsplit('/').next().unwrap_or(path);
            name.strip_suffix(".md").unwrap_or(name).to_owned()
        }
        Target::Attachment(path) => path.rsplit('/').next().unwrap_or(path).to_owned(),
        Target::Here => String::new(),
    }
}

/// The name of a page: an introduction without one has the name of its kind.
pub(super) fn title<'a>(dossier: &'a Dossier, facts: &'a PageFacts) -> &'a str {
    match &facts.role {
        PageRole::KindIntro(kind) if *facts.title == *facts.path.stem() => {
            dossier.settings.kind(kind.as_str()).map_or(&facts.title, |kind| &kind.plural)
        }
        PageRole::Home if *facts.title == *facts.path.stem() => &dossier.settings.title,
        _ => &facts.title,
    }
}
