//! The programs that install packages: the user's uv, or pip in a virtual environment of our own beside the
//! environments, where uv is fetched for the next time.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::child::{self, End, Ran};
use super::failure;
use super::guard::{HalfMade, Turn, lock_of};
use super::interpreter::{Interpreter, Packaging};
use super::marker;
use super::surroundings::{Surroundings, is_program, python_of};
use crate::error::UserError;
use crate::language::{Said, said};
use crate::model::cancel::Cancel;

/// Their folder, beside the environments.
pub(super) const FOLDER: &str = "tools";

/// How long fetching uv may take: it only saves time later.
const FETCH_LIMIT: Duration = Duration::from_secs(20);

/// Variables that would send packages elsewhere, weaken the lock, or switch bytecode off. Everything else is the
/// user's own configuration of indexes, proxies and certificates, and is honoured.
const CLEARED: [&str; 32] = [
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONPATH",
    "PYTHONHOME",
    "PYTHONPYCACHEPREFIX",
    "PYTHONOPTIMIZE",
    "VIRTUAL_ENV",
    "__PYVENV_LAUNCHER__",
    "PIP_TARGET",
    "PIP_PREFIX",
    "PIP_ROOT",
    "PIP_USER",
    "PIP_PYTHON",
    "PIP_DRY_RUN",
    "PIP_CONSTRAINT",
    "PIP_REQUIREMENT",
    "PIP_NO_BINARY",
    "PIP_ONLY_BINARY",
    "PIP_REQUIRE_VIRTUALENV",
    "UV_PYTHON",
    "UV_PYTHON_PREFERENCE",
    "UV_MANAGED_PYTHON",
    "UV_NO_MANAGED_PYTHON",
    "UV_SYSTEM_PYTHON",
    "UV_CONSTRAINT",
    "UV_OVERRIDE",
    "UV_EXCLUDE",
    "UV_NO_BINARY",
    "UV_NO_BINARY_PACKAGE",
    "UV_NO_VERIFY_HASHES",
    "UV_VENV_RELOCATABLE",
    "UV_WORKING_DIRECTORY",
    "UV_WORKING_DIR",
];

/// What installs packages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Installer {
    /// uv.
    Uv(PathBuf),
    /// A Python that has pip.
    Pip(PathBuf),
}

impl Installer {
    /// Its name.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Uv(_) => "uv",
            Self::Pip(_) => "pip",
        }
    }
}

/// A place where installers are kept, and how they are run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tools<'a> {
    /// The folder of all environments.
    pub(super) folder: &'a Path,
    /// The interpreter that everything is made from.
    pub(super) interpreter: &'a Interpreter,
    /// Where to look for uv.
    pub(super) surroundings: &'a Surroundings,
    /// Asks to stop.
    pub(super) cancel: &'a Cancel,
}

