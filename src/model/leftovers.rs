//! Files that editors, Python and version control leave behind: they are nobody's mistake and nobody's work.
//!
//! `build.rs` compiles this file as well: it names nothing of ours.

use std::ffi::OsStr;

/// Whether a file or folder of that name is overlooked in a course.
pub(crate) fn is_leftover(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let known = ["__pycache__", "Thumbs.db", "desktop.ini"];
    // `.new` is the starter of a newer course, put beside a learner's file by `prolings update`.
    let endings = ["~", ".bak", ".orig", ".rej", ".swp", ".swo", ".tmp", ".pyc", ".new"];
    name.starts_with('.')
        || (name.starts_with('#') && name.ends_with('#'))
        || known.contains(&name.as_ref())
        || endings.iter().any(|ending| name.ends_with(ending))
}
