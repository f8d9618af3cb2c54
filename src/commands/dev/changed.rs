//! Which exercises have changed since a commit: asked of git, with what is not committed yet.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::error::UserError;
use crate::language::{Text, said};
use crate::model::course::Course;
use crate::model::exercise::Exercise;

/// Files of the course on which every exercise rests.
const SHARED: [&str; 2] = ["exercises/course.yaml", "exercises/requirements/"];

/// Those of `exercises` of which a file has changed since `reference`, or all when something has that all rest on.
///
/// # Errors
/// When git does not know the commit, or there is no git.
pub(super) fn changed<'c>(
    exercises: Vec<&'c Exercise>,
    course: &Course,
    reference: &str,
) -> Result<Vec<&'c Exercise>, UserError> {
    let paths = changed_paths(&course.root, reference)?;
    if paths.iter().any(|path| SHARED.iter().any(|shared| path.starts_with(shared))) {
        return Ok(exercises);
    }
    let touched = |folder: &Path| {
        let folder = format!("{}/", course.shown_path(folder));
        paths.iter().any(|path| path.starts_with(&folder))
    };
    Ok(exercises
        .into_iter()
        .filter(|exercise| touched(&exercise.folder) || touched(&exercise.solution))
        .collect())
}

/// Paths from the course's root: changed, removed, or not known to git yet.
fn changed_paths(root: &Path, reference: &str) -> Result<Vec<String>, UserError> {
    // `--end-of-options`: a reference is never taken for an option.
    let mut paths = git(
        root,
        reference,
        &["diff", "--name-only", "--relative", "-z", "--end-of-options", reference, "--", "."],
    )?;
    paths.extend(git(root, reference, &["ls-files", "--others", "--exclude-standard", "-z", "--", "."])?);
    Ok(paths)
}

fn git(root: &Path, reference: &str, args: &[&str]) -> Result<Vec<String>, UserError> {
    let failed = |why: Text| {
        UserError::new(said!("changes-unknown", reference = reference))
            .why(why)
            .help(said!("changes-unknown.help"))
    };
    let output = Command::new("git")
        .arg("-C")
        .arg(root)
        .args(args)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| failed(said!("git-not-run", error = error.to_string()).into()))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let first = said.lines().next().unwrap_or_default();
        return Err(failed(first.trim_start_matches("fatal: ").into()));
    }
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok(text.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect())
}
