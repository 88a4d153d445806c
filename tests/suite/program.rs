//! The program as a test starts it: with nothing around it that changes what it says.

use std::process::Command;

/// Where it lies.
pub(crate) const REDSTRING: &str = env!("CARGO_BIN_EXE_redstring");

/// Something that starts it, or the program itself, as if nobody had set anything. Without this a test would tell
/// another story where `CI` is set, and the program names no private file.
pub(crate) fn alone(mut program: Command) -> Command {
    for variable in ["CI", "COLUMNS", "SOURCE_DATE_EPOCH"] {
        program.env_remove(variable);
    }
    program.env("NO_COLOR", "1");
    program
}

/// How the harness of the tests calls a test of a module (its `module_path!()`), for one that starts itself again.
pub(crate) fn test_name(module: &str, test: &str) -> String {
    let below = module.split_once("::").map_or("", |(_, below)| below);
    format!("{below}::{test}")
}
