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
