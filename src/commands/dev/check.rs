//! `prolings dev check`: proves that exercises are sound.
//!
//! What can be seen without running anything is looked at each time; what takes runs is proved once and remembered for
//! as long as nothing changes that it rests on.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::Finding;
use super::prove::{Proved, Prover};
use super::{changed, files, prose, tools};
use crate::cli::args;
use crate::cli::settings::workers;
use crate::commands::memory::{Machine, this_build};
use crate::commands::workplace::load_course;
use crate::commands::{Context, engine, isolation, print_json};
use crate::error::ExitStatus;
use crate::language::{Text, said};
use crate::model::course::{Course, Unfit};
use crate::model::exercise::Exercise;
use crate::model::names::{ExerciseName, GroupName};
use crate::model::split::SplitNote;
use crate::parallel;
use crate::plan::selection;
use crate::progress::{Kept, ProofKey, Proofs};
use crate::python::Environments;
use crate::report::terminal::proof::{self, Proof, Rule};

/// Exercises that are proved together.
const BATCH: usize = 16;

/// Looks at the chosen exercises, runs what was not proved yet, and reports all findings.
pub(super) fn check(args: &args::DevCheck, context: &Context) -> anyhow::Result<ExitStatus> {
    let start = std::time::Instant::now();
    let course = load_course(context)?;
    let exercises = chosen(args, &course, context)?;
    let environments = engine::environments(&course, context)?;
    let memory = Memory::new(&course, &exercises, &environments, args, context);
    let find = |exercise: &&Exercise| Some((exercise.name.clone(), memory.find(exercise)?));
    let known: BTreeMap<ExerciseName, Kept> =
        if args.no_cache { BTreeMap::new() } else { exercises.iter().filter_map(find).collect() };
    let unproved: Vec<&Exercise> =
        exercises.iter().copied().filter(|exercise| !known.contains_key(&exercise.name)).collect();
    let mut proved = prove(&unproved, &course, &environments, &memory, args, context)?;
    let (mut findings, unchecked) = looked(&exercises, &course, &environments);
    findings.extend(preload(&course, &environments, context)?);
    findings.append(&mut proved.findings);
    let is_sound = |exercise: &Exercise| {
        let is_proved = proved.done.contains(&exercise.name) || known.contains_key(&exercise.name);
        is_proved && findings.iter().all(|finding| finding.about != exercise.name.as_str())
    };
    let split = notes(&exercises, std::mem::take(&mut proved.split), &known);
    let proof = Proof {
        exercises: exercises.len(),
        sound: exercises.iter().filter(|exercise| is_sound(exercise)).count(),
        unchanged: known.len(),
        runs: proved.runs,
        skipped: proved
            .skipped
            .iter()
            .map(|(name, reason)| said!("proof-skipped", exercise = name.as_str(), reason = reason).into())
            .collect(),
        unchecked,
        split,
        findings: in_order(findings, &course).into_iter().map(Finding::shown).collect(),
        seconds: start.elapsed().as_secs_f64(),
    };
    if args.json {
        print_json(context, &proof)?;
    } else {
        proof::write(&mut context.out(), context.style(), &proof)?;
    }
    let status = if proof.findings.is_empty() { ExitStatus::Success } else { ExitStatus::Failure };
    Ok(context.unless_interrupted(status))
}

/// Runs what was not proved yet, a few exercises at a time, so that someone who stops a long proof goes on from there.
fn prove(
    unproved: &[&Exercise],
    course: &Course,
    environments: &Environments,
    memory: &Memory,
    args: &args::DevCheck,
    context: &Context,
) -> anyhow::Result<Proved> {
    let mut proved = Proved::default();
    if unproved.is_empty() {
        return Ok(proved);
    }
    // An exercise has many targets: workers pay for a single one.
    let runner = engine::runner_of_many(environments, unproved, context)?;
    let (workers, repeat) = (workers(args.jobs), args.repeat.get());
    let prover = Prover { course, runner: runner.as_ref(), workers, repeat, context };
    for batch in unproved.chunks(BATCH) {
        let part = prover.prove(batch)?;
        if !context.cancel.is_cancelled() {
            memory.keep(batch, &part);
        }
        proved.add(part);
    }
    Ok(proved)
}

fn chosen<'c>(
    args: &args::DevCheck,
    course: &'c Course,
    context: &Context,
) -> anyhow::Result<Vec<&'c Exercise>> {
    let exercises: Vec<&Exercise> = if args.wanted.is_empty() {
        course.exercises().collect()
    } else {
        selection::select(course, &args.wanted, &context.settings.cwd)?
    };
    Ok(match &args.changed_since {
        Some(reference) => changed::changed(exercises, course, reference)?,
        None => exercises,
    })
}

