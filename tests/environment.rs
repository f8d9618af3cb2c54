//! A real environment, made with whatever this machine has: an interpreter, an installer, the package index.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::Command;

use prolings::model::cancel::Cancel;
use prolings::model::course::{Course, Group, PythonRange, PythonVersion};
use prolings::model::limits::Limits;
use prolings::model::names::GroupName;
use prolings::python::{Condition, Environments, Step, Surroundings, discover_cached};

/// One small package without dependencies, as `uv pip compile --generate-hashes` locks it.
const LOCK: &str = "iniconfig==2.3.1 \\
    --hash=sha256:67f4b9c50da0dedf52af349e7749a80a9057a5031199791b906c3bb3ae878960 \\
    --hash=sha256:9121e2c1fdb355232495be3194c8dfe87ccc2d5dee45947b78e68f499790d7a7
";

fn course(root: &Path) -> Course {
    let lock = root.join("core.txt");
    File::create_new(&lock).unwrap().write_all(LOCK.as_bytes()).unwrap();
    Course {
        root: root.to_path_buf(),
        title: "a course".to_owned(),
        version: None,
        python: PythonRange { from: PythonVersion { major: 3, minor: 11 }, below: None },
        topics: Vec::new(),
        groups: BTreeMap::from([(
            GroupName::new("core"),
            Group { summary: None, preload: Vec::new(), lock },
        )]),
        limits: Limits::default(),
        curriculum: None,
        welcome: None,
        final_text: None,
        auto_advance: false,
    }
}

#[test]
fn an_environment_is_made_once_and_then_works_offline() {
    let folder = tempfile::tempdir().unwrap();
    let course = course(folder.path());
    let environments_folder = folder.path().join("env");
    let surroundings = Surroundings::from_process(None, folder.path());
    let interpreter = discover_cached(course.python, &surroundings, &environments_folder).unwrap();
    assert_eq!(interpreter.implementation, "cpython");
    assert!(!interpreter.reason.is_empty());

    let environments =
        Environments::new(&course, interpreter.clone(), environments_folder.clone(), &surroundings);
    let groups = BTreeSet::new();
    assert_eq!(environments.find(&groups), None);
    let mut steps = Vec::new();
    let made = environments
        .prepare(&groups, &mut |step| steps.push(step), &Cancel::default())
        .unwrap_or_else(|error| panic!("{error}"));
    let wanted = [Step::CreatingVenv, Step::Installing { packages: 1 }, Step::Compiling];
    assert_eq!(steps[..3], wanted);
    assert_eq!(steps.last(), Some(&Step::Done));
    assert_eq!(made.packages, 1);

    let question = "import iniconfig, importlib.util as u, os, sys; \
                    print(u.find_spec('pip') is None, os.path.exists(u.cache_from_source(iniconfig.__file__)), \
                    sys.version_info[:3] == (%V))";
    let (major, minor, micro) = interpreter.version;
    let question = question.replace("%V", &format!("{major}, {minor}, {micro}"));
    let answer = Command::new(&made.python).args(["-I", "-B", "-c", &question]).output().unwrap();
    let said = String::from_utf8_lossy(&answer.stdout);
    assert_eq!(said.trim(), "True True True", "{}", String::from_utf8_lossy(&answer.stderr));

    // Again, on a machine that seems to have nothing at all: no PATH, so no installer; and nobody is told of a step.
    let bare = Surroundings { path: OsString::new(), ..surroundings };
    let again = Environments::new(&course, interpreter, environments_folder, &bare);
    let found = again.prepare(&groups, &mut |step| panic!("{step:?}"), &Cancel::default()).unwrap();
    assert_eq!(found, made);

    let listed = again.list();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].condition, Condition::Ready);
    assert!(listed[0].size.0 > 0 && listed[0].made.is_some());

    // A changed lock asks for another environment and leaves this one outdated.
    fs::remove_file(folder.path().join("core.txt")).unwrap();
    File::create_new(folder.path().join("core.txt")).unwrap();
    assert_eq!(again.find(&groups), None);
    assert_eq!(again.list()[0].condition, Condition::Outdated);
}
