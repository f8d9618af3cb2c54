//! The fork server as its supervisor sees it: started, in the sandbox where there is one, given jobs, watched.

use std::ffi::OsString;
use std::io::{self, Read};
use std::os::fd::{AsRawFd, BorrowedFd};
use std::os::unix::ffi::OsStringExt;
use std::os::unix::net::UnixStream;
use std::process::Stdio;
use std::sync::mpsc::Sender;

use rustix::process::Pid;

use super::message::{CONTROL, Order, Start};
use crate::model::course::Unfit;
use crate::run::descriptors;
use crate::run::launch::Stdin;
use crate::run::modules::{First, read_first};
use crate::run::supervisor::launcher::{Launcher, Started};
use crate::run::supervisor::tree::{self, Aside};

/// What the server says.
pub(super) enum Said {
    /// It waits for jobs, and has loaded modules with these top-level names.
    Ready(Vec<String>),
    /// It must not be forked, because of a module that it was to preload.
    Unfit(Unfit),
    /// It has forked; the number is the server's own for the child.
    Started(Pid),
    /// The child has ended with this wait status.
    Ended(i32),
    /// The server is gone, or speaks nonsense: why.
    Gone(String),
}

/// A running fork server.
pub(super) struct Server {
    control: UnixStream,
    launcher: Launcher,
    /// The process itself, below the sandbox's.
    pub(super) pid: Pid,
    /// It and the sandbox's processes above it.
    pub(super) own: Vec<Pid>,
}

/// A fork server that has not said yet that it is ready.
pub(super) struct Starting {
    control: UnixStream,
    launcher: Launcher,
    top: Pid,
    stage: Option<Pid>,
}

impl Starting {
    /// Starts a server. What it says is sent to `happened` by threads that this function starts.
    ///
    /// # Errors
    /// When it cannot be started.
    pub(super) fn start<T: From<Said> + Send + 'static>(
        start: Start,
        happened: &Sender<T>,
    ) -> io::Result<Self> {
        let (control, theirs) = UnixStream::pair()?;
        // The server inherits its end; nothing else is started by this process.
        rustix::io::fcntl_setfd(&theirs, rustix::io::FdFlags::empty())?;
        let number = OsString::from(theirs.as_raw_fd().to_string());
        let argv: Vec<OsString> = start
            .argv
            .into_iter()
            .map(|arg| if arg == CONTROL.as_bytes() { number.clone() } else { OsString::from_vec(arg) })
            .collect();
        let launcher = Launcher::new(start.policy)?;
        let started = launcher.start(&argv, Stdin::Nothing, |command| {
            let env = start.env.into_iter();
            command
                .env_clear()
                .envs(env.map(|(name, value)| (OsString::from_vec(name), OsString::from_vec(value))))
                .current_dir(OsString::from_vec(start.cwd))
                .stdout(Stdio::null())
                .stderr(Stdio::null());
        })?;
        drop(theirs);
        let (top, stage) = (started.pid, started.stage_pid);
        watch_process(started, happened.clone());
        watch_control(control.try_clone()?, happened.clone());
        Ok(Self { control, launcher, top, stage })
    }

    /// The server, which has said that it is ready: only then is it known which process it is.
    pub(super) fn ready(self) -> Server {
        let Self { control, launcher, top, stage } = self;
        Server { control, launcher, pid: tree::program(top, stage), own: tree::with_descendants(top) }
    }
}

impl Server {
    /// Hands a job over: its folders to the user that jobs run as, then its fields and descriptors to the server.
    pub(super) fn give(&self, order: &Order, descriptors: &[BorrowedFd<'_>]) -> io::Result<()> {
        self.launcher.hand_over(&order.folders)?;
        let bounds = &order.bounds;
        let processes = self.launcher.process_limit(bounds.processes);
        let numbers = [
            bounds.data().to_string(),
            bounds.cpu_seconds.to_string(),
            bounds.file_size.to_string(),
            bounds.open_files.to_string(),
            processes.map_or(String::new(), |most| most.to_string()),
        ];
        let mut fields: Vec<&[u8]> = numbers.iter().map(String::as_bytes).collect();
        fields.push(&order.fields);
        descriptors::send(&self.control, &fields.join(&0), descriptors)
    }

    /// What is none of a job's.
    pub(super) fn aside(&self) -> Aside {
        Aside::Known(self.own.clone())
    }
}

fn number(bytes: &[u8]) -> i64 {
    bytes.try_into().map_or(-1, i64::from_be_bytes)
}

/// The end of its process. The sandbox's processes hold the control socket too, so its closing does not tell.
fn watch_process<T: From<Said> + Send + 'static>(started: Started, happened: Sender<T>) {
    std::thread::spawn(move || {
        let why = started.ended().map_or_else(|error| error.to_string(), |status| status.to_string());
        let _ = happened.send(Said::Gone(why).into());
    });
}

/// First that it is ready; then `P` and a pid, `X` and a wait status; numbers of eight bytes.
fn watch_control<T: From<Said> + Send + 'static>(mut control: UnixStream, happened: Sender<T>) {
    std::thread::spawn(move || {
        let ready = match read_first(&mut control) {
            Ok(First::Ready(modules)) => Said::Ready(modules),
            Ok(First::Unfit(unfit)) => Said::Unfit(unfit),
            // How its process ended says more, and is told as well.
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return,
            Err(error) => Said::Gone(error.to_string()),
        };
        if happened.send(ready.into()).is_err() {
            return;
        }
        loop {
            let mut said = [0; 9];
            let said = match control.read_exact(&mut said) {
                Ok(()) => {
                    let number = i32::try_from(number(&said[1..])).unwrap_or(-1);
                    match (said[0], Pid::from_raw(number.max(0))) {
                        (b'P', Some(pid)) => Said::Started(pid),
                        (b'X', _) => Said::Ended(number),
                        _ => Said::Gone("nonsense".to_owned()),
                    }
                }
                Err(error) => Said::Gone(error.to_string()),
            };
            let last = matches!(said, Said::Gone(_));
            if happened.send(said.into()).is_err() || last {
                break;
            }
        }
    });
}
