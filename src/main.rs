//! The `redstring` binary: everything it does is in the library's [`redstring::cli`].

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// A build takes and gives back very many small pieces of memory, from all threads: the system's own allocator takes
/// several times as long for that (docs/performance.md).
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    redstring::cli::run()
}
