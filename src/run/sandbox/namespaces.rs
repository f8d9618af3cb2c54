//! Namespaces: processes, a file tree and a network of the job's own.
//!
//! Entered by a stage of its own: the supervisor stays outside, to watch and to end, and a process whose children are
//! in another process space cannot start threads. As root the kernel allows it; others make a user namespace first, in
//! which they may.

use std::fs::OpenOptions;
use std::io::{self, Write};

use nix::sched::{CloneFlags, unshare};
use rustix::net::{AddressFamily, RecvFlags, SendFlags, SocketFlags, SocketType, recv, send, socket_with};
use rustix::process::{getgid, getuid};
use rustix::thread::{CapabilitySet, capabilities, configure_capability_in_ambient_set, set_capabilities};

/// Enters new namespaces. The process must have one thread only; children see the process space, this process does not.
pub(super) fn enter() -> io::Result<()> {
    let spaces = CloneFlags::CLONE_NEWPID | CloneFlags::CLONE_NEWIPC | CloneFlags::CLONE_NEWNET;
    if getuid().is_root() {
        unshare(spaces)?;
    } else {
        let (uid, gid) = (getuid().as_raw(), getgid().as_raw());
        unshare(spaces | CloneFlags::CLONE_NEWUSER)?;
        tell("/proc/self/setgroups", "deny")?;
        tell("/proc/self/uid_map", &format!("{uid} {uid} 1"))?;
        tell("/proc/self/gid_map", &format!("{gid} {gid} 1"))?;
        keep_mounting()?;
    }
    loopback_up()?;
    // A port is free at once when its last connection has ended: a warm worker's next job may want the same one. Best
    // effort, as older kernels have no such setting for one network.
    let _ = tell("/proc/sys/net/ipv4/tcp_max_tw_buckets", "0");
    Ok(())
}

/// The stage that this process starts is to make the file tree; a program start would else lose the right to.
fn keep_mounting() -> io::Result<()> {
    let mut sets = capabilities(None)?;
    sets.inheritable |= CapabilitySet::SYS_ADMIN;
    set_capabilities(None, sets)?;
    configure_capability_in_ambient_set(CapabilitySet::SYS_ADMIN, true)?;
    Ok(())
}

fn tell(file: &str, text: &str) -> io::Result<()> {
    OpenOptions::new().write(true).open(file)?.write_all(text.as_bytes())
}

/// Brings the interface `lo` up: the kernel is asked by a netlink message, `RTM_NEWLINK` for interface 1 with `IFF_UP`.
fn loopback_up() -> io::Result<()> {
    const RTM_NEWLINK: u16 = 16;
    const REQUEST_AND_ACKNOWLEDGE: u16 = 1 | 4;
    const UP: u32 = 1;
    const LENGTH: u32 = 32;
    let mut message = Vec::new();
    message.extend(LENGTH.to_ne_bytes());
    message.extend(RTM_NEWLINK.to_ne_bytes());
    message.extend(REQUEST_AND_ACKNOWLEDGE.to_ne_bytes());
    // Sequence number, sender; family and type of the interface; its index, flags, and which flags change.
    for word in [1, 0, 0, 1, UP, UP] {
        message.extend(u32::to_ne_bytes(word));
    }
    let socket = socket_with(AddressFamily::NETLINK, SocketType::RAW, SocketFlags::CLOEXEC, None)?;
    send(&socket, &message, SendFlags::empty())?;
    let mut answer = [0; 64];
    let (_, length) = recv(&socket, &mut answer, RecvFlags::empty())?;
    // An acknowledgement holds an error number after its header: 0 is success.
    match answer.get(16..20).filter(|_| length >= 20).and_then(|bytes| bytes.try_into().ok()) {
        Some(bytes) if i32::from_ne_bytes(bytes) == 0 => Ok(()),
        Some(bytes) => Err(io::Error::from_raw_os_error(-i32::from_ne_bytes(bytes))),
        None => Err(io::Error::other("the kernel's answer on the loopback interface is too short")),
    }
}
