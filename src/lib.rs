//! Redstring: a static site generator for annotated dossiers.
//!
//! The floors below stand in order: a module imports only from modules above it in this list
//! (`tests/architecture.rs` holds that). Data flows down the list, one value type per arrow:
//!
//! ```text
//! load ──ContentTree──▶ parse ──ParsedPage + PageFacts──▶ link ──Dossier──▶ evidence ──Evidence──▶ citation ──Citations──▶
//! markup ──Body──▶ view ──View──▶ render ──Page──▶ write
//! ```
//!
//! [`pipeline`] is the program on one screen; [`workspace`] keeps what its first half made between edits. `ARCHITECTURE.md` tells what holds everywhere.

pub mod text;

pub mod model;

pub mod layout;

pub mod load;

pub mod parse;

pub mod link;

pub mod evidence;

pub mod citation;

pub mod markup;

pub mod view;

pub mod render;

pub mod export;

pub mod write;

pub mod pipeline;

pub mod workspace;

pub mod proof;

pub mod last_build;

pub mod audit;

pub mod report;

pub mod serve;

pub mod cli;
