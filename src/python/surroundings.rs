//! What the user's shell says about Python, taken once so that everything after it can be tested without a process
//! environment.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The variables and folders that decide which Python a user means.
#[derive(Debug, Clone)]
pub struct Surroundings {
    /// `--python` or `PROLINGS_PYTHON`: a program, a name to find on PATH, or a virtual environment's folder.
    pub explicit: Option<PathBuf>,
    /// `VIRTUAL_ENV`.
    pub virtual_env: Option<PathBuf>,
    /// `CONDA_PREFIX`.
    pub conda_prefix: Option<PathBuf>,
    /// `PATH`.
    pub path: OsString,
    /// `PYENV_VERSION`: what pyenv's shims obey before any file.
    pub pyenv_version: Option<OsString>,
    /// pyenv's folder: `PYENV_ROOT`, or `~/.pyenv`.
    pub pyenv_root: Option<PathBuf>,
    /// The folder of uv's own Pythons: `UV_PYTHON_INSTALL_DIR`, or where uv puts them on this platform.
    pub uv_pythons: Option<PathBuf>,
    /// Where candidates are started: shims obey a `.python-version` here or above.
    pub folder: PathBuf,
    /// How long a candidate may take to say what it is.
    pub patience: Duration,
}

impl Surroundings {
    /// Nothing but a folder: no PATH, no variables.
    pub fn empty(folder: impl Into<PathBuf>) -> Self {
        Self {
            explicit: None,
            virtual_env: None,
            conda_prefix: None,
            path: OsString::new(),
            pyenv_version: None,
            pyenv_root: None,
            uv_pythons: None,
            folder: folder.into(),
            patience: Duration::from_secs(5),
        }
    }

    /// What the process's environment says. `folder` is the course's root.
    pub fn from_process(explicit: Option<PathBuf>, folder: impl Into<PathBuf>) -> Self {
        let home = env::home_dir();
        let below_home = |parts: &str| home.as_ref().map(|home| home.join(parts));
        let data_home = if cfg!(windows) { folder_named("APPDATA") } else { folder_named("XDG_DATA_HOME") };
        let data_home = data_home.or_else(|| below_home(".local/share"));
        Self {
            explicit,
            virtual_env: folder_named("VIRTUAL_ENV"),
            conda_prefix: folder_named("CONDA_PREFIX"),
            path: env::var_os("PATH").unwrap_or_default(),
            pyenv_version: env::var_os("PYENV_VERSION"),
            pyenv_root: folder_named("PYENV_ROOT").or_else(|| below_home(".pyenv")),
            uv_pythons: folder_named("UV_PYTHON_INSTALL_DIR")
                .or_else(|| data_home.map(|data| data.join("uv").join("python"))),
            ..Self::empty(folder)
        }
    }

    /// Every program of that name on PATH, in order. Relative entries of PATH are ignored: they would let a folder
    /// decide what runs.
    pub fn on_path(&self, name: &str) -> impl Iterator<Item = PathBuf> {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        env::split_paths(&self.path)
            .filter(|folder| folder.is_absolute())
            .map(move |folder| folder.join(&file))
            .filter(|program| is_program(program))
    }
}

/// Whether a path names a file that can be started.
pub(super) fn is_program(path: &Path) -> bool {
    let Ok(metadata) = path.metadata() else { return false };
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        metadata.is_file() && metadata.permissions().mode() & 0o111 != 0
    }
    #[cfg(not(unix))]
    {
        metadata.is_file()
    }
}

/// The Python of a virtual environment's or installation's folder, whether it is there or not.
pub(super) fn python_of(folder: &Path) -> PathBuf {
    if cfg!(windows) { folder.join("Scripts").join("python.exe") } else { folder.join("bin").join("python") }
}

fn folder_named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}
