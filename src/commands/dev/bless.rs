//! `prolings dev bless NAME`: writes what the solution decides, test ids and expected output, after showing what changes.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

use crate::cli::args;
use crate::commands::workplace::load_course_to_lock;
use crate::commands::{Context, engine};
use crate::discover::locks;
use crate::error::{ExitStatus, Place, UserError};
use crate::judge::{self, diff};
use crate::language::{Said, said, say};
use crate::model::check::{Check, CheckKind, OutputCheck, PytestCheck};
use crate::model::course::Course;
use crate::model::execution::{Ending, Execution};
use crate::model::exercise::Exercise;
use crate::model::job::Target;
use crate::model::names::TestId;
use crate::model::record::Record;
use crate::plan::{jobs, selection};
use crate::progress::atomic;
use crate::report::terminal::blessing;

/// Runs every check that something is locked for on the solution, shows what changes, and writes it.
pub(super) fn bless(args: &args::DevBless, context: &Context) -> anyhow::Result<ExitStatus> {
    let course = load_course_to_lock(context)?;
    let exercise = selection::select_one(&course, &args.name, &context.settings.cwd)?;
    let environments = engine::environments(&course, context)?;
    let runner = engine::runner(&environments, &[exercise], context)?;
    let manifest = exercise.folder.join("exercise.yaml");
    let mut blessing = Blessing {
        course: &course,
        exercise,
        before: std::fs::read_to_string(&manifest)?,
        text: std::fs::read_to_string(&manifest)?,
        files: BTreeMap::new(),
        locked: 0,
        scripts: BTreeMap::new(),
    };
    for (check, job) in exercise.checks.iter().zip(jobs::jobs(exercise, &Target::Solution)) {
        match &check.kind {
            CheckKind::Pytest(suite) => {
                blessing.suite(suite, &runner.run(&job, &context.cancel), context)?;
            }
            CheckKind::Output(output) => {
                blessing.output(check, output, &runner.run(&job, &context.cancel), context)?;
            }
            _ => {}
        }
    }
    if context.cancel.is_cancelled() {
        return Ok(ExitStatus::Interrupted);
    }
    blessing.write(&manifest, args.dry_run, context)?;
    Ok(ExitStatus::Success)
}

/// What is to be written.
struct Blessing<'a> {
    course: &'a Course,
    exercise: &'a Exercise,
    /// The manifest as it is, and as it is to be.
    before: String,
    text: String,
    /// Files of expected output.
    files: BTreeMap<PathBuf, Vec<u8>>,
    /// Checks that something is locked for.
    locked: usize,
    /// How many `output` checks of each script have been seen.
    scripts: BTreeMap<String, usize>,
}

