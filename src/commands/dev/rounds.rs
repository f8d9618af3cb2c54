//! The rounds in which a solution must pass again: each under other circumstances, all of them changed at once.
//!
//! Changing everything at once costs one run; only when that fails are the changes tried one by one, to say which.

use std::collections::{BTreeMap, BTreeSet};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

use crate::language::{Said, Text, said};
use crate::model::cancel::Cancel;
use crate::model::check::Start;
use crate::model::execution::Execution;
use crate::model::exercise::Exercise;
use crate::model::job::{Circumstances, Job, Program};
use crate::model::limits::ByteSize;
use crate::model::names::ExerciseName;
use crate::run::Runner;

/// How jobs of a round differ from ordinary ones.
#[derive(Debug, Clone, Default)]
pub(super) struct Round {
    circumstances: Circumstances,
    /// Half of what it may use is to be enough.
    half_memory: bool,
}

impl Round {
    /// The round of that number: all is changed, to something else in each round.
    pub(super) fn of(number: u32, locale: &str) -> Self {
        let circumstances = Circumstances {
            hash_seed: number,
            locale: if number % 2 == 1 { "C".to_owned() } else { locale.to_owned() },
            time_zone: if number % 2 == 1 { "NPT-5:45" } else { "PST8PDT" }.to_owned(),
            folder: format!("another folder {number}"),
            shuffle: Some(number),
        };
        Self { circumstances, half_memory: true }
    }

    /// Whether nothing is changed.
    pub(super) fn is_plain(&self) -> bool {
        !self.half_memory && self.circumstances == Circumstances::default()
    }

    /// Each change of this round alone, in words. The first changes nothing but that the Python is one of its own.
    pub(super) fn one_by_one(&self) -> Vec<(Said, Self)> {
        let plain = Circumstances::default();
        let Circumstances { hash_seed, locale, time_zone, folder, shuffle } = self.circumstances.clone();
        let with = |circumstances| Self { circumstances, half_memory: false };
        vec![
            (said!("in-own-python"), Self::default()),
            (said!("with-hash-seed", seed = hash_seed), with(Circumstances { hash_seed, ..plain.clone() })),
            (said!("in-another-locale", locale = &locale), with(Circumstances { locale, ..plain.clone() })),
            (
                said!("in-another-time-zone", zone = &time_zone),
                with(Circumstances { time_zone, ..plain.clone() }),
            ),
            (said!("in-another-folder", folder = &folder), with(Circumstances { folder, ..plain.clone() })),
            (said!("in-another-order"), with(Circumstances { shuffle, ..plain.clone() })),
            (said!("with-half-of-memory"), Self { circumstances: plain, half_memory: true }),
        ]
    }
}

/// A locale of this machine that is neither English nor C, or C.
pub(super) fn foreign_locale() -> String {
    let listed = Command::new("locale").arg("-a").stdin(Stdio::null()).stderr(Stdio::null()).output();
    let names = listed.map(|listed| String::from_utf8_lossy(&listed.stdout).into_owned()).unwrap_or_default();
    let is_foreign = |name: &&str| {
        let lower = name.to_lowercase();
        lower.contains("utf") && !lower.starts_with("c.") && !lower.starts_with("en")
    };
    names.lines().find(is_foreign).unwrap_or("C").to_owned()
}

/// A runner that runs jobs as a round wants them, each in a Python of its own, and notes what they leave behind.
pub(super) struct Varied<'a> {
    runner: &'a dyn Runner,
    round: &'a Round,
    left: Mutex<BTreeMap<ExerciseName, BTreeSet<String>>>,
}

impl<'a> Varied<'a> {
    /// Jobs of `round`, run by `runner`.
    pub(super) fn new(runner: &'a dyn Runner, round: &'a Round) -> Self {
        Self { runner, round, left: Mutex::default() }
    }

    /// The files that each exercise's jobs have left behind.
    pub(super) fn left(self) -> BTreeMap<ExerciseName, BTreeSet<String>> {
        self.left.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Runner for Varied<'_> {
    fn run(&self, job: &Job, cancel: &Cancel) -> Execution {
        let mut job =
            Job { start: Start::Cold, circumstances: self.round.circumstances.clone(), ..job.clone() };
        if self.round.half_memory {
            job.limits.memory = ByteSize(job.limits.memory.0 / 2);
        }
        let execution = self.runner.run(&job, cancel);
        // A tool's caches are its own.
        if !execution.left.is_empty() && !matches!(job.program, Program::Tool { .. }) {
            let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
            left.entry(job.exercise).or_default().extend(execution.left.iter().cloned());
        }
        execution
    }

    fn unmet(&self, exercise: &Exercise) -> Option<Text> {
        self.runner.unmet(exercise)
    }

    fn is_idle(&self) -> bool {
        self.runner.is_idle()
    }

    fn isolation(&self) -> Vec<String> {
        self.runner.isolation()
    }
}
