//! What is known of a run so far, for formats that are one document.

use std::collections::BTreeMap;
use std::time::SystemTime;

use serde::Serialize;

use crate::language::Text;
use crate::model::event::{Event, ExerciseResult, RunSummary};
use crate::model::grade::{Provenance, TrustWanted};

/// A run, as far as it has come.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Graded {
    /// Where the grade comes from.
    pub provenance: Option<Provenance>,
    /// The course's title.
    pub course: String,
    /// How many exercises are to be judged.
    pub exercises: usize,
    /// Things worth knowing that are no verdicts.
    pub notices: Vec<Text>,
    /// When the run began.
    #[serde(skip)]
    pub started: Option<SystemTime>,
    /// What has been judged, by its place in the run.
    #[serde(serialize_with = "values")]
    pub results: BTreeMap<usize, ExerciseResult>,
    /// The counts; absent while the run goes on.
    pub summary: Option<RunSummary>,
}

impl Graded {
    /// Takes note of an event.
    pub fn note(&mut self, event: &Event) {
        match event {
            Event::Grading(provenance) => self.provenance = Some(provenance.clone()),
            Event::RunStarted { course, exercises, .. } => {
                self.course.clone_from(course);
                self.exercises = *exercises;
                self.started = Some(SystemTime::now());
            }
            Event::Notice { text } => self.notices.push(text.clone()),
            Event::ExerciseFinished(result) => {
                self.results.insert(result.index, result.clone());
            }
            Event::RunFinished(summary) => self.summary = Some(summary.clone()),
            Event::JobStarted { .. } | Event::JobSlow { .. } | Event::JobFinished { .. } => {}
        }
    }

    /// Where proof was wanted: the exercises whose pass is none.
    pub fn unproved(&self) -> Option<Vec<&str>> {
        let forgeable = self.results.values().filter(|result| result.can_be_forged());
        self.wants_proof().then(|| forgeable.map(|result| result.exercise.as_str()).collect())
    }

    /// Whether proof was wanted and this pass is none.
    pub fn lacks_proof(&self, result: &ExerciseResult) -> bool {
        self.wants_proof() && result.can_be_forged()
    }

    fn wants_proof(&self) -> bool {
        self.provenance.as_ref().is_some_and(|from| from.trust == TrustWanted::Proof)
    }

    /// The counts, so far when the run goes on.
    pub fn counts(&self) -> RunSummary {
        self.summary.clone().unwrap_or_else(|| {
            let mut summary = RunSummary::default();
            self.results.values().for_each(|result| summary.count(result));
            summary
        })
    }
}

fn values<S: serde::Serializer>(
    results: &BTreeMap<usize, ExerciseResult>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(results.values())
}
