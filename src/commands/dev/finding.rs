//! A finding: something about an exercise that its author has to mend.

use crate::language::Text;
use crate::model::course::Topic;
use crate::model::event::ExerciseResult;
use crate::model::exercise::Exercise;
use crate::report::terminal::proof::{Rule, Shown};

/// Something that an author has to mend.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    /// The exercise, or the topic, that it is about.
    pub(super) about: String,
    rule: Rule,
    what: Text,
    /// The result that shows it, for reports that print it in full.
    result: Option<ExerciseResult>,
}

impl Finding {
    /// A finding about an exercise.
    pub(super) fn new(exercise: &Exercise, rule: Rule, what: impl Into<Text>) -> Self {
        Self { about: exercise.name.to_string(), rule, what: what.into(), result: None }
    }

    /// A finding about what a topic's exercises share.
    pub(super) fn of_topic(topic: &Topic, rule: Rule, what: impl Into<Text>) -> Self {
        Self { about: topic.name.to_string(), rule, what: what.into(), result: None }
    }

    /// A finding about the course as a whole.
    pub(super) fn of_course(rule: Rule, what: impl Into<Text>) -> Self {
        Self { about: "course.yaml".to_owned(), rule, what: what.into(), result: None }
    }

    /// The same finding with the result that shows it.
    pub(super) fn shown_by(self, result: &ExerciseResult) -> Self {
        Self { result: Some(result.clone()), ..self }
    }

    /// The finding as a report shows it.
    pub(super) fn shown(self) -> Shown {
        Shown { exercise: self.about, rule: self.rule, what: self.what, result: self.result }
    }
}
