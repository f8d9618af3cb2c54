//! Limits that the kernel holds: set on the supervisor, inherited by everything that it starts.

use rustix::process::{Resource, Rlimit, setrlimit};

use crate::model::limits::ByteSize;

/// The largest file that a job may write.
const FILE_SIZE: ByteSize = ByteSize::mib(64);

/// Open files of a process.
const OPEN_FILES: u64 = 512;

/// Sets the limits of this process and all that it will start.
///
/// The address space is not limited: threads reserve far more than they use. The number of processes is not either:
/// the kernel counts all of the user's, not the job's.
pub(crate) fn set(memory: u64, time_ms: u64) {
    // A second more than the wall time for each of a few cores: the deadline speaks first, this only stops a runaway.
    let cpu_seconds = time_ms.div_ceil(1000).saturating_mul(8) + 1;
    let wanted = [
        (Resource::Core, 0),
        (Resource::Fsize, FILE_SIZE.0),
        (Resource::Nofile, OPEN_FILES),
        (Resource::Data, memory),
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
