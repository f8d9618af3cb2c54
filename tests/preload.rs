//! What groups preload: imported once before the fork where that is safe, and not at all where it is not.

#![cfg(target_os = "linux")]

mod support;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use prolings::model::cancel::Cancel;
use prolings::model::course::PythonVersion;
use prolings::model::execution::{Ending, Execution};
use prolings::model::job::{Job, Origin, Program, StagedFile};
use prolings::model::names::{GroupName, RelPath};
use prolings::run::Runner;
use prolings::run::cold::Cold;
use prolings::run::fake;
use prolings::run::warm::Warm;
use tempfile::TempDir;

/// Modules as libraries are: some may be imported before a fork.
const MODULES: [(&str, &str); 6] = [
    ("slow_and_safe", "import ctypes, json, queue\nVALUE = object()\n"),
    ("safe_too", "import slow_and_safe\n"),
    (
        "starts_a_thread",
        "import threading, time\nthreading.Thread(target=time.sleep, args=(60,), daemon=True).start()\n",
    ),
    ("leaves_a_file_open", "FILE = open(__file__)\n"),
    (
        "starts_a_process",
        "import subprocess, sys\nP = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(20)'])\n",
    ),
    ("breaks", "raise RuntimeError('no licence')\n"),
];

/// An environment with the modules, and pytest from the tests' own.
struct Place {
    folder: TempDir,
    python: PathBuf,
    version: PythonVersion,
    pytest: Cold,
    groups: BTreeSet<GroupName>,
}

impl Place {
    fn new() -> Self {
        let course = support::course("small");
        let loaded = prolings::discover::load(course.path()).expect("a sound course");
        let (pytest, core) = support::runners::cold_with_python(&loaded);
        let folder = tempfile::tempdir().expect("a folder");
        let environment = folder.path().join("env");
        let made = Command::new(&core).args(["-m", "venv", "--without-pip"]).arg(&environment).status();
        assert!(made.expect("it runs").success());
        let python = environment.join("bin/python");
        let ask = "import site, sys\nprint(site.getsitepackages()[0], *sys.version_info[:2], sep='\\n')";
        let said = |python: &Path| {
            let output = Command::new(python).args(["-c", ask]).output().expect("it runs");
            String::from_utf8(output.stdout).expect("UTF-8").lines().map(str::to_owned).collect::<Vec<_>>()
        };
        let own = said(&python);
        for (name, code) in MODULES {
            support::write(Path::new(&own[0]), &format!("{name}.py"), code);
        }
        // A copy: the tests' own environment is not among what the sandbox shows to this one.
        support::copy_tree(Path::new(&said(&core)[0]), &Path::new(&own[0]).join("core"));
        support::write(Path::new(&own[0]), "core.pth", "core\n");
        let version = PythonVersion {
            major: own[1].parse().expect("a number"),
            minor: own[2].parse().expect("a number"),
        };
        Self { folder, python, version, pytest, groups: BTreeSet::from([GroupName::new("core")]) }
    }

    fn cold(&self) -> Cold {
        let supervisor = PathBuf::from(env!("CARGO_BIN_EXE_prolings"));
        Cold::new([(self.groups.clone(), self.python.clone())].into(), self.version, supervisor)
            .within(self.pytest.sandbox().clone())
    }

    fn warm(&self, preload: &[&str]) -> Warm {
        let modules = preload.iter().map(ToString::to_string).collect();
        Warm::new(self.cold().with_preload([(self.groups.clone(), modules)].into()))
    }

    fn job(&self, name: &str, code: &str, is_test: bool) -> Job {
        support::write(self.folder.path(), name, code);
        let path = RelPath::new(name).expect("a path");
        let program = if is_test {
            Program::Pytest { file: path.clone(), hidden: Vec::new(), apart: None }
        } else {
            Program::Script { script: path.clone(), args: Vec::new(), stdin: Vec::new() }
        };
        let source = self.folder.path().join(name);
        Job {
            files: vec![StagedFile { path, source, origin: Origin::Learner }],
            program,
            ..fake::job(self.groups.clone())
        }
    }
}

