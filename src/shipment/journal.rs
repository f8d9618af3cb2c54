//! Carrying out an update so that it happens wholly or not at all.
//!
//! Everything that is to be written is put into one file first, the journal. Once that is on the disk the update counts
//! as done: whoever finds a journal finishes it. Each step tells by the file's content whether it is done already, so that
//! steps can be repeated, and a file that somebody saved in between is seen and never lost.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::pack::pack;
use super::plan::{BESIDE, Guard, Step};
use super::unpack::unpack;
use crate::error::{Place, UserError};
use crate::language::said;
use crate::model::names::RelPath;
use crate::model::update::Update;
use crate::progress::atomic::{self, Access, Durability, cannot};
use crate::progress::{self, ContentHash, Lock};

/// The journal, from the course's root. It is there only while an update is being carried out.
pub const JOURNAL: &str = ".prolings/update.journal";

/// The entry of the journal that says what is to be done.
const ORDER: &str = "order";

#[derive(Serialize, Deserialize)]
struct Order {
    steps: Vec<Written>,
    update: Update,
}

/// A [`Step`] whose content is an entry of the journal.
#[derive(Serialize, Deserialize)]
struct Written {
    path: String,
    expected: Option<ContentHash>,
    content: Option<usize>,
    guard: Guard,
}

/// Does all steps, and says what came of it. An error before the journal is complete leaves everything as it was; after
/// that, the next [`finish`] goes on.
///
/// # Errors
/// When something cannot be written.
pub fn carry_out(root: &Path, steps: Vec<Step>, update: Update, lock: &Lock) -> Result<Update, UserError> {
    begin(root, steps, update)?;
    let done = replay(root, lock)?;
    done.ok_or_else(|| UserError::new(said!("journal-gone")).at(Place::path(root.join(JOURNAL))))
}

/// Writes the journal: from then on the update is as good as done.
fn begin(root: &Path, steps: Vec<Step>, update: Update) -> Result<(), UserError> {
    let mut contents = Vec::new();
    let mut written = Vec::new();
    for Step { path, expected, content, guard } in steps {
        let content = content.map(|content| {
            contents.push(content);
            contents.len() - 1
        });
        written.push(Written { path, expected, content, guard });
    }
    let order = Order { steps: written, update };
    let order = serde_json::to_vec(&order).expect("lists and maps with text keys are JSON");
    let names: Vec<String> = (0..contents.len()).map(|index| index.to_string()).collect();
    let files = names.iter().map(String::as_str).zip(contents.iter().map(Vec::as_slice));
    let journal = root.join(JOURNAL);
    atomic::sweep(&journal);
    atomic::replace(&journal, &pack(std::iter::once((ORDER, order.as_slice())).chain(files)))?;
    atomic::sync_folder(journal.parent().unwrap_or(root));
    Ok(())
}

/// Finishes an update that was interrupted; `None` when there is none.
///
/// # Errors
/// When it cannot be finished.
pub fn finish(root: &Path) -> Result<Option<Update>, UserError> {
    if fs::symlink_metadata(root.join(JOURNAL)).is_err() {
        return Ok(None);
    }
    let lock = progress::lock(root)?;
    replay(root, &lock)
}

fn replay(root: &Path, _: &Lock) -> Result<Option<Update>, UserError> {
    let journal = root.join(JOURNAL);
    let bytes = match fs::read(&journal) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(cannot(Access::Read, &journal, &error)),
    };
    let Some((order, contents)) = read(&bytes) else {
        return Err(UserError::new(said!("update-unfinished"))
            .at(Place::path(&journal))
            .why(said!("update-unfinished.why"))
            .help(said!("update-unfinished.help")));
    };
    let mut update = order.update;
    let late =
        PathBuf::from(update.backup.as_deref().unwrap_or(".prolings/backups/update-late")).join("late");
    for step in &order.steps {
        let content = step.content.and_then(|index| contents.get(&index)).copied();
        if step.content.is_some() && content.is_none() {
            continue;
        }
        let work = Work { root, step, content, late: &late };
        if work.run()? {
            update.late.push(step.path.clone());
        }
    }
    fs::remove_file(&journal).map_err(|error| cannot(Access::Write, &journal, &error))?;
    Ok(Some(update))
}

