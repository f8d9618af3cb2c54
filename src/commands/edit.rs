//! `prolings edit [NAME]`: the exercise's files in the learner's editor.

use std::path::PathBuf;

use super::Context;
use super::editor::Editor;
use super::workplace::Workplace;
use crate::cli::args;
use crate::error::{ExitStatus, UserError};
use crate::language::said;

/// Opens the learner's files of an exercise.
pub(super) fn edit(args: &args::Edit, context: &Context) -> anyhow::Result<ExitStatus> {
    let place = Workplace::open_telling(context)?;
    let exercise = place.exercise_or_current(args.name.as_deref(), context)?;
    let files: Vec<PathBuf> = exercise.edit.iter().map(|path| path.under(&exercise.folder)).collect();
    let shown: Vec<String> = files.iter().map(|file| place.course.shown_path(file)).collect();
    let editor = Editor::chosen(context.settings.edit_command.as_deref()).ok_or_else(|| {
        UserError::new(said!("no-editor"))
            .why(said!("no-editor.why"))
            .help(said!("no-editor.help", files = shown.join(", ")))
    })?;
    let ended = editor
        .open(&files)
        .map_err(|error| UserError::new(said!("editor-not-started", error = error.to_string())))?;
    if !ended.success() {
        return Err(UserError::new(said!("editor-ended", status = ended.to_string()))
            .why(said!("editor-ended.why", files = shown.join(", ")))
            .help(said!("editor-ended.help"))
            .into());
    }
    Ok(context.unless_interrupted(ExitStatus::Success))
}
