//! The pool: interpreters that have started already, each for one job, where there is no fork server.
//!
//! ```text
//! grader ──job──▶ an interpreter that waits ──▶ the job, then its end
//!    └──starts──▶ another one, which imports while nobody waits
//! ```
//!
//! What a fork server does once, each interpreter does by itself; but it does so before somebody waits for it. As many
//! wait as have been busy at once: one while somebody learns. Nothing of one job can reach the next, which has a process
//! of its own.
//!
//! There is no sandbox and no supervisor here. Jobs that need one, tools, checks that say `start: cold`, and files with
//! the name of a module that is loaded go to the cold runner.

mod interpreter;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use self::interpreter::{Interpreter, Kind};
use super::cold::{self, Cold};
use super::staging::{Staging, StagingError};
use super::{Runner, slow};
use crate::language::Text;
use crate::model::cancel::Cancel;
use crate::model::check::Start;
use crate::model::execution::{Ending, Execution};
use crate::model::exercise::Exercise;
use crate::model::job::{Circumstances, Job};

/// Runs each job in an interpreter that has started before.
pub struct Pool {
    cold: Cold,
    stock: Arc<Mutex<Stock>>,
    /// Interpreters of one kind that may wait.
    most: usize,
    served: AtomicUsize,
    /// Why no interpreter could be kept; not told yet.
    untold: Mutex<Option<String>>,
}

/// What interpreters that can serve the same jobs have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    python: PathBuf,
    kind: Kind,
}

#[derive(Default)]
struct Stock {
    /// Those without a job; the one that waits longest comes first.
    waiting: Vec<(Key, Interpreter)>,
    /// How many of a kind are wanted: the most that were busy at once, and how many are now.
    wanted: BTreeMap<Key, Wanted>,
    /// None can be had: asked once, not for every job.
    broken: BTreeSet<Key>,
    /// The pool is gone.
    is_closed: bool,
}

#[derive(Default, Clone, Copy)]
struct Wanted {
    busy: usize,
    most: usize,
}

impl Stock {
    fn count(&self, key: &Key) -> usize {
        self.waiting.iter().filter(|(has, _)| has == key).count()
    }
}

impl Pool {
    /// A runner that uses interpreters of its own where it can, and `cold` elsewhere.
    pub fn new(cold: Cold) -> Self {
        Self {
            cold,
            stock: Arc::default(),
            most: std::thread::available_parallelism().map_or(1, NonZeroUsize::get),
            served: AtomicUsize::new(0),
            untold: Mutex::default(),
        }
    }

    /// How many jobs ran in interpreters that had waited for them.
    pub fn served(&self) -> usize {
        self.served.load(Ordering::Relaxed)
    }

    fn stock(&self) -> MutexGuard<'_, Stock> {
        lock(&self.stock)
    }

    /// An interpreter that is ready; `None` when there can be none.
    fn take(&self, key: &Key) -> Option<Interpreter> {
        let waiting = {
            let mut stock = self.stock();
            if stock.broken.contains(key) {
                return None;
            }
            let place = stock.waiting.iter().position(|(has, _)| has == key);
            place.map(|place| stock.waiting.remove(place).1)
        };
        // One that waited for long may have been ended by somebody: then another one is started.
        if let Some(ready) = waiting.and_then(|waiting| waiting.await_ready().ok()) {
            return Some(ready);
        }
        match Interpreter::start(&key.python, key.kind).and_then(Interpreter::await_ready) {
            Ok(ready) => Some(ready),
            Err(error) => {
                self.stock().broken.insert(key.clone());
                *lock(&self.untold) = Some(error.to_string());
                None
            }
        }
    }

    /// Starts as many as are missing, while the job's verdict is on its way.
    fn refill(&self, key: &Key) {
        let (stock, key, most) = (Arc::clone(&self.stock), key.clone(), self.most);
        std::thread::spawn(move || refill(&stock, &key, most));
    }

    /// The job in an interpreter that has waited, or `None` when it has to run cold.
    fn serve(&self, job: &Job, cancel: &Cancel) -> Option<Execution> {
        // One that waits has its own hash seed, locale and time zone.
        let is_cold = job.start == Start::Cold || job.circumstances != Circumstances::default();
        if is_cold || !self.cold.sandbox().is_none() {
            return None;
        }
        let key = Key { python: self.cold.python(job)?.to_path_buf(), kind: Kind::of(&job.program)? };
        let _busy = Busy::new(self, &key);
        let waiting = self.take(&key)?;
        if waiting.clashes(job) {
            self.stock().waiting.insert(0, (key.clone(), waiting));
            return None;
        }
        let staging = match Staging::prepare(job) {
            Ok(staging) => staging,
            Err(error) => return Some(error.into_execution()),
        };
        let given = waiting.give(job, &staging).ok()?;
        self.served.fetch_add(1, Ordering::Relaxed);
        let outcome = given.finish(job, cancel);
        self.refill(&key);
        Some(match outcome {
            Ok(outcome) => Execution { left: staging.left(job), ..cold::execution(outcome, &staging) },
            Err(error) => not_run(&error),
        })
    }
}

