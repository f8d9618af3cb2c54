//! What the workflows may and may not do, whatever else changes in them.

use std::fs;
use std::path::{Path, PathBuf};

use serde_yaml::Value;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

const WORKFLOWS: [&str; 3] = ["grade.yml", "grade-comment.yml", "grade-record.yml"];

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn yaml(path: &Path) -> Value {
    serde_yaml::from_str(&text(path)).expect("YAML")
}

/// The workflows and the action, here and as others copy them.
fn files() -> Vec<PathBuf> {
    let workflows = |folder: &str| WORKFLOWS.map(|name| root().join(folder).join(name));
    let mut all = vec![root().join(".github/actions/grade/action.yml")];
    all.extend(workflows(".github/workflows"));
    all.extend(workflows("docs/ci/github"));
    all
}

/// Every mapping in a document.
fn mappings<'v>(value: &'v Value, into: &mut Vec<&'v serde_yaml::Mapping>) {
    match value {
        Value::Mapping(mapping) => {
            into.push(mapping);
            mapping.values().for_each(|value| mappings(value, into));
        }
        Value::Sequence(items) => items.iter().for_each(|value| mappings(value, into)),
        _ => {}
    }
}

#[test]
fn what_others_copy_is_what_is_used_here() {
    for name in WORKFLOWS {
        let ours = text(&root().join(".github/workflows").join(name));
        let theirs = text(&root().join("docs/ci/github").join(name));
        assert_eq!(theirs, ours.replace("version: source", "version: \"0.1.0\""), "docs/ci/github/{name}");
    }
}

#[test]
fn nothing_from_outside_is_put_into_a_script() {
    let mut scripts = 0;
    for file in files() {
        let document = yaml(&file);
        let mut all = Vec::new();
        mappings(&document, &mut all);
        for run in all.iter().filter_map(|mapping| mapping.get("run").and_then(Value::as_str)) {
            assert!(!run.contains("${{"), "{}: {run}", file.display());
            scripts += 1;
        }
    }
    assert_eq!(scripts, 3 + 2 * 3, "the action's steps, and those of the workflows");
}

#[test]
fn actions_are_pinned_and_checkouts_keep_no_token() {
    for file in files() {
        for line in
            text(&file).lines().filter_map(|line| line.trim_start_matches([' ', '-']).strip_prefix("uses: "))
        {
            if line.starts_with("./.github/actions/") {
                continue;
            }
            let (action, version) =
                line.split_once(" # v").unwrap_or_else(|| panic!("{}: {line}", file.display()));
            let (_, id) = action.split_once('@').expect("a pin");
            assert!(id.len() == 40 && id.bytes().all(|byte| byte.is_ascii_hexdigit()), "{line}");
            assert!(version.starts_with(|digit: char| digit.is_ascii_digit()), "{line}");
        }
        let document = yaml(&file);
        let mut all = Vec::new();
        mappings(&document, &mut all);
        for step in all {
            if step
                .get("uses")
                .and_then(Value::as_str)
                .is_some_and(|uses| uses.starts_with("actions/checkout@"))
            {
                assert_eq!(step["with"]["persist-credentials"], Value::Bool(false), "{}", file.display());
            }
        }
    }
}

/// A job that runs learners' programs can only read; one that may write runs none.
#[test]
fn no_job_both_runs_programs_and_may_write() {
    let mut graded = 0;
    for file in files().into_iter().skip(1) {
        let document = yaml(&file);
        assert_eq!(document["permissions"], Value::Mapping(serde_yaml::Mapping::new()), "{}", file.display());
        for (name, job) in document["jobs"].as_mapping().expect("jobs") {
            let uses = |what: &str| {
                let steps = job["steps"].as_sequence().expect("steps");
                steps.iter().any(|step| step["uses"].as_str().is_some_and(|uses| uses.starts_with(what)))
            };
            let rights = job["permissions"].as_mapping().expect("rights");
            let may_write = rights.values().any(|right| right.as_str() != Some("read"));
            if uses("./.github/actions/grade") {
                graded += 1;
                assert!(!may_write, "{}: {name:?} runs learners' programs", file.display());
                assert_eq!(rights.len(), 1, "{}: {name:?}", file.display());
            }
        }
    }
    assert_eq!(graded, 4);
}

#[test]
fn the_base_is_what_is_checked_out() {
    for folder in [".github/workflows", "docs/ci/github"] {
        let document = yaml(&root().join(folder).join("grade.yml"));
        let checkout = &document["jobs"]["grade"]["steps"][0];
        assert_eq!(checkout["with"]["ref"].as_str(), Some("${{ github.event.pull_request.base.sha }}"));
        for name in WORKFLOWS {
            let text = text(&root().join(folder).join(name));
            assert!(!text.contains("pull_request_target"), "{name}");
            assert!(!text.contains("secrets."), "{name}");
        }
    }
}
