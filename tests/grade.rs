//! Grading a submission through the real binary, with real git repositories: what is taken, what is not, what it earns.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use support::{AREA, DOUBLING, GREETING, Small};
use tempfile::TempDir;

/// A course in a git repository, and a learner's clone of it.
struct Class {
    course: Small,
    learner: TempDir,
}

impl Class {
    fn new() -> Self {
        let course = Small::new();
        git(course.path(), &["init", "--quiet", "--initial-branch=main"]);
        git(course.path(), &["add", "-A"]);
        git(course.path(), &["commit", "--quiet", "-m", "the course"]);
        let learner = tempfile::tempdir().expect("a folder");
        git(learner.path(), &["clone", "--quiet", &course.path().display().to_string(), "."]);
        Self { course, learner }
    }

    /// Puts the solution in the starter's place, in the learner's clone.
    fn solve(&self, file: &str) {
        let solution = self.course.read(&file.replacen("exercises/", "solutions/", 1));
        support::write(self.learner.path(), file, solution);
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.learner.path().join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        support::write(self.learner.path(), file, text);
    }

    /// `prolings grade --base main --submission …`, with a JSON report.
    fn grade(&self, args: &[&str]) -> (Option<i32>, Value, support::Ran) {
        let submission = self.learner.path().display().to_string();
        let all = [&["grade", "--base", "main", "--submission", &submission], args].concat();
        let report = self.learner.path().join("report.json");
        let wanted = format!("json={}", report.display());
        let ran = self.course.run(&[&all[..], &["--report", &wanted]].concat());
        let json = fs::read_to_string(report).ok().and_then(|text| serde_json::from_str(&text).ok());
        (ran.code, json.unwrap_or_default(), ran)
    }
}

