//! `prolings dev mutate`: how strong checks are, by the small changes to the solution that they notice.
//!
//! Each change is judged as a solution of its own, in a folder of its own; the first check that does not pass kills it.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::time::Duration;

use tempfile::TempDir;

use super::mutants::{Change, Original, changes, diff, originals};
use crate::cli::args;
use crate::cli::settings::workers;
use crate::commands::memory::this_build;
use crate::commands::workplace::load_course;
use crate::commands::{Context, engine, isolation, print_json};
use crate::error::{Errors, ExitStatus, UserError};
use crate::language::{Text, said};
use crate::model::course::Course;
use crate::model::event::{ExerciseResult, Status};
use crate::model::exercise::Exercise;
use crate::model::job::Target;
use crate::model::limits::Limits;
use crate::parallel;
use crate::plan::{Task, selection};
use crate::progress::{Conditions, Mutations, Score, Study};
use crate::python::Environments;
use crate::report::terminal::BarOnly;
use crate::report::terminal::mutation::{self, Mutated, Mutation, SurvivingMutant};
use crate::run::Runner;
use crate::session::{Run, Session};

/// What each exercise must reach, in percent, and what all together must.
const LEAST_EACH: f64 = 90.0;
const LEAST_ALL: f64 = 95.0;

/// A change may take this many times as long as the solution, and at least so long: a busy machine is no endless loop.
const PATIENCE: u32 = 10;
const LEAST_TIME: Duration = Duration::from_secs(2);

/// Runs what is not known yet and reports all.
pub(super) fn mutate(args: &args::DevMutate, context: &Context) -> anyhow::Result<ExitStatus> {
    let course = load_course(context)?;
    let exercises: Vec<&Exercise> = if args.wanted.is_empty() {
        course.exercises().collect()
    } else {
        selection::select(&course, &args.wanted, &context.settings.cwd)?
    };
    let environments = engine::environments(&course, context)?;
    let runner = engine::runner_of_many(&environments, &exercises, context)?;
    let mutations = Mutations::of(&course.root);
    let looked = parallel::map(&exercises, |exercise: &&Exercise| {
        Subject::look(exercise, &environments, &mutations, args, context)
    });
    let mut subjects = Vec::new();
    let mut errors = Vec::new();
    for looked in looked {
        looked.map_or_else(|error| errors.push(error), |subject| subjects.push(subject));
    }
    Errors::check(errors)?;
    let bench = Bench { course: &course, runner: runner.as_ref(), workers: workers(args.jobs), context };
    let run = bench.judge(&mut subjects)?;
    for subject in &mut subjects {
        subject.study.score = subject.score();
        // Who saves a test while this runs must not find the outcome of the old one.
        let now = originals(subject.exercise)
            .and_then(|now| study(subject.exercise, &now, &environments, &mutations, context));
        if !now.is_ok_and(|now| now.is_of_the_same(&subject.study)) {
            subject.findings.push(said!("changed-meanwhile").into());
            continue;
        }
        if let Err(error) = mutations.keep(&subject.exercise.name, &subject.study) {
            let name = subject.exercise.name.as_str();
            context.tell(&[said!("mutants-not-remembered", exercise = name, error = &error.what).into()]);
        }
    }
    let all: Score = subjects.iter().map(Subject::score).sum();
    let report = Mutation {
        exercises: subjects.iter().map(|subject| subject.report(&course)).collect(),
        score: all.percent(),
        least_each: args.min_score.unwrap_or(LEAST_EACH),
        least_all: args.min_score.unwrap_or(LEAST_ALL),
        run: run.judged,
        seconds: run.wall.as_secs_f64(),
    };
    if args.json {
        print_json(context, &report)?;
    } else {
        mutation::write(&mut context.out(), context.style(), &report)?;
    }
    let status = if report.is_enough() { ExitStatus::Success } else { ExitStatus::Failure };
    Ok(context.unless_interrupted(status))
}

/// Which changes count in this run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sampled {
    All,
    Some,
}

/// An exercise whose solution is changed.
struct Subject<'c> {
    exercise: &'c Exercise,
    originals: Vec<Original>,
    /// The changes that count in this run.
    changes: Vec<Change>,
    sampled: Sampled,
    study: Study,
    findings: Vec<Text>,
    notes: Vec<Text>,
}

