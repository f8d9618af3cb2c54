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

#[cfg(test)]
mod tests {
    use super::super::testing::{check, failed, judged, ran};
    use super::*;
    use crate::model::check::CheckKind;

    #[test]
    fn a_tool_must_exit_with_zero() {
        let command = vec!["mypy".to_owned(), "--strict".to_owned(), "shape.py".to_owned()];
        let mypy = check(CheckKind::Tool(ToolCheck { command }));
        assert!(judged(&mypy, &ran("Success: no issues found\n", "", 0)).is_passed());
        let failure = failed(&mypy, &ran("/job/shape.py:1: error: no\n", "warned", 1));
        assert_eq!(
            failure.mismatches,
            [Mismatch::Tool {
                command: "mypy --strict shape.py".into(),
                code: 1,
                output: "shape.py:1: error: no\nwarned".into()
            }]
        );
    }
}
