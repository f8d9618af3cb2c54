//! Unchanged exercises are shown from the cache, changed ones never, through the real binary.

mod support;

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, SystemTime};

use serde_json::Value;

const SUITE: &str = "exercises/t2_pytest/01_suite_passes/main.py";
const SCRIPT: &str = "exercises/t1_scripts/03_wrong_output/main.py";

/// An exercise's status, whether it came from the cache, and how many jobs the run had.
fn check(course: &Path, args: &[&str]) -> (Value, usize) {
    check_with(&mut support::prolings(course), args)
}

fn check_with(prolings: &mut assert_cmd::Command, args: &[&str]) -> (Value, usize) {
    let output = prolings.args(["check", "--json"]).args(args).output().expect("it runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let events: Vec<Value> =
        text.lines().map(|line| serde_json::from_str(line).expect("a JSON line")).collect();
    let named =
        |name: &str| events.iter().filter(|event| event["event"] == name).cloned().collect::<Vec<_>>();
    let finished = named("exercise_finished");
    assert!(!finished.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    (finished[0].clone(), named("job_started").len())
}

fn status(result: &Value) -> (&str, bool) {
    (result["status"].as_str().expect("a status"), result["cached"].as_bool().expect("a flag"))
}

#[test]
fn an_unchanged_exercise_is_shown_in_full_and_starts_nothing() {
    let course = support::course("endings");
    let names = ["passes", "wrong_output", "suite_fails_one", "calls_wrong_type", "second_check_fails"];
    for name in names {
        let (first, jobs) = check(course.path(), &[name]);
        assert_eq!((status(&first).1, jobs > 0), (false, true), "{name}");
        let (mut again, jobs) = check(course.path(), &[name]);
        assert_eq!((status(&again).1, jobs), (true, 0), "{name}");
        again["cached"] = false.into();
        assert_eq!(again, first, "{name}");
        let (again, jobs) = check(course.path(), &[name, "--no-cache"]);
        assert_eq!((status(&again).1, jobs > 0), (false, true), "{name}");
    }
    // No environment here: had a Python been wanted, one would have been made.
    let nowhere = tempfile::tempdir().expect("a folder");
    fs::copy(support::environments().join("interpreter.json"), nowhere.path().join("interpreter.json"))
        .expect("a copy");
    let mut prolings = support::prolings(course.path());
    prolings.env("PROLINGS_ENV_DIR", nowhere.path()).arg("check").args(names);
    let screen = support::stdout(&mut prolings);
    assert!(screen.contains("nothing changed"), "{screen}");
    assert_eq!(fs::read_dir(nowhere.path()).expect("a folder").count(), 1);
}

#[test]
fn the_screen_is_the_same_and_says_what_is_unchanged() {
    let course = support::course("endings");
    let run = |args: &[&str]| support::stdout(support::prolings(course.path()).arg("check").args(args));
    assert_eq!(run(&["suite_fails_one"]), run(&["suite_fails_one"]));
    let several = run(&["suite_fails_one", "passes", "wrong_output"]);
    assert!(several.contains("2 failed, 1 passed in ") && several.contains(", 1 unchanged\n"), "{several}");
}

/// Time-outs and signals may be a busy machine's doing, and what was not judged is no verdict.
#[test]
fn what_another_run_could_judge_otherwise_runs_again() {
    let course = support::course("endings");
    for name in ["killed", "suite_has_a_stale_lock", "needs_what_nobody_has"] {
        let first = check(course.path(), &[name]).0;
        let again = check(course.path(), &[name]).0;
        assert_eq!(status(&again), (status(&first).0, false), "{name}");
    }
}

/// A file of the same size, written within the same second, or even with the very same time.
fn save(course: &Path, file: &str, content: &str, time: Option<SystemTime>) {
    support::write(course, file, content);
    if let Some(time) = time {
        let file = File::options().write(true).open(course.join(file)).expect("a file");
        file.set_modified(time).expect("a time");
    }
}

#[test]
fn stale_bytecode_decides_no_verdict() {
    let course = support::course("endings");
    let (right, wrong) = ("def double(x):\n    return x * 2\n", "def double(x):\n    return x * 3\n");
    let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    let cold: &[&str] = &["suite_passes"];
    // Two exercises share a warm worker.
    let warm: &[&str] = &["suite_passes", "suite_raises"];
    for names in [cold, warm] {
        for flag in [None, Some("--no-cache")] {
            for time in [None, Some(time)] {
                for (content, wanted) in [(right, "passed"), (wrong, "failed"), (right, "passed")] {
                    save(course.path(), SUITE, content, time);
                    let args: Vec<&str> = names.iter().copied().chain(flag).collect();
                    let (result, _) = check(course.path(), &args);
                    let found = if result["exercise"] == "suite_passes" {
                        result
                    } else {
                        let args: Vec<&str> = std::iter::once("suite_passes").chain(flag).collect();
                        check(course.path(), &args).0
                    };
                    assert_eq!(status(&found).0, wanted, "{args:?} {time:?}");
                }
            }
        }
    }
    let caches = walkdir::WalkDir::new(course.path()).into_iter().flatten();
    assert_eq!(caches.filter(|entry| entry.file_name() == "__pycache__").count(), 0);
}

#[test]
fn every_change_that_counts_is_seen() {
    let course = support::course("endings");
    let folder = "exercises/t2_pytest/02_suite_fails_one";
    let read = |file: &str| fs::read_to_string(course.path().join(file)).expect("a text");
    let is_cached = || status(&check(course.path(), &["suite_fails_one"]).0).1;
    assert_eq!([is_cached(), is_cached()], [false, true]);
    for file in ["main.py", "test_main.py", "exercise.yaml"] {
        let file = format!("{folder}/{file}");
        let before = read(&file);
        support::write(course.path(), &file, format!("{before}# changed\n"));
        assert_eq!([is_cached(), is_cached()], [false, true], "{file}");
        support::write(course.path(), &file, before);
        assert!(is_cached(), "{file}: as it was before");
    }
    support::write(course.path(), &format!("{folder}/data.txt"), "new");
    assert!(!is_cached(), "a new file");
    let manifest = read("exercises/course.yaml");
    support::write(course.path(), "exercises/course.yaml", manifest.replace("time: 10s", "time: 9s"));
    assert!(!is_cached(), "limits of the course");
    let lock = read("exercises/requirements/core.txt");
    support::write(course.path(), &format!("{folder}/README.md"), "# Another task\n");
    assert!(is_cached(), "no job sees the task's text");
    assert!(!lock.is_empty());
}

#[test]
fn damaged_files_cost_a_run_and_nothing_else() {
    let course = support::course("endings");
    let is_cached = || {
        let result = check(course.path(), &["wrong_output"]).0;
        assert_eq!(status(&result).0, "failed");
        status(&result).1
    };
    is_cached();
    let file = ".prolings/cache/wrong_output";
    let sound = fs::read(course.path().join(file)).expect("a result");
    let flipped = || {
        let mut bytes = sound.clone();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        bytes
    };
    for bytes in
        [Vec::new(), sound[..sound.len() - 9].to_vec(), flipped(), vec![b'\n'; 4096], vec![0; 2 << 20]]
    {
        support::write(course.path(), file, bytes);
        assert_eq!([is_cached(), is_cached()], [false, true]);
    }
    fs::remove_file(course.path().join(file)).expect("removed");
    fs::create_dir(course.path().join(file)).expect("a folder in its place");
    assert_eq!([is_cached(), is_cached()], [false, false]);
}

/// Nobody knows which bytes were judged.
#[test]
fn a_file_that_is_saved_during_a_run_is_not_remembered() {
    let course = support::course("endings");
    let slow = "import time\ntime.sleep(1.5)\nprint('hello')\nprint('world')\n";
    support::write(course.path(), SCRIPT, slow);
    let mut child = support::prolings_std(course.path())
        .args(["check", "wrong_output", "--json"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let started = lines.any(|line| line.expect("a line").contains("job_started"));
    assert!(started);
    // Changed, and changed back: the contents alone would not tell.
    support::write(course.path(), SCRIPT, slow.replace("world", "wurld"));
    std::thread::sleep(Duration::from_millis(100));
    support::write(course.path(), SCRIPT, slow);
    assert!(lines.all(|line| line.is_ok()));
    child.wait().expect("it ends");
    assert_eq!(status(&check(course.path(), &["wrong_output"]).0), ("passed", false));
    assert_eq!(status(&check(course.path(), &["wrong_output"]).0), ("passed", true));
}

#[test]
fn a_remembered_result_counts_like_a_new_one() {
    let course = support::course("endings");
    check(course.path(), &["passes"]);
    let progress = course.path().join(".prolings/progress.json");
    let before = fs::read(&progress).expect("progress");
    check(course.path(), &["passes"]);
    assert_eq!(fs::read(&progress).expect("progress"), before, "nothing new");
    fs::remove_file(&progress).expect("removed");
    assert!(status(&check(course.path(), &["passes"]).0).1);
    let listing = support::stdout(support::prolings(course.path()).args(["list", "--json"]));
    let listing: Value = serde_json::from_str(&listing).expect("JSON");
    assert_eq!(listing["standing"]["done"], 1);
}

#[test]
fn cleaning_removes_what_can_be_made_again_and_nothing_else() {
    let course = support::course("endings");
    check(course.path(), &["passes"]);
    let environments = tempfile::tempdir().expect("a folder");
    for folder in ["core-0123456789ab/bin", "core+x-0123456789ab"] {
        fs::create_dir_all(environments.path().join(folder)).expect("a folder");
    }
    for file in ["core-0123456789ab/bin/python", "core-0123456789ab.lock", "interpreter.json", "mine.txt"] {
        support::write(environments.path(), file, "x".repeat(1024));
    }
    let clean = |args: &[&str]| {
        let mut prolings = support::prolings(course.path());
        support::stdout(prolings.env("PROLINGS_ENV_DIR", environments.path()).arg("clean").args(args))
    };
    let kept = || {
        let mut names: Vec<_> = fs::read_dir(course.path().join(".prolings"))
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8"))
            .collect();
        names.sort();
        names
    };
    let all = kept();
    assert!(all.contains(&"cache".to_owned()) && all.contains(&"progress.json".to_owned()), "{all:?}");
    let said = clean(&[]);
    assert!(said.starts_with("Removed 1 remembered result: "), "{said}");
    assert_eq!(kept(), all.iter().filter(|name| *name != "cache").cloned().collect::<Vec<_>>());
    assert_eq!(clean(&[]), "There were no remembered results.\n");
    assert_eq!(fs::read_dir(environments.path()).expect("a folder").count(), 5);
    assert_eq!(clean(&["--environments"]), "Removed 2 Python environments: 3 KiB.\n");
    let left: Vec<_> = fs::read_dir(environments.path()).expect("a folder").flatten().collect();
    assert_eq!(left.len(), 1, "{left:?}");
    let said = clean(&["--all"]);
    assert_eq!(said, "There were no remembered results.\nThere were no Python environments.\n");
}
