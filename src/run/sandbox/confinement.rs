//! The supervisor's side: the command that starts a program confined.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, lchown};
use std::os::unix::net::UnixStream;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};

use rustix::process::{getpid, getppid, getuid};

use super::confine::process_limit;
use super::order::{Order, Told, receive};
use super::policy::Policy;
use super::{COMMAND, OWN_BINARY, SPACES};
use crate::model::isolation::Layer;
use crate::run::launch::Stdin;

/// User ids of jobs start here: far above those that systems and containers hand out.
const FIRST_UID: u32 = 0x6b00_0000;

/// A policy in force for what this process will start.
#[derive(Debug)]
pub struct Confinement {
    policy: Policy,
    uid: Option<u32>,
}

impl Confinement {
    /// Prepares `policy` for programs that this process will start, and hands the job's own folders to the job's user.
    ///
    /// # Errors
    /// When a folder cannot be handed over.
    pub fn new(mut policy: Policy) -> io::Result<Self> {
        policy
            .protected
            .extend([Some(getpid()), getppid()].into_iter().flatten().map(|pid| pid.as_raw_nonzero().get()));
        // Unlike any other living process's, and so unlike any other job's.
        let own = FIRST_UID + getpid().as_raw_nonzero().get().unsigned_abs();
        let uid = (policy.has(Layer::Uid) && getuid().is_root()).then_some(own);
        let confinement = Self { policy, uid };
        // What a fork server may change is where jobs get folders of their own, each handed over when its time comes.
        if !confinement.policy.fork_server {
            for folder in &confinement.policy.read_write {
                confinement.hand_over(folder)?;
            }
        }
        Ok(confinement)
    }

    /// Gives a folder and what it holds to the job's user, when it has one of its own.
    ///
    /// # Errors
    /// When something in it cannot be changed.
    pub fn hand_over(&self, folder: &Path) -> io::Result<()> {
        let Some(uid) = self.uid else { return Ok(()) };
        for entry in walkdir::WalkDir::new(folder) {
            let entry = entry?;
            lchown(entry.path(), Some(uid), Some(uid))?;
        }
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
        // The way there: it can be passed, not listed. What everybody may pass already is not ours to change.
        let Some(parent) = folder.parent() else { return Ok(()) };
        let mode = fs::metadata(parent)?.permissions().mode();
        if mode & 0o001 == 0 {
            fs::set_permissions(parent, fs::Permissions::from_mode(mode | 0o011))?;
        }
        Ok(())
    }

    /// What the kernel is to hold a program to that may have `most` processes, where it counts the job's alone.
    pub fn process_limit(&self, most: u32) -> Option<u64> {
        process_limit(&self.policy, self.uid, most)
    }

    /// Whether programs run in a process space of their own, below stages that stay: the child of [`Self::command`] is
    /// one of them then, and [`Stage::ended`] tells of the program.
    pub fn has_init(&self) -> bool {
        self.policy.has(Layer::Pid)
    }

    /// A command that confines itself and then runs `program`, which reads `stdin`. The caller sets environment, working
    /// folder and output streams, but not standard input.
    ///
    /// # Errors
    /// When no socket can be had.
    pub(crate) fn command<'a>(
        &self,
        program: &OsStr,
        args: impl IntoIterator<Item = &'a OsStr>,
        stdin: &Stdin,
    ) -> io::Result<(Command, Stage)> {
        let (socket, theirs) = UnixStream::pair()?;
        let (path, link) = match stdin {
            Stdin::Nothing => (None, None),
            Stdin::File(path) => (Some(path.as_os_str().as_bytes().to_vec()), None),
            Stdin::Link(link) => (None, Some(link.as_fd())),
        };
        Order { policy: self.policy.clone(), uid: self.uid, stdin: path }.send(&socket, link)?;
        let mut command = Command::new(OWN_BINARY);
        command
            .arg(if self.has_init() { SPACES } else { COMMAND })
            .arg(program)
            .args(args)
            .stdin(Stdio::from(OwnedFd::from(theirs)));
        Ok((command, Stage { socket, has_init: self.has_init() }))
    }
}

/// The other end of a confining stage.
#[derive(Debug)]
pub struct Stage {
    socket: UnixStream,
    has_init: bool,
}

impl Stage {
    /// Waits for the end of the program. The stages of a process space (see [`Confinement::has_init`]) may live on, with
    /// whatever the program left; they must be killed.
    ///
    /// # Errors
    /// When the program was not started or the stage was ended.
    pub fn ended(self, mut child: Child) -> io::Result<ExitStatus> {
        match receive(&self.socket)? {
            Some(Told::Failed(why)) => Err(io::Error::other(why)),
            Some(Told::Ended(status)) => Ok(ExitStatus::from_raw(status)),
            None => {
                let status = child.wait()?;
                if self.has_init && status.success() {
                    return Err(io::Error::other("the sandbox's first process ended without a word"));
                }
                Ok(status)
            }
        }
    }
}
