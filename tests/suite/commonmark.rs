//! Redstring's body parser passes CommonMark through: every example of the specification comes out as the
//! specification says, but for those that `commonmark/exceptions.txt` names with a reason.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, TagEnd, html};
use redstring::model::RawHtml;
use redstring::parse::markdown::{BodyEvent, body_events};

const SPEC: &str = include_str!("../commonmark/spec.txt");
const EXCEPTIONS: &str = include_str!("../commonmark/exceptions.txt");

#[test]
fn every_example_passes_or_is_an_exception_with_a_reason() {
    let exceptions = exceptions();
    let mut wrong = Vec::new();
    for (number, example) in (1..).zip(examples()) {
        let made = html_of(&example.markdown);
        let passes = same(&made, &example.html);
        match (passes, exceptions.get(&number)) {
            (true, None) | (false, Some(_)) => {}
            (true, Some(_)) => wrong.push(format!("{number} passes: remove it from the exceptions")),
            (false, None) => wrong.push(format!(
                "{number} ({}) fails:\n{}--- expected\n{}--- made\n{made}",
                example.section, example.markdown, example.html
            )),
        }
    }
    assert!(wrong.is_empty(), "{} examples:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn the_specification_is_read_whole() {
    let examples = examples();
    assert_eq!(examples.len(), 652);
    assert!(examples.iter().all(|example| !example.section.is_empty()));
    assert!(exceptions().keys().all(|number| *number <= examples.len()));
}

/// One example of the specification.
struct Example {
    section: String,
    markdown: String,
    html: String,
}

/// The examples stand between fences of 32 back-ticks, input and output parted by a line with a dot; `→` is a tab.
fn examples() -> Vec<Example> {
    let fence = "`".repeat(32);
    let mut section = String::new();
    let mut examples = Vec::new();
    let mut lines = SPEC.lines();
    while let Some(line) = lines.next() {
        if let Some(heading) = line.strip_prefix("## ") {
            section = heading.to_owned();
        }
        if line != format!("{fence} example") {
            continue;
        }
        let mut until = |end: &str| {
            let text: String =
                lines.by_ref().take_while(|line| *line != end).flat_map(|line| [line, "\n"]).collect();
            text.replace('→', "\t")
        };
        examples.push(Example { section: section.clone(), markdown: until("."), html: until(&fence) });
    }
    examples
}

/// `NUMBER reason`, one a line; lines that begin with `#` are remarks.
fn exceptions() -> BTreeMap<usize, &'static str> {
    let lines = EXCEPTIONS.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let (number, reason) = line.split_once(' ').unwrap_or_else(|| panic!("no reason: {line}"));
            (number.parse().unwrap(), reason)
        })
        .collect()
}

/// What the body parser makes of a text, drawn by `pulldown-cmark`: links inside the dossier stay as written.
fn html_of(markdown: &str) -> String {
    let events = body_events(markdown, "content", RawHtml::default()).events;
    let drawn = events.into_iter().filter_map(|(event, _)| match event {
        BodyEvent::Markdown(event) => Some(event),
        BodyEvent::LinkStart { written, .. } => Some(written),
        BodyEvent::LinkEnd => Some(Event::End(TagEnd::Link)),
        BodyEvent::Embed { what, label, title, wiki: false } => {
            Some(image(&what.target.to_string(), &label, &title))
        }
        // Redstring's own: nothing of it is in the specification.
        _ => None,
    });
    let mut out = String::new();
    html::push_html(&mut out, drawn);
    out
}

/// An image as the specification draws it. What it shows is known by its place in the dossier only, so a path from
/// the top and one from the page's folder look the same.
fn image(path: &str, label: &str, title: &str) -> Event<'static> {
    let path = path.strip_prefix("content/").unwrap_or(path);
    let title = title.replace('&', "&amp;");
    let title = if title.is_empty() { title } else { format!(" title=\"{title}\"") };
    Event::InlineHtml(format!("<img src=\"{path}\" alt=\"{label}\"{title} />").into())
}

/// As `pulldown-cmark` compares: line breaks between tags, how a void element is closed, and whether a quotation
/// mark in text is written as an entity, do not count.
fn same(made: &str, expected: &str) -> bool {
    let plain = |html: &str| {
        html.replace("<br>", "<br />")
            .replace("<hr>", "<hr />")
            .replace(">\n<", "><")
            .replace("&quot;", "\"")
            .replace("src=\"/", "src=\"")
    };
    plain(made) == plain(expected)
}
