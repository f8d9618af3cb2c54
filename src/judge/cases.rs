//! Judges calls of the learner's functions: each call of the table, exactly once, must come to what was wanted.

use super::load;
use super::output::difference;
use super::raised::is_a;
use super::text::{captured, cut, cut_to};
use super::told::Told;
use super::values::{equal, type_name};
use super::view::View;
use crate::language::{Said, Text, said};
use crate::model::check::{CallCase, CasesCheck, Expect};
use crate::model::execution::Execution;
use crate::model::plain::Plain;
use crate::model::record::{CaseRecord, PyException};
use crate::model::verdict::{Failure, Mismatch, Verdict};

/// Bytes that are shown of a value.
const KEPT_VALUE: usize = 8 * 1024;

/// Judges calls that ended by themselves, the process with exit code `code`.
pub(super) fn judge(view: &View<'_>, check: &CasesCheck, execution: &Execution, code: i32) -> Verdict {
    let told = Told::read(execution);
    if !told.anything {
        return Verdict::Fault(load::never_started(view, execution, code));
    }
    let unreported: Vec<String> = check
        .table
        .iter()
        .enumerate()
        .filter(|(index, _)| !told.cases.iter().any(|case| case.index == *index))
        .map(|(_, case)| written(case))
        .collect();
    let mut mismatches: Vec<Mismatch> = foul_play(check, &told).into_iter().collect();
    let mut stdout = String::new();
    if let Some(exception) = told.load_failed {
        // Nothing but the learner's module was loaded, so whatever went wrong is about it.
        let found = load::learners_doing(view, exception, unreported);
        mismatches.extend(found.unwrap_or_else(|| vec![super::raised::mismatch(view, exception)]));
        stdout = captured(&execution.stdout);
    } else {
        let clean = told.finished == Some(0) && code == 0;
        for record in &told.cases {
            let Some(case) = check.table.get(record.index) else { continue };
            let found = wrong_call(view, check, case, record, mismatches.is_empty());
            if mismatches.is_empty() && !found.is_empty() && case.stdout.is_none() {
                stdout = cut(&record.stdout);
            }
            mismatches.extend(found);
        }
        if !unreported.is_empty() || (mismatches.is_empty() && !clean) {
            mismatches.push(load::ended_early(unreported, code));
            stdout = if stdout.is_empty() { captured(&execution.stdout) } else { stdout };
        }
    }
    if mismatches.is_empty() {
        return Verdict::PASSED;
    }
    let stderr = view.text(&captured(&execution.stderr));
    Verdict::Failed(Failure { stdout, stderr, ..load::failure(mismatches) })
}

/// A call as Python writes it: `area(2, unit='m')`.
fn written(case: &CallCase) -> String {
    let args = case.args.iter().map(Plain::to_string);
    let kwargs = case.kwargs.iter().map(|(name, value)| format!("{name}={value}"));
    let all: Vec<String> = args.chain(kwargs).collect();
    cut_to(&format!("{}({})", case.call, all.join(", ")), KEPT_VALUE)
}

fn foul_play(check: &CasesCheck, told: &Told<'_>) -> Option<Mismatch> {
    let mut seen = vec![false; check.table.len()];
    for record in &told.cases {
        match seen.get_mut(record.index) {
            None => return Some(load::foul_play(Vec::new(), said!("foul-unknown-call"))),
            Some(seen) if *seen => {
                let call = written(&check.table[record.index]);
                return Some(load::foul_play(vec![call], said!("foul-call-twice")));
            }
            Some(seen) => *seen = true,
        }
    }
    let why = told.foul.clone().map(|why| load::foul_play(Vec::new(), why));
    why.or_else(|| told.unreadable.then(|| load::unreadable(Vec::new())))
}

/// What is wrong with a call: its result, and what it printed.
fn wrong_call(
    view: &View<'_>,
    check: &CasesCheck,
    case: &CallCase,
    record: &CaseRecord,
    in_full: bool,
) -> Vec<Mismatch> {
    let mut found = Vec::new();
    if !came_to_it(check, case, record) {
        let exception = record.raised.as_ref().map(|raised| view.exception(raised)).map(|raised| {
            if in_full { raised } else { PyException { frames: Vec::new(), cause: None, ..raised } }
        });
        let (expected, actual) = shown(view, &case.expect, record);
        found.push(Mismatch::Call { call: written(case), expected, actual, exception });
        return found;
    }
    let Some(wanted) = &case.stdout else { return found };
    if let Some(diff) = difference(wanted.as_bytes(), record.stdout.as_bytes()) {
        let prints = |text: &str| match text {
            "" => said!("call-prints-nothing"),
            _ => said!("call-prints", text = value(&Plain::Str(text.to_owned()))),
        };
        let (expected, actual) = (prints(wanted).into(), prints(&record.stdout).into());
        found.push(Mismatch::Call { call: written(case), expected, actual, exception: None });
        if in_full && diff.lines.len() > 2 {
            found.push(Mismatch::Output { diff });
        }
    }
    found
}

fn came_to_it(check: &CasesCheck, case: &CallCase, record: &CaseRecord) -> bool {
    match (&case.expect, &record.returned, &record.raised) {
        (Expect::Returns(wanted), Some(found), None) => equal(wanted, found, check.floats),
        (Expect::Raises { class, message }, None, Some(raised)) => {
            is_a(raised, class) && message.as_ref().is_none_or(|part| raised.message.contains(part))
        }
        _ => false,
    }
}

/// What was wanted and what came, in words or as values.
fn shown(view: &View<'_>, expect: &Expect, record: &CaseRecord) -> (Text, Text) {
    match (expect, &record.returned, &record.raised) {
        (Expect::Returns(wanted), Some(found), None) => {
            let (expected, actual) = (value(wanted), value(found));
            if expected == actual {
                // Values that look the same differ in their types.
                let (wanted, found) = (type_name(wanted), type_name(found));
                return (
                    said!("call-value-of-type", value = expected, type = wanted).into(),
                    said!("call-value-of-type", value = actual, type = cut_to(found, 200)).into(),
                );
            }
            (expected.into(), actual.into())
        }
        (Expect::Returns(wanted), ..) => (value(wanted).into(), outcome(view, record).into()),
        (Expect::Raises { class, message }, ..) => {
            let wanted = match message {
                None => said!("call-raises", class = class),
                Some(part) => {
                    let part = value(&Plain::Str(part.clone()));
                    said!("call-raises-with-part", class = class, part = part)
                }
            };
            (wanted.into(), outcome(view, record).into())
        }
    }
}

fn outcome(view: &View<'_>, record: &CaseRecord) -> Said {
    match (&record.raised, &record.returned) {
        (Some(raised), _) if raised.message.is_empty() => {
            said!("call-raises", class = cut_to(&raised.class, 200))
        }
        (Some(raised), _) => {
            let message = cut_to(&view.text(&raised.message), KEPT_VALUE);
            said!("call-raises-message", class = cut_to(&raised.class, 200), message = message)
        }
        (None, Some(found)) => said!("call-returns", value = value(found)),
        (None, None) => said!("call-reported-nothing"),
    }
}

fn value(value: &Plain) -> String {
    cut_to(&value.to_string(), KEPT_VALUE)
}

#[cfg(test)]
mod tests;
