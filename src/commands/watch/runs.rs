//! Judging on a thread of its own, with runners that stay warm: the newest order counts, and ends the one before it.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::Scope;

use super::Happening;
use crate::cli::settings::workers;
use crate::commands::memory::{Memory, Recall};
use crate::commands::{Context, engine, isolation, setup_files};
use crate::language::Text;
use crate::model::cancel::Cancel;
use crate::model::course::Course;
use crate::model::event::{Event, ExerciseResult, RunSummary};
use crate::model::exercise::Exercise;
use crate::model::names::{ExerciseName, GroupName};
use crate::plan::Task;
use crate::progress::{FilesHash, Sight, Sights};
use crate::python::Environments;
use crate::report::Reporter;
use crate::run::Runner;
use crate::session::Session;

/// From a run.
pub(super) enum News {
    /// An environment is being made.
    Preparing(Text),
    /// What the learner should know.
    Notice(Text),
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
    recall: Recall,
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
            let mut judge = Judge {
                course,
                context,
                happenings,
                environments: None,
                runners: BTreeMap::new(),
                noticed: false,
            };
            judge.serve(&receiver);
            drop(farewell);
        });
        Self { orders, number: 0, under_way: None }
    }

    /// Judges this now. What was under way is ended, and nothing more is heard of it.
    pub(super) fn order(&mut self, what: What, recall: Recall) {
        self.stop();
        self.number += 1;
        let cancel = Cancel::default();
        self.under_way = Some((what.clone(), cancel.clone()));
        // A thread that is gone has said so.
        let _ = self.orders.send(Order { number: self.number, what, recall, cancel });
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
    /// Looked for when they are first needed.
    environments: Option<Environments>,
    /// By the groups of packages that they offer.
    runners: BTreeMap<BTreeSet<GroupName>, Box<dyn Runner>>,
    /// Whether it was said what programs can reach here.
    noticed: bool,
}

impl Judge<'_> {
    fn serve(&mut self, orders: &Receiver<Order>) {
        while let Ok(mut order) = orders.recv() {
            while let Ok(newer) = orders.try_recv() {
                order = newer;
            }
            if let Err(error) = self.judge(&order) {
                self.tell(&order, News::Impossible(error));
            }
        }
    }

    fn tell(&self, order: &Order, news: News) {
        // Nobody listens any more when the watch is over.
        let _ = self.happenings.send(Happening::Run(order.number, news));
    }

    fn judge(&mut self, order: &Order) -> anyhow::Result<()> {
        let course = self.course;
        let context = Context { settings: self.context.settings.clone(), cancel: order.cancel.clone() };
        let exercises: Vec<&Exercise> = match &order.what {
            What::All => course.exercises().collect(),
            What::One(name) => course.exercise(name.as_str()).into_iter().collect(),
        };
        if self.environments.is_none() {
            self.environments = Some(engine::environments(course, &context)?);
        }
        let Some(environments) = self.environments.take() else { return Ok(()) };
        let judged = self.judge_in(&environments, &exercises, order, &context);
        self.environments = Some(environments);
        judged
    }

    fn judge_in(
        &mut self,
        environments: &Environments,
        exercises: &[&Exercise],
        order: &Order,
        context: &Context,
    ) -> anyhow::Result<()> {
        let (course, settings) = (self.course, isolation::settings(context));
        let before = sights(exercises);
        let memory = Memory::look(&course.root, exercises, &before, environments, &settings, order.recall);
        let unknown = memory.unknown();
        let fresh;
        let runner = match (&order.what, unknown.first()) {
            (What::One(_), Some(exercise)) => {
                if !self.runners.contains_key(&exercise.groups) {
                    let runner = self.runner(environments, &unknown, order, context)?;
                    self.runners.insert(exercise.groups.clone(), runner);
                }
                self.runners.get(&exercise.groups)
            }
            _ => {
                fresh = self.runner(environments, &unknown, order, context)?;
                Some(&fresh)
            }
        };
        let Some(runner) = runner.map(Box::as_ref) else { return Ok(()) };
        environments.show_at(
            &course.root.join(setup_files::ENVIRONMENT),
            unknown.iter().map(|exercise| &exercise.groups),
        );
        let notice = isolation::notice(runner, context).filter(|_| !self.noticed);
        if let Some(notice) = notice {
            self.tell(order, News::Notice(notice));
        }
        let tasks: Vec<Task<'_>> =
            memory.known().map(|(exercise, known)| Task { known, ..Task::learner(exercise) }).collect();
        let mut reporter = ToLoop { number: order.number, happenings: self.happenings.clone() };
        let session = Session { course, runner, workers: workers(None), cancel: &order.cancel };
        let run = session.run(&tasks, &mut reporter)?;
        self.noticed |= !unknown.is_empty();
        let after = sights(exercises);
        let files = run.results.iter().map(|result| memory.judged(result, &after)).collect();
        let finished = Finished { results: run.results.clone(), summary: run.summary, files };
        // The learner first, the cache afterwards.
        self.tell(order, News::Finished(Box::new(finished)));
        run.results.iter().for_each(|result| memory.keep(result));
        Ok(())
    }

    fn runner(
        &self,
        environments: &Environments,
        exercises: &[&Exercise],
        order: &Order,
        context: &Context,
    ) -> anyhow::Result<Box<dyn Runner>> {
        let mut tell = |words| self.tell(order, News::Preparing(words));
        engine::lasting_runner(environments, exercises, context, &mut tell)
    }
}

/// The learner's files as they are now.
fn sights(exercises: &[&Exercise]) -> Sights {
    exercises.iter().map(|exercise| (exercise.name.clone(), Sight::of(exercise))).collect()
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
