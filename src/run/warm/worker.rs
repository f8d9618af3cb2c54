//! A worker as the grader sees it: a supervisor with a fork server behind it, one job at a time.

use std::fs::{self, File, Permissions};
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use super::COMMAND;
use super::gather::{Stream, gather};
use super::message::{CONTROL, Kind, Order, Ready, Start};
use crate::model::cancel::Cancel;
use crate::model::course::Unfit;
use crate::model::execution::Execution;
use crate::model::isolation::Layer;
use crate::model::job::{Job, Program};
use crate::python::helpers;
use crate::run::modules::Modules;
use crate::run::sandbox::Policy;
use crate::run::staging::{self, Staging, StagingError};
use crate::run::supervisor::client::{GRACE, await_frame, ending};
use crate::run::supervisor::frame;
use crate::run::supervisor::message::Bounds;
use crate::run::{Outcome, cold, descriptors, launch, records, scratch, split};

/// How long a server may take to import what it serves.
const START: Duration = Duration::from_secs(60);

/// How long a supervisor may take to end what is left and itself.
const END: Duration = Duration::from_secs(3);

/// The worker is gone or beyond use; its job may be run again elsewhere.
#[derive(Debug)]
pub(crate) struct Lost;

/// Why a worker was not started.
#[derive(Debug)]
pub(crate) enum NotStarted {
    /// A module must not be preloaded; without it there may be a worker.
    Unfit(Unfit),
    /// Anything else.
    Failed(io::Error),
}

impl From<io::Error> for NotStarted {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

/// A running worker. Dropping it ends it and everything below it.
pub(crate) struct Worker {
    supervisor: Child,
    socket: UnixStream,
    modules: Modules,
    /// Holds our helper programs, and the folder in which jobs get theirs.
    folder: TempDir,
}

impl Worker {
    /// Starts a supervisor and its fork server, which imports `preload`, and waits until it can take jobs. `policy` says what server and jobs may
    /// do, given the folder that they may change and the one with our helper programs.
    ///
    /// # Errors
    /// When it does not become ready.
    pub(crate) fn start(
        supervisor: &Path,
        python: &Path,
        kind: Kind,
        preload: &[String],
        policy: impl FnOnce(PathBuf, PathBuf) -> Option<Policy>,
    ) -> Result<Self, NotStarted> {
        let folder = folder()?;
        let policy = policy(folder.path().join(JOBS), folder.path().join(TOOLS));
        let (mut socket, theirs) = UnixStream::pair()?;
        let supervisor = Command::new(supervisor)
            .arg(COMMAND)
            .env_clear()
            .stdin(Stdio::from(OwnedFd::from(theirs)))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let mut worker =
            Self { supervisor, socket: socket.try_clone()?, modules: Modules::default(), folder };
        frame::write(&mut socket, &start(python, kind, preload, worker.folder.path(), policy))?;
        match await_frame(&socket, START, &Cancel::default(), &[])? {
            Ready::Modules(modules) => worker.modules = Modules::new(modules),
            Ready::Unfit(module, why) => return Err(NotStarted::Unfit(Unfit { module, why })),
            Ready::Failed(why) => return Err(io::Error::other(why).into()),
        }
        Ok(worker)
    }

    /// What its server has loaded.
    pub(crate) fn modules(&self) -> &Modules {
        &self.modules
    }

    /// Runs a job to its end. Afterwards nothing is left of it, no process and no file.
    pub(crate) fn run(&mut self, job: &Job, cancel: &Cancel) -> Result<Execution, Lost> {
        let staging = match self.stage(job) {
            Ok(staging) => staging,
            Err(error @ StagingError::Refused(_)) => return Ok(error.into_execution()),
            // A supervisor that has ended took the folder with it.
            Err(StagingError::Broken(_)) => return Err(Lost),
        };
        let stdin = stdin(job, &staging).map_err(|_| Lost)?;
        let fields = fields(job, &staging);
        self.run_staged(job, staging, stdin.into(), fields, cancel)
    }

    /// Makes the folders of a job.
    pub(crate) fn stage(&self, job: &Job) -> Result<Staging, StagingError> {
        Staging::prepare_in(&self.folder.path().join(JOBS), job)
    }

    /// Runs a job that is staged, as [`Self::run`] does. It reads `stdin`; `fields` are what the fork server is told.
    pub(crate) fn run_staged(
        &mut self,
        job: &Job,
        staging: Staging,
        stdin: OwnedFd,
        fields: Vec<u8>,
        cancel: &Cancel,
    ) -> Result<Execution, Lost> {
        let outcome = self.try_run(job, &staging, stdin, fields, cancel).map_err(|_| Lost)?;
        let execution = cold::execution(outcome, &staging);
        drop(staging);
        sweep(&self.folder.path().join(JOBS)).map_err(|_| Lost)?;
        Ok(execution)
    }

