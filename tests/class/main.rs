//! Grading a whole class through the real binary: every submission has a row, nothing is graded twice, nothing is lost,
//! and shards joined are what one machine would have graded.

#[path = "../support/mod.rs"]
mod support;

mod german;
mod joining;
mod odd;
mod proof;
mod stopping;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use support::{AREA, DOUBLING, GREETING, Ran, Small};
use tempfile::TempDir;

/// What somebody hands in for each exercise.
#[derive(Clone, Copy)]
enum Work {
    /// The solution.
    Right,
    /// The starter.
    Untouched,
    /// A mistake that the course knows.
    Squares,
}

/// A course and the submissions of a class.
struct Class {
    course: Small,
    place: TempDir,
}

impl Class {
    fn new() -> Self {
        Self { course: Small::new(), place: tempfile::tempdir().expect("a folder") }
    }

    /// Three learners: all right, one mistake and nothing else, and nothing at all.
    fn of_three() -> Self {
        let class = Self::new();
        class.hand_in("ada", [Work::Right; 3]);
        class.hand_in("ben", [Work::Untouched, Work::Squares, Work::Untouched]);
        class.hand_in("cleo", [Work::Untouched; 3]);
        class
    }

    fn folder(&self) -> PathBuf {
        self.place.path().join("class")
    }

    /// Hands in greeting, doubling and area.
    fn hand_in(&self, name: &str, work: [Work; 3]) {
        for (file, work) in [GREETING, DOUBLING, AREA].into_iter().zip(work) {
            let solution = file.replacen("exercises/", "solutions/", 1);
            let text = match work {
                Work::Right => self.course.read(&solution),
                Work::Untouched => self.course.read(file),
                Work::Squares => "def double(value):\n    return value * value\n".to_owned(),
            };
            self.write(name, file, &text);
        }
    }

    fn write(&self, name: &str, file: &str, text: &str) {
        let root = self.folder().join(name);
        fs::create_dir_all(root.join(file).parent().expect("a folder")).expect("a folder");
        support::write(&root, file, text);
    }

    /// `prolings grade --submissions CLASS --output OUT`, with a seed of its own.
    fn args(&self, out: &str, more: &[&str]) -> Vec<String> {
        let class = self.folder().display().to_string();
        let out = self.out(out).display().to_string();
        let args = ["grade", "--submissions", &class, "--output", &out, "--seed", "7"];
        args.iter().chain(more).map(|arg| (*arg).to_owned()).collect()
    }

    fn grade(&self, out: &str, more: &[&str]) -> Ran {
        self.run(&self.args(out, more))
    }

    fn run(&self, args: &[String]) -> Ran {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        self.course.run(&args)
    }

    fn out(&self, out: &str) -> PathBuf {
        self.place.path().join(out)
    }

    fn read(&self, out: &str, file: &str) -> String {
        fs::read_to_string(self.out(out).join(file)).expect("a file")
    }

    /// The rows of `gradebook.jsonl`.
    fn rows(&self, out: &str) -> Vec<Value> {
        json_lines(&self.read(out, "gradebook.jsonl"))
    }

    /// Names of submissions by lines of the journal, without its heads.
    fn journal(&self, out: &str) -> Vec<String> {
        let lines = json_lines(&self.read(out, "journal.jsonl"));
        lines.iter().filter_map(|line| line["submission"].as_str().map(str::to_owned)).collect()
    }
}

fn json_lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

