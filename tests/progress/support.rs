//! Courses in temporary folders, git repositories, and children that play a role.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use prolings::model::course::{Course, PythonRange, PythonVersion, Topic};
use prolings::model::exercise::{Exercise, ManifestHash};
use prolings::model::grade::Credit;
use prolings::model::limits::Limits;
use prolings::model::names::{ExerciseName, RelPath, TopicName};
use prolings::progress::{Started, Starters};
use tempfile::TempDir;

/// The environment variable that makes a child of this binary do something.
pub(crate) const ROLE: &str = "PROLINGS_TEST_ROLE";
/// The course that the child does it in.
pub(crate) const ROOT: &str = "PROLINGS_TEST_ROOT";

/// This binary in a role.
pub(crate) fn child(role: &str, root: &Path) -> Command {
    child_of(&std::env::current_exe().unwrap(), role, root)
}

/// A copy of this binary in a role.
pub(crate) fn child_of(executable: &Path, role: &str, root: &Path) -> Command {
    let mut command = Command::new(executable);
    command.args(["--exact", "role", "--nocapture"]).env(ROLE, role).env(ROOT, root);
    command
}

pub(crate) fn name(text: &str) -> ExerciseName {
    ExerciseName::new(text)
}

/// A folder with a course in it.
pub(crate) struct Fixture {
    pub(crate) root: PathBuf,
    _folder: TempDir,
}

impl Fixture {
    /// A course with the exercises `first` (`first.py`) and `second` (`second.py`, `pkg/part.py`).
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let fixture = Self { root: folder.path().join("course"), _folder: folder };
        for file in ["first/first.py", "second/second.py", "second/pkg/part.py"] {
            fixture.write(file, &format!("# starter of {file}\nprint('todo')\n"));
        }
        fixture
    }

    /// The same, all committed to a fresh repository.
    pub(crate) fn in_git() -> Self {
        let fixture = Self::new();
        fixture.git(&["init", "--quiet", "--initial-branch=main"]);
        fixture.commit("the course");
        fixture
    }

    /// A clone of a course.
    pub(crate) fn clone_of(origin: &Self, settings: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("clone");
        let mut args = settings.to_vec();
        let (from, to) = (origin.root.to_str().unwrap(), root.to_str().unwrap());
        args.extend(["clone", "--quiet", from, to]);
        git_in(folder.path(), &args);
        Self { root, _folder: folder }
    }

    pub(crate) fn file(&self, file: &str) -> PathBuf {
        self.root.join("exercises/a1_topic").join(file)
    }

    pub(crate) fn write(&self, file: &str, content: &str) {
        let path = self.file(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.file(file)).unwrap()
    }

    pub(crate) fn state_file(&self, file: &str) -> PathBuf {
        self.root.join(".prolings").join(file)
    }

    pub(crate) fn git(&self, args: &[&str]) -> String {
        git_in(&self.root, args)
    }

    pub(crate) fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    pub(crate) fn course(&self) -> Course {
        course_at(&self.root)
    }

    pub(crate) fn exercise(&self, name: &str) -> Exercise {
        self.course().exercise(name).unwrap().clone()
    }

    /// Opens the starters and expects nothing to say.
    pub(crate) fn open(&self) -> Starters {
        let mut starters = Starters::open(&self.root, &self.course());
        assert_eq!(starters.take_notices(), Vec::<String>::new());
        starters
    }

    /// Opens the starters anew and looks at an exercise.
    pub(crate) fn started(&self, name: &str) -> Started {
        self.open().state(&self.exercise(name))
    }

    /// Opens the starters anew and gives the first file of an exercise's starter.
    pub(crate) fn starter(&self, name: &str) -> String {
        let files = self.open().restore(&self.exercise(name)).unwrap();
        String::from_utf8(files[0].content.clone()).unwrap()
    }
}

/// The course in a fixture's folder.
pub(crate) fn course_at(root: &Path) -> Course {
    let folder = root.join("exercises/a1_topic");
    let exercises = vec![
        exercise(&folder, "first", &["first.py"]),
        exercise(&folder, "second", &["second.py", "pkg/part.py"]),
    ];
    Course {
        root: root.to_path_buf(),
        title: "Test".into(),
        version: None,
        python: PythonRange { from: PythonVersion { major: 3, minor: 11 }, below: None },
        topics: vec![Topic { name: TopicName::new("a1_topic"), folder, exercises }],
        groups: BTreeMap::new(),
        limits: Limits::default(),
        curriculum: None,
        welcome: None,
        final_text: None,
        auto_advance: false,
    }
}

fn exercise(topic: &Path, name: &str, edit: &[&str]) -> Exercise {
    Exercise {
        name: ExerciseName::new(name),
        aliases: Vec::new(),
        topic: TopicName::new("a1_topic"),
        folder: topic.join(name),
        solution: topic.join("solution"),
        title: format!("Title of {name}"),
        covers: Vec::new(),
        level: 1,
        edit: edit.iter().map(|path| RelPath::new(path).unwrap()).collect(),
        protected: Vec::new(),
        groups: BTreeSet::new(),
        needs: Vec::new(),
        after: Vec::new(),
        python: None,
        points: 1,
        credit: Credit::default(),
        limits: Limits::default(),
        checks: Vec::new(),
        hints: Vec::new(),
        mistakes: Vec::new(),
        starter: None,
        style: prolings::model::exercise::Style::default(),
        equivalent: vec![],
        manifest: ManifestHash::default(),
    }
}

/// Runs git with settings that depend on no machine.
pub(crate) fn git_in(folder: &Path, args: &[&str]) -> String {
    let mut command = Command::new("git");
    command.current_dir(folder).env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", "/dev/null");
    for who in ["GIT_AUTHOR", "GIT_COMMITTER"] {
        command.env(format!("{who}_NAME"), "A Learner").env(format!("{who}_EMAIL"), "learner@example.org");
    }
    let output = command.args(args).output().unwrap();
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
