//! All tests of Redstring from outside, as one program: it is linked once, and all cores have something to do until the
//! last test is through.
//!
//! Each module is about one promise and can be run by itself: `cargo test --test suite spec::`. Modules know nothing of each
//! other; they share [`program`], which starts Redstring, and [`repository`], which starts Git. Dossiers, transcripts and
//! examples lie beside this folder, as `tests/README.md` lists.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic, also in its own functions")]
#![allow(clippy::disallowed_methods, reason = "tests lay out dossiers and look at the disk directly")]

mod attachments;
mod benches;
mod bounded;
mod bundle;
mod canary;
mod cli;
mod commonmark;
mod frame;
mod fuzz_corpus;
mod incremental;
mod init;
mod kill;
mod new;
mod nothing_lost;
mod program;
mod publish;
mod repository;
mod robust;
mod same_bytes;
mod search;
mod serve;
mod sites;
mod spec;
mod supply_chain;
mod tracked;
mod translation;
mod unchanged;
mod verify_site;
mod wide;
mod words;
mod workflow;
