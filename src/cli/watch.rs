//! A run as it is watched: how far it is, on the terminal, and what took how long, in a table or for machines.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::output;
use crate::pipeline::{Phase, Watcher};

/// How long a run may last before it says what it does.
const PATIENCE: Duration = Duration::from_secs(1);

/// Whether the times are to be said.
#[derive(Debug, Args)]
pub(super) struct TimingsArg {
    /// Say how long each phase took: a table on standard error, or with `json` one object on standard output
    #[arg(long, value_enum, value_name = "FORMAT", num_args = 0..=1, default_missing_value = "text")]
    timings: Option<TimingsFormat>,
}

/// How times are said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TimingsFormat {
    /// A table, for people
    Text,
    /// One JSON object on a line of its own
    Json,
}

/// A phase that began, of so many steps.
type Begun = (Phase, usize, Instant);

/// A run, watched from its beginning.
#[derive(Debug)]
pub(super) struct Watch {
    start: Instant,
    phases: Mutex<Vec<Begun>>,
    bar: ProgressBar,
}

impl Watch {
    /// Begin. Nothing is drawn where nobody watches, nor before the run has lasted a moment.
    pub(super) fn start() -> Self {
        let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::hidden());
        Self { start: Instant::now(), phases: Mutex::default(), bar }
    }

    /// What takes away the line that says how far it is, for another thread.
    pub(super) fn clearing(&self) -> impl Fn() + Send + 'static {
        let bar = self.bar.clone();
        move || bar.finish_and_clear()
    }

    /// How long the run has lasted.
    pub(super) fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }

    /// The run is over: the line goes, and the times are said if they are wanted.
    pub(super) fn finish(&self, wanted: &TimingsArg) {
        self.bar.finish_and_clear();
        let times = Times::of(&self.held(), self.start, Instant::now());
        match wanted.timings {
            None => {}
            Some(TimingsFormat::Text) => output::remark(&times.table()),
            Some(TimingsFormat::Json) => output::result(&times.json()),
        }
    }

    /// Draw from now on, once the run has lasted a moment and somebody is there to see it.
    fn draw(&self) {
        if self.bar.is_hidden() && self.elapsed() >= PATIENCE && output::is_watched() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }

    /// That another thread panicked while it held this says nothing about a list that only grows.
    fn held(&self) -> MutexGuard<'_, Vec<Begun>> {
        self.phases.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Watcher for Watch {
    fn begins(&self, phase: Phase, steps: usize) {
        self.held().push((phase, steps, Instant::now()));
        self.bar.set_position(0);
        self.bar.set_length(steps as u64);
        let template = if steps == 0 { "{msg}" } else { "{msg} {wide_bar} {human_pos} of {human_len}" };
        if let Ok(style) = ProgressStyle::with_template(template) {
            self.bar.set_style(style);
        }
        self.bar.set_message(phase.doing());
        self.draw();
    }

    fn step(&self) {
        self.bar.inc(1);
        // Looking at the clock at each step would cost more than many a step.
        if self.bar.is_hidden() && self.bar.position().is_multiple_of(64) {
            self.draw();
        }
    }
}

/// What took how long; phases that ran twice are one line.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Times {
    /// Each with its steps, none of which may have been counted.
    phases: Vec<(Phase, usize, Duration)>,
    total: Duration,
}

impl Times {
    /// From when each phase began.
    fn of(begun: &[Begun], start: Instant, end: Instant) -> Self {
        let ends = begun.iter().skip(1).map(|(.., at)| *at).chain([end]);
        let mut phases: Vec<(Phase, usize, Duration)> = Vec::new();
        for ((phase, steps, from), to) in begun.iter().zip(ends) {
            let time = to.duration_since(*from);
            match phases.iter_mut().find(|(known, ..)| known == phase) {
                Some((_, more, known)) => {
                    *more += steps;
                    *known += time;
                }
                None => phases.push((*phase, *steps, time)),
            }
        }
        Self { phases, total: end.duration_since(start) }
    }

    fn table(&self) -> String {
        let line = |name: &str, time: Duration| {
            let share = 100.0 * time.as_secs_f64() / self.total.as_secs_f64().max(f64::MIN_POSITIVE);
            format!("  {name:<10} {:>9.3} s {share:>5.1} %", time.as_secs_f64())
        };
        let phases = self.phases.iter().map(|(phase, _, time)| line(phase.name(), *time));
        phases.chain([line("in all", self.total)]).collect::<Vec<_>>().join("\n")
    }

    fn json(&self) -> String {
        let phases: Vec<_> = self
            .phases
            .iter()
            .map(|(phase, steps, time)| {
                serde_json::json!({ "phase": phase.name(), "seconds": time.as_secs_f64(), "steps": steps })
            })
            .collect();
        serde_json::json!({ "timings": phases, "total_seconds": self.total.as_secs_f64() }).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_phase_lasts_until_the_next_begins() {
        let start = Instant::now();
        let at = |millis| start + Duration::from_millis(millis);
        let begun = [(Phase::Load, 1, at(10)), (Phase::Pages, 7, at(40)), (Phase::Load, 2, at(240))];
        let times = Times::of(&begun, start, at(250));
        let expected = [(Phase::Load, 3, 40), (Phase::Pages, 7, 200)];
        let expected = expected.map(|(phase, steps, millis)| (phase, steps, Duration::from_millis(millis)));
        assert_eq!(times.phases, expected);
        assert_eq!(times.total, Duration::from_millis(250));
        assert_eq!(
            times.table(),
            "  load           0.040 s  16.0 %\n  pages          0.200 s  80.0 %\n  in all         0.250 s 100.0 %"
        );
        let read: serde_json::Value = serde_json::from_str(&times.json()).expect("it is JSON");
        assert_eq!(read["timings"][1]["phase"], "pages");
        assert_eq!(read["timings"][1]["seconds"], 0.2);
        assert_eq!(read["timings"][1]["steps"], 7);
        assert_eq!(read["total_seconds"], 0.25);
    }
}
