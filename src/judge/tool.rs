//! Judges a tool: it must exit 0 on the learner's files, and what it says is shown otherwise.

use super::text::captured;
use super::view::View;
use crate::model::check::ToolCheck;
use crate::model::execution::Execution;
use crate::model::verdict::{Failure, Mismatch, Verdict};

/// Judges a tool that ended by itself with exit code `code`.
pub(super) fn judge(view: &View<'_>, check: &ToolCheck, execution: &Execution, code: i32) -> Verdict {
    if code == 0 {
        return Verdict::PASSED;
    }
    let (stdout, stderr) = (captured(&execution.stdout), captured(&execution.stderr));
    let gap = if stdout.is_empty() || stderr.is_empty() || stdout.ends_with('\n') { "" } else { "\n" };
    Verdict::Failed(Failure::of(Mismatch::Tool {
        command: check.command.join(" "),
        code,
        output: view.text(&format!("{stdout}{gap}{stderr}")),
    }))
}
