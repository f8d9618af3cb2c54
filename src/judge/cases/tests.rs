//! What a call must come to.

use super::super::testing::{cases, exception, failed, judged, kinds, ran, reported};
use super::*;
use crate::model::record::Record;

fn int(n: i64) -> Plain {
    Plain::Int(n.to_string())
}

fn returns(value: Plain) -> CallCase {
    CallCase {
        call: "area".into(),
        args: vec![int(2), Plain::Str("m".into())],
        kwargs: vec![("round".into(), Plain::Bool(true))],
        expect: Expect::Returns(value),
        stdout: None,
    }
}

fn raises(class: &str, message: Option<&str>) -> CallCase {
    let expect = Expect::Raises { class: class.into(), message: message.map(str::to_owned) };
    CallCase { expect, ..returns(Plain::None) }
}

fn came(index: usize, value: Plain) -> CaseRecord {
    CaseRecord { index, returned: Some(value), raised: None, stdout: String::new() }
}

fn raised(index: usize, exception: PyException) -> CaseRecord {
    CaseRecord { index, returned: None, raised: Some(exception), stdout: String::new() }
}

fn run(records: Vec<CaseRecord>) -> Execution {
    reported(records.into_iter().map(Record::Case).collect(), 0)
}

/// Expected and actual text of the only mismatch.
fn call(case: CallCase, record: CaseRecord) -> (String, String) {
    match failed(&cases(vec![case]), &run(vec![record])).mismatches.as_slice() {
        [Mismatch::Call { call, expected, actual, .. }] => {
            assert_eq!(call, "area(2, 'm', round=True)");
            (expected.to_string(), actual.to_string())
        }
        other => panic!("{other:?}"),
    }
}

fn texts(expected: &str, actual: &str) -> (String, String) {
    (expected.to_owned(), actual.to_owned())
}

#[test]
fn values_must_be_equal_with_their_types() {
    assert!(judged(&cases(vec![returns(int(6))]), &run(vec![came(0, int(6))])).is_passed());
    assert_eq!(call(returns(int(6)), came(0, int(7))), texts("6", "7"));
    assert_eq!(call(returns(int(6)), came(0, Plain::Float("6.0".into()))), texts("6", "6.0"));
    let numpy = Plain::Other { class: "numpy.int64".into(), repr: "6".into() };
    assert_eq!(call(returns(int(6)), came(0, numpy)), texts("6 (of type int)", "6 (of type numpy.int64)"));
}

#[test]
fn exceptions_are_wanted_by_class_or_base_and_message() {
    let mut negative = exception("shape.Negative", "-1 is negative", &["shape.py"]);
    negative.bases = vec!["ValueError".into(), "Exception".into()];
    let run = |exception: &PyException| run(vec![raised(0, exception.clone())]);
    for case in
        [raises("ValueError", None), raises("Negative", Some("negative")), raises("shape.Negative", None)]
    {
        assert!(judged(&cases(vec![case]), &run(&negative)).is_passed());
    }
    for case in [raises("KeyError", None), raises("ValueError", Some("positive"))] {
        assert!(!judged(&cases(vec![case]), &run(&negative)).is_passed());
    }
    assert_eq!(
        call(raises("ValueError", Some("small")), raised(0, negative)),
        texts("raises ValueError whose message contains 'small'", "raises shape.Negative: -1 is negative")
    );
    assert_eq!(call(raises("ValueError", None), came(0, int(6))), texts("raises ValueError", "returns 6"));
}

#[test]
fn an_unwanted_exception_is_shown_with_its_frames_once() {
    let error = || exception("KeyError", "'k'", &["harness.py", "shape.py"]);
    let execution = run(vec![raised(0, error()), raised(1, error())]);
    let failure = failed(&cases(vec![returns(int(1)), returns(int(2))]), &execution);
    let [
        Mismatch::Call { exception: Some(first), actual, .. },
        Mismatch::Call { exception: Some(second), .. },
    ] = failure.mismatches.as_slice()
    else {
        panic!("{failure:?}")
    };
    assert_eq!(actual, "raises KeyError: 'k'");
    assert_eq!((first.frames.len(), second.frames.len()), (1, 0));
}

#[test]
fn printing_counts_only_when_asked() {
    let printing = |text: &str| CaseRecord { stdout: text.into(), ..came(0, int(6)) };
    let wants = |text: &str| CallCase { stdout: Some(text.into()), ..returns(int(6)) };
    assert!(judged(&cases(vec![returns(int(6))]), &run(vec![printing("noise")])).is_passed());
    assert!(judged(&cases(vec![wants("hi\n")]), &run(vec![printing("hi")])).is_passed());
    assert_eq!(call(wants("hi\n"), printing("")), texts("prints 'hi\\n'", "prints nothing"));
    let failure = failed(&cases(vec![wants("a\nb\nc\n")]), &run(vec![printing("a\nB\nc\n")]));
    assert_eq!(kinds(&failure.mismatches), ["call", "output"]);
    let failure = failed(&cases(vec![returns(int(1))]), &run(vec![printing("debug\n")]));
    assert_eq!(failure.stdout, "debug\n");
}

#[test]
fn every_call_must_be_reported_once_and_the_end_be_clean() {
    let check = cases(vec![returns(int(1)), returns(int(2))]);
    let all = || vec![came(0, int(1)), came(1, int(2))];
    assert!(judged(&check, &run(all())).is_passed());
    let runs = [
        ("one missing", run(vec![came(0, int(1))])),
        ("doubled", run([all(), all()].concat())),
        ("unknown", run([all(), vec![came(7, int(1))]].concat())),
        ("nothing in it", run(vec![CaseRecord { returned: None, ..came(0, int(1)) }, came(1, int(2))])),
        ("bad exit", Execution { ending: crate::model::execution::Ending::Exited(3), ..run(all()) }),
        ("bad lines", Execution { bad_records: 1, ..run(all()) }),
    ];
    for (name, execution) in runs {
        assert!(matches!(judged(&check, &execution), Verdict::Failed(_)), "{name}");
    }
    let mut cut = run(all());
    cut.records.truncate(2);
    assert_eq!(kinds(&failed(&check, &cut).mismatches), ["tests_missing"]);
    assert!(matches!(judged(&check, &ran("", "no module named json", 1)), Verdict::Fault(_)));
}

#[test]
fn a_module_that_cannot_be_loaded_is_the_learners() {
    let load = |exception| reported(vec![Record::LoadFailed { exception }], 0);
    for (class, message, kind) in
        [("ModuleNotFoundError", "No module named 'shape'", "import"), ("ValueError", "no", "raised")]
    {
        let failure = failed(&cases(vec![returns(int(1))]), &load(exception(class, message, &[])));
        assert_eq!(kinds(&failure.mismatches), [kind]);
    }
}
