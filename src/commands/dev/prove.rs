//! Proving exercises by running them: every starter, solution and mistake once, then each solution again and again, on a
//! busy machine and under other circumstances.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::time::Duration;

use super::finding::Finding;
use super::load::Load;
use super::rounds::{Round, Varied, foreign_locale};
use super::split;
use super::verdicts::on_result;
use crate::commands::Context;
use crate::language::{Said, Text, said};
use crate::model::check::CheckKind;
use crate::model::course::Course;
use crate::model::event::{ExerciseResult, Status};
use crate::model::exercise::Exercise;
use crate::model::job::Target;
use crate::model::names::ExerciseName;
use crate::model::split::SplitNote;
use crate::plan::Task;
use crate::report::terminal::BarOnly;
use crate::report::terminal::proof::Rule;
use crate::run::Runner;
use crate::session::Session;

/// Runs of a solution that was slow once: another program may have been in its way.
const SECOND_CHANCES: usize = 2;

/// What proving takes.
pub(super) struct Prover<'a> {
    pub(super) course: &'a Course,
    pub(super) runner: &'a dyn Runner,
    pub(super) workers: usize,
    /// How many times each solution must pass; the first time as learners' programs are run.
    pub(super) repeat: u32,
    pub(super) context: &'a Context,
}

/// What came of it.
#[derive(Default)]
pub(super) struct Proved {
    pub(super) findings: Vec<Finding>,
    /// Exercises that this machine cannot judge, with the reason.
    pub(super) skipped: BTreeMap<ExerciseName, Text>,
    /// How long each solution's checks took, the first time.
    pub(super) times: BTreeMap<ExerciseName, Duration>,
    /// How many runs of starters, solutions and mistakes were judged.
    pub(super) runs: usize,
    /// Exercises of which everything was run, whatever came of it.
    pub(super) done: BTreeSet<ExerciseName>,
    /// How solutions fare when their tests run apart from them.
    pub(super) split: Vec<SplitNote>,
}

impl Proved {
    /// Takes in what came of other exercises.
    pub(super) fn add(&mut self, mut other: Self) {
        self.findings.append(&mut other.findings);
        self.skipped.append(&mut other.skipped);
        self.times.append(&mut other.times);
        self.done.append(&mut other.done);
        self.split.append(&mut other.split);
        self.runs += other.runs;
    }
}

