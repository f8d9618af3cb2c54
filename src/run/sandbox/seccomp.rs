//! seccomp: which system calls can be made. A deny-list, since what Python and its libraries need is not known before.

use std::collections::BTreeMap;
use std::io;

use libc::{
    AF_INET, AF_INET6, AF_UNIX, CLONE_NEWCGROUP, CLONE_NEWIPC, CLONE_NEWNET, CLONE_NEWNS, CLONE_NEWPID,
    CLONE_NEWUSER, CLONE_NEWUTS, CLONE_PARENT, EPERM,
};
use seccompiler::SeccompCmpOp::{Eq, MaskedEq, Ne};
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
    TargetArch, apply_filter,
};

use super::policy::Policy;
use crate::model::isolation::Layer;
use crate::model::limits::Network;

/// The bit that marks a call of the x32 interface, which would else go around the list.
const X32: i64 = 0x4000_0000;

/// Numbers that `libc` does not name on every Linux.
const F_SETOWN_EX: i32 = 15;
const FIOSETOWN: u64 = 0x8901;
const SIOCSPGRP: u64 = 0x8902;
const PRIO_USER: u64 = 2;
const IOPRIO_WHO_USER: u64 = 3;

/// Rules by the number of the call; no rule for a number means: always.
type Rules = BTreeMap<i64, Vec<SeccompRule>>;

/// Calls that a program has no honest use for, or that reach beyond itself.
const DENIED: &[i64] = &[
    // Into other processes.
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_pidfd_getfd,
    libc::SYS_process_madvise,
    libc::SYS_kcmp,
    // Around this list, or deep into the kernel.
    libc::SYS_io_uring_setup,
    libc::SYS_io_uring_enter,
    libc::SYS_io_uring_register,
    libc::SYS_bpf,
    libc::SYS_perf_event_open,
    libc::SYS_userfaultfd,
    libc::SYS_fanotify_init,
    libc::SYS_keyctl,
    libc::SYS_add_key,
    libc::SYS_request_key,
    // Another file tree, other namespaces.
    libc::SYS_mount,
    libc::SYS_umount2,
    libc::SYS_pivot_root,
    libc::SYS_chroot,
    libc::SYS_setns,
    libc::SYS_unshare,
    libc::SYS_fsopen,
    libc::SYS_fsmount,
    libc::SYS_fspick,
    libc::SYS_open_tree,
    libc::SYS_move_mount,
    libc::SYS_mount_setattr,
    libc::SYS_open_by_handle_at,
    libc::SYS_name_to_handle_at,
    libc::SYS_quotactl,
    // The machine.
    libc::SYS_kexec_load,
    libc::SYS_init_module,
    libc::SYS_finit_module,
    libc::SYS_delete_module,
    libc::SYS_reboot,
    libc::SYS_swapon,
    libc::SYS_swapoff,
    libc::SYS_sethostname,
    libc::SYS_setdomainname,
    libc::SYS_settimeofday,
    libc::SYS_clock_settime,
    libc::SYS_adjtimex,
    libc::SYS_clock_adjtime,
    libc::SYS_acct,
    libc::SYS_syslog,
    libc::SYS_vhangup,
    // Memory that is counted nowhere, and objects that outlive the job.
    libc::SYS_memfd_create,
    libc::SYS_memfd_secret,
    libc::SYS_shmget,
    libc::SYS_semget,
    libc::SYS_msgget,
    libc::SYS_mq_open,
];

#[cfg(target_arch = "x86_64")]
const DENIED_HERE: &[i64] = &[
    libc::SYS_kexec_file_load,
    libc::SYS_modify_ldt,
    libc::SYS_iopl,
    libc::SYS_ioperm,
    libc::SYS_uselib,
    // The x32 numbers of ptrace and process_vm_*.
    X32 | 521,
    X32 | 539,
    X32 | 540,
];
#[cfg(not(target_arch = "x86_64"))]
const DENIED_HERE: &[i64] = &[];

