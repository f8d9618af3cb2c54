//! `prolings grade`: judges a submission, for CI and teachers.
//!
//! Tasks, tests and locks come from the course (or from a commit of it, `--base`), the learners' files from the
//! submission, and nothing else of it is used. No remembered result counts.

mod choice;
pub(super) mod class;
mod provenance;
mod shard;
mod timings;
mod usual;

use std::io;
use std::path::Path;

use super::{Context, engine, isolation, workplace};
use crate::cli::args;
use crate::cli::settings::workers;
use crate::discover;
use crate::error::{ExitStatus, UserError};
use crate::language::{Text, said};
use crate::model::course::Course;
use crate::model::event::{Event, RunSummary};
use crate::model::exercise::Exercise;
use crate::model::grade::TrustWanted;
use crate::plan::{Task, sentinels};
use crate::report::formats::{self, Wanted};
use crate::report::terminal::Terminal;
use crate::report::{Reporter, Reporters};
use crate::session::Session;
use crate::submission::{Base, Desk, Submission};

/// Judges the submission and writes every report that was asked for.
pub(super) fn grade(args: &args::Grade, context: &Context) -> anyhow::Result<ExitStatus> {
    if let Some(place) = &args.submissions {
        return class::grade(args, place, context);
    }
    let root = workplace::course_root(context)?;
    let base = args.base.as_deref().map(|name| Base::lay_out(&root, name)).transpose()?;
    let mut course = match &base {
        None => workplace::load_course(context)?,
        Some(base) => discover::load(base.root())?,
    };
    let trust = trust(args);
    let no_proof = if trust == TrustWanted::Proof { split_where_allowed(&mut course, context) } else { None };
    let place =
        args.submission.as_deref().map_or_else(|| root.clone(), |named| context.settings.cwd.join(named));
    let submission = Submission::open(&place)?;
    let mut reporter = reporters(&args.report, context)?;
    let mut chosen = choice::choose(args, &submission, &course, base.is_some(), context)?;
    let part = args.shard.as_deref().map(|text| chosen.cut(text, args, context)).transpose()?;
    let seed = args.seed.unwrap_or_else(|| fastrand::u64(..));
    let environments = engine::environments_below(&course, &root, context)?;
    let runner = engine::runner(&environments, &chosen.exercises, context)?;
    let commit = base.as_ref().map(|base| base.commit().to_owned());
    let about = provenance::Facts {
        course: &course,
        root: &root,
        commit,
        submission: &submission,
        seed,
        trust,
        part,
    };
    reporter.on(&Event::Grading(about.provenance(&environments, runner.as_ref(), &named(args))))?;
    let notices = chosen.notices.into_iter().chain(no_proof);
    for text in notices.chain(isolation::notice(runner.as_ref(), context)) {
        reporter.on(&Event::Notice { text })?;
    }
    let desk = lay(&submission, &course, &chosen.exercises, seed)?;
    let tasks: Vec<Task<'_>> = desk.course().exercises().map(Task::learner).collect();
    let session = Session {
        course: desk.course(),
        runner: runner.as_ref(),
        workers: workers(args.jobs),
        cancel: &context.cancel,
    };
    let run = session.run(&tasks, &mut reporter)?;
    let status = status(&run.summary, args.min_score);
    reporter.on(&Event::RunFinished(run.summary))?;
    Ok(context.unless_interrupted(status))
}

/// How far passes are to be trusted.
fn trust(args: &args::Grade) -> TrustWanted {
    match args.trust {
        args::Trust::Usual => TrustWanted::Usual,
        args::Trust::Proof => TrustWanted::Proof,
    }
}

/// Tests run apart from the learners' code wherever their author allows it. Where nothing can, they are judged as usual
/// and named as no proof, which the notice says.
fn split_where_allowed(course: &mut Course, context: &Context) -> Option<Text> {
    let exercises = course.topics.iter_mut().flat_map(|topic| &mut topic.exercises);
    let checks = exercises.flat_map(|exercise| &mut exercise.checks).filter(|check| check.may_be_split());
    let mut checks = checks.peekable();
    if context.settings.without_fork {
        return checks.peek().map(|_| said!("no-proof-here").into());
    }
    checks.for_each(|check| *check = check.split());
    None
}

/// The submission as the user named it.
fn named(args: &args::Grade) -> String {
    args.submission.as_deref().unwrap_or(Path::new(".")).to_string_lossy().into_owned()
}

fn lay(
    submission: &Submission,
    course: &Course,
    exercises: &[&Exercise],
    seed: u64,
) -> Result<Desk, UserError> {
    let mut random = fastrand::Rng::with_seed(seed);
    Desk::lay(submission, course, exercises, &mut |text| sentinels::sentinels(text, &mut random))
}

/// A fault outranks everything; otherwise the score decides where one is wanted, and every exercise where none is.
pub(super) fn status(summary: &RunSummary, min_score: Option<f64>) -> ExitStatus {
    let percent = summary.score.percent();
    match min_score {
        _ if summary.faults > 0 => ExitStatus::Error,
        Some(wanted) if percent.unwrap_or(0.0) + 1e-9 < wanted => ExitStatus::Failure,
        None if summary.failed > 0 => ExitStatus::Failure,
        _ => ExitStatus::Success,
    }
}

/// The terminal, and a report for each `--report`, or the CI service's usual ones. One to standard output takes the terminal's place.
pub(super) fn reporters(asked: &[String], context: &Context) -> anyhow::Result<Reporters> {
    let usual = if asked.is_empty() { usual::reports() } else { Vec::new() };
    let wanted: Vec<Wanted> =
        asked.iter().chain(&usual).map(|text| text.parse()).collect::<Result<_, UserError>>()?;
    let mut all = Reporters::default();
    if !wanted.iter().any(Wanted::is_stdout) {
        all.0.push(Box::new(Terminal::new(Box::new(io::stdout()), context.style(), context.bar())));
    }
    for wanted in wanted {
        all.0.push(formats::open(&wanted, &context.settings.cwd, context.settings.language)?);
    }
    Ok(all)
}
