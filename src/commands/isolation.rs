//! How jobs are kept away from what is not theirs: what the user asked for and what this machine can do.

use std::collections::BTreeSet;
use std::path::Path;

use super::Context;
use crate::cli::args::Isolation;
use crate::cli::settings::Settings;
use crate::error::UserError;
use crate::language::{Text, said};
use crate::model::isolation::Layer;
use crate::run::Runner;
use crate::run::sandbox::Sandbox;

/// The sandbox for jobs that `python` runs. `supervisor` is prolings itself, `folder` remembers what was found out.
///
/// # Errors
/// When a layer that is required does not hold here.
pub(super) fn sandbox(
    python: Option<&Path>,
    supervisor: &Path,
    folder: &Path,
    context: &Context,
) -> Result<Sandbox, UserError> {
    let settings = &context.settings;
    let sandbox = match (settings.isolation, python) {
        (Isolation::None, _) | (_, None) => Sandbox::none(),
        _ if settings.without_fork => Sandbox::none(),
        (_, Some(python)) => {
            find(python, supervisor, folder, &settings.cwd, &layers(&settings.without_layer))
        }
    };
    let mut required = layers(&settings.require);
    if settings.isolation == Isolation::Full {
        required.extend(possible());
    }
    // Without a Python nothing will run.
    let missing: Vec<&str> = required.difference(sandbox.active()).map(|layer| layer.name()).collect();
    if missing.is_empty() || python.is_none() {
        return Ok(sandbox);
    }
    let active: Vec<&str> = sandbox.active().iter().map(|layer| layer.name()).collect();
    let why = if active.is_empty() {
        said!("sandbox-lacks.no-layer")
    } else {
        said!("sandbox-lacks.why", active = active.join(", "))
    };
    Err(UserError::new(said!("sandbox-lacks", layers = missing.join(", ")))
        .why(why)
        .help(said!("sandbox-lacks.help")))
}

/// What the user should know before judging programs of others, when something important is missing.
pub(super) fn notice(runner: &dyn Runner, context: &Context) -> Option<Text> {
    let settings = &context.settings;
    if settings.isolation == Isolation::None
        || settings.without_fork
        || !cfg!(target_os = "linux")
        || runner.is_idle()
    {
        return None;
    }
    let active = runner.isolation();
    let has = |layer: Layer| active.iter().any(|name| name == layer.name());
    let files_are_open = !has(Layer::Landlock) && !has(Layer::Mount);
    let network_is_open = !has(Layer::Seccomp);
    let notice = match (files_are_open, network_is_open) {
        (false, false) => return None,
        (true, false) => said!("files-are-open"),
        (false, true) => said!("network-is-open"),
        (true, true) => said!("files-and-network-are-open"),
    };
    Some(notice.into())
}

/// What can be set here and can change a verdict: a part of the key of every remembered result.
pub(super) fn settings(context: &Context) -> String {
    let Settings { isolation, require, without_layer, without_fork, .. } = &context.settings;
    format!("{isolation:?} {require:?} {without_layer:?} {without_fork}")
}

/// Layers that can be had by this user on this system at all.
pub(super) fn possible() -> impl Iterator<Item = Layer> {
    Layer::ALL.into_iter().filter(|layer| *layer != Layer::Uid || is_root())
}

#[cfg(unix)]
fn is_root() -> bool {
    rustix::process::getuid().is_root()
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}

fn layers(names: &[String]) -> BTreeSet<Layer> {
    names.iter().filter_map(|name| name.parse().ok()).collect()
}

#[cfg(target_os = "linux")]
fn find(python: &Path, supervisor: &Path, folder: &Path, here: &Path, without: &BTreeSet<Layer>) -> Sandbox {
    let private = std::env::home_dir().into_iter().chain([here.to_path_buf()]).collect();
    crate::run::selftest::SelfTest { python, supervisor, folder, without, private }.sandbox()
}

#[cfg(not(target_os = "linux"))]
fn find(_: &Path, _: &Path, _: &Path, _: &Path, _: &BTreeSet<Layer>) -> Sandbox {
    Sandbox::none()
}
