//! The sandbox: a learner's program reads, changes and reaches what is its own, and nothing else.
//!
//! A [`Policy`] says what is allowed, as data. A supervisor enters a [`Confinement`] and starts programs with its
//! command: this same binary as a stage that puts the layers on itself and then becomes the program. Which layers hold
//! here is for `selftest` to find out; nothing in this module decides whether a missing one matters.
//!
//! ```text
//! grader ──▶ supervisor ──▶ stage: namespaces ──▶ stage: file tree, user, Landlock, seccomp ──▶ Python
//!                           (where they hold)     └ stays as first process of the process space,
//!                                                   else becomes the program itself
//! ```

#[cfg(target_os = "linux")]
mod confine;
#[cfg(target_os = "linux")]
mod confinement;
#[cfg(target_os = "linux")]
mod landlock;
#[cfg(target_os = "linux")]
mod namespaces;
#[cfg(target_os = "linux")]
mod order;
mod policy;
#[cfg(target_os = "linux")]
mod processes;
mod readable;
#[cfg(target_os = "linux")]
mod seccomp;
#[cfg(target_os = "linux")]
mod view;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

#[cfg(target_os = "linux")]
pub use confine::{confine, enter_spaces};
#[cfg(target_os = "linux")]
pub use confinement::{Confinement, Stage};
pub use policy::Policy;

use crate::model::isolation::Layer;
use crate::model::limits::Limits;

/// The argument that turns the binary into the confining stage.
pub const COMMAND: &str = "__confine";

/// The argument that turns the binary into the stage before it.
pub const SPACES: &str = "__enter-spaces";

/// This binary, even when its file was replaced while it runs.
#[cfg(target_os = "linux")]
const OWN_BINARY: &str = "/proc/self/exe";

/// The layers that jobs get here, and what must stay closed to them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sandbox {
    layers: BTreeSet<Layer>,
    active: BTreeSet<Layer>,
    private: Vec<PathBuf>,
    own_proc: bool,
}

impl Sandbox {
    /// No sandbox: jobs may do what the user may.
    pub fn none() -> Self {
        Self::default()
    }

    /// A sandbox of `layers`, of which `active` are known to hold. `private` are folders (the home, the course) that an installation of Python must not open
    /// by holding them.
    pub fn new(layers: BTreeSet<Layer>, active: BTreeSet<Layer>, private: Vec<PathBuf>) -> Self {
        Self { layers, active, private, own_proc: false }
    }

    /// The same sandbox, with a `/proc` of the job's own or without.
    #[must_use]
    pub fn with_own_proc(self, own_proc: bool) -> Self {
        Self { own_proc, ..self }
    }

    /// Whether jobs have a `/proc`, in which there is nothing but their own processes.
    pub fn has_own_proc(&self) -> bool {
        self.own_proc
    }

    /// Whether it has no layer at all.
    pub fn is_none(&self) -> bool {
        self.layers.is_empty()
    }

    /// The layers that are known to hold.
    pub fn active(&self) -> &BTreeSet<Layer> {
        &self.active
    }

    /// What a job may do: change its `own` folders, read `given` ones and those of `python`. `None` without a sandbox.
    pub fn policy(
        &self,
        own: Vec<PathBuf>,
        given: Vec<PathBuf>,
        python: &Path,
        limits: &Limits,
    ) -> Option<Policy> {
        if self.is_none() {
            return None;
        }
        let mut readable: Vec<PathBuf> = readable::system().collect();
        readable.extend(readable::python(python, &self.private));
        readable.extend(given);
        let policy = Policy::new(self.layers.clone(), own, readable, limits);
        Some(Policy { own_proc: self.own_proc, ..policy })
    }
}