fn run(runner: &dyn Runner, job: &Job) -> Execution {
    runner.run(job, &Cancel::default())
}

fn out(execution: &Execution) -> String {
    String::from_utf8_lossy(&execution.stdout.bytes()).into_owned()
}

/// Whether jobs can have what counts threads: a `/proc` of their own, or the machine's.
#[expect(clippy::print_stderr, reason = "whoever runs the tests should know what they did not try")]
fn can_count(place: &Place) -> bool {
    let sandbox = place.pytest.sandbox().clone();
    let can = sandbox.is_none() || sandbox.has_own_proc();
    if !can {
        eprintln!("SKIPPED: threads cannot be counted in this sandbox, and nothing is preloaded");
    }
    can
}

#[test]
fn a_safe_module_is_there_when_a_job_starts_and_was_imported_once() {
    let place = Place::new();
    if !can_count(&place) {
        return;
    }
    let warm = place.warm(&["slow_and_safe", "safe_too"]);
    let script = "import sys\nprint('slow_and_safe' in sys.modules, 'safe_too' in sys.modules)\nimport ctypes, slow_and_safe\nprint(slow_and_safe.ctypes is ctypes, id(slow_and_safe.VALUE))\n";
    let first = run(&warm, &place.job("main.py", script, false));
    let second = run(&warm, &place.job("main.py", script, false));
    // The same object in both forks: the import before them was the only one.
    assert!(out(&first).starts_with("True True\nTrue "), "{first:?}");
    assert_eq!(out(&first), out(&second));
    let test = "import sys\nloaded = 'slow_and_safe' in sys.modules\n\ndef test_it():\n    import slow_and_safe\n    assert loaded and slow_and_safe.VALUE\n";
    let tested = run(&warm, &place.job("test_main.py", test, true));
    assert_eq!(tested.ending, Ending::Exited(0), "{tested:?}");
    assert_eq!(warm.forked(), 3);
    assert!(warm.unfit().is_empty());
    // A fork gives what a fresh process gives, and what is a module's name is run by one.
    let fresh = run(&place.cold(), &place.job("main.py", script, false));
    assert!(out(&fresh).starts_with("False False\nTrue "), "{fresh:?}");
    let mut clash = place.job("queue.py", "print('mine')\n", false);
    clash.files[0].origin = Origin::Learner;
    assert_eq!(out(&run(&warm, &clash)), "mine\n");
    assert_eq!(warm.forked(), 3);
}

#[test]
fn an_unsafe_module_is_refused_by_name_and_the_others_are_kept() {
    let place = Place::new();
    if !can_count(&place) {
        return;
    }
    let asked =
        ["starts_a_thread", "leaves_a_file_open", "slow_and_safe", "starts_a_process", "breaks", "not_there"];
    let warm = place.warm(&asked);
    let script = "import os, sys\nprint([name for name in sys.modules if name in %s], len(os.listdir('/proc/self/task')))\n";
    let script = script.replace("%s", &format!("{asked:?}"));
    let execution = run(&warm, &place.job("main.py", &script, false));
    assert_eq!(out(&execution), "['slow_and_safe'] 1\n", "{execution:?}, unfit: {:?}", warm.unfit());
    assert_eq!(warm.forked(), 1);
    let unfit = warm.unfit();
    let why = |module: &str| {
        let found = unfit.iter().find(|unfit| unfit.module == module);
        found.map_or_else(|| panic!("{module} in {unfit:?}"), |unfit| unfit.said().to_string())
    };
    assert!(why("starts_a_thread").starts_with("it starts threads, and 1 of them"));
    assert!(why("leaves_a_file_open").contains("a file or connection open"));
    assert_eq!(why("starts_a_process"), "it starts a process");
    assert_eq!(why("breaks"), "it cannot be imported: RuntimeError: no licence");
    assert!(why("not_there").contains("ModuleNotFoundError"));
    assert_eq!(unfit.len(), 5);
    assert!(warm.take_remarks().is_empty());
}
