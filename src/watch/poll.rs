//! Looking at files again and again, where the system does not tell of changes: network mounts, shared folders of
//! virtual machines.
//!
//! notify's own poller compares whole seconds, and two saves within one would be one; here times count in full, with the
//! size and, on Unix, the file's number.

use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(400);

/// A look may take at most this part of the time: on a slow mount they become rarer.
const SHARE: u32 = 5;

/// What a change shows in.
type Mark = Option<(SystemTime, u64, u64)>;

/// The files that are looked at, and how they were.
pub(super) struct Poll {
    root: PathBuf,
    files: Vec<(PathBuf, Mark)>,
}

impl Poll {
    /// Looks at the files, paths below `root`, for the first time.
    pub(super) fn start(root: &Path, files: &[PathBuf]) -> Self {
        let files = files.iter().map(|file| (file.clone(), mark(&root.join(file)))).collect();
        Self { root: root.to_path_buf(), files }
    }

    /// Looks again: the files that changed, and how long to wait before the next look.
    pub(super) fn look(&mut self) -> (Vec<PathBuf>, Duration) {
        let start = Instant::now();
        let mut changed = Vec::new();
        for (file, before) in &mut self.files {
            let now = mark(&self.root.join(&*file));
            if now != *before {
                *before = now;
                changed.push(file.clone());
            }
        }
        (changed, PAUSE.max(start.elapsed() * SHARE))
    }
}

fn mark(file: &Path) -> Mark {
    let metadata = std::fs::metadata(file).ok()?;
    Some((metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH), metadata.len(), number(&metadata)))
}

#[cfg(unix)]
fn number(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn number(_: &Metadata) -> u64 {
    0
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "files of a test need not be replaced in one step")]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn saves_renames_and_removals_are_seen_once() {
        let folder = tempfile::tempdir().unwrap();
        let (a, b) = (PathBuf::from("a.py"), PathBuf::from("b.py"));
        fs::write(folder.path().join(&a), "one").unwrap();
        let mut poll = Poll::start(folder.path(), &[a.clone(), b.clone()]);
        assert!(poll.look().0.is_empty());
        fs::write(folder.path().join(&b), "new").unwrap();
        assert_eq!(poll.look().0, std::slice::from_ref(&b));
        fs::write(folder.path().join("c"), "two").unwrap();
        fs::rename(folder.path().join("c"), folder.path().join(&a)).unwrap();
        assert_eq!(poll.look().0, std::slice::from_ref(&a));
        fs::remove_file(folder.path().join(&b)).unwrap();
        assert_eq!(poll.look().0, std::slice::from_ref(&b));
        let (none, pause) = poll.look();
        assert!(none.is_empty() && pause >= PAUSE);
    }
}
