//! The pool as a user on a system without forks meets it: every check is served by a Python that has started before, and
//! cannot be told from one that was started for it.

#![cfg(unix)]

mod support;

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use prolings::model::cancel::Cancel;
use prolings::model::check::Start;
use prolings::model::execution::{Ending, Execution};
use prolings::model::job::{Call, Job, Origin, Program, StagedFile};
use prolings::model::limits::Limits;
use prolings::model::names::{GroupName, RelPath};
use prolings::model::plain::Plain;
use prolings::run::Runner;
use prolings::run::cold::Cold;
use prolings::run::fake;
use prolings::run::pool::Pool;
use tempfile::TempDir;

/// Prints all that a program can easily see of how it was started.
const FACTS: &str = r#"import os, sys
here = os.getcwd()
def plain(text):
    return str(text).replace(os.path.dirname(here), "ROOT")
print(plain(here), plain(__file__), __name__, plain(sys.path[0]), len(sys.path), __spec__, __doc__)
print(sys.argv, [plain(word) for word in sys.orig_argv[1:]], sys.flags, sys.warnoptions, sys._xoptions)
print(sorted((name, plain(value)) for name, value in os.environ.items()))
print(sys.stdin.name, sys.stdin.encoding, sys.stdin.errors, sys.stdin.mode, sys.stdin.seekable(), sys.stdin.newlines)
print(repr(sys.stdin.read()), sys.stdin is sys.__stdin__, sys.stdin.fileno())
print(sys.stdout.encoding, sys.stdout.line_buffering, sys.stdout.isatty(), sys.stderr.errors)
print(sorted(name for name in sys.modules if "prolings" in name or "pytest" in name), "json" in sys.modules)
print(sorted(os.listdir(here)), sorted(os.listdir(os.environ["HOME"])), sorted(os.listdir(os.environ["TMPDIR"])))
print(sys.getrecursionlimit(), sys.gettrace(), sys.getprofile(), sys.excepthook is sys.__excepthook__)
def fds():
    for fd in range(64):
        try:
            os.fstat(fd)
            yield fd
        except OSError:
            pass
print([fd for fd in fds()], [os.get_inheritable(fd) for fd in (0, 1, 2)])
import threading, warnings
print(threading.active_count(), threading.current_thread().name, warnings.filters)
print("to the error stream", file=sys.stderr)
raise SystemExit(7)
"#;

struct Place {
    course: TempDir,
    groups: BTreeSet<GroupName>,
}

impl Place {
    fn new() -> Self {
        Self { course: support::course("small"), groups: BTreeSet::from([GroupName::new("core")]) }
    }

    /// A cold runner as systems without a supervisor have it.
    fn cold(&self) -> Cold {
        let course = prolings::discover::load(self.course.path()).expect("a sound course");
        support::runners::cold(&course).unsupervised()
    }

    fn job(&self, name: &str, code: &str, program: Program) -> Job {
        support::write(self.course.path(), name, code);
        let path = RelPath::new(name).expect("a path");
        let source = self.course.path().join(name);
        Job {
            files: vec![StagedFile { path, source, origin: Origin::Learner }],
            program,
            limits: Limits { time: Duration::from_secs(20), ..Limits::default() },
            ..fake::job(self.groups.clone())
        }
    }

    fn script(&self, code: &str, args: &[&str], stdin: &[u8]) -> Job {
        let script = RelPath::new("main.py").expect("a path");
        let args = args.iter().map(ToString::to_string).collect();
        self.job("main.py", code, Program::Script { script, args, stdin: stdin.to_vec() })
    }
}

fn run(runner: &dyn Runner, job: &Job) -> Execution {
    runner.run(job, &Cancel::default())
}

fn out(execution: &Execution) -> String {
    String::from_utf8_lossy(&execution.stdout.bytes()).into_owned()
}

/// What came of it, with the folder that it ran in as `ROOT`.
fn shown(execution: &Execution) -> (Ending, String, String) {
    let root = execution.workdir.parent().unwrap_or(Path::new("/")).display().to_string();
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).replace(&root, "ROOT");
    (execution.ending.clone(), text(execution.stdout.bytes()), text(execution.stderr.bytes()))
}

