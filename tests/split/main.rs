//! Split runs: suites say the same in both modes, and no program passes that is not right.
//!
//! `idioms/` has suites as people write them, each with a program that is right and one that is wrong; `attacks/` has
//! programs that try to pass without being right, on the suite `attacks/test_main.txt`.

#![cfg(unix)]

#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/split").join(name)
}

fn entries(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().unwrap_or_default() == extension)
        .collect();
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// An exercise to be judged.
struct Case {
    name: String,
    program: String,
    tests: String,
    ids: Vec<String>,
    /// What follows in the `pytest` check.
    keys: String,
    limits: &'static str,
}

/// A course of these, in a topic for every fifty.
fn course(cases: &[Case]) -> TempDir {
    let course = tempfile::tempdir().expect("a folder");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    support::copy_tree(&root.join("exercises/requirements"), &course.path().join("exercises/requirements"));
    let exercises = course.path().join("exercises");
    let topics: Vec<String> = (1..=cases.len().div_ceil(50)).map(|number| format!("t{number}")).collect();
    support::write(
        &exercises,
        "course.yaml",
        format!(
            "format: 1\ntitle: Split\npython: \">=3.11\"\npath: [{}]\ngroups:\n  core: {{ summary: pytest }}\n",
            topics.join(", ")
        ),
    );
    for (topic, cases) in topics.iter().zip(cases.chunks(50)) {
        let topic = exercises.join(topic);
        fs::create_dir(&topic).expect("a folder");
        support::write(&topic, "README.md", "# Cases\n");
        for (index, case) in cases.iter().enumerate() {
            let folder = topic.join(format!("{:02}_{}", index + 1, case.name));
            fs::create_dir(&folder).expect("a folder");
            let ids: Vec<String> = case.ids.iter().map(|id| format!("      - \"{id}\"\n")).collect();
            let manifest = format!(
                "title: A case\nlevel: 1\nedit: [program.py]\nchecks:\n  - pytest: test_program.py\n{}    tests:\n{}\
                 limits: {{ {} }}\nhints:\n  - None.\n",
                case.keys,
                ids.concat(),
                case.limits
            );
            support::write(&folder, "README.md", "# A case\n");
            support::write(&folder, "exercise.yaml", manifest);
            support::write(&folder, "program.py", &case.program);
            support::write(&folder, "test_program.py", &case.tests);
        }
    }
    course
}

