//! The warm runner: Python and pytest start once a worker, every job is a fork.
//!
//! ```text
//! grader ──job, descriptors──▶ supervisor ──job, descriptors──▶ fork server ──fork──▶ the job
//!    ◀──────report──────────────   │ (adopts orphans, deadline)                          │
//!    ◀──────────────────────── stdout, stderr, records ──────────────────────────────────┘
//! ```
//!
//! A worker's sandbox is put on once, before its server starts, and holds for every job; what differs from job to job
//! (folders, limits) is set for each.
//!
//! What a fork cannot serve faithfully goes to the cold runner: tools, checks that say `start: cold`, and learner files
//! with the name of a module that the server has loaded. A worker that is lost is replaced, and its job runs once more, cold.

mod gather;
pub(crate) mod message;
#[cfg(target_os = "linux")]
mod quiet;
mod serve;
mod server;
mod worker;

pub use serve::serve;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::num::NonZeroUsize;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use self::message::Kind;
use self::worker::{Lost, NotStarted, Worker, judges_fields, learners_fields};
use super::cold::Cold;
use super::sandbox::Policy;
use super::split::{self, Halves};
use super::staging::StagingError;
use super::{Runner, slow};
use crate::language::{Language, Text, said};
use crate::model::cancel::Cancel;
use crate::model::check::Start;
use crate::model::course::Unfit;
use crate::model::execution::{Ending, Execution};
use crate::model::exercise::Exercise;
use crate::model::job::{Circumstances, Job, Program};
use crate::model::limits::{ByteSize, Limits, Network};

/// The argument that turns the binary into the supervisor of a worker.
pub const COMMAND: &str = "__supervise-worker";

/// Processes that the kernel allows a server and its job; each job is held to its own number.
const PROCESSES: u32 = 4096;

/// Runs jobs as forks of warm interpreters.
pub struct Warm {
    cold: Cold,
    pools: Mutex<Pools>,
    /// Workers that may wait for a job of their kind; each holds some tens of megabytes.
    idle: usize,
    forked: AtomicUsize,
    /// What servers of each interpreter preload, as far as that was found to be safe.
    preload: Mutex<BTreeMap<PathBuf, Vec<String>>>,
    /// What was found not to be.
    unfit: Mutex<BTreeSet<Unfit>>,
    /// Why no server could be started; not told yet.
    untold: Mutex<Option<String>>,
}

/// What all jobs of a worker have in common: what is settled when its server starts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    python: PathBuf,
    kind: Kind,
    network: Network,
    /// The size of its memory files.
    memory: ByteSize,
}

#[derive(Default)]
struct Pools {
    /// Workers without a job; the one that waits longest comes first.
    idle: Vec<(Key, Worker)>,
    /// No server can be started: asked once, not for every job.
    broken: BTreeSet<Key>,
}

