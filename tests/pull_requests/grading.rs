//! `install.sh` and `grade.sh`: inputs, outcomes, and when a step fails.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::runner::{Forked, commands, script};
use crate::support::{AREA, DOUBLING};

/// A pull request that solves one exercise and breaks another, graded with these inputs.
fn grade(inputs: &[(&str, &str)]) -> crate::runner::Step {
    let forked = Forked::new();
    forked.solve(AREA);
    forked.put(DOUBLING, "def double(value):\n    return None\n");
    forked.pull_request(1);
    let job = forked.job();
    let fetch = job.python("fetch.py", &[], &[("PULL_REQUEST", "1")]);
    let submission = fetch.outputs["submission"].clone();
    let usual =
        [("PROLINGS", env!("CARGO_BIN_EXE_prolings")), ("SUBMISSION", submission.as_str()), ("BASE", "HEAD")];
    job.bash("grade.sh", &[&usual, inputs].concat())
}

#[test]
fn the_step_fails_as_its_inputs_say() {
    type Inputs = &'static [(&'static str, &'static str)];
    let rows: [(Inputs, i32, &str); 6] = [
        (&[], 1, "failed"),
        (&[("FAIL", "false")], 0, "failed"),
        (&[("MIN_SCORE", "50")], 0, "passed"),
        (&[("ONLY", "area")], 0, "passed"),
        (&[("ALL", "true"), ("MIN_SCORE", "40")], 1, "failed"),
        // What could not be judged never looks like a grade.
        (&[("FAIL", "false"), ("BASE", "nowhere")], 2, "unjudged"),
    ];
    for (inputs, code, outcome) in rows {
        let step = grade(inputs);
        assert_eq!(
            (step.code, step.outputs["outcome"].as_str()),
            (Some(code), outcome),
            "{inputs:?}: {step:#?}"
        );
    }
}

#[test]
fn every_report_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("reports").display().to_string();
    let step = grade(&[("REPORTS", &place)]);
    assert_eq!(step.outputs["reports"], place);
    for file in ["report.json", "report.html", "report.md", "junit.xml"] {
        assert!(Path::new(&place).join(file).is_file(), "{file}");
    }
}

#[test]
fn inputs_that_cannot_be_are_named() {
    let forked = Forked::new();
    let job = forked.job();
    let step = job.bash("grade.sh", &[]);
    assert_eq!(step.code, Some(2));
    assert!(step.log.contains("PROLINGS is not set"), "{step:#?}");
    let step = grade(&[("ALL", "yes")]);
    assert!(step.code == Some(2) && step.log.contains("true or false"), "{step:#?}");
    let step = grade(&[("TRUST", "blindly")]);
    assert!(step.code == Some(2) && step.log.contains("usual or proof"), "{step:#?}");
    for version in ["", "0.1.0; id", "--index-url=x", "latest", "/no/such/program"] {
        let step = job.bash("install.sh", &[("VERSION", version)]);
        assert_eq!(step.code, Some(1), "{version}: {step:#?}");
        assert!(step.outputs.is_empty() && commands(&step.log).len() == 1, "{version}: {step:#?}");
    }
}

#[test]
fn trust_and_language_reach_the_reports() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("reports").display().to_string();
    let read = |file: &str| fs::read_to_string(Path::new(&place).join(file)).expect("a report");
    let trust = || -> Value { serde_json::from_str(&read("report.json")).expect("JSON") };
    let step = grade(&[("REPORTS", &place)]);
    assert_eq!((step.code, &trust()["provenance"]["trust"]), (Some(1), &"usual".into()), "{step:#?}");
    assert!(!read("report.md").contains("orgery-proof"), "{}", read("report.md"));
    let step = grade(&[("REPORTS", &place), ("TRUST", "proof"), ("REPORT_LANG", "de")]);
    assert_eq!((step.code, &trust()["provenance"]["trust"]), (Some(1), &"proof".into()), "{step:#?}");
    assert!(
        read("report.md").contains("\nAlles, was bestanden ist, ist fälschungssicher.\n"),
        "{}",
        read("report.md")
    );
    assert!(read("report.html").contains("<html lang=\"de\">"), "{}", read("report.html"));
    assert!(step.log.contains("title=doubling nicht bestanden::"), "{step:#?}");
    assert!(read("junit.xml").contains("message=\"2 tests fail\""), "{}", read("junit.xml"));
}

/// Every input of the action reaches a step, and every variable of `grade.sh` comes from an input.
#[test]
fn the_actions_inputs_and_the_variables_of_its_steps_are_the_same() {
    let action = fs::read_to_string(script("action.yml")).expect("the action");
    let document: serde_yaml::Value = serde_yaml::from_str(&action).expect("YAML");
    for name in document["inputs"].as_mapping().expect("inputs").keys() {
        let name = name.as_str().expect("a name");
        assert!(action.contains(&format!("${{{{ inputs.{name} }}}}")), "nothing uses the input {name}");
    }
    let steps = document["runs"]["steps"].as_sequence().expect("steps");
    let last = steps.last().expect("a step");
    let script = fs::read_to_string(script("grade.sh")).expect("a script");
    for name in last["env"].as_mapping().expect("variables").keys() {
        let name = name.as_str().expect("a name");
        let used = script.contains(&format!("${{{name}:-}}"))
            || script.contains(&format!("${name}\""))
            || script.contains(&format!("${{{name}:-"));
        assert!(used, "grade.sh does not use {name}");
    }
}
