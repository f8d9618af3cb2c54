//! From a list of exercises to a runner: finds the interpreter and makes the environments that they need.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::{Context, isolation};
use crate::cli::args::Isolation;
use crate::language::{Said, Text, said, say};
use crate::model::check::CheckKind;
use crate::model::course::{Course, Unfit};
use crate::model::exercise::Exercise;
use crate::model::names::GroupName;
use crate::python::{self, Environments, Interpreter, Step, Surroundings};
use crate::report::terminal::setup::Setup;
use crate::run::Runner;
use crate::run::cold::Cold;
use crate::run::pool::Pool;
use crate::run::sandbox::Sandbox;
use crate::run::scratch;
#[cfg(unix)]
use crate::run::warm::Warm;

/// Finds the interpreter for a course, remembering the answer beside the environments.
pub(super) fn environments(course: &Course, context: &Context) -> anyhow::Result<Environments> {
    environments_below(course, &course.root, context)
}

/// The same for a course that was laid out elsewhere: environments are kept with the course at `root`.
pub(super) fn environments_below(
    course: &Course,
    root: &Path,
    context: &Context,
) -> anyhow::Result<Environments> {
    let folder = context.settings.environments_of(root);
    let surroundings = Surroundings::from_process(context.settings.python.clone(), &context.settings.cwd);
    let interpreter = python::discover_cached(course.python, &surroundings, &folder)?;
    Ok(Environments::new(course, interpreter, folder, &surroundings))
}

/// A runner that can judge `exercises`; makes environments that are missing, with a progress bar.
///
/// Several exercises get warm workers, unless the user wants none. A server takes as long to start as one cold run, so a
/// single exercise runs cold, unless its check has many runs.
///
/// # Errors
/// When an environment cannot be made.
pub(super) fn runner(
    environments: &Environments,
    exercises: &[&Exercise],
    context: &Context,
) -> anyhow::Result<Box<dyn Runner>> {
    let has_versions = |exercise: &&Exercise| {
        exercise.checks.iter().any(|check| matches!(check.kind, CheckKind::Mutants(_)))
    };
    let cold = cold(environments, exercises, context, &mut Told::Bar)?;
    let is_worth_it = exercises.len() > 1 || exercises.iter().any(has_versions);
    Ok(if is_worth_it { warmed(cold, context) } else { Box::new(cold) })
}

/// A runner for many jobs, whichever exercises they belong to.
///
/// # Errors
/// When an environment cannot be made.
pub(super) fn runner_of_many(
    environments: &Environments,
    exercises: &[&Exercise],
    context: &Context,
) -> anyhow::Result<Box<dyn Runner>> {
    Ok(warmed(cold(environments, exercises, context, &mut Told::Bar)?, context))
}

/// The same for someone who will judge again and again: warm however few the exercises are, unless the user forbids it.
/// What goes on while an environment is made is told in words.
pub(super) fn lasting_runner(
    environments: &Environments,
    exercises: &[&Exercise],
    context: &Context,
    tell: &mut dyn FnMut(Text),
) -> anyhow::Result<Box<dyn Runner>> {
    Ok(warmed(cold(environments, exercises, context, &mut Told::Words(tell))?, context))
}

/// Interpreters that are kept waiting, unless the user forbids it: forked where the system can fork, a pool elsewhere.
fn warmed(cold: Cold, context: &Context) -> Box<dyn Runner> {
    let settings = &context.settings;
    if settings.isolation == Isolation::Cold {
        return Box::new(cold);
    }
    #[cfg(unix)]
    if !settings.without_fork {
        return Box::new(Warm::new(cold));
    }
    Box::new(Pool::new(cold))
}

/// How the making of an environment is told.
enum Told<'a> {
    /// With a bar on the error stream.
    Bar,
    /// In words, to someone who owns the screen.
    Words(&'a mut dyn FnMut(Text)),
}

fn cold(
    environments: &Environments,
    exercises: &[&Exercise],
    context: &Context,
    told: &mut Told<'_>,
) -> anyhow::Result<Cold> {
    if !exercises.is_empty() {
        scratch::sweep();
    }
    let version = environments.interpreter().release();
    let wanted: BTreeSet<BTreeSet<GroupName>> = exercises
        .iter()
        .filter(|exercise| exercise.python.is_none_or(|range| range.contains(version)))
        .map(|exercise| exercise.groups.clone())
        .collect();
    let mut pythons = BTreeMap::new();
    let mut preload = BTreeMap::new();
    for groups in wanted {
        preload.insert(groups.clone(), environments.preload(&groups));
        let python = prepare(environments, &groups, context, told)?;
        pythons.insert(groups, python);
    }
    let supervisor = supervisor()?;
    let python = pythons.values().next().map(PathBuf::as_path);
    let sandbox = isolation::sandbox(python, &supervisor, environments.folder(), context)?;
    let cold = Cold::new(pythons, version, supervisor);
    let cold = cold.with_preload(preload).with_headers(environments.interpreter().include.clone());
    Ok(if context.settings.without_fork { cold.unsupervised() } else { cold.within(sandbox) })
}

