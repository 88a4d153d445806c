//! The templates, compiled; and their errors, at their place.

use serde::Serialize;
use tera::{Context, Error, ErrorKind, Tera, Value};

use super::escape::escape;
use super::words::word;
use crate::load::embedded;
use crate::model::Settings;
use crate::text::{Checked, ContentFile, ContentPath, Diagnostic, LineIndex, Span, rules};

/// Compiled templates.
#[derive(Debug)]
pub struct Templates {
    tera: Tera,
}

impl Templates {
    /// Compile these files, each named by its path below `templates/`. One that cannot be compiled is reported, and
    /// the built-in one of its name stands in, so that the others can be looked at as well.
    #[must_use]
    pub fn new(files: &[ContentFile], settings: &Settings) -> Checked<Self> {
        let mut diagnostics = Vec::new();
        let mut sources: Vec<(String, String)> =
            files.iter().map(|file| (name_of(&file.path), file.text.to_string())).collect();
        // Each round mends one template at least, so there are no more rounds than templates.
        for _ in 0..=sources.len() {
            let mut tera = Tera::new();
            tera.autoescape_on([".html"]);
            tera.set_escape_fn(escape);
            tera.register_function("word", word(settings.words.clone()));
            let Err(error) = tera.add_raw_templates(sources.iter().map(|(name, text)| (name, text))) else {
                let templates = Self { tera };
                diagnostics.extend(templates.missing(settings));
                return Checked::new(templates, diagnostics);
            };
            let (diagnostic, culprit) = describe_among(&sources, &error);
            diagnostics.push(diagnostic);
            let Some(source) = culprit.and_then(|name| sources.iter_mut().find(|(own, _)| *own == name))
            else {
                break;
            };
            let built_in = embedded::TEMPLATES.iter().find(|(name, _)| *name == source.0);
            let text =
                built_in.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default();
            if text == source.1 {
                break;
            }
            source.1 = text;
        }
        Checked::new(Self { tera: Tera::new() }, diagnostics)
    }

    /// Draw a template.
    ///
    /// # Errors
    /// A diagnostic at the place in the template.
    pub(super) fn render(&self, name: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        self.tera.render(name, context).map_err(|error| Box::new(describe(&error).0))
    }

    /// Draw one block of a template.
    ///
    /// # Errors
    /// A diagnostic at the place in the template.
    pub(super) fn block(
        &self,
        name: &str,
        block: &str,
        context: &Context,
    ) -> Result<String, Box<Diagnostic>> {
        self.tera.render_block(name, block, context).map_err(|error| Box::new(describe(&error).0))
    }

    /// A view as templates are given it.
    ///
    /// # Errors
    /// A diagnostic, of a view that holds what no template could be given.
    pub(super) fn value<T: Serialize>(view: &T) -> Result<Value, Box<Diagnostic>> {
        Value::try_from_serializable(view).map_err(|error| Box::new(describe(&error).0))
    }

    /// The same, where each field has a name of its own.
    ///
    /// # Errors
    /// As for [`value`](Self::value).
    pub(super) fn context<T: Serialize>(view: &T) -> Result<Context, Box<Diagnostic>> {
        Context::from_serialize(view).map_err(|error| Box::new(describe(&error).0))
    }

    fn missing(&self, settings: &Settings) -> Vec<Diagnostic> {
        let kinds = settings.kinds.iter().filter(|kind| !self.tera.contains_template(&kind.template));
        kinds
            .map(|kind| {
                Diagnostic::new(
                    &rules::site::TEMPLATE_ERROR,
                    format!(
                        "the kind `{}` has the template `{}`, which does not exist",
                        kind.id, kind.template
                    ),
                )
                .in_file(&ContentPath::new("site.toml"))
                .help(format!("write `templates/{}`, or leave `template` out", kind.template))
            })
            .collect()
    }
}

/// How Tera knows a template: by its path below `templates/`.
pub(super) fn name_of(path: &ContentPath) -> String {
    path.below("templates").unwrap_or(path.as_str()).to_owned()
}

