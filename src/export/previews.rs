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
    let mut parts = vec![BTreeMap::new(); preview_parts(dossier)];
    for page in dossier.all_pages() {
        let file = dossier.file_of_facts(page.facts());
        let nth = preview_part(&file, parts.len());
        parts[nth].insert(file, page);
    }
    // Part by part: the cards of all pages are never held at once.
    let made = parts.par_iter().enumerate().map(|(nth, pages)| {
        let cards = pages.iter().filter_map(|(file, page)| Some((file.as_str(), viewer.preview(page)?)));
        SiteFile::text(format!("previews/{nth}.js"), script(cards))
    });
    made.collect()
}

/// The cards of one part, one on each line, so that a change of one is a change of one line.
fn script<'a>(cards: impl Iterator<Item = (&'a str, PreviewView)>) -> String {
    let mut text = String::from("window.redstring.previews.add({\n");
    for (nth, (file, card)) in cards.enumerate() {
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