impl<'c> Subject<'c> {
    fn look(
        exercise: &'c Exercise,
        environments: &Environments,
        mutations: &Mutations,
        args: &args::DevMutate,
        context: &Context,
    ) -> Result<Self, UserError> {
        let originals = originals(exercise)?;
        let python = &environments.interpreter().executable;
        let mut changes = changes(exercise, &originals, python)?;
        let mut sampled = Sampled::All;
        if let Some(most) = args.sample.filter(|most| most.get() < changes.len()) {
            sampled = Sampled::Some;
            // Marks are hashes: their order is as good as chance, and always the same.
            changes.sort_by(|a, b| a.mark.cmp(&b.mark));
            changes.truncate(most.get());
            changes.sort_by_key(|change| (change.file, change.mutant.line));
        }
        let mut study = study(exercise, &originals, environments, mutations, context)?;
        if args.no_cache {
            study.killed.clear();
        }
        let others = exercise.edit.iter().filter(|path| !path.as_str().ends_with(".py"));
        let notes = others.map(|path| said!("not-python", file = path.as_str()).into()).collect();
        Ok(Self { exercise, originals, changes, sampled, study, findings: Vec::new(), notes })
    }

    /// The changes of which nothing is known.
    fn open(&self) -> Vec<usize> {
        let is_open = |index: &usize| !self.study.killed.contains_key(&self.changes[*index].mark);
        (0..self.changes.len()).filter(is_open).collect()
    }

    fn is_equivalent(&self, change: &Change) -> bool {
        self.exercise.equivalent.iter().any(|declared| change.is_named(&declared.mutant))
    }

    fn is_killed(&self, change: &Change) -> Option<bool> {
        self.study.killed.get(&change.mark).copied()
    }

    fn score(&self) -> Score {
        let mut score = Score::default();
        for change in &self.changes {
            match self.is_killed(change) {
                Some(false) if self.is_equivalent(change) => score.equivalent += 1,
                Some(true) => score.killed += 1,
                Some(false) => score.survived += 1,
                None => {}
            }
        }
        score
    }

    fn report(&self, course: &Course) -> Mutated {
        let survived =
            |change: &&Change| self.is_killed(change) == Some(false) && !self.is_equivalent(change);
        let survivor = |change: &Change| {
            let original = &self.originals[change.file];
            SurvivingMutant {
                file: course.shown_path(&original.path.under(&self.exercise.solution)),
                line: change.mutant.line,
                operator: change.mutant.operator.clone(),
                mutant: change.name.clone(),
                diff: diff(original, &change.mutant),
            }
        };
        let score = self.score();
        let mut notes = self.notes.clone();
        match self.open().len() {
            0 => {}
            number => notes.push(said!("changes-not-judged", number = number).into()),
        }
        Mutated {
            exercise: self.exercise.name.to_string(),
            killed: score.killed,
            survivors: self.changes.iter().filter(survived).map(survivor).collect(),
            equivalent: score.equivalent,
            score: score.percent(),
            findings: self.findings.iter().cloned().chain(self.stale()).collect(),
            notes,
        }
    }

    /// Declarations that are no longer true.
    fn stale(&self) -> Vec<Text> {
        let mut stale = Vec::new();
        for declared in &self.exercise.equivalent {
            let named = |change: &&Change| change.is_named(&declared.mutant);
            let mut fates = self.changes.iter().filter(named).map(|change| self.is_killed(change)).peekable();
            if self.sampled == Sampled::All && fates.peek().is_none() {
                stale.push(said!("equivalent-unknown", mutant = &declared.mutant).into());
            } else if fates.peek().is_some() && fates.all(|fate| fate == Some(true)) {
                stale.push(said!("equivalent-noticed", mutant = &declared.mutant).into());
            }
        }
        stale
    }
}

/// What is known of an exercise's changes, with its files as they are.
fn study(
    exercise: &Exercise,
    originals: &[Original],
    environments: &Environments,
    mutations: &Mutations,
    context: &Context,
) -> Result<Study, UserError> {
    let sources: Vec<&[u8]> = originals.iter().map(|original| original.source.as_bytes()).collect();
    let conditions = Conditions {
        prolings: &this_build(),
        environment: &environments.key(&exercise.groups).unwrap_or_default(),
        settings: &isolation::settings(context),
        needs: &exercise.needs.join(" "),
    };
    mutations.study(exercise, &sources, &conditions).ok_or_else(|| {
        UserError::new(said!("file-unreadable", exercise = exercise.name.as_str()))
            .help(said!("file-unreadable.help", exercise = exercise.name.as_str()))
    })
}

/// Where changes are judged.
struct Bench<'a> {
    course: &'a Course,
    runner: &'a dyn Runner,
    workers: usize,
    context: &'a Context,
}

fn cannot_write(place: &Path, error: &std::io::Error) -> UserError {
    let place = place.display().to_string();
    UserError::new(said!("cannot-write", file = place)).why(error.to_string())
}

/// What was run.
struct Judged {
    judged: usize,
    wall: Duration,
}

