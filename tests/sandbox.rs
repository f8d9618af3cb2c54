//! The sandbox: what honest exercises need works inside, what holds is said, and what must hold is insisted on.

#![cfg(target_os = "linux")]

mod support;

use std::collections::BTreeMap;

use serde_json::Value;

/// Status of each exercise, and the layers that the run names.
fn check(options: &[&str]) -> (BTreeMap<String, Value>, Vec<String>) {
    let course = support::course("legitimate");
    let output = support::prolings(course.path())
        .args(["check", "--all", "--json"])
        .args(options)
        .output()
        .expect("it runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let events: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let layers = events[0]["isolation"].as_array().expect("layers");
    let layers = layers.iter().map(|layer| layer.as_str().expect("a name").to_owned()).collect();
    let finished = events.into_iter().filter(|event| event["event"] == "exercise_finished");
    (finished.map(|event| (event["exercise"].as_str().expect("a name").to_owned(), event)).collect(), layers)
}

fn assert_all_pass(options: &[&str], but: &[&str]) {
    let (results, layers) = check(options);
    assert!(results.len() >= 15, "{results:?}");
    for (name, result) in results {
        let good = ["passed", "skipped"].contains(&result["status"].as_str().unwrap_or_default());
        assert!(good || but.contains(&name.as_str()), "{name} in {layers:?}: {result}");
    }
}

#[test]
fn honest_programs_pass_in_every_layer() {
    assert_all_pass(&[], &[]);
}

#[test]
fn honest_programs_pass_without_namespaces() {
    // Without a file tree or a user of their own, programs cannot change the mode of files (it seems to work).
    assert_all_pass(&["--without-layer", "pid,mount,net"], &["files", "gcc"]);
}

#[test]
fn a_required_layer_that_is_missing_stops_everything() {
    let course = support::course("endings");
    let run = |options: &[&str]| {
        support::prolings(course.path()).args(["check", "passes"]).args(options).output().expect("it runs")
    };
    let refused = run(&["--require", "seccomp", "--without-layer", "seccomp"]);
    assert_eq!(refused.status.code(), Some(2));
    let text = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(text.contains("the sandbox lacks seccomp") && text.contains("prolings doctor"), "{text}");
    let full = run(&["--isolation", "full", "--without-layer", "landlock"]);
    assert_eq!(full.status.code(), Some(2));
    let none = run(&["--isolation", "none", "--json"]);
    assert_eq!(none.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&none.stdout).contains("\"isolation\":[]"));
}

#[test]
fn a_notice_says_what_is_open() {
    let course = support::course("endings");
    let output = support::prolings(course.path())
        .args(["check", "passes", "--without-layer", "landlock,mount,pid,net,uid,seccomp"])
        .output()
        .expect("it runs");
    let screen =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    let words = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("programs can reach your files and the network"), "{screen}");
}

/// What psutil and the like read of themselves, of their children and of the machine.
const LOOKS: &str = r#"import os, subprocess, sys
def field(name, pid="self"):
    with open(f"/proc/{pid}/status") as status:
        return next(line.split()[1] for line in status if line.startswith(name))
assert int(field("Pid:")) == os.getpid() and int(field("PPid:")) == os.getppid()
assert int(field("VmRSS:")) > 1000 and "[stack]" in open("/proc/self/maps").read()
assert os.readlink("/proc/self") == str(os.getpid()) and os.listdir("/proc/self/fd")
assert open("/proc/meminfo").read().startswith("MemTotal:") and open("/proc/stat").read().startswith("cpu ")
assert open("/proc/cpuinfo").read() and float(open("/proc/uptime").read().split()[0]) > 0
assert os.cpu_count() >= 1 and os.readlink("/proc/self/exe") == os.path.realpath(sys.executable)
child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
assert field("PPid:", child.pid) == str(os.getpid())
pids = sorted(int(name) for name in os.listdir("/proc") if name.isdigit())
assert pids == sorted([os.getpid(), child.pid]), pids
child.communicate(b"\n")
assert not os.path.exists(f"/proc/{child.pid}")
assert open("/proc/kallsyms").read() == "" and os.listdir("/proc/fs") == []
print("good")
"#;

/// In each of several jobs, forked and not: another one's processes are not there either.
#[test]
#[expect(clippy::print_stderr, reason = "whoever runs the tests should know what they did not try")]
fn a_job_reads_of_its_own_processes_and_of_no_other() {
    let course = support::Small::new();
    if course.run(&["doctor"]).stdout.contains("they have no /proc") {
        eprintln!("SKIPPED: a /proc of a job's own cannot be had here");
        return;
    }
    for folder in ["t1_first/01_greeting", "t1_first/02_doubling", "t2_second/01_area"] {
        let folder = format!("exercises/{folder}");
        let manifest = "title: Looks\nlevel: 1\nedit: [main.py]\nchecks:\n  - output: main.py\n    stdout: good\nhints:\n  - None.\n";
        std::fs::remove_dir_all(course.path().join(&folder)).expect("a folder");
        std::fs::create_dir(course.path().join(&folder)).expect("a folder");
        for (name, text) in [("README.md", "# Looks\n"), ("exercise.yaml", manifest), ("main.py", LOOKS)] {
            course.write(&format!("{folder}/{name}"), text);
        }
    }
    for options in [["--isolation", "best"], ["--isolation", "cold"]] {
        let ran = course.run(&[&["check", "--all", "--no-cache", "--jobs", "2"][..], &options].concat());
        assert_eq!(ran.code, Some(0), "{options:?}: {}{}", ran.stdout, ran.stderr);
    }
}
