//! `prolings doctor`: which Python is used and why, which environments there are, what is missing.

use std::collections::BTreeSet;

use super::workplace::load_for_learner;
use super::{Context, engine, isolation, print_json};
use crate::cli::args;
use crate::error::{Errors, ExitStatus};
use crate::language::{Language, Said, Text, said, say};
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
    let mut diagnosis = Diagnosis {
        sections: vec![about_prolings(language, context), about_python(&survey, range, language)],
    };
    match &course {
        Ok((course, notices)) => {
            if let Ok(interpreter) = &survey.chosen {
                let folder = context.settings.environments_of(&course.root);
                let environments = Environments::new(course, interpreter.clone(), folder, &surroundings);
                let mut section = about_environments(course, &environments, language);
                let unfits = engine::unfit(course, &environments, context)?;
                section.findings.extend(unfits.iter().map(|found| unfit(found, language)));
                diagnosis.sections.push(section);
                diagnosis.sections.push(about_isolation(&environments, language, context));
            }
            diagnosis.sections.push(about_course(course, notices, language));
        }
        Err(error) => diagnosis.sections.push(broken_course(error, language)),
    }
    diagnosis.sections.push(about_programs(&surroundings, language));
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

fn about_prolings(language: Language, context: &Context) -> Section {
    let (os, machine) = (std::env::consts::OS, std::env::consts::ARCH);
    let system = say!(language, "doctor-system", system = os, machine = machine);
    Section {
        title: format!("prolings {}", env!("CARGO_PKG_VERSION")),
        findings: vec![finding(Health::Ok, system, Vec::new()), about_languages(language, context)],
    }
}

/// The languages that prolings speaks, and the one that was chosen.
fn about_languages(language: Language, context: &Context) -> Finding {
    let codes: Vec<&str> = Language::all().map(Language::code).collect();
    let chosen = say!(language, "language-chosen", code = context.settings.language.code());
    finding(Health::Ok, say!(language, "languages", codes = codes.join(", ")), vec![chosen])
}

/// Each layer of the sandbox, as it was found to hold with the Python that jobs use.
fn about_isolation(environments: &Environments, language: Language, context: &Context) -> Section {
    let title = say!(language, "doctor-isolation");
    if !cfg!(target_os = "linux") {
        let what = say!(language, "doctor-best-effort");
        let details = vec![say!(language, "doctor-best-effort.details")];
        return Section { title, findings: vec![finding(Health::Note, what, details)] };
    }
    let kept = say!(language, "doctor-limits.details");
    let mut findings = vec![finding(Health::Ok, say!(language, "doctor-limits"), vec![kept])];
    let sandbox = engine::sandbox(environments, context);
    findings.extend(isolation::possible().map(|layer| {
        if sandbox.active().contains(&layer) {
            let mut details = vec![layer.protects().by(language)];
            if layer == Layer::Pid {
                details.push(about_proc(&sandbox).by(language));
            }
            finding(Health::Ok, layer.name(), details)
        } else {
            let without = vec![layer.without().by(language)];
            finding(Health::Note, say!(language, "doctor-no-layer", layer = layer.name()), without)
        }
    }));
    Section { title, findings }
}

/// What jobs see of processes in files.
fn about_proc(sandbox: &Sandbox) -> Said {
    if sandbox.has_own_proc() { said!("layer-pid.proc") } else { said!("layer-pid.no-proc") }
}

fn about_python(survey: &Survey, range: PythonRange, language: Language) -> Section {
    let mut findings = Vec::new();
    match &survey.chosen {
        Ok(chosen) => findings.push(chosen_python(chosen, language)),
        Err(error) => {
            let details =
                [&error.why, &error.help].into_iter().flatten().map(|text| text.by(language)).collect();
            findings.push(finding(Health::Problem, error.what.by(language), details));
        }
    }
    for refused in &survey.refused {
        let version = refused.version.as_deref().map(|version| format!(" ({version})")).unwrap_or_default();
        let name = format!("{}{version}", refused.program.display());
        findings.push(finding(
            Health::Note,
            name,
            vec![say!(language, "doctor-not-taken", why = &refused.why)],
        ));
    }
    Section { title: format!("Python {range}"), findings }
}

