//! The layers that keep a job away from what is not its own.

use std::fmt;
use std::str::FromStr;

use crate::language::{Said, said};
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
    pub fn protects(self) -> Said {
        match self {
            Self::Uid => said!("layer-uid"),
            Self::Landlock => said!("layer-landlock"),
            Self::Seccomp => said!("layer-seccomp"),
            Self::Pid => said!("layer-pid"),
            Self::Mount => said!("layer-mount"),
            Self::Net => said!("layer-net"),
        }
    }

    /// What is open without it, in words.
    pub fn without(self) -> Said {
        match self {
            Self::Uid => said!("layer-uid.missing"),
            Self::Landlock => said!("layer-landlock.missing"),
            Self::Seccomp => said!("layer-seccomp.missing"),
            Self::Pid | Self::Mount => said!("layer-pid.missing"),
            Self::Net => said!("layer-net.missing"),
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
