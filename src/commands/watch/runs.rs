//! Judging on a thread of its own, with runners that stay warm: the newest order counts, and ends the one before it.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::Scope;

use super::Happening;
use crate::cli::settings::workers;
use crate::commands::{Context, check, engine};
use crate::model::cancel::Cancel;
use crate::model::course::Course;
use crate::model::event::{Event, ExerciseResult, RunSummary};
use crate::model::exercise::Exercise;
use crate::model::names::{ExerciseName, GroupName};
use crate::plan::Task;
use crate::progress::FilesHash;
use crate::report::Reporter;
use crate::run::Runner;
use crate::session::Session;

/// From a run.
pub(super) enum News {
    /// An environment is being made.
    Preparing(String),
    /// So many exercises are judged from now on.
    Begun(usize),
    /// One of them is done.
    OneDone,
    /// This one takes long.
    Slow(ExerciseName),
    /// It is over.
    Finished(Box<Finished>),
    /// It could not be done.
    Impossible(anyhow::Error),
    /// The thread is gone: nothing will be judged any more.
    Gone,
}

/// What a run came to.
pub(super) struct Finished {
    pub(super) results: Vec<ExerciseResult>,
    pub(super) summary: RunSummary,
    /// For each result: the files that were judged, when they are known for sure.
    pub(super) files: Vec<Option<FilesHash>>,
}

/// What is to be judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    One(ExerciseName),
    All,
}

struct Order {
    number: u64,
    what: What,
    cancel: Cancel,
}

/// The thread that judges, as the loop sees it. Dropping it ends what runs.
pub(super) struct Runs {
    orders: Sender<Order>,
    number: u64,
    under_way: Option<(What, Cancel)>,
}

impl Runs {
    /// Starts the thread; nothing is judged yet.
    pub(super) fn start<'scope>(
        scope: &'scope Scope<'scope, '_>,
        course: &'scope Course,
        context: &'scope Context,
        happenings: Sender<Happening>,
    ) -> Self {
        let (orders, receiver) = channel();
        scope.spawn(move || {
            let farewell = Farewell(happenings.clone());
            let mut judge = Judge { course, context, happenings, runners: BTreeMap::new() };
            judge.serve(&receiver);
            drop(farewell);
        });
        Self { orders, number: 0, under_way: None }
    }

    /// Judges this now. What was under way is ended, and nothing more is heard of it.
    pub(super) fn order(&mut self, what: What) {
        self.stop();
        self.number += 1;
        let cancel = Cancel::default();
        self.under_way = Some((what.clone(), cancel.clone()));
        // A thread that is gone has said so.
        let _ = self.orders.send(Order { number: self.number, what, cancel });
    }

    /// Ends what is under way.
    pub(super) fn stop(&mut self) {
        if let Some((_, cancel)) = self.under_way.take() {
            cancel.cancel();
            self.number += 1;
        }
    }

    /// Whether news of this number still count.
    pub(super) fn is_current(&self, number: u64) -> bool {
        self.number == number && self.under_way.is_some()
    }

    /// Takes note that the run under way is over.
    pub(super) fn finished(&mut self) {
        self.under_way = None;
    }

    /// What is under way.
    pub(super) fn under_way(&self) -> Option<&What> {
        self.under_way.as_ref().map(|(what, _)| what)
    }
}

impl Drop for Runs {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Says that the thread is gone, also when it panics.
struct Farewell(Sender<Happening>);

impl Drop for Farewell {
    fn drop(&mut self) {
        let _ = self.0.send(Happening::Run(0, News::Gone));
    }
}

struct Judge<'a> {
    course: &'a Course,
    context: &'a Context,
    happenings: Sender<Happening>,
    /// By the groups of packages that they offer.
    runners: BTreeMap<BTreeSet<GroupName>, Box<dyn Runner>>,
}

impl Judge<'_> {
    fn serve(&mut self, orders: &Receiver<Order>) {
        while let Ok(mut order) = orders.recv() {
            while let Ok(newer) = orders.try_recv() {
                order = newer;
            }
            let news = match self.judge(&order) {
                Ok(finished) => News::Finished(Box::new(finished)),
                Err(error) => News::Impossible(error),
            };
            let _ = self.happenings.send(Happening::Run(order.number, news));
        }
    }

    fn judge(&mut self, order: &Order) -> anyhow::Result<Finished> {
        let course = self.course;
        let exercises: Vec<&Exercise> = match &order.what {
            What::All => course.exercises().collect(),
            What::One(name) => course.exercise(name.as_str()).into_iter().collect(),
        };
        let mut reporter = ToLoop { number: order.number, happenings: self.happenings.clone() };
        let several = if order.what == What::All {
            Some(self.runner(&exercises, order)?)
        } else {
            for exercise in &exercises {
                if !self.runners.contains_key(&exercise.groups) {
                    let runner = self.runner(&exercises, order)?;
                    self.runners.insert(exercise.groups.clone(), runner);
                }
            }
            None
        };
        let kept = exercises.first().and_then(|exercise| self.runners.get(&exercise.groups));
        let Some(runner) = several.as_ref().or(kept) else {
            anyhow::bail!("the course has no such exercise");
        };
        let before = check::hashes(&exercises);
        let tasks: Vec<Task<'_>> = exercises.iter().map(|exercise| Task::learner(exercise)).collect();
        let session =
            Session { course, runner: runner.as_ref(), workers: workers(None), cancel: &order.cancel };
        let run = session.run(&tasks, &mut reporter)?;
        let after = check::hashes(&exercises);
        // Files that were saved meanwhile: nobody knows which bytes were judged.
        let files = before.into_iter().zip(after).map(|(before, after)| before.filter(|_| before == after));
        Ok(Finished { results: run.results, summary: run.summary, files: files.collect() })
    }

    fn runner(&self, exercises: &[&Exercise], order: &Order) -> anyhow::Result<Box<dyn Runner>> {
        let context = Context { settings: self.context.settings.clone(), cancel: order.cancel.clone() };
        let mut tell = |words| {
            let _ = self.happenings.send(Happening::Run(order.number, News::Preparing(words)));
        };
        engine::lasting_runner(self.course, exercises, &context, &mut tell)
    }
}

/// Passes a session's events on.
struct ToLoop {
    number: u64,
    happenings: Sender<Happening>,
}

impl Reporter for ToLoop {
    fn on(&mut self, event: &Event) -> io::Result<()> {
        let news = match event {
            Event::RunStarted { exercises, .. } => News::Begun(*exercises),
            Event::ExerciseFinished(_) => News::OneDone,
            Event::JobSlow { exercise, .. } => News::Slow(exercise.clone()),
            _ => return Ok(()),
        };
        self.happenings.send(Happening::Run(self.number, news)).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}
