//! A `pytest` check in two halves: the tests in a trusted process, the learner's code in another, with a line between.
//!
//! ```text
//! supervisor ──▶ pytest, tests, stand-ins ◀──line──▶ the learner's code ◀── supervisor
//!                records, exit code                  standard output and error
//! ```
//!
//! Each half has folders, limits and a sandbox of its own; neither sees the other's files. What tests say is taken from
//! the judging half alone, how the learner's program fared (limits, stacks) from the other.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::model::cancel::Cancel;
use crate::model::execution::{Ending, Execution};
use crate::model::job::{Apart, Job, Program};
use crate::model::limits::{ByteSize, Limits};
use crate::model::names::RelPath;
use crate::model::record::Record;

/// The word that tells pytest's helper of the other half.
const FLAG: &str = "--split=";

/// The exception that tests are failed with when the learner's program is gone.
const LOST: &str = "ProgramLost";

/// What it says when the line was closed.
const ENDED: &str = "the program ended early";

/// How much longer than the learner's the judging half may take: it has still to say what failed.
const LAST_WORDS: Duration = Duration::from_secs(3);

/// Memory that pytest has at least, whatever the learner's code is held to.
const MEMORY: ByteSize = ByteSize::mib(512);

/// How long the learner's half may take to end when the tests are over.
const END: Duration = Duration::from_millis(200);

/// The two jobs that a split one becomes.
#[derive(Debug)]
pub(crate) struct Halves {
    pub(crate) judge: Job,
    pub(crate) learner: Job,
}

impl Halves {
    /// The halves of a job, when it is to be split.
    pub(crate) fn of(job: &Job) -> Option<Self> {
        let Program::Pytest { file, apart: Some(apart), .. } = &job.program else { return None };
        let theirs = |path: &RelPath| apart.files.contains(path);
        let mut judge = job.clone();
        judge.files.retain(|staged| !theirs(&staged.path));
        judge.limits = Limits {
            time: job.limits.time + LAST_WORDS,
            memory: ByteSize(job.limits.memory.0.max(MEMORY.0)),
            ..job.limits
        };
        let mut learner = job.clone();
        learner.files.retain(|staged| staged.path != *file);
        Some(Self { judge, learner })
    }
}

/// What pytest's helper is told: the learner's modules, the classes that are declared, and where the other half keeps
/// its temporary files.
pub(crate) fn flag(apart: &Apart, learners_tmp: &Path) -> String {
    let modules: Vec<&str> =
        apart.files.iter().map(RelPath::as_str).filter(|file| file.ends_with(".py")).collect();
    let told = json!({ "modules": modules, "classes": apart.classes, "tmp": learners_tmp.to_string_lossy() });
    format!("{FLAG}{told}")
}

/// Runs both halves at once. When the tests are over, the learner's half is given a moment, and ended.
pub(crate) fn side_by_side<J, L: Send>(
    judge: impl FnOnce(&Cancel) -> J,
    learner: impl FnOnce(&Cancel) -> L + Send,
    cancel: &Cancel,
) -> (J, thread::Result<L>) {
    let stop = Cancel::default();
    thread::scope(|scope| {
        let other = scope.spawn(|| learner(&stop));
        let judged = judge(cancel);
        let patience = Instant::now() + END;
        while !other.is_finished() && Instant::now() < patience {
            thread::sleep(Duration::from_millis(1));
        }
        stop.cancel();
        (judged, other.join())
    })
}

/// What came of both, as if it had been one run.
pub(crate) fn together(judge: Execution, learner: Execution, limits: &Limits) -> Execution {
    let mut records = judge.records;
    name_the_end(&mut records, &learner.ending);
    let never_started = records.is_empty();
    let ending = match (judge.ending, &learner.ending) {
        (ending @ (Ending::Cancelled | Ending::NotRun(_) | Ending::Refused(_)), _) => ending,
        (_, Ending::TimedOut(_) | Ending::OutputLimit(_) | Ending::Exceeded(_) | Ending::NotRun(_)) => {
            learner.ending.clone()
        }
        (Ending::TimedOut(_), _) => Ending::TimedOut(limits.time),
        (ending, _) => ending,
    };
    Execution {
        ending,
        records,
        bad_records: judge.bad_records,
        stacks: learner.stacks.or(judge.stacks),
        stderr: if never_started { judge.stderr } else { learner.stderr },
        wall: judge.wall.max(learner.wall),
        survivors: judge.survivors + learner.survivors,
        ..learner
    }
}

/// Tests only know that the program was gone; how it ended is known here.
fn name_the_end(records: &mut [Record], ending: &Ending) {
    let how = match ending {
        Ending::Exited(code) => format!("{ENDED}, with exit code {code} (`os._exit` or `sys.exit`?)"),
        Ending::Signaled(signal) => format!("{ENDED}, by signal {signal}"),
        _ => return,
    };
    for record in records {
        let exception = match record {
            Record::Test(test) => test.exception.as_mut(),
            Record::LoadFailed { exception } => Some(exception),
            _ => None,
        };
        if let Some(exception) = exception.filter(|raised| raised.class == LOST && raised.message == ENDED) {
            exception.message.clone_from(&how);
        }
    }
}
