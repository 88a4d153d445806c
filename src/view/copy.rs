//! The text of a source, as its page shows it.

use serde::Serialize;

use super::viewer::Viewer;
use crate::link::address::relative;
use crate::markup::CopyHtml;
use crate::parse::copy::Nature;
use crate::parse::facts::PageFacts;

/// The text of a source with the annotations in it.
#[derive(Debug, Clone, Serialize)]
pub struct CopyView {
    /// Safe HTML, to be placed as it is.
    pub html: String,
    /// What the copy is: `text`, `markdown`, `html`, `pdf`.
    pub format: String,
    /// Whether the text was extracted from a file that need not say which words belong together.
    pub is_extracted: bool,
    /// Its annotations, in the order of their marks.
    pub annotations: Vec<AnnotationView>,
    /// The annotations as W3C Web Annotations; empty where there are none.
    pub json_ld: String,
    /// The style sheet that shows which words a note belongs to; empty where there are no annotations.
    pub style: String,
}

/// An annotation of a source's text.
#[derive(Debug, Clone, Serialize)]
pub struct AnnotationView {
    /// Its number, from 1.
    pub number: usize,
    /// The words that it is about, as the source has them.
    pub words: String,
    /// `#part.annotation-1`.
    pub href: String,
}

impl Viewer<'_> {
    /// Whether the text of the source with these facts was extracted from its copy.
    pub(super) fn is_extracted(&self, facts: &PageFacts) -> bool {
        let copy = self.material.evidence.annotated(&facts.id);
        copy.is_some_and(|copy| copy.text.nature == Nature::Pdf)
    }

    /// The text of the source with these facts.
    pub(super) fn copy(&self, facts: &PageFacts, copy: CopyHtml) -> Option<CopyView> {
        let text = self.material.evidence.annotated(&facts.id)?.text;
        let annotations: Vec<_> = (1..)
            .zip(&copy.annotations)
            .map(|(number, annotation)| {
                let words = text.text.get(annotation.range.clone()).unwrap_or_default();
                AnnotationView {
                    number,
                    words: words.split_whitespace().collect::<Vec<_>>().join(" "),
                    href: format!("#part.annotation-{number}"),
                }
            })
            .collect();
        let beside =
            |file: String| if annotations.is_empty() { String::new() } else { relative(&self.file, &file) };
        Some(CopyView {
            format: match text.nature {
                Nature::Text => "text",
                Nature::Markdown => "markdown",
                Nature::Html => "html",
                Nature::Pdf => "pdf",
            }
            .into(),
            is_extracted: text.nature == Nature::Pdf,
            json_ld: beside(self.dossier.file_of_annotations(facts)),
            style: beside(self.dossier.file_of_annotation_styles(facts)),
            html: copy.html,
            annotations,
        })
    }
}
