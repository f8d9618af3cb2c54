//! GitHub Actions: annotations on the learner's lines, and the step's summary.
//!
//! The runner takes lines of standard output for commands. What learners' programs wrote stands on it as well, so commands
//! are switched off with a token that nobody can know until the annotations come, and texts in those are escaped.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::PathBuf;

use super::graded::Graded;
use super::markdown;
use super::told::Told;
use crate::language::{Language, say};
use crate::model::event::{Event, ExerciseResult, Status};
use crate::report::Reporter;
use crate::report::terminal::plain;

/// Annotations of one kind that a step may make; the last one says how many more there are.
const MOST: usize = 10;

/// The most bytes of a step's summary: the limit is 1 MiB.
const SUMMARY: usize = 900 * 1024;

/// Writes annotations to standard output and the summary to a file.
pub(super) struct GitHub {
    summary: Option<PathBuf>,
    language: Language,
    out: Box<dyn Write + Send>,
    graded: Graded,
    token: String,
}

impl GitHub {
    /// A report whose summary is added to `summary`. Commands on `out` are off from the first event on.
    pub(super) fn new(summary: Option<PathBuf>, language: Language, out: Box<dyn Write + Send>) -> Self {
        let token = format!("{:016x}{:016x}", fastrand::u64(..), fastrand::u64(..));
        Self { summary, language, out, graded: Graded::default(), token }
    }

    fn end(&mut self) -> io::Result<()> {
        writeln!(self.out, "::{}::", self.token)?;
        let results: Vec<&ExerciseResult> = self.graded.results.values().collect();
        let of = |status| results.iter().copied().filter(move |result| result.status == status).collect();
        let mut text = annotations(self.language, "error", of(Status::Failed));
        text.push_str(&annotations(self.language, "warning", of(Status::Fault)));
        self.out.write_all(text.as_bytes())?;
        self.out.flush()?;
        let Some(path) = &self.summary else { return Ok(()) };
        let summary = markdown::text(&self.graded, self.language, SUMMARY);
        let mut file = OpenOptions::new().append(true).create(true).open(path)?;
        let length = file.metadata()?.len();
        // Other steps have written there: on a full disk nothing of ours stays behind it, rather than a part.
        file.write_all(summary.as_bytes()).inspect_err(|_| drop(file.set_len(length)))
    }
}

impl Reporter for GitHub {
    fn on(&mut self, event: &Event) -> io::Result<()> {
        if matches!(event, Event::Grading(_)) {
            writeln!(self.out, "::stop-commands::{}", self.token)?;
            self.out.flush()?;
        }
        self.graded.note(event);
        if matches!(event, Event::RunFinished(_)) { self.end() } else { Ok(()) }
    }
}

/// One annotation an exercise: those with a line first, since they help most.
fn annotations(language: Language, kind: &str, mut results: Vec<&ExerciseResult>) -> String {
    results.sort_by_key(|result| Told::of(result).line.is_none());
    let shown = if results.len() > MOST { MOST - 1 } else { results.len() };
    let mut text: String =
        results.iter().take(shown).map(|result| annotation(language, kind, result)).collect();
    if results.len() > shown {
        let more = say!(language, "report-more-in-summary", number = results.len() - shown);
        text.push_str(&format!("::{kind} title=prolings::{}\n", data(&more)));
    }
    text
}

fn annotation(language: Language, kind: &str, result: &ExerciseResult) -> String {
    let told = Told::by(language, result);
    let mut properties = Vec::new();
    if let Some(file) = &told.file {
        properties.push(format!("file={}", property(file)));
    }
    if let Some(line) = told.line {
        properties.push(format!("line={line}"));
    }
    let title = format!("{} {}", result.exercise, plain::word(language, result.status));
    properties.push(format!("title={}", property(&title)));
    let message = if told.detail.is_empty() { &told.headline } else { &told.detail };
    format!("::{kind} {}::{}\n", properties.join(","), data(message))
}

/// Text after the second `::`, on one line.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Text of a property: also without what separates properties.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_leaves_its_place() {
        assert_eq!(data("a%\r\n::set-output::b"), "a%25%0D%0A::set-output::b");
        assert_eq!(property("a:b,c"), "a%3Ab%2Cc");
    }
}
