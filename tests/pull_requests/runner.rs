//! A runner's environment, a course on a server, and a learner's fork of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::support::{self, Small};

/// A file of the action.
pub(crate) fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(".github/actions/grade").join(name)
}

/// What a step printed, and what it left in the runner's files.
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) code: Option<i32>,
    /// Both streams: the runner reads commands from either.
    pub(crate) log: String,
    pub(crate) outputs: BTreeMap<String, String>,
}

/// A job's folder and files on a runner.
pub(crate) struct Job {
    place: TempDir,
    /// The checkout that steps start in.
    pub(crate) workspace: PathBuf,
}

impl Job {
    pub(crate) fn new(workspace: &Path) -> Self {
        let place = tempfile::tempdir().expect("a folder");
        fs::create_dir(place.path().join("temp")).expect("a folder");
        Self { place, workspace: workspace.to_path_buf() }
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    /// A file of the runner's, with this text.
    pub(crate) fn write(&self, name: &str, text: &str) -> PathBuf {
        support::write(self.place.path(), name, text);
        self.file(name)
    }

    /// What a step wrote to one of the runner's files.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.file(name)).unwrap_or_default()
    }

    /// Runs a step's command with a runner's environment and these variables.
    pub(crate) fn step(&self, command: &[&str], variables: &[(&str, &str)]) -> Step {
        let output_file = self.file("output");
        let _ = fs::remove_file(&output_file);
        let mut step = Command::new(command[0]);
        step.args(&command[1..]).current_dir(&self.workspace).stdin(Stdio::null()).env_clear();
        for name in ["PATH", "HOME", "RUSTUP_HOME", "CARGO_HOME"] {
            if let Some(value) = std::env::var_os(name) {
                step.env(name, value);
            }
        }
        step.env("GITHUB_ACTIONS", "true")
            .env("GITHUB_OUTPUT", &output_file)
            .env("GITHUB_ENV", self.file("env"))
            .env("GITHUB_PATH", self.file("path"))
            .env("GITHUB_STEP_SUMMARY", self.file("summary"))
            .env("RUNNER_TEMP", self.file("temp"))
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("PROLINGS_ENV_DIR", support::environments())
            .envs(variables.iter().copied());
        let done = step.output().expect("the step starts");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let outputs = fs::read_to_string(output_file).unwrap_or_default();
        let outputs = outputs.lines().map(|line| line.split_once('=').expect("NAME=VALUE"));
        Step {
            code: done.status.code(),
            log: text(&done.stdout) + &text(&done.stderr),
            outputs: outputs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        }
    }

    pub(crate) fn python(&self, file: &str, args: &[&str], variables: &[(&str, &str)]) -> Step {
        let file = script(file).display().to_string();
        self.step(&[&["python3", &file], args].concat(), variables)
    }

    pub(crate) fn bash(&self, file: &str, variables: &[(&str, &str)]) -> Step {
        self.step(&[&script(file).display().to_string()], variables)
    }
}

/// A course on a server, and a learner's fork of it.
pub(crate) struct Forked {
    pub(crate) upstream: Small,
    pub(crate) fork: TempDir,
    /// The base as `actions/checkout` leaves it.
    pub(crate) checkout: TempDir,
}

impl Forked {
    /// Files beside the course that a repository has.
    const BESIDE: [(&str, &str); 3] = [
        (".github/workflows/grade.yml", "name: grade\n"),
        ("pyproject.toml", "[project]\nname = \"course\"\n"),
        ("README.md", "A course.\n"),
    ];

    pub(crate) fn new() -> Self {
        let upstream = Small::new();
        for (file, text) in Self::BESIDE {
            put(upstream.path(), file, text);
        }
        git(upstream.path(), &["init", "--quiet", "--initial-branch=main"]);
        git(upstream.path(), &["config", "uploadpack.allowAnySHA1InWant", "true"]);
        commit(upstream.path(), "the course");
        let clone = || {
            let folder = tempfile::tempdir().expect("a folder");
            let address = format!("file://{}", upstream.path().display());
            git(folder.path(), &["clone", "--quiet", "--depth=1", &address, "."]);
            folder
        };
        let (fork, checkout) = (clone(), clone());
        Self { upstream, fork, checkout }
    }

