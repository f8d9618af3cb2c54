//! How a solution fares when its tests run apart from it.

use serde::{Deserialize, Serialize};

use crate::language::Text;

/// Whether a solution passes when its tests run apart from it (`mode: split`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SplitNote {
    /// The exercise.
    pub exercise: String,
    /// Whether it does.
    pub passes: bool,
    /// Whether the manifest allows it.
    pub allowed: bool,
    /// The first test that failed, and why.
    pub why: Option<Text>,
}