/// What workers must not preload, of what groups ask for. Only environments that are there are looked at.
#[cfg(unix)]
pub(super) fn unfit(
    course: &Course,
    environments: &Environments,
    context: &Context,
) -> anyhow::Result<BTreeSet<Unfit>> {
    let is_there = |exercise: &&Exercise| environments.find(&exercise.groups).is_some();
    let asks = |exercise: &&Exercise| !environments.preload(&exercise.groups).is_empty();
    let exercises: Vec<&Exercise> = course.exercises().filter(asks).filter(is_there).collect();
    if exercises.is_empty() || context.settings.without_fork {
        return Ok(BTreeSet::new());
    }
    Ok(Warm::new(cold(environments, &exercises, context, &mut Told::Bar)?).unfit())
}

/// Nothing is forked here, and so nothing preloaded.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "as on Unix")]
pub(super) fn unfit(_: &Course, _: &Environments, _: &Context) -> anyhow::Result<BTreeSet<Unfit>> {
    Ok(BTreeSet::new())
}

/// The sandbox that holds here, tried with the interpreter that environments are made from.
pub(super) fn sandbox(environments: &Environments, context: &Context) -> Sandbox {
    let python = &environments.interpreter().executable;
    let folder = environments.folder();
    let found = supervisor()
        .ok()
        .and_then(|supervisor| isolation::sandbox(Some(python), &supervisor, folder, context).ok());
    found.unwrap_or_default()
}

fn prepare(
    environments: &Environments,
    groups: &BTreeSet<GroupName>,
    context: &Context,
    told: &mut Told<'_>,
) -> anyhow::Result<PathBuf> {
    if let Some(ready) = environments.find(groups) {
        return Ok(ready.python);
    }
    let names: Vec<&str> = groups.iter().map(GroupName::as_str).collect();
    let title = said!("python-environment", groups = names.join("+"));
    let made = match told {
        Told::Bar => {
            let terminal = context.settings.progress.then_some(context.settings.stderr_width);
            let about = about(environments.interpreter(), context);
            let bar = Setup::start(
                title.by(context.settings.language),
                &about,
                terminal,
                context.settings.language,
            );
            let mut step = |step: Step| bar.step(&words(&step).by(context.settings.language), share(&step));
            let made = environments.prepare(groups, &mut step, &context.cancel);
            bar.finish();
            made
        }
        Told::Words(tell) => {
            let mut step =
                |step: Step| tell(said!("at-a-step", what = title.clone(), step = words(&step)).into());
            environments.prepare(groups, &mut step, &context.cancel)
        }
    };
    Ok(made?.python)
}

/// The Python of the environment that `exercise` needs; made when it is missing.
pub(super) fn python(course: &Course, exercise: &Exercise, context: &Context) -> anyhow::Result<PathBuf> {
    prepare(&environments(course, context)?, &exercise.groups, context, &mut Told::Bar)
}

fn about(interpreter: &Interpreter, context: &Context) -> String {
    let place = interpreter.executable.display().to_string();
    say!(context, "python-at", version = &interpreter.version_text, place = place)
}

fn words(step: &Step) -> Said {
    match step {
        Step::Waiting => said!("step-waiting"),
        Step::CreatingVenv => said!("step-creating"),
        Step::Installing { packages } => said!("step-installing", packages = *packages),
        Step::Compiling => said!("step-compiling"),
        Step::FetchingUv => said!("step-fetching-uv"),
        Step::Done => said!("step-done"),
    }
}

/// How far a step is on the way, in percent: by what the steps usually take.
fn share(step: &Step) -> u64 {
    match step {
        Step::Waiting => 0,
        Step::CreatingVenv => 5,
        Step::Installing { .. } => 20,
        Step::Compiling => 60,
        Step::FetchingUv => 90,
        Step::Done => 100,
    }
}

/// prolings itself, to be started as a supervisor.
fn supervisor() -> anyhow::Result<PathBuf> {
    // On Linux this name works even when the binary was replaced while it runs.
    let own = PathBuf::from("/proc/self/exe");
    if cfg!(target_os = "linux") && own.exists() { Ok(own) } else { Ok(std::env::current_exe()?) }
}
