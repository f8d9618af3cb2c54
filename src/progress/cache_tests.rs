//! What the cache promises, whatever stands in its files.

#![expect(clippy::disallowed_methods, reason = "files of a test need not be replaced in one step")]

use std::time::Duration;

use proptest::prelude::*;
use tempfile::TempDir;

use super::*;
use crate::model::check::Trust;
use crate::model::job::Target;
use crate::model::names::TopicName;
use crate::model::record::PyException;
use crate::model::verdict::{Diff, DiffLine, Failure, Fault, Note, Word};
use crate::progress::testing::{course_of, exercise_at};

const ROOT: &str = "a";

struct Fixture {
    folder: TempDir,
    cache: Cache,
}

impl Fixture {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::of(folder.path());
        Self { folder, cache }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join(".prolings/cache").join(ROOT)
    }

    fn put(&self, bytes: &[u8]) {
        fs::create_dir_all(self.file().parent().unwrap()).unwrap();
        fs::write(self.file(), bytes).unwrap();
    }

    fn recall(&self, seed: u64) -> Option<Vec<CheckResult>> {
        self.cache.recall(&name(), &key(seed))
    }
}

fn name() -> ExerciseName {
    ExerciseName::new(ROOT)
}

fn key(seed: u64) -> Key {
    Key(Digest::of(&seed.to_le_bytes()))
}

fn result(verdict: Verdict) -> ExerciseResult {
    let status = match verdict {
        Verdict::Passed { .. } => Status::Passed,
        Verdict::Failed(_) => Status::Failed,
        Verdict::Fault(_) => Status::Fault,
        Verdict::Skipped { .. } => Status::Skipped,
    };
    let wall = Duration::from_micros(123_456);
    let check = CheckResult {
        check: "output of a.py".into(),
        verdict,
        trust: Trust::ForgeryProof,
        tally: None,
        versions: vec![],
        wall,
    };
    ExerciseResult {
        index: 3,
        exercise: name(),
        topic: TopicName::new("t"),
        title: "A".into(),
        target: Target::Learner,
        files: vec!["a.py".into()],
        hints: 1,
        score: crate::model::grade::Score::default(),
        checks: vec![check],
        status,
        cached: false,
    }
}

fn failed(mismatch: Mismatch) -> ExerciseResult {
    result(Verdict::Failed(Failure::of(mismatch)))
}

fn differs(text: &str) -> ExerciseResult {
    let word = Word { text: text.into(), changed: true };
    let lines = vec![
        DiffLine::Same { text: "\u{1b}[2J same".into() },
        DiffLine::Missing { words: vec![word.clone()], newline: true },
        DiffLine::Extra { words: vec![word], newline: false },
    ];
    failed(Mismatch::Output { diff: Diff { lines, whitespace_only: false, first: 2, dropped: 7 } })
}

#[test]
fn passes_and_failures_come_back_as_they_went_in() {
    let fixture = Fixture::new();
    let cause = Some(Box::new(PyException { class: "KeyError".into(), ..PyException::default() }));
    let exception =
        PyException { class: "ValueError".into(), message: "no\n".into(), cause, ..PyException::default() };
    let results = [
        result(Verdict::PASSED),
        result(Verdict::Passed { notes: vec![Note::TrailingSpaces] }),
        differs("one"),
        failed(Mismatch::Raised { exception }),
    ];
    for (seed, result) in (0..).zip(&results) {
        fixture.cache.keep(result, &key(seed)).unwrap();
    }
    for (seed, result) in (0..).zip(&results) {
        assert_eq!(fixture.recall(seed).as_ref(), Some(&result.checks));
    }
    assert_eq!(fixture.recall(99), None);
    assert_eq!(fixture.cache.recall(&ExerciseName::new("other"), &key(0)), None);
}

