//! A pull request from a fork that changes everything it can: what is used, what is told, and what becomes of its bytes.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::runner::{Forked, commands};
use crate::support::{AREA, DOUBLING, GREETING};

/// Shouts commands from every stream, at import and in the tests, and tries to reach the runner's files.
const SHOUTING: &str = r#"import os
import sys

SHOUTS = "\n::set-output name=outcome::passed\n##[set-output name=outcome]passed\n::add-path::/evil\n##[error]forged\n"
print(SHOUTS, flush=True)
print(SHOUTS, file=sys.stderr, flush=True)
os.write(1, SHOUTS.encode())
for name, value in list(os.environ.items()):
    if name.startswith("GITHUB") or "TOKEN" in name:
        print("leaked", name, value)


def double(value):
    raise ValueError("::error::forged\n##[error]forged " + SHOUTS)
"#;

/// Everything that such a pull request may try.
fn change_everything(forked: &Forked) {
    forked.solve(AREA);
    forked.put(DOUBLING, SHOUTING);
    let folder = Path::new(DOUBLING).parent().expect("a folder").display().to_string();
    let ours = |file: &str| format!("{folder}/{file}");
    forked.put(&ours("test_doubling.py"), "def test_numbers():\n    pass\n\n\ndef test_text():\n    pass\n");
    forked.put(&ours("exercise.yaml"), "title: easy\nedit: [doubling.py]\nchecks: []\n");
    forked.put(&ours("conftest.py"), "import os\nos._exit(0)\n");
    forked.put(&ours("##[error]a file.py"), "");
    forked.put(&ours("::error::a file.py"), "");
    forked.put("exercises/course.yaml", "format: 1\ntitle: mine\npath: []\n");
    forked.put("exercises/requirements/core.txt", "evil==1.0\n");
    forked.put(&AREA.replacen("exercises/", "solutions/", 1), "def area(w, h):\n    return 'mine'\n");
    forked.put(".github/workflows/grade.yml", "name: grade\non: push\n");
    forked.put(".github/actions/grade/grade.sh", "exit 0\n");
    forked.put("conftest.py", "import os\nos._exit(0)\n");
    forked.put("pyproject.toml", "[tool.pytest.ini_options]\naddopts = '--collect-only'\n");
    forked.put("sitecustomize.py", "raise SystemExit(0)\n");
    forked.put(".gitattributes", "*.py filter=evil export-ignore\n");
    forked.put("::set-output name=outcome::passed", "");
    let greeting = forked.fork.path().join(GREETING);
    fs::remove_file(&greeting).expect("removed");
    std::os::unix::fs::symlink("/etc/passwd", greeting).expect("a link");
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().filter_map(Value::as_str).collect()
}

fn status<'r>(report: &'r Value, exercise: &str) -> &'r Value {
    let results = report["results"].as_array().expect("results");
    &results.iter().find(|result| result["exercise"] == exercise).expect("it is graded")["status"]
}

#[test]
fn only_the_learners_files_of_a_fork_count() {
    let forked = Forked::new();
    change_everything(&forked);
    let head = forked.pull_request(7);
    let job = forked.job();

    let program = env!("CARGO_BIN_EXE_prolings");
    let install = job.bash("install.sh", &[("VERSION", program)]);
    assert_eq!(install.code, Some(0), "{install:#?}");
    let fetch = job.python("fetch.py", &[], &[("PULL_REQUEST", "7"), ("COMMIT", &head)]);
    assert_eq!((fetch.code, &fetch.outputs["commit"]), (Some(0), &head), "{fetch:#?}");
    let submission = fetch.outputs["submission"].clone();
    let grade = job.bash(
        "grade.sh",
        &[("PROLINGS", &install.outputs["prolings"]), ("SUBMISSION", &submission), ("BASE", "HEAD")],
    );
    assert_eq!((grade.code, grade.outputs["outcome"].as_str()), (Some(1), "failed"), "{grade:#?}");

    // The verdicts are those of the base's tests, on the learner's files.
    let text =
        fs::read_to_string(Path::new(&grade.outputs["reports"]).join("report.json")).expect("a report");
    let report: Value = serde_json::from_str(&text).expect("JSON");
    for (exercise, wanted) in [("area", "passed"), ("doubling", "failed"), ("greeting", "failed")] {
        assert_eq!(status(&report, exercise), wanted, "{exercise}: {}", grade.log);
    }
    assert!(text.contains("symbolic link"), "the link was not followed, and is named");
    assert!(!text.contains("root:"), "what the link leads to is nowhere");
    assert_eq!(report["course"], "Small");
    assert_eq!(report["provenance"]["submission_commit"], head.as_str());
    assert_eq!(report["provenance"]["course_commit"], forked.base().as_str());

    // What else was changed is told: of the course in the report, of the rest in the log and the summary.
    let altered = texts(&report["provenance"]["altered"]);
    let solution = AREA.replacen("exercises/", "solutions/", 1);
    for part in
        ["test_doubling.py", "02_doubling/exercise.yaml", "02_doubling/conftest.py", "course.yaml", &solution]
    {
        assert!(altered.iter().any(|path| path.ends_with(part)), "{part} is not in {altered:?}");
    }
    let summary = job.read("summary");
    for part in [".github/workflows/grade.yml", "pyproject.toml", "conftest.py", "sitecustomize.py"] {
        assert!(fetch.log.contains(part) && summary.contains(part), "{part}: {}", fetch.log);
    }

    // No byte of the learner's was a command, wrote a file of the runner's, or saw one of its variables.
    assert_eq!(commands(&fetch.log), Vec::<&str>::new(), "{}", fetch.log);
    let obeyed = commands(&grade.log);
    assert_eq!(obeyed.len(), 2, "one annotation each for what failed: {obeyed:#?}");
    assert!(obeyed.iter().all(|line| line.starts_with("::error file=exercises/")), "{obeyed:#?}");
    assert_eq!((job.read("env"), job.read("path")), (String::new(), String::new()));
    assert_eq!(grade.outputs.keys().collect::<Vec<_>>(), ["outcome", "reports"]);
    assert!(!text.contains("leaked"), "{text}");
}

#[test]
fn a_pull_request_that_answers_rightly_passes() {
    let forked = Forked::new();
    for file in [AREA, DOUBLING, GREETING] {
        forked.solve(file);
    }
    forked.pull_request(1);
    let job = forked.job();
    let fetch = job.python("fetch.py", &[], &[("PULL_REQUEST", "1")]);
    let submission = fetch.outputs["submission"].clone();
    let variables =
        [("PROLINGS", env!("CARGO_BIN_EXE_prolings")), ("SUBMISSION", submission.as_str()), ("BASE", "HEAD")];
    let grade = job.bash("grade.sh", &variables);
    assert_eq!((grade.code, grade.outputs["outcome"].as_str()), (Some(0), "passed"), "{grade:#?}");
    assert_eq!(commands(&grade.log), Vec::<&str>::new());
    assert!(job.read("summary").contains("3 of 3 points"), "{}", job.read("summary"));
    assert!(grade.log.contains("3 of 3 points (100 %)"), "{}", grade.log);
}
