//! What an update does to each file: decided before anything is touched. Pure: contents go in, steps come out.
//!
//! The rules, for a file that is there now:
//!
//! 1. As it was shipped: it becomes what is shipped now, or goes.
//! 2. Edited by the learner, and theirs to edit: it stays as it is. When its starter is another one now, that is put
//!    beside it. In an exercise with another name or number, it moves along.
//! 3. Changed, and not (any more) the learner's to edit: the course's own comes back.
//! 4. The learner's own, unknown to the course: it stays, or moves along with its exercise.
//! 5. In an exercise that left the course: when the learner had touched it, all of it moves to [`SHELF`], else it goes.
//!
//! Whatever a learner wrote is copied to the backup as well, even when it stays.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::model::update::Update;
use crate::progress::{ContentHash, Record, ShippedExercise};

/// The folder that keeps exercises which left the course.
pub const SHELF: &str = "old-exercises";

/// What is put behind the name of a file to name the newer starter beside it.
pub const BESIDE: &str = ".new";

/// Contents by path below `exercises/`.
pub type Contents<'a> = BTreeMap<&'a str, &'a [u8]>;

/// The course as it is in the learner's folder.
#[derive(Debug)]
pub struct Before<'a> {
    /// What was shipped.
    pub record: &'a Record,
    /// The files that are there, without leftovers.
    pub files: Contents<'a>,
}

/// The course as it is shipped now.
#[derive(Debug)]
pub struct After<'a> {
    /// What is shipped.
    pub record: &'a Record,
    /// Names that exercises had before, with their present ones.
    pub aliases: BTreeMap<&'a str, &'a str>,
    /// The files that are shipped.
    pub files: Contents<'a>,
}

/// One change of one file.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The file, from the course's root.
    pub path: String,
    /// What it was when this was decided; `None` for a file that was not there.
    pub expected: Option<ContentHash>,
    /// What it becomes; `None` for a file that goes.
    pub content: Option<Vec<u8>>,
    /// What happens when it is something else by the time that it is changed.
    pub guard: Guard,
}

/// What happens to a file that was changed since the plan was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Guard {
    /// It is the learner's and stays; what was to be written is put beside it.
    Keep,
    /// It is copied to the backup first.
    BackUp,
    /// It is ours alone, and is written whatever it is.
    Ours,
}

/// An update, decided.
#[derive(Debug, Default, PartialEq)]
pub struct Plan {
    /// In the order in which they are done.
    pub steps: Vec<Step>,
    /// What the learner is told.
    pub update: Update,
}

/// Decides what becomes of every file. `backup` is the folder for copies, from the course's root.
pub fn plan(before: &Before<'_>, after: &After<'_>, backup: &str) -> Plan {
    let mut planner = Planner {
        before,
        after,
        wanted: BTreeMap::new(),
        beside: BTreeMap::new(),
        gone: BTreeSet::new(),
        shelf: BTreeMap::new(),
        backups: BTreeMap::new(),
        update: Update {
            title: after.record.title.clone(),
            versions: (before.record.version, after.record.version),
            ..Update::default()
        },
    };
    for (path, content) in &before.files {
        match owner(before.record, path) {
            Some((name, exercise, file)) => planner.of_exercise(name, exercise, file, path, content),
            None => planner.of_course(path, content),
        }
    }
    planner.names();
    planner.finish(backup)
}

/// The exercise that a file was shipped with or put into: its name, itself, and the file's path in it.
fn owner<'r, 'p>(record: &'r Record, path: &'p str) -> Option<(&'r str, &'r ShippedExercise, &'p str)> {
    record.exercises.iter().find_map(|(name, exercise)| {
        let file = path.strip_prefix(exercise.folder.as_str())?.strip_prefix('/')?;
        Some((name.as_str(), exercise, file))
    })
}

struct Planner<'a> {
    before: &'a Before<'a>,
    after: &'a After<'a>,
    /// Learner's files that are kept, by where they belong now.
    wanted: BTreeMap<String, &'a [u8]>,
    /// Newer starters beside them.
    beside: BTreeMap<String, &'a [u8]>,
    gone: BTreeSet<&'a str>,
    /// Files of exercises that left, from the course's root.
    shelf: BTreeMap<String, &'a [u8]>,
    backups: BTreeMap<&'a str, &'a [u8]>,
    update: Update,
}

