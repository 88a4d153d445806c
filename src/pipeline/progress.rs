//! What a run does and how far it is.
//!
//! The pipeline has neither a clock nor a terminal: it tells a [`Watcher`] which [`Phase`] begins and each step of it that
//! is done, and whoever asked for the run makes of that a line on the screen or a table of times.

/// What a run does, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// The dossier is read from the disk.
    Load,
    /// What was read is compared with what the last build was made of, and the site with what it wrote.
    Compare,
    /// Its files are taken apart, each by itself.
    Parse,
    /// The templates are compiled.
    Templates,
    /// All pages are linked.
    Link,
    /// What is quoted is compared with the copies of its sources.
    Evidence,
    /// Every entity gets its place on the map of the network.
    Network,
    /// The files beside the pages are made, and written where the run writes.
    Files,
    /// The pages are made, and written where the run writes.
    Pages,
    /// The index of the search is made and written.
    Search,
    /// The new site takes the place of the old one.
    Publish,
}

impl Phase {
    /// Its name, for machines and tables: `load`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Load => "load",
            Self::Compare => "compare",
            Self::Parse => "parse",
            Self::Templates => "templates",
            Self::Link => "link",
            Self::Evidence => "evidence",
            Self::Network => "network",
            Self::Files => "files",
            Self::Pages => "pages",
            Self::Search => "search",
            Self::Publish => "publish",
        }
    }

    /// What is done in it, for a person who waits: "Reading the dossier".
    #[must_use]
    pub fn doing(self) -> &'static str {
        match self {
            Self::Load => "Reading the dossier",
            Self::Compare => "Comparing with the last build",
            Self::Parse => "Taking the files apart",
            Self::Templates => "Compiling the templates",
            Self::Link => "Linking the pages",
            Self::Evidence => "Comparing quotations",
            Self::Network => "Drawing the network",
            Self::Files => "Making files beside the pages",
            Self::Pages => "Making pages",
            Self::Search => "Indexing for the search",
            Self::Publish => "Publishing the site",
        }
    }
}

/// Whom a run tells what it does. Steps are told from many threads.
pub trait Watcher: Sync {
    /// A phase begins, of so many steps, or of none that could be counted; the one before has ended.
    fn begins(&self, phase: Phase, steps: usize);
    /// One step of the phase is done.
    fn step(&self);
}

/// Nobody watches.
#[derive(Debug, Clone, Copy)]
pub struct Unwatched;

impl Watcher for Unwatched {
    fn begins(&self, _: Phase, _: usize) {}

    fn step(&self) {}
}
