//! Which exercises a user means: by name, topic, path or glob, or by what they have started.

use std::path::{Component, Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};

use crate::error::{Errors, UserError, did_you_mean};
use crate::language::said;
use crate::model::course::Course;
use crate::model::exercise::Exercise;

/// The exercises that `wanted` names, in teaching order. `cwd` is where relative paths start.
///
/// # Errors
/// One for each text that names nothing.
pub fn select<'c>(course: &'c Course, wanted: &[String], cwd: &Path) -> Result<Vec<&'c Exercise>, Errors> {
    let mut unknown = Vec::new();
    let mut chosen = vec![false; course.exercises().count()];
    for text in wanted {
        let matched: Vec<bool> = matches(course, text, cwd);
        if !matched.contains(&true) {
            unknown.push(nothing_named(course, text));
        }
        for (chosen, matched) in chosen.iter_mut().zip(matched) {
            *chosen |= matched;
        }
    }
    Errors::check(unknown)?;
    Ok(course.exercises().zip(chosen).filter_map(|(exercise, chosen)| chosen.then_some(exercise)).collect())
}

/// The one exercise that `wanted` names.
///
/// # Errors
/// When it names none, or several.
pub fn select_one<'c>(course: &'c Course, wanted: &str, cwd: &Path) -> Result<&'c Exercise, Errors> {
    match select(course, &[wanted.to_owned()], cwd)?.as_slice() {
        [exercise] => Ok(exercise),
        several => {
            let names: Vec<&str> = several.iter().map(|exercise| exercise.name.as_str()).collect();
            Err(UserError::new(said!("names-several", text = wanted, number = names.len()))
                .why(said!("names-several.why"))
                .help(said!("names-several.help", names = names.join(", ")))
                .into())
        }
    }
}

fn matches(course: &Course, text: &str, cwd: &Path) -> Vec<bool> {
    if let Some(named) = course.exercise(text) {
        return course.exercises().map(|exercise| exercise.name == named.name).collect();
    }
    if course.topics.iter().any(|topic| topic.name.as_str() == text) {
        return course.exercises().map(|exercise| exercise.topic.as_str() == text).collect();
    }
    if let Some((topic, name)) = text.trim_end_matches('/').split_once('/')
        && let Some(named) = course.exercise(name).filter(|exercise| exercise.topic.as_str() == topic)
    {
        return course.exercises().map(|exercise| exercise.name == named.name).collect();
    }
    let path = normalise(&cwd.join(text));
    let by_path: Vec<bool> =
        course.exercises().map(|exercise| lies_at(&path, &exercise.folder, &course.root)).collect();
    if by_path.contains(&true) {
        return by_path;
    }
    let globs = globs(text);
    course.exercises().map(|exercise| globs.iter().any(|glob| glob_names(glob, exercise))).collect()
}

/// Whether a path means the exercise in `folder`: a file in it, the folder, or a folder around it in the course.
fn lies_at(path: &Path, folder: &Path, root: &Path) -> bool {
    path.starts_with(folder) || (folder.starts_with(path) && path.starts_with(root))
}

fn glob_names(glob: &GlobMatcher, exercise: &Exercise) -> bool {
    let folder = exercise.folder.file_name().unwrap_or_default().to_string_lossy();
    [
        exercise.topic.to_string(),
        exercise.name.to_string(),
        format!("{}/{}", exercise.topic, exercise.name),
        format!("{}/{folder}", exercise.topic),
        format!("exercises/{}/{folder}", exercise.topic),
    ]
    .iter()
    .any(|name| glob.is_match(name))
}

fn globs(text: &str) -> Vec<GlobMatcher> {
    let text = text.trim_end_matches('/');
    if !text.contains(['*', '?', '[', '{']) {
        return Vec::new();
    }
    let glob = GlobBuilder::new(text).literal_separator(true).build();
    glob.map(|glob| glob.compile_matcher()).into_iter().collect()
}

/// The path without `.` and `..`, by its text alone.
fn normalise(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut normal, part| {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                normal.pop();
            }
            other => normal.push(other),
        }
        normal
    })
}

fn nothing_named(course: &Course, text: &str) -> UserError {
    let topics = course.topics.iter().map(|topic| topic.name.as_str());
    let known = course.exercises().map(|exercise| exercise.name.as_str()).chain(topics);
    UserError::new(said!("names-nothing", text = text)).why(said!("names-nothing.why")).help(did_you_mean(
        text,
        known,
        said!("names-nothing.help"),
    ))
}