/// Starts interpreters until as many wait as have been busy at once, but at most `most`.
fn refill(stock: &Mutex<Stock>, key: &Key, most: usize) {
    let is_wanted = |stock: &Stock| {
        let wanted = stock.wanted.get(key).map_or(0, |wanted| wanted.most).min(most);
        !stock.is_closed && stock.count(key) < wanted
    };
    while is_wanted(&lock(stock)) {
        // What cannot be started now is tried again when it is needed, and told then.
        let Ok(another) = Interpreter::start(&key.python, key.kind) else { break };
        let mut stock = lock(stock);
        if is_wanted(&stock) {
            stock.waiting.push((key.clone(), another));
        }
    }
    // Those of another kind make room: each holds some tens of megabytes.
    let mut stock = lock(stock);
    let over = stock.waiting.len().saturating_sub(2 * most + 4);
    let oldest: Vec<_> = stock.waiting.drain(..over).collect();
    drop(stock);
    drop(oldest);
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Drop for Pool {
    fn drop(&mut self) {
        let mut stock = self.stock();
        stock.is_closed = true;
        let waiting = std::mem::take(&mut stock.waiting);
        drop(stock);
        drop(waiting);
    }
}

fn not_run(error: &io::Error) -> Execution {
    StagingError::not_run(error).into_execution()
}

/// A job that is being served, counted as long as it is.
struct Busy<'p> {
    pool: &'p Pool,
    key: &'p Key,
}

impl<'p> Busy<'p> {
    fn new(pool: &'p Pool, key: &'p Key) -> Self {
        let mut stock = pool.stock();
        let wanted = stock.wanted.entry(key.clone()).or_default();
        wanted.busy += 1;
        wanted.most = wanted.most.max(wanted.busy);
        drop(stock);
        Self { pool, key }
    }
}

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        if let Some(wanted) = self.pool.stock().wanted.get_mut(self.key) {
            wanted.busy = wanted.busy.saturating_sub(1);
        }
    }
}

impl Runner for Pool {
    fn run(&self, job: &Job, cancel: &Cancel) -> Execution {
        if cancel.is_cancelled() {
            return Execution::without_run(Ending::Cancelled);
        }
        self.serve(job, cancel).unwrap_or_else(|| self.cold.run(job, cancel))
    }

    fn is_idle(&self) -> bool {
        self.cold.is_idle()
    }

    fn isolation(&self) -> Vec<String> {
        self.cold.isolation()
    }

    fn take_remarks(&self) -> Vec<Text> {
        let untold = lock(&self.untold).take();
        untold.as_deref().map(slow).into_iter().collect()
    }

    fn unmet(&self, exercise: &Exercise) -> Option<Text> {
        self.cold.unmet(exercise)
    }
}

#[cfg(test)]
mod tests;
