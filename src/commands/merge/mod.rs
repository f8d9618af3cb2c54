//! `prolings merge`: what several machines have graded becomes one, without loss.

mod exercises;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::Context;
use super::grade::class::{self, Outputs};
use crate::cli::args;
use crate::error::{Errors, ExitStatus, Place, UserError};
use crate::gradebook::{self, FILE, Journal, Part};
use crate::language::said;
use crate::model::class::Gradebook;
use crate::model::course::{PythonRange, PythonVersion};
use crate::python::{self, Surroundings};
use crate::report::gradebook::entry;

/// The oldest Python that prolings runs: any of them writes a database.
const OLDEST: PythonRange = PythonRange { from: PythonVersion { major: 3, minor: 11 }, below: None };

/// Joins the parts, whichever kind they are of.
pub(super) fn merge(args: &args::Merge, context: &Context) -> anyhow::Result<ExitStatus> {
    let paths: Vec<PathBuf> = args.parts.iter().map(|path| place(&context.settings.cwd.join(path))).collect();
    let (journals, reports): (Vec<&PathBuf>, Vec<&PathBuf>) =
        paths.iter().partition(|path| gradebook::is_journal(path) || path.ends_with(FILE));
    match (journals.as_slice(), reports.as_slice()) {
        (_, []) => merge_class(args, &journals, context),
        ([], _) => exercises::merge(args, &reports, context),
        ([journal, ..], [report, ..]) => Err(UserError::new(said!("merge-two-kinds"))
            .at(Place::path(report.as_path()))
            .why(said!("merge-two-kinds.why", journal = journal.display().to_string()))
            .help(said!("merge-two-kinds.help"))
            .into()),
    }
}

/// The journal in a folder, or the file itself.
fn place(path: &Path) -> PathBuf {
    if path.is_dir() { path.join(FILE) } else { path.to_path_buf() }
}

fn merge_class(args: &args::Merge, paths: &[&PathBuf], context: &Context) -> anyhow::Result<ExitStatus> {
    let start = Instant::now();
    let cwd = &context.settings.cwd;
    let folder = cwd.join(&args.output);
    if let Some(same) = paths.iter().find(|path| is_same(path, &folder.join(FILE))) {
        return Err(UserError::new(said!("merge-into-part"))
            .at(Place::path(same.as_path()))
            .why(said!("merge-into-part.why"))
            .help(said!("merge-into-part.help"))
            .into());
    }
    let outputs = Outputs::of(&args.report, &folder, context)?;
    let db = args.db.as_ref().map(|path| cwd.join(path));
    let outputs = if db.is_some() {
        let surroundings = Surroundings::from_process(context.settings.python.clone(), cwd);
        let interpreter = python::discover(OLDEST, &surroundings)?;
        outputs.with_database(db, &interpreter.executable)
    } else {
        outputs
    };
    let mut errors = Vec::new();
    let mut parts = Vec::new();
    for path in paths {
        match Part::read(path) {
            Ok(part) => parts.push(part),
            Err(error) => errors.push(error),
        }
    }
    Errors::check(errors)?;
    let joined = gradebook::join(&parts)?;
    let (mut journal, found) = Journal::open(&folder)?;
    journal.begin(&joined.head, found.head.as_ref())?;
    let same = found.head.as_ref().is_some_and(|head| head.conditions == joined.head.conditions);
    let mut book = Gradebook::new(joined.head.clone());
    for (place, row) in joined.rows().enumerate() {
        let row = row?;
        book.entries[place] = Some(entry(&row, &book.head.columns, context.settings.language));
        let is_there = |at: &gradebook::RowAt| at.submission == row.submission && at.key == row.key;
        if !same || !found.rows.iter().any(is_there) {
            journal.copy(&row)?;
        }
    }
    journal.sync()?;
    let took: (Duration, usize) = (start.elapsed(), book.entries.len());
    class::finish(&outputs, &book, took, None, args.min_score, context)
}

fn is_same(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}
