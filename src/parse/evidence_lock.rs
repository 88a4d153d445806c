//! `evidence.lock` ↔ [`EvidenceLock`]: the shape of the file stands here alone.
//!
//! TOML, sorted by source and then by place in its copy, each value on a line of its own, so that two editors' changes
//! merge and a reviewer can read what is new.

use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::date::EdtfDate;
use crate::model::{EntityId, EvidenceLock, LockKey, Locked};
use crate::text::{Checked, ContentFile, Diagnostic, Span, rules};

const VERSION: u32 = 1;

const HEADER: &str = "# What the editors verified: each quotation, and where it stands in the copy of its source (bytes of the\n\
    # copy's text). `redstring verify` writes this file; commit it. Nothing of private pages stands here.\n\n";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LockFile {
    version: u32,
    #[serde(default, rename = "source")]
    sources: Vec<SourceEntry>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceEntry {
    id: String,
    sha256: String,
    #[serde(default, rename = "quotation")]
    quotations: Vec<QuotationEntry>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct QuotationEntry {
    words: String,
    /// `120-163, 204-210`.
    at: String,
    day: String,
    /// Whether words in brackets were put in by the editors; written where they were.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    inserted: bool,
}

/// Read a lock. What cannot be read confirms nothing.
#[must_use]
pub fn parse_lock(file: &ContentFile) -> Checked<EvidenceLock> {
    let invalid = |message: String, span: Option<Range<usize>>| {
        let diagnostic = Diagnostic::new(&rules::evidence::INVALID_LOCK, message)
            .help("take one side of a merge conflict, or delete the file, and run `redstring verify`");
        match span {
            Some(span) => diagnostic.at(&file.path, Span::from(span)),
            None => diagnostic.in_file(&file.path),
        }
    };
    let read: LockFile = match toml::from_str(&file.text) {
        Ok(read) => read,
        Err(error) => {
            let message = format!("this is no lock: {}", error.message());
            return Checked::new(EvidenceLock::default(), vec![invalid(message, error.span())]);
        }
    };
    let mut diagnostics = Vec::new();
    if read.version != VERSION {
        let message = format!("version {} of the lock is not known to this Redstring", read.version);
        return Checked::new(EvidenceLock::default(), vec![invalid(message, None)]);
    }
    let mut lock = EvidenceLock::default();
    for source in read.sources {
        let sha256: Arc<str> = source.sha256.as_str().into();
        for quotation in source.quotations {
            let (at, day) = (ranges(&quotation.at), EdtfDate::parse(&quotation.day).ok());
            let (Some(at), Some(day)) = (at, day) else {
                let message = format!("the entry of “{}” has no place or no day", quotation.words);
                diagnostics.push(invalid(message, None));
                continue;
            };
            let key = LockKey {
                source: EntityId::new(&source.id),
                sha256: sha256.clone(),
                words: quotation.words.into(),
            };
            lock.entries.insert(key, Locked { at, inserted: quotation.inserted, day });
        }
    }
    Checked::new(lock, diagnostics)
}

/// The lock as a file.
#[must_use]
pub fn lock_file(lock: &EvidenceLock) -> String {
    let mut sources: Vec<SourceEntry> = Vec::new();
    for (key, locked) in &lock.entries {
        let same =
            sources.last().is_some_and(|last| last.id == key.source.as_str() && last.sha256 == *key.sha256);
        if !same {
            let (id, sha256) = (key.source.to_string(), key.sha256.to_string());
            sources.push(SourceEntry { id, sha256, quotations: Vec::new() });
        }
        let words = key.words.to_string();
        let entry = QuotationEntry {
            words,
            at: in_words(&locked.at),
            day: locked.day.as_written().to_owned(),
            inserted: locked.inserted,
        };
        if let Some(source) = sources.last_mut() {
            source.quotations.push(entry);
        }
    }
    for source in &mut sources {
        source.quotations.sort_by_cached_key(|entry| {
            let first = ranges(&entry.at).and_then(|at| at.first().cloned()).unwrap_or_default();
            (first.start, first.end, entry.words.clone())
        });
    }
    let body = toml::to_string(&LockFile { version: VERSION, sources });
    // Strings and numbers alone: there is nothing in it that TOML could not say.
    format!("{HEADER}{}", body.unwrap_or_default())
}

fn in_words(at: &[Range<usize>]) -> String {
    let mut words = String::new();
    for range in at {
        let comma = if words.is_empty() { "" } else { ", " };
        let _ = write!(words, "{comma}{}-{}", range.start, range.end);
    }
    words
}

fn ranges(words: &str) -> Option<Vec<Range<usize>>> {
    let range = |part: &str| {
        let (start, end) = part.trim().split_once('-')?;
        let (start, end) = (start.parse().ok()?, end.parse().ok()?);
        (start < end).then_some(start..end)
    };
    words.split(',').map(range).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::ContentPath;

    fn lock(entries: &[(&str, &str, usize)]) -> EvidenceLock {
        let mut lock = EvidenceLock::default();
        for (source, words, start) in entries {
            let key =
                LockKey { source: EntityId::new(source), sha256: "00ff".into(), words: (*words).into() };
            let day = EdtfDate::parse("2026-11-21").unwrap();
            lock.entries
                .insert(key, Locked { at: vec![*start..*start + 4, 90..95], inserted: *start % 2 == 0, day });
        }
        lock
    }

    fn read(text: &str) -> Checked<EvidenceLock> {
        parse_lock(&ContentFile { path: ContentPath::new("evidence.lock"), text: text.into() })
    }

    #[test]
    fn a_lock_reads_as_it_was_written_in_the_order_of_the_copy() {
        let lock = lock(&[("b", "two \"x\"\n", 7), ("a", "later", 30), ("a", "sooner", 4)]);
        let text = lock_file(&lock);
        assert!(text.find("sooner") < text.find("later"), "{text}");
        assert!(text.find("later") < text.find("two"), "{text}");
        let checked = read(&text);
        assert_eq!((checked.value, checked.diagnostics), (lock, Vec::new()));
    }

    #[test]
    fn what_cannot_be_read_confirms_nothing() {
        for text in ["<<<<<<< HEAD", "version = 2", "version = 1\nx = 2"] {
            let checked = read(text);
            assert!(checked.value.entries.is_empty() && checked.diagnostics.len() == 1, "{text}");
        }
        let broken = lock_file(&lock(&[("a", "one", 4), ("a", "two", 9)])).replace("4-8", "8-4");
        let checked = read(&broken);
        assert_eq!((checked.value.entries.len(), checked.diagnostics.len()), (1, 1), "{broken}");
    }

    proptest! {
        #[test]
        fn any_words_come_back(words in "\\PC{1,30}", start in 0_usize..9999) {
            let lock = lock(&[("a", &words, start)]);
            prop_assert_eq!(read(&lock_file(&lock)).value, lock);
        }
    }
}
