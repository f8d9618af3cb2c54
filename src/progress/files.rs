//! Reading the learner's files with a bound, and the hash that stands for them.

use std::fmt;
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::Path;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::sight::Sight;
use crate::model::exercise::Exercise;
use crate::model::limits::ByteSize;

/// The largest file that is hashed and kept: larger ones are no exercise's.
pub const MAX_FILE: ByteSize = ByteSize::mib(1);

/// blake3 of an exercise's files: their paths, lengths and bytes, in the order of the paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FilesHash(pub(super) Digest);

impl fmt::Display for FilesHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// A blake3 hash, written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Digest(blake3::Hash);

impl Digest {
    /// The hash of some bytes.
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self(blake3::hash(bytes))
    }

    /// Reads what `Display` writes.
    pub(super) fn from_hex(hex: &[u8]) -> Option<Self> {
        blake3::Hash::from_hex(hex).ok().map(Self)
    }

    /// Its 32 bytes.
    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// Hashes a list of byte strings.
pub(super) struct Parts(blake3::Hasher);

impl Parts {
    /// The empty list.
    pub(super) fn new() -> Self {
        Self(blake3::Hasher::new())
    }

    /// One more. Its length goes first, so that no two lists give the same bytes.
    pub(super) fn add(&mut self, part: &[u8]) {
        self.0.update(&(part.len() as u64).to_le_bytes());
        self.0.update(part);
    }

    /// The hash of the list.
    pub(super) fn finish(&self) -> Digest {
        Digest(self.0.finalize())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_hex())
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.to_hex())
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let hex = String::deserialize(deserializer)?;
        blake3::Hash::from_hex(hex).map(Self).map_err(serde::de::Error::custom)
    }
}

/// The hash of the learner's files of an exercise as they are now; `None` when one of them is missing, is no regular
/// file or is larger than [`MAX_FILE`].
///
/// Who records a verdict takes this hash before the files are staged and again after they were judged, and records
/// `None` when the two differ: then the learner saved meanwhile, and nobody knows which bytes were judged.
pub fn hash_files(exercise: &Exercise) -> Option<FilesHash> {
    Sight::of(exercise).hash()
}

/// The bytes of a regular file of at most [`MAX_FILE`]; `None` for anything else.
pub(super) fn read_bounded(path: &Path) -> Option<Vec<u8>> {
    read_regular(path, MAX_FILE).map(|(content, _)| content)
}

/// The bytes of a regular file of at most `most` bytes, and what the file system said of it before they were read;
/// `None` for anything else. Never waits: a pipe is not opened.
pub(super) fn read_regular(path: &Path, most: ByteSize) -> Option<(Vec<u8>, Metadata)> {
    let metadata = fs::symlink_metadata(path).ok()?;
    if !metadata.is_file() || metadata.len() > most.0 {
        return None;
    }
    let content = read_about(&File::open(path).ok()?, metadata.len(), most.0 + 1).ok()?;
    (content.len() as u64 <= most.0).then_some((content, metadata))
}

/// Reads a file that had `size` bytes a moment ago, up to `most` bytes. When it still has them, that takes one call.
pub(super) fn read_about(mut file: &File, size: u64, most: u64) -> io::Result<Vec<u8>> {
    let size = usize::try_from(size.min(most)).unwrap_or(usize::MAX - 1);
    let mut content = vec![0; size + 1];
    let first = file.read(&mut content)?;
    content.truncate(first);
    if first != size {
        // It has grown, or shrunk, or was interrupted.
        file.take(most.saturating_sub(first as u64)).read_to_end(&mut content)?;
    }
    Ok(content)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "files of a test need not be replaced in one step")]
mod tests {
    use super::*;
    use crate::progress::testing::exercise_at;

    #[test]
    fn the_hash_follows_names_and_bytes_and_not_the_order_of_the_list() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.py"), "one").unwrap();
        fs::write(folder.path().join("b.py"), "two").unwrap();
        let hash = |edit: &[&str]| hash_files(&exercise_at("e", folder.path(), edit));
        let both = hash(&["a.py", "b.py"]).unwrap();
        assert_eq!(hash(&["b.py", "a.py"]), Some(both));
        assert_ne!(hash(&["a.py"]), Some(both));
        fs::write(folder.path().join("a.py"), "onet").unwrap();
        fs::write(folder.path().join("b.py"), "wo").unwrap();
        assert_ne!(hash(&["a.py", "b.py"]), Some(both), "bytes must not slide from file to file");
    }

    #[test]
    fn what_is_missing_large_or_no_file_has_no_hash() {
        let folder = tempfile::tempdir().unwrap();
        let hash = |name: &str| hash_files(&exercise_at("e", folder.path(), &[name]));
        assert_eq!(hash("missing.py"), None);
        fs::create_dir(folder.path().join("folder.py")).unwrap();
        assert_eq!(hash("folder.py"), None);
        let limit = usize::try_from(MAX_FILE.0).unwrap();
        fs::write(folder.path().join("full.py"), vec![b'x'; limit]).unwrap();
        assert!(hash("full.py").is_some());
        fs::write(folder.path().join("large.py"), vec![b'x'; limit + 1]).unwrap();
        assert_eq!(hash("large.py"), None);
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("full.py", folder.path().join("link.py")).unwrap();
            assert_eq!(hash("link.py"), None);
        }
    }

    #[test]
    fn a_hash_survives_json() {
        let folder = tempfile::tempdir().unwrap();
        let hash = hash_files(&exercise_at("e", folder.path(), &[])).unwrap();
        let json = serde_json::to_string(&hash).unwrap();
        assert_eq!(json.len(), 66);
        assert_eq!(serde_json::from_str::<FilesHash>(&json).unwrap(), hash);
        assert!(serde_json::from_str::<FilesHash>("\"12\"").is_err());
    }
}
