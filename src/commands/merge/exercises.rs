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
    let error = |why: String| {
        UserError::new("this is no report that can be joined").at(Place::path(path)).why(why).help(
            "`prolings merge` takes `json` or `jsonl` reports of `grade --shard`, or the folders of a class",
        )
    };
    let meta = fs::metadata(path).map_err(|failure| error(failure.to_string()))?;
    if !meta.is_file() || meta.len() > LARGEST {
        return Err(error("a file of at most 1 GiB is wanted".to_owned()));
    }
    let text = fs::read(path).map_err(|failure| error(failure.to_string()))?;
    let report: Report = match serde_json::from_slice(&text) {
        Ok(report) => report,
        Err(failure) => events(&text).ok_or_else(|| error(failure.to_string()))?,
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
    let error = |what: &str, why: &str, help: &str| {
        Err(UserError::new(what).at(Place::path(&report.path)).why(why).help(help))
    };
    let Some(provenance) = report.provenance.clone() else {
        return error(
            "this report does not say where it comes from",
            "it is no report of `prolings grade`",
            "name reports of `prolings grade --shard`",
        );
    };
    let Some(part) = provenance.part.clone() else {
        return error(
            "this report is no shard",
            "it was graded without `--shard`: there is nothing to join it with",
            "`prolings grade --shard INDEX/COUNT --report json=PATH` writes shards",
        );
    };
    if report.summary.as_ref().is_none_or(|ended| ended.cancelled > 0) {
        let what = format!("shard {} was stopped before its end", part.shard);
        return error(&what, "not all of its exercises were judged", "run that shard again");
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
            errors.push(
                UserError::new(format!("shard {} is there twice", part.part.shard))
                    .at(Place::path(&part.report.path))
                    .why(format!("the other is {}", before.report.path.display()))
                    .help("name each shard once"),
            );
        }
    }
    for index in (1..=count).filter(|index| !seen.contains_key(index)) {
        errors.push(
            UserError::new(format!("shard {index}/{count} is missing"))
                .why(format!("{} of {count} shards were given", seen.len()))
                .help(format!("grade it with `--shard {index}/{count}`, and name its report too")),
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
        "some exercises were graded in two shards".to_owned()
    } else {
        format!("no shard has graded {}", lacking.join(", "))
    };
    let error = UserError::new(what)
        .why("the shards were not cut in the same way")
        .help("give every shard the same `--timings`, or none");
    Err(error.into())
}

fn mixed(first: &Known, other: &Known) -> Option<UserError> {
    let (one, two) = (&first.provenance, &other.provenance);
    let commit = |commit: &Option<String>| commit.clone().unwrap_or_else(|| "none".to_owned());
    // Where the interpreter is does not matter.
    let python = |text: &str| text.split(" at ").next().unwrap_or(text).to_owned();
    let trust = |from: &Provenance| from.trust.word().to_owned();
    let pairs = [
        ("version of prolings", one.prolings.clone(), two.prolings.clone()),
        ("course", first.report.course.clone(), other.report.course.clone()),
        ("commit of the course", commit(&one.course_commit), commit(&two.course_commit)),
        ("commit of the submission", commit(&one.submission_commit), commit(&two.submission_commit)),
        ("Python", python(&one.python), python(&two.python)),
        ("locks", one.locks.clone(), two.locks.clone()),
        ("seed", one.seed.to_string(), two.seed.to_string()),
        ("trust", trust(one), trust(two)),
        ("number of shards", first.part.shard.count.to_string(), other.part.shard.count.to_string()),
        ("exercises", first.part.exercises.join(" "), other.part.exercises.join(" ")),
        ("submission", one.submission.clone(), two.submission.clone()),
    ];
    let different: Vec<String> = pairs
        .into_iter()
        .filter(|(_, one, two)| one != two)
        .map(|(what, one, two)| format!("{what}: {one} and {two}"))
        .collect();
    (!different.is_empty()).then(|| {
        UserError::new("these reports do not belong together")
            .at(Place::path(&other.report.path))
            .why(format!("unlike {}: {}", first.report.path.display(), different.join("; ")))
            .help("grade all shards with the same prolings, Python, course, submission and `--seed`")
    })
}