impl Blessing<'_> {
    fn suite(&mut self, suite: &PytestCheck, execution: &Execution, context: &Context) -> anyhow::Result<()> {
        let ids = collected(self.course, self.exercise, suite, execution)?;
        let mut out = context.out();
        for id in ids.iter().filter(|id| !suite.tests.contains(id)) {
            writeln!(out, "+ {id}")?;
        }
        for id in suite.tests.iter().filter(|id| !ids.contains(id)) {
            writeln!(out, "- {id}")?;
        }
        let written = locks::with_tests(&self.text, suite.file.as_str(), &ids);
        self.text = written.ok_or_else(|| self.nowhere(&format!("pytest: {}", suite.file)))?;
        self.locked += 1;
        Ok(())
    }

    fn output(
        &mut self,
        check: &Check,
        output: &OutputCheck,
        execution: &Execution,
        context: &Context,
    ) -> anyhow::Result<()> {
        self.locked += 1;
        let script = output.script.as_str();
        let seen = self.scripts.entry(script.to_owned()).or_default();
        let number = *seen;
        *seen += 1;
        let is_missing = locks::lacks_stdout(&self.text, script, number);
        if judge::judge(self.exercise, check, execution).is_passed() && !is_missing {
            return Ok(());
        }
        let printed = self.printed(output, execution)?;
        let place = match &output.stdout_file {
            Some(file) => self.course.shown_path(&file.under(&self.exercise.folder)),
            None => say!(context, "bless-stdout", manifest = self.shown_manifest(), script = script),
        };
        blessing::output(&mut context.out(), context.style(), &place, &diff::diff(&output.stdout, &printed))?;
        if let Some(file) = &output.stdout_file {
            self.files.insert(file.under(&self.exercise.folder), printed);
            return Ok(());
        }
        let text = String::from_utf8(printed).map_err(|_| {
            self.refusal(said!("bless-not-utf8", script = script))
                .why(said!("bless-not-utf8.why"))
                .help(said!("bless-not-utf8.help"))
        })?;
        let written = locks::with_stdout(&self.text, script, number, &text);
        self.text = written.ok_or_else(|| self.nowhere(&format!("output: {script}")))?;
        Ok(())
    }

    /// What the solution printed, if that is worth being expected.
    fn printed(&self, output: &OutputCheck, execution: &Execution) -> Result<Vec<u8>, UserError> {
        let script = output.script.as_str();
        let name = self.exercise.name.as_str();
        if execution.ending != Ending::Exited(output.exit_code) || !execution.stdout.is_whole() {
            return Err(self
                .refusal(said!("bless-bad-end", script = script))
                .why(said!("bless-bad-end.why", code = output.exit_code))
                .help(said!("bless-bad-end.help", exercise = name)));
        }
        if output.compare.pattern {
            return Err(self
                .refusal(said!("bless-patterns", script = script))
                .why(said!("bless-patterns.why"))
                .help(said!("bless-patterns.help", exercise = name)));
        }
        Ok(execution.stdout.bytes())
    }

    fn refusal(&self, what: Said) -> UserError {
        UserError::new(what).at(Place::path(self.course.shown_path(&self.exercise.solution)))
    }

    fn nowhere(&self, check: &str) -> UserError {
        UserError::new(said!("bless-nowhere", check = check))
            .at(Place::path(self.shown_manifest()))
            .why(said!("bless-nowhere.why"))
            .help(said!("bless-nowhere.help", check = check))
    }

    fn shown_manifest(&self) -> String {
        self.course.shown_path(&self.exercise.folder.join("exercise.yaml"))
    }

    fn write(&self, manifest: &std::path::Path, dry_run: bool, context: &Context) -> anyhow::Result<()> {
        let mut out = context.out();
        let mut changes: Vec<(PathBuf, &[u8])> =
            self.files.iter().map(|(path, content)| (path.clone(), content.as_slice())).collect();
        if self.text != self.before {
            changes.push((manifest.to_path_buf(), self.text.as_bytes()));
        }
        if self.locked == 0 {
            let name = self.exercise.name.as_str();
            writeln!(out, "{}", say!(context, "bless-nothing", exercise = name))?;
        } else if changes.is_empty() {
            writeln!(out, "{}", say!(context, "bless-up-to-date", file = self.shown_manifest()))?;
        }
        for (path, content) in changes {
            let shown = self.course.shown_path(&path);
            if dry_run {
                writeln!(out, "{}", say!(context, "bless-would-write", file = shown))?;
                continue;
            }
            atomic::replace(&path, content)?;
            writeln!(out, "{}", say!(context, "bless-written", file = shown))?;
        }
        Ok(())
    }
}

/// The ids of a run in which the solution passed everything: others are not worth locking.
fn collected(
    course: &Course,
    exercise: &Exercise,
    suite: &PytestCheck,
    execution: &Execution,
) -> Result<Vec<TestId>, UserError> {
    let ids = execution.records.iter().find_map(|record| match record {
        Record::Collected { tests } => Some(tests.iter().map(TestId::new).collect::<Vec<_>>()),
        _ => None,
    });
    let clean = execution.records.iter().any(|record| matches!(record, Record::Finished { status: 0 }));
    match ids {
        Some(ids) if clean && !ids.is_empty() => Ok(ids),
        _ => {
            let (name, file) = (exercise.name.as_str(), suite.file.as_str());
            Err(UserError::new(said!("bless-tests-fail", exercise = name, file = file))
                .at(Place::path(course.shown_path(&exercise.solution)))
                .why(said!("bless-tests-fail.why"))
                .help(said!("bless-tests-fail.help", exercise = name)))
        }
    }
}
