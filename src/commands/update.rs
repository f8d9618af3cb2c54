//! `prolings update`: a newer version of the course, without losing anything that the learner wrote.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::Context;
use super::supply::Supply;
use super::workplace::course_root;
use crate::cli::args;
use crate::error::{ExitStatus, Place, UserError};
use crate::model::leftovers::is_leftover;
use crate::model::limits::ByteSize;
use crate::progress::atomic::{Access, cannot};
use crate::progress::starters::as_files;
use crate::progress::{self, ContentHash, RECORD, Record};
use crate::report::terminal::shipped;
use crate::shipment::journal;
use crate::shipment::plan::{After, Before, Guard, Plan, Step, plan};

/// The largest file that is carried along: larger ones are no part of an exercise.
const LARGEST: ByteSize = ByteSize::mib(64);

/// Plans, says, carries out.
pub(super) fn update(args: &args::Update, context: &Context) -> anyhow::Result<ExitStatus> {
    let root = course_root(context)?;
    let old = Record::read(&root)?.ok_or_else(|| unrecorded(&root))?;
    let from = source(args.from.as_deref(), &old)?;
    let supply = Supply::of(from.as_deref(), context)?;
    let new = supply.shipment.record(&supply.course);
    refuse_another_course(&old, &new)?;
    let lock = progress::lock(&root)?;
    let files = present(&root)?;
    let files = files.iter().map(|(path, content)| (path.as_str(), content.as_slice())).collect();
    let aliases = supply
        .course
        .exercises()
        .flat_map(|exercise| exercise.aliases.iter().map(|alias| (alias.as_str(), exercise.name.as_str())));
    let after =
        After { record: &new, aliases: aliases.collect(), files: supply.shipment.exercises().collect() };
    let mut planned = plan(&Before { record: &old, files }, &after, &free_backup(&root));
    let mut out = context.out();
    if args.dry_run {
        shipped::updated(&mut out, context.style(), &planned.update, shipped::Tense::Would)?;
        out.flush()?;
        return Ok(ExitStatus::Success);
    }
    let update = if planned.steps.is_empty() && old == new {
        planned.update
    } else {
        remember(&mut planned, &supply, &new);
        journal::carry_out(&root, planned.steps, planned.update, &lock)?
    };
    drop(lock);
    shipped::updated(&mut out, context.style(), &update, shipped::Tense::Did)?;
    out.flush()?;
    Ok(ExitStatus::Success)
}

fn unrecorded(root: &Path) -> UserError {
    let error = UserError::new("this course cannot be brought up to date")
        .at(Place::path(root.join(RECORD)))
        .why("it was not written by `prolings init`, or the record of what was shipped is gone");
    if root.join(".git").exists() {
        error.help(
            "in a clone, `git pull` brings what is new; `prolings init` makes a folder that can be updated",
        )
    } else {
        error.help("write the course to a new folder with `prolings init`, and copy your files there")
    }
}

/// The folder to take the course from: the one that was named, or where it came from.
fn source(named: Option<&Path>, old: &Record) -> Result<Option<PathBuf>, UserError> {
    let Some(folder) = named.or(old.from.as_deref()) else { return Ok(None) };
    if named.is_none() && !folder.is_dir() {
        return Err(UserError::new("the folder that this course came from is gone")
            .at(Place::path(folder))
            .help("name the folder of the course: `prolings update --from COURSE`"));
    }
    Ok(Some(folder.to_path_buf()))
}

fn refuse_another_course(old: &Record, new: &Record) -> Result<(), UserError> {
    if old.title != new.title {
        return Err(UserError::new(format!("this is the course `{}`, not `{}`", old.title, new.title))
            .why("an update brings another version of the same course")
            .help("write the other course to a folder of its own: `prolings init DIR --from COURSE`"));
    }
    match (old.version, new.version) {
        (Some(here), Some(there)) if there < here => {
            Err(UserError::new(format!("this folder has version {here} of the course, which is newer"))
                .why(format!("the one to take has version {there}"))
                .help(if new.from.is_none() {
                    "install a newer prolings: it carries the course (`pip install -U prolings`, \
                     `uv tool upgrade prolings` or `cargo install prolings`)"
                } else {
                    "get the newer version of that folder"
                }))
        }
        _ => Ok(()),
    }
}

/// The files below `exercises/`, without leftovers.
fn present(root: &Path) -> Result<BTreeMap<String, Vec<u8>>, UserError> {
    let exercises = root.join("exercises");
    let walk = WalkDir::new(&exercises).min_depth(1).into_iter();
    let mut files = BTreeMap::new();
    for entry in walk.filter_entry(|entry| !is_leftover(entry.file_name())) {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(&exercises).to_path_buf();
            UserError::new("cannot be read")
                .at(Place::path(path))
                .why(error.to_string())
                .help("make it readable for you")
        })?;
        let (path, kind) = (entry.path(), entry.file_type());
        if kind.is_dir() {
            continue;
        }
        let refuse = |why: &str| {
            Err(UserError::new("this file is in the way of an update")
                .at(Place::path(path))
                .why(why)
                .help("move it out of `exercises`, then run `prolings update` again"))
        };
        if !kind.is_file() {
            return refuse("it is no regular file");
        }
        if entry.metadata().is_ok_and(|data| data.len() > LARGEST.0) {
            return refuse(&format!("it is larger than {LARGEST}"));
        }
        let parts = path.strip_prefix(&exercises).unwrap_or(path).iter().map(|part| part.to_str());
        let Some(parts) = parts.collect::<Option<Vec<_>>>() else { return refuse("its name is no UTF-8") };
        let content = fs::read(path).map_err(|error| cannot(Access::Read, path, &error))?;
        files.insert(parts.join("/"), content);
    }
    Ok(files)
}

/// The next folder for copies, from the course's root.
fn free_backup(root: &Path) -> String {
    let place = |number: u32| format!(".prolings/backups/update-{number}");
    (1..).map(place).find(|folder| !root.join(folder).exists()).unwrap_or_else(|| place(0))
}

/// Adds what must be known from now on: the starters, and the record, which is written last.
fn remember(planned: &mut Plan, supply: &Supply, new: &Record) {
    let mut starters = BTreeMap::new();
    for exercise in supply.course.exercises() {
        for path in &exercise.edit {
            if let Some(content) = supply.shipment.starter(exercise, path) {
                starters.insert((exercise.name.clone(), path.clone()), content.to_vec());
            }
        }
    }
    let record = (RECORD.to_owned(), new.to_json());
    for (path, content) in as_files(&starters).into_iter().chain([record]) {
        let expected = None::<ContentHash>;
        planned.steps.push(Step { path, expected, content: Some(content), guard: Guard::Ours });
    }
}
