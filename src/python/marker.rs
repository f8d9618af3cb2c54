//! The file that declares an environment complete. It is written last; a folder without it is half-made.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::model::names::GroupName;

/// Its name in the environment's folder.
pub(super) const FILE: &str = ".complete";

/// What a complete environment is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Marker {
    /// The whole key; the folder's name holds its head.
    pub(super) key: String,
    /// The names of its groups.
    pub(super) groups: BTreeSet<String>,
    /// The interpreter that it was made from.
    pub(super) interpreter: PathBuf,
    /// That interpreter's version.
    pub(super) version: String,
    /// How many packages the locks pin.
    pub(super) packages: usize,
    /// Bytes on disk.
    pub(super) size: u64,
    /// When it was complete, in seconds since 1970.
    pub(super) made: u64,
    /// What installed it: `uv` or `pip`.
    pub(super) installer: String,
}

impl Marker {
    /// The marker of a folder; `None` when there is none or it is garbage.
    pub(super) fn read(folder: &Path) -> Option<Self> {
        serde_json::from_slice(&fs::read(folder.join(FILE)).ok()?).ok()
    }

    /// Declares the folder complete.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(super) fn write(&self, folder: &Path) -> io::Result<()> {
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        serde_json::to_writer_pretty(&mut file, self)?;
        file.write_all(b"\n")?;
        file.as_file().sync_all()?;
        file.persist(folder.join(FILE))?;
        Ok(())
    }

    /// Its groups as names.
    pub(super) fn group_names(&self) -> BTreeSet<GroupName> {
        self.groups.iter().map(GroupName::new).collect()
    }
}
