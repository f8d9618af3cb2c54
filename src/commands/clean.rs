//! `prolings clean`: removes what can be made again. Progress, starters and backups are never touched.

use std::io::Write;

use super::Context;
use super::workplace::course_root;
use crate::cli::args;
use crate::error::ExitStatus;
use crate::model::limits::ByteSize;
use crate::progress::{Cache, Proofs};
use crate::python;

/// Removes the result cache, or the environments, or both, and says what that freed.
pub(super) fn clean(args: &args::Clean, context: &Context) -> anyhow::Result<ExitStatus> {
    let root = course_root(context)?;
    let mut lines = Vec::new();
    if args.all || !args.environments {
        let freed = Cache::of(&root).clear()?;
        let proofs = Proofs::of(&root).clear()?;
        if proofs > 0 {
            lines.push(format!("Forgot that {proofs} of the course's exercises were proved."));
        }
        lines.push(line(freed.files, ["remembered result", "remembered results"], freed.bytes));
    }
    if args.all || args.environments {
        let removed = python::remove_all(&context.settings.environments_of(&root))?;
        lines.push(line(removed.environments, ["Python environment", "Python environments"], removed.bytes));
        let busy = removed.busy;
        lines.extend(
            busy.iter().map(|folder| {
                format!("Left alone, since another prolings is making it: {}", folder.display())
            }),
        );
    }
    let mut out = context.out();
    for line in lines {
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    Ok(ExitStatus::Success)
}

fn line(count: usize, [one, several]: [&str; 2], bytes: ByteSize) -> String {
    match count {
        0 => format!("There were no {several}."),
        1 => format!("Removed 1 {one}: {bytes}."),
        _ => format!("Removed {count} {several}: {bytes}."),
    }
}
