//! An audit for people: what needs a look first, then what stays in, then what goes out, each by the reason for it.
//!
//! All of it is private by nature. Where others can read the log, counts are all that is shown, and no name of any file.

use std::collections::BTreeMap;

use super::visible;
use crate::audit::{
    At, AttachmentOut, Audit, GoesAs, KeptFor, NotSought, PageKept, PageOut, Said, Spoken, Summary, WhyKept,
    WhyNot, WhyOut,
};
use crate::text::counted;

/// So many characters of one line are shown.
const MOST_CHARACTERS: usize = 160;

/// How an audit is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuditShown {
    /// Whether others can read this: then it is counts alone.
    pub mask_private: bool,
    /// How much of a long list is shown.
    pub most: usize,
}

/// The whole audit.
#[must_use]
pub fn audit_text(audit: &Audit, shown: AuditShown) -> String {
    let mut out = audit_summary(&audit.summary());
    if shown.mask_private {
        out.push_str(
            "\nThe details are withheld from this log: run it where nobody else reads, or with --show-private.\n",
        );
        return out;
    }
    let mut list = List { out, most: shown.most };
    spoken(&mut list, &audit.spoken);
    statements(&mut list, &audit.attachments);
    kept(&mut list, audit);
    goes_out(&mut list, audit);
    list.out
}

/// The counts: nothing in them names anything.
#[must_use]
pub fn audit_summary(summary: &Summary) -> String {
    let mut out = format!(
        "Goes out:   {}, {}\nStays in:   {}, {} on pages that go out, {}, {}\n",
        counted(summary.pages_out, "page"),
        counted(summary.attachments_out, "attachment"),
        counted(summary.pages_kept, "page"),
        counted(summary.passages_kept, "passage"),
        counted(summary.fields_kept, "private field"),
        counted(summary.attachments_kept, "attachment"),
    );
    out.push_str(&match summary.spoken {
        0 => "Spoken:     no private name in what goes out\n".to_owned(),
        places => format!(
            "Spoken:     private names, in {} of what goes out: look at each\n",
            counted(places, "place")
        ),
    });
    if summary.attachments_speaking > 0 {
        let files = counted(summary.attachments_speaking, "attachment");
        out.push_str(&format!("Said:       {files} with words about their authors or programs in them\n"));
    }
    if summary.attachments_unread > 0 {
        let files = counted(summary.attachments_unread, "attachment");
        out.push_str(&format!("Not known:  {files} copied without a look inside\n"));
    }
    if summary.not_sought > 0 {
        let names = counted(summary.not_sought, "private name");
        out.push_str(&format!("Not sought: {names} too short, or borne by a published page as well\n"));
    }
    out
}

/// Lists under headings, cut where nobody would read on.
struct List {
    out: String,
    most: usize,
}

impl List {
    fn heading(&mut self, words: &str) {
        self.out.push_str(&format!("\n{words}\n"));
    }

    fn items(&mut self, reason: &str, items: &[String]) {
        if items.is_empty() {
            return;
        }
        self.out.push_str(&format!("  {reason} ({}):\n", items.len()));
        for item in items.iter().take(self.most) {
            self.out.push_str(&format!("    {item}\n"));
        }
        if items.len() > self.most {
            self.out.push_str(&format!("    and {} more; `--all` lists them\n", items.len() - self.most));
        }
    }
}

impl List {
    /// Pages by their files; of many, how many are in which folder.
    fn pages(&mut self, reason: &str, pages: &[&PageOut]) {
        let mut folders: BTreeMap<&str, usize> = BTreeMap::new();
        for page in pages {
            *folders.entry(page.path.folder()).or_default() += 1;
        }
        if pages.len() <= self.most {
            self.items(reason, &pages.iter().map(|page| path(page.path.as_str())).collect::<Vec<_>>());
            return;
        }
        self.out.push_str(&format!("  {reason} ({}; `--all` lists them):\n", pages.len()));
        for (folder, pages) in folders {
            self.out.push_str(&format!("    {}/  {pages}\n", path(folder)));
        }
    }

    /// Short things side by side, in lines of a readable length.
    fn in_line(&mut self, reason: &str, items: &[String]) {
        if items.is_empty() {
            return;
        }
        self.out.push_str(&format!("  {reason} ({}):\n", items.len()));
        let mut row = String::new();
        for (nth, item) in items.iter().enumerate() {
            if !row.is_empty() && row.chars().count() + item.chars().count() > 90 {
                self.out.push_str(&format!("    {}\n", row.trim_end()));
                row.clear();
            }
            row.push_str(item);
            row.push_str(if nth + 1 < items.len() { ", " } else { "" });
        }
        self.out.push_str(&format!("    {row}\n"));
    }
}

fn spoken(list: &mut List, spoken: &[Spoken]) {
    if spoken.is_empty() {
        return;
    }
    list.heading("Private names that are spoken in what goes out");
    let mut by_name: BTreeMap<(&str, &str, bool), Vec<String>> = BTreeMap::new();
    for said in spoken {
        let name = (&*said.name.name, said.name.of.as_str(), said.name.family);
        let what = match said.said {
            Said::FileName => "in the name of the file".to_owned(),
            Said::Statement => format!("it says of itself “{}”", line(&said.words)),
            Said::Page | Said::Settings | Said::Theme | Said::Attachment => line(&said.words),
        };
        by_name.entry(name).or_default().push(format!("{}  {what}", address(&said.at)));
    }
    for ((name, of, family), places) in by_name {
        let family = if family { ", by the family name" } else { "" };
        list.items(&format!("{}, of {}{family}", line(name), path(of)), &places);
    }
}

