//! Write a dossier made by chance: `cargo run --release -p redstring-compare --bin generate -- --n 10000 --out DIR`.
#![allow(clippy::disallowed_methods, reason = "it writes dossiers, which Redstring itself never does")]

#[path = "../dossier/mod.rs"]
mod dossier;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};

/// Write a dossier made by chance. The same options give the same bytes.
#[derive(Debug, Parser)]
struct Arguments {
    /// How many pages
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    n: u32,
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The folder to write into
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    #[arg(long, value_enum, default_value_t = Profile::Plain)]
    profile: Profile,
    /// For which program
    #[arg(long = "for", value_enum, default_value_t = Format::Redstring)]
    format: Format,
    /// In a full dossier, how many pages name its hub
    #[arg(long, default_value_t = 10_000)]
    hub: usize,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Profile {
    /// What other generators can do too
    Plain,
    /// Everything that Redstring knows
    Full,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Redstring,
    /// Of a plain dossier alone
    Hugo,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let (profile, format) = match (arguments.profile, arguments.format) {
        (Profile::Plain, Format::Redstring) => (dossier::Profile::Plain, dossier::Format::Redstring),
        (Profile::Full, Format::Redstring) => (dossier::Profile::Full, dossier::Format::Redstring),
        (Profile::Plain, Format::Hugo) => (dossier::Profile::Plain, dossier::Format::Hugo),
        (Profile::Full, Format::Hugo) => {
            eprintln!("Hugo knows no relations and no citations: a dossier for it is plain");
            return ExitCode::from(2);
        }
    };
    let options = dossier::Options {
        seed: arguments.seed,
        format,
        hub: arguments.hub,
        ..dossier::Options::new(arguments.n as usize, profile)
    };
    match dossier::write(&options, &arguments.out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", arguments.out.display());
            ExitCode::from(2)
        }
    }
}
