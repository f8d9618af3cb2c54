//! What a job may use: time, memory, processes, output, network.

use std::fmt;
use std::time::Duration;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A number of bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct ByteSize(pub u64);

impl ByteSize {
    /// `n` binary kilobytes (1024 bytes).
    pub const fn kib(n: u64) -> Self {
        Self(n * 1024)
    }

    /// `n` binary megabytes.
    pub const fn mib(n: u64) -> Self {
        Self(n * 1024 * 1024)
    }
}

impl fmt::Display for ByteSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const UNITS: [(&str, u64); 3] = [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)];
        for (unit, size) in UNITS {
            if self.0 >= size {
                let whole = self.0 / size;
                let tenth = (self.0 % size) * 10 / size;
                return if tenth == 0 {
                    write!(f, "{whole} {unit}")
                } else {
                    write!(f, "{whole}.{tenth} {unit}")
                };
            }
        }
        write!(f, "{} bytes", self.0)
    }
}

/// Which network a job may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Network {
    /// No sockets.
    None,
    /// Servers and clients on this machine only.
    Loopback,
}

/// What one job may use before it is ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Limits {
    /// Wall time from start to end.
    #[serde(serialize_with = "seconds")]
    pub time: Duration,
    /// Memory of the job's process.
    pub memory: ByteSize,
    /// Processes and threads alive at once.
    pub processes: u32,
    /// Bytes on each of stdout and stderr.
    pub output: ByteSize,
    /// Network that may be used.
    pub network: Network,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            time: Duration::from_secs(10),
            memory: ByteSize::mib(512),
            processes: 64,
            output: ByteSize::mib(1),
            network: Network::None,
        }
    }
}

/// A limit that the program as a whole was held to, and how much it may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "resource", content = "most", rename_all = "snake_case")]
pub enum Exceeded {
    /// Processor time of all its processes, in seconds.
    Cpu(u64),
    /// Memory of all its processes, in bytes.
    Memory(u64),
    /// Processes and threads at once.
    Processes(u64),
    /// The size of one file, in bytes.
    FileSize(u64),
    /// Files and folders in its own folders.
    Files(u64),
    /// All that it wrote into its own folders, in bytes.
    Written(u64),
}

/// The largest file that a job may write.
pub const FILE_SIZE: ByteSize = ByteSize::mib(64);

/// All that a job may write into its own folders.
pub const WRITTEN: ByteSize = ByteSize::mib(256);

/// Files and folders that a job may make.
pub const FILES: u64 = 10_000;

/// Open files of a process.
pub const OPEN_FILES: u64 = 512;

impl Limits {
    /// Processor time of all processes of a job, in seconds: enough for several cores during the whole wall time, so
    /// that the deadline, which shows where the program was, speaks first where it can.
    pub fn cpu_seconds(&self) -> u64 {
        u64::try_from(self.time.as_millis().div_ceil(1000)).unwrap_or(u64::MAX).saturating_mul(4) + 1
    }
}

/// Serialises a duration as seconds.
pub(crate) fn seconds<S: Serializer>(time: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(time.as_secs_f64())
}

/// Reads a duration that [`seconds`] wrote.
pub(crate) fn from_seconds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
    Duration::try_from_secs_f64(f64::deserialize(deserializer)?).map_err(D::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_read_naturally() {
        assert_eq!(ByteSize::mib(512).to_string(), "512 MiB");
        assert_eq!(ByteSize(1536).to_string(), "1.5 KiB");
        assert_eq!(ByteSize(7).to_string(), "7 bytes");
    }
}