#[test]
fn a_program_cannot_tell_that_its_python_has_waited() {
    let place = Place::new();
    let (cold, pool) = (place.cold(), Pool::new(place.cold()));
    let programs = [
        (FACTS, &["one", "two words", "ü"][..], b"first\r\nsecond \xc3\xbc".as_slice()),
        (FACTS, &[], b""),
        ("def f():\n    raise KeyError('gone')\nf()\n", &[], b""),
        ("def broken(:\n", &[], b""),
        ("import sys\nsys.exit('with words')\n", &[], b""),
        ("import os\nos._exit(3)\n", &[], b""),
        ("import os\nos.kill(os.getpid(), 15)\n", &[], b""),
        ("import atexit\natexit.register(print, 'last')\nprint('first')\n", &[], b""),
        (
            "import multiprocessing as m\ndef f(n):\n    return n * 2\nif __name__ == '__main__':\n    m.set_start_method('spawn')\n    with m.Pool(1) as p:\n        print(p.map(f, [1, 2]))\n",
            &[],
            b"",
        ),
        (
            "import subprocess, sys\nprint(subprocess.run([sys.executable, '-c', 'print(input())'], capture_output=True))\n",
            &[],
            b"line\nnext\n",
        ),
    ];
    for (code, args, stdin) in programs {
        let job = place.script(code, args, stdin);
        assert_eq!(shown(&run(&pool, &job)), shown(&run(&cold, &job)), "of\n{code}");
    }
    assert_eq!(pool.served(), programs.len());
}

#[test]
fn each_python_serves_one_job_and_the_next_one_waits_already() {
    let place = Place::new();
    let pool = Pool::new(place.cold());
    let code = "import os, sys\nprint(os.getpid())\nsys.left = open('/dev/null')\nos.environ['LEFT'] = '1'\n";
    let mut pids = BTreeSet::new();
    for _ in 0..4 {
        let execution = run(&pool, &place.script(code, &[], b""));
        assert_eq!(execution.ending, Ending::Exited(0), "{execution:?}");
        pids.insert(out(&execution));
    }
    assert_eq!(pids.len(), 4, "{pids:?}");
    assert_eq!(pool.served(), 4);
    let look = "import os, sys\nprint(os.environ.get('LEFT'), hasattr(sys, 'left'))\n";
    assert_eq!(out(&run(&pool, &place.script(look, &[], b""))), "None False\n");
}

#[test]
fn every_kind_of_check_is_served() {
    let place = Place::new();
    let (cold, pool) = (place.cold(), Pool::new(place.cold()));
    let test = "def test_one():\n    assert 1 + 1 == 2\n\ndef test_two(tmp_path):\n    assert tmp_path.exists()\n    assert [1] == [2]\n";
    let file = RelPath::new("test_main.py").expect("a path");
    let pytest = place.job("test_main.py", test, Program::Pytest { file, hidden: Vec::new(), apart: None });
    let call = Call { call: "half".to_owned(), args: vec![Plain::Int("7".to_owned())], kwargs: Vec::new() };
    let module = RelPath::new("halves.py").expect("a path");
    let code = "print('loaded')\ndef half(n):\n    print('called')\n    return n / 2\n";
    let cases = place.job("halves.py", code, Program::Cases { module, calls: vec![call] });
    for job in [&pytest, &cases] {
        let (pooled, fresh) = (run(&pool, job), run(&cold, job));
        assert_eq!(pooled.ending, fresh.ending, "{pooled:?}");
        assert!(pooled.records.len() >= 3 && pooled.records.len() == fresh.records.len(), "{pooled:?}");
        assert_eq!(pooled.bad_records, 0);
    }
    assert_eq!(pool.served(), 2);
}

#[test]
fn limits_and_the_users_wish_end_what_runs() {
    let place = Place::new();
    let pool = Pool::new(place.cold());
    let mut endless = place.script("while True:\n    pass\n", &[], b"");
    endless.limits.time = Duration::from_secs(1);
    assert_eq!(run(&pool, &endless).ending, Ending::TimedOut(Duration::from_secs(1)));
    let mut flood = place.script("while True:\n    print('x' * 1000)\n", &[], b"");
    flood.limits.output = prolings::model::limits::ByteSize::kib(64);
    assert!(matches!(run(&pool, &flood).ending, Ending::OutputLimit(_)));
    let endless = place.script("while True:\n    pass\n", &[], b"");
    let cancel = Cancel::default();
    let (other, waits) = (cancel.clone(), Duration::from_millis(300));
    let canceller = std::thread::spawn(move || {
        std::thread::sleep(waits);
        other.cancel();
    });
    assert_eq!(pool.run(&endless, &cancel).ending, Ending::Cancelled);
    canceller.join().expect("joined");
}

#[test]
fn what_a_waiting_python_cannot_serve_runs_cold() {
    let place = Place::new();
    let pool = Pool::new(place.cold());
    let mut cold = place.script("print('good')\n", &[], b"");
    cold.start = Start::Cold;
    let mut seeded = place.script("print('good')\n", &[], b"");
    seeded.circumstances.hash_seed = 3;
    // A file with the name of a module that Python loads at its start.
    let clash = place.job(
        "os.py",
        "print('mine')\n",
        Program::Script {
            script: RelPath::new("os.py").expect("a path"),
            args: Vec::new(),
            stdin: Vec::new(),
        },
    );
    for job in [&cold, &seeded, &clash] {
        assert_eq!(run(&pool, job).ending, Ending::Exited(0));
    }
    assert_eq!(pool.served(), 0);
}
