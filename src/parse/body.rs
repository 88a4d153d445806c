//! A body's events → its facts: mentions, citations, headings, and the sentences around mentions.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::citation::CitedItem;
use super::comments::BodyText;
use super::facts::{Heading, MentionRole, WrittenCitation, WrittenEvidence};
use super::footnotes::{self, Unseen};
use super::inline::is_inline;
use super::kept_events::KeptEvents;
use super::markdown::{BodyEvent, BodyEvents, body_events, remark_events};
use super::mentions::Mentions;
use super::paragraph::{self, Paragraphs};
use super::quotation::{BodyQuotations, Quotation, TRANSLATION, body_quotations};
use super::sentence::{Sentences, Words};
use super::source_annotation::{WrittenAnnotation, source_annotations};
use super::target::{Destination, Target};
use crate::model::claim::Stance;
use crate::model::{RawHtml, slug};
use crate::text::{ContentFile, Diagnostic, HashMap, HashSet, rules};

mod problems;

/// What a body says of other pages, and of itself.
#[derive(Debug)]
pub(super) struct BodyFacts {
    pub(super) events: KeptEvents,
    pub(super) citations: Vec<WrittenCitation>,
    pub(super) evidence: Vec<WrittenEvidence>,
    pub(super) quotations: Vec<Quotation>,
    pub(super) annotations: Vec<WrittenAnnotation>,
    pub(super) headings: Vec<Heading>,
    pub(super) sentences: Sentences,
    pub(super) paragraphs: Paragraphs,
    pub(super) mentions: Mentions,
    pub(super) problems: Vec<Diagnostic>,
}

/// Read a body; its mentions are numbered on from those of the front matter.
pub(super) fn read(body: &BodyText, file: &ContentFile, mentions: Mentions, raw_html: RawHtml) -> BodyFacts {
    let text = body.text(&file.text);
    let folder = file.path.folder();
    let mut events = body_events(text, folder, raw_html);
    let unseen = footnotes::take_unseen(&mut events);
    let mut reader = BodyReader {
        body,
        file,
        folder,
        raw_html,
        text,
        facts: BodyFacts {
            events: KeptEvents::new(&events.events, text),
            citations: Vec::new(),
            evidence: Vec::new(),
            quotations: Vec::new(),
            annotations: Vec::new(),
            headings: Vec::new(),
            sentences: Sentences::default(),
            paragraphs: paragraph::read(&events, text, folder, raw_html),
            mentions,
            problems: Vec::new(),
        },
        words: Words::default(),
        heading: None,
        in_remark: false,
        links: Vec::new(),
        anchors: HashSet::default(),
        asked: HashMap::default(),
        cited: HashMap::default(),
        evidence: None,
        title: (0..0, 0),
        callouts: Vec::new(),
    };
    reader.read(&events, 0);
    let annotations = source_annotations(&events.events).into_iter();
    reader.facts.annotations = annotations
        .map(|found| WrittenAnnotation { selector: found.selector, place: body.place(found.title) })
        .collect();
    let unseen: Vec<_> = unseen.iter().map(|note| reader.unseen(note)).collect();
    reader.facts.problems.extend(unseen);
    reader.facts
}

/// A heading that is being read.
struct OpenHeading {
    level: u8,
    /// Its words so far.
    text: String,
    /// Those of them that its anchor is made of: not the names of links without a label, which may be private.
    anchor: String,
}

struct BodyReader<'a> {
    body: &'a BodyText,
    file: &'a ContentFile,
    folder: &'a str,
    raw_html: RawHtml,
    text: &'a str,
    facts: BodyFacts,
    words: Words,
    /// The open heading.
    heading: Option<OpenHeading>,
    /// Whether a remark is being read.
    in_remark: bool,
    /// Of each open link that has a label: its mention's number, and where its words began.
    links: Vec<Option<(u32, usize)>>,
    anchors: HashSet<String>,
    /// How often each anchor was asked for.
    asked: HashMap<String, u32>,
    /// What each citation names, by where it begins in the text.
    cited: HashMap<usize, Vec<WrittenCitation>>,
    /// In the title of a callout of evidence: of which.
    evidence: Option<Stance>,
    /// Of the last callout: where its name stands, and how much evidence there was before it.
    title: (Range<usize>, usize),
    /// For each open callout, whether what stands in it is a source's.
    callouts: Vec<bool>,
}