impl Tools<'_> {
    /// The installer to use: uv when there is one that runs, else pip.
    ///
    /// # Errors
    /// When there is none and none can be made.
    pub(super) fn installer(&self) -> Result<Installer, UserError> {
        self.uv().map_or_else(|| self.pip().map(Installer::Pip), |uv| Ok(Installer::Uv(uv)))
    }

    /// A uv that runs: the user's, or the one fetched before. A shim of pyenv's may be there and lead nowhere.
    pub(super) fn uv(&self) -> Option<PathBuf> {
        let ours = Some(uv_beside(&python_of(&self.home()))).filter(|program| is_program(program));
        self.surroundings.on_path("uv").chain(ours).find(|program| {
            let mut command = self.command(program);
            command.arg("--version");
            child::run(command, Some(self.surroundings.patience), self.cancel)
                .is_ok_and(|ran| ran.succeeded())
        })
    }

    /// A Python that has pip: of our own virtual environment, or the interpreter itself where it cannot make one.
    fn pip(&self) -> Result<PathBuf, UserError> {
        let interpreter = self.interpreter;
        match interpreter.packaging {
            Packaging::Complete => self.own_pip(),
            Packaging::NoEnsurepip if self.has_pip(&interpreter.executable) => {
                Ok(interpreter.executable.clone())
            }
            Packaging::NoEnsurepip | Packaging::NoVenv => Err(failure::no_venv(&interpreter.to_string())),
        }
    }

    fn has_pip(&self, python: &Path) -> bool {
        let mut command = self.command(python);
        command.args(["-I", "-m", "pip", "--version"]);
        child::run(command, Some(self.surroundings.patience), self.cancel).is_ok_and(|ran| ran.succeeded())
    }

    fn own_pip(&self) -> Result<PathBuf, UserError> {
        let home = self.home();
        let python = python_of(&home);
        let complete = || home.join(marker::FILE).is_file() && is_program(&python);
        if complete() {
            return Ok(python);
        }
        let turn = Turn::take(&lock_of(&home), || {}, self.cancel)?;
        if complete() {
            return Ok(python);
        }
        let half_made = HalfMade::begin(&home)?;
        let mut command = self.command(&self.interpreter.executable);
        command.args(["-I", "-m", "venv"]).arg(&home);
        self.run(&turn, command, said!("pip-not-made"))?;
        File::create_new(home.join(marker::FILE))
            .map_err(|error| failure::of_io(&error, said!("tools-not-written"), &home))?;
        half_made.complete();
        Ok(python)
    }

    /// Fetches uv beside pip, for the next time. Failing is no matter: pip works as well, only slower.
    pub(super) fn fetch_uv(&self, pip: &Path) {
        if !pip.starts_with(self.home()) {
            return;
        }
        let Ok(turn) = Turn::take(&lock_of(&self.home()), || {}, self.cancel) else { return };
        let program = uv_beside(pip);
        if is_program(&program) {
            return;
        }
        let mut command = self.command(pip);
        command.args(["-I", "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]);
        command.args(["--only-binary", ":all:", "--quiet", "uv"]);
        let fetched = child::run_with_input(command, turn.as_input(), Some(FETCH_LIMIT), self.cancel);
        if !fetched.is_ok_and(|ran| ran.succeeded()) {
            // A uv that was interrupted half-written must not be found.
            let _ = fs::remove_file(program);
        }
    }

    /// A command in the user's environment, less what would lead an installer astray, and in a folder without
    /// configuration files of a project.
    pub(super) fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        for variable in CLEARED {
            command.env_remove(variable);
        }
        command.envs([("NO_COLOR", "1"), ("UV_NO_PROGRESS", "1"), ("UV_PYTHON_DOWNLOADS", "never")]);
        // uv would share files with its cache by hard links, where a learner's program could damage them for every
        // project. On macOS clones are as safe as copies, and cheaper; elsewhere a "clone" may become a link again.
        command.env("UV_LINK_MODE", if cfg!(target_os = "macos") { "clone" } else { "copy" });
        command.current_dir(self.folder.ancestors().last().unwrap_or(self.folder));
        command
    }

    /// Runs a step of the making.
    ///
    /// # Errors
    /// When it cannot be started, fails, or a stop is asked for.
    pub(super) fn run(&self, turn: &Turn, command: Command, failed: Said) -> Result<Ran, UserError> {
        let program = OsString::from(command.get_program());
        let ran = child::run_with_input(command, turn.as_input(), None, self.cancel)
            .map_err(|error| self.cannot_start(&error, &program))?;
        match ran.end {
            End::Exited(status) if status.success() => Ok(ran),
            End::Cancelled | End::TimedOut => Err(failure::stopped()),
            End::Exited(_) => {
                Err(failure::of_installer(&ran.output, failed, &self.interpreter.to_string(), self.folder))
            }
        }
    }

    fn cannot_start(&self, error: &io::Error, program: &OsString) -> UserError {
        failure::of_io(error, said!("installer-not-started"), Path::new(program))
    }

    /// The virtual environment that holds pip and the fetched uv.
    fn home(&self) -> PathBuf {
        self.folder.join(FOLDER)
    }
}

/// uv in the same folder as a Python.
fn uv_beside(python: &Path) -> PathBuf {
    python.with_file_name(format!("uv{}", std::env::consts::EXE_SUFFIX))
}
