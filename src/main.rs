//! The `redstring` binary: everything it does is in the library's [`redstring::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    redstring::cli::run()
}