fn statements(list: &mut List, attachments: &[AttachmentOut]) {
    let said: Vec<_> = attachments.iter().filter(|out| !out.statements.is_empty()).collect();
    let unread = attachments.iter().filter(|out| out.goes_as == GoesAs::Unread);
    let unread: Vec<_> = unread.map(|out| path(out.path.as_str())).collect();
    if said.is_empty() && unread.is_empty() {
        return;
    }
    list.heading("Attachments that say something about themselves, or may");
    for out in said {
        let said: Vec<_> =
            out.statements.iter().map(|said| format!("{}: {}", said.name, line(&said.words))).collect();
        list.items(&path(out.path.as_str()), &said);
    }
    list.items("copied as they are, and not looked into", &unread);
}

fn kept(list: &mut List, audit: &Audit) {
    list.heading("What stays in, and why");
    let pages = |why: fn(&WhyKept) -> bool| -> Vec<String> {
        audit.kept_pages.iter().filter(|page| why(&page.why)).map(kept_page).collect()
    };
    list.items("pages that say so", &pages(|why| matches!(why, WhyKept::Field(_))));
    list.items("pages in a private folder", &pages(|why| *why == WhyKept::Folder));
    list.items(
        "pages that do not say that they go out, with publish_by_default = false",
        &pages(|why| *why == WhyKept::Default),
    );
    list.items("pages that cannot be read", &pages(|why| *why == WhyKept::Unreadable));
    list.items(
        "pages with words that may have been meant to keep them in",
        &pages(|why| matches!(why, WhyKept::Unclear(_))),
    );
    list.items(
        "pages of which nothing is known, because site.toml is not understood",
        &pages(|why| *why == WhyKept::Settings),
    );
    let hidden = audit.hidden.iter().map(|hidden| {
        let counts = [(hidden.comments, "comment"), (hidden.callouts, "private callout")];
        let counts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| counted(*count, what));
        format!("{}  {}", address(&hidden.first), counts.collect::<Vec<_>>().join(", "))
    });
    list.items("comments and callouts of pages that go out", &hidden.collect::<Vec<_>>());
    for field in &audit.kept_fields {
        let places: Vec<_> = field.places.iter().map(address).collect();
        list.items(&format!("the private field `{}`", line(&field.field)), &places);
    }
    for (why, words) in [
        (KeptFor::Folder, "attachments in a private folder"),
        (KeptFor::Copy, "copies of sources without publish_copy: true"),
        (KeptFor::Unused, "attachments that no published page uses"),
    ] {
        let files = audit.kept_attachments.iter().filter(|kept| kept.why == why);
        list.items(words, &files.map(|kept| path(kept.path.as_str())).collect::<Vec<_>>());
    }
    for (why, words) in [
        (WhyNot::Short, "names not looked for: of fewer than three letters"),
        (WhyNot::Published, "names not looked for: a published page has the same"),
        (WhyNot::PartOfPublished, "names not looked for: a word of a published page's name"),
    ] {
        let names: Vec<_> = audit.not_sought.iter().filter(|left| left.why == why).map(not_sought).collect();
        list.items(words, &names);
    }
}

fn kept_page(page: &PageKept) -> String {
    match &page.why {
        WhyKept::Field(at) | WhyKept::Unclear(at) => address(at),
        _ => path(page.path.as_str()),
    }
}

fn not_sought(left: &NotSought) -> String {
    format!("{}, of {}", line(&left.name.name), path(left.name.of.as_str()))
}

fn goes_out(list: &mut List, audit: &Audit) {
    list.heading("What goes out, and why");
    let (said, default): (Vec<&PageOut>, Vec<_>) =
        audit.pages.iter().partition(|page| matches!(page.why, WhyOut::Field(_)));
    let said = said.iter().map(|page| match &page.why {
        WhyOut::Field(at) => address(at),
        WhyOut::Default => path(page.path.as_str()),
    });
    list.items("pages that say so", &said.collect::<Vec<_>>());
    list.pages("pages, because nothing says otherwise", &default);
    let fields = audit.fields.iter().map(|out| format!("{} {}", line(&out.field), out.pages));
    list.in_line("fields, and on how many pages", &fields.collect::<Vec<_>>());
    let attachments = audit.attachments.iter().map(attachment);
    list.items("attachments", &attachments.collect::<Vec<_>>());
}

fn attachment(out: &AttachmentOut) -> String {
    let how = match &out.goes_as {
        GoesAs::Cleaned => "cleaned".to_owned(),
        GoesAs::Text | GoesAs::Document => "as it is".to_owned(),
        GoesAs::Unread => "as it is, not looked into".to_owned(),
        GoesAs::Refused(reason) => format!("NOT: {}", line(reason)),
    };
    let first = out.used.first().map(|at| format!(", for {}", address(at))).unwrap_or_default();
    let more = match out.used.len() {
        0 | 1 => String::new(),
        uses => format!(" and {}", counted(uses - 1, "more place")),
    };
    format!("{}  {how}{first}{more}", path(out.path.as_str()))
}

/// A place as editors open it.
fn address(at: &At) -> String {
    let path = path(at.path.as_str());
    at.spot.map_or(path.clone(), |(line, column)| format!("{path}:{line}:{column}"))
}

fn path(path: &str) -> String {
    visible::one_line(path, usize::MAX)
}

fn line(words: &str) -> String {
    visible::one_line(words, MOST_CHARACTERS)
}
