//! Deciding what the starters are: from what is kept, what git has, and the learner's files as they are.
//!
//! Reads files and git, writes nothing; [`super::starters`] carries out what is decided here. The rules:
//!
//! 1. A starter that is not kept yet is what git's HEAD has; without that, the file as it is.
//! 2. Once the learner's file differs from the kept starter, the starter is frozen.
//! 3. A starter that is not frozen follows HEAD (the course was updated), unless the change was committed on this
//!    machine: then it is the learner's own work, done and committed between two looks of ours, and the starter is
//!    frozen as it is.
//! 4. A frozen starter thaws when the learner's files, the starter and HEAD are the same again.
//! 5. In a folder that `prolings init` wrote, what was shipped is the starter, and git is not asked: a learner's file
//!    that differs from the record is not taken for it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::files::read_bounded;
use super::folder::Folder;
use super::git::{Commit, Repository};
use super::index::{Entry, Identity, Index, Kept, home, place};
use super::shipped::{ContentHash, Record};
use super::sight::Sights;
use super::state::outdated;
use crate::language::{Text, said};
use crate::model::course::Course;
use crate::model::exercise::Exercise;
use crate::model::names::RelPath;

/// What is to be kept from now on.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// All of it.
    pub(super) index: Index,
    /// Folders of starters whose exercise has a new name: from, to.
    pub(super) moves: Vec<(PathBuf, PathBuf)>,
    /// Files of starters that are to be written.
    pub(super) writes: Vec<Write>,
    /// Files of starters that can no longer be had from elsewhere: they must reach the disk.
    pub(super) settled: Vec<PathBuf>,
    /// What the user should know.
    pub(super) notices: Vec<Text>,
}

/// What can tell the starters of a course that are not kept yet.
#[derive(Debug)]
pub(super) struct Origin {
    record: Option<Record>,
    repository: Option<Repository>,
    notice: Option<Text>,
}

impl Origin {
    /// The record of what was shipped, or else git.
    pub(super) fn of(root: &Path) -> Self {
        match Record::read(root) {
            Ok(Some(record)) => Self { record: Some(record), repository: None, notice: None },
            Ok(None) => Self { record: None, repository: Repository::around(root), notice: None },
            Err(error) => {
                let why = error.why.unwrap_or(error.what);
                let notice = said!("error-in-file", file = super::shipped::RECORD, why = why).into();
                Self { record: None, repository: Repository::around(root), notice: Some(notice) }
            }
        }
    }
}

/// A file of a starter that is to be written.
#[derive(Debug, Clone)]
pub(super) struct Write {
    pub(super) exercise: String,
    pub(super) path: RelPath,
    pub(super) content: Vec<u8>,
}

/// A learner's file, and what is known of its starter.
struct Look<'a> {
    exercise: &'a Exercise,
    path: &'a RelPath,
    /// The learner's file, when it is one that can be kept.
    seen: Option<Identity>,
    kept: Option<Kept>,
    /// Whether the kept file is really there.
    saved: bool,
    /// What HEAD has, when it was asked.
    head: Option<Blob>,
    /// What was shipped, where that is recorded.
    shipped: Shipped,
}

/// What the record says of a file.
#[derive(Debug, Clone, Copy)]
enum Shipped {
    /// There is no record.
    Unrecorded,
    /// This was shipped; nothing, where the record does not know the file.
    As(Option<ContentHash>),
}

struct Blob {
    identity: Identity,
    /// Empty when the kept starter has the same.
    content: Vec<u8>,
}

/// Decides, starting from what is known.
pub(super) fn survey(
    known: &Index,
    course: &Course,
    seen: &Sights,
    folder: &Folder,
    origin: &Origin,
) -> Survey {
    let mut survey = Survey { index: known.clone(), ..Survey::default() };
    survey.rename(course, folder);
    let mut looks = look(&survey, course, seen, folder, origin.record.as_ref());
    let repository = origin.repository.as_ref();

    let (head, mut trouble) = match repository.map(Repository::head).transpose() {
        Ok(head) => (head.flatten(), None),
        Err(why) => (None, Some(why)),
    };
    let mut own = BTreeSet::new();
    let mut asked_all = false;
    if let (Some(repository), Some(head)) = (repository, &head) {
        let moved = known.head.as_ref() != Some(head);
        match ask(&mut looks, course, repository, head, moved) {
            Ok(()) if moved => {
                asked_all = true;
                survey.index.head = Some(head.clone());
                own = own_work(&looks, &survey.index, course, repository, known.head.as_ref(), head);
            }
            Ok(()) => {}
            Err(why) => trouble = Some(why),
        }
    }
    survey.notices.extend(origin.notice.clone());
    let guessed = survey.decide(&looks, folder, asked_all, &own);
    if let (Some(why), true) = (trouble, guessed > 0) {
        survey.notices.push(said!("starters-guessed", why = why, exercises = guessed).into());
    }
    survey
}

