//! The HTML under way: what is written, and which elements are open.
//!
//! Elements are *ours* or *raw* (written by hand in a body). Closing one of ours closes every raw one inside it
//! first, and a raw end tag never closes one of ours: whatever a body holds, the HTML is balanced.

use super::elements::{Base, Element, Holds};
use super::escape;
use crate::model::Words;

/// An element that is open.
#[derive(Debug)]
struct Open {
    /// By what ours is closed again: `p`, `link`.
    name: &'static str,
    /// Its end tag; empty where nothing was written.
    end: &'static str,
    /// What it is, where it was written by hand.
    raw: Option<&'static Element>,
    /// Where its start tag begins.
    start: usize,
    /// Where its content begins.
    content: usize,
}

/// How many raw elements may lie inside each other; more are left out.
const MAX_RAW: usize = 64;

/// HTML under way.
#[derive(Debug)]
pub(super) struct Html {
    /// What pages say of their own.
    words: Words,
    out: String,
    open: Vec<Open>,
    /// How many `<a>` are open.
    links: usize,
    /// What may not stand inside a link, and waits for its end.
    after_link: String,
}

impl Html {
    /// Nothing yet, in these words.
    pub(super) fn new(words: &Words) -> Self {
        Self {
            words: words.clone(),
            out: String::new(),
            open: Vec::new(),
            links: 0,
            after_link: String::new(),
        }
    }

    /// How much has been written.
    pub(super) fn len(&self) -> usize {
        self.out.len()
    }

    /// What has been written behind a place.
    pub(super) fn since(&self, start: usize) -> &str {
        self.out.get(start..).unwrap_or_default()
    }

    /// Write words.
    pub(super) fn text(&mut self, words: &str) {
        escape::push_text(&mut self.out, words);
    }

    /// Write HTML that is complete in itself.
    pub(super) fn push(&mut self, html: &str) {
        self.out.push_str(html);
    }

    /// Write HTML that holds a link, after the link that is open now, if there is one.
    pub(super) fn push_link(&mut self, html: &str) {
        if self.in_link() { self.after_link.push_str(html) } else { self.out.push_str(html) }
    }

    /// Take a space back that what comes now needs not: a raised number stands at its word.
    pub(super) fn take_space_back(&mut self) {
        if !self.in_link() && self.out.ends_with(' ') {
            self.out.pop();
        }
    }

    /// Put HTML where something else was written already; only for places that lie outside every open element of
    /// ours that was opened later.
    pub(super) fn insert(&mut self, at: usize, html: &str) {
        self.out.insert_str(at, html);
    }

    /// Take back what was written since `at`; only where every element that was opened since is closed again.
    pub(super) fn split_off(&mut self, at: usize) -> String {
        self.out.split_off(at)
    }

    /// Whether a link is open.
    pub(super) fn in_link(&self) -> bool {
        self.links > 0
    }

    /// Open an inline element of ours.
    pub(super) fn open(&mut self, name: &'static str, start: &str, end: &'static str) {
        let at = self.out.len();
        self.out.push_str(start);
        self.links += usize::from(end == "</a>");
        self.open.push(Open { name, end, raw: None, start: at, content: self.out.len() });
    }

    /// Open a block of ours: it may not stand inside raw words.
    pub(super) fn open_block(&mut self, name: &'static str, start: &str, end: &'static str) {
        self.end_words();
        self.open(name, start, end);
    }

    /// Close the innermost element of ours of this name, and everything inside it. Without one nothing happens.
    pub(super) fn close(&mut self, name: &str) {
        if let Some(at) = self.open.iter().rposition(|open| open.raw.is_none() && open.name == name) {
            self.close_to(at);
        }
    }

    /// Close everything inside the innermost element of ours of this name.
    pub(super) fn close_inside(&mut self, name: &str) {
        if let Some(at) = self.open.iter().rposition(|open| open.raw.is_none() && open.name == name) {
            self.close_to(at + 1);
        }
    }

