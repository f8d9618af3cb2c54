//! Virtual environments made once from the course's locks, each for a set of groups.
//!
//! An environment is built in place, since its scripts hold absolute paths: under a lock between processes, declared
//! complete by a marker that is written last. A folder without the marker is half-made and made anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use super::failure;
use super::guard::{HalfMade, Turn, lock_of};
use super::install::{self, Step};
use super::interpreter::Interpreter;
use super::inventory::{self, Listed, Removed};
use super::lockfile::{self, Lock};
use super::marker::Marker;
use super::surroundings::{Surroundings, is_program, python_of};
use super::tools::{Installer, Tools};
use crate::error::{Place, UserError, did_you_mean};
use crate::language::said;
use crate::model::cancel::Cancel;
use crate::model::course::Course;
use crate::model::limits::ByteSize;
use crate::model::names::GroupName;

/// Changes when environments of an older prolings would not do any more.
const LAYOUT: &str = "environment 1";
/// The group that every environment holds.
const CORE: &str = "core";

/// A complete environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Environment {
    /// Its Python.
    pub python: PathBuf,
    /// Its folder.
    pub folder: PathBuf,
    /// Its groups, `core` among them.
    pub groups: BTreeSet<GroupName>,
    /// A hash of the interpreter and the locks: equal keys, equal environments.
    pub key: String,
    /// The interpreter that it was made from.
    pub interpreter: PathBuf,
    /// How many packages the locks pin.
    pub packages: usize,
    /// Bytes on disk.
    pub size: ByteSize,
}

impl Environment {
    /// The folder of its programs, for a job's PATH.
    pub fn programs(&self) -> PathBuf {
        self.python.parent().unwrap_or(&self.folder).to_path_buf()
    }

    /// A program that one of its packages installs: `mypy`, `ruff`.
    pub fn program(&self, name: &str) -> PathBuf {
        self.programs().join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }
}

/// The environments of a course, below one folder.
#[derive(Debug, Clone)]
pub struct Environments {
    locks: BTreeMap<GroupName, PathBuf>,
    preload: BTreeMap<GroupName, Vec<String>>,
    interpreter: Interpreter,
    folder: PathBuf,
    surroundings: Surroundings,
}

impl Environments {
    /// Environments below `folder` (`.prolings/env`, or PROLINGS_ENV_DIR) for a course, made from `interpreter`.
    /// Nothing is made or looked at yet.
    pub fn new(
        course: &Course,
        interpreter: Interpreter,
        folder: PathBuf,
        surroundings: &Surroundings,
    ) -> Self {
        let locks = course.groups.iter().map(|(name, group)| (name.clone(), group.lock.clone())).collect();
        let preload =
            course.groups.iter().map(|(name, group)| (name.clone(), group.preload.clone())).collect();
        // Installers run in another folder.
        let folder = std::path::absolute(&folder).unwrap_or(folder);
        Self { locks, preload, interpreter, folder, surroundings: surroundings.clone() }
    }

    /// The interpreter that environments are made from.
    pub fn interpreter(&self) -> &Interpreter {
        &self.interpreter
    }

    /// What workers of the environment for these groups import before they fork, each module once.
    pub fn preload(&self, groups: &BTreeSet<GroupName>) -> Vec<String> {
        let mut modules: Vec<String> = Vec::new();
        for module in groups.iter().filter_map(|group| self.preload.get(group)).flatten() {
            if !modules.contains(module) {
                modules.push(module.clone());
            }
        }
        modules
    }

    /// The folder of all environments.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The key of the environment for these groups and `core`, whether it is there or not; `None` when it cannot be
    /// one, because a lock or a group is missing. Starts nothing.
    pub fn key(&self, groups: &BTreeSet<GroupName>) -> Option<String> {
        self.plan(groups).ok().map(|plan| plan.key)
    }

    /// The environment for these groups and `core`, when it is complete and its interpreter still there. Starts
    /// nothing.
    pub fn find(&self, groups: &BTreeSet<GroupName>) -> Option<Environment> {
        self.plan(groups).ok()?.complete()
    }

