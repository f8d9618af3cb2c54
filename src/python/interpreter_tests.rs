//! Discovery among fake Pythons.

use std::fs;
use std::os::unix::fs::symlink;
use std::time::{Duration, Instant};

use super::fakes::{Machine, RANGE};
use super::interpreter::{Packaging, Threading, discover, discover_cached, survey};
use super::surroundings::Surroundings;
use crate::model::course::{PythonRange, PythonVersion};

#[test]
fn a_shim_leads_to_the_real_executable() {
    let machine = Machine::new();
    let real = machine.python("versions/3.13.0/bin/python3.13", "3.13.0");
    let shim = machine.shim("shims/python3", &real, "3.13.0");
    let found = discover(RANGE, &machine.surroundings(&["shims"])).unwrap();
    assert_eq!(found.executable, real);
    assert_eq!(found.version, (3, 13, 0));
    assert_eq!(found.reason, format!("the first python3 on PATH ({})", shim.display()));
    assert_eq!((found.packaging, found.threading), (Packaging::Complete, Threading::GlobalLock));
}

#[test]
fn the_first_python3_wins_when_it_fits_and_else_the_newest() {
    let machine = Machine::new();
    machine.python("a/python3", "3.11.4");
    machine.python("b/python3.13", "3.13.1");
    machine.python("b/python3.12", "3.12.1");
    let surroundings = machine.surroundings(&["a", "b"]);
    assert_eq!(discover(RANGE, &surroundings).unwrap().version_text, "3.11.4");

    machine.python("a/python3", "3.9.18");
    let told = survey(RANGE, &surroundings);
    let chosen = told.chosen.unwrap();
    assert_eq!(chosen.version_text, "3.13.1");
    assert!(chosen.reason.starts_with("python3.13 on PATH"));
    assert_eq!(told.refused.len(), 1);
    assert_eq!(told.refused[0].version.as_deref(), Some("3.9.18"));

    let below = Some(PythonVersion { major: 3, minor: 13 });
    let narrow = PythonRange { below, ..RANGE };
    assert_eq!(discover(narrow, &surroundings).unwrap().version_text, "3.12.1");
}

#[test]
fn links_to_the_same_python_are_asked_once() {
    let machine = Machine::new();
    machine.python("a/python3.9", "3.9.1");
    symlink("python3.9", machine.path("a/python3")).unwrap();
    symlink("python3", machine.path("a/python")).unwrap();
    assert!(discover(RANGE, &machine.surroundings(&["a"])).is_err());
    assert_eq!(machine.starts().len(), 1);
}

#[test]
fn an_empty_path_and_relative_entries_have_no_python() {
    let error = discover(RANGE, &Surroundings::empty("/")).unwrap_err();
    assert_eq!(error.what, "no Python was found");
    assert!(error.help.unwrap().contains("uv python install 3.13"));

    let machine = Machine::new();
    machine.python("python3", "3.13.0");
    let relative = Surroundings { path: ".:".into(), ..machine.surroundings(&[]) };
    assert!(discover(RANGE, &relative).is_err());
    assert!(machine.starts().is_empty());
}

#[test]
fn pythons_that_do_not_fit_are_listed_with_version_and_path() {
    let machine = Machine::new();
    let old = machine.python("a/python3", "3.8.2");
    let pypy = machine.python("b/python3", "3.11.0 pypy");
    let two = machine.program("b/python", "echo 'Unknown option: -I' >&2; exit 2");
    let broken = machine.program("c/python", "echo 'pyenv: python: command not found' >&2; exit 127");
    let error = discover(RANGE, &machine.surroundings(&["a", "b", "c"])).unwrap_err();
    assert_eq!(error.what, "no Python that runs this course was found: it needs >=3.11");
    let why = error.why.unwrap();
    let wanted = [
        format!("{}: Python 3.8.2, too old", old.display()),
        format!("{}: Python 3.11.0, is pypy", pypy.display()),
        format!("{}: is too old: Python 2", two.display()),
        format!("{}: is no working Python: pyenv: python: command not found", broken.display()),
    ];
    for line in wanted {
        assert!(why.contains(&line), "{line}\nin {why}");
    }
    assert!(error.help.unwrap().contains("--python PATH"));
}

#[test]
fn a_hanging_candidate_is_left_behind() {
    let machine = Machine::new();
    machine.program("a/python3", "sleep 60");
    machine.python("b/python3", "3.12.0");
    let surroundings = Surroundings { patience: Duration::from_secs(2), ..machine.surroundings(&["a", "b"]) };
    let started = Instant::now();
    let told = survey(RANGE, &surroundings);
    assert_eq!(told.chosen.unwrap().version_text, "3.12.0");
    assert!(told.refused[0].why.contains("no answer within 2s"), "{:?}", told.refused);
    assert!(started.elapsed() < Duration::from_secs(30));
}

#[test]
fn noise_around_the_answer_and_garbage_instead_of_it_are_survived() {
    let machine = Machine::new();
    machine.program("a/python3", "head -c 200000 /dev/urandom");
    machine.program("b/python3", "echo '{\"executable\": 3}'");
    let real = machine.python("real/python3.12", "3.12.0");
    let script = format!("echo a banner; '{}'; echo a warning >&2", real.display());
    machine.program("c/python3", &script);
    let told = survey(RANGE, &machine.surroundings(&["a", "b", "c"]));
    assert_eq!(told.chosen.unwrap().executable, real);
    assert_eq!(told.refused.len(), 2);
}

