//! The progress file: garbage, crashes, crowds and closed doors.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, SystemTime};

use proptest::prelude::*;

use prolings::model::exercise::{Exercise, Hint};

use super::support::{Fixture, child, child_of, course_at, name};
use prolings::progress::{
    Completion, Outcome, Sights, Stage, Started, Starters, Store, Timestamp, hash_files, stage, standing,
};

fn judge(store: &mut Store, exercise: &str) {
    store.update(|state| state.judged(&name(exercise), Outcome::Failed, None, Timestamp(1))).unwrap();
}

fn judgements(root: &Path, exercise: &str) -> u64 {
    let mut store = Store::open(root).unwrap();
    assert_eq!(store.take_notices(), Vec::<String>::new());
    store.state().progress(&name(exercise)).map_or(0, |progress| progress.judgements)
}

fn with_hints(exercise: Exercise) -> Exercise {
    let hint = |text: &str| Hint { text: text.to_owned(), when: None };
    Exercise { hints: ["one", "two", "three"].map(hint).to_vec(), ..exercise }
}

#[test]
fn what_was_learnt_is_there_the_next_day() {
    let fixture = Fixture::new();
    let first = fixture.exercise("first");
    let files = hash_files(&first);
    let mut store = Store::open(&fixture.root).unwrap();
    assert!(!fixture.root.join(".prolings").exists(), "looking makes no folder");
    store
        .update(|state| state.judged(&first.name, Outcome::Passed, files, Timestamp(1_767_225_600)))
        .unwrap();
    let second = with_hints(fixture.exercise("second"));
    store.update(|state| state.show_hint(&second)).unwrap();
    let store = Store::open(&fixture.root).unwrap();
    assert_eq!(store.state().completion(&first.name, files), Completion::Done);
    assert_eq!(store.state().hints(&second).shown, ["one"]);
    assert_eq!(fs::read_to_string(fixture.state_file(".gitignore")).unwrap(), "*\n");
}

#[test]
fn the_example_in_the_docs_is_read_and_written_as_it_stands() {
    let fixture = Fixture::new();
    let page = include_str!("../../docs/progress.md");
    let example = page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    fs::create_dir(fixture.root.join(".prolings")).unwrap();
    fs::write(fixture.state_file("progress.json"), example).unwrap();
    let mut store = Store::open(&fixture.root).unwrap();
    assert_eq!(store.take_notices(), Vec::<String>::new());
    assert!(store.state().progress(&name("my_meta")).is_some_and(|progress| progress.passed.is_some()));
    let my_meta = Exercise { name: name("my_meta"), ..with_hints(fixture.exercise("first")) };
    store.update(|state| state.show_hint(&my_meta)).unwrap();
    let written = fs::read_to_string(fixture.state_file("progress.json")).unwrap();
    assert_eq!(written, example.replace("\"hints\": 1", "\"hints\": 2"));
}

#[test]
fn an_update_that_changes_nothing_writes_nothing() {
    let fixture = Fixture::new();
    let mut store = Store::open(&fixture.root).unwrap();
    store.update(|_| ()).unwrap();
    assert!(!fixture.state_file("progress.json").exists());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_bytes_are_survived_with_a_backup(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        survives(&bytes)?;
    }

    #[test]
    fn a_damaged_file_is_survived_with_a_backup(at in 0usize..260, byte in any::<u8>(), cut in any::<bool>()) {
        let files = "a".repeat(64);
        let mut bytes = format!(
            r#"{{"version": 1, "exercises": {{"first": {{"outcome": "failed", "judged_at": 1, "judgements": 1,
               "passed": {{"files": "{files}", "at": 1}}, "hints": 2}}}}}}"#
        ).into_bytes();
        let at = at % bytes.len();
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        survives(&bytes)?;
    }
}

/// Opening and updating work; either the file was good, or its bytes are kept aside and it is said.
fn survives(bytes: &[u8]) -> Result<(), TestCaseError> {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join(".prolings");
    fs::create_dir(&state).unwrap();
    fs::write(state.join("progress.json"), bytes).unwrap();
    let mut store = match Store::open(folder.path()) {
        Ok(store) => store,
        Err(error) => {
            // Only a version from the future is refused, and it is left alone.
            prop_assert!(error.what.contains("newer prolings"), "{error}");
            prop_assert_eq!(fs::read(state.join("progress.json")).unwrap(), bytes);
            return Ok(());
        }
    };
    match fs::read(state.join("progress.json.bad-1")) {
        Ok(kept) => {
            prop_assert_eq!(kept, bytes);
            prop_assert_eq!(store.take_notices().len(), 1);
        }
        Err(_) => prop_assert_eq!(store.take_notices().len(), 0),
    }
    let before = store.state().progress(&name("second")).map_or(0, |progress| progress.judgements);
    judge(&mut store, "second");
    let again = Store::open(folder.path()).unwrap();
    prop_assert_eq!(again.state(), store.state());
    prop_assert_eq!(again.state().progress(&name("second")).unwrap().judgements, before + 1);
    Ok(())
}

