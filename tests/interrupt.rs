//! Stopping in the middle: by a signal, by death, while a job runs or an environment is made. Nothing that was started
//! is left, and the next run finds nothing half-written.
//!
//! Processes are known by a marker among their arguments that no other test has, and only these are looked at.

#![cfg(unix)]

mod support;

use std::fs;
use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use support::{AREA, DOUBLING, GREETING, Small, prolings_std};

/// Long for a machine, short for a job that never ends.
const PATIENCE: Duration = Duration::from_secs(20);

/// A program that starts a child in a session of its own, then never ends; both carry the marker.
fn endless(marker: &str) -> String {
    format!(
        "import os, subprocess, sys\n\
         child = 'import os, time; os.setsid(); time.sleep(600)'\n\
         subprocess.Popen([sys.executable, '-c', child, {marker:?}])\n\
         loop = 'import time\\nwhile True: time.sleep(0.01)'\n\
         os.execv(sys.executable, [sys.executable, '-c', loop, {marker:?}])\n"
    )
}

/// A marker that no other test of any run has.
fn marker(course: &Small) -> String {
    let folder = course.path().file_name().expect("a name").to_string_lossy();
    format!("prolings-interrupt-{}-{folder}", std::process::id())
}

/// Processes that carry the marker, and on Linux those that stand in the course's folder (supervisors do).
fn alive(course: &Small) -> Vec<String> {
    let marker = marker(course);
    let Ok(processes) = fs::read_dir("/proc") else { return listed(&marker) };
    if !Path::new("/proc/self/cmdline").exists() {
        return listed(&marker);
    }
    let root = course.path().canonicalize().expect("a folder");
    let mut found = Vec::new();
    for process in processes.flatten() {
        let Some(pid) = process.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else {
            continue;
        };
        let line = fs::read(process.path().join("cmdline")).unwrap_or_default();
        let line = String::from_utf8_lossy(&line).replace('\0', " ");
        let stands = fs::read_link(process.path().join("cwd")).is_ok_and(|folder| folder.starts_with(&root));
        if pid != std::process::id() && (line.contains(&marker) || stands) {
            found.push(format!("{pid} {line}"));
        }
    }
    found
}