#[test]
fn an_explicit_choice_is_taken_or_refused_but_never_replaced() {
    let machine = Machine::new();
    machine.python("a/python3", "3.12.0");
    let old = machine.python("old/python", "3.9.18");
    let base = machine.surroundings(&["a"]);
    let with = |named: &str| Surroundings { explicit: Some(named.into()), ..base.clone() };

    let error = discover(RANGE, &with(old.to_str().unwrap())).unwrap_err();
    assert_eq!(error.what, "the Python named by --python or PROLINGS_PYTHON cannot be used");
    assert_eq!(error.why.as_deref(), Some("it is Python 3.9.18 (too old); the course needs >=3.11"));
    let error = discover(RANGE, &with("/nowhere/python")).unwrap_err();
    assert_eq!(error.why.as_deref(), Some("there is no such program"));

    let found = discover(RANGE, &with("python3")).unwrap();
    assert!(found.reason.starts_with("named by --python"), "{}", found.reason);
    machine.python("venv/bin/python", "3.13.0rc1 free");
    let found = discover(RANGE, &with(machine.path("venv").to_str().unwrap())).unwrap();
    assert_eq!((found.version_text.as_str(), found.threading), ("3.13.0rc1", Threading::Free));
}

#[test]
fn an_active_environment_comes_first_if_it_fits() {
    let machine = Machine::new();
    machine.python("a/python3", "3.12.0");
    let base = machine.python("base/python3.13", "3.13.0");
    machine.shim("venv/bin/python", &base, "3.13.0");
    machine.python("conda/bin/python", "3.11.0");
    let mut surroundings = machine.surroundings(&["a"]);
    surroundings.conda_prefix = Some(machine.path("conda"));
    assert_eq!(discover(RANGE, &surroundings).unwrap().version_text, "3.11.0");
    surroundings.virtual_env = Some(machine.path("venv"));
    let found = discover(RANGE, &surroundings).unwrap();
    assert_eq!(found.executable, base);
    assert!(found.reason.contains("active virtual environment"), "{}", found.reason);
    machine.python("venv/bin/python", "3.8.0");
    machine.python("conda/bin/python", "3.8.1");
    assert_eq!(discover(RANGE, &surroundings).unwrap().version_text, "3.12.0");
}

#[test]
fn previews_and_free_threaded_builds_are_a_last_resort() {
    let machine = Machine::new();
    machine.python("a/python3", "3.14.0rc1");
    machine.python("a/python3.13", "3.13.0 free");
    let surroundings = machine.surroundings(&["a"]);
    let told = survey(RANGE, &surroundings);
    let chosen = told.chosen.unwrap();
    assert_eq!(chosen.version_text, "3.14.0rc1");
    assert!(chosen.reason.ends_with("nothing else fits"), "{}", chosen.reason);
    assert_eq!(told.refused.len(), 1);
    machine.python("a/python3.12", "3.12.0 no-ensurepip");
    let chosen = discover(RANGE, &surroundings).unwrap();
    assert_eq!((chosen.version_text.as_str(), chosen.packaging), ("3.12.0", Packaging::NoEnsurepip));
}

#[test]
fn pyenvs_and_uvs_pythons_are_found_newest_first() {
    let machine = Machine::new();
    for version in ["3.9.18", "3.11.7", "3.11.10", "2.7.18"] {
        machine.python(&format!("pyenv/versions/{version}/bin/python3"), version);
    }
    machine.python("pyenv/versions/pypy3.99-1/bin/python3", "3.99.0");
    machine.python("uv/cpython-3.14.0-linux-x86_64-gnu/bin/python3", "3.14.0");
    let mut surroundings = machine.surroundings(&[]);
    surroundings.uv_pythons = Some(machine.path("uv"));
    assert_eq!(discover(RANGE, &surroundings).unwrap().version_text, "3.14.0");
    surroundings.pyenv_root = Some(machine.path("pyenv"));
    assert_eq!(discover(RANGE, &surroundings).unwrap().version_text, "3.11.10");
}

#[test]
fn an_unchanged_machine_is_not_asked_again() {
    let machine = Machine::new();
    let real = machine.python("versions/3.13.0/bin/python3.13", "3.13.0");
    machine.shim("a/python3", &real, "3.13.0");
    machine.python("b/python3", "3.12.0");
    let surroundings = machine.surroundings(&["a", "b"]);
    let folder = machine.path("env");
    let ask = |surroundings: &Surroundings| {
        let before = machine.starts().len();
        let found = discover_cached(RANGE, surroundings, &folder).unwrap();
        (found.version_text, machine.starts().len() - before)
    };
    assert_eq!(ask(&surroundings), ("3.13.0".into(), 1));
    assert_eq!(ask(&surroundings), ("3.13.0".into(), 0));

    // Another PATH, another explicit choice, another `.python-version` are other questions.
    assert_eq!(ask(&machine.surroundings(&["b"])), ("3.12.0".into(), 1));
    assert_eq!(ask(&surroundings), ("3.13.0".into(), 1));
    machine.file(".python-version", "3.12.0\n");
    assert_eq!(ask(&surroundings), ("3.13.0".into(), 1));
    assert_eq!(ask(&surroundings), ("3.13.0".into(), 0));

    // Changed files, lost files, garbage.
    machine.shim("a/python3", &machine.path("b/python3"), "3.12.0 ");
    assert_eq!(ask(&surroundings), ("3.12.0".into(), 1));
    machine.shim("a/python3", &real, "3.13.0");
    assert_eq!(ask(&surroundings), ("3.13.0".into(), 1));
    fs::remove_file(&real).unwrap();
    assert_eq!(ask(&surroundings), ("3.12.0".into(), 2));
    for garbage in ["", "{", "{\"question\": 1}", "null", "\u{0}\u{1}"] {
        machine.file("env/interpreter.json", garbage);
        assert_eq!(ask(&surroundings).0, "3.12.0", "{garbage:?}");
    }
}
