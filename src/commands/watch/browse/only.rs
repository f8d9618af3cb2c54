//! One state at a time.

use crate::language::{Said, said};
use crate::report::terminal::list::State;

/// Which exercises are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Only {
    All,
    Open,
    Failed,
    Changed,
    Started,
    Pending,
    Skipped,
    Done,
}

impl Only {
    pub(super) const ALL: [Self; 8] = [
        Self::All,
        Self::Open,
        Self::Failed,
        Self::Changed,
        Self::Started,
        Self::Pending,
        Self::Skipped,
        Self::Done,
    ];

    /// Whether an exercise in this state is shown.
    pub(super) fn takes(self, state: &State) -> bool {
        match self {
            Self::All => true,
            Self::Open => !matches!(state, State::Done | State::Skipped(_)),
            Self::Failed => *state == State::Failed,
            Self::Changed => *state == State::Changed,
            Self::Started => *state == State::Started,
            Self::Pending => *state == State::Pending,
            Self::Skipped => matches!(state, State::Skipped(_)),
            Self::Done => *state == State::Done,
        }
    }

    /// What is shown, and how many exercises that are.
    pub(super) fn says(self, exercises: Said) -> Said {
        match self {
            Self::All => exercises,
            Self::Open => said!("only-open", exercises = exercises),
            Self::Failed => said!("only-failed", exercises = exercises),
            Self::Changed => said!("only-changed", exercises = exercises),
            Self::Started => said!("only-started", exercises = exercises),
            Self::Pending => said!("only-pending", exercises = exercises),
            Self::Skipped => said!("only-skipped", exercises = exercises),
            Self::Done => said!("only-done", exercises = exercises),
        }
    }
}