/// The same where there is no /proc.
fn listed(marker: &str) -> Vec<String> {
    let output = Command::new("ps").args(["-A", "-ww", "-o", "pid=,command="]).output().expect("ps runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().filter(|line| line.contains(marker)).map(str::to_owned).collect()
}

#[track_caller]
fn eventually<T>(within: Duration, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(start.elapsed() < within, "{what}: not within {within:?}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Nothing is left within `time`. What is left all the same is ended, so that a failing test leaves nothing either.
#[track_caller]
fn assert_nothing_left(course: &Small, time: Duration) {
    let start = Instant::now();
    let left = loop {
        let left = alive(course);
        if left.is_empty() {
            return;
        }
        if start.elapsed() > time {
            break left;
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    left.iter().for_each(|process| kill(process, Signal::KILL));
    panic!("still there after {time:?}: {left:#?}");
}

/// Signals a process of [`alive`].
fn kill(process: &str, signal: Signal) {
    let pid = process.split_whitespace().next().and_then(|pid| pid.parse().ok()).and_then(Pid::from_raw);
    let _ = kill_process(pid.expect("a process"), signal);
}

/// A prolings that is under way; ended when a test fails.
struct Underway(Child);

impl Underway {
    fn start(command: &mut Command) -> Self {
        let command = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        Self(command.spawn().expect("started"))
    }

    fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.0), signal).expect("a signal");
    }

    #[track_caller]
    fn end(&mut self) -> (ExitStatus, String) {
        let status = eventually(PATIENCE, "the end of prolings", || self.0.try_wait().expect("a status"));
        let mut said = String::new();
        self.0.stdout.take().expect("a pipe").read_to_string(&mut said).expect("UTF-8");
        self.0.stderr.take().expect("a pipe").read_to_string(&mut said).expect("UTF-8");
        (status, said)
    }
}

impl Drop for Underway {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// `check` with a folder for temporary files of its own, so that what is left there is seen.
fn check(course: &Small, args: &[&str]) -> Underway {
    let temporary = temporary(course);
    fs::create_dir_all(&temporary).expect("a folder");
    let mut command = prolings_std(course.path());
    Underway::start(command.arg("check").args(args).env("TMPDIR", temporary))
}

fn temporary(course: &Small) -> PathBuf {
    course.path().join("temporary")
}

fn await_job(course: &Small) {
    let marker = marker(course);
    let running = || alive(course).iter().filter(|process| process.contains(&marker)).count();
    eventually(PATIENCE, "the job and its child", || (running() >= 2).then_some(()));
}

#[test]
fn a_signal_ends_a_check_and_all_that_it_started() {
    for signal in [Signal::INT, Signal::TERM, Signal::HUP] {
        let course = Small::new();
        course.solve(AREA);
        course.expect(&["check", "area"], 0);
        let progress = course.read(".prolings/progress.json");
        course.write(GREETING, endless(&marker(&course)));
        let mut prolings = check(&course, &["greeting"]);
        await_job(&course);
        let start = Instant::now();
        prolings.signal(signal);
        let (status, said) = prolings.end();
        assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
        assert_eq!(status.code(), Some(130), "{signal:?}: {said}");
        assert!(said.contains("stopped") && !said.contains('\u{1b}'), "{said}");
        assert_nothing_left(&course, Duration::ZERO);
        assert_eq!(course.read(".prolings/progress.json"), progress, "what was not judged is not remembered");
        assert_eq!(
            fs::read_dir(temporary(&course)).expect("a folder").count(),
            0,
            "temporary files are gone"
        );
    }
}

#[test]
fn what_was_judged_before_the_signal_is_remembered() {
    let course = Small::new();
    course.solve(GREETING);
    course.write(DOUBLING, endless(&marker(&course)));
    let mut prolings = check(&course, &["--all", "--jobs", "1"]);
    await_job(&course);
    prolings.signal(Signal::INT);
    let (status, said) = prolings.end();
    assert_eq!(status.code(), Some(130), "{said}");
    assert!(said.contains("✓ passed   greeting") && said.contains("2 exercises were not checked"), "{said}");
    assert_nothing_left(&course, Duration::ZERO);
    assert!(course.expect(&["list"], 0).contains("1 of 3 done"));
}

#[test]
fn temporary_files_of_a_killed_check_are_gone_after_the_next() {
    let course = Small::new();
    course.write(GREETING, endless(&marker(&course)));
    let mut prolings = check(&course, &["greeting"]);
    await_job(&course);
    // Those of a check that is under way stay.
    course.solve(AREA);
    let left = |course: &Small| {
        assert!(check(course, &["area", "--no-cache"]).end().0.success());
        fs::read_dir(temporary(course)).expect("a folder").count()
    };
    assert!(left(&course) >= 2, "a locked file and the job's folder");
    prolings.signal(Signal::KILL);
    prolings.end();
    assert_nothing_left(&course, PATIENCE);
    assert_eq!(left(&course), 0);
}

#[test]
fn a_killed_check_leaves_nothing_running() {
    let course = Small::new();
    course.write(GREETING, endless(&marker(&course)));
    let mut prolings = check(&course, &["greeting"]);
    await_job(&course);
    prolings.signal(Signal::KILL);
    prolings.end();
    assert_nothing_left(&course, Duration::from_secs(2));
    course.solve(GREETING);
    course.expect(&["check", "greeting"], 0);
}

#[test]
fn a_killed_check_of_several_leaves_nothing_running() {
    let course = Small::new();
    let endless = endless(&marker(&course));
    course.write(GREETING, &endless);
    course.write(DOUBLING, &endless);
    let mut prolings = check(&course, &["--all", "--jobs", "2"]);
    await_job(&course);
    prolings.signal(Signal::KILL);
    prolings.end();
    assert_nothing_left(&course, Duration::from_secs(2));
}

#[test]
fn a_killed_run_is_the_learners_program_itself() {
    let course = Small::new();
    let loops = "import time\nprint('here', flush=True)\nwhile True: time.sleep(0.01)\n";
    course.write(GREETING, loops);
    for signal in [Signal::TERM, Signal::INT, Signal::KILL] {
        let mut command = prolings_std(course.path());
        let mut prolings = Underway::start(command.args(["run", "greeting"]));
        let mut said = [0; 4];
        prolings.0.stdout.as_mut().expect("a pipe").read_exact(&mut said).expect("what it prints");
        prolings.signal(signal);
        let (status, _) = prolings.end();
        assert!(!status.success());
        assert_nothing_left(&course, Duration::ZERO);
    }
}

/// A folder with a `uv` that makes an environment without packages; while the file `slow` is there, it stops halfway.
struct FakeUv {
    folder: PathBuf,
    environments: PathBuf,
}

impl FakeUv {
    fn new(course: &Small) -> Self {
        let folder = course.path().join("programs");
        fs::create_dir(&folder).expect("a folder");
        course.write("programs/slow", "");
        let slow = folder.join("slow");
        let marker = marker(course);
        let script = format!(
            "#!/bin/sh\n\
             case $1 in\n\
             --version) echo 'uv 0.0.1' ;;\n\
             venv)\n\
               if [ -e '{}' ]; then\n\
                 mkdir -p \"$5/bin\"; echo half > \"$5/pyvenv.cfg\"\n\
                 \"$4\" -c 'import time; time.sleep(600)' '{marker}'\n\
               fi\n\
               exec \"$4\" -m venv --without-pip \"$5\" ;;\n\
             esac\n",
            slow.display()
        );
        course.write("programs/uv", script);
        let program = folder.join("uv");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("an executable");
        Self { folder, environments: course.path().join("environments") }
    }

    fn check(&self, course: &Small) -> Underway {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = [self.folder.clone()].into_iter().chain(std::env::split_paths(&path));
        let mut command = prolings_std(course.path());
        command.args(["check", "greeting"]).env("PROLINGS_ENV_DIR", &self.environments);
        Underway::start(command.env("PATH", std::env::join_paths(folders).expect("a path")))
    }

    /// Folders that an environment was begun in.
    fn begun(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(&self.environments).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).filter(|path| path.join("pyvenv.cfg").is_file()).collect()
    }

    fn await_half(&self, course: &Small) {
        eventually(PATIENCE, "a half-made environment", || (!self.begun().is_empty()).then_some(()));
        await_marked(course);
    }

    fn is_quick(&self) {
        fs::remove_file(self.folder.join("slow")).expect("removed");
    }
}

fn await_marked(course: &Small) {
    let marker = marker(course);
    let marked = || alive(course).into_iter().any(|process| process.contains(&marker));
    eventually(PATIENCE, "the installer", || marked().then_some(()));
}

#[test]
fn an_interrupted_environment_is_gone_and_the_next_run_makes_it() {
    let course = Small::new();
    let uv = FakeUv::new(&course);
    let mut prolings = uv.check(&course);
    uv.await_half(&course);
    prolings.signal(Signal::INT);
    let (status, said) = prolings.end();
    assert_eq!(status.code(), Some(130), "{said}");
    assert!(said.contains("stopped before the Python environment was complete"), "{said}");
    assert_nothing_left(&course, Duration::ZERO);
    assert_eq!(uv.begun(), Vec::<PathBuf>::new());

    uv.is_quick();
    course.solve(GREETING);
    let (status, said) = uv.check(&course).end();
    assert_eq!(status.code(), Some(0), "{said}");
}

#[test]
fn a_killed_environment_is_mended_by_the_next_run() {
    let course = Small::new();
    let uv = FakeUv::new(&course);
    let mut prolings = uv.check(&course);
    uv.await_half(&course);
    prolings.signal(Signal::KILL);
    prolings.end();
    assert_eq!(uv.begun().len(), 1, "nobody was left to clear it");

    uv.is_quick();
    course.solve(GREETING);
    let mut next = uv.check(&course);
    // The orphaned installer may still write: the next run waits for its end.
    std::thread::sleep(Duration::from_millis(300));
    assert!(next.0.try_wait().expect("a status").is_none(), "it did not wait");
    let marker = marker(&course);
    let installers = alive(&course).into_iter().filter(|process| process.contains(&marker));
    installers.for_each(|process| kill(&process, Signal::KILL));
    let (status, said) = next.end();
    assert_eq!(status.code(), Some(0), "{said}");
    assert!(said.contains("another prolings is making it; waiting"), "{said}");
}
