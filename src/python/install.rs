//! Makes an environment: a virtual environment, the locked packages in it, their bytecode.

use std::path::Path;

use super::child;
use super::failure;
use super::guard::Turn;
use super::lockfile::{self, Lock};
use super::surroundings::python_of;
use super::tools::{Installer, Tools};
use crate::error::UserError;
use crate::language::{Value, said};

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
    let failed = said!("environment-not-created", python = tools.interpreter.to_string());
    tools.run(turn, command, failed).map(drop)
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
    let (most, last) = names.split_at(names.len().saturating_sub(1));
    let locks = match (most.is_empty(), last.first().copied().unwrap_or_default()) {
        (true, last) => Value::from(last),
        (false, last) => said!("list", most = most.join(", "), last = last).into(),
    };
    let failed = said!("packages-not-installed", locks = locks, installer = installer.name());
    tools.run(turn, command, failed).map(drop)
}

/// Packages ship files that no Python compiles (templates, old tests): only a full disk and a stop count as failure.
fn compile(tools: &Tools<'_>, turn: &Turn, folder: &Path) -> Result<(), UserError> {
    let mut command = tools.command(&python_of(folder));
    command.args(["-I", "-m", "compileall", "-q", "-j", "0"]);
    command.arg(folder.join(if cfg!(windows) { "Lib" } else { "lib" }));
    let ran = child::run_with_input(command, turn.as_input(), None, tools.cancel)
        .map_err(|error| failure::of_io(&error, said!("environment-not-started"), &python_of(folder)))?;
    if tools.cancel.is_cancelled() && !ran.succeeded() {
        return Err(failure::stopped());
    }
    failure::of_full_disk(&ran.output, folder).map_or(Ok(()), Err)
}
