//! Whatever happens while a command writes, what was there stays or what was to come stands, whole; the command says
//! which, and leaves nothing lying about. Shown with the program itself; what no program run can show, each single step
//! of the disk that fails, is in `src/write/tests/`.
#![cfg(unix)]

mod changing;
mod dossier;
mod mounts;
mod places;
mod signals;
mod together;
mod without_rights;
