//! Making environments with a fake uv, a fake pip and a fake Python.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use super::environment::{Environment, Environments};
use super::fakes::{Machine, RANGE, answer};
use super::install::Step;
use super::interpreter::discover;
use super::inventory::Condition;
use crate::error::UserError;
use crate::model::cancel::Cancel;
use crate::model::course::{Course, Group};
use crate::model::limits::Limits;
use crate::model::names::GroupName;

/// A uv whose `pip install` runs the given script.
fn uv(machine: &Machine, install: &str) -> PathBuf {
    let script = r#"
case "$1" in
    --version) echo "uv 0.9.9" ;;
    venv)
        for folder; do :; done
        mkdir -p "$folder/bin" "$folder/lib"
        printf '#!/bin/sh\nexit 0\n' > "$folder/bin/python"
        chmod +x "$folder/bin/python" ;;
    pip) INSTALL ;;
esac"#;
    machine.program("bin/uv", &script.replace("INSTALL", install))
}

/// A machine with Python 3.13, groups `core` (2 packages), `quality` (1) and `bare` (none), and no installer.
fn machine() -> Machine {
    let machine = Machine::new();
    machine.python("bin/python3", "3.13.0");
    machine.file("core.txt", "pytest==9.2.0 --hash=sha256:aa\npluggy==1.7.0 --hash=sha256:bb\n");
    machine.file("quality.txt", "mypy==2.4.1 --hash=sha256:cc\n");
    machine.file("bare.txt", "# nothing\n");
    machine
}

fn environments(machine: &Machine) -> Environments {
    let surroundings = machine.surroundings(&["bin"]);
    let group = |name: &str| {
        (
            GroupName::new(name),
            Group { summary: None, preload: Vec::new(), lock: machine.path(&format!("{name}.txt")) },
        )
    };
    let course = Course {
        root: machine.path(""),
        title: String::new(),
        version: None,
        python: RANGE,
        topics: Vec::new(),
        groups: BTreeMap::from(["core", "quality", "bare"].map(group)),
        limits: Limits::default(),
        curriculum: None,
        welcome: None,
        final_text: None,
        auto_advance: false,
    };
    let interpreter = discover(RANGE, &surroundings).unwrap();
    Environments::new(&course, interpreter, machine.path("env"), &surroundings)
}

fn groups(names: &[&str]) -> BTreeSet<GroupName> {
    names.iter().copied().map(GroupName::new).collect()
}

fn prepare(environments: &Environments) -> Result<Environment, UserError> {
    environments.prepare(&groups(&["core"]), &mut |_| {}, &Cancel::default())
}

/// What lies in the folder of environments, beside locks.
fn folders(machine: &Machine) -> Vec<String> {
    let entries = fs::read_dir(machine.path("env")).into_iter().flatten();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| !name.ends_with(".lock")).collect()
}

#[test]
fn an_environment_is_made_once_for_a_set_of_groups() {
    let machine = machine();
    uv(&machine, "exit 0");
    let environments = environments(&machine);
    let quality = groups(&["quality"]);
    assert_eq!(environments.find(&quality), None);

    let mut steps = Vec::new();
    let mut ready = environments.prepare(&quality, &mut |step| steps.push(step), &Cancel::default()).unwrap();
    let wanted = [Step::CreatingVenv, Step::Installing { packages: 3 }, Step::Compiling, Step::Done].to_vec();
    assert_eq!(steps, wanted);
    assert_eq!(ready.groups, groups(&["core", "quality"]));
    let name = ready.folder.file_name().unwrap().to_str().unwrap();
    assert!(name.starts_with("core+quality-") && name.len() == "core+quality-".len() + 12, "{name}");
    assert_eq!(ready.program("mypy"), ready.folder.join("bin/mypy"));
    let install = machine.starts().into_iter().find(|start| start.starts_with("bin/uv pip install")).unwrap();
    for part in ["--require-hashes", "--only-binary :all:", "core.txt", "quality.txt"] {
        assert!(install.contains(part), "{install}");
    }

    let starts = machine.starts().len();
    ready.groups = groups(&["core", "quality"]);
    assert_eq!(environments.find(&quality), Some(ready.clone()));
    let again = environments.prepare(&quality, &mut |step| panic!("{step:?}"), &Cancel::default()).unwrap();
    assert_eq!((again, machine.starts().len()), (ready, starts));

    // The set without quality is another environment; one without packages installs nothing.
    let core = prepare(&environments).unwrap();
    machine.file("core.txt", "");
    let bare = environments.prepare(&groups(&["bare"]), &mut |_| {}, &Cancel::default()).unwrap();
    assert_eq!((core.packages, bare.packages), (2, 0));
    let installs = machine.starts().iter().filter(|start| start.starts_with("bin/uv pip")).count();
    assert_eq!(installs, 2);
    let conditions: Vec<_> = environments.list().iter().map(|listed| listed.condition).collect();
    assert_eq!(conditions, [Condition::Ready, Condition::Outdated, Condition::Outdated]);

    let removed = environments.remove_useless().unwrap();
    assert_eq!((removed.environments, removed.busy.len()), (2, 0));
    let conditions: Vec<_> = environments.list().iter().map(|listed| listed.condition).collect();
    assert_eq!(conditions, [Condition::Ready]);
    assert_eq!(environments.remove_useless().unwrap().environments, 0);
}

