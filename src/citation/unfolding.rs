//! Before a BibTeX file is unfolded: whether that comes to an end.
//!
//! An abbreviation can be made of others, an entry can take fields from others, a command can hold commands. The library
//! follows all three by recursion and asks for no end; a file that leads in a circle would end the program. So what leads
//! in a circle, too far, or to too much is refused here first.

use std::collections::BTreeMap;

use biblatex::{Bibliography, RawBibliography, RawChunk};

use super::import::BibtexError;
use crate::text::nesting::deepest;

/// How many steps abbreviations or references may lead on.
const MOST_STEPS: usize = 20;
/// How many pieces one of them may come to.
const MOST_PIECES: usize = 10_000;
/// How many pieces a value may be joined of by `#`: each joining copies what was joined before.
const MOST_JOINED: usize = 1_000;
/// How deep braces may stand in braces.
const MOST_BRACES: usize = 100;

/// The fields by which an entry takes fields from others, and names under which the library leaves them alone.
const REFERENCES: [(&str, &str); 2] = [("crossref", "redstring-crossref"), ("xdata", "redstring-xdata")];

/// Refuse what would not come to an end, or to one too far away.
pub(super) fn check(raw: &RawBibliography<'_>) -> Result<(), BibtexError> {
    joined(raw)?;
    braces(raw)?;
    abbreviations(raw)?;
    references(raw)
}

fn joined(raw: &RawBibliography<'_>) -> Result<(), BibtexError> {
    let fields = raw.entries.iter().flat_map(|entry| &entry.v.fields).chain(&raw.abbreviations);
    let many = fields.into_iter().find(|field| field.value.v.len() > MOST_JOINED);
    many.map_or(Ok(()), |field| {
        Err(BibtexError {
            offset: field.key.span.start,
            message: format!("a value is joined of more than {MOST_JOINED} pieces by `#` here"),
            help: "write it as one piece",
        })
    })
}

fn braces(raw: &RawBibliography<'_>) -> Result<(), BibtexError> {
    let fields = raw.entries.iter().flat_map(|entry| &entry.v.fields).chain(&raw.abbreviations);
    for chunk in fields.flat_map(|field| &field.value.v) {
        let RawChunk::Normal(text) = chunk.v else { continue };
        if deepest(text, b'{', b'}') > MOST_BRACES {
            return Err(BibtexError {
                offset: chunk.span.start,
                message: format!("braces stand in braces more than {MOST_BRACES} deep here"),
                help: "take the needless ones out",
            });
        }
    }
    Ok(())
}

fn abbreviations(raw: &RawBibliography<'_>) -> Result<(), BibtexError> {
    let mut made_of = BTreeMap::new();
    let mut places = BTreeMap::new();
    for abbreviation in &raw.abbreviations {
        let parts = abbreviation.value.v.iter().filter_map(|chunk| match chunk.v {
            RawChunk::Abbreviation(name) => Some(name),
            RawChunk::Normal(_) => None,
        });
        made_of.insert(abbreviation.key.v, parts.collect::<Vec<_>>());
        places.insert(abbreviation.key.v, abbreviation.key.span.start);
    }
    endless(&made_of).map_or(Ok(()), |name| {
        Err(BibtexError {
            offset: places.get(name).copied().unwrap_or_default(),
            message: format!("the abbreviation `{name}` is made of itself, or of too many others"),
            help: "write out what it stands for",
        })
    })
}

fn references(raw: &RawBibliography<'_>) -> Result<(), BibtexError> {
    // The library itself says what is referred to, with nothing followed: the fields have other names.
    let mut aside = raw.clone();
    for field in aside.entries.iter_mut().flat_map(|entry| &mut entry.v.fields) {
        if let Some((_, name)) = REFERENCES.iter().find(|(name, _)| field.key.v.eq_ignore_ascii_case(name)) {
            field.key.v = name;
        }
    }
    // What is wrong otherwise is told by who reads the file.
    let Ok(read) = Bibliography::from_raw(aside) else { return Ok(()) };
    let mut taken_from = BTreeMap::new();
    for entry in read.iter() {
        let [(_, crossref), (_, xdata)] = REFERENCES;
        let one = entry.get_as::<String>(crossref).into_iter();
        let several = entry.get_as::<Vec<String>>(xdata).into_iter().flatten();
        let others = one.chain(several).filter_map(|key| read.get(&key)).map(|other| other.key.as_str());
        taken_from.insert(entry.key.as_str(), others.collect::<Vec<_>>());
    }
    endless(&taken_from).map_or(Ok(()), |key| {
        let entry = raw.entries.iter().find(|entry| entry.v.key.v == key);
        Err(BibtexError {
            offset: entry.map_or(0, |entry| entry.v.key.span.start),
            message: format!("`{key}` takes fields from itself, or from too many others"),
            help: "take out the `crossref` or `xdata` that leads back or on",
        })
    })
}

