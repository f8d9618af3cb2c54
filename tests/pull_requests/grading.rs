//! `install.sh` and `grade.sh`: inputs, outcomes, and when a step fails.

use std::path::Path;

use crate::runner::{Forked, commands};
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
    for version in ["", "0.1.0; id", "--index-url=x", "latest", "/no/such/program"] {
        let step = job.bash("install.sh", &[("VERSION", version)]);
        assert_eq!(step.code, Some(1), "{version}: {step:#?}");
        assert!(step.outputs.is_empty() && commands(&step.log).len() == 1, "{version}: {step:#?}");
    }
}
