//! Runs a program to its end with its output kept: with a time limit, stoppable, and never hanging on a pipe that a
//! grandchild keeps open.

use std::collections::VecDeque;
use std::io::{self, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use crate::model::cancel::Cancel;

/// How much of a program's output is kept: its end.
const KEPT: usize = 64 * 1024;
/// How long to wait for the rest of the output once the program has ended.
const DRAIN: Duration = Duration::from_millis(500);

/// How a program's run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// By itself.
    Exited(ExitStatus),
    /// Killed at the time limit.
    TimedOut,
    /// Killed because the user asked to stop.
    Cancelled,
}

/// A program's run.
#[derive(Debug)]
pub(super) struct Ran {
    /// How it ended.
    pub(super) end: End,
    /// The last of what it wrote, both streams in the order written.
    pub(super) output: String,
}

impl Ran {
    /// Whether it ended by itself with status 0.
    pub(super) fn succeeded(&self) -> bool {
        matches!(self.end, End::Exited(status) if status.success())
    }
}

/// Starts the program, which reads nothing, in a process group of its own and waits for its end.
///
/// # Errors
/// When it cannot be started or waited for.
pub(super) fn run(command: Command, limit: Option<Duration>, cancel: &Cancel) -> io::Result<Ran> {
    run_with_input(command, Stdio::null(), limit, cancel)
}

/// As [`run`], with something to read.
///
/// # Errors
/// As [`run`].
pub(super) fn run_with_input(
    mut command: Command,
    input: Stdio,
    limit: Option<Duration>,
    cancel: &Cancel,
) -> io::Result<Ran> {
    let (reader, writer) = io::pipe()?;
    command.stdin(input).stdout(writer.try_clone()?).stderr(writer);
    own_group(&mut command);
    let mut child = spawn(&mut command)?;
    // The command holds our copies of the pipe's writing end; without this the reader never sees the end.
    drop(command);

    let tail = Arc::new(Mutex::new(VecDeque::new()));
    let (drained, all_read) = mpsc::channel();
    let sink = Arc::clone(&tail);
    thread::spawn(move || {
        read_tail(reader, &sink);
        // Nobody waits any more when a grandchild held the pipe for too long.
        let _ = drained.send(());
    });

    let end = wait(&mut child, limit, cancel)?;
    let _ = all_read.recv_timeout(DRAIN);
    let mut tail = tail.lock().unwrap_or_else(PoisonError::into_inner);
    let output = String::from_utf8_lossy(tail.make_contiguous()).into_owned();
    Ok(Ran { end, output })
}

fn wait(child: &mut Child, limit: Option<Duration>, cancel: &Cancel) -> io::Result<End> {
    let started = Instant::now();
    let mut pause = Duration::from_millis(1);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(End::Exited(status));
        }
        let end = if cancel.is_cancelled() {
            End::Cancelled
        } else if limit.is_some_and(|limit| started.elapsed() >= limit) {
            End::TimedOut
        } else {
            thread::sleep(pause);
            pause = (pause * 2).min(Duration::from_millis(20));
            continue;
        };
        kill_tree(child);
        child.wait()?;
        return Ok(end);
    }
}

fn read_tail(mut reader: impl Read, sink: &Mutex<VecDeque<u8>>) {
    let mut buffer = [0; 8192];
    loop {
        let count = match reader.read(&mut buffer) {
            Ok(0) => return,
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(_) => return,
        };
        let mut tail = sink.lock().unwrap_or_else(PoisonError::into_inner);
        tail.extend(&buffer[..count]);
        let excess = tail.len().saturating_sub(KEPT);
        tail.drain(..excess);
    }
}

/// A program file that another thread of ours has open for writing while it forks cannot be started for a moment.
fn spawn(command: &mut Command) -> io::Result<Child> {
    let mut attempts = 0;
    loop {
        match command.spawn() {
            Err(error) if error.kind() == io::ErrorKind::ExecutableFileBusy && attempts < 50 => {
                attempts += 1;
                thread::sleep(Duration::from_millis(10));
            }
            other => return other,
        }
    }
}

#[cfg(unix)]
fn own_group(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    command.process_group(0);
}

#[cfg(unix)]
fn kill_tree(child: &mut Child) {
    let group = rustix::process::Pid::from_child(child);
    if rustix::process::kill_process_group(group, rustix::process::Signal::KILL).is_err() {
        // Already gone, or not ours to kill: the wait that follows tells.
        let _ = child.kill();
    }
}

#[cfg(not(unix))]
fn own_group(_: &mut Command) {}

#[cfg(not(unix))]
fn kill_tree(child: &mut Child) {
    let _ = Command::new("taskkill")
        .args(["/T", "/F", "/PID", &child.id().to_string()])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    let _ = child.kill();
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn sh(script: &str) -> Command {
        let mut command = Command::new("/bin/sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn both_streams_are_kept_and_their_end_wins() {
        let ran = run(sh("echo one; echo two >&2"), None, &Cancel::default()).unwrap();
        assert!(ran.succeeded());
        assert_eq!(ran.output, "one\ntwo\n");

        let ran = run(sh("yes | head -c 300000; echo last; exit 3"), None, &Cancel::default()).unwrap();
        assert!(!ran.succeeded());
        assert_eq!(ran.output.len(), KEPT);
        assert!(ran.output.ends_with("last\n"));
    }

    #[test]
    fn the_limit_kills_children_too() {
        let started = Instant::now();
        let limit = Some(Duration::from_millis(100));
        let ran = run(sh("sleep 30 & sleep 30; wait"), limit, &Cancel::default()).unwrap();
        assert_eq!(ran.end, End::TimedOut);
        assert!(started.elapsed() < Duration::from_secs(10));
    }

    #[test]
    fn a_pipe_kept_open_by_a_daemon_does_not_hang_us() {
        let started = Instant::now();
        let ran = run(sh("setsid sleep 20 & echo done"), None, &Cancel::default()).unwrap();
        assert!(ran.succeeded());
        assert_eq!(ran.output, "done\n");
        assert!(started.elapsed() < Duration::from_secs(10));
    }

    #[test]
    fn cancelling_stops_at_once() {
        let cancel = Cancel::default();
        let stopper = cancel.clone();
        thread::spawn(move || {
            thread::sleep(Duration::from_millis(100));
            stopper.cancel();
        });
        let started = Instant::now();
        let ran = run(sh("sleep 30"), None, &cancel).unwrap();
        assert_eq!(ran.end, End::Cancelled);
        assert!(started.elapsed() < Duration::from_secs(10));
    }
}
