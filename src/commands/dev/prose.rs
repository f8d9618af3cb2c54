//! What an exercise says to people: the task, the notes, the hints, and the links in them.

use std::path::Path;

use super::files::PLACEHOLDER;
use super::finding::Finding;
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
    let mut findings = text(exercise, course, &exercise.readme(), TASK, "a task that the learner can act on");
    findings.extend(text(exercise, course, &exercise.notes(), NOTES, "why the solution is so"));
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
        let what = at(course, &path, index + 1, &format!("still to be written: {}", wanted.trim()));
        Some(Finding::of_topic(topic, Rule::Placeholder, what))
    });
    let links = problems
        .into_iter()
        .map(|(line, what)| Finding::of_topic(topic, Rule::Links, at(course, &path, line, &what)));
    unwritten.chain(links).collect()
}

fn text(exercise: &Exercise, course: &Course, path: &Path, least: usize, wanted: &str) -> Vec<Finding> {
    // A missing file is told of elsewhere.
    let Ok(text) = std::fs::read_to_string(path) else { return Vec::new() };
    let mut findings = Vec::new();
    let shown = course.shown_path(path);
    if !text.trim_start().starts_with("# ") {
        findings.push(Finding::new(
            exercise,
            Rule::Prose,
            format!("{shown} does not begin with a heading (`# …`)"),
        ));
    }
    let words = prose(&text).flat_map(|(_, line)| line.split_whitespace()).count();
    if words < least {
        let what = format!("{shown} says too little: {words} words beside headings and code, for {wanted}");
        findings.push(Finding::new(exercise, Rule::Prose, what));
    }
    let links = bad_links(&text, path.parent().unwrap_or(Path::new("")));
    findings.extend(
        links
            .into_iter()
            .map(|(line, what)| Finding::new(exercise, Rule::Links, at(course, path, line, &what))),
    );
    findings
}

fn at(course: &Course, path: &Path, line: usize, what: &str) -> String {
    format!("{what} ({}:{line})", course.shown_path(path))
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
fn bad_links(text: &str, folder: &Path) -> Vec<(usize, String)> {
    let mut problems = Vec::new();
    for (number, line) in prose(text) {
        let line = without_code(line);
        for rest in line.split("](").skip(1) {
            let Some(end) = rest.find(')') else {
                problems.push((number, format!("a link is not closed: `]({}`", rest.trim())));
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

fn bad_target(target: &str, folder: &Path) -> Option<String> {
    let address = target.trim_matches(['<', '>']);
    if address.is_empty() {
        return Some("a link has no address".to_owned());
    }
    if address.contains(char::is_whitespace) {
        return Some(format!("a link's address has a space: `{address}`"));
    }
    if let Some((scheme, rest)) = address.split_once("://") {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let good =
            matches!(scheme, "http" | "https") && (host.contains('.') || host.starts_with("localhost"));
        return (!good).then(|| format!("a link's address is none: `{address}`"));
    }
    if address.starts_with('#') || address.starts_with("mailto:") {
        return None;
    }
    let file = address.split('#').next().unwrap_or_default();
    (!folder.join(file).exists()).then(|| format!("a link leads to a file that is not there: `{address}`"))
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
            let what = format!("hint {} gives a line of the solution away: `{answer}`", index + 1);
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

    fn problems(text: &str) -> Vec<String> {
        bad_links(text, Path::new(env!("CARGO_MANIFEST_DIR")))
            .into_iter()
            .map(|(line, what)| format!("{line}: {what}"))
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
