//! What the judge must hold for any input: it never panics, never passes what is not proved, and its diffs lose
//! nothing.

#![expect(clippy::unwrap_used, reason = "a test may end where its set-up does not hold")]

mod strategies;

use std::collections::BTreeSet;
use std::path::PathBuf;

use prolings::judge::diff::diff;
use prolings::judge::judge;
use prolings::judge::normalise::normalise;
use prolings::model::check::{
    CallCase, Case, CasesCheck, Check, CheckKind, Compare, Expect, Order, OutputCheck, PytestCheck, Split,
    Start, Tolerance, ToolCheck,
};
use prolings::model::execution::{Captured, Ending, Execution};
use prolings::model::exercise::{Exercise, ManifestHash, Mistake, MistakePattern};
use prolings::model::grade::Credit;
use prolings::model::limits::Limits;
use prolings::model::names::{ExerciseName, RelPath, TestId, TopicName};
use prolings::model::pattern::Pattern;
use prolings::model::plain::Plain;
use prolings::model::record::{Record, TestOutcome};
use prolings::model::search::Search;
use prolings::model::verdict::{Diff, DiffLine, Verdict, Word};
use proptest::collection::vec;
use proptest::prelude::*;
use strategies::{compare, execution, stream, whitespace};

const TESTS: [&str; 2] = ["test_a", "test_b[1]"];

fn exercise() -> Exercise {
    let mistake = |name: &str, when: MistakePattern| Mistake {
        name: name.into(),
        feedback: name.into(),
        when: Some(when),
    };
    let any = || Some(Search::new("a").unwrap());
    Exercise {
        name: ExerciseName::new("shape"),
        aliases: vec![],
        topic: TopicName::new("t"),
        folder: PathBuf::new(),
        solution: PathBuf::new(),
        title: String::new(),
        covers: vec![],
        level: 1,
        edit: vec![RelPath::new("shape.py").unwrap()],
        protected: vec![],
        groups: BTreeSet::new(),
        needs: vec![],
        after: vec![],
        python: None,
        points: 1,
        credit: Credit::default(),
        limits: Limits::default(),
        checks: vec![],
        hints: vec![],
        starter: None,
        style: prolings::model::exercise::Style::default(),
        mistakes: vec![
            mistake(
                "class",
                MistakePattern {
                    raises: Some("ValueError".into()),
                    message: any(),
                    ..MistakePattern::default()
                },
            ),
            mistake("text", MistakePattern { stdout: any(), stderr: any(), ..MistakePattern::default() }),
            mistake("lines", MistakePattern { diff: any(), ..MistakePattern::default() }),
        ],
        equivalent: vec![],
        manifest: ManifestHash::default(),
    }
}

fn check(kind: CheckKind) -> Check {
    Check { kind, always: false, start: Start::default() }
}

fn output(stdout: &[u8], compare: Compare) -> Check {
    check(CheckKind::Output(OutputCheck {
        script: RelPath::new("shape.py").unwrap(),
        args: vec![],
        stdin: vec![],
        stdout: stdout.to_vec(),
        stdout_file: None,
        exit_code: 0,
        compare,
    }))
}

fn pytest() -> Check {
    let tests = TESTS.iter().map(|id| TestId::new(*id)).collect();
    check(CheckKind::Pytest(PytestCheck {
        file: RelPath::new("test_shape.py").unwrap(),
        tests,
        sentinels: Vec::new(),
        split: Split::Never,
        classes: Vec::new(),
    }))
}

fn cases() -> Check {
    let case = |expect| CallCase {
        call: "f".into(),
        args: vec![],
        kwargs: vec![],
        expect,
        stdout: Some("x\n".into()),
    };
    let table = vec![
        case(Expect::Returns(Plain::Set(vec![Plain::Float("0.5".into())]))),
        case(Expect::Raises { class: "ValueError".into(), message: Some("a".into()) }),
    ];
    let floats = Some(Tolerance { abs: 1e-9, rel: 1e-6 });
    check(CheckKind::Cases(CasesCheck { module: RelPath::new("shape.py").unwrap(), table, floats }))
}

fn ran(stdout: &[u8]) -> Execution {
    Execution { stdout: Captured::whole(stdout), ..Execution::without_run(Ending::Exited(0)) }
}

fn passes(expected: &[u8], actual: &[u8], compare: Compare) -> bool {
    judge(&exercise(), &output(expected, compare), &ran(actual)).is_passed()
}

fn any_order() -> Compare {
    Compare { order: Order::Any { before: vec![] }, ..Compare::default() }
}

/// The rules for a pass, written another way than in the judge.
fn is_proved(execution: &Execution) -> bool {
    let [Record::Started { .. }, Record::Collected { tests }, reported @ .., Record::Finished { status: 0 }] =
        execution.records.as_slice()
    else {
        return false;
    };
    let mut collected: Vec<&str> = tests.iter().map(String::as_str).collect();
    let mut passed = Vec::new();
    for record in reported {
        match record {
            Record::Test(test) if test.outcome == TestOutcome::Passed => passed.push(test.id.as_str()),
            _ => return false,
        }
    }
    passed.sort_unstable();
    collected.sort_unstable();
    passed == TESTS
        && collected == TESTS
        && execution.bad_records == 0
        && execution.ending == Ending::Exited(0)
}

fn words(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect()
}

/// One side of a diff, whole again.
fn side(diff: &Diff, is_expected: bool, other_newline: bool) -> String {
    let mut text = String::new();
    let mut newline = true;
    for line in &diff.lines {
        let (line, ends) = match line {
            DiffLine::Same { text } => (text.clone(), other_newline),
            DiffLine::Missing { words: w, newline } if is_expected => (words(w), *newline),
            DiffLine::Extra { words: w, newline } if !is_expected => (words(w), *newline),
            _ => continue,
        };
        text += &line;
        text.push('\n');
        newline = ends;
    }
    if !newline {
        text.pop();
    }
    text
}