fn read(bytes: &[u8]) -> Option<(Order, BTreeMap<usize, &[u8]>)> {
    let mut files = unpack(bytes)?.into_iter();
    let (ORDER, order) = files.next()? else { return None };
    let order: Order = serde_json::from_slice(order).ok()?;
    let contents = files.map(|(name, content)| Some((name.parse().ok()?, content)));
    let contents: BTreeMap<usize, &[u8]> = contents.collect::<Option<_>>()?;
    let is_whole = order.steps.iter().all(|step| {
        step.content.is_none_or(|index| contents.contains_key(&index)) && RelPath::new(&step.path).is_ok()
    });
    is_whole.then_some((order, contents))
}

/// One step on its way.
struct Work<'a> {
    root: &'a Path,
    step: &'a Written,
    content: Option<&'a [u8]>,
    /// Where copies of files go that were changed in between.
    late: &'a Path,
}

impl Work<'_> {
    /// Does the step unless it is done; says whether somebody had changed the file in between.
    fn run(&self) -> Result<bool, UserError> {
        let path = self.root.join(&self.step.path);
        let present = match fs::read(&path) {
            Ok(present) => Some(present),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => None,
            Err(error) => return Err(cannot(Access::Read, &path, &error)),
        };
        if present.as_deref() == self.content {
            if present.is_none() {
                self.tidy(&path);
            }
            return Ok(false);
        }
        let hash = present.as_deref().map(ContentHash::of);
        let is_late = hash.is_some() && hash != self.step.expected && self.step.guard != Guard::Ours;
        match (is_late, self.step.guard, self.content, &present) {
            (true, Guard::Keep, Some(content), _) => {
                let beside = format!("{}{BESIDE}", self.step.path);
                if fs::read(self.root.join(&beside)).ok().as_deref() != Some(content) {
                    self.write(&self.root.join(beside), content)?;
                }
                return Ok(true);
            }
            (true, _, _, Some(present)) => self.write(&self.free_place(present), present)?,
            _ => {}
        }
        match self.content {
            Some(content) => self.write(&path, content)?,
            None => self.remove(&path)?,
        }
        Ok(is_late)
    }

    /// Where a late file is copied to; the same place again for the same content.
    fn free_place(&self, content: &[u8]) -> PathBuf {
        let name = self.step.path.replace('/', "__");
        let place = |number: u32| self.root.join(self.late).join(format!("{number}-{name}"));
        let is_free = |path: &PathBuf| fs::read(path).map_or(true, |present| present == content);
        (1..).map(place).find(is_free).unwrap_or_else(|| place(0))
    }

    fn write(&self, path: &Path, content: &[u8]) -> Result<(), UserError> {
        let folder = path.parent().unwrap_or(self.root);
        fs::create_dir_all(folder).map_err(|error| cannot(Access::Write, folder, &error))?;
        atomic::sweep(path);
        let durability = match self.step.guard {
            Guard::Ours if !self.step.path.contains("/backups/") => Durability::Eventual,
            _ => Durability::Synced,
        };
        atomic::put(path, content, durability).map_err(|error| cannot(Access::Write, path, &error))
    }

    fn remove(&self, path: &Path) -> Result<(), UserError> {
        match fs::remove_file(path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(cannot(Access::Write, path, &error)),
            _ => {
                self.tidy(path);
                Ok(())
            }
        }
    }

    /// Removes the folders that a file left empty.
    fn tidy(&self, path: &Path) {
        let exercises = self.root.join("exercises");
        for folder in path.ancestors().skip(1).take_while(|folder| *folder != exercises) {
            match fs::remove_dir(folder) {
                Ok(()) => {}
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                // Whatever is still in it stays.
                Err(_) => break,
            }
        }
    }
}

#[cfg(test)]
#[path = "journal_tests.rs"]
mod journal_tests;
