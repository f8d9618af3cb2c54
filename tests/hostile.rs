//! Attacks: small programs that try what a learner's program must not be able to do (`tests/hostile/`), each submitted
//! to `check`, which judges them in warm workers, one after the other in the same ones. None may pass, leave a process, change a file outside or print what it must not read.
//!
//! Attacks are harmless where the sandbox is broken: they are bounded, and aimed at what this test makes.

#![cfg(target_os = "linux")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::net::{TcpListener, UdpSocket};
use std::os::linux::net::SocketAddrExt;
use std::os::unix::fs::MetadataExt;
use std::os::unix::net::{SocketAddr, UnixListener};
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

/// What the canary holds, and what an attack prints when it finds something open. Single words: a diff shows them whole.
const CANARY: &str = "canary8d41f0";
const BROKEN: &str = "broken5c9e72";

struct Attack {
    name: String,
    code: String,
}

impl Attack {
    fn all() -> Vec<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile");
        let mut attacks: Vec<Self> = fs::read_dir(folder)
            .expect("attacks")
            .flatten()
            .map(|entry| Self {
                name: entry.path().file_stem().expect("a name").to_string_lossy().into_owned(),
                code: fs::read_to_string(entry.path()).expect("an attack"),
            })
            .collect();
        attacks.sort_by(|a, b| a.name.cmp(&b.name));
        attacks
    }

    /// What the head of the file says of `what`.
    fn says(&self, what: &str) -> Option<&str> {
        let head = format!("# {what}: ");
        self.code.lines().find_map(|line| line.strip_prefix(&head))
    }

    fn manifest(&self) -> String {
        let checks = match self.says("check") {
            Some("cases") => "  - cases: main.py\n    table:\n      - { call: secret, returns: 4711 }\n",
            Some("pytest") => "  - pytest: test_main.py\n    tests: [test_double, test_double_again]\n",
            _ => "  - output: main.py\n    stdout: secret-4711\n",
        };
        // Importing pytest takes a while on a machine that does other things too.
        let time = if self.says("check") == Some("pytest") { "20s" } else { "4s" };
        format!(
            "title: {}\nlevel: 1\nedit: [main.py]\nchecks:\n{checks}limits: {{ time: {time}, memory: 256MiB, \
             processes: 32, output: 64KiB }}\nhints:\n  - None.\n",
            self.name
        )
    }
}

const TESTS: &str = "import main


def test_double():
    assert main.double(2) == 4


def test_double_again():
    assert main.double(4) == 8
";

/// What attacks are aimed at: a course, a folder outside, servers. Gone after the test.
struct Targets {
    course: TempDir,
    outside: TempDir,
    servers: Servers,
}

struct Servers {
    port: u16,
    abstract_name: String,
    _tcp: TcpListener,
    udp: UdpSocket,
    _unix: UnixListener,
    _abstract: UnixListener,
}

impl Servers {
    /// Whoever connects is given the canary.
    fn start(folder: &Path) -> Self {
        let tcp = TcpListener::bind("127.0.0.1:0").expect("a TCP server");
        let port = tcp.local_addr().expect("an address").port();
        let udp = UdpSocket::bind(("127.0.0.1", port)).expect("a UDP server");
        udp.set_nonblocking(true).expect("a socket");
        let unix = UnixListener::bind(folder.join("socket")).expect("a Unix server");
        let abstract_name = format!("prolings-hostile-{}-{port}", std::process::id());
        let address = SocketAddr::from_abstract_name(&abstract_name).expect("an abstract address");
        let hidden = UnixListener::bind_addr(&address).expect("an abstract server");
        let given = [unix.try_clone().expect("a socket"), hidden.try_clone().expect("a socket")];
        for server in given {
            std::thread::spawn(move || {
                for mut stream in server.incoming().flatten() {
                    let _ = stream.write_all(CANARY.as_bytes());
                }
            });
        }
        let server = tcp.try_clone().expect("a socket");
        std::thread::spawn(move || {
            for mut stream in server.incoming().flatten() {
                let _ = stream.write_all(CANARY.as_bytes());
            }
        });
        Self { port, abstract_name, _tcp: tcp, udp, _unix: unix, _abstract: hidden }
    }
}