/// The results of all exercises, by name.
fn check(cases: &[Case], options: &[&str]) -> BTreeMap<String, Value> {
    let course = course(cases);
    let output = support::prolings(course.path())
        .args(["check", "--all", "--json"])
        .args(options)
        .output()
        .expect("it runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let events = text.lines().map(|line| serde_json::from_str::<Value>(line).expect("a JSON line"));
    let results: BTreeMap<String, Value> = events
        .filter(|event| event["event"] == "exercise_finished")
        .map(|event| (event["exercise"].as_str().expect("a name").to_owned(), event))
        .collect();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(results.len(), cases.len(), "exit {:?}: {stderr}", output.status.code());
    results
}

/// The ids of the tests in a file without parameters.
fn ids(tests: &str) -> Vec<String> {
    let name = |line: &str| Some(line.strip_prefix("def ")?.split_once('(')?.0.to_owned());
    tests.lines().filter_map(name).filter(|name| name.starts_with("test_")).collect()
}

/// Status and the tests that failed.
fn verdict(result: &Value) -> (String, Vec<String>) {
    let mismatches = result["checks"][0]["mismatches"].as_array().cloned().unwrap_or_default();
    let mut failed: Vec<String> =
        mismatches.iter().filter_map(|one| one["id"].as_str()).map(str::to_owned).collect();
    failed.sort();
    (result["status"].as_str().unwrap_or_default().to_owned(), failed)
}

#[test]
fn suites_say_the_same_in_both_modes() {
    let idioms: Vec<PathBuf> = entries(&folder("idioms"), "");
    assert!(idioms.len() >= 20, "{}", idioms.len());
    let mut cases = Vec::new();
    for idiom in &idioms {
        let name = idiom.file_name().expect("a name").to_string_lossy().into_owned();
        let tests = read(&idiom.join("test_program.py"));
        let listed = fs::read_to_string(idiom.join("ids")).unwrap_or_default();
        let ids = if listed.is_empty() { ids(&tests) } else { listed.lines().map(str::to_owned).collect() };
        let classes = fs::read_to_string(idiom.join("classes")).unwrap_or_default();
        let classes: Vec<&str> = classes.lines().collect();
        let split = if classes.is_empty() {
            "    mode: split\n".to_owned()
        } else {
            format!("    mode: split\n    classes: [{}]\n", classes.join(", "))
        };
        for (kind, file) in [("right", "program.py"), ("wrong", "wrong.py")] {
            for (mode, keys) in [("together", String::new()), ("split", split.clone())] {
                cases.push(Case {
                    name: format!("{name}_{kind}_{mode}"),
                    program: read(&idiom.join(file)),
                    tests: tests.clone(),
                    ids: ids.clone(),
                    keys,
                    limits: "time: 30s",
                });
            }
        }
    }
    let results = check(&cases, &[]);
    let mut wrong = Vec::new();
    for idiom in &idioms {
        let name = idiom.file_name().expect("a name").to_string_lossy();
        for (kind, wanted) in [("right", "passed"), ("wrong", "failed")] {
            let [together, split] =
                ["together", "split"].map(|mode| &results[&format!("{name}_{kind}_{mode}")]);
            if verdict(together) != verdict(split) || verdict(split).0 != wanted {
                let shown = [together, split].map(|one| one["checks"].to_string());
                wrong.push(format!("{name}, {kind}:\n  {}\n  {}", shown[0], shown[1]));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// What the head of an attack says of `what`.
fn says<'a>(code: &'a str, what: &str) -> Option<&'a str> {
    let head = format!("# {what}: ");
    code.lines().find_map(|line| line.strip_prefix(&head))
}

#[test]
fn no_attack_passes() {
    let tests = read(&folder("attacks/test_main.txt"));
    let tools = read(&folder("attacks/tools.txt"));
    let attacks = entries(&folder("attacks"), "py");
    assert!(attacks.len() >= 25, "{}", attacks.len());
    let case = |path: &PathBuf| {
        let code = read(path);
        Case {
            name: path.file_stem().expect("a name").to_string_lossy().into_owned(),
            program: format!("{tools}\n\n{code}"),
            tests: tests.clone(),
            ids: ids(&tests),
            keys: "    mode: split\n".to_owned(),
            limits: "time: 5s, memory: 256MiB, output: 64KiB",
        }
    };
    let cases: Vec<Case> = attacks.iter().map(case).collect();
    let results = check(&cases, &[]);
    let mut wrong = Vec::new();
    for case in &cases {
        let result = &results[&case.name];
        assert!(says(&case.program, "tries").is_some(), "{} does not say what it tries", case.name);
        let passed = result["checks"][0]["tally"]["passed"].as_u64().unwrap_or(0).to_string();
        let honest = says(&case.program, "passes").unwrap_or("0");
        let wanted = if case.name == "honest" { "passed" } else { "failed" };
        if result["status"] != wanted || !honest.split(' ').any(|number| number == passed) {
            wrong.push(format!("{}: {} of the tests passed; {}", case.name, passed, result["checks"]));
        }
    }
    assert!(wrong.is_empty(), "{} succeeded:\n{}", wrong.len(), wrong.join("\n"));
}

/// `grade --trust proof` splits what may be split, and names the passes that are no proof.
#[test]
fn grading_for_proof_splits_where_that_is_allowed() {
    let program = read(&folder("idioms/plain/program.py"));
    let tests = read(&folder("idioms/plain/test_program.py"));
    let listed = read(&folder("idioms/plain/ids"));
    let case = |name: &str, keys: &str| Case {
        name: name.to_owned(),
        program: program.clone(),
        tests: tests.clone(),
        ids: listed.lines().map(str::to_owned).collect(),
        keys: keys.to_owned(),
        limits: "time: 20s",
    };
    let course = course(&[case("allowed", "    split: allowed\n"), case("never", "")]);
    for (trust, unproved) in [("proof", Some(vec!["never"])), ("usual", None)] {
        let reports = ["json", "markdown", "html"].map(|format| format!("{format}=report.{format}"));
        let mut command = support::prolings(course.path());
        command.args(["grade", "--all", "--trust", trust]);
        for report in &reports {
            command.args(["--report", report]);
        }
        let ran = support::run(&mut command);
        assert_eq!(ran.code, Some(0), "{ran:#?}");
        let text = |format: &str| read(&course.path().join(format!("report.{format}")));
        let json: Value = serde_json::from_str(&text("json")).expect("JSON");
        let named = json["not_forgery_proof"]
            .as_array()
            .map(|names| names.iter().filter_map(Value::as_str).map(str::to_owned).collect::<Vec<String>>());
        assert_eq!(named, unproved.map(|names| names.into_iter().map(str::to_owned).collect()));
        assert_eq!(json["provenance"]["trust"], trust);
        let wanted = if trust == "proof" { "forgery_proof" } else { "not_forgery_proof" };
        assert_eq!(json["results"][0]["checks"][0]["trust"], wanted);
        for (place, said) in [
            (ran.stdout.clone(), "Not forgery-proof: never."),
            (text("markdown"), "Not forgery-proof: `never`."),
            (text("html"), "Not forgery-proof: <code>never</code>."),
        ] {
            assert_eq!(place.contains(said), trust == "proof", "{said}: {place}");
        }
    }
    // Where nothing can be split: no fault, and no proof, which is said.
    let mut command = support::prolings(course.path());
    command.args(["grade", "--all", "--trust", "proof", "--without-fork", "--report", "json=report.json"]);
    let ran = support::run(&mut command);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    let json: Value = serde_json::from_str(&read(&course.path().join("report.json"))).expect("JSON");
    assert_eq!(json["not_forgery_proof"], Value::from(vec!["allowed", "never"]));
    let notice = json["notices"][0].as_str().expect("a notice");
    assert!(notice.starts_with("tests cannot run apart from learners' code"), "{notice}");
    assert!(ran.stdout.contains("Not forgery-proof: allowed, never."), "{ran:#?}");
}

/// Whatever comes over the line: `fuzz.py` says what must hold.
#[test]
fn the_decoder_survives_everything() {
    let helpers = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/python/helpers");
    for seed in ["11", "12", "13"] {
        let output = std::process::Command::new("python3")
            .arg(folder("fuzz.py"))
            .arg(&helpers)
            .args([seed, "1000"])
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .output()
            .expect("python3 runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "seed {seed}: {said}");
    }
}
