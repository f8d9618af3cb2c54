//! Warm workers as a user meets them: several exercises are judged by forks, in the sandbox, and no job can tell what the
//! one before it did. What goes wrong with a worker is never a verdict on a learner.

#![cfg(target_os = "linux")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use tempfile::TempDir;

/// Prints how it was started: only a fork server freezes what the collector need not look at.
const STARTED: &str = "import gc\nprint('fork' if gc.get_freeze_count() else 'fresh')\n";

/// A course of scripts, one an exercise, in the order of their names.
struct Scripts {
    course: TempDir,
    /// Where prolings makes its temporary folders.
    temporary: TempDir,
}

impl Scripts {
    fn new(scripts: &[(&str, &str)]) -> Self {
        let scripts: Vec<_> = scripts.iter().map(|(name, code)| (*name, *code, "")).collect();
        Self::with_manifests(&scripts)
    }

    /// The third part goes into the manifest.
    fn with_manifests(scripts: &[(&str, &str, &str)]) -> Self {
        let course = tempfile::tempdir().expect("a folder");
        let exercises = course.path().join("exercises");
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        support::copy_tree(&root.join("exercises/requirements"), &exercises.join("requirements"));
        support::write(
            &exercises,
            "course.yaml",
            "format: 1\ntitle: Scripts\npython: \">=3.11\"\npath: [t1_all]\ngroups:\n  core: { summary: pytest }\n",
        );
        let topic = exercises.join("t1_all");
        fs::create_dir(&topic).expect("a folder");
        support::write(&topic, "README.md", "# All\n");
        for (index, (name, code, manifest)) in scripts.iter().enumerate() {
            let folder = topic.join(format!("{:02}_{name}", index + 1));
            fs::create_dir(&folder).expect("a folder");
            support::write(&folder, "README.md", format!("# {name}\n"));
            support::write(&folder, "main.py", code);
            let checks = "checks:\n  - output: main.py\n    stdout: good\nhints:\n  - None.\n";
            support::write(
                &folder,
                "exercise.yaml",
                format!("title: {name}\nlevel: 1\nedit: [main.py]\n{manifest}{checks}"),
            );
        }
        Self { course, temporary: tempfile::tempdir().expect("a folder") }
    }

