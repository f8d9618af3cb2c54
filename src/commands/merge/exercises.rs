//! Reports on parts of one submission joined into one run, which any reporter can be told.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;

use crate::cli::args;
use crate::commands::{Context, grade};
use crate::error::{Errors, ExitStatus, Place, UserError};
use crate::language::{Said, Text, said};
use crate::model::class::joined;
use crate::model::event::{EVENTS_VERSION, Event, ExerciseResult, RunSummary};
use crate::model::grade::{Part, Provenance};
use crate::report::Reporter;

/// The largest report that is read, in bytes.
const LARGEST: u64 = 1024 * 1024 * 1024;

/// What a report says of a run.
#[derive(Debug, Default, Deserialize)]
struct Report {
    #[serde(skip)]
    path: PathBuf,
    provenance: Option<Provenance>,
    course: String,
    #[serde(default)]
    notices: Vec<String>,
    results: Vec<ExerciseResult>,
    /// Absent when the run was stopped.
    summary: Option<Ended>,
}

#[derive(Debug, Default, Deserialize)]
struct Ended {
    seconds: f64,
    #[serde(default)]
    cancelled: usize,
}

/// A report of a part, with everything that it must have.
struct Known {
    report: Report,
    provenance: Provenance,
    part: Part,
}

/// Joins the reports and tells the whole to every reporter that was asked for.
pub(super) fn merge(args: &args::Merge, paths: &[&PathBuf], context: &Context) -> anyhow::Result<ExitStatus> {
    let mut errors = Vec::new();
    let mut parts = Vec::new();
    for path in paths {
        match read(path).and_then(complete) {
            Ok(part) => parts.push(part),
            Err(error) => errors.push(error),
        }
    }
    Errors::check(errors)?;
    check(&parts)?;
    let mut reporter = grade::reporters(&args.report, context)?;
    Ok(tell(parts, args.min_score, &mut reporter, context)?)
}

fn tell(
    parts: Vec<Known>,
    min_score: Option<f64>,
    reporter: &mut dyn Reporter,
    context: &Context,
) -> std::io::Result<ExitStatus> {
    let Some(first) = parts.first() else { return Ok(ExitStatus::Success) };
    let order: BTreeMap<String, usize> =
        first.part.exercises.iter().enumerate().map(|(place, name)| (name.clone(), place)).collect();
    let provenance = Provenance { part: None, ..first.provenance.clone() };
    let course = first.report.course.clone();
    let isolation = provenance.isolation.clone();
    reporter.on(&Event::Grading(provenance))?;
    let mut told = BTreeSet::new();
    for text in parts.iter().flat_map(|part| &part.report.notices) {
        if told.insert(text.clone()) {
            reporter.on(&Event::Notice { text: text.into() })?;
        }
    }
    reporter.on(&Event::RunStarted {
        version: EVENTS_VERSION,
        prolings: env!("CARGO_PKG_VERSION"),
        course,
        exercises: order.len(),
        isolation,
    })?;
    let seconds = parts.iter().filter_map(|part| part.report.summary.as_ref()).map(|ended| ended.seconds);
    let wall = Duration::try_from_secs_f64(seconds.fold(0.0, f64::max)).unwrap_or_default();
    let mut results: Vec<ExerciseResult> = parts.into_iter().flat_map(|part| part.report.results).collect();
    for result in &mut results {
        result.index = order.get(result.exercise.as_str()).copied().unwrap_or(result.index);
    }
    results.sort_by_key(|result| result.index);
    let mut summary = RunSummary { wall, ..RunSummary::default() };
    for result in results {
        summary.count(&result);
        reporter.on(&Event::ExerciseFinished(result))?;
    }
    let status = grade::status(&summary, min_score);
    reporter.on(&Event::RunFinished(summary))?;
    Ok(context.unless_interrupted(status))
}

fn read(path: &Path) -> Result<Report, UserError> {
    let error = |why: Text| {
        UserError::new(said!("merge-no-report"))
            .at(Place::path(path))
            .why(why)
            .help(said!("merge-no-report.help"))
    };
    let meta = fs::metadata(path).map_err(|failure| error(failure.to_string().into()))?;
    if !meta.is_file() || meta.len() > LARGEST {
        return Err(error(said!("merge-no-report.too-large").into()));
    }
    let text = fs::read(path).map_err(|failure| error(failure.to_string().into()))?;
    let report: Report = match serde_json::from_slice(&text) {
        Ok(report) => report,
        Err(failure) => events(&text).ok_or_else(|| error(failure.to_string().into()))?,
    };
    Ok(Report { path: path.to_path_buf(), ..report })
}

/// What a log of events says; `None` when it is none.
fn events(text: &[u8]) -> Option<Report> {
    let mut report = Report::default();
    let mut is_run = false;
    for line in text.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        let value: Value = serde_json::from_slice(line).ok()?;
        match value["event"].as_str()? {
            "grading" => report.provenance = serde_json::from_value(value).ok(),
            "run_started" => {
                is_run = true;
                value["course"].as_str()?.clone_into(&mut report.course);
            }
            "notice" => report.notices.extend(value["text"].as_str().map(str::to_owned)),
            "exercise_finished" => report.results.push(serde_json::from_value(value).ok()?),
            "run_finished" => report.summary = serde_json::from_value(value).ok(),
            _ => {}
        }
    }
    is_run.then_some(report)
}

