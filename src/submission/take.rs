//! Takes one file out of a folder that nobody trusts: a regular file of bounded size, through real folders only.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Component, Path};

/// The largest file that is looked at, in bytes: one more than a job takes, so that the job says what is wrong.
pub(super) const MOST: u64 = 1024 * 1024 + 1;

/// What stands at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Taken {
    /// A regular file with this content, cut off after [`MOST`] bytes.
    File(Vec<u8>),
    /// Nothing.
    Missing,
    /// A symbolic link, or something below one.
    Link,
    /// Something else: a folder, a pipe, a file that cannot be read.
    Other,
}

/// What stands at `path` below `root`. Neither the file nor a folder on the way may be a symbolic link.
pub(super) fn take(root: &Path, path: &Path) -> Taken {
    let mut place = root.to_path_buf();
    for part in path.components() {
        let Component::Normal(part) = part else { return Taken::Other };
        place.push(part);
        match fs::symlink_metadata(&place) {
            Ok(meta) if meta.is_symlink() => return Taken::Link,
            Ok(_) => {}
            Err(error) if is_absent(&error) => return Taken::Missing,
            Err(_) => return Taken::Other,
        }
    }
    read(&place).unwrap_or(Taken::Other)
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

fn read(place: &Path) -> io::Result<Taken> {
    let file = open(place)?;
    if !file.metadata()?.is_file() {
        return Ok(Taken::Other);
    }
    let mut bytes = Vec::new();
    file.take(MOST).read_to_end(&mut bytes)?;
    Ok(Taken::File(bytes))
}

/// Opens without following a link that took the file's place, and without waiting for a pipe's other end.
#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
    OpenOptions::new().read(true).custom_flags(flags.bits().cast_signed()).open(path)
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).open(path)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn write(root: &Path, path: &str, bytes: &[u8]) {
        let mut file = File::create_new(root.join(path)).expect("a file");
        file.write_all(bytes).expect("written");
    }

    #[test]
    fn a_file_is_taken_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        fs::create_dir_all(root.join("a/b")).expect("folders");
        write(root, "a/b/x.py", b"x = 1\n");
        assert_eq!(take(root, Path::new("a/b/x.py")), Taken::File(b"x = 1\n".to_vec()));
        assert_eq!(take(root, Path::new("a/b/y.py")), Taken::Missing);
        assert_eq!(take(root, Path::new("a/b/x.py/z")), Taken::Missing);
        assert_eq!(take(root, Path::new("a/b")), Taken::Other);
        assert_eq!(take(root, Path::new("a/../a/b/x.py")), Taken::Other);
        write(root, "big", &vec![b'x'; 3 << 20]);
        let Taken::File(big) = take(root, Path::new("big")) else { panic!("it is a file") };
        assert_eq!(big.len() as u64, MOST);
    }

    #[cfg(unix)]
    #[test]
    fn no_link_is_followed() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        fs::create_dir_all(root.join("real")).expect("a folder");
        write(root, "real/x.py", b"secret");
        std::os::unix::fs::symlink("real", root.join("linked")).expect("a link");
        std::os::unix::fs::symlink("real/x.py", root.join("x.py")).expect("a link");
        assert_eq!(take(root, Path::new("x.py")), Taken::Link);
        assert_eq!(take(root, Path::new("linked/x.py")), Taken::Link);
    }
}