    fn command(&self, arguments: &[&str]) -> std::process::Command {
        let mut command = support::prolings_std(self.course.path());
        command.arg("check").args(arguments).args(["--json", "--no-cache"]);
        command.env("TMPDIR", self.temporary.path()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn start(&self, arguments: &[&str]) -> Child {
        self.command(arguments).spawn().expect("it starts")
    }

    fn check(&self, arguments: &[&str]) -> BTreeMap<String, Value> {
        results(self.start(arguments))
    }

    /// Processes of this run, by a word of their command lines.
    fn processes(&self, word: &str) -> Vec<Pid> {
        let mine = self.temporary.path().to_string_lossy().into_owned();
        let all = fs::read_dir("/proc").expect("/proc").flatten();
        let ours = all.filter(|process| {
            let line = fs::read(process.path().join("cmdline")).unwrap_or_default();
            let line = String::from_utf8_lossy(&line).into_owned();
            line.contains(&mine) && line.contains(word)
        });
        ours.filter_map(|process| Pid::from_raw(process.file_name().to_str()?.parse().ok()?)).collect()
    }

    /// The fork server, once it has a job.
    fn busy_server(&self) -> Pid {
        let give_up = Instant::now() + PATIENCE;
        loop {
            // The job is a fork of the server: the same command line twice.
            let servers = self.processes("prolings_fork.py");
            if let Some(server) =
                servers.iter().find(|pid| servers.iter().any(|job| parent(*job) == Some(**pid)))
            {
                return *server;
            }
            assert!(Instant::now() < give_up, "no job was started");
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

const PATIENCE: Duration = Duration::from_secs(30);

fn parent(pid: Pid) -> Option<Pid> {
    let status = fs::read_to_string(format!("/proc/{}/status", pid.as_raw_nonzero())).ok()?;
    let parent = status.lines().find_map(|line| line.strip_prefix("PPid:"))?;
    Pid::from_raw(parent.trim().parse().ok()?)
}

/// The supervisor above a server: the first process on the way up that runs as one.
fn supervisor(server: Pid) -> Pid {
    let mut pid = server;
    loop {
        let line = fs::read(format!("/proc/{}/cmdline", pid.as_raw_nonzero())).expect("a process");
        if String::from_utf8_lossy(&line).contains("__supervise") {
            return pid;
        }
        pid = parent(pid).expect("a supervisor above");
    }
}

fn results(child: Child) -> BTreeMap<String, Value> {
    let output = child.wait_with_output().expect("it ends");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(!text.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    let events = text.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    let finished = events.filter(|event| event["event"] == "exercise_finished");
    finished.map(|event| (event["exercise"].as_str().expect("a name").to_owned(), event)).collect()
}

/// What a script printed instead of `good`.
fn printed(result: &Value) -> Vec<String> {
    let lines = result["checks"][0]["mismatches"][0]["diff"]["lines"].as_array().cloned().unwrap_or_default();
    let of = |line: &Value| {
        line["words"]
            .as_array()
            .expect("words")
            .iter()
            .map(|word| word["text"].as_str().expect("text"))
            .collect()
    };
    lines.iter().filter(|line| line["line"] == "extra").map(of).collect()
}

#[test]
fn several_exercises_are_forks_and_one_is_a_process_of_its_own() {
    let course = Scripts::new(&[("one", STARTED), ("two", STARTED)]);
    let ways =
        |arguments: &[&str]| -> Vec<String> { course.check(arguments).values().flat_map(printed).collect() };
    assert_eq!(ways(&["--all"]), ["fork", "fork"]);
    assert_eq!(ways(&["--all", "--isolation", "none"]), ["fork", "fork"]);
    assert_eq!(ways(&["--all", "--without-layer", "pid,mount,net"]), ["fork", "fork"]);
    assert_eq!(ways(&["--all", "--isolation", "cold"]), ["fresh", "fresh"]);
    assert_eq!(ways(&["one"]), ["fresh"]);
}

#[test]
fn a_job_finds_nothing_of_the_one_before() {
    let leave = "import os, subprocess, sys, tempfile
os.environ['LEFT'] = '1'
for folder in ('.', '..', '../..', tempfile.gettempdir(), os.path.expanduser('~'), '/dev/shm'):
    try:
        os.mkdir(os.path.join(folder, 'left'))
        open(os.path.join(folder, 'left', 'file'), 'w').close()
        os.chmod(os.path.join(folder, 'left'), 0)
    except OSError:
        pass
os.symlink('/', '/dev/shm/link')
subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(30)', os.getcwd()], start_new_session=True)
print('good')
";
    let look = "import os, tempfile
print(os.environ.get('LEFT'), os.listdir('/dev/shm'), os.listdir('.'))
print(os.listdir(tempfile.gettempdir()), os.listdir(os.path.expanduser('~')))
for folder in ('..', '../..'):
    try:
        print('left' in os.listdir(folder))
    except OSError:
        print(False)
";
    let course = Scripts::new(&[("leaves", leave), ("looks", look), ("looks_again", look)]);
    let clean = ["None [] ['main.py']", "[] []", "False", "False"];
    let results = course.check(&["--all", "--jobs", "1"]);
    assert_eq!(results["leaves"]["status"], "passed", "{}", results["leaves"]);
    assert_eq!(printed(&results["looks"]), clean);
    assert_eq!(printed(&results["looks_again"]), clean);
    assert!(course.processes("").is_empty(), "{:?}", course.processes(""));
    // Without a file tree of its own, memory files are the machine's.
    let results = course.check(&["--all", "--jobs", "1", "--without-layer", "pid,mount,net"]);
    let seen = printed(&results["looks"]);
    assert!(seen[0].starts_with("None ") && seen[0].ends_with(" ['main.py']"), "{seen:?}");
    assert_eq!(seen[1..], clean[1..]);
    for left in ["/dev/shm/left", "/dev/shm/link"] {
        let _ = fs::remove_dir_all(left).or_else(|_| fs::remove_file(left));
    }
}

#[test]
#[expect(clippy::print_stderr, reason = "whoever runs the tests should know what they did not try")]
fn a_port_is_free_for_the_next_job() {
    let serve = "import socket
server = socket.socket()
server.bind(('127.0.0.1', 48123))
server.listen()
client = socket.create_connection(('127.0.0.1', 48123))
served, _ = server.accept()
served.close()
client.recv(1)
client.close()
print('good')
";
    let loopback = "limits: { network: loopback }\n";
    let course = Scripts::with_manifests(&["one", "two", "three"].map(|name| (name, serve, loopback)));
    let all = ["--all", "--jobs", "1", "--require", "net"];
    if course.command(&all).output().expect("it runs").status.code() == Some(2) {
        eprintln!("SKIPPED: there is no network of a job's own here");
        return;
    }
    assert_all_passed(&course.check(&all), 3);
}

/// Each limit that a manifest sets, with a program that goes beyond it and what the verdict calls that.
const BEYOND: [(&str, &str, &str, &str); 5] = [
    (
        "open_files",
        "open_files: 40",
        "files = [open('main.py') for _ in range(60)]\nprint('good')\n",
        "raised:OSError",
    ),
    (
        "file_size",
        "file_size: 64KiB",
        "open('big', 'wb').write(bytes(100_000))\nprint('good')\n",
        "raised:OSError",
    ),
    (
        "written",
        "written: 1MiB",
        "import time\nfor n in range(4):\n    open(str(n), 'wb').write(bytes(500_000))\ntime.sleep(20)\n",
        "limit_exceeded:written",
    ),
    (
        "files",
        "files: 100",
        "import time\nfor n in range(200):\n    open(str(n), 'wb').close()\ntime.sleep(20)\n",
        "limit_exceeded:files",
    ),
    ("cpu", "cpu: 1s", "while True:\n    pass\n", "limit_exceeded:cpu"),
];

#[test]
fn limits_of_a_manifest_hold_and_are_named() {
    let manifests = BEYOND.map(|(_, limit, ..)| format!("limits: {{ time: 15s, {limit} }}\n"));
    let scripts: Vec<_> = BEYOND
        .iter()
        .zip(&manifests)
        .map(|((name, _, code, _), manifest)| (*name, *code, manifest.as_str()))
        .collect();
    let course = Scripts::with_manifests(&scripts);
    for isolation in ["best", "cold", "none"] {
        let results = course.check(&["--all", "--isolation", isolation]);
        for (name, .., wanted) in BEYOND {
            let mismatch = &results[name]["checks"][0]["mismatches"][0];
            let what = mismatch["resource"].as_str().or(mismatch["exception"]["class"].as_str());
            let named = format!("{}:{}", mismatch["kind"].as_str().unwrap_or(""), what.unwrap_or(""));
            assert_eq!(named, wanted, "{name}, {isolation}: {}", results[name]);
        }
    }
}

#[test]
fn exercises_that_take_all_cores_run_alone() {
    let timed = "import time\nprint(time.monotonic())\ntime.sleep(0.4)\nprint(time.monotonic())\n";
    let cores = "limits: { cores: 2 }\n";
    let course = Scripts::with_manifests(&["one", "two", "three"].map(|name| (name, timed, cores)));
    let results = course.check(&["--all", "--jobs", "2"]);
    let mut spans: Vec<Vec<f64>> = results
        .values()
        .map(|result| printed(result).iter().map(|line| line.parse().expect("a time")).collect())
        .collect();
    spans.sort_by(|a, b| a[0].total_cmp(&b[0]));
    assert_eq!(spans.len(), 3);
    assert!(spans.windows(2).all(|pair| pair[0][1] < pair[1][0]), "{spans:?}");
}

const SLOW: &str = "import time\ntime.sleep(1.5)\nprint('good')\n";
const GOOD: &str = "print('good')\n";

fn assert_all_passed(results: &BTreeMap<String, Value>, count: usize) {
    assert_eq!(results.len(), count);
    for (name, result) in results {
        assert_eq!(result["status"], "passed", "{name}: {result}");
    }
}

#[test]
fn a_lost_server_or_supervisor_costs_no_verdict() {
    for victim in [|server| server, supervisor] {
        let course = Scripts::new(&[("one", SLOW), ("two", GOOD), ("three", SLOW), ("four", GOOD)]);
        let run = course.start(&["--all", "--jobs", "1"]);
        kill_process(victim(course.busy_server()), Signal::KILL).expect("killed");
        assert_all_passed(&results(run), 4);
        assert!(course.processes("").is_empty(), "{:?}", course.processes(""));
    }
}

#[test]
fn a_killed_grader_leaves_neither_processes_nor_folders() {
    let course = Scripts::new(&[("one", SLOW), ("two", GOOD)]);
    let mut run = course.start(&["--all", "--jobs", "1"]);
    course.busy_server();
    run.kill().expect("killed");
    run.wait().expect("ended");
    // A file that says whose folders these were may stay until the next run.
    let left = || {
        let entries = fs::read_dir(course.temporary.path()).expect("a folder").flatten();
        entries.filter(|entry| entry.path().is_dir()).count()
    };
    let give_up = Instant::now() + PATIENCE;
    while !course.processes("").is_empty() || left() > 0 {
        assert!(Instant::now() < give_up, "{:?}, {} folders", course.processes(""), left());
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn what_the_grader_inherited_reaches_no_program() {
    let look = "import os, stat
for number in range(3, 64):
    try:
        if stat.S_ISREG(os.fstat(number).st_mode):
            print(number)
    except OSError:
        pass
print('good')
";
    let course = Scripts::new(&[("one", look), ("two", look)]);
    let secret = course.course.path().join("secret");
    support::write(course.course.path(), "secret", "secret");
    for arguments in [&["--all"][..], &["one"], &["--all", "--isolation", "none"]] {
        let command = course.command(arguments);
        let mut shell = std::process::Command::new("sh");
        shell.arg("-c").arg("exec 7<\"$0\" 8>>\"$0\"; exec \"$@\"").arg(&secret);
        shell.arg(command.get_program()).args(command.get_args());
        shell.current_dir(course.course.path()).envs(command.get_envs().filter_map(|(k, v)| Some((k, v?))));
        let run = shell.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        for (name, result) in results(run) {
            assert_eq!(result["status"], "passed", "{arguments:?}, {name}: {:?}", printed(&result));
        }
    }
}
