//! A SQLite database written by the interpreter that is there anyway: its standard library has what it takes.
//!
//! Owns the conversation with the helper that writes. What the tables hold is the helper's.

use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use super::helpers;
use crate::error::{Place, UserError};
use crate::language::{Text, said};

/// Writes the gradebook, one document of JSON, into the database at `path`, in one transaction: what it held of these
/// submissions is replaced, and nothing is changed when something goes wrong.
///
/// # Errors
/// When it cannot be written, or this Python has no SQLite.
pub fn write(python: &Path, path: &Path, gradebook: &[u8]) -> Result<(), UserError> {
    let failed = |why: Text| {
        UserError::new(said!("database-unwritable"))
            .at(Place::path(path))
            .why(why)
            .help(said!("database-unwritable.help"))
    };
    let errors = converse(python, path, gradebook).map_err(|error| failed(error.to_string().into()))?;
    match errors {
        None => Ok(()),
        Some(text) => {
            let last = text.trim().lines().last();
            Err(failed(last.map_or_else(|| said!("database-unwritable.silent").into(), Text::from)))
        }
    }
}

/// What the helper says when it fails.
fn converse(python: &Path, path: &Path, gradebook: &[u8]) -> io::Result<Option<String>> {
    let mut child = Command::new(python)
        .args(["-I", "-B", "-c", helpers::GRADEBOOK.source])
        .arg(path)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()?;
    if let Some(mut input) = child.stdin.take() {
        // One that has ended already tells why on its error stream.
        let _ = input.write_all(gradebook);
    }
    let output = child.wait_with_output()?;
    Ok((!output.status.success()).then(|| String::from_utf8_lossy(&output.stderr).into_owned()))
}
