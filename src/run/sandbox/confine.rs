//! The confining stage: this same binary, started by the supervisor. It puts the policy on itself, then becomes the
//! program; or, in a process space of its own, starts it and stays as the first process, which takes in orphans. Then
//! another stage before it has entered the namespaces, which is in force only for what a process starts.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use nix::unistd::{Gid, Uid, setgroups, setresgid, setresuid};
use rustix::io::Errno;
use rustix::process::{
    DumpableBehavior, Pid, Resource, Rlimit, Signal, WaitOptions, getuid, set_dumpable_behavior,
    set_parent_process_death_signal, setrlimit, wait,
};
use rustix::thread::{
    CapabilitySet, CapabilitySets, clear_ambient_capability_set, set_capabilities, set_no_new_privs,
};

use super::order::{Order, Told, send};
use super::policy::Policy;
use super::{COMMAND, OWN_BINARY, landlock, namespaces, seccomp, view};
use crate::model::isolation::Layer;

/// Runs as the stage before: enters namespaces, and starts the stage in them.
///
/// # Errors
/// When there is no supervisor to tell.
pub fn enter_spaces(args: impl Iterator<Item = OsString>) -> io::Result<()> {
    let socket = UnixStream::from(rustix::io::fcntl_dupfd_cloexec(rustix::stdio::stdin(), 3)?);
    let started = namespaces::enter().and_then(|()| {
        set_parent_process_death_signal(Some(Signal::KILL))?;
        Command::new(OWN_BINARY).arg(COMMAND).args(args).spawn()
    });
    match started {
        Ok(mut child) => child.wait().map(|_| ()),
        Err(error) => send(&socket, &Told::Failed(format!("namespaces: {error}"))),
    }
}

/// Runs as the stage: the order comes over standard input, a socket to the supervisor; the arguments after the first are
/// the program and its own. Returns only when the program was not started, or when it has ended in a process space of
/// its own.
///
/// # Errors
/// When there is no supervisor to tell.
pub fn confine(mut args: impl Iterator<Item = OsString>) -> io::Result<()> {
    let socket = UnixStream::from(rustix::io::fcntl_dupfd_cloexec(rustix::stdio::stdin(), 3)?);
    let (order, stdin) = Order::receive(&socket)?;
    let program = args.next().ok_or_else(|| io::Error::other("no program"))?;
    let mut command = Command::new(program);
    command.args(args);
    match run(&order, stdin, command) {
        Ok(status) => send(&socket, &Told::Ended(status))?,
        Err(error) => return send(&socket, &Told::Failed(error.to_string())),
    }
    // Orphans of the program are this process's now; it ends with the last of them, or when it is killed.
    while !matches!(wait(WaitOptions::empty()), Err(Errno::CHILD)) {}
    Ok(())
}

fn run(order: &Order, given: Option<OwnedFd>, mut command: Command) -> io::Result<i32> {
    let stdin = match &order.stdin {
        Some(path) => Stdio::from(File::open(OsStr::from_bytes(path))?),
        None => given.map_or_else(Stdio::null, Stdio::from),
    };
    let here = std::env::current_dir()?;
    put_on(&order.policy, order.uid)?;
    command.stdin(stdin).current_dir(here);
    if !order.policy.has(Layer::Pid) {
        return Err(command.exec());
    }
    // The program reads nothing of this process in its `/proc`, nor writes to its memory.
    set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    let child = command.process_group(0).spawn()?;
    // Whoever is at the other end of its standard input is to notice its end.
    drop(command);
    let pid = Pid::from_child(&child);
    loop {
        match wait(WaitOptions::empty()) {
            Ok(Some((ended, status))) if ended == pid => return Ok(status.as_raw()),
            Ok(_) | Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// In this order: the file tree needs rights that are given up after it, folders are opened before a user change closes
/// them, and the list of calls comes last, since all before needs some of them.
fn put_on(policy: &Policy, uid: Option<u32>) -> io::Result<()> {
    let step = |name: &'static str| move |error: io::Error| io::Error::other(format!("{name}: {error}"));
    if policy.has(Layer::Mount) {
        view::enter(policy).map_err(step("the file tree"))?;
    }
    set_no_new_privs(true)?;
    let ruleset = policy.has(Layer::Landlock).then(|| landlock::prepare(policy)).transpose()?;
    let filters = policy.has(Layer::Seccomp).then(|| seccomp::prepare(policy)).transpose()?;
    if let Some(most) = process_limit(policy, uid, policy.processes) {
        // Best effort, as all limits.
        let _ = setrlimit(Resource::Nproc, Rlimit { current: Some(most), maximum: Some(most) });
    }
    match uid {
        Some(uid) => become_user(uid).map_err(step("the job's user"))?,
        None => drop_capabilities().map_err(step("capabilities"))?,
    }
    // A change of user would clear it.
    set_parent_process_death_signal(Some(Signal::KILL))?;
    if let Some(ruleset) = ruleset {
        landlock::enforce(ruleset).map_err(step("landlock"))?;
    }
    if let Some(filters) = filters {
        seccomp::enforce(&filters).map_err(step("seccomp"))?;
    }
    Ok(())
}

fn become_user(uid: u32) -> io::Result<()> {
    let (user, group) = (Uid::from_raw(uid), Gid::from_raw(uid));
    setgroups(&[])?;
    setresgid(group, group, group)?;
    setresuid(user, user, user)?;
    Ok(())
}

/// Root without capabilities, and without a way to get them back, is a user like others.
fn drop_capabilities() -> io::Result<()> {
    let none = CapabilitySet::empty();
    clear_ambient_capability_set()?;
    set_capabilities(None, CapabilitySets { effective: none, permitted: none, inheritable: none })?;
    Ok(())
}

/// What the kernel holds a program to that may have `most` processes, where it counts those of the job alone. The
/// supervisor counts and names the excess; this holds while it looks away.
pub(super) fn process_limit(policy: &Policy, uid: Option<u32>, most: u32) -> Option<u64> {
    let alone = uid.is_some() || (policy.has(Layer::Pid) && !getuid().is_root() && counts_by_namespace());
    alone.then(|| u64::from(most).saturating_mul(2).max(u64::from(most) + 32))
}

/// From Linux 5.14 on, processes are counted for each user namespace by itself.
fn counts_by_namespace() -> bool {
    let name = rustix::system::uname();
    let release = name.release().to_string_lossy().into_owned();
    let mut numbers = release.split(['.', '-']).map_while(|part| part.parse::<u32>().ok());
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)) >= (5, 14)
}
