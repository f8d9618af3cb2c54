//! Submissions as nobody should hand them in: links, huge files, deep folders, odd names, half a repository.

use super::*;

/// The row of a submission.
fn row(rows: &[Value], name: &str) -> Value {
    rows.iter()
        .find(|row| row["submission"] == name)
        .cloned()
        .unwrap_or_else(|| panic!("no {name} in {rows:#?}"))
}

fn told(row: &Value, exercise: &str) -> String {
    let exercises = row["exercises"].as_array().cloned().unwrap_or_default();
    let found = exercises.iter().find(|cell| cell["exercise"] == exercise);
    found.and_then(|cell| cell["told"].as_str()).unwrap_or_default().to_owned()
}

#[cfg(unix)]
#[test]
fn links_huge_files_and_deep_folders_cost_their_owner_alone() {
    let class = Class::of_three();
    let solutions = class.course.path().join("solutions");
    // A link to the solution, in a real folder.
    class.hand_in("linked", [Work::Right; 3]);
    let area = class.folder().join("linked").join(AREA);
    fs::remove_file(&area).expect("removed");
    std::os::unix::fs::symlink(class.course.path().join(AREA.replacen("exercises/", "solutions/", 1)), &area)
        .expect("a link");
    // All of it a link, to the solutions and to another learner's work.
    fs::create_dir_all(class.folder().join("all_linked")).expect("a folder");
    std::os::unix::fs::symlink(&solutions, class.folder().join("all_linked/exercises")).expect("a link");
    std::os::unix::fs::symlink(class.folder().join("ada"), class.folder().join("copied")).expect("a link");
    class.hand_in("huge", [Work::Right; 3]);
    class.write("huge", GREETING, &"#".repeat(8 << 20));
    class.hand_in("deep", [Work::Right; 3]);
    let deep = class.folder().join("deep/exercises").join("d/".repeat(600));
    fs::create_dir_all(&deep).expect("folders");
    let beside = class.folder().join("deep").join(AREA).with_file_name("x").join("x/".repeat(600));
    fs::create_dir_all(&beside).expect("folders");
    // Everything is missing but the folder; and a loop.
    fs::create_dir_all(class.folder().join("empty/exercises")).expect("folders");
    std::os::unix::fs::symlink("..", class.folder().join("empty/exercises/loop")).expect("a link");
    let ran = class.grade("out", &[]);
    assert_eq!(ran.code, Some(2), "{ran:#?}");
    let rows = class.rows("out");
    assert_eq!(rows.len(), 9, "{rows:#?}");
    assert_eq!(row(&rows, "linked")["score"]["earned"], 2.0);
    assert!(told(&row(&rows, "linked"), "area").contains("symbolic link"), "{rows:#?}");
    assert!(row(&rows, "all_linked")["fault"].as_str().expect("a fault").contains("no folder"));
    assert!(row(&rows, "copied")["fault"].as_str().expect("a fault").contains("symbolic link"));
    assert!(told(&row(&rows, "huge"), "greeting").contains("larger than"), "{rows:#?}");
    assert_eq!(row(&rows, "huge")["score"]["earned"], 2.0);
    assert_eq!(row(&rows, "deep")["score"]["earned"], 3.0);
    assert!(told(&row(&rows, "empty"), "area").contains("is missing"), "{rows:#?}");
    assert_eq!(row(&rows, "ada")["score"]["earned"], 3.0);
}

