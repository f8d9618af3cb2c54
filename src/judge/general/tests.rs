//! General mistakes in values; `tests/general_mistakes.rs` has them all, from real programs.

use super::super::judge;
use super::super::testing::{exercise, output, ran};
use crate::model::check::Compare;
use crate::model::execution::{Execution, SourceText};
use crate::model::verdict::Verdict;

fn recognised(source: &str, wanted: &str, printed: &str) -> Option<String> {
    let sources = vec![SourceText { file: "shape.py".into(), text: source.into() }];
    let execution = Execution { sources, ..ran(printed, "", 0) };
    match judge(&exercise(), &output(wanted, Compare::default()), &execution) {
        Verdict::Failed(failure) => failure.feedback.map(|feedback| feedback.mistake),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_missing_last_line_of_a_count_is_off_by_one() {
    let counting = "for n in range(1, 3):\n    print('line', n)\n";
    let (all, less) = ("line 1\nline 2\nline 3\n", "line 1\nline 2\n");
    assert_eq!(recognised(counting, all, less).as_deref(), Some("off-by-one"));
    assert_eq!(recognised("print('line', 1)\nprint('line', 2)\n", all, less), None, "nothing counts here");
    assert_eq!(recognised(counting, "line 1\nline 2\nend\n", less), None, "another kind of line");
}

#[test]
fn without_the_file_nothing_is_said() {
    let execution = ran("line 1\n", "", 0);
    let Verdict::Failed(failure) = judge(&exercise(), &output("line 2\n", Compare::default()), &execution)
    else {
        panic!()
    };
    assert_eq!(failure.feedback, None);
}