impl Survey {
    fn rename(&mut self, course: &Course, folder: &Folder) {
        let renamed: Vec<_> = outdated(&self.index.exercises, course).collect();
        for (old, new) in renamed {
            if self.index.exercises.contains_key(new.as_str()) {
                continue;
            }
            if let Some(entry) = self.index.exercises.remove(old.as_str()) {
                self.index.exercises.insert(new.as_str().to_owned(), entry);
                self.moves.push((home(folder, old.as_str()), home(folder, new.as_str())));
            }
        }
    }

    /// Where a starter is until the moves are made.
    fn present_place(&self, folder: &Folder, exercise: &str, path: &RelPath) -> PathBuf {
        let new = home(folder, exercise);
        let old = self.moves.iter().find(|(_, to)| *to == new).map(|(from, _)| from);
        path.under(old.unwrap_or(&new))
    }

    /// Applies the rules; gives the number of exercises whose starter was taken from the learner's files.
    fn decide(
        &mut self,
        looks: &[Look<'_>],
        folder: &Folder,
        asked_all: bool,
        own: &BTreeSet<String>,
    ) -> usize {
        let mut guessed = 0;
        for looks in looks.chunk_by(|a, b| a.exercise.name == b.exercise.name) {
            let Some(first) = looks.first() else { continue };
            let name = first.exercise.name.as_str().to_owned();
            let before = self.index.exercises.get(&name).cloned().unwrap_or_default();
            let own = looks.iter().any(|look| own.contains(&key(look)));
            let hold = before.frozen || own;
            let mut entry = Entry { frozen: hold, ..before.clone() };
            let mut guess = false;
            for look in looks {
                let (kept, content) = look.decide(hold, asked_all);
                guess |= content.is_some() && kept.is_some_and(|kept| !kept.git);
                if let Some(kept) = kept {
                    entry.files.insert(look.path.as_str().to_owned(), kept);
                }
                if let Some(content) = content {
                    self.writes.push(Write { exercise: name.clone(), path: look.path.clone(), content });
                }
            }
            guessed += usize::from(guess);
            entry.frozen = is_frozen(&entry, looks, hold);
            if entry.files.is_empty() {
                continue;
            }
            if entry.frozen && !before.frozen {
                self.settled.extend(looks.iter().map(|look| place(folder, &name, look.path)));
            }
            self.index.exercises.insert(name, entry);
        }
        guessed
    }
}

/// Rules 2 and 4.
fn is_frozen(entry: &Entry, looks: &[Look<'_>], hold: bool) -> bool {
    let files: BTreeMap<_, _> = looks.iter().map(|look| (look.path.as_str(), look.seen)).collect();
    let kept = || files.iter().filter_map(|(path, seen)| Some((entry.files.get(*path)?, seen)));
    let pristine = kept().all(|(kept, seen)| seen.is_some_and(|seen| kept.is(seen)));
    let at_head = kept().all(|(kept, _)| kept.at_head);
    !pristine || (hold && !at_head)
}

impl Look<'_> {
    /// What is to be kept of this file, and what is to be written for that. Rules 1 and 3.
    fn decide(&self, hold: bool, asked_all: bool) -> (Option<Kept>, Option<Vec<u8>>) {
        let Some(kept) = self.kept else { return self.first_sight() };
        if !self.saved {
            return self.replace_lost(kept, hold);
        }
        match &self.head {
            Some(head) if head.identity.plain == kept.identity.plain => {
                (Some(Kept { git: true, at_head: true, ..kept }), None)
            }
            Some(_) if !hold => self.first_sight(),
            _ if asked_all => (Some(Kept { at_head: false, ..kept }), None),
            _ => (Some(kept), None),
        }
    }

    /// What HEAD has, as it is checked out when it is; else the file as it is.
    fn first_sight(&self) -> (Option<Kept>, Option<Vec<u8>>) {
        let working = || read_bounded(&self.path.under(&self.exercise.folder));
        let (content, git) = match &self.head {
            Some(head) => {
                let checked_out = self.seen.filter(|seen| seen.plain == head.identity.plain);
                let same = |content: &Vec<u8>| Identity::of(content).plain == head.identity.plain;
                let content = checked_out.and_then(|_| working()).filter(same);
                (content.unwrap_or_else(|| head.content.clone()), true)
            }
            None => match (working(), self.shipped) {
                (Some(content), Shipped::Unrecorded) => (content, false),
                (Some(content), Shipped::As(shipped)) if shipped == Some(ContentHash::of(&content)) => {
                    return (Some(Kept::shipped(&content)), Some(content));
                }
                _ => return (None, None),
            },
        };
        let kept = Kept { size: content.len() as u64, identity: Identity::of(&content), git, at_head: git };
        (Some(kept), Some(content))
    }

    /// The kept file is gone: the same content may be found elsewhere.
    fn replace_lost(&self, kept: Kept, hold: bool) -> (Option<Kept>, Option<Vec<u8>>) {
        let is_elsewhere =
            |identity: Option<Identity>| identity.is_some_and(|other| other.plain == kept.identity.plain);
        if is_elsewhere(self.head.as_ref().map(|head| head.identity)) || !hold {
            return self.first_sight();
        }
        let working = is_elsewhere(self.seen).then(|| read_bounded(&self.path.under(&self.exercise.folder)));
        match working.flatten() {
            Some(content) => {
                let identity = Identity::of(&content);
                (Some(Kept { size: content.len() as u64, identity, ..kept }), Some(content))
            }
            // Still known by its hash: enough to say whether the learner has started.
            None => (Some(kept), None),
        }
    }
}

fn look<'a>(
    survey: &Survey,
    course: &'a Course,
    seen: &Sights,
    folder: &Folder,
    record: Option<&Record>,
) -> Vec<Look<'a>> {
    let mut looks = Vec::new();
    for exercise in course.exercises() {
        let name = exercise.name.as_str();
        let entry = survey.index.exercises.get(name);
        for (path, seen) in exercise.edit.iter().zip(seen.get(exercise).identities()) {
            let kept = entry.and_then(|entry| entry.files.get(path.as_str())).copied();
            let saved = kept.is_some_and(|kept| {
                fs::symlink_metadata(survey.present_place(folder, name, path))
                    .is_ok_and(|metadata| metadata.is_file() && metadata.len() == kept.size)
            });
            let shipped =
                record.map_or(Shipped::Unrecorded, |record| Shipped::As(record.starter(exercise, path)));
            looks.push(Look { exercise, path, seen, kept, saved, head: None, shipped });
        }
    }
    looks
}

