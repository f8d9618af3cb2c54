//! Limits that the kernel holds: set on the supervisor, inherited by everything that it starts.

use rustix::process::{Resource, Rlimit, setrlimit};

use super::message::Bounds;

/// Sets the limits of this process and all that it will start.
///
/// The address space is not limited: threads reserve far more than they use. The number of processes is limited by the
/// sandbox, where the kernel counts the job's alone.
pub(super) fn set(bounds: &Bounds) {
    let wanted = [
        (Resource::Core, 0, 0),
        (Resource::Fsize, bounds.file_size, 0),
        (Resource::Nofile, bounds.open_files, 0),
        (Resource::Data, bounds.data(), 0),
        // A second between the signal that says what was used up and the one that nobody survives.
        (Resource::Cpu, bounds.cpu_seconds, 1),
    ];
    for (resource, limit, room) in wanted {
        lower(resource, limit, limit.saturating_add(room));
    }
}

/// Limits are best effort here: a system that refuses one still has the deadline.
fn lower(resource: Resource, soft: u64, hard: u64) {
    let most = rustix::process::getrlimit(resource).maximum;
    let within = |limit: u64| Some(most.map_or(limit, |most| most.min(limit)));
    let _ = setrlimit(resource, Rlimit { current: within(soft), maximum: within(hard) });
}