    fn try_run(
        &mut self,
        job: &Job,
        staging: &Staging,
        stdin: OwnedFd,
        fields: Vec<u8>,
        cancel: &Cancel,
    ) -> io::Result<Outcome> {
        let (stdout, to_stdout) = io::pipe()?;
        let (stderr, to_stderr) = io::pipe()?;
        let (reports, to_reports) = io::pipe()?;
        let bytes = |path: &PathBuf| path.as_os_str().as_bytes().to_vec();
        let order = Order {
            time_ms: u64::try_from(job.limits.time.as_millis()).unwrap_or(u64::MAX),
            bounds: Bounds::of(&job.limits),
            folders: staging.own().iter().map(bytes).collect(),
            fields,
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

    /// Asks it to end, without waiting.
    pub(crate) fn dismiss(&self) {
        let _ = self.socket.shutdown(std::net::Shutdown::Both);
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // A supervisor ends everything when its socket closes; one that is stuck is ended here.
        self.dismiss();
        let step = Duration::from_millis(1);
        for _ in 0..END.as_millis() {
            match self.supervisor.try_wait() {
                Ok(None) => std::thread::sleep(step),
                _ => return,
            }
        }
        let _ = self.supervisor.kill();
        let _ = self.supervisor.wait();
    }
}

/// Below a worker's folder: where jobs get folders of their own, one after the other, and our helper programs.
const JOBS: &str = "jobs";
const TOOLS: &str = "tools";

fn folder() -> io::Result<TempDir> {
    let folder =
        tempfile::Builder::new().prefix(&scratch::prefix()).tempdir_in(staging::temporary_folder())?;
    fs::create_dir(folder.path().join(JOBS))?;
    let tools = folder.path().join(TOOLS);
    fs::create_dir(&tools)?;
    staging::write_tools(&tools).map_err(|error| io::Error::other(format!("{error:?}")))?;
    for passed in [folder.path().join(JOBS).as_path(), folder.path()] {
        fs::set_permissions(passed, passable())?;
    }
    Ok(folder)
}

/// A job's user can pass, not list.
fn passable() -> Permissions {
    Permissions::from_mode(0o711)
}

/// Removes what a job left beside its own folders, where it was able to. The next job finds the folder as this one did.
fn sweep(jobs: &Path) -> io::Result<()> {
    if fs::metadata(jobs)?.permissions().mode() & 0o777 != passable().mode() {
        fs::set_permissions(jobs, passable())?;
    }
    for entry in fs::read_dir(jobs)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            staging::remove(&entry.path())?;
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

fn start(python: &Path, kind: Kind, preload: &[String], folder: &Path, policy: Option<Policy>) -> Start {
    let tools = folder.join(TOOLS);
    // Memory files that are the worker's alone are removed between jobs; others may be anybody's.
    let own_memory = policy.as_ref().is_some_and(|policy| policy.has(Layer::Mount) || policy.has(Layer::Uid));
    let mut argv = launch::interpreter(python).to_vec();
    argv.push(tools.join(helpers::FORK.name).into());
    argv.extend([CONTROL, kind.name(), if own_memory { "own" } else { "shared" }].map(Into::into));
    argv.extend(preload.iter().map(Into::into));
    // pytest opens files of its own while it starts, and a confined server can write nowhere else before a job comes.
    let tmp = if policy.is_some() { Path::new("/dev/shm") } else { &tools };
    let env = launch::environment(python, &tools, tmp);
    Start {
        argv: argv.iter().map(|arg| arg.as_bytes().to_vec()).collect(),
        env: env.iter().map(|(name, value)| (name.as_bytes().to_vec(), value.as_bytes().to_vec())).collect(),
        cwd: tools.as_os_str().as_bytes().to_vec(),
        folder: folder.as_os_str().as_bytes().to_vec(),
        policy,
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
    let (kind, rest): (_, Vec<&[u8]>) = match &job.program {
        Program::Script { script, args, .. } => {
            let args = args.iter().map(String::as_bytes);
            ("script", [script.as_str().as_bytes()].into_iter().chain(args).collect())
        }
        Program::Pytest { file, hidden, apart: _ } => {
            let hidden = hidden.iter().map(|file| file.as_str().as_bytes());
            ("pytest", [file.as_str().as_bytes()].into_iter().chain(hidden).collect())
        }
        Program::Cases { module, .. } => ("cases", vec![module.as_str().as_bytes()]),
        Program::Tool { .. } => ("tool", Vec::new()),
    };
    joined(kind, staging, &rest)
}

/// The fields of the tests' half of a split run.
pub(crate) fn judges_fields(job: &Job, staging: &Staging, learners: &Staging) -> Vec<u8> {
    let Program::Pytest { file, apart: Some(apart), .. } = &job.program else { return fields(job, staging) };
    let flag = split::flag(apart, &learners.tmp());
    joined("pytest", staging, &[file.as_str().as_bytes(), flag.as_bytes()])
}

/// The fields of the learner's half.
pub(crate) fn learners_fields(staging: &Staging, judges: &Staging) -> Vec<u8> {
    joined("learner", staging, &[judges.tmp().as_os_str().as_bytes()])
}

fn joined(kind: &str, staging: &Staging, rest: &[&[u8]]) -> Vec<u8> {
    let folders = [staging.work(), staging.home(), staging.tmp()];
    let mut fields: Vec<&[u8]> = vec![kind.as_bytes()];
    fields.extend(folders.iter().map(|folder| folder.as_os_str().as_bytes()));
    fields.extend(rest);
    fields.join(&0)
}
