//! The command line: what the person asked for → what the library does → what the person is told.
//!
//! One file per command. Only this floor prints: results to standard output, problems and progress to standard error.
//! Exit status: 0 all is well, 1 problems in the content, 2 wrong use or the outside world.

mod audit;
mod blank_page;
mod build;
mod bundle;
mod check;
mod dossier;
mod explain;
mod git;
mod import;
mod init;
mod interruption;
mod new;
mod output;
mod program;
mod publish;
mod serve;
mod starter;
mod today;
mod tracked;
mod verify;
mod verify_site;
mod watch;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// What went wrong outside of the content: an address in use, a disk that is full, a wrong argument.
#[derive(Debug)]
struct Failure(String);

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Nothing is wrong, or nothing but warnings.
    Clean,
    /// Something in the content is wrong.
    Problems,
}

#[derive(Debug, Parser)]
#[command(
    name = "redstring",
    version,
    about = "Builds annotated dossiers: people, organisations, events, sources and claims, linked and cited.",
    after_help = "Examples:\n  redstring init my-dossier     a new dossier in a new folder\n  redstring serve               write, and see every change in the browser\n  redstring build               the site, in public/\n  redstring explain broken-link what a problem means and how to mend it"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a new dossier in a new folder.
    Init(init::Init),
    /// Make a new page, with the fields of its kind.
    New(new::New),
    /// Make pages of the sources in a BibTeX file.
    Import(import::Import),
    /// Build the site.
    Build(build::Build),
    /// Write an entity with everything it rests on as one file, with numbered exhibits.
    Bundle(bundle::Bundle),
    /// Look for problems without writing anything.
    Check(check::Check),
    /// Say what goes out and why, what stays in and why, and where private names are still spoken.
    Audit(audit::Audit),
    /// Compare every quotation with the copy of its source, and note what was found in evidence.lock.
    Verify(verify::Verify),
    /// Prove that a site is exactly what the dossier yields.
    VerifySite(verify_site::VerifySite),
    /// Send the built site, and nothing else, to a branch of a git repository.
    Publish(publish::Publish),
    /// Show the dossier in a browser, with every change as it is saved.
    Serve(serve::Serve),
    /// Explain a rule, or list all of them.
    Explain(explain::Explain),
}

/// Run the program.
#[must_use]
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // `--help` and `--version` come this way too, and are no failure.
            let code = if error.use_stderr() { 2 } else { 0 };
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    let outcome = match cli.command {
        Command::Init(command) => command.run(),
        Command::New(command) => command.run(),
        Command::Import(command) => command.run(),
        Command::Build(command) => command.run(),
        Command::Bundle(command) => command.run(),
        Command::Check(command) => command.run(),
        Command::Audit(command) => command.run(),
        Command::Verify(command) => command.run(),
        Command::VerifySite(command) => command.run(),
        Command::Publish(command) => command.run(),
        Command::Serve(command) => command.run(),
        Command::Explain(command) => command.run(),
    };
    match outcome {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Problems) => ExitCode::from(1),
        Err(Failure(message)) => {
            output::failure(&message);
            ExitCode::from(2)
        }
    }
}
