//! Starts the program: confined where there is a policy, and as it is where there is none.

use std::ffi::OsString;
use std::fs::File;
use std::io;
#[cfg(target_os = "linux")]
use std::os::unix::ffi::OsStringExt;
#[cfg(target_os = "linux")]
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};

use rustix::process::Pid;

use crate::run::launch::Stdin;
use crate::run::sandbox::Policy;
#[cfg(target_os = "linux")]
use crate::run::sandbox::{Confinement, Stage};

/// How programs are started here.
pub(crate) enum Launcher {
    Plain,
    #[cfg(target_os = "linux")]
    Confined(Box<Confinement>),
}

/// A program that was started.
pub(crate) struct Started {
    child: Child,
    #[cfg(target_os = "linux")]
    stage: Option<Stage>,
    /// The process that this one started: the program, or a stage of the sandbox that stays above it.
    pub(crate) pid: Pid,
    /// The latter, when it does.
    pub(crate) stage_pid: Option<Pid>,
}

impl Launcher {
    /// Prepares what the policy asks for.
    #[cfg(target_os = "linux")]
    pub(crate) fn new(policy: Option<Policy>) -> io::Result<Self> {
        match policy {
            Some(policy) => Ok(Self::Confined(Box::new(Confinement::new(policy)?))),
            None => Ok(Self::Plain),
        }
    }

    #[cfg(not(target_os = "linux"))]
    pub(crate) fn new(_policy: Option<Policy>) -> io::Result<Self> {
        Ok(Self::Plain)
    }

    /// Starts `argv`, prepared by `set_up`.
    pub(crate) fn start(
        &self,
        argv: &[OsString],
        stdin: Stdin,
        set_up: impl FnOnce(&mut Command),
    ) -> io::Result<Started> {
        let (program, args) = argv.split_first().ok_or_else(|| io::Error::other("an empty command line"))?;
        match self {
            Self::Plain => {
                let mut command = Command::new(program);
                let stdin = match stdin {
                    Stdin::Nothing => Stdio::null(),
                    Stdin::File(path) => Stdio::from(File::open(path)?),
                    Stdin::Link(link) => Stdio::from(link),
                };
                command.args(args).stdin(stdin);
                set_up(&mut command);
                let child = command.spawn()?;
                let pid = Pid::from_child(&child);
                Ok(Started {
                    child,
                    #[cfg(target_os = "linux")]
                    stage: None,
                    pid,
                    stage_pid: None,
                })
            }
            #[cfg(target_os = "linux")]
            Self::Confined(confinement) => {
                let args = args.iter().map(OsString::as_os_str);
                let (mut command, stage) = confinement.command(program, args, &stdin)?;
                set_up(&mut command);
                let child = command.spawn()?;
                let pid = Pid::from_child(&child);
                let stage_pid = confinement.has_init().then_some(pid);
                Ok(Started { child, stage: Some(stage), pid, stage_pid })
            }
        }
    }
}

impl Launcher {
    /// Gives folders to the user that programs run as, when that is one of their own.
    pub(crate) fn hand_over(&self, folders: &[Vec<u8>]) -> io::Result<()> {
        #[cfg(target_os = "linux")]
        if let Self::Confined(confinement) = self {
            let folders = folders.iter().map(|folder| PathBuf::from(OsString::from_vec(folder.clone())));
            return folders.into_iter().try_for_each(|folder| confinement.hand_over(&folder));
        }
        let _ = folders;
        Ok(())
    }

    /// How many processes the kernel is to allow programs that may have `most`, where it counts theirs alone.
    pub(crate) fn process_limit(&self, most: u32) -> Option<u64> {
        #[cfg(target_os = "linux")]
        if let Self::Confined(confinement) = self {
            return confinement.process_limit(most);
        }
        let _ = most;
        None
    }
}

impl Started {
    /// Waits for the end of the program.
    pub(crate) fn ended(self) -> io::Result<ExitStatus> {
        let Self { mut child, .. } = self;
        #[cfg(target_os = "linux")]
        if let Some(stage) = self.stage {
            return stage.ended(child);
        }
        child.wait()
    }
}
