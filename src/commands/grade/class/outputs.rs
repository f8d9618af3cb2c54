//! Where the gradebooks of a class go, and when they are written.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::commands::Context;
use crate::error::UserError;
use crate::language::{Language, said};
use crate::model::class::Gradebook;
use crate::python::database;
use crate::report::Stage;
use crate::report::gradebook::{self, USUAL, Wanted};

/// How often gradebooks are written while grades arrive. The journal has every grade at once.
const PULSE: Duration = Duration::from_secs(10);

/// Everything that is written of a class beside its journal.
pub(in crate::commands) struct Outputs {
    reports: Vec<Wanted>,
    language: Language,
    /// A database and the Python that writes it, at the end only.
    db: Option<(PathBuf, PathBuf)>,
    written: Instant,
}

/// The reports that these texts ask for.
///
/// # Errors
/// When one asks for none.
pub(in crate::commands) fn wanted(texts: &[String], cwd: &Path) -> Result<Vec<Wanted>, UserError> {
    texts.iter().map(|text| text.parse::<Wanted>().map(|wanted| wanted.below(cwd))).collect()
}

impl Outputs {
    /// The usual ones in `folder`, and those that were asked for.
    ///
    /// # Errors
    /// When a text asks for no report.
    pub(in crate::commands) fn of(
        asked: &[String],
        folder: &Path,
        context: &Context,
    ) -> Result<Self, UserError> {
        let usual = USUAL.map(str::to_owned);
        let mut reports = wanted(&usual, folder)?;
        reports.extend(wanted(asked, &context.settings.cwd)?);
        Ok(Self { reports, language: context.settings.language, db: None, written: Instant::now() })
    }

    /// The same and a database, which `python` writes.
    pub(in crate::commands) fn with_database(self, db: Option<PathBuf>, python: &Path) -> Self {
        Self { db: db.map(|path| (path, python.to_path_buf())), ..self }
    }

    /// Writes what can be written now and then. What goes wrong shows at the end again, and is told then.
    pub(in crate::commands) fn pulse(&mut self, book: &Gradebook) {
        if self.written.elapsed() >= PULSE {
            for report in &self.reports {
                let _ = report.write(book, self.language, Stage::OnTheWay);
            }
            self.written = Instant::now();
        }
    }

    /// Writes everything; one that fails keeps no other from being written.
    pub(in crate::commands) fn write(&self, book: &Gradebook) -> Vec<UserError> {
        let reports = self.reports.iter().map(|report| report.write(book, self.language, Stage::Done));
        let db = self.db.as_ref().map(|(path, python)| {
            let document = gradebook::document(book)
                .map_err(|error| UserError::new(said!("gradebook-impossible")).why(error.to_string()))?;
            database::write(python, path, &document)
        });
        reports.chain(db).filter_map(Result::err).collect()
    }

    /// Whether no report goes to standard output.
    pub(in crate::commands) fn leave_stdout_free(&self) -> bool {
        !self.reports.iter().any(Wanted::is_stdout)
    }

    /// The files, as paths from here where they lie below.
    pub(in crate::commands) fn shown(&self, cwd: &Path) -> Vec<String> {
        let short = |path: &Path| path.strip_prefix(cwd).unwrap_or(path).display().to_string();
        self.reports
            .iter()
            .map(|report| short(&report.path))
            .chain(self.db.iter().map(|(path, _)| short(path)))
            .collect()
    }
}