    /// Whether nothing but white space was written in the innermost element.
    pub(super) fn is_blank(&self) -> bool {
        let content = self.open.last().map_or(0, |open| open.content);
        self.out.get(content..).is_none_or(|content| content.trim().is_empty())
    }

    /// Close everything.
    pub(super) fn finish(mut self) -> String {
        self.close_to(0);
        self.out
    }

    /// Open a raw element, closing the raw ones that cannot hold it. `false` where it has no place here.
    pub(super) fn open_raw(&mut self, element: &'static Element, base: Base, start: &str) -> bool {
        let Some(holder) = self.holder(base, |holds, name| element.may_stand_in(holds, name)) else {
            return false;
        };
        if self.raw_depth() >= MAX_RAW {
            return false;
        }
        self.close_to(holder);
        if element.comes_first() && !self.is_blank() {
            return false;
        }
        let at = self.out.len();
        self.out.push_str(start);
        if element.holds != Holds::Nothing {
            self.links += usize::from(element.name == "a");
            self.open.push(Open {
                name: element.name,
                end: element.end,
                raw: Some(element),
                start: at,
                content: self.out.len(),
            });
        }
        true
    }

    /// Close the innermost raw element of this name that none of ours lies inside of.
    pub(super) fn close_raw(&mut self, name: &str) {
        let at = self.open.iter().rposition(|open| open.raw.is_none() || open.name == name);
        if let Some(at) = at.filter(|at| self.open[*at].raw.is_some()) {
            self.close_to(at);
        }
    }

    /// Write raw words, already escaped, where words may stand.
    pub(super) fn raw_words(&mut self, words: &str, base: Base) {
        if words.trim().is_empty() {
            let holds = self.open.last().and_then(|open| open.raw).map_or(Holds::Flow, |raw| raw.holds);
            if matches!(holds, Holds::Flow | Holds::Words) {
                self.out.push_str(words);
            }
        } else if let Some(holder) = self.holder(base, |holds, _| matches!(holds, Holds::Flow | Holds::Words))
        {
            self.close_to(holder);
            self.out.push_str(words);
        }
    }

    /// Close raw elements until a block may follow.
    pub(super) fn end_words(&mut self) {
        while self.open.last().and_then(|open| open.raw).is_some_and(|raw| raw.holds != Holds::Flow) {
            self.close_to(self.open.len() - 1);
        }
    }

    /// How many elements stay open so that the innermost may hold what is asked for: one of the raw ones that none
    /// of ours lies inside of, or else ours, which holds what `base` says.
    fn holder(&self, base: Base, holds: impl Fn(Holds, &str) -> bool) -> Option<usize> {
        let ours = self.open.iter().rposition(|open| open.raw.is_none()).map_or(0, |at| at + 1);
        let raw = (ours..self.open.len())
            .rev()
            .find(|at| self.open[*at].raw.is_some_and(|raw| holds(raw.holds, raw.name)))
            .map(|at| at + 1);
        raw.or_else(|| holds(base.holds(), "").then_some(ours))
    }

    fn raw_depth(&self) -> usize {
        self.open.iter().rev().take_while(|open| open.raw.is_some()).count()
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            let Some(open) = self.open.pop() else { return };
            // A row without cells is not valid, and all that was in a paragraph may have been left out: a comment, an
            // image from elsewhere.
            let goes = if open.raw.is_some() { open.name == "tr" } else { open.name == "p" };
            if goes && self.out[open.content..].trim().is_empty() {
                self.out.truncate(open.start);
                continue;
            }
            if open.raw.is_some_and(|raw| raw.name == "details")
                && !self.out[open.content..].trim_start().starts_with("<summary")
            {
                // Without a summary a browser makes one up, in its own language.
                let details = escape::text(self.words.get("details"));
                self.out.insert_str(open.content, &format!("<summary>{details}</summary>"));
            }
            self.out.push_str(open.end);
            if open.end == "</a>" {
                self.links -= 1;
                if self.links == 0 {
                    let after = std::mem::take(&mut self.after_link);
                    self.out.push_str(&after);
                }
            }
        }
    }
}