impl<'a> Planner<'a> {
    /// What the exercise of that name is called now.
    fn present_name(&self, name: &'a str) -> Option<&'a str> {
        let exercises = &self.after.record.exercises;
        if exercises.contains_key(name) { Some(name) } else { self.after.aliases.get(name).copied() }
    }

    fn is_as_shipped(&self, path: &str, content: &[u8]) -> bool {
        self.before.record.files.get(path) == Some(&ContentHash::of(content))
    }

    /// Rules 1, 3 and 4 for a file outside of exercises.
    fn of_course(&mut self, path: &'a str, content: &'a [u8]) {
        let fresh = self.after.files.get(path);
        let was_shipped = self.before.record.files.contains_key(path);
        let edited = !self.is_as_shipped(path, content);
        match fresh {
            Some(fresh) if edited && !is_same(fresh, content) => self.overrule(path, content),
            None if was_shipped && edited => self.drop(path, content),
            None if was_shipped => {
                self.gone.insert(path);
            }
            _ => {}
        }
    }

    fn of_exercise(
        &mut self,
        name: &'a str,
        exercise: &'a ShippedExercise,
        file: &str,
        path: &'a str,
        content: &'a [u8],
    ) {
        let edited = !self.is_as_shipped(path, content);
        if edited {
            self.backups.insert(path, content);
        }
        let Some(present) = self.present_name(name) else {
            self.gone.insert(path);
            if self.is_touched(exercise) {
                self.shelf.insert(format!("{SHELF}/{path}"), content);
            }
            return;
        };
        let home = &self.after.record.exercises[present];
        let target = format!("{}/{file}", home.folder);
        let fresh = self.after.files.get(target.as_str()).copied();
        let moves = target != path;
        if moves {
            self.gone.insert(path);
        }
        let is_theirs = home.edit.iter().any(|name| name == file);
        match fresh {
            Some(fresh) if !edited || is_same(fresh, content) => {}
            Some(fresh) if is_theirs && !self.wanted.contains_key(&target) => {
                if self.before.record.files.get(path) != Some(&ContentHash::of(fresh)) {
                    let beside = format!("{target}{BESIDE}");
                    self.update.kept.push((shown(&target), shown(&beside)));
                    self.beside.insert(beside, fresh);
                }
                self.wanted.insert(target, content);
            }
            Some(_) => self.overrule(path, content),
            None if !edited => {
                self.gone.insert(path);
            }
            None if self.before.record.files.contains_key(path) || self.wanted.contains_key(&target) => {
                self.drop(path, content);
            }
            None => {
                self.wanted.insert(target, content);
            }
        }
    }

    /// Whether anything in an exercise's folder is the learner's work.
    fn is_touched(&self, exercise: &ShippedExercise) -> bool {
        self.before.files.iter().any(|(path, content)| {
            let inside =
                path.strip_prefix(exercise.folder.as_str()).is_some_and(|rest| rest.starts_with('/'));
            inside && !self.is_as_shipped(path, content)
        })
    }

    fn overrule(&mut self, path: &'a str, content: &'a [u8]) {
        self.backups.insert(path, content);
        self.update.overruled.push(shown(path));
    }

    fn drop(&mut self, path: &'a str, content: &'a [u8]) {
        self.backups.insert(path, content);
        self.gone.insert(path);
        self.update.dropped.push(shown(path));
    }

    /// Which exercises are new, have left, or have another name.
    fn names(&mut self) {
        let (old, new) = (&self.before.record.exercises, &self.after.record.exercises);
        for (name, exercise) in old {
            match self.present_name(name) {
                None if self.is_touched(exercise) => {
                    let folder = format!("{SHELF}/{}", exercise.folder);
                    self.update.shelved.push((name.clone(), folder));
                }
                None => self.update.removed.push(name.clone()),
                Some(present) if present != name => {
                    self.update.renamed.push((name.clone(), present.to_owned()));
                }
                Some(_) => {}
            }
        }
        let renamed: BTreeSet<&str> = self.update.renamed.iter().map(|(_, new)| new.as_str()).collect();
        let added = new.keys().filter(|name| !old.contains_key(*name) && !renamed.contains(name.as_str()));
        self.update.added = added.cloned().collect();
    }

    fn finish(mut self, backup: &str) -> Plan {
        let mut learner = Vec::new();
        let mut course = Vec::new();
        let expected = |path: &str| self.before.files.get(path).map(|content| ContentHash::of(content));
        let write = |path: &str, content: &[u8], guard| Step {
            path: shown(path),
            expected: expected(path),
            content: Some(content.to_vec()),
            guard,
        };
        for path in &self.gone {
            let is_replaced = self.wanted.contains_key(*path) || self.after.files.contains_key(path);
            if !is_replaced {
                let expected = expected(path);
                course.push(Step { path: shown(path), expected, content: None, guard: Guard::BackUp });
            }
        }
        for (path, content) in &self.after.files {
            let is_there = self.before.files.get(path).is_some_and(|present| is_same(present, content));
            if !self.wanted.contains_key(*path) && !is_there {
                let theirs = owner(self.after.record, path)
                    .is_some_and(|(_, exercise, file)| exercise.edit.iter().any(|edit| edit == file));
                course.push(write(path, content, if theirs { Guard::Keep } else { Guard::BackUp }));
            }
        }
        for (path, content) in &self.wanted {
            if self.before.files.get(path.as_str()) != Some(content) {
                learner.push(write(path, content, Guard::Keep));
            }
        }
        learner.extend(self.beside.iter().map(|(path, content)| write(path, content, Guard::BackUp)));
        learner.extend(self.shelf.iter().map(|(path, content)| Step {
            path: path.clone(),
            expected: None,
            content: Some(content.to_vec()),
            guard: Guard::Keep,
        }));
        self.update.files = course.len();
        let mut steps = Vec::new();
        let happens = !self.update.is_nothing() || !learner.is_empty();
        if happens && !self.backups.is_empty() {
            steps.extend(self.backups.iter().map(|(path, content)| Step {
                path: format!("{backup}/{}", shown(path)),
                expected: None,
                content: Some(content.to_vec()),
                guard: Guard::Ours,
            }));
            self.update.backup = Some(backup.to_owned());
        }
        // What goes, goes first: file systems that do not tell `A.py` from `a.py` would lose what was just written.
        let (goes, comes): (Vec<_>, Vec<_>) =
            course.into_iter().chain(learner).partition(|step: &Step| step.content.is_none());
        steps.extend(goes);
        steps.extend(comes);
        Plan { steps, update: self.update }
    }
}

fn is_same(a: &[u8], b: &[u8]) -> bool {
    ContentHash::of(a) == ContentHash::of(b)
}

/// A path below `exercises/`, from the course's root.
fn shown(path: &str) -> String {
    format!("exercises/{path}")
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod plan_tests;
