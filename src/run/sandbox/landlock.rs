//! Landlock: which files can be opened, whom signals and abstract sockets reach.
//!
//! Best effort: every right that the kernel knows is handled; what an older one lacks is left to other layers.

use std::io;
use std::path::Path;

use landlock::{
    ABI, Access, AccessFs, AccessNet, BitFlags, CompatLevel, Compatible, PathBeneath, PathFd,
    RestrictionStatus, Ruleset, RulesetAttr, RulesetCreated, RulesetCreatedAttr, RulesetStatus, Scope,
};

use super::policy::Policy;
use super::processes;
use crate::model::isolation::Layer;
use crate::model::limits::Network;

/// The newest set of rights that is asked for.
const NEWEST: ABI = ABI::V6;

/// Devices that every program may use.
pub(super) const DEVICES: [&str; 5] = ["/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"];

/// Memory files, where Python puts shared memory and semaphores.
pub(super) const SHARED_MEMORY: &str = "/dev/shm";

/// A ruleset for `policy`, with every folder opened already: it can be enforced after rights were given up.
pub(super) fn prepare(policy: &Policy) -> io::Result<RulesetCreated> {
    let mut ruleset = Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(NEWEST))
        .and_then(|ruleset| ruleset.scope(Scope::from_all(NEWEST)))
        .map_err(io::Error::other)?;
    if policy.network == Network::None {
        ruleset = ruleset.handle_access(AccessNet::from_all(NEWEST)).map_err(io::Error::other)?;
    }
    let mut created = ruleset.create().map_err(io::Error::other)?;
    let reading = AccessFs::from_read(NEWEST);
    // Devices are nobody's to make.
    let changing = AccessFs::from_all(NEWEST) & !(AccessFs::MakeChar | AccessFs::MakeBlock);
    for path in &policy.read_only {
        created = allow(created, path, reading)?;
    }
    for path in &policy.read_write {
        created = allow(created, path, changing)?;
    }
    if policy.shows_processes() {
        created = allow(created, Path::new(processes::PLACE), reading & !AccessFs::Execute)?;
    }
    for device in DEVICES {
        created = allow(created, Path::new(device), AccessFs::ReadFile | AccessFs::WriteFile)?;
    }
    allow(created, Path::new(SHARED_MEMORY), changing & !AccessFs::Execute)
}

fn allow(created: RulesetCreated, path: &Path, rights: BitFlags<AccessFs>) -> io::Result<RulesetCreated> {
    let Ok(file) = PathFd::new(path) else { return Ok(created) };
    let rights = if path.is_dir() { rights } else { rights & AccessFs::from_file(NEWEST) };
    created.add_rule(PathBeneath::new(file, rights)).map_err(io::Error::other)
}

/// Enforces the ruleset on this process and all that it will start.
pub(super) fn enforce(ruleset: RulesetCreated) -> io::Result<()> {
    let RestrictionStatus { ruleset: status, .. } = ruleset.restrict_self().map_err(io::Error::other)?;
    if status == RulesetStatus::NotEnforced {
        return Err(io::Error::other(format!("{}: the kernel does not have it", Layer::Landlock)));
    }
    Ok(())
}
