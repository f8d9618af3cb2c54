//! Executions that did not end by themselves.

use std::time::Duration;

use super::super::testing::{failed, judged, kinds, output, pytest, pytest_run, ran, test};
use super::*;
use crate::model::check::Compare;
use crate::model::execution::Refusal;
use crate::model::limits::{ByteSize, Exceeded};
use crate::model::record::TestOutcome;

fn ended(ending: Ending) -> Execution {
    Execution { ending, ..ran("partial\n", "warned\n", 0) }
}

fn script() -> Check {
    output("a\n", Compare::default())
}

fn timed_out(stacks: &str) -> (Vec<String>, bool) {
    let mut execution = ended(Ending::TimedOut(Duration::from_millis(1500)));
    execution.stacks = Some(stacks.into());
    let failure = failed(&script(), &execution);
    let [Mismatch::TimedOut { seconds, stack, reading_input }] = failure.mismatches.as_slice() else {
        panic!("{failure:?}")
    };
    assert!((seconds - 1.5).abs() < 1e-9);
    assert_eq!((failure.stdout.as_str(), failure.stderr.as_str()), ("partial\n", "warned\n"));
    let shown = stack.iter().map(|frame| format!("{}:{} {}", frame.file, frame.line, frame.function));
    (shown.collect(), *reading_input)
}

/// 3.13.0, after SIGABRT.
const STACKS: &str = r#"Fatal Python error: Aborted

Thread 0x00007fe15db846c0 (most recent call first):
  File "/job/shape.py", line 5 in worker
  File "/usr/lib/python3.13/threading.py", line 992 in run
  File "/usr/lib/python3.13/threading.py", line 1041 in _bootstrap_inner
  File "/usr/lib/python3.13/threading.py", line 1012 in _bootstrap

Current thread 0x00007fe15e7f7b80 (most recent call first):
  File "/usr/lib/python3.13/random.py", line 77 in choice
  File "/job/shape.py", line 8 in main
  File "/job/shape.py", line 10 in <module>

Extension modules: _testcapi (total: 1)
"#;

#[test]
fn a_time_limit_shows_where_the_main_thread_was() {
    let (stack, reading) = timed_out(STACKS);
    assert_eq!(stack, ["shape.py:10 <module>", "shape.py:8 main"]);
    assert!(!reading);
}

#[test]
fn a_main_thread_outside_the_learners_code_gives_way_to_another() {
    let stacks = STACKS.replace("/job/shape.py\", line 8", "/x.py\", line 8").replace(
        "  File \"/job/shape.py\", line 10 in <module>",
        "  File \"/usr/lib/python3.13/threading.py\", line 1500 in _shutdown",
    );
    let (stack, _) = timed_out(&stacks);
    assert_eq!(stack, ["shape.py:5 worker"]);
    assert_eq!(timed_out(""), (vec![], false));
    assert_eq!(
        timed_out("  File \"/job/shape.py\", line x in f\ngarbage (most recent call first)"),
        (vec![], false)
    );
}

#[test]
fn waiting_for_input_is_told_where_it_shows() {
    let (_, reading) = timed_out(
        "Current thread 0x1 (most recent call first):\n  File \"/usr/lib/python3.13/getpass.py\", line 71 in unix_getpass\n  \
         File \"/job/shape.py\", line 2 in <module>\n",
    );
    assert!(reading);
    let (stack, reading) = timed_out(
        "Current thread 0x1 (most recent call first):\n  File \"/job/shape.py\", line 2 in ask\n    name = input()\n",
    );
    assert_eq!((stack.as_slice(), reading), (["shape.py:2 ask".to_owned()].as_slice(), true));
}

#[test]
fn other_endings_have_their_own_mismatch() {
    let flood = Execution {
        stdout: Captured::whole("y\n".repeat(5000)),
        ..ended(Ending::OutputLimit(ByteSize::kib(1)))
    };
    let failure = failed(&script(), &flood);
    let head = "y\n".repeat(10).trim_end().to_owned();
    assert_eq!(failure.mismatches, [Mismatch::OutputLimit { limit: 1024, head }]);
    assert!(failure.stdout.is_empty());
    let wide = Execution {
        stdout: Captured::whole(format!("{0}\n{0}\n", "ä".repeat(5000))),
        ..ended(Ending::OutputLimit(ByteSize::kib(1)))
    };
    let head = format!("{0}\n{0}", "ä".repeat(200));
    assert_eq!(failed(&script(), &wide).mismatches, [Mismatch::OutputLimit { limit: 1024, head }]);

    let limit = Exceeded::Memory(1 << 29);
    assert_eq!(
        failed(&script(), &ended(Ending::Exceeded(limit))).mismatches,
        [Mismatch::LimitExceeded { limit }]
    );
    assert_eq!(
        failed(&script(), &ended(Ending::Signaled(11))).mismatches,
        [Mismatch::Signaled { signal: 11 }]
    );
    let refusal = Refusal { file: "shape.py".into(), why: "is missing".into() };
    let failure = failed(&script(), &Execution::without_run(Ending::Refused(refusal)));
    assert_eq!(kinds(&failure.mismatches), ["refused"]);
    let cancelled = judged(&script(), &Execution::without_run(Ending::Cancelled));
    assert_eq!(cancelled, Verdict::Skipped { reason: "cancelled".into() });
    let fault = judged(&script(), &Execution::without_run(Ending::NotRun("disk full".into())));
    assert!(matches!(fault, Verdict::Fault(fault) if fault.what.contains("disk full")));
}

#[test]
fn tests_that_failed_before_the_limit_are_told() {
    let mut execution =
        pytest_run(vec![test("test_a", TestOutcome::Failed), test("test_b", TestOutcome::Passed)]);
    execution.ending = Ending::TimedOut(Duration::from_secs(5));
    let failure = failed(&pytest(&["test_a", "test_b", "test_c"]), &execution);
    assert_eq!(kinds(&failure.mismatches), ["timed_out", "test"]);
}
