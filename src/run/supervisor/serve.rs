//! The supervisor's side: runs one program and reports how it ended.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::os::fd::{AsRawFd, OwnedFd};
use std::os::unix::ffi::OsStringExt;
use std::os::unix::net::UnixStream;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::ExitStatus;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::launcher::{Launcher, Started};
use super::message::{Ended, Report, Request};
use super::tree::Aside;
use super::watch::{PULSE, Watch};
use super::{frame, limits, tree};
use crate::run::capture::Capture;
use crate::run::descriptors;
use crate::run::launch::{RECORDS, Stdin};

/// How long a program has to write its stacks when the deadline is over.
pub(crate) const LAST_WORDS: Duration = Duration::from_millis(400);

/// What can happen while a program runs.
enum Happening {
    Ended(io::Result<ExitStatus>),
    Kill,
}

/// Runs as a supervisor: the request comes over standard input, which is a socket to the grader.
///
/// # Errors
/// When standard input is no socket or the grader is gone; then nothing was started or everything was ended.
pub fn serve() -> io::Result<()> {
    descriptors::close_inherited();
    // Close-on-exec: a program that inherited it could report its own end.
    let mut socket = UnixStream::from(rustix::io::fcntl_dupfd_cloexec(rustix::stdio::stdin(), 3)?);
    let request: Request = frame::read(&mut socket)?;
    let link = if request.linked { descriptors::receive(&socket)? } else { None };
    let link = link.and_then(|(_, descriptors)| descriptors.into_iter().next());
    // A session of its own: Ctrl-C in the grader's terminal is the grader's to handle, and the program has no terminal.
    let _ = rustix::process::setsid();
    tree::adopt_orphans();
    limits::set(&request.bounds);
    let report = supervise(request, link, &socket);
    frame::write(&mut socket, &report)
}

fn supervise(mut request: Request, link: Option<OwnedFd>, socket: &UnixStream) -> Report {
    let start = Instant::now();
    let policy = request.policy.take();
    match Launcher::new(policy).and_then(|launcher| start_program(&launcher, &request, link)) {
        Ok((started, records)) => {
            let Started { pid, stage_pid, .. } = started;
            let records = Capture::start(records, request.records, || {});
            let watch = Watch::new(request.bounds, &request.folders, Aside::Stage(stage_pid));
            let ending = wait(started, start + Duration::from_millis(request.time_ms), watch, socket);
            let wall = start.elapsed();
            let aside = Aside::Stage(stage_pid);
            tree::let_helpers_go(&aside);
            let survivors = tree::kill_all(pid, &aside);
            let records = records.finish(Duration::from_millis(500));
            let damaged = !records.is_whole() || std::str::from_utf8(&records.head).is_err();
            Report {
                ending,
                records: String::from_utf8_lossy(&records.head).into_owned(),
                records_damaged: damaged,
                wall_us: u64::try_from(wall.as_micros()).unwrap_or(u64::MAX),
                survivors,
            }
        }
        Err(error) => Report {
            ending: Ended::NotStarted(error.to_string()),
            records: String::new(),
            records_damaged: false,
            wall_us: 0,
            survivors: 0,
        },
    }
}

fn start_program(
    launcher: &Launcher,
    request: &Request,
    link: Option<OwnedFd>,
) -> io::Result<(Started, File)> {
    // Without close-on-exec, so that the program inherits the writing end; the reading end is ours alone. This process
    // starts nothing else, so nobody else can inherit it.
    let (read, write) = rustix::pipe::pipe()?;
    rustix::io::fcntl_setfd(&read, rustix::io::FdFlags::CLOEXEC)?;
    let channel = OsString::from(format!("fd:{}", write.as_raw_fd()));
    let argv: Vec<OsString> = request
        .argv
        .iter()
        .map(|arg| if arg == RECORDS.as_bytes() { channel.clone() } else { text(arg) })
        .collect();
    let stdin = match (link, &request.stdin) {
        (Some(link), _) => Stdin::Link(link),
        (None, Some(path)) => Stdin::File(text(path).into()),
        (None, None) => Stdin::Nothing,
    };
    let started = launcher.start(&argv, stdin, |command| {
        command
            .env_clear()
            .envs(request.env.iter().map(|(name, value)| (text(name), text(value))))
            .current_dir(text(&request.cwd))
            .process_group(0);
    })?;
    drop(write);
    Ok((started, File::from(read)))
}

fn text(bytes: &[u8]) -> OsString {
    OsString::from_vec(bytes.to_vec())
}

/// Waits for the end of the program, the deadline, or the grader's word.
fn wait(started: Started, deadline: Instant, mut watch: Watch, socket: &UnixStream) -> Ended {
    let (happened, happenings) = channel();
    let Started { pid, stage_pid, .. } = started;
    watch_program(started, happened.clone());
    match socket.try_clone() {
        Ok(socket) => watch_grader(socket, happened),
        Err(_) => return Ended::Killed,
    }
    loop {
        let pulse = Instant::now() + PULSE;
        let happening =
            happenings.recv_timeout(deadline.min(pulse).saturating_duration_since(Instant::now()));
        match happening {
            Ok(Happening::Ended(status)) => return ended(status, &watch),
            Ok(Happening::Kill) | Err(RecvTimeoutError::Disconnected) => {
                kill_and_reap(pid, &happenings);
                return Ended::Killed;
            }
            Err(RecvTimeoutError::Timeout) if Instant::now() < deadline => {
                if let Some(limit) = watch.look() {
                    kill_and_reap(pid, &happenings);
                    return Ended::Exceeded(limit);
                }
            }
            Err(RecvTimeoutError::Timeout) => {
                // Python's faulthandler answers SIGABRT with the stacks of all threads.
                let _ = kill_process(tree::program(pid, stage_pid), Signal::ABORT);
                if !matches!(happenings.recv_timeout(LAST_WORDS), Ok(Happening::Ended(_))) {
                    kill_and_reap(pid, &happenings);
                }
                return Ended::TimedOut;
            }
        }
    }
}

fn ended(status: io::Result<ExitStatus>, watch: &Watch) -> Ended {
    match status {
        Ok(status) => match (status.code(), status.signal()) {
            (Some(code), _) => Ended::Exited(code),
            (None, Some(signal)) => watch.meaning(signal).map_or(Ended::Signaled(signal), Ended::Exceeded),
            (None, None) => Ended::Signaled(0),
        },
        Err(error) => Ended::NotStarted(error.to_string()),
    }
}

/// The program itself is reaped by its own thread; only then may [`tree::kill_all`] reap everything else.
fn kill_and_reap(pid: Pid, happenings: &Receiver<Happening>) {
    let _ = kill_process(pid, Signal::KILL);
    let give_up = Instant::now() + Duration::from_secs(5);
    while let Ok(happening) = happenings.recv_timeout(give_up.saturating_duration_since(Instant::now())) {
        if matches!(happening, Happening::Ended(_)) {
            break;
        }
    }
}

fn watch_program(started: Started, happened: Sender<Happening>) {
    std::thread::spawn(move || {
        let _ = happened.send(Happening::Ended(started.ended()));
    });
}

/// Any byte and the end of the stream mean the same: end everything.
fn watch_grader(mut socket: UnixStream, happened: Sender<Happening>) {
    std::thread::spawn(move || {
        let mut byte = [0];
        loop {
            match socket.read(&mut byte) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                _ => break,
            }
        }
        let _ = happened.send(Happening::Kill);
    });
}
