//! Which hints a learner has seen, and which comes next.
//!
//! Hints escalate in the order of the manifest. One that is bound to a failing test or a mistake comes before the others
//! while that is what fails, and not at all otherwise. What was seen stays seen.

use super::state::{Failing, Progress, State};
use crate::model::exercise::{Exercise, Hint, HintCause};

/// The hints of an exercise, as far as they are for this learner now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hints<'e> {
    /// Those that were seen, the newest last.
    pub shown: Vec<&'e str>,
    /// Those that were not, the next one first.
    pub left: Vec<&'e str>,
}

impl Hints<'_> {
    /// How many there are.
    pub fn available(&self) -> usize {
        self.shown.len() + self.left.len()
    }
}

impl State {
    /// The hints of an exercise.
    pub fn hints<'e>(&self, exercise: &'e Exercise) -> Hints<'e> {
        let progress = self.progress(&exercise.name);
        let text = |index: usize| exercise.hints[index].text.as_str();
        Hints {
            shown: shown(exercise, progress).into_iter().map(text).collect(),
            left: left(exercise, progress).into_iter().map(text).collect(),
        }
    }

    /// Remembers that one more hint is shown.
    pub fn show_hint(&mut self, exercise: &Exercise) {
        let progress = self.progress(&exercise.name);
        let mut order = shown(exercise, progress);
        let Some(next) = left(exercise, progress).first().copied() else { return };
        order.push(next);
        let progress = self.progress_mut(&exercise.name);
        progress.hints = u32::try_from(order.len()).unwrap_or(u32::MAX);
        // Without bound hints the number tells it all.
        progress.hint_order =
            if exercise.hints.iter().any(|hint| hint.when.is_some()) { order } else { Vec::new() };
    }
}

/// Places in the manifest of the hints that were seen.
fn shown(exercise: &Exercise, progress: Option<&Progress>) -> Vec<usize> {
    let Some(progress) = progress else { return Vec::new() };
    let count = usize::try_from(progress.hints).unwrap_or(usize::MAX);
    if !progress.hint_order.is_empty() && progress.hint_order.len() == count {
        let mut order: Vec<usize> = Vec::new();
        for place in progress.hint_order.iter().filter(|place| **place < exercise.hints.len()) {
            if !order.contains(place) {
                order.push(*place);
            }
        }
        return order;
    }
    let unbound = exercise.hints.iter().enumerate().filter(|(_, hint)| hint.when.is_none());
    unbound.map(|(place, _)| place).take(count).collect()
}

/// Places of the hints that are still to come: bound ones first.
fn left(exercise: &Exercise, progress: Option<&Progress>) -> Vec<usize> {
    let seen = shown(exercise, progress);
    let failing = progress.and_then(|progress| progress.failing.as_ref());
    let places = |wanted: &dyn Fn(&Hint) -> bool| -> Vec<usize> {
        let hints = exercise.hints.iter().enumerate();
        hints.filter(|(place, hint)| wanted(hint) && !seen.contains(place)).map(|(place, _)| place).collect()
    };
    let mut left = places(&|hint| hint.when.as_ref().is_some_and(|when| fits(when, failing)));
    left.extend(places(&|hint| hint.when.is_none()));
    left
}

fn fits(when: &HintCause, failing: Option<&Failing>) -> bool {
    failing.is_some_and(|failing| match when {
        HintCause::Tests(tests) => {
            tests.iter().any(|test| failing.tests.iter().any(|failed| failed == test.as_str()))
        }
        HintCause::Mistake(name) => failing.mistake.as_ref() == Some(name),
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::state::{Outcome, Timestamp};
    use super::*;
    use crate::model::cause::Cause;
    use crate::model::names::TestId;
    use crate::progress::testing::exercise_at;

    fn exercise(hints: Vec<(&str, Option<HintCause>)>) -> Exercise {
        let mut exercise = exercise_at("timer", Path::new("/c/exercises/t/1_timer"), &[]);
        exercise.hints = hints.into_iter().map(|(text, when)| Hint { text: text.to_owned(), when }).collect();
        exercise
    }

    fn fail(state: &mut State, exercise: &Exercise, mistake: Option<&str>, tests: &[&str]) {
        let cause = Cause {
            what: format!("{mistake:?} {tests:?}"),
            mistake: mistake.map(str::to_owned),
            tests: tests.iter().map(|test| (*test).to_owned()).collect(),
        };
        state.judged(&exercise.name, Outcome::Failed, None, Timestamp(1));
        state.failed_by(&exercise.name, cause, None);
    }

    #[test]
    fn hints_come_one_by_one_and_stop_at_the_last() {
        let exercise = exercise(vec![("a", None), ("b", None)]);
        let mut state = State::default();
        let mut seen = Vec::new();
        for _ in 0..3 {
            state.show_hint(&exercise);
            seen.push(state.hints(&exercise).shown.concat());
        }
        assert_eq!(seen, ["a", "ab", "ab"]);
        assert_eq!(state.progress(&exercise.name).map(|progress| progress.hints), Some(2));
    }

    #[test]
    fn a_bound_hint_comes_first_while_its_cause_is_there() {
        let of_test = HintCause::Tests(vec![TestId::new("test_a"), TestId::new("test_b")]);
        let of_mistake = HintCause::Mistake("adds".to_owned());
        let exercise =
            exercise(vec![("1", None), ("t", Some(of_test)), ("m", Some(of_mistake)), ("2", None)]);
        let mut state = State::default();
        let hints = |state: &State| {
            let hints = state.hints(&exercise);
            (hints.shown.concat(), hints.left.concat())
        };
        assert_eq!(hints(&state), (String::new(), "12".to_owned()));
        state.show_hint(&exercise);
        fail(&mut state, &exercise, None, &["test_b"]);
        assert_eq!(hints(&state), ("1".to_owned(), "t2".to_owned()));
        state.show_hint(&exercise);
        fail(&mut state, &exercise, Some("adds"), &[]);
        assert_eq!(hints(&state), ("1t".to_owned(), "m2".to_owned()));
        state.show_hint(&exercise);
        state.show_hint(&exercise);
        assert_eq!(hints(&state), ("1tm2".to_owned(), String::new()), "what was seen stays seen");
    }

    #[test]
    fn a_count_from_before_bound_hints_is_of_the_others() {
        let bound = HintCause::Mistake("adds".to_owned());
        let plain = exercise(vec![("1", None), ("2", None)]);
        let mut state = State::default();
        state.show_hint(&plain);
        let now = exercise(vec![("m", Some(bound)), ("1", None), ("2", None)]);
        assert_eq!(state.hints(&now).shown, ["1"]);
    }
}
