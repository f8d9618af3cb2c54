//! An update that is interrupted anywhere, by anything.
#![expect(clippy::disallowed_methods, reason = "files of a test need not be replaced in one step")]

use super::*;

fn step(path: &str, expected: Option<&str>, content: Option<&str>, guard: Guard) -> Step {
    let expected = expected.map(|text| ContentHash::of(text.as_bytes()));
    Step { path: path.to_owned(), expected, content: content.map(|text| text.as_bytes().to_vec()), guard }
}

fn steps() -> Vec<Step> {
    vec![
        step(".prolings/backups/update-1/exercises/t/01_a/a.py", None, Some("mine"), Guard::Ours),
        step("exercises/t/01_a/a.py", Some("mine"), None, Guard::BackUp),
        step("exercises/t/01_a/test.py", Some("old test"), None, Guard::BackUp),
        step("exercises/t/02_b/b.py", Some("old"), Some("new"), Guard::Keep),
        step("exercises/t/02_b/test.py", Some("old test"), Some("new test"), Guard::BackUp),
        step("exercises/u/01_a/a.py", None, Some("mine"), Guard::Keep),
        step("exercises/.shipped.json", None, Some("{}"), Guard::Ours),
    ]
}

fn update() -> Update {
    Update { backup: Some(".prolings/backups/update-1".into()), ..Update::default() }
}

fn course() -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join(".prolings")).unwrap();
    for (path, text) in [
        ("exercises/t/01_a/a.py", "mine"),
        ("exercises/t/01_a/test.py", "old test"),
        ("exercises/t/02_b/b.py", "old"),
        ("exercises/t/02_b/test.py", "old test"),
    ] {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    root
}

/// Every file with its text.
fn files(root: &Path) -> BTreeMap<String, String> {
    let walk = walkdir::WalkDir::new(root).into_iter().map(Result::unwrap);
    let files = walk.filter(|entry| entry.file_type().is_file()).map(|entry| {
        let name = entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned();
        (name, fs::read_to_string(entry.path()).unwrap())
    });
    files.filter(|(name, _)| !name.ends_with(".gitignore") && !name.ends_with("lock")).collect()
}

/// Does the first steps of the journal, as an update would that is killed then.
fn first(root: &Path, number: usize) {
    let bytes = fs::read(root.join(JOURNAL)).unwrap();
    let (order, contents) = read(&bytes).unwrap();
    for step in &order.steps[..number] {
        let content = step.content.and_then(|index| contents.get(&index)).copied();
        Work { root, step, content, late: Path::new(".prolings/late") }.run().unwrap();
    }
}

#[test]
fn killed_after_any_step_it_ends_the_same() {
    let whole = course();
    let lock = progress::lock(whole.path()).unwrap();
    let done = carry_out(whole.path(), steps(), update(), &lock).unwrap();
    drop(lock);
    assert_eq!(done, update());
    let wanted = files(whole.path());
    assert_eq!(wanted["exercises/u/01_a/a.py"], "mine");
    assert!(!whole.path().join("exercises/t/01_a").exists(), "an empty folder stays");
    for number in 0..=steps().len() {
        let root = course();
        begin(root.path(), steps(), update()).unwrap();
        first(root.path(), number);
        assert_eq!(finish(root.path()).unwrap(), Some(update()), "after {number} steps");
        assert_eq!(files(root.path()), wanted, "after {number} steps");
        assert_eq!(finish(root.path()).unwrap(), None);
    }
}

#[test]
fn a_file_that_was_saved_in_between_is_not_lost() {
    for number in 0..=steps().len() {
        for path in [
            "exercises/t/01_a/a.py",
            "exercises/t/02_b/b.py",
            "exercises/t/02_b/test.py",
            "exercises/u/01_a/a.py",
        ] {
            let root = course();
            begin(root.path(), steps(), update()).unwrap();
            first(root.path(), number);
            let file = root.path().join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, "saved just now").unwrap();
            let done = finish(root.path()).unwrap().unwrap();
            let after = files(root.path());
            assert!(after.values().any(|text| text == "saved just now"), "{path}, {number}: {after:?}");
            assert_eq!(done.late, [path], "after {number} steps");
            assert!(after.values().any(|text| text == "mine"));
        }
    }
}

#[test]
fn a_file_that_is_the_learners_stays_in_its_place_with_the_new_one_beside_it() {
    let root = course();
    begin(root.path(), steps(), update()).unwrap();
    fs::write(root.path().join("exercises/t/02_b/b.py"), "saved just now").unwrap();
    finish(root.path()).unwrap();
    let after = files(root.path());
    assert_eq!(after["exercises/t/02_b/b.py"], "saved just now");
    assert_eq!(after["exercises/t/02_b/b.py.new"], "new");
}

#[test]
fn a_damaged_journal_is_told_and_touches_nothing() {
    let root = course();
    begin(root.path(), steps(), update()).unwrap();
    let bytes = fs::read(root.path().join(JOURNAL)).unwrap();
    fs::write(root.path().join(JOURNAL), &bytes[..bytes.len() - 1]).unwrap();
    let before = files(root.path().join("exercises").as_path());
    let error = finish(root.path()).unwrap_err();
    assert!(error.to_string().contains("update.journal") && error.help.is_some(), "{error}");
    assert_eq!(files(root.path().join("exercises").as_path()), before);
}
