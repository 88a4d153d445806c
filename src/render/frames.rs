//! What stands around pages, drawn once for all that have the same.
//!
//! Its values and the blocks of `frame.html` that are drawn from them hang on a page's [`Standing`] alone. So they are
//! kept by it, and a page takes them as they are: whoever comes first draws them, and it makes no difference who that is.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use tera::{Context, Map, Value};

use super::Templates;
use crate::text::Diagnostic;
use crate::view::{Frame, Standing, Viewer};

/// The template of what is drawn once.
const TEMPLATE: &str = "frame.html";

/// Its blocks, which templates find under `frame`.
const BLOCKS: [&str; 5] = ["feeds", "theme", "masthead", "colophon", "imprint"];

/// How many standings are kept. A dossier has some for each of its folders; only one with redirects from thousands of
/// former folders has more, and what is beyond is drawn when it is needed.
const KEPT: usize = 512;

/// What stands around the pages of one edition.
#[derive(Debug, Default)]
pub struct Frames(RwLock<BTreeMap<Standing, Arc<Context>>>);

impl Frames {
    /// What the templates of a page with this frame are given, but for the page's own view.
    ///
    /// # Errors
    /// A diagnostic at the place in `frame.html` that could not be drawn.
    pub(super) fn context(
        &self,
        viewer: &Viewer<'_>,
        templates: &Templates,
        frame: &Frame,
    ) -> Result<Context, Box<Diagnostic>> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&frame.standing).cloned();
        let shared = match kept {
            Some(shared) => shared,
            None => {
                let drawn = Arc::new(draw(viewer, templates)?);
                let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
                if kept.len() < KEPT {
                    kept.insert(frame.standing.clone(), drawn.clone());
                }
                drawn
            }
        };
        let mut context = (*shared).clone();
        context.insert_value("page", Templates::value(&frame.page)?);
        Ok(context)
    }
}

fn draw(viewer: &Viewer<'_>, templates: &Templates) -> Result<Context, Box<Diagnostic>> {
    let mut context = Templates::context(&viewer.surroundings())?;
    let mut drawn = Map::new();
    for block in BLOCKS {
        let html = templates.block(TEMPLATE, block, &context)?;
        drawn.insert(block.into(), Value::safe_string(&html));
    }
    context.insert_value("frame", drawn.into());
    Ok(context)
}