/// Attributes of files, which Landlock does not govern.
const ATTRIBUTES: &[i64] = &[
    libc::SYS_fchmod,
    libc::SYS_fchmodat,
    libc::SYS_fchmodat2,
    libc::SYS_fchown,
    libc::SYS_fchownat,
    libc::SYS_utimensat,
    libc::SYS_setxattr,
    libc::SYS_lsetxattr,
    libc::SYS_fsetxattr,
    libc::SYS_removexattr,
    libc::SYS_lremovexattr,
    libc::SYS_fremovexattr,
];

#[cfg(target_arch = "x86_64")]
const ATTRIBUTES_HERE: &[i64] = &[
    libc::SYS_chmod,
    libc::SYS_chown,
    libc::SYS_lchown,
    libc::SYS_utime,
    libc::SYS_utimes,
    libc::SYS_futimesat,
];
#[cfg(not(target_arch = "x86_64"))]
const ATTRIBUTES_HERE: &[i64] = &[];

/// The filters for `policy`, ready to be applied in any order.
pub(super) fn prepare(policy: &Policy) -> io::Result<Vec<BpfProgram>> {
    let mut filters = vec![
        program(denied(policy)?, SeccompAction::Errno(EPERM.cast_unsigned()))?,
        // Its flags lie behind a pointer, where no filter sees them; libraries fall back to `clone`.
        program(always(&[libc::SYS_clone3]), SeccompAction::Errno(libc::ENOSYS.cast_unsigned()))?,
    ];
    // Without a file tree or user of its own a job could change attributes of files that are not its own. Honest
    // programs (`shutil.copy`) need such calls to seem to work.
    if !policy.has(Layer::Mount) && !policy.has(Layer::Uid) {
        let rules = always(&[ATTRIBUTES, ATTRIBUTES_HERE].concat());
        filters.push(program(rules, SeccompAction::Errno(0))?);
    }
    Ok(filters)
}

/// Applies the filters to this process and all that it will start.
pub(super) fn enforce(filters: &[BpfProgram]) -> io::Result<()> {
    filters.iter().try_for_each(|filter| apply_filter(filter).map_err(io::Error::other))
}

fn denied(policy: &Policy) -> io::Result<Rules> {
    let mut rules = always(&[DENIED, DENIED_HERE].concat());
    add(&mut rules, libc::SYS_socket, vec![of_other_families(policy.network)?]);
    // Namespaces, and children for whoever started the program.
    let spaces = [
        CLONE_NEWUSER,
        CLONE_NEWPID,
        CLONE_NEWNET,
        CLONE_NEWNS,
        CLONE_NEWIPC,
        CLONE_NEWUTS,
        CLONE_NEWCGROUP,
        CLONE_PARENT,
    ];
    let spaces = spaces.map(|flag| {
        let flag = u64::from(flag.cast_unsigned());
        rule([condition(0, MaskedEq(flag), flag)?])
    });
    add(&mut rules, libc::SYS_clone, spaces.into_iter().collect::<io::Result<_>>()?);
    // Devices.
    let device = |argument, kind: u32| {
        rule([condition(argument, MaskedEq(u64::from(libc::S_IFMT)), u64::from(kind))?])
    };
    add(&mut rules, libc::SYS_mknodat, vec![device(2, libc::S_IFCHR)?, device(2, libc::S_IFBLK)?]);
    #[cfg(target_arch = "x86_64")]
    add(&mut rules, libc::SYS_mknod, vec![device(1, libc::S_IFCHR)?, device(1, libc::S_IFBLK)?]);
    // Limits of others, and typing into the user's terminal.
    add(&mut rules, libc::SYS_prlimit64, vec![rule([condition(0, Ne, 0)?])?]);
    let controls = [libc::TIOCSTI, FIOSETOWN, SIOCSPGRP].map(|request| rule([condition(1, Eq, request)?]));
    add(&mut rules, libc::SYS_ioctl, controls.into_iter().collect::<io::Result<_>>()?);
    // A descriptor's owner is sent a signal of anybody's choice.
    let owners = [libc::F_SETOWN, F_SETOWN_EX]
        .map(|command| rule([condition(1, Eq, u64::from(command.cast_unsigned()))?]));
    add(&mut rules, libc::SYS_fcntl, owners.into_iter().collect::<io::Result<_>>()?);
    signals(&mut rules, policy)?;
    Ok(rules)
}

