//! Small dossiers, rendered in memory.

mod excerpts;
mod hostile;
mod links;
mod notes;
mod raw_html;
mod real_parser;
mod text;
mod transclusion;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Body, Material, Numbering, render_body};
use crate::evidence::Evidence;
use crate::link::Dossier;
use crate::link::attachments::Attachments;
use crate::model::{EntityId, Settings};
use crate::parse::parse_page;
use crate::text::{ContentFile, ContentPath};

/// A dossier of these files, each with its path below `content/`; what is not Markdown is an attachment of 1234 bytes.
fn dossier(files: &[(&str, &str)]) -> Dossier {
    dossier_with(Settings::default(), files)
}

fn dossier_with(settings: Settings, files: &[(&str, &str)]) -> Dossier {
    let (mut pages, mut attachments) = (Vec::new(), Vec::new());
    for (path, text) in files {
        let path = ContentPath::new(&format!("content/{path}"));
        if path.as_str().ends_with(".md") {
            let text: Arc<str> = if text.starts_with("---") { (*text).into() } else { front(text).into() };
            pages.push(Arc::new(parse_page(&ContentFile { path, text }, &settings).value));
        } else {
            attachments.push((path, 1234));
        }
    }
    let attachments = Attachments::new(attachments.into_iter(), &settings);
    Dossier::link(settings, pages, attachments, &[]).value
}

/// A text with front matter that says nothing.
fn front(text: &str) -> String {
    format!("---\n---\n{text}")
}

/// The body of the page with this id.
fn body(files: &[(&str, &str)], page: &str) -> Body {
    let material = Material::new(dossier(files), Evidence::default(), None);
    let page = material.dossier.page(&EntityId::new(page)).expect("the page is published");
    let mut numbering = Numbering::new();
    let body = render_body(&material, page, &mut numbering);
    let evidence = body.evidence.iter().map(|lifted| {
        assert_sound(&lifted.title);
        assert_sound(&lifted.html);
        format!("{}{}", lifted.title, lifted.html)
    });
    assert_sound(&format!("{}{}", evidence.collect::<String>(), body.html));
    body
}

/// The HTML of a body with these settings; it need not be sound.
fn rendered_with(settings: Settings, files: &[(&str, &str)], page: &str) -> String {
    let material = Material::new(dossier_with(settings, files), Evidence::default(), None);
    let page = material.dossier.page(&EntityId::new(page)).expect("the page is published");
    render_body(&material, page, &mut Numbering::new()).html
}

#[track_caller]
fn check(files: &[(&str, &str)], page: &str, expected: &str) {
    let html = body(files, page).html;
    assert_eq!(html.trim_end(), expected, "\n--- got\n{html}\n--- expected\n{expected}\n");
}

/// The HTML of one page of nothing but this text.
#[track_caller]
fn check_text(text: &str, expected: &str) {
    check(&[("page.md", text)], "page", expected);
}

const VOID: [&str; 5] = ["br", "hr", "img", "wbr", "input"];
/// Every attribute that a body may have.
const ATTRIBUTES: [&str; 25] = [
    "class",
    "id",
    "href",
    "src",
    "alt",
    "title",
    "rel",
    "role",
    "aria-label",
    "tabindex",
    "loading",
    "width",
    "scope",
    "start",
    "data-kind",
    "lang",
    "dir",
    "colspan",
    "rowspan",
    "reversed",
    "value",
    "open",
    "height",
    "datetime",
    "cite",
];

/// What holds of every body, whatever was written: balanced, no ids twice, nothing that runs or styles, no comments.
#[track_caller]
fn assert_sound(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut ids = BTreeSet::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        assert!(!before.contains('>'), "a bare > in {html}");
        let end = after.find('>').unwrap_or_else(|| panic!("an open tag in {html}"));
        let (tag, after) = after.split_at(end);
        rest = &after[1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "unbalanced: {html}");
            continue;
        }
        let name = tag.split(' ').next().unwrap_or_default();
        assert!(
            name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()) && !name.is_empty(),
            "<{tag}> in {html}"
        );
        assert!(!["script", "style", "iframe", "form", "svg", "object"].contains(&name), "<{tag}> in {html}");
        let mut attributes = &tag[name.len()..];
        while !attributes.is_empty() {
            let (attribute, after) =
                attributes.split_once("=\"").unwrap_or_else(|| panic!("<{tag}> in {html}"));
            let (value, after) = after.split_once('"').unwrap_or_else(|| panic!("<{tag}> in {html}"));
            attributes = after;
            let attribute = attribute.trim_start();
            assert!(ATTRIBUTES.contains(&attribute), "{attribute} in {html}");
            if attribute == "id" {
                assert!(ids.insert(value.to_owned()), "the id {value} twice in {html}");
            }
            if ["href", "src"].contains(&attribute) {
                let lower = value.to_ascii_lowercase();
                let scheme = lower.split(['/', '?', '#']).next().and_then(|start| start.split_once(':'));
                let safe =
                    scheme.is_none_or(|(scheme, _)| ["http", "https", "mailto", "tel"].contains(&scheme));
                assert!(safe, "{value} in {html}");
            }
        }
        if name == "a" {
            assert!(!open.contains(&"a"), "a link inside a link: {html}");
        }
        if ["p", "div", "ul", "ol", "table", "blockquote", "aside", "figure", "pre", "h2"].contains(&name) {
            let parent = open.last().copied().unwrap_or("div");
            assert!(
                !["p", "b", "em", "span", "strong", "a", "h2", "h3", "mark", "ul", "tr"].contains(&parent),
                "<{name}> in <{parent}>: {html}"
            );
        }
        if !VOID.contains(&name) {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?} left open in {html}");
}
