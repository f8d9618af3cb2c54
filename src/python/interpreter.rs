//! Chooses the interpreter that runs a course, and says why.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fmt;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::cache;
use super::candidates::{self, Candidate, Source};
use super::missing;
use super::probe::{self, Answer};
use super::surroundings::Surroundings;
use crate::error::UserError;
use crate::language::{Said, Text, said};
use crate::model::course::{PythonRange, PythonVersion};

/// A Python that runs the course: a real executable, never a shim or a virtual environment's link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interpreter {
    /// The real executable.
    pub executable: PathBuf,
    /// Major, minor, micro.
    pub version: (u8, u8, u8),
    /// As Python writes it: `3.13.0`, `3.14.0rc1`.
    pub version_text: String,
    /// The name of the implementation: `cpython`.
    pub implementation: String,
    /// Whether it has the global lock.
    pub threading: Threading,
    /// What it has to make environments with.
    pub packaging: Packaging,
    /// System, machine and word size: `linux-x86_64-64`.
    pub platform: String,
    /// Where its header files are, or would be.
    pub include: Option<PathBuf>,
    /// Why it was chosen, in a line.
    pub reason: Text,
}

impl Interpreter {
    /// Major and minor.
    pub fn release(&self) -> PythonVersion {
        PythonVersion { major: self.version.0, minor: self.version.1 }
    }
}

impl fmt::Display for Interpreter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Python {} ({})", self.version_text, self.executable.display())
    }
}

/// Whether an interpreter has the global lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Threading {
    /// The ordinary build.
    GlobalLock,
    /// The free-threaded build, for which many packages have no wheels.
    Free,
}

/// What an interpreter has to make environments with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Packaging {
    /// `venv` and `ensurepip`.
    Complete,
    /// `venv` alone, as Debian ships it without its `python3-venv` package.
    NoEnsurepip,
    /// Neither.
    NoVenv,
}

/// A candidate that was looked at and not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The program.
    pub program: PathBuf,
    /// Its version, when it told one.
    pub version: Option<String>,
    /// Why it was not taken.
    pub why: Text,
}

/// The whole story of a discovery, for `doctor`.
#[derive(Debug, Clone)]
pub struct Survey {
    /// What was chosen.
    pub chosen: Result<Interpreter, UserError>,
    /// What was looked at before, in order.
    pub refused: Vec<Refused>,
}

/// The interpreter that runs courses of this range.
///
/// # Errors
/// When an explicit choice does not fit, or nothing fits: the error lists what was found.
pub fn discover(range: PythonRange, surroundings: &Surroundings) -> Result<Interpreter, UserError> {
    survey(range, surroundings).chosen
}

/// As [`discover`], but an answer kept in `folder` is taken while nothing that it rests on has changed: no Python is
/// started then.
///
/// # Errors
/// As [`discover`].
pub fn discover_cached(
    range: PythonRange,
    surroundings: &Surroundings,
    folder: &Path,
) -> Result<Interpreter, UserError> {
    let question = cache::question(range, surroundings);
    if let Some(interpreter) = cache::recall(folder, &question) {
        return Ok(interpreter);
    }
    let (interpreter, program) = choose(range, surroundings, &mut Vec::new())?;
    cache::remember(folder, &question, &interpreter, &program);
    Ok(interpreter)
}

/// Looks for an interpreter and keeps what was refused on the way.
pub fn survey(range: PythonRange, surroundings: &Surroundings) -> Survey {
    let mut refused = Vec::new();
    let chosen = choose(range, surroundings, &mut refused).map(|(interpreter, _)| interpreter);
    Survey { chosen, refused }
}

