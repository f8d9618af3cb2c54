//! `prolings init`: the course in a folder of the learner's own.

use super::*;

#[test]
fn the_course_that_prolings_carries_is_the_one_of_this_repository() {
    let folder = tempfile::tempdir().unwrap();
    let ran = run(prolings(folder.path()).args(["init", "mine"]));
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    assert_says(&ran.stdout, &["Advanced Python (Pro)", "in mine", "`cd mine`", "`prolings next`"]);
    let learner = folder.path().join("mine");
    assert!(!learner.join("solutions").exists());
    let list = run(prolings(&learner).arg("list"));
    assert_says(&list.stdout, &["first_run", "pending"]);
    assert_eq!(list.stderr, "");
    let ran = run(prolings(&learner).args(["solution", "first_run", "--force"]));
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    assert_says(&ran.stdout, &["first_run.py", "print(f\"Hello", "**Why.**"]);
    let ran = run(prolings(&learner).arg("update"));
    assert_says(&ran.stdout, &["Everything is up to date."]);
}

#[test]
fn what_is_written_is_the_course_without_its_solutions() {
    let desk = Desk::begun();
    let mut written = files(&desk.learner().join("exercises"));
    assert!(written.remove(".shipped.json").is_some());
    assert_eq!(written, files(&desk.course(1).join("exercises")));
    assert!(!desk.has("solutions"));
    assert_says(&desk.expect(&["solution", "greeting", "--force"], 0), &["greeting.py"]);
}

#[test]
fn a_folder_with_something_in_it_is_refused_and_left_alone() {
    let desk = Desk::new();
    let learner = desk.learner();
    fs::create_dir(&learner).unwrap();
    fs::write(learner.join("thesis.txt"), "mine").unwrap();
    let ran = run(prolings(&desk.folder.path().join("learner")).arg("init"));
    assert_eq!(ran.code, Some(2));
    assert_says(&ran.stderr, &["this folder is not empty", "thesis.txt", "prolings init my-course"]);
    assert_eq!(files(&learner).len(), 1);
    let ran = run(prolings(desk.folder.path()).args(["init", "learner/thesis.txt"]));
    assert_eq!(ran.code, Some(2));
    assert_says(&ran.stderr, &["is no folder"]);
}

#[test]
fn an_empty_folder_and_a_fresh_repository_will_do() {
    let desk = Desk::new();
    let learner = desk.learner();
    fs::create_dir_all(learner.join(".git")).unwrap();
    // What an `init` that was killed leaves behind.
    fs::create_dir_all(learner.join(".prolings-init-abc/exercises")).unwrap();
    let ran = run(prolings(&learner).args(["init", "--from"]).arg(desk.course(1)));
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    assert_says(&ran.stdout, &["in this folder"]);
    assert!(desk.has(GREETING) && desk.has(".git") && !desk.has(".prolings-init-abc"));
}

#[test]
fn a_course_in_a_course_is_refused() {
    let desk = Desk::begun();
    for (args, says) in [
        (["init", "."], ["already", "`prolings update` brings it up to date"]),
        (["init", "again"], ["already", "name a folder outside of it"]),
    ] {
        let ran = desk.run(&args);
        assert_eq!(ran.code, Some(2));
        assert_says(&ran.stderr, &says);
    }
    assert!(!desk.has("again"));
}

#[test]
fn a_broken_course_is_not_taken_and_leaves_nothing_behind() {
    let desk = Desk::new();
    fs::remove_file(desk.course(1).join("exercises/t1_first/02_doubling/test_doubling.py")).unwrap();
    let ran = run(prolings(desk.folder.path()).args(["init", "learner", "--from", "v1"]));
    assert_eq!(ran.code, Some(2));
    assert_says(
        &ran.stderr,
        &["test_doubling.py is missing", "v1/exercises/t1_first/02_doubling/exercise.yaml"],
    );
    assert!(!desk.learner().exists());
    let ran = run(prolings(desk.folder.path()).args(["init", "learner", "--from", "v3"]));
    assert_says(&ran.stderr, &["there is no folder `v3`"]);
}

#[test]
fn a_deleted_file_comes_back_even_when_prolings_has_forgotten_everything() {
    let desk = Desk::begun();
    fs::remove_dir_all(desk.learner().join(".prolings")).unwrap();
    let starter = desk.read(GREETING);
    fs::remove_file(desk.learner().join(GREETING)).unwrap();
    assert_says(&desk.expect(&["list"], 0), &["greeting"]);
    desk.expect(&["reset", "greeting", "--yes"], 0);
    assert_eq!(desk.read(GREETING), starter);
    // What was changed before prolings looked is not taken for the starter.
    fs::remove_dir_all(desk.learner().join(".prolings")).unwrap();
    desk.write(GREETING, "mine\n");
    assert_says(&desk.expect(&["list"], 0), &["started  greeting"]);
    desk.expect(&["reset", "greeting", "--yes"], 0);
    assert_eq!(desk.read(GREETING), starter);
}

#[test]
fn what_a_learner_puts_among_the_exercises_is_told_and_stops_nothing() {
    let desk = Desk::begun();
    desk.write("exercises/notes.txt", "x");
    fs::create_dir(desk.learner().join("exercises/t1_first/scratch")).unwrap();
    desk.write("exercises/t1_first/scratch/try.py", "x");
    let said = desk.expect(&["list"], 0);
    assert_says(&said, &["no part of the course", "exercises/notes.txt", "exercises/t1_first/scratch"]);
    // An author has put it there by mistake.
    let ran = desk.run(&["dev", "check"]);
    assert_eq!(ran.code, Some(2));
    assert_says(&ran.stderr, &["stray file notes.txt"]);
}
