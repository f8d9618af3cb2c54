//! What every job may read: the system's programs and libraries, and its Python.

use std::path::{Path, PathBuf};

/// The system's own folders and files, on any Linux: what is not there is left out.
const SYSTEM: &[&str] = &[
    "/usr",
    "/bin",
    "/sbin",
    "/lib",
    "/lib32",
    "/lib64",
    "/libx32",
    // NixOS and Guix keep programs and libraries there.
    "/nix/store",
    "/gnu/store",
    "/run/current-system/sw",
    "/sys/devices/system/cpu",
    "/etc/alternatives",
    "/etc/group",
    "/etc/gitconfig",
    "/etc/host.conf",
    "/etc/hosts",
    "/etc/inputrc",
    "/etc/ld.so.cache",
    "/etc/ld.so.conf",
    "/etc/ld.so.conf.d",
    "/etc/ld.so.preload",
    "/etc/locale.alias",
    "/etc/localtime",
    "/etc/mime.types",
    "/etc/nginx",
    "/etc/nsswitch.conf",
    "/etc/passwd",
    "/etc/pki/tls",
    "/etc/protocols",
    "/etc/services",
    "/etc/ssl/certs",
    "/etc/ssl/openssl.cnf",
    "/etc/terminfo",
    "/etc/timezone",
];

/// The system's folders.
pub(super) fn system() -> impl Iterator<Item = PathBuf> {
    SYSTEM.iter().map(PathBuf::from)
}

/// The folders of an environment's Python: the environment, and the installation that it was made from. `private` are
/// folders that must stay closed: an installation that holds one of them is opened in parts.
pub(super) fn python(python: &Path, private: &[PathBuf]) -> Vec<PathBuf> {
    let prefix = |program: &Path| program.parent().and_then(Path::parent).map(Path::to_path_buf);
    let mut folders: Vec<PathBuf> = prefix(python).into_iter().collect();
    // The link may lead over others: each may lie in a folder of its own.
    let mut program = python.to_path_buf();
    for _ in 0..10 {
        let Ok(target) = std::fs::read_link(&program) else { break };
        program = program.parent().unwrap_or(Path::new("/")).join(target);
        folders.extend(prefix(&program));
    }
    folders.extend(python.canonicalize().ok().as_deref().and_then(prefix));
    folders.into_iter().flat_map(|folder| parts(folder, private)).collect()
}

/// The folder, or only what an installation has in it.
fn parts(folder: PathBuf, private: &[PathBuf]) -> Vec<PathBuf> {
    if folder != Path::new("/") && !private.iter().any(|closed| closed.starts_with(&folder)) {
        return vec![folder];
    }
    ["bin", "lib", "lib64", "include", "share/zoneinfo", "pyvenv.cfg"].map(|part| folder.join(part)).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_installation_around_the_home_folder_is_opened_in_parts() {
        let home = PathBuf::from("/home/ada");
        assert_eq!(parts("/opt/python".into(), std::slice::from_ref(&home)), [Path::new("/opt/python")]);
        let opened = parts(home.clone(), std::slice::from_ref(&home));
        assert!(opened.contains(&home.join("lib")) && !opened.contains(&home), "{opened:?}");
        assert!(
            !parts("/home".into(), std::slice::from_ref(&home)).iter().any(|part| home.starts_with(part))
        );
    }
}
