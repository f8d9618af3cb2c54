//! A `mutants` check: the learner's tests on one version of the code after the other.
//!
//! It owns the order: the good version, its equivalents, the bad ones, and the good one once more, since tests that
//! give another answer on the same code prove nothing. What an answer means is `judge`'s to say.

use std::time::Duration;

use super::{Judgement, Session};
use crate::judge::mutants::{self, Baseline, Judged};
use crate::judge::tally::versions_tally;
use crate::model::check::{Check, CodeVersion, MutantsCheck};
use crate::model::execution::{Ending, Execution};
use crate::model::job::Job;
use crate::model::verdict::{Survivor, Verdict, VersionOutcome, VersionResult};
use crate::plan::{Task, jobs};

/// One `mutants` check at work.
pub(super) struct Versions<'a> {
    pub(super) session: &'a Session<'a>,
    pub(super) task: &'a Task<'a>,
    /// The check's place in the exercise's list.
    pub(super) index: usize,
    pub(super) check: &'a Check,
    pub(super) mutants: &'a MutantsCheck,
}

/// What has come of the versions so far.
#[derive(Default)]
struct Progress {
    results: Vec<VersionResult>,
    survivors: Vec<Survivor>,
    wall: Duration,
    cancelled: bool,
}

impl Versions<'_> {
    /// Runs the versions until one of them settles the verdict. `first` is the job with the good version.
    pub(super) fn judge(&self, first: &Job) -> Judgement {
        let mut progress = Progress::default();
        let verdict = self.run_all(first, &mut progress).unwrap_or_else(|verdict| *verdict);
        let Progress { results: versions, wall, cancelled, .. } = progress;
        let tally = versions_tally(self.mutants, &versions, &verdict);
        Judgement { verdict, tally, versions, wall, cancelled }
    }

    /// The verdict after all versions, or as an error the one that a version settles.
    fn run_all(&self, first: &Job, progress: &mut Progress) -> Result<Verdict, Box<Verdict>> {
        let Some((good, others)) = self.mutants.versions.split_first() else { return Ok(Verdict::PASSED) };
        let execution = self.run(first, progress);
        let baseline = self.right(good, None, &execution, progress)?;
        for version in others.iter().filter(|version| version.defect().is_none()) {
            let execution = self.run(&self.job(version), progress);
            self.right(version, Some(&baseline), &execution, progress)?;
        }
        for version in others {
            self.wrong(version, &baseline, progress)?;
        }
        let again = self.run(first, progress);
        mutants::right(self.task.exercise, self.check, good, Some(&baseline), &again)?;
        let survivors = std::mem::take(&mut progress.survivors);
        Ok(mutants::verdict(self.task.exercise, &execution, &progress.results, survivors))
    }

    fn right(
        &self,
        version: &CodeVersion,
        before: Option<&Baseline>,
        execution: &Execution,
        progress: &mut Progress,
    ) -> Result<Baseline, Box<Verdict>> {
        let baseline = mutants::right(self.task.exercise, self.check, version, before, execution)?;
        let (version, outcome) = (version.name.clone(), VersionOutcome::Accepted);
        progress.results.push(VersionResult { version, outcome, by: Vec::new() });
        Ok(baseline)
    }

    /// Tries the tests on a version that is bad; others are not its business.
    fn wrong(
        &self,
        version: &CodeVersion,
        baseline: &Baseline,
        progress: &mut Progress,
    ) -> Result<(), Box<Verdict>> {
        let Some(defect) = version.defect() else { return Ok(()) };
        let job = self.job(version);
        let job = Job { limits: baseline.limits(job.limits), ..job };
        let execution = self.run(&job, progress);
        let exercise = self.task.exercise;
        match mutants::wrong(exercise, self.check, version, defect, baseline, &execution)? {
            Judged::Killed(result) => progress.results.push(result),
            Judged::Survived(result, survivor) => {
                progress.results.push(result);
                progress.survivors.push(*survivor);
            }
        }
        Ok(())
    }

    fn job(&self, version: &CodeVersion) -> Job {
        jobs::on_version(self.task.exercise, &self.task.target, self.index, self.mutants, version)
    }

    fn run(&self, job: &Job, progress: &mut Progress) -> Execution {
        let execution = self.session.runner.run(job, self.session.cancel);
        progress.wall += execution.wall;
        progress.cancelled |= execution.ending == Ending::Cancelled;
        execution
    }
}