fn chosen_python(chosen: &Interpreter, language: Language) -> Finding {
    let mut details = vec![chosen.reason.by(language)];
    if chosen.packaging != Packaging::Complete {
        details.push(say!(language, "doctor-no-venv"));
    }
    let place = chosen.executable.display().to_string();
    finding(Health::Ok, say!(language, "doctor-at", what = &chosen.version_text, place = place), details)
}

fn about_environments(course: &Course, environments: &Environments, language: Language) -> Section {
    let needed: BTreeSet<BTreeSet<GroupName>> =
        course.exercises().map(|exercise| exercise.groups.clone()).collect();
    let mut findings: Vec<Finding> = needed
        .iter()
        .map(|groups| match environments.find(groups) {
            Some(ready) => {
                let size = say!(
                    language,
                    "doctor-environment",
                    packages = ready.packages,
                    size = ready.size.to_string(),
                    folder = ready.folder.display().to_string(),
                );
                finding(Health::Ok, names(groups), vec![size])
            }
            None => finding(Health::Later, names(groups), vec![say!(language, "doctor-made-later")]),
        })
        .collect();
    findings.extend(environments.list().iter().filter_map(|listed| leftover(listed, language)));
    Section { title: say!(language, "doctor-environments"), findings }
}

fn unfit(unfit: &Unfit, language: Language) -> Finding {
    let what = say!(language, "doctor-not-preloaded", module = unfit.module.to_string(), why = unfit.said());
    finding(Health::Note, what, vec![say!(language, "doctor-not-preloaded.details")])
}

/// An environment that is of no use any more.
fn leftover(listed: &Listed, language: Language) -> Option<Finding> {
    let why = match listed.condition {
        Condition::Ready => return None,
        Condition::Outdated => say!(language, "doctor-outdated"),
        Condition::InterpreterGone => say!(language, "doctor-python-gone"),
        Condition::HalfMade => say!(language, "doctor-half-made"),
        Condition::InTheMaking => say!(language, "doctor-in-the-making"),
    };
    let place = format!("{}, {}", ByteSize(listed.size.0), listed.folder.display());
    Some(finding(Health::Note, names(&listed.groups), vec![why, place]))
}

fn names(groups: &BTreeSet<GroupName>) -> String {
    groups.iter().map(GroupName::as_str).collect::<Vec<_>>().join("+")
}

fn about_course(course: &Course, notices: &[Text], language: Language) -> Section {
    let (exercises, topics) = (course.exercises().count(), course.topics.len());
    let count = say!(language, "doctor-course-size", exercises = exercises, topics = topics);
    let place = course.root.display().to_string();
    let mut findings = vec![finding(Health::Ok, count, vec![place])];
    let needs: BTreeSet<&str> =
        course.exercises().flat_map(|exercise| exercise.needs.iter().map(String::as_str)).collect();
    if !needs.is_empty() {
        let list = needs.into_iter().collect::<Vec<_>>().join(", ");
        let why = say!(language, "doctor-needs.details");
        findings.push(finding(Health::Note, say!(language, "doctor-needs", needs = list), vec![why]));
    }
    findings.extend(notices.iter().map(|notice| finding(Health::Note, notice.by(language), Vec::new())));
    Section { title: say!(language, "doctor-course", title = &course.title), findings }
}

fn broken_course(error: &anyhow::Error, language: Language) -> Section {
    let details = match error.downcast_ref::<Errors>() {
        Some(errors) => errors.iter().map(|error| error.to_string()).collect(),
        None => vec![format!("{error:#}")],
    };
    let findings = vec![finding(Health::Problem, say!(language, "doctor-broken-course"), details)];
    Section { title: say!(language, "doctor-a-course"), findings }
}

fn about_programs(surroundings: &Surroundings, language: Language) -> Section {
    let program = |name: &str, found: Said, missing: Said| match surroundings.on_path(name).next() {
        Some(path) => {
            let place = path.display().to_string();
            let what = say!(language, "doctor-at", what = name, place = place);
            finding(Health::Ok, what, vec![found.by(language)])
        }
        None => {
            let what = say!(language, "doctor-not-on-path", name = name);
            finding(Health::Note, what, vec![missing.by(language)])
        }
    };
    Section {
        title: say!(language, "doctor-programs"),
        findings: vec![
            program("uv", said!("doctor-uv"), said!("doctor-uv.missing")),
            program("git", said!("doctor-git"), said!("doctor-git.missing")),
        ],
    }
}
