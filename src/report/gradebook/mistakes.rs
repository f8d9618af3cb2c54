//! What a class as a whole finds hard: how each exercise went, by what it fails most, and what everybody earned.

use std::collections::BTreeMap;

use crate::model::class::{Cell, Gradebook, Standing};

/// Causes that are named for each exercise.
const NAMED: usize = 5;

/// How an exercise went: numbers of submissions.
pub(super) struct Went<'a> {
    pub(super) passed: usize,
    pub(super) failed: usize,
    pub(super) not_started: usize,
    /// Those that could not be judged, or not here.
    pub(super) not_judged: usize,
    /// What most of them failed by: how many did, and what one of them was told.
    pub(super) causes: Vec<(usize, &'a str)>,
}

/// How the exercise in this column went.
pub(super) fn went(book: &Gradebook, column: usize) -> Went<'_> {
    let cells: Vec<&Cell> = book.graded().filter_map(|entry| entry.cells.get(column)).collect();
    let count = |status| cells.iter().filter(|cell| cell.status == status).count();
    let mut causes: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for cell in &cells {
        if let Some(cause) = &cell.cause {
            causes.entry(cause).or_insert((0, cell.shown())).0 += 1;
        }
    }
    let mut causes: Vec<(usize, &str)> = causes.into_values().collect();
    causes.sort_by(|one, two| two.0.cmp(&one.0).then(one.1.cmp(two.1)));
    causes.truncate(NAMED);
    Went {
        passed: count(Standing::Passed),
        failed: count(Standing::Failed),
        not_started: count(Standing::NotStarted),
        not_judged: count(Standing::Fault) + count(Standing::Skipped),
        causes,
    }
}

/// How many submissions earned so many percent: ten equal steps, 100 % in the last one.
pub(super) fn distribution(book: &Gradebook) -> [usize; 10] {
    let mut steps = [0; 10];
    for percent in percents(book) {
        // From 0 to 100: what is left is the number of a step.
        steps[((percent / 10.0) as usize).min(9)] += 1;
    }
    steps
}

/// Mean and median of the class, in percent; `None` without a grade.
pub(in crate::report) fn averages(book: &Gradebook) -> Option<(f64, f64)> {
    let mut all = percents(book);
    all.sort_by(f64::total_cmp);
    let middle = all.len() / 2;
    let median = match all.len() {
        0 => return None,
        odd if odd % 2 == 1 => all[middle],
        _ => f64::midpoint(all[middle - 1], all[middle]),
    };
    #[expect(clippy::cast_precision_loss, reason = "no class has so many submissions")]
    let mean = all.iter().sum::<f64>() / all.len() as f64;
    Some((mean, median))
}

fn percents(book: &Gradebook) -> Vec<f64> {
    book.graded().filter_map(|entry| entry.score.percent()).collect()
}
