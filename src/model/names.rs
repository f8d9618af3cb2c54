//! Names that must not be mixed up: of exercises, topics, groups and tests, and paths inside an exercise.

use std::borrow::Borrow;
use std::fmt;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Deserializer, Serialize};

use crate::language::{Said, said};

macro_rules! name {
    ($(#[$doc:meta])* $type:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $type(String);

        impl $type {
            /// Wraps a name that the caller has checked.
            pub fn new(name: impl Into<String>) -> Self {
                Self(name.into())
            }

            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl Borrow<str> for $type {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

name! {
    /// An exercise's name: its folder's name without the ordering prefix (`02_my_meta` is `my_meta`), unique in a course.
    ExerciseName
}
name! {
    /// A topic's name: its folder's name, such as `a1_metaclasses`.
    TopicName
}
name! {
    /// The name of a set of Python packages, such as `core`.
    GroupName
}
name! {
    /// A pytest node id without the file: `test_area`, `TestShape::test_area[square]`.
    TestId
}

/// Names in a report that is read back have been checked before they were written, but files change hands.
fn read_name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let name = String::deserialize(deserializer)?;
    let sound = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if sound { Ok(name) } else { Err(serde::de::Error::custom(format!("{name:?} is no name"))) }
}

impl<'de> Deserialize<'de> for ExerciseName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_name(deserializer).map(Self)
    }
}

impl<'de> Deserialize<'de> for TopicName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_name(deserializer).map(Self)
    }
}

/// A relative path inside an exercise, with `/` between its parts: never absolute, never with `..` or `.` parts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct RelPath(String);

/// Why a text is not a [`RelPath`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RelPathError {
    /// The text is empty.
    Empty,
    /// The path starts at the root or a drive.
    Absolute,
    /// The path has a `..` part.
    Parent,
    /// The path has a `.` part, a double slash or a backslash.
    NotPlain,
}

impl RelPathError {
    /// What is wrong with the path.
    pub fn said(self) -> Said {
        match self {
            Self::Empty => said!("path-empty"),
            Self::Absolute => said!("path-absolute"),
            Self::Parent => said!("path-parent"),
            Self::NotPlain => said!("path-not-plain"),
        }
    }
}

impl RelPath {
    /// Checks the text and wraps it.
    ///
    /// # Errors
    /// When the path is empty, absolute, has `.` or `..` parts, or backslashes.
    pub fn new(text: &str) -> Result<Self, RelPathError> {
        if text.is_empty() {
            return Err(RelPathError::Empty);
        }
        let has_drive = text.as_bytes().get(1) == Some(&b':');
        if text.starts_with('/') || text.starts_with('\\') || has_drive {
            return Err(RelPathError::Absolute);
        }
        for part in text.split(['/', '\\']) {
            match part {
                ".." => return Err(RelPathError::Parent),
                "" | "." => return Err(RelPathError::NotPlain),
                _ => {}
            }
        }
        if text.contains(['\\', '\0']) {
            return Err(RelPathError::NotPlain);
        }
        Ok(Self(text.to_owned()))
    }

    /// The path as text, with `/` on every platform.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path below `folder`, in the platform's form.
    pub fn under(&self, folder: &Path) -> PathBuf {
        self.0.split('/').fold(folder.to_path_buf(), |path, part| path.join(part))
    }

    /// The last part.
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }
}

impl fmt::Display for RelPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_that_stay_inside_are_taken() {
        assert_eq!(RelPath::new("pkg/mod.py").map(|path| path.to_string()).as_deref(), Ok("pkg/mod.py"));
        let refused = [
            ("", RelPathError::Empty),
            ("/etc/passwd", RelPathError::Absolute),
            ("C:/x", RelPathError::Absolute),
            ("\\\\host\\share", RelPathError::Absolute),
            ("../x.py", RelPathError::Parent),
            ("a/../../x.py", RelPathError::Parent),
            ("a\\..\\x", RelPathError::Parent),
            ("./x.py", RelPathError::NotPlain),
            ("a//b", RelPathError::NotPlain),
            ("a\\b", RelPathError::NotPlain),
        ];
        for (text, why) in refused {
            assert_eq!(RelPath::new(text), Err(why), "{text:?}");
        }
    }
}
