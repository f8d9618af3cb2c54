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
use crate::language::{Said, said};
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
    let error = UserError::new(said!("cannot-update"))
        .at(Place::path(root.join(RECORD)))
        .why(said!("cannot-update.why"));
    if root.join(".git").exists() {
        error.help(said!("cannot-update-a-clone"))
    } else {
        error.help(said!("cannot-update.help"))
    }
}

/// The folder to take the course from: the one that was named, or where it came from.
fn source(named: Option<&Path>, old: &Record) -> Result<Option<PathBuf>, UserError> {
    let Some(folder) = named.or(old.from.as_deref()) else { return Ok(None) };
    if named.is_none() && !folder.is_dir() {
        return Err(UserError::new(said!("source-gone"))
            .at(Place::path(folder))
            .help(said!("source-gone.help")));
    }
    Ok(Some(folder.to_path_buf()))
}

fn refuse_another_course(old: &Record, new: &Record) -> Result<(), UserError> {
    if old.title != new.title {
        return Err(UserError::new(said!("another-course", here = &old.title, there = &new.title))
            .why(said!("another-course.why"))
            .help(said!("another-course.help")));
    }
    match (old.version, new.version) {
        (Some(here), Some(there)) if there < here => {
            Err(UserError::new(said!("newer-version-here", version = here))
                .why(said!("newer-version-here.why", version = there))
                .help(if new.from.is_none() {
                    said!("install-newer-prolings")
                } else {
                    said!("newer-version-here.help")
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
            UserError::new(said!("unreadable"))
                .at(Place::path(path))
                .why(error.to_string())
                .help(said!("unreadable.help"))
        })?;
        let (path, kind) = (entry.path(), entry.file_type());
        if kind.is_dir() {
            continue;
        }
        let refuse = |why: Said| {
            Err(UserError::new(said!("in-the-way"))
                .at(Place::path(path))
                .why(why)
                .help(said!("in-the-way.help")))
        };
        if !kind.is_file() {
            return refuse(said!("is-irregular"));
        }
        if entry.metadata().is_ok_and(|data| data.len() > LARGEST.0) {
            return refuse(said!("is-larger", limit = LARGEST.to_string()));
        }
        let parts = path.strip_prefix(&exercises).unwrap_or(path).iter().map(|part| part.to_str());
        let Some(parts) = parts.collect::<Option<Vec<_>>>() else {
            return refuse(said!("is-named-strangely"));
        };
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
