//! What a confined program may do, as data. It travels from the grader to the stage that confines.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::model::isolation::Layer;
use crate::model::limits::{Limits, Network};

/// What a confined program, and everything that it starts, may do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// The layers to put on.
    pub layers: BTreeSet<Layer>,
    /// Folders that it may read and change: its own.
    #[serde(with = "paths")]
    pub read_write: Vec<PathBuf>,
    /// Folders and files that it may read and execute. What is not there is left out.
    #[serde(with = "paths")]
    pub read_only: Vec<PathBuf>,
    /// Folders that its file tree has although it may not open them: for trying Landlock out.
    #[serde(with = "paths")]
    pub shown: Vec<PathBuf>,
    /// Whether its file tree has a `/proc`, with its own processes alone.
    pub own_proc: bool,
    /// Whether it forks further programs for as long as it lives, so that these must not signal it.
    pub fork_server: bool,
    /// The network that it may use.
    pub network: Network,
    /// Bytes of memory files (`/dev/shm`), when it has its own.
    pub memory: u64,
    /// Processes and threads at once; the kernel holds it to somewhat more, where it counts the job's alone.
    pub processes: u32,
    /// Processes that it must not signal. The stages add themselves.
    pub protected: Vec<i32>,
}

impl Policy {
    /// A policy for a job with `limits`, whose own folders are `read_write`.
    pub fn new(
        layers: BTreeSet<Layer>,
        read_write: Vec<PathBuf>,
        read_only: Vec<PathBuf>,
        limits: &Limits,
    ) -> Self {
        Self {
            layers,
            read_write,
            read_only,
            shown: Vec::new(),
            own_proc: false,
            fork_server: false,
            network: limits.network,
            memory: limits.memory.0,
            processes: limits.processes,
            protected: Vec::new(),
        }
    }

    /// Whether there is a `/proc` of its own: only with both a process space and a file tree of its own.
    #[cfg(target_os = "linux")]
    pub(super) fn shows_processes(&self) -> bool {
        self.own_proc && self.has(Layer::Pid) && self.has(Layer::Mount)
    }

    /// Whether a layer is to be put on.
    pub fn has(&self, layer: Layer) -> bool {
        self.layers.contains(&layer)
    }
}

/// Paths as bytes: they need not be UTF-8.
mod paths {
    use std::ffi::{OsStr, OsString};
    use std::path::PathBuf;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(paths: &[PathBuf], serializer: S) -> Result<S::Ok, S::Error> {
        let bytes: Vec<Vec<u8>> = paths.iter().map(|path| to_bytes(path.as_os_str())).collect();
        bytes.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<PathBuf>, D::Error> {
        let bytes = Vec::<Vec<u8>>::deserialize(deserializer)?;
        Ok(bytes.into_iter().map(|bytes| PathBuf::from(from_bytes(bytes))).collect())
    }

    #[cfg(unix)]
    fn to_bytes(text: &OsStr) -> Vec<u8> {
        std::os::unix::ffi::OsStrExt::as_bytes(text).to_vec()
    }

    #[cfg(unix)]
    fn from_bytes(bytes: Vec<u8>) -> OsString {
        std::os::unix::ffi::OsStringExt::from_vec(bytes)
    }

    #[cfg(not(unix))]
    fn to_bytes(text: &OsStr) -> Vec<u8> {
        text.to_string_lossy().into_owned().into_bytes()
    }

    #[cfg(not(unix))]
    fn from_bytes(bytes: Vec<u8>) -> OsString {
        String::from_utf8_lossy(&bytes).into_owned().into()
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    use super::*;

    #[test]
    fn a_policy_survives_the_way_whatever_its_paths() {
        let odd = PathBuf::from(OsStr::from_bytes(b"/tmp/w\xf6rld"));
        let policy =
            Policy::new(BTreeSet::from(Layer::ALL), vec![odd], vec!["/usr".into()], &Limits::default());
        let wire = serde_json::to_vec(&policy).expect("JSON");
        assert_eq!(serde_json::from_slice::<Policy>(&wire).expect("a policy"), policy);
    }
}
