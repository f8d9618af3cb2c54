//! What may come in: bytes, comparisons, records and executions, honest and forged.

use std::path::PathBuf;
use std::time::Duration;

use prolings::model::check::{Case, Compare, Order, Tolerance, Whitespace};
use prolings::model::execution::{Captured, Ending, Execution, Refusal};
use prolings::model::limits::{ByteSize, Exceeded};
use prolings::model::plain::Plain;
use prolings::model::record::{
    CaseRecord, Comparison, Frame, PyException, Record, SyntaxDetails, TestOutcome, TestRecord,
};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::TESTS;

/// Bytes that look like output: few different lines, so that they meet, and some that are no text.
pub(crate) fn stream() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        4 => "[abc 12]{0,4}".prop_map(String::into_bytes),
        2 => Just(b"\n".to_vec()),
        1 => prop::sample::select(vec![&b" "[..], b"\t", b"\r\n", b"\r", b"\xff", b"1.0000001", b"x"]).prop_map(<[u8]>::to_vec),
        1 => Just(b"Traceback (most recent call last):\n  File \"/job/shape.py\", line 1, in f\n    f()\nValueError: a\n".to_vec()),
    ];
    prop_oneof![
        9 => vec(piece, 0..24).prop_map(|pieces| pieces.concat()),
        1 => vec(any::<u8>(), 0..200),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[a\n 'é]{1,12}", any::<String>()]
}

pub(crate) fn whitespace() -> impl Strategy<Value = Whitespace> {
    prop::sample::select(vec![Whitespace::Exact, Whitespace::Trailing, Whitespace::Any])
}

fn order() -> impl Strategy<Value = Order> {
    let rule = ("(a|\\{\\{int\\}\\}|b)", "(b|\\{\\{any\\}\\}|\\{\\{bad\\}\\})");
    prop_oneof![
        Just(Order::Exact),
        Just(Order::Any { before: vec![] }),
        vec(rule, 1..3).prop_map(|before| Order::Any { before }),
    ]
}

pub(crate) fn compare() -> impl Strategy<Value = Compare> {
    (whitespace(), any::<bool>(), order(), any::<bool>(), any::<bool>(), any::<bool>()).prop_map(
        |(whitespace, ignore, order, floats, pattern, contains)| Compare {
            whitespace,
            case: if ignore { Case::Ignore } else { Case::Exact },
            order,
            floats: floats.then_some(Tolerance { abs: 1e-6, rel: 1e-6 }),
            pattern,
            contains,
        },
    )
}

fn exception() -> impl Strategy<Value = PyException> {
    let file = || prop::sample::select(vec!["shape.py", "test_shape.py", "/usr/lib/x.py", ""]);
    let class = prop::sample::select(vec![
        "ValueError",
        "SyntaxError",
        "ImportError",
        "ModuleNotFoundError",
        "AttributeError",
        "SystemExit",
        "",
        "AssertionError",
        "a.b.C",
    ]);
    let message = prop_oneof![
        text(),
        prop::sample::select(vec![
            "No module named 'shape'",
            "module 'shape' has no attribute 'x'",
            "a (x.py, line 1)"
        ])
        .prop_map(str::to_owned),
    ];
    let frames = vec((file(), any::<u32>(), text(), prop::option::of(text())), 0..30).prop_map(|frames| {
        let frame = |(file, line, function, source): (&str, u32, String, Option<String>)| Frame {
            file: file.into(),
            line,
            function,
            source,
        };
        frames.into_iter().map(frame).collect::<Vec<_>>()
    });
    let syntax =
        prop::option::of((file(), any::<u32>(), prop::option::of(any::<u32>()), prop::option::of(text())));
    let leaf = (class, message, frames, syntax).prop_map(|(class, message, frames, syntax)| PyException {
        class: class.into(),
        bases: vec!["Exception".into()],
        message,
        frames,
        syntax: syntax.map(|(file, line, column, text)| SyntaxDetails {
            file: file.into(),
            line,
            column,
            end_column: column,
            text,
        }),
        cause: None,
    });
    vec(leaf, 1..4).prop_map(|chain| {
        chain.into_iter().fold(PyException::default(), |cause, exception| PyException {
            cause: Some(Box::new(cause)),
            ..exception
        })
    })
}

fn test_record() -> impl Strategy<Value = Record> {
    let id = prop::sample::select(vec!["test_a", "test_b[1]", "test_z"]);
    let outcome = prop::sample::select(vec![
        TestOutcome::Passed,
        TestOutcome::Passed,
        TestOutcome::Failed,
        TestOutcome::Error,
        TestOutcome::Skipped,
    ]);
    let sides = prop::option::of(("(==|in)", text(), text()));
    (id, outcome, prop::option::of(exception()), prop::option::of(text()), sides, text()).prop_map(
        |(id, outcome, exception, message, sides, stdout)| {
            Record::Test(TestRecord {
                id: id.into(),
                outcome,
                phase: "call".into(),
                exception,
                explanation: message.clone(),
                message,
                comparison: sides.map(|(op, left, right)| Comparison { op, left, right }),
                stdout,
                stderr: String::new(),
                seconds: 0.0,
            })
        },
    )
}

fn plain() -> impl Strategy<Value = Plain> {
    let leaf = prop_oneof![
        Just(Plain::None),
        any::<bool>().prop_map(Plain::Bool),
        "[+-]?[0-9]{0,3}".prop_map(Plain::Int),
        prop::sample::select(vec!["0.5", "nan", "inf", "x", "0.50000000001"])
            .prop_map(|text| Plain::Float(text.into())),
        text().prop_map(Plain::Str),
        (text(), text()).prop_map(|(class, repr)| Plain::Other { class, repr }),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Plain::List),
            vec(inner.clone(), 0..4).prop_map(Plain::Tuple),
            vec(inner.clone(), 0..4).prop_map(Plain::Set),
            vec((inner.clone(), inner), 0..4).prop_map(Plain::Dict),
        ]
    })
}

