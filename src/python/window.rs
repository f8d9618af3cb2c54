//! A fixed place that leads to an environment, for the settings of editors: environments themselves have a hash in their
//! names, and another one after each change of locks or interpreter.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::environment::{Environment, Environments};
use super::surroundings::{is_program, python_of};
use crate::model::names::GroupName;

impl Environments {
    /// Makes `place` lead to the environment, among those of these sets of groups, that holds most groups, unless it
    /// leads to one that holds more. Editors are a comfort: a failure is no error.
    pub fn show_at<'a>(&self, place: &Path, sets: impl Iterator<Item = &'a BTreeSet<GroupName>>) {
        let sets: BTreeSet<_> = sets.collect();
        let most = sets.into_iter().max_by_key(|groups| groups.len());
        let Some(environment) = most.and_then(|groups| self.find(groups)) else { return };
        if !is_shown(place, &environment) {
            let _ = lead(place, &environment.folder);
        }
    }
}

/// Whether a place leads to this environment, or to a larger one that works.
fn is_shown(place: &Path, environment: &Environment) -> bool {
    let Ok(folder) = fs::read_link(place) else { return false };
    let groups =
        |folder: &Path| folder.file_name().map_or(0, |name| name.to_string_lossy().matches('+').count());
    folder == environment.folder
        || (is_program(&python_of(&folder))
            && folder.parent() == environment.folder.parent()
            && groups(&folder) > groups(&environment.folder))
}

/// Replaces a link in one step; anything else that stands there stays.
#[cfg(unix)]
fn lead(place: &Path, folder: &Path) -> io::Result<()> {
    if fs::symlink_metadata(place).is_ok_and(|found| !found.is_symlink()) {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let early = beside(place);
    let _ = fs::remove_file(&early);
    std::os::unix::fs::symlink(folder, &early)?;
    fs::rename(&early, place)
}

/// Links take a right that users lack here; junctions do not, and only the command line makes them.
#[cfg(not(unix))]
fn lead(place: &Path, folder: &Path) -> io::Result<()> {
    if fs::symlink_metadata(place).is_ok() {
        // Removes a junction, and no folder that holds something.
        fs::remove_dir(place)?;
    }
    let early = beside(place);
    let _ = fs::remove_dir(&early);
    let mut command = std::process::Command::new("cmd");
    command.args(["/c", "mklink", "/J"]).arg(&early).arg(folder);
    command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
    if !command.status()?.success() {
        return Err(io::ErrorKind::Unsupported.into());
    }
    fs::rename(&early, place)
}

fn beside(place: &Path) -> PathBuf {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    place.with_file_name(format!("{name}-{}", std::process::id()))
}
