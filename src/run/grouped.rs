//! One program in a group of its own, where there is no supervisor.
//!
//! Best effort next to one: no limits by the kernel, no stacks at the deadline, and a killed grader leaves ending the tree
//! to the system.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::Path;
use std::process::{ChildStderr, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use tempfile::TempPath;

use super::capture::Capture;
use super::group::Group;
use super::launch::{Launch, RECORDS, Stdin};
use super::{Outcome, records};
use crate::model::cancel::Cancel;
use crate::model::execution::Ending;
use crate::model::limits::Limits;

/// The least and the most between two looks at a program.
const PULSE: (Duration, Duration) = (Duration::from_millis(1), Duration::from_millis(10));

/// How long the streams may stay open after everything has ended.
const DRAIN: Duration = Duration::from_millis(500);

/// A program that runs for a job.
pub(crate) struct Running {
    pub(crate) group: Group,
    pub(crate) stdout: ChildStdout,
    pub(crate) stderr: ChildStderr,
    /// The file that it reports to.
    pub(crate) records: TempPath,
    /// When its job began.
    pub(crate) since: Instant,
}

/// Runs `launch` in `cwd`.
///
/// # Errors
/// When the program cannot be started or waited for.
pub(crate) fn run(launch: &Launch, cwd: &Path, limits: &Limits, cancel: &Cancel) -> io::Result<Outcome> {
    let records = tempfile::NamedTempFile::new()?.into_temp_path();
    let since = Instant::now();
    let mut group = Group::start(command(launch, cwd, &records)?)?;
    let (stdout, stderr) = group.streams()?;
    Running { group, stdout, stderr, records, since }.finish(limits, cancel)
}

fn command(launch: &Launch, cwd: &Path, records: &Path) -> io::Result<Command> {
    let mut place = OsString::from("file:");
    place.push(records);
    let argv: Vec<_> =
        launch.argv.iter().map(|arg| if arg == RECORDS { place.clone() } else { arg.clone() }).collect();
    let (program, args) = argv.split_first().ok_or_else(|| io::Error::other("an empty command line"))?;
    let stdin = match &launch.stdin {
        Stdin::File(path) => Stdio::from(fs::File::open(path)?),
        Stdin::Nothing => Stdio::null(),
        #[cfg(unix)]
        Stdin::Link(link) => Stdio::from(link.try_clone()?),
    };
    let mut command = Command::new(program);
    command.args(args).env_clear().envs(launch.env.iter().map(|(name, value)| (name, value)));
    command.current_dir(cwd).stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped());
    Ok(command)
}

impl Running {
    /// Waits for its end, within the limits that can be held here.
    ///
    /// # Errors
    /// When the program cannot be waited for.
    pub(crate) fn finish(self, limits: &Limits, cancel: &Cancel) -> io::Result<Outcome> {
        let Self { mut group, stdout, stderr, records, since } = self;
        let flooded = Arc::new(AtomicBool::new(false));
        let on_excess = || {
            let flooded = Arc::clone(&flooded);
            move || flooded.store(true, Ordering::SeqCst)
        };
        let limit = limits.output.0;
        let captures =
            [Capture::start(stdout, limit, on_excess()), Capture::start(stderr, limit, on_excess())];
        let ending = wait(&mut group, since, limits, &flooded, cancel)?;
        let wall = since.elapsed();
        // What the program left running ends here as well.
        group.end();
        let [stdout, stderr] = captures.map(|capture| capture.finish(DRAIN));
        // A flood that ended by itself before anyone could end it is a flood all the same.
        let ending = if flooded.load(Ordering::SeqCst) { Ending::OutputLimit(limits.output) } else { ending };
        let mut bytes = fs::read(&records).unwrap_or_default();
        let records_damaged = bytes.len() as u64 > records::LIMIT || std::str::from_utf8(&bytes).is_err();
        bytes.truncate(usize::try_from(records::LIMIT).unwrap_or(usize::MAX));
        Ok(Outcome { ending, stdout, stderr, records: bytes, records_damaged, wall, survivors: 0 })
    }
}

fn wait(
    group: &mut Group,
    since: Instant,
    limits: &Limits,
    flooded: &AtomicBool,
    cancel: &Cancel,
) -> io::Result<Ending> {
    loop {
        if let Some(ending) = group.ended()? {
            return Ok(ending);
        }
        if flooded.load(Ordering::SeqCst) {
            return Ok(Ending::OutputLimit(limits.output));
        }
        if cancel.is_cancelled() {
            return Ok(Ending::Cancelled);
        }
        if since.elapsed() >= limits.time {
            return Ok(Ending::TimedOut(limits.time));
        }
        // A short job is not made to wait for long.
        std::thread::sleep((since.elapsed() / 16).clamp(PULSE.0, PULSE.1));
    }
}
