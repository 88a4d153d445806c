//! `site.toml` → [`Settings`], in two stages: as written, then checked and filled in.

mod private;
mod written;

use std::sync::Arc;

use toml::Spanned;

use self::written::{Written, WrittenKind, WrittenRelation};
use super::suggest::nearest;
use super::words::{missing, parse_words};
use crate::load::SettingsFile;
use crate::model::language::{fallbacks, is_well_formed};
use crate::model::words::{WordFile, built_in};
use crate::model::{
    DateField, EntityId, Kind, KindId, Period, Relation, RelationId, Settings, Words, WrittenPair, slug,
    vocabulary,
};
use crate::text::{Checked, ContentFile, Diagnostic, Severity, Span, rules};

/// Read `site.toml`, and the dossier's own words of the theme; without either, the defaults hold.
#[must_use]
pub fn parse_settings(file: &SettingsFile, words: &[ContentFile]) -> Checked<Settings> {
    let mut diagnostics = Vec::new();
    let own = parse_words(words).into_value(&mut diagnostics);
    let settings = read(file, &own).into_value(&mut diagnostics);
    diagnostics.extend(missing(words, &own, &settings.language));
    Checked::new(settings, diagnostics)
}

fn read(file: &SettingsFile, own: &[WordFile]) -> Checked<Settings> {
    let file = match file {
        SettingsFile::Absent => return Checked::clean(Settings::in_words(Words::new("en", own))),
        SettingsFile::Unreadable => return Checked::clean(Settings::unreadable()),
        SettingsFile::Read(file) => file,
    };
    match toml::from_str::<Written>(&file.text) {
        Ok(written) => {
            let mut check = Check { file, settings: Settings::default(), diagnostics: Vec::new() };
            check.settings = Settings::in_words(check.words(written.language.as_ref(), own));
            check.fill(written);
            Checked::new(check.settings, check.diagnostics)
        }
        Err(error) => {
            let span = error.span().map_or(Span::default(), Span::from);
            let message = error.message().replace('\n', ", ");
            let diagnostic = Diagnostic::new(
                &rules::site::INVALID_SETTINGS,
                format!("this setting is not valid: {message}"),
            )
            .at(&file.path, span)
            .help("docs/settings.md lists every setting")
            // A value that is wrong is quoted, and may be the name of a private folder.
            .private(!error.message().starts_with("unknown field"));
            Checked::new(Settings::unreadable(), vec![diagnostic])
        }
    }
}

/// The citation style that `site.toml` names, and where: which styles there are is known further up.
#[must_use]
pub fn written_citation_style(file: &SettingsFile) -> Option<(String, Span)> {
    let SettingsFile::Read(file) = file else { return None };
    let style = toml::from_str::<Written>(&file.text).ok()?.citations.style?;
    Some((style.as_ref().clone(), Span::from(style.span())))
}

struct Check<'a> {
    file: &'a ContentFile,
    settings: Settings,
    diagnostics: Vec<Diagnostic>,
}

