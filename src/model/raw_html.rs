//! What becomes of HTML that is written in a body.

/// How much HTML written by hand is believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RawHtml {
    /// No tag stays, only the words between.
    Off,
    /// What is known to be harmless stays.
    #[default]
    AllowList,
    /// Everything stays that does not give away what is private, and that the pages' policy lets work.
    Trusted,
}

/// Elements whose content is not words for readers: they go with all that is in them.
const DROPPED_WHOLE: [&str; 17] = [
    "script", "style", "template", "iframe", "noscript", "noembed", "noframes", "object", "svg", "math",
    "select", "textarea", "title", "xmp", "head", "audio", "video",
];

/// Of HTML that is believed, what is left out with all that is in it.
const LEFT_OUT_WHOLE: [&str; 16] = [
    "script",
    "style",
    "template",
    "iframe",
    "noscript",
    "noembed",
    "noframes",
    "frameset",
    "object",
    "applet",
    "head",
    "title",
    "xmp",
    "plaintext",
    "portal",
    "fencedframe",
];

impl RawHtml {
    /// What `site.toml` calls them.
    pub const WORDS: [&'static str; 3] = ["off", "allow-list", "trusted"];

    /// The one of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "off" => Self::Off,
            "allow-list" => Self::AllowList,
            "trusted" => Self::Trusted,
            _ => return None,
        })
    }

    /// Which elements go with all that is in them, by their names in any case.
    #[must_use]
    pub fn dropped_whole(self) -> fn(&str) -> bool {
        match self {
            Self::Trusted => |name| is_one_of(name, &LEFT_OUT_WHOLE),
            Self::Off | Self::AllowList => |name| is_one_of(name, &DROPPED_WHOLE),
        }
    }
}

/// Whether a tag or an attribute has one of these names, in any case.
#[must_use]
pub fn is_one_of(name: &str, names: &[&str]) -> bool {
    names.iter().any(|other| other.eq_ignore_ascii_case(name))
}
