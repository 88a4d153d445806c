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
}
