//! Ctrl-C, the system's word to end, and a kill, each at any moment of a build.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Instant;

use super::dossier::{Dossier, Ended, State, files, names, run};

const ROUNDS: u32 = 30;

/// Numbers that look random and are the same each time.
struct Numbers(u64);

impl Numbers {
    /// From 0 to 1.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 40) as f64 / (1_u64 << 24) as f64
    }
}

fn signal(name: &str, process: u32) {
    // It may have ended by itself meanwhile.
    let _ = Command::new("kill").args([&format!("-{name}"), &process.to_string()]).output().unwrap();
}

#[test]
fn a_build_that_is_stopped_at_any_moment_leaves_the_old_site_or_the_new_one_and_says_so() {
    let dossier = Dossier::new();
    let sites = [State::Old, State::New].map(|state| (state, dossier.site(state)));
    let site = |state: State| &sites.iter().find(|(known, _)| *known == state).unwrap().1;
    let folder = dossier.base.join("out");
    fs::create_dir(&folder).unwrap();
    let target = folder.join("public");
    dossier.become_(State::Old);
    let started = Instant::now();
    assert_eq!(run(&mut dossier.build(&target)).status, Some(0));
    let span = started.elapsed().mul_f64(1.1);
    let mut stands = State::Old;
    let mut numbers = Numbers(0x5eed);
    let (mut stopped, mut killed) = (0, 0);
    for round in 0..ROUNDS {
        let next = stands.other();
        dossier.become_(next);
        let mut build = dossier.build(&target);
        let build = build.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        sleep(span.mul_f64(numbers.next()));
        let name = ["INT", "TERM", "KILL"][round as usize % 3];
        signal(name, build.id());
        let ended = Ended::from(build.wait_with_output().unwrap());
        let now = files(&target);
        let which = [stands, next].into_iter().find(|state| now == *site(*state));
        let which = which.unwrap_or_else(|| panic!("round {round}, {name}: a mixture; {ended:?}"));
        if name == "KILL" {
            killed += usize::from(names(&folder).len() > 1);
        } else {
            // Status and words agree with what stands; nothing lies about.
            let status = if name == "INT" { 130 } else { 143 };
            match ended.status {
                Some(0) => assert!(which == next && ended.said.is_empty(), "round {round}: {ended:?}"),
                Some(ended_with) => {
                    assert_eq!((ended_with, which), (status, stands), "round {round}: {ended:?}");
                    assert!(ended.said.starts_with("Stopped: nothing was "), "round {round}: {ended:?}");
                    // One that had not begun has cleared nothing away either.
                    if ended.said.contains("published") {
                        assert_eq!(names(&folder), ["public"], "round {round}, {name}: {ended:?}");
                    }
                    stopped += usize::from(ended.said.contains("public is as it was"));
                }
                // Before it could listen.
                None => assert_eq!(which, stands, "round {round}: {ended:?}"),
            }
        }
        stands = which;
    }
    assert!(stopped > 0 && killed > 0, "no signal came while a site was being written");
    // Whatever the kills have left, one build clears it away.
    dossier.become_(State::New);
    let ended = run(&mut dossier.build(&target));
    assert_eq!((ended.status, names(&folder)), (Some(0), vec!["public".to_owned()]), "{ended:?}");
    assert_eq!(files(&target), *site(State::New));
}

#[test]
fn serve_writes_nothing() {
    let dossier = Dossier::new();
    let before = files(&dossier.base);
    let mut serve = dossier.command("serve");
    let mut serve = serve.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut said = BufReader::new(serve.stderr.take().unwrap());
    let mut line = String::new();
    while !line.starts_with("Serving") {
        line.clear();
        assert!(said.read_line(&mut line).unwrap() > 0, "it ended before it served");
    }
    signal("INT", serve.id());
    assert_eq!(serve.wait().unwrap().code(), Some(0));
    assert!(files(&dossier.base) == before, "serve wrote something");
}