impl Targets {
    fn new(attacks: &[&Attack]) -> Self {
        let outside = tempfile::tempdir().expect("a folder");
        support::write(outside.path(), "canary", CANARY);
        let servers = Servers::start(outside.path());
        let course = tempfile::tempdir().expect("a folder");
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        support::copy_tree(
            &root.join("exercises/requirements"),
            &course.path().join("exercises/requirements"),
        );
        let targets = Self { course, outside, servers };
        let exercises = targets.course.path().join("exercises");
        // A topic has at most 99 exercises.
        let topics: Vec<String> =
            (1..=attacks.len().div_ceil(50)).map(|number| format!("t{number}_attacks")).collect();
        let path = topics.join(", ");
        let course = format!(
            "format: 1\ntitle: Attacks\npython: \">=3.11\"\npath: [{path}]\ngroups:\n  core: {{ summary: pytest }}\n"
        );
        support::write(&exercises, "course.yaml", course);
        for (topic, attacks) in topics.iter().zip(attacks.chunks(50)) {
            let topic = exercises.join(topic);
            fs::create_dir(&topic).expect("a folder");
            support::write(&topic, "README.md", "# Attacks\n");
            for (index, attack) in attacks.iter().enumerate() {
                let folder = topic.join(format!("{:02}_{}", index + 1, attack.name));
                fs::create_dir(&folder).expect("a folder");
                support::write(&folder, "README.md", format!("# {}\n", attack.name));
                support::write(&folder, "exercise.yaml", attack.manifest());
                support::write(&folder, "main.py", targets.aim(&attack.code, &folder));
                if attack.says("check") == Some("pytest") {
                    support::write(&folder, "test_main.py", TESTS);
                }
            }
        }
        targets
    }

    fn aim(&self, code: &str, exercise: &Path) -> String {
        let outside = self.outside.path().display().to_string();
        let places = [
            ("@CANARY@", format!("{outside}/canary")),
            ("@OUTSIDE@", outside.clone()),
            ("@SOCKET@", format!("{outside}/socket")),
            ("@COURSE@", self.course.path().display().to_string()),
            ("@EXERCISE@", exercise.display().to_string()),
            ("@HOME@", std::env::home_dir().unwrap_or_default().display().to_string()),
            ("@PORT@", self.servers.port.to_string()),
            ("@ABSTRACT@", self.servers.abstract_name.clone()),
            ("@BROKEN@", BROKEN.to_owned()),
            ("@MARK@", self.mark()),
        ];
        places.into_iter().fold(code.to_owned(), |code, (place, value)| code.replace(place, &value))
    }

    /// In the command line of whatever an attack leaves behind; another run's differs.
    fn mark(&self) -> String {
        format!("survivor-of-{}", self.servers.abstract_name)
    }

    /// Everything outside that an attack could change.
    fn state(&self) -> BTreeMap<PathBuf, (u64, u32, u32, i64, Vec<u8>)> {
        let mut state = BTreeMap::new();
        collect(self.outside.path(), &mut state);
        collect(&self.course.path().join("exercises"), &mut state);
        state
    }
}

fn collect(folder: &Path, state: &mut BTreeMap<PathBuf, (u64, u32, u32, i64, Vec<u8>)>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let meta = entry.path().symlink_metadata().expect("a file");
        let content = if meta.is_file() { fs::read(entry.path()).expect("a file") } else { Vec::new() };
        if meta.is_dir() {
            collect(&entry.path(), state);
        }
        state.insert(entry.path(), (meta.len(), meta.mode(), meta.uid(), meta.mtime(), content));
    }
}