/// The interpreter, and the program by which it was found.
fn choose(
    range: PythonRange,
    surroundings: &Surroundings,
    refused: &mut Vec<Refused>,
) -> Result<(Interpreter, PathBuf), UserError> {
    if let Some(named) = &surroundings.explicit {
        let candidate = candidates::explicit(named, surroundings);
        return match look_at(&candidate, range, surroundings) {
            Ok(answer) => Ok((interpreter(answer, &candidate, false), candidate.program)),
            Err(no) => {
                let error = missing::explicit_does_not_fit(&no, range);
                refused.push(no);
                Err(error)
            }
        };
    }
    let mut second_best = None;
    let mut seen = BTreeSet::new();
    for candidate in candidates::all(range, surroundings) {
        if !seen.insert(identity(&candidate)) {
            continue;
        }
        match look_at(&candidate, range, surroundings) {
            Ok(answer) if is_ordinary(&answer) || is_active(&candidate.source) => {
                return Ok((interpreter(answer, &candidate, false), candidate.program));
            }
            Ok(answer) => {
                let why = said!("python-second-best").into();
                let version = Some(answer.version_text());
                refused.push(Refused { program: candidate.program.clone(), version, why });
                second_best.get_or_insert((answer, candidate));
            }
            Err(no) => refused.push(no),
        }
    }
    let Some((answer, candidate)) = second_best else { return Err(missing::nothing_fits(refused, range)) };
    refused.retain(|no| no.program != candidate.program);
    Ok((interpreter(answer, &candidate, true), candidate.program))
}

/// Programs of the same identity give the same answer and are asked once. Other links than `python…` lead to shims
/// that look at the name by which they were called.
fn identity(candidate: &Candidate) -> (PathBuf, Vec<std::ffi::OsString>) {
    let real = candidate.program.canonicalize().ok().filter(|real| {
        let name = real.file_name().and_then(OsStr::to_str).unwrap_or_default();
        name.starts_with("python")
    });
    (real.unwrap_or_else(|| candidate.program.clone()), candidate.args.clone())
}

fn look_at(
    candidate: &Candidate,
    range: PythonRange,
    surroundings: &Surroundings,
) -> Result<Answer, Refused> {
    let refuse = |version: Option<String>, why: Said| Refused {
        program: candidate.program.clone(),
        version,
        why: why.into(),
    };
    if opens_a_dialog(candidate) {
        return Err(refuse(None, said!("python-of-apple")));
    }
    let answer = probe::ask(candidate, surroundings).map_err(|why| refuse(None, why))?;
    let version = Some(answer.version_text());
    if answer.implementation != "cpython" {
        let name = answer.implementation.as_str();
        return Err(refuse(version, said!("python-not-cpython", implementation = name)));
    }
    let release = answer.release();
    if release < range.from {
        return Err(refuse(version, said!("python-too-old")));
    }
    if !range.contains(release) {
        return Err(refuse(version, said!("python-too-new")));
    }
    if !answer.executable.is_file() {
        let executable = answer.executable.display().to_string();
        return Err(refuse(version, said!("python-is-gone", executable = executable)));
    }
    Ok(answer)
}

/// Without Apple's developer tools `/usr/bin/python3` asks to install them, in a window. Up to now it is a 3.9.
fn opens_a_dialog(candidate: &Candidate) -> bool {
    cfg!(target_os = "macos")
        && candidate.program == Path::new("/usr/bin/python3")
        && candidate.source != Source::Explicit
}

fn is_ordinary(answer: &Answer) -> bool {
    answer.level == "final" && !answer.free_threaded
}

/// Whether the user made this choice by activating it.
fn is_active(source: &Source) -> bool {
    matches!(source, Source::VirtualEnv(_) | Source::Conda(_))
}

fn interpreter(answer: Answer, candidate: &Candidate, second_best: bool) -> Interpreter {
    let (how, program) = (candidate.source.said(), candidate.program.display().to_string());
    let reason = if second_best {
        said!("python-chosen.second-best", how = how, program = program)
    } else {
        said!("python-chosen", how = how, program = program)
    };
    Interpreter {
        version: answer.version,
        version_text: answer.version_text(),
        threading: if answer.free_threaded { Threading::Free } else { Threading::GlobalLock },
        packaging: match (answer.venv, answer.ensurepip) {
            (true, true) => Packaging::Complete,
            (true, false) => Packaging::NoEnsurepip,
            (false, _) => Packaging::NoVenv,
        },
        reason: reason.into(),
        executable: answer.executable,
        implementation: answer.implementation,
        platform: answer.platform,
        include: answer.include,
    }
}
