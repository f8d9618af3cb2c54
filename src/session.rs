//! A session: tasks are planned as jobs, run, judged, and told to the world as events.
//!
//! It owns the order of things and the worker threads. It knows no command, no terminal and no progress file.

mod slots;
mod versions;

use std::collections::HashMap;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

pub use self::slots::Places;
use self::slots::Slots;
use crate::judge;
use crate::language::Text;
use crate::model::cancel::Cancel;
use crate::model::check::{Check, CheckKind, Trust};
use crate::model::course::Course;
use crate::model::event::{CheckResult, EVENTS_VERSION, Event, ExerciseResult, RunSummary, Status};
use crate::model::execution::Ending;
use crate::model::grade::Tally;
use crate::model::job::Job;
use crate::model::names::ExerciseName;
use crate::model::verdict::{Verdict, VersionResult};
use crate::plan::{Task, jobs};
use crate::report::Reporter;
use crate::run::Runner;
use versions::Versions;

/// After this time a running job is reported as slow, once.
const SLOW: Duration = Duration::from_secs(3);

/// What a run needs.
pub struct Session<'a> {
    /// The course, for its title and paths.
    pub course: &'a Course,
    /// Who runs the jobs.
    pub runner: &'a dyn Runner,
    /// How many at once, of those that keep one core busy; at least 1.
    pub workers: usize,
    /// Asks to stop.
    pub cancel: &'a Cancel,
}

/// What a run came to, exercises in the order of the tasks.
#[derive(Debug)]
pub struct Run {
    /// One for each task.
    pub results: Vec<ExerciseResult>,
    /// The counts. The caller adds the standing and sends [`Event::RunFinished`].
    pub summary: RunSummary,
}

/// What one check came to.
struct Judgement {
    verdict: Verdict,
    tally: Option<Tally>,
    versions: Vec<VersionResult>,
    wall: Duration,
    cancelled: bool,
}

impl Judgement {
    fn result(self, check: &Check, runner: &dyn Runner) -> CheckResult {
        let Self { verdict, tally, versions, wall, .. } = self;
        // Processes of one user reach into each other where no sandbox keeps them apart.
        let trust =
            if check.is_split() && !runner.separates() { Trust::NotForgeryProof } else { check.trust() };
        CheckResult { check: check.label(), verdict, trust, tally, versions, wall }
    }
}

/// From a worker to the session's own thread.
enum News {
    Event(Event),
    Finished(usize, ExerciseResult),
}