#[test]
fn every_bad_file_gets_a_number_of_its_own() {
    let fixture = Fixture::new();
    fs::create_dir(fixture.root.join(".prolings")).unwrap();
    for n in 1..=3 {
        fs::write(fixture.state_file("progress.json"), format!("bad {n}")).unwrap();
        let notices = Store::open(&fixture.root).unwrap().take_notices();
        assert!(notices[0].contains(&format!("`.prolings/progress.json.bad-{n}`")), "{notices:?}");
    }
    for n in 1..=3 {
        let kept = fs::read_to_string(fixture.state_file(&format!("progress.json.bad-{n}"))).unwrap();
        assert_eq!(kept, format!("bad {n}"));
    }
}

#[test]
fn a_folder_or_a_pipe_in_the_files_place_is_set_aside() {
    let fixture = Fixture::new();
    fs::create_dir_all(fixture.state_file("progress.json")).unwrap();
    let mut store = Store::open(&fixture.root).unwrap();
    assert!(store.take_notices()[0].contains("it is not a regular file"));
    judge(&mut store, "first");
    assert!(fixture.state_file("progress.json.bad-1").is_dir());
    #[cfg(unix)]
    {
        fs::remove_file(fixture.state_file("progress.json")).unwrap();
        let pipe = fixture.state_file("progress.json");
        assert!(std::process::Command::new("mkfifo").arg(pipe).status().unwrap().success());
        assert_eq!(Store::open(&fixture.root).unwrap().take_notices().len(), 1);
    }
}

#[test]
fn a_file_of_a_newer_version_is_left_alone() {
    let fixture = Fixture::new();
    fs::create_dir(fixture.root.join(".prolings")).unwrap();
    let newer = r#"{"version": 2, "exercises": "elsewhere"}"#;
    let mut store = Store::open(&fixture.root).unwrap();
    fs::write(fixture.state_file("progress.json"), newer).unwrap();
    let error = Store::open(&fixture.root).unwrap_err();
    assert!(error.to_string().contains("help: update prolings"), "{error}");
    let first = with_hints(fixture.exercise("first"));
    let error = store.update(|state| state.show_hint(&first)).unwrap_err();
    assert!(error.what.contains("newer"), "{error}");
    assert_eq!(fs::read_to_string(fixture.state_file("progress.json")).unwrap(), newer);
    assert_eq!(store.state().hints(&first).shown, ["one"], "the run goes on with it");
}

#[test]
fn eight_threads_lose_nothing() {
    let fixture = Fixture::new();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let root = &fixture.root;
            scope.spawn(move || {
                let mut store = Store::open(root).unwrap();
                for _ in 0..50 {
                    judge(&mut store, "shared");
                    judge(&mut store, &format!("own_{thread}"));
                }
            });
        }
    });
    assert_eq!(judgements(&fixture.root, "shared"), 400);
    assert!((0..8).all(|thread| judgements(&fixture.root, &format!("own_{thread}")) == 50));
}

/// A role: 50 updates.
pub(crate) fn count(root: &Path) {
    let mut store = Store::open(root).unwrap();
    (0..50).for_each(|_| judge(&mut store, "shared"));
}

#[test]
fn several_processes_lose_nothing_even_when_they_find_garbage() {
    let fixture = Fixture::new();
    fs::create_dir(fixture.root.join(".prolings")).unwrap();
    fs::write(fixture.state_file("progress.json"), "garbage").unwrap();
    let mut children: Vec<_> =
        (0..5).map(|_| child("count", &fixture.root).stdout(Stdio::null()).spawn().unwrap()).collect();
    for child in &mut children {
        assert!(child.wait().unwrap().success());
    }
    assert_eq!(judgements(&fixture.root, "shared"), 250);
    assert_eq!(fs::read_to_string(fixture.state_file("progress.json.bad-1")).unwrap(), "garbage");
    assert!(!fixture.state_file("progress.json.bad-2").exists());
}

/// A role: updates until it is killed, saying after each how many there are.
pub(crate) fn count_for_ever(root: &Path) {
    let mut store = Store::open(root).unwrap();
    loop {
        judge(&mut store, "shared");
        let count = store.state().progress(&name("shared")).unwrap().judgements;
        println!("have {count}");
    }
}

#[test]
fn a_killed_process_leaves_a_whole_file_that_never_goes_back() {
    let fixture = Fixture::new();
    let mut last = 0;
    for round in 0..50 {
        let mut child = child("count for ever", &fixture.root).stdout(Stdio::piped()).spawn().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut said = String::new();
        // Most are killed while they are at it, some while they start.
        while round % 5 != 0 && !said.contains("have ") {
            assert_ne!(output.read_line(&mut said).unwrap(), 0, "the child ended: {said}");
        }
        let nanos = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().subsec_nanos();
        std::thread::sleep(Duration::from_micros(u64::from(nanos % 15_000)));
        child.kill().unwrap();
        child.wait().unwrap();
        output.read_to_string(&mut said).unwrap();
        let counts = said.lines().filter_map(|line| line.strip_prefix("have ")?.parse::<u64>().ok());
        let acknowledged = counts.max().unwrap_or(last);
        let now = judgements(&fixture.root, "shared");
        assert!(now >= acknowledged && now >= last, "{now} after {acknowledged} and {last}");
        last = now;
    }
    assert!(last >= 40);
    judge(&mut Store::open(&fixture.root).unwrap(), "shared");
    let entries = fs::read_dir(fixture.root.join(".prolings")).unwrap();
    let left: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "temporary files were left: {left:?}");
}

