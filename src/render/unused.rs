//! What a dossier has of its own and nothing uses: a template that no page is drawn with, words that nobody says.
//!
//! Either is most often a name misspelt: the built-in template or message goes on as if nothing had been written.

use crate::load::embedded;
use crate::model::Settings;
use crate::parse::own_messages;
use crate::parse::suggest::nearest;
use crate::text::{ContentFile, Diagnostic, rules};

use super::templates::name_of;

/// Look through all `templates`, built-in ones among them, and the dossier's own files of `words`.
#[must_use]
pub fn unused(templates: &[ContentFile], words: &[ContentFile], settings: &Settings) -> Vec<Diagnostic> {
    let own = templates.iter().filter(|file| !is_built_in(&name_of(&file.path)));
    let unused = own.filter(|file| !is_used(file, templates, settings)).map(unused_template);
    unused.chain(words.iter().flat_map(|file| unsaid(file, templates))).collect()
}

fn is_built_in(name: &str) -> bool {
    embedded::TEMPLATES.iter().any(|(built_in, _)| *built_in == name)
}

/// Whether a kind is drawn with it, another template names it, or calls a component of it.
fn is_used(file: &ContentFile, templates: &[ContentFile], settings: &Settings) -> bool {
    let name = name_of(&file.path);
    let components: Vec<_> = components(&file.text).map(|component| format!("<{component}")).collect();
    let calls = |text: &str| components.iter().any(|call| is_called(text, call));
    settings.kinds.iter().any(|kind| *kind.template == *name)
        || (templates.iter().filter(|other| other.path != file.path))
            .any(|other| names(&other.text, &name) || calls(&other.text))
}

/// The components that a template defines: `{% component card(…) %}`.
fn components(text: &str) -> impl Iterator<Item = &str> {
    let tags = text.split("{%").skip(1).map(|tag| tag.trim_start_matches('-').trim_start());
    tags.filter_map(|tag| tag.strip_prefix("component")?.trim_start().split(|c| !is_of_name(c)).next())
}

fn is_called(text: &str, call: &str) -> bool {
    text.match_indices(call).any(|(at, _)| !text[at + call.len()..].starts_with(is_of_name))
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether a text has this name between quotation marks.
fn names(text: &str, name: &str) -> bool {
    ['"', '\'', '`'].iter().any(|mark| text.contains(&format!("{mark}{name}{mark}")))
}

fn unused_template(file: &ContentFile) -> Diagnostic {
    let name = name_of(&file.path);
    let last = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let built_in = || embedded::TEMPLATES.iter().map(|(name, _)| *name);
    let meant = built_in().find(|built_in| last(built_in) == last(&name));
    let help = match meant.or_else(|| nearest(&name, built_in())) {
        Some(meant) => format!("did you mean `templates/{meant}`?"),
        None => format!(
            "give it to a kind in `site.toml`: `template = \"{name}\"`; or take the name of a built-in one; \
             docs/templates.md lists them"
        ),
    };
    let message = "no page is drawn with this template, and no other template names it";
    Diagnostic::new(&rules::site::UNUSED_TEMPLATE, message).in_file(&file.path).help(help)
}

/// The messages of a file that neither the theme nor one of the templates says.
fn unsaid<'a>(file: &'a ContentFile, templates: &'a [ContentFile]) -> impl Iterator<Item = Diagnostic> + 'a {
    let unsaid = own_messages(&file.text).into_iter();
    let unsaid = unsaid.filter(|own| !templates.iter().any(|template| names(&template.text, own.key)));
    unsaid.map(|own| {
        let message = format!("nobody says the words `{}`", own.key);
        let help = own.near.as_ref().map_or_else(
            || "remove them; `theme/words/en.ftl` of Redstring has all that the theme says".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        Diagnostic::new(&rules::words::UNUSED_WORDS, message).at(&file.path, own.at).help(help)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn components_are_found_by_name() {
        let text = "{% component card(a: string) -%}{% endcomponent card %}{%-component  b() %}";
        assert_eq!(components(text).collect::<Vec<_>>(), ["card", "b"]);
        assert!(is_called("{{ <card a={b} /> }}", "<card") && is_called("<card/>", "<card"));
        assert!(!is_called("<cards />", "<card"));
    }
}