impl Check<'_> {
    /// The words of the language that is written; English where there are none.
    fn words(&mut self, language: Option<&Spanned<String>>, own: &[WordFile]) -> Words {
        let Some(tag) = language else { return Words::new("en", own) };
        if !is_well_formed(tag.as_ref()) {
            let message = format!("`{}` is not the tag of a language", tag.as_ref());
            self.invalid(tag.span(), message, "write a BCP 47 tag: `en`, `de-AT`, `zh-Hant`");
            return Words::new("en", own);
        }
        let words = Words::new(tag.as_ref(), own);
        if !words.are_known() {
            let tags: Vec<_> = built_in::LANGUAGES.iter().map(|(tag, _)| format!("`{tag}`")).collect();
            let message = format!("there are no words of the theme for `{}`: they are English", tag.as_ref());
            let help = format!(
                "write them in `theme/words/{}.ftl`; {} are built in",
                primary(tag.as_ref()),
                tags.join(" and ")
            );
            let rule = &rules::words::UNTRANSLATED_THEME;
            self.diagnostics
                .push(Diagnostic::new(rule, message).at(&self.file.path, Span::from(tag.span())).help(help));
        }
        words
    }

    fn fill(&mut self, written: Written) {
        let settings = &mut self.settings;
        let set = |slot: &mut Arc<str>, value: Option<String>| {
            if let Some(value) = value {
                *slot = value.into();
            }
        };
        set(&mut settings.title, written.title);
        set(&mut settings.description, written.description);
        set(&mut settings.author, written.author);
        settings.publish_by_default = written.publish_by_default.unwrap_or(true);
        settings.search = written.search.unwrap_or(true);
        settings.key_people = written.home.key_people.iter().map(|id| EntityId::new(id)).collect();
        settings.key_organisations =
            written.home.key_organisations.iter().map(|id| EntityId::new(id)).collect();
        settings.fields =
            written.fields.into_iter().map(|(field, label)| (field.into(), label.into())).collect();
        let end = |name: &Spanned<String>| (name.as_ref().as_str().into(), Span::from(name.span()));
        let pairs = written.chains.iter();
        settings.chains = pairs.map(|pair| WrittenPair { ends: [end(&pair.from), end(&pair.to)] }).collect();
        self.private_folders(&written.private_folders);
        self.private_fields(&written.private_fields);
        if let Some(every) = written.review.every {
            self.review(&every);
        }
        if let Some(base_url) = written.base_url {
            self.base_url(&base_url);
        }
        for (id, kind) in written.kinds {
            self.kind(&id, kind);
        }
        for (id, relation) in written.relations {
            self.relation(&id, relation);
        }
        for (name, severity) in written.rules {
            self.rule(&name, &severity);
        }
    }

    fn review(&mut self, every: &Spanned<String>) {
        self.settings.review_every = Period::parse(every.as_ref());
        if self.settings.review_every.is_none() {
            let message = format!("`{}` is not a length of time", every.as_ref());
            self.invalid(every.span(), message, "write so many days, weeks, months or years: `12 months`");
        }
    }

    fn base_url(&mut self, url: &Spanned<String>) {
        match checked_base_url(url.as_ref()) {
            Some(url) => self.settings.base_url = Some(url),
            None => self.invalid(
                url.span(),
                format!("`{}` is not an address for `base_url`", url.as_ref()),
                "write where the site will stand: `https://name.github.io/dossier/`",
            ),
        }
    }

    fn kind(&mut self, id: &Spanned<String>, written: WrittenKind) {
        let known = self.settings.kind(id.as_ref()).cloned();
        let plain = slug(id.as_ref()) == id.as_ref().replace('_', "-") && !id.as_ref().is_empty();
        if !plain || id.as_ref() == vocabulary::PAGE {
            self.invalid(
                id.span(),
                format!("`{}` cannot be the name of a kind", id.as_ref()),
                "use lower-case letters, digits and hyphens",
            );
            return;
        }
        let mut kind = known.clone().unwrap_or_else(|| {
            let name: Arc<str> = capitalised(id.as_ref()).into();
            Kind {
                id: KindId::new(id.as_ref()),
                folder: format!("{}s", id.as_ref()).into(),
                singular: name.clone(),
                plural: format!("{name}s").into(),
                icon: "".into(),
                template: "entity.html".into(),
                dates: Vec::new(),
            }
        });
        if let Some(folder) = &written.folder {
            let name = folder.as_ref().trim_matches('/');
            let taken = self.settings.kinds.iter().any(|other| other.id != kind.id && &*other.folder == name);
            let simple = slug(name) == name && !name.is_empty();
            if taken || !simple || vocabulary::RESERVED_FOLDERS.contains(&name) {
                let why = if taken {
                    "belongs to another kind"
                } else if simple {
                    "is Redstring's own"
                } else {
                    "is not a plain name"
                };
                self.invalid(
                    folder.span(),
                    format!("the folder `{name}` {why}"),
                    "choose another folder for this kind",
                );
            } else {
                kind.folder = name.into();
            }
        }
        if written.folder.is_none() && vocabulary::RESERVED_FOLDERS.contains(&&*kind.folder) {
            self.invalid(
                id.span(),
                format!("the folder `{}` is Redstring's own", kind.folder),
                "choose another folder for this kind: `folder = \"…\"`",
            );
            return;
        }
        let set = |slot: &mut Arc<str>, value: Option<String>| {
            if let Some(value) = value {
                *slot = value.into();
            }
        };
        set(&mut kind.singular, written.singular);
        set(&mut kind.plural, written.plural);
        set(&mut kind.icon, written.icon);
        set(&mut kind.template, written.template);
        if written.dates.is_some() || written.other_dates.is_some() {
            kind.dates.clear();
        }
        let labels = written.labels;
        let on = written.dates.unwrap_or_default().into_iter().map(|field| (field, true));
        let off = written.other_dates.unwrap_or_default().into_iter().map(|field| (field, false));
        for (field, on_timeline) in on.chain(off).filter(|(field, _)| field != "date") {
            let label = labels.get(&field).cloned().unwrap_or_else(|| capitalised(&field));
            kind.dates.push(DateField { field: field.into(), label: label.into(), on_timeline });
        }
        for date in &mut kind.dates {
            if let Some(label) = labels.get(&*date.field) {
                date.label = label.as_str().into();
            }
        }
        match self.settings.kinds.iter_mut().find(|other| other.id == kind.id) {
            Some(slot) => *slot = kind,
            None => self.settings.kinds.push(kind),
        }
    }

    fn relation(&mut self, id: &Spanned<String>, written: WrittenRelation) {
        let key = RelationId::new(id.as_ref());
        let known = self.settings.relations.get(&key).cloned();
        let label: Arc<str> = match (&written.label, &known) {
            (Some(label), _) => label.as_str().into(),
            (None, Some(known)) => known.label.clone(),
            (None, None) => id.as_ref().replace('_', " ").into(),
        };
        let inverse: Arc<str> = match (&written.inverse, &known) {
            (Some(inverse), _) => inverse.as_str().into(),
            (None, Some(known)) => known.inverse.clone(),
            (None, None) => {
                self.invalid(
                    id.span(),
                    format!("the relation `{}` has no `inverse`", id.as_ref()),
                    "say what the other side shows: `inverse = \"employs\"`, or the same as `label` where it reads both ways",
                );
                label.clone()
            }
        };
        let from = written.from.map(|kinds| self.kinds(&kinds));
        let to = written.to.map(|kinds| self.kinds(&kinds));
        let relation = Relation {
            id: key.clone(),
            label,
            inverse,
            from: from.or_else(|| known.as_ref().map(|known| known.from.clone())).unwrap_or_default(),
            to: to.or_else(|| known.as_ref().map(|known| known.to.clone())).unwrap_or_default(),
            plain_words: written.plain_words.or(known.map(|known| known.plain_words)).unwrap_or(false),
        };
        self.settings.relations.insert(key, relation);
    }

    fn kinds(&mut self, names: &[Spanned<String>]) -> Vec<KindId> {
        let mut kinds = Vec::new();
        for name in names {
            if self.settings.kind(name.as_ref()).is_some() || name.as_ref() == vocabulary::PAGE {
                kinds.push(KindId::new(name.as_ref()));
                continue;
            }
            let near = nearest(name.as_ref(), self.settings.kinds.iter().map(|kind| kind.id.as_str()));
            let help = near.map_or_else(
                || "declare it under `[kinds]`".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            self.invalid(name.span(), format!("there is no kind `{}`", name.as_ref()), &help);
        }
        kinds
    }

    fn rule(&mut self, name: &Spanned<String>, severity: &Spanned<String>) {
        let Some(rule) = rules::find(name.as_ref()) else {
            let near = nearest(name.as_ref(), rules::all().map(|rule| rule.name));
            let mut diagnostic =
                Diagnostic::new(&rules::site::UNKNOWN_RULE, format!("there is no rule `{}`", name.as_ref()))
                    .at(&self.file.path, Span::from(name.span()));
            diagnostic = diagnostic.help(near.map_or_else(
                || "`redstring explain` lists all rules".to_owned(),
                |near| format!("did you mean `{near}`?"),
            ));
            self.diagnostics.push(diagnostic);
            return;
        };
        let level = match severity.as_ref().as_str() {
            "error" => Severity::Error,
            "warning" => Severity::Warning,
            "off" => Severity::Off,
            other => {
                self.invalid(
                    severity.span(),
                    format!("`{other}` is not a severity"),
                    "write `error`, `warning` or `off`",
                );
                return;
            }
        };
        if rule.locked && level < rule.severity {
            self.diagnostics.push(
                Diagnostic::new(
                    &rules::site::LOCKED_RULE,
                    format!("`{}` guards privacy or identity and cannot be turned down", rule.name),
                )
                .at(&self.file.path, Span::from(name.span()))
                .help("remove this line"),
            );
            return;
        }
        self.settings.severities.insert(rule.name, level);
    }

    fn invalid(&mut self, span: std::ops::Range<usize>, message: String, help: &str) {
        self.diagnostics.push(
            Diagnostic::new(&rules::site::INVALID_SETTINGS, message)
                .at(&self.file.path, Span::from(span))
                .help(help),
        );
    }
}

/// The language of a tag without its region and the rest; a private tag is all language.
fn primary(tag: &str) -> String {
    fallbacks(tag).pop().unwrap_or_default()
}

/// An address where a site can stand, with a closing `/`; `None` for anything else.
#[must_use]
pub fn checked_base_url(url: &str) -> Option<Arc<str>> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let valid = !rest.is_empty()
        && !rest.starts_with('/')
        && rest.chars().all(|c| c.is_ascii_alphanumeric() || "-._~:/%[]@!$&'()*+,;=".contains(c));
    valid.then(|| if url.ends_with('/') { url.into() } else { format!("{url}/").into() })
}

fn capitalised(id: &str) -> String {
    let words = id.replace(['_', '-'], " ");
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