fn case_record() -> impl Strategy<Value = Record> {
    (0usize..3, prop::option::of(plain()), prop::option::of(exception()), text()).prop_map(
        |(index, returned, raised, stdout)| Record::Case(CaseRecord { index, returned, raised, stdout }),
    )
}

fn record() -> impl Strategy<Value = Record> {
    prop_oneof![
        3 => Just(Record::Started { protocol: 1 }),
        1 => exception().prop_map(|exception| Record::LoadFailed { exception }),
        4 => vec(prop::sample::select(vec!["test_a", "test_b[1]", "test_z"]), 0..4).prop_map(|tests| Record::Collected {
            tests: tests.into_iter().map(str::to_owned).collect()
        }),
        6 => test_record(),
        2 => case_record(),
        3 => (0i32..4).prop_map(|status| Record::Finished { status: status / 2 }),
    ]
}

/// An honest run, and what becomes of it when records are doubled, dropped, moved or added.
fn records() -> impl Strategy<Value = Vec<Record>> {
    let test = |id: &str, outcome| {
        Record::Test(TestRecord {
            id: id.into(),
            outcome,
            phase: "call".into(),
            exception: None,
            message: None,
            comparison: None,
            explanation: None,
            stdout: String::new(),
            stderr: String::new(),
            seconds: 0.0,
        })
    };
    let honest = move || {
        vec![
            Record::Started { protocol: 1 },
            Record::Collected { tests: TESTS.iter().map(|id| (*id).to_owned()).collect() },
            test("test_a", TestOutcome::Passed),
            test("test_b[1]", TestOutcome::Passed),
            Record::Finished { status: 0 },
        ]
    };
    let edit = (0u8..4, any::<prop::sample::Index>(), any::<prop::sample::Index>(), record());
    let edited = vec(edit, 0..3).prop_map(move |edits| {
        let mut records = honest();
        for (kind, at, to, new) in edits {
            if records.is_empty() {
                break;
            }
            let (at, to) = (at.index(records.len()), to.index(records.len()));
            match kind {
                0 => records.swap(at, to),
                1 => drop(records.remove(at)),
                2 => records.insert(to, records[at].clone()),
                _ => records.insert(to, new),
            }
        }
        records
    });
    prop_oneof![2 => edited, 1 => vec(record(), 0..10)]
}

fn ending() -> impl Strategy<Value = Ending> {
    prop_oneof![
        6 => Just(Ending::Exited(0)),
        2 => (-2i32..4).prop_map(Ending::Exited),
        1 => Just(Ending::Signaled(9)),
        1 => Just(Ending::TimedOut(Duration::from_secs(1))),
        1 => Just(Ending::OutputLimit(ByteSize::kib(1))),
        1 => Just(Ending::Exceeded(Exceeded::Memory(1 << 20))),
        1 => Just(Ending::Cancelled),
        1 => Just(Ending::Refused(Refusal { file: "shape.py".into(), why: "is missing".into() })),
        1 => text().prop_map(|why| Ending::NotRun(why.into())),
    ]
}

pub(crate) fn execution() -> impl Strategy<Value = Execution> {
    let stacks = prop_oneof![
        text(),
        Just(
            "Current thread 0x1 (most recent call first):\n  File \"/job/shape.py\", line 3 in f\n"
                .to_owned()
        ),
    ];
    let captured =
        || (stream(), stream(), prop_oneof![3 => Just(0u64), 1 => any::<u32>().prop_map(u64::from)]);
    (ending(), captured(), captured(), records(), 0usize..2, prop::option::of(stacks), 0usize..2).prop_map(
        |(ending, stdout, stderr, records, bad_records, stacks, survivors)| {
            let captured = |(head, tail, dropped): (Vec<u8>, Vec<u8>, u64)| Captured {
                head,
                tail: if dropped > 0 { tail } else { Vec::new() },
                dropped,
            };
            Execution {
                sources: Vec::new(),
                ending,
                stdout: captured(stdout),
                stderr: captured(stderr),
                records,
                bad_records,
                stacks,
                workdir: PathBuf::from("/job"),
                wall: Duration::ZERO,
                survivors,
                left: Vec::new(),
            }
        },
    )
}