impl Session<'_> {
    /// Judges every task and reports all events but the last ([`Event::RunFinished`]).
    ///
    /// # Errors
    /// When the reporter cannot write; then everything under way is stopped.
    pub fn run(&self, tasks: &[Task<'_>], reporter: &mut dyn Reporter) -> io::Result<Run> {
        self.run_within(&Places::new(self.workers), tasks, reporter)
    }

    /// The same in places that other runs take as well.
    ///
    /// # Errors
    /// As [`Session::run`].
    pub fn run_within(
        &self,
        places: &Places,
        tasks: &[Task<'_>],
        reporter: &mut dyn Reporter,
    ) -> io::Result<Run> {
        let start = Instant::now();
        reporter.on(&Event::RunStarted {
            version: EVENTS_VERSION,
            prolings: env!("CARGO_PKG_VERSION"),
            course: self.course.title.clone(),
            exercises: tasks.len(),
            isolation: self.runner.isolation(),
        })?;
        let mut results: Vec<Option<ExerciseResult>> = (0..tasks.len()).map(|_| None).collect();
        let mut open = Vec::new();
        for (index, task) in tasks.iter().enumerate() {
            match &task.known {
                Some(checks) => results[index] = Some(self.remembered(index, task, checks, reporter)?),
                None => open.push((index, task)),
            }
        }
        let (sender, receiver) = channel();
        let slots = Slots::new(&open, places);
        let results = std::thread::scope(|scope| {
            for _ in 0..self.workers.max(1).min(open.len()) {
                let sender = sender.clone();
                let slots = &slots;
                scope.spawn(move || self.work(slots, &sender));
            }
            drop(sender);
            let outcome = gather(results, &receiver, reporter);
            if outcome.is_err() {
                self.cancel.cancel();
            }
            outcome
        })?;
        for text in self.runner.take_remarks() {
            reporter.on(&Event::Notice { text })?;
        }
        let mut summary = RunSummary { wall: start.elapsed(), ..RunSummary::default() };
        for result in &results {
            summary.count(result);
        }
        Ok(Run { results, summary })
    }

    /// Reports what is known already.
    fn remembered(
        &self,
        index: usize,
        task: &Task<'_>,
        checks: &[CheckResult],
        reporter: &mut dyn Reporter,
    ) -> io::Result<ExerciseResult> {
        let checks = checks.to_vec();
        let status = status(&checks);
        let result = ExerciseResult { cached: true, ..self.result(index, task, checks, status) };
        reporter.on(&Event::ExerciseFinished(result.clone()))?;
        Ok(result)
    }

    fn work(&self, slots: &Slots<'_, (usize, &Task<'_>)>, news: &Sender<News>) {
        let cores = |(_, task): &(usize, &Task<'_>)| task.exercise.limits.cores as usize;
        while let Some((&(index, task), _taken)) = slots.next(cores) {
            let result = self.judge_task(index, task, news);
            // Nobody listens any more when the reporter failed; the session was cancelled then.
            let _ = news.send(News::Finished(index, result));
        }
    }

    fn judge_task(&self, index: usize, task: &Task<'_>, news: &Sender<News>) -> ExerciseResult {
        let mut checks: Vec<CheckResult> = Vec::new();
        let mut cancelled = false;
        if let Some(reason) = self.runner.unmet(task.exercise) {
            checks.push(skipped(task, reason));
        } else {
            let mut failed = false;
            let jobs = jobs::jobs(task.exercise, &task.target);
            for (index, (check, job)) in task.exercise.checks.iter().zip(jobs).enumerate() {
                if failed && !check.always {
                    continue;
                }
                let exercise = task.exercise.name.clone();
                let _ = news.send(News::Event(Event::JobStarted {
                    exercise: exercise.clone(),
                    target: task.target.clone(),
                    check: check.label(),
                }));
                let judgement = match &check.kind {
                    CheckKind::Mutants(mutants) => {
                        Versions { session: self, task, index, check, mutants }.judge(&job)
                    }
                    _ => self.judge_job(task, check, &job),
                };
                cancelled |= judgement.cancelled;
                failed |= !judgement.verdict.is_passed();
                let result = judgement.result(check, self.runner);
                let _ = news.send(News::Event(Event::JobFinished { exercise, result: result.clone() }));
                checks.push(result);
                if cancelled {
                    break;
                }
            }
        }
        let status = if cancelled { Status::Cancelled } else { status(&checks) };
        self.result(index, task, checks, status)
    }

    fn judge_job(&self, task: &Task<'_>, check: &Check, job: &Job) -> Judgement {
        let execution = self.runner.run(job, self.cancel);
        let verdict = judge::judge(task.exercise, check, &execution);
        Judgement {
            tally: judge::tally::tally(check, &execution, &verdict),
            verdict,
            versions: Vec::new(),
            wall: execution.wall,
            cancelled: execution.ending == Ending::Cancelled,
        }
    }

    fn result(
        &self,
        index: usize,
        task: &Task<'_>,
        checks: Vec<CheckResult>,
        status: Status,
    ) -> ExerciseResult {
        let exercise = task.exercise;
        ExerciseResult {
            index,
            exercise: exercise.name.clone(),
            topic: exercise.topic.clone(),
            title: exercise.title.clone(),
            target: task.target.clone(),
            files: exercise
                .edit
                .iter()
                .map(|path| self.course.shown_path(&path.under(&exercise.folder)))
                .collect(),
            hints: exercise.hints.len(),
            score: judge::score(exercise, &checks, status),
            checks,
            status,
            cached: false,
        }
    }
}

fn skipped(task: &Task<'_>, reason: Text) -> CheckResult {
    let check = task.exercise.checks.first();
    CheckResult {
        check: check.map(|check| check.label()).unwrap_or_default(),
        verdict: Verdict::Skipped { reason },
        trust: check.map_or(Trust::NotForgeryProof, |check| check.trust()),
        tally: None,
        versions: Vec::new(),
        wall: Duration::ZERO,
    }
}

/// A fault outranks a failure, a failure a skip.
fn status(checks: &[CheckResult]) -> Status {
    let of = |check: &CheckResult| match check.verdict {
        Verdict::Passed { .. } => Status::Passed,
        Verdict::Failed(_) => Status::Failed,
        Verdict::Fault(_) => Status::Fault,
        Verdict::Skipped { .. } => Status::Skipped,
    };
    checks.iter().map(of).max().unwrap_or(Status::Fault)
}

/// Passes events on until every worker is done, and says which jobs are slow.
fn gather(
    mut results: Vec<Option<ExerciseResult>>,
    news: &Receiver<News>,
    reporter: &mut dyn Reporter,
) -> io::Result<Vec<ExerciseResult>> {
    let mut running: HashMap<ExerciseName, Running> = HashMap::new();
    loop {
        match news.recv_timeout(Duration::from_millis(200)) {
            Ok(News::Event(event)) => {
                if let Event::JobStarted { exercise, check, .. } = &event {
                    let job = Running { check: check.clone(), since: Instant::now(), told: false };
                    running.insert(exercise.clone(), job);
                }
                reporter.on(&event)?;
            }
            Ok(News::Finished(index, result)) => {
                running.remove(&result.exercise);
                reporter.on(&Event::ExerciseFinished(result.clone()))?;
                results[index] = Some(result);
            }
            Err(RecvTimeoutError::Timeout) => tell_slow(&mut running, reporter)?,
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    Ok(results.into_iter().flatten().collect())
}

struct Running {
    check: String,
    since: Instant,
    told: bool,
}

fn tell_slow(running: &mut HashMap<ExerciseName, Running>, reporter: &mut dyn Reporter) -> io::Result<()> {
    for (exercise, job) in running.iter_mut() {
        let elapsed = job.since.elapsed();
        if !job.told && elapsed >= SLOW {
            job.told = true;
            let (exercise, check) = (exercise.clone(), job.check.clone());
            reporter.on(&Event::JobSlow { exercise, check, elapsed })?;
        }
    }
    Ok(())
}