#[test]
fn what_another_run_could_judge_otherwise_is_not_kept() {
    let fixture = Fixture::new();
    let fault = Fault { what: "x".into(), details: String::new(), help: "".into() };
    let mut cancelled = result(Verdict::PASSED);
    cancelled.status = Status::Cancelled;
    let mut nothing = result(Verdict::PASSED);
    nothing.checks.clear();
    let results = [
        result(Verdict::Fault(fault)),
        result(Verdict::Skipped { reason: "no git".into() }),
        failed(Mismatch::TimedOut { seconds: 1.0, stack: vec![], reading_input: false }),
        failed(Mismatch::Signaled { signal: 9 }),
        failed(Mismatch::Refused { file: "a.py".into(), why: "is missing".into() }),
        cancelled,
        nothing,
    ];
    for result in &results {
        fixture.cache.keep(result, &key(1)).unwrap();
        assert_eq!(fixture.recall(1), None, "{result:?}");
    }
}

#[test]
fn what_is_called_into_question_is_forgotten() {
    let fixture = Fixture::new();
    let stopped = failed(Mismatch::TimedOut { seconds: 1.0, stack: vec![], reading_input: false });
    fixture.cache.keep(&stopped, &key(1)).unwrap();
    assert!(!fixture.file().exists());
    fixture.cache.keep(&result(Verdict::PASSED), &key(1)).unwrap();
    fixture.cache.keep(&result(Verdict::PASSED), &key(2)).unwrap();
    let mut cancelled = result(Verdict::PASSED);
    cancelled.status = Status::Cancelled;
    fixture.cache.keep(&cancelled, &key(1)).unwrap();
    assert!(fixture.recall(1).is_some());
    fixture.cache.keep(&stopped, &key(1)).unwrap();
    assert_eq!((fixture.recall(1), fixture.recall(2).is_some()), (None, true));
}

#[test]
fn the_last_results_are_kept_and_a_large_one_crowds_out_the_old() {
    let fixture = Fixture::new();
    for seed in 0..10 {
        fixture.cache.keep(&differs("x"), &key(seed)).unwrap();
    }
    let kept: Vec<u64> = (0..10).filter(|seed| fixture.recall(*seed).is_some()).collect();
    assert_eq!(kept, [6, 7, 8, 9]);
    let half = "y".repeat(300 << 10);
    fixture.cache.keep(&differs(&half), &key(10)).unwrap();
    assert!(fixture.recall(10).is_some() && fixture.recall(9).is_some());
    fixture.cache.keep(&differs(&half), &key(11)).unwrap();
    assert!(fixture.recall(11).is_some() && fixture.recall(10).is_none());
    let all = "z".repeat(600 << 10);
    fixture.cache.keep(&differs(&all), &key(12)).unwrap();
    assert!(fixture.recall(12).is_none() && fixture.recall(11).is_some(), "too large for any file");
    assert!(fs::metadata(fixture.file()).unwrap().len() <= MAX_FILE.0);
}

#[test]
fn a_result_replaces_the_one_under_its_key() {
    let fixture = Fixture::new();
    fixture.cache.keep(&differs("x"), &key(1)).unwrap();
    fixture.cache.keep(&result(Verdict::PASSED), &key(1)).unwrap();
    assert_eq!(fixture.recall(1), Some(result(Verdict::PASSED).checks));
    assert_eq!(records(&fs::read(fixture.file()).unwrap()).count(), 1);
}

#[test]
fn what_stands_in_the_way_costs_results_and_nothing_else() {
    let fixture = Fixture::new();
    fs::create_dir_all(fixture.file()).unwrap();
    assert_eq!(fixture.recall(1), None);
    fixture.cache.keep(&differs("x"), &key(1)).unwrap_err();
    fixture.cache.clear().unwrap();
    fs::write(fixture.folder.path().join(".prolings/cache"), "a file").unwrap();
    assert_eq!(fixture.recall(1), None);
    fixture.cache.keep(&differs("x"), &key(1)).unwrap_err();
    fixture.cache.clear().unwrap();
    fixture.cache.keep(&differs("x"), &key(1)).unwrap();
    assert!(fixture.recall(1).is_some());
}

