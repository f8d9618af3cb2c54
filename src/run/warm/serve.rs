//! The supervisor of a worker: owns the fork server and, job after job, everything that a job starts.

use std::cell::Cell;
use std::ffi::OsString;
use std::io::{self, Read};
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::os::unix::ffi::OsStringExt;
use std::os::unix::net::UnixStream;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::message::{CONTROL, Done, Order, Ready, Start};
use crate::run::descriptors;
use crate::run::supervisor::message::Ended;
use crate::run::supervisor::{LAST_WORDS, frame, tree};

/// How long a fork server may take to say that a job which was ended is over.
const REAP: Duration = Duration::from_secs(3);

/// What can happen.
enum Happening {
    Order(Order, Vec<OwnedFd>),
    /// The grader asks to end the job that runs.
    Kill,
    GraderGone,
    Started(Pid),
    Ended(i32),
    ServerGone,
}

/// Runs as the supervisor of a worker: orders come over standard input, which is a socket to the grader.
///
/// # Errors
/// When standard input is no socket, or the fork server does not start.
pub fn serve() -> io::Result<()> {
    descriptors::close_inherited();
    // Close-on-exec: a program that inherited it could report its own end.
    let mut socket = UnixStream::from(rustix::io::fcntl_dupfd_cloexec(rustix::stdio::stdin(), 3)?);
    let start: Start = frame::read(&mut socket)?;
    let _ = rustix::process::setsid();
    tree::adopt_orphans();
    let (control, server) = start_server(&start)?;
    let modules = read_ready(&control)?;
    frame::write(&mut socket, &Ready { modules })?;
    let (sender, happenings) = channel();
    watch_grader(socket.try_clone()?, sender.clone());
    watch_server(control.try_clone()?, sender);
    let worker = Worker {
        control,
        server,
        child: Cell::new(None),
        happenings,
        #[cfg(target_os = "linux")]
        quiet: super::quiet::Quiet::new(server),
    };
    let outcome = worker.serve_orders(&mut socket);
    let _ = kill_process(server, Signal::KILL);
    tree::kill_all(server, None);
    outcome
}

fn start_server(start: &Start) -> io::Result<(UnixStream, Pid)> {
    let (control, theirs) = UnixStream::pair()?;
    // The server inherits its end; nothing else is started by this process.
    rustix::io::fcntl_setfd(&theirs, rustix::io::FdFlags::empty())?;
    let number = OsString::from(theirs.as_raw_fd().to_string());
    let text = |bytes: &Vec<u8>| OsString::from_vec(bytes.clone());
    let mut argv =
        start.argv.iter().map(|arg| if arg == CONTROL.as_bytes() { number.clone() } else { text(arg) });
    let program = argv.next().ok_or_else(|| io::Error::other("an empty command line"))?;
    let child = Command::new(program)
        .args(argv)
        .env_clear()
        .envs(start.env.iter().map(|(name, value)| (text(name), text(value))))
        .current_dir(text(&start.cwd))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    Ok((control, Pid::from_child(&child)))
}

/// `R`, a length of eight bytes, and the names of the loaded modules joined by NUL.
fn read_ready(mut control: &UnixStream) -> io::Result<Vec<String>> {
    let mut head = [0; 9];
    control.read_exact(&mut head)?;
    let (mark, length) = (head[0], number(&head[1..]));
    if mark != b'R' || !(0..1_000_000).contains(&length) {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "the fork server did not become ready"));
    }
    let mut names = Vec::new();
    control.take(length.unsigned_abs()).read_to_end(&mut names)?;
    Ok(String::from_utf8_lossy(&names).split('\0').map(str::to_owned).collect())
}

fn number(bytes: &[u8]) -> i64 {
    bytes.try_into().map_or(-1, i64::from_be_bytes)
}

struct Worker {
    control: UnixStream,
    server: Pid,
    /// The process of the job that runs, as the server calls it.
    child: Cell<Option<Pid>>,
    happenings: Receiver<Happening>,
    #[cfg(target_os = "linux")]
    quiet: Option<super::quiet::Quiet>,
}

impl Worker {
    fn serve_orders(&self, socket: &mut UnixStream) -> io::Result<()> {
        while let Ok(happening) = self.happenings.recv() {
            match happening {
                Happening::Order(order, descriptors) => {
                    let done = self.run(&order, descriptors);
                    frame::write(socket, &done)?;
                    if done.ending.is_none() {
                        break;
                    }
                }
                // A wish to end a job that has ended by itself meanwhile.
                Happening::Kill | Happening::Started(_) | Happening::Ended(_) => {}
                Happening::GraderGone | Happening::ServerGone => break,
            }
        }
        Ok(())
    }

