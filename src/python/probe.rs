//! Asks one candidate what it is, by running it once.

use std::path::PathBuf;
use std::process::Command;

use serde::Deserialize;

use super::candidates::Candidate;
use super::child::{self, End};
use super::surroundings::Surroundings;
use crate::language::{Said, said};
use crate::model::cancel::Cancel;
use crate::model::course::PythonVersion;

/// What a candidate says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct Answer {
    /// The interpreter behind shims, links and virtual environments.
    pub(super) executable: PathBuf,
    /// Major, minor, micro.
    pub(super) version: (u8, u8, u8),
    /// `final`, or `alpha`, `beta`, `candidate`.
    pub(super) level: String,
    /// Counts within a level.
    pub(super) serial: u8,
    /// `cpython`, `pypy`…
    pub(super) implementation: String,
    /// Whether it is built without the global lock.
    pub(super) free_threaded: bool,
    /// Whether it has `venv`.
    pub(super) venv: bool,
    /// Whether it has `ensurepip`.
    pub(super) ensurepip: bool,
    /// System, machine and word size.
    pub(super) platform: String,
    /// Where its header files are, or would be.
    #[serde(default)]
    pub(super) include: Option<PathBuf>,
}

impl Answer {
    /// Major and minor.
    pub(super) fn release(&self) -> PythonVersion {
        PythonVersion { major: self.version.0, minor: self.version.1 }
    }

    /// As Python writes it: `3.13.0`, `3.14.0rc1`.
    pub(super) fn version_text(&self) -> String {
        let (major, minor, micro) = self.version;
        let level = match self.level.as_str() {
            "final" => String::new(),
            "candidate" => format!("rc{}", self.serial),
            other => format!("{}{}", other.get(..1).unwrap_or("?"), self.serial),
        };
        format!("{major}.{minor}.{micro}{level}")
    }
}

/// Runs on any Python since 3.4. The base interpreter of a virtual environment is what environments are made from:
/// the virtual environment may go at any time. On Windows `realpath` would leave a Store Python's alias.
const QUESTION: &str = r#"
import importlib.util, json, os, sys, sysconfig
base = getattr(sys, "_base_executable", None) or sys.executable
print(json.dumps({
    "executable": base if os.name == "nt" else os.path.realpath(base),
    "version": list(sys.version_info[:3]),
    "level": sys.version_info[3],
    "serial": sys.version_info[4],
    "implementation": sys.implementation.name,
    "free_threaded": "free-threading" in sys.version,
    "venv": importlib.util.find_spec("venv") is not None,
    "ensurepip": importlib.util.find_spec("ensurepip") is not None,
    "platform": "-".join([
        sys.platform,
        os.uname()[4] if hasattr(os, "uname") else os.environ.get("PROCESSOR_ARCHITECTURE", ""),
        "64" if sys.maxsize > 2 ** 32 else "32",
    ]),
    "include": sysconfig.get_path("include"),
}))
"#;

/// Asks a candidate what it is.
///
/// # Errors
/// The reason why it cannot be used at all.
pub(super) fn ask(candidate: &Candidate, surroundings: &Surroundings) -> Result<Answer, Said> {
    let mut command = Command::new(&candidate.program);
    command.args(&candidate.args).args(["-I", "-S", "-c", QUESTION]);
    if surroundings.folder.is_dir() {
        command.current_dir(&surroundings.folder);
    }
    // A framework Python on macOS takes this for its own name.
    command.env_remove("__PYVENV_LAUNCHER__");
    let ran = child::run(command, Some(surroundings.patience), &Cancel::default())
        .map_err(|error| said!("python-not-started", error = error.to_string()))?;
    match ran.end {
        End::TimedOut => {
            return Err(said!("python-no-answer", time = format!("{:?}", surroundings.patience)));
        }
        End::Cancelled => return Err(said!("status-stopped")),
        End::Exited(_) => {}
    }
    if let Some(answer) = ran.output.lines().rev().find_map(|line| serde_json::from_str(line).ok()) {
        return Ok(answer);
    }
    if ran.output.contains("Unknown option: -I") {
        return Err(said!("python-two"));
    }
    let said = ran.output.lines().find(|line| !line.trim().is_empty()).map(printable);
    Err(said.map_or_else(|| said!("python-broken"), |words| said!("python-broken.words", words = words)))
}

/// A line that may be shown: short, without control characters.
fn printable(line: &str) -> String {
    line.trim().chars().filter(|character| !character.is_control()).take(120).collect()
}
