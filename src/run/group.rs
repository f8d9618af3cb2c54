//! A program and what it starts as one group, which ends as a whole: a job object on Windows, a process group elsewhere.
//!
//! For systems without a supervisor, and best effort next to one: what leaves a process group is not found again. Unix goes
//! this way in tests alone, so that what Windows does is tried there too.

use std::io;
use std::process::{ChildStderr, ChildStdin, ChildStdout, Command};

use crate::model::execution::Ending;

/// A program that was started, and everything that it starts. All of it ends when this is dropped.
pub(crate) struct Group {
    #[cfg(windows)]
    child: Box<dyn process_wrap::std::ChildWrapper>,
    #[cfg(unix)]
    child: std::process::Child,
}

impl Group {
    /// Starts a program.
    ///
    /// # Errors
    /// When the system cannot.
    #[cfg(windows)]
    pub(crate) fn start(command: Command) -> io::Result<Self> {
        use process_wrap::std::{CommandWrap, JobObject};
        Ok(Self { child: CommandWrap::from(command).wrap(JobObject).spawn()? })
    }

    /// Starts a program.
    ///
    /// # Errors
    /// When the system cannot.
    #[cfg(unix)]
    pub(crate) fn start(mut command: Command) -> io::Result<Self> {
        use std::os::unix::process::CommandExt;
        Ok(Self { child: command.process_group(0).spawn()? })
    }

    /// The other end of its standard input, once.
    pub(crate) fn stdin(&mut self) -> io::Result<ChildStdin> {
        #[cfg(windows)]
        let stdin = self.child.stdin();
        #[cfg(unix)]
        let stdin = &mut self.child.stdin;
        stdin.take().ok_or_else(missing)
    }

    /// What it writes to standard output and standard error, once.
    pub(crate) fn streams(&mut self) -> io::Result<(ChildStdout, ChildStderr)> {
        #[cfg(windows)]
        let (stdout, stderr) = (self.child.stdout().take(), self.child.stderr().take());
        #[cfg(unix)]
        let (stdout, stderr) = (self.child.stdout.take(), self.child.stderr.take());
        Ok((stdout.ok_or_else(missing)?, stderr.ok_or_else(missing)?))
    }

    /// How the program ended, if it has.
    pub(crate) fn ended(&mut self) -> io::Result<Option<Ending>> {
        Ok(self.child.try_wait()?.map(ending))
    }

    /// Ends everything that is left of it.
    pub(crate) fn end(&mut self) {
        #[cfg(windows)]
        let _ = self.child.start_kill();
        #[cfg(unix)]
        {
            let leader = rustix::process::Pid::from_child(&self.child);
            let _ = rustix::process::kill_process_group(leader, rustix::process::Signal::KILL);
            let _ = self.child.wait();
        }
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.end();
    }
}

fn missing() -> io::Error {
    io::Error::other("a stream of the program is missing")
}

#[cfg(windows)]
fn ending(status: std::process::ExitStatus) -> Ending {
    Ending::Exited(status.code().unwrap_or(-1))
}

#[cfg(unix)]
fn ending(status: std::process::ExitStatus) -> Ending {
    use std::os::unix::process::ExitStatusExt;
    status.code().map_or_else(|| Ending::Signaled(status.signal().unwrap_or(0)), Ending::Exited)
}