/// Asks git for the files that need it: all when HEAD has moved, else those that are not kept.
fn ask(
    looks: &mut [Look<'_>],
    course: &Course,
    repository: &Repository,
    head: &Commit,
    moved: bool,
) -> Result<(), Text> {
    let (mut asked, mut names) = (Vec::new(), Vec::new());
    for (index, look) in looks.iter().enumerate() {
        let Some(name) = git_name(look, course, repository) else { continue };
        if moved || !look.saved {
            asked.push(index);
            names.push(name);
        }
    }
    if asked.is_empty() {
        return Ok(());
    }
    let mut answers = Vec::new();
    repository.contents(head, &names, |index, content| {
        let Some(content) = content else { return };
        let identity = Identity::of(&content);
        let look = &looks[asked[index]];
        let is_kept = look.saved && look.kept.is_some_and(|kept| kept.identity.plain == identity.plain);
        answers.push((asked[index], Blob { identity, content: if is_kept { Vec::new() } else { content } }));
    })?;
    for (index, blob) in answers {
        looks[index].head = Some(blob);
    }
    Ok(())
}

/// The files (as [`key`]s) that differ from their starter at HEAD because of commits made on this machine. Git is
/// asked only when there are candidates.
fn own_work(
    looks: &[Look<'_>],
    index: &Index,
    course: &Course,
    repository: &Repository,
    since: Option<&Commit>,
    head: &Commit,
) -> BTreeSet<String> {
    let differs = |look: &&Look<'_>| {
        let thawed = index.exercises.get(look.exercise.name.as_str()).is_some_and(|entry| !entry.frozen);
        let changed = look.kept.zip(look.head.as_ref());
        thawed && changed.is_some_and(|(kept, head)| kept.identity.plain != head.identity.plain)
    };
    let candidates: Vec<_> = looks.iter().filter(differs).collect();
    if candidates.is_empty() {
        return BTreeSet::new();
    }
    let committed = repository.committed_here(since, head);
    let is_own =
        |look: &&Look<'_>| git_name(look, course, repository).is_some_and(|name| committed.contains(&name));
    candidates.into_iter().filter(|look| is_own(look)).map(key).collect()
}

fn key(look: &Look<'_>) -> String {
    format!("{}/{}", look.exercise.name, look.path)
}

/// How git calls a learner's file; `None` for a folder outside the course or a name that is no text.
fn git_name(look: &Look<'_>, course: &Course, repository: &Repository) -> Option<String> {
    let mut name = String::new();
    for part in look.exercise.folder.strip_prefix(&course.root).ok()? {
        name.push_str(part.to_str()?);
        name.push('/');
    }
    name.push_str(look.path.as_str());
    Some(repository.name_of(&name))
}
