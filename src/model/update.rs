//! What bringing a course up to date came to, for telling the learner. Paths are from the course's root, with `/`.

use serde::{Deserialize, Serialize};

/// What an update does, or did.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Update {
    /// The course's title.
    pub title: String,
    /// Its versions before and after, where it has versions.
    pub versions: (Option<u32>, Option<u32>),
    /// How many of the course's own files and untouched starters are replaced, added or taken away.
    pub files: usize,
    /// Exercises that are new.
    pub added: Vec<String>,
    /// Exercises that have another name: before, after.
    pub renamed: Vec<(String, String)>,
    /// Exercises that left the course, untouched.
    pub removed: Vec<String>,
    /// Exercises that left the course and were worked on, with the folder that keeps them.
    pub shelved: Vec<(String, String)>,
    /// Learner's files that stay as they are although their starter is another now, with the place of that starter.
    pub kept: Vec<(String, String)>,
    /// Files that were changed and are not the learner's to change (any more): the course's are back.
    pub overruled: Vec<String>,
    /// Files that were changed and that the course no longer has.
    pub dropped: Vec<String>,
    /// Files that were saved while an interrupted update waited to be finished.
    pub late: Vec<String>,
    /// The folder with a copy of everything that the learner had written.
    pub backup: Option<String>,
}

impl Update {
    /// Whether nothing happens at all.
    pub fn is_nothing(&self) -> bool {
        self.files == 0 && self.kept.is_empty() && self.shelved.is_empty() && self.renamed.is_empty()
    }
}
