//! `prolings grade --submissions`: a whole class, all submissions on the same exercises.
//!
//! Every submission gets a row, whatever is wrong with it. What is graded stands in the journal before the next one
//! counts, so that whoever is stopped goes on where they were.

mod conditions;
mod outputs;
mod pool;

use std::collections::HashMap;
use std::io;
use std::path::Path;
use std::time::Duration;

use self::pool::{News, Pool};
use super::{shard, timings};
use crate::cli::args;
use crate::cli::settings::workers;
use crate::commands::{Context, engine, isolation, workplace};
use crate::discover;
use crate::error::{ExitStatus, UserError};
use crate::gradebook::{Journal, Scan};
use crate::language::{Text, said};
use crate::model::class::{Conditions, Entry, Gradebook, Head, JOURNAL_VERSION, Unchanged, joined};
use crate::model::course::Course;
use crate::model::exercise::Exercise;
use crate::model::grade::{Shard, TrustWanted};
use crate::plan::{selection, shards};
use crate::report::gradebook;
use crate::report::terminal::class::{self, Progress};
use crate::submission::{self, Base, Roster, commit_of};

pub(in crate::commands) use self::outputs::Outputs;

/// Files beside the submissions that are named.
const NAMED: usize = 5;

/// What is known of a submission from an earlier run: its key, and what it came to.
type Known = HashMap<String, (String, Entry)>;

/// Grades the class at `place`.
pub(super) fn grade(args: &args::Grade, place: &Path, context: &Context) -> anyhow::Result<ExitStatus> {
    let root = workplace::course_root(context)?;
    let base = args.base.as_deref().map(|name| Base::lay_out(&root, name)).transpose()?;
    let mut course = match &base {
        None => workplace::load_course(context)?,
        Some(base) => discover::load(base.root())?,
    };
    let trust = super::trust(args);
    let no_proof =
        if trust == TrustWanted::Proof { super::split_where_allowed(&mut course, context) } else { None };
    let roster = Roster::read(&context.settings.cwd.join(place))?;
    let exercises = chosen(args, &course, context)?;
    let shard = args.shard.as_deref().map(shard::wanted).transpose()?;
    if shard.is_some() && args.seed.is_none() {
        return Err(shard::without_seed().into());
    }
    let mine = mine(args, &roster, shard, context)?;
    let folder = context.settings.cwd.join(&args.output);
    let outputs = Outputs::of(&args.report, &folder, context)?;
    let (mut journal, found) = Journal::open(&folder)?;
    let remembered = found.head.as_ref().map(|head| head.conditions.seed);
    let seed = args.seed.or(remembered).unwrap_or_else(|| fastrand::u64(..));
    let environments = engine::environments_below(&course, &root, context)?;
    let db = args.db.as_ref().map(|path| context.settings.cwd.join(path));
    let mut outputs = outputs.with_database(db, &environments.interpreter().executable);
    let runner = engine::runner_of_many(&environments, &exercises, context)?;
    let unchanged = if args.all { Unchanged::Judged } else { Unchanged::NotStarted };
    let conditions = conditions::conditions(
        &course,
        &exercises,
        &environments,
        runner.as_ref(),
        conditions::Asked { unchanged, trust, seed },
    );
    let head = Head {
        journal: JOURNAL_VERSION,
        course: course.title.clone(),
        course_commit: base.as_ref().map(|base| base.commit().to_owned()).or_else(|| commit_of(&root)),
        columns: conditions::columns(&exercises),
        conditions,
        submissions: roster.entries.iter().map(|entry| entry.name.clone()).collect(),
        shard,
        mine,
    };
    let (known, unlike) = known(&mut journal, &found, &head, &runner.isolation(), context)?;
    journal.begin(&head, found.head.as_ref())?;
    let entries: Vec<&submission::Entry> = head.mine.iter().map(|&place| &roster.entries[place]).collect();
    let mut book = Gradebook::new(head);
    let terminal = context.settings.progress.then_some(context.settings.stderr_width);
    let mut progress = Progress::start(context.error_style(), entries.len(), terminal);
    let mut notices = notices(&roster, &found, &book.head.conditions);
    if unlike > 0 {
        notices.push(said!("class-other-sandbox", number = unlike).into());
    }
    let said = no_proof.into_iter().chain(isolation::notice(runner.as_ref(), context));
    for text in notices.into_iter().chain(said) {
        progress.notice(&text);
        book.notices.push(text);
    }
    let pool = Pool {
        course: &course,
        exercises: &exercises,
        unchanged,
        runner: runner.as_ref(),
        workers: workers(args.jobs),
        seed,
        cancel: &context.cancel,
        is_known: &|name, key| known.get(name).is_some_and(|(known, _)| known == key),
    };
    let graded = pool.grade(&entries, |news| {
        match news {
            News::Graded(place, row) => {
                let row = journal.add(*row)?;
                let entry = gradebook::entry(&row, &book.head.columns, context.settings.language);
                progress.done(&entry, false);
                book.entries[place] = Some(entry);
            }
            News::Known(place) => {
                let entry = known.get(entries[place].name.as_str()).map(|(_, entry)| entry.clone());
                entry.iter().for_each(|entry| progress.done(entry, true));
                book.entries[place] = entry;
            }
            News::Notice(text) => {
                progress.notice(&text);
                book.notices.push(text);
            }
        }
        outputs.pulse(&book);
        Ok(())
    });
    let took = progress.end();
    finish(&outputs, &book, took, graded.err(), args.min_score, context)
}