/// A template error that only shows when all templates are known (an include, a filter or a component that does not
/// exist): Tera tells its place in words, `--> hooks/footer.html:1:12`, and nowhere else.
fn describe_among(sources: &[(String, String)], error: &Error) -> (Diagnostic, Option<String>) {
    let (diagnostic, culprit) = describe(error);
    let ErrorKind::Msg(report) = error.kind() else { return (diagnostic, culprit) };
    let placed = || {
        let (message, rest) = report.split_once("\n")?;
        let (name, place) = rest.trim_start().strip_prefix("--> ")?.lines().next()?.split_once(':')?;
        let (line, column) = place.trim().split_once(':')?;
        let (line, column): (usize, usize) = (line.parse().ok()?, column.parse().ok()?);
        let (_, text) = sources.iter().find(|(own, _)| own == name)?;
        let start = LineIndex::new(text).line(line);
        let at = text[start.clone()]
            .char_indices()
            .nth(column.saturating_sub(1))
            .map_or(start.end, |(at, _)| start.start + at);
        let end = text[at..start.end].find("}").map_or(start.end, |length| at + length);
        let message = message.trim_start_matches("error: ");
        let path = ContentPath::new(&format!("templates/{name}"));
        Some((
            Diagnostic { help: diagnostic.help.clone(), ..Diagnostic::new(diagnostic.rule, message) }
                .at(&path, Span::new(at, end)),
            Some(name.to_owned()),
        ))
    };
    placed().unwrap_or((diagnostic, culprit))
}

/// A template error as a diagnostic, and the template at fault.
fn describe(error: &Error) -> (Diagnostic, Option<String>) {
    let rule = &rules::site::TEMPLATE_ERROR;
    let help = "mend the template; docs/templates.md lists what each one is given";
    let in_template = |name: &str| ContentPath::new(&format!("templates/{name}"));
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let range = report.span().range.clone();
            let diagnostic = Diagnostic::new(rule, report.message().to_owned())
                .at(&in_template(report.filename()), Span::from(range))
                .help(help);
            (diagnostic, Some(report.filename().to_owned()))
        }
        ErrorKind::MissingParent { current, parent } => {
            let message = format!("this template extends `{parent}`, which does not exist");
            (Diagnostic::new(rule, message).in_file(&in_template(current)).help(help), Some(current.clone()))
        }
        ErrorKind::CircularExtend { tpl, .. } => {
            let message = "this template extends itself, by way of others".to_owned();
            (Diagnostic::new(rule, message).in_file(&in_template(tpl)).help(help), Some(tpl.clone()))
        }
        ErrorKind::CircularInclude { tpl, .. } => {
            let message = "this template includes itself, by way of others".to_owned();
            (Diagnostic::new(rule, message).in_file(&in_template(tpl)).help(help), Some(tpl.clone()))
        }
        _ => (Diagnostic::new(rule, error.to_string()).help(help), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compile(files: &[(&str, &str)]) -> Vec<Diagnostic> {
        let files: Vec<_> = files
            .iter()
            .map(|(name, text)| ContentFile {
                path: ContentPath::new(&format!("templates/{name}")),
                text: (*text).into(),
            })
            .collect();
        let mut settings = Settings::default();
        settings.kinds.clear();
        Templates::new(&files, &settings).diagnostics
    }

    #[test]
    fn errors_stand_at_their_place_in_the_template() {
        let found = compile(&[("a.html", "x\n{% if y %}\n"), ("b.html", "{{ }}"), ("c.html", "fine")]);
        let files: Vec<_> =
            found.iter().filter_map(|d| d.place.as_ref()).map(|p| p.path.to_string()).collect();
        assert_eq!(files, ["templates/a.html", "templates/b.html"], "{found:?}");
        assert!(found.iter().all(|d| d.place.as_ref().is_some_and(|place| place.span.is_some())));
        assert_eq!(compile(&[("a.html", "{% extends \"none.html\" %}")]).len(), 1);
        assert_eq!(compile(&[("a.html", "fine")]), []);
    }
}
