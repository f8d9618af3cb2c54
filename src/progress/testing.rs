//! Courses made of nothing, for the unit tests of this module.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::model::course::{Course, PythonRange, PythonVersion, Topic};
use crate::model::exercise::{Exercise, ManifestHash};
use crate::model::grade::Credit;
use crate::model::limits::Limits;
use crate::model::names::{ExerciseName, RelPath, TopicName};

/// An exercise in `folder` with these files to edit.
pub(crate) fn exercise_at(name: &str, folder: &Path, edit: &[&str]) -> Exercise {
    Exercise {
        name: ExerciseName::new(name),
        aliases: Vec::new(),
        topic: TopicName::new("t"),
        folder: folder.to_path_buf(),
        solution: folder.join("solution"),
        title: format!("Title of {name}"),
        covers: Vec::new(),
        level: 1,
        edit: edit.iter().map(|path| RelPath::new(path).unwrap()).collect(),
        protected: Vec::new(),
        groups: BTreeSet::new(),
        needs: Vec::new(),
        after: Vec::new(),
        python: None,
        points: 1,
        credit: Credit::default(),
        limits: Limits::default(),
        checks: Vec::new(),
        hints: Vec::new(),
        mistakes: Vec::new(),
        starter: None,
        style: crate::model::exercise::Style::default(),
        equivalent: vec![],
        manifest: ManifestHash::default(),
    }
}

/// A course at `root` with one topic that holds these exercises.
pub(crate) fn course_of(root: &Path, exercises: Vec<Exercise>) -> Course {
    let topic = Topic { name: TopicName::new("t"), folder: root.join("exercises").join("t"), exercises };
    Course {
        root: root.to_path_buf(),
        title: "Test".into(),
        version: None,
        python: PythonRange { from: PythonVersion { major: 3, minor: 11 }, below: None },
        topics: vec![topic],
        groups: BTreeMap::new(),
        limits: Limits::default(),
        curriculum: None,
        welcome: None,
        final_text: None,
        auto_advance: false,
    }
}
