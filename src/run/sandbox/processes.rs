//! A `/proc` of the job's own: what libraries read there of themselves and of the machine's size, and of no process but
//! the job's own.
//!
//! Made for the job's process space, read-only, and of the kernel's own files with those alone that honest programs read.
//! Processes that the job may not trace (the sandbox's first process, the fork server) are not there.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rustix::mount::{MountFlags, UnmountFlags, mount, mount_bind, unmount};

/// Where programs look for it.
pub(super) const PLACE: &str = "/proc";

/// What is shown beside processes: how large the machine is and how busy, which kernel it has, and links to what is the
/// reader's own. A list of what is hidden would not know what the next kernel brings.
const SHOWN: [&str; 16] = [
    "cpuinfo",
    "devices",
    "filesystems",
    "loadavg",
    "meminfo",
    "mounts",
    "net",
    "self",
    "stat",
    "swaps",
    "sys",
    "thread-self",
    "uptime",
    "version",
    "vmstat",
    "cgroups",
];

/// Makes it in this process's file tree, which may be changed still. Where that cannot be done there is none.
pub(super) fn show() -> io::Result<()> {
    fs::create_dir(PLACE)?;
    if make().is_err() {
        let _ = unmount(PLACE, UnmountFlags::DETACH);
        fs::remove_dir(PLACE)?;
    }
    Ok(())
}

fn make() -> io::Result<()> {
    let flags = MountFlags::NOSUID | MountFlags::NODEV | MountFlags::NOEXEC | MountFlags::RDONLY;
    mount("proc", PLACE, "proc", flags, Some(c"hidepid=ptraceable"))?;
    let mut empty = None;
    for entry in fs::read_dir(PLACE)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_process = name.bytes().all(|byte| byte.is_ascii_digit());
        if !is_process && !SHOWN.contains(&name.as_ref()) {
            hide(&entry.path(), entry.file_type()?, &mut empty)?;
        }
    }
    Ok(())
}

/// Puts nothing in its place. `empty` is a folder with nothing in it, once there is one.
fn hide(path: &Path, kind: fs::FileType, empty: &mut Option<PathBuf>) -> io::Result<()> {
    let plain = MountFlags::NOSUID | MountFlags::NODEV | MountFlags::NOEXEC | MountFlags::RDONLY;
    match (kind.is_dir(), &empty) {
        (true, Some(empty)) => mount_bind(empty, path)?,
        (true, None) => {
            mount("tmpfs", path, "tmpfs", plain, Some(c"size=4k,mode=555"))?;
            *empty = Some(path.to_path_buf());
        }
        (false, _) if kind.is_file() => mount_bind("/dev/null", path)?,
        // A link leads to what is shown or hidden by itself.
        (false, _) => {}
    }
    Ok(())
}
