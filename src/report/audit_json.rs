//! An audit as JSON Lines: first the summary, then one object for each thing; the schema only ever grows.
//!
//! | `type` | further keys |
//! |---|---|
//! | `summary` | the counts: `pages_out`, `attachments_out`, `attachments_speaking`, `attachments_unread`, `pages_kept`, `passages_kept`, `fields_kept`, `attachments_kept`, `spoken`, `not_sought` |
//! | `spoken` | `name`, `of` (the private file), `family`, `in` (`page`, `settings`, `theme`, `file-name`, `attachment`, `statement`), `file`, `line`, `column`, `words` |
//! | `not-sought` | `name`, `of`, `family`, `why` (`short`, `published`, `part-of-published`) |
//! | `page` | `out`, `file`, `to` (its file in the site, where it goes out), `why` (`default`, `field`, `folder`, `unreadable`, `unclear`, `settings`), `line`, `column` |
//! | `hidden` | `file`, `comments`, `callouts`, `line`, `column` (of the first) |
//! | `field` | `out`, `field`, `pages` where it goes out, else `file`, `line`, `column` for each place |
//! | `attachment` | `out`, `file`, `why` (`used`, or `folder`, `copy`, `unused`); where it goes out `to`, `bytes`, `as` (`cleaned`, `text`, `document`, `unread`, `refused`), `statements`, `used` (places) |
//!
//! Where others can read the log, the summary is all there is.

use serde_json::{Value, json};

use super::audit::AuditShown;
use super::json::push_escaped;
use crate::audit::{At, Audit, GoesAs, KeptFor, Said, WhyKept, WhyNot, WhyOut};

/// The audit, one object a line.
#[must_use]
pub fn audit_json(audit: &Audit, shown: AuditShown) -> String {
    let mut lines = vec![summary(audit)];
    if !shown.mask_private {
        lines.extend(spoken(audit));
        lines.extend(pages(audit));
        lines.extend(fields(audit));
        lines.extend(attachments(audit));
    }
    let mut out = String::new();
    for line in lines {
        push_escaped(&mut out, &line.to_string());
        out.push('\n');
    }
    out
}

fn summary(audit: &Audit) -> Value {
    let summary = audit.summary();
    json!({
        "type": "summary",
        "pages_out": summary.pages_out,
        "attachments_out": summary.attachments_out,
        "attachments_speaking": summary.attachments_speaking,
        "attachments_unread": summary.attachments_unread,
        "pages_kept": summary.pages_kept,
        "passages_kept": summary.passages_kept,
        "fields_kept": summary.fields_kept,
        "attachments_kept": summary.attachments_kept,
        "spoken": summary.spoken,
        "not_sought": summary.not_sought,
    })
}

/// With the file, line and column of a place.
fn at(mut value: Value, at: &At) -> Value {
    value["file"] = json!(at.path.as_str());
    value["line"] = json!(at.spot.map(|(line, _)| line));
    value["column"] = json!(at.spot.map(|(_, column)| column));
    value
}

fn spoken(audit: &Audit) -> impl Iterator<Item = Value> {
    let said = audit.spoken.iter().map(|said| {
        let value = json!({
            "type": "spoken",
            "name": &*said.name.name,
            "of": said.name.of.as_str(),
            "family": said.name.family,
            "in": match said.said {
                Said::Page => "page",
                Said::Settings => "settings",
                Said::Theme => "theme",
                Said::FileName => "file-name",
                Said::Attachment => "attachment",
                Said::Statement => "statement",
            },
            "words": said.words,
        });
        at(value, &said.at)
    });
    said.chain(audit.not_sought.iter().map(|left| {
        json!({
            "type": "not-sought",
            "name": &*left.name.name,
            "of": left.name.of.as_str(),
            "family": left.name.family,
            "why": match left.why {
                WhyNot::Short => "short",
                WhyNot::Published => "published",
                WhyNot::PartOfPublished => "part-of-published",
            },
        })
    }))
}

fn pages(audit: &Audit) -> impl Iterator<Item = Value> {
    let out = audit.pages.iter().map(|page| {
        let value = json!({"type": "page", "out": true, "file": page.path.as_str(), "to": page.file});
        match &page.why {
            WhyOut::Default => with_why(value, "default", None),
            WhyOut::Field(place) => with_why(value, "field", Some(place)),
        }
    });
    let kept = audit.kept_pages.iter().map(|page| {
        let value = json!({"type": "page", "out": false, "file": page.path.as_str()});
        match &page.why {
            WhyKept::Default => with_why(value, "default", None),
            WhyKept::Field(place) => with_why(value, "field", Some(place)),
            WhyKept::Folder => with_why(value, "folder", None),
            WhyKept::Unreadable => with_why(value, "unreadable", None),
            WhyKept::Unclear(place) => with_why(value, "unclear", Some(place)),
            WhyKept::Settings => with_why(value, "settings", None),
        }
    });
    let hidden = audit.hidden.iter().map(|hidden| {
        let value = json!({"type": "hidden", "comments": hidden.comments, "callouts": hidden.callouts});
        at(value, &hidden.first)
    });
    out.chain(kept).chain(hidden)
}

fn with_why(mut value: Value, why: &str, place: Option<&At>) -> Value {
    value["why"] = json!(why);
    match place {
        Some(place) => at(value, place),
        None => value,
    }
}

fn fields(audit: &Audit) -> impl Iterator<Item = Value> {
    let out = audit.fields.iter();
    let out = out.map(|out| json!({"type": "field", "out": true, "field": &*out.field, "pages": out.pages}));
    out.chain(audit.kept_fields.iter().flat_map(|kept| {
        let places = kept.places.iter();
        places.map(|place| at(json!({"type": "field", "out": false, "field": &*kept.field}), place))
    }))
}

fn attachments(audit: &Audit) -> impl Iterator<Item = Value> {
    let out = audit.attachments.iter().map(|out| {
        let statements = out.statements.iter();
        json!({
            "type": "attachment",
            "out": true,
            "file": out.path.as_str(),
            "to": out.file,
            "why": "used",
            "bytes": out.bytes,
            "as": match out.goes_as {
                GoesAs::Cleaned => "cleaned",
                GoesAs::Text => "text",
                GoesAs::Document => "document",
                GoesAs::Unread => "unread",
                GoesAs::Refused(_) => "refused",
            },
            "statements": statements.map(|said| json!({"of": said.name, "words": said.words})).collect::<Vec<_>>(),
            "used": out.used.iter().map(|place| at(json!({}), place)).collect::<Vec<_>>(),
        })
    });
    out.chain(audit.kept_attachments.iter().map(|kept| {
        let why = match kept.why {
            KeptFor::Folder => "folder",
            KeptFor::Copy => "copy",
            KeptFor::Unused => "unused",
        };
        json!({"type": "attachment", "out": false, "file": kept.path.as_str(), "why": why})
    }))
}
