//! What can be seen to be wrong with an exercise without running anything: files that are missing or too many, names
//! that hide modules, and what is still to be written.

use std::collections::BTreeSet;
use std::path::Path;

use walkdir::WalkDir;

use super::finding::Finding;
use crate::discover;
use crate::language::{Said, said};
use crate::model::course::Course;
use crate::model::exercise::Exercise;
use crate::python::Environment;
use crate::report::terminal::proof::Rule;

/// What `prolings dev new` writes where only the author knows the words.
pub(super) const PLACEHOLDER: &str = "FILL IN";

/// The fewest hints that escalate: a nudge, a direction, nearly the answer.
const HINTS: usize = 3;

/// The fewest mistakes that an exercise foresees.
const MISTAKES: usize = 2;

/// The largest file that is looked through.
const MAX_TEXT: u64 = 1 << 20;

/// Files that are missing, and lists that are too short.
pub(super) fn missing(exercise: &Exercise, course: &Course) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut wanted = |path: &Path, what: fn(String) -> Said| {
        if !path.is_file() {
            findings.push(Finding::new(exercise, Rule::Files, what(course.shown_path(path))));
        }
    };
    wanted(&exercise.notes(), |file| said!("notes-missing", file = file));
    for path in &exercise.edit {
        wanted(&path.under(&exercise.folder), |file| said!("starter-file-missing", file = file));
        wanted(&path.under(&exercise.solution), |file| said!("solution-file-missing", file = file));
        for mistake in &exercise.mistakes {
            let path = path.under(&exercise.mistake_folder(&mistake.name));
            wanted(&path, |file| said!("mistake-file-missing", file = file));
        }
    }
    findings.extend(stray_mistakes(exercise, course));
    // A hint that is bound to a cause is for some.
    let number = exercise.hints.iter().filter(|hint| hint.when.is_none()).count();
    if number < HINTS {
        let text = said!("too-few-hints", number = number, least = HINTS);
        findings.push(Finding::new(exercise, Rule::Hints, text));
    }
    if exercise.mistakes.len() < MISTAKES {
        let number = exercise.mistakes.len();
        let text = said!("too-few-mistakes", number = number, least = MISTAKES);
        findings.push(Finding::new(exercise, Rule::Mistake, text));
    }
    findings
}

/// Folders under `mistakes/` that the manifest does not name would never be judged.
fn stray_mistakes(exercise: &Exercise, course: &Course) -> Vec<Finding> {
    let folder = exercise.solution.join("mistakes");
    let mut stray: Vec<String> = std::fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| exercise.mistakes.iter().all(|mistake| mistake.name != *name))
        .collect();
    stray.sort();
    let finding = |name: &String| {
        let place = course.shown_path(&folder.join(name));
        let what = said!("mistake-not-in-manifest", mistake = name, folder = place);
        Finding::new(exercise, Rule::Files, what)
    };
    stray.iter().map(finding).collect()
}

/// Protected files that would be imported in place of a module of that name. The learner's own are refused at once,
/// when the course is loaded.
pub(super) fn hiding(exercise: &Exercise, environment: Option<&Environment>) -> Vec<Finding> {
    let installed = environment.map(installed).unwrap_or_default();
    let mut findings = Vec::new();
    let mut seen = BTreeSet::new();
    for file in &exercise.protected {
        let top = file.as_str().split('/').next().unwrap_or_default();
        let is_module = file.as_str().ends_with(".py");
        let name = top.strip_suffix(".py").unwrap_or(top);
        if !is_module || !seen.insert(name) {
            continue;
        }
        let hidden = match discover::shadowed(file) {
            Some(module) => said!("hides-module", file = file.as_str(), module = module),
            None if installed.contains(name) => said!("hides-package", file = file.as_str(), package = name),
            None => continue,
        };
        findings.push(Finding::new(exercise, Rule::Modules, hidden));
    }
    findings
}

/// The modules and packages that an environment's packages bring.
fn installed(environment: &Environment) -> BTreeSet<String> {
    let unix = std::fs::read_dir(environment.folder.join("lib")).into_iter().flatten().flatten();
    let folders = unix.map(|entry| entry.path().join("site-packages"));
    let folders = folders.chain([environment.folder.join("Lib/site-packages")]);
    let entries = folders.flat_map(|folder| std::fs::read_dir(folder).into_iter().flatten().flatten());
    let name = |entry: std::fs::DirEntry| {
        let name = entry.file_name().into_string().ok()?;
        let module = name.strip_suffix(".py").unwrap_or(&name);
        let is_name = !module.starts_with('_') && !module.contains(['.', '-']);
        is_name.then(|| module.to_owned())
    };
    entries.filter_map(name).collect()
}

/// What `prolings dev new` has left to the author.
pub(super) fn placeholders(exercise: &Exercise, course: &Course) -> Vec<Finding> {
    let mut findings = Vec::new();
    for folder in [&exercise.folder, &exercise.solution] {
        let files = WalkDir::new(folder).sort_by_file_name().into_iter().flatten();
        for entry in files.filter(|entry| entry.file_type().is_file()) {
            let small = entry.metadata().is_ok_and(|metadata| metadata.len() <= MAX_TEXT);
            let Some(text) = small.then(|| std::fs::read_to_string(entry.path()).ok()).flatten() else {
                continue;
            };
            for (index, line) in text.lines().enumerate() {
                let Some((_, wanted)) = line.split_once(PLACEHOLDER) else { continue };
                let wanted = wanted.trim().trim_end_matches(['"', '\'', '.', ')', ',']);
                let place = format!("{}:{}", course.shown_path(entry.path()), index + 1);
                let what =
                    said!("finding-at", what = said!("still-to-write", wanted = wanted), place = place);
                findings.push(Finding::new(exercise, Rule::Placeholder, what));
            }
        }
    }
    findings
}
