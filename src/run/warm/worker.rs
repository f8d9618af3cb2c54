//! A worker as the grader sees it: a supervisor with a fork server behind it, one job at a time.

use std::collections::HashSet;
use std::fs::File;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::COMMAND;
use super::gather::{Stream, gather};
use super::message::{CONTROL, Kind, Order, Ready, Start};
use crate::model::cancel::Cancel;
use crate::model::job::{Job, Origin, Program};
use crate::python::helpers;
use crate::run::staging::Staging;
use crate::run::supervisor::client::{GRACE, await_frame, ending};
use crate::run::supervisor::frame;
use crate::run::{Outcome, descriptors, launch, records};

/// How long a server may take to import what it serves.
const START: Duration = Duration::from_secs(60);

/// The worker is gone or beyond use; its job may be run again elsewhere.
#[derive(Debug)]
pub(crate) struct Lost;

/// A running worker. Dropping it ends it and everything below it.
pub(crate) struct Worker {
    supervisor: Child,
    socket: UnixStream,
    modules: HashSet<String>,
}

impl Worker {
    /// Starts a supervisor and its fork server, and waits until it can take jobs.
    ///
    /// # Errors
    /// When it does not become ready.
    pub(crate) fn start(supervisor: &Path, python: &Path, kind: Kind, tools: &Path) -> io::Result<Self> {
        let (mut socket, theirs) = UnixStream::pair()?;
        let supervisor = Command::new(supervisor)
            .arg(COMMAND)
            .env_clear()
            .stdin(Stdio::from(OwnedFd::from(theirs)))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let mut worker = Self { supervisor, socket: socket.try_clone()?, modules: HashSet::new() };
        frame::write(&mut socket, &start(python, kind, tools))?;
        let ready: Ready = await_frame(&socket, START, &Cancel::default(), &[])?;
        worker.modules.extend(ready.modules);
        Ok(worker)
    }

    /// Whether a learner's file would be taken for a module that the server has loaded already (`queue.py`).
    pub(crate) fn clashes(&self, job: &Job) -> bool {
        let learners = job
            .files
            .iter()
            .filter(|file| file.origin == Origin::Learner || !file.path.as_str().contains('/'));
        learners
            .filter_map(|file| file.path.as_str().split('/').next())
            .any(|name| self.modules.contains(name.strip_suffix(".py").unwrap_or(name)))
    }

    /// Runs a job to its end.
    pub(crate) fn run(&mut self, job: &Job, staging: &Staging, cancel: &Cancel) -> Result<Outcome, Lost> {
        self.try_run(job, staging, cancel).map_err(|_| Lost)
    }

    fn try_run(&mut self, job: &Job, staging: &Staging, cancel: &Cancel) -> io::Result<Outcome> {
        let stdin = stdin(job, staging)?;
        let (stdout, to_stdout) = io::pipe()?;
        let (stderr, to_stderr) = io::pipe()?;
        let (reports, to_reports) = io::pipe()?;
        let order = Order {
            time_ms: u64::try_from(job.limits.time.as_millis()).unwrap_or(u64::MAX),
            fields: fields(job, staging),
        };
        let given = [stdin.as_fd(), to_stdout.as_fd(), to_stderr.as_fd(), to_reports.as_fd()];
        descriptors::send(&self.socket, &serde_json::to_vec(&order)?, &given)?;
        drop((stdin, to_stdout, to_stderr, to_reports));
        let limit = job.limits.output.0;
        let streams = [
            Stream::bounded(stdout, limit),
            Stream::bounded(stderr, limit),
            Stream::cut(reports, records::LIMIT),
        ];
        let said = gather(&self.socket, streams, job.limits.time + GRACE, cancel)?;
        let [stdout, stderr, reports] = said.streams;
        let ended = said.done.ending.ok_or_else(|| io::Error::other("the fork server was lost"))?;
        Ok(Outcome {
            ending: ending(ended, said.flooded, &job.limits, cancel),
            stdout,
            stderr,
            records_damaged: !reports.is_whole() || std::str::from_utf8(&reports.head).is_err(),
            records: reports.head,
            wall: Duration::from_micros(said.done.wall_us),
            survivors: said.done.survivors,
        })
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // A supervisor ends everything when its socket closes; one that is stuck is ended here.
        let _ = self.socket.shutdown(std::net::Shutdown::Both);
        for _ in 0..100 {
            match self.supervisor.try_wait() {
                Ok(None) => std::thread::sleep(Duration::from_millis(2)),
                _ => return,
            }
        }
        let _ = self.supervisor.kill();
        let _ = self.supervisor.wait();
    }
}

fn start(python: &Path, kind: Kind, tools: &Path) -> Start {
    let mut argv = launch::interpreter(python).to_vec();
    argv.push(tools.join(helpers::FORK.name).into());
    argv.extend([CONTROL, kind.name()].map(Into::into));
    let env = launch::environment(python, tools, tools);
    Start {
        argv: argv.iter().map(|arg| arg.as_bytes().to_vec()).collect(),
        env: env.iter().map(|(name, value)| (name.as_bytes().to_vec(), value.as_bytes().to_vec())).collect(),
        cwd: tools.as_os_str().as_bytes().to_vec(),
    }
}

fn stdin(job: &Job, staging: &Staging) -> io::Result<File> {
    let bytes = match &job.program {
        Program::Script { stdin, .. } if !stdin.is_empty() => stdin.clone(),
        Program::Cases { calls, .. } => serde_json::to_vec(calls)?,
        _ => return File::open("/dev/null"),
    };
    let path = staging.write_stdin(&bytes).map_err(|error| io::Error::other(format!("{error:?}")))?;
    File::open(path)
}

/// The job as the fork server reads it: fields joined by NUL, which no path or argument can hold.
fn fields(job: &Job, staging: &Staging) -> Vec<u8> {
    let (kind, rest) = match &job.program {
        Program::Script { script, args, .. } => {
            let args = args.iter().map(String::as_bytes);
            ("script", [script.as_str().as_bytes()].into_iter().chain(args).collect())
        }
        Program::Pytest { file, hidden } => {
            let hidden = hidden.iter().map(|file| file.as_str().as_bytes());
            ("pytest", [file.as_str().as_bytes()].into_iter().chain(hidden).collect())
        }
        Program::Cases { module, .. } => ("cases", vec![module.as_str().as_bytes()]),
        Program::Tool { .. } => ("tool", Vec::new()),
    };
    let folders = [staging.work(), staging.home(), staging.tmp()];
    let cpu = job.limits.time.as_secs().saturating_mul(8) + 9;
    let numbers = [job.limits.memory.0.to_string(), cpu.to_string()];
    let mut fields: Vec<&[u8]> = vec![kind.as_bytes()];
    fields.extend(folders.iter().map(|folder| folder.as_os_str().as_bytes()));
    fields.extend(numbers.iter().map(String::as_bytes));
    fields.extend(rest);
    fields.join(&0)
}
