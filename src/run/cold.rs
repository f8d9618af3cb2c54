//! The cold runner: one fresh Python process a job.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
#[cfg(unix)]
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};

use super::launch::Launch;
#[cfg(unix)]
use super::launch::Stdin;
use super::sandbox::Sandbox;
#[cfg(unix)]
use super::split::{self, Halves};
use super::staging::{Staging, StagingError};
use super::{Outcome, Runner, needs, records};
use crate::language::{Text, said};
use crate::model::cancel::Cancel;
use crate::model::check::Check;
use crate::model::course::PythonVersion;
use crate::model::execution::{Captured, Ending, Execution};
use crate::model::exercise::Exercise;
use crate::model::job::{Job, Program};
use crate::model::limits::Limits;
use crate::model::names::GroupName;

/// Runs each job in a Python process of its own.
pub struct Cold {
    /// The interpreter of each set of groups.
    pythons: BTreeMap<BTreeSet<GroupName>, PathBuf>,
    /// The version that they all have.
    version: PythonVersion,
    /// The binary to start as supervisor, prolings itself; without one, programs are groups.
    #[cfg_attr(not(unix), expect(dead_code, reason = "only Unix has a supervisor"))]
    supervisor: Option<PathBuf>,
    sandbox: Sandbox,
    /// What forked workers import beforehand, for each set of groups.
    #[cfg_attr(not(unix), expect(dead_code, reason = "only Unix forks"))]
    preload: BTreeMap<BTreeSet<GroupName>, Vec<String>>,
    /// Where the header files of its Python are, or would be.
    include: Option<PathBuf>,
}

impl Cold {
    /// A runner that uses `pythons` (an environment's interpreter for each set of groups), all of `version`, and starts
    /// `supervisor`, which must be prolings itself, where the system can have one. Jobs run without a sandbox.
    pub fn new(
        pythons: BTreeMap<BTreeSet<GroupName>, PathBuf>,
        version: PythonVersion,
        supervisor: PathBuf,
    ) -> Self {
        let supervisor = cfg!(unix).then_some(supervisor);
        Self {
            pythons,
            version,
            supervisor,
            sandbox: Sandbox::none(),
            preload: BTreeMap::new(),
            include: None,
        }
    }

    /// The same runner without a supervisor and without a sandbox, as on systems that have neither.
    #[must_use]
    pub fn unsupervised(self) -> Self {
        Self { supervisor: None, sandbox: Sandbox::none(), ..self }
    }

    /// The same runner with its jobs in `sandbox`.
    #[must_use]
    pub fn within(self, sandbox: Sandbox) -> Self {
        Self { sandbox, ..self }
    }

    /// The same runner with modules that forked workers import beforehand, for sets of groups.
    #[must_use]
    pub fn with_preload(self, preload: BTreeMap<BTreeSet<GroupName>, Vec<String>>) -> Self {
        Self { preload, ..self }
    }

    /// What forked workers import beforehand, with the interpreter of each set of groups.
    #[cfg(unix)]
    pub(crate) fn preload(&self) -> impl Iterator<Item = (PathBuf, Vec<String>)> {
        let of = |(groups, modules): (&BTreeSet<GroupName>, &Vec<String>)| {
            Some((self.pythons.get(groups)?.clone(), modules.clone()))
        };
        self.preload.iter().filter_map(of).filter(|(_, modules)| !modules.is_empty())
    }

    /// The same runner for a Python whose header files would be in `include`.
    #[must_use]
    pub fn with_headers(self, include: Option<PathBuf>) -> Self {
        Self { include, ..self }
    }

    /// What its jobs run in.
    pub fn sandbox(&self) -> &Sandbox {
        &self.sandbox
    }

    /// The binary to start as supervisor.
    #[cfg(unix)]
    pub(crate) fn supervisor(&self) -> Option<&Path> {
        self.supervisor.as_deref()
    }

    /// The interpreter for a job.
    pub(crate) fn python(&self, job: &Job) -> Option<&Path> {
        self.pythons.get(&job.groups).map(PathBuf::as_path)
    }

    fn interpreter(&self, job: &Job) -> Result<&Path, StagingError> {
        self.python(job).ok_or_else(|| {
            let groups: Vec<&str> = job.groups.iter().map(GroupName::as_str).collect();
            StagingError::Broken(said!("no-environment-for", groups = groups.join(", ")).into())
        })
    }

    fn execute(&self, job: &Job, staging: &Staging, cancel: &Cancel) -> Result<Execution, StagingError> {
        let python = self.interpreter(job)?;
        let mut launch = Launch {
            policy: self.sandbox.policy(staging.own(), vec![staging.tools()], python, &job.limits),
            ..Launch::of(&job.program, python, staging)?.under(job)
        };
        let outcome = self
            .start(&mut launch, &staging.work(), &job.limits, cancel)
            .map_err(|error| StagingError::not_run(&error))?;
        Ok(Execution { left: staging.left(job), ..execution(outcome, staging) })
    }

