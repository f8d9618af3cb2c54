//! What a job may use: time, memory, processes, files, output, network, cores.

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
    pub time: Duration,
    /// Processor time of all its processes, where that does not follow from the wall time.
    pub cpu: Option<Duration>,
    /// Memory of all its processes.
    pub memory: ByteSize,
    /// Processes and threads alive at once.
    pub processes: u32,
    /// Bytes on each of stdout and stderr.
    pub output: ByteSize,
    /// Open files of each process.
    pub open_files: u32,
    /// The size of a file that it writes.
    pub file_size: ByteSize,
    /// All that it writes into its own folders.
    pub written: ByteSize,
    /// Files and folders that it makes.
    pub files: u32,
    /// Network that may be used.
    pub network: Network,
    /// Cores that it keeps busy: so many other jobs wait meanwhile.
    pub cores: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            time: Duration::from_secs(10),
            cpu: None,
            memory: ByteSize::mib(512),
            processes: 64,
            output: ByteSize::mib(1),
            open_files: 512,
            file_size: ByteSize::mib(64),
            written: ByteSize::mib(256),
            files: 10_000,
            network: Network::None,
            cores: 1,
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

impl Limits {
    /// Processor time of all processes of a job, in whole seconds, as the kernel counts. Unless it is given it is enough
    /// for several cores during the whole wall time, so that the deadline, which shows where the program was, speaks
    /// first where it can.
    pub fn cpu_seconds(&self) -> u64 {
        let whole = |time: Duration| u64::try_from(time.as_millis().div_ceil(1000)).unwrap_or(u64::MAX);
        let plenty = || whole(self.time).saturating_mul(self.cores.max(4).into()).saturating_add(1);
        self.cpu.map_or_else(plenty, whole)
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
    fn processor_time_is_given_or_follows_from_the_wall_time() {
        let limits = Limits { time: Duration::from_millis(2500), ..Limits::default() };
        assert_eq!(limits.cpu_seconds(), 13);
        assert_eq!(Limits { cores: 8, ..limits }.cpu_seconds(), 25);
        assert_eq!(Limits { cpu: Some(Duration::from_millis(1200)), ..limits }.cpu_seconds(), 2);
    }

    #[test]
    fn sizes_read_naturally() {
        assert_eq!(ByteSize::mib(512).to_string(), "512 MiB");
        assert_eq!(ByteSize(1536).to_string(), "1.5 KiB");
        assert_eq!(ByteSize(7).to_string(), "7 bytes");
    }
}