/// No signals to all at once, nor to those that watch over the job. In a process space of its own they have no numbers.
fn signals(rules: &mut Rules, policy: &Policy) -> io::Result<()> {
    let is = |pid: i32| rule([condition(0, Eq, u64::from(pid.cast_unsigned()))?]);
    let mut protected = if policy.has(Layer::Pid) { Vec::new() } else { policy.protected.clone() };
    if policy.fork_server {
        // This process becomes it, or starts it as the second process of the process space.
        protected.push(if policy.has(Layer::Pid) { 2 } else { std::process::id().cast_signed() });
    }
    let mut targets = vec![is(-1)?];
    for pid in &protected {
        targets.push(is(*pid)?);
        targets.push(is(-pid)?);
    }
    add(rules, libc::SYS_kill, targets);
    if !protected.is_empty() {
        let single = protected.iter().map(|pid| is(*pid)).collect::<io::Result<Vec<_>>>()?;
        let calls = [
            libc::SYS_tgkill,
            libc::SYS_tkill,
            libc::SYS_rt_sigqueueinfo,
            libc::SYS_rt_tgsigqueueinfo,
            libc::SYS_pidfd_open,
        ];
        for call in calls {
            add(rules, call, single.clone());
        }
        priorities(rules, &protected)?;
    }
    Ok(())
}

/// Nor slow them down, one by one or with all of the same user.
fn priorities(rules: &mut Rules, protected: &[i32]) -> io::Result<()> {
    for (call, user) in [(libc::SYS_setpriority, PRIO_USER), (libc::SYS_ioprio_set, IOPRIO_WHO_USER)] {
        let one = |pid: &i32| rule([condition(1, Eq, u64::from(pid.cast_unsigned()))?]);
        let mut targets = protected.iter().map(one).collect::<io::Result<Vec<_>>>()?;
        targets.push(rule([condition(0, Eq, user)?])?);
        add(rules, call, targets);
    }
    let calls = [
        (libc::SYS_sched_setaffinity, 0),
        (libc::SYS_sched_setscheduler, 0),
        (libc::SYS_sched_setparam, 0),
        (libc::SYS_sched_setattr, 0),
    ];
    for (call, argument) in calls {
        let of = |pid: &i32| rule([condition(argument, Eq, u64::from(pid.cast_unsigned()))?]);
        add(rules, call, protected.iter().map(of).collect::<io::Result<_>>()?);
    }
    Ok(())
}

/// Unix sockets stay: asyncio and multiprocessing need them.
fn of_other_families(network: Network) -> io::Result<SeccompRule> {
    let allowed: &[i32] = match network {
        Network::None => &[AF_UNIX],
        Network::Loopback => &[AF_UNIX, AF_INET, AF_INET6],
    };
    let conditions = allowed.iter().map(|family| condition(0, Ne, u64::from(family.cast_unsigned())));
    SeccompRule::new(conditions.collect::<io::Result<_>>()?).map_err(io::Error::other)
}

fn always(calls: &[i64]) -> Rules {
    let mut rules = Rules::new();
    for &call in calls {
        add(&mut rules, call, Vec::new());
    }
    rules
}

fn add(rules: &mut Rules, call: i64, wanted: Vec<SeccompRule>) {
    if cfg!(target_arch = "x86_64") {
        rules.insert(call | X32, wanted.clone());
    }
    rules.insert(call, wanted);
}

fn condition(argument: u8, operator: SeccompCmpOp, value: u64) -> io::Result<SeccompCondition> {
    SeccompCondition::new(argument, SeccompCmpArgLen::Dword, operator, value).map_err(io::Error::other)
}

fn rule<const N: usize>(conditions: [SeccompCondition; N]) -> io::Result<SeccompRule> {
    SeccompRule::new(conditions.into()).map_err(io::Error::other)
}

fn program(rules: Rules, action: SeccompAction) -> io::Result<BpfProgram> {
    let arch = TargetArch::try_from(std::env::consts::ARCH).map_err(io::Error::other)?;
    let filter = SeccompFilter::new(rules, SeccompAction::Allow, action, arch).map_err(io::Error::other)?;
    filter.try_into().map_err(io::Error::other)
}
