//! `prolings update`: a newer version of the course, and everything that the learner wrote.

use super::*;

#[test]
fn a_new_version_keeps_the_work_and_tells_what_it_did() {
    let desk = Desk::begun();
    desk.write(DOUBLING, "# my doubling\n");
    desk.expect(&["hint", "doubling"], 0);
    let said = desk.update(2);
    assert_says(
        &said,
        &[
            "version 1 → 2",
            "renamed: doubling is twice now",
            "left the course: area",
            ".prolings/backups/update-1",
        ],
    );
    assert!(desk.read(GREETING).contains("the second starter"));
    assert_eq!(desk.read(TWICE), "# my doubling\n");
    assert_eq!(desk.read(&format!(".prolings/backups/update-1/{DOUBLING}")), "# my doubling\n");
    assert!(!desk.has("exercises/t1_first/02_doubling") && !desk.has("exercises/t2_second"));
    let list = desk.expect(&["list"], 0);
    assert_says(&list, &["pending  greeting", "started  twice"]);
    // What is remembered came along.
    assert_says(&desk.expect(&["hint", "twice"], 0), &["hint 2 of"]);
    assert_says(&desk.update(2), &["Everything is up to date."]);
}

#[test]
fn an_edited_file_stays_with_the_new_starter_beside_it() {
    let desk = Desk::begun();
    desk.write(GREETING, "# my greeting\n");
    desk.write(AREA, "# my area\n");
    let said = desk.update(2);
    assert_says(
        &said,
        &["Kept as you wrote them", GREETING, "greeting.py.new", "old-exercises/t2_second/01_area"],
    );
    assert_eq!(desk.read(GREETING), "# my greeting\n");
    assert!(desk.read(&format!("{GREETING}.new")).contains("the second starter"));
    assert_eq!(desk.read("old-exercises/t2_second/01_area/area.py"), "# my area\n");
    assert_says(&desk.expect(&["list"], 0), &["started  greeting"]);
    desk.expect(&["reset", "greeting", "--yes"], 0);
    assert!(desk.read(GREETING).contains("the second starter"), "the starter is the new one now");
}

#[test]
fn a_trial_changes_nothing() {
    let desk = Desk::begun();
    desk.write(GREETING, "# my greeting\n");
    let before = files(&desk.learner());
    let said = desk.expect(&["update", "--dry-run", "--from", desk.course(2).to_str().unwrap()], 0);
    assert_says(&said, &["would be brought up to date", "greeting.py.new"]);
    assert_eq!(files(&desk.learner()), before);
}

#[test]
fn the_courses_own_files_come_back() {
    let desk = Desk::begun();
    let test = "exercises/t1_first/02_doubling/test_doubling.py";
    let shipped = desk.read(test);
    fs::remove_file(desk.learner().join(test)).unwrap();
    let ran = desk.run(&["list"]);
    assert_eq!(ran.code, Some(2));
    assert_says(
        &ran.stderr,
        &["test_doubling.py is missing", "`prolings update` brings the course's own files back"],
    );
    // Where it came from is known: the folder need not be named again.
    desk.expect(&["update"], 0);
    assert_eq!(desk.read(test), shipped);
    desk.write(test, "cheat\n");
    assert_says(&desk.expect(&["update"], 0), &["not yours to edit", test]);
    assert_eq!(desk.read(test), shipped);
    assert_eq!(desk.read(&format!(".prolings/backups/update-1/{test}")), "cheat\n");
}

#[test]
fn what_is_no_update_is_refused() {
    let desk = Desk::begun();
    desk.update(2);
    let ran = desk.run(&["update", "--from", desk.course(1).to_str().unwrap()]);
    assert_eq!(ran.code, Some(2));
    assert_says(&ran.stderr, &["has version 2", "version 1"]);
    edit(&desk.course(2), "exercises/course.yaml", "title: ", "title: Another ");
    let ran = desk.run(&["update"]);
    assert_eq!(ran.code, Some(2));
    assert_says(&ran.stderr, &["not `Another", "prolings init DIR --from"]);
    fs::remove_dir_all(desk.course(2)).unwrap();
    assert_says(&desk.run(&["update"]).stderr, &["is gone", "prolings update --from COURSE"]);
    // A copy that came some other way.
    let ran = run(prolings(&desk.course(1)).arg("update"));
    assert_eq!(ran.code, Some(2));
    assert_says(&ran.stderr, &["not written by `prolings init`"]);
}

#[cfg(unix)]
#[test]
fn a_link_among_the_exercises_is_refused_before_anything_is_touched() {
    let desk = Desk::begun();
    std::os::unix::fs::symlink("/etc", desk.learner().join("exercises/t1_first/01_greeting/etc")).unwrap();
    let before = files(&desk.learner().join("exercises/t1_first"));
    let ran = desk.run(&["update", "--from", desk.course(2).to_str().unwrap()]);
    assert_eq!(ran.code, Some(2));
    assert_says(&ran.stderr, &["in the way of an update", "no regular file", "01_greeting/etc"]);
    assert_eq!(files(&desk.learner().join("exercises/t1_first")), before);
}

#[test]
fn a_commit_of_the_learner_changes_nothing_about_starters() {
    let desk = Desk::begun();
    let git = |args: &[&str]| {
        let status = std::process::Command::new("git")
            .current_dir(desk.learner())
            .args(["-c", "user.name=A", "-c", "user.email=a@example.org"])
            .args(args)
            .status();
        assert!(status.unwrap().success());
    };
    let starter = desk.read(GREETING);
    desk.write(GREETING, "# mine\n");
    git(&["init", "--quiet"]);
    git(&["add", "--all"]);
    git(&["commit", "--quiet", "--message", "mine"]);
    fs::remove_dir_all(desk.learner().join(".prolings")).unwrap();
    assert_says(&desk.expect(&["list"], 0), &["started  greeting"]);
    desk.expect(&["reset", "greeting", "--yes"], 0);
    assert_eq!(desk.read(GREETING), starter);
}
