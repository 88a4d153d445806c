//! The text of a page: headings, paragraphs with links and citations, lists, tables, code, notes and evidence.

use std::fmt::Write as _;

use super::chance::Chance;
use super::copies;
use super::plan::{Entity, Kind, Plan};
use super::words::{HEADINGS, PROSE};
use super::{Format, Profile};

/// Every so many pages, a page of more than ten thousand words; and which of them. A prime, so that all kinds have some.
const LONG: (usize, usize) = (997, 7);
/// Of so many pages, those from the one to the other each take in a section of the next.
const CHAIN: (usize, std::ops::Range<usize>) = (100, 40..52);
/// The heading of the section that is taken in.
const NOTES: &str = "Notes";

/// The body of a page.
pub(crate) fn body(plan: &Plan<'_>, page: Entity) -> String {
    let chance = Chance::of(plan.options.seed, &[1, page.0 as u64]);
    let mut writer = Writer { plan, page, chance, links: Vec::new(), notes: 0, text: String::new() };
    writer.write();
    writer.text
}

/// Words in sentences and nothing else: what copies of sources are made of.
pub(crate) fn plain_sentence(plan: &Plan<'_>, chance: &mut Chance, words: usize) -> String {
    let mut text = String::new();
    for word in 0..words {
        let drawn = PROSE[plan.prose.rank(chance)];
        if word == 0 {
            text.push_str(&drawn[..1].to_ascii_uppercase());
            text.push_str(&drawn[1..]);
        } else {
            text.push(' ');
            text.push_str(drawn);
        }
    }
    text
}

struct Writer<'a> {
    plan: &'a Plan<'a>,
    page: Entity,
    chance: Chance,
    /// Links that have not found their place yet.
    links: Vec<String>,
    /// How many footnotes are used.
    notes: usize,
    text: String,
}

