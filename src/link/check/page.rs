//! What is wrong with the links, relations and citations of one page.

use super::{list, suggestion};
use crate::link::corpus::Corpus;
use crate::link::publication::{PrivatePage, PublishedPage};
use crate::link::resolution::{Candidates, Resolution};
use crate::model::{EntityId, vocabulary};
use crate::parse::facts::{Mention, MentionKey, MentionRole, WrittenRelation};
use crate::parse::suggest::nearest;
use crate::parse::target::Target;
use crate::text::{ContentPath, Diagnostic, HashMap, HashSet, Rule, rules};

/// All findings about one page.
pub(super) fn check(corpus: &Corpus, page: &PublishedPage) -> Vec<Diagnostic> {
    PageCheck { corpus, page, found: Vec::new(), suggested: 0 }.run()
}

struct PageCheck<'a> {
    corpus: &'a Corpus,
    page: &'a PublishedPage,
    found: Vec<Diagnostic>,
    /// For how many wrong names others like them were looked for.
    suggested: usize,
}

/// For how many wrong names of one page others like them are looked for.
const MOST_SUGGESTED: usize = 100;

impl PageCheck<'_> {
    fn run(mut self) -> Vec<Diagnostic> {
        for mention in &self.page.facts().mentions {
            self.mention(mention);
        }
        let facts = self.page.facts();
        let mut mentions: HashMap<&MentionKey, &Mention> = HashMap::default();
        for mention in &facts.mentions {
            mentions.entry(&mention.key).or_insert(mention);
        }
        let mut before = HashSet::default();
        for relation in &facts.relations {
            let mention = mentions.get(&relation.to).copied();
            if let (Resolution::Page(id), Some(mention)) =
                (self.corpus.resolve(facts, &relation.to.target), mention)
            {
                let id = id.clone();
                let twice = !before.insert((&relation.relation, id.clone()));
                self.relation(relation, mention, &id, twice);
            }
        }
        self.found
    }

    fn report(&mut self, rule: &'static Rule, mention: &Mention, message: String) -> &mut Diagnostic {
        let span = self.page.parsed().place(&mention.key);
        self.found.push(Diagnostic::new(rule, message).at(&self.page.facts().path, span));
        let last = self.found.len() - 1;
        &mut self.found[last]
    }

    fn mention(&mut self, mention: &Mention) {
        match self.corpus.resolve(self.page.facts(), &mention.key.target) {
            Resolution::Page(id) => {
                let id = id.clone();
                self.found_page(mention, &id);
            }
            Resolution::Private(private) => {
                let private = private.clone();
                self.private(mention, &private);
            }
            Resolution::Attachment(_) => {}
            Resolution::PrivateFile => self.private_file(mention),
            Resolution::Ambiguous(candidates) => self.ambiguous(mention, &candidates),
            Resolution::Broken => self.broken(mention),
        }
    }

    fn found_page(&mut self, mention: &Mention, id: &EntityId) {
        let own = *id == self.page.facts().id;
        if mention.role == MentionRole::Citation && !self.corpus.is_source(id) {
            let kind = self
                .corpus
                .page(id)
                .and_then(|page| page.facts().kind())
                .map_or(vocabulary::PAGE, |kind| kind.as_str());
            let message =
                format!("`{}` is of the kind `{kind}`, and only sources can be cited", mention.key.target);
            self.report(&rules::links::NOT_A_SOURCE, mention, message)
                .help
                .push("cite the source that says so, and link to this page with `[[…]]`".into());
        }
        // A source may cite itself for its own words, and a page may transclude a section of its own.
        let leads = matches!(mention.role, MentionRole::Link | MentionRole::Relation(_));
        if own && leads && mention.key.target != Target::Here && mention.heading.is_none() {
            self.report(&rules::links::SELF_LINK, mention, "this page links to itself".into())
                .help
                .push("remove the link, or name the page that was meant".into());
        }
        if let Some(heading) = &mention.heading {
            let Some(target) = self.corpus.page(id) else { return };
            if Corpus::heading(target.facts(), heading).is_none() {
                let headings = &target.facts().headings;
                let written = headings.iter().map(|heading| &*heading.text);
                let help = match self.may_suggest().then(|| nearest(heading, written.clone())).flatten() {
                    Some(near) => format!("did you mean `#{near}`?"),
                    None if headings.is_empty() => "that page has no headings".into(),
                    None => format!("its headings are {}", list(written, |text| format!("#{text}"))),
                };
                let message = format!("`{id}` has no heading `{heading}`");
                self.report(&rules::links::BROKEN_ANCHOR, mention, message).help.push(help);
            }
        }
    }

    /// What is said about a private page is itself private: a public log must not print it.
    fn private(&mut self, mention: &Mention, private: &PrivatePage) {
        let shown = private.shown(&self.corpus.settings.words).to_owned();
        let has_name = private.public_name.is_some();
        let (rule, message, help) = match &mention.role {
            MentionRole::Transclusion => (
                &rules::privacy::PRIVATE_TRANSCLUSION,
                format!(
                    "`{}` is private, and its text is never copied into a published page",
                    mention.key.target
                ),
                "remove the transclusion, or publish that page".to_owned(),
            ),
            MentionRole::Relation(relation) => (
                &rules::privacy::WITHHELD_RELATION,
                format!(
                    "`{relation}` leads to `{}`, which is private, so the site does not name it",
                    mention.key.target
                ),
                format!(
                    "remove the relation, or publish that page; where someone speaks or writes, “{shown}” stands in its place"
                ),
            ),
            MentionRole::Reply => (
                &rules::privacy::WITHHELD_RELATION,
                format!(
                    "the reply is by `{}`, which is private, so the site shows “{shown}” and none of its words",
                    mention.key.target
                ),
                "remove the reply, or publish that page".to_owned(),
            ),
            MentionRole::Link if mention.labelled => return,
            MentionRole::Attachment => return,
            MentionRole::Citation => (
                &rules::privacy::WITHHELD_LINK,
                format!("the source `{}` is private, so the site does not name it", mention.key.target),
                "cite a source that may be named as well, or publish that one".to_owned(),
            ),
            MentionRole::Link => (
                &rules::privacy::WITHHELD_LINK,
                format!("`{}` is private, so the site shows “{shown}” here", mention.key.target),
                if has_name {
                    "give the link a label of its own if the sentence should read otherwise".to_owned()
                } else {
                    "give the link a label (`[[…|words to show]]`), or that page a `public_name`".to_owned()
                },
            ),
        };
        let diagnostic = self.report(rule, mention, message);
        diagnostic.help.push(help);
        diagnostic.private = true;
    }

    fn private_file(&mut self, mention: &Mention) {
        // A source names its own copy whether it publishes it or not.
        let own_copy = self.page.facts().source.as_ref().and_then(|source| source.file.as_ref());
        if own_copy == Some(&mention.key) {
            return;
        }
        let message = format!("the file `{}` is private, so the site does not show it", mention.key.target);
        let diagnostic = self.report(&rules::privacy::PRIVATE_ATTACHMENT, mention, message);
        diagnostic.help.push("move it out of the private folder, set `publish_copy: true` where it is a source's copy, or remove the link".into());
        diagnostic.private = true;
    }

    fn ambiguous(&mut self, mention: &Mention, candidates: &Candidates) {
        let (rule, help) = match mention.role {
            MentionRole::Attachment => (&rules::links::AMBIGUOUS_ATTACHMENT, "write its path from this page"),
            _ => (
                &rules::links::AMBIGUOUS_LINK,
                "name it by its id, and keep the words as a label: `[[id|words]]`",
            ),
        };
        let message = format!("`{}` could mean {candidates}", mention.key.target);
        self.report(rule, mention, message).help.push(help.into());
    }

    /// A copy that does not go out need not lie on every machine, as long as its hash says which file it is.
    fn missing_copy(&mut self, mention: &Mention) -> bool {
        let Some(source) = self.page.facts().source.as_ref() else { return false };
        if source.publish_copy || source.file.as_ref() != Some(&mention.key) {
            return false;
        }
        if source.sha256.is_empty() {
            let message = format!(
                "the copy `{}` is not there, and no `sha256` says which file it was",
                mention.key.target
            );
            let diagnostic = self.report(&rules::evidence::MISSING_COPY, mention, message);
            diagnostic.help.push(
                "put the file there, or write the line `sha256: …` that `sha256sum FILE` gives where it lies"
                    .into(),
            );
            diagnostic.private = true;
        }
        true
    }

    fn broken(&mut self, mention: &Mention) {
        if self.missing_copy(mention) {
            return;
        }
        let target = &mention.key.target;
        if let MentionRole::Relation(relation) = &mention.role
            && mention.labelled
            && self.corpus.settings.relations.get(relation).is_some_and(|relation| relation.plain_words)
        {
            return;
        }
        if mention.role == MentionRole::Reply && mention.labelled {
            return;
        }
        if let Target::Attachment(path) = target
            && self.corpus.settings.is_in_private_folder(&ContentPath::new(path))
        {
            let message = format!("`{target}` lies in a private folder, and no file there goes out");
            let diagnostic = self.report(&rules::links::MISSING_ATTACHMENT, mention, message);
            diagnostic.help.push("move the file out of that folder, or remove the link".into());
            diagnostic.private = true;
            return;
        }
        let (rule, message) = match (target, &mention.role) {
            (Target::Attachment(_) | Target::AttachmentName(_), _) => {
                (&rules::links::MISSING_ATTACHMENT, format!("there is no file `{target}` in the dossier"))
            }
            (_, MentionRole::Citation) => {
                (&rules::links::BROKEN_LINK, format!("there is no source `{target}`"))
            }
            _ => (&rules::links::BROKEN_LINK, format!("there is no page `{target}`")),
        };
        let help = self.candidates(target);
        // Which other files there are is nobody else's business: most of them may never go out.
        let of_files = matches!(target, Target::Attachment(_) | Target::AttachmentName(_));
        let diagnostic = self.report(rule, mention, message);
        if of_files { &mut diagnostic.private_help } else { &mut diagnostic.help }.extend(help);
    }

    /// Whether names like one that is wrong are still looked for: on a page with very many of them nobody reads on, and
    /// each is compared with all names there are.
    fn may_suggest(&mut self) -> bool {
        self.suggested += 1;
        self.suggested <= MOST_SUGGESTED
    }

    fn candidates(&mut self, target: &Target) -> Vec<String> {
        let looked = self.may_suggest();
        match target {
            Target::Here => Vec::new(),
            _ if !looked => {
                vec!["correct the name; names like it are looked for where fewer are wrong".into()]
            }
            Target::Name(name) => {
                let near = self.corpus.registry.nearest(name);
                if near.is_empty() {
                    return vec!["write the missing page, or correct the name".into()];
                }
                near.into_iter().map(|(known, id)| suggestion(self.corpus, known, id)).collect()
            }
            Target::File(path) => {
                let paths = self.corpus.pages().map(|page| page.facts().path.as_str());
                let help = nearest(path, paths).map(|near| format!("did you mean `{near}`?"));
                vec![help.unwrap_or_else(|| "correct the path, or link by name: `[[…]]`".into())]
            }
            Target::Attachment(name) | Target::AttachmentName(name) => {
                let wanted = ContentPath::new(name);
                let help =
                    nearest(wanted.file_name(), self.corpus.attachments.paths().map(ContentPath::file_name))
                        .map(|near| format!("did you mean `{near}`?"));
                vec![help.unwrap_or_else(|| "put the file into `content/`, or correct its name".into())]
            }
        }
    }

    /// A relation to this page, and whether an earlier one is the same.
    fn relation(&mut self, written: &WrittenRelation, mention: &Mention, id: &EntityId, twice: bool) {
        let corpus = self.corpus;
        let facts = self.page.facts();
        let Some(relation) = corpus.settings.relations.get(&written.relation) else { return };
        if twice {
            let message = format!("`{}` to `{id}` stands here twice", written.relation);
            self.report(&rules::links::DUPLICATE_RELATION, mention, message)
                .help
                .push("keep one of them".into());
        }
        let kind = |id: &EntityId| {
            let kind = corpus.page(id).and_then(|page| page.facts().kind());
            Some(kind.map_or_else(|| vocabulary::PAGE.to_owned(), ToString::to_string))
        };
        let fits = |kinds: &[crate::model::KindId], kind: Option<&str>| {
            kinds.is_empty() || kind.is_some_and(|kind| kinds.iter().any(|allowed| allowed.as_str() == kind))
        };
        let (from, to) = (kind(&facts.id), kind(id));
        let wrong = if !fits(&relation.from, from.as_deref()) {
            Some((from, &relation.from, "leads from"))
        } else if !fits(&relation.to, to.as_deref()) {
            Some((to, &relation.to, "leads to"))
        } else {
            None
        };
        if let Some((kind, allowed, way)) = wrong {
            let allowed = allowed.iter().map(|kind| format!("`{kind}`")).collect::<Vec<_>>().join(" or ");
            let kind = kind.unwrap_or_else(|| vocabulary::PAGE.into());
            let message = format!("`{}` {way} {allowed}, and this is of the kind `{kind}`", written.relation);
            let help =
                format!("correct the target, or widen `[relations.{}]` in `site.toml`", written.relation);
            self.report(&rules::links::RELATION_KINDS, mention, message).help.push(help);
        }
    }
}