/// What is found without running anything of the course, and what could not be looked at.
fn looked(
    exercises: &[&Exercise],
    course: &Course,
    environments: &Environments,
) -> (Vec<Finding>, Vec<Text>) {
    let each = parallel::map(exercises, |exercise| {
        let mut findings = files::missing(exercise, course);
        findings.extend(files::hiding(exercise, environments.find(&exercise.groups).as_ref()));
        findings.extend(files::placeholders(exercise, course));
        findings.extend(prose::of_exercise(exercise, course));
        findings
    });
    let mut findings: Vec<Finding> = each.into_iter().flatten().collect();
    let topics = course.topics.iter().filter(|topic| exercises.iter().any(|e| e.topic == topic.name));
    findings.extend(topics.flat_map(|topic| prose::of_topic(topic, course)));
    let quality: BTreeSet<GroupName> = ["core", "quality"].map(GroupName::new).into();
    let ruff = environments.find(&quality).map(|environment| environment.program("ruff"));
    let mut tools = tools::look(exercises, course, ruff);
    findings.append(&mut tools.findings);
    (findings, tools.unchecked)
}

/// What groups ask to be preloaded and must not be.
fn preload(course: &Course, environments: &Environments, context: &Context) -> anyhow::Result<Vec<Finding>> {
    let unfit = engine::unfit(course, environments, context)?;
    let finding = |Unfit { module, why }: Unfit| {
        Finding::of_course(Rule::Preload, said!("not-to-be-preloaded", module = module, why = why))
    };
    Ok(unfit.into_iter().map(finding).collect())
}

/// In the order of the course, whatever was found first; a topic's before its exercises'.
fn in_order(mut findings: Vec<Finding>, course: &Course) -> Vec<Finding> {
    let topics = course.topics.iter();
    let names: Vec<&str> = topics
        .flat_map(|topic| {
            [topic.name.as_str()].into_iter().chain(topic.exercises.iter().map(|e| e.name.as_str()))
        })
        .collect();
    findings.sort_by_key(|finding| names.iter().position(|name| *name == finding.about));
    findings
}

/// How solutions fare with their tests apart, as it was found now or when they were proved; in the order of the course.
fn notes(
    exercises: &[&Exercise],
    now: Vec<SplitNote>,
    known: &BTreeMap<ExerciseName, Kept>,
) -> Vec<SplitNote> {
    let mut notes: Vec<SplitNote> = known.values().filter_map(|kept| kept.split.clone()).chain(now).collect();
    notes.sort_by_key(|note| exercises.iter().position(|exercise| exercise.name.as_str() == note.exercise));
    notes
}

/// What was proved before.
struct Memory {
    proofs: Proofs,
    /// The key of each exercise, by name.
    keys: Vec<(String, Option<ProofKey>)>,
}

impl Memory {
    fn new(
        course: &Course,
        exercises: &[&Exercise],
        environments: &Environments,
        args: &args::DevCheck,
        context: &Context,
    ) -> Self {
        let build = this_build();
        let settings = format!("{} repeat {}", isolation::settings(context), args.repeat);
        let machine = Machine::new(exercises, environments.interpreter().include.as_deref());
        let keys = parallel::map(exercises, |exercise| {
            let key = environments.key(&exercise.groups).and_then(|environment| {
                ProofKey::of(exercise, &[&build, &settings, &environment, &machine.describe(&exercise.needs)])
            });
            (exercise.name.to_string(), key)
        });
        Self { proofs: Proofs::of(&course.root), keys }
    }

    fn key(&self, exercise: &Exercise) -> Option<&ProofKey> {
        let found = self.keys.iter().find(|(name, _)| *name == exercise.name.as_str());
        found.and_then(|(_, key)| key.as_ref())
    }

    fn find(&self, exercise: &Exercise) -> Option<Kept> {
        self.key(exercise).and_then(|key| self.proofs.find(exercise, key))
    }

    /// Keeps the proofs of exercises of which every run was as it should be.
    fn keep(&self, exercises: &[&Exercise], proved: &Proved) {
        for exercise in exercises {
            let sound = !proved.skipped.contains_key(&exercise.name)
                && proved.findings.iter().all(|finding| finding.about != exercise.name.as_str());
            if let (true, Some(key)) = (sound, self.key(exercise)) {
                // Not being able to costs the next run some time, and nothing else.
                let time = proved.times.get(&exercise.name).copied().unwrap_or_default();
                let split = proved.split.iter().find(|note| note.exercise == exercise.name.as_str());
                let _ = self.proofs.keep(exercise, key, &Kept { time, split: split.cloned() });
            }
        }
    }
}
