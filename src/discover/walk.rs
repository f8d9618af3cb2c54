//! The folders of a course: topics, their exercises, and what does not belong there.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs::{self, FileType};
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::course_file::CourseFile;
use super::folder::not_listed;
use super::source::{file_name, quoted, shorten};
use crate::error::{Place, UserError, did_you_mean};
use crate::language::{Said, said};
use crate::model::leftovers::is_leftover;
use crate::model::names::{ExerciseName, TopicName};

/// What lies in `exercises/` beside the topics.
const BESIDE_TOPICS: [&str; 4] = ["course.yaml", "README.md", "curriculum.yaml", "requirements"];

/// Whether this is `README.md` in another language: `README.de.md`, `README.pt_BR.md`.
fn is_translation(name: &str) -> bool {
    let language = name.strip_prefix("README.").and_then(|rest| rest.strip_suffix(".md"));
    let (language, region) = language.map_or(("", None), |tag| match tag.split_once('_') {
        Some((language, region)) => (language, Some(region)),
        None => (tag, None),
    });
    let is_short = |text: &str| (2..=3).contains(&text.len());
    is_short(language)
        && language.bytes().all(|byte| byte.is_ascii_lowercase())
        && region
            .is_none_or(|region| is_short(region) && region.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// A topic's folder.
#[derive(Debug)]
pub(super) struct TopicFolder {
    pub(super) name: TopicName,
    pub(super) folder: PathBuf,
    /// In the order of their prefixes.
    pub(super) exercises: Vec<ExerciseFolder>,
}

/// An exercise's folder.
#[derive(Debug)]
pub(super) struct ExerciseFolder {
    pub(super) name: ExerciseName,
    pub(super) topic: TopicName,
    pub(super) folder: PathBuf,
    /// False for a folder that has been complained about and only lends its name to the others.
    pub(super) has_manifest: bool,
}

/// Something in a folder.
struct Entry {
    path: PathBuf,
    kind: FileType,
}

impl Entry {
    fn path(&self) -> &Path {
        &self.path
    }

    fn name(&self) -> &OsStr {
        self.path.file_name().unwrap_or_default()
    }
}

/// `[a-z][a-z0-9_]*`
pub fn is_slug(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// The topics in the order of the path, then those that the path lacks. What is none and holds none goes to `strays`.
pub(super) fn topics(
    exercises: &Path,
    course: &CourseFile,
    errors: &mut Vec<UserError>,
    strays: &mut Vec<UserError>,
) -> Vec<TopicFolder> {
    let mut found = BTreeMap::new();
    let listed: Option<BTreeSet<&str>> =
        course.path.as_ref().map(|path| path.iter().map(|(name, _)| name.as_str()).collect());
    for entry in entries(exercises, errors) {
        let name = file_name(entry.path());
        let is_listed = listed.as_ref().is_some_and(|listed| listed.contains(name.as_str()));
        let is_beside = BESIDE_TOPICS.contains(&name.as_str()) || is_translation(&name);
        if !entry.kind.is_dir() || is_beside {
            let list = if is_beside { &mut *errors } else { &mut *strays };
            list.extend(stray(&entry, is_beside, &BESIDE_TOPICS));
        } else if is_listed || holds_exercises(entry.path()) {
            if listed.is_some() && !is_listed {
                errors.push(unlisted(&entry, &name));
            }
            found.insert(name.clone(), topic(&name, entry.path(), errors, strays));
        } else {
            strays.extend(stray(&entry, false, &BESIDE_TOPICS));
        }
    }
    in_order(course, found)
}

fn in_order(course: &CourseFile, mut found: BTreeMap<String, TopicFolder>) -> Vec<TopicFolder> {
    let mut topics = Vec::new();
    let mut missing = Vec::new();
    for (name, id) in course.path.iter().flatten() {
        match found.remove(name.as_str()) {
            Some(topic) => topics.push(topic),
            None => missing.push((name, *id)),
        }
    }
    for (name, id) in missing {
        let Some(source) = &course.source else { continue };
        let others = found.keys().map(String::as_str);
        source.report(
            id,
            said!("topic-without-folder", topic = name.as_str()),
            said!("topic-without-folder.why", topic = name.as_str()),
            did_you_mean(name.as_str(), others, said!("topic-without-folder.help")),
        );
    }
    topics.extend(found.into_values());
    topics
}

/// What a folder holds, by name, without leftovers. Unlike a walk of depth 1, it opens none of the folders in it.
fn entries(folder: &Path, errors: &mut Vec<UserError>) -> Vec<Entry> {
    let mut bad = |error: io::Error| errors.push(not_listed(folder, error.to_string().into()));
    let mut entries = Vec::new();
    for found in fs::read_dir(folder).map_err(&mut bad).into_iter().flatten() {
        match found.and_then(|found| Ok(Entry { kind: found.file_type()?, path: found.path() })) {
            Ok(entry) => entries.push(entry),
            Err(error) => bad(error),
        }
    }
    entries.retain(|entry| !is_leftover(entry.name()));
    entries.sort_by(|a, b| a.name().cmp(b.name()));
    entries
}

fn holds_exercises(folder: &Path) -> bool {
    let mut below = WalkDir::new(folder).min_depth(2).max_depth(2).into_iter().flatten();
    below.any(|entry| entry.file_name() == "exercise.yaml")
}

/// An error for what does not belong, or `None` where it does.
fn stray(entry: &Entry, allowed: bool, known: &[&str]) -> Option<UserError> {
    let name = file_name(entry.path());
    let at = Place::path(entry.path());
    if entry.kind.is_symlink() {
        let error = UserError::new(said!("file-is-a-link", file = shorten(&name))).at(at);
        return Some(error.why(said!("link-leads-out-of-course")).help(said!("put-regular-or-remove")));
    }
    if allowed {
        return None;
    }
    let what = match entry.kind.is_dir() {
        true => said!("stray-folder", name = shorten(&name)),
        false => said!("stray-file", name = shorten(&name)),
    };
    let why = match known {
        [readme] => said!("beside-exercises", file = *readme),
        _ => said!("beside-topics", files = quoted(known.iter().copied())),
    };
    let help = did_you_mean(&name, known.iter().copied(), said!("move-or-remove"));
    Some(UserError::new(what).at(at).why(why).help(help))
}

fn unlisted(entry: &Entry, name: &str) -> UserError {
    UserError::new(said!("topic-not-in-path", topic = shorten(name)))
        .at(Place::path(entry.path()))
        .why(said!("topic-not-in-path.why"))
        .help(said!("topic-not-in-path.help", topic = shorten(name)))
}

fn topic(name: &str, folder: &Path, errors: &mut Vec<UserError>, strays: &mut Vec<UserError>) -> TopicFolder {
    let name = TopicName::new(name);
    let mut exercises: Vec<(Option<u8>, ExerciseFolder)> = Vec::new();
    for entry in entries(folder, errors) {
        let is_readme = entry.name() == "README.md" || is_translation(&entry.name().to_string_lossy());
        if !entry.kind.is_dir() || is_readme {
            let list = if is_readme { &mut *errors } else { &mut *strays };
            list.extend(stray(&entry, is_readme, &["README.md"]));
            continue;
        }
        if let Some((prefix, found)) = exercise(&name, &entry, errors, strays) {
            let same = exercises.iter().find(|(other, _)| prefix.is_some() && *other == prefix);
            errors.extend(same.map(|(_, other)| same_prefix(&found.folder, &other.folder)));
            exercises.push((prefix, found));
        }
    }
    if exercises.is_empty() {
        errors.push(
            UserError::new(said!("topic-without-exercises", topic = name.as_str()))
                .at(Place::path(folder))
                .why(said!("topic-without-exercises.why"))
                .help(said!("topic-without-exercises.help")),
        );
    }
    exercises.sort_by_key(|(prefix, _)| *prefix);
    let exercises = exercises.into_iter().map(|(_, exercise)| exercise).collect();
    TopicFolder { name, folder: folder.to_path_buf(), exercises }
}

fn same_prefix(folder: &Path, other: &Path) -> UserError {
    UserError::new(said!("same-number"))
        .at(Place::path(folder))
        .why(said!("same-number.why", folder = file_name(other)))
        .help(said!("same-number.help"))
}

/// An exercise's folder with its prefix; `None` for a folder that is none.
fn exercise(
    topic: &TopicName,
    entry: &Entry,
    errors: &mut Vec<UserError>,
    strays: &mut Vec<UserError>,
) -> Option<(Option<u8>, ExerciseFolder)> {
    let folder = entry.path();
    let name = file_name(folder);
    let (prefix, slug) = split_name(&name);
    let has_manifest = folder.join("exercise.yaml").symlink_metadata().is_ok();
    if !has_manifest && holds_only_leftovers(folder) {
        return None;
    }
    let bad = |what: Said| UserError::new(what).at(Place::path(folder));
    if !has_manifest {
        let error = bad(said!("folder-without-manifest", folder = shorten(&name)))
            .why(said!("folder-without-manifest.why"))
            .help(said!("folder-without-manifest.help"));
        if prefix.is_none() {
            // Nothing says that it was meant to be one.
            strays.push(error);
            return None;
        }
        errors.push(error);
    } else if prefix.is_none() || !is_slug(slug) {
        errors.push(
            bad(said!("bad-folder-name", folder = shorten(&name)))
                .why(said!("bad-folder-name.why"))
                .help(said!("bad-folder-name.help")),
        );
    }
    let (topic, folder) = (topic.clone(), folder.to_path_buf());
    Some((prefix, ExerciseFolder { name: ExerciseName::new(slug), topic, folder, has_manifest }))
}

/// A checkout of another branch leaves folders behind that hold nothing but Python's caches.
fn holds_only_leftovers(folder: &Path) -> bool {
    let mut entries = WalkDir::new(folder).min_depth(1).max_depth(1).into_iter().flatten().peekable();
    entries.peek().is_some() && entries.all(|entry| is_leftover(entry.file_name()))
}

fn split_name(name: &str) -> (Option<u8>, &str) {
    let split = name
        .split_once('_')
        .filter(|(digits, _)| digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit()));
    split.map_or((None, name), |(digits, slug)| (digits.parse().ok(), slug))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folder_names_split_into_number_and_name() {
        assert_eq!(split_name("02_my_meta"), (Some(2), "my_meta"));
        for name in ["my_meta", "2_my_meta", "002_x", "+2_x", "02my_meta", "02-x"] {
            assert_eq!(split_name(name), (None, name));
        }
    }

    #[test]
    fn slugs_are_plain_names() {
        assert!(is_slug("a1_x"));
        for text in ["", "1a", "_a", "A", "a-b", "é", "a b", "../a"] {
            assert!(!is_slug(text), "{text}");
        }
    }
}
