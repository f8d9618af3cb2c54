//! A course that reaches a learner and is brought up to date, through the real binary.
#![expect(clippy::disallowed_methods, reason = "the files are a test's own, in a temporary folder")]
#![expect(clippy::unwrap_used, reason = "a test that cannot write its files fails")]

#[path = "../support/mod.rs"]
mod support;

mod editing;
mod init;
#[cfg(unix)]
mod killed;
mod reset;
mod update;

use std::fs;
use std::path::{Path, PathBuf};

use support::{Ran, prolings, run};
use tempfile::TempDir;

const GREETING: &str = "exercises/t1_first/01_greeting/greeting.py";
const DOUBLING: &str = "exercises/t1_first/02_doubling/doubling.py";
const AREA: &str = "exercises/t2_second/01_area/area.py";
/// Where the work of `doubling` belongs in version 2.
const TWICE: &str = "exercises/t1_first/03_twice/doubling.py";

/// A teacher's folder with two versions of the course `small`, and a learner's folder beside them.
struct Desk {
    folder: TempDir,
}

impl Desk {
    /// The learner's folder does not exist yet.
    fn new() -> Self {
        Self::in_folder(tempfile::tempdir().unwrap())
    }

    /// The same in memory, where there is such a place: killed programs lose nothing there that a disk would keep.
    #[cfg(unix)]
    fn in_memory() -> Self {
        Self::in_folder(tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap())
    }

    fn in_folder(folder: TempDir) -> Self {
        let desk = Self { folder };
        let (one, two) = (desk.course(1), desk.course(2));
        support::copy_tree(support::course("small").path(), &one);
        support::copy_tree(&one, &two);
        for (version, course) in [(1, &one), (2, &two)] {
            edit(course, "exercises/course.yaml", "format: 1\n", &format!("format: 1\nversion: {version}\n"));
        }
        // In version 2 `greeting` has another starter, `doubling` another name and number, and `area` is gone.
        fs::write(two.join(GREETING), "# the second starter\nprint('Hello, nobody!')\n").unwrap();
        for top in ["exercises", "solutions"] {
            fs::rename(two.join(top).join("t1_first/02_doubling"), two.join(top).join("t1_first/03_twice"))
                .unwrap();
            fs::remove_dir_all(two.join(top).join("t2_second")).unwrap();
        }
        let manifest = "exercises/t1_first/03_twice/exercise.yaml";
        let text = fs::read_to_string(two.join(manifest)).unwrap();
        fs::write(two.join(manifest), format!("{text}aliases: [doubling]\n")).unwrap();
        let text = fs::read_to_string(two.join("exercises/course.yaml")).unwrap();
        let text: Vec<&str> = text.lines().filter(|line| !line.contains("t2_second")).collect();
        let text = text.join("\n").replace("[t1_first, t2_second]", "[t1_first]");
        fs::write(two.join("exercises/course.yaml"), text).unwrap();
        desk
    }

    /// The same with version 1 in the learner's folder.
    fn begun() -> Self {
        let desk = Self::new();
        desk.init(1);
        desk
    }

    fn init(&self, version: u32) {
        let from = self.course(version);
        let ran = run(prolings(self.folder.path()).args(["init", "learner", "--from"]).arg(from));
        assert_eq!(ran.code, Some(0), "{ran:#?}");
    }

    /// The teacher's folder with a version of the course.
    fn course(&self, version: u32) -> PathBuf {
        self.folder.path().join(format!("v{version}"))
    }

    fn learner(&self) -> PathBuf {
        self.folder.path().join("learner")
    }

    /// prolings in the learner's folder.
    fn run(&self, args: &[&str]) -> Ran {
        run(prolings(&self.learner()).args(args))
    }

    /// The same, expecting this exit code; gives both streams.
    fn expect(&self, args: &[&str], code: i32) -> String {
        let ran = self.run(args);
        assert_eq!(ran.code, Some(code), "{args:?}: {ran:#?}");
        ran.stdout + &ran.stderr
    }

    fn update(&self, version: u32) -> String {
        self.expect(&["update", "--from", self.course(version).to_str().unwrap()], 0)
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.learner().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.learner().join(file), text).unwrap();
    }

    fn has(&self, file: &str) -> bool {
        self.learner().join(file).exists()
    }
}

/// Replaces text in a file that must hold it.
fn edit(root: &Path, file: &str, old: &str, new: &str) {
    let text = fs::read_to_string(root.join(file)).unwrap();
    assert!(text.contains(old), "{file} has no {old:?}");
    fs::write(root.join(file), text.replace(old, new)).unwrap();
}

/// Every file below a folder with its bytes, by its path.
fn files(root: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(root).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let name = |path: &Path| path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
    files.map(|entry| (name(entry.path()), fs::read(entry.path()).unwrap())).collect()
}

/// Every text in its place: an error that misses one shows the whole screen.
#[track_caller]
fn assert_says(screen: &str, texts: &[&str]) {
    for text in texts {
        assert!(screen.contains(text), "no {text:?} in\n{screen}");
    }
}