fn git(folder: &Path, args: &[&str]) {
    let who =
        ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false"];
    let output = Command::new("git").current_dir(folder).args(who).args(args).output().expect("git");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_class_has_a_row_for_everybody() {
    let class = Class::of_three();
    let db = class.out("grades.db").display().to_string();
    let ran = class.grade("out", &["--db", &db]);
    assert_eq!(ran.code, Some(0), "failing is no error of a class: {ran:#?}");
    assert!(ran.stdout.contains("3 submissions graded"), "{ran:#?}");
    assert!(ran.stdout.contains("3 of 3 points (100 %)"), "{ran:#?}");
    let csv = class.read("out", "gradebook.csv");
    let rows: Vec<&str> = csv.lines().collect();
    assert!(
        rows[0].starts_with("submission,status,points,possible,percent,")
            && rows[0].ends_with("greeting,doubling,area")
    );
    assert_eq!(rows[1], "ada,graded,3,3,100.0,3,0,0,0,0,,,1,1,1");
    assert_eq!(rows[2], "ben,graded,0,3,0.0,0,1,2,0,0,,,0,0,0");
    assert_eq!(rows[3], "cleo,graded,0,3,0.0,0,0,3,0,0,,,0,0,0");
    let json = class.rows("out");
    assert_eq!(json[1]["exercises"][1]["cause"], "mistake squares", "{json:#?}");
    assert_eq!(json[1]["exercises"][0]["status"], "not_started");
    let html = class.read("out", "gradebook.html");
    for part in ["<table id=\"map\">", "3</strong> of 3 submissions graded", "class=\"causes\"", "mean 33 %"]
    {
        assert!(html.contains(part), "no {part}");
    }
    for foreign in ["http://", "https://", "src=", "@import", "url("] {
        assert!(!html.contains(foreign), "the page loads something: {foreign}");
    }
    assert_eq!(query(&db, "select count(*), sum(earned) from results"), "9|3.0");
    assert_eq!(query(&db, "select status, earned from submissions where submission = 'ben'"), "graded|0.0");
}

/// What the database answers, in the way of the command `sqlite3`.
fn query(db: &str, sql: &str) -> String {
    let script = "import sqlite3, sys\nfor row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2]):\n    print(*row, sep='|')";
    let output = Command::new("python3").args(["-c", script, db, sql]).output().expect("python3");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

#[test]
fn nothing_is_graded_twice_and_what_changed_is_graded_again() {
    let class = Class::of_three();
    class.grade("out", &[]);
    let ran = class.grade("out", &[]);
    assert!(ran.stdout.contains("3 known from the journal"), "{ran:#?}");
    assert_eq!(class.journal("out").len(), 3);
    class.hand_in("cleo", [Work::Right, Work::Untouched, Work::Untouched]);
    let ran = class.grade("out", &[]);
    assert!(ran.stdout.contains("2 known from the journal"), "{ran:#?}");
    assert_eq!(class.journal("out").last().map(String::as_str), Some("cleo"));
    assert!(class.read("out", "gradebook.csv").contains("\ncleo,graded,1,3,33.3,"));
    // Another course is another grade.
    class.course.replace(
        &DOUBLING.replace("doubling.py", "test_doubling.py"),
        "import",
        "import sys\nimport",
    );
    let ran = class.grade("out", &[]);
    assert!(ran.stderr.contains("everything is graded again") && ran.stderr.contains("course:"), "{ran:#?}");
    assert_eq!(class.journal("out").len(), 7);
    // Grades from another sandbox are no grades here.
    let ran = class.grade("out", &["--isolation", "none"]);
    assert_eq!(ran.stderr.contains("3 graded again"), cfg!(target_os = "linux"), "{ran:#?}");
    class.grade("out", &[]);
    // Without a seed the journal's own goes on.
    let args = class.args("out", &[]);
    let ran = class.run(&args[..args.len() - 2]);
    assert!(ran.stdout.contains("3 known from the journal"), "{ran:#?}");
}

#[test]
fn a_wanted_score_is_everybodys() {
    let class = Class::new();
    class.hand_in("ada", [Work::Right; 3]);
    class.hand_in("ben", [Work::Right, Work::Right, Work::Untouched]);
    assert_eq!(class.grade("out", &["--min-score", "60"]).code, Some(0));
    assert_eq!(class.grade("out", &["--min-score", "70"]).code, Some(1));
    assert_eq!(class.grade("out2", &["--min-score", "100", "--only", "greeting,doubling"]).code, Some(0));
}

#[test]
fn a_broken_submission_stops_nobody_and_is_named() {
    let class = Class::of_three();
    fs::create_dir_all(class.folder().join("bob")).expect("a folder");
    fs::create_dir_all(class.folder().join("dan")).expect("a folder");
    support::write(&class.folder(), "dan/exercises", "no folder");
    support::write(&class.folder(), "eve.zip", "PK");
    let ran = class.grade("out", &["--jobs", "3"]);
    assert_eq!(ran.code, Some(2), "{ran:#?}");
    assert!(ran.stderr.contains("bob: it has no folder `exercises`"), "{ran:#?}");
    assert!(ran.stderr.contains("not submissions, since they are no folders: eve.zip"), "{ran:#?}");
    let csv = class.read("out", "gradebook.csv");
    assert_eq!(csv.lines().count(), 6, "{csv}");
    assert!(csv.contains("\nbob,fault,,,,,,,,,,it has no folder `exercises`,,,\n"), "{csv}");
    assert!(csv.contains("\nada,graded,3,3,100.0,"), "{csv}");
}

#[test]
fn a_broken_exercise_is_a_fault_and_never_zero_points() {
    let class = Class::of_three();
    class.course.write(&DOUBLING.replace("doubling.py", "test_doubling.py"), "import nothing_of_this_name\n");
    let ran = class.grade("out", &[]);
    assert_eq!(ran.code, Some(2), "{ran:#?}");
    let csv = class.read("out", "gradebook.csv");
    assert!(csv.contains("\nada,partly_graded,2,2,100.0,2,0,0,1,0,,,1,fault,1\n"), "{csv}");
    // What could not be judged is tried again.
    let ran = class.grade("out", &[]);
    assert!(ran.stdout.contains("1 known from the journal"), "cleo alone started nothing: {ran:#?}");
}

#[test]
fn a_list_names_the_submissions() {
    let class = Class::of_three();
    let list = class.out("class.csv");
    support::write(
        class.place.path(),
        "class.csv",
        "name,path\nAda L.,class/ada\n# gone\nzed,class/zed\nclass/ben\n",
    );
    let out = class.out("out").display().to_string();
    let list = list.display().to_string();
    let ran = class.course.run(&["grade", "--submissions", &list, "--output", &out]);
    assert_eq!(ran.code, Some(2), "{ran:#?}");
    let csv = class.read("out", "gradebook.csv");
    let names: Vec<&str> = csv.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(names, ["Ada L.", "zed", "ben"]);
    assert!(csv.contains("zed,fault,,,,,,,,,,it is no folder,"), "{csv}");
}

#[test]
fn the_users_mistakes_are_errors_with_help() {
    let class = Class::of_three();
    let folder = class.folder().display().to_string();
    support::write(class.place.path(), "bad.csv", "a,b,c\n\"x\n");
    let bad = class.out("bad.csv").display().to_string();
    let wrong: [(&[&str], &str); 7] = [
        (&["grade", "--submissions", "nowhere"], "the submissions cannot be read"),
        (&["grade", "--submissions", &bad], "2 errors"),
        (&["grade", "--submissions", &folder, "--report", "junit=x"], "a class has no report `junit`"),
        (&["grade", "--submissions", &folder, "--shard", "1/2"], "`--shard` needs `--seed`"),
        (&["grade", "--submissions", &folder, "--shard", "3/2", "--seed", "1"], "`3/2` is no shard"),
        (&["grade", "--submissions", &folder, "--submission", &folder], "cannot be used with"),
        (&["grade", "--db", "x.db"], "--submissions"),
    ];
    for (args, what) in wrong {
        let ran = class.course.run(args);
        assert_eq!(ran.code, Some(2), "{args:?}: {ran:#?}");
        assert!(ran.stderr.contains(what), "{args:?}: {ran:#?}");
    }
    assert!(!class.course.path().join("grades").exists(), "an error leaves nothing");
}
