//! The dossier in a browser while it is being written: every change shows as soon as it is linked.
//!
//! ```text
//! watch ──Batch──▶ rounds ──Shown──▶ stage ◀── answer ◀── guard ◀── browser
//! ```
//!
//! 1. [`watch`] tells when files of the dossier have changed, once for all files of one save or checkout.
//! 2. [`rounds`] reads the dossier anew, puts the new [`Edition`] on the stage, and draws all of its pages in the
//!    background to find what is wrong on those that nobody looks at.
//! 3. [`stage`] holds what is shown now: the last edition without errors, and what is wrong since; [`search_index`] makes the
//!    files of the search for it.
//! 4. [`guard`] turns away whoever is not this machine's own browser; [`answer`] gives pages, files and events to the
//!    others; [`additions`] puts the reload script and the problems into a page.
//!
//! Only the loopback address is listened on, and nothing is written to disk: pages are drawn when asked for.

mod additions;
mod answer;
mod error;
mod guard;
mod media;
mod rounds;
mod search_index;
mod stage;
mod watch;

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

pub use error::ServeError;

use crate::load::LoadError;
use crate::pipeline::{Edition, Wishes};
use crate::text::Diagnostic;
use rounds::Rounds;
use stage::Stage;
use watch::Watch;

/// Where the server listens when nobody says.
pub const DEFAULT_PORT: u16 = 4747;

/// So many ports after the default one are tried before any free one is taken.
const NEXT_PORTS: u16 = 20;

/// A port to listen on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Port {
    /// This one and no other; 0 for any that is free.
    Exactly(u16),
    /// [`DEFAULT_PORT`], or the next that is free.
    Default,
}

/// What happened, for whoever started the server.
#[derive(Debug)]
pub enum Event<'a> {
    /// The dossier was read and linked. With an error among the diagnostics the edition before it stays on show.
    Read {
        /// What was read.
        edition: &'a Edition,
        /// What is wrong in it.
        diagnostics: &'a [Diagnostic],
        /// How long it took.
        time: Duration,
        /// Whether it is the first.
        first: bool,
    },
    /// All pages and files of the last edition were made, and some could not be.
    Undrawn {
        /// The edition.
        edition: &'a Edition,
        /// What is wrong in its templates and attachments.
        diagnostics: &'a [Diagnostic],
    },
    /// The folder could not be read at all; the edition before stays on show.
    Unreadable(&'a LoadError),
    /// Changes can be missed from now on.
    Unwatched(&'a str),
}

/// A server that has its port.
#[derive(Debug)]
pub struct Server {
    root: PathBuf,
    listener: TcpListener,
    address: SocketAddr,
}

impl Server {
    /// Take a port of the loopback address for the dossier in `root`.
    ///
    /// # Errors
    /// When the port cannot be had.
    pub fn bind(root: &Path, port: Port) -> Result<Self, ServeError> {
        let listen = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
        let listener = match port {
            Port::Exactly(port) => listen(port).map_err(|error| ServeError::Port(port, error))?,
            Port::Default => (DEFAULT_PORT..=DEFAULT_PORT + NEXT_PORTS)
                .find_map(|port| listen(port).ok())
                .map_or_else(|| listen(0), Ok)
                .map_err(|error| ServeError::Port(DEFAULT_PORT, error))?,
        };
        let address = listener.local_addr().map_err(ServeError::Network)?;
        Ok(Self { root: root.to_owned(), listener, address })
    }

    /// The address of the home page.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Read the dossier and serve it until the person interrupts. With `mask_private`, problems do not show what is
    /// private.
    ///
    /// # Errors
    /// When there is no dossier, or its folder cannot be watched or served.
    pub fn run(
        self,
        mask_private: bool,
        tell: impl Fn(Event<'_>) + Send + Sync + 'static,
    ) -> Result<(), ServeError> {
        let network = ServeError::Network;
        // What changes while the dossier is read the first time must not be missed: watch, then read.
        let watch = Watch::start(&self.root).map_err(|error| ServeError::Watch(self.root.clone(), error))?;
        let stage = Arc::new(Stage::new());
        // In place of the dossier's own: the 404 page takes its path from it, and here the site stands at the top.
        let wishes = Wishes { base_url: Some(self.address().into()), ..Wishes::default() };
        let rounds = Rounds::new(&self.root, wishes, stage.clone(), mask_private, Arc::new(tell));
        rounds.start(watch).map_err(ServeError::Load)?;

        self.listener.set_nonblocking(true).map_err(network)?;
        let runtime =
            tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(ServeError::Network)?;
        let served = runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            tokio::select! {
                // The signal is caught before the first request is answered.
                biased;
                interrupted = tokio::signal::ctrl_c() => interrupted,
                served = axum::serve(listener, answer::router(stage, self.address.port(), mask_private)) => served,
            }
        });
        // Browsers keep their event streams open for ever: nothing waits for them.
        runtime.shutdown_background();
        served.map_err(network)
    }
}