impl Prover<'_> {
    /// Proves exercises; findings come in no order.
    pub(super) fn prove(&self, exercises: &[&Exercise]) -> io::Result<Proved> {
        let mut proved = Proved::default();
        let tasks: Vec<Task<'_>> = exercises.iter().flat_map(|exercise| targets(exercise)).collect();
        let results = self.run(&tasks, self.runner, &mut proved)?;
        let mut sound = Vec::new();
        for (task, result) in tasks.iter().zip(&results) {
            proved.findings.extend(on_result(task, result));
            // One that was stopped has a reason too, and is no lack of this machine's.
            if let (Status::Skipped, Some(reason)) = (result.status, result.skip_reason()) {
                proved.skipped.insert(task.exercise.name.clone(), reason.clone());
            }
            if task.target == Target::Solution && result.status == Status::Passed {
                let time = result.checks.iter().map(|check| check.wall).sum();
                proved.times.insert(task.exercise.name.clone(), time);
                sound.push((task.exercise, result));
            }
        }
        for (exercise, result) in &sound {
            let slow = self.slow(exercise, result, &mut proved)?;
            proved.findings.extend(slow);
        }
        let passing: Vec<&Exercise> = sound.iter().map(|(exercise, _)| *exercise).collect();
        split::prove(self, &passing, &mut proved)?;
        self.rounds(sound.into_iter().map(|(exercise, _)| exercise).collect(), &mut proved)?;
        if !self.context.cancel.is_cancelled() {
            let judged = exercises.iter().map(|exercise| &exercise.name);
            proved.done = judged.filter(|name| !proved.skipped.contains_key(*name)).cloned().collect();
        }
        Ok(proved)
    }

    /// A solution uses at most half of its time: other machines are slower.
    fn slow(
        &self,
        exercise: &Exercise,
        result: &ExerciseResult,
        proved: &mut Proved,
    ) -> io::Result<Option<Finding>> {
        let most = exercise.limits.time / 2;
        let mut time = longest(exercise, result);
        for _ in 0..SECOND_CHANCES {
            if time <= most {
                return Ok(None);
            }
            let again = self.run(&[Task::new(exercise, Target::Solution)], self.runner, proved)?;
            time = again
                .iter()
                .filter(|again| again.status == Status::Passed)
                .map(|again| longest(exercise, again))
                .fold(time, Duration::min);
        }
        if time <= most {
            return Ok(None);
        }
        let tenths = (time.as_secs_f64() * 10.0).round() as u64;
        let what = said!(
            "solution-is-slow",
            whole = tenths / 10,
            tenths = tenths % 10,
            limit = format!("time: {}s", exercise.limits.time.as_secs_f64())
        );
        Ok(Some(Finding::new(exercise, Rule::Limits, what)))
    }

    /// Each solution again, all rounds of which change everything that must not matter.
    fn rounds(&self, mut sound: Vec<&Exercise>, proved: &mut Proved) -> io::Result<()> {
        if self.repeat < 2 || sound.is_empty() {
            return Ok(());
        }
        let locale = foreign_locale();
        let mut left: BTreeMap<ExerciseName, BTreeSet<String>> = BTreeMap::new();
        for number in 1..self.repeat {
            let round = Round::of(number, &locale);
            let varied = Varied::new(self.runner, &round);
            let tasks: Vec<Task<'_>> =
                sound.iter().map(|exercise| Task::new(exercise, Target::Solution)).collect();
            let results = {
                let _load = Load::start();
                self.run(&tasks, &varied, proved)?
            };
            for (name, files) in varied.left() {
                left.entry(name).or_default().extend(files);
            }
            for (exercise, result) in sound.clone().into_iter().zip(&results) {
                if matches!(result.status, Status::Failed | Status::Fault) {
                    let finding = self.explain(exercise, &round, result, proved)?;
                    proved.findings.push(finding);
                    sound.retain(|other| other.name != exercise.name);
                }
            }
        }
        proved
            .findings
            .extend(sound.iter().filter_map(|exercise| left_files(exercise, left.get(&exercise.name)?)));
        Ok(())
    }

    /// Which of a round's changes made a solution fail.
    fn explain(
        &self,
        exercise: &Exercise,
        round: &Round,
        failed: &ExerciseResult,
        proved: &mut Proved,
    ) -> io::Result<Finding> {
        let mut causes: Vec<Said> = Vec::new();
        let mut evidence = failed.clone();
        for (words, round) in round.one_by_one() {
            let task = [Task::new(exercise, Target::Solution)];
            let results = self.run(&task, &Varied::new(self.runner, &round), proved)?;
            if let Some(result) =
                results.into_iter().find(|result| matches!(result.status, Status::Failed | Status::Fault))
            {
                causes.push(words);
                evidence = result;
                if causes.len() == 1 && round.is_plain() {
                    break; // Everything else would fail for this reason.
                }
            }
        }
        let and_also = |first, then| said!("and-also", first = first, then = then);
        let what = match causes.into_iter().reduce(and_also) {
            None => said!("fails-now-and-then"),
            Some(causes) => said!("fails-under", circumstances = causes),
        };
        Ok(Finding::new(exercise, Rule::Repeat, what).shown_by(&evidence))
    }

    pub(super) fn run(
        &self,
        tasks: &[Task<'_>],
        runner: &dyn Runner,
        proved: &mut Proved,
    ) -> io::Result<Vec<ExerciseResult>> {
        let Self { course, workers, context, .. } = *self;
        // Failing is what starters and mistakes are for, so results are not shown one by one.
        let mut bar = BarOnly::new(context.bar(), context.style());
        let run = Session { course, runner, workers, cancel: &context.cancel }.run(tasks, &mut bar)?;
        bar.end();
        let is_run = |result: &&ExerciseResult| !matches!(result.status, Status::Skipped | Status::Cancelled);
        proved.runs += run.results.iter().filter(is_run).count();
        Ok(run.results)
    }
}

/// Everything of an exercise that can be judged.
pub(super) fn targets(exercise: &Exercise) -> Vec<Task<'_>> {
    let mistakes = exercise.mistakes.iter().map(|mistake| Target::Mistake(mistake.name.clone()));
    let all = [Target::Starter, Target::Solution].into_iter().chain(mistakes);
    all.map(|target| Task::new(exercise, target)).collect()
}

/// The longest run of a check. A `mutants` check has a run for each version of the code, of which the sum is known.
fn longest(exercise: &Exercise, result: &ExerciseResult) -> Duration {
    let runs = |label: &str| match exercise
        .checks
        .iter()
        .find(|check| check.label() == label)
        .map(|check| &check.kind)
    {
        Some(CheckKind::Mutants(mutants)) => u32::try_from(mutants.versions.len()).unwrap_or(1).max(1),
        _ => 1,
    };
    result.checks.iter().map(|check| check.wall / runs(&check.check)).max().unwrap_or_default()
}

fn left_files(exercise: &Exercise, files: &BTreeSet<String>) -> Option<Finding> {
    let names: Vec<&str> = files.iter().take(5).map(String::as_str).collect();
    let what = said!("leaves-files", files = names.join(", "));
    (!names.is_empty()).then(|| Finding::new(exercise, Rule::LeftBehind, what))
}
