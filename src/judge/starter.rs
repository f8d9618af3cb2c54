//! Whether a starter fails as its exercise declares. Authors read what this says, learners never do.

use super::raised::is_a;
use crate::language::{Text, said};
use crate::model::event::CheckResult;
use crate::model::exercise::{Exercise, Fails, StarterFailure};
use crate::model::record::PyException;
use crate::model::search::Search;
use crate::model::verdict::{DiffLine, Failure, Mismatch, Verdict};

/// Tests that a declaration names without need of a longer look.
const FEW: usize = 3;

/// What is wrong with how the starter of `exercise` failed in `results`; `None` when it failed as declared.
pub fn problem(exercise: &Exercise, results: &[CheckResult]) -> Option<Text> {
    let failed = failures(exercise, results);
    let (_, first) = failed.first()?;
    let Some(declared) = &exercise.starter else {
        return Some(said!("starter-undeclared", declaration = seen(&failed)).into());
    };
    if failed.iter().any(|(kind, failure)| fits(declared, kind, failure)) {
        return unwanted(declared, first);
    }
    Some(said!("starter-fails-otherwise", declaration = seen(&failed)).into())
}

/// A failed check: its kind, and how.
type Failed<'a> = (&'static str, &'a Failure);

fn failures<'a>(exercise: &Exercise, results: &'a [CheckResult]) -> Vec<Failed<'a>> {
    let kind = |label: &str| {
        let check = exercise.checks.iter().find(|check| check.label() == label);
        check.map_or("", |check| check.kind.word())
    };
    let failure = |result: &'a CheckResult| match &result.verdict {
        Verdict::Failed(failure) => Some((kind(&result.check), failure)),
        _ => None,
    };
    results.iter().filter_map(failure).collect()
}

/// A starter that Python cannot even load teaches nothing, unless that is the lesson and declared.
fn unwanted(declared: &StarterFailure, failure: &Failure) -> Option<Text> {
    let (is_syntax, exception) = failure.mismatches.iter().find_map(|mismatch| match mismatch {
        Mismatch::Syntax { exception } => Some((true, exception)),
        Mismatch::Import { exception } => Some((false, exception)),
        _ => None,
    })?;
    if declared.raises.as_deref().is_some_and(|class| is_a(exception, class)) {
        return None;
    }
    let class = &exception.class;
    Some(match is_syntax {
        true => said!("starter-no-python", class = class).into(),
        false => said!("starter-not-imported", class = class).into(),
    })
}

fn fits(declared: &StarterFailure, kind: &str, failure: &Failure) -> bool {
    let fails = match &declared.fails {
        Fails::Check(declared) => declared == kind,
        Fails::Tests(tests) => {
            let failed: Vec<&str> = failed_tests(failure).collect();
            tests.iter().all(|test| failed.contains(&test.as_str()))
        }
    };
    let raises = |class: &String| {
        exceptions(failure).any(|exception| is_a(exception, class)) || asserts(failure, class)
    };
    let says = |search: &Search| texts(failure).any(|text| search.is_in(&text));
    fails && declared.raises.as_ref().is_none_or(raises) && declared.message.as_ref().is_none_or(says)
}

fn failed_tests(failure: &Failure) -> impl Iterator<Item = &str> {
    failure.mismatches.iter().filter_map(|mismatch| match mismatch {
        Mismatch::Test(test) => Some(test.id.as_str()),
        _ => None,
    })
}

/// Every exception of a failure, with what led to it.
fn exceptions(failure: &Failure) -> impl Iterator<Item = &PyException> {
    let raised = failure.mismatches.iter().filter_map(|mismatch| match mismatch {
        Mismatch::Raised { exception } | Mismatch::Syntax { exception } | Mismatch::Import { exception } => {
            Some(exception)
        }
        Mismatch::Call { exception, .. } => exception.as_ref(),
        Mismatch::Test(test) => test.exception.as_ref(),
        _ => None,
    });
    raised.flat_map(|raised| {
        std::iter::successors(Some(raised), |exception| exception.cause.as_deref()).take(50)
    })
}

/// A test's own `assert` is not told as an exception.
fn asserts(failure: &Failure, class: &str) -> bool {
    let is_assert =
        |mismatch: &Mismatch| matches!(mismatch, Mismatch::Test(test) if test.exception.is_none());
    class == "AssertionError" && failure.mismatches.iter().any(is_assert)
}

/// All that a learner is told, text by text.
fn texts(failure: &Failure) -> impl Iterator<Item = String> {
    let told = failure.mismatches.iter().flat_map(|mismatch| match mismatch {
        Mismatch::Test(test) => [&test.message, &test.explanation].into_iter().flatten().cloned().collect(),
        Mismatch::Output { diff } => diff.lines.iter().filter_map(extra).collect(),
        Mismatch::LineOrder { first, second } => vec![first.clone(), second.clone()],
        Mismatch::Tool { output, .. } => vec![output.clone()],
        Mismatch::TestsMissing { how, .. } => vec![how.to_string()],
        Mismatch::Call { call, actual, .. } => vec![format!("{call} {actual}")],
        _ => Vec::new(),
    });
    told.chain(exceptions(failure).map(|exception| exception.message.clone()))
}

fn extra(line: &DiffLine) -> Option<String> {
    match line {
        DiffLine::Extra { words, .. } => Some(words.iter().map(|word| word.text.as_str()).collect()),
        DiffLine::Same { .. } | DiffLine::Missing { .. } => None,
    }
}

/// How it fails, as a manifest would declare it.
fn seen(failed: &[Failed<'_>]) -> String {
    let Some((kind, failure)) = failed.first() else { return String::new() };
    let tests: Vec<String> = failed_tests(failure).map(word).collect();
    let fails = match tests.as_slice() {
        [] => (*kind).to_owned(),
        [one] => one.clone(),
        few if few.len() <= FEW => format!("[{}]", few.join(", ")),
        [first, ..] => first.clone(),
    };
    let raised = exceptions(failure).next().map(|exception| format!(", raises: {}", word(&exception.class)));
    format!("starter: {{ fails: {fails}{} }}", raised.unwrap_or_default())
}

/// A text as a value between braces: in quotes where it could be read as something else.
fn word(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '.');
    let plain = text.chars().all(is_plain) && !text.ends_with(':') && !text.contains(": ");
    if plain { text.to_owned() } else { format!("{text:?}") }
}

#[cfg(test)]
#[path = "starter/tests.rs"]
mod tests;
