//! A file tree of the job's own, in memory: the folders of its policy at their usual places, and nothing else.
//!
//! Needs the right to mount. Ancestors of a shown folder are empty folders that anybody may pass, so a Python below a
//! closed home folder works for another user too.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Component, Path, PathBuf};

use nix::sched::{CloneFlags, unshare};
use rustix::fs::StatVfsMountFlags;
use rustix::mount::{
    MountFlags, MountPropagationFlags, UnmountFlags, mount, mount_bind_recursive, mount_change,
    mount_remount, unmount,
};
use rustix::process::pivot_root;

use super::landlock::{DEVICES, SHARED_MEMORY};
use super::policy::Policy;
use super::processes;

/// Where the new tree is put together, and where it has the old one for a moment.
const BASE: &str = "/tmp";
const OLD: &str = "/.prolings-old";

/// Replaces this process's file tree by the one of `policy`.
pub(super) fn enter(policy: &Policy) -> io::Result<()> {
    // What is there, seen while it is: links are made anew, what they lead to is mounted.
    let shown = Shown::of(policy);
    unshare(CloneFlags::CLONE_NEWNS)?;
    mount_change("/", MountPropagationFlags::PRIVATE | MountPropagationFlags::REC)?;
    let plain = MountFlags::NOSUID | MountFlags::NODEV;
    mount("tmpfs", BASE, "tmpfs", plain, Some(c"mode=755,size=1m"))?;
    let old = Path::new(BASE).join(&OLD[1..]);
    fs::create_dir(&old)?;
    pivot_root(BASE, &old)?;
    std::env::set_current_dir("/")?;
    for (path, writable) in &shown.mounts {
        show(path, *writable)?;
    }
    for device in DEVICES {
        show(Path::new(device), true)?;
    }
    for (link, target) in &shown.links {
        make_parents(link)?;
        // A link into a folder that is shown is there already.
        if let Err(error) = symlink(target, link)
            && error.kind() != io::ErrorKind::AlreadyExists
        {
            return Err(error);
        }
    }
    fs::create_dir_all(SHARED_MEMORY)?;
    let size = std::ffi::CString::new(format!("mode=1777,size={},nr_inodes=4096", policy.memory))?;
    mount("tmpfs", SHARED_MEMORY, "tmpfs", plain | MountFlags::NOEXEC, Some(size.as_c_str()))?;
    if policy.shows_processes() {
        // Before the old tree goes: the kernel allows it to those alone who see another one.
        processes::show()?;
    }
    unmount(OLD, UnmountFlags::DETACH)?;
    fs::remove_dir(OLD)?;
    mount_remount("/", MountFlags::BIND | MountFlags::RDONLY | plain, "")?;
    Ok(())
}

/// Mounts what the old tree has at `path` at the same place of the new one.
fn show(path: &Path, writable: bool) -> io::Result<()> {
    let Ok(relative) = path.strip_prefix("/") else {
        return Err(io::Error::other(format!("not an absolute path: {}", path.display())));
    };
    let source = Path::new(OLD).join(relative);
    let Ok(meta) = fs::metadata(&source) else { return Ok(()) };
    make_parents(path)?;
    if meta.is_dir() {
        if !path.exists() {
            fs::create_dir(path)?;
        }
    } else if !path.exists() {
        fs::File::create_new(path)?;
    }
    mount_bind_recursive(&source, path)?;
    if !writable {
        // Best effort: Landlock and permissions say the same.
        let flags = inherited(path)? | MountFlags::BIND | MountFlags::RDONLY | MountFlags::NOSUID;
        let _ = mount_remount(path, flags, "");
    }
    Ok(())
}

/// Flags that the mount has and that a user namespace may not take off.
fn inherited(path: &Path) -> io::Result<MountFlags> {
    let has = rustix::fs::statvfs(path)?.f_flag;
    let kept = [
        (StatVfsMountFlags::NODEV, MountFlags::NODEV),
        (StatVfsMountFlags::NOEXEC, MountFlags::NOEXEC),
        (StatVfsMountFlags::NOATIME, MountFlags::NOATIME),
        (StatVfsMountFlags::NODIRATIME, MountFlags::NODIRATIME),
        (StatVfsMountFlags::RELATIME, MountFlags::RELATIME),
    ];
    Ok(kept
        .into_iter()
        .filter(|(flag, _)| has.contains(*flag))
        .fold(MountFlags::empty(), |all, (_, flag)| all | flag))
}

fn make_parents(path: &Path) -> io::Result<()> {
    let Some(parent) = path.parent() else { return Ok(()) };
    if parent.is_dir() {
        return Ok(());
    }
    make_parents(parent)?;
    fs::create_dir(parent)?;
    // Whatever the user's umask: these folders hold nothing but ways.
    fs::set_permissions(parent, fs::Permissions::from_mode(0o755))
}

/// What a policy's paths come to: real folders and files to mount (and whether to write there), and the links on the
/// way to them.
struct Shown {
    mounts: Vec<(PathBuf, bool)>,
    links: BTreeSet<(PathBuf, PathBuf)>,
}

impl Shown {
    fn of(policy: &Policy) -> Self {
        let mut links = BTreeSet::new();
        let mut real = |paths: &[PathBuf]| -> BTreeSet<PathBuf> {
            paths.iter().filter_map(|path| follow(path, &mut links, 0)).collect()
        };
        let (read_only, own) =
            (real(&[policy.read_only.as_slice(), &policy.shown].concat()), real(&policy.read_write));
        // Sorted, so a folder comes before what it holds. What is below a shown folder is there already, but the job's
        // own folders are mounted again to be writable.
        let mut mounts: Vec<(PathBuf, bool)> = Vec::new();
        for path in read_only.into_iter().filter(|path| !own.contains(path)) {
            if !mounts.iter().any(|(shown, _)| path.starts_with(shown)) {
                mounts.push((path, false));
            }
        }
        mounts.extend(own.into_iter().map(|path| (path, true)));
        links.retain(|(link, _)| !mounts.iter().any(|(shown, _)| link.starts_with(shown)));
        Self { mounts, links }
    }
}

/// The real path, with every link on the way noted.
fn follow(path: &Path, links: &mut BTreeSet<(PathBuf, PathBuf)>, depth: usize) -> Option<PathBuf> {
    if depth > 40 {
        return None;
    }
    let mut real = PathBuf::from("/");
    let mut rest = path.components();
    while let Some(component) = rest.next() {
        match component {
            Component::Normal(name) => real.push(name),
            Component::ParentDir => {
                real.pop();
            }
            Component::RootDir | Component::CurDir | Component::Prefix(_) => continue,
        }
        let meta = fs::symlink_metadata(&real).ok()?;
        if meta.file_type().is_symlink() {
            let target = fs::read_link(&real).ok()?;
            let onward = real.parent().unwrap_or(Path::new("/")).join(&target).join(rest.as_path());
            links.insert((real, target));
            return follow(&onward, links, depth + 1);
        }
    }
    Some(real)
}
