//! Reports for other programs: one result model, a format each.
//!
//! Owns where a report goes and when it is written. A format is a pure function from what is known to text; JSON lines
//! alone are written as they come.

mod classroom;
mod ctrf;
pub(in crate::report) mod document;
mod exercism;
mod github;
mod graded;
mod gradescope;
pub(in crate::report) mod html;
mod json;
mod junit;
mod lasting;
mod log;
mod markdown;
mod tap;
pub(in crate::report) mod told;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use super::Reporter;
use super::jsonl::JsonLines;
use crate::error::UserError;
use document::Document;
use github::GitHub;
pub use graded::Graded;
use lasting::Lasting;
use log::Log;

/// A report's format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Everything, as one JSON document.
    Json,
    /// Events as JSON lines.
    Jsonl,
    /// JUnit XML, as Jenkins reads it.
    Junit,
    /// Annotations for GitHub Actions on standard output, the step's summary in the file.
    Github,
    /// A comment for a pull request.
    Markdown,
    /// One page with everything, for people.
    Html,
    /// Gradescope's results.
    Gradescope,
    /// GitHub Classroom's runner result.
    Classroom,
    /// Exercism's test runner interface, version 3.
    Exercism,
    /// The Common Test Report Format.
    Ctrf,
    /// The Test Anything Protocol, version 14.
    Tap,
}

/// Names and formats, as `--report` takes them.
pub const FORMATS: [(&str, Format); 11] = [
    ("json", Format::Json),
    ("jsonl", Format::Jsonl),
    ("junit", Format::Junit),
    ("github", Format::Github),
    ("markdown", Format::Markdown),
    ("html", Format::Html),
    ("gradescope", Format::Gradescope),
    ("classroom", Format::Classroom),
    ("exercism", Format::Exercism),
    ("ctrf", Format::Ctrf),
    ("tap", Format::Tap),
];

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
}

impl FromStr for Wanted {
    type Err = UserError;

    fn from_str(text: &str) -> Result<Self, UserError> {
        let error = |what: String| {
            let names = FORMATS.map(|(name, _)| name).join(", ");
            UserError::new(what)
                .why(format!("`--report` takes FORMAT=PATH, with a format of {names}"))
                .help("for instance `--report json=report.json`; `-` as PATH is standard output")
        };
        let (name, path) = text
            .split_once('=')
            .filter(|(_, path)| !path.is_empty())
            .ok_or_else(|| error(format!("`{text}` names no report")))?;
        let format = FORMATS.iter().find(|(known, _)| *known == name).map(|(_, format)| *format);
        let format = format.ok_or_else(|| error(format!("there is no format `{name}`")))?;
        Ok(Self { format, path: path.into() })
    }
}

/// A reporter that writes what is wanted; relative paths start in `cwd`.
///
/// # Errors
/// When the file cannot be made.
pub fn open(wanted: &Wanted, cwd: &Path) -> Result<Box<dyn Reporter>, UserError> {
    let path = (!wanted.is_stdout()).then(|| cwd.join(&wanted.path));
    let inner =
        start(wanted.format, path.as_deref()).map_err(|error| lasting::cannot(&wanted.path, &error))?;
    // A reader of standard output who goes away has seen enough: that ends the run.
    Ok(if wanted.is_stdout() { inner } else { Box::new(Lasting::new(inner, wanted.path.clone())) })
}

/// The report for GitHub Actions, with annotations to `out`; its summary is added to a file.
pub fn github(summary: Option<PathBuf>, out: Box<dyn Write + Send>) -> Box<dyn Reporter> {
    Box::new(GitHub::new(summary, out))
}

fn start(format: Format, path: Option<&Path>) -> io::Result<Box<dyn Reporter>> {
    let render = match format {
        Format::Jsonl => {
            let out: Box<dyn Write + Send> = match path {
                None => Box::new(io::stdout()),
                Some(path) => Box::new(Log::open(path)?),
            };
            return Ok(Box::new(JsonLines::new(out)));
        }
        Format::Github => {
            return Ok(github(path.map(Path::to_path_buf), Box::new(io::stdout())));
        }
        Format::Json => json::render,
        Format::Junit => junit::render,
        Format::Markdown => markdown::render,
        Format::Html => html::render,
        Format::Gradescope => gradescope::render,
        Format::Classroom => classroom::render,
        Format::Exercism => exercism::render,
        Format::Ctrf => ctrf::render,
        Format::Tap => tap::render,
    };
    Ok(Box::new(Document::open(path, render)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wanted_report_names_format_and_path() {
        let wanted: Wanted = "json=out/a=b.json".parse().expect("a report");
        assert_eq!(wanted, Wanted { format: Format::Json, path: "out/a=b.json".into() });
        for wrong in ["json", "json=", "=x", "xml=x"] {
            let error = wrong.parse::<Wanted>().expect_err(wrong);
            assert!(error.to_string().contains("jsonl"), "{error}");
        }
    }
}