    /// The environment for these groups and `core`, made when it is missing. When it is there, nothing is started, no
    /// network is needed and `progress` is not called.
    ///
    /// # Errors
    /// When a lock or a group is missing, a step fails, or a stop is asked for (`cancel` tells).
    pub fn prepare(
        &self,
        groups: &BTreeSet<GroupName>,
        progress: &mut dyn FnMut(Step),
        cancel: &Cancel,
    ) -> Result<Environment, UserError> {
        let plan = self.plan(groups)?;
        if let Some(environment) = plan.complete() {
            return Ok(environment);
        }
        fs::create_dir_all(&self.folder)
            .map_err(|error| failure::of_io(&error, said!("environments-folder-not-made"), &self.folder))?;
        let turn = Turn::take(&lock_of(&plan.folder), || progress(Step::Waiting), cancel)?;
        if let Some(environment) = plan.complete() {
            return Ok(environment);
        }
        if cancel.is_cancelled() {
            return Err(failure::stopped());
        }
        let tools = self.tools(cancel);
        let half_made = HalfMade::begin(&plan.folder)?;
        let installer = install::make(&tools, &turn, &plan.locks, &plan.folder, progress)?;
        self.marker(&plan, &installer)
            .write(&plan.folder)
            .map_err(|error| failure::of_io(&error, said!("environment-not-completed"), &plan.folder))?;
        half_made.complete();
        drop(turn);
        let environment = plan.complete().ok_or_else(|| {
            UserError::new(said!("environment-gone"))
                .at(Place::path(&plan.folder))
                .help(said!("environment-gone.help"))
        })?;
        if let Installer::Pip(pip) = installer {
            progress(Step::FetchingUv);
            tools.fetch_uv(&pip);
        }
        progress(Step::Done);
        Ok(environment)
    }

    /// Every environment below the folder, complete or not, for `doctor`.
    pub fn list(&self) -> Vec<Listed> {
        inventory::list(&self.folder, |groups| self.plan(groups).ok().map(|plan| plan.folder))
    }

    /// Removes the environments that this course does not use any more: of other locks or interpreters, or half-made.
    ///
    /// # Errors
    /// When something cannot be removed.
    pub fn remove_useless(&self) -> Result<Removed, UserError> {
        inventory::remove_useless(self.list())
    }

    /// The uv that would install, or `None` when pip would. Runs `uv --version`.
    pub fn uv(&self) -> Option<PathBuf> {
        self.tools(&Cancel::default()).uv()
    }

    fn tools<'a>(&'a self, cancel: &'a Cancel) -> Tools<'a> {
        let Self { folder, interpreter, surroundings, .. } = self;
        Tools { folder, interpreter, surroundings, cancel }
    }

    fn marker(&self, plan: &Plan, installer: &Installer) -> Marker {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Marker {
            key: plan.key.clone(),
            groups: plan.groups.iter().map(|group| group.as_str().to_owned()).collect(),
            interpreter: self.interpreter.executable.clone(),
            version: self.interpreter.version_text.clone(),
            packages: lockfile::count(&plan.locks),
            size: inventory::size(&plan.folder).0,
            made: now.as_secs(),
            installer: installer.name().to_owned(),
        }
    }

    /// What an environment for these groups is made of, and where it belongs.
    fn plan(&self, groups: &BTreeSet<GroupName>) -> Result<Plan, UserError> {
        let mut groups = groups.clone();
        groups.insert(GroupName::new(CORE));
        let locks = groups.iter().map(|group| self.lock(group)).collect::<Result<Vec<_>, _>>()?;
        let mut hasher = blake3::Hasher::new();
        let mut add = |part: &[u8]| {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        };
        add(LAYOUT.as_bytes());
        add(self.interpreter.executable.as_os_str().as_encoded_bytes());
        add(self.interpreter.version_text.as_bytes());
        add(self.interpreter.platform.as_bytes());
        for (group, lock) in groups.iter().zip(&locks) {
            add(group.as_str().as_bytes());
            add(lock.text.as_bytes());
        }
        let key = hasher.finalize().to_hex().to_string();
        let folder = self.folder.join(folder_name(&groups, &key));
        Ok(Plan { groups, locks, key, folder })
    }

    fn lock(&self, group: &GroupName) -> Result<Lock, UserError> {
        let path = self.locks.get(group).ok_or_else(|| {
            let known = self.locks.keys().map(GroupName::as_str);
            UserError::new(said!("no-group", group = group.as_str()))
                .why(said!("no-group.why"))
                .help(did_you_mean(group.as_str(), known, said!("no-group.help")))
        })?;
        Lock::read(group, path)
    }
}

/// `core+quality-` and the head of the key; `core` comes first, as the one that is always there.
fn folder_name(groups: &BTreeSet<GroupName>, key: &str) -> String {
    let others = groups.iter().map(GroupName::as_str).filter(|name| *name != CORE);
    let names: Vec<&str> = std::iter::once(CORE).chain(others).collect();
    format!("{}-{}", names.join("+"), &key[..12])
}

/// An environment that may be there or not.
struct Plan {
    groups: BTreeSet<GroupName>,
    locks: Vec<Lock>,
    key: String,
    folder: PathBuf,
}

impl Plan {
    /// The environment, when it is complete and its interpreter still there (its `python` is a link to it).
    fn complete(&self) -> Option<Environment> {
        let marker = Marker::read(&self.folder)?;
        let python = python_of(&self.folder);
        (marker.key == self.key && is_program(&python) && is_program(&marker.interpreter)).then(|| {
            Environment {
                python,
                folder: self.folder.clone(),
                groups: self.groups.clone(),
                key: marker.key,
                interpreter: marker.interpreter,
                packages: marker.packages,
                size: ByteSize(marker.size),
            }
        })
    }
}
