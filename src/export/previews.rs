//! The cards that links show when a reader hovers over them: classic scripts, so that they also load from a disk.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::SiteFile;
use crate::link::PageAddress;
use crate::markup::Material;
use crate::view::{PreviewView, Viewer, preview_part, preview_parts};

/// One file for each part, by number: `previews/0.js`.
pub(super) fn files(material: &Material) -> Vec<SiteFile<'static>> {
    let dossier = &material.dossier;
    // Nothing in a card is an address, so it does not matter which page it is seen from.
    let viewer = Viewer::new(material, &PageAddress::Home);
    let cards: Vec<_> = dossier
        .all_pages()
        .par_iter()
        .filter_map(|page| Some((dossier.file_of_facts(page.facts()), viewer.preview(page)?)))
        .collect();
    let mut parts = vec![BTreeMap::new(); preview_parts(dossier)];
    for (file, card) in cards {
        let nth = preview_part(&file, parts.len());
        parts[nth].insert(file, card);
    }
    let named = (0..).zip(&parts).map(|(nth, cards)| (format!("previews/{nth}.js"), script(cards)));
    named.map(|(path, text)| SiteFile::text(path, text)).collect()
}

/// The cards of one part, one on each line, so that a change of one is a change of one line.
fn script(cards: &BTreeMap<String, PreviewView>) -> String {
    let mut text = String::from("window.redstring.previews.add({\n");
    for (nth, (file, card)) in cards.iter().enumerate() {
        if nth > 0 {
            text.push_str(",\n");
        }
        text.push_str(&serde_json::json!(file).to_string());
        text.push(':');
        text.push_str(&serde_json::json!(card).to_string());
    }
    text.push_str("\n});\n");
    text
}
