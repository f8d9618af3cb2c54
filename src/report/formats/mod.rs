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
use crate::language::{Language, Said, said};
use document::{Document, Render};
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
        let error = |what: Said| {
            let names = FORMATS.map(|(name, _)| name).join(", ");
            UserError::new(what)
                .why(said!("report-no-format.why", names = names))
                .help(said!("report-no-format.help"))
        };
        let (name, path) = text
            .split_once('=')
            .filter(|(_, path)| !path.is_empty())
            .ok_or_else(|| error(said!("report-names-none", text = text)))?;
        let format = FORMATS.iter().find(|(known, _)| *known == name).map(|(_, format)| *format);
        let format = format.ok_or_else(|| error(said!("report-no-format", name = name)))?;
        Ok(Self { format, path: path.into() })
    }
}

/// A reporter that writes what is wanted; relative paths start in `cwd`. What people read is said in `language`.
///
/// # Errors
/// When the file cannot be made.
pub fn open(wanted: &Wanted, cwd: &Path, language: Language) -> Result<Box<dyn Reporter>, UserError> {
    let path = (!wanted.is_stdout()).then(|| cwd.join(&wanted.path));
    let inner = start(wanted.format, path.as_deref(), language)
        .map_err(|error| lasting::cannot(&wanted.path, &error))?;
    // A reader of standard output who goes away has seen enough: that ends the run.
    Ok(if wanted.is_stdout() { inner } else { Box::new(Lasting::new(inner, wanted.path.clone())) })
}

/// The report for GitHub Actions, with annotations to `out`; its summary is added to a file.
pub fn github(summary: Option<PathBuf>, language: Language, out: Box<dyn Write + Send>) -> Box<dyn Reporter> {
    Box::new(GitHub::new(summary, language, out))
}

fn start(format: Format, path: Option<&Path>, language: Language) -> io::Result<Box<dyn Reporter>> {
    let render = match format {
        Format::Jsonl => {
            let out: Box<dyn Write + Send> = match path {
                None => Box::new(io::stdout()),
                Some(path) => Box::new(Log::open(path)?),
            };
            return Ok(Box::new(JsonLines::new(out)));
        }
        Format::Github => {
            return Ok(github(path.map(Path::to_path_buf), language, Box::new(io::stdout())));
        }
        Format::Markdown => Render::ForPeople(markdown::render, language),
        Format::Html => Render::ForPeople(html::render, language),
        Format::Json => Render::ForPrograms(json::render),
        Format::Junit => Render::ForPrograms(junit::render),
        Format::Gradescope => Render::ForPrograms(gradescope::render),
        Format::Classroom => Render::ForPrograms(classroom::render),
        Format::Exercism => Render::ForPrograms(exercism::render),
        Format::Ctrf => Render::ForPrograms(ctrf::render),
        Format::Tap => Render::ForPrograms(tap::render),
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
