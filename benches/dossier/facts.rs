//! The front matter of a page: names, dates, relations with what qualifies them, sources.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::chance::Chance;
use super::plan::{Entity, Kind, Plan};
use super::words::{ROLES, TAGS};
use super::{Format, Profile, copies, dates};

/// The front matter of a page, between its two lines.
pub(crate) fn front_matter(plan: &Plan<'_>, page: Entity) -> String {
    let chance = Chance::of(plan.options.seed, &[4, page.0 as u64]);
    let mut facts = Facts { plan, page, chance, text: "---\n".to_owned() };
    match (plan.options.format, plan.options.profile) {
        (Format::Hugo, _) => facts.for_hugo(),
        (Format::Redstring, Profile::Plain) => facts.plain(),
        (Format::Redstring, Profile::Full) => facts.full(),
    }
    facts.text.push_str("---\n\n");
    facts.text
}

struct Facts<'a> {
    plan: &'a Plan<'a>,
    page: Entity,
    chance: Chance,
    text: String,
}

impl Facts<'_> {
    fn field(&mut self, name: &str, value: &str) {
        let _ = writeln!(self.text, "{name}: {value}");
    }

    fn aliases(&mut self, name: &str) {
        if let Some(alias) = self.plan.alias(self.page) {
            self.field(name, &format!("[\"{alias}\"]"));
        }
    }

    /// Events and sources have a day, in every format and with the same value.
    fn day(&mut self) -> Option<String> {
        let dated = matches!(self.plan.kind(self.page), Kind::Event | Kind::Source);
        dated.then(|| dates::day(&mut self.chance))
    }

    fn plain(&mut self) {
        self.field("id", &self.plan.id(self.page));
        self.field("title", &format!("\"{}\"", self.plan.title(self.page)));
        self.aliases("aliases");
        if let Some(day) = self.day() {
            self.field("date", &day);
        }
    }

    fn for_hugo(&mut self) {
        self.field("title", &format!("\"{}\"", self.plan.title(self.page)));
        if let Some(day) = self.day() {
            self.field("date", &day);
        }
        self.text.push_str("params:\n");
        self.field("  kind", &format!("{:?}", self.plan.kind(self.page)));
        self.field("  ident", &self.plan.id(self.page));
        self.aliases("  aka");
    }

    fn full(&mut self) {
        self.field("title", &format!("\"{}\"", self.plan.title(self.page)));
        self.aliases("aliases");
        if self.chance.percent(60) {
            let words = super::prose::plain_sentence(self.plan, &mut self.chance, 9);
            self.field("summary", &format!("{words}."));
        }
        self.tags();
        match self.plan.kind(self.page) {
            Kind::Person => self.person(),
            Kind::Organisation => self.organisation(),
            Kind::Event => self.event(),
            Kind::Place => self.place(),
            Kind::Product => self.product(),
            Kind::Claim => self.claim(),
            Kind::Source => self.source(),
        }
        if !matches!(self.plan.kind(self.page), Kind::Source | Kind::Claim) {
            let sources: Vec<_> = (0..self.chance.between(1, 3)).filter_map(|_| self.cited()).collect();
            self.field("sources", &format!("[{}]", sources.join(", ")));
        }
        self.editing();
    }

    /// One tag that every page has, frequent ones, and one that few pages share.
    fn tags(&mut self) {
        let mut tags = vec!["dossier".to_owned()];
        for _ in 0..self.chance.between(0, 3) {
            let tag = self.chance.one(TAGS).to_owned();
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        if self.chance.percent(10) {
            tags.push(format!("file {}", self.chance.below(self.plan.options.n / 50 + 1)));
        }
        self.field("tags", &format!("[{}]", tags.join(", ")));
    }

    /// A source with the place in it, as an item of a list.
    fn cited(&mut self) -> Option<String> {
        let source = self.plan.one(Kind::Source, &mut self.chance)?;
        let paragraph = self.chance.between(1, 20);
        Some(format!("\"{}, para. {paragraph}\"", self.plan.id(source)))
    }

    /// A relation to a page of a kind, with a role, a time and a source of its own.
    fn qualified(&mut self, relation: &str, kind: Kind) {
        let Some(target) = self.plan.one(kind, &mut self.chance) else { return };
        let role = self.chance.one(ROLES);
        let year = self.chance.between(1950, 2000);
        let until = if self.chance.percent(30) { "..".to_owned() } else { (year + 5).to_string() };
        let sources = self.cited().unwrap_or_default();
        let id = self.plan.id(target);
        let value = format!("{{to: {id}, role: {role}, from: {year}, until: {until}, sources: [{sources}]}}");
        self.field(relation, &value);
    }

    /// A relation in a few words: up to so many pages of that kind, none of them twice, none of them this page.
    fn related(&mut self, relation: &str, kind: Kind, most: usize) {
        let mut targets = Vec::new();
        for _ in 0..self.chance.between(1, most) {
            targets.extend(self.plan.one(kind, &mut self.chance).filter(|target| *target != self.page));
        }
        self.to(relation, targets);
    }

    /// A relation to a page of the same kind that comes before this one.
    fn related_earlier(&mut self, relation: &str) {
        let target = self.plan.earlier(self.page, &mut self.chance);
        self.to(relation, target.into_iter().collect());
    }

    fn to(&mut self, relation: &str, targets: Vec<Entity>) {
        let mut links: Vec<String> = Vec::new();
        for target in targets {
            let link = format!("\"[[{}]]\"", self.plan.id(target));
            if !links.contains(&link) {
                links.push(link);
            }
        }
        if !links.is_empty() {
            self.field(relation, &format!("[{}]", links.join(", ")));
        }
    }

    fn person(&mut self) {
        let year = dates::year(&mut self.chance);
        let born = dates::day_of(year, &mut self.chance);
        self.field("born", &born);
        if self.chance.percent(40) {
            self.field("died", &format!("{}~", year + 50));
        }
        if self.chance.percent(80) {
            self.qualified("works_for", Kind::Organisation);
        }
        if self.chance.percent(20) {
            self.related("member_of", Kind::Organisation, 2);
        }
        if self.chance.percent(30) {
            self.related_earlier("related_to");
        }
    }

    fn organisation(&mut self) {
        let year = dates::year(&mut self.chance);
        self.field("founded", &year.to_string());
        if self.chance.percent(20) {
            self.field("dissolved", &format!("{}-06", year + 40));
        }
        self.related("located_in", Kind::Place, 1);
        if self.chance.percent(30) {
            self.related_earlier("part_of");
        }
        if self.chance.percent(20) {
            self.qualified("owns", Kind::Product);
        }
    }

    fn event(&mut self) {
        let date = dates::any(&mut self.chance);
        self.field("date", &date);
        self.related("participants", Kind::Person, 4);
        self.related("organiser", Kind::Organisation, 1);
        self.related("place", Kind::Place, 1);
        self.related("documented_by", Kind::Source, 2);
        if self.chance.percent(30) {
            self.related_earlier("follows");
        }
    }

    fn place(&mut self) {
        if self.chance.percent(50) {
            self.related_earlier("located_in");
        }
    }

    fn product(&mut self) {
        let date = dates::any(&mut self.chance);
        self.field("released", &date);
        self.related("made_by", Kind::Organisation, 1);
    }

    fn claim(&mut self) {
        let date = dates::any(&mut self.chance);
        self.field("date", &date);
        self.related("said_by", Kind::Person, 1);
        self.related("about", Kind::Organisation, 2);
        let status = self.chance.one(&["unverified", "disputed", "denied", "refuted"]);
        self.field("status", status);
        let credibility = self.chance.between(3, 6);
        self.field("credibility", &credibility.to_string());
        let likelihood = self.chance.one(&["unlikely", "realistic possibility", "likely", "highly likely"]);
        self.field("likelihood", likelihood);
        if let Some(source) = self.plan.one(Kind::Source, &mut self.chance) {
            let (id, paragraph) = (self.plan.id(source), self.chance.between(1, 20));
            self.field("reported_by", &format!("{{to: {id}, locator: para. {paragraph}}}"));
        }
        if self.chance.percent(40) {
            self.related("contradicted_by", Kind::Source, 1);
        }
        if self.chance.percent(30) {
            self.related("responds_to", Kind::Event, 1);
        }
    }

    fn source(&mut self) {
        let published = dates::day(&mut self.chance);
        self.field("published", &published);
        self.field("accessed", "2026-03-02");
        if self.chance.percent(50) {
            self.related("author", Kind::Person, 2);
        } else {
            self.field("author", "The clerk of the registry");
        }
        self.related("publisher", Kind::Organisation, 1);
        let id = self.plan.id(self.page);
        if self.chance.percent(60) {
            self.field("url", &format!("https://papers.example/{id}"));
            self.field("archived", &format!("https://archive.example/2026/{id}"));
        }
        let reliability = self.chance.one(&["A", "B", "C", "D", "F"]);
        self.field("reliability", reliability);
        if self.chance.percent(25) {
            self.related_earlier("based_on");
        }
        if copies::has_copy(self.plan, self.page) {
            self.field("file", &format!("{id}.txt"));
            let hash = Sha256::digest(copies::copy(self.plan, self.page));
            let hash = hash.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
            self.field("sha256", &hash);
            let published = self.plan.nth(self.page).is_multiple_of(2);
            self.field("publish_copy", if published { "true" } else { "false" });
        }
    }

    /// What the editors say of their own work on the page.
    fn editing(&mut self) {
        if self.chance.percent(30) {
            self.field("updated", "2026-03-02");
            self.field("reviewed", "2026-05-11");
        }
        if self.chance.percent(2) {
            self.text.push_str(
                "corrections:\n  - date: 2026-03-02\n    what: The date was given as that of the hearing.\n",
            );
        }
        if self.chance.percent(1) {
            self.text.push_str("replies:\n  - {by: The registry, asked: 2026-03-02, declined: true}\n");
        }
    }
}
