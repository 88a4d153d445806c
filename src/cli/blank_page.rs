//! A new page's text: the fields of its kind, with what may stand in them.
//!
//! What an editor will want on most pages is there and empty, which counts as absent; what only some pages have is
//! commented out, so that a `#` less is all it takes.

use std::fmt::Write as _;

use crate::model::{Kind, KindId, Relation, Settings, vocabulary};

/// The text of a page of this kind, or of a plain page.
pub(super) fn blank_page(settings: &Settings, kind: Option<&Kind>, title: &str) -> String {
    let mut text = String::from("---\n");
    // A JSON string is a YAML string, whatever stands in it.
    line(&mut text, format_args!("title: {}", serde_json::Value::from(title)));
    if !settings.publish_by_default {
        line(
            &mut text,
            format_args!("# publish: true  # this dossier publishes nothing that does not say so"),
        );
    }
    if let Some(kind) = kind {
        line(&mut text, format_args!("aliases: []"));
        line(&mut text, format_args!("summary:"));
        dates(&mut text, kind);
        particulars(&mut text, kind);
        relations(&mut text, settings, kind);
    } else {
        line(&mut text, format_args!("summary:"));
    }
    line(&mut text, format_args!("tags: []"));
    line(&mut text, format_args!("sources: []  # [\"source-id, p. 2\"]"));
    text.push_str("---\n\n");
    if kind.is_some_and(|kind| kind.id.as_str() == vocabulary::CLAIM) {
        text.push_str(EVIDENCE);
    }
    text
}

/// How evidence is written, in a comment, which never goes out.
const EVIDENCE: &str = "%%
Evidence for a claim stands here, each with the words that were said or written:

> [!supports] [@source-id, para. 4]
> “…”

`reports`, `supports` or `contradicts`. This comment does not go out; delete it when you know.
%%
";

fn dates(text: &mut String, kind: &Kind) {
    line(
        text,
        format_args!(
            "# Dates: 2017-12-01, 2017-12, 2017-09~ (around), 2017? (uncertain), 2017-11-28/2017-12-01"
        ),
    );
    if kind.dates.is_empty() {
        line(text, format_args!("date:"));
    }
    for date in &kind.dates {
        line(text, format_args!("{}:", date.field));
    }
}

fn particulars(text: &mut String, kind: &Kind) {
    text.push_str(match kind.id.as_str() {
        vocabulary::CLAIM => {
            "status:  # unverified, supported, disputed, denied or refuted\n\
             credibility:  # 1 (confirmed) to 6 (cannot be judged)\n\
             # likelihood: likely  # a word of the PHIA yardstick, or of ICD-203: \"ICD-203: very likely\"\n"
        }
        vocabulary::SOURCE => {
            "author:\n\
             publisher:\n\
             url:\n\
             # archived: https://…  # the address of an archived copy\n\
             # file: copy.pdf  # a local copy, beside this file; goes out only with `publish_copy: true`\n\
             # rights: …\n\
             reliability:  # A (completely reliable) to F (cannot be judged)\n"
        }
        _ => "",
    });
}

/// The relations that can lead from this kind, those made for it first; without those that the page has already: a
/// source's `author` is one of its particulars.
fn relations(text: &mut String, settings: &Settings, kind: &Kind) {
    let has = |relation: &&Relation| {
        let written = format!("{}:", relation.id);
        text.lines().any(|line| line.starts_with(&written))
    };
    let own = settings.relations.values().filter(|relation| relation.from.contains(&kind.id));
    let any = settings.relations.values().filter(|relation| relation.from.is_empty());
    let lines: String = own
        .chain(any)
        .filter(|relation| !has(relation))
        .map(|relation| format!("# {}: \"[[id]]\"  # {}\n", relation.id, leads_to(settings, relation)))
        .collect();
    line(
        text,
        format_args!("# Relations, and the kinds that they lead to; the other page shows them by itself:"),
    );
    text.push_str(&lines);
}

fn leads_to(settings: &Settings, relation: &Relation) -> String {
    let name = |id: &KindId| {
        settings.kind(id.as_str()).map_or_else(|| id.to_string(), |kind| kind.singular.to_lowercase())
    };
    match relation.to.as_slice() {
        [] => "any kind".into(),
        kinds => kinds.iter().map(name).collect::<Vec<_>>().join(" or "),
    }
}

fn line(text: &mut String, words: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{words}");
}
