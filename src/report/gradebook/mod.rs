//! Reports on a class: gradebooks for programs, one page for people.
//!
//! Owns what is told of a submission in few words, and the formats. A format is a pure function from what is known to
//! text, which is written whole or not at all.

mod csv;
mod entry;
mod html;
mod json;
mod mistakes;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use super::formats::document::{self, Stage};
use crate::error::{Place, UserError};
use crate::language::{Language, Said, said};
use crate::model::class::Gradebook;
pub use entry::entry;
pub(super) use mistakes::averages;

/// A format of a report on a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A row for each submission, for a spreadsheet.
    Csv,
    /// A line of JSON for each submission.
    Jsonl,
    /// Everything that a gradebook has, as one JSON document.
    Json,
    /// One page: submissions and exercises, distribution, mistakes.
    Html,
}

/// Names and formats, as `--report` takes them for a class.
pub const FORMATS: [(&str, Format); 4] = [
    ("gradebook-csv", Format::Csv),
    ("gradebook-jsonl", Format::Jsonl),
    ("json", Format::Json),
    ("html", Format::Html),
];

/// What is written into the output folder in any case.
pub const USUAL: [&str; 3] =
    ["gradebook-csv=gradebook.csv", "gradebook-jsonl=gradebook.jsonl", "html=gradebook.html"];

/// A report that somebody asked for: `FORMAT=PATH`, with `-` for standard output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Its format.
    pub format: Format,
    /// Where it goes.
    pub path: PathBuf,
}

impl Wanted {
    /// Whether it goes to standard output.
    pub fn is_stdout(&self) -> bool {
        self.path == Path::new("-")
    }

    /// The same, with a relative path starting in `folder`.
    #[must_use]
    pub fn below(self, folder: &Path) -> Self {
        if self.is_stdout() { self } else { Self { path: folder.join(&self.path), ..self } }
    }

    /// Writes the report; what people read is said in `language`. While more is to come, nothing goes to standard
    /// output, a pipe or a device.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, book: &Gradebook, language: Language, stage: Stage) -> Result<(), UserError> {
        self.try_write(book, language, stage).map_err(|error| {
            UserError::new(said!("report-unwritable"))
                .at(Place::path(&self.path))
                .why(error.to_string())
                .help(said!("report-unwritable.again"))
        })
    }

    fn try_write(&self, book: &Gradebook, language: Language, stage: Stage) -> io::Result<()> {
        let text = || {
            let mut text = Vec::new();
            match self.format {
                Format::Csv => csv::render(book, &mut text)?,
                Format::Jsonl => json::lines(book, &mut text)?,
                Format::Json => json::document(book, &mut text)?,
                Format::Html => html::render(book, language, &mut text)?,
            }
            Ok(text)
        };
        if !self.is_stdout() {
            return document::replace(&self.path, stage, text);
        }
        if stage == Stage::OnTheWay {
            return Ok(());
        }
        let mut out = io::stdout().lock();
        out.write_all(&text()?)?;
        out.flush()
    }
}

/// The gradebook as one JSON document.
///
/// # Errors
/// Never in practice: it is written to memory.
pub fn document(book: &Gradebook) -> io::Result<Vec<u8>> {
    let mut text = Vec::new();
    json::document(book, &mut text).map(|()| text)
}

impl FromStr for Wanted {
    type Err = UserError;

    fn from_str(text: &str) -> Result<Self, UserError> {
        let error = |what: Said| {
            let names = FORMATS.map(|(name, _)| name).join(", ");
            UserError::new(what)
                .why(said!("class-no-format.why", names = names))
                .help(said!("class-no-format.help"))
        };
        let (name, path) = text
            .split_once('=')
            .filter(|(_, path)| !path.is_empty())
            .ok_or_else(|| error(said!("report-names-none", text = text)))?;
        let format = FORMATS.iter().find(|(known, _)| *known == name).map(|(_, format)| *format);
        let format = format.ok_or_else(|| error(said!("class-no-format", name = name)))?;
        Ok(Self { format, path: path.into() })
    }
}
