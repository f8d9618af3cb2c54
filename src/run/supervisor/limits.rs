//! Limits that the kernel holds: set on the supervisor, inherited by everything that it starts.

use rustix::process::{Resource, Rlimit, setrlimit};

use crate::model::limits::{ByteSize, FILE_SIZE, OPEN_FILES};

/// Sets the limits of this process and all that it will start.
///
/// The address space is not limited: threads reserve far more than they use. The number of processes is limited by the
/// sandbox, where the kernel counts the job's alone.
///
/// Threads reserve their stacks as data, so there is room for those beside `memory`; what is really used is watched.
pub(crate) fn set(memory: u64, processes: u64, cpu_seconds: u64) {
    const STACK: ByteSize = ByteSize::mib(8);
    let data = memory.saturating_add(processes.saturating_mul(STACK.0));
    let wanted = [
        (Resource::Core, 0),
        (Resource::Fsize, FILE_SIZE.0),
        (Resource::Nofile, OPEN_FILES),
        (Resource::Data, data),
        (Resource::Cpu, cpu_seconds),
    ];
    for (resource, limit) in wanted {
        lower(resource, limit);
    }
}

/// Limits are best effort here: a system that refuses one still has the deadline.
fn lower(resource: Resource, limit: u64) {
    let hard = rustix::process::getrlimit(resource).maximum;
    let limit = hard.map_or(limit, |hard| hard.min(limit));
    let _ = setrlimit(resource, Rlimit { current: Some(limit), maximum: Some(limit) });
}