#[test]
fn failures_say_what_to_do_and_leave_nothing() {
    let machine = machine();
    let environments = environments(&machine);
    let said = [
        (
            "echo 'error: dns error' >&2; exit 2",
            "the package index cannot be reached",
            "connect to the internet",
        ),
        ("echo 'No space left on device (os error 28)'; exit 1", "the disk is full", "free some space"),
        ("echo 'Hash mismatch for `pytest`'; exit 1", "a package is not the one", "get the lock back"),
        ("echo 'No solution found'; exit 1", "a package of the course cannot be had", "--python PATH"),
        ("echo surprise; exit 9", "the Python environment could not be made", "doctor"),
    ];
    for (install, what, help) in said {
        uv(&machine, install);
        let error = prepare(&environments).unwrap_err();
        assert!(error.what.starts_with(what), "{error}");
        assert!(error.help.as_deref().unwrap_or_default().contains(help), "{error}");
        let why = error.why.unwrap();
        assert!(why.starts_with("installing core.txt with uv failed; its last words:\n"), "{why}");
        assert!(folders(&machine).is_empty());
    }
    uv(&machine, "exit 0");
    prepare(&environments).unwrap();
}

#[test]
fn missing_locks_and_unknown_groups_are_told() {
    let machine = machine();
    let environments = environments(&machine);
    let unknown = groups(&["qualty"]);
    let error = environments.prepare(&unknown, &mut |_| {}, &Cancel::default()).unwrap_err();
    assert_eq!(error.help.as_deref(), Some("did you mean `quality`?"));
    fs::remove_file(machine.path("core.txt")).unwrap();
    let error = prepare(&environments).unwrap_err();
    assert_eq!(error.what, "the lock of group `core` is missing");
    assert_eq!(error.place.unwrap().path, machine.path("core.txt"));
    assert_eq!(environments.find(&groups(&[])), None);
    machine.file("core.txt", "");
    machine.file("env", "a file where the folder belongs");
    let error = prepare(&environments).unwrap_err();
    assert_eq!(error.what, "the folder of Python environments could not be made");
}

#[test]
fn half_made_and_damaged_environments_are_made_anew() {
    let machine = machine();
    uv(&machine, "exit 0");
    let environments = environments(&machine);
    let made = prepare(&environments).unwrap();
    let marker = made.folder.join(".complete");
    for garbage in ["", "{}", "not json", "{\"key\": \"another\"}"] {
        let name = made.folder.file_name().unwrap().to_str().unwrap();
        machine.file(&format!("env/{name}/.complete"), garbage);
        machine.file(&format!("env/{name}/lib/left.py"), "left behind");
        assert_eq!(environments.find(&groups(&[])), None);
        assert_eq!(environments.list()[0].condition, Condition::HalfMade);
        assert_eq!(prepare(&environments).as_ref(), Ok(&made));
        assert!(!made.folder.join("lib/left.py").exists());
        assert!(marker.exists());
    }
    fs::remove_file(&made.python).unwrap();
    assert_eq!(environments.list()[0].condition, Condition::InterpreterGone);
    assert_eq!(environments.find(&groups(&[])), None);
    assert_eq!(prepare(&environments).as_ref(), Ok(&made));
    fs::remove_file(machine.path("bin/python3")).unwrap();
    assert_eq!(environments.find(&groups(&[])), None);
}

#[test]
fn two_at_once_make_it_once() {
    let machine = machine();
    uv(&machine, "sleep 0.5");
    let environments = environments(&machine);
    let make = || {
        let mut steps = Vec::new();
        let made = environments.prepare(&groups(&[]), &mut |step| steps.push(step), &Cancel::default());
        (made.unwrap(), steps)
    };
    let (one, two) = thread::scope(|scope| {
        let (one, two) = (scope.spawn(make), scope.spawn(make));
        (one.join().unwrap(), two.join().unwrap())
    });
    assert_eq!(one.0, two.0);
    assert_eq!(machine.starts().iter().filter(|start| start.starts_with("bin/uv venv")).count(), 1);
    let idle = |steps: &[Step]| steps.iter().all(|step| *step == Step::Waiting);
    assert!(idle(&one.1) != idle(&two.1));
}