/// A role: goes on in a course that cannot be written to.
pub(crate) fn write_nowhere(root: &Path) {
    let course = course_at(root);
    let first = course.exercise("first").unwrap();
    let mut store = Store::open(root).unwrap();
    let files = hash_files(first);
    let error = store
        .update(|state| state.judged(&first.name, Outcome::Passed, files, Timestamp(1)))
        .expect_err("nothing can be written here");
    assert!(error.why.is_some() && error.help.is_some() && error.place.is_some(), "{error}");
    let mut starters = Starters::open(root, &course);
    let notices = starters.take_notices();
    assert!(notices[0].starts_with("the starters cannot be kept (cannot write `"), "{notices:?}");
    assert_eq!(starters.state(first), Started::Pristine);
    assert_eq!(starters.restore(first).unwrap().len(), 1);
    assert_eq!(stage(first, store.state(), &starters, &Sights::of(&course)), Stage::Done);
    assert_eq!(standing(&course, store.state(), &starters, &Sights::of(&course), None).done, 1);
    println!("went on without: {error}");
}

#[cfg(unix)]
#[test]
fn a_read_only_course_stops_nobody_from_checking() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    let fixture = Fixture::new();
    let set = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    set(fixture.root.parent().unwrap(), 0o755);
    set(&fixture.root, 0o555);
    let copies = tempfile::tempdir().unwrap();
    set(copies.path(), 0o755);
    let executable = copies.path().join("tests");
    fs::copy(std::env::current_exe().unwrap(), &executable).unwrap();
    let mut child = child_of(&executable, "write nowhere", &fixture.root);
    if fs::metadata(copies.path()).unwrap().uid() == 0 {
        // Nothing is closed to root: go as nobody.
        child.uid(65534).gid(65534);
    }
    let output = child.current_dir("/").output().unwrap();
    set(&fixture.root, 0o755);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("writing it is not permitted to you"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_takes_no_more_leaves_the_old_progress_alone() {
    let fixture = Fixture::new();
    judge(&mut Store::open(&fixture.root).unwrap(), "shared");
    let before = fs::read(fixture.state_file("progress.json")).unwrap();
    // A file size limit of nothing fails each write, as a full disk does.
    let child = child("write nowhere", &fixture.root);
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" --exact role --nocapture | cat"]);
    shell.arg(child.get_program()).envs(child.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let output = shell.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("went on without: error: cannot write `progress.json`"), "{said}");
    assert_eq!(fs::read(fixture.state_file("progress.json")).unwrap(), before);
    assert_eq!(judgements(&fixture.root, "shared"), 1);
}

#[test]
fn renamed_exercises_take_their_progress_along() {
    let fixture = Fixture::new();
    let mut store = Store::open(&fixture.root).unwrap();
    judge(&mut store, "former");
    let mut course = fixture.course();
    course.topics[0].exercises[0].aliases.push(name("former"));
    store.resolve_aliases(&course).unwrap();
    assert_eq!(judgements(&fixture.root, "first"), 1);
    assert_eq!(judgements(&fixture.root, "former"), 0);
}

#[test]
fn the_standing_counts_and_names_what_comes_next() {
    let fixture = Fixture::new();
    let course = fixture.course();
    let mut store = Store::open(&fixture.root).unwrap();
    let at_first = standing(&course, store.state(), &fixture.open(), &Sights::of(&course), None);
    assert_eq!((at_first.done, at_first.total, at_first.pending), (0, 2, 2));
    let next = at_first.next.unwrap();
    assert_eq!(next.exercise, name("first"));
    assert_eq!(next.file, "exercises/a1_topic/first/first.py");
    assert_eq!(next.readme, "exercises/a1_topic/first/README.md");

    fixture.write("first/first.py", "print('done')\n");
    let first = fixture.exercise("first");
    let files = hash_files(&first);
    assert_eq!(stage(&first, store.state(), &fixture.open(), &Sights::of(&course)), Stage::Started);
    store.update(|state| state.judged(&first.name, Outcome::Passed, files, Timestamp(1))).unwrap();
    let later = standing(&course, store.state(), &fixture.open(), &Sights::of(&course), None);
    assert_eq!((later.done, later.pending), (1, 1));
    assert_eq!(later.next.unwrap().exercise, name("second"));

    fixture.write("first/first.py", "print('done?')\n");
    assert_eq!(
        stage(&first, store.state(), &fixture.open(), &Sights::of(&course)),
        Stage::ChangedSincePassed
    );
    let changed = standing(&course, store.state(), &fixture.open(), &Sights::of(&course), None);
    assert_eq!((changed.done, changed.pending), (0, 1));
    assert_eq!(changed.next.unwrap().exercise, name("first"));
}
