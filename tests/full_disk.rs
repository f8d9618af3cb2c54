//! A disk that fills up while reports are written, on a small one of the test's own: what is there stays whole, and once
//! there is room, everything goes on.

#![cfg(target_os = "linux")]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;
use support::{AREA, DOUBLING, GREETING, Small};
use tempfile::TempDir;

/// Ways into a file tree of one's own, in which disks can be mounted: as root, and as anybody.
const WAYS: [&[&str]; 2] = [&["unshare", "-m"], &["unshare", "-rm"]];

/// A script with a disk of its own.
struct Disk {
    way: &'static [&'static str],
    course: Small,
    /// The disk is mounted on `disk`; what a script copies to `kept` is there afterwards.
    place: TempDir,
}

impl Disk {
    /// `None` where nothing can be mounted, which is said.
    #[expect(clippy::print_stderr, reason = "whoever runs the tests should know what they did not try")]
    fn new() -> Option<Self> {
        let place = tempfile::tempdir().expect("a folder");
        fs::create_dir(place.path().join("disk")).expect("a folder");
        fs::create_dir(place.path().join("kept")).expect("a folder");
        let can = |way: &&&[&str]| {
            let mut command = Command::new(way[0]);
            command.args(&way[1..]).args(["mount", "-t", "tmpfs", "none"]).arg(place.path().join("disk"));
            command.output().is_ok_and(|output| output.status.success())
        };
        let Some(way) = WAYS.iter().find(can) else {
            eprintln!("SKIPPED: no disk can be mounted here");
            return None;
        };
        Some(Self { way, course: Small::new(), place })
    }

