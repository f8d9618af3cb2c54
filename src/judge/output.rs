//! Judges a script by its captured bytes, its exit code and the traceback that it left.

use super::align::{Sides, Step};
use super::diff;
use super::line_match::Matcher;
use super::normalise::{Normalised, normalise};
use super::raised;
use super::text::{captured, shown};
use super::traceback::{Printed, Tracebacks};
use super::view::View;
use crate::model::check::{Compare, Order, OutputCheck};
use crate::model::execution::{Captured, Execution};
use crate::model::verdict::{Diff, Failure, Mismatch, Note, Verdict};

/// Judges a script that ended by itself with exit code `code`.
pub(super) fn judge(view: &View<'_>, check: &OutputCheck, execution: &Execution, code: i32) -> Verdict {
    let compared = Compared::new(check, &execution.stdout);
    let (wrong_output, notes) = (compared.mismatches(&execution.stdout, view), compared.notes());
    let right_code = code == check.exit_code;
    if right_code && wrong_output.is_empty() {
        return Verdict::Passed { notes };
    }
    let tracebacks = Tracebacks::read(&execution.stderr.bytes(), view.folder());
    // Python's exit code for an exception that nobody caught.
    let uncaught = tracebacks.of_main().filter(|_| code == 1);
    let raised = |printed: &Printed| raised::mismatch(view, &printed.exception);
    let mut mismatches = Vec::new();
    match uncaught {
        Some(printed) => {
            mismatches.push(raised(printed));
            // What `input()` asked stands in the output, and is no mistake of its own.
            if !raised::wants_input(&printed.exception) && !compared.is_start_of_expected() {
                mismatches.extend(wrong_output);
            }
        }
        None => {
            let in_background = tracebacks.of_background().map(raised);
            let wrong_code = Mismatch::ExitCode { expected: check.exit_code, actual: code };
            mismatches.extend(wrong_output);
            mismatches.extend((!right_code).then_some(wrong_code));
            mismatches.extend(in_background);
        }
    }
    let shows_output = mismatches.iter().any(|mismatch| matches!(mismatch, Mismatch::Output { .. }));
    let shown_traceback = uncaught.or_else(|| tracebacks.of_background());
    Verdict::Failed(Failure {
        mismatches,
        feedback: None,
        stdout: if shows_output { String::new() } else { captured(&execution.stdout) },
        stderr: match shown_traceback {
            Some(printed) => view.text(&tracebacks.without(printed)),
            None => view.text(&captured(&execution.stderr)),
        },
        // A program that broke off had no chance to end its last line.
        notes: if uncaught.is_some() { Vec::new() } else { notes },
    })
}

/// How the texts differ under the default rules, when they do: for what a call or a test printed.
pub(super) fn difference(expected: &[u8], actual: &[u8]) -> Option<Diff> {
    let compare = Compare::default();
    let expected = normalise(expected, compare.whitespace);
    let actual = normalise(actual, compare.whitespace);
    let sides = Sides::new(Matcher::new(&compare), &expected.lines, &actual.lines);
    let steps = sides.in_order();
    (!all_same(&steps)).then(|| diff::build(&sides, &steps))
}

/// Expected and actual output, normalised.
struct Compared<'a> {
    compare: &'a Compare,
    expected: Normalised,
    actual: Normalised,
}

impl<'a> Compared<'a> {
    fn new(check: &'a OutputCheck, stdout: &Captured) -> Self {
        let whitespace = check.compare.whitespace;
        // Where something was dropped, head and tail do not belong together: the head alone is compared.
        let mut actual = normalise(&stdout.head, whitespace);
        let mut expected = normalise(&check.stdout, whitespace);
        if check.compare.contains || check.compare.order != Order::Exact {
            // No line is the last one then, so a missing newline is no difference.
            let lines = expected.lines.iter_mut().chain(&mut actual.lines);
            lines.for_each(|line| line.newline = true);
        }
        Self { compare: &check.compare, expected, actual }
    }

    fn sides(&self) -> Sides<'_> {
        Sides::new(Matcher::new(self.compare), &self.expected.lines, &self.actual.lines)
    }

    /// What is wrong with the output, the most useful first.
    fn mismatches(&self, stdout: &Captured, view: &View<'_>) -> Vec<Mismatch> {
        let sides = self.sides();
        let steps = self.steps(&sides);
        let mut mismatches = Vec::new();
        if !all_same(&steps) {
            let mut diff = diff::build(&sides, &steps);
            diff.dropped += stdout.dropped + stdout.tail.len() as u64;
            mismatches.push(Mismatch::Output { diff });
        } else if !stdout.is_whole() {
            // Nobody has seen the rest, so this is no pass.
            let limit = view.exercise.limits.output.0;
            mismatches.push(Mismatch::OutputLimit { limit, head: super::endings::first_lines(stdout) });
        }
        mismatches.extend(self.broken_rules(&sides));
        mismatches
    }

    fn steps(&self, sides: &Sides<'_>) -> Vec<Step> {
        match (&self.compare.order, self.compare.contains) {
            (Order::Exact, false) => sides.in_order(),
            (Order::Exact, true) => sides.contained(),
            (Order::Any { .. }, false) => sides.any_order(Step::Extra),
            (Order::Any { .. }, true) => sides.any_order(Step::Same),
        }
    }

    /// The rules on the order of lines that do not hold.
    fn broken_rules(&self, sides: &Sides<'_>) -> Vec<Mismatch> {
        let Order::Any { before } = &self.compare.order else { return Vec::new() };
        let broken = |(first, second): &(String, String)| {
            let (first, second) = (sides.matcher.rule(first)?, sides.matcher.rule(second)?);
            let lines = &self.actual.lines;
            let last_of_first = lines.iter().rposition(|line| first.matches(&line.text))?;
            let first_of_second = lines.iter().position(|line| second.matches(&line.text))?;
            let text = |index: usize| super::text::cut(&shown(&lines[index].text));
            (first_of_second < last_of_first)
                .then(|| Mismatch::LineOrder { first: text(last_of_first), second: text(first_of_second) })
        };
        before.iter().filter_map(broken).collect()
    }

    /// Whether the program was right as far as it came: what it printed is the start of what it should print.
    fn is_start_of_expected(&self) -> bool {
        let sides = self.sides();
        match (&self.compare.order, self.compare.contains) {
            (_, true) => true,
            (Order::Any { .. }, false) => sides
                .any_order(Step::Extra)
                .iter()
                .all(|step| matches!(step, Step::Same(_) | Step::Missing(_))),
            (Order::Exact, false) => {
                let right = sides.common_start();
                match self.actual.lines.len() - right {
                    0 => true,
                    // The last line may be cut off in the middle.
                    1 => self.expected.lines.get(right).is_some_and(|expected| {
                        let last = &self.actual.lines[right];
                        expected.text.starts_with(&last.text) && last.text.len() < expected.text.len()
                    }),
                    _ => false,
                }
            }
        }
    }

    /// What was forgiven: what the course's own text has as well needs no word.
    fn notes(&self) -> Vec<Note> {
        let said = |note: &Note| {
            let native = *note == Note::CarriageReturns && cfg!(windows);
            !native && !self.expected.notes.contains(note)
        };
        self.actual.notes.iter().copied().filter(said).collect()
    }
}

fn all_same(steps: &[Step]) -> bool {
    steps.iter().all(|step| matches!(step, Step::Same(_)))
}

#[cfg(test)]
mod tests;