    fn run(&self, order: &Order, descriptors: Vec<OwnedFd>) -> Done {
        let start = Instant::now();
        let given: Vec<_> = descriptors.iter().map(AsFd::as_fd).collect();
        let sent = descriptors::send(&self.control, &order.fields, &given);
        drop(given);
        drop(descriptors);
        let ending = match sent {
            Ok(()) => self.wait(start + Duration::from_millis(order.time_ms)),
            Err(_) => None,
        };
        let wall = start.elapsed();
        let survivors = self.end_survivors();
        Done { ending, wall_us: u64::try_from(wall.as_micros()).unwrap_or(u64::MAX), survivors }
    }

    /// Nothing but the server is alive afterwards. Returns how many there were.
    fn end_survivors(&self) -> usize {
        let child = self.child.take();
        #[cfg(target_os = "linux")]
        if self.quiet.as_ref().is_some_and(super::quiet::Quiet::is) {
            return 0;
        }
        tree::kill_all_but(self.server, child)
    }

    /// How the job ended; `None` when the server or the grader is gone.
    fn wait(&self, deadline: Instant) -> Option<Ended> {
        loop {
            match self.happenings.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(Happening::Started(pid)) => self.child.set(Some(pid)),
                Ok(Happening::Ended(status)) => return Some(ended(status)),
                Ok(Happening::Kill) => {
                    self.end_job()?;
                    return Some(Ended::Killed);
                }
                Ok(Happening::Order(..)) => {}
                Ok(Happening::GraderGone | Happening::ServerGone) | Err(RecvTimeoutError::Disconnected) => {
                    return None;
                }
                Err(RecvTimeoutError::Timeout) => {
                    if let Some(pid) = tree::only_child(self.server).or(self.child.get()) {
                        // Python's faulthandler answers SIGABRT with the stacks of all threads.
                        let _ = kill_process(pid, Signal::ABORT);
                    }
                    if !self.ends_within(LAST_WORDS) {
                        self.end_job()?;
                    }
                    return Some(Ended::TimedOut);
                }
            }
        }
    }

    /// Kills the job; `None` when the server does not notice, and so is lost.
    fn end_job(&self) -> Option<()> {
        tree::kill_all_but(self.server, self.child.get());
        self.ends_within(REAP).then_some(())
    }

    fn ends_within(&self, patience: Duration) -> bool {
        let give_up = Instant::now() + patience;
        while let Ok(happening) =
            self.happenings.recv_timeout(give_up.saturating_duration_since(Instant::now()))
        {
            match happening {
                Happening::Ended(_) => return true,
                Happening::GraderGone | Happening::ServerGone => return false,
                Happening::Kill | Happening::Order(..) | Happening::Started(_) => {}
            }
        }
        false
    }
}

fn ended(status: i32) -> Ended {
    let status = ExitStatus::from_raw(status);
    match (status.code(), status.signal()) {
        (Some(code), _) => Ended::Exited(code),
        (None, signal) => Ended::Signaled(signal.unwrap_or(0)),
    }
}

fn watch_grader(socket: UnixStream, happened: Sender<Happening>) {
    std::thread::spawn(move || {
        loop {
            let happening = match descriptors::receive(&socket) {
                Ok(Some((body, _))) if body.is_empty() => Happening::Kill,
                Ok(Some((body, descriptors))) => match serde_json::from_slice(&body) {
                    Ok(order) => Happening::Order(order, descriptors),
                    Err(_) => Happening::GraderGone,
                },
                Ok(None) | Err(_) => Happening::GraderGone,
            };
            let last = matches!(happening, Happening::GraderGone);
            if happened.send(happening).is_err() || last {
                break;
            }
        }
    });
}

/// `P` and a pid, `X` and a wait status; numbers of eight bytes.
fn watch_server(mut control: UnixStream, happened: Sender<Happening>) {
    std::thread::spawn(move || {
        loop {
            let mut said = [0; 9];
            let happening = match control.read_exact(&mut said) {
                Ok(()) => {
                    let number = i32::try_from(number(&said[1..])).unwrap_or(-1);
                    match (said[0], Pid::from_raw(number.max(0))) {
                        (b'P', Some(pid)) => Happening::Started(pid),
                        (b'X', _) => Happening::Ended(number),
                        _ => Happening::ServerGone,
                    }
                }
                Err(_) => Happening::ServerGone,
            };
            let last = matches!(happening, Happening::ServerGone);
            if happened.send(happening).is_err() || last {
                break;
            }
        }
    });
}