    /// Runs a script of the shell's in the course, with a disk of so many KiB; what it says.
    fn run(&self, kib: usize, script: &str) -> String {
        let mut prolings = support::prolings_std(self.course.path());
        let program = prolings.get_program().to_owned();
        let mut command = Command::new(self.way[0]);
        command.args(&self.way[1..]).args(["sh", "-uc"]).current_dir(self.course.path());
        command.arg(format!("mount -t tmpfs -o size={kib}k none \"$DISK\" || exit 99\n{script}"));
        for (name, value) in prolings.env_remove("TMPDIR").get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command.env("PROLINGS", program).env("CLASS", self.place.path().join("class"));
        command.env("DISK", self.place.path().join("disk")).env("KEPT", self.place.path().join("kept"));
        let output = command.stderr(std::process::Stdio::piped()).output().expect("a shell");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{output:#?}");
        said
    }

    fn kept(&self, file: &str) -> PathBuf {
        self.place.path().join("kept").join(file)
    }

    fn read(&self, file: &str) -> String {
        let path = self.kept(file);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    fn json(&self, file: &str) -> Value {
        serde_json::from_str(&self.read(file)).expect("whole JSON")
    }

    /// The lines of a log, each of which is whole.
    fn lines(&self, file: &str) -> Vec<Value> {
        let text = self.read(file);
        assert!(text.is_empty() || text.ends_with('\n'), "a torn line: {text}");
        text.lines().map(|line| serde_json::from_str(line).expect("a whole line")).collect()
    }
}

const GRADE: &str = r#"
grade() {
    "$PROLINGS" grade --all --isolation none --report json="$DISK/r.json" --report jsonl="$DISK/r.jsonl" \
        --report html="$DISK/r.html" --report junit="$DISK/r.xml" >/dev/null
    echo "exit code $?" >&2
}
keep() { cp -r "$DISK" "$KEPT/$1"; }
fill() { dd if=/dev/zero of="$DISK/filler" bs=4096 2>/dev/null; return 0; }
"#;

#[test]
fn a_disk_that_is_full_already_costs_no_earlier_report() {
    let Some(disk) = Disk::new() else { return };
    disk.course.solve(GREETING);
    let said = disk.run(1024, &format!("{GRADE}\ngrade; keep before; fill; grade; keep after"));
    assert!(said.contains("exit code 1") && said.contains("exit code 2"), "{said}");
    assert!(said.contains("a report cannot be written") && said.contains("No space left"), "{said}");
    assert!(said.contains("help: make room, or name a file on another disk"), "{said}");
    assert_eq!(disk.json("before/r.json")["complete"], true);
    for file in ["r.json", "r.jsonl", "r.html", "r.xml"] {
        let (before, after) = (disk.read(&format!("before/{file}")), disk.read(&format!("after/{file}")));
        assert_eq!(before, after, "{file}");
    }
    let names: BTreeSet<_> =
        fs::read_dir(disk.kept("after")).expect("a folder").flatten().map(|e| e.file_name()).collect();
    assert_eq!(names.len(), 5, "nothing else lies there: {names:?}");
}

#[test]
fn a_disk_that_fills_up_on_the_way_keeps_what_is_done_whole() {
    let Some(disk) = Disk::new() else { return };
    // What it prints stands in every report.
    disk.course.write(GREETING, "for number in range(6000):\n    print(\"line\", number)\n");
    disk.course.solve(DOUBLING);
    disk.course.solve(AREA);
    // Room for what is known at the beginning, and not for what comes.
    let said = disk.run(1024, &format!("{GRADE}\ngrade; keep large"));
    assert!(said.contains("exit code 1"), "{said}");
    let size = |file: &str| fs::metadata(disk.kept(file)).expect("a file").len();
    let grown = size("large/r.json") + size("large/r.jsonl") + size("large/r.html") + size("large/r.xml");
    assert!(grown > 120 * 1024, "the reports are to grow: {grown}");
    let room = "room() { dd if=/dev/zero of=\"$DISK/filler\" bs=4096 count=$1 2>/dev/null; }";
    let said = disk.run(192, &format!("{GRADE}{room}\nroom 18; grade; keep full"));
    assert!(said.contains("exit code 2"), "{said}");
    assert!(said.contains("No space left") && said.contains("help: make room"), "{said}");
    let log = disk.lines("full/r.jsonl");
    assert!(log.len() >= 2 && log[0]["event"] == "grading", "{log:#?}");
    let report = disk.json("full/r.json");
    assert_eq!(report["provenance"]["trust"], "usual", "a whole report of some moment");
    assert!(disk.read("full/r.html").trim_end().ends_with("</html>"));
    assert!(disk.read("full/r.xml").trim_end().ends_with("</testsuites>"));
}

const CLASS: &str = r#"
grade() {
    "$PROLINGS" grade --submissions "$CLASS" --output "$DISK/out" --seed 7 --isolation none --jobs 1
    echo "exit code $?" >&2
}
keep() { cp -r "$DISK/out" "$KEPT/$1"; }
"#;

#[test]
fn a_class_goes_on_when_there_is_room_again() {
    let Some(disk) = Disk::new() else { return };
    let names: Vec<String> = (0..8).map(|number| format!("s{number}")).collect();
    for name in &names {
        let root = disk.place.path().join("class").join(name);
        support::copy_tree(&disk.course.path().join("exercises"), &root.join("exercises"));
        // Each row has some kilobytes.
        support::write(
            &root,
            GREETING,
            format!("for number in range(120):\n    print(\"{name}\", number)\n"),
        );
    }
    let script = "dd if=/dev/zero of=\"$DISK/filler\" bs=4096 count=$1 2>/dev/null";
    let script = format!(
        "{CLASS}\nfill() {{ {script}; }}\nfill 20\ngrade >&2; keep full\nrm \"$DISK/filler\"; grade >&2; keep done"
    );
    let said = disk.run(120, &script);
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let (first, second) = said.split_once("exit code 2").expect("the disk is full at first");
    assert!(first.contains("the journal of the grades cannot be used"), "{said}");
    assert!(first.contains("make room, and run the same command again"), "{said}");
    let rows = |folder: &str| -> Vec<String> {
        let lines = disk.lines(&format!("{folder}/journal.jsonl"));
        lines.iter().filter_map(|line| line["submission"].as_str().map(str::to_owned)).collect()
    };
    let before = rows("full");
    assert!((1..8).contains(&before.len()), "{before:?}: {said}");
    assert!(second.contains("exit code 0"), "{said}");
    assert!(second.contains(&format!("{} known from the journal", before.len())), "{said}");
    let after = rows("done");
    assert_eq!(after[..before.len()], before, "nothing is lost");
    assert_eq!(after, names, "and nothing is graded twice");
    assert_eq!(disk.lines("done/gradebook.jsonl").len(), 8);
}