/// The first that does not come to an end in so many steps and pieces.
fn endless<'a>(made_of: &BTreeMap<&'a str, Vec<&'a str>>) -> Option<&'a str> {
    let mut pieces: BTreeMap<&str, usize> = BTreeMap::new();
    for _ in 0..=MOST_STEPS {
        let whole = |(name, parts): (&&'a str, &Vec<&str>)| {
            let counted = parts.iter().filter(|part| made_of.contains_key(*part));
            let counted = counted.map(|part| pieces.get(part).copied());
            Some((*name, counted.sum::<Option<usize>>()?.saturating_add(parts.len() + 1)))
        };
        let known: Vec<_> =
            made_of.iter().filter(|(name, _)| !pieces.contains_key(**name)).filter_map(whole).collect();
        if known.is_empty() {
            break;
        }
        pieces.extend(known);
    }
    let bounded = |name: &&&str| pieces.get(**name).is_some_and(|pieces| *pieces <= MOST_PIECES);
    made_of.keys().find(|name| !bounded(name)).copied()
}

#[cfg(test)]
mod tests {
    use crate::citation::import;

    fn refused(text: &str) -> String {
        import::sources(text).unwrap_err().message
    }

    #[test]
    fn what_leads_in_a_circle_is_refused() {
        for text in [
            "@string{a = a}@book{x, title = a}",
            "@string{a = b}@string{b = \"y\" # a}@book{x, title = a}",
            "@string{a = a}",
        ] {
            assert_eq!(
                refused(text),
                "the abbreviation `a` is made of itself, or of too many others",
                "{text}"
            );
        }
        for text in [
            "@book{a, crossref = {a}}",
            "@book{a, xdata = {a}}",
            "@book{a, CrossRef = {b}}@book{b, xdata = {c, a}}@book{c,}",
            "@string{s = \"b\"}@book{a, crossref = s}@book{b, crossref = \"{a}\"}",
            "@book{a, crossref = {c}}@book{b, ids = {c}, crossref = {a}}",
        ] {
            assert_eq!(refused(text), "`a` takes fields from itself, or from too many others", "{text}");
        }
    }

    #[test]
    fn what_leads_too_far_or_to_too_much_is_refused() {
        let chain: String =
            (0..5_000).map(|n| format!("@book{{a{n}, crossref = {{a{}}}}}\n", n + 1)).collect();
        assert!(refused(&chain).contains("too many others"));
        let doubled: String =
            (0..18).map(|n| format!("@string{{a{n} = a{m} # a{m}}}\n", m = n + 1)).collect();
        assert!(refused(&format!("{doubled}@string{{a18 = \"x\"}}")).contains("too many others"));
        let nested = format!("@book{{a, title = {{{}x{}}}}}", "\\emph{".repeat(50_000), "}".repeat(50_000));
        assert_eq!(refused(&nested), "braces stand in braces more than 100 deep here");
        let joined = format!("@book{{a, title = \"x\"{}}}", " # \"x\"".repeat(100_000));
        assert_eq!(refused(&joined), "a value is joined of more than 1000 pieces by `#` here");
    }

    #[test]
    fn what_comes_to_an_end_is_read() {
        let text = "@string{a = \"One\"}@string{b = a # \" two\"}\
                    @book{x, title = b # \" three\", crossref = {y}}\
                    @collection{y, title = {Y}, publisher = {Z}, crossref = {nowhere}}";
        let sources = import::sources(text).unwrap();
        assert!(sources[0].text.contains("title: \"One two three\"\n"), "{}", sources[0].text);
    }
}
