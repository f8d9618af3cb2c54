//! From many signs that a file is changing to one moment at which it is worth a look.
//!
//! Pure: moments come in as durations since some start, and nothing here waits. The rules:
//!
//! - A file that was closed after writing, or renamed into place, is told at once: its content is complete.
//! - Any other sign (a write under way, a removal, a system that only says "changed") is told when the file has been
//!   quiet for [`QUIET`], and at the latest [`PATIENCE`] after the first sign.
//! - The same file is not told twice within [`QUIET`]: a storm becomes its first and its last change.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a file must be quiet before an incomplete sign is believed.
pub(super) const QUIET: Duration = Duration::from_millis(40);

/// How long signs may go on before the file is told all the same.
pub(super) const PATIENCE: Duration = Duration::from_millis(200);

/// Time since the start of watching.
pub type Moment = Duration;

/// A sign that a file changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It is complete: closed after writing, or renamed into place.
    Complete,
    /// It changed somehow, and may be changing still.
    UnderWay,
}

/// Collects signs and says which files are worth a look, and when.
#[derive(Debug, Default)]
pub struct Debounce {
    pending: BTreeMap<PathBuf, Pending>,
    told: BTreeMap<PathBuf, Moment>,
}

#[derive(Debug, Clone, Copy)]
struct Pending {
    first: Moment,
    due: Moment,
}

impl Debounce {
    /// Takes note of a sign.
    pub fn saw(&mut self, path: &Path, change: Change, now: Moment) {
        let first = self.pending.get(path).map_or(now, |pending| pending.first);
        let calm = self.told.get(path).map_or(Moment::ZERO, |told| *told + QUIET);
        let due = match change {
            Change::Complete => now.max(calm),
            Change::UnderWay => (now + QUIET).min(first + PATIENCE).max(calm),
        };
        self.pending.insert(path.to_path_buf(), Pending { first, due });
    }

    /// The files that are due, each once; they are pending no longer.
    pub fn due(&mut self, now: Moment) -> Vec<PathBuf> {
        self.told.retain(|_, told| *told + QUIET > now);
        let due: Vec<PathBuf> = self
            .pending
            .iter()
            .filter(|(_, pending)| pending.due <= now)
            .map(|(path, _)| path.clone())
            .collect();
        for path in &due {
            self.pending.remove(path);
            self.told.insert(path.clone(), now);
        }
        due
    }

    /// When the next file is due; `None` when nothing is pending.
    pub fn next(&self) -> Option<Moment> {
        self.pending.values().map(|pending| pending.due).min()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const fn ms(number: u64) -> Moment {
        Moment::from_millis(number)
    }

    /// Feeds signs in order of time and asks whenever something is due, as the thread does: file, moment of each telling.
    fn tellings(signs: &[(u64, u8, Change)]) -> Vec<(PathBuf, Moment)> {
        let mut debounce = Debounce::default();
        let mut told = Vec::new();
        let mut ask = |debounce: &mut Debounce, until: Option<Moment>| {
            while let Some(next) = debounce.next().filter(|next| until.is_none_or(|until| *next <= until)) {
                told.extend(debounce.due(next).into_iter().map(|path| (path, next)));
            }
        };
        for (at, file, change) in signs {
            ask(&mut debounce, Some(ms(*at)));
            debounce.saw(&name(*file), *change, ms(*at));
        }
        ask(&mut debounce, None);
        told
    }

    fn name(file: u8) -> PathBuf {
        PathBuf::from(format!("file-{file}"))
    }

    #[test]
    fn a_complete_file_is_told_at_once() {
        let save = [(10, 0, Change::UnderWay), (11, 0, Change::UnderWay), (11, 0, Change::Complete)];
        assert_eq!(tellings(&save), [(name(0), ms(11))]);
    }

    #[test]
    fn a_storm_becomes_its_first_and_its_last_change() {
        let storm: Vec<_> = (0..30).map(|at| (at, 0, Change::Complete)).collect();
        assert_eq!(tellings(&storm), [(name(0), ms(0)), (name(0), ms(40))]);
    }

    #[test]
    fn a_file_that_never_rests_is_told_all_the_same() {
        let busy: Vec<_> = (0..50).map(|at| (at * 10, 0, Change::UnderWay)).collect();
        let told = tellings(&busy);
        assert_eq!(told.first(), Some(&(name(0), ms(200))));
        assert!(told.len() <= 4, "{told:?}");
    }

    fn signs() -> impl Strategy<Value = Vec<(u64, u8, Change)>> {
        let change = prop_oneof![Just(Change::Complete), Just(Change::UnderWay)];
        proptest::collection::vec((0u64..120, 0u8..3, change), 1..60).prop_map(|steps| {
            let mut at = 0;
            let place = |(step, file, change)| {
                at += step;
                (at, file, change)
            };
            steps.into_iter().map(place).collect()
        })
    }

    proptest! {
        #[test]
        fn the_last_change_is_never_lost_and_no_storm_gets_through(signs in signs()) {
            let told = tellings(&signs);
            for file in 0..3 {
                let moments: Vec<Moment> =
                    told.iter().filter(|(path, _)| *path == name(file)).map(|(_, at)| *at).collect();
                for (at, ..) in signs.iter().filter(|(_, of, _)| *of == file) {
                    // Each sign, the last one too, is followed by a telling before long.
                    let soon = moments.iter().any(|told| *told >= ms(*at) && *told <= ms(*at) + PATIENCE);
                    prop_assert!(soon, "{at} of {file} in {moments:?}");
                }
                for pair in moments.windows(2) {
                    prop_assert!(pair[1] - pair[0] >= QUIET, "{moments:?}");
                }
                let seen = signs.iter().filter(|(_, of, _)| *of == file).count();
                prop_assert!(moments.len() <= seen, "{moments:?} for {seen} signs");
            }
        }

        #[test]
        fn what_is_complete_after_a_calm_is_told_at_once(signs in signs(), later in 300u64..1_000) {
            let at = signs.last().map_or(0, |(at, ..)| *at) + later;
            let mut all = signs;
            all.push((at, 0, Change::Complete));
            prop_assert!(tellings(&all).contains(&(name(0), ms(at))));
        }
    }
}
