//! Limits that the kernel holds: set on the supervisor, inherited by everything that it starts.

use rustix::process::{Resource, Rlimit, setrlimit};

use super::message::Bounds;

/// Sets the limits of this process and all that it will start.
///
/// The address space is not limited: threads reserve far more than they use. The number of processes is limited by the
/// sandbox, where the kernel counts the job's alone.
pub(super) fn set(bounds: &Bounds) {
    let wanted = [
        (Resource::Core, 0),
        (Resource::Fsize, bounds.file_size),
        (Resource::Nofile, bounds.open_files),
        (Resource::Data, bounds.data()),
        (Resource::Cpu, bounds.cpu_seconds),
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
