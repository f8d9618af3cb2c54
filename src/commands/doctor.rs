//! `prolings doctor`: which Python is used and why, which environments there are, what is missing.

use std::collections::BTreeSet;

use super::workplace::load_for_learner;
use super::{Context, engine, isolation, print_json};
use crate::cli::args;
use crate::error::{Errors, ExitStatus};
use crate::language::{Language, Text};
use crate::model::course::{Course, PythonRange, PythonVersion, Unfit};
use crate::model::isolation::Layer;
use crate::model::limits::ByteSize;
use crate::model::names::GroupName;
use crate::python::{self, Condition, Environments, Interpreter, Listed, Packaging, Surroundings, Survey};
use crate::report::terminal::doctor::{self, Diagnosis, Finding, Health, Section};
use crate::run::sandbox::Sandbox;

/// Looks at everything, without making or mending anything. A broken course does not keep it from looking at the rest.
pub(super) fn doctor(args: &args::Doctor, context: &Context) -> anyhow::Result<ExitStatus> {
    let course = load_for_learner(context);
    let range = course.as_ref().map_or(OLDEST, |(course, _)| course.python);
    let surroundings = Surroundings::from_process(context.settings.python.clone(), &context.settings.cwd);
    let language = if args.json { Language::ENGLISH } else { context.settings.language };
    let survey = python::survey(range, &surroundings);
    let mut diagnosis =
        Diagnosis { sections: vec![about_prolings(), about_python(&survey, range, language)] };
    match &course {
        Ok((course, notices)) => {
            if let Ok(interpreter) = &survey.chosen {
                let folder = context.settings.environments_of(&course.root);
                let environments = Environments::new(course, interpreter.clone(), folder, &surroundings);
                let mut section = about_environments(course, &environments);
                section
                    .findings
                    .extend(engine::unfit(course, &environments, context)?.into_iter().map(unfit));
                diagnosis.sections.push(section);
                diagnosis.sections.push(about_isolation(&environments, context));
            }
            diagnosis.sections.push(about_course(course, notices, language));
        }
        Err(error) => diagnosis.sections.push(broken_course(error)),
    }
    diagnosis.sections.push(about_programs(&surroundings));
    if args.json {
        print_json(context, &diagnosis)?;
    } else {
        doctor::write(&mut context.out(), context.style(), &diagnosis)?;
    }
    Ok(if diagnosis.problems() == 0 { ExitStatus::Success } else { ExitStatus::Error })
}

/// What prolings itself needs, where no course says more.
const OLDEST: PythonRange = PythonRange { from: PythonVersion { major: 3, minor: 11 }, below: None };

fn finding(health: Health, name: impl Into<String>, details: Vec<String>) -> Finding {
    Finding { health, name: name.into(), details }
}

fn about_prolings() -> Section {
    let system = format!("{} on {}", std::env::consts::OS, std::env::consts::ARCH);
    Section {
        title: format!("prolings {}", env!("CARGO_PKG_VERSION")),
        findings: vec![finding(Health::Ok, system, Vec::new())],
    }
}

/// Each layer of the sandbox, as it was found to hold with the Python that jobs use.
fn about_isolation(environments: &Environments, context: &Context) -> Section {
    let title = "isolation of programs".to_owned();
    if !cfg!(target_os = "linux") {
        let what = "best effort here: programs are ended as a group, and there is no sandbox";
        let details = vec!["judge only programs that you trust".to_owned()];
        return Section { title, findings: vec![finding(Health::Note, what, details)] };
    }
    let kept =
        "what a program leaves running is ended; time, memory, processes, files and output are limited";
    let mut findings = vec![finding(Health::Ok, "limits", vec![kept.to_owned()])];
    let sandbox = engine::sandbox(environments, context);
    findings.extend(isolation::possible().map(|layer| {
        if sandbox.active().contains(&layer) {
            let mut details = vec![layer.protects().to_owned()];
            if layer == Layer::Pid {
                details.push(about_proc(&sandbox).to_owned());
            }
            finding(Health::Ok, layer.name(), details)
        } else {
            finding(Health::Note, format!("no {layer}"), vec![layer.without().to_owned()])
        }
    }));
    Section { title, findings }
}

/// What jobs see of processes in files.
fn about_proc(sandbox: &Sandbox) -> &'static str {
    if sandbox.has_own_proc() {
        "their /proc can be read, and shows nothing but these"
    } else {
        "they have no /proc: one of their own cannot be made here"
    }
}

