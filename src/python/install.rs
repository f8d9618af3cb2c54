//! Makes an environment: a virtual environment, the locked packages in it, their bytecode.

use std::fmt;
use std::path::Path;

use super::child;
use super::failure;
use super::guard::Turn;
use super::lockfile::{self, Lock};
use super::surroundings::python_of;
use super::tools::{Installer, Tools};
use crate::error::UserError;

/// Where the making of an environment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Another process is making the same environment.
    Waiting,
    /// The virtual environment is made.
    CreatingVenv,
    /// The packages are fetched and installed.
    Installing {
        /// How many.
        packages: usize,
    },
    /// Bytecode is compiled, so that no job has to.
    Compiling,
    /// uv is fetched, so that the next environment is made faster.
    FetchingUv,
    /// The environment is complete.
    Done,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Waiting => f.write_str("waiting for another prolings that makes the same environment"),
            Self::CreatingVenv => f.write_str("creating a virtual environment"),
            Self::Installing { packages: 1 } => f.write_str("installing 1 package"),
            Self::Installing { packages } => write!(f, "installing {packages} packages"),
            Self::Compiling => f.write_str("compiling bytecode"),
            Self::FetchingUv => f.write_str("fetching uv, to be faster the next time"),
            Self::Done => f.write_str("environment complete"),
        }
    }
}

/// Makes the environment in `folder`, which does not exist yet, while it is our turn, and returns what installed it.
///
/// # Errors
/// When a step fails or a stop is asked for; what is in the folder then is of no use.
pub(super) fn make(
    tools: &Tools<'_>,
    turn: &Turn,
    locks: &[Lock],
    folder: &Path,
    progress: &mut dyn FnMut(Step),
) -> Result<Installer, UserError> {
    progress(Step::CreatingVenv);
    let installer = tools.installer()?;
    create(tools, turn, &installer, folder)?;
    let packages = lockfile::count(locks);
    if packages > 0 {
        progress(Step::Installing { packages });
        install(tools, turn, &installer, locks, folder)?;
        progress(Step::Compiling);
        compile(tools, turn, folder)?;
    }
    Ok(installer)
}

fn create(tools: &Tools<'_>, turn: &Turn, installer: &Installer, folder: &Path) -> Result<(), UserError> {
    let python = &tools.interpreter.executable;
    let command = match installer {
        Installer::Uv(uv) => {
            let mut command = tools.command(uv);
            command.args(["venv", "--no-project", "--python"]).arg(python).arg(folder);
            command
        }
        Installer::Pip(_) => {
            let mut command = tools.command(python);
            command.args(["-I", "-m", "venv", "--without-pip"]).arg(folder);
            command
        }
    };
    tools
        .run(turn, command, &format!("making a virtual environment from {} failed", tools.interpreter))
        .map(drop)
}

/// Wheels only: building a source package would run its code here, unlocked tools included.
fn install(
    tools: &Tools<'_>,
    turn: &Turn,
    installer: &Installer,
    locks: &[Lock],
    folder: &Path,
) -> Result<(), UserError> {
    let python = python_of(folder);
    let mut command = match installer {
        Installer::Uv(uv) => {
            let mut command = tools.command(uv);
            command.args(["pip", "install", "--python"]).arg(python);
            command
        }
        Installer::Pip(pip) => {
            let mut command = tools.command(pip);
            command.args(["-I", "-m", "pip", "--python"]).arg(python);
            command.args(["--no-input", "--disable-pip-version-check", "install", "--no-compile"]);
            command
        }
    };
    command.args(["--require-hashes", "--only-binary", ":all:"]);
    for lock in locks {
        command.arg("-r").arg(&lock.path);
    }
    let names = locks.iter().filter_map(|lock| lock.path.file_name()?.to_str()).collect::<Vec<_>>();
    tools
        .run(turn, command, &format!("installing {} with {} failed", names.join(" and "), installer.name()))
        .map(drop)
}

/// Packages ship files that no Python compiles (templates, old tests): only a full disk and a stop count as failure.
fn compile(tools: &Tools<'_>, turn: &Turn, folder: &Path) -> Result<(), UserError> {
    let mut command = tools.command(&python_of(folder));
    command.args(["-I", "-m", "compileall", "-q", "-j", "0"]);
    command.arg(folder.join(if cfg!(windows) { "Lib" } else { "lib" }));
    let ran = child::run_with_input(command, turn.as_input(), None, tools.cancel).map_err(|error| {
        failure::of_io(&error, "the environment's own Python could not be started", &python_of(folder))
    })?;
    if tools.cancel.is_cancelled() && !ran.succeeded() {
        return Err(failure::stopped());
    }
    failure::of_full_disk(&ran.output, folder).map_or(Ok(()), Err)
}