#[test]
fn stopping_leaves_nothing_half_made() {
    let machine = machine();
    uv(&machine, "sleep 60 & sleep 60; wait");
    let environments = environments(&machine);
    let cancel = Cancel::default();
    let started = Instant::now();
    let error = environments
        .prepare(
            &groups(&[]),
            &mut |step| {
                assert!(matches!(step, Step::CreatingVenv | Step::Installing { .. }));
                if matches!(step, Step::Installing { .. }) {
                    let cancel = cancel.clone();
                    thread::spawn(move || {
                        thread::sleep(Duration::from_millis(200));
                        cancel.cancel();
                    });
                }
            },
            &cancel,
        )
        .unwrap_err();
    assert!(error.what.starts_with("stopped"), "{error}");
    assert!(started.elapsed() < Duration::from_secs(20));
    assert!(folders(&machine).is_empty());

    // A stop is heard while another process is making it, too.
    let waiting = Cancel::default();
    let slow = Cancel::default();
    let error = thread::scope(|scope| {
        scope.spawn(|| environments.prepare(&groups(&[]), &mut |_| {}, &slow));
        while folders(&machine).is_empty() {
            thread::sleep(Duration::from_millis(10));
        }
        assert_eq!(environments.list()[0].condition, Condition::InTheMaking);
        let mut stop = |step| {
            assert_eq!(step, Step::Waiting);
            waiting.cancel();
        };
        let error = environments.prepare(&groups(&[]), &mut stop, &waiting).unwrap_err();
        slow.cancel();
        error
    });
    assert!(error.what.starts_with("stopped"), "{error}");
}

/// A Python whose `venv` makes folders and whose pip works, unless `pip` says otherwise.
fn python_with_pip(machine: &Machine, version: &str, pip: &str) {
    let script = r#"
case "$*" in
    *"-m venv "*)
        for folder; do :; done
        mkdir -p "$folder/bin" "$folder/lib"
        cp "$0" "$folder/bin/python" ;;
    *"pip install"*" uv") printf '#!/bin/sh\nexit 0\n' > "${0%/*}/uv"; chmod +x "${0%/*}/uv" ;;
    *"-m pip"*) PIP ;;
    *"-m compileall"*) ;;
    *) ANSWER ;;
esac"#;
    let python = machine.path("bin/python3");
    let script = script.replace("PIP", pip).replace("ANSWER", &answer(&python, version));
    machine.program("bin/python3", &script);
}

#[test]
fn without_uv_pip_installs_and_fetches_uv_for_the_next_time() {
    let machine = machine();
    // A shim of pyenv's that leads nowhere is no uv.
    machine.program("bin/uv", "echo 'pyenv: uv: command not found' >&2; exit 127");
    python_with_pip(&machine, "3.13.0", "exit 0");
    let environments = environments(&machine);
    assert_eq!(environments.uv(), None);

    let mut steps = Vec::new();
    let made = environments.prepare(&groups(&[]), &mut |step| steps.push(step), &Cancel::default()).unwrap();
    assert_eq!(steps[steps.len() - 2..], [Step::FetchingUv, Step::Done]);
    assert!(made.python.exists());
    let listed = environments.list();
    assert_eq!(listed.len(), 1, "the folder of tools is no environment");
    assert_eq!(listed[0].installer.as_deref(), Some("pip"));
    let starts = machine.starts();
    for words in ["-I -m venv --without-pip", "-m pip --python", "--require-hashes --only-binary :all:"] {
        assert!(starts.iter().any(|start| start.contains(words)), "{words} in {starts:?}");
    }
    assert_eq!(environments.uv(), Some(machine.path("env/tools/bin/uv")));
}

#[test]
fn a_python_without_ensurepip_needs_uv_or_its_own_pip() {
    let machine = machine();
    python_with_pip(&machine, "3.13.0 no-ensurepip", "exit 1");
    let environments = environments(&machine);
    let error = prepare(&environments).unwrap_err();
    assert!(error.what.contains("cannot make environments"), "{error}");
    assert!(error.help.unwrap().contains("uv"));
    assert!(folders(&machine).is_empty());
    python_with_pip(&machine, "3.13.0 no-ensurepip", "exit 0");
    prepare(&environments).unwrap();
    assert_eq!(environments.uv(), None, "nothing is put into the user's own Python");
}
