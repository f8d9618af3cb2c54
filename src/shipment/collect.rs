//! Which files of a course's folder are shipped.
//!
//! `build.rs` compiles this file as well: the standard library only.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Files by their path from the course's root, with `/` on every platform.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// Why a course cannot be shipped.
#[derive(Debug)]
pub(crate) struct Unfit {
    /// The file or folder.
    pub(crate) path: PathBuf,
    /// What is the matter with it.
    pub(crate) why: Why,
}

/// What is the matter with a file or folder.
#[derive(Debug)]
pub(crate) enum Why {
    /// Its name is no UTF-8.
    Name,
    /// It is neither a regular file nor a folder.
    Irregular,
    /// It cannot be read.
    Unreadable(io::Error),
}

/// Everything below `exercises/`, and the solutions with their notes but without the mistakes, which only prove the
/// course. Files that `is_leftover` knows are no part of a course.
pub(crate) fn collect(root: &Path, is_leftover: fn(&OsStr) -> bool) -> Result<Files, Unfit> {
    let mut files = Files::new();
    for top in ["exercises", "solutions"] {
        let folder = root.join(top);
        if folder.is_dir() {
            walk(&folder, top, is_leftover, &mut files)?;
        }
    }
    Ok(files)
}

fn walk(folder: &Path, name: &str, is_leftover: fn(&OsStr) -> bool, files: &mut Files) -> Result<(), Unfit> {
    let unfit = |path: &Path, why: Why| Unfit { path: path.to_path_buf(), why };
    let failed = |path: &Path| {
        let path = path.to_path_buf();
        move |error: io::Error| Unfit { path, why: Why::Unreadable(error) }
    };
    for entry in fs::read_dir(folder).map_err(failed(folder))? {
        let entry = entry.map_err(failed(folder))?;
        let (path, kind) = (entry.path(), entry.file_type().map_err(failed(folder))?);
        if is_leftover(&entry.file_name()) {
            continue;
        }
        let Some(last) = entry.file_name().to_str().map(str::to_owned) else {
            return Err(unfit(&path, Why::Name));
        };
        let name = format!("{name}/{last}");
        if kind.is_dir() {
            // solutions/TOPIC/EXERCISE/mistakes
            let is_mistakes = last == "mistakes" && name.starts_with("solutions/");
            if !(is_mistakes && name.matches('/').count() == 3) {
                walk(&path, &name, is_leftover, files)?;
            }
        } else if kind.is_file() {
            files.insert(name, fs::read(&path).map_err(failed(&path))?);
        } else {
            return Err(unfit(&path, Why::Irregular));
        }
    }
    Ok(())
}