    pub(crate) fn put(&self, file: &str, text: &str) {
        put(self.fork.path(), file, text);
    }

    /// Puts the solution in the starter's place.
    pub(crate) fn solve(&self, file: &str) {
        self.put(file, &self.upstream.read(&file.replacen("exercises/", "solutions/", 1)));
    }

    /// Commits what the fork has, and makes it the head of a pull request; gives the commit.
    pub(crate) fn pull_request(&self, number: u32) -> String {
        let id = commit(self.fork.path(), "my answers");
        let to = format!("HEAD:refs/pull/{number}/head");
        git(self.fork.path(), &["push", "--quiet", "--force", "origin", &to]);
        id
    }

    pub(crate) fn base(&self) -> String {
        git(self.checkout.path(), &["rev-parse", "HEAD"])
    }

    pub(crate) fn job(&self) -> Job {
        Job::new(self.checkout.path())
    }
}

pub(crate) fn put(root: &Path, file: &str, text: &str) {
    let path = root.join(file);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    support::write(root, file, text);
}

fn commit(folder: &Path, message: &str) -> String {
    git(folder, &["add", "-A", "--force"]);
    git(folder, &["commit", "--quiet", "--allow-empty", "-m", message]);
    git(folder, &["rev-parse", "HEAD"])
}

pub(crate) fn git(folder: &Path, args: &[&str]) -> String {
    let who =
        ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false"];
    let output = Command::new("git").current_dir(folder).args(who).args(args).output().expect("git");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// The runner's commands in a log: those that it obeys, with regard to a token that switches them off.
pub(crate) fn commands(log: &str) -> Vec<&str> {
    let mut off: Option<&str> = None;
    let mut obeyed = Vec::new();
    for line in log.lines().map(str::trim_start) {
        if let Some(token) = off {
            if line == format!("::{token}::") {
                off = None;
            }
        } else if let Some(token) = line.strip_prefix("::stop-commands::") {
            off = Some(token);
        } else if line.starts_with("::") || line.contains("##[") {
            obeyed.push(line);
        }
    }
    obeyed
}

/// A zip file with these entries, made by Python.
pub(crate) fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let mut program =
        "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED)\n".to_owned();
    for (index, (name, content)) in entries.iter().enumerate() {
        support::write(folder.path(), &index.to_string(), content);
        program.push_str(&format!("z.writestr({name:?}, open(sys.argv[2] + '/{index}', 'rb').read())\n"));
    }
    program.push_str("z.close()\n");
    let target = folder.path().join("made.zip");
    let made = Command::new("python3")
        .args(["-W", "ignore", "-c", &program])
        .arg(&target)
        .arg(folder.path())
        .status();
    assert!(made.expect("Python").success());
    fs::read(target).expect("a zip file")
}

/// The report of a run in which `area` passed and `doubling` failed with these texts.
pub(crate) fn report(commit: &str, message: &str) -> Value {
    serde_json::json!({
        "version": 1, "complete": true, "course": message, "exercises": 2, "notices": [message],
        "provenance": {
            "prolings": "0.1.0", "course_commit": "c".repeat(40), "submission": message, "submission_commit": commit,
            "python": message, "locks": message, "isolation": [message], "seed": 7, "altered": [message],
        },
        "results": [
            { "exercise": "area", "index": 0, "topic": "t2_second", "title": message, "target": "learner",
              "files": [], "hints": 3, "score": { "earned": 1.0, "possible": 1.0 }, "checks": [], "status": "passed",
              "cached": false },
            { "exercise": "doubling", "index": 1, "topic": "t1_first", "title": message, "target": "learner",
              "files": [message], "hints": 3, "score": { "earned": 0.0, "possible": 1.0 }, "status": "failed",
              "cached": false,
              "checks": [{ "check": message, "verdict": "failed", "trust": "not_forgery_proof", "seconds": 0.1,
                           "stdout": message, "stderr": message, "notes": [],
                           "feedback": { "mistake": "squares", "text": message },
                           "mismatches": [{ "kind": "test", "id": message, "outcome": "failed", "message": message }] }] },
        ],
        "summary": null,
    })
}
