//! The grader's side: starts a supervisor for one program and gathers what comes of it.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use serde::de::DeserializeOwned;

use super::message::{Bounds, Ended, KILL, Report, Request};
use super::{COMMAND, frame};
use crate::language::said;
use crate::model::cancel::Cancel;
use crate::model::execution::Ending;
use crate::model::limits::Limits;
use crate::run::Outcome;
use crate::run::capture::Capture;
use crate::run::descriptors;
use crate::run::launch::{Launch, Stdin};
use crate::run::records;

/// How often the user's wish to stop is looked at.
pub(crate) const PULSE: Duration = Duration::from_millis(30);

/// How long after the deadline a supervisor may take to end everything and report.
pub(crate) const GRACE: Duration = Duration::from_secs(15);

/// How long the streams may stay open after everything has ended.
pub(crate) const DRAIN: Duration = Duration::from_millis(500);

/// Runs `launch` in `cwd` under a supervisor started from the binary at `supervisor`.
///
/// # Errors
/// When the supervisor cannot be started or does not report: the machine's fault, or the program killed it.
pub(crate) fn run(
    supervisor: &Path,
    launch: &mut Launch,
    cwd: &Path,
    limits: &Limits,
    cancel: &Cancel,
) -> io::Result<Outcome> {
    let (mut socket, theirs) = UnixStream::pair()?;
    let mut child = Command::new(supervisor)
        .arg(COMMAND)
        .env_clear()
        .stdin(Stdio::from(OwnedFd::from(theirs)))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let flooded = Arc::new(AtomicBool::new(false));
    let captures = captures(&mut child, &socket, limits.output.0, &flooded)?;
    let report = frame::write(&mut socket, &request(launch, cwd, limits))
        .and_then(|()| match launch.stdin.take() {
            // The supervisor's alone from now on: whoever is at the other end is to notice the program's end.
            Stdin::Link(link) => descriptors::send(&socket, b"stdin", &[link.as_fd()]),
            Stdin::Nothing | Stdin::File(_) => Ok(()),
        })
        .and_then(|()| await_frame::<Report>(&socket, limits.time + GRACE, cancel, &[KILL]));
    if report.is_err() {
        // Closing the socket makes a living supervisor end everything; a stuck one is ended here.
        let _ = socket.shutdown(std::net::Shutdown::Both);
        std::thread::sleep(PULSE);
        let _ = child.kill();
    }
    let _ = child.wait();
    let [stdout, stderr] = captures.map(|capture| capture.finish(DRAIN));
    let report = report?;
    let flooded = flooded.load(Ordering::SeqCst);
    Ok(Outcome {
        ending: ending(report.ending, flooded, limits, cancel),
        stdout,
        stderr,
        records: report.records.into_bytes(),
        records_damaged: report.records_damaged,
        wall: Duration::from_micros(report.wall_us),
        survivors: report.survivors,
    })
}

/// Reads both streams; too much on either asks the supervisor to end everything.
fn captures(
    child: &mut Child,
    socket: &UnixStream,
    limit: u64,
    flooded: &Arc<AtomicBool>,
) -> io::Result<[Capture; 2]> {
    let on_excess = || -> io::Result<_> {
        let mut socket = socket.try_clone()?;
        let flooded = Arc::clone(flooded);
        Ok(move || {
            flooded.store(true, Ordering::SeqCst);
            let _ = socket.write_all(&[KILL]);
        })
    };
    let missing = || io::Error::other("a stream of the supervisor is missing");
    let stdout = child.stdout.take().ok_or_else(missing)?;
    let stderr = child.stderr.take().ok_or_else(missing)?;
    Ok([Capture::start(stdout, limit, on_excess()?), Capture::start(stderr, limit, on_excess()?)])
}

fn request(launch: &Launch, cwd: &Path, limits: &Limits) -> Request {
    let bytes = |text: &OsStr| text.as_bytes().to_vec();
    Request {
        argv: launch.argv.iter().map(|arg| bytes(arg)).collect(),
        env: launch.env.iter().map(|(name, value)| (bytes(name), bytes(value))).collect(),
        cwd: bytes(cwd.as_os_str()),
        stdin: match &launch.stdin {
            Stdin::File(path) => Some(bytes(path.as_os_str())),
            Stdin::Nothing | Stdin::Link(_) => None,
        },
        linked: matches!(launch.stdin, Stdin::Link(_)),
        time_ms: u64::try_from(limits.time.as_millis()).unwrap_or(u64::MAX),
        bounds: Bounds::of(limits),
        folders: launch.own.iter().map(|folder| bytes(folder.as_os_str())).collect(),
        records: records::LIMIT,
        policy: launch.policy.clone(),
    }
}

/// The next frame from the other side. When the user asks to stop meanwhile, `kill` is sent, once, and the frame is still
/// waited for.
///
/// # Errors
/// When none comes within `patience`, or the other side is gone.
pub(crate) fn await_frame<T: DeserializeOwned + Send + 'static>(
    socket: &UnixStream,
    patience: Duration,
    cancel: &Cancel,
    kill: &[u8],
) -> io::Result<T> {
    let (sender, receiver) = channel();
    let mut reader = socket.try_clone()?;
    std::thread::spawn(move || {
        let _ = sender.send(frame::read::<T>(&mut reader));
    });
    let mut waited = Duration::ZERO;
    let mut told = false;
    while waited < patience {
        match receiver.recv_timeout(PULSE) {
            Ok(report) => return report,
            Err(RecvTimeoutError::Timeout) => waited += PULSE,
            Err(RecvTimeoutError::Disconnected) => break,
        }
        if cancel.is_cancelled() && !told {
            told = true;
            let mut writer = socket;
            let _ = writer.write_all(kill);
        }
    }
    Err(io::Error::new(io::ErrorKind::TimedOut, "the supervisor did not report in time"))
}

pub(crate) fn ending(ended: Ended, flooded: bool, limits: &Limits, cancel: &Cancel) -> Ending {
    match ended {
        Ended::NotStarted(why) => Ending::NotRun(why.into()),
        Ended::Killed if flooded => Ending::OutputLimit(limits.output),
        Ended::Killed if cancel.is_cancelled() => Ending::Cancelled,
        Ended::Killed => Ending::NotRun(said!("supervisor-alone").into()),
        // A flood that ended by itself before anyone could end it is a flood all the same.
        _ if flooded => Ending::OutputLimit(limits.output),
        Ended::TimedOut => Ending::TimedOut(limits.time),
        Ended::Exceeded(limit) => Ending::Exceeded(limit),
        Ended::Exited(code) => Ending::Exited(code),
        Ended::Signaled(signal) => Ending::Signaled(signal),
    }
}