fn complete(report: Report) -> Result<Known, UserError> {
    let error = |what: Said, why: Said, help: Said| {
        Err(UserError::new(what).at(Place::path(&report.path)).why(why).help(help))
    };
    let Some(provenance) = report.provenance.clone() else {
        return error(said!("merge-no-origin"), said!("merge-no-origin.why"), said!("merge-no-origin.help"));
    };
    let Some(part) = provenance.part.clone() else {
        return error(said!("merge-no-shard"), said!("merge-no-shard.why"), said!("merge-no-shard.help"));
    };
    if report.summary.as_ref().is_none_or(|ended| ended.cancelled > 0) {
        let what = said!("merge-stopped", shard = part.shard.to_string());
        return error(what, said!("merge-stopped.why"), said!("merge-stopped.help"));
    }
    Ok(Known { provenance, part, report })
}

/// Everything that keeps the parts from being one run.
fn check(parts: &[Known]) -> Result<(), Errors> {
    let Some((first, others)) = parts.split_first() else { return Ok(()) };
    let mixed = others.iter().filter_map(|other| mixed(first, other)).collect();
    Errors::check(mixed)?;
    let count = first.part.shard.count;
    let mut errors = Vec::new();
    let mut seen: BTreeMap<usize, &Known> = BTreeMap::new();
    for part in parts {
        if let Some(before) = seen.insert(part.part.shard.index, part) {
            let shard = said!("part-shard", shard = part.part.shard.to_string());
            errors.push(
                UserError::new(said!("merge-double", part = shard))
                    .at(Place::path(&part.report.path))
                    .why(said!("merge-double.why", path = before.report.path.display().to_string()))
                    .help(said!("merge-double.help")),
            );
        }
    }
    for index in (1..=count).filter(|index| !seen.contains_key(index)) {
        let shard = format!("{index}/{count}");
        errors.push(
            UserError::new(said!("merge-missing", shard = &shard))
                .why(said!("merge-missing.why", given = seen.len(), count = count))
                .help(said!("merge-missing.report", shard = &shard)),
        );
    }
    Errors::check(errors)?;
    let mut graded: Vec<&str> =
        parts.iter().flat_map(|part| &part.report.results).map(|result| result.exercise.as_str()).collect();
    let mut wanted: Vec<&str> = first.part.exercises.iter().map(String::as_str).collect();
    graded.sort_unstable();
    wanted.sort_unstable();
    if graded == wanted {
        return Ok(());
    }
    let lacking: Vec<&str> = wanted.iter().filter(|name| !graded.contains(*name)).copied().collect();
    let what = if lacking.is_empty() {
        said!("merge-exercises-double")
    } else {
        said!("merge-ungraded", names = lacking.join(", "))
    };
    let error = UserError::new(what).why(said!("merge-cut")).help(said!("merge-cut.exercises"));
    Err(error.into())
}

fn mixed(first: &Known, other: &Known) -> Option<UserError> {
    let differences = joined(differences(first, other))?;
    let path = first.report.path.display().to_string();
    let error = UserError::new(said!("merge-mixed-reports"))
        .at(Place::path(&other.report.path))
        .why(said!("merge-mixed-reports.why", path = path, differences = differences))
        .help(said!("merge-mixed-reports.help"));
    Some(error)
}

/// What must be the same in all parts and is not.
fn differences(first: &Known, other: &Known) -> Vec<Said> {
    let (one, two) = (&first.provenance, &other.provenance);
    let mut all = Vec::new();
    if one.prolings != two.prolings {
        all.push(said!("differs-prolings", one = &one.prolings, two = &two.prolings));
    }
    if first.report.course != other.report.course {
        all.push(said!("differs-course", one = &first.report.course, two = &other.report.course));
    }
    if one.course_commit != two.course_commit {
        let (one, two) = (commit(&one.course_commit), commit(&two.course_commit));
        all.push(said!("differs-course-commit", one = one, two = two));
    }
    if one.submission_commit != two.submission_commit {
        let (one, two) = (commit(&one.submission_commit), commit(&two.submission_commit));
        all.push(said!("differs-submission-commit", one = one, two = two));
    }
    if python(&one.python) != python(&two.python) {
        all.push(said!("differs-python", one = python(&one.python), two = python(&two.python)));
    }
    if one.locks != two.locks {
        all.push(said!("differs-locks", one = &one.locks, two = &two.locks));
    }
    if one.seed != two.seed {
        all.push(said!("differs-seed", one = one.seed.to_string(), two = two.seed.to_string()));
    }
    if one.trust != two.trust {
        all.push(said!("differs-trust", one = one.trust.word(), two = two.trust.word()));
    }
    let (one_part, two_part) = (&first.part, &other.part);
    if one_part.shard.count != two_part.shard.count {
        let (one, two) = (one_part.shard.count, two_part.shard.count);
        all.push(said!("differs-shard-count", one = one, two = two));
    }
    if one_part.exercises != two_part.exercises {
        let (one, two) = (one_part.exercises.join(" "), two_part.exercises.join(" "));
        all.push(said!("differs-exercises", one = one, two = two));
    }
    if one.submission != two.submission {
        all.push(said!("differs-submission", one = &one.submission, two = &two.submission));
    }
    all
}

fn commit(id: &Option<String>) -> Text {
    id.as_ref().map_or_else(|| said!("no-commit").into(), Text::from)
}

/// The version: where the interpreter is does not matter.
fn python(text: &str) -> &str {
    text.split(" at ").next().unwrap_or(text)
}
