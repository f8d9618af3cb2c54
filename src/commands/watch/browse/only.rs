//! One state at a time.

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

    /// What is shown, in a word; `None` when it is everything.
    pub(super) fn word(self) -> Option<&'static str> {
        Some(match self {
            Self::All => return None,
            Self::Open => "open",
            Self::Failed => "failed",
            Self::Changed => "changed since they passed",
            Self::Started => "started",
            Self::Pending => "pending",
            Self::Skipped => "skipped",
            Self::Done => "done",
        })
    }
}
