//! An interpreter that has started and waits for the one job that it will run.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{ChildStderr, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde::Serialize;
use tempfile::TempDir;

use crate::model::cancel::Cancel;
use crate::model::job::{Job, Program};
use crate::python::helpers;
use crate::run::group::Group;
use crate::run::grouped::Running;
use crate::run::modules::{First, Modules, read_first};
use crate::run::staging::{self, Staging, StagingError};
use crate::run::{Outcome, launch, scratch};

/// How long an interpreter may take to import what it serves.
const START: Duration = Duration::from_secs(60);

/// What an interpreter has imported while nobody waited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Script,
    Cases,
    Pytest,
}

impl Kind {
    /// The kind that runs a program; `None` for one that is not ours to prepare.
    pub(super) fn of(program: &Program) -> Option<Self> {
        match program {
            Program::Script { .. } => Some(Self::Script),
            Program::Cases { .. } => Some(Self::Cases),
            Program::Pytest { apart: None, .. } => Some(Self::Pytest),
            Program::Pytest { apart: Some(_), .. } | Program::Tool { .. } => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Script => "script",
            Self::Cases => "cases",
            Self::Pytest => "pytest",
        }
    }
}

/// An interpreter without a job; at first it may still be importing.
pub(super) struct Interpreter {
    group: Group,
    stdin: ChildStdin,
    stderr: ChildStderr,
    ready: Receiver<io::Result<(ChildStdout, Vec<String>)>>,
    /// What it has loaded, once it is ready, and its output from then on.
    loaded: Option<(ChildStdout, Modules)>,
    python: PathBuf,
    /// Our helper programs, for it alone: no job can change what another one will run.
    tools: TempDir,
}

/// What it is told of its job.
#[derive(Serialize)]
struct Told<'a> {
    cwd: &'a str,
    /// Variables that differ from those that it was started with.
    env: Vec<(&'a str, &'a str)>,
    stdin: Option<&'a str>,
    records: &'a str,
    rest: Vec<&'a str>,
}

impl Interpreter {
    /// Starts an interpreter, and waits for nothing.
    pub(super) fn start(python: &Path, kind: Kind) -> io::Result<Self> {
        let tools =
            tempfile::Builder::new().prefix(&scratch::prefix()).tempdir_in(staging::temporary_folder())?;
        staging::write_tools(tools.path()).map_err(|error| broken(&error))?;
        let env = launch::environment(python, tools.path(), tools.path());
        let [program, options @ ..] = launch::interpreter(python);
        let mut command = Command::new(program);
        command.args(options).arg(tools.path().join(helpers::POOL.name)).arg(kind.name());
        command.env_clear().envs(env.iter().map(|(name, value)| (name, value))).current_dir(tools.path());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut group = Group::start(command)?;
        let stdin = group.stdin()?;
        let (mut stdout, stderr) = group.streams()?;
        let (sender, ready) = channel();
        std::thread::spawn(move || {
            let said = read_first(&mut stdout).and_then(|first| match first {
                First::Ready(names) => Ok((stdout, names)),
                First::Unfit(unfit) => Err(io::Error::other(unfit.why)),
            });
            // Whoever asked may be gone.
            let _ = sender.send(said);
        });
        Ok(Self { group, stdin, stderr, ready, loaded: None, python: python.to_path_buf(), tools })
    }

    /// Waits until it is ready.
    ///
    /// # Errors
    /// When it ends or takes too long.
    pub(super) fn await_ready(mut self) -> io::Result<Self> {
        if self.loaded.is_none() {
            let late = |_| io::Error::new(io::ErrorKind::TimedOut, "Python did not become ready in time");
            let (stdout, names) = self.ready.recv_timeout(START).map_err(late)??;
            self.loaded = Some((stdout, Modules::new(names)));
        }
        match self.group.ended()? {
            Some(ending) => Err(io::Error::other(format!("Python has ended: {ending:?}"))),
            None => Ok(self),
        }
    }