fn survivors(mark: &str) -> Vec<String> {
    fs::read_dir("/proc")
        .expect("/proc")
        .flatten()
        .filter_map(|process| fs::read(process.path().join("cmdline")).ok())
        .map(|line| String::from_utf8_lossy(&line).replace('\0', " "))
        .filter(|line| line.contains(mark))
        .collect()
}

/// Folders that jobs leave when they cannot be removed.
fn leftovers(before: &BTreeSet<PathBuf>) -> Vec<PathBuf> {
    staging_folders()
        .difference(before)
        .filter(|folder| folder.join("work/closed").exists())
        .cloned()
        .collect()
}

fn staging_folders() -> BTreeSet<PathBuf> {
    let entries = fs::read_dir(std::env::temp_dir()).expect("a folder").flatten();
    entries
        .map(|entry| entry.path())
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("prolings-")))
        .collect()
}

/// Runs all attacks with these options and returns every way in which one succeeded. `open` are layers left out.
fn run(options: &[&str], open: &[&str]) -> Vec<String> {
    let all = Attack::all();
    assert!(all.len() >= 60, "only {} attacks were found", all.len());
    run_these(&all, options, open)
}

fn run_these(all: &[Attack], options: &[&str], open: &[&str]) -> Vec<String> {
    // What only a layer that is left out prevents is not asked of the others.
    let attacks: Vec<&Attack> =
        all.iter().filter(|attack| attack.says("needs").is_none_or(|layer| !open.contains(&layer))).collect();
    for attack in &attacks {
        for head in ["tries", "holds"] {
            assert!(attack.says(head).is_some(), "{} does not say what it {head}", attack.name);
        }
    }
    let targets = Targets::new(&attacks);
    let (before, folders) = (targets.state(), staging_folders());
    let output = support::prolings(targets.course.path())
        .args(["check", "--all", "--json"])
        .args(options)
        .output()
        .expect("it runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(!text.is_empty(), "nothing was judged:\n{stderr}");
    let mut wrong = Vec::new();
    let mut judged = BTreeSet::new();
    for event in text.lines().map(|line| serde_json::from_str::<Value>(line).expect("a JSON line")) {
        if event["event"] != "exercise_finished" {
            continue;
        }
        let name = event["exercise"].as_str().expect("a name").to_owned();
        let attack = attacks.iter().find(|attack| attack.name == name).expect("an attack");
        wrong.extend(judge(attack, &event));
        judged.insert(name);
    }
    let missing = attacks.iter().filter(|attack| !judged.contains(&attack.name));
    wrong.extend(missing.map(|attack| format!("{}: was not judged", attack.name)));
    for left in survivors(&targets.mark()) {
        wrong.push(format!("still running: {left}"));
    }
    let after = targets.state();
    for (path, state) in &before {
        if after.get(path) != Some(state) {
            wrong.push(format!("changed: {}: {state:?} is {:?}", path.display(), after.get(path)));
        }
    }
    wrong.extend(
        after
            .keys()
            .filter(|path| !before.contains_key(*path))
            .map(|path| format!("new: {}", path.display())),
    );
    wrong.extend(leftovers(&folders).iter().map(|folder| format!("left: {}", folder.display())));
    if targets.servers.udp.recv(&mut [0; 8]).is_ok() {
        wrong.push("a datagram arrived".to_owned());
    }
    if !matches!(output.status.code(), Some(1 | 2)) {
        wrong.push(format!("the grader ended with {:?}: {stderr}", output.status));
    }
    wrong
}

fn judge(attack: &Attack, event: &Value) -> Vec<String> {
    let name = &attack.name;
    let mut wrong = Vec::new();
    // A run whose tests were skipped proves nothing, and that is said as a fault.
    if event["status"] != attack.says("status").unwrap_or("failed") {
        wrong.push(format!("{name}: {} {}", event["status"], event["checks"]));
    }
    let shown = event.to_string();
    for (word, what) in [(CANARY, "printed the canary"), (BROKEN, "found something open")] {
        if shown.contains(word) {
            wrong.push(format!("{name}: {what}: {shown}"));
        }
    }
    if let Some(wanted) = attack.says("verdict") {
        let mismatch = &event["checks"][0]["mismatches"][0];
        let kind = mismatch["kind"].as_str().unwrap_or_default();
        let named = match mismatch["resource"].as_str() {
            Some(resource) => format!("{kind}:{resource}"),
            None => kind.to_owned(),
        };
        if !wanted.split(' ').any(|one| one == named) {
            wrong.push(format!("{name}: is called {named}, and should be one of: {wanted}"));
        }
    }
    wrong
}

#[test]
fn attacks_fail_in_every_layer() {
    let wrong = run(&[], &[]);
    assert!(wrong.is_empty(), "{} attacks succeeded:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn attacks_fail_without_namespaces() {
    let wrong = run(&["--without-layer", "pid,mount,net"], &["pid", "mount", "net"]);
    assert!(wrong.is_empty(), "{} attacks succeeded:\n{}", wrong.len(), wrong.join("\n"));
}

/// What `/proc` shows differs most between the ways of running a job: each of them, for the attacks by it alone.
#[test]
fn attacks_by_proc_fail_in_each_way() {
    let code = ["'/proc", "(f'/proc", "f'/proc"];
    let all = Attack::all().into_iter();
    let attacks: Vec<Attack> = all
        .filter(|attack| {
            attack.says("verdict").is_none() && code.iter().any(|start| attack.code.contains(start))
        })
        .collect();
    assert!(attacks.len() >= 6, "only {} attacks were found", attacks.len());
    let wrong = [
        run_these(&attacks, &[], &[]),
        run_these(&attacks, &["--isolation", "cold"], &[]),
        run_these(&attacks, &["--without-layer", "pid,mount,net"], &["pid", "mount", "net"]),
        run_these(&attacks, &["--without-layer", "uid"], &["uid"]),
    ]
    .concat();
    assert!(wrong.is_empty(), "{} attacks succeeded:\n{}", wrong.len(), wrong.join("\n"));
}

/// A process of its own is another way to start: what is told apart by it, and a part of the rest.
#[test]
fn attacks_fail_in_fresh_processes() {
    let is_near = |attack: &Attack| {
        ["parent", "forge", "survivor", "memory", "processor"].iter().any(|word| attack.name.contains(word))
    };
    let all = Attack::all().into_iter().enumerate();
    let some: Vec<Attack> =
        all.filter(|(index, attack)| index % 5 == 0 || is_near(attack)).map(|(_, attack)| attack).collect();
    let wrong = run_these(&some, &["--isolation", "cold"], &[]);
    assert!(wrong.is_empty(), "{} attacks succeeded:\n{}", wrong.len(), wrong.join("\n"));
}

/// A corpus that cannot succeed proves nothing.
#[test]
fn attacks_succeed_without_a_sandbox() {
    let some = ["read_by_path", "socket_tcp", "folders_outside", "list_processes"];
    let attacks: Vec<Attack> =
        Attack::all().into_iter().filter(|attack| some.contains(&attack.name.as_str())).collect();
    let wrong = run_these(&attacks, &["--isolation", "none"], &[]).join("\n");
    for words in ["read_by_path: printed", "socket_tcp: printed", "new: /", "list_processes: found"] {
        assert!(wrong.contains(words), "no {words:?} in\n{wrong}");
    }
}

#[test]
fn what_an_attack_prints_is_text_on_the_screen() {
    let all = Attack::all();
    let attacks: Vec<&Attack> = all.iter().filter(|attack| attack.says("screen").is_some()).collect();
    let targets = Targets::new(&attacks);
    let output = support::prolings(targets.course.path()).args(["check", "--all"]).output().expect("it runs");
    let screen = String::from_utf8(output.stdout).expect("UTF-8");
    let control = |c: char| {
        (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!screen.contains(control), "{screen:?}");
    // Names begin the lines of results: no attack may begin one with a pass.
    assert!(!screen.lines().any(|line| line.starts_with("\u{2713} passed")), "{screen}");
}
