//! What real tools say about an exercise's words and code: typos and ruff, each started once for all exercises.
//!
//! They read the course's own settings (`_typos.toml`, `ruff.toml`). A tool that this machine lacks is no finding, but
//! is said.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde::Deserialize;
use walkdir::WalkDir;

use super::finding::Finding;
use crate::language::{Said, Text, said};
use crate::model::course::Course;
use crate::model::exercise::{Exercise, Style};
use crate::report::terminal::proof::Rule;

/// What tools have found, and which of them are missing.
#[derive(Default)]
pub(super) struct Looked {
    pub(super) findings: Vec<Finding>,
    pub(super) unchecked: Vec<Text>,
}

/// Looks at words and code. `ruff` is the environment's, where there is one.
pub(super) fn look(exercises: &[&Exercise], course: &Course, ruff: Option<PathBuf>) -> Looked {
    let mut looked = Looked::default();
    if exercises.is_empty() {
        return looked;
    }
    match on_path("typos") {
        Some(typos) => spelling(&typos, exercises, course, &mut looked),
        None => looked.unchecked.push(said!("no-typos").into()),
    }
    match ruff.filter(|ruff| ruff.is_file()).or_else(|| on_path("ruff")) {
        Some(ruff) => style(&ruff, exercises, course, &mut looked),
        None => looked.unchecked.push(said!("no-ruff").into()),
    }
    looked
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path).map(|folder| folder.join(&file)).find(|place| place.is_file())
}

/// One line of `typos --format json`.
#[derive(Deserialize)]
struct Typo {
    path: String,
    #[serde(default)]
    line_num: usize,
    typo: String,
    #[serde(default)]
    corrections: Vec<String>,
}

fn spelling(typos: &Path, exercises: &[&Exercise], course: &Course, looked: &mut Looked) {
    let folders = exercises.iter().flat_map(|exercise| [&exercise.folder, &exercise.solution]);
    let folders = folders.filter(|folder| folder.is_dir());
    let mut command = Command::new(typos);
    command.args(["--format", "json", "--force-exclude", "--"]).args(folders);
    let Some(output) = run(&mut command, course, looked, spelling_failed) else { return };
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        // Other lines say which files were skipped.
        let Ok(found) = serde_json::from_str::<Typo>(line) else { continue };
        let Some((exercise, place)) = whose(&found.path, exercises, course) else { continue };
        let what = misspelt(&found.typo, &found.corrections);
        let what = said!("finding-at", what = what, place = format!("{place}:{}", found.line_num));
        looked.findings.push(Finding::new(exercise, Rule::Spelling, what));
    }
}

/// A word, with what it may have been meant to be.
fn misspelt(word: &str, corrections: &[String]) -> Said {
    let quoted = corrections.iter().map(|better| Text::from(format!("`{better}`")));
    let or = |first, second| Text::from(said!("either-or", first = first, second = second));
    match quoted.reduce(or) {
        Some(better) => said!("misspelt", word = word, better = better),
        None => said!("misspelt-somehow", word = word),
    }
}

/// One finding of `ruff check --output-format json`.
#[derive(Deserialize)]
struct Lint {
    filename: String,
    code: Option<String>,
    message: String,
    location: Location,
}

#[derive(Deserialize)]
struct Location {
    row: usize,
}

fn style(ruff: &Path, exercises: &[&Exercise], course: &Course, looked: &mut Looked) {
    let files: Vec<PathBuf> = exercises
        .iter()
        .filter(|exercise| exercise.style == Style::Checked)
        .flat_map(|exercise| [&exercise.folder, &exercise.solution])
        .flat_map(|folder| python_files(folder))
        .collect();
    if files.is_empty() {
        return;
    }
    let mut lint = Command::new(ruff);
    lint.args(["check", "--output-format", "json", "--force-exclude", "--no-cache", "--"]).args(&files);
    if let Some(output) = run(&mut lint, course, looked, style_failed) {
        let lints: Vec<Lint> = serde_json::from_slice(&output.stdout).unwrap_or_default();
        for lint in lints {
            let Some((exercise, place)) = whose(&lint.filename, exercises, course) else { continue };
            let code = lint.code.map(|code| format!("{code} ")).unwrap_or_default();
            let what = format!("ruff: {code}{}", lint.message);
            let place = format!("{place}:{}", lint.location.row);
            let what = said!("finding-at", what = what, place = place);
            looked.findings.push(Finding::new(exercise, Rule::Style, what));
        }
    }
    let mut format = Command::new(ruff);
    format.args(["format", "--check", "--force-exclude", "--no-cache", "--"]).args(&files);
    let Some(output) = run(&mut format, course, looked, style_failed) else { return };
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Some(path) = line.strip_prefix("Would reformat: ") else { continue };
        let Some((exercise, place)) = whose(path, exercises, course) else { continue };
        let what = said!("not-formatted", file = place);
        looked.findings.push(Finding::new(exercise, Rule::Style, what));
    }
}

/// The Python of a folder, without mistakes: these are wrong on purpose.
fn python_files(folder: &Path) -> Vec<PathBuf> {
    let mistakes = folder.join("mistakes");
    let walk =
        WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(|entry| entry.path() != mistakes);
    let files = walk.flatten().filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
    files.filter(|path| path.extension().is_some_and(|extension| extension == "py")).collect()
}

/// Runs a tool in the course's root. One that cannot do its work is said to be missing; findings are no such failure.
fn run(
    command: &mut Command,
    course: &Course,
    looked: &mut Looked,
    failed: fn(String, String) -> Said,
) -> Option<Output> {
    let output = command.current_dir(&course.root).env("NO_COLOR", "1").stdin(Stdio::null()).output();
    let why = match output {
        // 1 and 2 tell that something was found; ruff's 2 tells of a failure, with nothing on its output.
        Ok(output) if output.status.success() || !output.stdout.is_empty() => return Some(output),
        Ok(output) => String::from_utf8_lossy(&output.stderr).lines().next().unwrap_or_default().to_owned(),
        Err(error) => error.to_string(),
    };
    let tool = command.get_program().to_string_lossy().into_owned();
    looked.unchecked.push(failed(tool, why).into());
    None
}

fn spelling_failed(tool: String, why: String) -> Said {
    said!("spelling-failed", tool = tool, why = why)
}

fn style_failed(tool: String, why: String) -> Said {
    said!("style-failed", tool = tool, why = why)
}

/// The exercise that a path belongs to, and the path as it is shown.
fn whose<'e>(path: &str, exercises: &[&'e Exercise], course: &Course) -> Option<(&'e Exercise, String)> {
    let path = course.root.join(path);
    let real = path.canonicalize().unwrap_or_else(|_| path.clone());
    let lies_in = |folder: &PathBuf| {
        path.starts_with(folder) || folder.canonicalize().is_ok_and(|folder| real.starts_with(folder))
    };
    let exercise =
        exercises.iter().find(|exercise| lies_in(&exercise.folder) || lies_in(&exercise.solution))?;
    let root = course.root.canonicalize().unwrap_or_else(|_| course.root.clone());
    let shown = real.strip_prefix(&root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
    Some((exercise, shown))
}