    /// Both halves of a split run.
    #[cfg(unix)]
    fn run_split(&self, halves: &Halves, job: &Job, cancel: &Cancel) -> Result<Execution, StagingError> {
        let Halves { judge, learner } = halves;
        let python = self.interpreter(job)?;
        let (theirs, ours) = (Staging::prepare(learner)?, Staging::prepare(judge)?);
        let cannot = |error: io::Error| StagingError::not_run(&error);
        let (line, other_end) = UnixStream::pair().map_err(cannot)?;
        let mut judging = Launch {
            policy: self.sandbox.policy(ours.own(), vec![ours.tools()], python, &judge.limits),
            ..Launch::judging(&judge.program, python, &ours, &theirs)?.under(judge)
        };
        judging.stdin = Stdin::Link(line.into());
        let mut learning = Launch {
            policy: self.sandbox.policy(theirs.own(), vec![theirs.tools()], python, &learner.limits),
            ..Launch::learning(python, &theirs, &ours)?.under(learner)
        };
        learning.stdin = Stdin::Link(other_end.into());
        let (judged, learned) = split::side_by_side(
            move |cancel| {
                self.start(&mut judging, &ours.work(), &judge.limits, cancel).map(|o| execution(o, &ours))
            },
            move |stop| {
                let outcome = self.start(&mut learning, &theirs.work(), &learner.limits, stop)?;
                Ok(Execution { left: theirs.left(learner), ..execution(outcome, &theirs) })
            },
            cancel,
        );
        let learned: io::Result<Execution> =
            learned.unwrap_or_else(|_| Err(io::Error::other("the learner's half broke down")));
        Ok(split::together(judged.map_err(cannot)?, learned.map_err(cannot)?, &job.limits))
    }

    /// Whether there is nobody who could start a program with a line to another.
    fn cannot_split(&self) -> bool {
        #[cfg(unix)]
        return self.supervisor.is_none();
        #[cfg(not(unix))]
        true
    }

    fn start(
        &self,
        launch: &mut Launch,
        cwd: &Path,
        limits: &Limits,
        cancel: &Cancel,
    ) -> io::Result<Outcome> {
        #[cfg(unix)]
        if let Some(supervisor) = &self.supervisor {
            return super::supervisor::client::run(supervisor, launch, cwd, limits, cancel);
        }
        super::grouped::run(launch, cwd, limits, cancel)
    }
}

impl Runner for Cold {
    fn run(&self, job: &Job, cancel: &Cancel) -> Execution {
        if cancel.is_cancelled() {
            return Execution::without_run(Ending::Cancelled);
        }
        if matches!(&job.program, Program::Pytest { apart: Some(_), .. }) && self.cannot_split() {
            return Execution::without_run(Ending::NotRun(said!("cannot-split").into()));
        }
        #[cfg(unix)]
        if let Some(halves) = Halves::of(job) {
            return self.run_split(&halves, job, cancel).unwrap_or_else(StagingError::into_execution);
        }
        let result = Staging::prepare(job).and_then(|staging| self.execute(job, &staging, cancel));
        result.unwrap_or_else(StagingError::into_execution)
    }

    fn is_idle(&self) -> bool {
        self.pythons.is_empty()
    }

    fn isolation(&self) -> Vec<String> {
        self.sandbox.active().iter().map(ToString::to_string).collect()
    }

    fn unmet(&self, exercise: &Exercise) -> Option<Text> {
        if self.cannot_split() && exercise.checks.iter().any(Check::is_split) {
            return Some(said!("needs-split").into());
        }
        let python = self.pythons.get(&exercise.groups).map(PathBuf::as_path);
        needs::unmet_by(exercise, self.version, python, self.include.as_deref()).map(Text::from)
    }
}

/// The facts of a program that ran in these folders.
pub(crate) fn execution(outcome: Outcome, staging: &Staging) -> Execution {
    let workdir = staging.work();
    let (records, bad) = records::parse(&outcome.records);
    let (stderr, stacks) = match outcome.ending {
        Ending::TimedOut(_) => split_stacks(outcome.stderr),
        _ => (outcome.stderr, None),
    };
    let stacks = stacks.map(|stacks| super::sources::add(&stacks, &workdir));
    Execution {
        ending: outcome.ending,
        stdout: outcome.stdout,
        stderr,
        records,
        bad_records: bad + usize::from(outcome.records_damaged),
        stacks,
        workdir,
        wall: outcome.wall,
        survivors: outcome.survivors,
        sources: staging.sources().to_vec(),
        left: Vec::new(),
    }
}

/// Takes faulthandler's text off the end of the error stream.
fn split_stacks(stderr: Captured) -> (Captured, Option<String>) {
    const MARK: &[u8] = b"Fatal Python error: Aborted";
    let bytes = stderr.bytes();
    let Some(start) = bytes.windows(MARK.len()).rposition(|window| window == MARK) else {
        return (stderr, None);
    };
    let stacks = String::from_utf8_lossy(&bytes[start..]).into_owned();
    let head = Captured { head: bytes[..start].to_vec(), tail: Vec::new(), dropped: stderr.dropped };
    (head, Some(stacks))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stacks_are_taken_off_the_error_stream() {
        let stderr = Captured::whole(*b"warning: slow\nFatal Python error: Aborted\n\nCurrent thread 0x1:\n");
        let (stderr, stacks) = split_stacks(stderr);
        assert_eq!(stderr.bytes(), b"warning: slow\n");
        assert!(stacks.is_some_and(|stacks| stacks.ends_with("Current thread 0x1:\n")));
    }
}
