//! What an exercise says to people: the task, the notes, the hints, and the links in them.

use std::path::Path;

use super::files::PLACEHOLDER;
use super::finding::Finding;
use crate::language::{Said, said};
use crate::model::course::{Course, Topic};
use crate::model::exercise::Exercise;
use crate::model::names::RelPath;
use crate::report::terminal::proof::Rule;

/// Words below which a README cannot hold a task.
const TASK: usize = 5;

/// Words below which notes cannot say why.
const NOTES: usize = 15;

/// Letters, digits and signs of a line of code that tell enough to be an answer; `return x` is everybody's.
const TELLING: usize = 16;

/// The texts of an exercise.
pub(super) fn of_exercise(exercise: &Exercise, course: &Course) -> Vec<Finding> {
    let task = |file: &str, words: usize| said!("task-too-short", file = file, words = words);
    let notes = |file: &str, words: usize| said!("notes-too-short", file = file, words = words);
    let mut findings = text(exercise, course, &exercise.readme(), TASK, task);
    findings.extend(text(exercise, course, &exercise.notes(), NOTES, notes));
    findings.extend(answers_in_hints(exercise));
    findings
}

/// The text of a topic: its links, and what is still to be written.
pub(super) fn of_topic(topic: &Topic, course: &Course) -> Vec<Finding> {
    let path = topic.folder.join("README.md");
    let Ok(text) = std::fs::read_to_string(&path) else { return Vec::new() };
    let problems = bad_links(&text, &topic.folder);
    let unwritten = text.lines().enumerate().filter_map(|(index, line)| {
        let (_, wanted) = line.split_once(PLACEHOLDER)?;
        let what = at(course, &path, index + 1, said!("still-to-write", wanted = wanted.trim()));
        Some(Finding::of_topic(topic, Rule::Placeholder, what))
    });
    let links = problems
        .into_iter()
        .map(|(line, what)| Finding::of_topic(topic, Rule::Links, at(course, &path, line, what)));
    unwritten.chain(links).collect()
}

/// `short` tells what a text is that has so many words.
fn text(
    exercise: &Exercise,
    course: &Course,
    path: &Path,
    least: usize,
    short: fn(&str, usize) -> Said,
) -> Vec<Finding> {
    // A missing file is told of elsewhere.
    let Ok(text) = std::fs::read_to_string(path) else { return Vec::new() };
    let mut findings = Vec::new();
    let shown = course.shown_path(path);
    if !text.trim_start().starts_with("# ") {
        findings.push(Finding::new(exercise, Rule::Prose, said!("no-heading", file = &shown)));
    }
    let words = prose(&text).flat_map(|(_, line)| line.split_whitespace()).count();
    if words < least {
        findings.push(Finding::new(exercise, Rule::Prose, short(&shown, words)));
    }
    let links = bad_links(&text, path.parent().unwrap_or(Path::new("")));
    findings.extend(
        links
            .into_iter()
            .map(|(line, what)| Finding::new(exercise, Rule::Links, at(course, path, line, what))),
    );
    findings
}

fn at(course: &Course, path: &Path, line: usize, what: Said) -> Said {
    said!("finding-at", what = what, place = format!("{}:{line}", course.shown_path(path)))
}

/// The lines of a Markdown text, numbered from 1, that are neither headings nor code.
fn prose(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut fenced = false;
    text.lines().enumerate().filter_map(move |(index, line)| {
        let start = line.trim_start();
        if start.starts_with("```") || start.starts_with("~~~") {
            fenced = !fenced;
            return None;
        }
        let is_code = fenced || line.starts_with("    ") || line.starts_with('\t');
        (!is_code && !start.starts_with('#')).then_some((index + 1, line))
    })
}

/// Links that lead nowhere by their form: empty, with spaces, not closed, or to a file that is not there.
fn bad_links(text: &str, folder: &Path) -> Vec<(usize, Said)> {
    let mut problems = Vec::new();
    for (number, line) in prose(text) {
        let line = without_code(line);
        for rest in line.split("](").skip(1) {
            let Some(end) = rest.find(')') else {
                problems.push((number, said!("link-not-closed", link = format!("]({}", rest.trim()))));
                continue;
            };
            // A title may follow: `[text](address "title")`.
            let target = rest[..end].split(" \"").next().unwrap_or_default();
            if let Some(problem) = bad_target(target, folder) {
                problems.push((number, problem));
            }
        }
    }
    problems
}

