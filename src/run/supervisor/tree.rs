//! Ending everything that a job started, however it hides: daemons, other sessions, ignored signals.

use std::time::Duration;

use rustix::process::Pid;

/// Processes below a supervisor that are none of the program's.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "only Linux shows who is below whom"))]
pub(crate) enum Aside {
    /// The sandbox's process above the program, when it stays, and with it the first process of the program's process
    /// space.
    Stage(Option<Pid>),
    /// Exactly these: a fork server, and the sandbox's processes above it.
    Known(Vec<Pid>),
}

#[cfg(target_os = "linux")]
impl Aside {
    fn holds(&self, pid: Pid) -> bool {
        match self {
            Self::Stage(stage) => {
                stage.is_some() && (Some(pid) == *stage || linux::number_inside(pid) == Some(1))
            }
            Self::Known(known) => known.contains(&pid),
        }
    }
}

/// Gives helpers that end by themselves when the program has ended (multiprocessing's resource tracker and fork server)
/// a moment to do so, so that they do not count as left behind. Takes no time when nothing is left.
pub(crate) fn let_helpers_go(aside: &Aside) {
    #[cfg(not(target_os = "linux"))]
    let _ = aside;
    #[cfg(target_os = "linux")]
    for _ in 0..100 {
        if linux::descendants(rustix::process::getpid()).iter().all(|pid| aside.holds(*pid)) {
            break;
        }
        let _ = rustix::process::wait(rustix::process::WaitOptions::NOHANG);
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// Ends every process below this one and returns how many there were, without those that are `aside`.
///
/// Linux: orphans are adopted (see [`adopt_orphans`]), so all of them are found below this process. They are stopped
/// first, so that none can start another while it is looked for, then killed, until no child is left.
#[cfg(target_os = "linux")]
pub(crate) fn kill_all(_group: Pid, aside: &Aside) -> usize {
    use std::collections::HashSet;
    use std::time::Instant;

    use rustix::io::Errno;
    use rustix::process::{Signal, WaitOptions, getpid, kill_process, wait};

    let me = getpid();
    let mut seen: HashSet<Pid> = HashSet::new();
    // A process in an uninterruptible wait (a dead network disk) can outlast any patience.
    let give_up = Instant::now() + Duration::from_secs(5);
    loop {
        let left = loop {
            match wait(WaitOptions::NOHANG) {
                Ok(Some(_)) | Err(Errno::INTR) => {}
                Ok(None) => break true,
                Err(_) => break false,
            }
        };
        if !left || Instant::now() > give_up {
            return seen.len();
        }
        for _ in 0..2 {
            for pid in linux::descendants(me) {
                let _ = kill_process(pid, Signal::STOP);
            }
        }
        // Counted before the first is killed: with the first process of a process space, all in it end. What has ended by
        // itself since it was listed tells nothing of itself any more; what was stopped is still there.
        let left = linux::descendants(me);
        seen.extend(left.iter().filter(|pid| !aside.holds(**pid) && !linux::is_zombie(**pid)));
        for pid in left {
            let _ = kill_process(pid, Signal::KILL);
        }
        std::thread::sleep(Duration::from_micros(200));
    }
}

/// Ends everything that a job of a fork server started, and returns how many processes there were beside the job's own.
///
/// The server and what is `aside` live on. The job's own process is reaped by the server; everything else is adopted by
/// this process, or by the first one of a process space.
#[cfg(target_os = "linux")]
pub(crate) fn kill_all_but(server: Pid, aside: &Aside, _child: Option<Pid>) -> usize {
    use std::collections::HashSet;
    use std::time::Instant;

    use rustix::process::{Signal, WaitOptions, getpid, kill_process, waitpid};

    let me = getpid();
    let own = only_child(server);
    let others = || linux::descendants(me).into_iter().filter(|pid| !aside.holds(*pid)).collect::<Vec<_>>();
    let mut seen = HashSet::new();
    let start = Instant::now();
    loop {
        let left: Vec<_> = others().into_iter().filter(|pid| !linux::is_zombie(*pid)).collect();
        if left.is_empty() || start.elapsed() > Duration::from_secs(5) {
            // Orphans that have ended are ours to reap; the server itself is not asked about.
            for pid in others().into_iter().filter(|pid| Some(*pid) != own) {
                let _ = waitpid(Some(pid), WaitOptions::NOHANG);
            }
            seen.remove(&own);
            return seen.len();
        }
        // Helpers that end by themselves (multiprocessing's) get a moment, as in `let_helpers_go`.
        if own.is_none() && start.elapsed() < Duration::from_millis(100) && seen.is_empty() {
            for pid in &left {
                let _ = waitpid(Some(*pid), WaitOptions::NOHANG);
            }
            std::thread::sleep(Duration::from_millis(1));
            continue;
        }
        for pid in &left {
            let _ = kill_process(*pid, Signal::STOP);
        }
        for pid in others().into_iter().filter(|pid| !linux::is_zombie(*pid)) {
            seen.insert(Some(pid));
            let _ = kill_process(pid, Signal::KILL);
        }
        std::thread::sleep(Duration::from_micros(200));
    }
}

/// Ends the process group of the job, which leads a session of its own. A process that left the group escapes.
#[cfg(not(target_os = "linux"))]
pub(crate) fn kill_all_but(_server: Pid, aside: &Aside, child: Option<Pid>) -> usize {
    child.map_or(0, |child| kill_all(child, aside))
}

/// The job's process, by its place below the server.
#[cfg(target_os = "linux")]
pub(crate) fn only_child(server: Pid) -> Option<rustix::process::Pid> {
    linux::children(server).into_iter().next()
}

/// Only the server knows.
#[cfg(not(target_os = "linux"))]
pub(crate) fn only_child(_server: Pid) -> Option<rustix::process::Pid> {
    None
}

/// Ends the program's process group. A process that left the group escapes: best effort.
#[cfg(not(target_os = "linux"))]
pub(crate) fn kill_all(group: Pid, _aside: &Aside) -> usize {
    use rustix::process::{Signal, kill_process_group, test_kill_process_group};

    let alive = test_kill_process_group(group).is_ok();
    let _ = kill_process_group(group, Signal::KILL);
    std::thread::sleep(Duration::from_millis(1));
    usize::from(alive)
}

/// A process and everything below it.
pub(crate) fn with_descendants(top: Pid) -> Vec<Pid> {
    let all = vec![top];
    #[cfg(target_os = "linux")]
    let all = [all, linux::descendants(top)].concat();
    all
}

/// The program itself, when what was `started` may be a stage above it: there the program has number 2.
pub(crate) fn program(started: Pid, stage: Option<Pid>) -> Pid {
    #[cfg(target_os = "linux")]
    if let Some(stage) = stage {
        let below = linux::descendants(stage);
        return below.into_iter().find(|pid| linux::number_inside(*pid) == Some(2)).unwrap_or(started);
    }
    #[cfg(not(target_os = "linux"))]
    let _ = stage;
    started
}

/// What all processes of a program use together.
#[derive(Debug, Default)]
pub(crate) struct Usage {
    /// Processes and threads.
    pub(crate) tasks: u64,
    /// Bytes in memory.
    pub(crate) memory: u64,
    /// Processor time, of processes that have ended as well.
    pub(crate) cpu: std::time::Duration,
}

/// What the processes below this one use, without those that are `aside`. Pages that several share count for each in what
/// is quick to read; only when that is more than `cap` they are divided.
pub(crate) fn usage(aside: &Aside, cap: u64) -> Usage {
    #[cfg(target_os = "linux")]
    return linux::usage(aside, cap);
    #[cfg(not(target_os = "linux"))]
    {
        let _ = (aside, cap);
        Usage::default()
    }
}

/// Makes this process the parent of orphans below it, where the system knows that.
pub(crate) fn adopt_orphans() {
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_child_subreaper(Some(rustix::process::getpid()));
}

#[cfg(target_os = "linux")]
mod linux {
    use std::fs;
    use std::time::Duration;

    use rustix::process::Pid;

    use super::{Aside, Usage};

    /// Every process below `root`, itself excluded.
    pub(super) fn descendants(root: Pid) -> Vec<Pid> {
        let mut found = Vec::new();
        let mut queue = vec![root];
        while let Some(pid) = queue.pop() {
            let children = children(pid);
            found.extend(&children);
            queue.extend(children);
        }
        found
    }

    pub(super) fn usage(aside: &Aside, cap: u64) -> Usage {
        let pids: Vec<Pid> =
            descendants(rustix::process::getpid()).into_iter().filter(|pid| !aside.holds(*pid)).collect();
        let mut usage = Usage::default();
        let ticks_a_second = rustix::param::clock_ticks_per_second().max(1);
        let mut resident = Vec::new();
        for pid in pids {
            let Some(stat) = stat(pid) else { continue };
            resident.push((pid, stat.resident));
            usage.tasks += stat.threads;
            usage.memory += stat.resident;
            usage.cpu += Duration::from_millis(stat.ticks.saturating_mul(1000) / ticks_a_second);
        }
        if usage.memory > cap {
            usage.memory = resident.into_iter().map(|(pid, all)| share(pid).unwrap_or(all)).sum();
        }
        usage
    }

    struct Stat {
        ticks: u64,
        threads: u64,
        resident: u64,
    }

    fn stat(pid: Pid) -> Option<Stat> {
        let text = fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero())).ok()?;
        // The name may hold anything, so count from behind its last parenthesis: the state is field 0 there.
        let fields: Vec<&str> = text.rsplit_once(')')?.1.split_whitespace().collect();
        let number = |field: usize| fields.get(field)?.parse::<u64>().ok();
        // Own time and that of children that were waited for, in user and kernel mode.
        let ticks = (11..=14).filter_map(number).sum();
        let page = u64::try_from(rustix::param::page_size()).unwrap_or(4096);
        Some(Stat { ticks, threads: number(17)?, resident: number(21)?.saturating_mul(page) })
    }

    /// A process's proportional share of memory.
    fn share(pid: Pid) -> Option<u64> {
        let text = fs::read_to_string(format!("/proc/{}/smaps_rollup", pid.as_raw_nonzero())).ok()?;
        let line = text.lines().find_map(|line| line.strip_prefix("Pss:"))?;
        Some(line.split_whitespace().next()?.parse::<u64>().ok()?.saturating_mul(1024))
    }

    /// A process's number in its own process space.
    pub(super) fn number_inside(pid: Pid) -> Option<u32> {
        let status = fs::read_to_string(format!("/proc/{}/status", pid.as_raw_nonzero())).ok()?;
        let numbers = status.lines().find_map(|line| line.strip_prefix("NSpid:"))?;
        numbers.split_whitespace().last()?.parse().ok()
    }

    /// Whether a process has ended and only waits to be reaped.
    pub(super) fn is_zombie(pid: Pid) -> bool {
        let stat = fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero())).unwrap_or_default();
        stat.rsplit_once(')').is_none_or(|(_, rest)| rest.trim_start().starts_with(['Z', 'X']))
    }

    /// The processes that `pid` started or adopted.
    pub(super) fn children(pid: Pid) -> Vec<Pid> {
        let listed = children_by_task(pid);
        if listed.is_empty() && !has_children_files() { children_by_stat(pid) } else { listed }
    }

    /// Kernels built with CONFIG_PROC_CHILDREN list children per thread; a child belongs to the thread that forked it.
    fn children_by_task(pid: Pid) -> Vec<Pid> {
        let Ok(tasks) = fs::read_dir(format!("/proc/{}/task", pid.as_raw_nonzero())) else {
            return Vec::new();
        };
        tasks
            .flatten()
            .filter_map(|task| fs::read_to_string(task.path().join("children")).ok())
            .flat_map(|text| text.split_whitespace().filter_map(parse).collect::<Vec<_>>())
            .collect()
    }

    fn has_children_files() -> bool {
        fs::exists("/proc/self/task").unwrap_or(false)
            && fs::read_dir("/proc/self/task").is_ok_and(|mut tasks| {
                tasks.any(|task| task.is_ok_and(|task| task.path().join("children").exists()))
            })
    }

    fn children_by_stat(parent: Pid) -> Vec<Pid> {
        let Ok(processes) = fs::read_dir("/proc") else { return Vec::new() };
        let wanted = parent.as_raw_nonzero().to_string();
        processes
            .flatten()
            .filter(|process| {
                let stat = fs::read_to_string(process.path().join("stat")).unwrap_or_default();
                // pid (name) state ppid …: the name may hold anything, so look behind its last parenthesis.
                stat.rsplit_once(')').and_then(|(_, rest)| rest.split_whitespace().nth(1))
                    == Some(wanted.as_str())
            })
            .filter_map(|process| parse(process.file_name().to_str()?))
            .collect()
    }

    fn parse(text: &str) -> Option<Pid> {
        text.parse().ok().and_then(Pid::from_raw)
    }
}
