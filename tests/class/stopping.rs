//! Stopped in the middle, by death or by a signal, with a full disk, with another prolings at the same work.

#![cfg(unix)]

use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::*;

/// Long for a machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A class whose submissions take a moment each.
fn slow_class(count: usize) -> Class {
    let class = Class::new();
    for number in 0..count {
        let name = format!("s{number:02}");
        class.hand_in(&name, [Work::Untouched; 3]);
        let text = "import time\n\ntime.sleep(0.4)\n\n\ndef double(value):\n    return value * 2\n";
        class.write(&name, DOUBLING, text);
    }
    class
}

fn start(class: &Class, out: &str) -> Child {
    let mut command = support::prolings_std(class.course.path());
    command.args(class.args(out, &["--jobs", "2"])).stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("started")
}

/// Waits until so many submissions stand in the journal.
fn await_rows(class: &Class, out: &str, count: usize) {
    let start = Instant::now();
    let rows =
        || fs::read_to_string(class.out(out).join("journal.jsonl")).unwrap_or_default().lines().count();
    while rows() < count + 1 {
        assert!(start.elapsed() < PATIENCE, "{} rows only", rows());
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn signal(child: &Child, signal: Signal) {
    kill_process(Pid::from_child(child), signal).expect("a signal");
}

#[test]
fn whoever_kills_it_finds_nothing_lost_and_nothing_done_twice() {
    let class = slow_class(8);
    for count in [2, 4] {
        let mut child = start(&class, "out");
        await_rows(&class, "out", count);
        signal(&child, Signal::KILL);
        child.wait().expect("its end");
    }
    // What a crash of the machine may leave.
    let journal = class.out("out").join("journal.jsonl");
    let mut file = fs::OpenOptions::new().append(true).open(journal).expect("a journal");
    std::io::Write::write_all(&mut file, b"{\"submission\":\"s0").expect("written");
    let before = class.read("out", "journal.jsonl").matches("\n").count() - 1;
    let ran = class.grade("out", &[]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    assert!(ran.stdout.contains(&format!("{before} known from the journal")), "{before}: {ran:#?}");
    let mut names = class.journal("out");
    names.sort();
    assert_eq!(names, (0..8).map(|number| format!("s{number:02}")).collect::<Vec<_>>());
    assert_eq!(class.rows("out").len(), 8);
}

#[test]
fn a_signal_leaves_whole_reports_of_what_is_done() {
    let class = slow_class(8);
    let child = start(&class, "out");
    await_rows(&class, "out", 3);
    signal(&child, Signal::TERM);
    let output = child.wait_with_output().expect("its end");
    assert_eq!(output.status.code(), Some(130), "{output:?}");
    let done = class.journal("out").len();
    assert!((3..8).contains(&done), "{done}");
    assert_eq!(class.rows("out").len(), done, "every grade, and no other");
    let csv = class.read("out", "gradebook.csv");
    assert_eq!(csv.lines().count(), done + 1);
    assert!(csv.lines().skip(1).all(|line| line.contains(",graded,1,3,")), "nothing half graded: {csv}");
    assert!(class.read("out", "gradebook.html").contains("Not complete"));
    assert!(class.read("out", "gradebook.html").trim_end().ends_with("</html>"));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains(&format!("{} not reached", 8 - done)), "{text}");
    let ran = class.grade("out", &[]);
    assert!(ran.stdout.contains(&format!("{done} known from the journal")), "{ran:#?}");
}

#[test]
fn two_at_once_share_no_folder_and_agree() {
    let class = slow_class(4);
    let mut first = start(&class, "out");
    await_rows(&class, "out", 1);
    let second = class.grade("out", &[]);
    assert_eq!(second.code, Some(2), "{second:#?}");
    assert!(second.stderr.contains("another prolings grades into this folder"), "{second:#?}");
    let other = class.grade("other", &[]);
    assert_eq!(other.code, Some(0), "{other:#?}");
    assert!(first.wait().expect("its end").success());
    assert_eq!(class.read("out", "gradebook.csv"), class.read("other", "gradebook.csv"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_and_costs_no_other_report() {
    let class = Class::of_three();
    let more = ["--report", "html=/dev/full", "--report", "json=/dev/full"];
    let ran = class.grade("out", &more);
    assert_eq!(ran.code, Some(2), "{ran:#?}");
    assert_eq!(ran.stderr.matches("a report cannot be written").count(), 2, "{ran:#?}");
    assert!(ran.stderr.contains("No space left"), "{ran:#?}");
    assert_eq!(class.rows("out").len(), 3, "the others are there");
    let ran = class.grade("out", &[]);
    assert!(ran.code == Some(0) && ran.stdout.contains("3 known from the journal"), "{ran:#?}");
    // A journal that cannot be written: nothing counts as graded.
    fs::create_dir_all(class.out("full")).expect("a folder");
    std::os::unix::fs::symlink("/dev/full", class.out("full").join("journal.jsonl")).expect("a link");
    let ran = class.grade("full", &[]);
    assert_eq!(ran.code, Some(2), "{ran:#?}");
    assert!(ran.stderr.contains("the journal of the grades cannot be used"), "{ran:#?}");
}