fn git(folder: &Path, args: &[&str]) {
    let who =
        ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false"];
    let output = Command::new("git").current_dir(folder).args(who).args(args).output().expect("git");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn names(report: &Value) -> Vec<&str> {
    report["results"]
        .as_array()
        .expect("results")
        .iter()
        .filter_map(|result| result["exercise"].as_str())
        .collect()
}

#[test]
fn only_what_the_learner_changed_is_graded() {
    let class = Class::new();
    class.solve(AREA);
    let (code, report, ran) = class.grade(&[]);
    assert_eq!((code, names(&report)), (Some(0), vec!["area"]), "{ran:#?}");
    assert_eq!(report["summary"]["score"]["earned"], 1.0);
    assert_eq!(report["complete"], true);
    assert!(ran.stdout.contains("1 of 1 points (100 %)"), "{}", ran.stdout);
    let (code, report, ran) = class.grade(&["--all"]);
    assert_eq!((code, names(&report).len()), (Some(1), 3), "{ran:#?}");
    let (code, ..) = class.grade(&["--all", "--min-score", "30"]);
    assert_eq!(code, Some(0));
    let (code, ..) = class.grade(&["--all", "--min-score", "50%"]);
    assert_eq!(code, Some(1));
}

#[test]
fn a_submission_without_changes_is_said_and_earns_no_score() {
    let class = Class::new();
    let (code, report, ran) = class.grade(&[]);
    assert_eq!((code, names(&report).len()), (Some(0), 0), "{ran:#?}");
    assert!(ran.stdout.contains("no learner's file was changed"), "{ran:#?}");
    let (code, ..) = class.grade(&["--min-score", "1"]);
    assert_eq!(code, Some(1));
}

#[test]
fn tests_manifests_and_solutions_of_a_submission_are_told_and_not_used() {
    let class = Class::new();
    class.write(AREA, "def area(width, height):\n    return None\n");
    let folder = Path::new(AREA).parent().expect("a folder");
    let test = folder.join("test_area.py").display().to_string();
    class.write(&test, "def test_nothing():\n    pass\n");
    class.write(&folder.join("conftest.py").display().to_string(), "import os\nos._exit(0)\n");
    class.write(&folder.join("exercise.yaml").display().to_string(), "title: easy\n");
    class.write("exercises/course.yaml", "title: mine\n");
    class.write("pytest.ini", "[pytest]\naddopts = --collect-only\n");
    let (code, report, ran) = class.grade(&[]);
    assert_eq!(code, Some(1), "{ran:#?}");
    let altered: Vec<&str> = report["provenance"]["altered"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    for path in ["conftest.py", "exercise.yaml", "test_area.py"] {
        let path = folder.join(path).display().to_string();
        assert!(altered.contains(&path.as_str()), "{altered:?} lacks {path}");
    }
    assert!(altered.contains(&"exercises/course.yaml"), "{altered:?}");
    assert!(ran.stdout.contains("The course's own were used"), "{}", ran.stdout);
}

#[test]
fn what_is_no_regular_file_is_refused() {
    let class = Class::new();
    let place = |file: &str| class.learner.path().join(file);
    fs::remove_file(place(GREETING)).expect("removed");
    fs::remove_file(place(DOUBLING)).expect("removed");
    fs::create_dir(place(DOUBLING)).expect("a folder");
    class.write(AREA, &"#".repeat(2 << 20));
    let (code, report, ran) = class.grade(&[]);
    assert_eq!((code, names(&report).len()), (Some(1), 3), "{ran:#?}");
    let text = report.to_string();
    for why in ["is missing", "is not a regular file", "is larger than"] {
        assert!(text.contains(why), "no {why:?} in {text}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_leads_nowhere() {
    let class = Class::new();
    let solution = class.course.path().join(AREA.replacen("exercises/", "solutions/", 1));
    let place = class.learner.path().join(AREA);
    fs::remove_file(&place).expect("removed");
    std::os::unix::fs::symlink(&solution, &place).expect("a link");
    let (code, report, _) = class.grade(&[]);
    assert_eq!(code, Some(1));
    assert!(report.to_string().contains("symbolic link"), "{report}");
    // A folder on the way is no better.
    let folder = place.parent().expect("a folder");
    fs::remove_dir_all(folder).expect("removed");
    std::os::unix::fs::symlink(solution.parent().expect("a folder"), folder).expect("a link");
    let (code, report, _) = class.grade(&[]);
    assert_eq!(code, Some(1));
    assert!(report.to_string().contains("symbolic link"), "{report}");
}

#[test]
fn a_program_that_reports_its_own_passes_is_caught() {
    let class = Class::new();
    // Turns every failure into a pass, from inside pytest's process.
    class.write(
        DOUBLING,
        "import _pytest.runner\n\n\n\
         def call(func, when, reraise=None):\n    return _pytest.runner.CallInfo(None, None, 0.0, 0.0, 0.0, when, _ispytest=True)\n\n\n\
         _pytest.runner.CallInfo.from_call = staticmethod(call)\n\n\n\
         def double(value):\n    return None\n",
    );
    let (code, report, ran) = class.grade(&["--seed", "7"]);
    assert_eq!(code, Some(1), "{ran:#?}");
    assert!(report.to_string().contains("a test that must fail was reported as passed"), "{report}");
    assert_eq!(report["provenance"]["seed"], 7);
}

#[test]
fn the_users_mistakes_are_errors_with_help() {
    let class = Class::new();
    let wrong: [(&[&str], &str); 5] = [
        (&["grade", "--base", "nowhere"], "there is no commit `nowhere`"),
        (&["grade", "--base", "--upload-pack=x"], "there is no commit"),
        (&["grade", "--submission", "solutions"], "no submission here"),
        (&["grade", "--report", "xml=a"], "there is no format `xml`"),
        (&["grade", "--report", "json=no/such/folder/a"], "a report cannot be written"),
    ];
    for (args, what) in wrong {
        let args: Vec<String> = args.iter().map(|arg| (*arg).to_owned()).collect();
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let ran = class.course.run(&args);
        assert_eq!(ran.code, Some(2), "{args:?}: {ran:#?}");
        assert!(ran.stderr.contains(what) || args.contains(&"--upload-pack=x"), "{args:?}: {ran:#?}");
    }
}

#[test]
fn a_course_that_was_broken_since_is_taken_from_its_commit() {
    let class = Class::new();
    class.solve(AREA);
    class.course.write("exercises/course.yaml", "nonsense");
    let (code, report, ran) = class.grade(&[]);
    assert_eq!((code, names(&report)), (Some(0), vec!["area"]), "{ran:#?}");
    let commit = report["provenance"]["course_commit"].as_str().expect("a commit");
    assert_eq!(commit.len(), 40, "{report}");
    assert_eq!(report["provenance"]["submission_commit"], report["provenance"]["course_commit"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_named_and_costs_no_other_report() {
    let class = Class::new();
    class.solve(AREA);
    for full in ["jsonl=/dev/full", "html=/dev/full"] {
        let (code, report, ran) = class.grade(&["--report", full]);
        assert_eq!(code, Some(2), "{full}: {ran:#?}");
        assert!(
            ran.stderr.contains("a report cannot be written") && ran.stderr.contains("/dev/full"),
            "{ran:#?}"
        );
        assert_eq!((names(&report), &report["complete"]), (vec!["area"], &true.into()), "{full}");
    }
}

#[cfg(unix)]
#[test]
fn a_signal_leaves_whole_reports_of_what_is_done() {
    use rustix::process::{Pid, Signal, kill_process};
    let class = Class::new();
    class.solve(GREETING);
    class.write(DOUBLING, "import time\n\ntime.sleep(60)\n");
    let place = |name: &str| class.learner.path().join(name);
    let (json, junit, log) = (place("r.json"), place("r.xml"), place("r.jsonl"));
    let mut command = support::prolings_std(class.course.path());
    command.args(["grade", "--base", "main", "--jobs", "1", "--submission"]).arg(class.learner.path());
    for (format, path) in [("json", &json), ("junit", &junit), ("jsonl", &log)] {
        command.arg("--report").arg(format!("{format}={}", path.display()));
    }
    let child = command.stdout(std::process::Stdio::null()).spawn().expect("started");
    let start = std::time::Instant::now();
    let read = |path: &Path| fs::read_to_string(path).unwrap_or_default();
    while !read(&log).contains(r#""job_started","exercise":"doubling""#) {
        assert!(start.elapsed().as_secs() < 60, "{}", read(&log));
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    kill_process(Pid::from_child(&child), Signal::TERM).expect("a signal");
    let output = child.wait_with_output().expect("its end");
    assert_eq!(output.status.code(), Some(130), "{output:?}");
    let report: Value = serde_json::from_str(&read(&json)).expect("whole JSON");
    let ends: Vec<&Value> =
        report["results"].as_array().expect("results").iter().map(|result| &result["status"]).collect();
    assert_eq!(ends, ["passed", "cancelled"], "{report}");
    assert_eq!(report["summary"]["cancelled"], 1);
    assert!(read(&junit).trim_end().ends_with("</testsuites>"), "{}", read(&junit));
    assert!(read(&log).lines().all(|line| serde_json::from_str::<Value>(line).is_ok()));
}

#[test]
fn partial_credit_follows_the_manifest() {
    let class = Class::new();
    let manifest = PathBuf::from(AREA).with_file_name("exercise.yaml").display().to_string();
    let text = class.course.read(&manifest);
    class.course.write(&manifest, format!("points: 10\ncredit: tests\n{text}"));
    git(class.course.path(), &["commit", "--quiet", "-am", "points"]);
    class.write(AREA, "def area(width, height):\n    return width * height\n");
    let (_, report, ran) = class.grade(&[]);
    let score = &report["summary"]["score"];
    assert_eq!(score["possible"], 10.0, "{ran:#?}");
    let earned = score["earned"].as_f64().expect("a number");
    assert!(earned > 0.0 && earned < 10.0, "{report}");
}

#[test]
fn nothing_is_said_of_proof_where_nothing_passed() {
    let class = Class::new();
    class.write(DOUBLING, "def double(value):\n    return None\n");
    let (code, _, ran) = class.grade(&["--trust", "proof"]);
    assert_eq!(code, Some(1), "{ran:#?}");
    assert!(ran.stdout.contains("0 of 1 points") && !ran.stdout.contains("forgery-proof"), "{ran:#?}");
}

#[test]
fn a_submission_is_graded_in_the_language_that_was_asked_for() {
    let class = Class::new();
    class.solve(AREA);
    class.write(DOUBLING, "def double(value):\n    return None\n");
    let (code, report, ran) = class.grade(&["--lang", "de", "--trust", "proof"]);
    assert_eq!(code, Some(1), "{ran:#?}");
    for part in ["1 von 2 Punkten (50 %)\n", "\nAlles, was bestanden ist, ist fälschungssicher.\n"] {
        assert!(ran.stdout.contains(part), "no {part:?} in {}", ran.stdout);
    }
    assert!(!report.to_string().contains("nicht"), "what programs read is in English: {report}");
    let wrong: [(&[&str], &str); 3] = [
        (&["--base", "nowhere"], "Fehler: den Commit `nowhere` gibt es nicht\n"),
        (&["--submission", "nowhere"], "Fehler: hier ist keine Abgabe\n"),
        (&["--report", "xml=a"], "Fehler: das Format `xml` gibt es nicht\n"),
    ];
    for (args, what) in wrong {
        let ran = class.course.run(&[&["grade", "--lang", "de"], args].concat());
        assert!(ran.code == Some(2) && ran.stderr.starts_with(what), "{args:?}: {ran:#?}");
        assert!(ran.stderr.contains("\n  warum: ") && ran.stderr.contains("\n  Hilfe: "), "{ran:#?}");
    }
}
