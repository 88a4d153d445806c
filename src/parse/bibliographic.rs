//! What front matter says for bibliographies: a source's volume, pages and the like, and which part of a person's name
//! is which.

use std::str::FromStr;
use std::sync::Arc;

use hayagriva::citationberg::taxonomy::Kind;

use super::page::PageReader;

/// The fields of a source that are for bibliographies.
pub(super) const OF_SOURCES: [&str; 11] = [
    "source_type",
    "author_names",
    "container",
    "publisher_place",
    "volume",
    "issue",
    "pages",
    "edition",
    "doi",
    "isbn",
    "issn",
];

/// The fields of a person that are for bibliographies.
pub(super) const OF_PEOPLE: [&str; 2] = ["family_name", "given_name"];

/// What a bibliography says of a source besides author, publisher, title, dates and address; each may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct BibliographicFacts {
    /// A type of CSL 1.0.2: `article-newspaper`.
    pub source_type: Arc<str>,
    /// The authors by their parts, where `author` names them in words alone.
    pub author_names: Vec<PersonName>,
    /// What it appeared in: a journal, a newspaper, a book.
    pub container: Arc<str>,
    /// Where the publisher sits.
    pub publisher_place: Arc<str>,
    /// Volume.
    pub volume: Arc<str>,
    /// Issue or number.
    pub issue: Arc<str>,
    /// Pages: `4–6`.
    pub pages: Arc<str>,
    /// Edition.
    pub edition: Arc<str>,
    /// The DOI alone, without `https://doi.org/`.
    pub doi: Arc<str>,
    /// ISBN.
    pub isbn: Arc<str>,
    /// ISSN.
    pub issn: Arc<str>,
}

/// A person's name in its parts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PersonName {
    /// By which it is sorted.
    pub family: Arc<str>,
    /// The others; may be empty.
    pub given: Arc<str>,
}

impl PersonName {
    /// As a reader says it: "Ian Levy".
    #[must_use]
    pub fn in_order(&self) -> String {
        if self.given.is_empty() {
            self.family.to_string()
        } else {
            format!("{} {}", self.given, self.family)
        }
    }
}

impl PageReader<'_> {
    pub(super) fn bibliographic(&mut self) -> BibliographicFacts {
        let source_type = self.fields.one_of(
            "source_type",
            "a type of CSL, such as `article-newspaper`, `report`, `book` or `webpage`",
            |word| Kind::from_str(word).is_ok().then(|| word.into()),
        );
        let doi = self.fields.one_of("doi", "a DOI, such as `10.1000/182`", |word| doi(word).map(Arc::from));
        BibliographicFacts {
            source_type: source_type.unwrap_or_else(|| "".into()),
            author_names: self
                .fields
                .plains("author_names")
                .iter()
                .map(|name| by_comma(&name.text))
                .collect(),
            container: self.fields.words("container"),
            publisher_place: self.fields.words("publisher_place"),
            volume: self.fields.words("volume"),
            issue: self.fields.words("issue"),
            pages: self.fields.words("pages"),
            edition: self.fields.words("edition"),
            doi: doi.unwrap_or_else(|| "".into()),
            isbn: self.fields.words("isbn"),
            issn: self.fields.words("issn"),
        }
    }

    pub(super) fn person_name(&mut self) -> Option<PersonName> {
        let (family, given) = (self.fields.words("family_name"), self.fields.words("given_name"));
        (!family.is_empty()).then_some(PersonName { family, given })
    }
}

/// `Smith, Jane`; a name without a comma, or in braces, is one: `{ACME, Inc.}`.
fn by_comma(written: &str) -> PersonName {
    let whole = written.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let (family, given) = whole.map(|whole| (whole, "")).unwrap_or_else(|| in_parts(written));
    PersonName { family: family.trim().into(), given: given.trim().into() }
}

fn in_parts(written: &str) -> (&str, &str) {
    written.split_once(',').unwrap_or((written, ""))
}

/// The DOI in what people copy: with its address, or with `doi:` before it.
#[must_use]
pub fn doi(written: &str) -> Option<&str> {
    const BEFORE: [&str; 6] =
        ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:", "DOI:"];
    let bare = BEFORE.iter().find_map(|before| written.strip_prefix(before)).unwrap_or(written).trim();
    let is_doi = bare.starts_with("10.") && bare.contains('/') && !bare.contains(char::is_whitespace);
    is_doi.then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::doi;

    #[test]
    fn a_doi_is_known_as_people_copy_it() {
        for written in ["10.1000/182", "https://doi.org/10.1000/182", "doi: 10.1000/182"] {
            assert_eq!(doi(written), Some("10.1000/182"), "{written}");
        }
        for written in ["", "182", "10.1000", "10.1000/1 82", "https://example.org/10.1000/182"] {
            assert_eq!(doi(written), None, "{written}");
        }
    }
}
