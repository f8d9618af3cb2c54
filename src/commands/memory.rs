//! What is known of exercises before they are judged, and what is kept of it afterwards: the result cache at work.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::model::course::Course;
use crate::model::event::{CheckResult, Event, ExerciseResult};
use crate::model::exercise::Exercise;
use crate::model::names::GroupName;
use crate::parallel;
use crate::progress::{Cache, Conditions, FilesHash, Inputs, Key, Sights};
use crate::python::Environments;
use crate::report::Reporter;
use crate::run::needs::{HEADERS, header};

/// Whether results are taken from the cache.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Recall {
    /// Where nothing has changed.
    Unchanged,
    /// Never; new ones are kept all the same.
    Nothing,
}

/// The exercises of a run, as they were before it.
pub(super) struct Memory<'e> {
    cache: Cache,
    /// In the order of the tasks.
    before: Vec<Before<'e>>,
}

/// An exercise before the run.
struct Before<'e> {
    exercise: &'e Exercise,
    inputs: Inputs,
    key: Option<Key>,
    known: Option<Vec<CheckResult>>,
}

impl<'e> Memory<'e> {
    /// Looks at the exercises and at what is known of them. `settings` names everything that can be set and that can
    /// change a verdict.
    pub(super) fn look(
        root: &Path,
        exercises: &[&'e Exercise],
        seen: &Sights,
        environments: &Environments,
        settings: &str,
        recall: Recall,
    ) -> Self {
        let cache = Cache::of(root);
        let prolings = this_build();
        let machine = Machine::new(exercises, environments.interpreter().include.as_deref());
        let environments = keys(exercises, environments);
        let before = parallel::map(exercises, |exercise| {
            let inputs = Inputs::of(exercise, seen.get(exercise).into_owned());
            let key = environments.get(&exercise.groups).and_then(|environment| {
                let needs = &machine.describe(&exercise.needs);
                let conditions = Conditions { prolings: &prolings, environment, settings, needs };
                Key::of(exercise, &inputs, &conditions)
            });
            let known = key
                .as_ref()
                .filter(|_| recall == Recall::Unchanged)
                .and_then(|key| cache.recall(&exercise.name, key));
            Before { exercise, inputs, key, known }
        });
        Self { cache, before }
    }

    /// What is known of each exercise, in order.
    pub(super) fn known(&self) -> impl Iterator<Item = (&'e Exercise, Option<Vec<CheckResult>>)> {
        self.before.iter().map(|before| (before.exercise, before.known.clone()))
    }

    /// The exercises of which nothing is known.
    pub(super) fn unknown(&self) -> Vec<&'e Exercise> {
        self.before.iter().filter(|before| before.known.is_none()).map(|before| before.exercise).collect()
    }

    /// The learner's files that a result speaks of; `None` when they were saved meanwhile (`now` differs), since nobody
    /// knows which bytes were judged then.
    pub(super) fn judged(&self, result: &ExerciseResult, now: &Sights) -> Option<FilesHash> {
        let before = self.before.get(result.index)?;
        let hash = before.inputs.learner().hash();
        hash.filter(|_| hash == now.get(before.exercise).hash())
    }

    /// Removes what the cache holds for exercises that have left the course.
    pub(super) fn tidy(&self, course: &Course) {
        self.cache.tidy(course);
    }

    /// Keeps a result, unless a file has changed since before the run.
    pub(super) fn keep(&self, result: &ExerciseResult) {
        let Some(Before { exercise, inputs, key: Some(key), .. }) = self.before.get(result.index) else {
            return;
        };
        if !result.cached && Inputs::read(exercise) == *inputs {
            // Not being able to costs the next run some time, and nothing else.
            let _ = self.cache.keep(result, key);
        }
    }
}

/// Passes events on, and keeps each result as soon as it is there: a run that is killed has lost little.
pub(super) struct Keeping<'a, 'e> {
    pub(super) memory: &'a Memory<'e>,
    pub(super) reporter: &'a mut dyn Reporter,
}

impl Reporter for Keeping<'_, '_> {
    fn on(&mut self, event: &Event) -> io::Result<()> {
        if let Event::ExerciseFinished(result) = event {
            self.memory.keep(result);
        }
        self.reporter.on(event)
    }
}

/// The key of each set of groups. One whose lock is missing has none: its exercises are judged, which tells why.
fn keys(exercises: &[&Exercise], environments: &Environments) -> BTreeMap<BTreeSet<GroupName>, String> {
    let wanted: BTreeSet<&BTreeSet<GroupName>> = exercises.iter().map(|exercise| &exercise.groups).collect();
    wanted.into_iter().filter_map(|groups| Some((groups.clone(), environments.key(groups)?))).collect()
}

/// The version, and which build of it: whoever works on prolings must not see yesterday's verdicts.
pub(super) fn this_build() -> String {
    let build = std::env::current_exe().ok().and_then(|path| mark(&path)).unwrap_or_default();
    format!("{} {build}", env!("CARGO_PKG_VERSION"))
}

/// The programs that exercises need, as this machine has them.
pub(super) struct Machine(HashMap<String, String>);

impl Machine {
    /// Looks for what these exercises need, for header files in `include`.
    pub(super) fn new(exercises: &[&Exercise], include: Option<&Path>) -> Self {
        let needs: BTreeSet<&String> = exercises.iter().flat_map(|exercise| &exercise.needs).collect();
        Self(needs.into_iter().map(|need| (need.clone(), found(need, include))).collect())
    }

    /// What was found of these needs.
    pub(super) fn describe(&self, needs: &[String]) -> String {
        let parts: Vec<&str> = needs.iter().filter_map(|need| self.0.get(need).map(String::as_str)).collect();
        parts.join("\n")
    }
}

/// Where a program is on PATH, and which file that is; which header file Python has. A Python module is part of the
/// environment, which has a key.
fn found(program: &str, include: Option<&Path>) -> String {
    if program == HEADERS {
        let header = include.and_then(|include| mark(&header(include)));
        return format!("{program}: {}", header.unwrap_or_default());
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    let mut places = std::env::split_paths(&path).map(|folder| folder.join(&file));
    let place: Option<PathBuf> = places.find(|place| place.is_file());
    let described = place.and_then(|place| Some(format!("{} {}", place.display(), mark(&place)?)));
    format!("{program}: {}", described.unwrap_or_default())
}

/// Tells one state of a program's file from another: its size and time. Unlike a learner's files, programs are too
/// large to be hashed each time.
fn mark(path: &Path) -> Option<String> {
    let metadata = path.metadata().ok()?;
    let modified = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(format!("{} {}", metadata.len(), modified.as_nanos()))
}
