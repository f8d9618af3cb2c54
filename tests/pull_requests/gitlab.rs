//! The template for GitLab: its job's own lines, with a server that is a folder.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use serde_json::Value;

use crate::runner::{Forked, Job, Step, put};
use crate::support::{self, AREA, DOUBLING};

/// Stands in for Python: makes an environment that holds this prolings, and installs nothing.
const PYTHON: &str = "#!/bin/sh\nset -e\n[ \"$1 $2\" = '-m venv' ]\nmkdir -p \"$3/bin\"\n\
                      printf '#!/bin/sh\\necho \"$@\" > installed\\n' > \"$3/bin/python\"\nchmod +x \"$3/bin/python\"\n\
                      ln -s \"$PROLINGS\" \"$3/bin/prolings\"\n";

/// The lines of a part of the job.
fn lines(part: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/ci/gitlab.yml");
    let document: serde_yaml::Value =
        serde_yaml::from_str(&fs::read_to_string(path).expect("the template")).expect("YAML");
    let lines = document["grade"][part].as_sequence().expect("lines").iter();
    let lines: Vec<&str> = lines.map(|line| line.as_str().expect("a line")).collect();
    format!("set -e\n{}\n", lines.join("\n"))
}

/// Runs the job on a learner's project: the script, and then what comes after it however that ended.
fn run(forked: &Forked) -> (Job, Step) {
    let job = Job::new(forked.fork.path());
    support::write(&job.file("temp"), "python", PYTHON);
    let fake = job.file("temp").join("python");
    fs::set_permissions(&fake, fs::Permissions::from_mode(0o755)).expect("it can be run");
    let path = format!("{}:{}", job.file("temp").display(), std::env::var("PATH").unwrap_or_default());
    let course = format!("url.file://{}.insteadOf", forked.upstream.path().display());
    let (grade, project) = (job.file("grade"), forked.fork.path().display().to_string());
    let variables = [
        ("PATH", path.as_str()),
        ("GITHUB_ACTIONS", ""),
        ("GITLAB_CI", "true"),
        ("PROLINGS", env!("CARGO_BIN_EXE_prolings")),
        ("PROLINGS_VERSION", "0.1.0"),
        ("REQUIRE", "seccomp"),
        ("TRUST", "proof"),
        ("PROLINGS_LANG", "de"),
        ("GRADE_DIR", grade.to_str().expect("a path")),
        ("COURSE_PROJECT", "teachers/course"),
        ("COURSE_REF", "main"),
        ("CI_JOB_TOKEN", "secret-token"),
        ("CI_SERVER_HOST", "gitlab.example"),
        ("CI_PROJECT_DIR", &project),
        ("GIT_CONFIG_COUNT", "1"),
        ("GIT_CONFIG_KEY_0", &course),
        ("GIT_CONFIG_VALUE_0", "https://gitlab-ci-token:secret-token@gitlab.example/teachers/course.git"),
    ];
    let step = job.step(&["bash", "-c", &lines("script")], &variables);
    let after = job.step(&["bash", "-c", &lines("after_script")], &variables);
    assert_eq!(after.code, Some(0), "{after:#?}");
    (job, step)
}

#[test]
fn a_learners_project_is_graded_by_the_teachers_course() {
    let forked = Forked::new();
    forked.solve(AREA);
    forked.put(DOUBLING, "def double(value):\n    return None\n");
    forked.put("venv.py", "raise SystemExit('the learner\'s module was taken')\n");
    forked.put("pip.py", "raise SystemExit('the learner\'s module was taken')\n");
    let test = Path::new(DOUBLING).with_file_name("test_doubling.py").display().to_string();
    forked.put(&test, "def test_numbers():\n    pass\n\n\ndef test_text():\n    pass\n");
    // What stands where the reports go leads elsewhere.
    let elsewhere = tempfile::tempdir().expect("a folder");
    put(elsewhere.path(), "junit.xml", "mine");
    let reports = forked.fork.path().join("prolings-reports");
    std::os::unix::fs::symlink(elsewhere.path(), &reports).expect("a link");

    let (job, step) = run(&forked);
    assert_eq!(step.code, Some(1), "{step:#?}");
    let installed = fs::read_to_string(job.file("grade").join("installed")).expect("what was installed");
    assert!(installed.ends_with("--only-binary :all: prolings==0.1.0\n"), "{installed}");
    let text = fs::read_to_string(reports.join("report.json")).expect("a report");
    let report: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(
        (&report["summary"]["passed"], &report["summary"]["failed"]),
        (&1.into(), &1.into()),
        "{text}"
    );
    assert_eq!(report["provenance"]["course_commit"], forked.base().as_str());
    assert!(report["provenance"]["altered"].to_string().contains("test_doubling.py"), "{text}");
    assert_eq!(
        (&report["provenance"]["trust"], report["not_forgery_proof"].is_array()),
        (&"proof".into(), true)
    );
    let comment = fs::read_to_string(reports.join("report.md")).expect("a report");
    assert!(comment.starts_with("## 1 von 2 Punkten"), "{comment}");
    assert!(reports.join("junit.xml").is_file() && !reports.is_symlink());
    assert_eq!(fs::read_to_string(elsewhere.path().join("junit.xml")).expect("a file"), "mine");
    let kept = fs::read_to_string(job.file("grade").join("course/.git/config")).expect("git's settings");
    assert!(!kept.contains("secret-token") && !step.log.contains("secret-token"), "{kept}");
}