impl Warm {
    /// A runner that forks where it can and uses `cold` elsewhere, in the sandbox of `cold`.
    pub fn new(cold: Cold) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
        // Scripts and tests have workers of different kinds, and there is room for a few of other environments.
        let preload = cold.preload().collect();
        Self {
            cold,
            pools: Mutex::default(),
            idle: 2 * cores + 4,
            preload: Mutex::new(preload),
            unfit: Mutex::default(),
            forked: AtomicUsize::new(0),
            untold: Mutex::default(),
        }
    }

    /// How many jobs ran as forks.
    pub fn forked(&self) -> usize {
        self.forked.load(Ordering::Relaxed)
    }

    fn pools(&self) -> MutexGuard<'_, Pools> {
        lock(&self.pools)
    }

    /// An idle worker or a new one; `None` when there can be none.
    fn take(&self, key: &Key) -> Option<Worker> {
        {
            let mut pools = self.pools();
            if pools.broken.contains(key) {
                return None;
            }
            if let Some(place) = pools.idle.iter().rposition(|(has, _)| has == key) {
                return Some(pools.idle.remove(place).1);
            }
        }
        match self.start(key, self.cold.supervisor()?) {
            Ok(worker) => Some(worker),
            Err(error) => {
                self.pools().broken.insert(key.clone());
                *lock(&self.untold) = Some(error.to_string());
                None
            }
        }
    }

    /// A new worker, without what it must not preload.
    fn start(&self, key: &Key, supervisor: &Path) -> io::Result<Worker> {
        loop {
            let preload = lock(&self.preload).get(&key.python).cloned().unwrap_or_default();
            let policy = |own, tools| self.policy(key, own, tools);
            match Worker::start(supervisor, &key.python, key.kind, &preload, policy) {
                Ok(worker) => return Ok(worker),
                Err(NotStarted::Failed(error)) => return Err(error),
                Err(NotStarted::Unfit(unfit)) => {
                    if !preload.contains(&unfit.module) {
                        let said = said!("unfit-module", module = &unfit.module, why = unfit.said());
                        return Err(io::Error::other(said.by(Language::ENGLISH)));
                    }
                    if let Some(modules) = lock(&self.preload).get_mut(&key.python) {
                        modules.retain(|module| *module != unfit.module);
                    }
                    lock(&self.unfit).insert(unfit);
                }
            }
        }
    }

    /// Starts a worker of each kind for each interpreter that has something to preload, and tells what must not be.
    pub fn unfit(&self) -> BTreeSet<Unfit> {
        let Limits { network, memory, .. } = Limits::default();
        for (python, _) in self.cold.preload() {
            for kind in [Kind::Plain, Kind::Pytest] {
                let key = Key { python: python.clone(), kind, network, memory };
                if let Some(worker) = self.take(&key) {
                    self.put_back(key, worker);
                }
            }
        }
        lock(&self.unfit).clone()
    }

    fn put_back(&self, key: Key, worker: Worker) {
        let mut pools = self.pools();
        pools.idle.push((key, worker));
        let oldest = (pools.idle.len() > self.idle).then(|| pools.idle.remove(0));
        drop(pools);
        // Ends, which takes a moment, while others go on.
        drop(oldest);
    }

    fn policy(&self, key: &Key, own: PathBuf, tools: PathBuf) -> Option<Policy> {
        let limits =
            Limits { network: key.network, memory: key.memory, processes: PROCESSES, ..Limits::default() };
        let policy = self.cold.sandbox().policy(vec![own], vec![tools], &key.python, &limits)?;
        Some(Policy { fork_server: true, ..policy })
    }

    /// The job as a fork, or `None` when it has to run cold.
    fn fork(&self, job: &Job, cancel: &Cancel) -> Option<Execution> {
        // A server has its own hash seed, locale and time zone.
        if job.start == Start::Cold || job.circumstances != Circumstances::default() {
            return None;
        }
        if let Some(halves) = Halves::of(job) {
            return self.fork_split(&halves, job, cancel);
        }
        let kind = match job.program {
            Program::Script { .. } | Program::Cases { .. } => Kind::Plain,
            Program::Pytest { .. } => Kind::Pytest,
            Program::Tool { .. } => return None,
        };
        let key = self.key(job, kind)?;
        let mut worker = self.take(&key)?;
        let execution = if worker.modules().clash(job) { None } else { Some(worker.run(job, cancel)) };
        match execution {
            Some(Ok(execution)) => {
                self.forked.fetch_add(1, Ordering::Relaxed);
                self.put_back(key, worker);
                Some(execution)
            }
            Some(Err(Lost)) => None,
            None => {
                self.put_back(key, worker);
                None
            }
        }
    }
}

impl Warm {
    fn key(&self, job: &Job, kind: Kind) -> Option<Key> {
        let python = self.cold.python(job)?.to_path_buf();
        Some(Key { python, kind, network: job.limits.network, memory: job.limits.memory })
    }