impl BodyReader<'_> {
    /// Read events whose ranges begin `shift` bytes into the body's text.
    fn read(&mut self, events: &BodyEvents<'_>, shift: usize) {
        for (problem, range) in &events.problems {
            let range = range.start + shift..range.end + shift;
            self.report(problems::of_syntax(problem), range);
        }
        for (event, range) in &events.events {
            self.event(event, range.start + shift..range.end + shift);
        }
        self.quotations(events, shift);
        self.words.finish(&mut self.facts.sentences);
    }

    fn event(&mut self, event: &BodyEvent<'_>, range: Range<usize>) {
        match event {
            BodyEvent::Markdown(event) => self.markdown(event),
            BodyEvent::LinkStart { to, labelled, .. } => {
                let number = self.mention(to, *labelled, false, range);
                if *labelled {
                    self.links.push(Some((number, self.words.position())));
                } else {
                    self.words.unlabelled(number);
                    if self.heading.is_some() {
                        self.heading_words(&to.target.to_string(), false);
                    }
                    self.links.push(None);
                }
            }
            BodyEvent::LinkEnd => {
                if let Some(Some((number, start))) = self.links.pop() {
                    self.words.labelled(number, start);
                }
            }
            BodyEvent::Embed { what, .. } => {
                let number = self.mention(what, true, true, range);
                self.words.silent(number);
            }
            BodyEvent::Citation(items) => self.citation(items, &range),
            BodyEvent::AnnotationEnd(Some(remark)) | BodyEvent::Remark(remark) => self.remark(remark.clone()),
            BodyEvent::AnnotationStart | BodyEvent::AnnotationEnd(None) => {}
            BodyEvent::CalloutStart(name) => {
                self.end_of_block();
                let marker = range.start..(range.start + "[!]".len() + name.len()).min(range.end);
                if let Some(problem) = problems::of_callout(name) {
                    self.report(problem, marker.clone());
                }
                self.evidence = Stance::of_callout(name);
                self.title = (marker, self.facts.evidence.len());
                self.callouts.push(self.evidence.is_some() || &**name == TRANSLATION);
            }
            BodyEvent::CalloutTitleEnd => {
                self.end_of_block();
                if let Some(stance) = self.evidence.take()
                    && self.title.1 == self.facts.evidence.len()
                {
                    self.report(problems::of_evidence_without_source(stance), self.title.0.clone());
                }
                if self.callouts.last() == Some(&true) {
                    self.words.open_quotation();
                }
            }
            BodyEvent::CalloutEnd => {
                self.end_of_block();
                self.evidence = None;
                if self.callouts.pop() == Some(true) {
                    self.words.close_quotation();
                }
            }
        }
    }

    fn markdown(&mut self, event: &Event<'_>) {
        match event {
            Event::Text(words) | Event::Code(words) => {
                self.words.push(words);
                self.heading_words(words, true);
            }
            Event::SoftBreak | Event::HardBreak => {
                self.words.push(" ");
                self.heading_words(" ", true);
            }
            Event::Start(Tag::Heading { level, .. }) => {
                self.end_of_block();
                // What stands in a remark is no part of the page's outline.
                if !self.in_remark {
                    let (text, anchor) = (String::new(), String::new());
                    self.heading = Some(OpenHeading { level: *level as u8, text, anchor });
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                self.end_of_block();
                if let Some(OpenHeading { level, text, anchor }) = self.heading.take() {
                    let anchor = self.anchor(&anchor);
                    self.facts.headings.push(Heading { level, text: text.trim().into(), anchor });
                }
            }
            Event::Start(Tag::BlockQuote(_)) => {
                self.end_of_block();
                self.words.open_quotation();
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                self.end_of_block();
                self.words.close_quotation();
            }
            Event::Start(Tag::Strikethrough) => self.words.strike(),
            Event::End(TagEnd::Strikethrough) => self.words.end_strike(),
            Event::Start(_) | Event::End(_) if !is_inline(event) => self.end_of_block(),
            _ => {}
        }
    }

    fn citation(&mut self, items: &[CitedItem], range: &Range<usize>) {
        for item in items {
            let place = range.start + 1 + item.key_at.0..range.start + 1 + item.key_at.1;
            let span = self.body.place(place);
            let source = self.facts.mentions.add_name(&item.key, MentionRole::Citation, span);
            self.words.silent(self.facts.mentions.last());
            let citation = WrittenCitation { source, locator: item.locator.clone() };
            if let Some(stance) = self.evidence.filter(|_| item.prefix.is_empty() && !self.in_remark) {
                self.facts.evidence.push(WrittenEvidence { stance, source: citation.clone() });
            }
            self.cited.entry(range.start).or_default().push(citation.clone());
            self.facts.citations.push(citation);
        }
    }

    fn quotations(&mut self, events: &BodyEvents<'_>, shift: usize) {
        let BodyQuotations { quotations, unclosed } = body_quotations(&events.events);
        for quotation in quotations {
            let place = self.body.place(quotation.at.start + shift..quotation.at.end + shift);
            let words: Arc<str> = quotation.words.into();
            let cited = self.cited.get(&(quotation.citation + shift));
            let sources = quotation.items.iter().filter_map(|item| cited?.get(*item));
            self.facts.quotations.extend(sources.map(|source| Quotation {
                words: words.clone(),
                source: source.clone(),
                place,
            }));
        }
        for mark in unclosed {
            let diagnostic = Diagnostic::new(
                &rules::evidence::UNCLOSED_QUOTATION,
                "this quotation mark is never closed, so what it quotes is not known",
            )
            .at(&self.file.path, self.body.place(mark.start + shift..mark.end + shift))
            .help(
                "close it in the same paragraph; for terms and for quotations in quotations use single marks",
            );
            self.facts.problems.push(diagnostic);
        }
    }

    /// Count a mention; its number on the page.
    fn mention(&mut self, to: &Destination, labelled: bool, embedded: bool, range: Range<usize>) -> u32 {
        let role = match &to.target {
            Target::Attachment(_) | Target::AttachmentName(_) => MentionRole::Attachment,
            _ if embedded => MentionRole::Transclusion,
            _ => MentionRole::Link,
        };
        let span = self.body.place(range);
        self.facts.mentions.add(to.clone(), role, labelled, span);
        self.facts.mentions.last()
    }

    /// A remark is read as a text of its own, between the words it remarks on and those that follow.
    fn remark(&mut self, range: Range<usize>) {
        let words = std::mem::take(&mut self.words);
        let links = std::mem::take(&mut self.links);
        let heading = self.heading.take();
        let events = remark_events(&self.text[range.clone()], self.folder, self.raw_html);
        self.in_remark = true;
        self.read(&events, range.start);
        self.in_remark = false;
        self.heading = heading;
        self.links = links;
        self.words = words;
    }

    fn report(&mut self, problem: Diagnostic, range: Range<usize>) {
        self.facts.problems.push(problem.at(&self.file.path, self.body.place(range)));
    }

    fn end_of_block(&mut self) {
        self.words.finish(&mut self.facts.sentences);
    }

    fn heading_words(&mut self, words: &str, in_anchor: bool) {
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(words);
            heading.anchor.push_str(if in_anchor { words } else { " " });
        }
    }

    /// An anchor that no other heading of the page has, nor anything that Redstring numbers itself.
    fn anchor(&mut self, text: &str) -> Arc<str> {
        let mut base = slug(text);
        let word = base.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-');
        let numbered = word.len() < base.len() && ["note", "note-mark", "source", "cite"].contains(&word);
        if base.is_empty() || numbered {
            base = format!("section-{base}").trim_end_matches('-').to_owned();
        }
        let mut anchor = base.clone();
        let nth = self.asked.entry(base.clone()).or_insert(1);
        while !self.anchors.insert(anchor.clone()) {
            *nth += 1;
            anchor = format!("{base}-{nth}");
        }
        anchor.into()
    }

    /// What to say of a note that no reader sees.
    fn unseen(&self, note: &Unseen) -> Diagnostic {
        let Unseen { label, place, is_second } = note;
        let mark = place.start..(place.start + label.len() + 3).min(place.end);
        let (message, help) = if *is_second {
            let message =
                format!("the footnote `[^{label}]` stands here a second time, and the first counts");
            (message, "give one of them another label".to_owned())
        } else {
            let message = format!("the footnote `[^{label}]` is never used");
            (message, format!("use it in the text as `[^{label}]`, or remove it; it does not go out"))
        };
        Diagnostic::new(&rules::body::UNUSED_FOOTNOTE, message)
            .at(&self.file.path, self.body.place(mark))
            .help(help)
    }
}
