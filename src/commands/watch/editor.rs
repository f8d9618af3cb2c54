//! The learner's editor: what `$VISUAL` or `$EDITOR` names.

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::{Command, ExitStatus};

/// The editor's command line, when one is set.
pub(super) fn chosen() -> Option<OsString> {
    ["VISUAL", "EDITOR"].into_iter().find_map(|name| std::env::var_os(name).filter(|value| !value.is_empty()))
}

/// Opens the files and waits for the editor to end; one with windows of its own ends at once.
pub(super) fn open(editor: &OsString, files: &[PathBuf]) -> io::Result<ExitStatus> {
    command(editor).args(files).status()
}

/// As git does it: the shell splits the command line, and the files follow as they are.
#[cfg(unix)]
fn command(editor: &OsString) -> Command {
    let mut line = editor.clone();
    line.push(" \"$@\"");
    let mut command = Command::new("sh");
    command.arg("-c").arg(line).arg(editor);
    command
}

#[cfg(not(unix))]
fn command(editor: &OsString) -> Command {
    let editor = editor.to_string_lossy();
    let mut words = editor.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words);
    command
}