/// Writes every report and says what the class came to, also when something went wrong on the way.
pub(in crate::commands) fn finish(
    outputs: &Outputs,
    book: &Gradebook,
    took: (Duration, usize),
    error: Option<UserError>,
    min_score: Option<f64>,
    context: &Context,
) -> anyhow::Result<ExitStatus> {
    let written = outputs.write(book);
    if outputs.leave_stdout_free() {
        let (mut out, style) = (io::stdout().lock(), context.style());
        class::summary(&mut out, style, book, took, &outputs.shown(&context.settings.cwd))?;
    }
    let errors: Vec<UserError> = error.into_iter().chain(written).collect();
    crate::error::Errors::check(errors)?;
    Ok(context.unless_interrupted(status(book, min_score)))
}

/// A fault outranks everything. A class in which somebody fails is graded well: only `--min-score` makes it a failure.
fn status(book: &Gradebook, min_score: Option<f64>) -> ExitStatus {
    let is_below = |wanted: f64| {
        book.graded().any(|entry| entry.score.percent().is_some_and(|percent| percent + 1e-9 < wanted))
    };
    if book.faulty().next().is_some() {
        ExitStatus::Error
    } else if min_score.is_some_and(is_below) {
        ExitStatus::Failure
    } else {
        ExitStatus::Success
    }
}

fn chosen<'c>(
    args: &args::Grade,
    course: &'c Course,
    context: &Context,
) -> anyhow::Result<Vec<&'c Exercise>> {
    if args.only.is_empty() {
        return Ok(course.exercises().collect());
    }
    Ok(selection::select(course, &args.only, &context.settings.cwd)?)
}

/// The submissions that are graded here, by their places.
fn mine(
    args: &args::Grade,
    roster: &Roster,
    shard: Option<Shard>,
    context: &Context,
) -> Result<Vec<usize>, UserError> {
    let names: Vec<&str> = roster.entries.iter().map(|entry| entry.name.as_str()).collect();
    let Some(shard) = shard else { return Ok((0..names.len()).collect()) };
    Ok(match &args.timings {
        None => shards::by_name(&names, shard),
        Some(path) => {
            let times = timings::read(&context.settings.cwd.join(path))?;
            shards::by_time(&names, |name| times.get(name).copied(), shard)
        }
    })
}

/// What was graded before under the same conditions and needs no grading any more, and how many were graded in another
/// sandbox: a teacher who asks for one means all submissions.
fn known(
    journal: &mut Journal,
    found: &Scan,
    head: &Head,
    isolation: &[String],
    context: &Context,
) -> Result<(Known, usize), UserError> {
    let (mut known, mut unlike) = (Known::new(), 0);
    if found.head.as_ref().is_none_or(|before| before.conditions != head.conditions) {
        return Ok((known, unlike));
    }
    for at in &found.rows {
        let row = journal.row(at)?;
        if row.isolation != isolation {
            unlike += 1;
        } else if row.is_final() {
            let entry = gradebook::entry(&row, &head.columns, context.settings.language);
            known.insert(row.submission, (row.key, entry));
        }
    }
    Ok((known, unlike))
}

fn notices(roster: &Roster, found: &Scan, conditions: &Conditions) -> Vec<Text> {
    let mut notices = Vec::new();
    if !roster.beside.is_empty() {
        let (first, more) = roster.beside.split_at(roster.beside.len().min(NAMED));
        let names = first.join(", ");
        notices.push(match more.len() {
            0 => said!("class-no-folders", names = names).into(),
            more => said!("class-no-folders-more", names = names, more = more).into(),
        });
    }
    let differences = found.head.as_ref().map(|before| before.conditions.differences(conditions));
    if let Some(differences) = differences.and_then(joined) {
        notices.push(said!("class-other-conditions", differences = differences).into());
    }
    if found.damaged > 0 {
        notices.push(said!("class-damaged-lines", number = found.damaged).into());
    }
    notices
}
