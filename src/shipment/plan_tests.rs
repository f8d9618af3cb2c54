//! What an update decides, file by file.

use super::*;

/// A version of a course: exercises with their folders and learner's files, and all files with their contents.
#[derive(Debug)]
struct Version {
    record: Record,
    files: BTreeMap<String, String>,
}

fn version(number: u32, exercises: &[(&str, &str, &[&str])], files: &[(&str, &str)]) -> Version {
    let mut record = Record::new("Shapes", Some(number), None);
    for (name, folder, edit) in exercises {
        let edit = edit.iter().map(|file| (*file).to_owned()).collect();
        record.exercises.insert((*name).to_owned(), ShippedExercise { folder: (*folder).to_owned(), edit });
    }
    let files: BTreeMap<String, String> =
        files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    record.files =
        files.iter().map(|(path, text)| (path.clone(), ContentHash::of(text.as_bytes()))).collect();
    Version { record, files }
}

fn contents(files: &BTreeMap<String, String>) -> Contents<'_> {
    files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())).collect()
}

/// The folder after the update, and what is told, given what the learner changed (`None`: deleted).
fn updated(
    old: &Version,
    new: &Version,
    aliases: &[(&str, &str)],
    changes: &[(&str, Option<&str>)],
) -> (BTreeMap<String, String>, Update) {
    let mut files = old.files.clone();
    for (path, text) in changes {
        match text {
            Some(text) => files.insert((*path).to_owned(), (*text).to_owned()),
            None => files.remove(*path),
        };
    }
    let before = Before { record: &old.record, files: contents(&files) };
    let aliases = aliases.iter().copied().collect();
    let after = After { record: &new.record, aliases, files: contents(&new.files) };
    let plan = plan(&before, &after, "b");
    let mut folder: BTreeMap<String, String> =
        files.iter().map(|(path, text)| (format!("exercises/{path}"), text.clone())).collect();
    for step in plan.steps {
        match step.content {
            Some(content) => folder.insert(step.path, String::from_utf8(content).unwrap()),
            None => folder.remove(&step.path),
        };
    }
    (folder, plan.update)
}

