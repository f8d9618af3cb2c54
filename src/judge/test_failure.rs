//! What is shown of a failed test: all of the first one, the gist of the others.

use super::output::difference;
use super::text::cut_to;
use super::view::View;
use crate::model::record::{Comparison, PyException, TestRecord};
use crate::model::verdict::{ComparedSides, TestFailure};

/// Sides longer than this are easier to compare in a diff.
const SHORT_SIDE: usize = 60;
/// Bytes that the short form keeps of each text.
const KEPT_BRIEF: usize = 4 * 1024;

/// All that helps.
pub(super) fn full(view: &View<'_>, test: &TestRecord) -> TestFailure {
    TestFailure {
        id: view.text(&test.id),
        outcome: test.outcome,
        message: test.message.as_deref().map(|message| view.text(message)),
        comparison: test.comparison.as_ref().map(|sides| compared(view, sides)),
        explanation: explanation(view, test),
        exception: test
            .exception
            .as_ref()
            .filter(|raised| !is_the_assert(view, test, raised))
            .map(|e| view.exception(e)),
        stdout: super::text::cut(&test.stdout),
        stderr: view.text(&test.stderr),
    }
}

/// Message and comparison, or the bare exception.
pub(super) fn brief(view: &View<'_>, test: &TestRecord) -> TestFailure {
    let short = |text: String| cut_to(&text, KEPT_BRIEF);
    let failure = full(view, test);
    TestFailure {
        id: short(failure.id),
        outcome: failure.outcome,
        message: failure.message.map(short),
        comparison: failure.comparison.map(|ComparedSides { sides, .. }| {
            let sides = Comparison { op: sides.op, left: short(sides.left), right: short(sides.right) };
            ComparedSides { sides, diff: None }
        }),
        explanation: failure.explanation.map(short),
        exception: failure.exception.map(|raised| PyException {
            class: raised.class,
            bases: raised.bases,
            message: short(raised.message),
            ..PyException::default()
        }),
        stdout: String::new(),
        stderr: String::new(),
    }
}

/// By convention the learner's value stands left of `==` and the wanted one right.
fn compared(view: &View<'_>, sides: &Comparison) -> ComparedSides {
    let (left, right) = (view.text(&sides.left), view.text(&sides.right));
    let is_long = |side: &String| side.contains('\n') || side.chars().count() > SHORT_SIDE;
    let diff = if sides.op == "==" && (is_long(&left) || is_long(&right)) {
        difference(right.as_bytes(), left.as_bytes())
    } else {
        None
    };
    ComparedSides { sides: Comparison { op: cut_to(&sides.op, 100), left, right }, diff }
}

/// pytest's words, where no comparison says it better; those of a bare `AssertionError` where there are none.
fn explanation(view: &View<'_>, test: &TestRecord) -> Option<String> {
    let told = test.explanation.as_deref().filter(|_| test.comparison.is_none());
    let raised =
        test.exception.as_ref().filter(|raised| is_the_assert(view, test, raised) && test.message.is_none());
    let text = told.or(raised.map(|raised| raised.message.as_str()))?;
    (!text.is_empty()).then(|| view.text(text))
}

/// Whether the exception is only the test's own `assert`, `pytest.fail` or `pytest.raises`.
fn is_the_assert(view: &View<'_>, test: &TestRecord, raised: &PyException) -> bool {
    let class = raised.class.rsplit('.').next().unwrap_or_default();
    let told = test.message.is_some() || test.comparison.is_some() || test.explanation.is_some();
    matches!(class, "AssertionError" | "Failed") && (told || !view.touches_own(raised))
}