fn lines() -> impl Strategy<Value = Vec<String>> {
    vec("[abc 1]{0,3}", 0..9)
}

fn joined(lines: &[String]) -> Vec<u8> {
    lines.iter().map(|line| format!("{line}\n")).collect::<String>().into_bytes()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn normalising_twice_is_normalising_once(bytes in stream(), whitespace in whitespace()) {
        let once = normalise(&bytes, whitespace);
        let twice = normalise(&once.to_bytes(), whitespace);
        prop_assert_eq!(once.to_bytes(), twice.to_bytes());
        prop_assert_eq!(twice.notes, vec![]);
    }

    #[test]
    fn a_diff_rebuilds_both_sides(expected in "[abé \n]{0,60}", actual in "[abé \n]{0,60}") {
        let diff = diff(expected.as_bytes(), actual.as_bytes());
        prop_assert_eq!(&side(&diff, true, expected.ends_with('\n')), &expected);
        prop_assert_eq!(&side(&diff, false, actual.ends_with('\n')), &actual);
        let differs = diff.lines.iter().any(|line| !matches!(line, DiffLine::Same { .. }));
        prop_assert_eq!(differs, expected != actual);
    }

    #[test]
    fn a_diff_names_the_first_wrong_line(expected in lines(), actual in lines()) {
        prop_assume!(expected != actual);
        let diff = diff(&joined(&expected), &joined(&actual));
        let same = expected.iter().zip(&actual).take_while(|(one, other)| one == other).count();
        prop_assert_eq!(diff.first, same + 1);
    }

    #[test]
    fn judging_never_panics(
        execution in execution(),
        stdout in stream(),
        compare in compare(),
    ) {
        let tool = check(CheckKind::Tool(ToolCheck { command: vec!["mypy".into()] }));
        for check in [output(&stdout, compare), pytest(), cases(), tool] {
            match judge(&exercise(), &check, &execution) {
                Verdict::Passed { .. } => {
                    prop_assert_eq!(&execution.ending, &Ending::Exited(0));
                    match check.kind {
                        CheckKind::Output(_) => prop_assert!(execution.stdout.is_whole()),
                        CheckKind::Pytest(_) => prop_assert!(is_proved(&execution)),
                        CheckKind::Cases(_) => prop_assert!(execution.bad_records == 0),
                        CheckKind::Tool(_) | CheckKind::Mutants(_) => {}
                    }
                }
                Verdict::Failed(failure) => prop_assert!(!failure.mismatches.is_empty()),
                Verdict::Fault(_) | Verdict::Skipped { .. } => {}
            }
        }
    }

    #[test]
    fn a_pytest_pass_is_exactly_what_is_proved(mut execution in execution()) {
        execution.ending = Ending::Exited(0);
        let passed = judge(&exercise(), &pytest(), &execution).is_passed();
        prop_assert_eq!(passed, is_proved(&execution));
    }

    #[test]
    fn the_expected_output_always_passes(stdout in stream(), compare in compare()) {
        let in_order = Compare { order: Order::Exact, pattern: false, ..compare };
        prop_assert!(passes(&stdout, &stdout, in_order));
        let without_rules = Compare { order: Order::Any { before: vec![] }, pattern: false, ..compare };
        prop_assert!(passes(&stdout, &stdout, without_rules));
    }

    #[test]
    fn any_order_takes_any_permutation((lines, shuffled) in lines().prop_flat_map(|lines| (Just(lines.clone()), Just(lines).prop_shuffle()))) {
        prop_assert!(passes(&joined(&lines), &joined(&shuffled), any_order()));
        let patterns = Compare { pattern: true, ..any_order() };
        prop_assert!(passes(&joined(&lines), &joined(&shuffled), patterns));
        let floats = Compare { floats: Some(Tolerance { abs: 1e-9, rel: 0.0 }), ..any_order() };
        prop_assert!(passes(&joined(&lines), &joined(&shuffled), floats));
    }

    #[test]
    fn any_order_misses_no_line(lines in vec("[abc]{1,2}", 1..9), at in any::<prop::sample::Index>()) {
        let mut fewer = lines.clone();
        let line = fewer.remove(at.index(lines.len()));
        prop_assert!(!passes(&joined(&lines), &joined(&fewer), any_order()));
        prop_assert!(!passes(&joined(&fewer), &joined(&lines), any_order()));
        let contains = Compare { contains: true, ..any_order() };
        prop_assert!(passes(&joined(&fewer), &joined(&lines), contains));
        fewer.push(format!("{line}!"));
        prop_assert!(!passes(&joined(&lines), &joined(&fewer), any_order()));
    }

    #[test]
    fn a_literal_pattern_matches_its_line_only(line in "[^\\n{]{0,20}", other in "[^\\n]{0,20}") {
        let pattern = Pattern::parse(&line).unwrap();
        prop_assert!(pattern.matches(line.as_bytes()));
        prop_assert_eq!(pattern.matches(other.as_bytes()), other == line);
        let longer = line.clone() + "x";
        prop_assert!(!pattern.matches(longer.as_bytes()));
        let ignoring = Pattern::parse_with_case(&line, Case::Ignore).unwrap();
        prop_assert!(ignoring.matches(line.as_bytes()));
    }

    #[test]
    fn parsing_a_pattern_never_panics(line in "(\\{\\{|\\}\\}|re:|int|[a-z(\\[{}|*]){0,12}", text in stream()) {
        if let Ok(pattern) = Pattern::parse(&line) {
            pattern.matches(&text);
        }
    }
}
