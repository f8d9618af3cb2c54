//! The workers that grade the submissions of a class: each takes the next one, and all share the cores.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::time::Instant;

use crate::commands::grade::lay;
use crate::error::UserError;
use crate::language::{Text, said};
use crate::model::cancel::Cancel;
use crate::model::class::{Row, Unchanged};
use crate::model::course::Course;
use crate::model::event::{Event, Status};
use crate::model::exercise::Exercise;
use crate::plan::Task;
use crate::report::Reporter;
use crate::run::Runner;
use crate::session::{Places, Session};
use crate::submission::{Entry, Submission, commit_of};

/// What all submissions have in common.
pub(super) struct Pool<'a> {
    pub(super) course: &'a Course,
    pub(super) exercises: &'a [&'a Exercise],
    pub(super) unchanged: Unchanged,
    pub(super) runner: &'a dyn Runner,
    pub(super) workers: usize,
    pub(super) seed: u64,
    pub(super) cancel: &'a Cancel,
    /// Whether a submission of this name with this key needs no grading any more.
    pub(super) is_known: &'a (dyn Fn(&str, &str) -> bool + Sync),
}

/// What a worker tells.
pub(super) enum News {
    /// The submission at this place is graded.
    Graded(usize, Box<Row>),
    /// It was graded before, and nothing has changed since.
    Known(usize),
    /// Something worth knowing.
    Notice(Text),
}

impl Pool<'_> {
    /// Grades every entry and tells what comes of it, in the order in which it comes. Whoever asks to stop gets what is
    /// done; a submission that was under way leaves no row.
    ///
    /// # Errors
    /// The first one of `tell`; then nothing more is begun.
    pub(super) fn grade(
        &self,
        entries: &[&Entry],
        mut tell: impl FnMut(News) -> Result<(), UserError>,
    ) -> Result<(), UserError> {
        let places = Places::new(self.workers);
        let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
        let (sender, receiver) = channel();
        std::thread::scope(|scope| {
            for _ in 0..self.workers.min(entries.len()) {
                let news = sender.clone();
                let (places, next, stop) = (&places, &next, &stop);
                scope.spawn(move || {
                    while !stop.load(Ordering::Relaxed) && !self.cancel.is_cancelled() {
                        let place = next.fetch_add(1, Ordering::Relaxed);
                        let Some(entry) = entries.get(place) else { return };
                        // The last ones share what the others no longer need.
                        let left = entries.len() - place;
                        let workers = self.workers.div_ceil(left.min(self.workers));
                        match self.look_at(entry, places, workers, &news) {
                            Look::Graded(row) => drop(news.send(News::Graded(place, row))),
                            Look::Known => drop(news.send(News::Known(place))),
                            Look::Stopped => return,
                        }
                    }
                });
            }
            drop(sender);
            let mut outcome = Ok(());
            // To the end, also after an error: what is under way is waited for, not told.
            for news in receiver {
                if outcome.is_ok() {
                    outcome = tell(news);
                    stop.store(outcome.is_err(), Ordering::Relaxed);
                }
            }
            outcome
        })
    }

    fn look_at(&self, entry: &Entry, places: &Places, workers: usize, news: &Sender<News>) -> Look {
        let start = Instant::now();
        let submission = match self.open(entry) {
            Ok(submission) => submission,
            Err(why) => return Look::Graded(Box::new(self.row(entry, Some(why), start))),
        };
        let altered = submission.altered(self.course);
        let key = key(&submission.key(self.exercises, self.course), &altered);
        if (self.is_known)(&entry.name, &key) {
            return Look::Known;
        }
        let changed = |exercise: &&&Exercise| {
            self.unchanged == Unchanged::Judged || submission.changes(exercise, self.course)
        };
        let exercises: Vec<&Exercise> = self.exercises.iter().filter(changed).copied().collect();
        let desk = match lay(&submission, self.course, &exercises, self.seed_of(entry)) {
            Ok(desk) => desk,
            Err(error) => {
                return Look::Graded(Box::new(self.row(entry, Some(in_a_line(&error)), start)));
            }
        };
        let tasks: Vec<Task<'_>> = desk.course().exercises().map(Task::learner).collect();
        let session = Session { course: desk.course(), runner: self.runner, workers, cancel: self.cancel };
        let Ok(run) = session.run_within(places, &tasks, &mut Ear(news)) else { return Look::Stopped };
        if run.results.iter().any(|result| result.status == Status::Cancelled) {
            return Look::Stopped;
        }
        let own = submission.root();
        Look::Graded(Box::new(Row {
            key,
            commit: own.join(".git").exists().then(|| commit_of(own)).flatten(),
            altered,
            results: run.results,
            ..self.row(entry, None, start)
        }))
    }

    fn open(&self, entry: &Entry) -> Result<Submission, Text> {
        match &entry.refused {
            Some(why) => Err(why.clone()),
            None => Submission::open(&entry.path).map_err(|error| error.why.unwrap_or(error.what)),
        }
    }

    /// A row without results.
    fn row(&self, entry: &Entry, fault: Option<Text>, start: Instant) -> Row {
        Row {
            submission: entry.name.clone(),
            key: String::new(),
            path: entry.path.to_string_lossy().into_owned(),
            commit: None,
            isolation: self.runner.isolation(),
            seed: self.seed_of(entry),
            altered: Vec::new(),
            fault,
            results: Vec::new(),
            seconds: start.elapsed().as_secs_f64(),
            said: Vec::new(),
        }
    }

    /// Every submission has must-fail tests of its own, the same on every machine.
    fn seed_of(&self, entry: &Entry) -> u64 {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&self.seed.to_le_bytes());
        hasher.update(entry.name.as_bytes());
        let mut first = [0; 8];
        first.copy_from_slice(&hasher.finalize().as_bytes()[..8]);
        u64::from_le_bytes(first)
    }
}

/// What comes of a submission.
enum Look {
    Graded(Box<Row>),
    Known,
    Stopped,
}

/// Of a run's events, notices alone are passed on.
struct Ear<'a>(&'a Sender<News>);

impl Reporter for Ear<'_> {
    fn on(&mut self, event: &Event) -> std::io::Result<()> {
        if let Event::Notice { text } = event {
            let _ = self.0.send(News::Notice(text.clone()));
        }
        Ok(())
    }
}

fn key(files: &str, altered: &[String]) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(files.as_bytes());
    for path in altered {
        hasher.update(&(path.len() as u64).to_le_bytes());
        hasher.update(path.as_bytes());
    }
    hasher.finalize().to_hex().to_string()
}

fn in_a_line(error: &UserError) -> Text {
    match &error.why {
        Some(why) => said!("error-with-reason", what = &error.what, reason = why).into(),
        None => error.what.clone(),
    }
}