fn bad_target(target: &str, folder: &Path) -> Option<Said> {
    let address = target.trim_matches(['<', '>']);
    if address.is_empty() {
        return Some(said!("link-without-address"));
    }
    if address.contains(char::is_whitespace) {
        return Some(said!("link-with-space", address = address));
    }
    if let Some((scheme, rest)) = address.split_once("://") {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let good =
            matches!(scheme, "http" | "https") && (host.contains('.') || host.starts_with("localhost"));
        return (!good).then(|| said!("link-no-address", address = address));
    }
    if address.starts_with('#') || address.starts_with("mailto:") {
        return None;
    }
    let file = address.split('#').next().unwrap_or_default();
    (!folder.join(file).exists()).then(|| said!("link-to-nothing", address = address))
}

/// The line without what stands between backticks.
fn without_code(line: &str) -> String {
    line.split('`').step_by(2).collect::<Vec<_>>().join("`")
}

/// Lines of the solution that a hint gives away.
fn answers_in_hints(exercise: &Exercise) -> Vec<Finding> {
    let answers: Vec<String> = exercise.edit.iter().flat_map(|file| answers(exercise, file)).collect();
    let mut findings = Vec::new();
    for (index, hint) in exercise.hints.iter().enumerate() {
        let squeezed = squeeze(&hint.text);
        if let Some(answer) = answers.iter().find(|answer| squeezed.contains(&squeeze(answer))) {
            let what = said!("hint-gives-away", number = index + 1, line = answer);
            findings.push(Finding::new(exercise, Rule::Hints, what));
        }
    }
    findings
}

/// The telling lines of a solution's file that its starter does not have.
fn answers(exercise: &Exercise, file: &RelPath) -> Vec<String> {
    let read = |folder: &Path| std::fs::read_to_string(file.under(folder)).unwrap_or_default();
    let (starter, solution) = (read(&exercise.folder), read(&exercise.solution));
    let known: Vec<String> = starter.lines().map(squeeze).collect();
    let is_answer = |line: &&str| {
        let squeezed = squeeze(line);
        squeezed.len() >= TELLING && !squeezed.starts_with('#') && !known.contains(&squeezed)
    };
    solution.lines().map(str::trim).filter(is_answer).map(str::to_owned).collect()
}

/// A text without its white space and without the backticks around code.
fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '`').collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn problems(text: &str) -> Vec<String> {
        bad_links(text, Path::new(env!("CARGO_MANIFEST_DIR")))
            .into_iter()
            .map(|(line, what)| format!("{line}: {}", what.by(Language::ENGLISH)))
            .collect()
    }

    #[test]
    fn links_are_looked_at_and_code_is_not() {
        let good = "[a](https://example.org/x_(y)) [b](README.md#top \"title\") <https://example.org> `[c]()` [d](#here)\n\n    [e]()\n\n```\n[f]()\n```\n";
        assert_eq!(problems(good), Vec::<String>::new());
        for (bad, what) in [
            ("[a]()", "1: a link has no address"),
            ("\n[a](two words)", "2: a link's address has a space: `two words`"),
            ("[a](https://x)", "1: a link's address is none: `https://x`"),
            ("[a](ftp://example.org)", "1: a link's address is none: `ftp://example.org`"),
            ("[a](gone.md)", "1: a link leads to a file that is not there: `gone.md`"),
            ("[a](https://example.org", "1: a link is not closed: `](https://example.org`"),
        ] {
            assert_eq!(problems(bad), [what], "{bad}");
        }
    }

    #[test]
    fn headings_and_code_are_no_prose() {
        let lines: Vec<_> =
            prose("# Title\n\none\n    code\n```\nfenced\n```\n~~~\nmore\n~~~\ntwo\n").collect();
        assert_eq!(lines, [(2, ""), (3, "one"), (11, "two")]);
    }
}