impl Writer<'_> {
    fn write(&mut self) {
        let full = self.plan.options.profile == Profile::Full;
        let long = full && self.page.0 % LONG.0 == LONG.1;
        self.links = self.gather_links();
        let total = self.chance.between(150, 400);
        let heading = self.chance.below(HEADINGS.len());
        self.paragraph(total / 5 + 20);
        self.heading(HEADINGS[heading]);
        self.paragraph(total / 5 + 20);
        if self.chance.percent(70) {
            self.list();
        }
        if self.chance.percent(20) {
            self.table();
        }
        self.heading(HEADINGS[(heading + 1) % HEADINGS.len()]);
        self.paragraph(total / 3);
        if self.chance.percent(12) {
            self.code();
        }
        if self.chance.percent(15) {
            self.block_quote();
        }
        if full {
            self.evidence();
        }
        if long {
            for part in 0..140 {
                if part % 7 == 0 {
                    let _ = write!(self.text, "## Part {}\n\n", part / 7 + 1);
                }
                let words = self.chance.between(60, 120);
                self.paragraph(words);
            }
        }
        if full && self.chance.percent(5) {
            self.text.push_str("%% ask whether the second ledger has been found %%\n\n");
        }
        self.remaining_links();
        if full && CHAIN.1.contains(&(self.page.0 % CHAIN.0)) {
            self.transclusion();
        }
        for note in 1..=self.notes {
            let sentence = self.words(10);
            let _ = write!(self.text, "[^{note}]: {sentence}.\n\n");
        }
        self.text.pop();
    }

    /// Links to three to twelve other pages, and in a full dossier to the hub.
    fn gather_links(&mut self) -> Vec<String> {
        let mut targets: Vec<Entity> = Vec::new();
        let wanted = self.chance.between(3, 12);
        for _ in 0..wanted {
            let target = self.plan.any(&mut self.chance);
            if target != self.page && !targets.contains(&target) {
                targets.push(target);
            }
        }
        let hub = self.plan.entity(Kind::Organisation, 0);
        let full = self.plan.options.profile == Profile::Full;
        if full && self.page != hub && self.page.0 <= self.plan.options.hub && !targets.contains(&hub) {
            targets.push(hub);
        }
        targets.into_iter().map(|target| self.link(target)).collect()
    }

    fn link(&mut self, target: Entity) -> String {
        let plan = self.plan;
        let label = plan.alias(target).filter(|_| self.chance.percent(60));
        let id = plan.id(target);
        if plan.options.format == Format::Hugo {
            let label = label.unwrap_or_else(|| plan.title(target));
            return format!("[{label}](/{}/{id}.html)", plan.kind(target).folder());
        }
        match label {
            Some(alias) if plan.kind(target) != Kind::Person && self.chance.percent(30) => {
                format!("[[{alias}]]")
            }
            Some(alias) => format!("[[{id}|{alias}]]"),
            None if self.chance.percent(20) => format!("[[{}]]", plan.title(target)),
            None => format!("[[{id}]]"),
        }
    }

    fn heading(&mut self, words: &str) {
        let _ = write!(self.text, "## {words}\n\n");
    }

    /// Words without a full stop, with emphasis here and there, and one link.
    fn words(&mut self, count: usize) -> String {
        let mut sentence = plain_sentence(self.plan, &mut self.chance, count);
        match self.chance.below(12) {
            0 => sentence.push_str(" *in part*"),
            1 => sentence.push_str(" **without delay**"),
            2 => sentence.push_str(" `fol. 12`"),
            _ => {}
        }
        if self.chance.percent(55)
            && let Some(link) = self.links.pop()
        {
            sentence.push(' ');
            sentence.push_str(&link);
        }
        sentence
    }

    fn paragraph(&mut self, words: usize) {
        let mut left = words;
        while left > 0 {
            let mut count = self.chance.between(8, 18).min(left);
            if left - count < 5 {
                count = left;
            }
            left -= count;
            let sentence = self.words(count);
            self.text.push_str(&sentence);
            if self.plan.options.profile == Profile::Full && self.chance.percent(20) {
                self.citation();
            }
            if self.notes < 2 && self.chance.percent(4) {
                self.notes += 1;
                let _ = write!(self.text, "[^{}]", self.notes);
            }
            self.text.push_str(if left > 0 { ". " } else { ".\n\n" });
        }
    }

    /// One source or two, with the place in them.
    fn citation(&mut self) {
        let Some(source) = self.plan.one(Kind::Source, &mut self.chance) else { return };
        let place = self.chance.between(1, 20);
        let _ = match self.chance.below(6) {
            0 => write!(self.text, " [@{}]", self.plan.id(source)),
            1 => write!(self.text, " [see @{}, p. {place}]", self.plan.id(source)),
            2 => {
                let second = self.plan.one(Kind::Source, &mut self.chance).unwrap_or(source);
                let ids = (self.plan.id(source), self.plan.id(second));
                write!(self.text, " [@{}, p. {place}; @{}]", ids.0, ids.1)
            }
            _ => write!(self.text, " [@{}, para. {place}]", self.plan.id(source)),
        };
    }

    fn list(&mut self) {
        let mark = if self.chance.percent(25) { "1. " } else { "- " };
        for _ in 0..self.chance.between(3, 6) {
            let count = self.chance.between(5, 11);
            let words = self.words(count);
            let _ = writeln!(self.text, "{mark}{words}.");
        }
        self.text.push('\n');
    }

    fn table(&mut self) {
        self.text.push_str("| Date | Amount | Remark |\n| --- | ---: | --- |\n");
        for _ in 0..self.chance.between(3, 6) {
            let (year, month) = (self.chance.between(1950, 2024), self.chance.between(1, 12));
            let amount = self.chance.between(100, 99_999);
            let remark = plain_sentence(self.plan, &mut self.chance, 3);
            let _ = writeln!(self.text, "| {year}-{month:02} | {amount} | {remark} |");
        }
        self.text.push('\n');
    }

    fn code(&mut self) {
        let coloured = self.plan.options.profile == Profile::Full;
        let language = if coloured { self.chance.one(&["python", "sql", "json", "text"]) } else { "text" };
        let _ = writeln!(self.text, "```{language}");
        for _ in 0..4 {
            let value = self.chance.between(1, 99);
            let key = self.chance.one(&["cargo", "stamp", "page", "signed", "berth"]);
            let _ = match language {
                "sql" => writeln!(self.text, "SELECT {key}, date FROM ledger WHERE page = {value}; -- seen"),
                "json" => writeln!(self.text, "{{\"{key}\": {value}, \"seen\": true}}"),
                _ => writeln!(self.text, "{key}_{value} = \"in the ledger\""),
            };
        }
        self.text.push_str("```\n\n");
    }

    fn block_quote(&mut self) {
        match copies::passage(self.plan, &mut self.chance) {
            Some((source, paragraph, words)) => {
                let id = self.plan.id(source);
                let _ = write!(self.text, "> {words}. [@{id}, para. {paragraph}]\n\n");
            }
            None => {
                let words = plain_sentence(self.plan, &mut self.chance, 14);
                let _ = write!(self.text, "> {words}.\n\n");
            }
        }
    }

    /// Of a claim, what sources say of it in their own words; of others, a callout now and then.
    fn evidence(&mut self) {
        if self.plan.kind(self.page) == Kind::Claim {
            for _ in 0..self.chance.between(1, 3) {
                let Some((source, paragraph, words)) = copies::passage(self.plan, &mut self.chance) else {
                    return;
                };
                let stance = self.chance.one(&["reports", "reports", "contradicts"]);
                let id = self.plan.id(source);
                let _ = write!(self.text, "> [!{stance}] [@{id}, para. {paragraph}]\n> \"{words}\"\n\n");
            }
        } else if self.chance.percent(8) {
            let words = self.words(12);
            let _ = write!(self.text, "> [!important] What is not said here\n> {words}.\n\n");
        } else if self.chance.percent(8) {
            let words = plain_sentence(self.plan, &mut self.chance, 9);
            let _ =
                write!(self.text, "The entry is {{==in another hand==}}{{>>{words}.<<}} from then on.\n\n");
        }
    }

    /// The links that found no sentence, as a list.
    fn remaining_links(&mut self) {
        if self.links.is_empty() {
            return;
        }
        self.heading("See also");
        for link in std::mem::take(&mut self.links) {
            let words = plain_sentence(self.plan, &mut self.chance, 4);
            let _ = writeln!(self.text, "- {words} {link}.");
        }
        self.text.push('\n');
    }

    /// A section that ends in the same section of the next page, and so on to the end of the chain.
    fn transclusion(&mut self) {
        self.heading(NOTES);
        self.paragraph(40);
        let next = Entity(self.page.0 + 1);
        if CHAIN.1.contains(&(next.0 % CHAIN.0)) && next.0 < self.plan.options.n {
            let id = self.plan.id(next);
            let _ = write!(self.text, "![[{id}#{NOTES}]]\n\n");
        }
    }
}
