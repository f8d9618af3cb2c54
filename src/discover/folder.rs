//! The files of one exercise's folder: what may be named, what is protected, what must not be there.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::manifest::Node;
use super::source::{Label, Source, shorten};
use crate::error::{Place, UserError, nearest};
use crate::language::{Said, Text, said};
use crate::model::leftovers::is_leftover;
use crate::model::names::RelPath;

/// How deep folders of an exercise may nest, and how many files it may have: a virtual environment made by mistake
/// must not be walked for minutes.
const MAX_DEPTH: usize = 8;
const MAX_FILES: usize = 1000;

/// An exercise's folder.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    /// The folder of its reference answer.
    solution: PathBuf,
    /// Files that may be missing: a learner's own.
    may_lack: BTreeSet<String>,
    /// Regular files, without leftovers.
    files: BTreeSet<RelPath>,
    /// Symbolic links that no error speaks of yet.
    links: RefCell<BTreeSet<String>>,
}

/// What a path inside an exercise is.
enum Kind {
    File,
    Folder,
    Missing,
    /// It, or a folder on the way to it, is a symbolic link.
    Link(String),
    Special,
}

impl Folder {
    /// Lists a folder; what must not be in an exercise is an error, except for links: see [`Self::stray_links`].
    pub(super) fn read(path: &Path, solution: &Path, errors: &mut Vec<UserError>) -> Self {
        let mut folder = Self {
            path: path.to_path_buf(),
            solution: solution.to_path_buf(),
            may_lack: BTreeSet::new(),
            files: BTreeSet::new(),
            links: RefCell::default(),
        };
        let walk = WalkDir::new(path)
            .min_depth(1)
            .max_depth(MAX_DEPTH)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| !is_leftover(entry.file_name()));
        for entry in walk {
            match entry {
                Ok(entry) => folder.enter(&entry).unwrap_or_else(|error| errors.push(error)),
                Err(error) => errors.push(unreadable(path, &error)),
            }
            if folder.files.len() > MAX_FILES {
                errors.push(
                    UserError::new(said!("too-many-files", most = MAX_FILES))
                        .at(Place::path(path))
                        .why(said!("too-many-files.why"))
                        .help(said!("too-many-files.help")),
                );
                break;
            }
        }
        folder
    }

    /// Lets these files be missing.
    pub(super) fn allow_missing(&mut self, files: impl Iterator<Item = String>) {
        self.may_lack.extend(files);
    }

    fn enter(&mut self, entry: &DirEntry) -> Result<(), UserError> {
        let bad = |what: Said, why: Said, help: Said| {
            Err(UserError::new(what).at(Place::path(entry.path())).why(why).help(help))
        };
        let kind = entry.file_type();
        if kind.is_dir() {
            if entry.depth() < MAX_DEPTH {
                return Ok(());
            }
            return bad(
                said!("folders-too-deep"),
                said!("folders-too-deep.why"),
                said!("folders-too-deep.help"),
            );
        }
        let Some(path) = self.relative(entry.path()) else {
            return bad(said!("bad-file-name"), said!("bad-file-name.why"), said!("bad-file-name.help"));
        };
        if kind.is_symlink() {
            self.links.get_mut().insert(path.to_string());
        } else if kind.is_file() {
            self.files.insert(path);
        } else {
            return bad(said!("not-a-regular-file"), said!("not-a-regular-file.why"), said!("remove-it"));
        }
        Ok(())
    }

    fn relative(&self, path: &Path) -> Option<RelPath> {
        let parts = path.strip_prefix(&self.path).ok()?.iter().map(|part| part.to_str());
        RelPath::new(&parts.collect::<Option<Vec<_>>>()?.join("/")).ok()
    }

    /// The path on this machine of a file of the exercise.
    pub(super) fn locate(&self, file: &RelPath) -> PathBuf {
        file.under(&self.path)
    }

    /// Whether the folder has a file of that name, be it a link, which is an error of its own.
    pub(super) fn has(&self, name: &str) -> bool {
        self.files.iter().any(|file| file.as_str() == name) || self.links.borrow().contains(name)
    }

    /// Every regular file that is not in `others`.
    pub(super) fn files_except(&self, others: &BTreeSet<RelPath>) -> Vec<RelPath> {
        self.files.difference(others).cloned().collect()
    }

    /// The regular files in a folder of the exercise, at any depth.
    pub(super) fn files_below(&self, folder: &RelPath) -> impl Iterator<Item = &RelPath> {
        let start = format!("{folder}/");
        self.files.iter().filter(move |file| file.as_str().starts_with(&start))
    }

    /// A value of the manifest that names a regular file of the exercise.
    pub(super) fn file(&self, source: &Source, node: &Node, label: Label<'_>) -> Option<RelPath> {
        let text = source.words(node, label)?;
        let shown = shorten(text);
        let report = |what: Said, why: Said, help: Said| source.report(node.id, what, why, help);
        let path = match RelPath::new(text) {
            Ok(path) => path,
            Err(error) => {
                let help = said!("bad-path.help", example = label.example);
                report(said!("bad-path", name = label.name, path = shown), error.said(), help);
                return None;
            }
        };
        match self.kind(&path) {
            Kind::File => return Some(path),
            // A learner deleted or renamed it: that is told when the exercise is judged, and stops nothing else.
            Kind::Missing if path.under(&self.solution).is_file() => return Some(path),
            Kind::Missing if self.may_lack.contains(text) => return Some(path),
            Kind::Missing => {
                let names = self.files.iter().map(RelPath::as_str);
                let help = match nearest(text, names) {
                    Some(name) => said!("file-missing.near", name = name),
                    None => said!("file-missing.help"),
                };
                let why = said!("file-missing.why", name = label.name);
                report(said!("file-missing", file = shown), why, help);
            }
            Kind::Folder => {
                let why = said!("file-is-a-folder.why", name = label.name);
                report(said!("file-is-a-folder", file = shown), why, said!("file-is-a-folder.help"));
            }
            Kind::Link(link) => {
                let what = said!("file-is-a-link", file = shorten(&link));
                report(what, said!("link-leads-out"), said!("put-regular-file"));
                self.links.borrow_mut().remove(&link);
            }
            Kind::Special => {
                let what = said!("file-is-irregular", file = shown);
                report(what, said!("not-a-regular-file.why"), said!("put-regular-file"));
            }
        }
        None
    }

    fn kind(&self, path: &RelPath) -> Kind {
        // Listed without following a link: so there is none on the way either.
        if self.files.contains(path) {
            return Kind::File;
        }
        let mut place = self.path.clone();
        let mut seen = String::new();
        let mut kind = Kind::Missing;
        for part in path.as_str().split('/') {
            place.push(part);
            let gap = if seen.is_empty() { "" } else { "/" };
            seen = format!("{seen}{gap}{part}");
            let Ok(metadata) = place.symlink_metadata() else { return Kind::Missing };
            kind = match metadata.file_type() {
                found if found.is_symlink() => return Kind::Link(seen),
                found if found.is_dir() => Kind::Folder,
                found if found.is_file() => Kind::File,
                _ => Kind::Special,
            };
        }
        kind
    }

    /// An error for each symbolic link that no other error speaks of.
    pub(super) fn stray_links(&self) -> Vec<UserError> {
        let error = |link: &String| {
            UserError::new(said!("file-is-a-link", file = shorten(link)))
                .at(Place::path(self.path.join(link)))
                .why(said!("link-leads-out"))
                .help(said!("put-regular-file-or-remove"))
        };
        // Reading the manifest has complained already when it is a link.
        self.links.borrow().iter().filter(|link| *link != "exercise.yaml").map(error).collect()
    }
}

fn unreadable(folder: &Path, error: &walkdir::Error) -> UserError {
    let why = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
    not_listed(error.path().unwrap_or(folder), why.into())
}

/// A folder that could not be listed.
pub(super) fn not_listed(folder: &Path, why: Text) -> UserError {
    UserError::new(said!("unreadable")).at(Place::path(folder)).why(why).help(said!("unreadable.help"))
}
