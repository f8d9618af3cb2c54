//! `prolings clean`: removes what can be made again. Progress, starters and backups are never touched.

use std::io::Write;

use super::workplace::{course_root, load_for_learner};
use super::{Context, engine};
use crate::cli::args;
use crate::error::ExitStatus;
use crate::language::say;
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
            lines.push(say!(context, "proofs-forgotten", number = proofs));
        }
        let (number, size) = (freed.files, freed.bytes.to_string());
        lines.push(match number {
            0 => say!(context, "no-results"),
            _ => say!(context, "results-removed", number = number, size = size),
        });
    }
    if args.all || args.environments {
        let removed = python::remove_all(&context.settings.environments_of(&root))?;
        let (number, size) = (removed.environments, removed.bytes.to_string());
        lines.push(match number {
            0 => say!(context, "no-environments"),
            _ => say!(context, "environments-removed", number = number, size = size),
        });
        lines.extend(busy(&removed, context));
    } else if let Some(removed) = remove_useless(context)? {
        let (number, size) = (removed.environments, removed.bytes.to_string());
        lines.push(match number {
            0 => say!(context, "no-useless-environments"),
            _ => say!(context, "useless-environments-removed", number = number, size = size),
        });
        lines.extend(busy(&removed, context));
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

/// Environments that were left alone.
fn busy(removed: &Removed, context: &Context) -> impl Iterator<Item = String> {
    let busy = removed.busy.iter().map(|folder| folder.display().to_string());
    busy.map(|folder| say!(context, "environment-is-busy", folder = folder))
}
