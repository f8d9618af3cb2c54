//! Reads a group's lock: exact versions with hashes, as `uv pip compile` or `pip-compile` writes them.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::failure;
use crate::error::{Place, UserError};
use crate::language::said;
use crate::model::names::GroupName;

/// A group's lock, read.
#[derive(Debug, Clone)]
pub(super) struct Lock {
    /// The file.
    pub(super) path: PathBuf,
    /// Its text.
    pub(super) text: String,
}

impl Lock {
    /// Reads the lock of a group.
    ///
    /// # Errors
    /// When it is missing or cannot be read.
    pub(super) fn read(group: &GroupName, path: &Path) -> Result<Self, UserError> {
        let text = fs::read_to_string(path).map_err(|error| {
            if error.kind() != io::ErrorKind::NotFound {
                return failure::of_io(&error, said!("lock-unreadable"), path);
            }
            UserError::new(said!("lock-missing", group = group.as_str()))
                .at(Place::path(path))
                .why(said!("lock-missing.why"))
                .help(said!("lock-missing.help"))
        })?;
        // The installers run in another folder.
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
        Ok(Self { path, text })
    }

    /// The names of the packages that it pins.
    pub(super) fn packages(&self) -> impl Iterator<Item = &str> {
        self.text.lines().filter_map(|line| {
            let (name, _) = line.split_once("==")?;
            let name = name.split('[').next().unwrap_or(name).trim_end();
            let plain = |character: char| character.is_ascii_alphanumeric() || "._-".contains(character);
            (!name.is_empty() && name.chars().all(plain)).then_some(name)
        })
    }
}

/// How many packages the locks pin together.
pub(super) fn count(locks: &[Lock]) -> usize {
    locks.iter().flat_map(Lock::packages).collect::<BTreeSet<_>>().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_the_pinned_names() {
        let text = "# a comment, x==1\n--index-url https://example.org\nclick==8.5.1 \\\n    --hash=sha256:aa==\n\
                    coverage[toml]==7.1 ; python_version < '3.12' \\\n    --hash=sha256:bb\n";
        let lock = Lock { path: PathBuf::new(), text: text.to_owned() };
        assert_eq!(lock.packages().collect::<Vec<_>>(), ["click", "coverage"]);
        assert_eq!(count(&[lock.clone(), lock]), 2);
    }
}
