//! A dossier that is being edited while its site is made.

use std::fs;
use std::path::Path;
use std::sync::Barrier;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::dossier::{Dossier, Ended, State, failed, files, names, run};

#[test]
fn a_file_that_changes_during_a_build_keeps_the_old_site() {
    let dossier = Dossier::new();
    let folder = dossier.base.join("out");
    let target = folder.join("public");
    dossier.become_(State::Old);
    assert_eq!(run(&mut dossier.build(&target)).status, Some(0));
    let old = files(&target);
    dossier.become_(State::New);
    let page = dossier.root.join("content/people/ada-wren.md");
    let ended = while_it_is_saved(&page, || run(&mut dossier.build(&target)));
    let words = ["content/people/ada-wren.md changed while the site was made of it", "public is as it was"];
    failed(&ended, &words);
    assert!(files(&target) == old, "a mixture");
    assert_eq!(names(&folder), ["public"]);
    // In a log that others read no file is named: it may be a private one.
    let ended = while_it_is_saved(&page, || run(dossier.build(&target).env("CI", "true")));
    failed(&ended, &["a file of the dossier changed while the site was made of it"]);
    assert!(!ended.said.contains("ada-wren"), "{}", ended.said);
    assert_eq!(run(&mut dossier.build(&target)).status, Some(0));
    assert_eq!(names(&folder), ["public"]);
}

#[test]
fn a_file_that_is_saved_during_a_build_with_nothing_to_do_is_seen_as_well() {
    let dossier = Dossier::new();
    let folder = dossier.base.join("out");
    let target = folder.join("public");
    let built = run(&mut dossier.build(&target));
    assert_eq!(built.status, Some(0), "{}", built.said);
    let old = files(&target);
    let page = dossier.root.join("content/people/ada-wren.md");
    // Always with the same words, so that what is read is what the last build was made of.
    let ended = while_it_is_saved_as(&page, |text, _| text.to_owned(), || run(&mut dossier.build(&target)));
    failed(
        &ended,
        &["content/people/ada-wren.md changed while the site was made of it", "public is as it was"],
    );
    assert!(files(&target) == old);
    assert_eq!(names(&folder), ["public"]);
    assert_eq!(run(&mut dossier.build(&target)).status, Some(0));
}

/// Do something while somebody saves a page over and over, with other words each time.
fn while_it_is_saved(page: &Path, act: impl FnOnce() -> Ended) -> Ended {
    while_it_is_saved_as(page, |text, nth| format!("{text}\n\nSaved {nth} times.\n"), act)
}

/// Do something while somebody saves a page over and over, as what becomes of it.
fn while_it_is_saved_as(
    page: &Path,
    becomes: impl Fn(&str, usize) -> String + Sync,
    act: impl FnOnce() -> Ended,
) -> Ended {
    let text = fs::read_to_string(page).unwrap();
    let (begun, over) = (Barrier::new(2), AtomicBool::new(false));
    let ended = thread::scope(|scope| {
        scope.spawn(|| {
            begun.wait();
            for nth in 0.. {
                // Beside it and renamed, as editors do: no reader meets half of it.
                let new = page.with_file_name(".saved");
                fs::write(&new, becomes(&text, nth)).unwrap();
                fs::rename(new, page).unwrap();
                if over.load(Ordering::Relaxed) {
                    return;
                }
            }
        });
        begun.wait();
        let ended = act();
        over.store(true, Ordering::Relaxed);
        ended
    });
    fs::write(page, text).unwrap();
    ended
}
