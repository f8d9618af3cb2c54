//! Which of the course's own files a submission changed: told, never used.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::take::{MOST, Taken, take};
use crate::model::course::Course;

/// The most that are listed.
const LISTED: usize = 200;

/// The most entries that are looked at in a folder of a submission, which may be made to be endless.
const LOOKED_AT: usize = 5000;

/// Files below the exercises' folders, solutions, and the course's own manifests and locks, that are not as the course has
/// them. A folder that the submission lacks altogether is not listed: a learner need not hand in everything.
pub(super) fn altered(root: &Path, course: &Course) -> Vec<String> {
    let mut found = BTreeSet::new();
    let mut compare = |path: &Path| {
        let ours = fs::read(course.root.join(path)).ok();
        let same = match (take(root, path), ours) {
            (Taken::File(theirs), Some(ours)) => is_prefix(&theirs, &ours),
            (Taken::Missing, None) => true,
            _ => false,
        };
        if !same {
            found.insert(course.shown_path(path));
        }
    };
    for path in course_files(course) {
        if take(root, &path) != Taken::Missing {
            compare(&path);
        }
    }
    let mut compare_folder = |folder: &Path, edited: &BTreeSet<PathBuf>| {
        let theirs = files(root, folder);
        if !theirs.is_empty() {
            let ours = files(&course.root, folder);
            ours.union(&theirs).filter(|path| !edited.contains(*path)).for_each(|path| compare(path));
        }
    };
    for exercise in course.exercises() {
        let Ok(folder) = exercise.folder.strip_prefix(&course.root) else { continue };
        let edited = exercise.edit.iter().map(|file| folder.join(file.as_str())).collect();
        compare_folder(folder, &edited);
    }
    compare_folder(Path::new("solutions"), &BTreeSet::new());
    found.into_iter().take(LISTED).collect()
}

/// Whether two texts are the same but for the ends of their lines.
pub(super) fn same_text(one: &[u8], other: &[u8]) -> bool {
    let lines = |bytes: &[u8]| -> Vec<u8> {
        let mut kept = Vec::with_capacity(bytes.len());
        for (at, &byte) in bytes.iter().enumerate() {
            if byte != b'\r' || bytes.get(at + 1) != Some(&b'\n') {
                kept.push(byte);
            }
        }
        kept
    };
    one == other || lines(one) == lines(other)
}

/// As [`same_text`]; of a very large file only the beginning was taken.
fn is_prefix(theirs: &[u8], ours: &[u8]) -> bool {
    if theirs.len() as u64 == MOST { ours.starts_with(theirs) } else { same_text(theirs, ours) }
}

/// The course's own manifest and locks, relative to its root.
fn course_files(course: &Course) -> Vec<PathBuf> {
    let locks = course.groups.values().map(|group| group.lock.clone());
    let all = [course.exercises_folder().join("course.yaml")].into_iter().chain(locks);
    all.filter_map(|path| path.strip_prefix(&course.root).map(Path::to_path_buf).ok()).collect()
}

/// Every file below `folder`, relative to `root`. Links are named and not followed; caches of Python are no alteration.
fn files(root: &Path, folder: &Path) -> BTreeSet<PathBuf> {
    let walk = walkdir::WalkDir::new(root.join(folder)).follow_links(false).max_depth(20).into_iter();
    let entries = walk.filter_entry(|entry| entry.file_name() != "__pycache__");
    entries
        .take(LOOKED_AT)
        .flatten()
        .filter(|entry| !entry.file_type().is_dir())
        .filter_map(|entry| entry.path().strip_prefix(root).map(Path::to_path_buf).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_do_not_count() {
        assert!(same_text(b"a\r\nb\n", b"a\nb\r\n"));
        assert!(!same_text(b"a\rb\n", b"a\nb\n"));
        assert!(!same_text(b"a", b"a\n"));
    }
}
