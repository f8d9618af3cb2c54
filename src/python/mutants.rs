//! The mutants of a Python file: what Python's own parser says can be changed.
//!
//! It owns the conversation with the helper that makes them. It runs none of them.

use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use serde::Deserialize;

use super::helpers;
use crate::error::UserError;
use crate::language::{Text, said};

/// A file with a small change that a good check notices.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Mutant {
    /// Where the change is, from 1.
    pub line: usize,
    /// What kind of change: `comparison`, `statement`…
    pub operator: String,
    /// The whole file with the change.
    pub source: String,
}

/// What a file is, which decides what is worth changing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It is imported: what is below `if __name__ == "__main__":` never runs.
    Module,
    /// It is run.
    Script,
    /// It is a test suite: its assertions are what it is worth.
    Tests,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Module => "module",
            Self::Script => "script",
            Self::Tests => "tests",
        }
    }
}

/// The mutants of `source`, in the order of its lines: the same ones with every Python.
///
/// # Errors
/// When `python` cannot be run, or the source is no Python.
pub fn mutants(python: &Path, source: &str, kind: Kind) -> Result<Vec<Mutant>, UserError> {
    let failed = |why: Text| {
        UserError::new(said!("cannot-make-mutants")).why(why).help(said!("cannot-make-mutants.help"))
    };
    let (output, errors) =
        converse(python, source, kind).map_err(|error| failed(error.to_string().into()))?;
    serde_json::from_slice(&output).map_err(|_| {
        let text = String::from_utf8_lossy(&errors);
        failed(text.trim().lines().last().map_or_else(|| said!("helper-is-silent").into(), Text::from))
    })
}

/// What the helper writes to its standard output and to its error stream.
fn converse(python: &Path, source: &str, kind: Kind) -> io::Result<(Vec<u8>, Vec<u8>)> {
    let mut child = Command::new(python)
        .args(["-I", "-c", helpers::MUTATE.source, kind.name()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    if let Some(mut input) = child.stdin.take() {
        // The helper reads all of it before it writes. One that has ended already tells why on its error stream.
        let _ = input.write_all(source.as_bytes());
    }
    let output = child.wait_with_output()?;
    Ok((output.stdout, output.stderr))
}
