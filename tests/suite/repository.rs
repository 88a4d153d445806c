//! Git, as a test uses it on repositories of its own: with nothing of the person who runs the test.

use std::path::Path;
use std::process::{Command, Output};

/// Run git in a folder; how that ended.
pub(crate) fn run_git(folder: &Path, arguments: &[&str]) -> Output {
    let mut program = Command::new("git");
    let settings =
        ["user.name=Ann", "user.email=ann@example.org", "commit.gpgSign=false", "core.autocrlf=false"];
    for setting in settings {
        program.args(["-c", setting]);
    }
    program
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1");
    program.output().unwrap()
}

/// The same, which has to end well; what it prints.
pub(crate) fn git(folder: &Path, arguments: &[&str]) -> String {
    let Output { status, stdout, stderr } = run_git(folder, arguments);
    let [stdout, stderr] = [stdout, stderr].map(|said| String::from_utf8_lossy(&said).trim().to_owned());
    assert!(status.success(), "git {arguments:?}: {stdout}{stderr}");
    stdout
}