#[cfg(target_os = "linux")]
#[test]
fn odd_names_and_encodings_are_shown_and_run_nothing() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let class = Class::of_three();
    let names: [&[u8]; 6] = [
        b"=HYPERLINK(1)",
        b"<script>alert(1)</script>".split_at(8).0,
        b"caf\xe9",
        "Zo\u{e9} \u{202e}x".as_bytes(),
        b"a,\"b\"",
        b"two\nlines",
    ];
    for name in names {
        support::copy_tree(&class.folder().join("ada"), &class.folder().join(OsStr::from_bytes(name)));
    }
    class.hand_in("latin", [Work::Right; 3]);
    let latin = class.folder().join("latin").join(GREETING);
    fs::remove_file(&latin).expect("removed");
    let bytes: &[u8] = b"# -*- coding: latin-1 -*-\nname = \"Ada\"  # caf\xe9\nprint(f\"Hello, {name}!\")\n";
    std::io::Write::write_all(&mut fs::File::create_new(latin).expect("a file"), bytes).expect("written");
    let ran = class.grade("out", &[]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    assert!(!ran.stdout.contains('\u{202e}'), "{ran:#?}");
    let rows = class.rows("out");
    assert_eq!(rows.len(), 10);
    assert_eq!(row(&rows, "caf\\xe9")["score"]["earned"], 3.0, "{rows:#?}");
    assert_eq!(row(&rows, "latin")["score"]["earned"], 3.0, "{rows:#?}");
    let csv = class.read("out", "gradebook.csv");
    assert_eq!(csv.lines().count(), 11, "{csv}");
    for part in ["\n\"'=HYPERLINK(1)\",graded", "\n\"a,\"\"b\"\"\",graded", "\ntwo lines,graded"] {
        assert!(csv.contains(part), "no {part:?} in {csv}");
    }
    assert!(!csv.contains('\u{202e}') && csv.contains("⟨U+202E⟩"), "{csv}");
    assert!(!class.read("out", "gradebook.html").contains("<script>alert"));
}

#[test]
fn repositories_tell_their_commit_whole_or_shallow_or_not_at_all() {
    let class = Class::of_three();
    let ada = class.folder().join("ada");
    git(&ada, &["init", "--quiet", "--initial-branch=main"]);
    git(&ada, &["add", "-A"]);
    git(&ada, &["commit", "--quiet", "-m", "first"]);
    git(&ada, &["commit", "--quiet", "--allow-empty", "-m", "second"]);
    let shallow = class.folder().join("shallow");
    let from = format!("file://{}", ada.display());
    git(class.place.path(), &["clone", "--quiet", "--depth=1", &from, &shallow.display().to_string()]);
    // A repository that is none.
    fs::create_dir_all(class.folder().join("ben/.git")).expect("a folder");
    let ran = class.grade("out", &[]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    let rows = class.rows("out");
    let commit = row(&rows, "ada")["commit"].as_str().expect("a commit").to_owned();
    assert_eq!(commit.len(), 40);
    assert_eq!(row(&rows, "shallow")["commit"], commit.as_str());
    assert_eq!(row(&rows, "shallow")["score"]["earned"], 3.0);
    for name in ["ben", "cleo"] {
        assert!(row(&rows, name)["commit"].is_null(), "{rows:#?}");
    }
}

#[test]
fn a_base_that_lacks_an_exercise_grades_the_others() {
    let class = Class::of_three();
    let root = class.course.path();
    let second = root.join("exercises/t2_second");
    let away = class.place.path().join("away");
    fs::rename(&second, &away).expect("moved");
    class.course.replace("exercises/course.yaml", "  - t2_second\n", "");
    git(root, &["init", "--quiet", "--initial-branch=main"]);
    git(root, &["add", "-A"]);
    git(root, &["commit", "--quiet", "-m", "without an area"]);
    fs::rename(&away, &second).expect("moved");
    class.course.replace("exercises/course.yaml", "  - t1_first\n", "  - t1_first\n  - t2_second\n");
    let ran = class.grade("out", &["--base", "main"]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    let csv = class.read("out", "gradebook.csv");
    assert!(csv.lines().next().is_some_and(|head| head.ends_with(",greeting,doubling")), "{csv}");
    assert!(csv.contains("\nada,graded,2,2,100.0,"), "{csv}");
    let ran = class.grade("out", &["--base", "main", "--only", "area"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("nothing in this course is named `area`"), "{ran:#?}");
}