#[test]
fn clearing_says_what_it_freed_and_touches_nothing_else() {
    let fixture = Fixture::new();
    assert_eq!(fixture.cache.clear().unwrap(), Freed { files: 0, bytes: ByteSize(0) });
    fixture.cache.keep(&differs("x"), &key(1)).unwrap();
    let bytes = ByteSize(fs::metadata(fixture.file()).unwrap().len());
    let progress = fixture.folder.path().join(".prolings/progress.json");
    fs::write(&progress, "{}").unwrap();
    assert_eq!(fixture.cache.clear().unwrap(), Freed { files: 1, bytes });
    assert!(progress.is_file() && fixture.recall(1).is_none());
}

#[test]
fn tidying_leaves_the_course_its_results() {
    let fixture = Fixture::new();
    fixture.cache.keep(&differs("x"), &key(1)).unwrap();
    let stray = fixture.file().with_file_name("gone");
    fs::write(&stray, "x").unwrap();
    let course = course_of(fixture.folder.path(), vec![exercise_at(ROOT, fixture.folder.path(), &[])]);
    fixture.cache.tidy(&course);
    assert!(fixture.recall(1).is_some() && !stray.exists());
}

#[test]
fn everything_that_decides_a_verdict_is_part_of_the_key() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.py"), "x").unwrap();
    let exercise = exercise_at("a", folder.path(), &["a.py"]);
    let conditions = Conditions { prolings: "1", environment: "2", settings: "3", needs: "4" };
    let key =
        |exercise: &Exercise, conditions| Key::of(exercise, &Inputs::read(exercise), &conditions).unwrap();
    let base = key(&exercise, conditions);
    assert_eq!(key(&exercise, conditions), base);
    let mut others = vec![
        key(&exercise, Conditions { prolings: "x", ..conditions }),
        key(&exercise, Conditions { environment: "x", ..conditions }),
        key(&exercise, Conditions { settings: "x", ..conditions }),
        key(&exercise, Conditions { needs: "x", ..conditions }),
        key(&exercise, Conditions { prolings: "12", environment: "", ..conditions }),
    ];
    let mut changed = exercise.clone();
    changed.manifest.0[0] = 1;
    others.push(key(&changed, conditions));
    let mut changed = exercise.clone();
    changed.limits.time = Duration::from_secs(1);
    others.push(key(&changed, conditions));
    let mut changed = exercise.clone();
    changed.protected = vec![crate::model::names::RelPath::new("a.py").unwrap()];
    others.push(key(&changed, conditions));
    fs::write(folder.path().join("a.py"), "y").unwrap();
    others.push(key(&exercise, conditions));
    assert!(!others.contains(&base));
    fs::remove_file(folder.path().join("a.py")).unwrap();
    assert_eq!(Key::of(&exercise, &Inputs::read(&exercise), &conditions), None);
}

/// A file as it is after a few runs.
fn sound() -> Vec<u8> {
    let fixture = Fixture::new();
    fixture.cache.keep(&differs("first"), &key(1)).unwrap();
    fixture.cache.keep(&result(Verdict::PASSED), &key(2)).unwrap();
    fs::read(fixture.file()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_bytes_are_survived_and_replaced(bytes in proptest::collection::vec(any::<u8>(), 0..300), header: bool) {
        let fixture = Fixture::new();
        let start = if header { format!("{FORMAT}\n").into_bytes() } else { Vec::new() };
        fixture.put(&[start, bytes].concat());
        prop_assert_eq!(fixture.recall(1), None);
        fixture.cache.keep(&differs("x"), &key(1)).unwrap();
        prop_assert_eq!(fixture.recall(1), Some(differs("x").checks));
    }

    #[test]
    fn damage_loses_results_and_never_changes_one(
        at in any::<proptest::sample::Index>(),
        to: u8,
        cut in proptest::option::of(any::<proptest::sample::Index>()),
    ) {
        let mut bytes = sound();
        let at = at.index(bytes.len());
        bytes[at] = to;
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let fixture = Fixture::new();
        fixture.put(&bytes);
        for (seed, wanted) in [(1, differs("first")), (2, result(Verdict::PASSED))] {
            if let Some(found) = fixture.recall(seed) {
                prop_assert_eq!(found, wanted.checks);
            }
        }
        fixture.cache.keep(&differs("x"), &key(1)).unwrap();
        prop_assert_eq!(fixture.recall(1), Some(differs("x").checks));
    }
}
