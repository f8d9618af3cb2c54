//! `prolings clean`: removes what can be made again. Progress, starters and backups are never touched.

use std::io::Write;

use super::workplace::{course_root, load_for_learner};
use super::{Context, engine};
use crate::cli::args;
use crate::error::ExitStatus;
use crate::model::limits::ByteSize;
use crate::progress::{Cache, Proofs};
use crate::python::{self, Removed};

/// Removes the result cache and environments that are no longer used; all environments; or everything. Says what that
/// freed.
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
        lines.extend(environments(&removed, ["Python environment", "Python environments"]));
    } else if let Some(removed) = remove_useless(context)? {
        let what =
            ["Python environment that is no longer used", "Python environments that are no longer used"];
        lines.extend(environments(&removed, what));
    }
    let mut out = context.out();
    for line in lines {
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    Ok(ExitStatus::Success)
}

/// `None` where it cannot be told which are used: the course is broken, no Python fits, or other courses have theirs in the
/// same folder.
fn remove_useless(context: &Context) -> anyhow::Result<Option<Removed>> {
    if context.settings.environments.is_some() {
        return Ok(None);
    }
    let Ok((course, _)) = load_for_learner(context) else { return Ok(None) };
    let Ok(environments) = engine::environments(&course, context) else { return Ok(None) };
    Ok(Some(environments.remove_useless()?))
}

fn environments(removed: &Removed, what: [&str; 2]) -> Vec<String> {
    let mut lines = vec![line(removed.environments, what, removed.bytes)];
    let busy = removed.busy.iter();
    lines.extend(
        busy.map(|folder| format!("Left alone, since another prolings is making it: {}", folder.display())),
    );
    lines
}

fn line(count: usize, [one, several]: [&str; 2], bytes: ByteSize) -> String {
    match count {
        0 => format!("There were no {several}."),
        1 => format!("Removed 1 {one}: {bytes}."),
        _ => format!("Removed {count} {several}: {bytes}."),
    }
}
