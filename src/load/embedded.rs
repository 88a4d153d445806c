//! The templates and the theme that the binary brings along, so that it works in an empty folder.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::ThemeFile;
use crate::text::{ContentFile, ContentPath};

macro_rules! embedded {
    ($folder:literal: $($name:literal),* $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../", $folder, "/", $name)))),*]
    };
}

/// Name and bytes of each built-in file of one folder.
type Embedded = &'static [(&'static str, &'static [u8])];

/// The built-in templates, by name.
pub const TEMPLATES: Embedded = embedded!("templates":);

/// The built-in theme, by name.
pub const THEME: Embedded = embedded!("theme":);

/// All templates in name order, the dossier's own in place of built-in ones.
pub(super) fn templates(own: Vec<ContentFile>) -> Vec<ContentFile> {
    let mut by_path: BTreeMap<ContentPath, Arc<str>> = TEMPLATES
        .iter()
        .map(|(name, bytes)| {
            let text = String::from_utf8_lossy(bytes).into_owned().into();
            (ContentPath::new(&format!("templates/{name}")), text)
        })
        .collect();
    by_path.extend(own.into_iter().map(|file| (file.path, file.text)));
    by_path.into_iter().map(|(path, text)| ContentFile { path, text }).collect()
}

/// All theme files in name order, the dossier's own in place of built-in ones.
pub(super) fn theme(own: Vec<ThemeFile>) -> Vec<ThemeFile> {
    let mut by_name: BTreeMap<Arc<str>, Cow<'static, [u8]>> =
        THEME.iter().map(|(name, bytes)| ((*name).into(), Cow::Borrowed(*bytes))).collect();
    by_name.extend(own.into_iter().map(|file| (file.name, file.bytes)));
    by_name.into_iter().map(|(name, bytes)| ThemeFile { name, bytes }).collect()
}
