//! Each phase of a build by itself: `cargo bench`, or `cargo bench -- 1000/` for one dossier.
//!
//! The dossiers are made by chance (`dossier/`) and hold all that Redstring knows; `shipped` is the one in this
//! repository. Phases of reading are timed as the pipeline tells of them, the others by asking an edition for what they
//! make, so that nothing of the pipeline is built here a second time.
#![allow(clippy::unwrap_used, reason = "a bench may panic")]
#![allow(
    clippy::disallowed_methods,
    reason = "the dossiers are written, and sites into folders of their own"
)]

mod dossier;

use std::cell::LazyCell;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, SamplingMode, criterion_group, criterion_main};
use rayon::prelude::*;
use redstring::pipeline::{Edition, Phase, Unwatched, Watcher, Wishes};
use redstring::render::Page;
use redstring::write::{Overwrite, Staging};
use tempfile::TempDir;

criterion_group!(benches, all);
criterion_main!(benches);

fn all(criterion: &mut Criterion) {
    let shipped = || PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    phases(criterion, "shipped", shipped);
    for n in [100, 1_000, 10_000] {
        let folder = LazyCell::new(|| TempDir::new().unwrap());
        let made = || {
            dossier::write(&dossier::Options::new(n, dossier::Profile::Full), folder.path()).unwrap();
            folder.path().to_owned()
        };
        phases(criterion, &n.to_string(), made);
    }
}

/// Every phase over one dossier. What a phase needs is only made if somebody asks for the phase.
fn phases(criterion: &mut Criterion, name: &str, root: impl FnOnce() -> PathBuf) {
    let mut group = criterion.benchmark_group(name);
    group.sampling_mode(SamplingMode::Flat).sample_size(10);
    group.warm_up_time(Duration::from_millis(100)).measurement_time(Duration::from_secs(3));

    let root = LazyCell::new(root);
    let edition = LazyCell::new(|| read(&root, &Unwatched));
    for phase in [Phase::Load, Phase::Parse, Phase::Templates, Phase::Link, Phase::Evidence] {
        add(&mut group, phase.name(), || {
            let watch = Stopwatch::default();
            let edition = read(&root, &watch);
            let taken = watch.taken(phase);
            drop(edition);
            taken
        });
    }
    add(&mut group, Phase::Network.name(), || {
        // An edition finds its map once, so each time asks another edition.
        let edition = read(&root, &Unwatched);
        time(|| edition.material.dossier.network_map())
    });
    add(&mut group, Phase::Files.name(), || {
        let edition = drawn(&edition);
        time(|| edition.files().par_iter().for_each(|file| drop(black_box(edition.content(file)))))
    });
    add(&mut group, Phase::Pages.name(), || {
        let edition = drawn(&edition);
        time(|| edition.addresses().par_iter().for_each(|address| drop(black_box(edition.page(address)))))
    });
    let pages = LazyCell::new(|| -> Vec<Page> {
        let edition = drawn(&edition);
        edition.addresses().par_iter().filter_map(|address| edition.page(address).ok()).collect()
    });
    add(&mut group, "write", || {
        let pages: &[Page] = &pages;
        let folder = TempDir::new().unwrap();
        time(|| {
            let staging =
                Staging::begin(&folder.path().join("site"), folder.path(), Overwrite::OwnOnly).unwrap();
            pages.par_iter().for_each(|page| staging.put(&page.file, page.html.as_bytes()).unwrap());
            staging.commit().unwrap()
        })
    });
    #[cfg(feature = "search")]
    add(&mut group, Phase::Search.name(), || time(|| edition.search_files(|_| false).unwrap()));
    group.finish();
}

/// A phase that says itself how long it took: what had to be made before it does not count.
fn add(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, once: impl Fn() -> Duration) {
    group.bench_function(name, |bencher| bencher.iter_custom(|times| (0..times).map(|_| once()).sum()));
}

fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let made = work();
    let taken = start.elapsed();
    drop(black_box(made));
    taken
}

fn read(root: &Path, watcher: &dyn Watcher) -> Edition {
    Edition::read(root, &Wishes::default(), watcher).unwrap().value
}

/// With its map of the network found, which is a phase by itself and is kept.
fn drawn(edition: &Edition) -> &Edition {
    edition.material.dossier.network_map();
    edition
}

/// When each phase began; a phase ends when the next one begins, or when it is asked for.
#[derive(Default)]
struct Stopwatch(Mutex<Vec<(Phase, Instant)>>);

impl Stopwatch {
    fn taken(&self, phase: Phase) -> Duration {
        let end = Instant::now();
        let begun = self.0.lock().unwrap();
        let at = begun.iter().position(|(begun, _)| *begun == phase).unwrap();
        let next = begun.get(at + 1).map_or(end, |(_, next)| *next);
        next - begun[at].1
    }
}

impl Watcher for Stopwatch {
    fn begins(&self, phase: Phase, _: usize) {
        self.0.lock().unwrap().push((phase, Instant::now()));
    }

    fn step(&self) {}
}
