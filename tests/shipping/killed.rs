//! `kill -9` at any moment of what writes: nothing that a learner wrote is lost, and nothing is half done.

use std::process::Stdio;
use std::time::{Duration, Instant};

use super::support::prolings_std;
use super::*;

/// How often each of them is killed.
const ROUNDS: u32 = 200;

/// Runs `prolings` in a folder and kills it after a share of the time that it takes.
fn kill(folder: &Path, args: &[&str], after: Duration) {
    let mut command = prolings_std(folder);
    let mut child = command.args(args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    std::thread::sleep(after);
    let _ = child.kill();
    child.wait().unwrap();
}

/// The moments to kill at: spread over the time that an undisturbed run takes, and a little more.
fn moments(rounds: u32, whole: Duration) -> impl Iterator<Item = Duration> {
    // The golden ratio spreads any number of points evenly.
    (0..rounds).map(move |round| whole.mul_f64((f64::from(round) * 0.618_034).fract() * 1.2))
}

fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    support::copy_tree(from, to);
}

/// How long a command takes in a copy of a folder.
fn time(template: &Path, folder: &Path, args: &[&str]) -> Duration {
    copy(template, folder);
    let start = Instant::now();
    let ran = run(prolings(folder).args(args));
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    start.elapsed()
}

/// A learner's folder in which everything was worked on.
fn worked_on() -> (Desk, PathBuf) {
    let desk = Desk::in_memory();
    desk.init(1);
    for (file, text) in [(GREETING, "# my greeting\n"), (DOUBLING, "# my doubling\n"), (AREA, "# my area\n")]
    {
        desk.write(file, text);
    }
    desk.write("exercises/t1_first/02_doubling/own.txt", "my own\n");
    desk.expect(&["hint", "doubling"], 0);
    let copy = desk.folder.path().join("copy");
    (desk, copy)
}

#[test]
fn an_update_is_whole_or_not_at_all() {
    let (desk, folder) = worked_on();
    let (template, two) = (desk.learner(), desk.course(2));
    let args = ["update", "--from", two.to_str().unwrap()];
    let whole = time(&template, &folder, &args);
    let course = |folder: &Path| {
        let mut files = files(&folder.join("exercises"));
        files.retain(|name, _| !name.ends_with(".new") && !name.contains(".prolings-tmp-"));
        files
    };
    let (before, after) = (course(&template), course(&folder));
    assert_ne!(before, after);
    let mut outcomes = [0, 0];
    for moment in moments(ROUNDS, whole) {
        copy(&template, &folder);
        kill(&folder, &args, moment);
        let ran = run(prolings(&folder).arg("list"));
        assert_eq!(ran.code, Some(0), "{moment:?}: {ran:#?}");
        let found = course(&folder);
        assert!(found == before || found == after, "half done at {moment:?}: {:?}", found.keys());
        outcomes[usize::from(found == after)] += 1;
        let everything = files(&folder);
        for text in ["# my greeting\n", "# my doubling\n", "# my area\n", "my own\n"] {
            assert!(everything.values().any(|kept| kept == text.as_bytes()), "{text} is lost at {moment:?}");
        }
        let hint = run(prolings(&folder).args(["hint", if found == after { "twice" } else { "doubling" }]));
        assert!(hint.stdout.contains("hint 2 of"), "progress is lost at {moment:?}: {hint:#?}");
    }
    assert!(outcomes.iter().all(|number| *number > 0), "all kills came too late or too early: {outcomes:?}");
}

#[test]
fn a_reset_loses_nothing() {
    let (desk, folder) = worked_on();
    let template = desk.learner();
    let starters = [GREETING, DOUBLING, AREA].map(|file| fs::read(desk.course(1).join(file)).unwrap());
    let args = ["reset", "--all", "--yes"];
    let whole = time(&template, &folder, &args);
    for moment in moments(ROUNDS, whole) {
        copy(&template, &folder);
        kill(&folder, &args, moment);
        let everything = files(&folder);
        for text in ["# my greeting\n", "# my doubling\n", "# my area\n"] {
            assert!(everything.values().any(|kept| kept == text.as_bytes()), "{text} is lost at {moment:?}");
        }
        let ran = run(prolings(&folder).args(args));
        assert_eq!(ran.code, Some(0), "{moment:?}: {ran:#?}");
        assert_eq!([GREETING, DOUBLING, AREA].map(|file| fs::read(folder.join(file)).unwrap()), starters);
    }
}

#[test]
fn progress_is_the_old_or_the_new() {
    let (desk, folder) = worked_on();
    let template = desk.learner();
    let hints = |folder: &Path| {
        let bytes = fs::read(folder.join(".prolings/progress.json")).unwrap();
        let state: serde_json::Value = serde_json::from_slice(&bytes).expect("progress is whole");
        state["exercises"]["doubling"]["hints"].as_u64().expect("a number")
    };
    let args = ["hint", "doubling"];
    let whole = time(&template, &folder, &args);
    let (before, after) = (hints(&template), hints(&folder));
    assert_eq!(after, before + 1);
    let mut outcomes = [0, 0];
    for moment in moments(ROUNDS, whole) {
        copy(&template, &folder);
        kill(&folder, &args, moment);
        let found = hints(&folder);
        assert!(found == before || found == after, "{before} → {found} at {moment:?}");
        outcomes[usize::from(found == after)] += 1;
        assert_eq!(run(prolings(&folder).arg("list")).stderr, "", "{moment:?}");
    }
    assert!(outcomes.iter().all(|number| *number > 0), "all kills came too late or too early: {outcomes:?}");
}