    /// Whether a file of the job would be taken for a module that it has loaded already.
    pub(super) fn clashes(&self, job: &Job) -> bool {
        self.loaded.as_ref().is_some_and(|(_, modules)| modules.clash(job))
    }

    /// Hands the job over.
    ///
    /// # Errors
    /// When it is gone, or a path cannot be told: nothing of the job has run then.
    pub(super) fn give(self, job: &Job, staging: &Staging) -> io::Result<Busy> {
        let Self { group, mut stdin, stderr, loaded, python, tools, .. } = self;
        let (stdout, _) = loaded.ok_or_else(|| io::Error::other("Python is not ready"))?;
        let records = tempfile::NamedTempFile::new()?.into_temp_path();
        let since = Instant::now();
        let input = input(job, staging)?;
        let has = launch::environment(&python, tools.path(), tools.path());
        let wants = launch::environment(&python, &staging.home(), &staging.tmp());
        let differ = wants.iter().filter(|variable| !has.contains(variable));
        let (cwd, rest) = (staging.work(), rest(job));
        let told = Told {
            cwd: text(cwd.as_os_str())?,
            env: differ.map(|(name, value)| Ok((text(name)?, text(value)?))).collect::<io::Result<_>>()?,
            stdin: input.as_deref().map(|path| text(path.as_os_str())).transpose()?,
            records: text(records.as_os_str())?,
            rest: rest.iter().map(String::as_str).collect(),
        };
        let body = serde_json::to_vec(&told)?;
        let length = u32::try_from(body.len()).map_err(io::Error::other)?;
        stdin.write_all(&[&length.to_be_bytes(), body.as_slice()].concat())?;
        Ok(Busy { running: Running { group, stdout, stderr, records, since }, _tools: tools })
    }
}

/// One that runs its job. Afterwards it is gone.
pub(super) struct Busy {
    running: Running,
    _tools: TempDir,
}

impl Busy {
    pub(super) fn finish(self, job: &Job, cancel: &Cancel) -> io::Result<Outcome> {
        self.running.finish(&job.limits, cancel)
    }
}

/// What the job reads from standard input, in a file.
fn input(job: &Job, staging: &Staging) -> io::Result<Option<PathBuf>> {
    let bytes = match &job.program {
        Program::Script { stdin, .. } if !stdin.is_empty() => stdin.clone(),
        Program::Cases { calls, .. } => serde_json::to_vec(calls)?,
        _ => return Ok(None),
    };
    staging.write_stdin(&bytes).map(Some).map_err(|error| broken(&error))
}

/// The file to run, and what follows it.
fn rest(job: &Job) -> Vec<String> {
    match &job.program {
        Program::Script { script, args, .. } => {
            [script.as_str().to_owned()].into_iter().chain(args.iter().cloned()).collect()
        }
        Program::Pytest { file, hidden, apart: _ } => {
            [file].into_iter().chain(hidden).map(|file| file.as_str().to_owned()).collect()
        }
        Program::Cases { module, .. } => vec![module.as_str().to_owned()],
        Program::Tool { command } => command.clone(),
    }
}

fn text(text: &OsStr) -> io::Result<&str> {
    text.to_str().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "a path is not UTF-8"))
}

fn broken(error: &StagingError) -> io::Error {
    io::Error::other(match error {
        StagingError::Broken(why) => why.to_string(),
        StagingError::Refused(refusal) => format!("{} {}", refusal.file, refusal.why),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documents_job_is_ours() {
        let doc = include_str!("../../../docs/worker-protocol.md");
        let example = doc.split("\n## The pool").nth(1).and_then(|part| part.split("\n```json\n").nth(1));
        let example = example.and_then(|part| part.split("\n```").next()).expect("an example");
        let told = Told {
            cwd: "/tmp/p/work",
            env: vec![("HOME", "/tmp/p/home"), ("TMPDIR", "/tmp/p/tmp")],
            stdin: None,
            records: "/tmp/r",
            rest: vec!["main.py", "an argument"],
        };
        let documented: serde_json::Value = serde_json::from_str(example).expect("JSON");
        assert_eq!(serde_json::to_value(told).expect("JSON"), documented);
    }
}