impl Bench<'_> {
    /// Judges every change that is not known, after the solution itself.
    fn judge(&self, subjects: &mut [Subject<'_>]) -> anyhow::Result<Judged> {
        let times = self.solutions(subjects)?;
        let folder = TempDir::with_prefix("prolings-mutants-")
            .map_err(|error| UserError::new(said!("mutants-no-folder")).why(error.to_string()))?;
        let mut changed: Vec<(usize, usize, Exercise)> = Vec::new();
        for (place, subject) in subjects.iter().enumerate() {
            let Some(time) = times.get(&place) else { continue };
            for index in subject.open() {
                let home = folder.path().join(format!("{place}-{index}"));
                write_changed(subject, &subject.changes[index], &home)
                    .map_err(|error| cannot_write(&home, &error))?;
                changed.push((place, index, with_solution(subject.exercise, &home, *time)));
            }
        }
        let tasks: Vec<Task<'_>> =
            changed.iter().map(|(_, _, exercise)| Task::new(exercise, Target::Solution)).collect();
        let run = self.run(&tasks)?;
        let mut judged = 0;
        for ((place, index, _), result) in changed.iter().zip(&run.results) {
            judged += usize::from(subjects[*place].learn(*index, result));
        }
        Ok(Judged { judged, wall: run.summary.wall })
    }

    /// The time of the slowest check of each solution, by its place; without those that do not pass.
    fn solutions(&self, subjects: &mut [Subject<'_>]) -> anyhow::Result<BTreeMap<usize, Duration>> {
        let open: Vec<usize> =
            (0..subjects.len()).filter(|&place| !subjects[place].open().is_empty()).collect();
        let tasks: Vec<Task<'_>> =
            open.iter().map(|&place| Task::new(subjects[place].exercise, Target::Solution)).collect();
        let results = self.run(&tasks)?.results;
        let mut times = BTreeMap::new();
        for (place, result) in open.into_iter().zip(&results) {
            match result.status {
                Status::Passed => {
                    times.insert(
                        place,
                        result.checks.iter().map(|check| check.wall).max().unwrap_or_default(),
                    );
                }
                Status::Skipped => {
                    let note = match result.skip_reason() {
                        Some(reason) => said!("solution-not-judged", reason = reason),
                        None => said!("solution-not-judged-here"),
                    };
                    subjects[place].notes.push(note.into());
                }
                Status::Failed | Status::Fault => {
                    let name = subjects[place].exercise.name.as_str();
                    subjects[place].findings.push(said!("solution-does-not-pass", exercise = name).into());
                }
                Status::Cancelled => {}
            }
        }
        Ok(times)
    }

    fn run(&self, tasks: &[Task<'_>]) -> anyhow::Result<Run> {
        let session = Session {
            course: self.course,
            runner: self.runner,
            workers: self.workers,
            cancel: &self.context.cancel,
        };
        let mut bar = BarOnly::new(self.context.bar(), self.context.style());
        let run = session.run(tasks, &mut bar)?;
        bar.end();
        Ok(run)
    }
}

impl Subject<'_> {
    /// Notes what became of a change. Whether it was judged at all.
    fn learn(&mut self, index: usize, result: &ExerciseResult) -> bool {
        let change = &self.changes[index];
        match result.status {
            Status::Passed | Status::Failed => {
                self.study.killed.insert(change.mark.clone(), result.status == Status::Failed);
                true
            }
            Status::Fault => {
                let what = result.fault().map(|fault| fault.what.clone()).unwrap_or_default();
                self.findings.push(said!("change-not-judged", change = &change.name, why = what).into());
                false
            }
            Status::Skipped | Status::Cancelled => false,
        }
    }
}

/// Puts the solution with one change into a folder.
fn write_changed(subject: &Subject<'_>, change: &Change, home: &Path) -> std::io::Result<()> {
    for path in &subject.exercise.edit {
        let target = path.under(home);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        if subject.originals[change.file].path == *path {
            File::create_new(&target)?.write_all(change.mutant.source.as_bytes())?;
        } else {
            fs::copy(path.under(&subject.exercise.solution), &target)?;
        }
    }
    Ok(())
}

/// The exercise with another solution, of which only the first check that does not pass counts.
fn with_solution(exercise: &Exercise, solution: &Path, time: Duration) -> Exercise {
    let mut changed = exercise.clone();
    changed.solution = solution.to_path_buf();
    changed.mistakes.clear();
    changed.checks.iter_mut().for_each(|check| check.always = false);
    let most = (time * PATIENCE).max(LEAST_TIME);
    changed.limits = Limits { time: exercise.limits.time.min(most), ..exercise.limits };
    changed
}
