//! The supervisor of a worker: owns the fork server and, job after job, everything that a job starts.

use std::cell::Cell;
use std::ffi::OsString;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::OsStringExt;
use std::os::unix::net::UnixStream;
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::ExitStatus;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::message::{Done, Order, Ready, Start};
use super::server::{Said, Server, Starting};
use crate::run::supervisor::message::Ended;
use crate::run::supervisor::tree::Aside;
use crate::run::supervisor::watch::{PULSE, Watch};
use crate::run::supervisor::{LAST_WORDS, frame, tree};
use crate::run::{descriptors, staging};

/// How long a fork server may take to say that a job which was ended is over.
const REAP: Duration = Duration::from_secs(3);

/// What can happen.
enum Happening {
    Order(Box<Order>, Vec<OwnedFd>),
    /// The grader asks to end the job that runs.
    Kill,
    GraderGone,
    Server(Said),
}

impl From<Said> for Happening {
    fn from(said: Said) -> Self {
        Self::Server(said)
    }
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
    let folder = PathBuf::from(OsString::from_vec(start.folder.clone()));
    let outcome = supervise(start, &mut socket);
    // A grader that was killed cannot.
    let _ = staging::remove(&folder);
    outcome
}

fn supervise(start: Start, socket: &mut UnixStream) -> io::Result<()> {
    let (sender, happenings) = channel();
    watch_grader(socket.try_clone()?, sender.clone());
    let started = Starting::start(start, &sender).map_err(|error| Some(Ready::Failed(error.to_string())));
    let server = match started.and_then(|server| Ok((await_ready(&happenings)?, server.ready()))) {
        Ok((modules, server)) => {
            frame::write(socket, &Ready::Modules(modules))?;
            server
        }
        Err(why) => {
            tree::kill_all(rustix::process::getpid(), &Aside::Known(Vec::new()));
            return why.map_or(Ok(()), |why| frame::write(socket, &why));
        }
    };
    let worker = Worker {
        #[cfg(target_os = "linux")]
        quiet: super::quiet::Quiet::new(&server.own),
        server,
        child: Cell::new(None),
        happenings,
    };
    let outcome = worker.serve_orders(socket);
    tree::kill_all(worker.server.pid, &worker.server.aside());
    outcome
}

/// The modules of a server that has become ready. Otherwise what to say of it, or nothing when the grader is gone: then
/// nobody waits for it.
fn await_ready(happenings: &Receiver<Happening>) -> Result<Vec<String>, Option<Ready>> {
    loop {
        match happenings.recv() {
            Ok(Happening::Server(Said::Ready(modules))) => return Ok(modules),
            Ok(Happening::Server(Said::Unfit(unfit))) => {
                return Err(Some(Ready::Unfit(unfit.module, unfit.why)));
            }
            Ok(Happening::Server(Said::Gone(why))) => {
                return Err(Some(last_words(happenings).unwrap_or(Ready::Failed(why))));
            }
            Ok(Happening::GraderGone) | Err(_) => return Err(None),
            Ok(Happening::Kill | Happening::Order(..) | Happening::Server(_)) => {}
        }
    }
}

/// Why a server that has ended could not be forked, if it said so: its end and its words come on two ways, in any order.
fn last_words(happenings: &Receiver<Happening>) -> Option<Ready> {
    while let Ok(happening) = happenings.recv_timeout(LAST_WORDS) {
        if let Happening::Server(Said::Unfit(unfit)) = happening {
            return Some(Ready::Unfit(unfit.module, unfit.why));
        }
    }
    None
}

struct Worker {
    server: Server,
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
                Happening::Kill
                | Happening::Server(Said::Ready(_) | Said::Unfit(_) | Said::Started(_) | Said::Ended(_)) => {}
                Happening::GraderGone | Happening::Server(Said::Gone(_)) => break,
            }
        }
        Ok(())
    }

    fn run(&self, order: &Order, descriptors: Vec<OwnedFd>) -> Done {
        let start = Instant::now();
        let given: Vec<_> = descriptors.iter().map(AsFd::as_fd).collect();
        let sent = self.server.give(order, &given);
        drop(given);
        drop(descriptors);
        let watch = Watch::new(order.bounds, &order.folders, self.server.aside());
        let ending = match sent {
            Ok(()) => self.wait(start + Duration::from_millis(order.time_ms), watch),
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
        tree::kill_all_but(self.server.pid, &self.server.aside(), child)
    }

    /// How the job ended; `None` when the server or the grader is gone.
    fn wait(&self, deadline: Instant, mut watch: Watch) -> Option<Ended> {
        loop {
            let pulse = Instant::now() + PULSE;
            let next = deadline.min(pulse).saturating_duration_since(Instant::now());
            match self.happenings.recv_timeout(next) {
                Ok(Happening::Server(Said::Started(pid))) => self.child.set(Some(pid)),
                Ok(Happening::Server(Said::Ended(status))) => return Some(ended(status, &watch)),
                Ok(Happening::Kill) => return self.end_job().map(|()| Ended::Killed),
                Ok(Happening::Order(..) | Happening::Server(Said::Ready(_) | Said::Unfit(_))) => {}
                Ok(Happening::GraderGone | Happening::Server(Said::Gone(_)))
                | Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) if Instant::now() < deadline => {
                    if let Some(limit) = watch.look() {
                        return self.end_job().map(|()| Ended::Exceeded(limit));
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    // Python's faulthandler answers SIGABRT with the stacks of all threads.
                    self.signal(Signal::ABORT);
                    if !self.ends_within(LAST_WORDS) {
                        self.end_job()?;
                    }
                    return Some(Ended::TimedOut);
                }
            }
        }
    }

    /// Sends a signal to the job's own process.
    fn signal(&self, signal: Signal) {
        if let Some(pid) = tree::only_child(self.server.pid).or(self.child.get()) {
            let _ = kill_process(pid, signal);
        }
    }

    /// Kills the job's own process; `None` when the server does not notice, and so is lost.
    fn end_job(&self) -> Option<()> {
        let give_up = Instant::now() + REAP;
        // Again and again: the server may not have forked yet.
        while Instant::now() < give_up {
            self.signal(Signal::KILL);
            if self.ends_within(PULSE) {
                return Some(());
            }
        }
        None
    }

    fn ends_within(&self, patience: Duration) -> bool {
        let give_up = Instant::now() + patience;
        while let Ok(happening) =
            self.happenings.recv_timeout(give_up.saturating_duration_since(Instant::now()))
        {
            match happening {
                Happening::Server(Said::Ended(_)) => return true,
                Happening::GraderGone | Happening::Server(Said::Gone(_)) => return false,
                Happening::Kill
                | Happening::Order(..)
                | Happening::Server(Said::Ready(_) | Said::Unfit(_) | Said::Started(_)) => {}
            }
        }
        false
    }
}

fn ended(status: i32, watch: &Watch) -> Ended {
    let status = ExitStatus::from_raw(status);
    match (status.code(), status.signal()) {
        (Some(code), _) => Ended::Exited(code),
        (None, signal) => {
            let signal = signal.unwrap_or(0);
            watch.meaning(signal).map_or(Ended::Signaled(signal), Ended::Exceeded)
        }
    }
}

fn watch_grader(socket: UnixStream, happened: Sender<Happening>) {
    std::thread::spawn(move || {
        loop {
            let happening = match descriptors::receive(&socket) {
                Ok(Some((body, _))) if body.is_empty() => Happening::Kill,
                Ok(Some((body, descriptors))) => match serde_json::from_slice(&body) {
                    Ok(order) => Happening::Order(Box::new(order), descriptors),
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