fn folder(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

const ONE: &[(&str, &str, &[&str])] = &[("a", "t/01_a", &["a.py"])];

#[test]
fn an_untouched_starter_is_replaced_and_an_edited_one_kept_with_the_new_one_beside_it() {
    let old = version(1, ONE, &[("course.yaml", "1"), ("t/01_a/a.py", "old"), ("t/01_a/test_a.py", "t1")]);
    let new = version(2, ONE, &[("course.yaml", "2"), ("t/01_a/a.py", "new"), ("t/01_a/test_a.py", "t2")]);
    let (after, update) = updated(&old, &new, &[], &[]);
    let wanted = [
        ("exercises/course.yaml", "2"),
        ("exercises/t/01_a/a.py", "new"),
        ("exercises/t/01_a/test_a.py", "t2"),
    ];
    assert_eq!(after, folder(&wanted));
    assert_eq!((update.files, update.backup), (3, None));

    let (after, update) = updated(&old, &new, &[], &[("t/01_a/a.py", Some("mine"))]);
    let wanted = [
        ("b/exercises/t/01_a/a.py", "mine"),
        ("exercises/course.yaml", "2"),
        ("exercises/t/01_a/a.py", "mine"),
        ("exercises/t/01_a/a.py.new", "new"),
        ("exercises/t/01_a/test_a.py", "t2"),
    ];
    assert_eq!(after, folder(&wanted));
    let kept = ("exercises/t/01_a/a.py".to_owned(), "exercises/t/01_a/a.py.new".to_owned());
    assert_eq!((update.files, update.kept, update.backup), (2, vec![kept], Some("b".into())));
}

#[test]
fn where_the_starter_is_the_same_an_edited_file_is_nobodys_business() {
    let old = version(1, ONE, &[("t/01_a/a.py", "old"), ("t/01_a/README.md", "r1")]);
    let new = version(2, ONE, &[("t/01_a/a.py", "old"), ("t/01_a/README.md", "r2")]);
    let (after, update) = updated(&old, &new, &[], &[("t/01_a/a.py", Some("mine"))]);
    assert_eq!(after["exercises/t/01_a/a.py"], "mine");
    assert_eq!(after["exercises/t/01_a/README.md"], "r2");
    assert!(update.kept.is_empty() && !after.contains_key("exercises/t/01_a/a.py.new"));

    let (after, update) = updated(&old, &old, &[], &[("t/01_a/a.py", Some("mine"))]);
    assert!(update.is_nothing() && update.backup.is_none(), "{update:?}");
    assert_eq!(after.len(), 2);
}

#[test]
fn a_new_name_or_number_takes_the_work_along() {
    let old = version(1, ONE, &[("t/01_a/a.py", "old"), ("t/01_a/README.md", "r")]);
    let new = version(2, &[("z", "u/03_z", &["a.py"])], &[("u/03_z/a.py", "new"), ("u/03_z/README.md", "r")]);
    let changes = [("t/01_a/a.py", Some("mine")), ("t/01_a/notes.txt", Some("thoughts"))];
    let (after, update) = updated(&old, &new, &[("a", "z")], &changes);
    let wanted = [
        ("b/exercises/t/01_a/a.py", "mine"),
        ("b/exercises/t/01_a/notes.txt", "thoughts"),
        ("exercises/u/03_z/README.md", "r"),
        ("exercises/u/03_z/a.py", "mine"),
        ("exercises/u/03_z/a.py.new", "new"),
        ("exercises/u/03_z/notes.txt", "thoughts"),
    ];
    assert_eq!(after, folder(&wanted));
    assert_eq!(update.renamed, [("a".to_owned(), "z".to_owned())]);
    assert!(update.added.is_empty() && update.removed.is_empty());
}

#[test]
fn an_exercise_that_left_goes_unless_it_was_worked_on() {
    let old = version(1, ONE, &[("course.yaml", "1"), ("t/01_a/a.py", "old"), ("t/01_a/README.md", "r")]);
    let new = version(2, &[], &[("course.yaml", "2")]);
    let (after, update) = updated(&old, &new, &[], &[]);
    assert_eq!(after, folder(&[("exercises/course.yaml", "2")]));
    assert_eq!(update.removed, ["a"]);

    for (file, text) in [("a.py", "mine"), ("own.py", "mine")] {
        let (after, update) = updated(&old, &new, &[], &[(&format!("t/01_a/{file}"), Some(text))]);
        assert_eq!(after[&format!("old-exercises/t/01_a/{file}")], text);
        assert_eq!(after["old-exercises/t/01_a/README.md"], "r");
        assert!(!after.keys().any(|path| path.starts_with("exercises/t")), "{after:?}");
        assert_eq!(update.shelved, [("a".to_owned(), "old-exercises/t/01_a".to_owned())]);
    }
}

#[test]
fn the_courses_own_files_come_back_and_what_was_changed_is_in_the_backup() {
    let old = version(1, ONE, &[("t/01_a/a.py", "old"), ("t/01_a/test_a.py", "t1"), ("t/README.md", "x")]);
    let changes = [
        ("t/01_a/test_a.py", Some("cheat")),
        ("t/README.md", Some("doodle")),
        ("t/01_a/a.py", None),
        ("t/own.txt", Some("o")),
    ];
    let (after, update) = updated(&old, &old, &[], &changes);
    let wanted = [
        ("b/exercises/t/01_a/test_a.py", "cheat"),
        ("b/exercises/t/README.md", "doodle"),
        ("exercises/t/01_a/a.py", "old"),
        ("exercises/t/01_a/test_a.py", "t1"),
        ("exercises/t/README.md", "x"),
        ("exercises/t/own.txt", "o"),
    ];
    assert_eq!(after, folder(&wanted));
    assert_eq!(update.overruled, ["exercises/t/01_a/test_a.py", "exercises/t/README.md"]);
}

#[test]
fn a_file_that_the_course_gave_up_goes_and_an_edited_one_is_in_the_backup() {
    let old =
        version(1, &[("a", "t/01_a", &["a.py", "b.py"])], &[("t/01_a/a.py", "a"), ("t/01_a/b.py", "b")]);
    let new = version(2, ONE, &[("t/01_a/a.py", "a")]);
    assert_eq!(updated(&old, &new, &[], &[]).0, folder(&[("exercises/t/01_a/a.py", "a")]));
    let (after, update) = updated(&old, &new, &[], &[("t/01_a/b.py", Some("mine"))]);
    assert_eq!(after, folder(&[("b/exercises/t/01_a/b.py", "mine"), ("exercises/t/01_a/a.py", "a")]));
    assert_eq!(update.dropped, ["exercises/t/01_a/b.py"]);
}

#[test]
fn two_exercises_that_become_one_lose_neither_work() {
    let exercises: &[(&str, &str, &[&str])] = &[("a", "t/01_a", &["x.py"]), ("b", "t/02_b", &["x.py"])];
    let old = version(1, exercises, &[("t/01_a/x.py", "1"), ("t/02_b/x.py", "2")]);
    let new = version(2, &[("c", "t/01_c", &["x.py"])], &[("t/01_c/x.py", "3")]);
    let changes = [("t/01_a/x.py", Some("first")), ("t/02_b/x.py", Some("second"))];
    let (after, update) = updated(&old, &new, &[("a", "c"), ("b", "c")], &changes);
    assert_eq!(after["exercises/t/01_c/x.py"], "first");
    assert_eq!(after["b/exercises/t/02_b/x.py"], "second");
    assert_eq!(update.overruled, ["exercises/t/02_b/x.py"]);
}

#[test]
fn line_ends_are_no_work() {
    let old = version(1, ONE, &[("t/01_a/a.py", "one\ntwo\n")]);
    let new = version(2, ONE, &[("t/01_a/a.py", "three\n")]);
    let (after, update) = updated(&old, &new, &[], &[("t/01_a/a.py", Some("one\r\ntwo\r\n"))]);
    assert_eq!(after, folder(&[("exercises/t/01_a/a.py", "three\n")]));
    assert_eq!(update.backup, None);
}

mod any_course {
    use super::*;
    use proptest::prelude::*;

    const FILES: [&str; 4] = ["a.py", "b.py", "test.py", "README.md"];

    /// Up to four exercises in any of five folders, each with some files, of which some are the learner's.
    fn any_version(number: u32) -> impl Strategy<Value = Version> {
        let exercise = (0..5usize, proptest::collection::btree_map(0..4usize, "[xyz]", 1..4), 0..3usize);
        proptest::collection::btree_map(0..4usize, exercise, 0..4).prop_map(move |exercises| {
            let mut made: Vec<(String, String, Vec<&str>)> = Vec::new();
            let mut files: Vec<(String, String)> = vec![("course.yaml".into(), number.to_string())];
            for (name, (topic, held, edited)) in exercises {
                let folder = format!("t{topic}/0{number}_{name}");
                let edit = held.keys().take(edited).map(|file| FILES[*file]).collect();
                files.extend(
                    held.iter().map(|(file, text)| (format!("{folder}/{}", FILES[*file]), text.clone())),
                );
                made.push((format!("e{name}"), folder, edit));
            }
            let made: Vec<(&str, &str, &[&str])> = made
                .iter()
                .map(|(name, folder, edit)| (name.as_str(), folder.as_str(), edit.as_slice()))
                .collect();
            let files: Vec<(&str, &str)> =
                files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
            version(number, &made, &files)
        })
    }

    proptest! {
        #[test]
        fn nothing_that_was_written_is_lost_and_the_course_is_whole(
            old in any_version(1),
            new in any_version(2),
            edits in proptest::collection::vec((any::<proptest::sample::Index>(), "[a-z]{3}"), 0..5),
            own in proptest::collection::vec((0..5usize, 0..4usize, "[A-Z]{3}"), 0..3),
            alias in proptest::option::of((0..4usize, 0..4usize)),
        ) {
            let paths: Vec<&String> = old.files.keys().collect();
            let mut changes: BTreeMap<String, String> = BTreeMap::new();
            changes.extend(edits.into_iter().map(|(index, text)| ((*index.get(&paths)).clone(), text)));
            changes.extend(own.into_iter().map(|(topic, name, text)| (format!("t{topic}/01_{name}/own.txt"), text)));
            let listed: Vec<(&str, Option<&str>)> =
                changes.iter().map(|(path, text)| (path.as_str(), Some(text.as_str()))).collect();
            let alias = alias.map(|(old, new)| (format!("e{old}"), format!("e{new}")));
            let aliases: Vec<(&str, &str)> = alias
                .iter()
                .filter(|(_, to)| new.record.exercises.contains_key(to))
                .map(|(from, to)| (from.as_str(), to.as_str()))
                .collect();
            let (after, _) = updated(&old, &new, &aliases, &listed);
            for (path, text) in &changes {
                prop_assert!(after.values().any(|kept| kept == text), "{path} is lost: {after:?}");
            }
            for (path, text) in &new.files {
                let there = after.get(&format!("exercises/{path}"));
                let is_theirs = owner(&new.record, path)
                    .is_some_and(|(_, exercise, file)| exercise.edit.iter().any(|edit| edit == file));
                prop_assert!(there == Some(text) || (is_theirs && there.is_some()), "{path}: {there:?}");
            }
        }
    }
}
