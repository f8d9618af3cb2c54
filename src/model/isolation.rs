//! The layers that keep a job away from what is not its own.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// One protection around a job. Each covers what others leave open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layer {
    /// A user id of the job's own, when prolings runs as root.
    Uid,
    /// Which files can be opened, by Landlock.
    Landlock,
    /// Which system calls can be made, by seccomp.
    Seccomp,
    /// Processes of its own: others can be neither seen nor signalled.
    Pid,
    /// A file tree of its own: nothing else is even there.
    Mount,
    /// A network of its own with only the loopback interface.
    Net,
}

impl Layer {
    /// Every layer.
    pub const ALL: [Self; 6] = [Self::Uid, Self::Landlock, Self::Seccomp, Self::Pid, Self::Mount, Self::Net];

    /// Its name, as `--require` takes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Uid => "uid",
            Self::Landlock => "landlock",
            Self::Seccomp => "seccomp",
            Self::Pid => "pid",
            Self::Mount => "mount",
            Self::Net => "net",
        }
    }

    /// What it protects, in words.
    pub fn protects(self) -> &'static str {
        match self {
            Self::Uid => "jobs run as a user of their own: your files and processes are not theirs",
            Self::Landlock => "jobs open only their own folders, Python and the system's programs",
            Self::Seccomp => "jobs open no network sockets, trace nothing and signal only themselves",
            Self::Pid => "jobs see no processes but their own, and all of them end with the job",
            Self::Mount => "jobs have a file tree in which nothing else exists",
            Self::Net => "jobs with `network: loopback` reach nothing but themselves",
        }
    }

    /// What is open without it, in words.
    pub fn without(self) -> &'static str {
        match self {
            Self::Uid => "jobs run as you",
            Self::Landlock => "the kernel has no Landlock here",
            Self::Seccomp => "the kernel has no seccomp here",
            Self::Pid | Self::Mount => "namespaces are not allowed here",
            Self::Net => "jobs with `network: loopback` can reach the network",
        }
    }
}

impl fmt::Display for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Layer {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|layer| layer.name() == text);
        found.ok_or_else(|| {
            let names = Self::ALL.map(Self::name).join(", ");
            format!("there is no layer `{text}`; the layers are {names}")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for layer in Layer::ALL {
            assert_eq!(layer.name().parse(), Ok(layer));
        }
        assert!("selinux".parse::<Layer>().is_err());
    }
}