    /// A worker of each kind; those that have to be started first start at the same time.
    fn take_both(&self, keys: &(Key, Key)) -> Option<(Worker, Worker)> {
        let (one, other) = thread::scope(|scope| {
            let other = scope.spawn(|| self.take(&keys.1));
            (self.take(&keys.0), other.join().unwrap_or_default())
        });
        match (one, other) {
            (Some(one), Some(other)) => Some((one, other)),
            (one, other) => {
                let left = one.map(|worker| (keys.0.clone(), worker));
                let left = left.into_iter().chain(other.map(|worker| (keys.1.clone(), worker)));
                left.for_each(|(key, worker)| self.put_back(key, worker));
                None
            }
        }
    }

    /// Both halves of a split run, each a fork of a worker of its kind; `None` when it has to run cold.
    fn fork_split(&self, halves: &Halves, job: &Job, cancel: &Cancel) -> Option<Execution> {
        let Halves { judge, learner } = halves;
        let keys = (self.key(judge, Kind::Judge)?, self.key(learner, Kind::Learner)?);
        let mut workers = self.take_both(&keys)?;
        let put_back = |workers: (Worker, Worker)| {
            self.put_back(keys.0, workers.0);
            self.put_back(keys.1, workers.1);
        };
        // The names of the learner's files count on both sides: here they run, there stand-ins take their place.
        if workers.0.modules().clash(job) || workers.1.modules().clash(learner) {
            put_back(workers);
            return None;
        }
        let staged = workers.1.stage(learner).and_then(|theirs| Ok((workers.0.stage(judge)?, theirs)));
        let (ours, theirs) = match staged {
            Ok(staged) => staged,
            Err(error @ StagingError::Refused(_)) => {
                put_back(workers);
                return Some(error.into_execution());
            }
            Err(StagingError::Broken(_)) => return None,
        };
        let fields = (judges_fields(judge, &ours, &theirs), learners_fields(&theirs, &ours));
        let (line, other_end) = UnixStream::pair().ok()?;
        let (judging, learning) = (&mut workers.0, &mut workers.1);
        let (judged, learned) = split::side_by_side(
            move |cancel| judging.run_staged(judge, ours, line.into(), fields.0, cancel),
            move |stop| learning.run_staged(learner, theirs, other_end.into(), fields.1, stop),
            cancel,
        );
        let (Ok(judged), Ok(Ok(learned))) = (judged, learned) else { return None };
        self.forked.fetch_add(1, Ordering::Relaxed);
        put_back(workers);
        Some(split::together(judged, learned, &job.limits))
    }
}

impl Runner for Warm {
    fn run(&self, job: &Job, cancel: &Cancel) -> Execution {
        if cancel.is_cancelled() {
            return Execution::without_run(Ending::Cancelled);
        }
        self.fork(job, cancel).unwrap_or_else(|| self.cold.run(job, cancel))
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

impl Drop for Warm {
    fn drop(&mut self) {
        // All at once: each takes a moment to end.
        for (_, worker) in &self.pools().idle {
            worker.dismiss();
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::model::course::PythonVersion;
    use crate::run::fake;

    #[test]
    fn that_no_worker_starts_is_said_once_and_jobs_run_cold() {
        let groups = BTreeSet::new();
        let version = PythonVersion { major: 3, minor: 11 };
        // A supervisor that ends at once.
        let cold =
            Cold::new([(groups.clone(), "/bin/false".into())].into(), version, PathBuf::from("/bin/false"));
        let warm = Warm::new(cold);
        let job = fake::job(groups);
        for _ in 0..2 {
            assert!(matches!(warm.run(&job, &Cancel::default()).ending, Ending::NotRun(_)));
        }
        assert_eq!(warm.forked(), 0);
        assert!(matches!(warm.take_remarks().as_slice(), [text] if text.contains("which is slow")));
        assert!(warm.take_remarks().is_empty());
    }
}
