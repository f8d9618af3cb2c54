//! `prolings init DIR`: the course in a folder of the learner's own.

use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::supply::{self, Supply};
use super::{Context, setup_files};
use crate::cli::args;
use crate::error::{ExitStatus, Place, UserError};
use crate::language::said;
use crate::parallel;
use crate::progress::atomic::{Access, cannot};
use crate::progress::{RECORD, Sight, Starters};
use crate::report::terminal::shipped;

/// The folder in which the course is written before it is moved to its place.
const STAGE: &str = ".prolings-init-";

/// What may lie in a folder that counts as empty: version control and what systems leave behind.
const HARMLESS: [&str; 7] =
    [".git", ".hg", ".jj", ".gitignore", ".gitattributes", ".DS_Store", "desktop.ini"];

/// Writes the course, wholly or not at all, and says what comes next.
pub(super) fn init(args: &args::Init, context: &Context) -> anyhow::Result<ExitStatus> {
    let supply = Supply::of(args.from.as_deref(), context)?;
    let folder = context.settings.cwd.join(&args.folder);
    refuse_inside_a_course(&folder, &args.folder)?;
    let before = look(&folder, &args.folder)?;
    let made = make(&folder)?;
    if let Err(error) = write(&supply, &folder) {
        for folder in &made {
            // What was there before stays: only empty folders go.
            let _ = fs::remove_dir(folder);
        }
        return Err(error);
    }
    for stale in before {
        // A stage of an earlier `init` that was killed: nobody has seen it.
        let _ = fs::remove_dir_all(stale);
    }
    let mut course = crate::discover::load(&folder)?;
    course.root.clone_from(&folder);
    let exercises: Vec<_> = course.exercises().collect();
    let sights = parallel::map(&exercises, |exercise| (exercise.name.clone(), Sight::of(exercise)));
    context.tell(&Starters::open_with(&folder, &course, &sights.into_iter().collect()).take_notices());
    let mut out = context.out();
    let shown =
        (folder != context.settings.cwd && args.folder != Path::new(".")).then_some(args.folder.as_path());
    shipped::initialised(&mut out, context.style(), &course.title, exercises.len(), shown)?;
    out.flush()?;
    Ok(ExitStatus::Success)
}

/// A course in a course would never be found from the inside of the outer one's tools, or the other way round.
fn refuse_inside_a_course(folder: &Path, named: &Path) -> Result<(), UserError> {
    let existing = folder.ancestors().find(|folder| folder.is_dir()).unwrap_or(folder);
    let Ok(root) = crate::discover::find_root(existing) else { return Ok(()) };
    let error = UserError::new(said!("course-here-already")).at(Place::path(&root));
    let is_own = root.join(RECORD).is_file();
    Err(if root.as_path() == folder {
        error.help(if is_own { said!("go-on-or-update") } else { said!("go-on") })
    } else {
        error
            .why(said!("lies-in-a-course", folder = named.display().to_string()))
            .help(said!("lies-in-a-course.help"))
    })
}

/// Refuses a folder that holds something; gives what an `init` that was killed left behind.
fn look(folder: &Path, named: &Path) -> Result<Vec<PathBuf>, UserError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            return Err(UserError::new(said!("is-no-folder", folder = named.display().to_string()))
                .at(Place::path(folder))
                .help(said!("name-a-new-folder")));
        }
        Err(error) => return Err(cannot(Access::Read, folder, &error)),
    };
    let (mut stale, mut others) = (Vec::new(), Vec::new());
    for entry in entries {
        let entry = entry.map_err(|error| cannot(Access::Read, folder, &error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(STAGE) {
            stale.push(entry.path());
        } else if !HARMLESS.contains(&name.as_str()) {
            others.push(name);
        }
    }
    if others.is_empty() {
        return Ok(stale);
    }
    others.sort();
    let what = if named == Path::new(".") {
        said!("this-folder-not-empty")
    } else {
        said!("folder-not-empty", folder = named.display().to_string())
    };
    let files = others[..others.len().min(3)].join(", ");
    let why = if others.len() > 3 {
        said!("folder-holds-more", files = files, more = others.len() - 3)
    } else {
        said!("folder-holds", files = files)
    };
    Err(UserError::new(what).at(Place::path(folder)).why(why).help(said!("name-a-new-folder")))
}

/// Makes the folder with those on its way, and gives the ones that were not there, the innermost first.
fn make(folder: &Path) -> Result<Vec<PathBuf>, UserError> {
    let made: Vec<PathBuf> =
        folder.ancestors().take_while(|folder| !folder.exists()).map(Path::to_path_buf).collect();
    fs::create_dir_all(folder).map_err(|error| cannot(Access::Write, folder, &error))?;
    Ok(made)
}

/// Writes everything beside its place, then moves it there; `exercises`, which makes the folder a course, comes last.
fn write(supply: &Supply, folder: &Path) -> anyhow::Result<()> {
    let failed = |error: io::Error| cannot(Access::Write, folder, &error);
    let stage = tempfile::Builder::new().prefix(STAGE).tempdir_in(folder).map_err(failed)?;
    supply::write(&supply.shipment, stage.path())?;
    let record = supply.shipment.record(&supply.course);
    supply::put(&stage.path().join(RECORD), &record.to_json()).map_err(failed)?;
    for (path, text) in setup_files::all(&supply.course) {
        supply::put(&stage.path().join(path), text.as_bytes()).map_err(failed)?;
    }
    let mut names: Vec<OsString> = Vec::new();
    for entry in fs::read_dir(stage.path()).map_err(failed)? {
        names.push(entry.map_err(failed)?.file_name());
    }
    names.sort_by_key(|name| name == "exercises");
    let mut moved: Vec<PathBuf> = Vec::new();
    for name in names {
        let target = folder.join(&name);
        if fs::symlink_metadata(&target).is_ok() {
            // A `.gitignore` that was there already.
            continue;
        }
        if let Err(error) = fs::rename(stage.path().join(&name), &target) {
            for path in moved {
                let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
            }
            return Err(failed(error).into());
        }
        moved.push(target);
    }
    Ok(())
}