fn about_python(survey: &Survey, range: PythonRange, language: Language) -> Section {
    let mut findings = Vec::new();
    match &survey.chosen {
        Ok(chosen) => findings.push(chosen_python(chosen)),
        Err(error) => {
            let details =
                [&error.why, &error.help].into_iter().flatten().map(|text| text.by(language)).collect();
            findings.push(finding(Health::Problem, error.what.by(language), details));
        }
    }
    for refused in &survey.refused {
        let version = refused.version.as_deref().map(|version| format!(" ({version})")).unwrap_or_default();
        let name = format!("{}{version}", refused.program.display());
        findings.push(finding(Health::Note, name, vec![format!("not taken: {}", refused.why)]));
    }
    Section { title: format!("Python {range}"), findings }
}

fn chosen_python(chosen: &Interpreter) -> Finding {
    let mut details = vec![chosen.reason.clone()];
    if chosen.packaging != Packaging::Complete {
        details.push("it lacks venv or ensurepip: environments need uv then".to_owned());
    }
    finding(Health::Ok, format!("{} at {}", chosen.version_text, chosen.executable.display()), details)
}

fn about_environments(course: &Course, environments: &Environments) -> Section {
    let needed: BTreeSet<BTreeSet<GroupName>> =
        course.exercises().map(|exercise| exercise.groups.clone()).collect();
    let mut findings: Vec<Finding> = needed
        .iter()
        .map(|groups| match environments.find(groups) {
            Some(ready) => {
                let size = format!("{} packages, {}, {}", ready.packages, ready.size, ready.folder.display());
                finding(Health::Ok, names(groups), vec![size])
            }
            None => finding(Health::Later, names(groups), vec!["made when an exercise needs it".to_owned()]),
        })
        .collect();
    findings.extend(environments.list().iter().filter_map(leftover));
    Section { title: "environments".to_owned(), findings }
}

fn unfit(unfit: Unfit) -> Finding {
    let what = format!("`{}` is not preloaded: {}", unfit.module, unfit.why);
    finding(Health::Note, what, vec!["each exercise that uses it imports it for itself".to_owned()])
}

/// An environment that is of no use any more.
fn leftover(listed: &Listed) -> Option<Finding> {
    let why = match listed.condition {
        Condition::Ready => return None,
        Condition::Outdated => {
            "of another Python or other locks: no longer used, `prolings clean` removes it"
        }
        Condition::InterpreterGone => "its Python is gone: it is made anew when it is needed",
        Condition::HalfMade => "half-made: it is made anew when it is needed",
        Condition::InTheMaking => "another prolings is making it right now",
    };
    let place = format!("{}, {}", ByteSize(listed.size.0), listed.folder.display());
    Some(finding(Health::Note, names(&listed.groups), vec![why.to_owned(), place]))
}

fn names(groups: &BTreeSet<GroupName>) -> String {
    groups.iter().map(GroupName::as_str).collect::<Vec<_>>().join("+")
}

fn about_course(course: &Course, notices: &[Text], language: Language) -> Section {
    let count = format!("{} exercises in {} topics", course.exercises().count(), course.topics.len());
    let place = course.root.display().to_string();
    let mut findings = vec![finding(Health::Ok, count, vec![place])];
    let needs: BTreeSet<&str> =
        course.exercises().flat_map(|exercise| exercise.needs.iter().map(String::as_str)).collect();
    if !needs.is_empty() {
        let list = needs.into_iter().collect::<Vec<_>>().join(", ");
        let why = "where one is missing, exercises that need it are skipped, with the reason".to_owned();
        findings.push(finding(Health::Note, format!("some exercises need {list}"), vec![why]));
    }
    findings.extend(notices.iter().map(|notice| finding(Health::Note, notice.by(language), Vec::new())));
    Section { title: format!("course: {}", course.title), findings }
}

fn broken_course(error: &anyhow::Error) -> Section {
    let details = match error.downcast_ref::<Errors>() {
        Some(errors) => errors.iter().map(|error| error.to_string()).collect(),
        None => vec![format!("{error:#}")],
    };
    let findings = vec![finding(Health::Problem, "the course cannot be used", details)];
    Section { title: "course".to_owned(), findings }
}

fn about_programs(surroundings: &Surroundings) -> Section {
    let program = |name: &str, found: &str, missing: &str| match surroundings.on_path(name).next() {
        Some(path) => finding(Health::Ok, format!("{name} at {}", path.display()), vec![found.to_owned()]),
        None => finding(Health::Note, format!("no {name} on PATH"), vec![missing.to_owned()]),
    };
    Section {
        title: "programs".to_owned(),
        findings: vec![
            program("uv", "makes environments quickly", "environments are made with pip, which takes longer"),
            program(
                "git",
                "tells starters from your work",
                "starters are known from when prolings first saw them",
            ),
        ],
    }
}
